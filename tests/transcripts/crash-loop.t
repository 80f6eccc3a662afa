A container that crashes again and again is running for some verbs and not for others; any signal ends
its restarts. So does one to a container that runs, unless it is made to stop by another.

  $ docker network create nn | wc -c; docker run -d --name rs --restart always busybox false | wc -c; sleep 4
  65
  65
  $ docker inspect -f '{{.State.Status}} {{.State.Running}} {{.State.Restarting}}' rs
  restarting true true
  $ docker top rs
  Error response from daemon: Container <ID1> is restarting, wait until the container is running
  [1]
  $ docker exec rs true
  Error response from daemon: Container <ID1> is restarting, wait until the container is running
  [1]
  $ docker pause rs
  Error response from daemon: Container <ID1> is restarting, wait until the container is running
  [1]
  $ docker attach rs
  You cannot attach to a restarting container, wait until it is running
  [1]
  $ docker network connect nn rs
  Error response from daemon: network sandbox for container <ID1> not found
  [1]
  $ docker network disconnect nn rs
  Error response from daemon: container <ID1> is not connected to network nn
  [1]
  $ docker network disconnect bridge rs
  Error response from daemon: container <ID1> is not connected to network bridge
  [1]
  $ docker kill -s HUP rs; docker inspect -f '{{.State.Status}} {{.State.Running}} {{.State.Restarting}}' rs
  rs
  exited false false
  $ docker start rs; sleep 4; docker kill rs; sleep 7; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' rs
  rs
  rs
  exited 1
  $ docker rm rs; docker network rm nn
  rs
  nn
  $ docker run -d --name hup --restart always busybox sh -c 'trap "exit 1" HUP; while :; do sleep 0.1; done' | wc -c; sleep 1
  65
  $ docker kill -s HUP hup; sleep 2; docker inspect -f '{{.State.Status}} {{.RestartCount}}' hup; docker rm -f hup
  hup
  exited 0
  hup
  $ docker run -d --name hup --restart always --stop-signal TERM busybox sh -c 'trap "exit 1" HUP; while :; do sleep 0.1; done' | wc -c; sleep 1
  65
  $ docker kill -s HUP hup; sleep 2; docker inspect -f '{{.State.Status}} {{.RestartCount}}' hup; docker rm -f hup
  hup
  running 1
  hup
  $ docker run -d --name still busybox sleep 100 | wc -c; docker pause still
  65
  still
  $ docker start -a still
  unable to upgrade to tcp, received 409
  [1]
  $ docker attach still
  You cannot attach to a paused container, unpause it first
  [1]
  $ docker rm -f still
  still
