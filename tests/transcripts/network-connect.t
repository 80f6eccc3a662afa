Containers in and out of networks.

  $ docker network create front >/dev/null; docker network create back >/dev/null; docker run -d --name db --network back busybox sleep 1000 >/dev/null; docker run -d --name app --network front busybox sleep 1000 >/dev/null
  $ docker exec app ping -c 1 -W 1 db 2>&1 | tail -n 1
  ping: bad address 'db'
  $ docker network connect back app; docker exec app ping -c 1 -W 1 db >/dev/null && echo reached
  reached
  $ docker inspect -f '{{range $k, $v := .NetworkSettings.Networks}}{{$k}} {{end}}' app
  back front 
  $ docker network connect back app
  Error response from daemon: endpoint with name app already exists in network back
  [1]
  $ docker network disconnect front app; docker inspect -f '{{range $k, $v := .NetworkSettings.Networks}}{{$k}} {{end}}' app
  back 
  $ docker network disconnect front app 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  Error response from daemon: container ID is not connected to network front
  $ docker network connect --alias database front db; docker network connect front app; docker exec app ping -c 1 -W 1 database >/dev/null && echo reached
  reached
  $ docker network inspect -f '{{range .Containers}}{{.Name}} {{end}}' front | tr ' ' '\n' | sort | tr '\n' ' '; echo
   app db 
  $ docker network rm front 2>&1 | sed 's/id:"[0-9a-f]*"/id:"ID"/g'
  Error response from daemon: error while removing network: network front has active endpoints (name:"db" id:"ID", name:"app" id:"ID")
  exit status 1
  $ docker network connect nope app
  Error response from daemon: network nope not found
  [1]
  $ docker network connect back nope
  Error response from daemon: No such container: nope
  [1]
  $ docker network disconnect nope app
  Error response from daemon: network nope not found
  [1]
  $ docker network disconnect back nope
  Error response from daemon: No such container: nope
  [1]
  $ docker network connect
  docker: 'docker network connect' requires 2 arguments
  
  Usage:  docker network connect [OPTIONS] NETWORK CONTAINER
  
  Run 'docker network connect --help' for more information
  [1]
  $ docker network disconnect back
  docker: 'docker network disconnect' requires 2 arguments
  
  Usage:  docker network disconnect [OPTIONS] NETWORK CONTAINER
  
  Run 'docker network disconnect --help' for more information
  [1]
  $ docker network connect host app
  Error response from daemon: cannot connect container to host network - container must be created in host network mode
  [1]
  $ docker network connect none app
  Error response from daemon: container cannot be connected to multiple networks with one of the networks in private (none) mode
  [1]
  $ docker network connect --ip 1.2.3.4 bridge app
  Error response from daemon: invalid endpoint settings:
  * user specified IP address is supported on user defined networks only
  * no configured subnet or ip-range contain the IP address 1.2.3.4
  [1]
  $ docker network connect --alias x bridge app
  Error response from daemon: invalid endpoint settings:
  network-scoped alias is supported only for containers in user defined networks
  [1]
  $ docker network create --subnet 10.77.0.0/24 fixed >/dev/null; docker network connect --ip 10.77.0.9 fixed app; docker inspect -f '{{.NetworkSettings.Networks.fixed.IPAddress}}' app
  10.77.0.9
  $ docker network connect --ip 10.77.0.9 fixed db
  Error response from daemon: Address already in use
  [1]
  $ docker network connect --ip 10.78.0.9 fixed db
  Error response from daemon: invalid endpoint settings:
  no configured subnet or ip-range contain the IP address 10.78.0.9
  [1]
  $ docker network connect --ip x fixed db
  Error response from daemon: invalid endpoint settings:
  * invalid IPv4 address: x
  * no configured subnet or ip-range contain the IP address x
  [1]
  $ docker network disconnect -f fixed app; docker network inspect -f '{{len .Containers}}' fixed
  0
  $ docker rm -f app db; docker network rm front back fixed
  app
  db
  front
  back
  fixed
  $ docker create --name idle busybox true >/dev/null; docker network create late >/dev/null; docker network connect late idle; docker inspect -f '{{range $k, $v := .NetworkSettings.Networks}}{{$k}} {{end}}' idle
  bridge late 
  $ docker network rm late
  late
