Networks that are settings for others, and networks that take theirs from them.

  $ docker network create --config-only --subnet 10.77.0.0/24 --gateway 10.77.0.1 cfg | wc -c
  65
  $ docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}'; docker network inspect cfg --format '{{json .IPAM}} {{.ConfigOnly}} {{.ConfigFrom}} {{.Driver}}'
  bridge bridge local
  cfg null local
  host host local
  none null local
  {"Driver":"default","Options":{},"Config":[{"Subnet":"10.77.0.0/24","Gateway":"10.77.0.1"}]} true {} null
  $ docker network create --config-from cfg real | wc -c; docker network inspect real --format '{{json .IPAM}} {{.ConfigOnly}} {{.ConfigFrom}} {{.Driver}}'
  65
  {"Driver":"default","Options":{},"Config":[{"Subnet":"10.77.0.0/24","Gateway":"10.77.0.1"}]} false {cfg} bridge
  $ docker run --rm --network cfg busybox true
  docker: Error response from daemon: failed to set up container networking: cannot create endpoint on configuration-only network
  
  Run 'docker run --help' for more information
  [125]
  $ docker create --network cfg --name c1 busybox true | wc -c; docker start c1; docker rm c1
  65
  Error response from daemon: failed to set up container networking: cannot create endpoint on configuration-only network
  Error: failed to start containers: c1
  c1
  $ docker run --rm --network real busybox hostname -i
  10.77.0.2
  $ docker network rm cfg
  Error response from daemon: error while removing network: configuration network "cfg" is in use
  exit status 1
  [1]
  $ docker network create --config-from nope x
  Error response from daemon: configuration network "nope" does not exist
  [1]
  $ docker network create --config-only --config-from cfg x
  Error response from daemon: a configuration network cannot depend on another configuration network
  [1]
  $ docker network create --config-from cfg --subnet 10.1.0.0/24 x
  Error response from daemon: user specified configurations are not supported if the network depends on a configuration network
  [1]
  $ docker network create --config-from cfg --label a=b x
  Error response from daemon: user specified configurations are not supported if the network depends on a configuration network
  [1]
  $ docker network create --config-only --internal x
  Error response from daemon: configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.
  [1]
  $ docker network create --config-only --attachable x
  Error response from daemon: configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.
  [1]
  $ docker network create --config-from cfg other
  Error response from daemon: invalid pool request: Pool overlaps with other one on this address space
  [1]
  $ docker network create --config-from real x
  Error response from daemon: configuration network "real" does not exist
  [1]
  $ docker network create --config-only cfg
  Error response from daemon: network with name cfg already exists
  [1]
  $ docker network prune -f; docker network ls -q -f type=custom | wc -l
  Deleted Networks:
  real
  
  1
  $ docker network rm real; docker network rm cfg
  Error response from daemon: network real not found
  exit status 1
  cfg
  $ docker network create --config-only -o com.docker.network.bridge.name=brx --label k=v c2 | wc -c; docker network inspect c2 --format '{{.Options}} {{.Labels}} {{json .IPAM.Config}}'
  65
  map[com.docker.network.bridge.name:brx] map[k:v] null
  $ docker network create --config-from c2 r4 | wc -c; docker network inspect r4 --format '{{.Options}} {{.Labels}} {{.ConfigFrom}}'; ip -br link show brx | awk '{print $1}'
  65
  map[com.docker.network.bridge.name:brx] map[k:v] {c2}
  brx
  $ docker network create --config-from c2 r5 2>&1 | sed 's/[0-9a-f]\{64\}/ID/g'
  Error response from daemon: cannot create network ID (brx): conflicts with network ID (brx): networks have same bridge name
  $ docker run -d --name bb busybox sleep 100 | wc -c; docker network connect c2 bb
  65
  Error response from daemon: cannot create endpoint on configuration-only network
  [1]
  $ docker network ls --filter driver=null --format '{{.Name}}'; docker rm -f bb; docker network rm r4 c2
  c2
  none
  bb
  r4
  c2
