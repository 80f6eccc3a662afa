Limits, and where they show.

  $ docker run --rm -m 64m busybox sh -c 'cat /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null || cat /sys/fs/cgroup/memory.max'
  67108864
  $ docker run --name oom -m 32m busybox sh -c 'dd if=/dev/zero of=/dev/null bs=100M count=1'
  [137]
  $ docker inspect -f '{{.State.OOMKilled}} {{.State.ExitCode}} {{.State.Status}}' oom
  true 137 exited
  $ docker run --name oom2 -m 32m busybox sh -c 'dd if=/dev/zero of=/dev/null bs=100M count=1 2>/dev/null; echo $?' 2>/dev/null
  137
  $ docker inspect -f '{{.State.OOMKilled}} {{.State.ExitCode}} {{.State.Status}}' oom2
  true 0 exited
  $ docker run --name oom3 -m 16m --tmpfs /t busybox sh -c 'dd if=/dev/zero of=/t/f bs=1M count=64 2>&1; echo $?'
  Killed
  137
  $ docker inspect -f '{{.State.OOMKilled}} {{.State.ExitCode}} {{.State.Status}}' oom3
  true 0 exited
  $ docker run --rm -m 1m busybox true
  docker: Error response from daemon: Minimum memory limit allowed is 6MB
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -m nonsense busybox true
  invalid argument "nonsense" for "-m, --memory" flag: invalid size: 'nonsense'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -m 64m --memory-swap 32m busybox true
  docker: Error response from daemon: Minimum memoryswap limit should be larger than memory limit, see usage
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --memory-swap 64m busybox true
  docker: Error response from daemon: You should always set the Memory limit when using Memoryswap limit, see usage
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -m 64m --memory-reservation 128m busybox true
  docker: Error response from daemon: Minimum memory limit can not be less than memory reservation limit, see usage
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cpus 100 busybox true
  docker: Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cpus x busybox true
  invalid argument "x" for "--cpus" flag: failed to parse x as a rational number
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cpus 0.5 --cpu-quota 1000 busybox true
  docker: Error response from daemon: Conflicting options: Nano CPUs and CPU Quota cannot both be set
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cpuset-cpus 99 busybox true
  docker: Error response from daemon: Requested CPUs are not available - requested 99, available: 0-1
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cpuset-cpus x busybox true
  docker: Error response from daemon: Invalid value x for cpuset cpus: invalid format: x
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --pids-limit 5 busybox sh -c 'for i in 1 2 3 4 5 6 7 8; do sleep 1 & done; wait' 2>&1 | sort -u
  sh: can't fork: Resource temporarily unavailable
  $ docker run --rm --ulimit nofile=128:64 busybox true
  invalid argument "nofile=128:64" for "--ulimit" flag: ulimit soft limit must be less than or equal to hard limit: 128 > 64
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --ulimit nosuch=1 busybox true
  invalid argument "nosuch=1" for "--ulimit" flag: invalid ulimit type: nosuch
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -d --name lim -m 100m --cpus 0.5 --pids-limit 50 busybox sleep 100
  <ID1>
  $ docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.NanoCpus}} {{.HostConfig.PidsLimit}}' lim
  104857600 209715200 500000000 50
  $ docker stats --no-stream --format '{{.Name}} {{.MemUsage}} {{.PIDs}}' lim | sed 's/ [0-9.]*[KM]iB / MEM /'
  lim MEM / 100MiB 1
  $ docker update -m 200m lim
  lim
  $ docker update -m 200m --memory-swap 200m lim; docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}}' lim
  lim
  209715200 209715200
  $ docker update --cpus 1 lim; docker inspect -f '{{.HostConfig.NanoCpus}}' lim
  lim
  1000000000
  $ docker update -m 1m lim
  Error response from daemon: Minimum memory limit allowed is 6MB
  [1]
  $ docker run --rm --shm-size 1m busybox df /dev/shm
  Filesystem           1K-blocks      Used Available Use% Mounted on
  shm                       1024         0      1024   0% /dev/shm
  $ docker run --rm --shm-size 1m busybox dd if=/dev/zero of=/dev/shm/f bs=1M count=2
  dd: error writing '/dev/shm/f': No space left on device
  2+0 records in
  1+0 records out
  [1]
  $ docker run --rm --read-only busybox touch /x
  touch: /x: Read-only file system
  [1]
  $ docker run --rm --read-only --tmpfs /tmp busybox sh -c 'touch /tmp/x && ls /tmp; touch /etc/y'
  x
  touch: /etc/y: Read-only file system
  [1]
  $ docker run --rm --oom-score-adj 2000 busybox true
  docker: Error response from daemon: Invalid value 2000, range for oom score adj is [-1000, 1000]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --sysctl nosuch busybox true
  invalid argument "nosuch" for "--sysctl" flag: sysctl 'nosuch' is not allowed
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --sysctl kernel.foo=1 busybox true
  invalid argument "kernel.foo=1" for "--sysctl" flag: sysctl 'kernel.foo=1' is not allowed
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --group-add 5 --group-add nosuch busybox id
  docker: Error response from daemon: unable to find group nosuch: no matching entries in group file
  
  Run 'docker run --help' for more information
  [125]
