Who is asked: the context "default" is what DOCKER_HOST says, and builders belong to contexts.

  $ DOCKER_HOST=unix:///missing9 docker --context default ps -q
  Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  [1]
  $ DOCKER_HOST=unix:///missing9 DOCKER_CONTEXT=default docker ps -q
  Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  [1]
  $ docker --context nope build .
  ERROR: no builder "nope" found
  [1]
  $ docker --context nope buildx ls
  ERROR: no builder "nope" found
  [1]
  $ docker --context nope buildx inspect
  ERROR: no builder "nope" found
  [1]
  $ docker --context nope buildx du
  ERROR: no builder "nope" found
  [1]
  $ docker --context nope buildx rm
  failed to remove : no builder "nope" found
  ERROR: failed to remove one or more builders
  [1]
  $ docker --context nope buildx use nope
  $ docker --context nope buildx history rm nope
  ERROR: no builder "nope" found
  [1]
  $ docker --context nope builder prune -f
  ERROR: no builder "nope" found
  [1]
  $ DOCKER_HOST=ftp://x docker build .
  ERROR: invalid bind address format: ftp://x
  [1]
  $ DOCKER_HOST=ftp://x docker buildx build .
  ERROR: docker endpoint for "default" not found
  [1]
  $ DOCKER_HOST=ftp://x docker buildx ls
  ERROR: docker endpoint for "default" not found
  [1]
  $ DOCKER_HOST=ftp://x docker buildx rm
  failed to remove : docker endpoint for "default" not found
  ERROR: failed to remove one or more builders
  [1]
  $ DOCKER_HOST=unix:///missing9 docker buildx ls
  NAME/NODE   DRIVER/ENDPOINT   STATUS    BUILDKIT   PLATFORMS
  default*                      error                
  
  Cannot load builder default: Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  $ DOCKER_HOST=unix:///missing9 docker buildx ls --format '{{.Name}} {{.Status}} {{.Error}}'
  default error Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  $ DOCKER_HOST=unix:///missing9 docker buildx inspect
  Name:   default
  Driver: 
  Error:  Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  $ DOCKER_HOST=unix:///missing9 docker buildx stop
  ERROR: Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  [1]
  $ DOCKER_HOST=unix:///missing9 docker buildx rm
  failed to remove : Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  ERROR: failed to remove one or more builders
  [1]
  $ docker context create a1 --docker host=unix:///missing9
  a1
  Successfully created context "a1"
  $ docker context create z1 --docker host=unix:///var/run/docker.sock
  z1
  Successfully created context "z1"
  $ docker --context z1 buildx ls --format '{{.Name}} {{.Status}} {{.Error}}'
  default  
  default running 
  z1  
  z1 running 
  a1 error Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  $ docker buildx inspect a1
  Name:   a1
  Driver: 
  Error:  Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  $ docker buildx du --builder a1
  ERROR: use `docker --context=a1 buildx` to switch to context "a1"
  [1]
  $ docker --context z1 build --builder default .
  ERROR: use `docker --context=default buildx` to switch to context "default"
  [1]
  $ docker --context z1 build . 2>&1 | head -1
  #0 building with "z1" instance using docker driver
  $ docker context rm a1 z1
  a1
  z1
  $ BUILDX_CONFIG=/missing9 docker buildx ls
  ERROR: mkdir /missing9: permission denied
  [1]
  $ BUILDX_CONFIG=/etc/hostname docker build .
  ERROR: stat /etc/hostname/instances: not a directory
  [1]

Compose asks for no engine before it has read its files.

  $ docker --context nope compose up
  no configuration file provided: not found
  [1]
  $ printf 'services: {web: {image: busybox}}\n' > compose.yaml
  $ docker --context nope compose config -q
  $ docker --context nope compose push
   web Skipped 
  $ docker --context nope compose run nope
  no such service: nope
  [1]
  $ docker --context nope compose ps 2>&1 | cut -c1-80
  Failed to initialize: unable to resolve docker endpoint: context "nope": context
  $ DOCKER_HOST=unix:///missing9 docker compose up -d
  unable to get image 'busybox': Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  [1]
  $ DOCKER_HOST=unix:///missing9 docker compose create
  unable to get image 'busybox': Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  [1]
  $ DOCKER_HOST=unix:///missing9 docker compose restart nope
  Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  [1]
  $ DOCKER_HOST=unix:///missing9 docker compose ps nope
  no such service: nope
  [1]
  $ rm compose.yaml

Certificates are read before anything is dialled; with TLS another engine is meant.

  $ docker --tlsverify=false ps -q
  Failed to initialize: unable to resolve docker endpoint: open /home/learner/.docker/ca.pem: no such file or directory
  [1]
  $ docker --tls=false ps -q
  $ docker --tlscacert /etc/hostname --tls ps
  Failed to initialize: failed to retrieve context tls info: ca.pem seems invalid
  [1]
  $ docker --tlscacert /etc/hostname --tlscert /missing9 --tls ps
  Failed to initialize: unable to resolve docker endpoint: open /missing9: no such file or directory
  [1]
  $ docker --tlscacert /etc/hostname ps -q
  $ DOCKER_CERT_PATH=/missing9 DOCKER_TLS_VERIFY=1 docker ps
  Failed to initialize: unable to resolve docker endpoint: open /missing9/ca.pem: no such file or directory
  [1]
  $ DOCKER_CERT_PATH=/missing9 docker --tls build .
  ERROR: open /missing9/ca.pem: no such file or directory
  [1]
  $ DOCKER_CERT_PATH=/missing9 docker --tls context ls
  open /missing9/ca.pem: no such file or directory
  [1]
  $ DOCKER_CERT_PATH=/missing9 docker --tls context inspect
  []
  open /missing9/ca.pem: no such file or directory
  [1]
  $ DOCKER_CERT_PATH=/missing9 docker --tls compose ls
  Failed to initialize: unable to resolve docker endpoint: open /missing9/ca.pem: no such file or directory
  [1]
  $ DOCKER_CERT_PATH=/missing9 docker ps -q
  $ printf -- '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n' > cert.pem
  $ printf -- '-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n' > key.pem
  $ docker --tlscacert key.pem --tls ps
  Failed to initialize: failed to retrieve context tls info: ca.pem seems invalid
  [1]

