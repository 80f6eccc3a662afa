Containers that look after themselves.

  $ docker run -d --name well --health-cmd 'test -f /ok' --health-interval 1s --health-retries 2 --health-timeout 1s busybox sh -c 'touch /ok; sleep 1000' >/dev/null; docker inspect -f '{{.State.Health.Status}}' well
  starting
  $ sleep 2; docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' well
  healthy 0
  $ docker ps --format '{{.Status}}' | sed 's/Up [^(]*/Up TIME /'
  Up TIME (healthy)
  $ docker exec well rm /ok; sleep 4; docker inspect -f '{{.State.Health.Status}}' well
  unhealthy
  $ docker ps --filter health=unhealthy --format '{{.Names}}'
  well
  $ docker inspect -f '{{(index .State.Health.Log 0).ExitCode}}' well
  0
  $ docker exec well touch /ok; sleep 2; docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' well
  healthy 0
  $ docker inspect -f '{{json .Config.Healthcheck}}' well
  {"Test":["CMD-SHELL","test -f /ok"],"Interval":1000000000,"Timeout":1000000000,"Retries":2}
  $ docker run -d --name plain busybox sleep 1000 >/dev/null; docker inspect -f '{{.State.Health}}' plain
  <nil>
  $ docker inspect -f '{{.State.Health.Status}}' plain
  
  template parsing error: template: :1:8: executing "" at <.State.Health.Status>: map has no entry for key "Health"
  [1]
  $ docker ps --filter health=none --format '{{.Names}}'
  plain
  $ docker ps --filter health=ill
  Error response from daemon: invalid filter 'health=ill': invalid value for health (ill): must be one of none, starting, healthy, unhealthy
  [1]
  $ printf 'FROM busybox\nHEALTHCHECK --interval=1s CMD echo fine\nCMD ["sleep", "1000"]\n' > Dockerfile; docker build -q -t hc . >/dev/null; docker run -d --name img hc >/dev/null; sleep 2; docker inspect -f '{{.State.Health.Status}} {{json (index .State.Health.Log 0).Output}}' img
  healthy "fine\n"
  $ docker run -d --name off --no-healthcheck hc >/dev/null; docker inspect -f '{{json .Config.Healthcheck}} {{.State.Health}}' off
  {"Test":["NONE"],"Interval":1000000000} <nil>
  $ docker run --no-healthcheck --health-cmd true busybox
  docker: --no-healthcheck conflicts with --health-* options
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --health-interval 1us --health-cmd true busybox
  docker: Error response from daemon: Interval in Healthcheck cannot be less than 1ms
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --health-retries -1 --health-cmd true busybox
  docker: --health-retries cannot be negative
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --health-interval x busybox
  invalid argument "x" for "--health-interval" flag: time: invalid duration "x"
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker stop -t 0 well >/dev/null; docker inspect -f '{{.State.Health.Status}}' well
  unhealthy
  $ docker events --since 1m --until 0s --filter container=img --filter event=health_status --format '{{.Action}}' | head -n 1
  health_status: healthy
