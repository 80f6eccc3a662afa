BusyBox's ways with links, with files on other filesystems, and with directories that are compared or copied into themselves.

  $ docker run --rm busybox sh -c 'exec 2>&1; ln -s nope /tmp/d; ls /tmp/d; ls -d /tmp/d; ls -F /tmp/d; ls -s /tmp/d; ls -l /tmp/d | cut -c1-10; ls -lH /tmp/d; ls -1 /tmp/d /tmp; ls -p /tmp/d'
  ls: /tmp/d: No such file or directory
  ls: /tmp/d: No such file or directory
  /tmp/d@
       0 /tmp/d
  lrwxrwxrwx
  ls: /tmp/d: No such file or directory
  ls: /tmp/d: No such file or directory
  /tmp:
  d
  ls: /tmp/d: No such file or directory
  [1]
  $ docker run --rm busybox sh -c 'mkdir /tmp/q; ln -s q /tmp/ld; touch /tmp/q/f; ls /tmp/ld; ls -F /tmp/ld; ls -l /tmp/ld | cut -c1-10; ls -s /tmp/ld; ls -d /tmp/ld; ls -g /tmp/ld | cut -c1-25; ls -R /tmp/ld'
  f
  /tmp/ld@
  lrwxrwxrwx
       0 /tmp/ld
  /tmp/ld
  lrwxrwxrwx    1 root     
  /tmp/ld:
  f
  $ docker run --rm -v pa:/a -v pb:/b busybox sh -c 'exec 2>&1; cd /a; ln -s x s; ln -s y /b/s; mv s /b/s; mv -f s /b/; cp -P s /b/s; cp -Pf s /b/s; cp -a s /b; readlink /b/s; ls /a /b'
  mv: can't create '/b/s': File exists
  mv: can't create '/b/s': File exists
  cp: can't create '/b/s': File exists
  cp: can't create '/b/s': File exists
  x
  /a:
  s
  
  /b:
  s
  $ docker run --rm -v pa:/a -v pb:/b busybox sh -c 'exec 2>&1; rm -rf /a/* /b/*; cd /a; mkdir dd; echo 1 > dd/f; mkdir /b/dd; mv dd /b; echo $?; rmdir /b/dd; touch /b/dd; mv dd /b; echo $?; touch f; mkdir /b/f; mv -T f /b/f; echo $?; mv -v dd /b/new; ls -R /a /b'
  mv: can't remove '/b/dd': Is a directory
  1
  mv: can't overwrite non-directory with directory
  1
  mv: '/b/f' is a directory
  1
  'dd' -> '/b/new'
  /a:
  f
  
  /b:
  dd
  f
  new
  
  /b/f:
  
  /b/new:
  f
  $ docker run --rm -v pa:/a -v pb:/b busybox sh -c 'exec 2>&1; rm -rf /a/* /b/*; cd /a; echo 1 > f; echo 2 > /b/f; ln -s f /b/l; ln -s f l; mv f /b; echo $?; cat /b/f; echo 4 > z; mv z /b/l; echo $?; cat /b/f /b/l; mv l /b/f; readlink /b/f; ls /a'
  0
  1
  0
  1
  4
  f
  $ docker run --rm busybox sh -c 'exec 2>&1; cd /tmp; mkdir d; touch d/x f; mv d d/x; mv d d/y; mkdir -p g/f; mv f g; mv -T f g/f; mv nope d; ls'
  mv: can't rename 'd': Invalid argument
  mv: can't rename 'd': Invalid argument
  mv: can't rename 'f': Is a directory
  mv: 'g/f' is a directory
  mv: can't rename 'nope': No such file or directory
  d
  f
  g
  $ docker run --rm busybox sh -c 'exec 2>&1; mkdir -p /from/a/b; touch /from/.hid /from/z /from/a/q; cp -r /from /from/a; echo $?; find /from | sort; cp -r /from /from; echo $?; find /from | wc -l'
  cp: recursion detected, omitting directory '/from/a/from'
  1
  /from
  /from/.hid
  /from/a
  /from/a/b
  /from/a/from
  /from/a/from/.hid
  /from/a/from/a
  /from/a/from/a/b
  /from/a/from/a/q
  /from/a/from/z
  /from/a/q
  /from/z
  cp: recursion detected, omitting directory '/from/from'
  1
  24
  $ docker run --rm busybox sh -c 'exec 2>&1; mkdir -p /from/a/b; touch /from/z /from/a/q; cd /from; cp -r . a; echo $?; cp -a ../from ./new; echo $?; find . | sort'
  cp: recursion detected, omitting directory './a'
  1
  cp: recursion detected, omitting directory '../from/new'
  1
  .
  ./a
  ./a/b
  ./a/q
  ./a/z
  ./new
  ./new/a
  ./new/a/b
  ./new/a/q
  ./new/a/z
  ./new/z
  ./z
  $ docker run --rm busybox sh -c 'exec 2>&1; mkdir -p /x/1 /x/2/3 /x/only/deep /y/1 /y/2/3; touch /x/only/f /x/only/deep/g /y/top; mkdir /y/void /x/sub; touch /y/sub /x/2/3/n /x/2/m; touch /y/2/w; for o in "" -r -N -rN -rq; do echo "-- $o"; diff $o /x /y; echo $?; done; diff /x /nope; echo $?; diff -r /x/2/3 /y/top; echo $?'
  -- 
  Common subdirectories: /x/1 and /y/1
  Common subdirectories: /x/2 and /y/2
  Only in /x: only
  File /x/sub is a directory while file /y/sub is a regular file
  Only in /y: top
  Only in /y: void
  1
  -- -r
  Only in /x: 2/3/n
  Only in /x: 2/m
  Only in /y: 2/w
  Only in /y: sub
  Only in /y: top
  1
  -- -N
  Common subdirectories: /x/1 and /y/1
  Common subdirectories: /x/2 and /y/2
  Common subdirectories: /x/only and /y/only
  File /x/sub is a directory while file /y/sub is a regular file
  Common subdirectories: /x/void and /y/void
  0
  -- -rN
  0
  -- -rq
  Only in /x: 2/3/n
  Only in /x: 2/m
  Only in /y: 2/w
  Only in /y: sub
  Only in /y: top
  1
  diff: can't stat '/nope': No such file or directory
  2
  diff: can't stat '/x/2/3/top': No such file or directory
  1
  $ docker run --rm busybox sh -c 'exec 2>&1; mkdir a b a/d; echo t > a/d/t; diff -rN a b; diff -rqN a b; diff -r a/ b/; mkfifo a/p b/p; diff a b; diff a - </dev/null'
  --- a/d/t
  +++ /dev/null
  @@ -1 +0,0 @@
  -t
  Files a/d/t and b/d/t differ
  Only in a: d
  File a/p is not a regular file or directory and was skipped
  diff: can't compare stdin to a directory
  [1]
  $ docker run --rm busybox sh -c 'exec 2>&1; cd /tmp; echo l1 > log; tail -F log & sleep 1.2; echo l2 >> log; sleep 1.2; : > log; sleep 1.2; echo newline >> log; sleep 1.2; echo some more >> log; sleep 1.2; mv log log1; echo again > log; sleep 2; kill $!'
  l1
  l2
  e
  some more
  tail: log has been replaced; following end of new file
  again
  $ docker run --rm busybox sh -c 'exec 2>&1; mkdir -p x/d; cd x; echo 1 > d/f; echo 2 > g; tar cf /tmp/b.tar d g; mkdir /o; cd /o; mkdir g; tar xf /tmp/b.tar; echo $?; ls -l | cut -c1-10; rmdir g; tar xf /tmp/b.tar g no no2; tar tf /tmp/b.tar no no2; rm -rf *; touch d; tar xf /tmp/b.tar; echo $?'
  tar: can't remove old file g: Is a directory
  1
  total <N>
  drwxr-xr-x
  drwxr-xr-x
  tar: no: not found in archive
  tar: no: not found in archive
  tar: can't create directory 'd': File exists
  tar: can't remove old file d/f: Not a directory
  1
  $ docker run --rm busybox sh -c 'exec 2>&1; mkdir -p x/y; echo 2 > x/2; tar cf /tmp/b.tar x; mkdir /o; cd /o; su nobody -s /bin/sh -c "tar xf /tmp/b.tar; echo \$?"'
  tar: can't make dir x: Permission denied
  tar: can't create directory 'x': Permission denied
  tar: can't open 'x/2': No such file or directory
  1
  $ docker volume rm pa pb >/dev/null
