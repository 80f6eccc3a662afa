More of volumes.

  $ docker volume create vv --opt type=tmpfs --opt device=tmpfs --opt o=size=1m; docker run --rm -v vv:/d busybox sh -c 'df -k /d | tail -n 1 | awk "{print \$2}"; echo a > /d/f'; docker run --rm -v vv:/d busybox ls /d
  vv
  1024
  $ mkdir src; echo s > src/f; docker volume create --opt type=none --opt o=bind --opt device=$PWD/src bb; docker run --rm -v bb:/d busybox cat /d/f; docker volume rm bb; cat src/f
  bb
  s
  bb
  s
  $ docker volume create --opt type=none --opt o=bind --opt device=$PWD/nosrc nb; docker run --rm -v nb:/d busybox true; echo $?; docker volume create --opt type=none --opt o=bind --opt device=$PWD/other nb; docker volume inspect -f '{{.Options.device}}' nb | sed "s,$PWD,.,"
  nb
  docker: Error response from daemon: error while mounting volume '/var/lib/docker/volumes/nb/_data': failed to mount local volume: mount /home/learner/nosrc:/var/lib/docker/volumes/nb/_data, flags: 0x1000: no such file or directory
  
  Run 'docker run --help' for more information
  127
  nb
  ./nosrc
  $ docker run --rm -v sp:/d busybox mkdir -p /d/a/b; docker run --rm --mount type=volume,src=sp,dst=/s,volume-subpath=a busybox ls /s; docker run --rm --mount type=volume,src=sp,dst=/s,volume-subpath=../a busybox ls; docker run --rm --mount type=volume,src=sp,dst=/s,volume-subpath=/a busybox ls
  b
  docker: Error response from daemon: invalid mount config for type "volume": subpath must be a relative path within the volume
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid mount config for type "volume": subpath must be a relative path within the volume
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v sp:/d busybox ln -s /etc /d/l; docker run --rm --mount type=volume,src=sp,dst=/s,volume-subpath=l busybox ls /s; echo $?
  docker: Error response from daemon: path concatenation escapes the base directory, base: /var/lib/docker/volumes/sp/_data, subpath: l
  
  Run 'docker run --help' for more information
  125
  $ echo f > file; docker run --rm -v $PWD/file:/f busybox cat /f; docker run --rm -v $PWD/file:/d/e/f busybox cat /d/e/f; docker run --rm -v $PWD/file:/etc busybox true; echo $?; docker run --rm -v $PWD/src:/etc/passwd busybox true; echo $?
  f
  f
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/home/learner/file" to rootfs at "/etc": mount src=/home/learner/file, dst=/etc, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  
  Run 'docker run --help' for more information
  125
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/home/learner/src" to rootfs at "/etc/passwd": mount src=/home/learner/src, dst=/etc/passwd, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  
  Run 'docker run --help' for more information
  125
  $ docker run --rm -v $PWD/made:/m busybox ls -ld /m | cut -c1-10; ls -ld made | awk '{print $1,$3}'; docker run --rm --mount type=bind,src=$PWD/unmade,dst=/m busybox true; docker run --rm --mount type=bind,src=$PWD/unmade,dst=/m,bind-create-src busybox true; echo $?
  drwxr-xr-x
  drwxr-xr-x root
  docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /home/learner/unmade
  
  Run 'docker run --help' for more information
  invalid argument "type=bind,src=/home/learner/unmade,dst=/m,bind-create-src" for "--mount" flag: invalid field 'bind-create-src' must be a key=value pair
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  125
  $ docker run --rm --tmpfs /t:size=64k,mode=0700,uid=5,gid=6 busybox sh -c 'stat -c "%a %u %g" /t; dd if=/dev/zero of=/t/f bs=1k count=100 2>&1 | head -n 1; df -k /t | tail -n 1 | awk "{print \$2}"'; docker run --rm --tmpfs /t:noexec busybox sh -c 'cp /bin/busybox /t/b; /t/b true; echo $?'; docker run --rm --tmpfs /t:bogus busybox true; echo $?
  700 5 6
  dd: error writing '/t/f': No space left on device
  64
  sh: /t/b: Permission denied
  126
  docker: Error response from daemon: invalid tmpfs option "bogus"
  
  Run 'docker run --help' for more information
  125
  $ docker run --rm --mount type=tmpfs,dst=/t,tmpfs-size=1m,tmpfs-mode=1770 busybox stat -c %a /t; docker run --rm --mount type=tmpfs,dst=/t,tmpfs-mode=9 busybox true; docker run --rm --mount type=tmpfs,src=x,dst=/t busybox true; docker run --rm --tmpfs relative busybox true
  1770
  invalid argument "type=tmpfs,dst=/t,tmpfs-mode=9" for "--mount" flag: invalid value for tmpfs-mode: 9
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid mount config for type "tmpfs": field Source must not be specified
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid mount path: 'relative' mount path must be absolute
  
  Run 'docker run --help' for more information
  [125]
  $ docker volume create --label a=1 la >/dev/null; docker volume create --label b=2 lb >/dev/null; docker volume prune -af --filter label=a | grep -v Total; docker volume prune -af --filter 'label!=b=2'  | grep -v Total; docker volume ls -q --filter label=b; docker volume prune -f --filter nope=1; docker volume rm lb
  Deleted Volumes:
  la
  
  Deleted Volumes:
  sp
  
  lb
  Error response from daemon: invalid filter 'nope'
  lb
  $ docker volume create ''  | wc -c; docker volume create a; docker volume create .a; docker volume create 'a b'; docker volume create A_-.1; docker volume create --driver local --opt nope=1 x; docker volume create --opt type=tmpfs x; docker volume create same --label z=1; docker volume create same --label z=2; docker volume inspect -f '{{.Labels}}' same
  65
  Error response from daemon: create a: volume name is too short, names should be at least two alphanumeric characters
  Error response from daemon: create .a: ".a" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  Error response from daemon: create a b: "a b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  A_-.1
  Error response from daemon: create x: volume name is too short, names should be at least two alphanumeric characters
  Error response from daemon: create x: volume name is too short, names should be at least two alphanumeric characters
  same
  same
  map[z:1]
  $ docker run -d --name p1 -v pv:/p busybox sleep 100 >/dev/null; docker exec p1 sh -c 'echo 1 > /p/f'; docker rm -f p1; docker run --rm -v pv:/p busybox cat /p/f; docker run --rm -v pv:/p:ro busybox sh -c 'echo 2 > /p/f'; docker run --rm -v pv:/p:nocopy,ro busybox ls /p; docker run --rm -v pv:/p:bogus busybox ls /p; docker run --rm -v pv:/p:ro,rw busybox true
  p1
  1
  sh: can't create /p/f: Read-only file system
  f
  docker: Error response from daemon: invalid mode: bogus
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid mode: ro,rw
  
  Run 'docker run --help' for more information
  [125]
