A container's files made into an image.

  $ docker run --name box busybox sh -c 'echo data > /kept; mkdir -p /v; echo lost > /v/f'; docker commit box saved | wc -c
  72
  $ docker run --rm saved cat /kept
  data
  $ docker commit -m 'first words' -a 'Ann <ann@example.com>' box saved:2 >/dev/null; docker inspect -f '{{.Author}}|{{.Comment}}' saved:2
  Ann <ann@example.com>|first words
  $ docker history --format '{{.Comment}}' saved:2 | head -n 1
  first words
  $ docker commit -c 'CMD ["echo", "hello"]' -c 'ENV A=1' -c 'WORKDIR /tmp' -c 'USER 1000' -c 'EXPOSE 80' -c 'LABEL k=v' -c 'VOLUME /data' -c 'ENTRYPOINT []' -c 'STOPSIGNAL SIGUSR1' box conf >/dev/null; docker run --rm conf
  hello
  $ docker inspect -f '{{json .Config.Cmd}} {{.Config.WorkingDir}} {{.Config.User}} {{json .Config.ExposedPorts}} {{json .Config.Labels}} {{json .Config.Volumes}} {{.Config.StopSignal}}' conf
  ["echo","hello"] /tmp 1000 {"80/tcp":{}} {"k":"v"} {"/data":{}} SIGUSR1
  $ docker commit -c 'FOO bar' box x
  Error response from daemon: FOO is not a valid change command
  [1]
  $ docker commit -c 'RUN ls' box x
  Error response from daemon: RUN is not a valid change command
  [1]
  $ docker commit -c 'ENV' box x
  Error response from daemon: ENV requires at least one argument
  [1]
  $ docker commit box 'Bad Name'
  invalid reference format: repository name (library/Bad Name) must be lowercase
  [1]
  $ docker commit box UPPER
  invalid reference format: repository name (library/UPPER) must be lowercase
  [1]
  $ docker commit nope
  Error response from daemon: No such container: nope
  [1]
  $ docker commit
  docker: 'docker commit' requires at least 1 and at most 2 arguments
  
  Usage:  docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]
  
  Run 'docker commit --help' for more information
  [1]
  $ docker commit a b c
  docker: 'docker commit' requires at least 1 and at most 2 arguments
  
  Usage:  docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]
  
  Run 'docker commit --help' for more information
  [1]
  $ docker commit --nope box
  unknown flag: --nope
  
  Usage:  docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]
  
  Run 'docker commit --help' for more information
  [125]

Volumes are no part of it.

  $ docker run --name dbox -v vol:/data busybox sh -c 'echo in-volume > /data/f; echo in-layer > /f'; docker commit dbox withvol >/dev/null
  $ docker run --rm withvol cat /f
  in-layer
  $ docker run --rm withvol cat /data/f
  cat: can't open '/data/f': No such file or directory
  [1]
  $ docker run --rm withvol ls -A /data

A running container is held while its files are taken.

  $ docker run -d --name live busybox sleep 1000 >/dev/null; docker commit live snap >/dev/null; docker ps --format '{{.Names}} {{.State}}'
  live running
  $ docker commit --pause=false live snap2 >/dev/null; echo $?
  0
  $ docker commit live | cut -c1-7
  sha256:
  $ docker images --filter dangling=true -q | wc -l
  1
  $ docker image inspect -f '{{len .RootFS.Layers}}' busybox snap
  1
  1
  $ docker run --name env -e SECRET=1 -w /tmp -l a=b busybox true; docker commit env env >/dev/null; docker inspect -f '{{.Config.WorkingDir}} {{json .Config.Labels}} {{json .Config.Cmd}}' env
  /tmp {"a":"b"} ["true"]
  $ docker container commit box again >/dev/null; docker images --format '{{.Repository}}:{{.Tag}}' | grep -E '^(saved|again|conf|snap)' | sort
  again:latest
  conf:latest
  saved:2
  saved:latest
  snap2:latest
  snap:latest
