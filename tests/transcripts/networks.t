Networks: made, joined, left, removed.

  $ docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}'
  bridge bridge local
  host host local
  none null local
  $ docker network create front
  <ID1>
  $ docker network create front
  Error response from daemon: network with name front already exists
  [1]
  $ docker network create --driver bogus x
  Error response from daemon: plugin "bogus" not found
  [1]
  $ docker network create --subnet 10.9.0.0/24 --gateway 10.9.0.1 --label a=b back
  <ID2>
  $ docker network create --subnet 10.9.0.0/24 other
  Error response from daemon: invalid pool request: Pool overlaps with other one on this address space
  [1]
  $ docker network create --gateway 10.9.0.1 other
  every ip-range or gateway must have a corresponding subnet
  [1]
  $ docker network create --subnet bogus other
  Error response from daemon: invalid network config:
  invalid subnet bogus: invalid CIDR block notation
  [1]
  $ docker network create --subnet 10.10.0.0/24 --ip-range 10.11.0.0/24 other
  no matching subnet for range 10.11.0.0/24
  [1]
  $ docker network create -o x host
  Error response from daemon: operation is not permitted on predefined host network
  [1]
  $ docker network create
  docker: 'docker network create' requires 1 argument
  
  Usage:  docker network create [OPTIONS] NETWORK
  
  Run 'docker network create --help' for more information
  [1]
  $ docker network ls --filter driver=bridge -q | wc -l
  3
  $ docker network ls --filter name=front --format '{{.ID}} {{.Name}} {{.Internal}} {{.IPv6}}'
  <ID1> front false false
  $ docker network ls --filter label=a --format '{{.Name}} {{.Labels}}'
  back a=b
  $ docker network ls --filter bogus=1
  Error response from daemon: invalid filter 'bogus'
  [1]
  $ docker network inspect -f '{{.Name}} {{.Driver}} {{.Scope}} {{(index .IPAM.Config 0).Subnet}} {{.Labels}}' back
  back bridge local 10.9.0.0/24 map[a:b]
  $ docker network inspect -f '{{json .IPAM}}' back
  {"Driver":"default","Options":{},"Config":[{"Subnet":"10.9.0.0/24","Gateway":"10.9.0.1"}]}
  $ docker network inspect nope
  []
  Error response from daemon: network nope not found
  [1]
  $ docker network inspect -f '{{.Nope}}' back
  
  template parsing error: template: :1:2: executing "" at <.Nope>: map has no entry for key "Nope"
  [1]
  $ docker run -d --name web --network back --ip 10.9.0.7 --network-alias www busybox sleep 600
  <ID3>
  $ docker inspect -f '{{json .NetworkSettings.Networks.back.IPAddress}} {{.NetworkSettings.Networks.back.Aliases}}' web
  "10.9.0.7" [www]
  $ docker network connect front web
  $ docker network connect front web
  Error response from daemon: endpoint with name web already exists in network front
  [1]
  $ docker network connect nope web
  Error response from daemon: network nope not found
  [1]
  $ docker network connect front nope
  Error response from daemon: No such container: nope
  [1]
  $ docker inspect -f '{{range $k, $v := .NetworkSettings.Networks}}{{$k}} {{end}}' web
  back front 
  $ docker network rm front
  Error response from daemon: error while removing network: network front has active endpoints (name:"web" id:"<ID4>")
  exit status 1
  [1]
  $ docker network disconnect front web
  $ docker network disconnect front web
  Error response from daemon: container <ID3> is not connected to network front
  [1]
  $ docker network rm front nope
  front
  Error response from daemon: network nope not found
  exit status 1
  [1]
  $ docker network rm -f nope
  $ docker network rm bridge
  Error response from daemon: bridge is a pre-defined network and cannot be removed
  exit status 1
  [1]
  $ docker run --rm --ip 10.9.0.9 busybox true
  docker: Error response from daemon: invalid config for network bridge: invalid endpoint settings:
  * user specified IP address is supported on user defined networks only
  * no configured subnet or ip-range contain the IP address 10.9.0.9
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network-alias x busybox true
  docker: network-scoped aliases are only supported for user-defined networks
  
  Run 'docker run --help' for more information
  [125]
  $ docker rm -f web
  web
  $ docker network prune -f
  Deleted Networks:
  back
  
  $ docker network ls -q | wc -l
  3
