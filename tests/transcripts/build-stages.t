Stages that copy from each other, and what the cache has of them.

  $ docker builder prune -af >/dev/null; mkdir s && cd s && printf 'FROM busybox AS st\nRUN mkdir /d && echo x > /d/f && chown -R 1000:1001 /d && chmod 750 /d\nFROM busybox\nCOPY --from=st /d /d\nCOPY --from=st /d/f /g\nCOPY --from=0 /d/f /new/h\nRUN ls -lnd /d /d/f /g /new /new/h\n' > Dockerfile; docker build --progress plain . 2>&1 | grep -E '^#[0-9]+ [0-9.]+ ' | awk '{print $3,$5,$6,$NF}'
  drwxr-xr-x 0 0 /d
  -rw-r--r-- 1000 1001 /d/f
  -rw-r--r-- 1000 1001 /g
  drwxr-xr-x 0 0 /new
  -rw-r--r-- 1000 1001 /new/h
  $ printf 'FROM busybox AS xx\nCOPY --from=xx /a /b\n' > Dockerfile; docker build -q .
  Dockerfile:2
  --------------------
     1 |     FROM busybox AS xx
     2 | >>> COPY --from=xx /a /b
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: circular dependency detected on stage: xx
  [1]
  $ printf 'FROM busybox AS xx\nCOPY --from=yy /a /b\nFROM busybox AS yy\nCOPY --from=xx /a /b\n' > Dockerfile; docker build -q .
  Dockerfile:4
  --------------------
     2 |     COPY --from=yy /a /b
     3 |     FROM busybox AS yy
     4 | >>> COPY --from=xx /a /b
     5 |     
  --------------------
  Dockerfile:2
  --------------------
     1 |     FROM busybox AS xx
     2 | >>> COPY --from=yy /a /b
     3 |     FROM busybox AS yy
     4 |     COPY --from=xx /a /b
  --------------------
  ERROR: failed to build: failed to solve: circular dependency detected on stage: xx
  [1]
  $ printf 'FROM busybox\nCOPY --from=0 /x /y\n' > Dockerfile; docker build -q .
  Dockerfile:2
  --------------------
     1 |     FROM busybox
     2 | >>> COPY --from=0 /x /y
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: circular dependency detected on stage: stage-0
  [1]
  $ printf 'FROM busybox AS last\nCOPY --from=late /made /made\nFROM busybox AS late\nRUN echo late > /made\n' > Dockerfile; docker build -q --target last -t lt . | cut -c1-7
  Dockerfile:2
  --------------------
     1 |     FROM busybox AS last
     2 | >>> COPY --from=late /made /made
     3 |     FROM busybox AS late
     4 |     RUN echo late > /made
  --------------------
  ERROR: failed to build: failed to solve: cannot copy from stage "late", it needs to be defined before current stage "last"
  $ printf 'FROM busybox\nCOPY --from=5 /a /b\n' > Dockerfile; docker build -q .
  ERROR: failed to build: failed to solve: invalid stage index 5
  [1]
  $ : > Dockerfile; docker build -q .
  ERROR: failed to build: failed to solve: the Dockerfile cannot be empty
  [1]
  $ printf '# nothing\n\n' > Dockerfile; docker build -q .
  Dockerfile:2
  --------------------
     1 |     # nothing
     2 | >>> 
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: file with no instructions
  [1]
  $ printf 'FROM alpine\nARG V=1\nRUN echo $V > /v\nRUN echo 2 > /w\n' > Dockerfile; b() { docker build --progress plain "$@" 2>&1 | grep -E 'FROM|RUN|CACHED|DONE' | sed 's/DONE .*/DONE/' | grep -A1 -E 'FROM|RUN' | grep -v -e --; }; b .
  #4 [1/3] FROM docker.io/library/alpine:latest
  #4 DONE
  #5 [2/3] RUN echo 1 > /v
  #5 DONE
  #6 [3/3] RUN echo 2 > /w
  #6 DONE
  $ b .
  #4 [1/3] FROM docker.io/library/alpine:latest
  #4 DONE
  #5 [2/3] RUN echo 1 > /v
  #5 CACHED
  #6 [3/3] RUN echo 2 > /w
  #6 CACHED
  $ b --build-arg V=2 .
  #4 [1/3] FROM docker.io/library/alpine:latest
  #4 CACHED
  #5 [2/3] RUN echo 2 > /v
  #5 DONE
  #6 [3/3] RUN echo 2 > /w
  #6 DONE
  $ b --no-cache .
  #4 [1/3] FROM docker.io/library/alpine:latest
  #4 CACHED
  #5 [2/3] RUN echo 1 > /v
  #5 DONE
  #6 [3/3] RUN echo 2 > /w
  #6 DONE
  $ docker builder prune -af >/dev/null; b --build-arg V=3 .
  #4 [1/3] FROM docker.io/library/alpine:latest
  #4 DONE
  #5 [2/3] RUN echo 3 > /v
  #5 DONE
  #6 [3/3] RUN echo 2 > /w
  #6 DONE
  $ printf 'FROM busybox\nARG S\nRUN --mount=type=cache,target=/c echo $S >> /c/f; tr "\\n" " " < /c/f > /all\n' > Dockerfile; for s in 1 2; do docker build -q --build-arg S=$s -t cm . >/dev/null; done; docker run --rm cm cat /all
  1 2 
  $ docker build -q --no-cache --build-arg S=3 -t cm . >/dev/null; docker run --rm cm cat /all; docker build -q --build-arg S=4 -t cm . >/dev/null; docker run --rm cm cat /all
  3 3 4 
