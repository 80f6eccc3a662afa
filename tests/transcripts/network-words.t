Networks: their addresses, names and ends.

  $ docker network create nn | wc -c; docker network ls --format '{{.Name}} {{.Driver}}' -f type=custom; docker network create nn
  65
  nn bridge
  Error response from daemon: network with name nn already exists
  [1]
  $ docker run -d --name n1 --network nn --network-alias web busybox sleep 300 | wc -c; docker run --rm --network nn busybox ping -c 1 -w 2 web | head -1 | sed 's/(.*)/(IP)/'
  65
  PING web (IP): 56 data bytes
  $ docker run --rm --network nn busybox ping -c1 -w1 nosuch; docker run --rm busybox ping -c1 -w1 n1
  ping: bad address 'nosuch'
  ping: bad address 'n1'
  [1]
  $ docker network rm nn 2>&1 | sed 's/id:"[0-9a-f]*"/id:ID/'; docker network inspect nn -f '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{end}}'
  Error response from daemon: error while removing network: network nn has active endpoints (name:"n1" id:ID)
  exit status 1
  n1 <IP>/16
  $ docker network disconnect nn n1; docker network disconnect nn n1 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'; docker inspect n1 -f '{{json .NetworkSettings.Networks}}'
  Error response from daemon: container ID is not connected to network nn
  {}
  $ docker network connect --alias a1 --ip 10.1.1.1 nn n1; docker network connect --alias a1 nn n1; docker inspect n1 -f '{{.NetworkSettings.Networks.nn.Aliases}}'
  Error response from daemon: invalid endpoint settings:
  user specified IP address is supported only when connecting to networks with user configured subnets
  [a1]
  $ docker network connect nn n1 2>&1; docker network connect nosuch n1; docker network connect nn nosuch
  Error response from daemon: endpoint with name n1 already exists in network nn
  Error response from daemon: network nosuch not found
  Error response from daemon: No such container: nosuch
  [1]
  $ docker network create --subnet 10.5.0.0/16 --gateway 10.5.0.254 --ip-range 10.5.9.0/24 n5 | wc -c; docker run --rm --network n5 busybox ip -4 addr show eth0 | grep -o 'inet [0-9./]*'; docker run --rm --network n5 --ip 10.5.3.3 busybox ip route
  65
  inet 10.5.9.0/16
  default via 10.5.0.254 dev eth0 
  10.5.0.0/16 dev eth0 scope link  src 10.5.3.3 
  $ docker run --rm --network n5 --ip 10.6.0.1 busybox true; docker run --rm --network n5 --ip 10.5.0.254 busybox true; docker run --rm --network n5 --ip abc busybox true
  docker: Error response from daemon: invalid config for network n5: invalid endpoint settings:
  no configured subnet or ip-range contain the IP address 10.6.0.1
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: failed to set up container networking: Address already in use
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid config for network n5: invalid endpoint settings:
  * invalid IPv4 address: abc
  * no configured subnet or ip-range contain the IP address abc
  
  Run 'docker run --help' for more information
  [125]
  $ docker network create --subnet 10.5.1.0/24 n6; docker network create --subnet 10.5.1.0/33 n6; docker network create --gateway 10.9.0.1 n6; docker network create -d nosuch n6
  Error response from daemon: invalid pool request: Pool overlaps with other one on this address space
  Error response from daemon: invalid network config:
  invalid subnet 10.5.1.0/33: invalid CIDR block notation
  every ip-range or gateway must have a corresponding subnet
  Error response from daemon: plugin "nosuch" not found
  [1]
  $ docker network create --internal --label k=v ni | wc -c; docker network inspect ni -f '{{.Internal}} {{.Labels}}'; docker run --rm --network ni busybox ip route
  65
  true map[k:v]
  <IP>/16 dev eth0 scope link  src <IP>
  $ docker network ls -q --filter label=k | wc -l; docker network ls -f name=n5 --no-trunc -q | wc -c; docker network ls -f driver=host --format json | jq -c 'del(.ID,.CreatedAt)'
  1
  65
  {"Driver":"host","IPv4":"true","IPv6":"false","Internal":"false","Labels":"","Name":"host","Scope":"local"}
  $ docker run --rm --network none busybox ip addr | grep -c inet; docker run --rm --network host busybox hostname; docker run --rm --network container:n1 busybox hostname -i | wc -l; docker run --rm --network container:zz busybox true
  2
  docker-host
  1
  docker: Error response from daemon: joining network namespace of container: No such container: zz
  
  Run 'docker run --help' for more information
  [125]
  $ docker rm -f n1; docker network prune -f | sort; docker network rm nn bridge; docker network inspect nn ni
  n1
  
  Deleted Networks:
  n5
  ni
  nn
  Error response from daemon: network nn not found
  Error response from daemon: bridge is a pre-defined network and cannot be removed
  exit status 1
  []
  Error response from daemon: network nn not found
  Error response from daemon: network ni not found
  [1]
