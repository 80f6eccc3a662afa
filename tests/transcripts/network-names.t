Names, aliases and ports on networks of one's own, and the errors of network commands.

  $ docker network create n1 | wc -c; docker network create n1
  65
  Error response from daemon: network with name n1 already exists
  [1]
  $ docker run -d --name s1 --network n1 --network-alias web busybox sh -c 'mkdir -p /w; echo hi > /w/index.html; httpd -f -h /w' | wc -c
  65
  $ sleep 1; docker run --rm --network n1 busybox wget -qO- http://s1; docker run --rm --network n1 busybox wget -qO- web
  hi
  hi
  $ docker run --rm busybox wget -qO- -T 2 http://s1
  wget: bad address 's1'
  [1]
  $ docker run --rm --network n1 busybox ping -c 1 s1 | tail -2 | head -1
  1 packets transmitted, 1 packets received, 0% packet loss
  $ docker run --rm --network n1 busybox nslookup s1 | grep -c Address
  2
  $ docker run --rm --network none busybox sh -c 'ip addr | grep -c inet; wget -qO- http://s1'
  2
  wget: bad address 's1'
  [1]
  $ docker run --rm --network container:s1 busybox wget -qO- localhost
  hi
  $ docker network rm n1; docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}' | sort
  Error response from daemon: error while removing network: network n1 has active endpoints (name:"s1" id:"<ID1>")
  exit status 1
  bridge bridge local
  host host local
  n1 bridge local
  none null local
  $ docker network inspect n1 -f '{{range .Containers}}{{.Name}}{{end}} {{(index .IPAM.Config 0).Subnet}}'
  s1 <IP>/16
  $ docker network disconnect n1 s1; docker network disconnect n1 s1; docker network connect n1 s1; docker network connect n1 s1; docker network connect nosuch s1; docker network connect n1 nosuch
  Error response from daemon: container <ID2> is not connected to network n1
  Error response from daemon: endpoint with name s1 already exists in network n1
  Error response from daemon: network nosuch not found
  Error response from daemon: No such container: nosuch
  [1]
  $ docker network prune -f; docker rm -f s1; docker network prune -f; docker network rm bridge; docker network rm nosuch
  s1
  Deleted Networks:
  n1
  
  Error response from daemon: bridge is a pre-defined network and cannot be removed
  exit status 1
  Error response from daemon: network nosuch not found
  exit status 1
  [1]
  $ docker run -d --name p -p 8080:80 busybox sh -c 'echo hi > /index.html; httpd -f -h /' >/dev/null; sleep 1; curl -s localhost:8080; docker port p; docker ps --format '{{.Ports}}'; curl -sI localhost:8080 | head -1; docker stop -t 0 p; curl -s localhost:8080; echo $?; docker rm p
  docker: Error response from daemon: Invalid container name (p), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Error response from daemon: No such container: p
  Error response from daemon: No such container: p
  7
  Error response from daemon: No such container: p
  [1]
  $ docker run -d --name q -P nginx:alpine sleep 100 >/dev/null; docker port q | cut -d: -f1 | sort -u; docker inspect q -f '{{len .NetworkSettings.Ports}}'; docker rm -f q
  docker: Error response from daemon: Invalid container name (q), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Error response from daemon: No such container: q
  
  Error: No such object: q
  Error response from daemon: No such container: q
  $ docker network create --subnet 10.9.0.0/24 --gateway 10.9.0.1 n2 >/dev/null; docker run --rm --network n2 --ip 10.9.0.7 busybox hostname -i; docker run --rm --network n2 --ip 10.8.0.7 busybox true; docker run --rm --ip 10.8.0.7 busybox true; docker network create --subnet 10.9.0.0/25 n3; docker network create --subnet bogus n4; docker network create -d bogus n5; docker network rm n2
  10.9.0.7
  docker: Error response from daemon: invalid config for network n2: invalid endpoint settings:
  no configured subnet or ip-range contain the IP address 10.8.0.7
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid config for network bridge: invalid endpoint settings:
  * user specified IP address is supported on user defined networks only
  * no configured subnet or ip-range contain the IP address 10.8.0.7
  
  Run 'docker run --help' for more information
  Error response from daemon: invalid pool request: Pool overlaps with other one on this address space
  Error response from daemon: invalid network config:
  invalid subnet bogus: invalid CIDR block notation
  Error response from daemon: plugin "bogus" not found
  n2
