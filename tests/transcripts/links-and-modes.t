What ln, chmod, rm and cmp do at the edges.

  $ echo 1 > c9; ln c9 hard; ln -f c9 hard; echo $?; stat -c %h c9
  0
  2
  $ ln c9 hard
  ln: failed to create hard link 'hard': File exists
  [1]
  $ ln -sf c9 c9
  ln: 'c9' and 'c9' are the same file
  [1]
  $ ln -f c9 c9
  ln: 'c9' and 'c9' are the same file
  [1]
  $ ln -sf c9 hard; stat -c %F hard
  symbolic link
  $ chmod nofile
  chmod: missing operand after 'nofile'
  Try 'chmod --help' for more information.
  [1]
  $ chmod 644
  chmod: missing operand after '644'
  Try 'chmod --help' for more information.
  [1]
  $ chmod
  chmod: missing operand
  Try 'chmod --help' for more information.
  [1]
  $ mkdir m7; chmod 000 m7; rm -rf m7; echo $?
  0
  $ mkdir -p m8/x; chmod 000 m8; rm -rf m8; chmod 755 m8; ls m8
  rm: cannot remove 'm8': Permission denied
  x
  $ which docker-compose; readlink /usr/bin/docker-compose; docker-compose up --nope; docker-compose exec
  /usr/bin/docker-compose
  ../libexec/docker/cli-plugins/docker-compose
  unknown flag: --nope
  requires at least 2 arg(s), only received 0
  [1]
  $ mkdir p1 && printf 'services:\n  a:\n    image: busybox\n    volumes: [ v:/v ]\nvolumes:\n  v:\n' > p1/compose.yaml; cd p1; docker-compose config --services; docker-compose config --volumes
  a
  $ docker run --rm busybox sh -c 'for'
  sh: syntax error: bad for loop variable
  [2]
  $ docker run --rm busybox sh -c '. /nofile; echo no'
  sh: .: line 0: can't open /nofile: no such file
  [2]
  $ docker run --rm busybox sh -c 'source /nofile; echo no'
  sh: source: line 0: can't open /nofile: no such file
  [2]
  $ docker run -d --name tt busybox top > /dev/null; sleep 1; docker ps --format '{{.Names}} {{.State}}'; docker logs tt | head -c 3 | od -c; docker rm -f tt
  tt running
  0000000 033   [   H
  0000003
  tt
