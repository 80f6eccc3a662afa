Limits of resources that a container is given, and what they do.

  $ docker run --rm --ulimit nofile=100:200 busybox sh -c 'exec 2>\&1; ulimit -n; ulimit -Hn; ulimit -n 150; ulimit -n; ulimit -n 300; ulimit -n'
  100
  200
  150
  150
  $ docker run --rm -u 1000 --ulimit nofile=100:200 busybox sh -c 'exec 2>\&1; ulimit -Sn 150; ulimit -n; ulimit -Hn; ulimit -Hn 120'
  sh: can't create &1: Permission denied
  [1]
  $ docker run --rm --ulimit fsize=1024 busybox sh -c 'exec 2>\&1; ulimit -f; dd if=/dev/zero of=/f bs=1 count=2000; echo $?; wc -c < /f'
  2
  153
  1024
  $ docker run --rm --ulimit fsize=2048 busybox sh -c 'exec 2>\&1; head -c 5000 /dev/zero | cat > /f; echo $?; cp /bin/busybox /g; echo $?; wc -c < /g'
  153
  153
  2048
  $ docker run --rm --ulimit fsize=100 busybox truncate -s 200 /f
  truncate: /f: truncate: File too large
  [1]
  $ docker run --rm busybox sh -c 'exec 2>\&1; ulimit -f 4; ulimit -f; sh -c "head -c 5000 /dev/zero > /f; echo in \$?"; ulimit -f 8'
  4
  in 153
  [1]
  $ docker run --rm --ulimit nproc=10:20 busybox sh -c 'ulimit -u; ulimit -Hu'
  10
  20
  $ docker run --rm --ulimit cpu=1 busybox sh -c 'exec 2>\&1; sh -c "while :; do :; done"; echo $?'
  137
  $ docker run --rm --ulimit stack=1048576 --ulimit core=0 --ulimit memlock=65536 busybox grep -E 'stack|core|locked' /proc/self/limits
  Max stack size            1048576              1048576              bytes     
  Max core file size        0                    0                    bytes     
  Max locked memory         65536                65536                bytes     
  $ docker run --rm busybox sh -c 'exec 2>\&1; ulimit -n 100 -c 10; ulimit -n; ulimit -n -c; ulimit -nc'
  100
  open files                      (-n) 100
  core file size (blocks)         (-c) 10
  [1]
  $ docker run --rm busybox sh -c 'exec 2>\&1; ulimit -z; ulimit -n abc; ulimit -f hard; echo $?'
  1
  $ docker run -d --name lim --ulimit nofile=100:200 --ulimit fsize=1000 busybox sleep 100 >/dev/null; docker exec lim sh -c 'ulimit -n; ulimit -f'; docker inspect -f '{{.HostConfig.Ulimits}}' lim; docker rm -f lim
  100
  1
  [fsize=1000:1000 nofile=100:200]
  lim
  $ (ulimit -f 4; ulimit -f; head -c 5000 /dev/zero > f; echo $?; wc -c < f) 2>/dev/null
  4
  153
  4096
  $ (ulimit -Sn 50; ulimit -n; ulimit -c 5; ulimit -c 6; ulimit -f hard; ulimit -f)
  50
  bash: ulimit: core file size: cannot modify limit: Operation not permitted
  unlimited
  $ (ulimit -n 1.5; ulimit -nc; ulimit -p 5; ulimit -f 99999999999999999999)
  bash: ulimit: 1.5: invalid number
  bash: ulimit: c: invalid number
  bash: ulimit: pipe size: cannot modify limit: Invalid argument
  bash: ulimit: 99999999999999999999: limit out of range
  [1]

Settings of the kernel in its namespaces.

  $ docker run --rm --sysctl net.core.somaxconn=1024 busybox sh -c 'cat /proc/sys/net/core/somaxconn; sysctl net.core.somaxconn kernel.shm_rmid_forced'
  1024
  net.core.somaxconn = 1024
  kernel.shm_rmid_forced = 0
  $ docker run --rm --network host --sysctl net.core.somaxconn=1024 busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: sysctl "net.core.somaxconn" not allowed in host network namespace
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --ipc host --sysctl kernel.msgmax=1 busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: sysctl "kernel.msgmax" is not allowed in the hosts ipc namespace
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --sysctl net.foo=1 busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: open sysctl net.foo file: unsafe procfs detected: openat2 fsmount:fscontext:proc/./sys/net/foo: no such file or directory
  
  Run 'docker run --help' for more information
  [127]
  $ docker run --rm --sysctl net.core.somaxconn=abc busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: failed to write sysctl net.core.somaxconn = "abc": write fsmount:fscontext:proc/./sys/net/core/somaxconn: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm busybox sysctl -w net.core.somaxconn=5
  sysctl: error setting key 'net.core.somaxconn': Read-only file system
  [1]
  $ docker run --rm busybox sh -c 'echo 5 > /proc/sys/net/core/somaxconn'
  sh: can't create /proc/sys/net/core/somaxconn: Read-only file system
  [1]
  $ docker run --rm --privileged busybox sh -c 'exec 2>\&1; sysctl -w net.core.somaxconn=5; cat /proc/sys/net/core/somaxconn; sysctl -w net.core.somaxconn=abc; sysctl foo.bar'
  net.core.somaxconn = 5
  5
  [1]
  $ docker run --rm -h one --domainname example.org busybox sh -c 'hostname; cat /proc/sys/kernel/hostname /proc/sys/kernel/domainname; hostname -f'
  one
  one
  example.org
  one.example.org
  $ docker run --rm busybox sh -c 'wc -c < /proc/sys/kernel/random/uuid; ls -d /proc/sys/net/ipv4/conf/all'
  37
  /proc/sys/net/ipv4/conf/all
  $ docker run --rm --oom-score-adj 500 busybox cat /proc/self/oom_score_adj
  500
