Prunes with filters, and what they leave.

  $ docker create --name c1 --label keep=1 busybox >/dev/null; docker create --name c2 busybox >/dev/null; docker run --name c3 -d busybox sleep 100 >/dev/null
  $ docker container prune -f --filter label=keep --filter until=1h | tail -n 1
  Total reclaimed space: 0B
  $ docker container prune -f --filter label!=keep | sed 's/[0-9a-f]\{64\}/ID/'; docker ps -a --format '{{.Names}}'
  Deleted Containers:
  ID
  
  Total reclaimed space: 0B
  c3
  c1
  $ docker container prune -f --filter nope=x
  Error response from daemon: invalid filter 'nope'
  [1]
  $ docker container prune -f --filter until=abc
  Error response from daemon: failed to parse value as time or duration: "abc"
  [1]
  $ docker container prune -f --filter label
  invalid argument "label" for "--filter" flag: bad format of filter (expected name=value)
  
  Usage:  docker container prune [OPTIONS]
  
  Run 'docker container prune --help' for more information
  [125]
  $ echo n | docker container prune
  WARNING! This will remove all stopped containers.
  Are you sure you want to continue? [y/N] 
  $ docker container prune -f --filter label=keep=1 | tail -n 1; docker ps -a --format '{{.Names}}'
  Total reclaimed space: 0B
  c3
  $ docker volume create v1 --label keep >/dev/null; docker volume create v2 >/dev/null; docker run --name c4 -v /anon -v v3:/d busybox true
  $ docker volume prune -f
  Total reclaimed space: 0B
  $ docker volume prune -f -a --filter label!=keep
  Deleted Volumes:
  v2
  
  Total reclaimed space: 0B
  $ docker volume ls -q | sed 's/[0-9a-f]\{64\}/ID/'
  ID
  v1
  v3
  $ docker volume prune -f --filter until=1h
  Error response from daemon: invalid filter 'until'
  [1]
  $ docker volume prune -f --filter all=nope
  Error response from daemon: invalid filter 'all': strconv.ParseBool: parsing "nope": invalid syntax
  [1]
  $ docker rm -v c4; docker volume ls -q
  c4
  v1
  v3
  $ docker volume prune -f --filter all=true --filter label=keep
  Deleted Volumes:
  v1
  
  Total reclaimed space: 0B
  $ docker network create n1 --label a=b >/dev/null; docker network create n2 >/dev/null; docker network connect n2 c3
  $ docker network prune -f --filter label=a=c; docker network prune -f --filter label=a
  Deleted Networks:
  n1
  
  $ docker network prune -f; docker rm -f c3; docker network prune -f
  c3
  Deleted Networks:
  n2
  
  $ docker image prune -f --filter dangling=false --filter until=1s 2>&1 | tail -n 1 | cut -d: -f1
  Error response from daemon
  $ docker image prune -f --filter dangling=maybe
  Total reclaimed space: 0B
  $ docker image prune -f --filter nope=1
  Error response from daemon: invalid filter 'nope'
  [1]
  $ docker system prune -f --filter label=nothing | tail -n 1
  Total reclaimed space: 0B
  $ docker system prune -f --filter nope=1
  Error response from daemon: invalid filter 'nope'
  [1]
  $ docker system prune -f --volumes --filter until=1h
  ERROR: The "until" filter is not supported with "--volumes"
  [1]
  $ docker builder prune -f --filter nope=1
  Total:	0B
