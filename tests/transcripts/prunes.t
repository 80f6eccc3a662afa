Removing what nothing needs.

  $ docker run --name done busybox true; docker run -d --name runs busybox sleep 1000 >/dev/null; docker network create lonely >/dev/null; docker container prune < /dev/null
  WARNING! This will remove all stopped containers.
  Are you sure you want to continue? [y/N] 
  $ echo n | docker container prune; docker ps -a --format '{{.Names}}' | sort
  WARNING! This will remove all stopped containers.
  Are you sure you want to continue? [y/N] done
  runs
  $ echo y | docker container prune | sed 's/^[0-9a-f]\{64\}$/ID/'
  WARNING! This will remove all stopped containers.
  Are you sure you want to continue? [y/N] Deleted Containers:
  ID
  
  Total reclaimed space: 0B
  $ docker container prune -f
  Total reclaimed space: 0B
  $ docker network prune -f
  Deleted Networks:
  lonely
  
  $ docker network prune -f
  $ docker network prune < /dev/null
  WARNING! This will remove all custom networks not used by at least one container.
  Are you sure you want to continue? [y/N] 
  $ docker system prune < /dev/null
  WARNING! This will remove:
    - all stopped containers
    - all networks not used by at least one container
    - all dangling images
    - unused build cache
  
  Are you sure you want to continue? [y/N] 
  $ docker system prune -a --volumes < /dev/null
  WARNING! This will remove:
    - all stopped containers
    - all networks not used by at least one container
    - all anonymous volumes not used by at least one container
    - all images without at least one container associated to them
    - all build cache
  
  Are you sure you want to continue? [y/N] 
  $ docker system prune --filter label=x < /dev/null
  WARNING! This will remove:
    - all stopped containers
    - all networks not used by at least one container
    - all dangling images
    - unused build cache
  
    Items to be pruned will be filtered with:
    - label=x
  
  Are you sure you want to continue? [y/N] 
  $ docker image prune < /dev/null
  WARNING! This will remove all dangling images.
  Are you sure you want to continue? [y/N] 
  $ docker image prune -a < /dev/null
  WARNING! This will remove all images without at least one container associated to them.
  Are you sure you want to continue? [y/N] 
  $ docker volume prune < /dev/null
  WARNING! This will remove anonymous local volumes not used by at least one container.
  Are you sure you want to continue? [y/N] 
  $ docker volume prune -a < /dev/null
  WARNING! This will remove all local volumes not used by at least one container.
  Are you sure you want to continue? [y/N] 
  $ docker builder prune < /dev/null
  WARNING! This will remove all dangling build cache. Are you sure you want to continue? [y/N] 
  $ docker builder prune -a < /dev/null
  WARNING! This will remove all build cache. Are you sure you want to continue? [y/N] 
  $ docker container prune -f --filter until=1h
  Total reclaimed space: 0B
  $ docker container prune -f --filter until=x
  Error response from daemon: failed to parse value as time or duration: "x"
  [1]
  $ docker container prune -f --filter nope=1
  Error response from daemon: invalid filter 'nope'
  [1]
  $ docker container prune --filter until
  invalid argument "until" for "--filter" flag: bad format of filter (expected name=value)
  
  Usage:  docker container prune [OPTIONS]
  
  Run 'docker container prune --help' for more information
  [125]
  $ docker container prune x
  docker: 'docker container prune' accepts no arguments
  
  Usage:  docker container prune [OPTIONS]
  
  Run 'docker container prune --help' for more information
  [1]
  $ docker image prune -f --filter nope=1
  Error response from daemon: invalid filter 'nope'
  [1]
  $ docker network prune -f --filter nope=1
  Error response from daemon: invalid filter 'nope'
  [1]
  $ docker system prune -f --filter nope=1
  Error response from daemon: invalid filter 'nope'
  [1]
  $ docker system prune -f --volumes --filter until=1h
  ERROR: The "until" filter is not supported with "--volumes"
  [1]
  $ docker run --name lab -l keep=1 busybox true; docker container prune -f --filter label!=keep=1; docker ps -aq | wc -l
  Total reclaimed space: 0B
  2
  $ printf 'FROM busybox\nRUN echo 1 > /f\n' > Dockerfile; docker build -q -t pr . >/dev/null; printf 'FROM busybox\nRUN echo 2 > /f\n' > Dockerfile; docker build -q -t pr . >/dev/null; docker images -f dangling=true -q | wc -l; docker image prune -f | grep -c deleted
  1
  1
  $ docker system prune -f | grep -c 'Total reclaimed space'; docker ps -a --format '{{.Names}}'
  1
  runs
