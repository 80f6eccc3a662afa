What a container's end leaves to be seen.

  $ docker run busybox nosuch; echo "status $?"
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "nosuch": executable file not found in $PATH
  
  Run 'docker run --help' for more information
  status 127
  $ docker run busybox /etc; echo "status $?"
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc": is a directory: permission denied
  
  Run 'docker run --help' for more information
  status 126
  $ docker run busybox /etc/passwd; echo "status $?"
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc/passwd": permission denied
  
  Run 'docker run --help' for more information
  status 126
  $ docker run --nosuch busybox; echo "status $?"
  unknown flag: --nosuch
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  status 125
  $ docker run --rm busybox sh -c 'exit 3'
  [3]
  $ docker run --rm busybox sh -c 'kill -9 $$'
  $ docker run --name k busybox sh -c 'kill -TERM $$; echo still here'
  docker: Error response from daemon: Invalid container name (k), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --name k2 busybox sh -c 'sh -c "kill -TERM \$\$"; echo $?'
  Terminated
  143
  $ docker inspect -f '{{.State.Status}} {{.State.ExitCode}} {{.State.OOMKilled}} {{.State.Error}}' k k2
  exited 0 false 
  Error: No such object: k
  [1]
  $ docker ps -a --format '{{.Names}} {{.Status}}' | grep ^k | sed 's/ [^ ]* [a-z]* ago//'
  k2 Exited (0) Less than
  $ docker run -d --name t1 busybox sleep 600
  <ID1>
  $ time0=$(date +%s); docker stop -t 1 t1; time1=$(date +%s); test $((time1-time0)) -ge 1 -a $((time1-time0)) -le 3; echo $?
  t1
  0
  $ docker inspect -f '{{.State.ExitCode}}' t1
  137
  $ docker run -d --init --name t2 busybox sleep 600
  <ID2>
  $ docker stop t2; docker inspect -f '{{.State.ExitCode}}' t2
  t2
  143
  $ docker run -d --name t3 --stop-signal USR1 --stop-timeout 5 busybox sh -c 'trap "echo got usr1; exit 9" USR1; trap "echo got term" TERM; while :; do sleep 0.1; done'
  <ID3>
  $ sleep 0.5; docker stop t3; docker logs t3; docker inspect -f '{{.State.ExitCode}} {{.Config.StopSignal}} {{.Config.StopTimeout}}' t3
  t3
  got usr1
  9 USR1 5
  $ docker start t3; sleep 0.5; docker kill -s TERM t3; sleep 0.5; docker logs t3; docker inspect -f '{{.State.Status}}' t3
  t3
  t3
  got usr1
  got term
  running
  $ docker kill t3; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' t3
  t3
  exited 137
  $ docker kill t3
  Error response from daemon: cannot kill container: t3: container <ID3> is not running
  [1]
  $ docker kill -s NOSUCH t3
  Error response from daemon: cannot kill container: t3: invalid signal: NOSUCH
  [1]
  $ docker stop -s NOSUCH t3
  t3
  $ docker stop t3
  t3
  $ docker pause t3
  Error response from daemon: container <ID3> is not running
  [1]
  $ docker unpause t3
  Error response from daemon: Container <ID3> is not paused
  [1]
  $ docker start t3 >/dev/null; docker pause t3; docker ps --filter name=t3 --format '{{.Status}}' | sed 's/Up .* (/Up (/'; docker inspect -f '{{.State.Status}} {{.State.Running}} {{.State.Paused}}' t3
  t3
  Up (Paused)
  paused true true
  $ docker exec t3 true
  Error response from daemon: Container t3 is paused, unpause the container before exec
  [1]
  $ docker pause t3
  Error response from daemon: Container <ID3> is already paused
  [1]
  $ docker start t3
  Error response from daemon: cannot start a paused container, try unpause instead
  Error: failed to start containers: t3
  [1]
  $ docker stop -t 1 t3; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' t3
  t3
  exited 9
  $ docker run --rm --name gone busybox true; docker inspect gone
  []
  Error: No such object: gone
  [1]
  $ docker run -d --rm --name gone2 busybox sleep 60 >/dev/null; docker stop -t 0 gone2; sleep 0.5; docker ps -aq --filter name=gone2
  gone2
  $ docker run --rm --restart always busybox true
  docker: conflicting options: cannot specify both --restart and --rm
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart sometimes busybox true
  docker: Error response from daemon: invalid restart policy: unknown policy 'sometimes'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart on-failure:x busybox true
  docker: invalid restart policy format: maximum retry count must be an integer
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart always:3 busybox true
  docker: Error response from daemon: invalid restart policy: maximum retry count can only be used with 'on-failure'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart no:3 busybox true
  docker: Error response from daemon: invalid restart policy: maximum retry count can only be used with 'on-failure'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --restart on-failure:-1 busybox true
  docker: Error response from daemon: invalid restart policy: maximum retry count cannot be negative
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -d --name r1 --restart on-failure:2 busybox sh -c 'echo try; exit 4'
  <ID4>
  $ sleep 2; docker logs r1; docker inspect -f '{{.RestartCount}} {{.State.Status}} {{.State.ExitCode}}' r1
  try
  try
  try
  2 exited 4
  $ docker run -d --name r2 --restart on-failure:3 busybox sh -c 'echo try; exit 0'
  <ID5>
  $ sleep 1; docker logs r2; docker inspect -f '{{.RestartCount}} {{.State.Status}} {{.State.ExitCode}}' r2
  try
  0 exited 0
  $ docker run -d --name r3 --restart always busybox sh -c 'exit 5'
  <ID6>
  $ sleep 3; docker inspect -f '{{.State.Status}} {{.State.Restarting}} {{.State.Running}} {{.State.ExitCode}}' r3
  restarting true true 5
  $ docker exec r3 true 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  Error response from daemon: Container ID is restarting, wait until the container is running
  $ docker stop r3; docker inspect -f '{{.State.Status}} {{.State.Restarting}} {{.State.ExitCode}}' r3
  r3
  exited false 5
  $ docker run -d --name r4 --restart unless-stopped busybox sleep 600; docker kill r4; sleep 1; docker inspect -f '{{.State.Status}} {{.State.ExitCode}} {{.RestartCount}}' r4
  <ID7>
  r4
  exited 137 0
  $ docker start r4; docker exec r4 kill -9 1; docker exec r4 sh -c 'kill -TERM 1'; docker inspect -f '{{.State.Status}} {{.RestartCount}}' r4
  r4
  running 0
  $ docker update --restart no r4; docker inspect -f '{{.HostConfig.RestartPolicy.Name}}' r4
  r4
  no
  $ docker rm r4
  Error response from daemon: cannot remove container "r4": container is running: stop the container before removing or force remove
  [1]
  $ docker rm -f r4; docker rm r4; docker rm -f r4
  r4
  Error response from daemon: No such container: r4
  Error response from daemon: No such container: r4
  $ docker wait k k2
  0
  Error response from daemon: No such container: k
  [1]
  $ docker wait nosuch
  Error response from daemon: No such container: nosuch
  [1]
  $ docker run -d --name w busybox sh -c 'sleep 1; exit 7'; docker wait w
  docker: Error response from daemon: Invalid container name (w), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Error response from daemon: No such container: w
  [1]
  $ docker create --name c1 busybox true; docker inspect -f '{{.State.Status}} {{.State.StartedAt}} {{.State.FinishedAt}}' c1
  <ID8>
  created <TIME> <TIME>
  $ docker kill c1; docker stop c1; docker pause c1
  Error response from daemon: cannot kill container: c1: container <ID8> is not running
  c1
  Error response from daemon: container <ID8> is not running
  [1]
  $ docker exec c1 true
  Error response from daemon: container <ID8> is not running
  [1]
  $ docker create --name c1 busybox true 2>&1 | sed 's/"[0-9a-f]\{64\}"/"ID"/'
  Error response from daemon: Conflict. The container name "/c1" is already in use by container "ID". You have to remove (or rename) that container to be able to reuse that name.
  $ docker rename c1 c2; docker rename c2 k; docker rename c2 c2; docker rename nosuch x; docker rename c2 'b@d'
  Error response from daemon: Error when allocating new name: Invalid container name (/k), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  Error: failed to rename container named c2
  Error response from daemon: Renaming a container with the same name as its current name
  Error: failed to rename container named c2
  Error response from daemon: No such container: nosuch
  Error: failed to rename container named nosuch
  Error response from daemon: Error when allocating new name: Invalid container name (/b@d), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  Error: failed to rename container named c2
  [1]
  $ docker run -d --name e1 busybox sleep 60; docker exec e1 nosuch; echo $?; docker exec e1 /etc; echo $?; docker exec -w /nosuch e1 pwd; echo $?; docker exec -u nosuch e1 id; echo $?
  <ID9>
  OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in $PATH
  127
  OCI runtime exec failed: exec failed: unable to start container process: exec: "/etc": is a directory: permission denied
  126
  OCI runtime exec failed: exec failed: unable to start container process: chdir to cwd ("/nosuch") set in config.json failed: no such file or directory
  127
  Error response from daemon: unable to find user nosuch: no matching entries in passwd file
  1
  $ docker exec e1 sh -c 'exit 42'; echo $?; docker exec e1 sh -c 'kill -9 $$'; echo $?; docker exec -d e1 sh -c 'sleep 0.2; touch /done'; sleep 0.5; docker exec e1 ls /done
  42
  137
  /done
