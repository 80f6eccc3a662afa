Archives that are none, or are broken, or try to leave the place they are unpacked to.

  $ mkdir d; echo one > d/f; head -c 3000 /dev/zero | tr '\0' x > d/g; tar -cf good.tar d; gzip -k good.tar; docker create --name c0 busybox true >/dev/null; wc -c < good.tar
  10240
  $ : > empty; (docker load -i empty; docker load < empty) 2>&1 | sed "s/import-[0-9]*/import-N/"
  open /var/lib/docker/tmp/docker-import-N/repositories: no such file or directory
  open /var/lib/docker/tmp/docker-import-N/repositories: no such file or directory
  $ docker import empty; docker import - < empty | cut -c1-7
  sha256:<ID1>
  sha256:
  $ docker cp - c0:/tmp < empty; echo $?
  0
  $ echo 'no archive at all' > text; docker load -i text
  unexpected EOF
  [1]
  $ docker import text e:1
  Error response from daemon: unexpected EOF
  [1]
  $ docker cp - c0:/tmp < text
  Error response from daemon: unexpected EOF
  [1]
  $ head -c 2000 /dev/zero | tr '\0' q > junk; docker load -i junk
  archive/tar: invalid tar header
  [1]
  $ docker import junk e:2
  Error response from daemon: archive/tar: invalid tar header
  [1]
  $ docker cp - c0:/tmp < junk
  Error response from daemon: archive/tar: invalid tar header
  [1]
  $ head -c 300 good.tar > t1; docker load -i t1 2>&1 | sed "s/import-[0-9]*/import-N/"
  unexpected EOF
  $ docker import t1 e:3
  Error response from daemon: unexpected EOF
  [1]
  $ docker cp - c0:/tmp < t1
  Error response from daemon: unexpected EOF
  [1]
  $ head -c 1100 good.tar > t2; docker load -i t2 2>&1 | sed "s/import-[0-9]*/import-N/"
  open /var/lib/docker/tmp/docker-import-N/d/json: no such file or directory
  $ docker import t2 e:4
  sha256:<ID2>
  $ docker cp - c0:/tmp < t2
  $ head -c 2500 good.tar > t2b; docker load -i t2b 2>&1 | sed "s/import-[0-9]*/import-N/"
  unexpected EOF
  $ docker import t2b e:4
  Error response from daemon: unexpected EOF
  [1]
  $ docker cp - c0:/tmp < t2b
  Error response from daemon: unexpected EOF
  [1]
  $ head -c 5632 good.tar > t3; docker load -i t3 2>&1 | sed 's/import-[0-9]*/import-N/'
  open /var/lib/docker/tmp/docker-import-N/d/json: no such file or directory
  $ docker import t3 e:5 | cut -c1-7; docker cp - c0:/tmp < t3; echo $?
  sha256:
  0
  $ head -c 60 good.tar.gz > t4; docker load -i t4 2>&1 | sed "s/import-[0-9]*/import-N/"
  unexpected EOF
  $ docker import t4 e:6
  Error response from daemon: unexpected EOF
  [1]
  $ docker cp - c0:/tmp < t4
  Error response from daemon: unexpected EOF
  [1]
  $ head -c 5 good.tar.gz > t4; docker load -i t4 2>&1 | sed "s/import-[0-9]*/import-N/"
  unexpected EOF
  $ docker import t4 e:6
  Error response from daemon: unexpected EOF
  [1]
  $ (head -c 40 good.tar.gz; echo garbage garbage garbage) > t4b; docker load -i t4b 2>&1 | sed "s/offset .*/offset N/"
  flate: corrupt input before offset N
  $ docker import t4b e:6 2>&1 | sed "s/offset .*/offset N/"
  Error response from daemon: flate: corrupt input before offset N
  $ (head -c 148 good.tar; printf '0000000'; tail -c +156 good.tar) > t5; docker load -i t5 2>&1 | sed "s/import-[0-9]*/import-N/"
  archive/tar: invalid tar header
  $ docker import t5 e:7
  Error response from daemon: archive/tar: invalid tar header
  [1]
  $ docker cp - c0:/tmp < t5
  Error response from daemon: archive/tar: invalid tar header
  [1]
  $ (head -c 660 good.tar; printf '0000000'; tail -c +668 good.tar) > t5b; docker load -i t5b 2>&1 | sed "s/import-[0-9]*/import-N/"
  archive/tar: invalid tar header
  $ docker import t5b e:7
  Error response from daemon: archive/tar: invalid tar header
  [1]
  $ docker cp - c0:/tmp < t5b
  Error response from daemon: archive/tar: invalid tar header
  [1]
  $ docker load -i good.tar 2>&1 | sed 's/import-[0-9]*/import-N/'
  open /var/lib/docker/tmp/docker-import-N/d/json: no such file or directory
  $ docker images -q e | wc -l; docker ps -a --format '{{.Names}}'; docker diff c0 | sort
  2
  c0
  A /tmp/d
  A /tmp/d/f
  A /tmp/d/g
  C /tmp
