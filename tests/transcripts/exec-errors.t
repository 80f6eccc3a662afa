What exec refuses and what it can be told.

  $ docker run -d --name box -e A=1 -w /tmp busybox sleep 1000 >/dev/null; docker create --name idle busybox >/dev/null
  $ docker exec box
  docker: 'docker exec' requires at least 2 arguments
  
  Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]
  
  See 'docker exec --help' for more information
  [1]
  $ docker exec
  docker: 'docker exec' requires at least 2 arguments
  
  Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]
  
  See 'docker exec --help' for more information
  [1]
  $ docker exec nobox true
  Error response from daemon: No such container: nobox
  [1]
  $ docker exec idle true
  Error response from daemon: container <ID1> is not running
  [1]
  $ docker exec box nope
  OCI runtime exec failed: exec failed: unable to start container process: exec: "nope": executable file not found in $PATH
  [127]
  $ docker exec box /etc/passwd
  OCI runtime exec failed: exec failed: unable to start container process: exec: "/etc/passwd": permission denied
  [126]
  $ docker exec box /etc
  OCI runtime exec failed: exec failed: unable to start container process: exec: "/etc": is a directory: permission denied
  [126]
  $ docker exec box ''
  OCI runtime exec failed: exec failed: unable to start container process: exec: "": executable file not found in $PATH
  [127]
  $ docker exec -w /nope box pwd
  OCI runtime exec failed: exec failed: unable to start container process: chdir to cwd ("/nope") set in config.json failed: no such file or directory
  [127]
  $ docker exec -w tmp box pwd
  OCI runtime exec failed: exec failed: Cwd must be an absolute path
  [128]
  $ docker exec -w / box pwd; docker exec box pwd
  /
  /tmp
  $ docker exec -u nope box id
  Error response from daemon: unable to find user nope: no matching entries in passwd file
  [1]
  $ docker exec -u 5555:6666 box id
  uid=5555 gid=6666 groups=6666
  $ docker exec -u root:nope box id
  Error response from daemon: unable to find group nope: no matching entries in group file
  [1]
  $ docker exec -e A=2 -e B box sh -c 'echo $A-$B'
  2-
  $ docker exec -e =x box true
  invalid argument "=x" for "-e, --env" flag: invalid environment variable: =x
  
  Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]
  
  Run 'docker exec --help' for more information
  [125]
  $ printf 'C=3\n# no\n\nD=four words\n' > env; docker exec --env-file env box sh -c 'echo $C-$D'
  3-four words
  $ docker exec --env-file nope box true
  open nope: no such file or directory
  [1]
  $ docker exec box sh -c 'exit 7'
  [7]
  $ docker exec box sh -c 'kill -9 $$'
  [137]
  $ echo in | docker exec -i box cat
  in
  $ echo in | docker exec box cat
  $ docker exec -d box sh -c 'echo x > /tmp/made'; sleep 0.5; docker exec box cat /tmp/made
  x
  $ docker exec -d box nope
  Error response from daemon: OCI runtime exec failed: exec failed: unable to start container process: exec: "nope": executable file not found in $PATH
  [1]
  $ docker exec -t box sh -c 'test -t 1 && echo tty'
  tty
  $ docker exec --detach-keys abc,def box true
  Error response from daemon: Invalid escape keys (abc,def) provided
  [1]
  $ docker exec --nope box true
  unknown flag: --nope
  
  Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]
  
  Run 'docker exec --help' for more information
  [125]
  $ docker pause box; docker exec box true; docker unpause box
  box
  Error response from daemon: Container box is paused, unpause the container before exec
  box
  $ docker inspect -f '{{.ExecIDs}}' box
  []
  $ docker rm -f box idle
  box
  idle
