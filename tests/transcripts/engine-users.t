Who may do what in a container, as files show it.

  $ docker run --rm -u nobody busybox sh -c 'id; echo $HOME; touch /tmp/x && ls -ln /tmp/x | cut -c1-30'
  uid=65534(nobody) gid=65534(nobody) groups=65534(nobody)
  /home
  -rw-r--r--    1 65534    65534
  $ docker run --rm busybox grep Cap /proc/self/status
  CapInh:	0000000000000000
  CapPrm:	00000000a80425fb
  CapEff:	00000000a80425fb
  CapBnd:	00000000a80425fb
  CapAmb:	0000000000000000
  $ docker run --rm -u 1000 busybox grep Cap /proc/self/status
  CapInh:	0000000000000000
  CapPrm:	0000000000000000
  CapEff:	0000000000000000
  CapBnd:	00000000a80425fb
  CapAmb:	0000000000000000
  $ docker run --rm --cap-drop ALL busybox grep Cap /proc/self/status
  CapInh:	0000000000000000
  CapPrm:	0000000000000000
  CapEff:	0000000000000000
  CapBnd:	0000000000000000
  CapAmb:	0000000000000000
  $ docker run --rm --cap-add NET_ADMIN --cap-drop CHOWN busybox grep CapEff /proc/self/status
  CapEff:	00000000a80435fa
  $ docker run --rm --cap-add NOSUCH busybox true
  docker: Error response from daemon: invalid CapAdd: unknown capability: "CAP_NOSUCH"
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cap-drop CHOWN busybox chown 5 /etc/passwd
  chown: /etc/passwd: Operation not permitted
  [1]
  $ docker run --rm --cap-drop ALL busybox sh -c 'chmod 000 /etc/passwd; cat /etc/passwd'
  cat: can't open '/etc/passwd': Permission denied
  [1]
  $ docker run --rm --cap-drop DAC_OVERRIDE busybox sh -c 'echo x > /f; chmod 000 /f; cat /f'
  cat: can't open '/f': Permission denied
  [1]
  $ docker run --rm --cap-drop DAC_OVERRIDE -v perm:/p busybox sh -c 'mkdir /p/d; chown 7 /p/d; chmod 700 /p/d; ls /p/d; touch /p/d/x'
  ls: can't open '/p/d': Permission denied
  touch: /p/d/x: Permission denied
  [1]
  $ docker run --rm --cap-drop FOWNER busybox sh -c 'touch /f; chown 7 /f; chmod 600 /f'
  chmod: /f: Operation not permitted
  [1]
  $ docker run --rm busybox mount -t tmpfs none /mnt
  mount: permission denied (are you root?)
  [1]
  $ docker run --rm --privileged busybox sh -c 'mkdir /mnt2; mount -t tmpfs none /mnt2 && echo mounted'
  mounted
  $ docker run --rm busybox sh -c 'mknod /x c 1 3 && ls -l /x | cut -c1-10'
  crw-r--r--
  $ docker run --rm --cap-drop MKNOD busybox mknod /x c 1 3
  mknod: /x: Operation not permitted
  [1]
  $ docker run --rm busybox hostname foo
  hostname: sethostname: Operation not permitted
  [1]
  $ docker run --rm -u 1000 -v data:/data busybox sh -c 'touch /data/x; ls -ldn /data | cut -c1-24'
  touch: /data/x: Permission denied
  drwxr-xr-x    2 0       
  $ docker run --rm -v data:/data busybox chown 1000:1000 /data; docker run --rm -u 1000 -v data:/data busybox sh -c 'touch /data/x && ls -ln /data | tail -n1 | cut -c1-26'
  -rw-r--r--    1 1000     0
  $ docker run --rm -u 1001 -v data:/data busybox sh -c 'rm /data/x; echo $?; cat /data/x; echo hi >> /data/x'
  rm: can't remove '/data/x': Permission denied
  1
  sh: can't create /data/x: Permission denied
  [1]
  $ docker run --rm -e HOME=/zzz -u nobody busybox sh -c 'echo $HOME'
  /zzz
  $ docker run --rm -w /new/dir -u 1000 busybox sh -c 'pwd; ls -ldn /new/dir | cut -c1-24'
  /new/dir
  drwxr-xr-x    2 0       
  $ docker run --rm --security-opt nosuch busybox true
  docker: Invalid --security-opt: "nosuch"
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -h web.example.com busybox sh -c 'hostname; cat /etc/hostname'
  web.example.com
  web.example.com
