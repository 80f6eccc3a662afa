Events, filtered and shown.

  $ docker volume create ev >/dev/null; docker run --name e1 -v ev:/d busybox true; docker rm e1 >/dev/null; docker volume rm ev >/dev/null; docker network create en >/dev/null; docker network rm en >/dev/null; docker tag busybox etag; docker rmi etag >/dev/null; sleep 1
  $ docker events --since 1m --until 0s --filter container=e1 --format '{{.Type}} {{.Action}}'
  container create
  container attach
  container start
  container die
  container destroy
  $ docker events --since 1m --until 0s --filter type=volume --filter volume=ev --format '{{.Action}} {{.Actor.ID}}' 
  create ev
  mount ev
  unmount ev
  destroy ev
  $ docker events --since 1m --until 0s --filter type=network --filter network=en --format '{{.Action}} {{.Actor.Attributes.name}} {{.Actor.Attributes.type}}'
  create en bridge
  destroy en bridge
  $ docker events --since 1m --until 0s --filter type=image --filter event=tag --format '{{.Action}} {{.Actor.Attributes.name}}' | tail -n 1
  tag etag:latest
  $ docker events --since 1m --until 0s --filter event=untag --format '{{.Action}}' | tail -n 1
  untag
  $ docker events --since 1m --until 0s --filter event=die --filter container=e1 --format '{{.Actor.Attributes.exitCode}} {{.Actor.Attributes.image}}'
  0 busybox
  $ docker events --since 1m --until 0s --filter event=create --filter event=destroy --filter container=e1 --format '{{.Action}}'
  create
  destroy
  $ docker events --since 1m --until 0s --filter container=e1 --format json | jq -c 'keys' | sort -u
  ["Action","Actor","Type","from","id","scope","status","time","timeNano"]
  $ docker events --since 1m --until 0s --filter container=e1 --filter event=start | sed 's/^[^ ]* //; s/[0-9a-f]\{64\}/ID/'
  container start ID (image=busybox, name=e1)
  $ docker events --since 1m --until 0s --filter type=nope
  $ docker events --since 1m --until 0s --filter bad
  invalid argument "bad" for "-f, --filter" flag: bad format of filter (expected name=value)
  
  Usage:  docker events [OPTIONS]
  
  Run 'docker events --help' for more information
  [125]
  $ docker events --since abc --until 0s; docker events --until abc
  failed to parse value as time or duration: "abc"
  failed to parse value as time or duration: "abc"
  [1]
  $ docker events --since 1m --until 0s --format '{{.Nope}}' --filter container=e1
  Error parsing format: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *events.Message
  [64]
  $ docker events --since 1m --until 0s --filter label=x; docker events x
  docker: 'docker events' accepts no arguments
  
  Usage:  docker events [OPTIONS]
  
  Run 'docker events --help' for more information
  [1]
  $ docker run -d --name e2 --label evlabel=b busybox sleep 100 >/dev/null; docker kill -s USR1 e2 >/dev/null; docker pause e2 >/dev/null; docker unpause e2 >/dev/null; docker exec e2 true; docker rename e2 e3; docker update --cpus 1 e3 >/dev/null; docker stop -t 0 e3 >/dev/null; docker rm e3 >/dev/null; sleep 1
  $ docker events --since 1m --until 0s --filter label=evlabel=b --filter type=container --format '{{.Action}}' | sed 's/: .*//'
  create
  start
  kill
  pause
  unpause
  exec_create
  exec_start
  exec_die
  rename
  update
  kill
  kill
  stop
  die
  destroy
