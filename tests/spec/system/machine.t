What the machine says of itself.

  $ hostname; uname -s; uname -n; uname -m; uname -o; uname -sm; arch
  docker-host
  Linux
  docker-host
  x86_64
  GNU/Linux
  Linux x86_64
  x86_64
  $ uname x; echo $?
  uname: extra operand ‘x’
  Try 'uname --help' for more information.
  1
  $ uname -z; echo $?
  uname: invalid option -- 'z'
  Try 'uname --help' for more information.
  1
  $ hostname other; echo $?
  hostname: you must be root to change the host name
  1
  $ sudo hostname other; hostname; sudo hostname docker-host
  other
  sudo: unable to resolve host other: Temporary failure in name resolution
  $ getconf PAGE_SIZE; getconf ARG_MAX; getconf NOSUCH; echo $?
  4096
  2097152
  getconf: Unrecognized variable `NOSUCH'
  2
  $ TERM=xterm-256color tput colors; TERM=xterm tput bold | od -c; TERM=xterm tput setaf 1 | od -c; TERM=xterm tput cup 2 3 | od -c
  256
  0000000 033   [   1   m
  0000004
  0000000 033   [   3   1   m
  0000005
  0000000 033   [   3   ;   4   H
  0000006
  $ TERM=xterm tput nosuchcap; echo $?
  tput: unknown terminfo capability 'nosuchcap'
  4
  $ TERM=xterm clear | od -c
  0000000 033   [   H 033   [   2   J 033   [   3   J
  0000013
  $ free | head -n 1; free -h | tail -n 1; free -w | head -n 1
                 total        used        free      shared  buff/cache   available
  Swap:             0B          0B          0B
                 total        used        free      shared     buffers       cache   available
  $ uptime -s | grep -c '^[0-9-]* [0-9:]*$'
  1
  $ sudo sysctl kernel.ostype; sudo sysctl -n kernel.ostype; sudo sysctl no.such; echo $?
  kernel.ostype = Linux
  Linux
  sysctl: cannot stat /proc/sys/no/such: No such file or directory
  1
  $ curl -s http://localhost:1/; echo $?
  7
  $ curl http://no.such.host.invalid/; echo $?
  curl: (6) Could not resolve host: no.such.host.invalid
  6
  $ curl; echo $?
  curl: try 'curl --help' or 'curl --manual' for more information
  2
  $ curl -sS nosuchscheme://x/; echo $?
  curl: (1) Protocol "nosuchscheme" not supported
  1
  $ curl --nosuch; echo $?
  curl: option --nosuch: is unknown
  curl: try 'curl --help' or 'curl --manual' for more information
  2
  $ ip -br addr show lo | awk '{print $1, $2}'
  lo UNKNOWN
  $ ip addr show dev nosuch; echo $?
  Device "nosuch" does not exist.
  1
  $ ip nonsense; echo $?
  Object "nonsense" is unknown, try "ip help".
  1
