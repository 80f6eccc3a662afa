What a container wrote, and when.

  $ docker run --name talk busybox sh -c 'echo one; echo two; echo err >&2; sleep 1; echo three'
  one
  two
  err
  three
  $ docker logs talk | sort
  err
  one
  three
  two
  $ docker logs talk 2>/dev/null
  one
  two
  three
  $ docker logs talk 2>&1 >/dev/null
  err
  $ docker logs -n 1 talk
  three
  $ docker logs --tail 2 talk 2>/dev/null
  three
  $ docker logs --tail 0 talk
  $ docker logs --tail all talk 2>/dev/null
  one
  two
  three
  $ docker logs --tail=-1 talk 2>/dev/null
  one
  two
  three
  $ docker logs -t talk 2>/dev/null
  <TIME> one
  <TIME> two
  <TIME> three
  $ docker logs --since 1h talk 2>/dev/null
  one
  two
  three
  $ docker logs --until 1h talk
  $ docker logs --since 2030-01-01 talk
  $ docker logs --since 2020-01-01T00:00:00Z --until 2030-01-01 talk 2>/dev/null
  one
  two
  three
  $ docker logs --since 1577836800 talk 2>/dev/null
  one
  two
  three
  $ docker logs --since yesterday talk
  invalid value for "since": failed to parse value as time or duration: "yesterday"
  [1]
  $ docker logs --since 2020-13-01 talk
  invalid value for "since": parsing time "2020-13-01": month out of range
  [1]
  $ docker logs --until 2020-02-30 talk
  invalid value for "until": parsing time "2020-02-30": day out of range
  [1]
  $ docker logs --tail x talk
  one
  two
  err
  three
  $ docker logs
  docker: 'docker logs' requires 1 argument
  
  Usage:  docker logs [OPTIONS] CONTAINER
  
  Run 'docker logs --help' for more information
  [1]
  $ docker logs a b
  docker: 'docker logs' requires 1 argument
  
  Usage:  docker logs [OPTIONS] CONTAINER
  
  Run 'docker logs --help' for more information
  [1]
  $ docker logs nope
  Error response from daemon: No such container: nope
  [1]

Following ends with the container.

  $ docker run -d --name count busybox sh -c 'for i in 1 2 3; do echo $i; sleep 1; done' >/dev/null; docker logs -f count
  1
  2
  3
  $ docker logs -f --tail 1 count
  3
  $ docker run -d --name slow busybox sh -c 'echo a; sleep 2; echo b; sleep 60' >/dev/null; sleep 1; timeout 3 docker logs -f --since 10m slow
  a
  b
  [124]
  $ docker rm -f slow >/dev/null; docker logs slow
  Error response from daemon: No such container: slow
  [1]

Logs outlive a restart, and go with the container.

  $ docker start -a talk 2>/dev/null
  one
  two
  three
  $ docker logs talk 2>/dev/null
  one
  two
  three
  one
  two
  three
  $ docker run --name quiet --log-driver none busybox echo unseen
  unseen
  $ docker logs quiet
  Error response from daemon: configured logging driver does not support reading
  [1]
  $ docker run --name det --label app=web --log-opt labels=app --env A=1 --log-opt env=A busybox echo hi
  hi
  $ docker logs --details det
  A=1,app=web hi
  $ docker logs det
  hi
  $ docker inspect -f '{{.HostConfig.LogConfig.Type}} {{json .HostConfig.LogConfig.Config}}' det
  json-file {"env":"A","labels":"app"}
  $ docker run --name part busybox printf 'no newline'; echo; docker logs part; echo
  no newline
  no newline
  $ docker run --name small --log-opt max-size=1k --log-opt max-file=2 busybox sh -c 'for i in $(seq 1 60); do echo line $i; done' >/dev/null; docker logs small | tail -n 1
  line 60
  $ docker create --name never busybox true >/dev/null; docker logs never
  $ docker run --name local --log-driver local busybox sh -c 'echo l1; echo l2'; docker logs -n 1 local
  l1
  l2
  l2
  $ docker container logs count
  1
  2
  3
  $ docker run --name tty -t busybox echo term | od -c | head -n 1; docker logs tty | od -c | head -n 1
  0000000   t   e   r   m  \r  \n
  0000000   t   e   r   m  \r  \n
