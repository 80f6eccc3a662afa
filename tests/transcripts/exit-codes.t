Restart policies, exit codes and waiting.

  $ docker run -d --name r1 --restart on-failure:2 busybox sh -c 'exit 4'; sleep 3; docker inspect -f '{{.RestartCount}} {{.State.ExitCode}} {{.State.Status}} {{json .HostConfig.RestartPolicy}}' r1
  <ID1>
  2 4 exited {"Name":"on-failure","MaximumRetryCount":2}
  $ docker run -d --name r2 --restart always busybox sleep 1; sleep 3; docker inspect -f '{{gt .RestartCount 0}} {{.State.Running}}' r2; docker stop -t 0 r2; sleep 1; docker inspect -f '{{.State.Status}}' r2
  <ID2>
  true true
  r2
  exited
  $ docker update --restart=no r2; docker inspect -f '{{.HostConfig.RestartPolicy.Name}}' r2
  r2
  no
  $ docker run --restart always --rm busybox true
  docker: conflicting options: cannot specify both --restart and --rm
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart bogus busybox true
  docker: Error response from daemon: invalid restart policy: unknown policy 'bogus'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart on-failure:-1 busybox true; docker run --restart on-failure:x busybox true; docker run --restart always:3 busybox true
  docker: Error response from daemon: invalid restart policy: maximum retry count cannot be negative
  
  Run 'docker run --help' for more information
  docker: invalid restart policy format: maximum retry count must be an integer
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid restart policy: maximum retry count can only be used with 'on-failure'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -d --name w1 busybox sh -c 'sleep 1; exit 9'; docker wait w1; docker wait w1 nope
  <ID3>
  9
  9
  Error response from daemon: No such container: nope
  [1]
  $ docker run --rm busybox sh -c 'kill -9 $$'; echo $?
  0
  $ docker run --rm busybox /etc; docker run --rm busybox /nope; docker run --rm busybox /etc/passwd
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc": is a directory: permission denied
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/nope": stat /nope: no such file or directory
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc/passwd": permission denied
  
  Run 'docker run --help' for more information
  [126]
  $ docker run --rm --entrypoint /etc/passwd busybox; echo $?
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc/passwd": permission denied
  
  Run 'docker run --help' for more information
  126
  $ docker run --name x1 busybox sh -c 'kill -TERM $$; echo still'; docker inspect -f '{{.State.ExitCode}} {{.State.OOMKilled}} {{.State.Error}}' x1
  still
  0 false 
  $ docker start -a x1; echo $?
  still
  0
  $ docker run -d --name t1 busybox sh -c 'trap "echo bye; exit 5" TERM; while :; do sleep 0.1; done'; sleep 0.5; docker stop t1; docker logs t1; docker inspect -f '{{.State.ExitCode}}' t1
  <ID4>
  t1
  bye
  5
  $ docker run -d --name t2 --stop-signal USR1 busybox sh -c 'trap "exit 6" USR1; while :; do sleep 0.1; done'; sleep 0.5; docker stop t2; docker inspect -f '{{.State.ExitCode}}' t2
  <ID5>
  t2
  6
  $ docker run -d --name t3 busybox sleep 100; docker kill -s HUP t3; sleep 0.3; docker inspect -f '{{.State.Status}}' t3; docker kill -s BOGUS t3; docker kill -s 99 t3; docker kill t3; docker wait t3
  <ID6>
  t3
  running
  Error response from daemon: cannot kill container: t3: invalid signal: BOGUS
  Error response from daemon: cannot kill container: t3: the linux daemon does not support signal 99
  t3
  137
  $ docker run -d --init --name t4 busybox sleep 100; docker stop t4; docker inspect -f '{{.State.ExitCode}}' t4
  <ID7>
  t4
  143
  $ docker ps -a --filter exited=4 --format '{{.Names}}'; docker ps -a --filter status=exited --format '{{.Names}}' | sort | xargs; docker ps -a -f status=bogus; docker ps -a -f exited=x
  r1
  r1 r2 t1 t2 t3 t4 w1 x1
  Error response from daemon: invalid filter 'status=bogus': invalid value for state (bogus): must be one of created, running, paused, restarting, removing, exited, dead
  Error response from daemon: invalid filter 'exited=x': strconv.Atoi: parsing "x": invalid syntax
  [1]
  $ docker create --name cr --restart unless-stopped busybox true; docker start cr; sleep 2; docker inspect -f '{{gt .RestartCount 0}}' cr; docker rm -f cr
  <ID8>
  cr
  true
  cr
