The same programs as BusyBox has them.

  $ docker run --rm -u 1234 busybox sh -c 'exec 2>&1; id -u; id -un; whoami; echo $?'
  1234
  1234id: unknown ID 1234
  
  whoami: unknown uid 1234
  1
  $ docker run --rm -h box busybox sh -c 'exec 2>&1; hostname; uname -n; uname -s; uname -m; hostname -f; echo $?'
  box
  box
  Linux
  x86_64
  box
  0
  $ docker run --rm busybox sh -c 'exec 2>&1; env -i A=1 env; env -u; echo $?' 2>&1 | head -n 2
  A=1
  env: option requires an argument -- 'u'
  $ docker run --rm busybox sh -c 'exec 2>&1; env nosuch; echo $?'
  env: can't execute 'nosuch': No such file or directory
  127
  $ docker run --rm -e A=1 busybox sh -c 'exec 2>&1; env | grep ^A='
  A=1
  $ docker run --rm busybox sh -c 'exec 2>&1; date -u -d @0; date -u -R -d @0; date -d foo; echo $?; date -u -d "2024-01-02 03:04:05" +%F-%j'
  Thu <DATE>:00 UTC 1970
  Thu, 01 Jan 1970 00:00:00 +0000
  date: invalid date 'foo'
  1
  2024-01-02-002
  $ docker run --rm busybox sh -c 'exec 2>&1; timeout 1 nosuch; echo $?; timeout x true; echo $?; timeout 0.1 true; echo $?'
  timeout: can't execute 'nosuch': No such file or directory
  127
  timeout: invalid number 'x'
  1
  0
  $ docker run --rm busybox sh -c 'exec 2>&1; /bin/busybox kill 9999; echo $?; /bin/busybox kill abc; /bin/busybox kill -l 15; /bin/busybox kill -NOPE 1; /bin/busybox kill; echo $?'
  kill: can't kill pid 9999: No such process
  1
  kill: invalid number 'abc'
  TERM
  kill: bad signal name 'NOPE'
  kill: you need to specify whom to kill
  1
  $ docker run --rm busybox sh -c 'exec 2>&1; tty; echo $?; stty; echo $?; nproc --ignore=99; arch'
  not a tty
  1
  stty: standard input: Inappropriate ioctl for device
  1
  1
  x86_64
  $ docker run --rm busybox sh -c 'exec 2>&1; pidof nosuch; echo $?; killall nosuch; echo $?; killall; echo $?'
  1
  killall: nosuch: no process killed
  1
  killall: you need to specify whom to kill
  1
  $ docker run --rm busybox sh -c 'exec 2>&1; free | head -n 1; free | tail -n 1'
                total        used        free      shared  buff/cache   available
  Swap:             0           0           0
  $ docker run --rm busybox sh -c 'exec 2>&1; setsid nosuch; echo $?; chroot /nosuch; echo $?'
  setsid: can't execute 'nosuch': No such file or directory
  127
  chroot: can't change root directory to '/nosuch': No such file or directory
  1
  $ docker run --rm busybox ps -o pid,comm
  PID   COMMAND
      1 ps
  $ docker run --rm busybox sh -c 'exec 2>&1; wget http://nosuch.invalid/; echo $?; wget -q http://127.0.0.1:1/; echo $?; nc 127.0.0.1 1; echo $?; ping -c 1 nosuch.invalid; echo $?'
  wget: bad address 'nosuch.invalid'
  1
  wget: can't connect to remote host (127.0.0.1): Connection refused
  1
  nc: can't connect to remote host (127.0.0.1): Connection refused
  1
  ping: bad address 'nosuch.invalid'
  1
  $ docker run --rm busybox sh -c 'exec 2>&1; cal 2 2024; clear | od -c; sleep x; echo $?'
     February 2024
  Su Mo Tu We Th Fr Sa
               1  2  3
   4  5  6  7  8  9 10
  11 12 13 14 15 16 17
  18 19 20 21 22 23 24
  25 26 27 28 29
                       
  0000000 033   [   H 033   [   J
  0000006
  sleep: invalid number 'x'
  1
  $ docker run --rm -u 1234:99 busybox id
  uid=1234 gid=99 groups=99
  $ docker run --rm busybox sh -c 'exec 2>&1; id nosuch; groups nosuch; echo $?'
  id: unknown user nosuch
  groups: unknown user nosuch
  1
  $ docker run --rm busybox sh -c 'exec 2>&1; time sleep 0 2>&1 | head -n 1 | cut -c1-5; reboot -x 2>&1 | head -n 1; uptime | grep -c load'
  real	
  reboot: invalid option -- 'x'
  1
