What depends on the state of another container, on networks that come and go, on ports of a range.

  $ docker create --name made busybox true | wc -c; docker run --name x1 --network container:made busybox true
  65
  docker: Error response from daemon: cannot join network namespace of a non running container: container made is created
  
  Run 'docker run --help' for more information
  [125]
  $ docker inspect -f '{{.State.Status}} {{.State.Error}}' x1; docker start -a made; docker run --name x2 --network container:made busybox true
  created cannot join network namespace of a non running container: container made is created
  docker: Error response from daemon: cannot join network namespace of a non running container: container made is exited
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --name self --network container:self busybox true
  docker: Error response from daemon: cannot join own network namespace
  
  Run 'docker run --help' for more information
  [125]
  $ docker rm x1 x2 self made
  x1
  x2
  self
  made
  $ docker run --name aa --volumes-from aa busybox true; docker ps -aq | wc -l
  docker: Error response from daemon: No such container: aa
  
  Run 'docker run --help' for more information
  0
  $ docker run -d --name rs --restart always busybox false | wc -c; sleep 4
  65
  $ docker run --name y1 --network container:rs busybox true; docker run --name y2 --pid container:rs busybox true; docker run --name y3 --ipc container:rs busybox true; docker rm -f rs y1 y2 y3
  docker: Error response from daemon: cannot join network namespace of container: Container <ID1> is restarting, wait until the container is running
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: failed to join PID namespace: Container <ID1> is restarting, wait until the container is running
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: failed to join IPC namespace: Container <ID1> is restarting, wait until the container is running
  
  Run 'docker run --help' for more information
  rs
  y1
  y2
  y3
  $ docker network create n1 | wc -c; docker run -d --name c2 --network n1 busybox sleep 100 | wc -c; docker create --name c3 --network n1 busybox sleep 100 | wc -c; docker stop -t 0 c2; docker network rm n1
  65
  65
  65
  c2
  n1
  $ docker start c2
  Error response from daemon: failed to set up container networking: network <ID2> not found
  Error: failed to start containers: c2
  [1]
  $ docker start c3
  Error response from daemon: failed to set up container networking: network n1 not found
  Error: failed to start containers: c3
  [1]
  $ docker network create n1 | wc -c; docker start c2; docker start c3
  65
  Error response from daemon: failed to set up container networking: network <ID2> not found
  Error: failed to start containers: c2
  c3
  $ docker network disconnect n1 c2; docker network disconnect n1 c2; docker network disconnect -f n1 c2; docker network disconnect nope c2
  Error response from daemon: container <ID3> is not connected to the network n1
  Error response from daemon: container <ID3> is not connected to the network n1
  Error response from daemon: container <ID3> is not connected to the network nope
  [1]
  $ docker start c2; docker inspect -f '{{len .NetworkSettings.Networks}}' c2; docker rm -f c2 c3; docker network rm n1
  c2
  0
  c2
  c3
  n1
  $ docker run -d --name q1 -p 18071-18072:80 busybox sleep 100 | wc -c; docker run -d --name q2 -p 18071-18072:80 busybox sleep 100 | wc -c; docker port q1; docker port q2
  65
  65
  80/tcp -> 0.0.0.0:18071
  80/tcp -> [::]:18071
  80/tcp -> 0.0.0.0:18072
  80/tcp -> [::]:18072
  $ docker run -d --name q3 -p 18071-18072:80 busybox sleep 100
  <ID4>
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint q3 (<ID5>): all ports are allocated
  
  Run 'docker run --help' for more information
  [125]
  $ docker rm -f q1; docker start q3; docker port q3; docker rm -f q2 q3
  q1
  q3
  80/tcp -> 0.0.0.0:18071
  80/tcp -> [::]:18071
  q2
  q3
  $ docker network create --subnet 10.77.0.0/24 nn | wc -c; docker run --rm --network nn --ip 10.77.0.0 busybox true; docker run --rm --network nn --ip 10.77.0.255 busybox true
  65
  docker: Error response from daemon: failed to set up container networking: Address already in use
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: failed to set up container networking: Address already in use
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -d --name web --network nn --network-alias al busybox sleep 100 | wc -c; docker run --rm --network nn busybox ping -c1 -q web.nn | head -1; docker run --rm --network nn busybox ping -c1 -q al.nn | head -1; docker rm -f web; docker network rm nn
  65
  PING web.nn (10.77.0.2): 56 data bytes
  PING al.nn (10.77.0.2): 56 data bytes
  web
  nn
  $ docker network create --subnet 10.78.0.0/24 --ip-range 10.78.0.0/16 x1
  Error response from daemon: invalid network config:
  invalid ip-range 10.78.0.0/16: CIDR block is bigger than its parent subnet 10.78.0.0/24
  [1]
  $ docker network create ' '
  Error response from daemon: invalid name: name is empty
  [1]
  $ docker network create --ipv6 --subnet fd00:9::/64 --gateway fd00:9::99 --subnet 10.78.0.0/24 x1 | wc -c; docker network inspect -f '{{json .IPAM.Config}}' x1; docker network rm x1
  65
  [{"Subnet":"10.78.0.0/24"},{"Subnet":"fd00:9::/64","Gateway":"fd00:9::99"}]
  x1
  $ docker network create -o com.docker.network.bridge.gateway_mode_ipv4=isolated x2
  Error response from daemon: gateway mode 'isolated' can only be used for an internal network
  [1]
  $ docker network create -o com.docker.network.container_iface_prefix=zz x3 | wc -c; docker run --rm --network x3 busybox ls /sys/class/net; docker network rm x3
  65
  lo
  zz0
  x3
  $ docker network create --internal int | wc -c; docker run --rm --network int busybox ping -c1 -W1 8.8.8.8 2>&1 >/dev/null; docker network rm int
  65
  ping: sendto: Network is unreachable
  int
  $ docker run -d --name other busybox sleep 100 | wc -c; docker run -d --name lk --link other:al busybox sleep 100 | wc -c; docker rm --link lk/al; docker inspect -f '{{json .HostConfig.Links}}' lk; docker exec lk ping -c1 -q al
  65
  65
  lk/al
  null
  ping: bad address 'al'
  [1]
  $ docker rm --link lk/al; docker rm --link lk; docker rm -f lk other
  Error response from daemon: No such container: lk/al
  Error response from daemon: Conflict, cannot remove the default link name of the container
  lk
  other
  $ docker run -d --name cc --cpus 0.5 busybox sleep 100 | wc -c; docker update --cpu-quota 1000 cc; docker update --cpu-period 5000 --cpu-quota 5000 cc
  65
  Error response from daemon: Cannot update container <ID6>: Conflicting options: CPU Quota cannot be updated as NanoCPUs has already been set
  Error response from daemon: Cannot update container <ID6>: Conflicting options: CPU Period cannot be updated as NanoCPUs has already been set
  [1]
  $ docker update --pids-limit 7 cc; docker update --pids-limit -1 cc; docker inspect -f '{{.HostConfig.PidsLimit}}' cc; docker rm -f cc
  cc
  cc
  0
  cc
  $ docker kill -s RTMIN+1 nope; docker kill -s RTMIN+40 nope; docker create --name rt --stop-signal RTMIN+3 busybox | wc -c; docker rm rt
  Error response from daemon: cannot kill container: nope: No such container: nope
  Error response from daemon: cannot kill container: nope: invalid signal: RTMIN+40
  65
  rt
  $ for d in gelf awslogs etwlogs gcplogs fluentd splunk syslog journald foo; do docker run --name lg --log-driver $d busybox true; docker inspect -f '{{.State.Status}}' lg; docker logs lg; docker rm lg; done
  docker: Error response from daemon: gelf-address is a required parameter
  
  Run 'docker run --help' for more information
  
  Error: No such object: lg
  Error response from daemon: No such container: lg
  Error response from daemon: No such container: lg
  docker: Error response from daemon: must specify a value for log opt 'awslogs-group'
  
  Run 'docker run --help' for more information
  
  Error: No such object: lg
  Error response from daemon: No such container: lg
  Error response from daemon: No such container: lg
  docker: Error response from daemon: error looking up logging plugin etwlogs: plugin "etwlogs" not found
  
  Run 'docker run --help' for more information
  
  Error: No such object: lg
  Error response from daemon: No such container: lg
  Error response from daemon: No such container: lg
  docker: Error response from daemon: error looking up logging plugin gcplogs: plugin "gcplogs" not found
  
  Run 'docker run --help' for more information
  
  Error: No such object: lg
  Error response from daemon: No such container: lg
  Error response from daemon: No such container: lg
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: dial tcp 127.0.0.1:24224: connect: connection refused
  
  Run 'docker run --help' for more information
  created
  Error response from daemon: dial tcp 127.0.0.1:24224: connect: connection refused
  lg
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: splunk: splunk-url is expected
  
  Run 'docker run --help' for more information
  created
  Error response from daemon: splunk: splunk-url is expected
  lg
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: Unix syslog delivery error
  
  Run 'docker run --help' for more information
  created
  Error response from daemon: Unix syslog delivery error
  lg
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: journald is not enabled on this host
  
  Run 'docker run --help' for more information
  created
  Error response from daemon: journald is not enabled on this host
  lg
  docker: Error response from daemon: error looking up logging plugin foo: plugin "foo" not found
  
  Run 'docker run --help' for more information
  
  Error: No such object: lg
  Error response from daemon: No such container: lg
  Error response from daemon: No such container: lg
  [1]
  $ docker create --name cm busybox echo hi | wc -c; for ch in 'ENTRYPOINT ["x"]' 'ENTRYPOINT x y' 'CMD []' 'CMD' 'CMD \' 'ENTRYPOINT' 'ENTRYPOINT []'; do docker commit --change "$ch" cm cmi | wc -c; docker inspect -f '{{json .Config.Entrypoint}} {{json .Config.Cmd}}' cmi; done
  65
  72
  ["x"] null
  72
  ["/bin/sh","-c","x y"] null
  72
  null ["echo","hi"]
  72
  null ["/bin/sh","-c"]
  72
  null ["/bin/sh","-c"]
  72
  null ["echo","hi"]
  72
  null ["echo","hi"]
  $ docker commit --change 'CMD ["y"]'  --change 'ENTRYPOINT ["x"]' cm cmi | wc -c; docker inspect -f '{{json .Config.Entrypoint}} {{json .Config.Cmd}}' cmi; docker rm cm; docker rmi cmi | wc -l
  72
  ["x"] ["y"]
  cm
  2
  $ docker tag busybox multi:1; docker tag busybox multi:2; docker tag busybox multi:30; for r in 'multi:[12]' 'multi:[!1]' 'multi:[^1]' 'mult?:*' multi 'multi:[1-3]0' 'mu\lti:1' '*/multi'; do echo "$r: $(docker images --format '{{.Tag}}' -f reference="$r" 2>&1 | sort | tr '\n' ' ')"; done
  multi:[12]: 1 2 
  multi:[!1]: 1 
  multi:[^1]: 2 
  mult?:*: 1 2 30 
  multi: 1 2 30 
  multi:[1-3]0: 30 
  mu\lti:1: 1 
  */multi: 
  $ docker images 'multi:['; docker images --format '{{.Tag}}' 'multi:[12]' | sort; docker rmi multi:1 multi:2 multi:30
  Error response from daemon: syntax error in pattern
  1
  2
  Untagged: multi:1
  Untagged: multi:2
  Untagged: multi:30
  $ docker run --rm -d --name ex busybox sleep 100 | wc -c; docker exec ex sleep 20 & sleep 1; kill $!; wait $!; echo $?; docker rm -f ex
  65
  0
  ex
  $ docker events > ev & sleep 1; kill -INT $!; wait $!; echo $?
  130
  $ true & sleep 0.3; kill $! 2>err; echo $?; sed 's/([0-9]*)/(PID)/' err
  1
  bash: kill: (PID) - No such process
