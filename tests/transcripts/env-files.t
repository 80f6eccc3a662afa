Files of variables and labels that are not as they should be.

  $ r() { docker run --rm --env-file "$1" busybox env | grep -v -E '^(PATH|HOSTNAME|HOME)='; }
  $ printf 'A=1\n  B=2\nC = 3\n' > e1; r e1
  docker: invalid env file (e1): variable 'C ' contains whitespaces
  
  Run 'docker run --help' for more information
  [1]
  $ printf 'A=1\n  B=2\n\tC=3\nD=x y \nE= z\n' > e1; r e1
  A=1
  B=2
  C=3
  D=x y 
  E= z
  $ printf '\xef\xbb\xbfA=1\nB=2\n' > e2; r e2
  A=1
  B=2
  $ printf 'A=1\nB=\xff\xfe\n' > e3; r e3
  docker: invalid env file (e3): invalid utf8 bytes at line 2: [66 61 255 254]
  
  Run 'docker run --help' for more information
  [1]
  $ printf 'A=1\r\nB=2\r\n' > e4; r e4 | od -c | head
  0000000   A   =   1  \n   B   =   2  \n
  0000010
  $ printf 'A=1\n\n# x\n  # y\n#B=2\nC=3#no\n' > e5; r e5
  A=1
  C=3#no
  $ FROMENV=yes; export FROMENV; printf 'FROMENV\nNOTSET\nX\n' > e6; r e6
  FROMENV=yes
  $ printf '=x\n' > e7; r e7
  docker: invalid env file (e7): no variable name on line '=x'
  
  Run 'docker run --help' for more information
  [1]
  $ printf 'A B=1\n' > e8; r e8
  docker: invalid env file (e8): variable 'A B' contains whitespaces
  
  Run 'docker run --help' for more information
  [1]
  $ printf 'A\tB=1\n' > e8; r e8
  docker: invalid env file (e8): variable 'A	B' contains whitespaces
  
  Run 'docker run --help' for more information
  [1]
  $ printf 'AB =1\n' > e8; r e8
  docker: invalid env file (e8): variable 'AB ' contains whitespaces
  
  Run 'docker run --help' for more information
  [1]
  $ printf ' \n\t\nA=1' > e9; r e9
  A=1
  $ printf 'A="q"\nB='"'s'"'\nC=$A\nD=${A}\nE=a\\nb\n' > e10; r e10
  A="q"
  B='s'
  C=$A
  D=${A}
  E=a\nb
  $ (printf 'A='; head -c 65500 /dev/zero | tr '\0' x; echo) > e11; r e11 | wc -c
  65503
  $ (printf 'A='; head -c 65533 /dev/zero | tr '\0' x; echo) > e11; r e11 | wc -c
  65536
  $ (printf 'A='; head -c 65534 /dev/zero | tr '\0' x; echo) > e11; r e11 | wc -c
  docker: invalid env file (e11): bufio.Scanner: token too long
  
  Run 'docker run --help' for more information
  0
  $ (printf 'A='; head -c 70000 /dev/zero | tr '\0' x; echo) > e11; r e11 | wc -c
  docker: invalid env file (e11): bufio.Scanner: token too long
  
  Run 'docker run --help' for more information
  0
  $ (printf 'A=1\nB='; head -c 200000 /dev/zero | tr '\0' x; echo) > e11; r e11 | wc -c
  docker: invalid env file (e11): bufio.Scanner: token too long
  
  Run 'docker run --help' for more information
  0
  $ printf 'A=1\0B\n' > e12; r e12
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: invalid environment variable "A": contains nul byte (\x00)
  
  Run 'docker run --help' for more information
  [1]
  $ r nosuch
  docker: open nosuch: no such file or directory
  
  Run 'docker run --help' for more information
  [1]
  $ mkdir dir; r dir
  docker: invalid env file (dir): read dir: is a directory
  
  Run 'docker run --help' for more information
  [1]
  $ touch noread; chmod 000 noread; r noread
  docker: open noread: permission denied
  
  Run 'docker run --help' for more information
  [1]
  $ r /dev/null
  [1]
  $ printf 'A=1\nA=2\n' > e13; r e13; docker run --rm -e A=3 --env-file e13 busybox env | grep ^A=
  A=2
  A=3
  $ printf 'lower=1\n1X=2\nA-B=3\nA.B=4\n' > e14; r e14 | sort
  1X=2
  A-B=3
  A.B=4
  lower=1
  $ printf 'export A=1\n' > e15; r e15
  docker: invalid env file (e15): variable 'export A' contains whitespaces
  
  Run 'docker run --help' for more information
  [1]
  $ printf 'A==\nB==x=\n' > e16; r e16
  A==
  B==x=
  $ l() { docker create --name lab --label-file "$1" busybox >/dev/null && docker inspect -f '{{json .Config.Labels}}' lab; docker rm lab >/dev/null 2>&1; }
  $ for f in e1 e2 e3 e4 e5 e6 e7 e8 e9 e10; do echo "-- $f"; l $f; done
  -- e1
  {"A":"1","B":"2","C":"3","D":"x y ","E":" z"}
  -- e2
  {"A":"1","B":"2"}
  -- e3
  docker: invalid env file (e3): invalid utf8 bytes at line 2: [66 61 255 254]
  
  Run 'docker create --help' for more information
  -- e4
  {"A":"1","B":"2"}
  -- e5
  {"A":"1","C":"3#no"}
  -- e6
  {}
  -- e7
  docker: invalid env file (e7): no variable name on line '=x'
  
  Run 'docker create --help' for more information
  -- e8
  docker: invalid env file (e8): variable 'AB ' contains whitespaces
  
  Run 'docker create --help' for more information
  -- e9
  {"A":"1"}
  -- e10
  {"A":"\"q\"","B":"'s'","C":"$A","D":"${A}","E":"a\\nb"}
  $ for f in e11 e12 nosuch dir noread /dev/null e13 e14 e15 e16; do echo "-- $f"; l $f 2>&1 | cut -c1-200; done
  -- e11
  docker: invalid env file (e11): bufio.Scanner: token too long
  
  Run 'docker create --help' for more information
  -- e12
  {"A":"1\u0000B"}
  -- nosuch
  docker: open nosuch: no such file or directory
  
  Run 'docker create --help' for more information
  -- dir
  docker: invalid env file (dir): read dir: is a directory
  
  Run 'docker create --help' for more information
  -- noread
  docker: open noread: permission denied
  
  Run 'docker create --help' for more information
  -- /dev/null
  {}
  -- e13
  {"A":"2"}
  -- e14
  {"1X":"2","A-B":"3","A.B":"4","lower":"1"}
  -- e15
  docker: invalid env file (e15): variable 'export A' contains whitespaces
  
  Run 'docker create --help' for more information
  -- e16
  {"A":"=","B":"=x="}
  $ docker run --rm --label "" busybox true; docker run --rm --label =x busybox true; docker run --rm -e =x busybox true; docker run --rm -e "" busybox true
  invalid argument "" for "-l, --label" flag: invalid label '': empty name
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  invalid argument "=x" for "-l, --label" flag: invalid label '=x': empty name
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  invalid argument "=x" for "-e, --env" flag: invalid environment variable: =x
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  invalid argument "" for "-e, --env" flag: invalid environment variable: 
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker exec --env-file nosuch x env
  open nosuch: no such file or directory
  [1]
  $ docker run -d --name xx busybox sleep 50 >/dev/null; docker exec --env-file e8 xx env; docker exec --env-file e13 xx env | grep ^A; docker rm -f xx
  invalid env file (e8): variable 'AB ' contains whitespaces
  A=2
  xx
