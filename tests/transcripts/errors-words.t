Words that are mistyped.

  $ docker run
  docker: 'docker run' requires at least 1 argument
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  See 'docker run --help' for more information
  [1]
  $ docker run --name
  flag needs an argument: --name
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -it busybox:nosuch
  the input device is not a TTY
  [1]
  $ docker run --name 'bad name' busybox
  docker: Error response from daemon: Invalid container name (bad name), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --name x/y busybox true
  docker: Error response from daemon: Invalid container name (x/y), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  [125]
  $ docker rn busybox
  docker: unknown command: docker rn
  
  Run 'docker --help' for more information
  [1]
  $ docker container lst
  docker: unknown command: docker container lst
  
  Usage:  docker container
  
  Run 'docker container --help' for more information
  [1]
  $ docker volume crate x
  docker: unknown command: docker volume crate
  
  Usage:  docker volume COMMAND
  
  Run 'docker volume --help' for more information
  [1]
  $ docker volume create 'a b'
  Error response from daemon: create a b: "a b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  [1]
  $ docker volume create a b
  docker: 'docker volume create' requires at most 1 argument
  
  Usage:  docker volume create [OPTIONS] [VOLUME]
  
  SRun 'docker volume create --help' for more information
  [1]
  $ docker volume rm
  docker: 'docker volume rm' requires at least 1 argument
  
  Usage:  docker volume rm [OPTIONS] VOLUME [VOLUME...]
  
  See 'docker volume rm --help' for more information
  [1]
  $ docker volume inspect; docker volume inspect none
  docker: 'docker volume inspect' requires at least 1 argument
  
  Usage:  docker volume inspect [OPTIONS] VOLUME [VOLUME...]
  
  See 'docker volume inspect --help' for more information
  []
  Error response from daemon: get none: no such volume
  [1]
  $ docker rm none none2
  Error response from daemon: No such container: none
  Error response from daemon: No such container: none2
  [1]
  $ docker exec none ls
  Error response from daemon: No such container: none
  [1]
  $ docker logs none; docker logs
  Error response from daemon: No such container: none
  docker: 'docker logs' requires 1 argument
  
  Usage:  docker logs [OPTIONS] CONTAINER
  
  Run 'docker logs --help' for more information
  [1]
  $ docker cp a b
  must specify at least one container source
  [1]
  $ docker cp none:/x y
  Error response from daemon: No such container: none
  [1]
  $ docker ps --filter bogus=1
  Error response from daemon: invalid filter 'bogus'
  [1]
  $ docker ps --filter status=running2
  Error response from daemon: invalid filter 'status=running2': invalid value for state (running2): must be one of created, running, paused, restarting, removing, exited, dead
  [1]
  $ docker ps --format '{{.Nope}}'
  failed to execute template: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.ContainerContext
  [1]
  $ docker ps --format '{{.ID'
  failed to parse template: template: :1: unclosed action
  [1]
  $ docker run --rm -m 1k busybox true
  docker: Error response from daemon: Minimum memory limit allowed is 6MB
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -m lots busybox true
  invalid argument "lots" for "-m, --memory" flag: invalid size: 'lots'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cpus=x busybox true
  invalid argument "x" for "--cpus" flag: failed to parse x as a rational number
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -e =v busybox true
  invalid argument "=v" for "-e, --env" flag: invalid environment variable: =v
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network nonet busybox true
  docker: Error response from daemon: failed to set up container networking: network nonet not found
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --user nobody2 busybox true
  docker: Error response from daemon: unable to find user nobody2: no matching entries in passwd file
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -w relative busybox pwd
  docker: Error response from daemon: the working directory 'relative' is invalid, it needs to be an absolute path
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --entrypoint /nothere busybox
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/nothere": stat /nothere: no such file or directory
  
  Run 'docker run --help' for more information
  [127]
  $ docker run --rm busybox /etc
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc": is a directory: permission denied
  
  Run 'docker run --help' for more information
  [126]
  $ docker run --rm busybox sh -c 'exit 77'
  [77]
  $ docker run --rm --restart=sometimes busybox true
  docker: conflicting options: cannot specify both --restart and --rm
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --restart=always busybox true
  docker: conflicting options: cannot specify both --restart and --rm
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -d --rm --restart on-failure:x busybox true
  docker: invalid restart policy format: maximum retry count must be an integer
  
  Run 'docker run --help' for more information
  [125]
  $ docker network rm bridge; docker network inspect none2
  Error response from daemon: bridge is a pre-defined network and cannot be removed
  exit status 1
  []
  Error response from daemon: network none2 not found
  [1]
  $ docker image rm busybox:zzz; docker rmi
  Error response from daemon: No such image: busybox:zzz
  docker: 'docker rmi' requires at least 1 argument
  
  Usage:  docker rmi [OPTIONS] IMAGE [IMAGE...]
  
  See 'docker rmi --help' for more information
  [1]
  $ docker tag busybox; docker tag none new; docker tag busybox Bad:Tag
  docker: 'docker tag' requires 2 arguments
  
  Usage:  docker tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]
  
  Run 'docker tag --help' for more information
  Error response from daemon: No such image: none:latest
  Error parsing reference: "Bad:Tag" is not a valid repository/tag: invalid reference format: repository name (library/Bad) must be lowercase
  [1]
  $ docker stop; docker stop none; docker kill -s FOO none
  docker: 'docker stop' requires at least 1 argument
  
  Usage:  docker stop [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker stop --help' for more information
  Error response from daemon: No such container: none
  Error response from daemon: cannot kill container: none: invalid signal: FOO
  [1]
