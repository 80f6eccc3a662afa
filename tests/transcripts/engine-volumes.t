Volumes of the local driver.

  $ docker volume create --opt type=tmpfs --opt device=tmpfs --opt o=size=1m,uid=1000 small
  small
  $ docker run --rm -v small:/d busybox sh -c 'df /d | tail -n1; ls -ldn /d | cut -c1-24; dd if=/dev/zero of=/d/f bs=1M count=2 2>&1; stat -c %s /d/f'
  tmpfs                     1024         0      1024   0% /d
  drwxrwxrwt    2 1000    
  dd: error writing '/d/f': No space left on device
  2+0 records in
  1+0 records out
  1048576
  $ docker run --rm -v small:/d busybox ls /d
  $ docker run -d --name a -v small:/d busybox sh -c 'echo hi > /d/x; sleep 60'; sleep 0.3; docker run --rm -v small:/d busybox cat /d/x; sudo ls /var/lib/docker/volumes/small/_data; docker rm -f a; sudo ls /var/lib/docker/volumes/small/_data
  docker: Error response from daemon: Invalid container name (a), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  cat: can't open '/d/x': No such file or directory
  Error response from daemon: No such container: a
  $ docker volume inspect -f '{{json .Options}} {{.Mountpoint}}' small
  {"device":"tmpfs","o":"size=1m,uid=1000","type":"tmpfs"} /var/lib/docker/volumes/small/_data
  $ sudo cat /var/lib/docker/volumes/small/opts.json; echo
  {"MountType":"tmpfs","MountOpts":"size=1m,uid=1000","MountDevice":"tmpfs","Quota":{"Size":0}}
  $ mkdir -p ~/src; echo data > ~/src/f; docker volume create -o type=none -o o=bind -o device=/home/learner/src bound
  bound
  $ docker run --rm -v bound:/d busybox sh -c 'cat /d/f; echo new > /d/g'; cat ~/src/g
  data
  new
  $ docker volume create -o type=none -o o=bind -o device=/nosuch bad; docker run --rm -v bad:/d busybox true
  bad
  docker: Error response from daemon: error while mounting volume '/var/lib/docker/volumes/bad/_data': failed to mount local volume: mount /nosuch:/var/lib/docker/volumes/bad/_data, flags: 0x1000: no such file or directory
  
  Run 'docker run --help' for more information
  [127]
  $ docker ps -a --format '{{.Names}} {{.Status}}' | wc -l
  0
  $ docker volume create -o type=none -o o=bind,ro -o device=/home/learner/src robound; docker run --rm -v robound:/d busybox touch /d/x
  robound
  touch: /d/x: Read-only file system
  [1]
  $ docker volume create -o o=bind x1
  Error response from daemon: create x1: missing required option: "device"
  [1]
  $ docker volume create -o type=none x2
  Error response from daemon: create x2: missing required option: "device"
  [1]
  $ docker volume create -o nosuch=1 x3
  Error response from daemon: create x3: invalid option: "nosuch"
  [1]
  $ docker volume create -o size=10m x4
  Error response from daemon: create x4: quota size requested but no quota support
  [1]
  $ docker volume create -o type=ext4 -o device=/dev/nosuch x6; docker run --rm -v x6:/d busybox true
  x6
  docker: Error response from daemon: error while mounting volume '/var/lib/docker/volumes/x6/_data': failed to mount local volume: mount /dev/nosuch:/var/lib/docker/volumes/x6/_data: no such file or directory
  
  Run 'docker run --help' for more information
  [127]
  $ docker volume create -o type=tmpfs -o device=tmpfs -o o=nosuchopt=1 x7; docker run --rm -v x7:/d busybox true
  x7
  docker: Error response from daemon: error while mounting volume '/var/lib/docker/volumes/x7/_data': failed to mount local volume: mount tmpfs:/var/lib/docker/volumes/x7/_data, data: nosuchopt=1: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ docker volume create -o type=tmpfs -o device=tmpfs small
  small
  $ docker volume create small
  small
  $ docker volume create -d nosuch x8
  Error response from daemon: create x8: error looking up volume plugin nosuch: plugin "nosuch" not found
  [1]
  $ docker run --rm --mount type=volume,src=y3,dst=/d,volume-opt=type=tmpfs,volume-opt=device=tmpfs,volume-opt=o=size=64k,volume-label=a=b busybox df /d | tail -n 1; docker volume inspect -f '{{json .Labels}} {{json .Options}}' y3
  tmpfs                       64         0        64   0% /d
  {"a":"b"} {"device":"tmpfs","o":"size=64k","type":"tmpfs"}
  $ docker volume create --label a=1 --label b lab; docker volume inspect -f '{{json .Labels}}' lab; docker volume ls -q --filter label=a; docker volume ls -q --filter label=a=2; docker volume ls -q --filter label=b=
  lab
  {"a":"1","b":""}
  lab
  y3
  lab
  $ docker volume ls -q --filter driver=local --filter name=bou; docker volume ls -q --filter driver=nosuch; docker volume ls -q --filter dangling=true --filter name=small; docker volume ls --filter nosuch=1; docker volume ls --filter dangling=maybe
  bound
  robound
  small
  Error response from daemon: invalid filter 'nosuch'
  Error response from daemon: invalid filter 'dangling=[maybe]'
  [1]
  $ docker run -d --name u1 -v shared:/a busybox sleep 60; docker create --name u2 -v shared:/b busybox true; docker rm -f u1; docker volume rm shared; docker volume rm -f shared; docker rm u2; docker volume rm shared
  <ID1>
  <ID2>
  u1
  Error response from daemon: remove shared: volume is in use - [<ID2>]
  Error response from daemon: remove shared: volume is in use - [<ID2>]
  u2
  shared
  $ docker volume rm nosuch; docker volume rm -f nosuch; docker volume rm lab nosuch bound
  Error response from daemon: get nosuch: no such volume
  nosuch
  lab
  bound
  Error response from daemon: get nosuch: no such volume
  [1]
  $ docker run --name an1 -v /x busybox sh -c 'echo keep > /x/f'; docker volume ls -qf dangling=true | grep -c '^[0-9a-f]\{64\}$'; docker rm an1; docker volume ls -qf dangling=true | grep -c '^[0-9a-f]\{64\}$'
  0
  an1
  1
  $ docker volume prune -f | sed 's/^[0-9a-f]\{64\}$/ID/'; docker volume ls -q
  Deleted Volumes:
  ID
  
  Total reclaimed space: 5B
  bad
  robound
  small
  x6
  x7
  y3
  $ docker volume prune -af --filter label!=zz | sort
  Total reclaimed space: 0B
  $ docker run --name an2 -v /x -v named:/y busybox true; docker rm -v an2; docker volume ls -q
  an2
  bad
  named
  robound
  small
  x6
  x7
  y3
  $ docker volume create '' | wc -c; docker volume create a; docker volume create 'a b'; docker volume create ../x; docker volume create .x; docker volume create -- -x
  65
  Error response from daemon: create a: volume name is too short, names should be at least two alphanumeric characters
  Error response from daemon: create a b: "a b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  Error response from daemon: create ../x: "../x" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  Error response from daemon: create .x: ".x" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  Error response from daemon: create -x: "-x" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  [1]
  $ docker volume create "$(printf 'n%.0s' $(seq 300))" 2>&1 | sed 's/n\{20,\}/NNN/g'
  Error response from daemon: create NNN: error while creating volume root path '/var/lib/docker/volumes/NNN': mkdir /var/lib/docker/volumes/NNN: file name too long
  $ docker run --rm -v sub:/d busybox sh -c 'mkdir -p /d/a/b; echo s > /d/a/b/f; ln -s /etc /d/l; ln -s a /d/r'
  $ docker run --rm --mount type=volume,src=sub,dst=/m,volume-subpath=a/b busybox ls /m
  f
  $ docker run --rm --mount type=volume,src=sub,dst=/m,volume-subpath=nosuch busybox ls /m 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  docker: Error response from daemon: cannot access path /var/lib/docker/volumes/sub/_data/nosuch: lstat /var/lib/docker/volumes/sub/_data/nosuch: no such file or directory
  
  Run 'docker run --help' for more information
  $ docker run --rm --mount type=volume,src=sub,dst=/m,volume-subpath=../x busybox ls /m
  docker: Error response from daemon: invalid mount config for type "volume": subpath must be a relative path within the volume
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,src=sub,dst=/m,volume-subpath=/a busybox ls /m
  docker: Error response from daemon: invalid mount config for type "volume": subpath must be a relative path within the volume
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,src=sub,dst=/m,volume-subpath=l busybox ls /m 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  docker: Error response from daemon: path concatenation escapes the base directory, base: /var/lib/docker/volumes/sub/_data, subpath: l
  
  Run 'docker run --help' for more information
  $ docker run --rm --mount type=volume,src=sub,dst=/m,volume-subpath=r busybox ls /m
  b
  $ docker run --rm --mount type=volume,src=sub,dst=/m,volume-subpath=a/b/f busybox cat /m
  s
  $ printf 'FROM busybox\nRUN mkdir -p /data/sub && echo img > /data/f && chown -R 7:8 /data && chmod 750 /data && ln -s f /data/l && chmod 4755 /data/f\nVOLUME /data\n' > Dockerfile; docker build -q -t cu . | wc -c
  72
  $ docker run --rm -v cu1:/data cu sh -c 'ls -ldn /data | cut -c1-24; ls -ln /data | tail -n +2 | cut -c1-24'
  drwxr-x---    3 7       
  -rwsr-xr-x    1 7       
  lrwxrwxrwx    1 0       
  drwxr-xr-x    2 7       
  $ docker run --rm -v cu2:/data:nocopy cu sh -c 'ls -ldn /data | cut -c1-24; ls -A /data'
  drwxr-xr-x    2 0       
  $ docker run --rm -v cu2:/data cu sh -c 'ls -ldn /data | cut -c1-24; ls -A /data'
  drwxr-x---    3 7       
  f
  l
  sub
  $ docker volume create cu3 >/dev/null; docker run --rm -v cu3:/other busybox touch /other/x; docker run --rm -v cu3:/data cu ls /data
  x
  $ docker create --name cc -v cu4:/data cu; sudo ls -A /var/lib/docker/volumes/cu4/_data; docker start cc; sudo ls -A /var/lib/docker/volumes/cu4/_data
  <ID3>
  f
  l
  sub
  cc
  f
  l
  sub
  $ docker run --rm -v cu5:/etc/passwd busybox true 2>&1 | sed 's/[0-9a-f]\{64\}/ID/g'
  docker: Error response from daemon: source /var/lib/docker/overlay2/ID/merged/etc/passwd is not directory
  
  Run 'docker run --help' for more information
  $ docker run --rm -v cu6:/bin busybox ls /bin/busybox
  /bin/busybox
  $ docker run --rm --mount type=volume,dst=/d busybox true; docker run --rm -v cu7:/a -v cu7:/b busybox sh -c 'echo 1 >/a/x; cat /b/x'
  1
  $ docker run --rm -v one:/d -v two:/d busybox true
  docker: Error response from daemon: Duplicate mount point: /d
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v one:/d --tmpfs /d busybox true
  docker: Error response from daemon: Duplicate mount point: /d
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v one:/ busybox true
  docker: Error response from daemon: invalid volume specification: 'one:/': invalid mount config for type "volume": invalid specification: destination can't be '/'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v one:d busybox true
  docker: Error response from daemon: invalid volume specification: 'one:d': invalid mount config for type "volume": invalid mount path: 'd' mount path must be absolute
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v one:/d:zz busybox true
  docker: Error response from daemon: invalid mode: zz
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v one:/d:ro,rw busybox true
  docker: Error response from daemon: invalid mode: ro,rw
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v :/d busybox true
  docker: invalid spec: :/d: empty section between colons
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v '' busybox true
  docker: invalid empty volume spec
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v /nosuch/dir:/d busybox ls -ld /d | cut -c1-10; ls -ld /nosuch/dir | cut -c1-20
  drwxr-xr-x
  drwxr-xr-x 2 root ro
  $ docker run --rm --mount type=bind,src=/nosuch/dir2,dst=/d busybox true
  docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /nosuch/dir2
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v one:/d:ro busybox touch /d/x
  touch: /d/x: Read-only file system
  [1]
  $ docker run -d --name vf1 -v one:/d -v /e:/e:ro busybox sleep 60; docker run --rm --volumes-from vf1:ro busybox sh -c 'touch /d/x; ls -d /e'; docker run --rm --volumes-from nosuch busybox true; docker run --rm --volumes-from vf1:zz busybox true
  <ID4>
  touch: /d/x: Read-only file system
  /e
  docker: Error response from daemon: No such container: nosuch
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid mode: zz
  
  Run 'docker run --help' for more information
  [125]
  $ docker volume ls -q --filter dangling=false; docker system df -v --format '{{range .Volumes}}{{.Name}} {{.Links}}{{"\n"}}{{end}}' | grep -v '^$' | sort
  cu4
  one
  template parsing error: template: :1: unterminated quoted string
  $ sudo rm -rf /var/lib/docker/volumes/one/_data; docker run --rm -v one:/d busybox true; docker volume inspect -f '{{.Name}}' one
  docker: Error response from daemon: error evaluating symlinks from mount source "/var/lib/docker/volumes/one/_data": lstat /var/lib/docker/volumes/one/_data: no such file or directory
  
  Run 'docker run --help' for more information
  one
