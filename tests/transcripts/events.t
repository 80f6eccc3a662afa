What happened, as it was told.

  $ start=$(date +%s); docker run --name ev -l app=x busybox true; sleep 2; sleep 2; docker events --since $start --until 0s --filter type=container --format '{{.Action}} {{.Actor.Attributes.name}}'
  create ev
  attach ev
  start ev
  die ev
  $ docker rm ev; sleep 2; docker events --since $start --until 0s --filter container=ev --filter event=destroy --format '{{.Type}} {{.Action}} {{index .Actor.Attributes "image"}} {{index .Actor.Attributes "app"}}'
  ev
  container destroy busybox x
  $ docker volume create evv >/dev/null; docker volume rm evv >/dev/null; sleep 2; docker events --since $start --until 0s --filter volume=evv --format '{{.Type}} {{.Action}} {{.Actor.ID}}'
  volume create evv
  volume destroy evv
  $ docker network create evn >/dev/null; docker network rm evn >/dev/null; sleep 2; docker events --since $start --until 0s --filter network=evn --format '{{.Type}} {{.Action}} {{.Actor.Attributes.name}}'
  network create evn
  network destroy evn
  $ docker tag busybox evi; docker rmi evi >/dev/null; sleep 2; docker events --since $start --until 0s --filter type=image --format '{{.Action}} {{.Actor.Attributes.name}}'
  tag evi:latest
  untag sha256:<ID1>
  $ docker run -d --name kk busybox sleep 1000 >/dev/null; docker kill kk >/dev/null; sleep 1; sleep 2; docker events --since $start --until 0s --filter container=kk --format '{{.Action}} {{index .Actor.Attributes "signal"}}{{index .Actor.Attributes "exitCode"}}'
  create 
  start 
  kill 9
  die 137
  $ docker start kk >/dev/null; docker pause kk >/dev/null; docker unpause kk >/dev/null; docker rename kk ll; docker exec ll true; docker restart -t 0 ll >/dev/null; docker stop -t 0 ll >/dev/null; docker rm ll >/dev/null; sleep 2; docker events --since $start --until 0s --filter container=ll --format '{{.Action}}'
  rename
  exec_create: true 
  exec_start: true 
  exec_die
  kill
  kill
  stop
  die
  start
  restart
  kill
  kill
  stop
  die
  destroy
  $ docker events --since $start --until 0s --filter event=oom
  $ docker events --since $start --until 0s --filter label=app=x --format '{{.Action}}'
  create
  attach
  start
  die
  destroy
  $ docker events --since foo
  failed to parse value as time or duration: "foo"
  [1]
  $ docker events --since 0 --until bar
  failed to parse value as time or duration: "bar"
  [1]
  $ docker events --filter foo
  invalid argument "foo" for "-f, --filter" flag: bad format of filter (expected name=value)
  
  Usage:  docker events [OPTIONS]
  
  Run 'docker events --help' for more information
  [125]
  $ docker events x
  docker: 'docker events' accepts no arguments
  
  Usage:  docker events [OPTIONS]
  
  Run 'docker events --help' for more information
  [1]
  $ docker events --since $start --until 0s --filter event=create --filter type=volume --format json | jq -r '.Type, .Action, .Actor.ID, .scope'
  volume
  create
  evv
  local
  $ docker events --since $start --until 0s --filter volume=evv | sed 's/^[^ ]* //'
  volume create evv (driver=local)
  volume destroy evv (driver=local)
  $ docker run --rm -v mnt:/d busybox true; sleep 2; docker events --since $start --until 0s --filter type=volume --format '{{.Action}} {{.Actor.ID}} {{.Actor.Attributes.destination}} {{index .Actor.Attributes "read/write"}}'
  create evv <no value> 
  destroy evv <no value> 
  create mnt <no value> 
  mount mnt /d true
  unmount mnt <no value> 
  $ (sleep 1; docker volume create late >/dev/null) & timeout 3 docker events --filter type=volume --format '{{.Action}} {{.Actor.ID}}'; wait
  create late
