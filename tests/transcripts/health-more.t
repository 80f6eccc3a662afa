Health checks: states, inherited ones, and refused ones.

  $ docker run -d --name h1 --health-cmd 'test -f /ok' --health-interval 500ms --health-retries 2 busybox sleep 1000 >/dev/null; docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' h1
  starting 0
  $ sleep 2; docker inspect -f '{{.State.Health.Status}} {{len .State.Health.Log}} {{(index .State.Health.Log 0).ExitCode}}' h1 | sed 's/ [2-5] / N /'
  unhealthy N 1
  $ docker exec h1 touch /ok; sleep 1.5; docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' h1; docker ps --filter name=h1 --format '{{.Status}}'
  healthy 0
  Up <AGE> (healthy)
  $ docker ps --filter health=healthy --format '{{.Names}}'; docker ps --filter health=unhealthy -q; docker ps --filter health=nope
  h1
  Error response from daemon: invalid filter 'health=nope': invalid value for health (nope): must be one of none, starting, healthy, unhealthy
  [1]
  $ docker stop -t 0 h1; docker inspect -f '{{.State.Health.Status}}' h1; docker ps -a --filter name=h1 --format '{{.Status}}'
  h1
  unhealthy
  Exited (137) <AGE>
  $ docker start h1; docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' h1
  h1
  starting 0
  $ printf 'FROM busybox\nHEALTHCHECK --interval=1s --timeout=2s --retries=7 CMD ["true"]\n' | docker build -q -t hc - >/dev/null 2>&1; docker run -d --name h2 --health-retries 9 hc sleep 100 >/dev/null; docker inspect -f '{{json .Config.Healthcheck}}' h2
  {"Test":["CMD","true"],"Interval":1000000000,"Timeout":2000000000,"Retries":9}
  $ docker run -d --name h3 --no-healthcheck hc sleep 100 >/dev/null; docker inspect -f '{{json .Config.Healthcheck}} {{.State.Health}}' h3; docker ps --filter health=none --filter name=h --format '{{.Names}}'
  {"Test":["NONE"],"Interval":1000000000,"Timeout":2000000000,"Retries":7} <nil>
  h3
  $ docker run -d --name h4 --health-cmd 'echo out; exit 3' --health-interval 500ms busybox sleep 100 >/dev/null; sleep 1.2; docker inspect -f '{{with index .State.Health.Log 0}}{{.ExitCode}} {{.Output}}{{end}}' h4
  3 out
  
  $ docker run -d --name h5 --health-cmd 'sleep 10' --health-interval 500ms --health-timeout 500ms busybox sleep 100 >/dev/null; sleep 2; docker inspect -f '{{with index .State.Health.Log 0}}{{.ExitCode}} {{.Output}}{{end}}' h5
  -1 Health check exceeded timeout (500ms)
  $ docker run --rm --health-cmd x --no-healthcheck busybox true; docker run --rm --health-interval 1 --health-cmd x busybox true; docker run --rm --health-interval=-1s --health-cmd x busybox true; docker run --rm --health-timeout 1us --health-cmd x busybox true; docker run --rm --health-retries=-1 --health-cmd x busybox true; docker run --rm --health-start-period 1us --health-cmd x busybox true
  docker: --no-healthcheck conflicts with --health-* options
  
  Run 'docker run --help' for more information
  invalid argument "1" for "--health-interval" flag: time: missing unit in duration "1"
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  docker: --health-interval cannot be negative
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: Timeout in Healthcheck cannot be less than 1ms
  
  Run 'docker run --help' for more information
  docker: --health-retries cannot be negative
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: StartPeriod in Healthcheck cannot be less than 1ms
  
  Run 'docker run --help' for more information
  [125]
  $ docker rm -f h1 h2 h3 h4 h5 >/dev/null; docker rmi hc >/dev/null
