Networks: aliases, fixed addresses, connecting and leaving.

  $ docker network create --subnet 10.88.0.0/24 --ip-range 10.88.0.128/25 n1 >/dev/null; docker network create n2 >/dev/null
  $ docker run -d --name one --network n1 --network-alias db --network-alias store busybox sleep 1000 >/dev/null; docker inspect -f '{{(index .NetworkSettings.Networks "n1").IPAddress}}' one
  10.88.0.129
  $ docker run --rm --network n1 busybox sh -c 'ping -c1 -W1 db >/dev/null && echo db; ping -c1 -W1 store >/dev/null && echo store; ping -c1 -W1 one > /dev/null && echo one; ping -c1 -W1 nope'
  db
  store
  one
  ping: bad address 'nope'
  [1]
  $ docker network connect --alias second --ip 10.88.0.77 n1 one
  Error response from daemon: endpoint with name one already exists in network n1
  [1]
  $ docker network connect n2 one; docker network connect n2 one
  Error response from daemon: endpoint with name one already exists in network n2
  [1]
  $ docker network connect --ip 10.99.0.1 n2 one
  Error response from daemon: invalid endpoint settings:
  user specified IP address is supported only when connecting to networks with user configured subnets
  [1]
  $ docker network disconnect n2 one; docker network disconnect n2 one
  Error response from daemon: container <ID1> is not connected to network n2
  [1]
  $ docker network connect nope one; docker network connect n2 nobox; docker network connect n2
  Error response from daemon: network nope not found
  Error response from daemon: No such container: nobox
  docker: 'docker network connect' requires 2 arguments
  
  Usage:  docker network connect [OPTIONS] NETWORK CONTAINER
  
  Run 'docker network connect --help' for more information
  [1]
  $ docker network disconnect nope one; docker network disconnect n2 nobox
  Error response from daemon: network nope not found
  Error response from daemon: No such container: nobox
  [1]
  $ docker network rm n1 2>&1 | sed 's/id:"[0-9a-f]*"/id:ID/'
  Error response from daemon: error while removing network: network n1 has active endpoints (name:"one" id:ID)
  exit status 1
  $ docker run -d --name two --network n1 --ip 10.88.0.50 busybox sleep 100 >/dev/null; docker inspect -f '{{(index .NetworkSettings.Networks "n1").IPAddress}}' two
  10.88.0.50
  $ docker run --rm --network n1 --ip 10.88.0.50 busybox true; docker run --rm --network n1 --ip 10.77.0.50 busybox true; docker run --rm --network n2 --ip 10.88.0.60 busybox true; docker run --rm --ip 172.17.0.9 busybox true
  docker: Error response from daemon: failed to set up container networking: Address already in use
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid config for network n1: invalid endpoint settings:
  no configured subnet or ip-range contain the IP address 10.77.0.50
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid config for network n2: invalid endpoint settings:
  user specified IP address is supported only when connecting to networks with user configured subnets
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid config for network bridge: invalid endpoint settings:
  user specified IP address is supported on user defined networks only
  
  Run 'docker run --help' for more information
  [125]
  $ docker network disconnect -f n1 two; docker exec two ip -o addr show eth0
  ip: can't find device 'eth0'
  [1]
  $ docker network connect --alias tw n1 two; docker exec one ping -c1 -W1 tw >/dev/null && echo reached
  reached
  $ docker run --rm --network bridge --network n1 busybox true
  docker: conflicting options: cannot attach both user-defined and non-user-defined network-modes
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network host --network n1 busybox true
  docker: conflicting options: cannot attach both user-defined and non-user-defined network-modes
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network none --network-alias x busybox true
  docker: network-scoped aliases are only supported for user-defined networks
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network container:one busybox hostname | wc -c
  13
  $ docker run --rm --network container:one -p 80:80 busybox true
  docker: Error response from daemon: conflicting options: port publishing and the container type network mode
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network container:one --hostname x busybox true
  docker: Error response from daemon: conflicting options: hostname and the network mode
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network container:one --dns 1.1.1.1 busybox true
  docker: Error response from daemon: conflicting options: dns and the network mode
  
  Run 'docker run --help' for more information
  [125]
  $ docker network create --internal n3 >/dev/null; docker run --rm --network n3 busybox ip route | grep -c default
  0
  [1]
  $ docker network inspect -f '{{.Internal}} {{.Driver}} {{.Scope}} {{.EnableIPv6}} {{len .Containers}}' n1 n3
  false bridge local false 2
  true bridge local false 0
  $ docker network inspect -f '{{json .IPAM.Config}}' n1 none
  [{"Subnet":"10.88.0.0/24","IPRange":"10.88.0.128/25"}]
  null
  $ docker network ls --filter driver=bridge --format '{{.Name}}'; docker network ls --filter name=n --format '{{.Name}} {{.Driver}}'; docker network ls --filter type=custom -q | wc -l; docker network ls --filter nope=x; docker network ls --filter dangling=true --format '{{.Name}}'
  bridge
  n1
  n2
  n3
  n1 bridge
  n2 bridge
  n3 bridge
  none null
  3
  Error response from daemon: invalid filter 'nope'
  n1
  n2
  n3
  $ docker rm -f one two; docker network rm n1 n2 n3 nope bridge
  one
  two
  n1
  n2
  n3
  Error response from daemon: network nope not found
  Error response from daemon: bridge is a pre-defined network and cannot be removed
  exit status 1
  [1]
