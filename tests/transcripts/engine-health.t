Health checks.

  $ docker run -d --name h1 --health-cmd 'test -e /ok' --health-interval 1s --health-retries 2 --health-timeout 2s busybox sleep 60
  <ID1>
  $ docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' h1; docker ps --format '{{.Status}}' | sed 's/Up .* (/Up (/'
  starting 0
  Up (health: starting)
  $ sleep 3; docker inspect -f '{{.State.Health.Status}}' h1; docker ps --format '{{.Status}}' | sed 's/Up .* (/Up (/'
  unhealthy
  Up (unhealthy)
  $ docker exec h1 touch /ok; sleep 2; docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' h1
  healthy 0
  $ docker inspect -f '{{with index .State.Health.Log 0}}{{.ExitCode}} {{printf "%q" .Output}}{{end}}' h1
  1 ""
  $ docker inspect -f '{{json .Config.Healthcheck}}' h1
  {"Test":["CMD-SHELL","test -e /ok"],"Interval":1000000000,"Timeout":2000000000,"Retries":2}
  $ docker ps --filter health=healthy --format '{{.Names}}'; docker ps --filter health=unhealthy -q; docker ps --filter health=none -q
  h1
  $ docker ps --filter health=sick -q
  Error response from daemon: invalid filter 'health=sick': invalid value for health (sick): must be one of none, starting, healthy, unhealthy
  [1]
  $ docker stop -t 0 h1; docker inspect -f '{{.State.Health.Status}}' h1
  h1
  unhealthy
  $ docker run -d --name h2 --no-healthcheck busybox sleep 60; docker inspect -f '{{json .Config.Healthcheck}} {{.State.Health}}' h2
  <ID2>
  {"Test":["NONE"]} <nil>
  $ docker run -d --name h3 --health-cmd 'echo out; echo err >&2; exit 3' --health-interval 500ms --health-retries 1 busybox sleep 60; sleep 1.2; docker inspect -f '{{.State.Health.Status}}' h3;  docker inspect -f '{{with index .State.Health.Log 0}}{{.ExitCode}} {{printf "%q" .Output}}{{end}}' h3
  <ID3>
  unhealthy
  3 "out\nerr\n"
  $ docker run -d --name h4 --health-cmd 'sleep 10' --health-interval 500ms --health-timeout 500ms --health-retries 1 busybox sleep 60; sleep 1.8; docker inspect -f '{{.State.Health.Status}}' h4;  docker inspect -f '{{with index .State.Health.Log 0}}{{.ExitCode}} {{printf "%q" .Output}}{{end}}' h4
  <ID4>
  unhealthy
  -1 "Health check exceeded timeout (500ms)"
  $ docker run --health-interval 1 busybox true
  invalid argument "1" for "--health-interval" flag: time: missing unit in duration "1"
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --health-interval -1s busybox true
  docker: --health-interval cannot be negative
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --health-cmd true --health-interval 1us busybox true
  docker: Error response from daemon: Interval in Healthcheck cannot be less than 1ms
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --health-retries -1 --health-cmd true busybox true
  docker: --health-retries cannot be negative
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --no-healthcheck --health-cmd true busybox true
  docker: --no-healthcheck conflicts with --health-* options
  
  Run 'docker run --help' for more information
  [125]
  $ docker events --since 1h --until 0s --filter container=h1 --format '{{.Action}}' | sort | uniq | grep -v exec_
  create
  die
  health_status: healthy
  health_status: unhealthy
  kill
  start
  stop
  $ docker run -d --name h5 --health-cmd false --health-interval 500ms --health-start-period 10s --health-retries 1 busybox sleep 60; sleep 1.6;  docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' h5
  <ID5>
  starting 0
