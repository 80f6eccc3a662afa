Volumes without a name: who has them, and what takes them away.

  $ docker run -d --name a1 -v /data busybox sleep 300 | wc -c
  65
  $ docker inspect a1 --format '{{range .Mounts}}{{.Type}} {{.Destination}} {{.Driver}} {{.RW}} {{.Propagation}}|{{end}}'
  volume /data local true |
  $ docker inspect a1 --format '{{len (index .Mounts 0).Name}}'
  64
  $ docker volume ls -q | wc -l; docker volume ls -q --filter dangling=false | wc -l
  1
  1
  $ docker volume inspect $(docker volume ls -q) --format '{{.Driver}} {{.Scope}} {{.Labels}} {{.Options}}'
  local local map[com.docker.volume.anonymous:] map[]
  $ docker volume prune
  WARNING! This will remove anonymous local volumes not used by at least one container.
  Are you sure you want to continue? [y/N] 
  $ docker volume prune -f; docker volume ls -q | wc -l
  Total reclaimed space: 0B
  1
  $ docker rm a1
  Error response from daemon: cannot remove container "a1": container is running: stop the container before removing or force remove
  [1]
  $ docker rm -f a1; docker volume ls -q -f dangling=true | wc -l
  a1
  1
  $ docker volume prune -f | tail -1; docker volume ls -q | wc -l
  Total reclaimed space: 0B
  0
  $ docker run --rm -v /x -v /y:ro busybox sh -c 'mount | grep -cE " /(x|y) "'; docker volume ls -q | wc -l
  docker: Error response from daemon: invalid volume specification: '/y:ro'
  
  Run 'docker run --help' for more information
  0
  $ docker run --name a2 -v /x -v named:/y busybox touch /x/1 /y/2; docker rm -v a2; docker volume ls -q
  a2
  named
  $ docker create --name a3 --mount type=volume,dst=/q busybox | wc -c; docker inspect -f '{{json .HostConfig.Mounts}}' a3; docker inspect -f '{{(index .Mounts 0).RW}}' a3
  65
  [{"Type":"volume","Target":"/q"}]
  true
  $ docker run -d --name a4 --volumes-from a3 busybox sleep 200 | wc -c; docker rm -v a3; docker exec a4 ls -d /q; docker volume ls -q | wc -l
  65
  a3
  /q
  2
  $ docker rm -fv a4; docker volume ls -q | wc -l
  a4
  1
  $ docker run --rm -v /:/ busybox ls
  docker: Error response from daemon: invalid volume specification: '/:/': invalid mount config for type "bind": invalid specification: destination can't be '/'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v '' busybox ls
  docker: invalid empty volume spec
  
  Run 'docker run --help' for more information
  [125]
  $ docker volume rm named nothere
  named
  Error response from daemon: get nothere: no such volume
  [1]
