Times given as lengths of time are told to the daemon in whole seconds.

  $ docker run --name early busybox sh -c 'echo one; sleep 3; echo two'; docker logs --since 2s early; docker logs --until 2s early
  one
  two
  two
  one
  $ docker logs --since 1h early; docker logs --since 1m --until 1m early
  one
  two
  $ sleep 1; docker events --since 1m --until 0s --filter container=early --format '{{.Action}}'
  create
  attach
  start
  die
  $ sleep 2; docker events --since 1s --until 0s --filter container=early --format '{{.Action}}'
  $ docker rm early
  early
