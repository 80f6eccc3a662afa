# network-moves

  $ docker network create nx >/dev/null; docker run -d --name q1 --hostname box --network nx busybox sleep 1000 >/dev/null; docker rename q1 q2
  $ docker inspect q2 -f '{{range .NetworkSettings.Networks}}{{slice .DNSNames 0 1}} {{index .DNSNames 2}}{{end}}'
  [q2] box
  $ docker run --rm --network nx busybox sh -c 'ping -c1 -w2 q2 | head -1; ping -c1 -w2 q1 >/dev/null 2>&1 || echo no q1'
  PING q2 (<IP>): 56 data bytes
  no q1
  $ docker network disconnect nx q2; docker inspect q2 -f '{{json .NetworkSettings.Networks}} {{.HostConfig.NetworkMode}}'
  {} nx
  $ docker restart -t 0 q2; docker inspect q2 -f '{{json .NetworkSettings.Networks}} {{.HostConfig.NetworkMode}}'
  q2
  {} nx
  $ docker exec q2 ip -4 -o addr; docker exec q2 tail -n +5 /etc/resolv.conf; docker exec q2 cat /etc/hosts
  1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
  nameserver 10.255.255.53
  
  # Based on host file: '/etc/resolv.conf'
  # Overrides: []
  127.0.0.1	localhost
  ::1	localhost ip6-localhost ip6-loopback
  fe00::	ip6-localnet
  ff00::	ip6-mcastprefix
  ff02::1	ip6-allnodes
  ff02::2	ip6-allrouters
  $ docker network rm nx; docker restart -t 0 q2
  nx
  q2
  $ docker network create ny >/dev/null; docker network connect ny q2
  Error response from daemon: could not find a network matching network mode nx: network nx not found
  [1]
  $ docker create --name q3 --network ny busybox sleep 100 >/dev/null; docker network rm ny; docker start q3
  ny
  Error response from daemon: failed to set up container networking: network ny not found
  Error: failed to start containers: q3
  [1]
  $ docker inspect q3 -f '{{range $n, $e := .NetworkSettings.Networks}}{{$n}} {{$e.NetworkID}}{{end}}; {{.State.Status}} {{.State.ExitCode}} {{.State.Error}}'
  ny ; created 128 failed to set up container networking: network ny not found
  $ docker run -d --name k1 busybox sleep 1000 >/dev/null; docker network create nh >/dev/null; docker network create nj >/dev/null
  $ docker network connect nh k1; docker exec k1 ip -4 -o addr | awk '{print $2}'
  lo
  eth0
  eth1
  $ docker network disconnect bridge k1; docker exec k1 ip -4 -o addr | awk '{print $2}'
  lo
  eth1
  $ docker network connect nj k1; docker exec k1 ip -4 -o addr | awk '{print $2}'
  lo
  eth1
  eth0
  $ docker network connect bridge k1; docker exec k1 ip -4 -o addr | awk '{print $2}'; docker exec k1 ip route
  lo
  eth1
  eth0
  eth2
  default via <IP> dev eth2
  <IP>/16 dev eth2 scope link  src <IP>
  <IP>/16 dev eth1 scope link  src <IP>
  <IP>/16 dev eth0 scope link  src <IP>
  $ docker network disconnect nh k1; docker exec k1 ip route
  default via <IP> dev eth2
  <IP>/16 dev eth2 scope link  src <IP>
  <IP>/16 dev eth0 scope link  src <IP>
  $ docker run --rm --network none --network bridge busybox true
  docker: Error response from daemon: failed to set up container networking: container cannot be connected to multiple networks with one of the networks in private (none) mode
  
  Run 'docker run --help' for more information
  [125]
  $ docker create --name q4 busybox true >/dev/null; docker network disconnect bridge q4; docker inspect q4 -f '{{json .NetworkSettings.Networks}}'
  {}
  $ docker network connect nh q4; docker start -a q4; docker inspect q4 -f '{{range $k,$v := .NetworkSettings.Networks}}{{$k}} {{end}}'
  nh 
  $ docker run -d --name k5 --network none busybox sleep 1000 >/dev/null; docker network connect nh k5; docker network disconnect none k5; docker network connect nh k5
  Error response from daemon: container cannot be connected to multiple networks with one of the networks in private (none) mode
  $ docker restart -t 0 k5; docker inspect k5 -f '{{range $k,$v := .NetworkSettings.Networks}}{{$k}} {{end}}{{.HostConfig.NetworkMode}}'
  k5
  nh none
  $ docker network connect host k1; docker network connect none k1; docker network connect bridge k1; docker network connect nope k1
  Error response from daemon: cannot connect container to host network - container must be created in host network mode
  Error response from daemon: container cannot be connected to multiple networks with one of the networks in private (none) mode
  Error response from daemon: endpoint with name k1 already exists in network bridge
  Error response from daemon: network nope not found
  [1]
  $ docker create --name e3 --network $(docker network ls -q --filter name=nh) busybox sleep 100 >/dev/null; docker inspect e3 -f '{{len .HostConfig.NetworkMode}} {{range $k,$v := .NetworkSettings.Networks}}{{$k}} {{end}}'
  12 nh 
  $ docker start e3; docker inspect e3 -f '{{len .HostConfig.NetworkMode}} {{range $k,$v := .NetworkSettings.Networks}}{{$k}} {{end}}'
  e3
  64 nh 
  $ docker rm -f k1 k5 q2 q3 q4 e3 >/dev/null; docker network rm nh nj
  nh
  nj
