Isolated networks, health checks of images, places that look like drives, and what ends a client.

  $ printf 'FROM busybox\nHEALTHCHECK --interval=5s --retries=2 CMD true\n' > Dockerfile; docker build -q -t hc . >/dev/null; docker inspect hc | grep -A8 Healthcheck; docker image inspect -f '{{json .Config.Healthcheck}}' hc
              "Healthcheck": {
                  "Interval": 5000000000,
                  "Retries": 2,
                  "Test": [
                      "CMD-SHELL",
                      "true"
                  ]
              },
              "Labels": null,
  {"Test":["CMD-SHELL","true"],"Interval":5000000000,"Retries":2}
  $ docker create --name hh hc >/dev/null; docker inspect hh | grep -A8 Healthcheck
              "Healthcheck": {
                  "Test": [
                      "CMD-SHELL",
                      "true"
                  ],
                  "Interval": 5000000000,
                  "Retries": 2
              },
              "Image": "hc",
  $ printf 'FROM scratch\nLABEL a=b\n' > Dockerfile; docker build -q -t sc . >/dev/null; docker inspect -f '{{json .Config}}' sc
  {"Env":["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],"WorkingDir":"/","Labels":{"a":"b"}}
  $ printf 'FROM scratch\nWORKDIR app\nCMD ["x"]\n' > Dockerfile; docker build -q -t sc . >/dev/null; docker inspect -f '{{json .Config.WorkingDir}}' sc; docker create --name s1 sc >/dev/null; docker inspect -f '{{.Config.WorkingDir}}' s1
  "/app"
  /app
  $ docker create --name wl -v a:/a -v v:/data busybox >/dev/null; docker inspect -f '{{range .Mounts}}{{.Destination}} {{.Type}}{{println}}{{end}}' wl; docker inspect -f '{{json .Config.Volumes}} {{json .HostConfig.Binds}}' wl; docker start wl; docker run --rm -v a:/a busybox sh -c 'ls -d /a* /a:/a'
  a:/a volume
  v:/data volume
  
  {"a:/a":{},"v:/data":{}} null
  wl
  /a:
  /a:/a
  $ docker run --rm --mount type=bind,src=$PWD,dst=/x,bind-nonrecursive busybox true
  $ docker run --rm --mount type=bind,src=$PWD,dst=/x,bind-nonrecursive=true busybox true 2>&1 | sed 's/time="[^"]*" //'
  level=warning msg="bind-nonrecursive is deprecated, use bind-recursive=disabled instead"
  $ docker run --rm --mount type=bind,src=$PWD,dst=/x,bind-recursive=disabled busybox true
  $ docker network create --internal -o com.docker.network.bridge.gateway_mode_ipv4=isolated --subnet 10.81.0.0/24 iso >/dev/null; docker network inspect -f '{{range .IPAM.Config}}{{.Subnet}} [{{.Gateway}}]{{end}}' iso; docker run --rm --network iso busybox sh -c 'ip -4 addr show eth0 | grep -o "inet [0-9.]*"; ip route | grep -c default'
  10.81.0.0/24 []
  inet 10.81.0.1
  0
  [1]
  $ docker network create --internal --subnet 10.82.0.0/24 --gateway 10.82.0.9 -o com.docker.network.bridge.gateway_mode_ipv4=isolated iso2 >/dev/null; docker network inspect -f '{{range .IPAM.Config}}[{{.Gateway}}]{{end}}' iso2
  [10.82.0.9]
  $ docker network create -d macvlan -o parent=eth9 mv; docker network create -d ipvlan -o parent=eth9.x mv; docker network create -d macvlan -o parent=eth9.10 mv; docker network create -d macvlan -o parent=lo mv; docker network create -d ipvlan -o ipvlan_mode=zz mv; docker network create -d macvlan -o macvlan_mode=zz mv
  Error response from daemon: invalid subinterface vlan name eth9, example formatting is eth0.10
  Error response from daemon: unable to parse a valid vlan id from: x (ex. eth0.10 for vlan 10)
  Error response from daemon: -o parent interface was not found on the host: eth9
  Error response from daemon: loopback interface is not a valid macvlan parent link
  Error response from daemon: requested ipvlan mode 'zz' is not valid, 'l2' mode is the ipvlan driver default
  Error response from daemon: requested macvlan mode 'zz' is not valid, 'bridge' mode is the macvlan driver default
  [1]
  $ docker save busybox > s.tar; docker load --platform linux/arm64 -i s.tar; docker load -q --platform linux/amd64 -i s.tar
  
  Loaded image: busybox:latest
  $ docker save busybox >/dev/full; docker export wl >/dev/full; docker create --name ex busybox >/dev/null; docker cp ex:/etc - >/dev/full
  write /dev/stdout: no space left on device
  write /dev/stdout: no space left on device
  write /dev/stdout: no space left on device
  [1]
  $ docker push --platform linux/arm64 nope 2>&1 | tail -2
  Using default tag: latest
  Error response from daemon: No such image: nope:latest
  $ docker run -d --name l1 busybox sh -c 'sleep 2; echo a; sleep 60' >/dev/null; timeout 5 docker logs -f --until 1s l1; echo "end $?"
  end 0
  $ docker run -d --name l2 busybox sh -c 'echo a; sleep 2' >/dev/null; docker logs -f --until 10s l2; echo "end $?"
  end 0
  $ docker run -d --name l3 busybox sh -c 'echo a; sleep 30' >/dev/null; sleep 1; docker logs -f --until 2020-01-01 l3; echo "end $?"
  end 0
  $ docker top l1 -o pid:20 | head -1
  PID
  $ t() { "$@" >o.txt 2>e.txt & p=$!; sleep 1; for s in INT TERM TERM TERM; do kill -$s $p 2>/dev/null && echo sent $s; sleep 1; done; wait $p; echo "status $?"; cat e.txt; }; t docker attach --sig-proxy=false l1; t docker stats l1
  sent INT
  sent TERM
  sent TERM
  status 1
  
  got 3 SIGTERM/SIGINTs, forcefully exiting
  sent INT
  sent TERM
  sent TERM
  status 1
  
  got 3 SIGTERM/SIGINTs, forcefully exiting
  $ docker volume create --opt type=overlay --opt device=overlay --opt o=lowerdir=/tmp ov >/dev/null; docker run --rm -v ov:/x busybox true
  docker: Error response from daemon: error while mounting volume '/var/lib/docker/volumes/ov/_data': failed to mount local volume: mount overlay:/var/lib/docker/volumes/ov/_data, data: lowerdir=/tmp: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm busybox date -s 2020-01-01
  date: can't set date: Operation not permitted
  [1]
