Links between containers, names and addresses.

  $ docker network create net1 >/dev/null; docker run -d --name db --network net1 busybox sleep 100 >/dev/null; docker run -d --name dbr busybox sleep 100 >/dev/null
  $ docker run --rm --network net1 --link db:alias busybox sh -c 'grep -c alias /etc/hosts; env | grep -i alias; ping -c1 -w1 alias >/dev/null && echo reached'
  0
  reached
  $ docker run --rm --network net1 --link db busybox sh -c 'ping -c1 -w1 db >/dev/null && echo reached'
  reached
  $ docker run --rm --link db:alias busybox true
  docker: Error response from daemon: container <ID1> not attached to default bridge network
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network net1 --link dbr:alias busybox sh -c 'ping -c1 -w1 alias 2>&1 | head -1'
  ping: bad address 'alias'
  $ docker run --rm --network net1 --link nosuch:alias busybox true
  $ docker run --rm --network net1 --link nosuch busybox true
  $ docker run --rm --network host --link db busybox true
  docker: Error response from daemon: conflicting options: host type networking can't be used with links. This would result in undefined behavior
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network none --link db busybox true
  $ docker run --rm --network container:db --link dbr busybox true
  docker: Error response from daemon: conflicting options: container type network can't be used with links. This would result in undefined behavior
  
  Run 'docker run --help' for more information
  [125]
  $ docker create --name cl --network net1 --link db:one --link db:two busybox >/dev/null; docker inspect -f '{{json .HostConfig.Links}} {{json .NetworkSettings.Networks.net1.Links}}' cl; docker rm cl
  null ["db:one","db:two"]
  cl
  $ docker create --name cl --link dbr:one busybox >/dev/null; docker inspect -f '{{json .HostConfig.Links}} {{json .NetworkSettings.Networks.bridge.Links}}' cl; docker rm cl
  ["/dbr:/cl/one"] null
  cl
  $ docker run --rm --link dbr:one:two busybox true
  invalid argument "dbr:one:two" for "--link" flag: bad format for links: dbr:one:two
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --link dbr: busybox true
  $ docker run --rm --link :x busybox true
  docker: Error response from daemon: could not get container for : invalid name or ID supplied: ""
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --link "" busybox true
  invalid argument "" for "--link" flag: empty string specified for links
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker network create net2 >/dev/null; docker run -d --name cc busybox sleep 50 >/dev/null; docker network connect --link db:peer net1 cc; docker exec cc sh -c 'ping -c1 -w1 peer >/dev/null && echo reached'; docker inspect -f '{{json .NetworkSettings.Networks.net1.Links}}' cc
  reached
  ["db:peer"]
  $ docker stop -t 0 db >/dev/null; docker run --rm --network net1 --link db:alias busybox sh -c 'ping -c1 -w1 alias 2>&1 | head -1'
  ping: bad address 'alias'
  $ docker rm -f cc db dbr >/dev/null
  $ docker run --rm -h myhost.example.org busybox sh -c 'hostname; hostname -f; hostname -s; hostname -d; cat /etc/hostname; grep myhost /etc/hosts | sed "s/^[0-9.]*//"'
  myhost.example.org
  myhost.example.org
  myhost
  example.org
  myhost.example.org
  	myhost.example.org myhost
  $ docker run --rm --domainname example.com --name dd busybox sh -c 'cat /etc/hosts | tail -1 | sed "s/[0-9a-f]\{12\}/ID/g;s/^[0-9.]*//"; cat /proc/sys/kernel/domainname'
  	ID.example.com ID
  example.com
  $ docker create --name hh -h myhost --domainname example.com busybox >/dev/null; docker inspect -f '{{.Config.Hostname}} {{.Config.Domainname}}' hh; docker rm hh
  myhost example.com
  hh
  $ docker create --name hh -h myhost.example.com busybox >/dev/null; docker inspect -f '{{.Config.Hostname}} {{.Config.Domainname}}' hh; docker rm hh
  myhost.example.com 
  hh
  $ docker run --rm -h "bad name" busybox true
  $ docker run --rm -h -bad busybox hostname
  -bad
  $ docker run --rm -h bad_name busybox hostname
  bad_name
  $ docker run --rm -h $(printf 'a%.0s' $(seq 64)) busybox hostname
  <ID2>
  $ docker run --rm -h $(printf 'a%.0s' $(seq 65)) busybox hostname
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: sethostname: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -h $(printf 'a%.0s' $(seq 63)) busybox hostname
  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  $ docker run --rm -h "" busybox sh -c 'hostname | wc -c'
  13
  $ docker run --rm --domainname "bad name" busybox cat /proc/sys/kernel/domainname
  bad name
  $ docker run --rm --network host -h myhost busybox hostname
  myhost
  $ docker run --rm --network container:x -h myhost busybox hostname
  docker: Error response from daemon: conflicting options: hostname and the network mode
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --uts host -h myhost busybox hostname
  docker: Error response from daemon: conflicting options: hostname and the UTS mode
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --uts host --domainname myhost busybox hostname
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: sysctl "kernel.domainname" is not in a separate kernel namespace
  
  Run 'docker run --help' for more information
  [125]
  $ docker network create --subnet 10.77.0.0/24 net3 >/dev/null; docker create --name ll --network net3 --link-local-ip 169.254.10.20 busybox sh -c 'ip -o addr | grep eth0 | sed "s/^[0-9]*: //;s/\\\\.*//"' >/dev/null; docker inspect -f '{{json .NetworkSettings.Networks.net3.IPAMConfig}} {{.NetworkSettings.Networks.net3.IPAddress}}' ll; docker start -a ll; docker inspect -f '{{json .NetworkSettings.Networks.net3.IPAMConfig}}' ll
  {"LinkLocalIPs":["169.254.10.20"]} 
  eth0    inet 10.77.0.2/24 brd 10.77.0.255 scope global eth0
  eth0    inet 169.254.10.20/16 brd 169.254.255.255 scope global eth0
  {"LinkLocalIPs":["169.254.10.20"]}
  $ docker run --rm --network net3 --link-local-ip 169.254.10.20 --link-local-ip 169.254.10.21 --ip 10.77.0.9 busybox ip -o -4 addr | grep eth0 | sed 's/^[0-9]*: //;s/\\.*//'
  eth0    inet 10.77.0.9/24 brd 10.77.0.255 scope global eth0
  eth0    inet 169.254.10.20/16 brd 169.254.255.255 scope global eth0
  eth0    inet 169.254.10.21/16 brd 169.254.255.255 scope global secondary eth0
  $ docker run --rm --link-local-ip 169.254.10.20 busybox ip -o -4 addr | grep eth0 | sed 's/^[0-9]*: //;s/\\.*//'
  eth0  inet <IP>/16 brd <IP> scope global eth0
  eth0    inet 169.254.10.20/16 brd 169.254.255.255 scope global eth0
  $ docker run --rm --network net3 --link-local-ip 10.1.2.3 busybox ip -o -4 addr | grep eth0 | sed 's/^[0-9]*: //;s/\\.*//'
  docker: Error response from daemon: failed to set up container networking: invalid link local IP address: 10.1.2.3
  
  Run 'docker run --help' for more information
  $ docker run --rm --network net3 --link-local-ip nonsense busybox true
  docker: Error response from daemon: invalid config for network net3: invalid endpoint settings:
  invalid link-local IP address: nonsense
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network none --link-local-ip 169.254.10.20 busybox ip -o addr
  1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
  1: lo    inet6 ::1/128 scope host \       valid_lft forever preferred_lft forever
  $ docker run --rm --network host --link-local-ip 169.254.10.20 busybox true
  $ docker run --rm --network net3 --link-local-ip 127.0.0.1 busybox ip -o -4 addr
  docker: Error response from daemon: failed to set up container networking: invalid link local IP address: 127.0.0.1
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network name=net3,link-local-ip=169.254.1.1 busybox ip -o -4 addr | grep eth0 | sed 's/^[0-9]*: //;s/\\.*//'
  eth0    inet 10.77.0.2/24 brd 10.77.0.255 scope global eth0
  eth0    inet 169.254.1.1/16 brd 169.254.255.255 scope global eth0
  $ docker run -d --name l2 busybox sleep 60 >/dev/null; docker network connect --link-local-ip 169.254.5.5 net3 l2; docker exec l2 ip -o -4 addr | grep eth1 | sed 's/^[0-9]*: //;s/\\.*//'; docker inspect -f '{{json .NetworkSettings.Networks.net3.IPAMConfig}}' l2; docker network connect --link-local-ip nonsense net1 l2; docker rm -f l2
  eth1    inet 10.77.0.2/24 brd 10.77.0.255 scope global eth1
  eth1    inet 169.254.5.5/16 brd 169.254.255.255 scope global eth1
  {"LinkLocalIPs":["169.254.5.5"]}
  Error response from daemon: invalid endpoint settings:
  invalid link-local IP address: nonsense
  l2
  $ docker rm ll; docker network rm net1 net2 net3
  ll
  net1
  net2
  net3
