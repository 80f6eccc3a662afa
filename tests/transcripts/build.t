docker build: plain progress, the cache, and how mistakes are told.

  $ mkdir app && cd app && printf 'FROM busybox\nLABEL a=b\nENV X=1\nWORKDIR /srv\nCOPY . .\nRUN echo built > out && echo done\nEXPOSE 80\nVOLUME /data\nUSER 1000\nENTRYPOINT ["echo"]\nCMD ["hello"]\n' > Dockerfile && echo content > file && mkdir skip && echo s > skip/s && printf 'skip\n*.log\n' > .dockerignore && touch x.log
  $ docker build -q -t app . | cut -c1-7
  sha256:
  $ docker run --rm app
  hello
  $ docker run --rm app bye
  bye
  $ docker run --rm --entrypoint ls app
  Dockerfile
  file
  out
  $ docker image inspect -f '{{json .Config.Entrypoint}} {{json .Config.Cmd}} {{.Config.User}} {{.Config.WorkingDir}} {{json .Config.ExposedPorts}} {{json .Config.Volumes}} {{json .Config.Labels}}' app
  ["echo"] ["hello"] 1000 /srv {"80/tcp":{}} {"/data":{}} {"a":"b"}
  $ docker build -t app . 2>&1 | sed 's/[0-9.]*s$/TIME/;s/[0-9.]*kB/SIZE/;s/[0-9]*B done/SIZE done/;s/layers [0-9.]*s done/layers done/;s/sha256:[0-9a-f]*/ID/;s/DONE.*/DONE/' | grep -v '^$'
  #0 building with "default" instance using docker driver
  #1 [internal] load build definition from Dockerfile
  #1 transferring dockerfile: SIZE done
  #1 DONE
  #2 [internal] load metadata for docker.io/library/busybox:latest
  #2 DONE
  #3 [internal] load .dockerignore
  #3 transferring context: SIZE done
  #3 DONE
  #4 [1/4] FROM docker.io/library/busybox:latest
  #4 DONE
  #5 [internal] load build context
  #5 transferring context: SIZE done
  #5 DONE
  #6 [3/4] COPY . .
  #6 CACHED
  #7 [2/4] WORKDIR /srv
  #7 CACHED
  #8 [4/4] RUN echo built > out && echo done
  #8 CACHED
  #9 exporting to image
  #9 exporting layers done
  #9 writing image ID done
  #9 naming to docker.io/library/app done
  #9 DONE
  $ docker build --no-cache -t app . 2>&1 | grep -E 'RUN|done$' | grep -v '#[0-9]* [a-z]* [a-z:]* ' | sed 's/^#[0-9]* //;s/^[0-9.]* //'
  [4/4] RUN echo built > out && echo done
  done
  $ printf 'FROM busybox\nARG V=1\nRUN echo $V > /v\n' > D2; docker build -q -f D2 --build-arg V=7 -t v . >/dev/null; docker run --rm v cat /v
  7
  $ printf 'FROM busybox AS one\nRUN echo 1 > /n\nFROM busybox AS two\nCOPY --from=one /n /m\nFROM two\nRUN rm /etc/group\n' > D3; docker build -q -f D3 -t multi . >/dev/null; docker run --rm multi cat /m
  1
  $ docker build -q -f D3 --target one -t first . >/dev/null; docker run --rm first ls /n
  /n
  $ docker build -f D3 --target nope .  2>&1 | tail -n 1
  ERROR: failed to build: failed to solve: target stage "nope" could not be found (did you mean one?)
  $ printf 'FROM busybox\nRUN echo out; echo err >&2; exit 3\n' | docker build - 2>&1 | tail -n 8
  ------
  Dockerfile:2
  --------------------
     1 |     FROM busybox
     2 | >>> RUN echo out; echo err >&2; exit 3
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: process "/bin/sh -c echo out; echo err >&2; exit 3" did not complete successfully: exit code: 3
  $ printf 'FROM busybox\nFOO bar\n' | docker build - 2>&1 | tail -n 7
  Dockerfile:2
  --------------------
     1 |     FROM busybox
     2 | >>> FOO bar
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown instruction: FOO (did you mean FROM?)
  $ printf 'FROM busybox\nCOPY nofile /x\n' > D4; docker build -q -f D4 . 2>&1 | tail -n 1 | sed 's/ref .*::[a-z0-9]*/REF/'
  ERROR: failed to build: failed to solve: failed to compute cache key: failed to calculate checksum of REF: "/nofile": not found
  $ printf '' | docker build - 2>&1 | tail -n 1
  ERROR: failed to build: failed to solve: failed to read dockerfile: no local sources enabled
  $ docker build
  ERROR: docker: 'docker buildx build' requires 1 argument
  
  Usage:  docker buildx build [OPTIONS] PATH | URL | -
  
  Run 'docker buildx build --help' for more information
  [1]
  $ docker build nope
  ERROR: failed to build: unable to prepare context: path "nope" not found
  [1]
  $ docker build -f nofile . 2>&1 | tail -n 1
  ERROR: failed to build: failed to solve: failed to read dockerfile: open nofile: no such file or directory
  $ docker build --nope .
  unknown flag: --nope
  
  Usage:  docker buildx build [OPTIONS] PATH | URL | -
  
  Run 'docker buildx build --help' for more information
  [125]
  $ docker build -t BAD .
  ERROR: failed to build: invalid tag "BAD": repository name must be lowercase
  [1]
  $ docker build --progress bogus .
  ERROR: invalid progress mode bogus
  [1]
  $ docker history app --format '{{.CreatedBy}}' | head -n 4
  CMD ["hello"]
  ENTRYPOINT ["echo"]
  USER 1000
  VOLUME [/data]
  $ docker history app --format '{{.Size}} {{.Comment}}' | head -n 2
  0B buildkit.dockerfile.v0
  0B buildkit.dockerfile.v0
  $ docker images app --format '{{.Repository}}:{{.Tag}}'
  app:latest
  $ printf 'FROM app\nRUN id -u > /tmp/who\n' | docker build -q -t child - >/dev/null; docker run --rm --entrypoint cat child /tmp/who
  1000
  $ printf 'FROM scratch\nCOPY file /\n' > D5; docker build -q -f D5 -t empty . >/dev/null; docker run --rm empty ls
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "ls": executable file not found in $PATH
  
  Run 'docker run --help' for more information
  [127]
  $ docker run --rm empty
  docker: Error response from daemon: no command specified
  
  Run 'docker run --help' for more information
  [125]
