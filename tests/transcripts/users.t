Who a container's processes are.

  $ docker run --rm -u 1000 busybox id -u
  1000
  $ docker run --rm -u 1000:2000 busybox sh -c 'id -u; id -g'
  1000
  2000
  $ docker run --rm -u nobody busybox id -un
  nobody
  $ docker run --rm -u nobody busybox whoami
  nobody
  $ docker run --rm -u 1000 busybox whoami
  whoami: unknown uid 1000
  [1]
  $ docker run -u nosuch busybox
  docker: Error response from daemon: unable to find user nosuch: no matching entries in passwd file
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -u 0:nosuch busybox
  docker: Error response from daemon: unable to find group nosuch: no matching entries in group file
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -u -1 busybox
  docker: Error response from daemon: uids and gids must be in range 0-2147483647
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -u 1000 busybox sh -c 'echo x > /f'
  sh: can't create /f: Permission denied
  [1]
  $ docker run --rm -u 1000 busybox sh -c 'echo x > /tmp/f && ls -n /tmp/f | cut -d" " -f1'
  -rw-r--r--
  $ docker run --rm -u 1000 -v uv:/data busybox touch /data/f
  touch: /data/f: Permission denied
  [1]
  $ docker run --rm -v uv:/data busybox chown 1000:1000 /data; docker run --rm -u 1000 -v uv:/data busybox sh -c 'touch /data/f && echo written'
  written
  $ docker run --rm -v uv:/data busybox stat -c '%u:%g %n' /data /data/f
  1000:1000 /data
  1000:0 /data/f
  $ docker run --rm --group-add 3000 -u 1000 busybox id -G
  0 3000
  $ docker run -d --name box -u 1000 busybox sleep 1000 >/dev/null; docker exec box id -u; docker exec -u 0 box id -u; docker exec -u 5:6 box sh -c 'id -u; id -g'
  1000
  0
  5
  6
  $ docker exec -u nosuch box true
  Error response from daemon: unable to find user nosuch: no matching entries in passwd file
  [1]
  $ docker top box -o user,pid | awk '{print $1}'
  USER
  learner
  $ printf 'FROM busybox\nRUN mkdir /app && chown 1234 /app\nUSER 1234\nWORKDIR /app\nRUN touch made\nVOLUME /app\n' > Dockerfile; docker build -q -t us . >/dev/null; docker run --rm us sh -c 'id -u; ls -n /app | tail -n 1 | tr -s " " | cut -d" " -f3'
  1234
  1234
  $ docker run --rm -v appdata:/app us sh -c 'touch /app/mine && echo ok'; docker run --rm -v appdata:/app busybox stat -c '%u %n' /app /app/mine
  ok
  1234 /app
  1234 /app/mine
  $ docker run --rm -v plain:/other us sh -c 'touch /other/f'
  touch: /other/f: Permission denied
  [1]
  $ mkdir host; docker run --rm -u $(id -u):$(id -g) -v "$PWD/host":/h busybox touch /h/mine; ls -l host | tail -n 1 | cut -d' ' -f3,4
  learner learner
  $ docker run --rm -v "$PWD/host":/h busybox touch /h/roots; stat -c '%U' host/roots; rm -f host/roots; ls host
  root
  mine
  $ docker inspect -f '{{.Config.User}}' box us
  1000
  1234
  $ docker run --rm --cap-drop ALL busybox chown 1 /etc/passwd
  chown: /etc/passwd: Operation not permitted
  [1]
  $ docker run --rm --cap-drop ALL --cap-add CHOWN busybox sh -c 'chown 1 /etc/passwd && echo may'
  may
