Volumes that somebody needs.

  $ docker run -d --name u1 -v uv:/d busybox sleep 300 | wc -c; docker volume rm uv 2>&1 | sed 's/\[.*\]/[ID]/'
  65
  Error response from daemon: remove uv: volume is in use - [ID]
  $ docker volume rm -f uv 2>&1 | sed 's/\[.*\]/[ID]/'; docker volume ls -q
  Error response from daemon: remove uv: volume is in use - [ID]
  uv
  $ docker stop -t 0 u1; docker volume rm uv 2>&1 | sed 's/\[.*\]/[ID]/'
  u1
  Error response from daemon: remove uv: volume is in use - [ID]
  $ docker create --name u2 -v uv:/e busybox | wc -c; docker volume rm uv 2>&1 | sed 's/[0-9a-f]\{64\}/ID/g'
  65
  Error response from daemon: remove uv: volume is in use - [ID, ID]
  $ docker ps -a --filter volume=uv --format '{{.Names}} {{.Mounts}}'; docker ps -q -f volume=/d; docker ps -aq -f volume=/nope
  u2 uv
  u1 uv
  $ docker ps -a --format '{{.Names}} {{.LocalVolumes}}' --filter volume=uv; docker volume ls --filter dangling=false --format '{{.Name}}'
  u2 1
  u1 1
  uv
  $ docker volume prune -af; docker container prune -f | tail -1; docker volume ls -q
  Total reclaimed space: 0B
  Total reclaimed space: 0B
  uv
  $ docker volume prune -f; docker volume ls -q; docker volume prune -a -f | tail -1
  Total reclaimed space: 0B
  uv
  Total reclaimed space: 0B
  $ docker volume create k1 >/dev/null; docker volume create --label keep k2 >/dev/null; docker volume prune -af --filter label!=keep; docker volume ls -q
  Deleted Volumes:
  k1
  
  Total reclaimed space: 0B
  k2
  $ docker volume prune -af --filter label=keep --filter all=true; docker volume ls -q
  conflicting options: cannot specify both --all and --filter all=1
  k2
  $ docker volume create one; docker volume create one; docker volume create --driver local one; docker volume create --label z=1 one; docker volume inspect one -f '{{.Labels}}'
  one
  one
  one
  one
  map[]
  $ docker volume rm one two one; docker volume ls -q
  one
  Error response from daemon: get two: no such volume
  Error response from daemon: get one: no such volume
  k2
  $ docker run --name u3 -v x1:/a -v x2:/b busybox true; docker volume rm x1 x2 2>&1 | sed 's/[0-9a-f]\{64\}/ID/g'; docker rm u3; docker volume rm x1 x2
  Error response from daemon: remove x1: volume is in use - [ID]
  Error response from daemon: remove x2: volume is in use - [ID]
  u3
  x1
  x2
  $ docker run -d --name u4 -v s1:/a busybox sleep 100 | wc -c; docker run --rm --volumes-from u4 busybox true; docker rm -fv u4; docker volume ls -q
  65
  u4
  k2
  s1
  $ docker volume rm $(docker volume ls -q); docker volume rm $(docker volume ls -q)
  k2
  s1
  docker: 'docker volume rm' requires at least 1 argument
  
  Usage:  docker volume rm [OPTIONS] VOLUME [VOLUME...]
  
  See 'docker volume rm --help' for more information
  [1]
  $ docker system prune -f --volumes | tail -1; docker volume ls | wc -l
  Total reclaimed space: 0B
  1
  $ docker volume update none; docker volume update --availability drain none
  Error response from daemon: get none: no such volume
  Error response from daemon: get none: no such volume
  [1]
