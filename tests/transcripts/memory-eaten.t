Memory that programs and shells take, under a limit.

  $ start=$(date +%s)
  $ docker run --name a1 -m 20m alpine sh -c 'x=$(head -c 100000000 /dev/zero | tr "\0" x); echo ${#x}' 2>/dev/null
  [137]
  $ docker inspect -f '{{.State.OOMKilled}} {{.State.ExitCode}}' a1
  true 137
  $ docker run --rm -m 20m alpine sh -c 'x=$(head -c 5000000 /dev/zero | tr "\0" x); echo ${#x}'
  5000000
  $ docker run --rm -m 20m alpine sh -c 'tail /dev/zero; echo "tail: $?"' 2>/dev/null
  tail: 137
  $ docker run --rm -m 20m alpine sh -c 'sort /dev/zero; echo "sort: $?"' 2>/dev/null
  sort: 137
  $ docker run --rm -m 20m debian bash -c 'x=$(head -c 50000000 /dev/zero | tr "\0" x); echo ${#x}' 2>/dev/null
  [137]
  $ docker run --rm -m 20m debian bash -c 'mapfile a < <(yes | head -c 60000000); echo ${#a[@]}' 2>/dev/null
  [137]
  $ docker run --rm -m 20m alpine sh -c 'x=a; while true; do x=$x$x; done' 2>/dev/null
  [137]
  $ docker run --rm -m 20m alpine sh -c 'echo before; dd if=/dev/zero of=/dev/null bs=64M count=1 2>/dev/null; echo "dd: $?"' 2>/dev/null
  before
  dd: 137
  $ docker run --rm -m 20m alpine sh -c 'head -c 30000000 /dev/zero > /tmp/f; wc -c < /tmp/f'
  30000000
  $ sleep 1; docker events --since $start --until 0s --filter event=oom --format '{{.Action}}' | sort | uniq -c
        7 oom
