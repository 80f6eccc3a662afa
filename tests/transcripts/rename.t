Containers get other names.

  $ docker run -d --name old busybox sleep 1000 >/dev/null; docker rename old new; docker ps --format '{{.Names}}'
  new
  $ docker rename old other
  Error response from daemon: No such container: old
  Error: failed to rename container named old
  [1]
  $ docker rename new new
  Error response from daemon: Renaming a container with the same name as its current name
  Error: failed to rename container named new
  [1]
  $ docker create --name taken busybox true >/dev/null; docker rename new taken 2>&1 | sed 's/"[0-9a-f]\{64\}"/"ID"/'
  Error response from daemon: Error when allocating new name: Conflict. The container name "/taken" is already in use by container "ID". You have to remove (or rename) that container to be able to reuse that name.
  Error: failed to rename container named new
  $ docker rename new 'a b'
  Error response from daemon: Error when allocating new name: Invalid container name (/a b), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  Error: failed to rename container named new
  [1]
  $ docker rename new ''
  Error: Neither old nor new names may be empty
  [1]
  $ docker rename new /slash; docker ps --format '{{.Names}}'
  slash
  $ docker rename
  docker: 'docker rename' requires 2 arguments
  
  Usage:  docker rename CONTAINER NEW_NAME
  
  Run 'docker rename --help' for more information
  [1]
  $ docker rename a
  docker: 'docker rename' requires 2 arguments
  
  Usage:  docker rename CONTAINER NEW_NAME
  
  Run 'docker rename --help' for more information
  [1]
  $ docker rename a b c
  docker: 'docker rename' requires 2 arguments
  
  Usage:  docker rename CONTAINER NEW_NAME
  
  Run 'docker rename --help' for more information
  [1]
  $ docker exec slash hostname | wc -c
  13
  $ docker inspect -f '{{.Name}}' slash
  /slash
  $ id=$(docker ps -q); docker rename $id byid; docker ps --format '{{.Names}}'
  byid
  $ docker container rename byid slash; docker rm -f slash taken
  slash
  taken
