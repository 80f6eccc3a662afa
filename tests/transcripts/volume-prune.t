Volumes that nothing needs.

  $ docker volume create named; docker volume create --label keep=1 kept
  named
  kept
  $ docker run --name anon -v /data busybox sh -c 'echo 12345 > /data/f'; docker volume ls -q | wc -l
  3
  $ docker volume prune -f
  Total reclaimed space: 0B
  $ docker rm anon; docker volume prune -f | sed 's/^[0-9a-f]\{64\}$/ID/'
  anon
  Deleted Volumes:
  ID
  
  Total reclaimed space: 6B
  $ docker volume ls -q
  kept
  named
  $ docker volume prune -a -f --filter label!=keep
  Deleted Volumes:
  named
  
  Total reclaimed space: 0B
  $ docker volume ls -q
  kept
  $ echo n | docker volume prune -a; docker volume ls -q
  WARNING! This will remove all local volumes not used by at least one container.
  Are you sure you want to continue? [y/N] kept
  $ echo y | docker volume prune -a; docker volume ls -q
  WARNING! This will remove all local volumes not used by at least one container.
  Are you sure you want to continue? [y/N] Deleted Volumes:
  kept
  
  Total reclaimed space: 0B
  $ docker volume prune < /dev/null
  WARNING! This will remove anonymous local volumes not used by at least one container.
  Are you sure you want to continue? [y/N] 
  $ docker volume prune -f
  Total reclaimed space: 0B
  $ docker run --rm -v /gone busybox true; docker volume ls -q | wc -l
  0
  $ docker run --rm -v stays:/x busybox true; docker volume ls -q
  stays
  $ docker run --name a1 -v /one -v named2:/two busybox true; docker rm -v a1; docker volume ls -q
  a1
  named2
  stays
  $ docker volume prune -f --filter until=1h
  Error response from daemon: invalid filter 'until'
  [1]
  $ docker volume prune -f --filter nope=1
  Error response from daemon: invalid filter 'nope'
  [1]
  $ docker system prune -f --volumes | grep -v '^Deleted Networks'; docker volume ls -q
  Total reclaimed space: 0B
  named2
  stays
