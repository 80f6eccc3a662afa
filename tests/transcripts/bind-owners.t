Files of the host in containers: owners, replacement, propagation.

  $ mkdir d; echo a > d/a; docker run --rm -v $PWD/d:/d busybox sh -c 'id -u; echo root > /d/r; mkdir /d/sub'; stat -c '%U:%G %a %n' d/a d/r d/sub
  0
  learner:learner 664 d/a
  root:root 644 d/r
  root:root 755 d/sub
  $ docker run --rm -u 1000:1000 -v $PWD/d:/d busybox sh -c 'echo x > /d/mine; echo y >> /d/r'; ls d
  sh: can't create /d/r: Permission denied
  a
  mine
  r
  sub
  $ rm -rf d/r d/sub 2>&1 | sort; ls d
  a
  mine
  $ docker run --rm -v $PWD/d:/d -w /d busybox ls
  a
  mine
  $ docker run --rm -v $PWD/d/a:/x busybox sh -c 'mv /x /y'
  mv: can't rename '/x': Device or resource busy
  [1]
  $ docker run --rm -v $PWD/d/a:/x busybox rm /x
  rm: can't remove '/x': Device or resource busy
  [1]
  $ docker run -d --name k -v $PWD/d/a:/x busybox sleep 200 | wc -c; echo new > d/t && mv d/t d/a; docker exec k cat /x; cat d/a
  docker: Error response from daemon: Invalid container name (k), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  0
  Error response from daemon: No such container: k
  new
  $ docker rm -f k; docker run --rm -v $PWD/d:/d --mount type=bind,src=$PWD/d,dst=/d busybox ls
  Error response from daemon: No such container: k
  docker: Error response from daemon: Duplicate mount point: /d
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v $PWD/d:/d -v $PWD:/d busybox ls
  docker: Error response from daemon: Duplicate mount point: /d
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v /etc/hostname:/h:ro busybox cat /h
  docker-host
  $ docker run --rm --mount type=bind,src=d,dst=/d busybox ls
  docker: Error response from daemon: invalid mount config for type "bind": invalid mount path: 'd' mount path must be absolute
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=bind,src=$PWD/d,dst=/d,readonly=true busybox touch /d/x
  touch: /d/x: Read-only file system
  [1]
  $ docker run --rm --mount type=bind,src=$PWD/d,dst=/d,bind-propagation=no busybox ls /d
  docker: Error response from daemon: invalid mount config for type "bind": invalid propagation mode: no
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=bind,src=$PWD/d,dst=/d,volume-nocopy busybox ls
  invalid argument "type=bind,src=/home/learner/d,dst=/d,volume-nocopy" for "--mount" flag: cannot mix 'volume-*' options with mount type 'bind'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=bind,dst=/d busybox ls
  docker: Error response from daemon: invalid mount config for type "bind": field Source must not be empty
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v ~/d:/d busybox ls /d; docker run --rm -v '~/d':/d busybox ls /d
  a
  mine
  docker: Error response from daemon: create ~/d: "~/d" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  
  Run 'docker run --help' for more information
  [125]
  $ ln -s d link; docker run --rm -v $PWD/link:/l busybox ls /l; docker run --rm -v $PWD/d:/a/b/c busybox ls /a/b/c
  a
  mine
  a
  mine
