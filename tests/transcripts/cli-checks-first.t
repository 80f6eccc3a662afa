What is wrong with a wish is told before anything else, also where nothing stands behind the verb.

  $ docker buildx create --name 'a b'
  ERROR: invalid name a b, name needs to start with a letter and may not contain symbols, except ._-
  [1]
  $ docker buildx create --node 1
  ERROR: invalid name 1, name needs to start with a letter and may not contain symbols, except ._-
  [1]
  $ docker buildx create --name default
  ERROR: default is a reserved name and cannot be used to identify builder instance
  [1]
  $ docker buildx create --append
  ERROR: append requires a builder name
  [1]
  $ docker buildx create --append --name nope
  ERROR: failed to find instance "nope" for append
  [1]
  $ docker buildx create --leave --name nope
  ERROR: leave requires node name
  [1]
  $ docker buildx create --leave --name nope --node x
  ERROR: failed to find instance "nope" for leave
  [1]
  $ docker buildx create --driver docker
  ERROR: additional instances of driver "docker" cannot be created
  [1]
  $ docker buildx create --driver foo --platform foo
  ERROR: failed to find driver "foo"
  [1]
  $ docker buildx create --driver remote
  ERROR: no remote endpoint provided
  [1]
  $ docker buildx create --driver-opt foo
  ERROR: invalid value "foo", expecting k=v
  [1]
  $ docker buildx create --driver-opt ''
  ERROR: EOF
  [1]
  $ docker buildx create --platform linux/amd64,foo
  ERROR: "foo": unknown operating system or architecture: invalid argument
  [1]
  $ docker buildx create --config /missing9
  ERROR: buildkit configuration file not found: /missing9: stat /missing9: no such file or directory
  [1]
  $ docker buildx create --buildkitd-config /missing9
  ERROR: buildkit configuration file not found: /missing9: stat /missing9: no such file or directory
  [1]
  $ docker buildx create ftp://x
  ERROR: failed to parse endpoint ftp://x: invalid bind address format: ftp://x
  [1]
  $ docker buildx create 'a b'
  ERROR: failed to parse endpoint a b: parse "tcp://a b": invalid character " " in host name
  [1]
  $ docker buildx imagetools create x
  ERROR: can't push with no tags specified, please set --tag or --dry-run
  [1]
  $ docker buildx imagetools create
  ERROR: no sources specified
  [1]
  $ docker buildx history rm --all x
  ERROR: rm requires either --all or at least one argument
  [1]
  $ docker buildx history rm
  ERROR: rm requires at least one argument
  [1]
  $ docker buildx history ls --builder nope
  ERROR: no builder "nope" found
  [1]
  $ docker buildx bake --builder nope
  ERROR: no builder "nope" found
  [1]
  $ docker plugin enable --timeout -1 nope
  negative timeout -1 is invalid
  [1]
  $ docker plugin push nope
  Error response from daemon: plugin "nope:latest" not found
  [1]
  $ docker plugin push BAD
  invalid reference format: repository name (library/BAD) must be lowercase
  [1]
  $ docker plugin upgrade nope
  error reading plugin data: Error response from daemon: plugin "nope" not found
  [1]
  $ docker plugin upgrade ''
  error reading plugin data: invalid plugin name or ID: value is empty
  [1]
  $ docker plugin create x /missing9
  lstat /missing9: no such file or directory
  [1]
  $ docker plugin create BAD .
  invalid reference format: repository name (library/BAD) must be lowercase
  [1]
  $ mkdir pd; docker plugin create x pd
  open pd/config.json: no such file or directory
  [1]
  $ echo '{' > pd/config.json; docker plugin create x pd
  unexpected EOF
  [1]
  $ docker plugin create x pd/config.json
  context must be a directory
  [1]
  $ docker swarm init --advertise-addr 300.1.1.1
  Error response from daemon: advertise address must be a non-zero IP address or network interface (with optional port number)
  [1]
  $ docker swarm init --advertise-addr 0.0.0.0
  Error response from daemon: advertise address must be a non-zero IP address or network interface (with optional port number)
  [1]
  $ docker swarm init --advertise-addr eth9
  Error response from daemon: advertise address must be a non-zero IP address or network interface (with optional port number)
  [1]
  $ docker swarm init --listen-addr x:y
  invalid argument "x:y" for "--listen-addr" flag: parse "tcp://x:y": invalid port ":y" after host
  
  Usage:  docker swarm init [OPTIONS]
  
  Run 'docker swarm init --help' for more information
  [125]
  $ docker swarm init --listen-addr x
  Error response from daemon: listen address must be an IP address or network interface (with optional port number)
  [1]
  $ docker swarm init --data-path-port x
  invalid argument "x" for "--data-path-port" flag: strconv.ParseUint: parsing "x": invalid syntax
  
  Usage:  docker swarm init [OPTIONS]
  
  Run 'docker swarm init --help' for more information
  [125]
  $ docker swarm init --default-addr-pool 10.0.0.0
  invalid argument "10.0.0.0" for "--default-addr-pool" flag: invalid string being converted to CIDR: 10.0.0.0
  
  Usage:  docker swarm init [OPTIONS]
  
  Run 'docker swarm init --help' for more information
  [125]
  $ docker swarm init --external-ca x
  invalid argument "x" for "--external-ca" flag: invalid field 'x' must be a key=value pair
  
  Usage:  docker swarm init [OPTIONS]
  
  Run 'docker swarm init --help' for more information
  [125]
  $ docker swarm init --external-ca protocol=foo
  invalid argument "protocol=foo" for "--external-ca" flag: unrecognized external CA protocol foo
  
  Usage:  docker swarm init [OPTIONS]
  
  Run 'docker swarm init --help' for more information
  [125]
  $ docker swarm init --external-ca protocol=cfssl
  invalid argument "protocol=cfssl" for "--external-ca" flag: the external-ca option needs a url= parameter
  
  Usage:  docker swarm init [OPTIONS]
  
  Run 'docker swarm init --help' for more information
  [125]
  $ docker swarm join --token x 127.0.0.1:1
  Error response from daemon: invalid join token
  [1]
  $ docker swarm join --token x ''
  Error response from daemon: invalid remoteAddr "": invalid empty address
  [1]
  $ docker save --platform linux/amd64/v9 busybox > s.tar
  Error response from daemon: no suitable export target found for platform linux/amd64/v9
  [1]
  $ docker save --platform linux/amd64/v1 busybox | tar t | grep -c manifest.json
  1
  $ docker push --platform linux/arm64 busybox
  
   Info -> Using --platform pushes only the specified platform manifest of a multi-platform image index.
           Other components, like attestations, will not be included.
           To push the complete multi-platform image, remove the --platform flag.
           
  Using default tag: latest
  Error response from daemon: image with reference busybox:latest was found but its platform (linux/amd64) does not match the specified platform (linux/arm64)
  [1]
  $ docker start --checkpoint x --checkpoint-dir /y nope
  "--checkpoint" is only supported on a Docker daemon with experimental features enabled
  "--checkpoint-dir" is only supported on a Docker daemon with experimental features enabled
  [1]

