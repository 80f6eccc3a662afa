Names and references that are taken, wrong or unclear.

  $ docker create --name box busybox >/dev/null
  $ docker create --name box busybox 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  Error response from daemon: Conflict. The container name "/box" is already in use by container "ID". You have to remove (or rename) that container to be able to reuse that name.
  $ docker run --name box busybox true 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  docker: Error response from daemon: Conflict. The container name "/box" is already in use by container "ID". You have to remove (or rename) that container to be able to reuse that name.
  
  Run 'docker run --help' for more information
  $ docker create --name b busybox
  Error response from daemon: Invalid container name (b), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  [1]
  $ docker create --name 'a b' busybox
  Error response from daemon: Invalid container name (a b), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  [1]
  $ docker create --name -x busybox
  Error response from daemon: Invalid container name (-x), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  [1]
  $ docker create --name '' busybox | wc -c
  65
  $ docker create --name /slash busybox >/dev/null; docker inspect -f '{{.Name}}' slash; docker rm /slash
  /slash
  /slash
  $ docker create --name a/b busybox
  Error response from daemon: Invalid container name (a/b), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  [1]
  $ docker rename box box
  Error response from daemon: Renaming a container with the same name as its current name
  Error: failed to rename container named box
  [1]
  $ docker rename box ''
  Error: Neither old nor new names may be empty
  [1]
  $ docker rename box 'x y'
  Error response from daemon: Error when allocating new name: Invalid container name (/x y), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  Error: failed to rename container named box
  [1]
  $ docker rename nobox other
  Error response from daemon: No such container: nobox
  Error: failed to rename container named nobox
  [1]
  $ docker rename box
  docker: 'docker rename' requires 2 arguments
  
  Usage:  docker rename CONTAINER NEW_NAME
  
  Run 'docker rename --help' for more information
  [1]
  $ docker rename box other; docker rename other box; docker inspect -f '{{.Name}}' box
  /box
  $ docker create --name other busybox >/dev/null; docker rename other box 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  Error response from daemon: Error when allocating new name: Conflict. The container name "/box" is already in use by container "ID". You have to remove (or rename) that container to be able to reuse that name.
  Error: failed to rename container named other
  $ docker inspect nobox
  []
  Error: No such object: nobox
  [1]
  $ docker inspect box nobox -f '{{.Name}}'
  /box
  Error: No such object: nobox
  [1]
  $ docker container inspect nobox; docker image inspect nobox; docker volume inspect nobox; docker network inspect nobox
  []
  Error response from daemon: No such container: nobox
  []
  Error response from daemon: No such image: nobox:latest
  []
  Error response from daemon: get nobox: no such volume
  []
  Error response from daemon: network nobox not found
  [1]
  $ docker inspect --type container busybox; docker inspect --type image box; docker inspect --type nope box
  []
  Error response from daemon: No such container: busybox
  []
  Error response from daemon: No such image: box:latest
  unknown type: "nope": must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"
  [1]
  $ docker volume create 'a b'
  Error response from daemon: create a b: "a b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  [1]
  $ docker volume create a
  Error response from daemon: create a: volume name is too short, names should be at least two alphanumeric characters
  [1]
  $ docker volume create ab; docker volume create ab; docker volume create ab --label x=y; docker volume inspect -f '{{.Labels}}' ab; docker volume rm ab
  ab
  ab
  ab
  map[]
  ab
  $ docker volume create -d nope ab
  Error response from daemon: create ab: error looking up volume plugin nope: plugin "nope" not found
  [1]
  $ docker volume create -o nope=x ab
  Error response from daemon: create ab: invalid option: "nope"
  [1]
  $ docker volume create -o type=tmpfs ab
  Error response from daemon: create ab: missing required option: "device"
  [1]
  $ docker network create bridge; docker network create ''; docker network create 'a b'
  Error response from daemon: operation is not permitted on predefined bridge network
  Error response from daemon: invalid name: name is empty
  <ID1>
  $ docker network create net1 >/dev/null; docker network create net1; docker network create --subnet 10.0.0.0/33 net2; docker network create --subnet 10.1.0.0/16 --gateway 10.2.0.1 net2; docker network create -d nope net2; docker network rm net1
  Error response from daemon: network with name net1 already exists
  Error response from daemon: invalid network config:
  invalid subnet 10.0.0.0/33: invalid CIDR block notation
  no matching subnet for gateway 10.2.0.1
  Error response from daemon: plugin "nope" not found
  net1
  $ docker tag busybox Upper; docker tag busybox a:b:c; docker tag nope x; docker tag busybox; docker tag busybox x:-y
  Error parsing reference: "Upper" is not a valid repository/tag: invalid reference format: repository name (library/Upper) must be lowercase
  Error parsing reference: "a:b:c" is not a valid repository/tag: invalid reference format
  Error response from daemon: No such image: nope:latest
  docker: 'docker tag' requires 2 arguments
  
  Usage:  docker tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]
  
  Run 'docker tag --help' for more information
  Error parsing reference: "x:-y" is not a valid repository/tag: invalid reference format
  [1]
  $ docker rm -f $(docker ps -aq) >/dev/null; docker ps -aq
