Files in and out of containers: what goes where.

  $ docker run -d --name box busybox sleep 1000 >/dev/null; mkdir -p src/sub; echo a > src/a; echo b > src/sub/b; echo f > file
  $ docker cp src box:/new; docker exec box find /new | sort
  /new
  /new/a
  /new/sub
  /new/sub/b
  $ docker cp src box:/new; docker exec box find /new | sort
  /new
  /new/a
  /new/src
  /new/src/a
  /new/src/sub
  /new/src/sub/b
  /new/sub
  /new/sub/b
  $ docker cp src/. box:/flat; docker exec box find /flat | sort
  /flat
  /flat/a
  /flat/sub
  /flat/sub/b
  $ docker cp src/ box:/slash; docker exec box find /slash | sort
  /slash
  /slash/a
  /slash/sub
  /slash/sub/b
  $ docker cp file box:/renamed; docker exec box cat /renamed
  f
  $ docker cp file box:/new/; docker exec box cat /new/file
  f
  $ docker cp file box:/none/ 2>&1 | grep -v level=
  no such directory
  $ docker cp file box:/none/file
  Error response from daemon: Could not find the file /none in container box
  [1]
  $ docker cp src box:/renamed 2>&1 | grep -v level=
  cannot copy directory
  $ docker cp file box:/tmp/. ; docker exec box cat /tmp/file
  f
  $ docker cp box:/new out; find out | sort
  out
  out/a
  out/file
  out/src
  out/src/a
  out/src/sub
  out/src/sub/b
  out/sub
  out/sub/b
  $ docker cp box:/new out; find out | sort
  out
  out/a
  out/file
  out/new
  out/new/a
  out/new/file
  out/new/src
  out/new/src/a
  out/new/src/sub
  out/new/src/sub/b
  out/new/sub
  out/new/sub/b
  out/src
  out/src/a
  out/src/sub
  out/src/sub/b
  out/sub
  out/sub/b
  $ docker cp box:/new/a . && cat a
  a
  $ docker cp box:/new/a deeper/a
  invalid output path: directory "/home/learner/deeper" does not exist
  [1]
  $ docker cp box:/new file
  cannot copy directory
  [1]
  $ docker cp box:/nothing .
  Error response from daemon: Could not find the file /nothing in container box
  [1]
  $ docker cp nothing box:/
  lstat /home/learner/nothing: no such file or directory
  [1]
  $ docker cp nobox:/x .
  Error response from daemon: No such container: nobox
  [1]
  $ docker cp file nobox:/x
  Error response from daemon: No such container: nobox
  [1]
  $ docker cp box:/a box:/b
  copying between containers is not supported
  [1]
  $ docker cp a b
  must specify at least one container source
  [1]
  $ docker cp box:/a
  docker: 'docker cp' requires 2 arguments
  
  Usage:  docker cp [OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-
  	docker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH
  
  Run 'docker cp --help' for more information
  [1]
  $ docker cp '' box:/x
  source can not be empty
  [1]
  $ docker cp box:/etc/passwd ''
  destination can not be empty
  [1]
  $ docker exec box ln -s /new/a /link; docker cp box:/link l1; readlink l1; docker cp -L box:/link l2; cat l2
  /new/a
  a
  $ ln -s file hostlink; docker cp hostlink box:/hl; docker exec box readlink /hl; docker cp -L hostlink box:/hl2; docker exec box cat /hl2
  file
  f
  $ docker cp file box:/owned; docker exec box stat -c '%u:%g' /owned
  1000:1000
  $ docker cp -a file box:/kept; docker exec box stat -c '%u:%g' /kept
  1000:1000
  $ docker exec box sh -c 'echo s > /secret; chmod 600 /secret; chown 7:7 /secret'; docker cp box:/secret . ; stat -c '%a %U' secret
  600 learner
  $ docker stop -t 0 box >/dev/null; echo late > late; docker cp late box:/late; docker cp box:/late - | tar xO
  late
  $ docker run --name vbox -v vol:/data busybox sh -c 'echo v > /data/v'; docker cp vbox:/data/v . && cat v; docker cp file vbox:/data/; docker run --rm -v vol:/data busybox ls /data
  v
  file
  v
  $ docker run -d --name ro --read-only -v rw:/w busybox sleep 1000 >/dev/null; docker cp file ro:/x
  Error response from daemon: container rootfs is marked read-only
  [1]
  $ docker cp file ro:/w/x; docker exec ro cat /w/x
  f
  $ docker run -d --name rov -v vol:/data:ro busybox sleep 1000 >/dev/null; docker cp file rov:/data/y
  Error response from daemon: mounted volume is marked read-only
  [1]
  $ docker run -d --name tm --tmpfs /t busybox sleep 1000 >/dev/null; docker cp file tm:/t/f; docker exec tm ls -A /t
  $ docker exec tm sh -c 'echo t > /t/g'; docker cp tm:/t/g . && cat g
  Error response from daemon: Could not find the file /t/g in container tm
  [1]
  $ docker cp - box:/none < /dev/null
  destination "box:/none" must be a directory
  [1]
  $ docker cp box:/etc/hostname /nowhere/x
  invalid output path: directory "/nowhere" does not exist
  [1]
  $ docker cp -q file box:/q; docker container cp box:/q q && cat q
  f
