Limits of a container changed while it runs.

  $ docker run -d --name box -m 64m busybox sleep 1000 >/dev/null; docker update --memory 128m --memory-swap 256m box
  box
  $ docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}}' box
  134217728 268435456
  $ docker update --memory 512m box 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  Error response from daemon: Cannot update container ID: Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time
  $ docker update --cpus 0.5 box; docker inspect -f '{{.HostConfig.NanoCpus}}' box
  box
  500000000
  $ docker update --cpu-shares 512 --pids-limit 100 box; docker inspect -f '{{.HostConfig.CpuShares}} {{.HostConfig.PidsLimit}}' box
  box
  512 100
  $ docker update --restart unless-stopped box; docker inspect -f '{{json .HostConfig.RestartPolicy}}' box
  box
  {"Name":"unless-stopped","MaximumRetryCount":0}
  $ docker update --restart on-failure:3 box; docker inspect -f '{{json .HostConfig.RestartPolicy}}' box
  box
  {"Name":"on-failure","MaximumRetryCount":3}
  $ docker update --restart sometimes box
  Error response from daemon: invalid restart policy: unknown policy 'sometimes'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'
  [1]
  $ docker update --restart on-failure:x box
  invalid restart policy format: maximum retry count must be an integer
  [1]
  $ docker update --restart always:3 box
  Error response from daemon: invalid restart policy: maximum retry count can only be used with 'on-failure'
  [1]
  $ docker update --memory 1m box
  Error response from daemon: Minimum memory limit allowed is 6MB
  [1]
  $ docker update --memory x box
  invalid argument "x" for "-m, --memory" flag: invalid size: 'x'
  
  Usage:  docker update [OPTIONS] CONTAINER [CONTAINER...]
  
  Run 'docker update --help' for more information
  [125]
  $ docker update --cpus 99 box
  Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  [1]
  $ docker update box
  you must provide one or more flags when using this command
  [1]
  $ docker update
  docker: 'docker update' requires at least 1 argument
  
  Usage:  docker update [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker update --help' for more information
  [1]
  $ docker update --restart no box nope
  box
  Error response from daemon: No such container: nope
  [1]
  $ docker update --memory-reservation 1m box
  Error response from daemon: Minimum memory reservation allowed is 6MB
  [1]
  $ docker update --cpuset-cpus 99 box
  Error response from daemon: Requested CPUs are not available - requested 99, available: 0-1
  [1]
  $ docker update --cpuset-cpus 0 box; docker inspect -f '{{.HostConfig.CpusetCpus}}' box
  box
  0
  $ docker run -d --rm --name gone busybox sleep 1000 >/dev/null; docker update --restart always gone
  Error response from daemon: Cannot update container <ID1>: Restart policy cannot be updated because AutoRemove is enabled for the container
  [1]
  $ docker create --name idle busybox true >/dev/null; docker update -m 32m idle; docker inspect -f '{{.HostConfig.Memory}}' idle
  Error response from daemon: Cannot update container <ID2>: Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time
  0
  $ docker container update --nope box
  unknown flag: --nope
  
  Usage:  docker container update [OPTIONS] CONTAINER [CONTAINER...]
  
  Run 'docker container update --help' for more information
  [125]
