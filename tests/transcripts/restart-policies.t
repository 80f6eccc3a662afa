Restart policies at work.

  $ docker run -d --name f2 --restart on-failure:2 busybox sh -c 'exit 3' >/dev/null; sleep 3; docker inspect -f '{{.RestartCount}} {{.State.Status}} {{.State.ExitCode}} {{.State.Restarting}}' f2
  2 exited 3 false
  $ docker run -d --name ok --restart on-failure busybox true >/dev/null; sleep 1; docker inspect -f '{{.RestartCount}} {{.State.Status}}' ok
  0 exited
  $ docker run -d --name al --restart always busybox sleep 100 >/dev/null; docker stop -t 0 al; sleep 1; docker inspect -f '{{.RestartCount}} {{.State.Status}} {{.State.ExitCode}}' al
  al
  0 exited 137
  $ docker start al; docker kill al; sleep 1; docker inspect -f '{{.RestartCount}} {{.State.Status}}' al
  al
  al
  0 exited
  $ docker start al; docker exec al kill -9 1; docker exec al sh -c 'kill 1; sleep 0.5; echo alive'
  al
  alive
  $ docker update --restart no al; docker inspect -f '{{json .HostConfig.RestartPolicy}}' al
  al
  {"Name":"no","MaximumRetryCount":0}
  $ docker update --restart on-failure:5 al; docker inspect -f '{{json .HostConfig.RestartPolicy}}' al
  al
  {"Name":"on-failure","MaximumRetryCount":5}
  $ docker update --restart nope al
  Error response from daemon: invalid restart policy: unknown policy 'nope'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'
  [1]
  $ docker update --restart always:5 al
  Error response from daemon: invalid restart policy: maximum retry count can only be used with 'on-failure'
  [1]
  $ docker update --restart on-failure:x al
  invalid restart policy format: maximum retry count must be an integer
  [1]
  $ docker update al
  you must provide one or more flags when using this command
  [1]
  $ docker update nobox
  you must provide one or more flags when using this command
  [1]
  $ docker update --memory 1m al
  Error response from daemon: Minimum memory limit allowed is 6MB
  [1]
  $ docker update --cpus 0.5 al; docker inspect -f '{{.HostConfig.NanoCpus}}' al
  al
  500000000
  $ docker update --cpus 99 al
  Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  [1]
  $ docker update --pids-limit 33 al; docker inspect -f '{{.HostConfig.PidsLimit}}' al
  al
  33
  $ docker update --restart always f2 nobox
  f2
  Error response from daemon: No such container: nobox
  [1]
  $ docker run --restart unless-stopped --rm busybox true
  docker: conflicting options: cannot specify both --restart and --rm
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -d --name rm1 --rm busybox sleep 100 >/dev/null; docker update --restart always rm1
  Error response from daemon: Cannot update container <ID1>: Restart policy cannot be updated because AutoRemove is enabled for the container
  [1]
  $ docker restart -t 0 al; docker restart nobox; docker restart
  al
  Error response from daemon: No such container: nobox
  docker: 'docker restart' requires at least 1 argument
  
  Usage:  docker restart [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker restart --help' for more information
  [1]
  $ docker restart -t abc al
  invalid argument "abc" for "-t, --timeout" flag: strconv.ParseInt: parsing "abc": invalid syntax
  
  Usage:  docker restart [OPTIONS] CONTAINER [CONTAINER...]
  
  Run 'docker restart --help' for more information
  [125]
  $ docker restart -s NOPE al
  Error response from daemon: Cannot restart container al: invalid signal: NOPE
  [1]
  $ docker rm -f f2 ok al rm1
  f2
  ok
  al
  rm1
