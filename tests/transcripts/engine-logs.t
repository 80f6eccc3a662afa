Where output goes.

  $ docker run --name j busybox sh -c 'echo out; echo err >&2; printf partial'
  docker: Error response from daemon: Invalid container name (j), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  [125]
  $ docker logs j 2>/dev/null; echo; docker logs j 2>&1 >/dev/null
  
  Error response from daemon: No such container: j
  [1]
  $ sudo cat $(docker inspect -f '{{.LogPath}}' j) | sed 's/"time":"[^"]*"/"time":"T"/'
  Error: No such object: j
  $ sudo ls -l $(docker inspect -f '{{.LogPath}}' j) | cut -c1-29
  Error: No such object: j
  total <N>
  $ docker run --name jr --log-opt max-size=1k --log-opt max-file=3 busybox sh -c 'for i in $(seq 100); do echo line $i; done' >/dev/null
  $ docker run --name jc --log-opt max-size=1k --log-opt max-file=3 --log-opt compress=true busybox sh -c 'for i in $(seq 100); do echo line $i; done' >/dev/null; sleep 0.5
  $ docker run --name ln --log-driver none busybox echo hi; docker logs ln
  hi
  Error response from daemon: configured logging driver does not support reading
  [1]
  $ docker inspect -f '{{.LogPath}} {{.HostConfig.LogConfig}}' ln
   {none map[]}
  $ docker run --name ll --log-driver local busybox echo hi; docker logs ll; docker inspect -f '{{.LogPath}}' ll
  hi
  hi
  
  $ docker run --log-driver nosuch busybox echo hi 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  docker: Error response from daemon: error looking up logging plugin nosuch: plugin "nosuch" not found
  
  Run 'docker run --help' for more information
  $ docker run --log-opt nosuch=1 busybox echo hi
  docker: Error response from daemon: unknown log opt 'nosuch' for json-file log driver
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --log-opt max-size=x busybox echo hi 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: invalid size: 'x'
  
  Run 'docker run --help' for more information
  $ docker run --log-opt max-file=x busybox echo hi 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: strconv.Atoi: parsing "x": invalid syntax
  
  Run 'docker run --help' for more information
  $ docker run --log-opt max-file=0 --log-opt max-size=1k busybox echo hi 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: max-file cannot be less than 1
  
  Run 'docker run --help' for more information
  $ docker run --log-opt max-file=2 busybox echo hi
  hi
  $ docker run --name lt --log-opt tag='{{.Name}}' --log-opt labels=a --log-opt env=B -l a=1 -e B=2 busybox echo hi; docker logs --details lt; sudo cat $(docker inspect -f '{{.LogPath}}' lt) | sed 's/"time":"[^"]*"/"time":"T"/'
  hi
  B=2,a=1,tag=lt hi
  {"log":"hi\n","stream":"stdout","attrs":{"B":"2","a":"1","tag":"lt"},"time":"T"}
  $ docker logs -t j 2>&1 | sed 's/^[^ ]* /T /'; echo
  T response from daemon: No such container: j
  
  $ docker logs --since 1h --until 0s j 2>/dev/null; echo; docker logs --since nonsense j
  
  Error response from daemon: No such container: j
  [1]
  $ docker logs --until 1h j
  Error response from daemon: No such container: j
  [1]
  $ docker logs nosuch
  Error response from daemon: No such container: nosuch
  [1]
  $ docker run --name big busybox sh -c 'head -c 40000 /dev/zero | tr "\0" x; echo; echo end' >/dev/null; docker logs big | wc; sudo sh -c "wc -l < $(docker inspect -f '{{.LogPath}}' big)"
        2       2   40005
  4
  $ docker run --name nul busybox printf 'a\000b\377c\n' | od -c | head -n 2; docker logs nul | od -c | head -n 2
  0000000   a  \0   b 377   c  \n
  0000006
  0000000   a  \0   b 357 277 275   c  \n
  0000010
  $ docker run --name tt -t busybox sh -c 'echo out; echo err >&2'; docker logs tt 2>/dev/null | od -c | head
  out
  err
  0000000   o   u   t  \r  \n   e   r   r  \r  \n
  0000012
  $ sudo sh -c "> $(docker inspect -f '{{.LogPath}}' j)"; docker logs j
  Error: No such object: j
  sh: 1: Syntax error: end of file unexpected
  Error response from daemon: No such container: j
  [1]
  $ docker start j; sleep 0.5; docker logs j 2>&1
  Error response from daemon: No such container: j
  Error: failed to start containers: j
  Error response from daemon: No such container: j
  [1]
  $ sudo rm $(docker inspect -f '{{.LogPath}}' j); docker logs j
  Error: No such object: j
  rm: missing operand
  Try 'rm --help' for more information.
  Error response from daemon: No such container: j
  [1]
  $ docker logs jr | tail -n 1; docker logs --tail 3 jr; docker logs --tail 0 jr; docker logs jr | wc -l | sed 's/^[23].$/MANY/'
  line 100
  line 98
  line 99
  line 100
  MANY
  $ sudo ls $(dirname $(docker inspect -f '{{.LogPath}}' jr)) | grep 'json.log' | sed 's/^[0-9a-f]*-/ID-/'; sudo ls $(dirname $(docker inspect -f '{{.LogPath}}' jc)) | grep 'json.log' | sed 's/^[0-9a-f]*-/ID-/'
  ID-json.log
  ID-json.log.1
  ID-json.log.2
  ID-json.log
  ID-json.log.1.gz
  ID-json.log.2.gz
  $ docker logs jc | tail -n 1; sudo sh -c "zcat $(docker inspect -f '{{.LogPath}}' jc).1.gz" | tail -n 1 | grep -c '"log":"line'
  line 100
  1
  $ docker run -d --name ff busybox sh -c 'for i in 1 2 3; do echo $i; sleep 0.3; done'; docker logs -f ff
  <ID1>
  1
  2
  3
  $ docker logs -n x jr | wc -l | sed 's/^[23].$/MANY/'
  MANY
