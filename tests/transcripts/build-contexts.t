Contexts besides the build's own, given by name.

  $ b() { docker build --progress plain "$@" 2>&1 | sed -E 's/ [0-9.]+s( done)?$//;s/^#[0-9]+ //;s/^[0-9]+\.[0-9]+ //;s/ [0-9.]+k?B done$//' | grep -v '^$' | grep -vE 'exporting|writing|naming|internal.|^building|^DONE|CACHED|transferring'; }; mkdir oc; echo oc > oc/f; echo own > f
  $ printf 'FROM busybox\nCOPY --from=oc f /f\nRUN cat /f\n' > D; b -f D --build-context oc=oc . | LC_ALL=C sort
  [context oc] load .dockerignore
  [context oc] load from client
  [stage-0 1/3] FROM docker.io/library/busybox:latest
  [stage-0 2/3] COPY --from=oc f /f
  [stage-0 3/3] RUN cat /f
  oc
  $ printf 'FROM busybox AS oc\nRUN false\nFROM busybox\nCOPY --from=oc f /\nRUN cat /f\n' > D4; b -f D4 --build-context oc=oc . | LC_ALL=C sort
  [context oc] load .dockerignore
  [context oc] load from client
  [stage-1 1/3] FROM docker.io/library/busybox:latest
  [stage-1 2/3] COPY --from=oc f /
  [stage-1 3/3] RUN cat /f
  oc
  $ printf 'FROM base\nRUN echo based\n' > D3; b -f D3 --build-context base=docker-image://busybox .
  [context base] load metadata for busybox
  [context base] busybox
  [1/2] RUN echo based
  based
  $ printf 'FROM busybox\nRUN --mount=from=oc,target=/m cat /m/f\n' > D5; b -f D5 --build-context oc=oc . | LC_ALL=C sort
  [context oc] load .dockerignore
  [context oc] load from client
  [stage-0 1/2] FROM docker.io/library/busybox:latest
  [stage-0 2/2] RUN --mount=from=oc,target=/m cat /m/f
  oc
  $ printf 'FROM busybox\nCOPY f /f\nRUN cat /f\n' > D6; b -f D6 --build-context oc=oc . | grep -v context
  [1/3] FROM docker.io/library/busybox:latest
  [2/3] COPY f /f
  [3/3] RUN cat /f
  own
  $ docker build -f D --build-context oc=nosuch .
  ERROR: failed to build: failed to get build context oc: stat nosuch: no such file or directory
  [1]
  $ docker build -f D --build-context oc .
  ERROR: invalid context value: oc, expected key=value
  [1]

What is known of a build can be kept.

  $ docker build --metadata-file m.json -t meta -t meta2:x --build-arg Z=1 --label a=b -f D6 . 2>/dev/null; jq -S 'del(."buildx.build.ref")|del(."buildx.build.provenance".materials[].digest)' m.json | sed 's/sha256:.*/ID/'; stat -c %a m.json
  {
    "buildx.build.provenance": {
      "buildType": "https://mobyproject.org/buildkit@v1",
      "builder": {
        "id": ""
      },
      "invocation": {
        "configSource": {
          "entryPoint": "D6"
        },
        "environment": {
          "platform": "linux/amd64"
        },
        "parameters": {
          "args": {
            "build-arg:Z": "1",
            "label:a": "b"
          },
          "frontend": "dockerfile.v0",
          "locals": [
            {
              "name": "context"
            },
            {
              "name": "dockerfile"
            }
          ]
        }
      },
      "materials": [
        {
          "uri": "pkg:docker/busybox@latest?platform=linux%2Famd64"
        }
      ]
    },
    "containerimage.config.digest": "ID
    "containerimage.digest": "ID
    "image.name": "docker.io/library/meta,docker.io/library/meta2:x"
  }
  644
  $ docker build -q --metadata-file m.json -o out -f D6 . ; jq -r 'keys[]' m.json; test "$(docker inspect meta --format '{{.Id}}')" = "$(docker build -q --metadata-file n.json -t meta -f D6 --label a=b .)" && jq -r '."containerimage.digest"' n.json | cut -c1-7
  
  buildx.build.provenance
  buildx.build.ref
  sha256:

An image is named in FROM, not called by its id; and there is an end to how many layers may lie on each other.

  $ docker tag busybox bb:1; printf "FROM $(docker images -q bb:1)\n" | docker build - 2>&1 | grep -c ERROR
  2
  $ (echo FROM busybox; for i in $(seq 140); do echo "COPY f /f$i"; done) > D; docker build -f D . 2>&1 | tail -9 | sed 's/prepare [a-z0-9]* as [a-z0-9]*/prepare A as B/'
  D:130
  --------------------
   128 |     COPY f /f127
   129 |     COPY f /f128
   130 | >>> COPY f /f129
   131 |     COPY f /f130
   132 |     COPY f /f131
  --------------------
  ERROR: failed to build: failed to solve: failed to prepare A as B: max depth exceeded
  $ (echo FROM busybox; for i in $(seq 127); do echo "COPY f /f$i"; done) > D; docker build -q -t deep -f D . | cut -c1-7; docker inspect deep --format '{{len .RootFS.Layers}}'; docker run --rm deep true 2>&1 | head -1
  sha256:
  128
  docker: Error response from daemon: max depth exceeded

A container that is over does not keep an image from being forced away; one that runs keeps its layers.

  $ printf 'FROM busybox\nRUN echo x > /x\n' | docker build -q -t im:1 - >/dev/null; docker create --name c1 im:1 true >/dev/null; docker rmi -f im:1 | sed 's/sha256:.*/ID/'; docker rm c1
  Untagged: im:1
  Deleted: ID
  c1
  $ printf 'FROM busybox\nRUN echo y > /x\n' | docker build -q -t im:1 - >/dev/null; docker run -d --name c2 im:1 sleep 100 >/dev/null; docker rmi -f im:1 | sed 's/sha256:.*/ID/'; docker images -f dangling=true -q | wc -l; docker rm -f c2
  Untagged: im:1
  6
  c2
  $ docker create --name c3 busybox >/dev/null; docker commit -c bogus c3; docker commit -c 'Run x' c3; docker commit -c 'EXPOSE abc' c3; docker commit -c 'EXPOSE 80/foo' c3; docker commit -c 'EXPOSE x:80' c3; docker rm c3
  Error response from daemon: bogus is not a valid change command
  Error response from daemon: Run is not a valid change command
  Error response from daemon: Invalid containerPort: abc
  Error response from daemon: Invalid proto: foo
  Error response from daemon: Invalid hostPort: x
  c3
