Ports: where they lead, and how they are written.

  $ docker run -d --name p1 -p 8081:80 -p 127.0.0.1:8082:81/udp -p 9000-9001:90-91 busybox sleep 300 | wc -c; docker port p1; docker port p1 80; docker port p1 81/udp; docker port p1 99
  65
  80/tcp -> 0.0.0.0:8081
  80/tcp -> [::]:8081
  81/udp -> 127.0.0.1:8082
  90/tcp -> 0.0.0.0:9000
  90/tcp -> [::]:9000
  91/tcp -> 0.0.0.0:9001
  91/tcp -> [::]:9001
  0.0.0.0:8081
  [::]:8081
  127.0.0.1:8082
  Error: No public port '99' published for p1
  [1]
  $ docker ps --format '{{.Ports}}'; docker ps -f publish=8081 -q | wc -l; docker ps -f expose=90 -q | wc -l
  0.0.0.0:8081->80/tcp, [::]:8081->80/tcp, 127.0.0.1:8082->81/udp, 0.0.0.0:9000->90/tcp, [::]:9000->90/tcp, 0.0.0.0:9001->91/tcp, [::]:9001->91/tcp
  1
  1
  $ docker inspect p1 -f '{{json .HostConfig.PortBindings}} {{json .NetworkSettings.Ports}}'
  {"80/tcp":[{"HostIp":"","HostPort":"8081"}],"81/udp":[{"HostIp":"127.0.0.1","HostPort":"8082"}],"90/tcp":[{"HostIp":"","HostPort":"9000"}],"91/tcp":[{"HostIp":"","HostPort":"9001"}]} {"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"8081"},{"HostIp":"::","HostPort":"8081"}],"81/udp":[{"HostIp":"127.0.0.1","HostPort":"8082"}],"90/tcp":[{"HostIp":"0.0.0.0","HostPort":"9000"},{"HostIp":"::","HostPort":"9000"}],"91/tcp":[{"HostIp":"0.0.0.0","HostPort":"9001"},{"HostIp":"::","HostPort":"9001"}]}
  $ docker run -d --name p2 -p 8081:80 busybox sleep 3 2>&1 | sed 's/([0-9a-f]*)/(ID)/;s/^[0-9a-f]*$/ID/'; docker ps -a -f name=p2 --format '{{.Status}}'
  ID
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint p2 (ID): Bind for 0.0.0.0:8081 failed: port is already allocated
  ID
  Run 'docker run --help' for more information
  Created
  $ docker rm p2; docker run -d --name p3 --expose 5000 -P busybox sleep 300 | wc -c; docker port p3 | sed 's/3[0-9]*$/N/'
  p2
  65
  5000/tcp -> 0.0.0.0:N
  5000/tcp -> [::]:N
