Prunes ask, and take what nobody uses.

  $ docker volume create gone >/dev/null; docker run --name old busybox true; docker network create lone >/dev/null; docker create --name made -v kept:/k busybox
  <ID1>
  $ echo n | docker volume prune; echo y | docker volume prune | tail -2
  WARNING! This will remove anonymous local volumes not used by at least one container.
  Are you sure you want to continue? [y/N] WARNING! This will remove anonymous local volumes not used by at least one container.
  Are you sure you want to continue? [y/N] Total reclaimed space: 0B
  $ echo n | docker system prune --volumes
  WARNING! This will remove:
    - all stopped containers
    - all networks not used by at least one container
    - all anonymous volumes not used by at least one container
    - all dangling images
    - unused build cache
  
  Are you sure you want to continue? [y/N] 
  $ echo N | docker container prune; docker ps -aq | wc -l
  WARNING! This will remove all stopped containers.
  Are you sure you want to continue? [y/N] 2
  $ echo | docker network prune; docker network ls -q -f name=lone | wc -l
  WARNING! This will remove all custom networks not used by at least one container.
  Are you sure you want to continue? [y/N] 1
  $ docker container prune -f --filter until=1h; docker container prune -f --filter label=x; docker container prune -f | tail -1
  Total reclaimed space: 0B
  Total reclaimed space: 0B
  Total reclaimed space: 0B
  $ docker volume ls -q; docker volume prune -a -f; docker volume ls -q
  gone
  kept
  Deleted Volumes:
  gone
  kept
  
  Total reclaimed space: 0B
  $ docker network prune -f; docker network prune -f --filter until=x; docker volume prune -f --filter until=1h; docker volume prune -f --filter bogus=1; docker container prune -f --filter bogus=1; docker image prune -f --filter bogus=1
  Deleted Networks:
  lone
  
  Error response from daemon: failed to parse value as time or duration: "x"
  Error response from daemon: invalid filter 'until'
  Error response from daemon: invalid filter 'bogus'
  Error response from daemon: invalid filter 'bogus'
  Error response from daemon: invalid filter 'bogus'
  [1]
  $ docker run -v /a1 --name an busybox true; docker rm an; docker system prune -f; docker volume ls -q | wc -l; docker system prune -f --volumes | head -1; docker volume ls -q | wc -l
  an
  Total reclaimed space: 0B
  1
  Deleted Volumes:
  0
  $ docker system prune --volumes --filter until=1h -f; docker system prune -f --filter label=zz | tail -1; docker system prune x; docker builder prune -f | tail -1
  ERROR: The "until" filter is not supported with "--volumes"
  Total reclaimed space: 0B
  docker: 'docker system prune' accepts no arguments
  
  Usage:  docker system prune [OPTIONS]
  
  Run 'docker system prune --help' for more information
  Total:	0B
  $ docker image prune; docker image prune -f --filter until=1h; docker image prune -a --filter label=nope -f
  WARNING! This will remove all dangling images.
  Are you sure you want to continue? [y/N] Total reclaimed space: 0B
  Total reclaimed space: 0B
