Commits with changes of every kind, and refused ones.

  $ docker run --name box busybox sh -c 'echo data > /made' 
  $ docker commit box one | cut -c1-7; docker run --rm one cat /made
  sha256:
  data
  $ docker commit -m 'a message' -a 'me <me@example.org>' box two >/dev/null; docker inspect -f '{{.Comment}}|{{.Author}}' two
  a message|me <me@example.org>
  $ docker commit -c 'CMD ["echo","hi"]' -c 'ENV X=1 Y="two words"' -c 'EXPOSE 80' -c 'LABEL a=b c="d e"' box three >/dev/null; docker run --rm three; docker inspect -f '{{.Config.Cmd}} {{.Config.Env}} {{json .Config.ExposedPorts}} {{json .Config.Labels}}' three | sed 's/PATH[^] ]* //'
  hi
  [echo hi] [X=1 Y=two words] {"80/tcp":{}} {"a":"b","c":"d e"}
  $ docker commit -c 'ENTRYPOINT ["echo"]' -c 'USER nobody' -c 'WORKDIR /tmp' -c 'VOLUME /v /w' -c 'STOPSIGNAL SIGINT' -c 'ONBUILD RUN true' box four >/dev/null; docker run --rm four x y; docker inspect -f '{{.Config.Entrypoint}} {{.Config.User}} {{.Config.WorkingDir}} {{json .Config.Volumes}} {{.Config.StopSignal}} {{.Config.OnBuild}}' four
  x y
  [echo] nobody /tmp {"/v":{},"/w":{}} SIGINT [RUN true]
  $ docker commit -c 'HEALTHCHECK --interval=5s CMD true' box five >/dev/null; docker inspect -f '{{json .Config.Healthcheck}}' five
  {"Test":["CMD-SHELL","true"],"Interval":5000000000}
  $ docker commit -c 'RUN true' box six
  Error response from daemon: RUN is not a valid change command
  [1]
  $ docker commit -c 'FROM x' box six
  Error response from daemon: FROM is not a valid change command
  [1]
  $ docker commit -c 'NOPE x' box six
  Error response from daemon: NOPE is not a valid change command
  [1]
  $ docker commit -c 'ENV' box six
  Error response from daemon: ENV requires at least one argument
  [1]
  $ docker commit -c 'ENV X' box six
  Error response from daemon: ENV must have two arguments
  [1]
  $ docker commit -c 'CMD' box six | cut -c1-7
  sha256:
  $ docker commit -c '' box six | cut -c1-7
  Error response from daemon: file with no instructions
  $ docker commit -c 'WORKDIR' box six
  Error response from daemon: WORKDIR requires exactly one argument
  [1]
  $ docker commit -c 'COPY a b' box six
  Error response from daemon: COPY is not a valid change command
  [1]
  $ docker commit nobox six
  Error response from daemon: No such container: nobox
  [1]
  $ docker commit box UPPER
  invalid reference format: repository name (library/UPPER) must be lowercase
  [1]
  $ docker commit box a:b:c
  invalid reference format
  [1]
  $ docker commit box 'six:bad tag'
  invalid reference format
  [1]
  $ docker commit
  docker: 'docker commit' requires at least 1 and at most 2 arguments
  
  Usage:  docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]
  
  Run 'docker commit --help' for more information
  [1]
  $ docker commit box x y
  docker: 'docker commit' requires at least 1 and at most 2 arguments
  
  Usage:  docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]
  
  Run 'docker commit --help' for more information
  [1]
  $ docker commit --pause=false box six:v1 | cut -c1-7; docker images --format '{{.Repository}}:{{.Tag}}' six
  sha256:
  six:v1
  six:latest
  $ docker history --format '{{.CreatedBy}}|{{.Comment}}' two | head -n 1
  sh -c echo data > /made|a message
  $ docker diff box
  A /made
  $ docker rm box; docker rmi -f one two three four five six six:v1 | grep -c Untagged
  box
  7
