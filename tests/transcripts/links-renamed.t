Links made with an id, and links whose container gets another name.

  $ docker run -d --name aa1 busybox sleep 1000 > /dev/null
  $ docker run -d --name bb1 --link $(docker ps -q):x --link aa1:y --link aa1:y busybox sleep 1000 > /dev/null
  $ docker inspect -f '{{range .HostConfig.Links}}{{println .}}{{end}}' bb1 | sort
  
  /aa1:/bb1/x
  /aa1:/bb1/y
  $ docker ps --no-trunc --format '{{.Names}}' | sort
  aa1,bb1/x,bb1/y
  bb1
  $ docker exec bb1 cat /etc/hosts | grep aa1 | cut -f2 | cut -d' ' -f1,3 | sort
  x aa1
  y aa1
  $ docker rename aa1 cc1
  $ docker inspect -f '{{range .HostConfig.Links}}{{println .}}{{end}}' bb1 | sort
  
  /cc1:/bb1/x
  /cc1:/bb1/y
  $ docker ps --no-trunc --format '{{.Names}}' | sort
  bb1
  bb1/x,bb1/y,cc1
  $ docker restart -t 0 bb1; docker exec bb1 cat /etc/hosts | grep cc1 | cut -f2 | cut -d' ' -f1,3 | sort
  bb1
  x cc1
  y cc1
  $ docker run --rm --link cc1:z --link bb1:z busybox grep -c ' [bc][bc]1$' /etc/hosts
  1
  $ docker run --rm --link nope:z busybox true
  docker: Error response from daemon: could not get container for nope: No such container: nope
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --link : busybox true
  docker: Error response from daemon: could not get container for : invalid name or ID supplied: ""
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --volumes-from nope busybox true; docker run --rm --pid container:nope busybox true; docker run --rm --ipc container:nope busybox true
  docker: Error response from daemon: No such container: nope
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: No such container: nope
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: No such container: nope
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --log-opt max-file=99999999999999999999 busybox true
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: strconv.Atoi: parsing "99999999999999999999": value out of range
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --log-driver local --log-opt max-file=x1 busybox true
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: invalid value for max-file: x1: strconv.Atoi: parsing "x1": invalid syntax
  
  Run 'docker run --help' for more information
  [125]