The archive of a container's root begins with it.

  $ docker create --name root busybox true | wc -c
  65
  $ docker cp root:/ - | tar t 2>&1 | head -3
  tar: Removing leading `/' from member names
  /
  /.dockerenv
  $ docker cp root:/etc/.. - | tar t 2>&1 | head -2
  tar: Removing leading `/' from member names
  /
  $ docker cp root:/etc - | tar t 2>&1 | grep 'etc/passwd$'
  etc/passwd
  $ docker cp root:/. - | tar t 2>&1 | head -1
  ./
  $ docker cp root:/ d1; ls d1 | grep etc
  etc
  $ mkdir d2; docker cp root:/ d2; ls d2 | grep etc
  etc
  $ docker rm root
  root

Flags of a later API.

  $ DOCKER_API_VERSION=1.30 docker volume prune -a -f
  "--all" requires API version 1.42, but the Docker daemon API version is 1.30
  [1]
  $ DOCKER_API_VERSION=1.30 docker run --platform linux/amd64 --annotation a=b busybox true
  "--annotation" requires API version 1.43, but the Docker daemon API version is 1.30
  "--platform" requires API version 1.32, but the Docker daemon API version is 1.30
  [1]
  $ DOCKER_API_VERSION=1.24 docker create --init --cpus 1 busybox
  "--cpus" requires API version 1.25, but the Docker daemon API version is 1.24
  "--init" requires API version 1.25, but the Docker daemon API version is 1.24
  [1]
  $ DOCKER_API_VERSION=1.40 docker run --cgroupns host busybox
  "--cgroupns" requires API version 1.41, but the Docker daemon API version is 1.40
  [1]
  $ DOCKER_API_VERSION=1.47 docker image inspect --platform linux/amd64 busybox
  "--platform" requires API version 1.49, but the Docker daemon API version is 1.47
  [1]
  $ DOCKER_API_VERSION=1.24 docker exec -e A=1 -w / nope true
  "--env" requires API version 1.25, but the Docker daemon API version is 1.24
  "--workdir" requires API version 1.35, but the Docker daemon API version is 1.24
  [1]
  $ DOCKER_API_VERSION=1.24 docker network create --scope x --attachable n
  "--attachable" requires API version 1.25, but the Docker daemon API version is 1.24
  "--scope" requires API version 1.30, but the Docker daemon API version is 1.24
  [1]
  $ DOCKER_API_VERSION=1.24 docker plugin upgrade x
  docker plugin upgrade requires API version 1.26, but the Docker daemon API version is 1.24
  [1]
  $ DOCKER_API_VERSION=1 docker ps
  Error response from daemon: client version 1 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version
  [1]
  $ DOCKER_API_VERSION=2 docker ps
  Error response from daemon: client version 2 is too new. Maximum supported API version is 1.51
  [1]
  $ DOCKER_API_VERSION=1.40.1 docker ps -q

The client's own file.

  $ mkdir c; echo > c/config.json; docker --config c ps -q
  $ echo '{"auths": {"x": {"auth": "zz"}}}' > c/config.json; docker --config c ps -q
  WARNING: Error parsing config file (c/config.json): illegal base64 data at input byte 0
  $ echo '{"auths": {"x": {"auth": "aaaab"}}}' > c/config.json; docker --config c ps -q
  WARNING: Error parsing config file (c/config.json): illegal base64 data at input byte 4
  $ echo '{"auths": {"x": {"auth": "aaa"}}}' > c/config.json; docker --config c ps -q
  WARNING: Error parsing config file (c/config.json): illegal base64 data at input byte 0
  $ echo '{"auths": {"x": {"auth": "aa="}}}' > c/config.json; docker --config c ps -q
  WARNING: Error parsing config file (c/config.json): illegal base64 data at input byte 3
  $ echo '{"auths": {"x": {"auth": "a==="}}}' > c/config.json; docker --config c ps -q
  WARNING: Error parsing config file (c/config.json): illegal base64 data at input byte 1
  $ echo '{"aliases": {"builder": "nope"}}' > c/config.json; docker --config c build .
  ERROR: BuildKit is enabled but the buildx component is missing or broken.
         Install the buildx component to build images with BuildKit:
         https://docs.docker.com/go/buildx/
  [1]
