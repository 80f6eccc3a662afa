Blanks around names are cut off by the client; some words besides.

  $ docker create --name c1 busybox true > /dev/null; docker volume create vv > /dev/null; docker network create nn > /dev/null
  $ docker inspect -f '{{.Name}}' ' c1 '; docker start ' c1'; docker wait 'c1 '; docker logs ' c1'
  /c1
   c1
  0
  $ docker rm ' nope '; docker start '  x y '
  Error response from daemon: No such container: nope
  Error response from daemon: No such container: x y
  Error: failed to start containers:   x y 
  [1]
  $ docker volume inspect -f '{{.Name}}' ' vv '; docker network inspect -f '{{.Name}}' ' nn'
  vv
  nn
  $ docker rename c1 /
  Error response from daemon: Error when allocating new name: Invalid container name (/), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  Error: failed to rename container named c1
  [1]
  $ docker rename c1 ''
  Error: Neither old nor new names may be empty
  [1]
  $ docker run --rm --security-opt no-new-privileges= busybox true
  docker: Error response from daemon: invalid --security-opt 2: "no-new-privileges="
  
  Run 'docker run --help' for more information
  [125]
  $ docker volume rm ' vv '; docker network rm 'nn '; docker rm ' c1 '
   vv 
  nn 
   c1 
