# network-files

  $ docker network create nh >/dev/null; docker run -d --name k1 --hostname box --domainname x.y busybox sleep 1000 >/dev/null; docker exec k1 sh -c 'tail -n +5 /etc/resolv.conf; tail -n 2 /etc/hosts'
  nameserver 10.255.255.53
  
  # Based on host file: '/etc/resolv.conf' (legacy)
  # Overrides: []
  ff02::2	ip6-allrouters
  <IP>	box.x.y box
  $ docker network connect --alias kk nh k1; docker exec k1 sh -c 'tail -n +5 /etc/resolv.conf; tail -n 3 /etc/hosts'
  nameserver 127.0.0.11
  options ndots:0
  
  # Based on host file: '/etc/resolv.conf' (internal resolver)
  # ExtServers: [host(10.255.255.53)]
  # Overrides: []
  # Option ndots from: internal
  ff02::2	ip6-allrouters
  <IP>	box.x.y box
  <IP>	box.x.y box
  $ docker network disconnect nh k1; docker exec k1 sh -c 'tail -n +5 /etc/resolv.conf; tail -n 3 /etc/hosts'
  nameserver 127.0.0.11
  options ndots:0
  
  # Based on host file: '/etc/resolv.conf' (internal resolver)
  # ExtServers: [host(10.255.255.53)]
  # Overrides: []
  # Option ndots from: internal
  ff02::1	ip6-allnodes
  ff02::2	ip6-allrouters
  <IP>	box.x.y box
  $ docker run -d --name e1 --hostname box busybox sleep 1000 >/dev/null; docker exec e1 sh -c 'echo nameserver 4.4.4.4 > /etc/resolv.conf; echo 9.9.9.9 nine >> /etc/hosts'
  $ docker network connect nh e1; docker exec e1 sh -c 'cat /etc/resolv.conf; tail -n 4 /etc/hosts'
  nameserver 4.4.4.4
  ff02::2	ip6-allrouters
  <IP>	box
  9.9.9.9 nine
  <IP>	box
  $ docker network disconnect nh e1; docker exec e1 tail -n 3 /etc/hosts; docker network disconnect bridge e1; docker exec e1 tail -n 2 /etc/hosts
  ff02::2	ip6-allrouters
  <IP>	box
  9.9.9.9 nine
  ff02::2	ip6-allrouters
  9.9.9.9 nine
  $ docker restart -t 0 e1; docker exec e1 sh -c 'tail -n +5 /etc/resolv.conf; tail -n 2 /etc/hosts'
  e1
  nameserver 10.255.255.53
  
  # Based on host file: '/etc/resolv.conf'
  # Overrides: []
  ff02::1	ip6-allnodes
  ff02::2	ip6-allrouters
  $ docker run --rm --add-host here:host-gateway --add-host there=1.2.3.4 --network nh busybox sh -c 'tail -n +7 /etc/hosts | head -n 2'
  <IP>	here
  1.2.3.4	there
  $ docker rm -f k1 e1 >/dev/null; docker network rm nh
  nh
