The processes of a container.

  $ docker run -d --name box busybox sh -c 'sleep 1000 & sleep 2000 & wait' >/dev/null; sleep 1; docker top box -o pid,cmd | sed 's/[0-9][0-9]*  */PID  /'
  PID                 CMD
  PID  sh -c sleep 1000 & sleep 2000 & wait
  PID  sleep 1000
  PID  sleep 2000
  $ docker top box -eo user,pid,comm | awk '{print $1, $3}'
  USER COMMAND
  root sh
  root sleep
  root sleep
  $ docker top box | head -n 1
  UID                 PID                 PPID                C                   STIME               TTY                 TIME                CMD
  $ docker top box aux | head -n 1
  USER                PID                 %CPU                %MEM                VSZ                 RSS                 TTY                 STAT                START               TIME                COMMAND
  $ docker top box -o cmd
  Error response from daemon: Couldn't find PID field in ps output
  [1]
  $ docker top box -o foo
  Error response from daemon: ps: error: unknown user-defined format specifier "foo"
  [1]
  $ docker top box --nope
  Error response from daemon: ps: error: unknown gnu long option
  [1]
  $ docker top nope
  Error response from daemon: No such container: nope
  [1]
  $ docker top
  docker: 'docker top' requires at least 1 argument
  
  Usage:  docker top CONTAINER [ps OPTIONS]
  
  See 'docker top --help' for more information
  [1]
  $ docker stop -t 0 box >/dev/null; docker top box 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  Error response from daemon: container ID is not running
  $ docker container top --help | head -n 1
  Usage:  docker container top CONTAINER [ps OPTIONS]
