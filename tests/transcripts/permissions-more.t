Users, groups and capabilities, seen at a volume.

  $ docker run --rm -u 1000 -v pv:/d busybox touch /d/x; docker run --rm -v pv:/d busybox stat -c '%a %u:%g' /d
  touch: /d/x: Permission denied
  755 0:0
  $ docker run --rm -v pv:/d busybox chown 1000:1000 /d; docker run --rm -u 1000:1000 -v pv:/d busybox sh -c 'touch /d/x && ls -ln /d | tail -1 | cut -d" " -f1'
  -rw-r--r--
  $ docker run --rm -u 1001 -v pv:/d busybox sh -c 'echo a > /d/x; rm /d/x; cat /d/x; id'
  sh: can't create /d/x: Permission denied
  rm: can't remove '/d/x': Permission denied
  uid=1001 gid=0(root) groups=0(root)
  $ docker run --rm -u root:nobody busybox id; docker run --rm -u 0:nogrp busybox id
  uid=0(root) gid=65534(nobody) groups=65534(nobody)
  docker: Error response from daemon: unable to find group nogrp: no matching entries in group file
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --user 1000:2000 -v pv:/d busybox sh -c 'umask; touch /d/z; stat -c "%u %g %a" /d/z'
  0022
  1000 2000 644
  $ docker run --rm --cap-drop ALL -v pv:/d busybox touch /d/root
  touch: /d/root: Permission denied
  [1]
  $ docker run --rm --cap-drop CHOWN -v pv:/d busybox chown 5 /d/x
  chown: /d/x: Operation not permitted
  [1]
  $ docker run --rm --cap-drop DAC_OVERRIDE -v pv:/d busybox sh -c 'cat /d/x; touch /d/new'
  touch: /d/new: Permission denied
  [1]
  $ docker run --rm --cap-add NOPE busybox true; docker run --rm --cap-drop chown,x busybox true
  docker: Error response from daemon: invalid CapAdd: unknown capability: "CAP_NOPE"
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid CapDrop: unknown capability: "CAP_CHOWN,X"
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --privileged busybox sh -c 'mount -t tmpfs t /mnt 2>/dev/null || mkdir /m && mount -t tmpfs t /m && echo ok'
  ok
  $ docker run --rm busybox sh -c 'mkdir /m; mount -t tmpfs t /m'
  mount: permission denied (are you root?)
  [1]
  $ docker run --rm --read-only busybox touch /x; docker run --rm --read-only --tmpfs /tmp busybox touch /tmp/x; echo $?
  touch: /x: Read-only file system
  0
  $ docker run --rm -v pv:/d busybox sh -c 'chmod 700 /d; chmod u+s /d/x; ls -l /d/x | cut -c1-10'; docker run --rm -u 5 -v pv:/d busybox ls /d
  -rwSr--r--
  ls: can't open '/d': Permission denied
  [1]
  $ docker volume rm pv
  pv
