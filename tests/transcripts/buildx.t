The program for builds has manners of its own.

  $ docker buildx nope 2>&1 | tail -1
  ERROR: unknown command: "nope"
  $ docker buildx nope > /dev/null 2>&1; echo $?
  1
  $ docker buildx --nope
  unknown flag: --nope
  
  Usage:  docker buildx
  
  Run 'docker buildx --help' for more information
  [125]
  $ docker builder --nope
  unknown flag: --nope
  
  Usage:  docker buildx
  
  Run 'docker buildx --help' for more information
  [125]
  $ docker buildx ls x
  ERROR: docker: 'docker buildx ls' requires 0 arguments
  
  Usage:  docker buildx ls
  
  Run 'docker buildx ls --help' for more information
  [1]
  $ docker buildx du x
  ERROR: docker: 'docker buildx du' accepts no arguments
  
  Usage:  docker buildx du
  
  Run 'docker buildx du --help' for more information
  [1]
  $ docker buildx inspect a b
  ERROR: docker: 'docker buildx inspect' requires at most 1 argument
  
  Usage:  docker buildx inspect [NAME]
  
  SRun 'docker buildx inspect --help' for more information
  [1]
  $ docker buildx inspect nope
  ERROR: no builder "nope" found
  [1]
  $ docker buildx use nope
  ERROR: failed to find instance "nope": open /home/learner/.docker/buildx/instances/nope: no such file or directory
  [1]
  $ docker buildx use 'a b'
  ERROR: failed to find instance "a b": invalid name a b, name needs to start with a letter and may not contain symbols, except ._-
  [1]
  $ docker buildx use default
  $ docker buildx rm nope
  failed to remove nope: no builder "nope" found
  ERROR: failed to remove one or more builders
  [1]
  $ docker buildx rm default
  failed to remove default: context builder cannot be removed, run `docker context rm default` to remove this context
  ERROR: failed to remove one or more builders
  [1]
  $ docker buildx stop nope
  ERROR: no builder "nope" found
  [1]
  $ docker buildx stop
  $ docker buildx create a b
  ERROR: docker: 'docker buildx create' requires at most 1 argument
  
  Usage:  docker buildx create [OPTIONS] [CONTEXT|ENDPOINT]
  
  SRun 'docker buildx create --help' for more information
  [1]
  $ docker buildx create --driver foo
  ERROR: failed to find driver "foo"
  [1]
  $ docker buildx create --name 'a b'
  ERROR: invalid name a b, name needs to start with a letter and may not contain symbols, except ._-
  [1]
  $ docker buildx ls --format '{{.Name}}'
  default
  default
  $ docker buildx ls --format '{{.Nope}}'
  ERROR: template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *commands.lsContext
  [1]
  $ docker buildx ls --format '{{'
  ERROR: template parsing error: template: :1: unclosed action
  [1]
  $ docker buildx inspect | sed -n '/^Nodes/,/^Status/p'
  Nodes:
  Name:             default
  Endpoint:         default
  Status:           running
  $ docker buildx --builder nope du
  ERROR: no builder "nope" found
  [1]
  $ docker buildx build --builder nope .
  ERROR: no builder "nope" found
  [1]
  $ BUILDX_BUILDER=nope docker build .
  ERROR: no builder "nope" found
  [1]
  $ docker buildx history logs a b
  ERROR: accepts at most 1 arg(s), received 2
  [1]
  $ docker buildx dial-stdio x
  ERROR: unknown command "x" for "docker buildx dial-stdio"
  [1]
  $ docker buildx imagetools inspect
  ERROR: docker: 'docker buildx imagetools inspect' requires 1 argument
  
  Usage:  docker buildx imagetools inspect [OPTIONS] NAME
  
  Run 'docker buildx imagetools inspect --help' for more information
  [1]
  $ docker checkpoint ls x
  docker checkpoint ls is only supported on a Docker daemon with experimental features enabled
  [1]
  $ docker builder prune -f --filter until=x
  ERROR: "until" filter expects a duration (e.g., '24h'): time: invalid duration "x"
  [1]
  $ docker builder prune -af > /dev/null; docker buildx du
  ID        RECLAIMABLE   SIZE      LAST ACCESSED
  Reclaimable:	0B
  Total:		0B
  $ docker buildx du --filter x
  invalid argument "x" for "--filter" flag: bad format of filter (expected name=value)
  
  Usage:  docker buildx du
  
  Run 'docker buildx du --help' for more information
  [125]
