Numbers at their edges: sizes, counts of processors, room of tmpfs mounts.

  $ for m in 1_000m 1__0m _10m 10_m 1e2m .5g 10.5m 10mib 10Mb -1 0x10m; do echo "== $m"; docker create --name m1 -m $m busybox 2>&1 | grep -v '^[0-9a-f]\{64\}$\|^Usage\|^Run\|^$'; docker inspect -f '{{.HostConfig.Memory}}' m1 2>/dev/null | grep .; docker rm m1 2>/dev/null; done
  == 1_000m
  1048576000
  m1
  == 1__0m
  invalid argument "1__0m" for "-m, --memory" flag: strconv.ParseFloat: parsing "1__0": invalid syntax
  == _10m
  invalid argument "_10m" for "-m, --memory" flag: strconv.ParseFloat: parsing "_10": invalid syntax
  == 10_m
  invalid argument "10_m" for "-m, --memory" flag: invalid suffix: '_m'
  == 1e2m
  104857600
  m1
  == .5g
  536870912
  m1
  == 10.5m
  11010048
  m1
  == 10mib
  10485760
  m1
  == 10Mb
  10485760
  m1
  == -1
  invalid argument "-1" for "-m, --memory" flag: invalid size: '-1'
  == 0x10m
  invalid argument "0x10m" for "-m, --memory" flag: strconv.ParseFloat: parsing "0x10": invalid syntax
  [1]
  $ for n in 1_0 0x1 0X1 1e-1 1_ .5 1/2 0.0_1; do echo "== $n"; docker create --name m1 --cpus $n busybox 2>&1 | grep -v '^[0-9a-f]\{64\}$\|^Usage\|^Run\|^$'; docker inspect -f '{{.HostConfig.NanoCpus}}' m1 2>/dev/null | grep .; docker rm m1 2>/dev/null; done
  == 1_0
  Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  == 0x1
  1000000000
  m1
  == 0X1
  1000000000
  m1
  == 1e-1
  100000000
  m1
  == 1_
  invalid argument "1_" for "--cpus" flag: failed to parse 1_ as a rational number
  == .5
  500000000
  m1
  == 1/2
  500000000
  m1
  == 0.0_1
  10000000
  m1
  $ for o in 'size=0' 'size=-1' 'size=k' 'size=1x' 'mode=9' 'mode=77777' 'uid=-1' 'nr_inodes=0' 'size=50%' 'size=1,size=2m' '' ',' 'bad' 'ro,size=1m' 'size=4096' 'size=1'; do echo "== $o"; docker run --rm --tmpfs "/x:$o" busybox sh -c 'mount | grep " /x "; ls -ld /x | cut -c1-10' 2>&1 | head -n 1; done
  == size=0
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime,size=0k)
  == size=-1
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=size=-1: invalid argument
  == size=k
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime,size=0k)
  == size=1x
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=size=1x: invalid argument
  == mode=9
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=9: invalid argument
  == mode=77777
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime,mode=7777)
  == uid=-1
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=uid=-1: invalid argument
  == nr_inodes=0
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime,nr_inodes=0)
  == size=50%
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime)
  == size=1,size=2m
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime,size=2048k)
  == 
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime)
  == ,
  docker: Error response from daemon: invalid tmpfs option ""
  == bad
  docker: Error response from daemon: invalid tmpfs option "bad"
  == ro,size=1m
  tmpfs on /x type tmpfs (ro,nosuid,nodev,noexec,relatime,size=1024k)
  == size=4096
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime,size=4k)
  == size=1
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime,size=4k)
  $ for o in 'tmpfs-size=0' 'tmpfs-size=-1' 'tmpfs-mode=0' 'tmpfs-mode=8' 'tmpfs-size=1_0m'; do echo "== $o"; docker run --rm --mount type=tmpfs,dst=/x,$o busybox sh -c 'mount | grep " /x "; ls -ld /x | cut -c1-10' 2>&1 | head -n 1; done
  == tmpfs-size=0
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime)
  == tmpfs-size=-1
  invalid argument "type=tmpfs,dst=/x,tmpfs-size=-1" for "--mount" flag: invalid value for tmpfs-size: -1
  == tmpfs-mode=0
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime)
  == tmpfs-mode=8
  invalid argument "type=tmpfs,dst=/x,tmpfs-mode=8" for "--mount" flag: invalid value for tmpfs-mode: 8
  == tmpfs-size=1_0m
  tmpfs on /x type tmpfs (rw,nosuid,nodev,noexec,relatime,size=10240k)
