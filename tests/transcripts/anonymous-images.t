Volumes that an image asks for.

  $ printf 'FROM busybox\nRUN mkdir /d && echo s > /d/seed\nVOLUME ["/d", "/e"]\nRUN echo late > /d/late\n' > Dockerfile; docker build -q -t vimg . | cut -c1-7
  sha256:
  $ docker image inspect vimg --format '{{json .Config.Volumes}}'
  {"/d":{},"/e":{}}
  $ docker run --name v1 vimg ls /d /e; docker volume ls -q | wc -l
  /d:
  late
  seed
  
  /e:
  2
  $ docker inspect v1 --format '{{range .Mounts}}{{.Destination}}{{println}}{{end}}' | sort
  
  /d
  /e
  $ docker inspect v1 --format '{{json .HostConfig.Binds}} {{json .Config.Volumes}}'
  null {"/d":{},"/e":{}}
  $ docker run --rm -v mine:/d vimg cat /d/seed /d/late; docker volume ls -qf name=mine
  s
  late
  mine
  $ docker run --rm -v mine:/d:nocopy vimg ls /d
  late
  seed
  $ docker run --rm --mount type=volume,src=fresh,dst=/d,volume-nocopy vimg ls -a /d
  .
  ..
  $ docker run --rm --tmpfs /d vimg ls -a /d
  .
  ..
  $ docker volume ls -q | wc -l; docker rm -v v1; docker volume ls -q
  4
  v1
  fresh
  mine
  $ docker create --name v2 vimg | wc -c; docker volume ls -q | wc -l; docker rm v2; docker volume ls -q | wc -l
  65
  4
  v2
  4
  $ docker volume ls --filter dangling=true --format '{{.Driver}} {{.Mountpoint}}' | sed 's/[0-9a-f]\{64\}/ID/' | sort
  local /var/lib/docker/volumes/ID/_data
  local /var/lib/docker/volumes/ID/_data
  local /var/lib/docker/volumes/fresh/_data
  local /var/lib/docker/volumes/mine/_data
  $ docker volume prune -af | sed 's/^[0-9a-f]\{64\}$/ID/' | sort
  
  Deleted Volumes:
  ID
  ID
  Total reclaimed space: 14B
  fresh
  mine
  $ docker volume ls; docker volume ls -q | wc -l
  DRIVER    VOLUME NAME
  0
  $ docker system df --format '{{.Type}} {{.TotalCount}} {{.Active}} {{.Size}}' | grep Vol
  Local Volumes 0 0 0B
  $ docker volume prune --filter label
  invalid argument "label" for "--filter" flag: bad format of filter (expected name=value)
  
  Usage:  docker volume prune [OPTIONS]
  
  Run 'docker volume prune --help' for more information
  [125]
  $ docker volume prune -f --filter nosuch=1
  Error response from daemon: invalid filter 'nosuch'
  [1]
  $ docker run --rm vimg sh -c 'echo $((1+1)) > /e/f; cat /e/f'; docker volume ls -q | wc -l
  2
  0
