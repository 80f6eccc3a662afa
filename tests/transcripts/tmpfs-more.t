Memory as a file system: options, limits, what stays.

  $ docker run --rm --tmpfs /t busybox sh -c 'mount | grep " /t "'
  tmpfs on /t type tmpfs (rw,nosuid,nodev,noexec,relatime)
  $ docker run --rm --tmpfs /t:ro busybox touch /t/x
  touch: /t/x: Read-only file system
  [1]
  $ docker run --rm --tmpfs /t:size=64k busybox sh -c 'dd if=/dev/zero of=/t/f bs=1k count=100 2>&1 | head -1; ls -l /t/f | awk "{print \$5}"'
  dd: error writing '/t/f': No space left on device
  65536
  $ docker run --rm --tmpfs /t:size=1m,uid=1000,gid=50,mode=0710 busybox stat -c '%u %g %a' /t
  1000 50 710
  $ docker run --rm --tmpfs /t:exec busybox sh -c 'cp /bin/busybox /t/ls; /t/ls -d /t; mount | grep -c noexec.*zzz'
  /t
  0
  [1]
  $ docker run --rm --tmpfs /t busybox sh -c 'printf "#!/bin/sh\necho hi\n" > /t/s; chmod +x /t/s; /t/s'
  sh: /t/s: Permission denied
  [126]
  $ docker run --rm --tmpfs /t:nosuchopt busybox true
  docker: Error response from daemon: invalid tmpfs option "nosuchopt"
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /t:size=10%,nr_inodes=3 busybox sh -c 'touch /t/1 /t/2 /t/3 /t/4'
  touch: /t/3: No space left on device
  touch: /t/4: No space left on device
  [1]
  $ docker run -d --name tt --tmpfs /t busybox sleep 300 | wc -c; docker exec tt sh -c 'echo a > /t/f'; docker restart -t 0 tt; docker exec tt ls -A /t
  65
  tt
  $ docker exec tt sh -c 'echo a > /t/f'; docker cp tt:/t/f .; docker diff tt; docker commit tt timg >/dev/null; docker run --rm timg ls -A /t
  Error response from daemon: Could not find the file /t/f in container tt
  A /t
  $ docker pause tt; docker unpause tt; docker exec tt cat /t/f; docker kill tt; docker start tt; docker exec tt ls -A /t; docker rm -f tt; docker rmi timg | wc -l
  tt
  tt
  a
  tt
  tt
  tt
  3
  $ docker run --rm --tmpfs /t -v tv:/t busybox true
  docker: Error response from daemon: Duplicate mount point: /t
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /t --tmpfs /t:size=1m busybox true; echo $?
  0
  $ docker run --rm --tmpfs / busybox true
  docker: Error response from daemon: invalid specification: destination can't be '/'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs relative busybox true
  docker: Error response from daemon: invalid mount path: 'relative' mount path must be absolute
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs '' busybox true
  docker: Error response from daemon: invalid mount path: '' mount path must be absolute
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --shm-size 2m busybox df -k /dev/shm | tail -1 | awk '{print $1,$2}'
  shm 2048
  $ docker run --rm --mount type=tmpfs,dst=/t,tmpfs-mode=0755 -u 1000 busybox touch /t/x
  touch: /t/x: Permission denied
  [1]
  $ docker run --rm --mount type=tmpfs,dst=/t,ro busybox touch /t/x; docker run --rm --mount type=tmpfs,dst=/etc busybox ls -A /etc | sort | tr '\n' ' '
  touch: /t/x: Read-only file system
  hostname hosts resolv.conf 
  $ docker volume create --opt type=tmpfs --opt device=tmpfs --opt o=size=1m,uid=1000,mode=700 tvol; docker run --rm -v tvol:/d busybox sh -c 'stat -c "%u %a" /d; echo x > /d/f'; docker run --rm -v tvol:/d busybox ls /d; docker volume rm tvol
  tvol
  1000 700
  tvol
