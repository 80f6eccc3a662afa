What a container sees of its network and processors.

  $ docker network create nn >/dev/null; docker run --rm --network nn busybox sh -c 'ip -o link show lo; ip -4 -o addr show eth0 | cut -d" " -f1-7 | sed "s/172[0-9./]*/ADDR/"; ip -o addr show lo; ip -4 addr show lo; ip -o -6 addr'
  1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000\  link/loopback <MAC> brd <MAC>
  2: eth0    inet ADDR
  1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
  1: lo    inet6 ::1/128 scope host \       valid_lft forever preferred_lft forever
  1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
      inet 127.0.0.1/8 scope host lo
         valid_lft forever preferred_lft forever
  1: lo    inet6 ::1/128 scope host \       valid_lft forever preferred_lft forever
  $ docker run --rm --network none busybox ip -o -f inet addr
  1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
  $ docker run --rm --network nn busybox ip route | sed 's/172[0-9./]*/ADDR/g'
  default via ADDR dev eth0 
  ADDR dev eth0 scope link  src ADDR 
  $ docker run --rm --cpuset-cpus 0 busybox nproc; docker run --rm --cpuset-cpus 0,1 busybox nproc; docker run -d --name c1 busybox sleep 100 >/dev/null; docker update --cpuset-cpus 1 c1; docker exec c1 nproc; docker rm -f c1
  1
  2
  c1
  1
  c1
  $ docker run --rm --cpuset-cpus x busybox nproc
  docker: Error response from daemon: Invalid value x for cpuset cpus: invalid format: x
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --env-file <(echo Z=9) busybox sh -c 'echo $Z'; docker run -d --name e1 busybox sleep 100 >/dev/null; docker exec --env-file <(printf 'A=1\n#x\nB=2\n') e1 sh -c 'echo $A$B'; docker rm -f e1
  9
  12
  e1
  $ docker run --name o1 -m 16m busybox sh -c 'x=$(yes | head -c 60m); echo survived' 2>/dev/null; echo $?; docker inspect -f '{{.State.OOMKilled}} {{.State.ExitCode}}' o1; docker rm o1
  137
  true 137
  o1
  $ docker create --name p1 busybox >/dev/null; docker inspect -f '{{.Config.ExposedPorts}} {{.HostConfig.PortBindings}} {{.Config.Volumes}}' p1; docker rm p1; docker network rm nn
  map[] map[] map[]
  p1
  nn
