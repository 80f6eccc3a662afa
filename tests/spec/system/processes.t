Starting, listing and signalling processes.

  $ timeout 0.2 sleep 10; echo $?
  124
  $ timeout 5 sh -c 'exit 3'; echo $?
  3
  $ sh -c 'timeout -s KILL 0.2 sleep 10; echo $?' 2> /dev/null
  137
  $ timeout --preserve-status 0.2 sleep 10; echo $?
  143
  $ timeout -s HUP -v 0.2 sleep 10; echo $?
  timeout: sending signal HUP to command 'sleep'
  124
  $ sh -c 'timeout -k 0.2 0.2 sh -c "trap : TERM; sleep 10; sleep 10"; echo $?' 2> /dev/null
  137
  $ timeout 0.2 sh -c 'sleep 978; echo not reached'; pgrep -f 'sleep 97[8]'; echo $?
  1
  $ timeout 1 nosuchcommand; echo $?
  timeout: failed to run command ‘nosuchcommand’: No such file or directory
  127
  $ timeout x true; echo $?
  timeout: invalid time interval ‘x’
  Try 'timeout --help' for more information.
  125
  $ timeout -s NOPE 1 true; echo $?
  timeout: ‘NOPE’: invalid signal
  Try 'timeout --help' for more information.
  125
  $ timeout; echo $?
  Try 'timeout --help' for more information.
  125
  $ nice; nice -n 5 nice; nice -7 nice; nice nice
  0
  5
  7
  10
  $ nice -n 5; echo $?
  nice: a command must be given with an adjustment
  Try 'nice --help' for more information.
  125
  $ nice -n x true; echo $?
  nice: invalid adjustment ‘x’
  125
  $ nice -n -5 true; echo $?
  nice: cannot set niceness: Permission denied
  0
  $ nohup sh -c 'echo out; echo err >&2'; echo $?
  out
  err
  0
  $ nohup nosuchcommand; echo $?
  nohup: failed to run command ‘nosuchcommand’: No such file or directory
  127
  $ nohup; echo $?
  nohup: missing operand
  Try 'nohup --help' for more information.
  125
  $ setsid sh -c 'echo in a session'; setsid nosuchcommand; echo $?
  in a session
  setsid: failed to execute nosuchcommand: No such file or directory
  127
  $ setsid; echo $?
  setsid: no command specified
  Try 'setsid --help' for more information.
  1
  $ sleep 987 & p=$!; ps -o comm= -p $p; ps -o args= -p $p; ps -o pid= -p $p | tr -d ' ' | grep -c "^$p\$"; kill $p; wait $p; echo $?
  sleep
  sleep 987
  1
  143
  $ sleep 986 & p=$!; pgrep -f 'sleep 986' | grep -c "^$p\$"; pgrep -x slee; echo $?; pkill -f 'sleep 986'; wait $p; echo $?
  1
  1
  143
  $ sleep 985 & pgrep -af 'sleep 985' | sed 's/^[0-9]* //'; pkill -f 'sleep 98[5]'; wait; pgrep -f 'sleep 98[5]'; echo $?
  sleep 985
  1
  $ pgrep; echo $?
  pgrep: no matching criteria specified
  Try `pgrep --help' for more information.
  2
  $ pgrep a b; echo $?
  pgrep: only one pattern can be provided
  Try `pgrep --help' for more information.
  2
  $ /usr/bin/kill -l 9; /usr/bin/kill -l KILL; /usr/bin/kill 999999; echo $?
  KILL
  9
  /usr/bin/kill: (999999): No such process
  1
  $ /usr/bin/kill abc; echo $?
  /usr/bin/kill: failed to parse argument: 'abc'
  1
  $ /usr/bin/kill -0 $$; echo $?; /usr/bin/kill 1; echo $?
  0
  /usr/bin/kill: (1): Operation not permitted
  1
  $ ps -p 999999 | tr -s ' '; ps -p 999999 > /dev/null; echo $?
   PID TTY TIME CMD
  1
  $ ps -o pid,ppid,comm -p 999999 | tr -s ' '
   PID PPID COMMAND
  $ ps -o nosuch; echo $?
  error: unknown user-defined format specifier "nosuch"
  
  Usage:
   ps [options]
  
   Try 'ps --help <simple|list|output|threads|misc|all>'
    or 'ps --help <s|l|o|t|m|a>'
   for additional help text.
  
  For more details see ps(1).
  1
  $ (ps -ef | head -n 1; ps aux | head -n 1; ps -eo user,pid,stat,time,args | head -n 1; ps -el | head -n 1; ps -ej | head -n 1; ps x | head -n 1; ps -F | head -n 1; ps lax | head -n 1) | tr -s ' '
  UID PID PPID C STIME TTY TIME CMD
  USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND
  USER PID STAT TIME COMMAND
  F S UID PID PPID C PRI NI ADDR SZ WCHAN TTY TIME CMD
   PID PGID SID TTY TIME CMD
   PID TTY STAT TIME COMMAND
  UID PID PPID C SZ RSS PSR STIME TTY TIME CMD
  F UID PID PPID PRI NI VSZ RSS WCHAN STAT TTY TIME COMMAND
  $ ps -C nosuchprogram -o pid=; echo $?
  1
  $ pidof nosuchprogram; echo $?
  1
  $ flock lock true; echo $?; flock lock sh -c 'flock -n lock true; echo $?'; flock -n -E 9 lock sh -c 'exit 4'; echo $?
  0
  1
  4
  $ (flock 9; echo held) 9> lock; flock -w 0.1 lock echo ok
  held
  ok
  $ flock; echo $?
  flock: not enough arguments
  Try 'flock --help' for more information.
  64
  $ tty; echo $?; tty -s; echo $?; tty x; echo $?
  not a tty
  1
  1
  tty: extra operand ‘x’
  Try 'tty --help' for more information.
  2
  $ stty; echo $?
  stty: 'standard input': Inappropriate ioctl for device
  1
  $ nproc --ignore=100; nproc x; echo $?
  1
  nproc: extra operand ‘x’
  Try 'nproc --help' for more information.
  1
  $ sleep 983 & renice -n 3 -p $! | sed 's/[0-9]* (/N (/'; ps -o ni= -p $!; kill $!; wait; renice; echo $?
  N (process ID) old priority 0, new priority 3
    3
  renice: not enough arguments
  Try 'renice --help' for more information.
  1
