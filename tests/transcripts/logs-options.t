Logs with all their options.

  $ docker run --name lo busybox sh -c 'echo one; sleep 0.1; echo two >&2; sleep 0.1; echo three; printf last' 2>/dev/null
  one
  three
  last
  $ docker logs lo 2>/dev/null; docker logs lo 2>&1 >/dev/null
  one
  three
  lasttwo
  $ docker logs -n 1 lo; echo; docker logs --tail 2 lo 2>&1; echo; docker logs --tail 0 lo; docker logs --tail all lo 2>/dev/null; echo; docker logs --tail -5 lo 2>/dev/null | wc -l
  last
  three
  last
  one
  three
  last
  2
  $ docker logs --tail abc lo 2>/dev/null | wc -l
  2
  $ docker logs -t lo 2>/dev/null | sed 's/^[^ ]*Z/TIME/'
  TIME one
  TIME three
  TIME last
  $ docker logs --since 1h lo 2>/dev/null | wc -l; docker logs --until 1h lo | wc -l; docker logs --since 2030-01-01 lo; docker logs --since abc lo; docker logs --until 5x lo
  2
  0
  invalid value for "since": failed to parse value as time or duration: "abc"
  invalid value for "until": failed to parse value as time or duration: "5x"
  [1]
  $ docker logs --details lo 2>/dev/null
   one
   three
   last
  $ docker logs nobox; docker logs; docker logs lo lo
  Error response from daemon: No such container: nobox
  docker: 'docker logs' requires 1 argument
  
  Usage:  docker logs [OPTIONS] CONTAINER
  
  Run 'docker logs --help' for more information
  docker: 'docker logs' requires 1 argument
  
  Usage:  docker logs [OPTIONS] CONTAINER
  
  Run 'docker logs --help' for more information
  [1]
  $ docker logs -f lo 2>/dev/null
  one
  three
  last
  $ docker run -d --name slow busybox sh -c 'for i in 1 2 3; do echo $i; sleep 0.3; done' >/dev/null; docker logs -f slow
  1
  2
  3
  $ docker run --name none --log-driver none busybox echo hi; docker logs none
  hi
  Error response from daemon: configured logging driver does not support reading
  [1]
  $ docker run --name loc --log-driver local busybox echo hi; docker logs loc
  hi
  hi
  $ docker run --name de --log-opt env=A,B --log-opt labels=l -e A=1 -l l=x busybox echo hi; docker logs --details de
  hi
  A=1,l=x hi
  $ docker run --name tg --log-opt tag='{{.Name}}/{{.ImageName}}' busybox echo hi; docker logs --details tg
  hi
  tag=tg%2Fbusybox hi
  $ docker run --rm --log-opt max-size=abc busybox true; docker run --rm --log-opt max-file=0 busybox true; docker run --rm --log-opt nope=1 busybox true; docker run --rm --log-opt mode=nope busybox true
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: invalid size: 'abc'
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: max-file cannot be less than 1
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: unknown log opt 'nope' for json-file log driver
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: logger: logging mode not supported: nope
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -t --name tt busybox sh -c 'echo out; echo err >&2'; docker logs tt 2>/dev/null
  out
  err
  out
  err
  $ docker rm lo slow none loc de tg tt
  lo
  slow
  none
  loc
  de
  tg
  tt
