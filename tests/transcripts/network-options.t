Options, addresses and drivers of networks that can not be.

  $ for o in bridge.enable_icc=x bridge.enable_ip_masquerade=x bridge.host_binding_ipv4=x bridge.gateway_mode_ipv4=x bridge.name=aaaaaaaaaaaaaaaa bridge.name=a/b driver.mtu=x driver.mtu=-1 driver.mtu=67 driver.mtu=65536 driver.mtu=; do docker network create -o com.docker.network.$o nn; done
  Error response from daemon: failed to parse com.docker.network.bridge.enable_icc value: x (strconv.ParseBool: parsing "x": invalid syntax)
  Error response from daemon: failed to parse com.docker.network.bridge.enable_ip_masquerade value: x (strconv.ParseBool: parsing "x": invalid syntax)
  Error response from daemon: failed to parse com.docker.network.bridge.host_binding_ipv4 value: x (nil ip)
  Error response from daemon: failed to parse com.docker.network.bridge.gateway_mode_ipv4 value: x (unknown gateway mode x)
  Error response from daemon: numerical result out of range
  Error response from daemon: invalid argument
  Error response from daemon: failed to parse com.docker.network.driver.mtu value: x (strconv.Atoi: parsing "x": invalid syntax)
  Error response from daemon: invalid MTU number: -1
  Error response from daemon: invalid argument
  Error response from daemon: invalid argument
  Error response from daemon: failed to parse com.docker.network.driver.mtu value:  (strconv.Atoi: parsing "": invalid syntax)
  [1]
  $ docker network create --ipv4=false nn; docker network create --ipam-driver null nn
  Error response from daemon: IPv4 or IPv6 must be enabled
  Error response from daemon: ipv4 pool is empty
  [1]
  $ docker network create --subnet 10.99.0.0/16 --gateway 10.99.0.0 nn; docker network create --subnet 10.99.0.0/16 --gateway 10.99.255.255 nn; docker network create --subnet 10.99.0.0/16 --ip-range 10.99.1.5/24 nn
  Error response from daemon: failed to allocate gateway (10.99.0.0): Address already in use
  Error response from daemon: failed to allocate gateway (10.99.255.255): Address already in use
  Error response from daemon: invalid network config:
  invalid ip-range 10.99.1.5/24: it should be 10.99.1.0/24
  [1]
  $ docker network create --subnet 10.99.0.0/16 --aux-address a=10.99.0.1 nn; docker network create --subnet 10.99.0.0/16 --aux-address a=10.99.0.5 --gateway 10.99.0.5 nn
  Error response from daemon: failed to allocate secondary ip address (a:10.99.0.1): Address already in use
  Error response from daemon: failed to allocate secondary ip address (a:10.99.0.5): Address already in use
  [1]
  $ docker network create --subnet 10.99.0.0/16 --aux-address a=10.99.0.5 nn | wc -c; docker create --name cc busybox true | wc -c; docker network connect nn cc; docker network connect nn cc; docker network disconnect -f nope cc
  65
  65
  Error response from daemon: container <ID1> is not connected to the network nope
  [1]
