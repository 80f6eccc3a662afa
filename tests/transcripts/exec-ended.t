Execs end with their container, whatever ends it.

  $ docker run -d --name bb busybox sh -c 'sleep 1' >/dev/null; docker exec bb sleep 100; echo rc $?
  rc 137
  $ docker run -d --name aa busybox sleep 1000 >/dev/null; (docker exec aa sh -c 'echo on; sleep 100'; echo rc $?) >out & sleep 0.5; docker exec -d aa sleep 50; docker stop -t 0 aa; wait; cat out
  aa
  on
  rc 137
  $ docker start aa >/dev/null; (docker exec aa sleep 100; echo rc $?) & sleep 0.5; docker restart -t 0 aa >/dev/null; wait
  rc 137
  $ (docker exec aa sleep 100; echo rc $?) & sleep 0.5; docker kill aa >/dev/null; wait
  rc 137
  $ docker start aa >/dev/null; (docker exec aa sleep 100; echo rc $?) & sleep 0.5; docker rm -f aa >/dev/null; wait
  rc 137
  $ docker run -d --name pp --pid host busybox sleep 1000 >/dev/null; (docker exec pp sleep 100; echo rc $?) & sleep 0.5; docker rm -f pp >/dev/null; wait
  rc 137
  $ docker run -d --name qq busybox sleep 1000 >/dev/null; (docker exec qq sleep 100; echo rc $?) & sleep 0.5; docker pause qq >/dev/null; docker rm -f qq >/dev/null; wait
  rc 137
  $ docker run -d --name ev busybox sleep 1 >/dev/null; docker exec ev sleep 100; sleep 1; docker events --since 10s --until 0s --filter container=ev --format '{{.Action}} {{.Actor.Attributes.exitCode}}'
  create <no value>
  start <no value>
  exec_create: sleep 100 <no value>
  exec_start: sleep 100 <no value>
  exec_die 137
  die 0
  $ docker run --name fg busybox sleep 1000 & sleep 0.5; docker restart -t 0 fg >/dev/null; wait $!; echo rc $?
  rc 137
  $ docker rm -f bb ev fg
  bb
  ev
  fg
