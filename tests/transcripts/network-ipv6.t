Networks with IPv6: their subnets, the addresses of containers, what inspect shows.

  $ docker network create --ipv6 --subnet fd00:1::/64 n6; docker network inspect n6 | grep -v '"Id"\|Created'; docker network create --ipv6 auto6; docker network inspect -f '{{json .IPAM.Config}} {{.EnableIPv6}}' auto6 | sed 's/fd[0-9a-f:]*/FD/g'; docker network create --ipv6 --subnet 10.99.0.0/24 --subnet fd00:2::/64 --gateway fd00:2::9 both; docker network inspect -f '{{json .IPAM.Config}} {{.EnableIPv6}}' both
  <ID1>
  [
      {
          "Name": "n6",
          "Scope": "local",
          "Driver": "bridge",
          "EnableIPv4": true,
          "EnableIPv6": true,
          "IPAM": {
              "Driver": "default",
              "Options": {},
              "Config": [
                  {
                      "Subnet": "fd00:1::/64"
                  },
                  {
    "Subnet": "<IP>/16",
    "Gateway": "<IP>"
                  }
              ]
          },
          "Internal": false,
          "Attachable": false,
          "Ingress": false,
          "ConfigFrom": {
              "Network": ""
          },
          "ConfigOnly": false,
          "Containers": {},
          "Options": {},
          "Labels": {}
      }
  ]
  <ID2>
  [{"Subnet":"<IP>/16","Gateway":"<IP>"},{"Subnet":"FD/64","Gateway":"FD"}] true
  <ID3>
  [{"Subnet":"10.99.0.0/24"},{"Subnet":"fd00:2::/64","Gateway":"fd00:2::9"}] true
  $ docker network create --subnet fd00:3::/64 noflag; docker network inspect -f '{{json .IPAM.Config}} {{.EnableIPv6}} {{.EnableIPv4}}' noflag; docker network create --ipv6 --ipv4=false --subnet fd00:4::/64 only6; docker network inspect -f '{{json .IPAM.Config}} {{.EnableIPv6}} {{.EnableIPv4}}' only6; docker network create --ipv6 --subnet fd00:1::/64 again; docker network create --ipv6 --subnet fd00:1::/80 within; docker network create --ipv6 --subnet fd00:5::/64 --gateway fd00:6::1 wronggw; docker network create --ipv6 --subnet fd00:zz::/64 bad; docker network create --ipv6 --subnet fd00:7::1/64 hostbits; docker network inspect -f '{{json .IPAM.Config}}' hostbits; docker network create --ipv6 --subnet fd00:8::/64 --ip-range fd00:8::100/120 --aux-address a=fd00:8::100 ranged; docker network inspect -f '{{json .IPAM.Config}}' ranged
  <ID4>
  [{"Subnet":"fd00:3::/64"},{"Subnet":"<IP>/16","Gateway":"<IP>"}] false true
  <ID5>
  [{"Subnet":"fd00:4::/64"}] true false
  Error response from daemon: invalid pool request: Pool overlaps with other one on this address space
  Error response from daemon: invalid pool request: Pool overlaps with other one on this address space
  no matching subnet for gateway fd00:6::1
  Error response from daemon: invalid network config:
  invalid subnet fd00:zz::/64: invalid CIDR block notation
  Error response from daemon: invalid network config:
  invalid subnet fd00:7::1/64: it should be fd00:7::/64
  
  Error response from daemon: network hostbits not found
  Error response from daemon: failed to allocate secondary ip address (a:fd00:8::100): Address already in use
  
  Error response from daemon: network ranged not found
  [1]
  $ docker run -d --name a6 --network n6 --ip6 fd00:1::77 busybox sleep 300 2>&1 | grep -v '^[0-9a-f]\{64\}$'; docker inspect -f '{{json .NetworkSettings.Networks}}' a6 | sed 's/[0-9a-f]\{64\}/ID/g;s/..:..:..:..:..:../MAC/'; docker run -d --name b6 --network n6 busybox sleep 300 2>&1 | grep -v '^[0-9a-f]\{64\}$'; docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{.GlobalIPv6Address}}/{{.GlobalIPv6PrefixLen}} {{.IPv6Gateway}} {{json .IPAMConfig}}{{end}}' b6; docker exec a6 cat /etc/hosts; docker network inspect -f '{{json .Containers}}' n6 | jq -c 'map({Name,IPv6Address})|sort'; docker exec b6 cat /etc/hosts | tail -2
  {"n6":{"IPAMConfig":{"IPv6Address":"fd00:1::77"},"Links":null,"Aliases":null,"MacAddress":"MAC","DriverOpts":null,"GwPriority":0,"NetworkID":"ID","EndpointID":"ID","Gateway":"<IP>","IPAddress":"<IP>","IPPrefixLen":16,"IPv6Gateway":"fd00:1::1","GlobalIPv6Address":"fd00:1::77","GlobalIPv6PrefixLen":64,"DNSNames":["a6","<ID6>"]}}
  <IP> fd00:1::2/64 fd00:1::1 null
  127.0.0.1	localhost
  ::1	localhost ip6-localhost ip6-loopback
  fe00::	ip6-localnet
  ff00::	ip6-mcastprefix
  ff02::1	ip6-allnodes
  ff02::2	ip6-allrouters
  <IP>	<ID6>
  fd00:1::77	<ID6>
  [{"Name":"b6","IPv6Address":"fd00:1::2/64"},{"Name":"a6","IPv6Address":"fd00:1::77/64"}]
  <IP>	<ID7>
  fd00:1::2	<ID7>
  $ docker run --rm --network n6 --ip6 fd00:1::77 busybox true; docker run --rm --network n6 --ip6 fd00:9::1 busybox true; docker run --rm --network n6 --ip6 zz busybox true; docker run --rm --ip6 fd00:1::5 busybox true; docker run --rm --network both --ip 10.99.0.7 --ip6 fd00:2::7 busybox tail -n 2 /etc/hosts | cut -f1; docker run --rm --network n6 --ip6 1.2.3.4 busybox true; docker network connect --ip6 fd00:2::44 both a6; docker inspect -f '{{range $k, $v := .NetworkSettings.Networks}}{{$k}} {{.GlobalIPv6Address}} {{.IPv6Gateway}} {{end}}' a6; docker network connect --ip6 fd00:2::44 both b6; docker run -d --name only --network only6 busybox sleep 300 >/dev/null; docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}|{{.Gateway}}|{{.GlobalIPv6Address}}|{{.IPv6Gateway}}|{{.IPPrefixLen}}{{end}}' only; docker exec only tail -n 1 /etc/hosts; docker ps --filter name=only --format '{{.Networks}}'
  docker: Error response from daemon: failed to set up container networking: Address already in use
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid config for network n6: invalid endpoint settings:
  no configured subnet or ip-range contain the IP address fd00:9::1
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid config for network n6: invalid endpoint settings:
  * invalid IPv6 address: zz
  * no configured subnet or ip-range contain the IP address zz
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid config for network bridge: invalid endpoint settings:
  * user specified IP address is supported on user defined networks only
  * user specified IP address is supported only when connecting to networks with user configured subnets
  
  Run 'docker run --help' for more information
  10.99.0.7
  fd00:2::7
  docker: Error response from daemon: invalid config for network n6: invalid endpoint settings:
  * invalid IPv6 address: 1.2.3.4
  * no configured subnet or ip-range contain the IP address 1.2.3.4
  
  Run 'docker run --help' for more information
  both fd00:2::44 fd00:2::9 n6 fd00:1::77 fd00:1::1 
  Error response from daemon: Address already in use
  ||fd00:4::2|fd00:4::1|0
  fd00:4::2	<ID8>
  only6
  $ docker network rm n6 2>&1 | grep -o 'network n6 has active endpoints'; docker rm -f a6 b6 only >/dev/null; docker network rm n6 auto6 both only6 hostbits ranged noflag
  network n6 has active endpoints
  n6
  auto6
  both
  only6
  Error response from daemon: network hostbits not found
  Error response from daemon: network ranged not found
  noflag
  exit status 1
  [1]
