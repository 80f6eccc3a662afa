Variables in containers.

  $ docker run --rm -e A=1 -e B='two words' busybox sh -c 'echo "$A|$B"'
  1|two words
  $ export FROM_HOST=here; docker run --rm -e FROM_HOST -e NOT_THERE busybox sh -c 'echo "$FROM_HOST|$NOT_THERE"; env | grep -c NOT_THERE'
  here|
  0
  [1]
  $ docker run --rm -e A=1 -e A=2 busybox sh -c 'echo $A'
  2
  $ docker run --rm -e EMPTY= busybox sh -c 'echo "[$EMPTY]"; env | grep EMPTY'
  []
  EMPTY=
  $ printf '# words\nA=1\n\nB=a b\nC="q"\nFROM_HOST\nD=x=y\n  E=lead\n' > f.env; docker run --rm --env-file f.env busybox env | grep -E '^(A|B|C|D|E|FROM)' | sort
  A=1
  B=a b
  C="q"
  D=x=y
  E=lead
  FROM_HOST=here
  $ printf 'A=file\n' > g.env; docker run --rm --env-file f.env --env-file g.env -e C=flag busybox sh -c 'echo $A $C'
  file flag
  $ printf 'bad name=1\n' > b.env; docker run --env-file b.env busybox
  docker: invalid env file (b.env): variable 'bad name' contains whitespaces
  
  Run 'docker run --help' for more information
  [125]
  $ printf '=1\n' > c.env; docker run --env-file c.env busybox
  docker: invalid env file (c.env): no variable name on line '=1'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --env-file nope.env busybox
  docker: open nope.env: no such file or directory
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --env-file . busybox
  docker: invalid env file (.): read .: is a directory
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -e =x busybox
  invalid argument "=x" for "-e, --env" flag: invalid environment variable: =x
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -e
  flag needs an argument: 'e' in -e
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm busybox env | cut -d= -f1 | sort
  HOME
  HOSTNAME
  PATH
  $ docker run --rm -t busybox env | cut -d= -f1 | sort
  HOME
  HOSTNAME
  PATH
  TERM
  $ docker run --rm -h box -u 1000 busybox sh -c 'echo $HOSTNAME $HOME'
  box /
  $ docker run --rm -e PATH=/bin busybox sh -c 'echo $PATH'
  /bin
  $ docker run -d --name e -e X=1 busybox sleep 1000 >/dev/null; docker exec -e Y=2 e sh -c 'echo $X $Y'; docker exec e sh -c 'echo "[$Y]"'
  docker: Error response from daemon: Invalid container name (e), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Error response from daemon: No such container: e
  Error response from daemon: No such container: e
  [1]
  $ docker exec --env-file g.env -e X=over e sh -c 'echo $A $X'
  Error response from daemon: No such container: e
  [1]
  $ printf 'FROM busybox\nENV V=image W="a b"\nARG Z=1\nRUN echo $Z > /z\nCMD echo $V $W $(cat /z)\n' > Dockerfile; docker build -q -t ev . >/dev/null; docker run --rm ev; docker run --rm -e V=run ev; docker build -q --build-arg Z=9 -t ev2 . >/dev/null; docker run --rm ev2
  image a b 1
  run a b 1
  image a b 9
