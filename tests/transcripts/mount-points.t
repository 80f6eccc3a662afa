Where things can be mounted in a container, how the places are made, and what is refused.

  $ docker run --rm -v vv:/proc busybox true 2>&1 | sed 's/overlay2.[0-9a-f]*/overlay2\/ID/'
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/var/lib/docker/volumes/vv/_data" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2/ID/merged/proc" cannot be mounted because it is not of type proc
  
  Run 'docker run --help' for more information
  $ docker run --rm -v vv:/proc/sys busybox true 2>&1 | sed 's/overlay2.[0-9a-f]*/overlay2\/ID/'
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/var/lib/docker/volumes/vv/_data" to rootfs at "/proc/sys": create mountpoint for /proc/sys mount: check proc-safety of /proc/sys mount: "/var/lib/docker/overlay2/ID/merged/proc/sys" cannot be mounted because it is inside /proc
  
  Run 'docker run --help' for more information
  $ docker run --rm -v /etc/hostname:/proc/version busybox true 2>&1 | sed 's/overlay2.[0-9a-f]*/overlay2\/ID/'
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/etc/hostname" to rootfs at "/proc/version": create mountpoint for /proc/version mount: check proc-safety of /proc/version mount: "/var/lib/docker/overlay2/ID/merged/proc/version" cannot be mounted because it is inside /proc
  
  Run 'docker run --help' for more information
  $ docker run --rm -v vv:/proc/x busybox true 2>&1 | sed 's/overlay2.[0-9a-f]*/overlay2\/ID/'
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/var/lib/docker/volumes/vv/_data" to rootfs at "/proc/x": create mountpoint for /proc/x mount: make mountpoint "/proc/x": mkdirat /var/lib/docker/overlay2/ID/merged/proc/x: no such file or directory
  
  Run 'docker run --help' for more information
  $ docker run --rm -v /etc/hostname:/proc/x busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/etc/hostname" to rootfs at "/proc/x": create mountpoint for /proc/x mount: make mountpoint "/proc/x": no such file or directory
  
  Run 'docker run --help' for more information
  [127]
  $ docker run --rm -v vv:/sys/x busybox true 2>&1 | sed 's/overlay2.[0-9a-f]*/overlay2\/ID/'
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/var/lib/docker/volumes/vv/_data" to rootfs at "/sys/x": create mountpoint for /sys/x mount: make mountpoint "/sys/x": mkdirat /var/lib/docker/overlay2/ID/merged/sys/x: read-only file system
  
  Run 'docker run --help' for more information
  $ docker run --rm -v vv:/x:ro -v ww:/x/y/z busybox true 2>&1 | sed 's/overlay2.[0-9a-f]*/overlay2\/ID/'
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/var/lib/docker/volumes/ww/_data" to rootfs at "/x/y/z": create mountpoint for /x/y/z mount: make mountpoint "/x/y/z": mkdirat /var/lib/docker/overlay2/ID/merged/x/y: read-only file system
  
  Run 'docker run --help' for more information
  $ docker run --rm -v vv:/x:ro -v /etc/hostname:/x/y busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/etc/hostname" to rootfs at "/x/y": create mountpoint for /x/y mount: make mountpoint "/x/y": read-only file system
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vv:/etc/passwd/x busybox true 2>&1 | sed 's/overlay2.[0-9a-f]*/overlay2\/ID/'
  docker: Error response from daemon: lstat /var/lib/docker/overlay2/ID/merged/etc/passwd/x: not a directory
  
  Run 'docker run --help' for more information
  $ docker run --rm -v /etc/hostname:/etc/passwd/x busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/etc/hostname" to rootfs at "/etc/passwd/x": create mountpoint for /etc/passwd/x mount: lookup mountpoint target: securejoin.OpenInRoot /etc/passwd/x: openat2 /etc/passwd/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /etc/passwd busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/etc/passwd": mount src=tmpfs, dst=/etc/passwd, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0644: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /etc:mpol=bad,size=1m busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/etc": mount src=tmpfs, dst=/etc, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0755,mpol=bad,size=1m: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /x:noatime,suid,mode=9 busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NODEV|MS_NOEXEC|MS_NOATIME, data=mode=9: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /x:remount busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC|MS_REMOUNT: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /x:mpol=local busybox grep ' /x ' /proc/mounts
  tmpfs /x tmpfs rw,nosuid,nodev,noexec,relatime,mpol=local 0 0
  $ docker run --rm --tmpfs /dev busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error reopening /dev/null inside container: open /dev/null: permission denied
  
  Run 'docker run --help' for more information
  [126]
  $ docker run --rm -v vv:/dev busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: can't mask paths: open /dev/null: no such file or directory
  
  Run 'docker run --help' for more information
  [127]
  $ docker run --rm -v vv:/dev/null busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error reopening /dev/null inside container: open /dev/null: is a directory: permission denied
  
  Run 'docker run --help' for more information
  [126]
  $ docker run --rm --mount type=bind,src=/etc,dst=/x --tmpfs /x busybox ls -A /x
  $ docker run --rm --mount type=tmpfs,dst=/x/ --mount type=tmpfs,dst=/x busybox true
  docker: Error response from daemon: Duplicate mount point: /x
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=tmpfs,dst=/x --mount type=tmpfs,dst=/x/ busybox true
  docker: Error response from daemon: Duplicate mount point: /x/
  
  Run 'docker run --help' for more information
  [125]
  $ docker create --name src -v /d busybox >/dev/null; docker run --rm --volumes-from src:nocopy busybox true
  docker: Error response from daemon: invalid mode: nocopy
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v '/etc:\y:ro' busybox sh -c 'ls -d /*y'
  /\y
  $ docker create --name cc --tmpfs /x:foo busybox >/dev/null; docker start cc
  Error response from daemon: invalid tmpfs option "foo"
  Error: failed to start containers: cc
  [1]
