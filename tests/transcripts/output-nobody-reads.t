Output of a container whose reader goes before its end, and output that can not be written: the client's errors, while the container goes on.

  $ docker run --name seq busybox seq 100000 | head -n 1; echo ${PIPESTATUS[@]}; docker wait seq; docker logs seq | wc -l
  1
  write /dev/stdout: broken pipe
  1 0
  0
  100000
  $ docker start -a seq | head -n 2; echo ${PIPESTATUS[@]}
  1
  2
  write /dev/stdout: broken pipe
  1 0
  $ docker run --rm -t busybox seq 100000 | head -n 1; echo ${PIPESTATUS[@]}
  1
  write /dev/stdout: broken pipe
  1 0
  $ docker exec nope true | head -n 1; docker logs seq | head -n 1; echo ${PIPESTATUS[@]}
  Error response from daemon: No such container: nope
  1
  141 0
  $ docker run --rm busybox sh -c 'seq 100000 >&2' 2>&1 >/dev/null | head -n 1; echo ${PIPESTATUS[@]}
  1
  141 0
  $ docker run --rm busybox seq 3 > /dev/full
  write /dev/stdout: no space left on device
  [1]
  $ docker run --rm busybox seq 3 >&-
  $ docker rm -f seq
  seq
