Volumes with options, and their errors at use.

  $ docker volume create -o type=tmpfs -o device=tmpfs -o o=size=1m,uid=1000 t1
  t1
  $ docker run --rm -v t1:/d busybox sh -c 'df -k /d | tail -n 1 | tr -s " " | cut -d" " -f2; ls -ld /d | cut -d" " -f1-8 | tr -s " "'
  1024
  drwxrwxrwt 2 1000 
  $ docker run --rm -v t1:/d busybox sh -c 'echo x > /d/f; ls /d'; docker run --rm -v t1:/d busybox ls /d
  f
  $ docker volume inspect -f '{{json .Options}}' t1; docker volume rm t1
  {"device":"tmpfs","o":"size=1m,uid=1000","type":"tmpfs"}
  t1
  $ mkdir src; echo hello > src/f; docker volume create -o type=none -o o=bind -o device=$PWD/src b1
  b1
  $ docker run --rm -v b1:/d busybox cat /d/f; docker run --rm -v b1:/d busybox sh -c 'echo new > /d/g'; cat src/g
  hello
  new
  $ docker volume rm b1; cat src/f
  b1
  hello
  $ docker volume create -o type=none -o o=bind -o device=/nope/there b2; docker run --rm -v b2:/d busybox true; docker volume rm b2
  b2
  docker: Error response from daemon: error while mounting volume '/var/lib/docker/volumes/b2/_data': failed to mount local volume: mount /nope/there:/var/lib/docker/volumes/b2/_data, flags: 0x1000: no such file or directory
  
  Run 'docker run --help' for more information
  b2
  $ docker volume create -o type=nosuch -o device=x b3; docker run --rm -v b3:/d busybox true; docker volume rm b3
  b3
  docker: Error response from daemon: error while mounting volume '/var/lib/docker/volumes/b3/_data': failed to mount local volume: mount x:/var/lib/docker/volumes/b3/_data: no such device
  
  Run 'docker run --help' for more information
  b3
  $ docker volume create -o device=x b4
  Error response from daemon: create b4: missing required option: "type"
  [1]
  $ docker volume create -o o=size=1m b4
  Error response from daemon: create b4: missing required option: "device"
  [1]
  $ docker volume create -o bad b4
  Error response from daemon: create b4: invalid option: "bad"
  [1]
  $ docker run -d --name u --mount type=volume,src=b5,dst=/d,volume-opt=type=tmpfs,volume-opt=device=tmpfs,volume-label=x=y busybox sleep 100 >/dev/null; docker volume inspect -f '{{.Options}} {{.Labels}}' b5
  docker: Error response from daemon: Invalid container name (u), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  
  Error response from daemon: get b5: no such volume
  [1]
  $ docker volume rm b5 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  Error response from daemon: get b5: no such volume
  $ docker rm -f u; docker volume rm b5
  Error response from daemon: No such container: u
  Error response from daemon: get b5: no such volume
  [1]
  $ docker run --rm -v v1:/d:nope busybox true
  docker: Error response from daemon: invalid mode: nope
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v v1:d busybox true
  docker: Error response from daemon: invalid volume specification: 'v1:d': invalid mount config for type "volume": invalid mount path: 'd' mount path must be absolute
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v v1:/ busybox true
  docker: Error response from daemon: invalid volume specification: 'v1:/': invalid mount config for type "volume": invalid specification: destination can't be '/'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v :/d busybox true
  docker: invalid spec: :/d: empty section between colons
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v v1:/d:ro,nocopy busybox sh -c 'touch /d/x'; docker volume rm v1
  touch: /d/x: Read-only file system
  v1
  $ docker run --rm -v /nope:/d:nocopy busybox true
  docker: Error response from daemon: invalid volume specification: '/nope:/d:nocopy': invalid mount config for type "bind": field VolumeOptions must not be specified
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v nope/there:/d busybox true
  docker: Error response from daemon: create nope/there: "nope/there" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v v1:/d -v v2:/d busybox true
  docker: Error response from daemon: Duplicate mount point: /d
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,dst=/d,src=v1,readonly busybox touch /d/x; docker volume rm v1
  touch: /d/x: Read-only file system
  v1
  $ docker run --rm --mount type=bind,src=/nope,dst=/d busybox true
  docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /nope
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=tmpfs,dst=/d,tmpfs-mode=700,tmpfs-size=64k busybox sh -c 'ls -ld /d | cut -c1-10; df -k /d | tail -n 1 | tr -s " " | cut -d" " -f2'
  drwx------
  64
  $ docker run --rm --mount type=tmpfs,src=x,dst=/d busybox true
  docker: Error response from daemon: invalid mount config for type "tmpfs": field Source must not be specified
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,src=v1 busybox true
  invalid argument "type=volume,src=v1" for "--mount" flag: target is required
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker volume ls -q
