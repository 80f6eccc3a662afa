Values in templates have the types that they have in Go.

  $ docker run -d --name c1 -p 18470:80 -e A=1 --health-cmd true --health-interval 90s --health-timeout 1500ms busybox sh -c 'sleep 600' | wc -c
  65
  $ docker inspect -f '{{.Config.Healthcheck.Interval}} {{.Config.Healthcheck.Timeout}} {{.Config.Healthcheck.StartPeriod}}' c1
  1m30s 1.5s 0s
  $ docker inspect -f '{{.Config.Healthcheck}}' c1 | tr -d '&'
  {[CMD-SHELL true] 1m30s 1.5s 0s 0s 0}
  $ docker inspect -f '{{json .Config.Healthcheck}}' c1
  {"Test":["CMD-SHELL","true"],"Interval":90000000000,"Timeout":1500000000}
  $ docker inspect -f '{{json .Config.Healthcheck.Interval}}' c1
  90000000000
  $ docker inspect -f '{{printf "%d %v %s %T" .Config.Healthcheck.Interval .Config.Healthcheck.Interval .Config.Healthcheck.Interval .Config.Healthcheck.Interval}}' c1
  90000000000 1m30s 1m30s time.Duration
  $ docker inspect -f '{{if .Config.Healthcheck.StartPeriod}}yes{{else}}no{{end}}' c1
  no
  $ docker inspect -f '{{gt .Config.Healthcheck.Interval 5}} {{eq .Config.Healthcheck.Interval .Config.Healthcheck.Timeout}}' c1
  true false
  $ docker inspect -f '{{join " " .Config.Cmd}}' c1
  
  template parsing error: template: :1:7: executing "" at <" ">: can't handle " " for arg of type []string
  [1]
  $ docker inspect -f '{{.Config.Cmd | join " "}}' c1
  
  template parsing error: template: :1:21: executing "" at <" ">: can't handle " " for arg of type []string
  [1]
  $ docker inspect -f '{{join .Config.Cmd " "}}' c1
  sh -c sleep 600
  $ docker inspect -f '{{range .HostConfig.PortBindings}}{{.HostPort}}{{end}}' c1
  
  template parsing error: template: :1:36: executing "" at <.HostPort>: can't evaluate field HostPort in type interface {}
  [1]
  $ docker inspect -f '{{range .HostConfig.PortBindings}}{{range .}}{{.HostPort}}{{end}}{{end}}' c1
  18470
  $ docker inspect -f '{{range .Nope}}{{.}}{{end}}' c1
  
  template parsing error: template: :1:8: executing "" at <.Nope>: map has no entry for key "Nope"
  [1]
  $ docker inspect -f '{{with .Config.Labels}}{{.a.b}}{{else}}none{{end}}' c1
  none
  $ docker inspect -f '{{printf "%5.2f" .State.ExitCode}}|{{printf "%6d" .State.ExitCode}}|{{printf "%s" .State.ExitCode}}' c1
  %!f(int=   00)|     0|%!s(int=0)
  $ docker ps -a --format '{{index . "Names"}}'
  failed to execute template: template: :1:2: executing "" at <index . "Names">: error calling index: can't index item of type formatter.ContainerContext
  [1]
  $ docker ps -a --format '{{len .}}'
  failed to execute template: template: :1:2: executing "" at <len .>: error calling len: len of type formatter.ContainerContext
  [1]
  $ docker network ls --format '{{index . "Name"}}'
  template parsing error: template: :1:2: executing "" at <index . "Name">: error calling index: can't index item of type network.networkContext
  [1]
  $ docker image inspect -f '{{.Manifests}}|{{.Descriptor}}' busybox
  []|<nil>
  $ docker rm -f c1
  c1
