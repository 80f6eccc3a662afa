Every way to mount, and what is wrong with the others.

  $ mkdir -p here; echo host > here/f; docker run --rm -v ./here:/m busybox cat /m/f
  host
  $ docker run --rm -v "$PWD/here:/m:ro" busybox sh -c 'echo x > /m/g'
  sh: can't create /m/g: Read-only file system
  [1]
  $ docker run --rm -v here:/m busybox ls -A /m; docker volume ls -q
  here
  $ docker run --rm --mount type=bind,source="$PWD/here",target=/m busybox cat /m/f
  host
  $ docker run --rm --mount type=bind,source=./here,target=/m,readonly busybox cat /m/f
  host
  $ docker run --rm --mount type=bind,source="$PWD/none",target=/m busybox ls /m
  docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /home/learner/none
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v "$PWD/made":/m busybox touch /m/x; ls -ld made | cut -d' ' -f3; ls made
  root
  x
  $ docker run --rm --mount type=volume,src=vol,dst=/m busybox sh -c 'echo v > /m/f'; docker run --rm --mount source=vol,target=/m busybox cat /m/f
  v
  $ docker run --rm --mount target=/m busybox ls -A /m
  $ docker run --rm --mount type=tmpfs,target=/m,tmpfs-size=1m,tmpfs-mode=700 busybox stat -c '%a' /m
  700
  $ docker run --rm --mount type=tmpfs,source=x,target=/m busybox true
  docker: Error response from daemon: invalid mount config for type "tmpfs": field Source must not be specified
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=bind,target=/m busybox true
  docker: Error response from daemon: invalid mount config for type "bind": field Source must not be empty
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume busybox true
  invalid argument "type=volume" for "--mount" flag: target is required
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=nope,target=/m busybox true
  docker: Error response from daemon: invalid mount config for type "nope": mount type unknown
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount foo=bar,target=/m busybox true
  invalid argument "foo=bar,target=/m" for "--mount" flag: unexpected key 'foo' in 'foo=bar'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,target=/m,readonly=maybe busybox true
  invalid argument "type=volume,target=/m,readonly=maybe" for "--mount" flag: invalid value for readonly: maybe
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=bind,src=/tmp,target=/m,volume-nocopy busybox true
  invalid argument "type=bind,src=/tmp,target=/m,volume-nocopy" for "--mount" flag: cannot mix 'volume-*' options with mount type 'bind'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,src=vol,target=/m,bind-propagation=shared busybox true
  invalid argument "type=volume,src=vol,target=/m,bind-propagation=shared" for "--mount" flag: cannot mix 'bind-*' options with mount type 'volume'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount '' busybox true
  invalid argument "" for "--mount" flag: EOF
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume,src=vol,target=rel busybox true
  docker: Error response from daemon: invalid mount config for type "volume": invalid mount path: 'rel' mount path must be absolute
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vol:rel busybox true
  docker: Error response from daemon: invalid volume specification: 'vol:rel': invalid mount config for type "volume": invalid mount path: 'rel' mount path must be absolute
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vol:/ busybox true
  docker: Error response from daemon: invalid volume specification: 'vol:/': invalid mount config for type "volume": invalid specification: destination can't be '/'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v :/m busybox true
  docker: invalid spec: :/m: empty section between colons
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vol: busybox true
  docker: invalid spec: vol:: empty section between colons
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vol:/m:zz busybox true
  docker: Error response from daemon: invalid mode: zz
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vol:/m:ro,rw busybox true
  docker: Error response from daemon: invalid mode: ro,rw
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vol:/m:ro:rw busybox true
  docker: invalid spec: vol:/m:ro:rw: too many colons
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v 'bad name:/m' busybox true
  docker: Error response from daemon: create bad name: "bad name" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v x:/m busybox true
  $ docker run --rm -v vol:/m -v here:/m busybox true
  docker: Error response from daemon: Duplicate mount point: /m
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vol:/m --mount type=volume,src=here,dst=/m busybox true
  docker: Error response from daemon: Duplicate mount point: /m
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vol:/m --tmpfs /m busybox true
  docker: Error response from daemon: Duplicate mount point: /m
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v /anon busybox sh -c 'test -d /anon && echo there'
  there
  $ docker run --rm -v rel/path:/m busybox true
  docker: Error response from daemon: create rel/path: "rel/path" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v /etc/hostname:/m/f:ro busybox sh -c 'echo x > /m/f'
  sh: can't create /m/f: Read-only file system
  [1]
  $ docker run --rm -v "$PWD/here/f":/etc busybox true 2>&1 | sed 's/error mounting.*rootfs/error mounting ... rootfs/' | cut -c1-100
  docker: Error response from daemon: failed to create task for container: failed to create shim task:
  
  Run 'docker run --help' for more information
  $ docker run --rm -v vol:/m:nocopy busybox cat /m/f
  v
  $ docker run --rm -v fresh:/etc busybox true; docker run --rm -v fresh:/m busybox ls /m/passwd
  /m/passwd
  $ docker run --rm -v fresh2:/etc:nocopy busybox true; docker run --rm -v fresh2:/m busybox ls -A /m
  hostname
  hosts
  resolv.conf
  $ docker run --rm --mount type=volume,src=fresh3,dst=/etc,volume-nocopy busybox true; docker run --rm -v fresh3:/m busybox ls -A /m
  hostname
  hosts
  resolv.conf
  $ docker run --rm --mount type=volume,src=vol,dst=/m,volume-subpath=nope busybox true 2>&1 | grep -c 'no such file'
  1
  $ docker run --rm -v vol:/m busybox sh -c 'mkdir -p /m/sub; echo s > /m/sub/s'; docker run --rm --mount type=volume,src=vol,dst=/m,volume-subpath=sub busybox ls /m
  s
  $ docker run --rm --mount type=volume,src=lab,dst=/m,volume-label=k=v,volume-label=l busybox true; docker volume inspect -f '{{json .Labels}}' lab
  {"k":"v","l":""}
  $ docker run --rm --mount type=volume,src=opt,dst=/m,volume-opt=type=tmpfs,volume-opt=device=tmpfs,volume-opt=o=size=1m busybox df -k /m | tail -n 1 | tr -s ' ' | cut -d' ' -f1,2
  tmpfs 1024
  $ docker run -d --name m -v vol:/a:ro -v "$PWD/here":/b --tmpfs /c busybox sleep 1000 >/dev/null; docker inspect -f '{{range .Mounts}}{{.Type}} {{.Name}} {{.Destination}} {{.Mode}} {{.RW}}{{println}}{{end}}' m | sort
  docker: Error response from daemon: Invalid container name (m), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Error: No such object: m
  
  $ docker inspect -f '{{json .HostConfig.Binds}} {{json .HostConfig.Tmpfs}}' m | sed "s|$PWD|PWD|"
  Error: No such object: m
  
  $ docker ps --format '{{.Mounts}} {{.LocalVolumes}}' --filter volume=vol | sed 's|,/.*s|,HERE s|' | cut -d, -f1
  $ docker ps -q --filter volume=/a | wc -l
  0
  $ docker volume rm vol 2>&1 | sed 's/\[[0-9a-f]*\]/[ID]/'
  vol
