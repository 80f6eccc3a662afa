What is asked for at the making of a container, as it is kept and as its programs see it.

  $ docker create --name c1 -w /a/../b/ --security-opt systempaths=unconfined --mac-address 02:42:ac:11:00:99 busybox | wc -c
  65
  $ docker inspect -f '{{.Config.WorkingDir}} {{json .HostConfig.SecurityOpt}} {{.Config.MacAddress}}' c1; docker rm c1
  /b [] <MAC>
  c1
  $ docker run --rm -w /a/../b/ busybox pwd
  /b
  $ docker run -d --name e1 --hostname h -e Z=9 busybox sleep 100 | wc -c
  65
  $ docker exec -e A=1 -e B=1 -e A=2 e1 env
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  HOSTNAME=h
  Z=9
  B=1
  A=2
  HOME=/root
  $ docker exec -e Z=0 -e HOME=/x e1 env; docker rm -f e1
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  HOSTNAME=h
  Z=0
  HOME=/x
  e1
  $ printf 'A=3\nC=1\nA=4\nC\n' > ef; docker run --rm --hostname h --env-file ef -e A=1 -e C -e A=7 busybox env
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  HOSTNAME=h
  C=1
  A=7
  HOME=/root
  $ docker run --rm --hostname h -e PATH=/bin -e HOME=/q -e X=1 busybox env
  PATH=/bin
  HOSTNAME=h
  HOME=/q
  X=1
  $ mkdir -p b; printf 'FROM busybox\nENV X=1 Y=2\n' > b/Dockerfile; docker build -q -t mine b | wc -c
  72
  $ docker run --rm --hostname h -e Y=3 -e Q=1 -e X=5 mine env
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  HOSTNAME=h
  Y=3
  Q=1
  X=5
  HOME=/root
  $ docker create --name m1 mine | wc -c; docker create --name b1 busybox | wc -c; docker commit b1 com | wc -c; docker create --name d1 com | wc -c
  65
  65
  72
  65
  $ for f in busybox busybox:latest mine mine:latest com; do echo $f $(docker ps -a --format '{{.Names}}' -f ancestor=$f); done
  busybox d1 b1
  busybox:latest d1 b1
  mine m1
  mine:latest m1
  com d1
  $ docker rm m1 b1 d1; docker rmi -f mine com | grep -c .
  m1
  b1
  d1
  4
  $ docker run --rm -u 1234:5678 --group-add 300 --group-add 400 busybox id
  uid=1234 gid=5678 groups=300,400,5678
  $ docker create --name t1 busybox | wc -c; docker cp t1:/etc/hostname - | head -c 265 | tail -c 8 | od -c | head -1
  65
  0000000   u   s   t   a   r  \0   0   0
  $ docker export t1 | head -c 265 | tail -c 8 | od -c | head -1; docker rm t1
  0000000   u   s   t   a   r  \0   0   0
  t1
