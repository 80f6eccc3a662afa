Containers that start again.

  $ docker run -d --name fail --restart on-failure:2 busybox sh -c 'exit 4' >/dev/null; sleep 3; docker inspect -f '{{.State.Status}} {{.State.ExitCode}} {{.RestartCount}}' fail
  exited 4 2
  $ docker run -d --name ok --restart on-failure busybox true >/dev/null; sleep 1; docker inspect -f '{{.State.Status}} {{.RestartCount}}' ok
  exited 0
  $ docker run -d --name loop --restart always -v runs:/r busybox sh -c 'echo run >> /r/log; sleep 1' >/dev/null; sleep 5; docker run --rm -v runs:/r busybox sh -c 'test $(wc -l < /r/log) -gt 1 && echo again'
  again
  $ docker stop -t 0 loop; docker inspect -f '{{.State.Status}}' loop; docker ps -q --filter name=loop
  loop
  exited
  $ docker run -d --name keep -v keepers:/d busybox sh -c 'echo $(date +%s) >> /d/t; echo layer >> /l; sleep 1000' >/dev/null; sleep 1; docker restart -t 0 keep; sleep 1; docker exec keep sh -c 'wc -l < /d/t; wc -l < /l'
  keep
  2
  2
  $ docker restart nope
  Error response from daemon: No such container: nope
  [1]
  $ docker restart
  docker: 'docker restart' requires at least 1 argument
  
  Usage:  docker restart [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker restart --help' for more information
  [1]
  $ docker restart -t 0 keep nope
  keep
  Error response from daemon: No such container: nope
  [1]
  $ docker restart -t x keep
  invalid argument "x" for "-t, --timeout" flag: strconv.ParseInt: parsing "x": invalid syntax
  
  Usage:  docker restart [OPTIONS] CONTAINER [CONTAINER...]
  
  Run 'docker restart --help' for more information
  [125]
  $ docker restart --signal NOPE keep
  Error response from daemon: Cannot restart container keep: invalid signal: NOPE
  [1]
  $ docker create --name idle busybox sleep 1000 >/dev/null; docker restart -t 0 idle; docker inspect -f '{{.State.Status}}' idle
  idle
  running
  $ docker pause idle; docker restart -t 0 idle; docker inspect -f '{{.State.Status}}' idle
  idle
  idle
  running
  $ docker run --rm --restart always busybox
  docker: conflicting options: cannot specify both --restart and --rm
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart sometimes busybox
  docker: Error response from daemon: invalid restart policy: unknown policy 'sometimes'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart no:3 busybox
  docker: Error response from daemon: invalid restart policy: maximum retry count can only be used with 'on-failure'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart on-failure:-1 busybox
  docker: Error response from daemon: invalid restart policy: maximum retry count cannot be negative
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart on-failure:x busybox
  docker: invalid restart policy format: maximum retry count must be an integer
  
  Run 'docker run --help' for more information
  [125]
  $ docker inspect -f '{{.HostConfig.RestartPolicy.Name}} {{.HostConfig.RestartPolicy.MaximumRetryCount}}' fail loop keep
  on-failure 2
  always 0
  no 0
  $ docker kill loop
  Error response from daemon: cannot kill container: loop: container <ID1> is not running
  [1]
  $ docker rm -f fail ok loop keep idle
  fail
  ok
  loop
  keep
  idle
