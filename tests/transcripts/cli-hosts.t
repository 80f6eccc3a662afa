An address that can not be read ends everything, whatever else is wrong.

  $ docker -H foo://x ps
  Failed to initialize: unable to resolve docker endpoint: invalid bind address format: foo://x
  [1]
  $ docker -H foo://x inspect x
  Failed to initialize: unable to resolve docker endpoint: invalid bind address format: foo://x
  [1]
  $ docker -H foo://x start a b
  Failed to initialize: unable to resolve docker endpoint: invalid bind address format: foo://x
  [1]
  $ docker -H tcp://localhost:x volume ls
  Failed to initialize: unable to resolve docker endpoint: parse "tcp://localhost:x": invalid port ":x" after host
  [1]
  $ docker -H 'tcp://[::1' network ls
  Failed to initialize: unable to resolve docker endpoint: parse "tcp://[::1": missing ']' in host
  [1]
  $ docker -H 'a b' ps -q
  Failed to initialize: unable to resolve docker endpoint: parse "tcp://a b": invalid character " " in host name
  [1]
  $ docker -H ssh:// ps
  Failed to initialize: ssh host connection is not valid: invalid SSH URL: hostname is empty
  [1]
  $ docker -H ssh://me:secret@far logs x
  Failed to initialize: ssh host connection is not valid: invalid SSH URL: plain-text password is not supported
  [1]
  $ docker -H 'ssh://far?q' volume ls
  Failed to initialize: ssh host connection is not valid: invalid SSH URL: query parameters are not allowed: "q"
  [1]
  $ docker -H tcp:// ps
  Cannot connect to the Docker daemon at tcp://localhost:2375. Is the docker daemon running?
  [1]
  $ docker -H :1 ps
  Cannot connect to the Docker daemon at tcp://localhost:1. Is the docker daemon running?
  [1]
  $ docker -H /var/run/docker.sock ps
  Cannot connect to the Docker daemon at tcp://localhost:2375/var/run/docker.sock. Is the docker daemon running?
  [1]
  $ docker -H 'tcp://[::1]:1' ps
  Cannot connect to the Docker daemon at tcp://[::1]:1. Is the docker daemon running?
  [1]
  $ DOCKER_HOST=' unix:///var/run/docker.sock ' docker ps -q
  $ DOCKER_HOST=foo://x docker info -f '{{.ID}}'
  Failed to initialize: unable to resolve docker endpoint: invalid bind address format: foo://x
  [1]
  $ DOCKER_HOST=foo://x docker context ls
  invalid bind address format: foo://x
  [1]
  $ docker -H foo://x build .
  ERROR: invalid bind address format: foo://x
  [1]
  $ docker -H ssh:// compose ls
  Failed to initialize: ssh host connection is not valid: invalid SSH URL: hostname is empty
  [1]
  $ docker --context nope compose ls 2>&1 | sed 's/meta.[0-9a-f]*/SUM/'
  Failed to initialize: unable to resolve docker endpoint: context "nope": context not found: open /home/learner/.docker/contexts/SUM/meta.json: no such file or directory
  $ docker --context nope version 2>&1 | sed 's/meta.[0-9a-f]*/SUM/'
  Failed to initialize: unable to resolve docker endpoint: context "nope": context not found: open /home/learner/.docker/contexts/SUM/meta.json: no such file or directory

So do variables that mean nothing.

  $ DOCKER_BUILDKIT=maybe docker ps
  DOCKER_BUILDKIT environment variable expects boolean value: strconv.ParseBool: parsing "maybe": invalid syntax
  [1]
  $ DOCKER_CUSTOM_HEADERS=x docker ps
  Failed to initialize: failed to set custom headers from DOCKER_CUSTOM_HEADERS environment variable: missing "=" in key=value pair: 'x'
  [1]
  $ DOCKER_CUSTOM_HEADERS=a=b docker ps -q
  $ DOCKER_TLS=1 docker ps
  Failed to initialize: unable to resolve docker endpoint: open /home/learner/.docker/ca.pem: no such file or directory
  [1]
  $ DOCKER_API_VERSION=x docker volume ls
  docker volume ls requires API version 1.21, but the Docker daemon API version is x
  [1]
  $ docker --log-level INFO ps -q
  $ docker --log-level loud ps -q
  Unable to parse logging level: loud
  [1]
