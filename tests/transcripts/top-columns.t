Columns of docker top.

  $ docker run -d --name web busybox sh -c 'sleep 1000 & sleep 2000; echo' >/dev/null; sleep 0.5
  $ n() { sed 's/[0-9][0-9:.]*/N/g;s/  */ /g'; }
  $ docker top web | n
  UID PID PPID C STIME TTY TIME CMD
  root N N N N ? N sh -c sleep N & sleep N; echo
  root N N N N ? N sleep N
  root N N N N ? N sleep N
  $ docker top web -ef | n
  UID PID PPID C STIME TTY TIME CMD
  root N N N N ? N sh -c sleep N & sleep N; echo
  root N N N N ? N sleep N
  root N N N N ? N sleep N
  $ docker top web aux | n
  USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND
  root N N N N N ? Ss N N sh -c sleep N & sleep N; echo
  root N N N N N ? S N N sleep N
  root N N N N N ? S N N sleep N
  $ docker top web -aux | n
  USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND
  root N N N N N ? Ss N N sh -c sleep N & sleep N; echo
  root N N N N N ? S N N sleep N
  root N N N N N ? S N N sleep N
  $ docker top web -o pid,cmd | n
  PID CMD
  N sh -c sleep N & sleep N; echo
  N sleep N
  N sleep N
  $ docker top web -o cmd | n
  Error response from daemon: Couldn't find PID field in ps output
  $ docker top web -o pid,args | n
  PID COMMAND
  N sh -c sleep N & sleep N; echo
  N sleep N
  N sleep N
  $ docker top web -eo pid,comm | n
  PID COMMAND
  N sh
  N sleep
  N sleep
  $ docker top web -eo pid,ppid,user,stat,cmd | n
  PID PPID USER STAT CMD
  N N root Ss sh -c sleep N & sleep N; echo
  N N root S sleep N
  N N root S sleep N
  $ docker top web -e -o user,pid | n
  USER PID
  root N
  root N
  root N
  $ docker top web o pid,cmd | n
  PID CMD
  N sh -c sleep N & sleep N; echo
  N sleep N
  N sleep N
  $ docker top web axo pid,cmd | n
  PID CMD
  N sh -c sleep N & sleep N; echo
  N sleep N
  N sleep N
  $ docker top web -o pid=,cmd= | n
  Error response from daemon: Couldn't find PID field in ps output
  $ docker top web -o pid=PROC,cmd=WHAT | n
  Error response from daemon: Couldn't find PID field in ps output
  $ docker top web -o user | n
  Error response from daemon: Couldn't find PID field in ps output
  $ docker top web -o nosuch | n
  Error response from daemon: ps: error: unknown user-defined format specifier "nosuch"
  $ docker top web -o | n
  Error response from daemon: ps: error: format specification must follow -o
  $ docker top web -o pid,nosuch | n
  Error response from daemon: ps: error: unknown user-defined format specifier "nosuch"
  $ docker top web -Q | n
  Error response from daemon: ps: error: unsupported SysV option
  $ docker top web --nosuch | n
  Error response from daemon: ps: error: unknown gnu long option
  $ docker top web x | n
  PID TTY STAT TIME COMMAND
  N ? Ss N sh -c sleep N & sleep N; echo
  N ? S N sleep N
  N ? S N sleep N
  $ docker top web -p 1 | n
  PID TTY TIME CMD
  $ docker top web -u root | n
  PID TTY TIME CMD
  N ? N sh
  N ? N sleep
  N ? N sleep
  $ docker top web -C sleep | n
  PID TTY TIME CMD
  N ? N sleep
  N ? N sleep
  $ docker top web -F | n
  UID PID PPID C SZ RSS PSR STIME TTY TIME CMD
  root N N N N N N N ? N sh -c sleep N & sleep N; echo
  root N N N N N N N ? N sleep N
  root N N N N N N N ? N sleep N
  $ docker top web -j | n
  PID PGID SID TTY TIME CMD
  N N N ? N sh
  N N N ? N sleep
  N N N ? N sleep
  $ docker top web u | n
  USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND
  root N N N N N ? Ss N N sh -c sleep N & sleep N; echo
  root N N N N N ? S N N sleep N
  root N N N N N ? S N N sleep N
  $ docker top web -L | n
  PID LWP TTY TIME CMD
  N N ? N sh
  N N ? N sleep
  N N ? N sleep
  $ docker top web -eLf | n
  UID PID PPID LWP C NLWP STIME TTY TIME CMD
  root N N N N N N ? N sh -c sleep N & sleep N; echo
  root N N N N N N ? N sleep N
  root N N N N N N ? N sleep N
  $ docker top web -w -w -o pid,args | n
  PID COMMAND
  N sh -c sleep N & sleep N; echo
  N sleep N
  N sleep N
  $ docker top web --forest | n
  PID TTY TIME CMD
  N ? N \_ sh
  N ? N \_ sleep
  N ? N \_ sleep
  $ docker top web f | n
  Error response from daemon: ps: exit status 1
  $ docker top web --sort pid -o pid,comm | n
  PID COMMAND
  N sh
  N sleep
  N sleep
  $ docker top web -o pid --sort -pid | n
  PID
  N
  N
  N
  $ docker top web -o rss,vsz,pid | n
  RSS VSZ PID
  N N N
  N N N
  N N N
  $ docker top web -o pid,%cpu,%mem,etime,time,tty,nice,ni,pri | n
  PID %CPU %MEM ELAPSED TIME TT NI NI PRI
  N N N N N ? N N N
  N N N N N ? N N N
  N N N N N ? N N N
  $ docker top web -o pid,lstart | wc -l
  4
  $ docker top web -o uid,pid,gid,group,ruser,euser,pgid,sid,sess,tpgid | n
  UID PID GID GROUP RUSER EUSER PGID SID SESS TPGID
  N N N root root root N N N -N
  N N N root root root N N N -N
  N N N root root root N N N -N
  $ docker top web -h | n
  Error response from daemon: Couldn't find PID field in ps output
  $ docker top web --help | head -2
  Error response from daemon: Couldn't find PID field in ps output
  $ docker top web -V | n
  Error response from daemon: Couldn't find PID field in ps output
  $ docker top web -A | n
  PID TTY TIME CMD
  N ? N sh
  N ? N sleep
  N ? N sleep
  $ docker top web -a | n
  PID TTY TIME CMD
  N ? N sh
  N ? N sleep
  N ? N sleep
  $ docker top web -o pid -o cmd | n
  PID CMD
  N sh -c sleep N & sleep N; echo
  N sleep N
  N sleep N
  $ docker top web -opid,cmd | n
  PID CMD
  N sh -c sleep N & sleep N; echo
  N sleep N
  N sleep N
  $ docker top web '-o pid,cmd' | n
  PID CMD
  N sh -c sleep N & sleep N; echo
  N sleep N
  N sleep N
  $ docker top web "-eo pid,cmd" | n
  PID CMD
  N sh -c sleep N & sleep N; echo
  N sleep N
  N sleep N
  $ docker top web -o "pid cmd" | n
  Error response from daemon: ps: error: unsupported option (BSD syntax)
  $ docker top web -o pid cmd | n
  Error response from daemon: ps: error: unsupported option (BSD syntax)
  $ docker top web 1 | n
  PID TTY STAT TIME COMMAND
  $ docker top web 99999999 | n
  Error response from daemon: ps: exit status 1
  $ docker top nosuch | n
  Error response from daemon: No such container: nosuch
  $ docker stop -t 0 web; docker top web | n
  web
  Error response from daemon: container <ID1> is not running
  $ docker rm web
  web
