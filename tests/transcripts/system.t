What is told about the engine as a whole.

  $ docker version -f '{{.Client.APIVersion}} {{.Client.Os}}/{{.Client.Arch}} {{.Server.Os}}/{{.Server.Arch}}'
  1.50 linux/amd64 linux/amd64
  $ docker version | grep -E '^[A-Z]|^ [A-Z]' | sed 's/:.*/:/'
  Client:
   Version:
   API version:
   Go version:
   Git commit:
   Built:
   OS/Arch:
   Context:
  Server:
   Engine:
  $ docker info -f '{{.Driver}} {{.OSType}} {{.DockerRootDir}} {{.ContainersRunning}} {{.Name}}'
  overlay2 linux /var/lib/docker 0 docker-host
  $ docker info -f '{{.Nope}}'
  
  template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type system.dockerInfo
  [1]
  $ docker info -f '{{'
  template parsing error: template: :1: unclosed action
  [64]
  $ docker version -f '{{.Nope}}'
  
  template: version:1:2: executing "version" at <.Nope>: can't evaluate field Nope in type system.versionInfo
  [1]
  $ docker version -f '{{'
  template parsing error: template: version:1: unclosed action
  [64]
  $ docker system df --format '{{.Type}} {{.TotalCount}} {{.Active}}' | grep -v Images
  Containers 0 0
  Local Volumes 0 0
  Build Cache 0 0
  $ docker run -d --name evt1 -v vv:/d busybox sh -c 'echo 12345 > /d/f; echo 123456 > /own; sleep 100'; sleep 1
  <ID1>
  $ docker system df | grep -E 'TYPE|Containers|Volumes' | sed 's/  *[0-9.]*[kM]*B//'
  TYPE            TOTAL     ACTIVE    SIZE      RECLAIMABLE
  Containers      1         1        0B (0%)
  Local Volumes   1         1        0B (0%)
  $ docker system df -v | grep -E 'space|VOLUME|vv'
  Images space usage:
  Containers space usage:
  CONTAINER ID  IMAGE  COMMAND  LOCAL VOLUMES  SIZE  CREATED  STATUS  NAMES
  Local Volumes space usage:
  VOLUME NAME   LINKS     SIZE
  vv            1         6B
  $ docker system df --format '{{.Nope}}'
  template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.diskUsageImagesContext
  [1]
  $ docker ps -s --format '{{.Names}} {{.Size}}' | sed 's/(.*//'
  evt1 7B 
  $ docker system bogus
  docker: unknown command: docker system bogus
  
  Usage:  docker system
  
  Run 'docker system --help' for more information
  [1]
  $ docker system prune -f | tail -n 1
  Total reclaimed space: 0B
  $ docker rm -f evt1; docker system prune -f --volumes | head -n 1
  evt1
  Total reclaimed space: 0B
  $ echo n | docker system prune
  WARNING! This will remove:
    - all stopped containers
    - all networks not used by at least one container
    - all dangling images
    - unused build cache
  
  Are you sure you want to continue? [y/N] 
  $ echo n | docker volume prune
  WARNING! This will remove anonymous local volumes not used by at least one container.
  Are you sure you want to continue? [y/N] 
  $ echo y | docker volume prune -a
  WARNING! This will remove all local volumes not used by at least one container.
  Are you sure you want to continue? [y/N] Deleted Volumes:
  vv
  
  Total reclaimed space: 6B
  $ echo n | docker system prune -a --volumes --filter label=x
  WARNING! This will remove:
    - all stopped containers
    - all networks not used by at least one container
    - all anonymous volumes not used by at least one container
    - all images without at least one container associated to them
    - all build cache
  
    Items to be pruned will be filtered with:
    - label=x
  
  Are you sure you want to continue? [y/N] 
  $ docker container prune </dev/null
  WARNING! This will remove all stopped containers.
  Are you sure you want to continue? [y/N] 
  $ docker system prune --volumes --filter until=1h -f
  ERROR: The "until" filter is not supported with "--volumes"
  [1]
  $ docker events --since 1h --until 0s --filter container=evt1 --format '{{.Action}} {{index .Actor.Attributes "name"}}' | head -n 4
  create evt1
  start evt1
  $ docker events --format '{{.Nope}}'
  Error parsing format: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *events.Message
  [64]
  $ docker events --format '{{'
  Error parsing format: template: :1: unclosed action
  [64]
  $ docker events --since nonsense --until 0s
  failed to parse value as time or duration: "nonsense"
  [1]
  $ docker events --filter bogus
  invalid argument "bogus" for "-f, --filter" flag: bad format of filter (expected name=value)
  
  Usage:  docker events [OPTIONS]
  
  Run 'docker events --help' for more information
  [125]
  $ docker inspect nope nada
  []
  Error: No such object: nope
  Error: No such object: nada
  [1]
  $ docker inspect --type bogus x
  unknown type: "bogus": must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"
  [1]
  $ docker inspect --type container nope
  []
  Error response from daemon: No such container: nope
  [1]
  $ docker inspect --type volume nope
  []
  Error response from daemon: get nope: no such volume
  [1]
  $ docker inspect --type network -f '{{.Name}}' bridge
  bridge
  $ docker inspect -f '{{.Name}}' bridge busybox 2>&1
  bridge
  template parsing error: template: :1:2: executing "" at <.Name>: map has no entry for key "Name"
  [1]
  $ docker context ls
  NAME        DESCRIPTION                               DOCKER ENDPOINT               ERROR
  default *   Current DOCKER_HOST based configuration   unix:///var/run/docker.sock   
  $ docker context show
  default
  $ docker context create there --docker host=unix:///var/run/docker.sock --description 'the same'
  there
  Successfully created context "there"
  $ docker context ls --format '{{.Name}} {{.Current}} {{.DockerEndpoint}}'
  default true unix:///var/run/docker.sock
  there false unix:///var/run/docker.sock
  $ docker context use there; docker ps -q; docker context show
  there
  Current context is now "there"
  there
  $ docker context rm there
  context "there" is in use, set -f flag to force remove
  [1]
  $ docker context use default; docker context rm there nope
  default
  Current context is now "default"
  there
  context "nope" does not exist
  [1]
  $ docker context use nope
  context "nope": context not found: open /home/learner/.docker/contexts/meta/<ID2>/meta.json: no such file or directory
  [1]
  $ docker context inspect nope
  []
  context "nope": context not found: open /home/learner/.docker/contexts/meta/<ID2>/meta.json: no such file or directory
  [1]
  $ docker -c nope ps
  Failed to initialize: unable to resolve docker endpoint: context "nope": context not found: open /home/learner/.docker/contexts/meta/<ID2>/meta.json: no such file or directory
  [1]
  $ docker -H unix:///no.sock ps
  Cannot connect to the Docker daemon at unix:///no.sock. Is the docker daemon running?
  [1]
  $ DOCKER_HOST=unix:///no.sock docker ps
  Cannot connect to the Docker daemon at unix:///no.sock. Is the docker daemon running?
  [1]
  $ docker -H tcp://127.0.0.1:1 ps
  Cannot connect to the Docker daemon at tcp://127.0.0.1:1. Is the docker daemon running?
  [1]
  $ docker -H a -H b ps
  Failed to initialize: unable to resolve docker endpoint: Specify only one -H
  [1]
  $ docker -l bogus ps
  Unable to parse logging level: bogus
  [1]
  $ docker --version | cut -c1-14
  Docker version
  $ docker login </dev/null
  Error: Cannot perform an interactive login from a non TTY device
  [1]
  $ docker logout
  Removing login credentials for https://index.docker.io/v1/
  $ docker search --limit 200 x
  Error response from daemon: limit 200 is outside the range of [1, 100]
  [1]
  $ sudo chmod 600 /var/run/docker.sock; docker ps; docker run busybox true; docker volume ls; docker start x; docker inspect x
  permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/containers/json": dial unix /var/run/docker.sock: connect: permission denied
  docker: permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Head "http://%2Fvar%2Frun%2Fdocker.sock/_ping": dial unix /var/run/docker.sock: connect: permission denied
  
  Run 'docker run --help' for more information
  permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/volumes": dial unix /var/run/docker.sock: connect: permission denied
  permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Post "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/containers/x/start": dial unix /var/run/docker.sock: connect: permission denied
  Error: failed to start containers: x
  []
  permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/containers/x/json": dial unix /var/run/docker.sock: connect: permission denied
  [1]
  $ sudo docker ps -q; sudo chmod 660 /var/run/docker.sock; docker ps -q
