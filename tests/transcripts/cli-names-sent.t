A name is what the path of a request makes of it.

  $ docker run -d --name c1 busybox sleep 600 | wc -c
  65
  $ docker network create nn | wc -c
  65
  $ docker volume create vv
  vv
  $ docker inspect -f '{{.Name}}' c1/ /c1 c1/. ./c1 ' c1 '
  /c1
  /c1
  /c1
  /c1
  /c1
  $ docker pause c1/.; docker unpause ./c1
  c1/.
  ./c1
  $ docker exec ' c1 ' echo hi
  hi
  $ docker exec 'c1 /' echo hi
  Error response from daemon: No such container: c1
  [1]
  $ docker inspect --type container 'c1 /'
  []
  Error response from daemon: No such container: c1
  [1]
  $ docker inspect 'c1 /'
  []
  Error: No such object: c1 /
  [1]
  $ docker logs /nope/
  Error response from daemon: No such container: nope
  [1]
  $ docker volume inspect -f '{{.Name}}' vv/ /vv vv/. ' vv ' vv//
  vv
  vv
  vv
  vv
  vv
  $ docker volume inspect /nope/
  []
  Error response from daemon: get nope: no such volume
  [1]
  $ docker volume rm vv/
  vv/
  $ docker network inspect -f '{{.Name}}' nn/ /nn nn/. ' nn '
  nn
  nn
  nn
  nn
  $ docker network connect /nn c1; docker network disconnect nn/. c1
  $ docker network rm nn/
  nn/
  $ docker rmi ' '
  Error response from daemon: image name cannot be blank
  [1]
  $ docker rmi nope9 '  '
  Error response from daemon: No such image: nope9:latest
  Error response from daemon: image name cannot be blank
  [1]
  $ docker rename c1 /
  Error response from daemon: Error when allocating new name: Invalid container name (/), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  Error: failed to rename container named c1
  [1]
  $ docker rename c1 ' '
  Error: Neither old nor new names may be empty
  [1]
  $ docker rename /c1/ c2; docker rm -f ./c2
  ./c2
