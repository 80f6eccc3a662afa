What the client says of hosts, versions, platforms and names that can not be.

  $ docker -H fd:// ps
  Failed to initialize: unable to parse docker host `fd://`
  [1]
  $ docker -H npipe:// ps
  Failed to initialize: protocol not available
  [1]
  $ docker -H ssh:// ps
  Failed to initialize: ssh host connection is not valid: invalid SSH URL: hostname is empty
  [1]
  $ DOCKER_HOST=unix:// docker ps -q
  $ DOCKER_API_VERSION=1.20 docker ps
  Error response from daemon: client version 1.20 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version
  [1]
  $ DOCKER_API_VERSION=1.99 docker ps
  Error response from daemon: client version 1.99 is too new. Maximum supported API version is 1.51
  [1]
  $ DOCKER_API_VERSION=x docker ps
  Error response from daemon: page not found
  [1]
  $ DOCKER_API_VERSION=1.40 docker ps -q
  $ DOCKER_TLS_VERIFY=1 docker ps
  Failed to initialize: unable to resolve docker endpoint: open /home/learner/.docker/ca.pem: no such file or directory
  [1]
  $ docker context use 'a b'
  context name "a b" is invalid, names are validated against regexp "^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$"
  [1]
  $ docker context create c1 --docker ''
  invalid argument "" for "--docker" flag:  must be formatted as key=value
  
  Usage:  docker context create [OPTIONS] CONTEXT
  
  Run 'docker context create --help' for more information
  [125]
  $ docker logout https://nope.example
  Removing login credentials for nope.example
  $ docker exec '' true
  invalid container name or ID: value is empty
  [1]
  $ docker tag busybox -x
  Error parsing reference: "-x" is not a valid repository/tag: invalid reference format
  [1]
  $ docker tag busybox sha256
  Error response from daemon: refusing to create an ambiguous tag using digest algorithm as name
  [1]
  $ docker image inspect --platform x busybox
  "x": unknown operating system or architecture: invalid argument
  [1]
  $ docker image inspect --platform linux/arm64 busybox
  []
  Error response from daemon: image with reference busybox was found but its platform (linux/amd64) does not match the specified platform (linux/arm64)
  [1]
  $ docker history --platform linux/arm64 busybox
  Error response from daemon: image with reference busybox was found but its platform (linux/amd64) does not match the specified platform (linux/arm64)
  [1]
  $ docker save --platform linux/arm64 busybox > /dev/null
  Error response from daemon: no suitable export target found for platform linux/arm64
  [1]
  $ docker load --platform foo -i /nope
  open /nope: no such file or directory
  [1]
  $ docker rmi --platform foo nope
  "foo": unknown operating system or architecture: invalid argument
  [1]
  $ docker rmi --platform linux/amd64 nope
  Error response from daemon: No such image: nope:latest
  [1]
  $ docker push --platform foo busybox
  Invalid platform foo"foo": unknown operating system or architecture: invalid argument
  [1]
  $ docker update --restart foo nope
  Error response from daemon: invalid restart policy: unknown policy 'foo'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'
  [1]
  $ docker update -m 1m nope
  Error response from daemon: Minimum memory limit allowed is 6MB
  [1]
  $ docker network connect nope nope
  Error response from daemon: No such container: nope
  [1]
  $ docker network disconnect nope nope
  Error response from daemon: No such container: nope
  [1]
  $ docker network create --subnet 10.0.0.1/24 n1
  Error response from daemon: invalid network config:
  invalid subnet 10.0.0.1/24: it should be 10.0.0.0/24
  [1]
  $ docker volume create -o size=x xx
  Error response from daemon: create xx: invalid size: 'x'
  [1]
  $ docker ps --filter publish=80-70
  Error response from daemon: error while looking up for publish 80-70: Invalid range specified for the Port: 80-70
  [1]
  $ docker ps --filter 'name=['
  CONTAINER ID  IMAGE  COMMAND  CREATED  STATUS  PORTS  NAMES
  $ docker run --volumes-from '' busybox
  docker: Error response from daemon: volumes-from specification cannot be an empty string
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --log-opt compress=maybe busybox
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: strconv.ParseBool: parsing "maybe": invalid syntax
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --log-driver local --log-opt max-size=x busybox
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: invalid value for max-size: x: invalid size: 'x'
  
  Run 'docker run --help' for more information
  [125]
  $ docker create --name cre1 alpine true > /dev/null; docker ps -a --filter 'name=cre[0-9]' --format '{{.Names}} {{.Networks}}'
  cre1 bridge
  $ docker run -d --name run1 -p 8080:80 busybox sleep 100 > /dev/null
  $ docker ps --filter publish=8080 --format '{{.Names}}'
  run1
  $ docker ps --filter publish=80 --format '{{.Names}}'
  $ docker ps --filter expose=80 --format '{{.Names}}'
  run1
  $ docker pause run1; docker rm run1
  run1
  Error response from daemon: cannot remove container "run1": container is paused and must be unpaused first
  [1]
  $ docker unpause run1
  run1
  $ docker run -d --name cnt1 --network container:run1 busybox sleep 100 > /dev/null
  $ docker network create n2 > /dev/null; docker network connect n2 cnt1
  Error response from daemon: container sharing network namespace with another container or host cannot be connected to any other network
  [1]
  $ docker run -d --name hst1 --network host busybox sleep 100 > /dev/null
  $ docker network connect n2 hst1
  Error response from daemon: container sharing network namespace with another container or host cannot be connected to any other network
  [1]
  $ docker network disconnect host hst1
  Error response from daemon: cannot disconnect container from host network - container was created in host network mode
  [1]
  $ sleep 1; docker events --since 0 --until "$(date +%s)" --filter container=$(docker ps -aqf name=cre1) --format '{{.Action}}'
  create
  $ docker logs --since 0 run1
  $ docker stats --no-stream --format '{{.Name}} {{.PIDs}}' run1 cnt1 cre1
  run1 1
  cnt1 1
  cre1 0
  $ docker stats --no-stream nope
  Error response from daemon: No such container: nope
  [1]
  $ docker attach cre1
  You cannot attach to a stopped container, start it first
  [1]
  $ docker attach nope
  Error response from daemon: No such container: nope
  [1]
  $ docker top run1 -eo user,comm
  Error response from daemon: Couldn't find PID field in ps output
  [1]
  $ docker top cre1
  Error response from daemon: container <ID1> is not running
  [1]
  $ docker port run1
  80/tcp -> 0.0.0.0:8080
  80/tcp -> [::]:8080
  $ docker port run1 81
  Error: No public port '81' published for run1
  [1]
  $ docker wait nope
  Error response from daemon: No such container: nope
  [1]
