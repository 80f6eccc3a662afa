docker exec: another process in a running container.

  $ docker run -d --name cc -e A=1 -w /tmp busybox sleep 600
  <ID1>
  $ docker exec cc pwd
  /tmp
  $ docker exec -w / cc pwd
  /
  $ docker exec -e B=2 cc sh -c 'echo $A $B'
  1 2
  $ docker exec cc sh -c 'exit 7'
  [7]
  $ echo in | docker exec -i cc cat
  in
  $ echo in | docker exec cc cat
  $ docker exec -u 1000 cc id -u
  1000
  $ docker exec -u nosuch cc id
  Error response from daemon: unable to find user nosuch: no matching entries in passwd file
  [1]
  $ docker exec cc nosuch
  OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in $PATH
  [127]
  $ docker exec cc /etc
  OCI runtime exec failed: exec failed: unable to start container process: exec: "/etc": is a directory: permission denied
  [126]
  $ docker exec -w /nope cc ls
  OCI runtime exec failed: exec failed: unable to start container process: chdir to cwd ("/nope") set in config.json failed: no such file or directory
  [127]
  $ docker exec -it cc sh
  the input device is not a TTY
  [1]
  $ docker exec -d cc touch /tmp/made; sleep 1; docker exec cc ls /tmp
  made
  $ docker exec -d cc nosuch
  Error response from daemon: OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in $PATH
  [1]
  $ docker exec -t cc tty
  /dev/pts/0
  $ docker exec cc
  docker: 'docker exec' requires at least 2 arguments
  
  Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]
  
  See 'docker exec --help' for more information
  [1]
  $ docker exec
  docker: 'docker exec' requires at least 2 arguments
  
  Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]
  
  See 'docker exec --help' for more information
  [1]
  $ docker exec --nope cc ls
  unknown flag: --nope
  
  Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]
  
  Run 'docker exec --help' for more information
  [125]
  $ docker exec -e =x cc ls
  invalid argument "=x" for "-e, --env" flag: invalid environment variable: =x
  
  Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]
  
  Run 'docker exec --help' for more information
  [125]
  $ docker exec --env-file nofile cc ls
  open nofile: no such file or directory
  [1]
  $ docker exec cc sh -c 'echo out; echo err >&2' 2>/dev/null
  out
  $ docker exec --privileged cc true; echo $?
  0
  $ docker exec cc ls -la nofile
  ls: nofile: No such file or directory
  [1]
  $ docker stop -t 0 cc; docker exec cc true 2>&1 | sed 's/container [0-9a-f]* /container ID /'
  cc
  Error response from daemon: container ID is not running
