Lines that are refused: devices, logs, limits, ports, platforms, filters.

  $ docker run --rm --device /dev/null: busybox true
  docker:  is not an absolute path
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --device /tmp busybox true
  docker: Error response from daemon: error gathering device information while adding custom device "/tmp": not a device node
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --device-read-bps /dev/nope:1m busybox true
  docker: Error response from daemon: stat /dev/nope: no such file or directory
  
  Run 'docker run --help' for more information
  [127]
  $ docker run --rm --cpuset-cpus 0, busybox true
  docker: Error response from daemon: Invalid value 0, for cpuset cpus: invalid format: 0,
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --memory 99999999999999999999g busybox true
  docker: Error response from daemon: Minimum memory limit allowed is 6MB
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --log-driver local --log-opt max-file=1 busybox true
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: compression cannot be enabled when max file count is 1
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --log-driver local --log-opt max-file=x busybox true
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: invalid value for max-file: x: strconv.Atoi: parsing "x": invalid syntax
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --log-driver local --log-opt compress=maybe busybox true
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: error reading compress log option: strconv.ParseBool: parsing "maybe": invalid syntax
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --log-driver local --log-opt tag=x busybox true
  docker: Error response from daemon: unknown log opt 'tag' for log driver local
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --log-opt max-size=1mm busybox true
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: invalid suffix: 'mm'
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --uts host --domainname x busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: sysctl "kernel.domainname" is not in a separate kernel namespace
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --sysctl kernel.shmmax=-1 busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: failed to write sysctl kernel.shmmax = "-1": write fsmount:fscontext:proc/./sys/kernel/shmmax: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -p 8090:80/udp -p 8090:80/udp busybox echo done
  done
  $ docker run --name pp --rm -p 8090:80 -p 8090:80 busybox true 2>&1 | sed 's/([0-9a-f]*)/(ID)/'
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint pp (ID): failed to listen on TCP socket: address already in use
  
  Run 'docker run --help' for more information
  $ DOCKER_DEFAULT_PLATFORM=foo docker run --rm busybox true
  docker: error parsing specified platform: "foo": unknown operating system or architecture: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ DOCKER_DEFAULT_PLATFORM=linux/arm64 docker create --pull never busybox
  Error response from daemon: image with reference busybox was found but its platform (linux/amd64) does not match the specified platform (linux/arm64)
  [1]
  $ docker create --name c1 --expose 90 busybox true >/dev/null; docker ps -a --filter expose=90 --format '{{.Names}}'; docker ps -a --filter publish=1-2-3 --format '{{.Names}}'
  $ docker commit c1 -x
  invalid reference format
  [1]
  $ docker image inspect -f '{{.RepoTags}}' /busybox/ a//b
  [busybox:latest]
  Error response from daemon: No such image: a/b:latest
  [1]
  $ docker pull localhost:99999/x
  Using default tag: latest
  Error response from daemon: Get "http://localhost:99999/v2/": dial tcp: address 99999: invalid port
  [1]
  $ docker login -u x -p y localhost:1
  WARNING! Using --password via the CLI is insecure. Use --password-stdin.
  Error response from daemon: Get "http://localhost:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused
  [1]
  $ docker volume ls --cluster
  VOLUME NAME   GROUP     DRIVER    AVAILABILITY   STATUS
  $ docker buildx create --name default; docker buildx imagetools create; docker buildx history rm
  ERROR: default is a reserved name and cannot be used to identify builder instance
  ERROR: no sources specified
  ERROR: rm requires at least one argument
  [1]
  $ printf 'services: {a: {image: busybox, dns: [abc]}, b: {image: busybox, extra_hosts: ["x:abc"]}, c: {image: busybox, sysctls: {foo: 1}}, d: {image: busybox, platform: foo}, e: {image: busybox, secrets: [s]}}\nsecrets: {s: {file: nope}}\n' > compose.yaml; for s in a b c d e; do docker compose up -d $s 2>&1 | grep -v Network; done
   Container learner-a-1  Creating
   Container learner-a-1  Created
   Container learner-a-1  Starting
  Error response from daemon: bad nameserver address abc: ParseAddr("abc"): unable to parse IP
   Container learner-b-1  Creating
   Container learner-b-1  Error response from daemon: invalid IP address in add-host: "abc"
  Error response from daemon: invalid IP address in add-host: "abc"
   Container learner-c-1  Creating
   Container learner-c-1  Created
   Container learner-c-1  Starting
  Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: sysctl "foo" is not in a separate kernel namespace
  "foo": unknown operating system or architecture: invalid argument
   Container learner-e-1  Creating
  time="<TIME>" level=warning msg="secret file learner_s does not exist"
   Container learner-e-1  Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /home/learner/nope
  Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /home/learner/nope
  $ COMPOSE_PARALLEL_LIMIT=x docker compose ps; docker compose -p x start; docker compose start --wait
  COMPOSE_PARALLEL_LIMIT must be an integer (found: "x")
  no container found for project "x": not found
  unknown flag: --wait
  [1]
  $ docker compose ls --format '{{.Name}}'; docker compose logs --since abc e
  format value "{{.Name}}" could not be parsed: parsing failed
