Labels on everything.

  $ docker run -d --name aaa -l app=web -l tier=front busybox sleep 1000 >/dev/null; docker run -d --name bbb --label app=db busybox sleep 1000 >/dev/null; docker ps --filter label=app --format '{{.Names}}'
  bbb
  aaa
  $ docker ps --filter label=app=web --format '{{.Names}} {{.Label "tier"}}'
  aaa front
  $ docker ps --filter label=app=web --filter label=tier=back -q
  $ docker ps --format '{{.Names}} {{.Labels}}' | tr ',' ' '
  bbb app=db
  aaa app=web tier=front
  $ docker inspect -f '{{json .Config.Labels}}' aaa
  {"app":"web","tier":"front"}
  $ docker inspect -f '{{index .Config.Labels "app"}}' aaa bbb
  web
  db
  $ docker inspect -f '{{.Config.Labels.app}} {{.Config.Labels.nope}}' aaa
  web <no value>
  $ printf 'x=1\ny\n# no\nz=a b\n' > l; docker run --name fff --label-file l --label x=2 busybox true; docker inspect -f '{{json .Config.Labels}}' fff
  {"x":"2","z":"a b"}
  $ printf 'a b=1\n' > bad; docker run --label-file bad busybox
  docker: invalid env file (bad): variable 'a b' contains whitespaces
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --label-file nope busybox
  docker: open nope: no such file or directory
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -l '' busybox
  invalid argument "" for "-l, --label" flag: invalid label '': empty name
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -l =x busybox
  invalid argument "=x" for "-l, --label" flag: invalid label '=x': empty name
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -l 'a b=c' busybox
  invalid argument "a b=c" for "-l, --label" flag: label 'a b' contains whitespaces
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker volume create --label env=dev --label empty vol; docker volume inspect -f '{{json .Labels}}' vol
  vol
  {"empty":"","env":"dev"}
  $ docker volume create --label =x other
  invalid argument "=x" for "--label" flag: invalid label '=x': empty name
  
  Usage:  docker volume create [OPTIONS] [VOLUME]
  
  Run 'docker volume create --help' for more information
  [125]
  $ docker network create --label env=dev n >/dev/null; docker network inspect -f '{{json .Labels}}' n; docker network ls --filter label=env --format '{{.Name}} {{.Labels}}'
  {"env":"dev"}
  n env=dev
  $ printf 'FROM busybox\nLABEL maintainer="me" version=1\n' > Dockerfile; docker build -q --label extra=1 -t lab . >/dev/null; docker inspect -f '{{json .Config.Labels}}' lab; docker images --filter label=version=1 --format '{{.Repository}}'
  {"extra":"1","maintainer":"me","version":"1"}
  lab
  $ docker run --name iii -l version=2 lab true; docker inspect -f '{{json .Config.Labels}}' iii
  {"extra":"1","maintainer":"me","version":"2"}
  $ docker rm -f $(docker ps -aq --filter label=app) | sort
  <ID1>
  <ID2>
  $ docker container prune -f --filter label=version=2 | sed 's/[0-9a-f]\{64\}/ID/'
  Deleted Containers:
  ID
  
  Total reclaimed space: 0B
  $ docker ps -a --format '{{.Names}}'
  fff
  $ docker network prune -f --filter label=env=dev; docker volume prune -af --filter label=env=dev
  Deleted Networks:
  n
  
  Deleted Volumes:
  vol
  
  Total reclaimed space: 0B
