What the daemon was told to do it does, though nobody waits for it any more.

  $ docker run -d --name deaf busybox sleep 300 >/dev/null; sh -c "timeout -s KILL 1 docker stop -t 3 deaf; true" 2>/dev/null; docker inspect -f '{{.State.Status}}' deaf; sleep 4; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' deaf
  running
  exited 137
  $ docker start deaf >/dev/null; timeout -s INT 1 docker stop -t 3 deaf; sleep 4; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' deaf
  exited 137
  $ docker start deaf >/dev/null; A=$(docker inspect -f '{{.State.StartedAt}}' deaf); sh -c "timeout -s KILL 1 docker restart -t 3 deaf; true" 2>/dev/null; sleep 4; docker inspect -f '{{.State.Status}}' deaf; test "$A" = "$(docker inspect -f '{{.State.StartedAt}}' deaf)" || echo restarted
  running
  restarted
  $ docker run -d --rm --name gone busybox sleep 300 >/dev/null; sh -c "timeout -s KILL 1 docker stop -t 2 gone; true" 2>/dev/null; sleep 3; docker inspect gone
  []
  Error: No such object: gone
  [1]
  $ docker run -d --rm --name gone busybox sleep 300 >/dev/null; docker restart -t 0 gone; docker ps --format '{{.Names}}' | sort
  gone
  deaf
  gone
  $ docker restart -t 0 gone deaf; docker rm -f gone deaf; docker ps -aq
  gone
  deaf
  gone
  deaf
  $ docker create --name bad -v vv:/ busybox; docker create --name bad -v / busybox >/dev/null; docker start bad 2>&1 | sed -E 's/[0-9a-f]{64}/ID/g'; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' bad; docker rm -v bad
  Error response from daemon: invalid volume specification: 'vv:/': invalid mount config for type "volume": invalid specification: destination can't be '/'
  Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/var/lib/docker/volumes/ID/_data" to rootfs at "/": create mountpoint for / mount: mountpoint "/var/lib/docker/overlay2/ID/merged" is on the top of rootfs "/var/lib/docker/overlay2/ID/merged"
  Error: failed to start containers: bad
  created 128
  bad
