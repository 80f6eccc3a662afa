Words of docker run that the runtime, the kernel or the driver refuses: programs below files, networks that exclude each other, capabilities with blanks, hardware addresses, sizes of a tmpfs, addresses to publish at.
  $ docker run -d --name cc busybox sleep 1000 >/dev/null
  $ docker run --rm busybox /etc/passwd/x
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc/passwd/x": stat /etc/passwd/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  
  Run 'docker run --help' for more information
  [125]
  $ docker exec cc /etc/group/x
  OCI runtime exec failed: exec failed: unable to start container process: exec: "/etc/group/x": stat /etc/group/x: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  [127]
  $ docker run --rm busybox /etc
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc": is a directory: permission denied
  
  Run 'docker run --help' for more information
  [126]
  $ docker run --rm -w /etc/group/x/y busybox ls
  docker: Error response from daemon: lstat /var/lib/docker/overlay2/<ID1>/merged/etc/group/x: not a directory
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -w /etc/group busybox ls
  docker: Error response from daemon: Cannot mkdir: /etc/group is not a directory
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vol:/etc/group/x/y busybox ls
  docker: Error response from daemon: lstat /var/lib/docker/overlay2/<ID2>/merged/etc/group/x: not a directory
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /etc/group busybox ls
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/etc/group": mount src=tmpfs, dst=/etc/group, dstFd=/proc/thread-self/fd/14, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0644: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network bridge --network host busybox true
  docker: Error response from daemon: failed to set up container networking: cannot connect container to host network - container must be created in host network mode
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --network host --network none busybox true
  docker: Error response from daemon: failed to set up container networking: container sharing network namespace with another container or host cannot be connected to any other network
  
  Run 'docker run --help' for more information
  [125]
  $ docker network connect host cc
  Error response from daemon: cannot connect container to host network - container must be created in host network mode
  [1]
  $ docker network connect none cc
  Error response from daemon: container cannot be connected to multiple networks with one of the networks in private (none) mode
  [1]
  $ docker create --name h1 --network host busybox sleep 1000 >/dev/null; docker network connect host h1; docker start h1; docker network connect host h1; docker network connect bridge h1
  h1
  Error response from daemon: endpoint with name h1 already exists in network host
  Error response from daemon: container sharing network namespace with another container or host cannot be connected to any other network
  [1]
  $ docker create --name h2 --network none busybox sleep 1000 >/dev/null; docker network connect none h2; docker start h2; docker network connect none h2; docker network connect bridge h2
  h2
  Error response from daemon: endpoint with name h2 already exists in network none
  Error response from daemon: container cannot be connected to multiple networks with one of the networks in private (none) mode
  [1]
  $ docker run --rm --tmpfs /x:size=1t busybox grep /x /proc/mounts
  tmpfs /x tmpfs rw,nosuid,nodev,noexec,relatime,size=1073741824k 0 0
  $ docker run --rm --tmpfs /x:size=0x100000 busybox grep /x /proc/mounts
  tmpfs /x tmpfs rw,nosuid,nodev,noexec,relatime,size=1024k 0 0
  $ docker run --rm --tmpfs /x:nr_inodes=0x10,nr_blocks=0x10,uid=0x10 busybox grep /x /proc/mounts
  tmpfs /x tmpfs rw,nosuid,nodev,noexec,relatime,size=64k,nr_inodes=16,uid=16 0 0
  $ docker run --rm --tmpfs /x:mode=0x1ff busybox true
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=mode=0x1ff: invalid argument
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cpus 0b1 busybox echo ok; docker run --rm --cpus 1_0/2_0 busybox echo ok; docker run --rm --cpus 0x1p0 busybox echo ok; docker run --rm --cpus 08 busybox true 2>&1 | head -n 1
  ok
  ok
  ok
  docker: Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  $ docker run --rm --cpus 08/9 busybox true 2>&1 | head -n 1; docker run --rm --cpus 1__0 busybox true 2>&1 | head -n 1; docker run --rm --cpus 1/-2 busybox true 2>&1 | head -n 1
  invalid argument "08/9" for "--cpus" flag: failed to parse 08/9 as a rational number
  invalid argument "1__0" for "--cpus" flag: failed to parse 1__0 as a rational number
  invalid argument "1/-2" for "--cpus" flag: failed to parse 1/-2 as a rational number
  $ docker run --rm --cap-add 'net_admin ' busybox true
  docker: Error response from daemon: invalid CapAdd: unknown capability: "CAP_NET_ADMIN "
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cap-add cap_all busybox true
  docker: Error response from daemon: invalid CapAdd: unknown capability: "CAP_ALL"
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cap-drop ' chown' busybox true
  docker: Error response from daemon: invalid CapDrop: unknown capability: "CAP_ CHOWN"
  
  Run 'docker run --help' for more information
  [125]
  $ docker create --name k1 --cap-add cap_kill --cap-add KILL --cap-add all --cap-drop kill --cap-drop all busybox >/dev/null; docker inspect -f '{{.HostConfig.CapAdd}} {{.HostConfig.CapDrop}}' k1
  [ALL CAP_KILL] [ALL CAP_KILL]
  $ docker run --rm --cap-add kill --cap-drop all busybox grep CapEff /proc/self/status
  CapEff:	0000000000000020
  $ docker run --rm --sysctl kernel.msgmax= busybox cat /proc/sys/kernel/msgmax; docker run --rm --sysctl net.core.somaxconn= busybox cat /proc/sys/net/core/somaxconn
  8192
  4096
  $ docker run --rm --mac-address ff:ff:ff:ff:ff:ff busybox true 2>&1 | sed 's/veth[0-9a-f]*/VETH/g'
  docker: Error response from daemon: failed to set up container networking: failed to add interface VETH to sandbox: error setting interface "VETH" MAC to "<MAC>": cannot assign requested address
  
  Run 'docker run --help' for more information
  $ docker run --rm --mac-address 00:00:00:00:00:00 busybox true 2>&1 | sed 's/veth[0-9a-f]*/VETH/g'
  docker: Error response from daemon: failed to set up container networking: failed to add interface VETH to sandbox: error setting interface "VETH" MAC to "<MAC>": cannot assign requested address
  
  Run 'docker run --help' for more information
  $ docker run --rm --mac-address 02:00:00:00:00:00:00:01 busybox true 2>&1 | sed 's/veth[0-9a-f]*/VETH/g'
  docker: Error response from daemon: failed to set up container networking: failed to add interface VETH to sandbox: failed to advertise addresses: MAC address changed, got <MAC>, expected <MAC>:00:01
  
  Run 'docker run --help' for more information
  $ docker run --rm --gpus device= busybox true
  docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -p 255.255.255.255:18096:80 busybox echo ok; docker run --rm -p 224.0.0.1:18096:80 busybox echo ok; docker run --rm -p 172.17.255.255:18096:80 busybox echo ok; docker run --rm -p '[::1]:18096:80' busybox echo ok
  ok
  ok
  ok
  ok
  $ docker run --rm -p 172.17.0.0:18096:80 busybox true 2>&1 | sed 's/endpoint.*: failed/failed/; s/:172[^:]*:80/:80/'
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on failed to bind host port for <IP>:18096:80/tcp: cannot assign requested address
  
  Run 'docker run --help' for more information
  $ docker run --rm -p '[ff02::1]:18096:80' busybox true 2>&1 | sed 's/endpoint.*: failed/failed/; s/:172[^:]*:80/:80/'
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on failed to bind host port for [ff02::1]:18096:80/tcp: invalid argument
  
  Run 'docker run --help' for more information
  $ docker run --rm -p '[::2]:18096:80' busybox true 2>&1 | sed 's/endpoint.*: failed/failed/; s/:172[^:]*:80/:80/'
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on failed to bind host port for [::2]:18096:80/tcp: cannot assign requested address
  
  Run 'docker run --help' for more information
