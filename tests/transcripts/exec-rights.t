How the first program of a container is started: with the container's rights, and what is said when it can not be.

  $ printf '#!/nosuch\n' > b.sh; printf '#!/etc/passwd\n' > n.sh; printf '#!/tmp\n' > d.sh; printf 'echo plain\n' > p.sh; printf '#!/l.sh\n' > l.sh; chmod +x ?.sh; for s in b n d p l; do docker run --rm -v ./$s.sh:/$s.sh -v ./$s.sh:/usr/bin/$s busybox /$s.sh; echo $?; docker run --rm -v ./$s.sh:/$s.sh -v ./$s.sh:/usr/bin/$s busybox $s; echo $?; done
  exec /b.sh: no such file or directory
  255
  exec /usr/bin/b: no such file or directory
  255
  exec /n.sh: permission denied
  255
  exec /usr/bin/n: permission denied
  255
  exec /d.sh: permission denied
  255
  exec /usr/bin/d: permission denied
  255
  exec /p.sh: exec format error
  255
  exec /usr/bin/p: exec format error
  255
  exec /l.sh: too many levels of symbolic links
  255
  exec /usr/bin/l: too many levels of symbolic links
  255
  $ docker run -d --name up -v ./b.sh:/b.sh -v ./n.sh:/bin/n -v ./p.sh:/p.sh busybox sleep 600 >/dev/null; docker exec up /b.sh; echo $?; docker exec up n; echo $?; docker exec up /p.sh; echo $?; docker exec -d up /b.sh; echo $?; docker exec -t up /b.sh; echo $?
  exec /b.sh: no such file or directory
  255
  exec /bin/n: permission denied
  255
  exec /p.sh: exec format error
  255
  0
  exec /b.sh: no such file or directory
  255
  $ docker create --name c1 -v ./b.sh:/b.sh busybox /b.sh >/dev/null; docker start c1; sleep 1; docker ps -a --filter name=c1 --format '{{.Status}}' | cut -d' ' -f1,2; docker logs c1; docker inspect -f '{{.State.ExitCode}} {{.State.Error}}' c1; docker run --rm -t -v ./b.sh:/b.sh busybox /b.sh
  c1
  Exited (255)
  exec /b.sh: no such file or directory
  255 
  exec /b.sh: no such file or directory
  [255]
  $ printf '#!/bin/sh\nid -u\n' > s.sh; chmod 700 s.sh; mkdir -m 700 priv; cp s.sh priv; chmod 755 priv/s.sh; for w in /s.sh /priv/s.sh 'sh /s.sh'; do docker run --rm -u 7 -v ./s.sh:/s.sh -v ./priv:/priv busybox $w >out 2>&1; echo $? $(grep -c . out); docker run --rm -u 7 --cap-drop DAC_OVERRIDE -v ./s.sh:/s.sh -v ./priv:/priv busybox $w 2>&1 | grep -o 'exec:.*'; done
  2 1
  exec: "/s.sh": permission denied
  2 1
  exec: "/priv/s.sh": stat /priv/s.sh: permission denied
  2 1
  [1]
  $ chmod 600 s.sh; docker run --rm -u 7 -v ./s.sh:/s.sh busybox /s.sh 2>&1 | grep -o 'exec:.*'; docker run --rm -v ./s.sh:/s.sh busybox /s.sh 2>&1 | grep -o 'exec:.*'; docker run --rm --cap-drop ALL -v ./priv:/priv busybox /priv/s.sh 2>&1 | grep -o 'exec:.*'; chmod 700 s.sh; docker run --rm --cap-drop ALL -v ./s.sh:/s.sh busybox /s.sh 2>&1 | grep -o 'exec:.*'; docker exec -u 7 up sh -c 'grep ^Cap /proc/self/status'
  exec: "/s.sh": permission denied
  exec: "/s.sh": permission denied
  exec: "/priv/s.sh": stat /priv/s.sh: permission denied
  exec: "/s.sh": permission denied
  CapInh:	0000000000000000
  CapPrm:	0000000000000000
  CapEff:	0000000000000000
  CapBnd:	00000000a80425fb
  CapAmb:	0000000000000000
  $ docker run --rm -u 7 busybox grep ^Cap /proc/self/status; docker run --rm -u 7 --cap-add SYS_ADMIN busybox grep ^CapB /proc/self/status; docker run --rm busybox su -s /bin/sh nobody -c 'grep ^Cap /proc/self/status'
  CapInh:	0000000000000000
  CapPrm:	0000000000000000
  CapEff:	0000000000000000
  CapBnd:	00000000a80425fb
  CapAmb:	0000000000000000
  CapBnd:	00000000a82425fb
  CapInh:	0000000000000000
  CapPrm:	0000000000000000
  CapEff:	0000000000000000
  CapBnd:	00000000a80425fb
  CapAmb:	0000000000000000
  $ docker run --rm -u 7 -v ./priv:/priv -w /priv busybox pwd; docker run --rm -u 7 -v ./priv:/priv -w /priv busybox ls; docker exec -u 7 -w /root up pwd; docker exec -u 7 up ./root/x
  /priv
  ls: .: Permission denied
  /root
  OCI runtime exec failed: exec failed: unable to start container process: exec: "./root/x": stat ./root/x: no such file or directory
  [127]
