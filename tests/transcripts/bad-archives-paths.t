Paths in archives that lead elsewhere.

  $ mkdir -p w/x/y; cd w/x/y; echo evil > e; echo up > ../../up; docker create --name c0 busybox true >/dev/null; tar -cPf up.tar ../../up; tar tPf up.tar
  ../../up
  $ docker cp - c0:/tmp < up.tar; docker diff c0 | sort
  Error response from daemon: invalid entry name "../../up"
  $ docker import up.tar i:up | cut -c1-7; docker images -q i:up
  Error response from daemon: invalid entry name "../../up"
  $ tar -cPf abs.tar /home/learner/w/up; tar tPf abs.tar; docker cp - c0:/tmp < abs.tar; docker diff c0 | sort
  /home/learner/w/up
  A /tmp/home
  A /tmp/home/learner
  A /tmp/home/learner/w
  A /tmp/home/learner/w/up
  C /tmp
  $ docker import abs.tar i:abs | cut -c1-7; docker create --name aa i:abs x >/dev/null && docker export aa | tar t | grep up
  sha256:
  home/learner/w/up
  $ mkdir x; ln -s /etc x/lnk; tar -cf lnk.tar -C x lnk; rm x/lnk; mkdir x/lnk; echo bad > x/lnk/motd; tar -rf lnk.tar -C x lnk/motd; tar tvf lnk.tar | awk '{print $1, $6, $7, $8}'
  lrwxrwxrwx lnk -> /etc
  -rw-rw-r-- lnk/motd  
  $ docker cp - c0:/tmp < lnk.tar; docker diff c0 | sort
  A /tmp/etc
  A /tmp/etc/motd
  A /tmp/home
  A /tmp/home/learner
  A /tmp/home/learner/w
  A /tmp/home/learner/w/up
  A /tmp/lnk
  C /tmp
  $ docker import lnk.tar i:lnk 2>&1 | cut -c1-200; docker images -q i:lnk
  sha256:<ID1>
  <ID1>
  $ rm -r x; mkdir x; ln -s ../../../etc x/rel; tar -cf rel.tar -C x rel; rm x/rel; mkdir x/rel; echo bad > x/rel/motd; tar -rf rel.tar -C x rel/motd
  $ docker cp - c0:/var < rel.tar; docker diff c0 | sort
  Error response from daemon: statat rel: path escapes from parent
  A /tmp/etc
  A /tmp/etc/motd
  A /tmp/home
  A /tmp/home/learner
  A /tmp/home/learner/w
  A /tmp/home/learner/w/up
  A /tmp/lnk
  A /var/rel
  C /tmp
  C /var
  $ docker import rel.tar i:rel 2>&1 | cut -c1-200; docker images -q i:rel
  Error response from daemon: statat rel: path escapes from parent
  $ rm -r x; mkdir x; ln -s inside x/l; mkdir x/inside; tar -cf in.tar -C x inside l; rm x/l; mkdir x/l; echo good > x/l/f; tar -rf in.tar -C x l/f; docker create --name c2 busybox true >/dev/null; docker cp - c2:/tmp < in.tar; docker diff c2 | sort
  A /tmp/inside
  A /tmp/inside/f
  A /tmp/l
  C /tmp
  $ printf 'a\n' > ../h1; ln ../h1 h2; tar -cPf h.tar ../h1 h2; tail -c +1025 h.tar > hl2.tar; tar tvPf hl2.tar | awk '{print $1, $6, $7, $8, $9}'
  hrw-rw-r-- h2 link to ../h1
  $ docker create --name c3 busybox true >/dev/null; docker cp - c3:/tmp < hl2.tar; docker diff c3 | sort
  Error response from daemon: invalid hardlink target "../h1"
  $ docker import hl2.tar i:hl2; docker images -q i:hl2
  Error response from daemon: invalid hardlink target "../h1"
  $ ln ../h1 h1; tar -cf h.tar h1 h2; tail -c +1025 h.tar > hl3.tar; tar tvf hl3.tar | awk '{print $1, $6, $7, $8, $9}'; docker cp - c3:/tmp < hl3.tar; docker diff c3 | sort
  hrw-rw-r-- h2 link to h1
  Error response from daemon: Could not find the file /tmp in container c3
  $ docker import hl3.tar i:hl3; docker images -q i:hl3
  Error response from daemon: linkat h1 h2: no such file or directory
  $ long=$(printf 'n%.0s' $(seq 250)); mkdir -p $long/$long; echo deep > $long/$long/f; tar -cf long.tar $long; docker create --name c4 busybox true >/dev/null; docker cp - c4:/tmp < long.tar; docker diff c4 | sort | wc; docker cp c4:/tmp/$long/$long/f - | tar -xO
        4       8    1285
  deep
  $ mkdir dir; tar -cf dir.tar dir; rmdir dir; echo f > dir; tar -cf file.tar dir; docker create --name c5 busybox true >/dev/null; docker cp - c5:/tmp < dir.tar; docker cp - c5:/tmp < file.tar
  Error response from daemon: cannot overwrite directory "dir" with non-directory "/tmp"
  [1]
  $ docker cp c5:/tmp/dir - | tar t; docker create --name c6 busybox true >/dev/null; docker cp - c6:/tmp < file.tar; docker cp - c6:/tmp < dir.tar
  dir/
  Error response from daemon: cannot overwrite non-directory "dir" with directory "/tmp"
  [1]
  $ docker cp - c6:/nowhere < dir.tar; docker cp - c6:/etc/passwd < dir.tar; docker cp - nope:/ < dir.tar
  destination "c6:/nowhere" must be a directory
  destination "c6:/etc/passwd" must be a directory
  destination "nope:/" must be a directory
  [1]
  $ docker cp - c6:/tmp/dir < dir.tar; docker cp - c6 < dir.tar; docker cp - - < dir.tar; docker cp c6:/etc/passwd; docker cp c6:/nope - | wc -c
  destination "c6:/tmp/dir" must be a directory
  must specify at least one container source
  must specify at least one container source
  docker: 'docker cp' requires 2 arguments
  
  Usage:  docker cp [OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-
  	docker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH
  
  Run 'docker cp --help' for more information
  Error response from daemon: Could not find the file /nope in container c6
  0
  $ mkfifo pipe; tar -cf pipe.tar pipe; docker cp - c6:/tmp < pipe.tar; docker diff c6 | sort; docker run --rm -v ~/w:/w -w /w busybox sh -c 'mknod null c 1 3; mknod b b 7 0; tar cf dev.tar null b'; docker cp - c6:/opt < ~/w/dev.tar; docker cp - c6:/home < ~/w/dev.tar; docker diff c6 | sort
  A /tmp/dir
  A /tmp/pipe
  C /tmp
  destination "c6:/opt" must be a directory
  A /home/b
  A /home/null
  A /tmp/dir
  A /tmp/pipe
  C /home
  C /tmp
