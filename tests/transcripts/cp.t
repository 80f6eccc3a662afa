docker cp between host and container: what lands where follows cp(1).

  $ docker create --name box busybox true
  <ID1>
  $ mkdir -p src/sub && echo one > src/a && echo two > src/sub/b && ln -s a src/link && echo f > f
  $ docker cp f box:/tmp
  $ docker cp f box:/tmp/g
  $ docker cp f box:/tmp/new/
  no such directory
  [1]
  $ docker cp f box:/absent/x
  Error response from daemon: Could not find the file /absent in container box
  [1]
  $ docker cp src box:/tmp
  $ docker cp src/. box:/tmp/flat
  $ docker cp src box:/tmp/renamed
  $ docker commit box filled >/dev/null; docker run --rm filled find /tmp | sort
  /tmp
  /tmp/f
  /tmp/flat
  /tmp/flat/a
  /tmp/flat/link
  /tmp/flat/sub
  /tmp/flat/sub/b
  /tmp/g
  /tmp/renamed
  /tmp/renamed/a
  /tmp/renamed/link
  /tmp/renamed/sub
  /tmp/renamed/sub/b
  /tmp/src
  /tmp/src/a
  /tmp/src/link
  /tmp/src/sub
  /tmp/src/sub/b
  $ docker run --rm filled sh -c 'stat -c "%u:%g %a" /tmp/f; readlink /tmp/src/link; cat /tmp/renamed/sub/b'
  1000:1000 664
  a
  two
  $ docker cp box:/tmp/src out; find out | sort
  out
  out/a
  out/link
  out/sub
  out/sub/b
  $ docker cp box:/tmp/src out; find out | sort
  out
  out/a
  out/link
  out/src
  out/src/a
  out/src/link
  out/src/sub
  out/src/sub/b
  out/sub
  out/sub/b
  $ docker cp box:/tmp/src/. flat; find flat | sort
  flat
  flat/a
  flat/link
  flat/sub
  flat/sub/b
  $ docker cp box:/tmp/f .; cat f
  f
  $ docker cp box:/tmp/f there; cat there
  f
  $ docker cp box:/tmp/f no/such/dir/
  invalid output path: directory "/home/learner/no/such" does not exist
  [1]
  $ docker cp box:/tmp/nope .
  Error response from daemon: Could not find the file /tmp/nope in container box
  [1]
  $ docker cp box:/tmp/f - | tar tv | sed 's/ .*:.. / /'
  -rw-rw-r-- f
  $ docker cp box:/tmp/src - | tar t | sort
  src/
  src/a
  src/link
  src/sub/
  src/sub/b
  $ tar c src | docker cp - box:/var; docker cp box:/var/src/a - | tar xO
  one
  $ tar c src | docker cp - box:/tmp/f
  destination "box:/tmp/f" must be a directory
  [1]
  $ docker cp -L box:/tmp/src/link followed; cat followed
  one
  $ docker cp box:/tmp/src/link kept; readlink kept
  a
  $ docker cp nofile box:/tmp
  lstat /home/learner/nofile: no such file or directory
  [1]
  $ docker cp f nope:/tmp
  Error response from daemon: No such container: nope
  [1]
  $ docker cp nope:/x .
  Error response from daemon: No such container: nope
  [1]
  $ docker cp f g
  must specify at least one container source
  [1]
  $ docker cp box:/a box:/b
  copying between containers is not supported
  [1]
  $ docker cp f box:
  time="<TIME>" level=error msg="Can't add file /home/learner/f to tar: io: read/write on closed pipe"
  time="<TIME>" level=error msg="Can't close tar writer: io: read/write on closed pipe"
  no such directory
  [1]
  $ stat -c '%U %a' there out/a
  learner 664
  learner 664
  $ docker run -d --name live -v vol:/data busybox sleep 100 >/dev/null; docker cp f live:/data/; docker exec live cat /data/f
  f
  $ docker diff box | sort | head -n 4
  A /tmp/f
  A /tmp/flat
  A /tmp/flat/a
  A /tmp/flat/link
  $ docker cp box:/etc/hostname x; wc -c < x
  0
