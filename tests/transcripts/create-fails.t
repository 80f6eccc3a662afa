What a create that fails leaves behind.

  $ docker create -v /anon busybox nosuch >/dev/null; docker volume ls -q | wc -l; docker rm -v $(docker ps -aq) >/dev/null; docker volume ls -q | wc -l
  1
  0
  $ docker run -v /anon busybox nosuch; echo $?; docker ps -a --format '{{.Status}}'; docker volume ls -q | wc -l; docker container prune -f >/dev/null; docker volume prune -f >/dev/null; docker volume ls -q | wc -l
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "nosuch": executable file not found in $PATH
  
  Run 'docker run --help' for more information
  127
  Created
  1
  0
  $ docker run --rm -v /anon busybox nosuch; echo $?; docker ps -aq | wc -l; docker volume ls -q | wc -l
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "nosuch": executable file not found in $PATH
  
  Run 'docker run --help' for more information
  127
  0
  0
  $ docker run --name n1 -d -v named:/d busybox sleep 50 >/dev/null; docker create --name n1 -v other:/o -v /anon busybox; docker volume ls --format '{{.Name}}'
  Error response from daemon: Conflict. The container name "/n1" is already in use by container "<ID1>". You have to remove (or rename) that container to be able to reuse that name.
  named
  $ docker create -v newvol:/a --mount type=bind,src=/nowhere,dst=/b busybox; docker volume ls --format '{{.Name}}'
  Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /nowhere
  named
  $ docker create -v /anon2 --mount type=bind,src=/nowhere,dst=/b busybox; docker volume ls -q | wc -l
  Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /nowhere
  1
  $ docker create -v good:/a -v bad/name:/b busybox; docker create -v good:/a -v x:relative busybox; docker volume ls --format '{{.Name}}'
  Error response from daemon: create bad/name: "bad/name" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  <ID2>
  <ID3>
  good
  named
  $ docker create --mount type=volume,src=v5,dst=/a --mount type=volume,src=v6,dst=/a busybox; docker volume ls --format '{{.Name}}'
  Error response from daemon: Duplicate mount point: /a
  <ID3>
  good
  named
  v5
  $ docker create --network nonet -v v7:/a --name cn busybox | wc -c; docker start cn; docker volume ls --format '{{.Name}}'; docker ps -a --format '{{.Names}} {{.Status}}' --filter name=cn
  65
  Error response from daemon: failed to set up container networking: network nonet not found
  Error: failed to start containers: cn
  <ID3>
  good
  named
  v5
  v7
  cn Created
  $ docker create --memory 1k -v v8:/a busybox; docker create --cpus 1000 -v v9:/a busybox; docker create --ulimit nope=1 busybox; docker create --restart nope busybox; docker volume ls --format '{{.Name}}'
  Error response from daemon: Minimum memory limit allowed is 6MB
  Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  invalid argument "nope=1" for "--ulimit" flag: invalid ulimit type: nope
  
  Usage:  docker create [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker create --help' for more information
  Error response from daemon: invalid restart policy: unknown policy 'nope'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'
  <ID3>
  good
  named
  v5
  v7
  $ docker create --device /dev/nope -v v13:/a --name dv busybox >/dev/null; docker start dv; docker inspect -f '{{.State.Status}} {{.State.ExitCode}} {{.State.Error}}' dv
  Error response from daemon: error gathering device information while adding custom device "/dev/nope": no such file or directory
  Error: failed to start containers: dv
  created 128 error gathering device information while adding custom device "/dev/nope": no such file or directory
  $ docker create --sysctl nope=1 --name sy busybox >/dev/null; docker start sy 2>&1 | sed 's/: OCI.*//'; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' sy
  invalid argument "nope=1" for "--sysctl" flag: sysctl 'nope=1' is not allowed
  
  Usage:  docker create [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker create --help' for more information
  Error response from daemon: No such container: sy
  Error: failed to start containers: sy
  
  Error: No such object: sy
  [1]
  $ docker create --workdir /etc/passwd --name wd busybox true >/dev/null; docker start wd; docker inspect -f '{{.State.ExitCode}}' wd; docker create -u nobodyhere --name us busybox true > /dev/null; docker start us; docker inspect -f '{{.State.ExitCode}}' us
  Error response from daemon: Cannot mkdir: /etc/passwd is not a directory
  Error response from daemon: No such container: wd
  Error: failed to start containers: wd
  
  Error: No such object: wd
  Error response from daemon: unable to find user nobodyhere: no matching entries in passwd file
  Error: failed to start containers: us
  128
  $ docker run --rm --mount type=volume,src=sub,dst=/d,volume-subpath=no/such busybox true; echo $?; docker volume ls -q --filter name=sub
  docker: Error response from daemon: cannot access path /var/lib/docker/volumes/sub/_data/no/such: lstat /var/lib/docker/volumes/sub/_data/no: no such file or directory
  
  Run 'docker run --help' for more information
  127
  sub
