What a write does to set-ID bits, what BusyBox refuses to who is not root, what /proc says of descriptors, and tools without a network.

  $ docker run --rm busybox sh -c 'chmod 777 /tmp; cd /tmp; for i in 1 2 3 5; do touch f$i; chmod 6777 f$i; done; chmod 2767 f5; su nobody -s /bin/sh -c "echo x >> f1; : > f2; truncate -s 3 f3; echo >> f5; cp f1 g; chmod 4755 g; echo > g"; ls -l | cut -c1-10; chmod 4755 f1; echo x >> f1; ls -l f1 | cut -c1-10'
  total <N>
  -rwxrwxrwx
  -rwxrwxrwx
  -rwxrwxrwx
  -rwxrw-rwx
  -rwxr-xr-x
  -rwsr-xr-x
  $ docker run --rm busybox sh -c 'touch f; chmod 4755 f; chown 5 f; stat -c %a f; chmod 2745 f; chown 6 f; stat -c %a f'
  755
  2745
  $ docker run --rm --user 1000 busybox su 2>&1; docker run --rm --user 1000 busybox su root -c id 2>&1; docker run --rm --user 1000 busybox passwd 2>&1
  su: must be suid to work properly
  su: must be suid to work properly
  passwd: must be suid to work properly
  [1]
  $ docker run --rm busybox sh -c 'exec 3</dev/null; exec 4>/tmp/f; exec 5<>/tmp/g; rm /tmp/f; ls -l /proc/$$/fd | awk "NR>4{print \$1,\$5,\$9,\$10,\$11,\$12}"; readlink /proc/$$/fd/4; stat -c %s:%a /proc/$$/fd/3; stat -c %s:%h /proc/$$/fd /proc/mounts'
  lr-x------ 64 3 -> /dev/null 
  l-wx------ 64 4 -> /tmp/f (deleted)
  lrwx------ 64 5 -> /tmp/g 
  /tmp/f (deleted)
  64:500
  6:2
  11:1
  $ docker run --rm --network none busybox ping -c1 1.1.1.1 2>&1 | sort
  PING 1.1.1.1 (1.1.1.1): 56 data bytes
  ping: sendto: Network is unreachable
  $ docker run --rm --network none busybox nslookup x 8.8.8.8 2>&1; docker run --rm --network none busybox nslookup localhost 1.1.1.1 2>&1
  nslookup: can't connect to remote host (8.8.8.8): Network is unreachable
  nslookup: can't connect to remote host (1.1.1.1): Network is unreachable
  [1]
  $ docker run --rm busybox sh -c 'sleep 3 & ps -o pid,stat | cat -A | sed -n 2p'
      1 S  $
