File programs of BusyBox, in a container.

  $ docker run -d --name box busybox sleep 3000 >/dev/null
  $ b() { docker exec -w /tmp box sh -c "$1"; }
  $ b 'mkdir d'
  $ b 'mkdir d'
  mkdir: can't create directory 'd': File exists
  [1]
  $ b 'mkdir -p d/e/f'
  $ b 'mkdir x/y'
  mkdir: can't create directory 'x/y': No such file or directory
  [1]
  $ b 'mkdir -v v'
  created directory: 'v'
  $ b 'mkdir -m 700 m'
  $ b 'stat -c "%a %n" m'
  700 m
  $ b 'echo hi > d/a'
  $ b 'head -c 1500 /dev/zero > d/big'
  $ b 'ln -s a d/l'
  $ b 'touch -d "2020-01-02 03:04:05" d/a d/big d/e d/e/f d'
  $ b 'touch -h -d "2020-01-02 03:04:05" d/l'
  $ b 'chmod 644 d/a d/big'
  $ b 'ls -l d'
  total <N>
  -rw-r--r--  1 root  root  3 <DATE> a
  -rw-r--r--  1 root  root  1500 <DATE> big
  drwxr-xr-x  3 root  root  4096 <DATE> e
  lrwxrwxrwx  1 root  root  1 <DATE> l -> a
  $ b 'ls -la d/a'
  -rw-r--r--  1 root  root  3 <DATE> d/a
  $ b 'ls -lh d/big'
  -rw-r--r--  1 root  root  1.5K <DATE> d/big
  $ b 'ls -ln d/a'
  -rw-r--r--  1 0  0  3 <DATE> d/a
  $ b 'ls -lg d/a'
  -rw-r--r--  1 root  3 <DATE> d/a
  $ b 'ls d'
  a
  big
  e
  l
  $ b 'ls -a d/e'
  .
  ..
  f
  $ b 'ls -F d'
  a
  big
  e/
  l@
  $ b 'ls -p d'
  a
  big
  e/
  l
  $ b 'ls -1 d'
  a
  big
  e
  l
  $ b 'ls -r d'
  l
  e
  big
  a
  $ b 'ls -S d'
  e
  big
  a
  l
  $ b 'ls -s d'
  total <N>
       4 a
       4 big
       4 e
       0 l
  $ b 'ls -R d'
  d:
  a
  big
  e
  l
  
  d/e:
  f
  
  d/e/f:
  $ b 'ls d d/e'
  d:
  a
  big
  e
  l
  
  d/e:
  f
  $ b 'ls -d d'
  d
  $ b 'ls -C d'
  a    big  e    l
  $ b 'ls -x d'
  a    big  e    l
  $ b 'ls -lhs d'
  total 12K
    4.0K -rw-r--r--  1 root  root  3 <DATE> a
    4.0K -rw-r--r--  1 root  root  1.5K <DATE> big
    4.0K drwxr-xr-x  3 root  root  4.0K <DATE> e
    0 lrwxrwxrwx  1 root  root  1 <DATE> l -> a
  $ b 'ls nothing'
  ls: nothing: No such file or directory
  [1]
  $ b 'ls nothing d/a'
  ls: nothing: No such file or directory
  d/a
  [1]
  $ b 'ls -l d/l'
  lrwxrwxrwx  1 root  root  1 <DATE> d/l -> a
  $ b 'ls -lL d/l'
  -rw-r--r--  1 root  root  3 <DATE> d/l
  $ b 'ls --full-time -l d/a'
  -rw-r--r--  1 root  root  3 <TIME> d/a
  $ b 'ls -i d/a | wc -w'
  2
  $ b 'ls --color=always d'
  [0;0ma[m
  [0;0mbig[m
  [1;34me[m
  [1;36ml[m
  $ b 'ls -l /dev/null | cut -c1-43'
  crw-rw-rw-    1 root     root        1,   3
  $ b 'stat d/a | grep -v -e Device -e Change'
    File: d/a
    Size: 3         	Blocks: 8          IO Block: 4096   regular file
  Access: (0644/-rw-r--r--)  Uid: (    0/    root)   Gid: (    0/    root)
  Access: <TIME>
  Modify: <TIME>
  $ b 'stat d/l | head -2'
    File: 'd/l' -> 'a'
    Size: 1         	Blocks: 0          IO Block: 4096   symbolic link
  $ b 'stat -c "%n %s %a %A %U %G %F %h %y" d/a d/l d'
  d/a 3 644 -rw-r--r-- root root regular file 1 <TIME>
  d/l 1 777 lrwxrwxrwx root root symbolic link 1 <TIME>
  d 4096 755 drwxr-xr-x root root directory 3 <TIME>
  $ b 'stat -t d/a | cut -d" " -f1-3'
  d/a 3 8
  $ b 'stat nothing'
  stat: can't stat 'nothing': No such file or directory
  [1]
  $ b 'stat -c %N d/l d/a'
  'd/l' -> 'a'
  d/a
  $ b 'stat -f -c "%n %l" d'
  d 255
  $ b 'cp nothing x'
  cp: can't stat 'nothing': No such file or directory
  [1]
  $ b 'cp d x'
  cp: omitting directory 'd'
  [1]
  $ b 'cp -r d c'
  $ b 'cp -a d c2'
  $ b 'stat -c %y c2/a'
  <TIME>
  $ b 'cp -v d/a x'
  'd/a' -> 'x'
  $ b 'cp x x'
  cp: 'x' and 'x' are the same file
  [1]
  $ b 'cp d/a nodir/x'
  cp: can't create 'nodir/x': No such file or directory
  [1]
  $ b 'ls c'
  a
  big
  e
  l
  $ b 'readlink c/l'
  a
  $ b 'mv nothing x'
  mv: can't rename 'nothing': No such file or directory
  [1]
  $ b 'mv x y'
  $ b 'ls y'
  y
  $ b 'mv -v y x'
  'y' -> 'x'
  $ b 'mv x d/a2'
  $ b 'mv d/a2 .'
  $ b 'mv a2 e nodir'
  mv: can't rename 'a2': No such file or directory
  mv: can't rename 'e': No such file or directory
  [1]
  $ b 'rm nothing'
  rm: can't remove 'nothing': No such file or directory
  [1]
  $ b 'rm d'
  rm: 'd' is a directory
  [1]
  $ b 'rm -f nothing'
  $ b 'rm -r c'
  $ b 'rmdir d'
  rmdir: 'd': Directory not empty
  [1]
  $ b 'rmdir nothing'
  rmdir: 'nothing': No such file or directory
  [1]
  $ b 'rm .'
  rm: can't remove '.' or '..'
  [1]
  $ b 'rm -v a2'
  removed 'a2'
  $ b 'touch z'
  $ b 'rm z'
  $ b 'ln d/a h'
  $ b 'stat -c %h h'
  2
  $ b 'ln -s d/a s'
  $ b 'ln -s d/a s'
  ln: s: File exists
  [1]
  $ b 'ln -sf d/big s'
  $ b 'readlink s'
  d/big
  $ b 'ln nothing q'
  ln: nothing: No such file or directory
  [1]
  $ b 'ln -snf /tmp s'
  $ b 'readlink s'
  /tmp
  $ b 'readlink nothing'
  [1]
  $ b 'readlink -f s'
  /tmp
  $ b 'realpath s'
  /tmp
  $ b 'realpath nothing'
  realpath: nothing: No such file or directory
  [1]
  $ b 'chmod 600 h'
  $ b 'chmod zz h'
  chmod: invalid mode 'zz'
  [1]
  $ b 'chmod 644 nothing'
  chmod: nothing: No such file or directory
  [1]
  $ b 'chmod -v 755 h'
  mode of 'h' changed to 0755 (rwxr-xr-x)
  $ b 'chmod u-x,go= h'
  $ b 'stat -c %a h'
  600
  $ b 'chmod -R 700 c2'
  $ b 'stat -c %a c2/e'
  700
  $ b 'chown 1:2 h'
  $ b 'stat -c %u:%g h'
  1:2
  $ b 'chown nosuch h'
  chown: unknown user nosuch
  [1]
  $ b 'chown 1 nothing'
  chown: nothing: No such file or directory
  [1]
  $ b 'chown -v 3:4 h'
  changed ownership of 'h' to 3:4
  $ b 'chgrp 777 h'
  $ b 'stat -c %g h'
  777
  $ b 'chown root h'
  $ b 'stat -c %U h'
  root
  $ b 'touch -c none'
  $ b 'touch nodir/x'
  touch: nodir/x: No such file or directory
  [1]
  $ b 'touch -d zz h'
  touch: invalid date 'zz'
  [1]
  $ b 'touch -t 202001020304 h'
  $ b 'stat -c %y h'
  <TIME>
  $ b 'touch -r d/a h'
  $ b 'stat -c %y h'
  <TIME>
  $ b 'find d | sort'
  d
  d/a
  d/big
  d/e
  d/e/f
  d/l
  $ b 'find d -type f | sort'
  d/a
  d/big
  $ b 'find d -name "*g"'
  d/big
  $ b 'find d -size +1k | sort'
  d
  d/big
  d/e
  d/e/f
  $ b 'find d -maxdepth 1 -type d | sort'
  d
  d/e
  $ b 'find nothing'
  find: nothing: No such file or directory
  [1]
  $ b 'find d -foo 2>&1 | head -1'
  find: unrecognized: -foo
  $ b 'find d -name'
  find: -name requires an argument
  [1]
  $ b 'find d -type q'
  find: invalid argument 'q' to '-type'
  [1]
  $ b 'find d -perm 644 | sort'
  d/big
  $ b 'find d -name a -exec echo got {} \;'
  got d/a
  $ b 'find d -type f -exec echo {} + | wc -w'
  2
  $ b 'find d -name e -prune -o -print | sort'
  d
  d/a
  d/big
  d/l
  $ b 'find d -mtime +5 -type f | sort'
  d/a
  d/big
  $ b 'find d -newer d/a | sort'
  d
  d/big
  d/e
  d/e/f
  d/l
  $ b 'find d -empty'
  d/e/f
  $ b 'du -s d'
  20	d
  $ b 'du -a d | sort -k2'
  20	d
  4	d/a
  4	d/big
  8	d/e
  4	d/e/f
  0	d/l
  $ b 'du -h d/big'
  4.0K	d/big
  $ b 'du -k d/big'
  4	d/big
  $ b 'du nothing'
  du: nothing: No such file or directory
  [1]
  $ b 'du -c d/a d/big'
  4	d/a
  4	d/big
  8	total
  $ b 'du -sh d'
  20.0K	d
  $ b 'tar cvf x.tar d | sort'
  d/
  d/a
  d/big
  d/e/
  d/e/f/
  d/l
  $ b 'tar tf x.tar | sort'
  d/
  d/a
  d/big
  d/e/
  d/e/f/
  d/l
  $ b 'tar tvf x.tar | sort -k6 | sed "s/.*root.root//"'
    0 <TIME> d/
  -rw------- root/777  3 <TIME> d/a
    1500 <TIME> d/big
    0 <TIME> d/e/
    0 <TIME> d/e/f/
    0 <TIME> d/l -> a
  $ b 'mkdir o'
  $ b 'tar xf x.tar -C o'
  $ b 'find o | sort'
  o
  o/d
  o/d/a
  o/d/big
  o/d/e
  o/d/e/f
  o/d/l
  $ b 'tar xvf x.tar -C o d/a'
  d/a
  $ b 'tar xOf x.tar d/a'
  hi
  $ b 'stat -c "%y %a" o/d/a'
  <TIME> 600
  $ b 'tar czf x.tgz -C d .'
  $ b 'tar tzf x.tgz | sort'
  ./
  ./a
  ./big
  ./e/
  ./e/f/
  ./l
  $ b 'tar cf y.tar nothing'
  tar: nothing: No such file or directory
  tar: error exit delayed from previous errors
  [1]
  $ b 'tar tf nothing'
  tar: can't open 'nothing': No such file or directory
  [1]
  $ b 'tar xf x.tar nothing'
  tar: nothing: not found in archive
  [1]
  $ b 'tar xf x.tar -C nodir'
  tar: can't change directory to 'nodir': No such file or directory
  [1]
  $ b 'tar cf nodir/x.tar d'
  tar: can't open 'nodir/x.tar': No such file or directory
  [1]
  $ b 'tar tf d/a'
  tar: short read
  [1]
  $ b 'tar cf - d | tar tf - | wc -l'
  6
  $ b 'tar cf y.tar /tmp/d'
  tar: removing leading '/' from member names
  $ b 'tar tf y.tar | sort'
  tmp/d/
  tmp/d/a
  tmp/d/big
  tmp/d/e/
  tmp/d/e/f/
  tmp/d/l
  $ b 'tar xvf x.tar --strip-components=5 -C o | sort'
  d/
  d/a
  d/big
  d/e/
  d/e/f/
  d/l
  $ b 'tar xf x.tar --strip-components=1 -C o'
  $ b 'ls o'
  a
  big
  d
  e
  l
  $ b 'tar cf y.tar d/a d/big'
  $ b 'tar tf y.tar'
  d/a
  d/big
  $ b 'seq 1000 > n'
  $ b 'gzip n'
  $ b 'ls n*'
  n.gz
  $ b 'gunzip n.gz'
  $ b 'gzip -k n'
  $ b 'zcat n.gz | tail -1'
  1000
  $ b 'gzip n'
  gzip: can't open 'n.gz': File exists
  [1]
  $ b 'gunzip nothing'
  gunzip: nothing: No such file or directory
  [1]
  $ b 'gzip nothing'
  gzip: nothing: No such file or directory
  [1]
  $ b 'gunzip d/a'
  gunzip: d/a: unknown suffix - ignored
  [1]
  $ b 'gzip -c n | gunzip | wc -l'
  1000
  $ b 'gzip -t n.gz'
  $ b 'gunzip -c n'
  gunzip: invalid magic
  [1]
  $ b 'rm n n.gz'
  $ b 'df / | wc -l'
  2
  $ b 'df -h nothing'
  Filesystem                Size      Used Available Use% Mounted on
  df: nothing: can't find mount point
  [1]
  $ b 'df /dev | head -1'
  Filesystem           1K-blocks      Used Available Use% Mounted on
  $ b 'df -h /dev | head -1'
  Filesystem                Size      Used Available Use% Mounted on
  $ b 'df -P /dev | head -1'
  Filesystem           1024-blocks    Used Available Capacity Mounted on
  $ b 'df -i /dev | head -1'
  Filesystem              Inodes      Used Available Use% Mounted on
  $ b 'df -T /dev | head -1'
  Filesystem           Type       1K-blocks      Used Available Use% Mounted on
  $ b 'df -m /dev | head -1'
  Filesystem           1M-blocks      Used Available Use% Mounted on
  $ b 'dd if=/dev/zero of=zz bs=1k count=3'
  3+0 records in
  3+0 records out
  $ b 'dd if=nothing'
  dd: can't open 'nothing': No such file or directory
  [1]
  $ b 'dd if=d/a bs=1 count=1'
  h1+0 records in
  1+0 records out
  $ b 'dd of=nodir/x if=d/a'
  dd: can't open 'nodir/x': No such file or directory
  [1]
  $ b 'dd bs=x'
  dd: invalid number 'x'
  [1]
  $ b 'ls -l zz | cut -c30-43'
            3072
  $ b 'mktemp | sed "s/......\$//"'
  /tmp/tmp.
  $ b 'mktemp -d | sed "s/......\$//"'
  /tmp/tmp.
  $ b 'mktemp nodir/XXXXXX'
  mktemp: : No such file or directory
  [1]
  $ b 'mktemp xXX'
  mktemp: : Invalid argument
  [1]
  $ b 'basename /a/b.c .c'
  b
  $ b 'dirname /a/b'
  /a
  $ b 'dirname a'
  .
  $ b 'basename /'
  /
  $ b 'mkfifo p'
  $ b 'mkfifo p'
  mkfifo: p: File exists
  [1]
  $ b 'stat -c %F p'
  fifo
  $ b 'truncate -s 10 t'
  $ b 'stat -c %s t'
  10
  $ b 'truncate -s +5 t'
  truncate: invalid number '+5'
  [1]
  $ b 'stat -c %s t'
  10
  $ b 'which ls nothing'
  /bin/ls
  [1]
  $ b 'pwd'
  /tmp
  $ b 'unlink t'
  $ b 'unlink t'
  unlink: can't remove file 't': No such file or directory
  [1]
  $ b 'install -m 600 d/a i'
  $ b 'stat -c %a i'
  600
  $ b 'install -d q/r'
  $ b 'sync'
  $ b 'mknod k p'
  $ b 'mknod k p'
  mknod: k: File exists
  [1]
  $ b 'mount | grep -c " / "'
  1
  $ b 'mount | head -1 | cut -d" " -f1-5'
  overlay on / type overlay
  $ b 'umount /nothing'
  umount: can't unmount /nothing: Operation not permitted
  [1]
  $ b 'rm -r d c2 o'
  $ docker rm -f box
  box
