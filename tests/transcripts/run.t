docker run: flags that can be seen from inside, and how it ends.

  $ docker run --rm busybox sh -c 'exit 42'
  [42]
  $ docker run --rm -e A=1 -e B="two words" --env HOME=/x busybox sh -c 'echo $A $B $HOME'
  1 two words /x
  $ HERE=yes docker run --rm -e HERE -e ABSENT busybox sh -c 'echo "$HERE" "${ABSENT-unset}"'
  yes unset
  $ printf 'A=1\n# no\n\nB=two words\n  C=3\nHERE\n' > vars; HERE=yes docker run --rm --env-file vars busybox sh -c 'echo "$A" "$B" "$C" "$HERE"'
  1 two words 3 yes
  $ printf 'A B=1\n' > bad; docker run --rm --env-file bad busybox true
  docker: invalid env file (bad): variable 'A B' contains whitespaces
  
  Run 'docker run --help' for more information
  [125]
  $ printf '=1\n' > bad; docker run --rm --env-file bad busybox true
  docker: invalid env file (bad): no variable name on line '=1'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -w /tmp busybox pwd
  /tmp
  $ docker run --rm -w /made/here busybox pwd
  /made/here
  $ docker run --rm -w relative busybox pwd
  docker: Error response from daemon: the working directory 'relative' is invalid, it needs to be an absolute path
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --hostname box busybox hostname
  box
  $ docker run --rm --entrypoint echo busybox hello
  hello
  $ docker run --rm --entrypoint '' busybox echo cleared
  cleared
  $ docker run --rm --name named busybox true; docker ps -a --format '{{.Names}}'
  $ echo from stdin | docker run --rm -i busybox cat
  from stdin
  $ echo unread | docker run --rm busybox cat
  $ docker run --rm busybox sh -c 'echo out; echo err >&2' 2>/dev/null
  out
  $ docker run --rm busybox sh -c 'echo out; echo err >&2' 2>&1 >/dev/null
  err
  $ docker run --rm -a stdout busybox sh -c 'echo out; echo err >&2'
  out
  $ docker run -a bogus busybox true
  invalid argument "bogus" for "-a, --attach" flag: valid streams are STDIN, STDOUT and STDERR
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -d -a stdout busybox true
  conflicting options: cannot specify both --attach and --detach
  [1]
  $ docker run -d --rm --name bg busybox sleep 100
  <ID1>
  $ docker run -d --name bg busybox sleep 100 2>&1 | sed 's/"[0-9a-f]\{64\}"/"ID"/'
  docker: Error response from daemon: Conflict. The container name "/bg" is already in use by container "ID". You have to remove (or rename) that container to be able to reuse that name.
  
  Run 'docker run --help' for more information
  $ docker rm -f bg
  bg
  $ docker run --rm -it busybox true
  the input device is not a TTY
  [1]
  $ docker run --rm -t busybox tty
  /dev/pts/0
  $ docker run --rm --init busybox true; echo $?
  0
  $ docker run --cidfile cid --name c1 busybox true; tr -d '\n' < cid | wc -c
  64
  $ docker run --cidfile cid busybox true
  docker: container ID file found, make sure the other container isn't running or delete cid
  
  Run 'docker run --help' for more information
  [125]
  $ docker rm c1
  c1
  $ docker run --pull never absent/image true
  docker: Error response from daemon: No such image: absent/image:latest
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --pull bogus busybox true
  docker: invalid pull option: 'bogus': must be one of "always", "missing" or "never"
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart bogus busybox true
  docker: Error response from daemon: invalid restart policy: unknown policy 'bogus'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart on-failure:x busybox true
  docker: invalid restart policy format: maximum retry count must be an integer
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart on-failure:2 --name r busybox false; docker inspect -f '{{json .HostConfig.RestartPolicy}}' r; docker rm -f r
  docker: Error response from daemon: Invalid container name (r), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  
  Error: No such object: r
  Error response from daemon: No such container: r
  $ docker run --memory 1 busybox true
  docker: Error response from daemon: Minimum memory limit allowed is 6MB
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --cpus 0.5 -m 64m --name m busybox true; docker inspect -f '{{.HostConfig.NanoCpus}} {{.HostConfig.Memory}} {{.HostConfig.MemorySwap}}' m; docker rm m
  docker: Error response from daemon: Invalid container name (m), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  
  Error: No such object: m
  Error response from daemon: No such container: m
  [1]
  $ docker run --network container:nope busybox true
  docker: Error response from daemon: joining network namespace of container: No such container: nope
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network none busybox true; echo $?
  0
  $ docker run --rm --read-only --tmpfs /t busybox sh -c 'touch /t/ok && ls /t; touch /no'
  ok
  touch: /no: Read-only file system
  [1]
  $ docker run --rm -u 1000:50 busybox sh -c 'id -u; id -g'
  1000
  50
  $ docker run --rm --user root busybox id -u
  0
  $ docker run --rm --label a=b --name lab busybox true
  $ docker run --rm --label 'a b=c' busybox true
  invalid argument "a b=c" for "-l, --label" flag: label 'a b' contains whitespaces
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --label =x busybox true
  invalid argument "=x" for "-l, --label" flag: invalid label '=x': empty name
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --ulimit nofile=5:4 busybox true
  invalid argument "nofile=5:4" for "--ulimit" flag: ulimit soft limit must be less than or equal to hard limit: 5 > 4
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --ulimit bogus=1 busybox true
  invalid argument "bogus=1" for "--ulimit" flag: invalid ulimit type: bogus
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --dns nope busybox true
  invalid argument "nope" for "--dns" flag: IP address is not correctly formatted: nope
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --add-host x busybox true
  invalid argument "x" for "--add-host" flag: bad format for add-host: "x"
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --add-host db:10.1.2.3 busybox grep db /etc/hosts
  10.1.2.3	db
  $ docker run --rm --mac-address zz busybox true
  docker: zz is not a valid mac address
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --stop-signal BOGUS busybox true
  docker: Error response from daemon: invalid signal: BOGUS
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --health-interval 5 busybox true
  invalid argument "5" for "--health-interval" flag: time: missing unit in duration "5"
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --health-interval 1s --no-healthcheck busybox true
  docker: --no-healthcheck conflicts with --health-* options
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --security-opt bogus busybox true
  docker: Invalid --security-opt: "bogus"
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --sysctl foo=1 busybox true
  invalid argument "foo=1" for "--sysctl" flag: sysctl 'foo=1' is not allowed
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --pid bogus busybox true
  docker: --pid: invalid PID mode
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --uts bogus busybox true
  docker: --uts: invalid UTS mode
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --link nope:x busybox true
  docker: Error response from daemon: could not get container for nope: No such container: nope
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --volumes-from nope busybox true
  docker: Error response from daemon: No such container: nope
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --log-driver bogus busybox true
  docker: Error response from daemon: error looking up logging plugin bogus: plugin "bogus" not found
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --log-driver none --log-opt a=b busybox true
  docker: invalid logging opts for driver none
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -d --name p1 -p 8123:80 busybox sleep 60; docker run --rm -p 8123:80 busybox true 2>&1 | sed 's/(.*)/(ID)/'; docker rm -f p1
  <ID2>
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint relaxed_banzai (ID): Bind for 0.0.0.0:8123 failed: port is already allocated
  
  Run 'docker run --help' for more information
  p1
  $ docker run --rm 'bad image' true
  docker: invalid reference format
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm ''
  docker: invalid reference format
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm busybox ''
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "": executable file not found in $PATH
  
  Run 'docker run --help' for more information
  [127]
  $ docker run --rm --oom-score-adj x busybox true
  invalid argument "x" for "--oom-score-adj" flag: strconv.ParseInt: parsing "x": invalid syntax
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --memory-swappiness 101 busybox true
  docker: invalid value: 101. Valid memory swappiness range is 0-100
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --blkio-weight 70000 busybox true
  invalid argument "70000" for "--blkio-weight" flag: strconv.ParseUint: parsing "70000": value out of range
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cpus x busybox true
  invalid argument "x" for "--cpus" flag: failed to parse x as a rational number
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --gpus all,foo=1 busybox true
  invalid argument "all,foo=1" for "--gpus" flag: unexpected key 'foo' in 'foo=1'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network name=x,bogus=1 busybox true
  invalid argument "name=x,bogus=1" for "--network" flag: invalid field key bogus
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount 'type=bind,"src=/tmp' busybox true
  invalid argument "type=bind,\"src=/tmp" for "--mount" flag: parse error on line 1, column 20: extraneous or missing " in quoted-field
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=bind,src=/tmp,dst=/x,volume-nocopy busybox true
  invalid argument "type=bind,src=/tmp,dst=/x,volume-nocopy" for "--mount" flag: cannot mix 'volume-*' options with mount type 'bind'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --expose a busybox true
  docker: invalid range format for --expose: a, error: strconv.ParseUint: parsing "a": invalid syntax
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /a:bogus=1 busybox true
  docker: Error response from daemon: invalid tmpfs option "bogus"
  
  Run 'docker run --help' for more information
  [125]
  $ docker ps -aq | wc -l
  1
