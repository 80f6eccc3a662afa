What else the engine tells: looks at processes, pauses of a commit, killed children, old health, ports that can not be had.

  $ docker run --name pa -p 1.2.3.4:5:6 busybox true 2>&1 | sed 's/([0-9a-f]*)/(ID)/' | head -1; docker rm pa
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint pa (ID): failed to bind host port for 1.2.3.4:5:<IP>:6/tcp: cannot assign requested address
  pa
  $ docker run -d --name tt busybox sleep 1000 >/dev/null; docker top tt >/dev/null; docker commit tt img:1 >/dev/null; docker commit --pause=false tt img:2 >/dev/null; sleep 1; docker events --since 10s --until 0s --filter type=container --format '{{.Action}} {{.Actor.Attributes.name}}'
  create pa
  attach pa
  destroy pa
  create tt
  start tt
  top tt
  pause tt
  commit tt
  unpause tt
  commit tt
  $ docker run -d --name oo -m 16m busybox sh -c 'while ! test -e /go; do sleep 0.1; done; tail /dev/zero; sleep 1000' >/dev/null; docker exec oo touch /go; sleep 1.5; docker inspect oo -f '{{.State.Running}} {{.State.OOMKilled}}'; docker events --since 10s --until 0s --filter event=oom --format '{{.Action}} {{.Actor.Attributes.name}}'
  true true
  oom oo
  $ docker rm -f oo; docker run -d --name oe -m 16m busybox sleep 1000 >/dev/null; docker exec oe tail /dev/zero; echo $?; sleep 1; docker inspect oe -f '{{.State.Running}} {{.State.OOMKilled}}'
  oo
  137
  true true
  $ docker run -d --name hh --health-cmd 'exit 3' --health-interval 300ms --health-retries 2 busybox sleep 1000 >/dev/null; sleep 2.5; docker inspect hh -f '{{.State.Health.Status}} {{len .State.Health.Log}}'; docker stop -t 0 hh; docker start hh; docker inspect hh -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}} {{len .State.Health.Log}}'
  unhealthy 5
  hh
  hh
  starting 0 5
  $ docker volume create -o o= -o type= -o device= empty; docker run --rm -v empty:/d busybox sh -c 'echo kept > /d/f; cat /d/f'; docker volume inspect empty -f '{{json .Options}}'
  empty
  kept
  {"device":"","o":"","type":""}
  $ docker rm -f tt oe hh; docker rmi img:1 img:2 >/dev/null; docker volume rm empty
  tt
  oe
  hh
  empty
