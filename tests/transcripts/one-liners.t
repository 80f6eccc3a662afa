One-liners that people paste.

  $ docker run -d --name aa busybox sleep 1000 >/dev/null; docker run -d --name bb --label tier=web busybox sleep 1000 >/dev/null; docker create --name cc alpine >/dev/null
  $ docker ps -aq | wc -l; docker ps -q | xargs docker inspect -f '{{.Name}}' | sort
  3
  /aa
  /bb
  $ docker inspect aa bb | jq -r '.[].Name' | sort; docker inspect aa | jq '.[0].State | {Status, Running, ExitCode}'
  /aa
  /bb
  {
    "Status": "running",
    "Running": true,
    "ExitCode": 0
  }
  $ docker inspect aa | jq -r '.[0].HostConfig | to_entries[] | select(.value == true) | .key'
  $ for c in $(docker ps --format '{{.Names}}' | sort); do echo "$c: $(docker exec $c hostname | wc -c)"; done
  aa: 13
  bb: 13
  $ docker ps --format '{{.Names}}\t{{.Image}}' | sort | column -t
  aa  busybox
  bb  busybox
  $ docker ps -a --format '{{.Names}}|{{.Status}}' | sort | awk -F'|' '{printf "%-3s %s\n", $1, $2}' | sed 's/Up .*/Up/'
  aa  Up
  bb  Up
  cc  Created
  $ printf 'xx\nyy\n' > list; while read -r v; do docker volume create --label made=loop "$v" >/dev/null; done < list; docker volume ls -q --filter label=made=loop | paste -sd,
  xx,yy
  $ docker volume ls -q | xargs -n1 docker volume inspect --format '{{.Name}} {{.Labels}}' | sort
  xx map[made:loop]
  yy map[made:loop]
  $ echo 'echo "args: $0 $@"; cat' > s.sh; echo input | docker run -i --rm -v "$PWD/s.sh:/s.sh:ro" busybox sh /s.sh one "two three"
  args: /s.sh one two three
  input
  $ docker exec -i aa sh <<< 'echo from stdin; exit 5'; echo $?
  from stdin
  5
  $ docker exec -i aa sh -s -- p q << 'EOF'
  > echo "got $# args: $1 $2"
  > EOF
  got 2 args: p q
  $ tar cf - list s.sh | docker run -i --rm -v xx:/d busybox tar xvf - -C /d; docker run --rm -v xx:/d busybox ls -l /d | awk '{print $1, $3, $4, $5, $NF}'
  list
  s.sh
  total  8
  -rw-rw-r-- 1000 1000 6 list
  -rw-rw-r-- 1000 1000 24 s.sh
  $ docker run --rm -v xx:/d busybox tar czf - -C /d . | tar tzvf - | awk '{print $1, $2, $NF}' | sort -k3
  drwxr-xr-x root/root ./
  -rw-rw-r-- 1000/1000 ./list
  -rw-rw-r-- 1000/1000 ./s.sh
  $ docker run --rm -v xx:/from:ro -v yy:/to busybox sh -c 'cp -av /from/. /to/' | sort; docker run --rm -v yy:/d busybox find /d -type f | sort
  '/from/.' -> '/to/.'
  '/from/./list' -> '/to/./list'
  '/from/./s.sh' -> '/to/./s.sh'
  /d/list
  /d/s.sh
  $ docker run --rm -v xx:/d busybox sh -c 'du -a /d | sort -n'
  4	/d/list
  4	/d/s.sh
  12	/d
  $ docker run --rm -v xx:/d busybox sh -c 'cd /d && md5sum * > /tmp/sums; cat /tmp/sums; md5sum -c /tmp/sums'
  3c5610963545e280f66b34140abf243d  list
  66b812ed9601a96e595d7e45bf40547a  s.sh
  list: OK
  s.sh: OK
  $ docker run --rm busybox sh -c 'exec 2>&1; md5sum -c /nosuch; md5sum /nosuch; echo "x  /nosuch" | md5sum -c; echo "d41d8cd98f00b204e9800998ecf8427e  /nosuch" | sha1sum -c; echo "d41d8cd98f00b204e9800998ecf8427e  /nosuch" | md5sum -c; md5sum -c /etc; md5sum /etc'
  md5sum: /nosuch: No such file or directory
  md5sum: can't open '/nosuch': No such file or directory
  md5sum: can't open '/nosuch': No such file or directory
  /nosuch: FAILED
  md5sum: WARNING: 1 of 1 computed checksums did NOT match
  sha1sum: can't open '/nosuch': No such file or directory
  /nosuch: FAILED
  sha1sum: WARNING: 1 of 1 computed checksums did NOT match
  md5sum: can't open '/nosuch': No such file or directory
  /nosuch: FAILED
  md5sum: WARNING: 1 of 1 computed checksums did NOT match
  md5sum: /etc: no checksum lines found
  md5sum: can't read '/etc': Is a directory
  [1]
  $ docker cp aa:/etc/passwd - | tar xO | head -1; docker cp aa:/etc/passwd ./pw && head -1 pw
  root:x:0:0:root:/root:/bin/sh
  root:x:0:0:root:/root:/bin/sh
  $ cat s.sh | docker exec -i aa tee /copied | wc -l; docker diff aa
  1
  A /copied
  $ docker exec aa sh -c 'echo $HOME $PATH; id -un; pwd; tty'
  /root /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  root
  /
  not a tty
  [1]
  $ docker exec -w /tmp -e A=1 -e B aa env | grep -E '^(A|B|PWD|HOME)=' ; export B=2; docker exec -e B aa sh -c 'echo $B'
  A=1
  HOME=/root
  2
  $ docker run --rm --env-file <(printf 'ONE=1\n# c\nTWO=a b\nHOME\n') busybox env | sort | grep -E 'ONE|TWO|^HOME'
  HOME=/home/learner
  ONE=1
  TWO=a b
  $ docker run --rm busybox sh -c 'kill -TERM $$'; echo $?; docker run --rm busybox sh -c 'exit 300'; echo $?
  0
  44
  $ timeout 2 docker run --rm --name slow busybox sleep 100; echo $?; docker ps -q --filter name=slow | wc -l
  124
  0
  $ docker kill slow >/dev/null 2>&1; docker wait aa & sleep 0.3; docker stop -t 0 aa; wait %1; echo $?
  137
  aa
  0
  $ docker logs aa; docker start aa; docker exec aa sh -c 'echo to-stdout > /proc/1/fd/1'; docker logs aa
  aa
  to-stdout
  $ docker rm aa; echo $?; docker rm -f aa bb; docker rm -f aa; echo $?; docker rm nosuch; echo $?
  Error response from daemon: cannot remove container "aa": container is running: stop the container before removing or force remove
  1
  aa
  bb
  Error response from daemon: No such container: aa
  0
  Error response from daemon: No such container: nosuch
  1
  $ docker ps -aq --filter status=created | xargs -r docker rm -v | wc -l; docker ps -aq | xargs -r docker rm
  1
  $ docker images --format '{{.Repository}}:{{.Tag}}' | grep -E '^(busybox|alpine):latest' | sort
  alpine:latest
  busybox:latest
  $ docker build -q -t hd - <<'EOF' >/dev/null; docker run --rm hd
  > FROM busybox
  > RUN <<END
  > echo "in a here-document" > /msg
  > echo second >> /msg
  > END
  > CMD cat /msg
  > EOF
  in a here-document
  second
  $ docker history --format '{{.CreatedBy}}' hd | head -2; docker image inspect hd -f '{{json .Config.Cmd}} {{len .RootFS.Layers}}'
  CMD ["/bin/sh" "-c" "cat /msg"]
  RUN /bin/sh -c echo "in a here-document" > /…
  ["/bin/sh","-c","cat /msg"] 2
  $ docker run --rm hd sh -c 'echo $((1+1)); test -f /msg && echo there'; docker rmi hd | head -1
  2
  there
  Untagged: hd:latest
  $ docker volume rm xx yy; docker volume ls -q | wc -l
  xx
  yy
  0
