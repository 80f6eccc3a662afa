Where ports lead.

  $ docker run -d --name web -p 8080:80 -p 127.0.0.1:5353:53/udp -p 9000-9001:9000-9001 busybox sleep 1000 >/dev/null; docker port web
  53/udp -> 127.0.0.1:5353
  80/tcp -> 0.0.0.0:8080
  80/tcp -> [::]:8080
  9000/tcp -> 0.0.0.0:9000
  9000/tcp -> [::]:9000
  9001/tcp -> 0.0.0.0:9001
  9001/tcp -> [::]:9001
  $ docker port web 80
  0.0.0.0:8080
  [::]:8080
  $ docker port web 80/tcp
  0.0.0.0:8080
  [::]:8080
  $ docker port web 53
  Error: No public port '53' published for web
  [1]
  $ docker port web 53/udp
  127.0.0.1:5353
  $ docker port web 81
  Error: No public port '81' published for web
  [1]
  $ docker port web abc
  Error: invalid port (abc): strconv.ParseUint: parsing "abc": invalid syntax
  [1]
  $ docker port web 80/foo
  Error: No public port '80/foo' published for web
  [1]
  $ docker port nope
  Error response from daemon: No such container: nope
  [1]
  $ docker port
  docker: 'docker port' requires at least 1 and at most 2 arguments
  
  Usage:  docker port CONTAINER [PRIVATE_PORT[/PROTO]]
  
  Run 'docker port --help' for more information
  [1]
  $ docker port web 80 81
  docker: 'docker port' requires at least 1 and at most 2 arguments
  
  Usage:  docker port CONTAINER [PRIVATE_PORT[/PROTO]]
  
  Run 'docker port --help' for more information
  [1]
  $ docker ps --format '{{.Ports}}'
  0.0.0.0:9000-9001->9000-9001/tcp, [::]:9000-9001->9000-9001/tcp, 127.0.0.1:5353->53/udp, 0.0.0.0:8080->80/tcp, [::]:8080->80/tcp
  $ docker inspect -f '{{json .HostConfig.PortBindings}}' web
  {"53/udp":[{"HostIp":"127.0.0.1","HostPort":"5353"}],"80/tcp":[{"HostIp":"","HostPort":"8080"}],"9000/tcp":[{"HostIp":"","HostPort":"9000"}],"9001/tcp":[{"HostIp":"","HostPort":"9001"}]}
  $ docker inspect -f '{{json .Config.ExposedPorts}}' web
  {"53/udp":{},"80/tcp":{},"9000/tcp":{},"9001/tcp":{}}
  $ docker inspect -f '{{(index (index .NetworkSettings.Ports "80/tcp") 0).HostPort}}' web
  8080
  $ docker inspect -f '{{range $p, $conf := .NetworkSettings.Ports}}{{$p}} -> {{(index $conf 0).HostPort}}{{println}}{{end}}' web
  53/udp -> 5353
  80/tcp -> 8080
  9000/tcp -> 9000
  9001/tcp -> 9001
  
  $ docker run --name twice -d -p 8080:80 busybox sleep 5 2>&1 | sed 's/(.*)/(ID)/;/^[0-9a-f]\{64\}$/d'
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint twice (ID): Bind for 0.0.0.0:8080 failed: port is already allocated
  
  Run 'docker run --help' for more information
  $ docker ps -a --filter name=twice --format '{{.Status}}'
  Created
  $ docker rm twice
  twice
  $ docker stop -t 0 web; docker port web
  web
  $ docker run -d --name all -P --expose 7000 --expose 7001/udp busybox sleep 1000 >/dev/null; docker port all | sed 's/:[0-9]*$/:PORT/'
  7000/tcp -> 0.0.0.0:PORT
  7000/tcp -> [::]:PORT
  7001/udp -> 0.0.0.0:PORT
  7001/udp -> [::]:PORT
  $ docker run -d --name none busybox sleep 1000 >/dev/null; docker port none
  $ docker ps --filter publish=7000 --format '{{.Names}}'
  $ docker ps -a --filter expose=7001/udp --format '{{.Names}}'
  all
  $ docker ps --filter expose=7000-7005 --format '{{.Names}}'
  all
