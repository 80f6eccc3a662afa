Published ports and networks that a running container leaves and joins.

  $ docker network create nn >/dev/null; docker run -d --name e1 -p 8090:80 busybox sleep 1000 >/dev/null
  $ docker network disconnect bridge e1; docker port e1; docker ps --format '{{.Names}}:{{.Ports}}'; docker inspect e1 -f '{{json .NetworkSettings.Ports}} {{json .HostConfig.PortBindings}}'
  e1:
  {} {"80/tcp":[{"HostIp":"","HostPort":"8090"}]}
  $ docker run --rm -p 8090:80 busybox true
  $ docker network connect nn e1; docker port e1; docker ps --format '{{.Names}}:{{.Ports}}'
  80/tcp -> 0.0.0.0:8090
  80/tcp -> [::]:8090
  e1:0.0.0.0:8090->80/tcp, [::]:8090->80/tcp
  $ docker network connect bridge e1; docker port e1
  80/tcp -> 0.0.0.0:8090
  80/tcp -> [::]:8090
  $ docker network disconnect nn e1; docker port e1
  80/tcp -> 0.0.0.0:8090
  80/tcp -> [::]:8090
  $ docker network disconnect bridge e1; docker run -d --name e2 -p 8090:80 busybox sleep 100 >/dev/null; docker network connect nn e1 2>&1 | sed 's/for [^ ]*:8090/for HERE:8090/'
  Error response from daemon: driver failed programming external connectivity on endpoint e1 (<ID1>): Bind for HERE:8090 failed: port is already allocated
  $ docker inspect e1 -f '{{range $k,$v := .NetworkSettings.Networks}}{{$k}} {{end}}'
  nn 
  $ docker rm -f e1 e2; docker network rm nn
  e1
  e2
  nn
  $ docker run -d --name h1 --network host nginx sleep 100 >/dev/null; docker ps --format '{{.Names}}:{{.Ports}}'; docker inspect h1 -f '{{json .NetworkSettings.Ports}}'
  h1:
  {}
  $ docker run -d --name h2 --network none --expose 90 busybox sleep 100 >/dev/null; docker ps --format '{{.Names}}:{{.Ports}}'; docker inspect h2 -f '{{json .NetworkSettings.Ports}}'; docker rm -f h1 h2
  h2:
  h1:
  {}
  h1
  h2
