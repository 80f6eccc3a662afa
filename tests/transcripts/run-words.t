Flags of run, right and wrong.

  $ docker run --rm busybox; echo $?; docker run busybox echo a b '  c'; docker run --rm busybox sh -c 'echo $0 $1' x y
  0
  a b   c
  x y
  $ docker run --rm -e A=1 -e B -e C= busybox env | grep -E '^[ABC]='; B=2 docker run --rm -e B busybox sh -c 'echo $B'; printf 'X=1\n# c\n\nY= 2\nB\n' > ef; B=3 docker run --rm --env-file ef busybox env | grep -E '^[XYB]='; docker run --rm --env-file none busybox env
  A=1
  C=
  2
  X=1
  Y= 2
  B=3
  docker: open none: no such file or directory
  
  Run 'docker run --help' for more information
  [125]
  $ printf 'A B=1\n' > bad; docker run --rm --env-file bad busybox env; printf '=1\n' > bad; docker run --rm --env-file bad busybox env
  docker: invalid env file (bad): variable 'A B' contains whitespaces
  
  Run 'docker run --help' for more information
  docker: invalid env file (bad): no variable name on line '=1'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -h myhost busybox sh -c 'hostname; cat /etc/hostname'; docker run --rm --hostname 'bad_host!' busybox hostname; docker run --rm --add-host a:1.2.3.4 busybox grep 1.2.3.4 /etc/hosts; docker run --rm --add-host a busybox true; docker run --rm --add-host a:b busybox true; docker run --rm --dns 9.9.9.9 busybox grep nameserver /etc/resolv.conf; docker run --rm --dns x busybox true
  myhost
  myhost
  bad_host!
  1.2.3.4	a
  invalid argument "a" for "--add-host" flag: bad format for add-host: "a"
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  invalid argument "a:b" for "--add-host" flag: invalid IP address in add-host: "b"
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  nameserver 9.9.9.9
  # Overrides: [nameservers]
  invalid argument "x" for "--dns" flag: IP address is not correctly formatted: x
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --name r1 --entrypoint cat busybox /etc/hostname | wc -c; docker run --rm --entrypoint '' busybox echo e; docker run --rm --entrypoint 'sh -c' busybox ls; docker inspect r1 -f '{{.Path}} {{.Args}} {{.Config.Entrypoint}}'
  13
  e
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "sh -c": executable file not found in $PATH
  
  Run 'docker run --help' for more information
  cat [/etc/hostname] [cat]
  $ echo in | docker run --rm -i busybox cat; echo in | docker run --rm busybox cat; docker run --rm -t busybox true; echo | docker run --rm -it busybox true
  in
  the input device is not a TTY
  [1]
  $ docker run --rm --cidfile cid busybox true; wc -c < cid; docker run --rm --cidfile cid busybox true; docker run -d --rm --label a=b --label c --name lb busybox sleep 100 | wc -c; docker inspect lb -f '{{json .Config.Labels}}'; docker ps -q -f label=a=b -f label=c | wc -l; docker ps -q -f label=a=x | wc -l; docker run --rm --label-file none busybox true
  64
  docker: container ID file found, make sure the other container isn't running or delete cid
  
  Run 'docker run --help' for more information
  65
  {"a":"b","c":""}
  1
  0
  docker: open none: no such file or directory
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -d --name sg --stop-signal USR1 --stop-timeout 1 busybox sleep 100 | wc -c; docker inspect sg -f '{{.Config.StopSignal}} {{.Config.StopTimeout}}'; docker stop sg; docker inspect sg -f '{{.State.ExitCode}}'; docker run --rm --stop-signal NOPE busybox true
  65
  USR1 1
  sg
  137
  docker: Error response from daemon: invalid signal: NOPE
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -d --name hc --health-cmd 'test -f /ok' --health-interval 1s --health-retries 1 busybox sh -c 'sleep 100' | wc -c; docker inspect hc -f '{{.State.Health.Status}}'; docker run --rm --health-interval 1 busybox true; docker run --rm --no-healthcheck --health-cmd x busybox true; docker rm -f hc sg lb >/dev/null
  65
  starting
  invalid argument "1" for "--health-interval" flag: time: missing unit in duration "1"
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  docker: --no-healthcheck conflicts with --health-* options
  
  Run 'docker run --help' for more information
  $ docker run --rm --ulimit nofile=10:20 busybox sh -c 'ulimit -n; ulimit -Hn'; docker run --rm --ulimit nofile=20:10 busybox true; docker run --rm --ulimit foo=1 busybox true; docker run --rm --sysctl net.ipv4.ip_forward=1 busybox cat /proc/sys/net/ipv4/ip_forward; docker run --rm --sysctl kernel.foo=1 busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: procReady not received
  
  Run 'docker run --help' for more information
  invalid argument "nofile=20:10" for "--ulimit" flag: ulimit soft limit must be less than or equal to hard limit: 20 > 10
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  invalid argument "foo=1" for "--ulimit" flag: invalid ulimit type: foo
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  1
  invalid argument "kernel.foo=1" for "--sysctl" flag: sysctl 'kernel.foo=1' is not allowed
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --memory 4m busybox true; docker run --rm -m 20m --memory-swap 10m busybox true; docker run --rm --memory-reservation 30m -m 20m busybox true; docker run --rm --cpus 1000 busybox true; docker run --rm --cpu-shares -1 busybox true; docker run --rm --pids-limit 5 busybox sh -c 'for i in 1 2 3 4 5 6 7; do sleep 1 & done' 2>&1 | head -1; docker run --rm --cpuset-cpus 99 busybox true; docker run --rm --oom-score-adj 5000 busybox true
  docker: Error response from daemon: Minimum memory limit allowed is 6MB
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: Minimum memoryswap limit should be larger than memory limit, see usage
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: Minimum memory limit can not be less than memory reservation limit, see usage
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid CPU shares (-1): value must be a positive integer
  
  Run 'docker run --help' for more information
  sh: can't fork: Resource temporarily unavailable
  docker: Error response from daemon: Requested CPUs are not available - requested 99, available: 0-1
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: Invalid value 5000, range for oom score adj is [-1000, 1000]
  
  Run 'docker run --help' for more information
  [125]
