Options that show in what a container sees.

  $ n=0; for i in $(seq 70); do docker run --rm busybox false || n=$((n+1)); done; echo $n
  70
  $ docker run -d --name hh --health-cmd 'echo x >> /probes' --health-interval 1s --health-start-period 20s busybox sleep 1000 >/dev/null; docker run -d --name hj --health-cmd 'exit 1' --health-interval 1s --health-start-period 20s busybox sleep 1000 >/dev/null; sleep 8; docker inspect -f '{{len .State.Health.Log}} {{.State.Health.FailingStreak}} {{.State.Health.Status}}' hj
  1 0 starting
  $ docker inspect -f '{{.State.Health.Status}}' hh; docker rm -f hh hj
  healthy
  hh
  hj
  $ docker search --filter is-automated=true alpine
  WARNING: the "is-automated" filter is deprecated, and searching for "is-automated=true" will not yield any results in future.
  NAME      DESCRIPTION   STARS     OFFICIAL
  $ docker network create --subnet 10.77.0.0/32 n1; docker run --rm --network n1 busybox true
  <ID1>
  docker: Error response from daemon: failed to set up container networking: no available IPv4 addresses on this network's address pools: n1 (<ID1>)
  
  Run 'docker run --help' for more information
  [125]
  $ docker network create --subnet 10.77.1.0/31 n2; docker network inspect -f '{{json .IPAM.Config}}' n2; docker run --rm --network n2 busybox hostname -i
  <ID2>
  [{"Subnet":"10.77.1.0/31"}]
  10.77.1.1
  $ docker network create --subnet 10.77.2.0/30 n3; docker run --rm --network n3 busybox hostname -i
  <ID3>
  10.77.2.2
  $ docker network create --subnet 10.9.0.0/24 --aux-address a=10.9.0.2 n4; docker run --rm --network n4 busybox hostname -i
  <ID4>
  10.9.0.3
  $ docker network create -o com.docker.network.driver.mtu=1200 n5; docker run --rm --network n5 busybox ifconfig eth0 | grep -o 'MTU:[0-9]*'
  <ID5>
  MTU:1200
  $ docker network create -o com.docker.network.bridge.enable_icc=false n6 >/dev/null; docker run -d --name ic --network n6 busybox sleep 1000 >/dev/null; docker run --rm --network n6 busybox ping -c1 -W1 ic | tail -2
  --- ic ping statistics ---
  1 packets transmitted, 0 packets received, 100% packet loss
  $ docker volume create -o type=tmpfs -o device=tmpfs -o o=noexec,nosuid,nodev,size=1m vt; docker run --rm -v vt:/t busybox sh -c 'grep " /t " /proc/mounts; echo "#!/bin/sh" > /t/x; chmod +x /t/x; /t/x'
  vt
  tmpfs /t tmpfs rw,nosuid,nodev,noexec,relatime,size=1024k 0 0
  sh: /t/x: Permission denied
  [126]
  $ mkdir -p /tmp/bd; docker volume create -o type=none -o device=/tmp/bd -o o=bind,noexec vb; docker run --rm -v vb:/t busybox sh -c 'echo "#!/bin/sh" > /t/x; chmod +x /t/x; /t/x'
  vb
  $ docker run --rm --tmpfs /t:nr_blocks=1 busybox sh -c 'dd if=/dev/zero of=/t/f bs=8k count=1 2>&1; wc -c < /t/f'
  dd: error writing '/t/f': No space left on device
  1+0 records in
  0+0 records out
  4096
  $ docker run --rm --tmpfs /t:exec,noexec busybox sh -c 'grep " /t " /proc/mounts'; docker run --rm --tmpfs /t:noexec,exec busybox sh -c 'grep " /t " /proc/mounts'
  tmpfs /t tmpfs rw,nosuid,nodev,noexec,relatime 0 0
  tmpfs /t tmpfs rw,nosuid,nodev,relatime 0 0
  $ docker run --rm --tmpfs /t:size=18446744073709551615 busybox true
  $ docker run --rm --log-opt max-size=1.5k busybox true; docker run --rm --log-opt max-size=x busybox true; docker run --rm --log-opt max-size=-1 --log-opt max-file=0 busybox true
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: invalid size: 'x'
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: failed to create task for container: failed to initialize logging driver: invalid size: '-1'
  
  Run 'docker run --help' for more information
  [125]
  $ docker volume create vm >/dev/null; sudo mkdir /var/lib/docker/volumes/vm/_data/sub /tmp/out; echo keep | sudo tee /tmp/out/f >/dev/null; sudo mount --bind /tmp/out /var/lib/docker/volumes/vm/_data/sub; docker volume rm vm; ls /tmp/out; docker volume ls -q --filter name=vm; sudo umount /var/lib/docker/volumes/vm/_data/sub; docker volume rm vm
  Error response from daemon: remove vm: error removing volume path '/var/lib/docker/volumes/vm/_data': unlinkat /var/lib/docker/volumes/vm/_data/sub: device or resource busy
  vm
  vm
  $ sudo mkdir -p /srv/b/below; sudo mount -t tmpfs tmpfs /srv/b/below; sudo touch /srv/b/below/inner /srv/b/outer; docker run --rm --mount type=bind,src=/srv/b,dst=/s busybox ls /s /s/below
  /s:
  below
  outer
  
  /s/below:
  inner
  $ docker run --rm --mount type=bind,src=/srv/b,dst=/s,bind-recursive=disabled busybox ls /s/below | wc -l
  0
  $ docker run --rm --mount type=bind,src=/srv/b,dst=/s,readonly busybox sh -c 'touch /s/x; touch /s/below/x'
  touch: /s/x: Read-only file system
  touch: /s/below/x: Read-only file system
  [1]
  $ docker run --rm --mount type=bind,src=/srv/b,dst=/s,readonly,bind-recursive=writable busybox sh -c 'touch /s/x; touch /s/below/x && ls /s/below'
  touch: /s/x: Read-only file system
  inner
  x
  $ sudo umount /srv/b/below; ls /srv/b/below; docker rm -f ic; docker network rm n1 n2 n3 n4 n5 n6
  ic
  n1
  n2
  n3
  n4
  n5
  n6
