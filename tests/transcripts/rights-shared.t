Rights: capabilities, and programs that would gain some.

  $ docker run --rm --cap-drop ALL --cap-add chown busybox grep -E 'Cap(Eff|Bnd)|NoNew|Seccomp:' /proc/self/status
  CapEff:	0000000000000001
  CapBnd:	0000000000000001
  NoNewPrivs:	0
  Seccomp:	2
  $ docker run --rm --cap-add SYS_PTRACE --security-opt no-new-privileges busybox grep -E 'Cap(Eff|Bnd)|NoNew|Seccomp:' /proc/self/status
  CapEff:	00000000a80c25fb
  CapBnd:	00000000a80c25fb
  NoNewPrivs:	1
  Seccomp:	2
  $ docker run --rm --security-opt seccomp=unconfined busybox grep -E 'Seccomp:' /proc/self/status
  Seccomp:	0
  $ docker create --name caps --cap-add net_admin --cap-add CAP_CHOWN --cap-drop all busybox >/dev/null; docker inspect -f '{{.HostConfig.CapAdd}} {{.HostConfig.CapDrop}}' caps; docker rm caps
  [CAP_CHOWN CAP_NET_ADMIN] [ALL]
  caps
  $ docker run --rm --cap-drop SETUID busybox su nobody -s /bin/id
  su: setuid: Operation not permitted
  [1]
  $ docker run --rm --cap-drop SETGID busybox su nobody -s /bin/id
  su: can't set groups: Operation not permitted
  [1]
  $ docker run --rm --cap-drop NET_RAW busybox ping -c1 127.0.0.1
  PING 127.0.0.1 (127.0.0.1): 56 data bytes
  ping: permission denied (are you root?)
  [1]

Namespaces that are shared.

  $ docker run -d --name one --ipc shareable --sysctl kernel.msgmax=9999 busybox sleep 100 >/dev/null; docker exec one sh -c 'echo hi > /dev/shm/x'
  $ docker run --rm --ipc container:one busybox cat /dev/shm/x /proc/sys/kernel/msgmax
  hi
  9999
  $ docker run --rm --pid container:one busybox sh -c 'cat /proc/1/cmdline | tr "\0" " "; kill -9 1; echo $?; pidof sleep | wc -w'
  sleep 100 0
  1
  $ docker run -d --name two --pid container:one busybox sleep 200 >/dev/null; docker exec two pidof sleep | wc -w; docker pause two; docker inspect -f '{{.State.Status}}' one two; docker unpause two
  2
  two
  running
  paused
  two
  $ docker rm -f one; sleep 0.5; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' two; docker start two 2>&1 | sed 's/[0-9a-f]\{64\}/ID/g'; docker rm two
  one
  exited 137
  Error response from daemon: failed to join PID namespace: No such container: ID
  Error: failed to start containers: two
  two
  $ docker run -d --name one busybox sleep 100 >/dev/null; docker run --rm --ipc container:one busybox true 2>&1 | sed 's/[0-9a-f]\{64\}/ID/g'; docker stop -t 0 one; docker run --rm --pid container:one busybox true 2>&1 | sed 's/[0-9a-f]\{64\}/ID/g'; docker rm one
  docker: Error response from daemon: failed to join IPC namespace: container ID: non-shareable IPC (hint: use IpcMode:shareable for the donor container)
  
  Run 'docker run --help' for more information
  one
  docker: Error response from daemon: failed to join PID namespace: container ID is not running
  
  Run 'docker run --help' for more information
  one
  $ docker run --rm --uts host busybox hostname
  docker-host
  $ docker run --rm --pid host busybox sh -c 'test $$ -gt 1 && echo yes'
  yes

Devices of the host.

  $ docker run --rm --device /dev/null:/dev/foo busybox ls -l /dev/foo
  crw-rw-rw-  1 root  root  1,  3 <DATE> /dev/foo
  $ docker run --rm --device /etc/passwd busybox true
  docker: Error response from daemon: error gathering device information while adding custom device "/etc/passwd": not a device node
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --device /dev/zero:/dev/foo:r busybox sh -c 'head -c 3 /dev/foo | od -c'
  0000000  \0  \0  \0
  0000003
