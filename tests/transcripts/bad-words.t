Command lines with mistakes.

  $ docker nope; docker --nope ps; docker ps nope; docker ps --nope; docker ps -x
  docker: unknown command: docker nope
  
  Run 'docker --help' for more information
  unknown flag: --nope
  
  Usage:  docker [OPTIONS] COMMAND [ARG...]
  
  Run 'docker --help' for more information
  docker: 'docker ps' accepts no arguments
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  unknown flag: --nope
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  unknown shorthand flag: 'x' in -x
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker run; docker run --name; docker run --name= busybox echo hi
  docker: 'docker run' requires at least 1 argument
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  See 'docker run --help' for more information
  flag needs an argument: --name
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  hi
  $ docker run -p busybox; docker run -p 99999:80 busybox; docker run -p 80:99999 busybox; docker run -p a:b busybox; docker run -p 1-3:1-2 busybox; docker run -p 1.2.3:80:80 busybox; docker run -p 80:80/nope busybox
  docker: 'docker run' requires at least 1 argument
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  See 'docker run --help' for more information
  docker: Invalid hostPort: 99999
  
  Run 'docker run --help' for more information
  docker: Invalid containerPort: 99999
  
  Run 'docker run --help' for more information
  docker: Invalid containerPort: b
  
  Run 'docker run --help' for more information
  docker: Invalid ranges specified for container and host Ports: 1-2 and 1-3
  
  Run 'docker run --help' for more information
  docker: Invalid ip address: 1.2.3
  
  Run 'docker run --help' for more information
  docker: Invalid proto: nope
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -v busybox; docker run -e; docker run -m busybox true; docker run --rm=maybe busybox true; docker run --tty=1 --rm busybox true
  docker: 'docker run' requires at least 1 argument
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  See 'docker run --help' for more information
  flag needs an argument: 'e' in -e
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  invalid argument "busybox" for "-m, --memory" flag: invalid size: 'busybox'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  invalid argument "maybe" for "--rm" flag: strconv.ParseBool: parsing "maybe": invalid syntax
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  $ docker run nope:tag:x; docker run Busybox; docker run busybox@sha256:abc; docker run 'bad name' ; docker run ''
  docker: invalid reference format
  
  Run 'docker run --help' for more information
  docker: invalid reference format: repository name (library/Busybox) must be lowercase
  
  Run 'docker run --help' for more information
  docker: invalid reference format
  
  Run 'docker run --help' for more information
  docker: invalid reference format
  
  Run 'docker run --help' for more information
  docker: invalid reference format
  
  Run 'docker run --help' for more information
  [125]
  $ docker images nope; docker images --filter x; docker images --filter nope=1; docker images --format '{{.Nope}}'; docker images a b
  REPOSITORY  TAG  IMAGE ID  CREATED  SIZE
  invalid argument "x" for "-f, --filter" flag: bad format of filter (expected name=value)
  
  Usage:  docker images [OPTIONS] [REPOSITORY[:TAG]]
  
  Run 'docker images --help' for more information
  Error response from daemon: invalid filter 'nope'
  template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.imageContext
  docker: 'docker images' requires at most 1 argument
  
  Usage:  docker images [OPTIONS] [REPOSITORY[:TAG]]
  
  SRun 'docker images --help' for more information
  [1]
  $ docker pull; docker pull Upper; docker pull a:b:c; docker pull -a busybox:latest
  docker: 'docker pull' requires 1 argument
  
  Usage:  docker pull [OPTIONS] NAME[:TAG|@DIGEST]
  
  Run 'docker pull --help' for more information
  invalid reference format: repository name (library/Upper) must be lowercase
  invalid reference format
  tag can't be used with --all-tags/-a
  [1]
  $ docker rmi; docker rmi nope; docker rmi Upper; docker rmi -f nope nope2
  docker: 'docker rmi' requires at least 1 argument
  
  Usage:  docker rmi [OPTIONS] IMAGE [IMAGE...]
  
  See 'docker rmi --help' for more information
  Error response from daemon: No such image: nope:latest
  Error response from daemon: invalid reference format: repository name (library/Upper) must be lowercase
  Error response from daemon: No such image: nope:latest
  Error response from daemon: No such image: nope2:latest
  $ docker volume nope 2>&1 | head -n 2; docker volume rm; docker volume rm nope; docker volume rm -f nope; docker volume inspect; docker volume ls nope
  docker: unknown command: docker volume nope
  
  docker: 'docker volume rm' requires at least 1 argument
  
  Usage:  docker volume rm [OPTIONS] VOLUME [VOLUME...]
  
  See 'docker volume rm --help' for more information
  Error response from daemon: get nope: no such volume
  nope
  docker: 'docker volume inspect' requires at least 1 argument
  
  Usage:  docker volume inspect [OPTIONS] VOLUME [VOLUME...]
  
  See 'docker volume inspect --help' for more information
  docker: 'docker volume ls' accepts no arguments
  
  Usage:  docker volume ls [OPTIONS]
  
  Run 'docker volume ls --help' for more information
  [1]
  $ docker network rm; docker network inspect; docker network create; docker network create a b
  docker: 'docker network rm' requires at least 1 argument
  
  Usage:  docker network rm NETWORK [NETWORK...]
  
  See 'docker network rm --help' for more information
  docker: 'docker network inspect' requires at least 1 argument
  
  Usage:  docker network inspect [OPTIONS] NETWORK [NETWORK...]
  
  See 'docker network inspect --help' for more information
  docker: 'docker network create' requires 1 argument
  
  Usage:  docker network create [OPTIONS] NETWORK
  
  Run 'docker network create --help' for more information
  docker: 'docker network create' requires 1 argument
  
  Usage:  docker network create [OPTIONS] NETWORK
  
  Run 'docker network create --help' for more information
  [1]
  $ docker inspect; docker inspect --size; docker inspect -f '{{' x; docker inspect -f '{{.X' busybox
  docker: 'docker inspect' requires at least 1 argument
  
  Usage:  docker inspect [OPTIONS] NAME|ID [NAME|ID...]
  
  See 'docker inspect --help' for more information
  docker: 'docker inspect' requires at least 1 argument
  
  Usage:  docker inspect [OPTIONS] NAME|ID [NAME|ID...]
  
  See 'docker inspect --help' for more information
  template parsing error: template: :1: unclosed action
  template parsing error: template: :1: unclosed action
  [64]
  $ docker history; docker history nope; docker history --format '{{.Nope}}' busybox
  docker: 'docker history' requires 1 argument
  
  Usage:  docker history [OPTIONS] IMAGE
  
  Run 'docker history --help' for more information
  Error response from daemon: No such image: nope:latest
  template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *image.historyContext
  [1]
  $ docker attach; docker attach nope; docker diff; docker diff nope
  docker: 'docker attach' requires 1 argument
  
  Usage:  docker attach [OPTIONS] CONTAINER
  
  Run 'docker attach --help' for more information
  Error response from daemon: No such container: nope
  docker: 'docker diff' requires 1 argument
  
  Usage:  docker diff CONTAINER
  
  Run 'docker diff --help' for more information
  Error response from daemon: No such container: nope
  [1]
  $ docker context ls -q; docker context use nope; docker context inspect nope; docker context rm default; docker context rm nope; docker context show; docker context create; docker context create default; docker context export nope; docker context import x
  default
  context "nope": context not found: open /home/learner/.docker/contexts/meta/<ID1>/meta.json: no such file or directory
  []
  context "nope": context not found: open /home/learner/.docker/contexts/meta/<ID1>/meta.json: no such file or directory
  context "default" cannot be removed
  context "nope" does not exist
  default
  docker: 'docker context create' requires 1 argument
  
  Usage:  docker context create [OPTIONS] CONTEXT
  
  Run 'docker context create --help' for more information
  "default" is a reserved context name
  context "nope": context not found: open /home/learner/.docker/contexts/meta/<ID1>/meta.json: no such file or directory
  docker: 'docker context import' requires 2 arguments
  
  Usage:  docker context import CONTEXT FILE|-
  
  Run 'docker context import --help' for more information
  [1]
  $ docker -H tcp://localhost:1 ps; docker -H nope://x ps; docker -c nope ps; DOCKER_HOST=unix:///nope docker ps
  Cannot connect to the Docker daemon at tcp://localhost:1. Is the docker daemon running?
  Failed to initialize: unable to resolve docker endpoint: invalid bind address format: nope://x
  Failed to initialize: unable to resolve docker endpoint: context "nope": context not found: open /home/learner/.docker/contexts/meta/<ID1>/meta.json: no such file or directory
  Cannot connect to the Docker daemon at unix:///nope. Is the docker daemon running?
  [1]
