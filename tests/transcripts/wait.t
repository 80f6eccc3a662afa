Waiting for containers to end.

  $ docker run -d --name three busybox sh -c 'sleep 1; exit 3' >/dev/null; docker wait three
  3
  $ docker wait three
  3
  $ docker run -d --name a busybox sh -c 'sleep 1; exit 1' >/dev/null; docker run -d --name b busybox sleep 1 >/dev/null; docker wait a b
  docker: Error response from daemon: Invalid container name (a), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: Invalid container name (b), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Error response from daemon: No such container: a
  Error response from daemon: No such container: b
  [1]
  $ docker wait nope
  Error response from daemon: No such container: nope
  [1]
  $ docker wait a nope b
  Error response from daemon: No such container: a
  Error response from daemon: No such container: nope
  Error response from daemon: No such container: b
  [1]
  $ docker wait
  docker: 'docker wait' requires at least 1 argument
  
  Usage:  docker wait CONTAINER [CONTAINER...]
  
  See 'docker wait --help' for more information
  [1]
  $ docker run -d --name k busybox sleep 1000 >/dev/null; (sleep 1; docker kill k >/dev/null) & docker wait k; wait
  docker: Error response from daemon: Invalid container name (k), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Error response from daemon: No such container: k
  Error response from daemon: cannot kill container: k: No such container: k
  $ docker run -d --name s busybox sleep 1000 >/dev/null; (sleep 1; docker stop -t 0 s >/dev/null) & docker wait s; wait
  docker: Error response from daemon: Invalid container name (s), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Error response from daemon: No such container: s
  Error response from daemon: No such container: s
  $ docker run -d --rm --name r busybox sh -c 'sleep 1; exit 5' >/dev/null; docker wait r
  docker: Error response from daemon: Invalid container name (r), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Error response from daemon: No such container: r
  [1]
  $ docker run -d --name t busybox sh -c 'trap "exit 7" TERM; while :; do sleep 0.1; done' >/dev/null; sleep 1; docker stop t; docker wait t
  docker: Error response from daemon: Invalid container name (t), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Error response from daemon: No such container: t
  Error response from daemon: No such container: t
  [1]
  $ docker create --name c busybox true >/dev/null; (sleep 1; docker start c >/dev/null) & timeout 5 docker wait c; wait
  Error response from daemon: Invalid container name (c), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  Error response from daemon: No such container: c
  Error response from daemon: No such container: c
  Error: failed to start containers: c
