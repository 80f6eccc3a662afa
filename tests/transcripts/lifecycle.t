The verbs of a container's life, one after the other.

  $ docker create --name cc busybox sh -c 'trap "echo bye; exit 5" TERM; echo up; while :; do sleep 1; done'
  <ID1>
  $ docker start cc
  cc
  $ docker start cc
  cc
  $ sleep 1; docker logs cc
  up
  $ docker stop cc; docker inspect -f '{{.State.ExitCode}} {{.State.Status}}' cc
  cc
  5 exited
  $ docker logs cc
  up
  bye
  $ docker stop cc
  cc
  $ docker logs --tail 1 cc
  bye
  $ docker logs -n 0 cc
  $ docker logs -t cc | cut -c1-4 | sed 's/^2.*/year/'
  year
  year
  $ docker logs --since nonsense cc
  invalid value for "since": failed to parse value as time or duration: "nonsense"
  [1]
  $ docker wait cc
  5
  $ docker kill cc
  Error response from daemon: cannot kill container: cc: container <ID1> is not running
  [1]
  $ docker kill -s BOGUS cc
  Error response from daemon: cannot kill container: cc: invalid signal: BOGUS
  [1]
  $ docker restart -t 0 cc
  cc
  $ docker pause cc
  cc
  $ docker pause cc
  Error response from daemon: Container <ID1> is already paused
  [1]
  $ docker exec cc true
  Error response from daemon: Container cc is paused, unpause the container before exec
  [1]
  $ docker kill -s TERM cc; docker unpause cc; docker wait cc
  cc
  Error response from daemon: Container <ID1> is not paused
  5
  $ docker unpause cc
  Error response from daemon: Container <ID1> is not paused
  [1]
  $ docker attach cc
  You cannot attach to a stopped container, start it first
  [1]
  $ docker exec cc ls
  Error response from daemon: container <ID1> is not running
  [1]
  $ docker rename cc dd; docker rename dd dd
  Error response from daemon: Renaming a container with the same name as its current name
  Error: failed to rename container named dd
  [1]
  $ docker rename dd 'bad name'
  Error response from daemon: Error when allocating new name: Invalid container name (/bad name), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  Error: failed to rename container named dd
  [1]
  $ docker rename nope xx
  Error response from daemon: No such container: nope
  Error: failed to rename container named nope
  [1]
  $ docker update --memory 64m dd
  Error response from daemon: Cannot update container <ID1>: Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time
  [1]
  $ docker update dd
  you must provide one or more flags when using this command
  [1]
  $ docker update --restart always nope
  Error response from daemon: No such container: nope
  [1]
  $ docker port dd
  $ docker port dd 80
  Error: No public port '80' published for dd
  [1]
  $ docker port nope
  Error response from daemon: No such container: nope
  [1]
  $ docker top dd
  Error response from daemon: container <ID1> is not running
  [1]
  $ docker diff nope
  Error response from daemon: No such container: nope
  [1]
  $ docker top nope
  Error response from daemon: No such container: nope
  [1]
  $ docker stats --no-stream nope
  Error response from daemon: No such container: nope
  [1]
  $ docker start -a dd nope
  you cannot start and attach multiple containers at once
  [1]
  $ docker start -a nope
  Error response from daemon: No such container: nope
  [1]
  $ docker create --name ee busybox sh -c 'echo hello; exit 9'; docker start -a ee
  <ID2>
  hello
  [9]
  $ docker start -ai ee </dev/null
  hello
  [9]
  $ docker rm dd ee
  dd
  ee
  $ docker rm -f dd
  Error response from daemon: No such container: dd
  $ docker rm -v dd
  Error response from daemon: No such container: dd
  [1]
  $ docker rm -l nope
  Error response from daemon: No such container: nope
  [1]
  $ docker container rm
  docker: 'docker container rm' requires at least 1 argument
  
  Usage:  docker container rm [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker container rm --help' for more information
  [1]
  $ docker run -d --name ff busybox sleep 100; docker rm ff; docker container rm -f ff
  <ID3>
  Error response from daemon: cannot remove container "ff": container is running: stop the container before removing or force remove
  ff
  $ docker run -d --name s1 busybox sleep 100; docker run -d --name s2 busybox sleep 100; docker stop -t 0 s1 nope s2
  <ID4>
  <ID5>
  s1
  s2
  Error response from daemon: No such container: nope
  [1]
  $ docker container prune -f | sed 's/^Total.*/Total/'
  Deleted Containers:
  <ID5>
  <ID4>
  
  Total
  $ docker container prune --filter bogus=1 -f
  Error response from daemon: invalid filter 'bogus'
  [1]
  $ docker stop --time 1 nope; docker stop -t 1 --time 2 nope
  Flag --time has been deprecated, use --timeout instead
  Error response from daemon: No such container: nope
  Flag --time has been deprecated, use --timeout instead
  conflicting options: cannot specify both --timeout and --time
  [1]
