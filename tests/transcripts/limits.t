What a container may use.

  $ docker run --rm -m 64m busybox true; docker run -d --name box -m 64m --cpus 0.5 --pids-limit 50 busybox sleep 1000 >/dev/null; docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.NanoCpus}} {{.HostConfig.PidsLimit}}' box
  67108864 134217728 500000000 50
  $ docker run -m 1m busybox
  docker: Error response from daemon: Minimum memory limit allowed is 6MB
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -m 4k busybox
  docker: Error response from daemon: Minimum memory limit allowed is 6MB
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -m nope busybox
  invalid argument "nope" for "-m, --memory" flag: invalid size: 'nope'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -m 64m --memory-swap 32m busybox
  docker: Error response from daemon: Minimum memoryswap limit should be larger than memory limit, see usage
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --memory-swap 64m busybox
  docker: Error response from daemon: You should always set the Memory limit when using Memoryswap limit, see usage
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --memory-reservation 128m -m 64m busybox
  docker: Error response from daemon: Minimum memory limit can not be less than memory reservation limit, see usage
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --memory-swappiness 200 busybox
  docker: invalid value: 200. Valid memory swappiness range is 0-100
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --cpus 64 busybox
  docker: Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --cpus -1 busybox
  docker: Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --cpus x busybox
  invalid argument "x" for "--cpus" flag: failed to parse x as a rational number
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --cpus 1 --cpu-quota 5000 busybox
  docker: Error response from daemon: Conflicting options: Nano CPUs and CPU Quota cannot both be set
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --cpu-period 5 busybox
  docker: Error response from daemon: CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --cpu-quota 5 busybox
  docker: Error response from daemon: CPU cfs quota can not be less than 1ms (i.e. 1000)
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --cpuset-cpus 77 busybox
  docker: Error response from daemon: Requested CPUs are not available - requested 77, available: 0-1
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --cpuset-cpus a-b busybox
  docker: Error response from daemon: Invalid value a-b for cpuset cpus: invalid format: a-b
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --cpu-shares -2 busybox
  docker: Error response from daemon: invalid CPU shares (-2): value must be a positive integer
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --pids-limit x busybox
  invalid argument "x" for "--pids-limit" flag: strconv.ParseInt: parsing "x": invalid syntax
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --oom-score-adj 2000 busybox
  docker: Error response from daemon: Invalid value 2000, range for oom score adj is [-1000, 1000]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --shm-size -1 busybox
  invalid argument "-1" for "--shm-size" flag: invalid size: '-1'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --shm-size 128m busybox df -k /dev/shm
  Filesystem           1K-blocks      Used Available Use% Mounted on
  shm                     131072         0    131072   0% /dev/shm
  $ docker run --rm --ulimit nofile=100:200 busybox sh -c 'ulimit -n'
  100
  $ docker run --ulimit nofile=200:100 busybox
  invalid argument "nofile=200:100" for "--ulimit" flag: ulimit soft limit must be less than or equal to hard limit: 200 > 100
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --ulimit nope=1 busybox
  invalid argument "nope=1" for "--ulimit" flag: invalid ulimit type: nope
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --ulimit nofile busybox
  invalid argument "nofile" for "--ulimit" flag: invalid ulimit argument: nofile
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --ulimit nofile=x busybox
  invalid argument "nofile=x" for "--ulimit" flag: strconv.ParseInt: parsing "x": invalid syntax
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker inspect -f '{{json .HostConfig.Ulimits}}' box
  []
  $ docker run --name ul --ulimit nofile=100 --ulimit core=0 busybox true; docker inspect -f '{{json .HostConfig.Ulimits}}' ul
  [{"Name":"core","Hard":0,"Soft":0},{"Name":"nofile","Hard":100,"Soft":100}]
  $ docker run --rm --read-only busybox touch /f
  touch: /f: Read-only file system
  [1]
  $ docker run --rm --read-only --tmpfs /run -v rw:/data busybox sh -c 'touch /run/f /data/f && echo fine'
  fine
  $ docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' box | sed 's/ [0-9.]*[A-Za-z]*iB / USED /'
  box USED / 64MiB
  $ docker run --sysctl kernel.nope=1 busybox
  invalid argument "kernel.nope=1" for "--sysctl" flag: sysctl 'kernel.nope=1' is not allowed
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --sysctl net.ipv4.ip_forward=1 busybox true; echo $?
  0
  $ docker run --log-opt max-size=x busybox
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: invalid size: 'x'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --log-opt nope=1 busybox
  docker: Error response from daemon: unknown log opt 'nope' for json-file log driver
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --log-driver nope busybox
  docker: Error response from daemon: error looking up logging plugin nope: plugin "nope" not found
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --device nope busybox
  docker: nope is not an absolute path
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --gpus x busybox
  invalid argument "x" for "--gpus" flag: invalid count (x): value must be either "all" or an integer: invalid syntax
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --blkio-weight x busybox
  invalid argument "x" for "--blkio-weight" flag: strconv.ParseUint: parsing "x": invalid syntax
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
