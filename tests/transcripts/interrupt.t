Ctrl-C while a verb is at work, and what it leaves behind.

  $ timeout -s INT 1 docker run --name r1 busybox sleep 4; echo $?; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' r1; docker rm -f r1
  124
  exited 0
  r1
  $ timeout -s INT 1 docker run --rm --name r2 busybox sh -c 'trap "echo got; exit 3" INT; while :; do sleep 0.1; done'; echo $?; docker ps -aq | wc -l
  got
  124
  0
  $ timeout -s INT 1 docker run --rm --init --name r3 busybox sleep 4; echo $?; docker ps -aq | wc -l
  124
  0
  $ docker create --name r5 busybox sleep 4 >/dev/null; timeout -s INT 1 docker start -a r5; echo $?; docker inspect -f '{{.State.Status}}' r5; docker rm -f r5
  124
  running
  r5
  $ docker run -d --name r6 busybox sh -c 'trap "exit 7" INT; while :; do sleep 0.1; done' >/dev/null; timeout -s INT 1 docker attach r6; echo $?; docker wait r6; docker rm r6
  124
  7
  r6
  $ docker run -d --name r7 busybox sh -c 'while :; do echo x; sleep 0.3; done' >/dev/null; timeout -s INT 1 docker logs -f r7 | head -n 1; echo ${PIPESTATUS[0]}; docker inspect -f '{{.State.Status}}' r7
  x
  141
  running
  $ timeout -s INT 1 docker exec r7 sleep 50; echo $?; docker exec r7 ps | grep -c 'sleep 50'; docker inspect -f '{{.State.Status}}' r7
  124
  1
  running
  $ timeout -s INT 1 docker wait r7; echo $?
  124
  $ timeout -s INT 1 docker events; echo $?
  124
  $ timeout -s INT 1 docker stop -t 3 r7; echo $?; docker inspect -f '{{.State.Status}}' r7; docker rm -f r7
  124
  running
  r7
  $ printf 'FROM busybox\nRUN sleep 50\n' > Dockerfile; timeout -s INT 2 docker build -q -t slow . >/dev/null 2>&1; echo $?; docker images -q slow | wc -l; docker ps -aq | wc -l
  124
  0
  0
  $ (sleep 3; echo y) | timeout -s INT 1 docker volume prune; echo $?
  WARNING! This will remove anonymous local volumes not used by at least one container.
  Are you sure you want to continue? [y/N] 
  124
  $ (sleep 3; echo y) | timeout -s INT 1 docker system prune; echo $?
  WARNING! This will remove:
    - all stopped containers
    - all networks not used by at least one container
    - all dangling images
    - unused build cache
  
  Are you sure you want to continue? [y/N] 
  124
  $ (sleep 3) | timeout -s INT 1 docker import - x; echo $?; docker images -q x | wc -l
  124
  0
  $ (sleep 3) | timeout -s INT 1 docker load; echo $?; ls /var/lib/docker/tmp 2>/dev/null | wc -l
  124
  0
  $ docker create --name c1 busybox >/dev/null; (sleep 3) | timeout -s INT 1 docker cp - c1:/tmp; echo $?; docker diff c1
  124
  $ timeout -s TERM 1 docker run --name r8 busybox sleep 4; echo $?; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' r8; docker rm -f r8
  124
  exited 0
  r8
  $ timeout -s HUP 1 docker run --rm --name r10 busybox sh -c 'trap "exit 4" HUP; while :; do sleep 0.1; done'; echo $?
  124
  $ t() { timeout --preserve-status -s ${S:-INT} 1 "$@"; echo "status $?"; }; docker create --name s5 busybox sleep 4 >/dev/null; t docker start -a s5; docker inspect -f '{{.State.Status}}' s5; docker rm -f s5
  status 0
  running
  s5
  $ (sleep 2; echo y) | t docker container prune; S=TERM; (sleep 2; echo y) | t docker container prune; docker ps -a --format '{{.Names}}'; S=INT
  WARNING! This will remove all stopped containers.
  Are you sure you want to continue? [y/N] 
  status 0
  WARNING! This will remove all stopped containers.
  Are you sure you want to continue? [y/N] 
  status 0
  c1
  $ docker start c1 >/dev/null; docker run -d --name r6 busybox sh -c 'while :; do echo x; sleep 5; done' >/dev/null; t docker logs -f r6; t docker wait r6; t docker events; t docker stop -t 3 r6; docker rm -f r6; (sleep 2) | t docker import - x; (sleep 2) | t docker load; (sleep 2) | t docker cp - c1:/tmp
  x
  status 130
  status 130
  status 130
  status 130
  r6
  status 130
  status 130
  status 130
