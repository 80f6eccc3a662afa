Mistakes on the command line.

  $ docker ps -Zx
  unknown shorthand flag: 'Z' in -Zx
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker ps -aZx
  unknown shorthand flag: 'Z' in -Zx
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker ps --nope=1
  unknown flag: --nope
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker ps -n
  flag needs an argument: 'n' in -n
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker ps -an5x
  invalid argument "5x" for "-n, --last" flag: strconv.ParseInt: parsing "5x": invalid syntax
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker ps ---
  bad flag syntax: ---
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker ps --=x
  bad flag syntax: --=x
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker ps -=x
  unknown shorthand flag: '=' in -=x
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker ps --all=maybe
  invalid argument "maybe" for "-a, --all" flag: strconv.ParseBool: parsing "maybe": invalid syntax
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker ps --no-trunc=
  invalid argument "" for "--no-trunc" flag: strconv.ParseBool: parsing "": invalid syntax
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker run --label
  flag needs an argument: --label
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -v
  flag needs an argument: 'v' in -v
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -itv
  flag needs an argument: 'v' in -v
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -m
  flag needs an argument: 'm' in -m
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -m 1x busybox
  invalid argument "1x" for "-m, --memory" flag: invalid suffix: 'x'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --memory=-5 busybox
  invalid argument "-5" for "-m, --memory" flag: invalid size: '-5'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --memory-swap x busybox
  invalid argument "x" for "--memory-swap" flag: invalid size: 'x'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --shm-size 1.5q busybox
  invalid argument "1.5q" for "--shm-size" flag: invalid suffix: 'q'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --cpu-shares x busybox
  invalid argument "x" for "-c, --cpu-shares" flag: strconv.ParseInt: parsing "x": invalid syntax
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --pids-limit 99999999999999999999 busybox
  invalid argument "99999999999999999999" for "--pids-limit" flag: strconv.ParseInt: parsing "99999999999999999999": value out of range
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --health-interval abc busybox
  invalid argument "abc" for "--health-interval" flag: time: invalid duration "abc"
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -e =1 busybox
  invalid argument "=1" for "-e, --env" flag: invalid environment variable: =1
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --attach x busybox
  invalid argument "x" for "-a, --attach" flag: valid streams are STDIN, STDOUT and STDERR
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --ulimit nofile busybox
  invalid argument "nofile" for "--ulimit" flag: invalid ulimit argument: nofile
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --ulimit nofile=1:2:3 busybox
  invalid argument "nofile=1:2:3" for "--ulimit" flag: too many limit value arguments - 1:2:3, can only have up to two, `soft[:hard]`
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --ulimit nofile=x busybox
  invalid argument "nofile=x" for "--ulimit" flag: strconv.ParseInt: parsing "x": invalid syntax
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --mount ro busybox
  invalid argument "ro" for "--mount" flag: target is required
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --mount type=bind,src=/,dst=/x,bind-recursive=x busybox
  invalid argument "type=bind,src=/,dst=/x,bind-recursive=x" for "--mount" flag: invalid value for bind-recursive: x (must be "enabled", "disabled", "writable", or "readonly")
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --mount type=volume,dst=/x,ro=x busybox
  invalid argument "type=volume,dst=/x,ro=x" for "--mount" flag: invalid value for ro: x
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --blkio-weight-device x busybox
  invalid argument "x" for "--blkio-weight-device" flag: bad format: x
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --device-cgroup-rule x busybox
  invalid argument "x" for "--device-cgroup-rule" flag: invalid device cgroup format 'x'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --dns-search -- busybox
  invalid argument "--" for "--dns-search" flag: -- is not a valid domain
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --link a:b:c busybox
  invalid argument "a:b:c" for "--link" flag: bad format for links: a:b:c
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --help=x
  invalid argument "x" for "--help" flag: strconv.ParseBool: parsing "x": invalid syntax
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker stop -t
  flag needs an argument: 't' in -t
  
  Usage:  docker stop [OPTIONS] CONTAINER [CONTAINER...]
  
  Run 'docker stop --help' for more information
  [125]
  $ docker volume --nope
  unknown flag: --nope
  
  Usage:  docker volume COMMAND
  
  Run 'docker volume --help' for more information
  [125]
  $ docker volume -x ls
  unknown shorthand flag: 'x' in -x
  
  Usage:  docker volume COMMAND
  
  Run 'docker volume --help' for more information
  [125]
  $ docker container bogus --flag
  unknown flag: --flag
  
  Usage:  docker container
  
  Run 'docker container --help' for more information
  [125]
  $ docker network bogus
  docker: unknown command: docker network bogus
  
  Usage:  docker network
  
  Run 'docker network --help' for more information
  [1]
  $ docker image bogus
  docker: unknown command: docker image bogus
  
  Usage:  docker image
  
  Run 'docker image --help' for more information
  [1]
  $ docker context bogus
  docker: unknown command: docker context bogus
  
  Usage:  docker context
  
  Run 'docker context --help' for more information
  [1]
  $ docker volume ls extra
  docker: 'docker volume ls' accepts no arguments
  
  Usage:  docker volume ls [OPTIONS]
  
  Run 'docker volume ls --help' for more information
  [1]
  $ docker volume ls -- -q
  docker: 'docker volume ls' accepts no arguments
  
  Usage:  docker volume ls [OPTIONS]
  
  Run 'docker volume ls --help' for more information
  [1]
  $ docker volume rm --force
  docker: 'docker volume rm' requires at least 1 argument
  
  Usage:  docker volume rm [OPTIONS] VOLUME [VOLUME...]
  
  See 'docker volume rm --help' for more information
  [1]
  $ docker tag a b c
  docker: 'docker tag' requires 2 arguments
  
  Usage:  docker tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]
  
  Run 'docker tag --help' for more information
  [1]
  $ docker rename a b c
  docker: 'docker rename' requires 2 arguments
  
  Usage:  docker rename CONTAINER NEW_NAME
  
  Run 'docker rename --help' for more information
  [1]
  $ docker commit
  docker: 'docker commit' requires at least 1 and at most 2 arguments
  
  Usage:  docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]
  
  Run 'docker commit --help' for more information
  [1]
  $ docker commit a b c
  docker: 'docker commit' requires at least 1 and at most 2 arguments
  
  Usage:  docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]
  
  Run 'docker commit --help' for more information
  [1]
  $ docker port
  docker: 'docker port' requires at least 1 and at most 2 arguments
  
  Usage:  docker port CONTAINER [PRIVATE_PORT[/PROTO]]
  
  Run 'docker port --help' for more information
  [1]
  $ docker logs
  docker: 'docker logs' requires 1 argument
  
  Usage:  docker logs [OPTIONS] CONTAINER
  
  Run 'docker logs --help' for more information
  [1]
  $ docker logs a b
  docker: 'docker logs' requires 1 argument
  
  Usage:  docker logs [OPTIONS] CONTAINER
  
  Run 'docker logs --help' for more information
  [1]
  $ docker diff
  docker: 'docker diff' requires 1 argument
  
  Usage:  docker diff CONTAINER
  
  Run 'docker diff --help' for more information
  [1]
  $ docker top
  docker: 'docker top' requires at least 1 argument
  
  Usage:  docker top CONTAINER [ps OPTIONS]
  
  See 'docker top --help' for more information
  [1]
  $ docker wait
  docker: 'docker wait' requires at least 1 argument
  
  Usage:  docker wait CONTAINER [CONTAINER...]
  
  See 'docker wait --help' for more information
  [1]
  $ docker attach
  docker: 'docker attach' requires 1 argument
  
  Usage:  docker attach [OPTIONS] CONTAINER
  
  Run 'docker attach --help' for more information
  [1]
  $ docker export
  docker: 'docker export' requires 1 argument
  
  Usage:  docker export [OPTIONS] CONTAINER
  
  Run 'docker export --help' for more information
  [1]
  $ docker history
  docker: 'docker history' requires 1 argument
  
  Usage:  docker history [OPTIONS] IMAGE
  
  Run 'docker history --help' for more information
  [1]
  $ docker load x
  docker: 'docker load' accepts no arguments
  
  Usage:  docker load [OPTIONS]
  
  Run 'docker load --help' for more information
  [1]
  $ docker save
  docker: 'docker save' requires at least 1 argument
  
  Usage:  docker save [OPTIONS] IMAGE [IMAGE...]
  
  See 'docker save --help' for more information
  [1]
  $ docker search
  docker: 'docker search' requires 1 argument
  
  Usage:  docker search [OPTIONS] TERM
  
  Run 'docker search --help' for more information
  [1]
  $ docker update
  docker: 'docker update' requires at least 1 argument
  
  Usage:  docker update [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker update --help' for more information
  [1]
  $ docker events x
  docker: 'docker events' accepts no arguments
  
  Usage:  docker events [OPTIONS]
  
  Run 'docker events --help' for more information
  [1]
  $ docker info x
  docker: 'docker info' accepts no arguments
  
  Usage:  docker info [OPTIONS]
  
  Run 'docker info --help' for more information
  [1]
  $ docker version x
  docker: 'docker version' accepts no arguments
  
  Usage:  docker version [OPTIONS]
  
  Run 'docker version --help' for more information
  [1]
  $ docker network connect x
  docker: 'docker network connect' requires 2 arguments
  
  Usage:  docker network connect [OPTIONS] NETWORK CONTAINER
  
  Run 'docker network connect --help' for more information
  [1]
  $ docker network create a b
  docker: 'docker network create' requires 1 argument
  
  Usage:  docker network create [OPTIONS] NETWORK
  
  Run 'docker network create --help' for more information
  [1]
  $ docker container ls x
  docker: 'docker container ls' accepts no arguments
  
  Usage:  docker container ls [OPTIONS]
  
  Run 'docker container ls --help' for more information
  [1]
  $ docker container create
  docker: 'docker container create' requires at least 1 argument
  
  Usage:  docker container create [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  See 'docker container create --help' for more information
  [1]
  $ docker container run
  docker: 'docker container run' requires at least 1 argument
  
  Usage:  docker container run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  See 'docker container run --help' for more information
  [1]
  $ docker image rm
  docker: 'docker image rm' requires at least 1 argument
  
  Usage:  docker image rm [OPTIONS] IMAGE [IMAGE...]
  
  See 'docker image rm --help' for more information
  [1]
  $ docker image pull
  docker: 'docker image pull' requires 1 argument
  
  Usage:  docker image pull [OPTIONS] NAME[:TAG|@DIGEST]
  
  Run 'docker image pull --help' for more information
  [1]
  $ docker pull a b
  docker: 'docker pull' requires 1 argument
  
  Usage:  docker pull [OPTIONS] NAME[:TAG|@DIGEST]
  
  Run 'docker pull --help' for more information
  [1]
  $ docker system df x
  docker: 'docker system df' accepts no arguments
  
  Usage:  docker system df [OPTIONS]
  
  Run 'docker system df --help' for more information
  [1]
  $ docker kill
  docker: 'docker kill' requires at least 1 argument
  
  Usage:  docker kill [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker kill --help' for more information
  [1]
  $ docker pause
  docker: 'docker pause' requires at least 1 argument
  
  Usage:  docker pause CONTAINER [CONTAINER...]
  
  See 'docker pause --help' for more information
  [1]
  $ docker inspect
  docker: 'docker inspect' requires at least 1 argument
  
  Usage:  docker inspect [OPTIONS] NAME|ID [NAME|ID...]
  
  See 'docker inspect --help' for more information
  [1]
  $ docker help nope
  unknown help topic: nope
  [1]
  $ docker help volume nope
  unknown help topic: nope
  [1]
  $ docker --nope ps
  unknown flag: --nope
  
  Usage:  docker [OPTIONS] COMMAND [ARG...]
  
  Run 'docker --help' for more information
  [125]
  $ docker -H
  flag needs an argument: 'H' in -H
  
  Usage:  docker [OPTIONS] COMMAND [ARG...]
  
  Run 'docker --help' for more information
  [125]
  $ docker --host
  flag needs an argument: --host
  
  Usage:  docker [OPTIONS] COMMAND [ARG...]
  
  Run 'docker --help' for more information
  [125]
  $ docker nope --flag
  unknown flag: --flag
  
  Usage:  docker [OPTIONS] COMMAND [ARG...]
  
  Run 'docker --help' for more information
  [125]
  $ docker run --net
  flag needs an argument: --net
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --network
  flag needs an argument: --network
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker volume create --opt
  flag needs an argument: --opt
  
  Usage:  docker volume create [OPTIONS] [VOLUME]
  
  Run 'docker volume create --help' for more information
  [125]
  $ docker volume create --name a b
  conflicting options: cannot specify a volume-name through both --name and as a positional arg
  [1]
