Directories and files of the host, given in many ways.

  $ mkdir -p site conf; echo hello > site/index.html; docker run --rm -v "$PWD/site":/w busybox cat /w/index.html
  hello
  $ docker run --rm -v ./site:/w busybox ls /w
  index.html
  $ docker run --rm -v site:/w busybox ls -A /w; docker volume ls -q
  site
  $ docker run --rm -v "$PWD/nope/deep":/w busybox ls -A /w; ls -ld nope/deep | awk '{print $1,$3,$4}'
  drwxr-xr-x root root
  $ docker run --rm --mount type=bind,src="$PWD/none",dst=/w busybox ls
  docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /home/learner/none
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=bind,source="$PWD/none",target=/w,bind-create-src=true busybox ls
  invalid argument "type=bind,source=/home/learner/none,target=/w,bind-create-src=true" for "--mount" flag: unexpected key 'bind-create-src' in 'bind-create-src=true'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v "$PWD/site/index.html":/f:ro busybox sh -c 'cat /f; echo x > /f'
  hello
  sh: can't create /f: Read-only file system
  [1]
  $ docker run --rm -v "$PWD/site/index.html":/etc/ busybox ls
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/home/learner/site/index.html" to rootfs at "/etc": mount src=/home/learner/site/index.html, dst=/etc, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v "$PWD/site":/etc/hostname busybox ls
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/home/learner/site" to rootfs at "/etc/hostname": mount src=/home/learner/site, dst=/etc/hostname, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v "$PWD/site":/w:rw,z busybox sh -c 'echo more >> /w/index.html'; cat site/index.html
  hello
  more
  $ docker run --rm -v "$PWD/site":/w:bogus busybox ls
  docker: Error response from daemon: invalid mode: bogus
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v "$PWD/site":/w:ro:rw busybox ls
  docker: invalid spec: /home/learner/site:/w:ro:rw: too many colons
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v "$PWD/site":w busybox ls
  docker: Error response from daemon: invalid volume specification: '/home/learner/site:w': invalid mount config for type "bind": invalid mount path: 'w' mount path must be absolute
  
  Run 'docker run --help' for more information
  [125]
