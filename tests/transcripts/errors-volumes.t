Mounts, volumes and names that are refused.

  $ docker run --mount busybox
  invalid argument "busybox" for "--mount" flag: invalid field 'busybox' must be a key=value pair
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=volume busybox true
  invalid argument "type=volume" for "--mount" flag: target is required
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount dst=/x,foo=1 busybox true
  invalid argument "dst=/x,foo=1" for "--mount" flag: unexpected key 'foo' in 'foo=1'
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=blah,dst=/x busybox true
  docker: Error response from daemon: invalid mount config for type "blah": mount type unknown
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount 'type=volume,src=a,dst=' busybox true
  invalid argument "type=volume,src=a,dst=" for "--mount" flag: target is required
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /x:size=abc busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=size=abc: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs x busybox true
  docker: Error response from daemon: invalid mount path: 'x' mount path must be absolute
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v a:/x -v b:/x busybox true
  $ docker run --rm -v 'UPPER CASE':/x busybox true
  docker: Error response from daemon: create UPPER CASE: "UPPER CASE" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v a/b:/x busybox ls
  docker: Error response from daemon: create a/b: "a/b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v -a:/x busybox true
  docker: Error response from daemon: create -a: "-a" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  
  Run 'docker run --help' for more information
  [125]
  $ docker volume create --driver nope v1
  Error response from daemon: create v1: error looking up volume plugin nope: plugin "nope" not found
  [1]
  $ docker volume create -o type=nfs v1; docker run --rm -v v1:/x busybox true; docker volume rm v1
  Error response from daemon: create v1: missing required option: "device"
  v1
  $ docker volume create -o foo v1
  Error response from daemon: create v1: invalid option: "foo"
  [1]
  $ docker volume create -o foo=bar v2
  Error response from daemon: create v2: invalid option: "foo"
  [1]
  $ docker volume create --label v3
  <ID1>
  $ docker volume create -o type=tmpfs -o device=tmpfs -o o=size=1z v4; docker run --rm -v v4:/x busybox true 2>&1 | sed 's#/[0-9a-z/]*/_data#P#g'
  v4
  docker: Error response from daemon: error while mounting volume 'P': failed to mount local volume: mount tmpfs:P, data: size=1z: invalid argument
  
  Run 'docker run --help' for more information
  $ docker volume ls --filter foo=1; docker volume ls --filter dangling=maybe; docker volume ls -f name
  Error response from daemon: invalid filter 'foo'
  Error response from daemon: invalid filter 'dangling=[maybe]'
  invalid argument "name" for "-f, --filter" flag: bad format of filter (expected name=value)
  
  Usage:  docker volume ls [OPTIONS]
  
  Run 'docker volume ls --help' for more information
  [125]
  $ docker volume ls --format '{{.Bad}}'; docker volume ls --format json | wc -l
  template parsing error: template: :1:2: executing "" at <.Bad>: can't evaluate field Bad in type *formatter.volumeContext
  2
  $ docker volume rm -f nothere; docker volume rm nothere; docker volume rm ''
  nothere
  Error response from daemon: get nothere: no such volume
  invalid volume name or ID: value is empty
  [1]
  $ docker volume prune extra; docker volume prune -x
  docker: 'docker volume prune' accepts no arguments
  
  Usage:  docker volume prune [OPTIONS]
  
  Run 'docker volume prune --help' for more information
  unknown shorthand flag: 'x' in -x
  
  Usage:  docker volume prune [OPTIONS]
  
  Run 'docker volume prune --help' for more information
  [125]
  $ docker inspect; docker inspect none; docker inspect --type volume none; docker inspect --type foo busybox
  docker: 'docker inspect' requires at least 1 argument
  
  Usage:  docker inspect [OPTIONS] NAME|ID [NAME|ID...]
  
  See 'docker inspect --help' for more information
  [
      {
          "Name": "none",
    "Id": "<ID2>",
    "Created": "<TIME>",
          "Scope": "local",
          "Driver": "null",
          "EnableIPv4": true,
          "EnableIPv6": false,
          "IPAM": {
              "Driver": "default",
              "Options": null,
              "Config": null
          },
          "Internal": false,
          "Attachable": false,
          "Ingress": false,
          "ConfigFrom": {
              "Network": ""
          },
          "ConfigOnly": false,
          "Containers": {},
          "Options": {},
          "Labels": {}
      }
  ]
  []
  Error response from daemon: get none: no such volume
  unknown type: "foo": must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"
  [1]
  $ docker inspect --format '{{.Foo}}' busybox
  
  template parsing error: template: :1:2: executing "" at <.Foo>: map has no entry for key "Foo"
  [1]
  $ docker update none; docker update --memory 1g
  you must provide one or more flags when using this command
  docker: 'docker update' requires at least 1 argument
  
  Usage:  docker update [OPTIONS] CONTAINER [CONTAINER...]
  
  See 'docker update --help' for more information
  [1]
  $ docker rename; docker rename none new
  docker: 'docker rename' requires 2 arguments
  
  Usage:  docker rename CONTAINER NEW_NAME
  
  Run 'docker rename --help' for more information
  Error response from daemon: No such container: none
  Error: failed to rename container named none
  [1]
  $ docker wait none; docker port none; docker top none; docker diff none; docker export none
  Error response from daemon: No such container: none
  Error response from daemon: No such container: none
  Error response from daemon: No such container: none
  Error response from daemon: No such container: none
  Error response from daemon: No such container: none
  [1]
  $ docker commit none; docker commit; docker save none; docker load -i none; docker import none
  Error response from daemon: No such container: none
  docker: 'docker commit' requires at least 1 and at most 2 arguments
  
  Usage:  docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]
  
  Run 'docker commit --help' for more information
  Error response from daemon: No such image: none
  open none: no such file or directory
  open none: no such file or directory
  [1]
  $ docker history none; docker push; docker pull; docker pull 'Bad Name'
  Error response from daemon: No such image: none:latest
  docker: 'docker push' requires 1 argument
  
  Usage:  docker push [OPTIONS] NAME[:TAG]
  
  Run 'docker push --help' for more information
  docker: 'docker pull' requires 1 argument
  
  Usage:  docker pull [OPTIONS] NAME[:TAG|@DIGEST]
  
  Run 'docker pull --help' for more information
  invalid reference format: repository name (library/Bad Name) must be lowercase
  [1]
  $ docker events --until bad; docker logs --tail x none; docker logs --since bogus none
  failed to parse value as time or duration: "bad"
  Error response from daemon: No such container: none
  Error response from daemon: No such container: none
  [1]
  $ docker build; docker build nodir; docker build -t Bad .; docker build -f none .
  ERROR: docker: 'docker buildx build' requires 1 argument
  
  Usage:  docker buildx build [OPTIONS] PATH | URL | -
  
  Run 'docker buildx build --help' for more information
  ERROR: failed to build: unable to prepare context: path "nodir" not found
  ERROR: failed to build: invalid tag "Bad": repository name must be lowercase
  #0 building with "default" instance using docker driver
  
  #1 [internal] load build definition from none
  #1 transferring dockerfile: 2B done
  #1 DONE 0.0s
  ERROR: failed to build: failed to solve: failed to read dockerfile: open none: no such file or directory
  [1]
