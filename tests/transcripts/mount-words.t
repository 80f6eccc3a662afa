All the words of --mount.

  $ docker run --rm --mount source=mv,target=/d busybox sh -c 'echo x > /d/f; mount | grep " /d " | cut -d" " -f3,6 | cut -d, -f1'
  /d (rw
  $ docker run --rm --mount type=volume,source=mv,destination=/d,ro busybox sh -c 'cat /d/f; touch /d/g'
  x
  touch: /d/g: Read-only file system
  [1]
  $ docker run --rm --mount type=tmpfs,dst=/d,tmpfs-size=2m,tmpfs-mode=1770 busybox sh -c 'stat -c %a /d; df -k /d | tail -1 | awk "{print \$2}"'
  1770
  2048
  $ docker run --rm --mount type=tmpfs,dst=/d,tmpfs-size=xx busybox true
  invalid argument "type=tmpfs,dst=/d,tmpfs-size=xx" for "--mount" flag: invalid value for tmpfs-size: xx
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=tmpfs,dst=/d,tmpfs-mode=999 busybox true
  invalid argument "type=tmpfs,dst=/d,tmpfs-mode=999" for "--mount" flag: invalid value for tmpfs-mode: 999
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=tmpfs,src=foo,dst=/d busybox true
  docker: Error response from daemon: invalid mount config for type "tmpfs": field Source must not be specified
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,src=mv busybox true
  invalid argument "type=volume,src=mv" for "--mount" flag: target is required
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,src=mv,dst=rel busybox true
  docker: Error response from daemon: invalid mount config for type "volume": invalid mount path: 'rel' mount path must be absolute
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,src=mv,dst=/d,readonly=perhaps busybox true
  invalid argument "type=volume,src=mv,dst=/d,readonly=perhaps" for "--mount" flag: invalid value for readonly: perhaps
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,src=mv,dst=/d,volume-opt=a busybox true
  $ docker run --rm --mount type=volume,dst=/d,volume-driver=local,volume-opt=type=tmpfs,volume-opt=device=tmpfs,volume-opt=o=size=1m busybox sh -c 'df -k /d | tail -1 | awk "{print \$1,\$2}"'
  tmpfs 1024
  $ docker run --rm --mount 'type=volume,"src=mv",dst=/d' busybox ls /d
  f
  $ docker run --rm --mount 'type=volume,src="mv,dst=/d' busybox ls /d
  invalid argument "type=volume,src=\"mv,dst=/d" for "--mount" flag: parse error on line 1, column 17: bare " in non-quoted-field
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,src=mv,dst=/d --mount type=volume,src=mv2,dst=/d busybox true
  docker: Error response from daemon: Duplicate mount point: /d
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount TYPE=volume,SRC=mv,DST=/d busybox ls /d
  f
  $ docker run --rm --mount type=Volume,src=mv,dst=/d busybox ls /d
  f
  $ docker run --rm --mount type=bind,src=/tmp,dst=/d,consistency=cached busybox true; echo $?
  0
  $ docker run --rm --mount type=bind,src=/tmp,dst=/d,bind-nonrecursive busybox true; echo $?
  0
  $ docker run --rm --mount type=bind,src=/tmp,dst=/d,bind-recursive=readonly busybox true
  invalid argument "type=bind,src=/tmp,dst=/d,bind-recursive=readonly" for "--mount" flag: option 'bind-recursive=readonly' requires 'readonly' to be specified in conjunction
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,src=mv,dst=/d,bind-propagation=shared busybox true
  invalid argument "type=volume,src=mv,dst=/d,bind-propagation=shared" for "--mount" flag: cannot mix 'bind-*' options with mount type 'volume'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=image,src=busybox,dst=/img busybox ls -d /img/bin
  WARNING: Image mount is an experimental feature
  /img/bin
  $ docker run --rm --mount type=image,src=busybox,dst=/img,image-subpath=etc busybox ls -d /img/passwd
  WARNING: Image mount is an experimental feature
  /img/passwd
  $ docker run --rm --mount type=npipe,src=a,dst=/d busybox true
  docker: Error response from daemon: invalid mount config for type "npipe": mount type unknown
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=cluster,src=a,dst=/d busybox true
  docker: Error response from daemon: invalid mount config for type "cluster": mount type unknown
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount dst=/d,src= busybox true
  $ docker run --rm --mount '' busybox true; docker run --rm --mount , busybox true
  invalid argument "" for "--mount" flag: EOF
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  invalid argument "," for "--mount" flag: invalid field '' must be a key=value pair
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker create --name mm --mount type=volume,src=mv,dst=/d,volume-label=x=y busybox | wc -c; docker inspect -f '{{json .HostConfig.Mounts}}' mm; docker rm mm
  65
  [{"Type":"volume","Source":"mv","Target":"/d","VolumeOptions":{"Labels":{"x":"y"},"DriverConfig":{}}}]
  mm
  $ docker volume rm mv mv2; docker volume ls -q | wc -l
  mv
  Error response from daemon: get mv2: no such volume
  0
