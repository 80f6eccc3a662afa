Links, owners and modes as BusyBox's programs read them: links that lead nowhere, numbers with a colon, the sticky bit, and who owns what sed has edited.

  $ docker run --rm busybox sh -c 'cd /tmp; ln -s nowhere l; ln -s l m; mkdir d; ln -s ../gone d/g; ln -s /no/such/x far; ln -s loop loop; echo > f; for x in l m d/g far loop f d nofile no/such d/../l ./d/ f/ f/x l/ l/x "" / .. /nope /nope/x; do echo "$x: $(readlink -f "$x")"; done; cd d; realpath ../l ../far ../nofile ../no/x . .. ../m ../loop; echo $?; realpath ../f ../d; readlink -f ../f ../nofile/x ../d; echo $?; readlink ../l; readlink ../f; echo $?; readlink -n ../l; echo' 2>/dev/null
  l: /tmp/nowhere
  m: /tmp/nowhere
  d/g: //gone
  far: 
  loop: 
  f: /tmp/f
  d: /tmp/d
  nofile: 
  no/such: 
  d/../l: /tmp/nowhere
  ./d/: /tmp/d
  f/: 
  f/x: 
  l/: 
  l/x: 
  : 
  /: /
  ..: /
  /nope: /nope
  /nope/x: 
  /tmp/d/nowhere
  /tmp/nofile
  /tmp/d
  /tmp
  /tmp/d/l
  1
  /tmp/f
  /tmp/d
  1
  nowhere
  1
  nowhere
  $ docker run --rm busybox sh -c 'cd /tmp; touch f; mkdir d; for m in o+t u+t g+t a+t +t o=t ug+s o+s u+s +s o=u g=o u=g,o=u +X a+X u+X 1777 7 07 01777 00755 8 a u+ +  = u+rwxst o+rx,g-w a-x -x -w =rw u-t; do chmod 0755 d; chmod 0644 f; chmod $m d 2>&1; chmod $m f >/dev/null 2>&1; echo "$m $? $(stat -c %a d) $(stat -c %a f)"; done'
  o+t 0 755 644
  u+t 0 755 644
  g+t 0 755 644
  a+t 0 1755 1644
  +t 0 1755 1644
  o=t 0 750 640
  ug+s 0 6755 6644
  o+s 0 755 644
  u+s 0 4755 4644
  +s 0 6755 6644
  o=u 0 757 646
  g=o 0 755 644
  u=g,o=u 0 555 444
  +X 0 755 644
  a+X 0 755 644
  u+X 0 755 644
  1777 0 1777 1777
  7 0 7 7
  07 0 7 7
  01777 0 1777 1777
  00755 0 755 755
  chmod: invalid mode '8'
  8 1 755 644
  chmod: invalid mode 'a'
  a 1 755 644
  u+ 0 755 644
  + 0 755 644
  = 0 0 0
  u+rwxst 0 4755 4744
  o+rx,g-w 0 755 645
  a-x 0 644 644
  -x 0 644 644
  -w 0 555 444
  =rw 0 644 644
  u-t 0 755 644
  $ docker run --rm busybox sh -c 'cd /tmp; touch f; for o in 1 1:2 12: :3 : 1:b a:1 a a:b nobody nobody: root: nobody:root nobody:12 12:nobody +5 " 5" root:nosuch nosuch: 7:; do chown 0:0 f; chown "$o" f 2>&1; echo "$o $? $(stat -c %u:%g f)"; done; chgrp nosuch f; chgrp 9 f; stat -c %g f; chown root nofile; mkdir -p a/b; chown -R 5:6 a; stat -c "%u:%g %n" a a/b' 2>&1 | sort
   5 1 0:0
  +5 1 0:0
  1 0 1:0
  12: 0 12:12
  12:nobody 0 12:65534
  1:2 0 1:2
  1:b 1 0:0
  5:6 a
  5:6 a/b
  7: 0 7:7
  9
  : 1 0:0
  :3 0 0:3
  a 1 0:0
  a:1 1 0:0
  a:b 1 0:0
  chgrp: unknown group nosuch
  chown: nofile: No such file or directory
  chown: unknown group 
  chown: unknown user  5
  chown: unknown user +5
  chown: unknown user a
  chown: unknown user/group 1:b
  chown: unknown user/group a:1
  chown: unknown user/group a:b
  chown: unknown user/group nosuch
  chown: unknown user/group root:nosuch
  nobody 0 65534:0
  nobody: 0 65534:65534
  nobody:12 0 65534:12
  nobody:root 0 65534:0
  nosuch: 1 0:0
  root: 0 0:0
  root:nosuch 1 0:0
  $ docker run --rm busybox sh -c 'cd /tmp; echo a > f; chown 5:6 f; chmod 640 f; sed -i s/a/b/ f; stat -c "%u:%g %a" f; sed -i.bak s/b/c/ f; stat -c "%u:%g %a" f f.bak; ln -s f l; sed -i s/c/d/ l; ls -l l | cut -c1-10; cat f l'
  5:6 640
  5:6 640
  5:6 640
  -rw-r-----
  c
  d