An engine that does not answer is told of last.

  $ DOCKER_HOST=unix:///missing9 docker run BAD
  docker: invalid reference format: repository name (library/BAD) must be lowercase
  
  Run 'docker run --help' for more information
  [125]
  $ DOCKER_HOST=unix:///missing9 docker create BAD
  invalid reference format: repository name (library/BAD) must be lowercase
  [1]
  $ DOCKER_HOST=unix:///missing9 docker run --env-file /missing9 busybox
  docker: open /missing9: no such file or directory
  
  Run 'docker run --help' for more information
  [125]
  $ DOCKER_HOST=unix:///missing9 docker run --platform nope busybox
  docker: error parsing specified platform: "nope": unknown operating system or architecture: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ DOCKER_HOST=unix:///missing9 docker run --rm --restart always busybox
  docker: conflicting options: cannot specify both --restart and --rm
  
  Run 'docker run --help' for more information
  [125]
  $ DOCKER_HOST=unix:///missing9 docker run -it busybox
  the input device is not a TTY
  [1]
  $ DOCKER_HOST=unix:///missing9 docker run --device x:y:z:z busybox
  docker: unknown server OS: 
  
  Run 'docker run --help' for more information
  [125]
  $ DOCKER_HOST=unix:///missing9 docker run -v x:/y:zz busybox
  docker: Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  
  Run 'docker run --help' for more information
  [125]
  $ DOCKER_HOST=unix:///missing9 docker container prune < /dev/null
  WARNING! This will remove all stopped containers.
  Are you sure you want to continue? [y/N] 
  $ DOCKER_HOST=unix:///missing9 docker system prune < /dev/null
  WARNING! This will remove:
    - all stopped containers
    - all networks not used by at least one container
    - all dangling images
    - unused build cache
  
  Are you sure you want to continue? [y/N] 
  $ DOCKER_HOST=unix:///missing9 docker builder prune < /dev/null
  WARNING! This will remove all dangling build cache. Are you sure you want to continue? [y/N] 
  $ DOCKER_HOST=unix:///missing9 docker builder prune -f
  ERROR: Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  [1]
  $ DOCKER_HOST=unix:///missing9 docker volume prune -f
  Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  [1]
  $ DOCKER_HOST=unix:///missing9 docker checkpoint ls x
  Cannot connect to the Docker daemon at unix:///missing9. Is the docker daemon running?
  [1]
  $ DOCKER_HOST=unix:///missing9 docker plugin enable --timeout -1 nope
  negative timeout -1 is invalid
  [1]

Levels, and help for help.

  $ docker --log-level '' ps -q
  $ docker help help help
  unknown help topic: help
  [1]
  $ docker help help ps
  unknown help topic: ps
  [1]
  $ docker help compose nope
  unknown help topic: nope
  exit status 1
  [1]
  $ docker help buildx nope
  ERROR: unknown help topic: nope
  exit status 1
  [1]
  $ docker help compose up | head -1
  Usage:  docker compose up [OPTIONS] [SERVICE...]
  $ docker help checkpoint
  docker checkpoint is only supported on a Docker daemon with experimental features enabled
  $ docker login -u a -p b 'bad host'
  WARNING! Using --password via the CLI is insecure. Use --password-stdin.
  Error response from daemon: unable to parse server address: parse "https://bad host": invalid character " " in host name
  [1]
  $ docker login -u a -p b a:b
  WARNING! Using --password via the CLI is insecure. Use --password-stdin.
  Error response from daemon: unable to parse server address: parse "https://a:b": invalid port ":b" after host
  [1]
  $ docker login -u a -p b '[::1'
  WARNING! Using --password via the CLI is insecure. Use --password-stdin.
  Error response from daemon: unable to parse server address: parse "https://[::1": missing ']' in host
  [1]
  $ docker login -u a -p b a%zz
  WARNING! Using --password via the CLI is insecure. Use --password-stdin.
  Error response from daemon: unable to parse server address: parse "https://a%zz": invalid URL escape "%zz"
  [1]
  $ docker login -u a -p b :::
  WARNING! Using --password via the CLI is insecure. Use --password-stdin.
  Error response from daemon: Get "https://::/v2/": dial tcp: lookup :: no such host
  [1]
  $ docker login -u a -p b 127.0.0.1:5000/v2/
  WARNING! Using --password via the CLI is insecure. Use --password-stdin.
  Error response from daemon: Get "http://127.0.0.1:5000/v2/": dial tcp 127.0.0.1:5000: connect: connection refused
  [1]
