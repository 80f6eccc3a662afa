Subpaths of volumes.

  $ docker run --rm -v vol:/v busybox sh -c 'mkdir -p /v/site/css /v/db; echo idx > /v/site/index; echo c > /v/site/css/x; ln -s site /v/link; ln -s /etc /v/abs; echo f > /v/file'
  $ docker run --rm --mount src=vol,dst=/w,volume-subpath=site busybox ls /w
  css
  index
  $ docker run --rm --mount src=vol,dst=/w,volume-subpath=site/css busybox ls /w
  x
  $ docker run --rm --mount src=vol,dst=/w,volume-subpath=link busybox ls /w
  css
  index
  $ docker run --rm --mount src=vol,dst=/w,volume-subpath=file busybox cat /w
  f
  $ docker run --rm --mount src=vol,dst=/w,volume-subpath=../x busybox ls /w
  docker: Error response from daemon: invalid mount config for type "volume": subpath must be a relative path within the volume
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount src=vol,dst=/w,volume-subpath=/site busybox ls /w
  docker: Error response from daemon: invalid mount config for type "volume": subpath must be a relative path within the volume
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount src=vol,dst=/w,volume-subpath=site/../db busybox ls /w
  $ docker run --rm --mount src=vol,dst=/w,volume-subpath=site/nope busybox ls /w
  docker: Error response from daemon: cannot access path /var/lib/docker/volumes/vol/_data/site/nope: lstat /var/lib/docker/volumes/vol/_data/site/nope: no such file or directory
  
  Run 'docker run --help' for more information
  [127]
  $ docker run --rm --mount src=vol,dst=/w,volume-subpath= busybox ls /w
  abs
  db
  file
  link
  site
  $ docker run -d --name keep --mount src=vol,dst=/w,volume-subpath=site,ro busybox sleep 100
  <ID1>
  $ docker exec keep sh -c 'echo no > /w/index; cat /w/index; mount | grep -c " /w "'
  sh: can't create /w/index: Read-only file system
  idx
  1
  $ docker inspect -f '{{json .HostConfig.Mounts}}' keep
  [{"Type":"volume","Source":"vol","Target":"/w","ReadOnly":true,"VolumeOptions":{"Subpath":"site","DriverConfig":{}}}]
  $ docker inspect -f '{{range .Mounts}}{{.Name}} {{.RW}} {{.Destination}}{{end}}' keep
  vol false /w
  $ docker run --rm -v vol:/v busybox sh -c 'rm -r /v/site; ls /v'
  abs
  db
  file
  link
  $ docker exec keep ls /w
  $ docker restart -t 0 keep
  Error response from daemon: Cannot restart container keep: cannot access path /var/lib/docker/volumes/vol/_data/site: lstat /var/lib/docker/volumes/vol/_data/site: no such file or directory
  [1]
  $ docker ps -a --format '{{.Names}} {{.Status}}'
  keep Exited (137) <AGE>
  $ docker run --rm --mount type=bind,src=/tmp,dst=/w,volume-subpath=x busybox ls
  invalid argument "type=bind,src=/tmp,dst=/w,volume-subpath=x" for "--mount" flag: cannot mix 'volume-*' options with mount type 'bind'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
