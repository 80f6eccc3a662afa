Published ports and the address that they are bound to: what is in the way of what, and who is named.

  $ docker run -d --name p1 -p 127.0.0.1:8082:80 busybox sleep 1000 > /dev/null; docker port p1
  80/tcp -> 127.0.0.1:8082
  $ docker run --rm -p 127.0.0.2:8082:80 busybox echo another address
  another address
  $ docker run --rm -p 8082:80/udp busybox echo another protocol
  another protocol
  $ docker run --rm -p 127.0.0.1:8082:80 busybox true 2>&1 | sed 's/endpoint .*: Bind/endpoint X: Bind/'
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint X: Bind for 127.0.0.1:8082 failed: port is already allocated
  
  Run 'docker run --help' for more information
  $ docker run --rm -p 8082:80 busybox true 2>&1 | sed 's/endpoint .*: Bind/endpoint X: Bind/'
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint X: Bind for 127.0.0.1:8082 failed: port is already allocated
  
  Run 'docker run --help' for more information
  $ docker rm -f p1
  p1
  $ docker run -d --name p2 -p 8082:80 busybox sleep 1000 > /dev/null; docker run --rm -p 127.0.0.1:8082:80 busybox true 2>&1 | sed 's/endpoint .*: Bind/endpoint X: Bind/'
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint X: Bind for 0.0.0.0:8082 failed: port is already allocated
  
  Run 'docker run --help' for more information
  $ docker rm -f p2
  p2
  $ docker run --rm -p 8082:80 -p 127.0.0.1:8082:81 busybox true 2>&1 | sed 's/endpoint .*: Bind/endpoint X: Bind/'
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint X: Bind for 0.0.0.0:8082 failed: port is already allocated
  
  Run 'docker run --help' for more information
  $ docker run --rm -p 127.0.0.1:8082:80 -p 127.0.0.2:8082:80 busybox echo both
  both
  $ docker run --rm -p 127.0.0.1:8082:80/udp -p 127.0.0.2:8082:80/udp busybox echo both
  both
  $ docker run --rm -p 1.2.3.4:8082:80/udp busybox true 2>&1 | sed 's/endpoint .*: failed/endpoint X: failed/'
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint X: failed to bind host port for 1.2.3.4:8082:<IP>:80/udp: cannot assign requested address
  
  Run 'docker run --help' for more information
  $ docker run --rm -p 1.2.3.4:8082:80 busybox true 2>&1 | sed 's/endpoint .*: failed/endpoint X: failed/'
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint X: failed to bind host port for 1.2.3.4:8082:<IP>:80/tcp: cannot assign requested address
  
  Run 'docker run --help' for more information
