Mounts onto odd places, and of odd sources: what the daemon says, and what the runtime.

  $ short() { sed '/^$/d;/^Run .docker/d;s/.*container init: //;s/docker: Error response from daemon: //;s/overlay2.[0-9a-f]*/overlay2.ID/'; }; kinds() { echo "-- $1"; docker run --rm -v vol:$1 busybox true 2>&1 | short; docker run --rm --mount type=bind,src=$HOME,dst=$1 busybox true 2>&1 | short; docker run --rm --tmpfs $1 busybox true 2>&1 | short; docker run --rm --mount type=tmpfs,dst=$1 busybox true 2>&1 | short; }
  $ for t in /proc /proc/ /proc/sys; do kinds $t; done
  -- /proc
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  error mounting "/home/learner" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  error mounting "tmpfs" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  error mounting "tmpfs" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  -- /proc/
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  error mounting "/home/learner" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  error mounting "tmpfs" to rootfs at "/proc/": create mountpoint for /proc/ mount: check proc-safety of /proc/ mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  error mounting "tmpfs" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  -- /proc/sys
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/proc/sys": create mountpoint for /proc/sys mount: check proc-safety of /proc/sys mount: "/var/lib/docker/overlay2.ID/merged/proc/sys" cannot be mounted because it is inside /proc
  error mounting "/home/learner" to rootfs at "/proc/sys": create mountpoint for /proc/sys mount: check proc-safety of /proc/sys mount: "/var/lib/docker/overlay2.ID/merged/proc/sys" cannot be mounted because it is inside /proc
  error mounting "tmpfs" to rootfs at "/proc/sys": create mountpoint for /proc/sys mount: check proc-safety of /proc/sys mount: "/var/lib/docker/overlay2.ID/merged/proc/sys" cannot be mounted because it is inside /proc
  error mounting "tmpfs" to rootfs at "/proc/sys": create mountpoint for /proc/sys mount: check proc-safety of /proc/sys mount: "/var/lib/docker/overlay2.ID/merged/proc/sys" cannot be mounted because it is inside /proc
  $ for t in /proc/1 /proc/new /proc/1/new /proc/cpuinfo; do kinds $t; done
  -- /proc/1
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/proc/1": create mountpoint for /proc/1 mount: check proc-safety of /proc/1 mount: "/var/lib/docker/overlay2.ID/merged/proc/1" cannot be mounted because it is inside /proc
  error mounting "/home/learner" to rootfs at "/proc/1": create mountpoint for /proc/1 mount: check proc-safety of /proc/1 mount: "/var/lib/docker/overlay2.ID/merged/proc/1" cannot be mounted because it is inside /proc
  error mounting "tmpfs" to rootfs at "/proc/1": create mountpoint for /proc/1 mount: check proc-safety of /proc/1 mount: "/var/lib/docker/overlay2.ID/merged/proc/1" cannot be mounted because it is inside /proc
  error mounting "tmpfs" to rootfs at "/proc/1": create mountpoint for /proc/1 mount: check proc-safety of /proc/1 mount: "/var/lib/docker/overlay2.ID/merged/proc/1" cannot be mounted because it is inside /proc
  -- /proc/new
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/proc/new": create mountpoint for /proc/new mount: make mountpoint "/proc/new": mkdirat /var/lib/docker/overlay2.ID/merged/proc/new: no such file or directory
  error mounting "/home/learner" to rootfs at "/proc/new": create mountpoint for /proc/new mount: make mountpoint "/proc/new": mkdirat /var/lib/docker/overlay2.ID/merged/proc/new: no such file or directory
  error mounting "tmpfs" to rootfs at "/proc/new": create mountpoint for /proc/new mount: make mountpoint "/proc/new": mkdirat /var/lib/docker/overlay2.ID/merged/proc/new: no such file or directory
  error mounting "tmpfs" to rootfs at "/proc/new": create mountpoint for /proc/new mount: make mountpoint "/proc/new": mkdirat /var/lib/docker/overlay2.ID/merged/proc/new: no such file or directory
  -- /proc/1/new
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/proc/1/new": create mountpoint for /proc/1/new mount: make mountpoint "/proc/1/new": mkdirat /var/lib/docker/overlay2.ID/merged/proc/1/new: no such file or directory
  error mounting "/home/learner" to rootfs at "/proc/1/new": create mountpoint for /proc/1/new mount: make mountpoint "/proc/1/new": mkdirat /var/lib/docker/overlay2.ID/merged/proc/1/new: no such file or directory
  error mounting "tmpfs" to rootfs at "/proc/1/new": create mountpoint for /proc/1/new mount: make mountpoint "/proc/1/new": mkdirat /var/lib/docker/overlay2.ID/merged/proc/1/new: no such file or directory
  error mounting "tmpfs" to rootfs at "/proc/1/new": create mountpoint for /proc/1/new mount: make mountpoint "/proc/1/new": mkdirat /var/lib/docker/overlay2.ID/merged/proc/1/new: no such file or directory
  -- /proc/cpuinfo
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/proc/cpuinfo": mount src=/var/lib/docker/volumes/vol/_data, dst=/proc/cpuinfo, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner" to rootfs at "/proc/cpuinfo": mount src=/home/learner, dst=/proc/cpuinfo, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/proc/cpuinfo": mount src=tmpfs, dst=/proc/cpuinfo, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0444: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/proc/cpuinfo": mount src=tmpfs, dst=/proc/cpuinfo, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0444: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  $ for t in /dev /dev/; do kinds $t; done
  -- /dev
  can't mask paths: open /dev/null: no such file or directory
  can't mask paths: open /dev/null: no such file or directory
  error reopening /dev/null inside container: open /dev/null: permission denied
  error reopening /dev/null inside container: open /dev/null: permission denied
  -- /dev/
  can't mask paths: open /dev/null: no such file or directory
  can't mask paths: open /dev/null: no such file or directory
  error reopening /dev/null inside container: open /dev/null: permission denied
  error reopening /dev/null inside container: open /dev/null: permission denied
  $ for t in /dev/null /dev/zero; do kinds $t; done
  -- /dev/null
  error reopening /dev/null inside container: open /dev/null: is a directory: permission denied
  error reopening /dev/null inside container: open /dev/null: is a directory: permission denied
  error reopening /dev/null inside container: open /dev/null: is a directory: permission denied
  error reopening /dev/null inside container: open /dev/null: is a directory: permission denied
  -- /dev/zero
  $ for t in /dev/new /dev/shm /dev/pts /dev/mqueue; do kinds $t; done
  -- /dev/new
  -- /dev/shm
  -- /dev/pts
  -- /dev/mqueue
  $ for t in /sys /sys/fs; do kinds $t; done
  -- /sys
  -- /sys/fs
  $ for t in /sys/new /sys/fs/cgroup; do kinds $t; done
  -- /sys/new
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/sys/new": create mountpoint for /sys/new mount: make mountpoint "/sys/new": mkdirat /var/lib/docker/overlay2.ID/merged/sys/new: read-only file system
  error mounting "/home/learner" to rootfs at "/sys/new": create mountpoint for /sys/new mount: make mountpoint "/sys/new": mkdirat /var/lib/docker/overlay2.ID/merged/sys/new: read-only file system
  error mounting "tmpfs" to rootfs at "/sys/new": create mountpoint for /sys/new mount: make mountpoint "/sys/new": mkdirat /var/lib/docker/overlay2.ID/merged/sys/new: read-only file system
  error mounting "tmpfs" to rootfs at "/sys/new": create mountpoint for /sys/new mount: make mountpoint "/sys/new": mkdirat /var/lib/docker/overlay2.ID/merged/sys/new: read-only file system
  -- /sys/fs/cgroup
  $ for t in . .. rel /.. /../ /./ //; do kinds $t; done
  -- .
  invalid volume specification: 'vol:.': invalid mount config for type "volume": invalid mount path: '.' mount path must be absolute
  invalid mount config for type "bind": invalid mount path: '.' mount path must be absolute
  invalid mount path: '.' mount path must be absolute
  invalid mount config for type "tmpfs": invalid mount path: '.' mount path must be absolute
  -- ..
  invalid volume specification: 'vol:..': invalid mount config for type "volume": invalid mount path: '..' mount path must be absolute
  invalid mount config for type "bind": invalid mount path: '..' mount path must be absolute
  invalid mount path: '..' mount path must be absolute
  invalid mount config for type "tmpfs": invalid mount path: '..' mount path must be absolute
  -- rel
  invalid volume specification: 'vol:rel': invalid mount config for type "volume": invalid mount path: 'rel' mount path must be absolute
  invalid mount config for type "bind": invalid mount path: 'rel' mount path must be absolute
  invalid mount path: 'rel' mount path must be absolute
  invalid mount config for type "tmpfs": invalid mount path: 'rel' mount path must be absolute
  -- /..
  invalid volume specification: 'vol:/..': invalid mount config for type "volume": invalid specification: destination can't be '/'
  invalid mount config for type "bind": invalid specification: destination can't be '/'
  invalid specification: destination can't be '/'
  invalid mount config for type "tmpfs": invalid specification: destination can't be '/'
  -- /../
  invalid volume specification: 'vol:/../': invalid mount config for type "volume": invalid specification: destination can't be '/'
  invalid mount config for type "bind": invalid specification: destination can't be '/'
  invalid specification: destination can't be '/'
  invalid mount config for type "tmpfs": invalid specification: destination can't be '/'
  -- /./
  invalid volume specification: 'vol:/./': invalid mount config for type "volume": invalid specification: destination can't be '/'
  invalid mount config for type "bind": invalid specification: destination can't be '/'
  invalid specification: destination can't be '/'
  invalid mount config for type "tmpfs": invalid specification: destination can't be '/'
  -- //
  invalid volume specification: 'vol://': invalid mount config for type "volume": invalid specification: destination can't be '/'
  invalid mount config for type "bind": invalid specification: destination can't be '/'
  invalid specification: destination can't be '/'
  invalid mount config for type "tmpfs": invalid specification: destination can't be '/'
  $ for t in /etc/passwd /etc/hosts /etc/resolv.conf /etc/hostname; do kinds $t; done
  -- /etc/passwd
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/etc/passwd": mount src=/var/lib/docker/volumes/vol/_data, dst=/etc/passwd, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner" to rootfs at "/etc/passwd": mount src=/home/learner, dst=/etc/passwd, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/etc/passwd": mount src=tmpfs, dst=/etc/passwd, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0644: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/etc/passwd": mount src=tmpfs, dst=/etc/passwd, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0644: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  -- /etc/hosts
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/etc/hosts": mount src=/var/lib/docker/volumes/vol/_data, dst=/etc/hosts, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner" to rootfs at "/etc/hosts": mount src=/home/learner, dst=/etc/hosts, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/etc/hosts": mount src=tmpfs, dst=/etc/hosts, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0755: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/etc/hosts": mount src=tmpfs, dst=/etc/hosts, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0755: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  -- /etc/resolv.conf
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/etc/resolv.conf": mount src=/var/lib/docker/volumes/vol/_data, dst=/etc/resolv.conf, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner" to rootfs at "/etc/resolv.conf": mount src=/home/learner, dst=/etc/resolv.conf, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/etc/resolv.conf": mount src=tmpfs, dst=/etc/resolv.conf, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0755: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/etc/resolv.conf": mount src=tmpfs, dst=/etc/resolv.conf, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0755: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  -- /etc/hostname
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/etc/hostname": mount src=/var/lib/docker/volumes/vol/_data, dst=/etc/hostname, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner" to rootfs at "/etc/hostname": mount src=/home/learner, dst=/etc/hostname, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/etc/hostname": mount src=tmpfs, dst=/etc/hostname, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0755: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/etc/hostname": mount src=tmpfs, dst=/etc/hostname, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0755: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  $ for t in /bin/sh /etc/passwd/x; do kinds $t; done
  -- /bin/sh
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/bin/sh": mount src=/var/lib/docker/volumes/vol/_data, dst=/bin/sh, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner" to rootfs at "/bin/sh": mount src=/home/learner, dst=/bin/sh, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/bin/sh": mount src=tmpfs, dst=/bin/sh, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0755: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/bin/sh": mount src=tmpfs, dst=/bin/sh, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0755: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  -- /etc/passwd/x
  lstat /var/lib/docker/overlay2.ID/merged/etc/passwd/x: not a directory
  error mounting "/home/learner" to rootfs at "/etc/passwd/x": create mountpoint for /etc/passwd/x mount: lookup mountpoint target: securejoin.OpenInRoot /etc/passwd/x: openat2 /etc/passwd/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/etc/passwd/x": create mountpoint for /etc/passwd/x mount: lookup mountpoint target: securejoin.OpenInRoot /etc/passwd/x: openat2 /etc/passwd/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "tmpfs" to rootfs at "/etc/passwd/x": create mountpoint for /etc/passwd/x mount: lookup mountpoint target: securejoin.OpenInRoot /etc/passwd/x: openat2 /etc/passwd/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  $ touch file; onto() { echo "-- $1"; docker run --rm -v $HOME/file:$1 busybox true 2>&1 | short; docker run --rm --mount type=bind,src=$HOME/file,dst=$1 busybox true 2>&1 | short; }
  $ for t in /proc /proc/sys /proc/cpuinfo /proc/uptime /proc/loadavg /proc/meminfo /proc/stat /proc/net/dev /proc/swaps; do onto $t; done
  -- /proc
  error mounting "/home/learner/file" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  error mounting "/home/learner/file" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  -- /proc/sys
  error mounting "/home/learner/file" to rootfs at "/proc/sys": create mountpoint for /proc/sys mount: check proc-safety of /proc/sys mount: "/var/lib/docker/overlay2.ID/merged/proc/sys" cannot be mounted because it is inside /proc
  error mounting "/home/learner/file" to rootfs at "/proc/sys": create mountpoint for /proc/sys mount: check proc-safety of /proc/sys mount: "/var/lib/docker/overlay2.ID/merged/proc/sys" cannot be mounted because it is inside /proc
  -- /proc/cpuinfo
  -- /proc/uptime
  -- /proc/loadavg
  -- /proc/meminfo
  -- /proc/stat
  -- /proc/net/dev
  error mounting "/home/learner/file" to rootfs at "/proc/net/dev": create mountpoint for /proc/net/dev mount: check proc-safety of /proc/net/dev mount: "/var/lib/docker/overlay2.ID/merged/proc/1/net/dev" cannot be mounted because it is inside /proc
  error mounting "/home/learner/file" to rootfs at "/proc/net/dev": create mountpoint for /proc/net/dev mount: check proc-safety of /proc/net/dev mount: "/var/lib/docker/overlay2.ID/merged/proc/1/net/dev" cannot be mounted because it is inside /proc
  -- /proc/swaps
  $ for t in /proc/new /proc/1 /proc/self /proc/1/status /proc/self/status /proc/version /proc/net /proc/filesystems; do onto $t; done
  -- /proc/new
  error mounting "/home/learner/file" to rootfs at "/proc/new": create mountpoint for /proc/new mount: make mountpoint "/proc/new": no such file or directory
  error mounting "/home/learner/file" to rootfs at "/proc/new": create mountpoint for /proc/new mount: make mountpoint "/proc/new": no such file or directory
  -- /proc/1
  error mounting "/home/learner/file" to rootfs at "/proc/1": create mountpoint for /proc/1 mount: check proc-safety of /proc/1 mount: "/var/lib/docker/overlay2.ID/merged/proc/1" cannot be mounted because it is inside /proc
  error mounting "/home/learner/file" to rootfs at "/proc/1": create mountpoint for /proc/1 mount: check proc-safety of /proc/1 mount: "/var/lib/docker/overlay2.ID/merged/proc/1" cannot be mounted because it is inside /proc
  -- /proc/self
  error mounting "/home/learner/file" to rootfs at "/proc/self": create mountpoint for /proc/self mount: check proc-safety of /proc/self mount: "/var/lib/docker/overlay2.ID/merged/proc/1" cannot be mounted because it is inside /proc
  error mounting "/home/learner/file" to rootfs at "/proc/self": create mountpoint for /proc/self mount: check proc-safety of /proc/self mount: "/var/lib/docker/overlay2.ID/merged/proc/1" cannot be mounted because it is inside /proc
  -- /proc/1/status
  error mounting "/home/learner/file" to rootfs at "/proc/1/status": create mountpoint for /proc/1/status mount: check proc-safety of /proc/1/status mount: "/var/lib/docker/overlay2.ID/merged/proc/1/status" cannot be mounted because it is inside /proc
  error mounting "/home/learner/file" to rootfs at "/proc/1/status": create mountpoint for /proc/1/status mount: check proc-safety of /proc/1/status mount: "/var/lib/docker/overlay2.ID/merged/proc/1/status" cannot be mounted because it is inside /proc
  -- /proc/self/status
  error mounting "/home/learner/file" to rootfs at "/proc/self/status": create mountpoint for /proc/self/status mount: check proc-safety of /proc/self/status mount: "/var/lib/docker/overlay2.ID/merged/proc/1/status" cannot be mounted because it is inside /proc
  error mounting "/home/learner/file" to rootfs at "/proc/self/status": create mountpoint for /proc/self/status mount: check proc-safety of /proc/self/status mount: "/var/lib/docker/overlay2.ID/merged/proc/1/status" cannot be mounted because it is inside /proc
  -- /proc/version
  error mounting "/home/learner/file" to rootfs at "/proc/version": create mountpoint for /proc/version mount: check proc-safety of /proc/version mount: "/var/lib/docker/overlay2.ID/merged/proc/version" cannot be mounted because it is inside /proc
  error mounting "/home/learner/file" to rootfs at "/proc/version": create mountpoint for /proc/version mount: check proc-safety of /proc/version mount: "/var/lib/docker/overlay2.ID/merged/proc/version" cannot be mounted because it is inside /proc
  -- /proc/net
  error mounting "/home/learner/file" to rootfs at "/proc/net": create mountpoint for /proc/net mount: check proc-safety of /proc/net mount: "/var/lib/docker/overlay2.ID/merged/proc/1/net" cannot be mounted because it is inside /proc
  error mounting "/home/learner/file" to rootfs at "/proc/net": create mountpoint for /proc/net mount: check proc-safety of /proc/net mount: "/var/lib/docker/overlay2.ID/merged/proc/1/net" cannot be mounted because it is inside /proc
  -- /proc/filesystems
  error mounting "/home/learner/file" to rootfs at "/proc/filesystems": create mountpoint for /proc/filesystems mount: check proc-safety of /proc/filesystems mount: "/var/lib/docker/overlay2.ID/merged/proc/filesystems" cannot be mounted because it is inside /proc
  error mounting "/home/learner/file" to rootfs at "/proc/filesystems": create mountpoint for /proc/filesystems mount: check proc-safety of /proc/filesystems mount: "/var/lib/docker/overlay2.ID/merged/proc/filesystems" cannot be mounted because it is inside /proc
  $ for t in /dev /dev/null /dev/new /dev/zero /dev/tty /dev/console /dev/stdout /dev/fd /dev/shm; do onto $t; done
  -- /dev
  error mounting "/home/learner/file" to rootfs at "/dev": mount src=/home/learner/file, dst=/dev, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner/file" to rootfs at "/dev": mount src=/home/learner/file, dst=/dev, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  -- /dev/null
  error reopening /dev/null inside container: can't reopen /dev/null: container's /dev/null is invalid
  error reopening /dev/null inside container: can't reopen /dev/null: container's /dev/null is invalid
  -- /dev/new
  -- /dev/zero
  -- /dev/tty
  -- /dev/console
  -- /dev/stdout
  -- /dev/fd
  -- /dev/shm
  $ for t in /sys /sys/new /sys/fs; do onto $t; done
  -- /sys
  error mounting "/home/learner/file" to rootfs at "/sys": mount src=/home/learner/file, dst=/sys, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner/file" to rootfs at "/sys": mount src=/home/learner/file, dst=/sys, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  -- /sys/new
  error mounting "/home/learner/file" to rootfs at "/sys/new": create mountpoint for /sys/new mount: make mountpoint "/sys/new": read-only file system
  error mounting "/home/learner/file" to rootfs at "/sys/new": create mountpoint for /sys/new mount: make mountpoint "/sys/new": read-only file system
  -- /sys/fs
  error mounting "/home/learner/file" to rootfs at "/sys/fs": mount src=/home/learner/file, dst=/sys/fs, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner/file" to rootfs at "/sys/fs": mount src=/home/learner/file, dst=/sys/fs, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  $ for t in / /etc /etc/passwd /etc/hosts /etc/hosts/x /bin /bin/true/x /tmp; do onto $t; done
  -- /
  invalid volume specification: '/home/learner/file:/': invalid mount config for type "bind": invalid specification: destination can't be '/'
  invalid mount config for type "bind": invalid specification: destination can't be '/'
  -- /etc
  error mounting "/home/learner/file" to rootfs at "/etc": mount src=/home/learner/file, dst=/etc, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner/file" to rootfs at "/etc": mount src=/home/learner/file, dst=/etc, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  -- /etc/passwd
  -- /etc/hosts
  -- /etc/hosts/x
  error mounting "/home/learner/file" to rootfs at "/etc/hosts/x": create mountpoint for /etc/hosts/x mount: lookup mountpoint target: securejoin.OpenInRoot /etc/hosts/x: openat2 /etc/hosts/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner/file" to rootfs at "/etc/hosts/x": create mountpoint for /etc/hosts/x mount: lookup mountpoint target: securejoin.OpenInRoot /etc/hosts/x: openat2 /etc/hosts/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  -- /bin
  error mounting "/home/learner/file" to rootfs at "/bin": mount src=/home/learner/file, dst=/bin, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner/file" to rootfs at "/bin": mount src=/home/learner/file, dst=/bin, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  -- /bin/true/x
  error mounting "/home/learner/file" to rootfs at "/bin/true/x": create mountpoint for /bin/true/x mount: lookup mountpoint target: securejoin.OpenInRoot /bin/true/x: openat2 /bin/true/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner/file" to rootfs at "/bin/true/x": create mountpoint for /bin/true/x mount: lookup mountpoint target: securejoin.OpenInRoot /bin/true/x: openat2 /bin/true/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  -- /tmp
  error mounting "/home/learner/file" to rootfs at "/tmp": mount src=/home/learner/file, dst=/tmp, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  error mounting "/home/learner/file" to rootfs at "/tmp": mount src=/home/learner/file, dst=/tmp, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  $ docker run --rm -v $HOME/file:/dev/new busybox ls -l /dev/new; docker run --rm -v vol:/dev/new busybox ls -ld /dev/new
  -rw-rw-r--  1 1000  1000  0 <DATE> /dev/new
  drwxr-xr-x  4 root  root  4096 <DATE> /dev/new
  $ docker run --rm -v vol:/sys busybox ls /sys; docker run --rm -v vol:/sys/fs busybox ls -a /sys/fs
  console
  pts
  shm
  .
  ..
  console
  pts
  shm
  $ docker run --rm -v vol:/dev/shm busybox mount | grep /dev/shm | grep -c tmpfs
  0
  [1]
  $ docker run --rm -v vol:/etc/../data busybox ls -d /data; docker run --rm -v vol:/data/ busybox ls -d /data; docker run --rm -v vol:/data//x busybox ls -d /data/x
  /data
  /data
  /data/x
  $ docker run --rm --tmpfs /dev busybox ls /dev
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error reopening /dev/null inside container: open /dev/null: permission denied
  
  Run 'docker run --help' for more information
  [126]
  $ docker run --rm --privileged -v vol:/proc busybox true 2>&1 | short; docker run --rm --privileged -v vol:/dev busybox true 2>&1 | short;
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  $ docker run --rm --privileged -v /dev:/dev busybox ls /dev | grep -c null
  1
  $ docker run --rm -v /dev:/dev busybox ls /dev 2>&1 | grep -c null
  1
  $ docker run --rm -v /proc:/proc busybox ls /proc/version
  /proc/version
  $ docker run --rm -v /proc:/host/proc:ro -v /sys:/host/sys:ro -v /:/host/root:ro busybox ls /host/proc/version /host/root/etc/hostname
  /host/proc/version
  /host/root/etc/hostname
  $ docker run --rm -v /sys:/sys busybox ls -d /sys/fs
  /sys/fs
  $ docker run --rm -v /proc/version:/proc/version busybox true 2>&1 | short
  error mounting "/proc/version" to rootfs at "/proc/version": create mountpoint for /proc/version mount: check proc-safety of /proc/version mount: "/var/lib/docker/overlay2.ID/merged/proc/version" cannot be mounted because it is inside /proc
  $ docker run --rm -v /dev/null:/dev/zero busybox ls -l /dev/zero 2>&1 | short
  crw-rw-rw-  1 root  root  1,  3 <DATE> /dev/zero
  $ short() { sed '/^$/d;/^Run .docker/d;s/.*container init: //;s/docker: Error response from daemon: //;s/overlay2.[0-9a-f]*/overlay2.ID/'; }; mkdir dir
  $ try() { docker run --rm "$@" busybox true 2>&1 | short; echo "${PIPESTATUS[0]}"; }
  $ try -v $HOME/file:/proc/new/x; try -v $HOME/file:/sys/new/x; try -v vol:/sys/new/x; try -v vol:/proc/new/x; try --tmpfs /sys/a/b
  error mounting "/home/learner/file" to rootfs at "/proc/new/x": create mountpoint for /proc/new/x mount: make mountpoint "/proc/new/x": mkdirat /var/lib/docker/overlay2.ID/merged/proc/new: no such file or directory
  127
  error mounting "/home/learner/file" to rootfs at "/sys/new/x": create mountpoint for /sys/new/x mount: make mountpoint "/sys/new/x": mkdirat /var/lib/docker/overlay2.ID/merged/sys/new: read-only file system
  125
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/sys/new/x": create mountpoint for /sys/new/x mount: make mountpoint "/sys/new/x": mkdirat /var/lib/docker/overlay2.ID/merged/sys/new: read-only file system
  125
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/proc/new/x": create mountpoint for /proc/new/x mount: make mountpoint "/proc/new/x": mkdirat /var/lib/docker/overlay2.ID/merged/proc/new: no such file or directory
  127
  error mounting "tmpfs" to rootfs at "/sys/a/b": create mountpoint for /sys/a/b mount: make mountpoint "/sys/a/b": mkdirat /var/lib/docker/overlay2.ID/merged/sys/a: read-only file system
  125
  $ try -v $HOME/dir:/data:ro -v $HOME/file:/data/a/b; try -v $HOME/dir:/data:ro -v vol:/data/a/b;  try -v $HOME/dir:/data:ro --tmpfs /data/a/b
  error mounting "/home/learner/file" to rootfs at "/data/a/b": create mountpoint for /data/a/b mount: make mountpoint "/data/a/b": mkdirat /var/lib/docker/overlay2.ID/merged/data/a: read-only file system
  125
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/data/a/b": create mountpoint for /data/a/b mount: make mountpoint "/data/a/b": mkdirat /var/lib/docker/overlay2.ID/merged/data/a: read-only file system
  125
  error mounting "tmpfs" to rootfs at "/data/a/b": create mountpoint for /data/a/b mount: make mountpoint "/data/a/b": mkdirat /var/lib/docker/overlay2.ID/merged/data/a: read-only file system
  125
  $ try -v vol:/dev; try --tmpfs /dev; try -v $HOME/file:/dev; try -v $HOME/file:/dev/null; try --tmpfs /dev:dev
  can't mask paths: open /dev/null: no such file or directory
  127
  error reopening /dev/null inside container: open /dev/null: permission denied
  126
  error mounting "/home/learner/file" to rootfs at "/dev": mount src=/home/learner/file, dst=/dev, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  125
  error reopening /dev/null inside container: can't reopen /dev/null: container's /dev/null is invalid
  125
  0
  $ try --tmpfs /proc; try --tmpfs /etc/passwd; try --tmpfs /etc/passwd:size=1m; try --tmpfs /etc:size=abc; try --tmpfs /new:size=abc; try --tmpfs /etc:mode=700,size=abc; try --mount type=tmpfs,dst=/etc/passwd,tmpfs-size=1m,tmpfs-mode=700
  error mounting "tmpfs" to rootfs at "/proc": create mountpoint for /proc mount: check proc-safety of /proc mount: "/var/lib/docker/overlay2.ID/merged/proc" cannot be mounted because it is not of type proc
  125
  error mounting "tmpfs" to rootfs at "/etc/passwd": mount src=tmpfs, dst=/etc/passwd, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0644: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  125
  error mounting "tmpfs" to rootfs at "/etc/passwd": mount src=tmpfs, dst=/etc/passwd, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0644,size=1m: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  125
  error mounting "tmpfs" to rootfs at "/etc": mount src=tmpfs, dst=/etc, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0755,size=abc: invalid argument
  125
  error mounting "tmpfs" to rootfs at "/new": mount src=tmpfs, dst=/new, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=size=abc: invalid argument
  125
  error mounting "tmpfs" to rootfs at "/etc": mount src=tmpfs, dst=/etc, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0755,mode=700,size=abc: invalid argument
  125
  error mounting "tmpfs" to rootfs at "/etc/passwd": mount src=tmpfs, dst=/etc/passwd, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0644,mode=700,size=1m: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  125
  $ mkdir -p dd/sub; touch dd/file; try -v $HOME/dd:/data -v $HOME/file:/data/sub; try -v $HOME/dd:/data -v $HOME/dir:/data/file;  try -v $HOME/dd:/data -v vol:/data/file; try -v $HOME/dd:/data --tmpfs /data/file
  error mounting "/home/learner/file" to rootfs at "/data/sub": mount src=/home/learner/file, dst=/data/sub, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  125
  error mounting "/home/learner/dir" to rootfs at "/data/file": mount src=/home/learner/dir, dst=/data/file, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  125
  error mounting "/var/lib/docker/volumes/vol/_data" to rootfs at "/data/file": mount src=/var/lib/docker/volumes/vol/_data, dst=/data/file, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  125
  error mounting "tmpfs" to rootfs at "/data/file": mount src=tmpfs, dst=/data/file, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0664: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  125
  $ try --read-only -v vol:/new/place; try --read-only -v $HOME/file:/new/file
  0
  0
  $ ln -s /etc dd/link; try -v $HOME/dd:/data -v $HOME/file:/data/link/passwd
  0
  $ docker run --rm -v $HOME/dd:/data -v $HOME/file:/data/link/new busybox ls -l /etc/new
  -rw-rw-r--  1 1000  1000  0 <DATE> /etc/new
  $ try -v $HOME/file/x:/x; try --mount type=bind,src=$HOME/file/x,dst=/x; try -v $HOME/file/x/y:/x
  failed to fulfil mount request: open /home/learner/file/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  125
  invalid mount config for type "bind": stat /home/learner/file/x: not a directory
  125
  failed to fulfil mount request: open /home/learner/file/x/y: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  125
  $ ln -s nowhere dangling; ln -s loop loop; ln -s dangling again; for s in dangling loop dangling/x loop/x again; do try -v $HOME/$s:/x; try --mount type=bind,src=$HOME/$s,dst=/x; done; ls
  error while creating mount source path '/home/learner/dangling': mkdir /home/learner/dangling: file exists
  125
  invalid mount config for type "bind": bind source path does not exist: /home/learner/dangling
  125
  error while creating mount source path '/home/learner/loop': mkdir /home/learner/loop: file exists
  125
  invalid mount config for type "bind": stat /home/learner/loop: too many levels of symbolic links
  125
  error while creating mount source path '/home/learner/dangling/x': mkdir /home/learner/dangling: file exists
  125
  invalid mount config for type "bind": bind source path does not exist: /home/learner/dangling/x
  125
  error while creating mount source path '/home/learner/loop/x': mkdir /home/learner/loop: file exists
  125
  invalid mount config for type "bind": stat /home/learner/loop/x: too many levels of symbolic links
  125
  error while creating mount source path '/home/learner/again': mkdir /home/learner/again: file exists
  125
  invalid mount config for type "bind": bind source path does not exist: /home/learner/again
  125
  again
  dangling
  dd
  dir
  file
  loop
  $ try -v /root/x:/x; try --mount type=bind,src=/root/nope,dst=/x; sudo ls -ld /root/x; sudo rm -r /root/x
  0
  invalid mount config for type "bind": bind source path does not exist: /root/nope
  125
  drwxr-xr-x 2 root root 4096 <DATE> /root/x
  $ try -v /proc/nope:/x; try -v /sys/nope:/x; try -v /dev/nope:/x; sudo rm -rf /dev/nope
  error while creating mount source path '/proc/nope': mkdir /proc/nope: no such file or directory
  127
  error while creating mount source path '/sys/nope': mkdir /sys/nope: operation not permitted
  125
  0
  $ try -v /etc/passwd/x:/x; try -v ./dir:/x; try -v dir:/x; try -v ./nodir:/x; ls; try --mount type=bind,src=./dir,dst=/x; try --mount type=bind,src=dir,dst=/x; try -v ~/dir:/x; try -v '~/dir:/x'
  failed to fulfil mount request: open /etc/passwd/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  125
  0
  0
  0
  again
  dangling
  dd
  dir
  file
  loop
  nodir
  0
  invalid mount config for type "bind": invalid mount path: 'dir' mount path must be absolute
  125
  0
  create ~/dir: "~/dir" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  125
  $ docker create --name cc -v $HOME/dangling:/x busybox >/dev/null; docker start cc; docker inspect -f '{{.State.Status}} {{.State.ExitCode}} {{.State.Error}}' cc; docker rm cc
  Error response from daemon: error while creating mount source path '/home/learner/dangling': mkdir /home/learner/dangling: file exists
  Error: failed to start containers: cc
  created 128 error while creating mount source path '/home/learner/dangling': mkdir /home/learner/dangling: file exists
  cc
  $ docker create --name cc -v $HOME/later:/x busybox >/dev/null; ls -d later; docker start cc; ls -ld later; docker rm cc
  ls: cannot access 'later': No such file or directory
  cc
  drwxr-xr-x 2 root root 4096 <DATE> later
  cc
  $ docker create --name cc --mount type=bind,src=$HOME/dir,dst=/x busybox >/dev/null; rmdir dir; docker start cc; docker inspect -f '{{.State.Status}} {{.State.ExitCode}} {{.State.Error}}' cc; docker rm cc
  Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /home/learner/dir
  Error: failed to start containers: cc
  created 0 
  cc
  $ docker create --name cc -v v1:/x busybox >/dev/null; sudo rm -r /var/lib/docker/volumes/v1/_data; docker start cc; docker inspect -f '{{.State.Status}} {{.State.ExitCode}} {{.State.Error}}' cc; docker rm cc; docker volume rm v1
  Error response from daemon: error evaluating symlinks from mount source "/var/lib/docker/volumes/v1/_data": lstat /var/lib/docker/volumes/v1/_data: no such file or directory
  Error: failed to start containers: cc
  created 128 error evaluating symlinks from mount source "/var/lib/docker/volumes/v1/_data": lstat /var/lib/docker/volumes/v1/_data: no such file or directory
  cc
  v1
  $ docker volume create --opt type=none --opt o=bind --opt device=/nope/here lost
  lost
  $ docker create --name c1 -v lost:/x busybox >/dev/null; docker rm c1
  c1
  $ docker create --name c1 -v lost:/etc busybox >/dev/null; docker rm c1
  Error response from daemon: failed to populate volume: error while mounting volume '/var/lib/docker/volumes/lost/_data': failed to mount local volume: mount /nope/here:/var/lib/docker/volumes/lost/_data, flags: 0x1000: no such file or directory
  Error response from daemon: No such container: c1
  [1]
  $ docker create --name c1 -v lost:/etc:nocopy busybox >/dev/null; docker rm c1
  c1
  $ docker run --rm -v lost:/etc busybox true
  docker: Error response from daemon: failed to populate volume: error while mounting volume '/var/lib/docker/volumes/lost/_data': failed to mount local volume: mount /nope/here:/var/lib/docker/volumes/lost/_data, flags: 0x1000: no such file or directory
  
  Run 'docker run --help' for more information
  [127]
  $ docker volume inspect lost -f '{{.Mountpoint}} {{json .Options}} {{json .Status}}'
  /var/lib/docker/volumes/lost/_data {"device":"/nope/here","o":"bind","type":"none"} null
  $ docker volume create --opt type=nfs4 --opt o=addr=no.such.host.invalid --opt device=:/x nf; docker create --name c1 -v nf:/x busybox >/dev/null; docker rm c1
  nf
  c1
  $ docker volume create --opt type=cifs --opt o=username=u,password=secret,vers=3.0 --opt device=//10.1.2.3/share ci; try -v ci:/x; docker volume inspect -f '{{json .Options}}' ci
  ci
  error while mounting volume '/var/lib/docker/volumes/ci/_data': failed to mount local volume: mount //10.1.2.3/share:/var/lib/docker/volumes/ci/_data, data: username=u,password=********,vers=3.0: no such device
  125
  {"device":"//10.1.2.3/share","o":"username=u,password=secret,vers=3.0","type":"cifs"}
