Commands in running containers.

  $ docker run -d --name box -w /tmp -e A=1 busybox sleep 1000 >/dev/null; docker exec box pwd
  /tmp
  $ docker exec -w /etc box pwd
  /etc
  $ docker exec -w /nope box pwd
  OCI runtime exec failed: exec failed: unable to start container process: chdir to cwd ("/nope") set in config.json failed: no such file or directory
  [127]
  $ docker exec -w rel box pwd
  OCI runtime exec failed: exec failed: Cwd must be an absolute path
  [128]
  $ docker exec -e A=2 -e B=3 box sh -c 'echo $A $B'
  2 3
  $ docker exec -u 1000:1000 box id -u
  1000
  $ docker exec -u nosuch box id
  Error response from daemon: unable to find user nosuch: no matching entries in passwd file
  [1]
  $ docker exec -d box touch /tmp/made; sleep 1; docker exec box ls /tmp
  made
  $ docker exec box sh -c 'exit 42'
  [42]
  $ docker exec box sh -c 'kill -TERM $$; sleep 1'
  [143]
  $ docker exec box nosuch
  OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in $PATH
  [127]
  $ docker exec box /tmp
  OCI runtime exec failed: exec failed: unable to start container process: exec: "/tmp": is a directory: permission denied
  [126]
  $ docker exec box /etc/passwd
  OCI runtime exec failed: exec failed: unable to start container process: exec: "/etc/passwd": permission denied
  [126]
  $ docker exec box ''
  OCI runtime exec failed: exec failed: unable to start container process: exec: "": executable file not found in $PATH
  [127]
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
  $ docker exec nope true
  Error response from daemon: No such container: nope
  [1]
  $ docker exec -t box true
  $ docker exec -it box true
  the input device is not a TTY
  [1]
  $ docker exec --nope box true
  unknown flag: --nope
  
  Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]
  
  Run 'docker exec --help' for more information
  [125]
  $ docker exec box ls --nope 2>&1 | head -n 1
  ls: unrecognized option '--nope'
  $ echo input | docker exec -i box cat
  input
  $ echo input | docker exec box cat
  $ docker exec box sh -c 'echo out; echo err >&2' 2>/dev/null
  out
  $ docker exec box sh -c 'echo out; echo err >&2' 2>&1 >/dev/null
  err
  $ docker pause box; docker exec box true 2>&1; docker unpause box
  box
  Error response from daemon: Container box is paused, unpause the container before exec
  box
  $ docker stop -t 0 box; docker exec box true 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  box
  Error response from daemon: container ID is not running
  $ docker container exec box true 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  Error response from daemon: container ID is not running
