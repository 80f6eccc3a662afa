What an image has at the place of a volume.

  $ printf 'FROM busybox\nRUN mkdir -p /data/sub && echo a > /data/a && echo b > /data/sub/b && chown -R 33:44 /data && chmod 2750 /data/sub && ln -s a /data/l\n' > Dockerfile; docker build -q -t cu . | cut -c1-6
  sha256
  $ docker run --rm -v c1:/data cu sh -c 'stat -c "%a %u %g %n" /data /data/* ' 
  755 33 44 /data
  644 33 44 /data/a
  777 0 0 /data/l
  2750 33 44 /data/sub
  $ docker run --rm -v c1:/z busybox find /z | sort
  /z
  /z/a
  /z/l
  /z/sub
  /z/sub/b
  $ docker run --rm -v c2:/data/sub cu ls -ln /data/sub | awk '{print $1,$3,$4,$NF}'
  total  4
  -rw-r--r-- 33 44 b
  $ docker run --rm -v c1:/data cu rm /data/a; docker run --rm -v c1:/data cu ls /data
  l
  sub
  $ docker run --rm -v c3:/new cu stat -c '%a %u %g' /new
  755 0 0
  $ docker run --rm -v c4:/data:ro cu ls /data; docker run --rm -v c4:/q busybox ls /q
  a
  l
  sub
  a
  l
  sub
  $ docker create --name cc -v c5:/data cu | wc -c; docker run --rm -v c5:/q busybox ls /q; docker rm cc
  65
  a
  l
  sub
  cc
  $ docker volume create c6; docker run --rm -v c6:/q busybox touch /q/own; docker run --rm -v c6:/data cu ls /data
  c6
  own
  $ mkdir bd; docker run --rm -v $PWD/bd:/data cu ls -A /data
  $ docker run --rm --mount type=volume,src=c7,dst=/data,volume-subpath=sub cu ls /data
  docker: Error response from daemon: cannot access path /var/lib/docker/volumes/c7/_data/sub: lstat /var/lib/docker/volumes/c7/_data/sub: no such file or directory
  
  Run 'docker run --help' for more information
  [127]
  $ docker run --rm --mount type=volume,src=c1,dst=/data,volume-subpath=sub cu ls /data
  b
  $ docker run --rm --mount type=volume,src=c1,dst=/data,volume-subpath=../x cu ls /data
  docker: Error response from daemon: invalid mount config for type "volume": subpath must be a relative path within the volume
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v c8:/data -v c9:/data/sub cu find /data | sort; docker run --rm -v c8:/q busybox find /q | sort
  /data
  /data/a
  /data/l
  /data/sub
  /data/sub/b
  /q
  /q/a
  /q/l
  /q/sub
  /q/sub/b
  $ docker run --rm -v c10:/data/a cu cat /data/a
  docker: Error response from daemon: source /var/lib/docker/overlay2/<ID1>/merged/data/a is not directory
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v c11:/bin/nothere -v c11:/usr/x busybox ls -d /usr/x
  /usr/x
  $ docker volume ls -q | wc -l; docker volume rm $(docker volume ls -q) | wc -l
  11
  11
