Compose: a project's networks, names and ports.

  $ mkdir net && cd net && printf 'services:\n  web:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    networks:\n      front:\n        aliases: [www]\n      back:\n    ports: ["8091:80"]\n  db:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    networks: [back]\n    hostname: dbhost\n  lone:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    network_mode: none\nnetworks:\n  front:\n    driver_opts:\n      com.docker.network.bridge.name: br-front\n  back:\n    internal: true\n    name: backnet\n    labels: {k: v}\n' > compose.yaml
  $ docker compose up -d 2>&1 | sort
   Container net-db-1  Created
   Container net-db-1  Creating
   Container net-db-1  Started
   Container net-db-1  Starting
   Container net-lone-1  Created
   Container net-lone-1  Creating
   Container net-lone-1  Started
   Container net-lone-1  Starting
   Container net-web-1  Created
   Container net-web-1  Creating
   Container net-web-1  Started
   Container net-web-1  Starting
   Network backnet  Created
   Network backnet  Creating
   Network net_front  Created
   Network net_front  Creating
  $ docker network ls --format '{{.Name}}' | sort
  backnet
  bridge
  host
  net_front
  none
  $ docker network inspect backnet --format '{{.Internal}} {{.Labels.k}} {{index .Labels "com.docker.compose.network"}} {{len .Containers}}'
  true v back 2
  $ docker inspect net-web-1 --format '{{.HostConfig.NetworkMode}} {{range $k, $v := .NetworkSettings.Networks}}{{$k}}{{json $v.Aliases}} {{end}}'
  backnet backnet["net-web-1","web"] net_front["net-web-1","web","www"] 
  $ docker inspect net-lone-1 --format '{{.HostConfig.NetworkMode}}'
  none
  $ docker compose exec web ping -c 1 -W 1 db | head -n 1 | sed 's/(.*//'
  PING db 
  $ docker compose exec db hostname
  dbhost
  $ docker compose port web 80
  0.0.0.0:8091
  $ docker compose port web 81
  no port 81/tcp for container net-web-1: 8091/tcp, 8091/tcp
  [1]
  $ docker compose ps --format '{{.Name}}|{{.Ports}}'
  net-db-1|
  net-lone-1|
  net-web-1|0.0.0.0:8091->80/tcp, [::]:8091->80/tcp
  $ sed -i 's/k: v/k: w/' compose.yaml; docker compose up -d 2>&1 | sort
   Container net-db-1  Started
   Container net-db-1  Starting
   Container net-db-1  Stopped
   Container net-db-1  Stopping
   Container net-lone-1  Running
   Container net-web-1  Started
   Container net-web-1  Starting
   Container net-web-1  Stopped
   Container net-web-1  Stopping
   Network backnet  Created
   Network backnet  Creating
   Network backnet  Removed
  $ docker network inspect backnet --format '{{.Labels.k}} {{len .Containers}}'
  w 2
  $ docker run -d --name guest --network backnet busybox sleep 600 >/dev/null; docker compose down 2>&1 | sort
   Container net-db-1  Removed
   Container net-db-1  Removing
   Container net-db-1  Stopped
   Container net-db-1  Stopping
   Container net-lone-1  Removed
   Container net-lone-1  Removing
   Container net-lone-1  Stopped
   Container net-lone-1  Stopping
   Container net-web-1  Removed
   Container net-web-1  Removing
   Container net-web-1  Stopped
   Container net-web-1  Stopping
   Network backnet  Removing
   Network backnet  Resource is still in use
   Network net_front  Removed
   Network net_front  Removing
  $ docker rm -f guest >/dev/null; docker compose down 2>&1 | sort
   Network backnet  Removed
   Network backnet  Removing
  $ printf 'services:\n  a:\n    image: busybox\n    networks: [x]\nnetworks:\n  x:\n    external: true\n' > ext.yaml; docker compose -f ext.yaml up -d
  network x declared as external, but could not be found
  [1]
  $ docker network create x >/dev/null; docker compose -f ext.yaml up -d 2>&1 | sort; docker compose -f ext.yaml down 2>&1 | sort; docker network ls --format '{{.Name}}' | sort
   Container net-a-1  Created
   Container net-a-1  Creating
   Container net-a-1  Started
   Container net-a-1  Starting
   Container net-a-1  Removed
   Container net-a-1  Removing
   Container net-a-1  Stopped
   Container net-a-1  Stopping
  bridge
  host
  none
  x
  $ docker network create net_default >/dev/null; printf 'services:\n  a:\n    image: busybox\n' > def.yaml; docker compose -f def.yaml up -d 2>&1 | sed 's/time="[^"]*"/time=T/'
  time=T level=warning msg="a network with name net_default exists but was not created by compose.\nSet `external: true` to use an existing network"
  network net_default was found but has incorrect label com.docker.compose.network set to "" (expected: "default")
  $ docker network rm x net_default
  x
  net_default
