wait, top, stats and port with all their ways to fail.

  $ docker run -d --name w1 busybox sh -c 'sleep 1; exit 5' >/dev/null; docker run -d --name w2 busybox sleep 1 >/dev/null; docker wait w1 w2
  5
  0
  $ docker wait w1; docker wait nobox; docker wait w1 nobox w2; docker wait
  5
  Error response from daemon: No such container: nobox
  5
  0
  Error response from daemon: No such container: nobox
  docker: 'docker wait' requires at least 1 argument
  
  Usage:  docker wait CONTAINER [CONTAINER...]
  
  See 'docker wait --help' for more information
  [1]
  $ docker create --name idle busybox >/dev/null; docker wait idle
  0
  $ docker top idle; docker top nobox; docker top
  Error response from daemon: container <ID1> is not running
  Error response from daemon: No such container: nobox
  docker: 'docker top' requires at least 1 argument
  
  Usage:  docker top CONTAINER [ps OPTIONS]
  
  See 'docker top --help' for more information
  [1]
  $ docker run -d --name t1 busybox sleep 1000 >/dev/null; docker top t1 -o pid,comm | sed 's/[0-9][0-9]* */N /'; docker top t1 -o nope; docker top t1 -eo args
  PID                 COMMAND
  N sleep
  Error response from daemon: ps: error: unknown user-defined format specifier "nope"
  Error response from daemon: Couldn't find PID field in ps output
  [1]
  $ docker top t1 | head -n 1 | tr -s ' '; docker top t1 aux | head -n 1 | tr -s ' '
  UID PID PPID C STIME TTY TIME CMD
  USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND
  $ docker stats --no-stream --format '{{.Name}} {{.PIDs}}' t1
  t1 1
  $ docker stats --no-stream --format '{{.Name}} {{.MemPerc}} {{.CPUPerc}} {{.NetIO}} {{.BlockIO}}' idle
  idle 0.00% 0.00% 0B / 0B 0B / 0B
  $ docker stats --no-stream nobox
  Error response from daemon: No such container: nobox
  [1]
  $ docker stats --no-stream --format '{{.Nope}}' t1
  template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *container.statsContext
  [1]
  $ docker stats --no-stream --format 'table {{.Name}}\t{{.PIDs}}' t1 idle
  NAME      PIDS
  t1        1
  idle      0
  $ docker stats --no-stream --no-trunc --format '{{.Container}}' t1
  t1
  $ docker run -d --name p1 -p 8085:80 -p 127.0.0.1:8086:81/udp --expose 99 busybox sleep 100 >/dev/null; docker port p1 | sort
  80/tcp -> 0.0.0.0:8085
  80/tcp -> [::]:8085
  81/udp -> 127.0.0.1:8086
  $ docker port p1 80; docker port p1 80/tcp; docker port p1 81/udp
  0.0.0.0:8085
  [::]:8085
  0.0.0.0:8085
  [::]:8085
  127.0.0.1:8086
  $ docker port p1 81; docker port p1 99; docker port p1 abc; docker port p1 80/nope; docker port nobox; docker port idle; docker port
  Error: No public port '81' published for p1
  Error: No public port '99' published for p1
  Error: invalid port (abc): strconv.ParseUint: parsing "abc": invalid syntax
  Error: No public port '80/nope' published for p1
  Error response from daemon: No such container: nobox
  docker: 'docker port' requires at least 1 and at most 2 arguments
  
  Usage:  docker port CONTAINER [PRIVATE_PORT[/PROTO]]
  
  Run 'docker port --help' for more information
  [1]
  $ docker ps --filter name=p1 --format '{{.Ports}}'
  99/tcp, 0.0.0.0:8085->80/tcp, [::]:8085->80/tcp, 127.0.0.1:8086->81/udp
  $ docker kill nobox; docker kill idle 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'; docker kill -s NOPE t1; docker kill -s 99 t1; docker kill -s 0 t1; docker kill
  Error response from daemon: cannot kill container: nobox: No such container: nobox
  Error response from daemon: cannot kill container: idle: container ID is not running
  Error response from daemon: cannot kill container: t1: invalid signal: NOPE
  Error response from daemon: cannot kill container: t1: the linux daemon does not support signal 99
  Error response from daemon: cannot kill container: t1: invalid signal: 0
  docker: 'docker kill' requires at least 1 argument
  
  Usage:  docker kill [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker kill --help' for more information
  [1]
  $ docker kill -s STOP t1; docker kill -s cont t1; docker kill --signal=SIGUSR1 t1; sleep 0.5; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' t1
  t1
  t1
  t1
  running 0
  $ docker stop idle; docker stop nobox; docker stop -t x t1; docker stop -s NOPE t1; docker stop
  idle
  Error response from daemon: No such container: nobox
  invalid argument "x" for "-t, --timeout" flag: strconv.ParseInt: parsing "x": invalid syntax
  
  Usage:  docker stop [OPTIONS] CONTAINER [CONTAINER...]
  
  Run 'docker stop --help' for more information
  Error response from daemon: cannot stop container: t1: invalid signal: NOPE
  docker: 'docker stop' requires at least 1 argument
  
  Usage:  docker stop [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker stop --help' for more information
  [1]
  $ docker pause idle 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'; docker unpause idle 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'; docker pause nobox
  Error response from daemon: container ID is not running
  Error response from daemon: Container ID is not paused
  Error response from daemon: No such container: nobox
  [1]
  $ docker start nobox; docker start idle nobox; docker start; docker start -a nobox idle
  Error response from daemon: No such container: nobox
  Error: failed to start containers: nobox
  idle
  Error response from daemon: No such container: nobox
  Error: failed to start containers: nobox
  docker: 'docker start' requires at least 1 argument
  
  Usage:  docker start [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker start --help' for more information
  you cannot start and attach multiple containers at once
  [1]
  $ docker rm t1 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'; docker rm nobox; docker rm -f nobox; docker rm
  Error response from daemon: cannot remove container "t1": container is running: stop the container before removing or force remove
  Error response from daemon: No such container: nobox
  Error response from daemon: No such container: nobox
  docker: 'docker rm' requires at least 1 argument
  
  Usage:  docker rm [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker rm --help' for more information
  [1]
  $ docker rm -f w1 w2 idle t1 p1
  w1
  w2
  idle
  t1
  p1
