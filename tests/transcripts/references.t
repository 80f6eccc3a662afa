Digests are looked at closely.

  $ z=$(printf '%064d' 0); A=$(printf 'A%.0s' $(seq 64))
  $ docker pull a@sha256:$A
  invalid checksum digest format
  [1]
  $ docker run --rm a@md5:${z:0:32} true
  docker: unsupported digest algorithm
  
  Run 'docker run --help' for more information
  [125]
  $ docker image inspect a@md5:${z:0:32}
  []
  Error response from daemon: unsupported digest algorithm
  [1]
  $ docker push a@sha256:abc
  invalid reference format
  [1]
  $ docker build -t a@sha256:$A - < /dev/null
  ERROR: failed to build: invalid tag "a@sha256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA": invalid checksum digest format
  [1]
  $ docker rmi host:port/a
  Error response from daemon: invalid reference format
  [1]
  $ docker history host:port/a
  Error response from daemon: invalid reference format
  [1]
  $ docker run --rm --pull never $z
  docker: Error response from daemon: No such image: sha256:<ID1>
  
  Run 'docker run --help' for more information
  [125]
  $ docker image inspect $z
  []
  Error response from daemon: No such image: sha256:<ID1>
  [1]
  $ docker manifest rm a b:c
  No such manifest: docker.io/library/a:latest
  No such manifest: docker.io/library/b:c
  [1]
  $ docker manifest annotate a b
  manifest for image b does not exist in a
  [1]
  $ docker manifest push a
  No such manifest: docker.io/library/a:latest
  [1]
  $ docker manifest inspect a b
  No such manifest: docker.io/library/b:latest
  [1]
  $ docker manifest create a UPPER
  invalid reference format: repository name (library/UPPER) must be lowercase
  [1]
