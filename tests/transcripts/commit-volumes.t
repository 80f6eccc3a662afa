Commit, and what stays in the volume.

  $ docker run --name ww -v vol:/vol busybox sh -c 'echo in-volume > /vol/f; echo in-layer > /layer; mkdir /d; chmod 700 /d'
  $ docker commit -m 'first one' -a 'Ann <ann@x>' -c 'CMD ["cat","/layer"]' -c 'ENV A=b' -c 'LABEL l=1' -c 'EXPOSE 80' -c 'VOLUME /more' -c 'WORKDIR /d' -c 'USER 1000' ww snap:1 | cut -c1-7
  sha256:
  $ docker run --rm snap:1
  in-layer
  $ docker run --rm snap:1 sh -c 'ls /vol; pwd; id -u; echo $A'
  /d
  1000
  b
  $ docker run --rm -u 0 snap:1 sh -c 'ls /vol; pwd; id -u; echo $A; stat -c %a /d /vol'
  /d
  0
  b
  700
  755
  $ docker inspect -f '{{.Author}}|{{.Comment}}|{{json .Config.Volumes}}|{{.Config.WorkingDir}}|{{json .Config.ExposedPorts}}|{{.Config.User}}' snap:1
  Ann <ann@x>|first one|{"/more":{}}|/d|{"80/tcp":{}}|1000
  $ docker history --format '{{.CreatedBy}}|{{.Comment}}|{{.Size}}' snap:1 | head -1
  sh -c echo in-volume > /vol/f; echo in-layer…|first one|9B
  $ docker image inspect -f '{{len .RootFS.Layers}}' busybox snap:1
  1
  2
  $ docker commit -c 'BOGUS x' ww snap:2
  Error response from daemon: BOGUS is not a valid change command
  [1]
  $ docker commit -c 'RUN ls' ww snap:2
  Error response from daemon: RUN is not a valid change command
  [1]
  $ docker commit ww UPPER
  invalid reference format: repository name (library/UPPER) must be lowercase
  [1]
  $ docker commit ww | cut -c1-7; docker images --filter dangling=true -q | wc -l
  sha256:
  1
  $ docker commit --pause=false -c 'ENTRYPOINT ["echo","hey"]' -c 'CMD there' ww snap:3 | cut -c1-7; docker run --rm snap:3; docker run --rm snap:3 you
  sha256:
  hey /bin/sh -c there
  hey you
  $ docker inspect -f '{{json .Config.Entrypoint}} {{json .Config.Cmd}}' snap:3
  ["echo","hey"] ["/bin/sh","-c","there"]
  $ docker rmi snap:1 | grep -c Deleted; docker rmi snap:3 snap:9
  1
  Untagged: snap:3
  Deleted: sha256:<ID1>
  Error response from daemon: No such image: snap:9
  [1]
  $ docker image prune -f | tail -1; docker ps -a --format '{{.Names}} {{.Image}}'
  Total reclaimed space: 9B
  ww busybox
  $ docker commit nope x; docker commit
  Error response from daemon: No such container: nope
  docker: 'docker commit' requires at least 1 and at most 2 arguments
  
  Usage:  docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]
  
  Run 'docker commit --help' for more information
  [1]
  $ docker commit -c 'HEALTHCHECK CMD true' -c 'STOPSIGNAL SIGINT' -c 'ONBUILD RUN ls' -c 'SHELL ["sh"]' ww s4 | cut -c1-7; docker inspect -f '{{json .Config.Healthcheck}} {{.Config.StopSignal}} {{json .Config.OnBuild}} {{json .Config.Shell}}' s4
  Error response from daemon: SHELL is not a valid change command
  
  Error: No such object: s4
  [1]
