What is built, put elsewhere than into the store.

  $ mkdir b && cd b && printf 'FROM busybox AS base\nRUN mkdir -p /out/sub && echo hi > /out/sub/f && ln -s sub/f /out/l && chmod 600 /out/sub/f\nFROM scratch\nCOPY --from=base /out /\n' > Dockerfile; docker build --output out . 2>&1 | grep -E 'transferring|copying'; find out | sort; cat out/l; stat -c '%a %U %n' out/sub/f
  #1 transferring dockerfile: 189B done
  #3 transferring context: 2B done
  #7 copying files 85B done
  out
  out/l
  out/sub
  out/sub/f
  hi
  600 learner out/sub/f
  $ docker build -o one/two . 2>/dev/null; echo $?; find one | sort
  0
  one
  one/two
  one/two/l
  one/two/sub
  one/two/sub/f
  $ docker build -o - . 2>/dev/null > x.tar; tar tf x.tar; tar xOf x.tar sub/f
  l
  sub/
  sub/f
  hi
  $ docker build --output type=tar,dest=y.tar . 2>&1 | tail -4 | grep tarball; cmp x.tar y.tar; stat -c %a y.tar
  #7 exporting to client tarball
  #7 sending tarball done
  664
  $ docker build --output type=local,dest=z . 2>&1 | grep copying; ls z
  #7 copying files 85B done
  l
  sub
  $ docker build --output type=local .
  ERROR: failed to build: dest is required for local exporter
  [1]
  $ docker build --output type=local,dest=- .
  ERROR: failed to build: dest cannot be stdout for local exporter
  [1]
  $ docker build --output type=tar,dest=out .
  ERROR: failed to build: destination file out is a directory
  [1]
  $ docker build --output type=tar,dest=Dockerfile/x .
  ERROR: failed to build: invalid destination file: Dockerfile/x: stat Dockerfile/x: not a directory
  [1]
  $ docker build --output type=tar,dest=nodir/x.tar .
  ERROR: failed to build: failed to open open nodir/x.tar: no such file or directory
  [1]
  $ docker build --output Dockerfile .
  ERROR: failed to build: destination directory Dockerfile is a file
  [1]
  $ docker build --output dest=foo . 2>/dev/null; ls -d dest=foo
  dest=foo
  $ docker build --output dest=foo,x=y .
  ERROR: type is required for output
  [1]
  $ docker build --output type=bogus,dest=foo .
  ERROR: failed to build: failed to solve: exporter "bogus" could not be found
  [1]
  $ docker build --output type=docker,dest=foo.tar .
  ERROR: failed to build: Docker exporter is not supported for the docker driver.
  Switch to a different driver, or turn on the containerd image store, and try again.
  Learn more at https://docs.docker.com/go/build-exporters/
  [1]
  $ docker build --output type=oci,dest=foo.tar .
  ERROR: failed to build: OCI exporter is not supported for the docker driver.
  Switch to a different driver, or turn on the containerd image store, and try again.
  Learn more at https://docs.docker.com/go/build-exporters/
  [1]
  $ docker build --output type=registry .
  ERROR: failed to build: tag is needed when pushing to registry
  [1]
  $ docker build --output type=image,name=by-output . 2>&1 | grep naming | sed 's/ [0-9.]*s done/ done/'; docker image inspect by-output --format '{{.RepoTags}}'
  #7 naming to docker.io/library/by-output done
  [by-output:latest]
  $ docker build --output x,y .
  ERROR: invalid value x
  [1]
  $ docker build --iidfile i -o out4 .
  ERROR: local and tar exporters are incompatible with image ID file
  [1]
  $ docker build -q -o out5 .; ls out5
  
  l
  sub
  $ docker build -t named -o out6 . 2>/dev/null; docker image inspect named
  []
  Error response from daemon: No such image: named:latest
  [1]
  $ docker build -o type=local,dest=o8 -t both -o type=image . 2>&1 | grep exporting; ls o8; docker images -q both | wc -l
  #7 exporting to image
  #7 exporting layers done
  #8 exporting to client directory
  l
  sub
  1
  $ docker build -o type=cacheonly . 2>&1 | grep -c exporting
  0
  [1]
  $ docker build -o type=local,dest=plat,platform-split=true . 2>&1 | grep 'copying.*done'; find plat | sort
  #7 copying files linux/amd64 142B done
  plat
  plat/linux_amd64
  plat/linux_amd64/l
  plat/linux_amd64/sub
  plat/linux_amd64/sub/f
  $ docker build -o '' . 2>&1 | grep -o 'exporting to .*'; docker build -o 'type=local,dest=q2,"' .
  exporting to image
  ERROR: parse error on line 1, column 21: extraneous or missing " in quoted-field
  [1]
  $ printf 'FROM nothere:1\n' > D2; docker build -f D2 -o o9 . >/dev/null 2>&1; echo $?; ls -d o9
  1
  ls: cannot access 'o9': No such file or directory
  [2]
