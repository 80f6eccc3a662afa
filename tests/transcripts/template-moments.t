Moments in templates have Go's methods; what is null has no items.

  $ docker network inspect -f '{{.Created.IsZero}} {{.Created.Location}} {{.Created.UTC.IsZero}}' bridge
  false UTC false
  $ docker network inspect -f '{{.Created.Format "2006"}}' bridge | grep -c '^20[0-9][0-9]$'; docker network inspect -f '{{.Created.Year}}' bridge | grep -c '^20'
  1
  1
  $ docker network inspect -f '{{.Created.Unix}}' bridge | grep -c '^[0-9]*$'; docker network inspect -f '{{printf "%T" .Created.Hour}}' bridge
  1
  int
  $ docker network inspect -f '{{.Created.Nope}}' bridge
  
  template parsing error: template: :1:10: executing "" at <.Created.Nope>: can't evaluate field Nope in type interface {}
  [1]
  $ docker image inspect -f '{{.Metadata.LastTagTime.IsZero}}' busybox
  false
  $ docker create --name c1 busybox true >/dev/null; docker inspect -f '{{.Created.Year}}' c1
  
  template parsing error: template: :1:10: executing "" at <.Created.Year>: can't evaluate field Year in type interface {}
  [1]
  $ docker inspect -f '{{index .HostConfig.Binds 0}}' c1; docker inspect -f '{{index .Config.Entrypoint 0}}' c1
  
  template parsing error: template: :1:2: executing "" at <index .HostConfig.Binds 0>: error calling index: index of untyped nil
  
  template parsing error: template: :1:2: executing "" at <index .Config.Entrypoint 0>: error calling index: index of untyped nil
  [1]
  $ docker inspect -f '{{index .Config.Volumes "x"}}|{{index .Config.Labels "x"}}' c1
  {}|
  $ docker inspect -f '{{len .HostConfig.Binds}}' c1
  0
