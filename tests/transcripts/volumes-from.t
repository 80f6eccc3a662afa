Volumes taken from another container.

  $ docker create --name store -v /data -v conf:/etc/app:ro busybox
  <ID1>
  $ docker run --rm --volumes-from store busybox sh -c 'echo one > /data/a; ls /data; echo x > /etc/app/f'
  a
  sh: can't create /etc/app/f: Read-only file system
  [1]
  $ docker run --rm --volumes-from store:ro busybox sh -c 'cat /data/a; echo two > /data/b' 2>&1 | sort
  one
  sh: can't create /data/b: Read-only file system
  $ docker run -d --name reader --volumes-from store busybox sleep 300
  <ID2>
  $ docker inspect -f '{{range .Mounts}}{{.Type}} {{.Destination}} {{.RW}} {{.Mode}}{{"\n"}}{{end}}' reader | sort
  
  volume /data true 
  volume /etc/app false 
  $ docker inspect -f '{{json .HostConfig.VolumesFrom}} {{json .HostConfig.Binds}}' reader
  ["store"] null
  $ docker run --rm --volumes-from nope busybox true
  docker: Error response from daemon: No such container: nope
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --volumes-from store:bad busybox true
  docker: Error response from daemon: invalid mode: bad
  
  Run 'docker run --help' for more information
  [125]
  $ docker rm store; docker exec reader cat /data/a
  store
  one
  $ docker volume ls -q | wc -l
  2
  $ docker run --rm --volumes-from reader -v other:/data busybox ls -A /data
  $ docker run --rm --volumes-from reader busybox df /data | wc -l
  2
  $ docker rm -fv reader; docker volume ls -q
  reader
  conf
  other
  $ docker run --name a1 -v one:/x busybox sh -c 'echo 1 > /x/f'; docker run --name a2 -v two:/x busybox sh -c 'echo 2 > /x/f'
  $ docker run --rm --volumes-from a1 --volumes-from a2 busybox cat /x/f
  2
  $ docker run --rm --volumes-from a2 --volumes-from a1 busybox cat /x/f
  1
  $ docker ps -a --filter volume=one --format '{{.Names}}'
  a1
  $ docker volume rm one
  Error response from daemon: remove one: volume is in use - [<ID3>]
  [1]
  $ docker rm a1 a2; docker volume rm one two conf other
  a1
  a2
  one
  two
  conf
  other
