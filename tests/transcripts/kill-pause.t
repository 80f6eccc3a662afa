Signals and standstill.

  $ docker run -d --name box busybox sleep 1000 >/dev/null; docker kill box; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' box
  box
  exited 137
  $ docker kill box 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  Error response from daemon: cannot kill container: box: container ID is not running
  $ docker run -d --name trap busybox sh -c 'trap "echo hup" HUP; trap "echo term; exit 5" TERM; echo ready; while :; do sleep 0.2; done' >/dev/null; sleep 1; docker kill -s HUP trap; sleep 1; docker logs trap
  trap
  ready
  hup
  $ docker kill --signal=SIGTERM trap; sleep 1; docker inspect -f '{{.State.ExitCode}}' trap
  trap
  5
  $ docker kill -s NOPE trap
  Error response from daemon: cannot kill container: trap: invalid signal: NOPE
  [1]
  $ docker kill -s 99 trap
  Error response from daemon: cannot kill container: trap: the linux daemon does not support signal 99
  [1]
  $ docker kill -s 0 trap
  Error response from daemon: cannot kill container: trap: invalid signal: 0
  [1]
  $ docker kill nope
  Error response from daemon: cannot kill container: nope: No such container: nope
  [1]
  $ docker kill
  docker: 'docker kill' requires at least 1 argument
  
  Usage:  docker kill [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker kill --help' for more information
  [1]
  $ docker start trap >/dev/null; sleep 1; docker pause trap; docker ps --format '{{.Status}}' --filter name=trap | sed 's/Up [^(]*/Up TIME /'
  trap
  Up TIME (Paused)
  $ docker pause trap 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  Error response from daemon: Container ID is already paused
  $ docker unpause trap; docker unpause trap 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  trap
  Error response from daemon: Container ID is not paused
  $ docker pause nope
  Error response from daemon: No such container: nope
  [1]
  $ docker unpause nope
  Error response from daemon: No such container: nope
  [1]
  $ docker pause box 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  Error response from daemon: container ID is not running
  $ docker pause trap; docker stop -t 1 trap; docker inspect -f '{{.State.Status}}' trap
  trap
  trap
  exited
  $ docker run -d --name slow busybox sh -c 'trap "" TERM; while :; do sleep 0.2; done' >/dev/null; sleep 1; docker stop -t 1 slow; docker inspect -f '{{.State.ExitCode}}' slow
  slow
  137
  $ docker run -d --name sig --stop-signal SIGUSR1 busybox sh -c 'trap "exit 9" USR1; while :; do sleep 0.2; done' >/dev/null; sleep 1; docker stop sig; docker inspect -f '{{.State.ExitCode}}' sig
  sig
  9
  $ docker stop sig; docker stop nope
  sig
  Error response from daemon: No such container: nope
  [1]
  $ docker stop -t x sig
  invalid argument "x" for "-t, --timeout" flag: strconv.ParseInt: parsing "x": invalid syntax
  
  Usage:  docker stop [OPTIONS] CONTAINER [CONTAINER...]
  
  Run 'docker stop --help' for more information
  [125]
  $ docker stop -s NOPE slow; docker start slow >/dev/null; docker stop -s NOPE slow
  slow
  Error response from daemon: cannot stop container: slow: invalid signal: NOPE
  [1]
  $ docker rm slow 2>&1 | sed 's/"[0-9a-f]\{64\}"/"ID"/'
  Error response from daemon: cannot remove container "slow": container is running: stop the container before removing or force remove
  $ docker rm -f slow trap box sig
  slow
  trap
  box
  sig
  $ docker stop; docker pause; docker unpause; docker start
  docker: 'docker stop' requires at least 1 argument
  
  Usage:  docker stop [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker stop --help' for more information
  docker: 'docker pause' requires at least 1 argument
  
  Usage:  docker pause CONTAINER [CONTAINER...]
  
  See 'docker pause --help' for more information
  docker: 'docker unpause' requires at least 1 argument
  
  Usage:  docker unpause CONTAINER [CONTAINER...]
  
  See 'docker unpause --help' for more information
  docker: 'docker start' requires at least 1 argument
  
  Usage:  docker start [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker start --help' for more information
  [1]
