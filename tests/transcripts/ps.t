docker ps: what is listed, how it is filtered and how it is printed.

  $ docker ps
  CONTAINER ID  IMAGE  COMMAND  CREATED  STATUS  PORTS  NAMES
  $ docker run -d --name one --label tier=web --label env=test -p 8080:80 -p 127.0.0.1:9000:9000/udp busybox sleep 600
  <ID1>
  $ docker run --name two -e A=1 busybox sh -c 'exit 3'
  [3]
  $ docker create --name three --expose 70-71 alpine sh -c 'echo a rather long command line'
  <ID2>
  $ docker ps --format '{{.Names}} {{.Image}} {{.Status}}'
  one busybox Up <AGE>
  $ docker ps -a --format '{{.Names}}|{{.State}}|{{.Status}}|{{.Ports}}|{{.Command}}'
  three|created|Created||"sh -c 'echo a rathe…"
  two|exited|Exited (3) <AGE>||"sh -c 'exit 3'"
  one|running|Up <AGE>|127.0.0.1:9000->9000/udp, 0.0.0.0:8080->80/tcp, [::]:8080->80/tcp|"sleep 600"
  $ docker ps -a --no-trunc --format '{{.Command}}'
  "sh -c 'echo a rather long command line'"
  "sh -c 'exit 3'"
  "sleep 600"
  $ docker ps -aq | wc -l
  3
  $ docker ps -aq --no-trunc | head -n 1 | tr -d '\n' | wc -c
  64
  $ docker ps -a --filter status=exited --format '{{.Names}}'
  two
  $ docker ps -a --filter exited=3 --format '{{.Names}}'
  two
  $ docker ps -a --filter label=tier --format '{{.Names}} {{.Labels}} {{.Label "env"}}'
  one env=test,tier=web test
  $ docker ps -a --filter name=t --format '{{.Names}}'
  three
  two
  $ docker ps -a --filter name=^two$ --format '{{.Names}}'
  two
  $ docker ps -a --filter ancestor=alpine --format '{{.Names}}'
  three
  $ docker ps -a --filter status=bogus
  Error response from daemon: invalid filter 'status=bogus': invalid value for state (bogus): must be one of created, running, paused, restarting, removing, exited, dead
  [1]
  $ docker ps --filter bogus=1
  Error response from daemon: invalid filter 'bogus'
  [1]
  $ docker ps -n 1 --format '{{.Names}}'
  three
  $ docker ps -l --format '{{.Names}}'
  three
  $ docker ps --format '{{.Nope}}'
  failed to execute template: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.ContainerContext
  [1]
  $ docker ps --format 'table {{.Names}}\t{{.Status}}'
  NAMES     STATUS
  one  Up <AGE>
  $ docker ps -a --format 'table {{.Names}}\t{{upper .State}}\t{{.Label "tier"}}'
  NAMES     STATE     tier
  three     CREATED   
  two       EXITED    
  one       RUNNING   web
  $ docker ps --format json | tr ',' '\n' | grep -E 'Names|Image|Labels|LocalVolumes|Mounts|Networks|Ports|State|Size'
  "Image":"busybox"
  "Labels":"env=test
  "LocalVolumes":"0"
  "Mounts":""
  "Names":"one"
  "Networks":"bridge"
  "Ports":"127.0.0.1:9000-\u003e9000/udp
  "Size":"0B"
  "State":"running"
  $ docker ps -q --format '{{.Names}}' | wc -l
  WARNING: Ignoring custom format, because both --format and --quiet are set.
  1
  $ docker ps -a --format raw --filter name=two | grep -vE 'container_id|created_at'
  image: busybox
  command: "sh -c 'exit 3'"
  state: exited
  status: Exited (3) <AGE>
  names: two
  labels:
  ports:
  
  $ docker ps --format '{{json .Names}} {{.Networks}} {{.LocalVolumes}} {{.Mounts}}'
  "one" bridge 0 
  $ docker ps -s --format '{{.Names}} {{.Size}}' | sed 's/virtual.*/virtual/'
  one 0B (virtual
  $ docker pause one; docker ps --format '{{.Status}}'; docker unpause one
  one
  Up <AGE> (Paused)
  one
  $ docker rename one uno; docker ps --format '{{.Names}}'
  uno
  $ docker stop -t 0 uno; docker ps -a --filter name=uno --format '{{.Status}}'
  uno
  Exited (137) <AGE>
  $ docker rm uno two three nope
  uno
  two
  three
  Error response from daemon: No such container: nope
  [1]
  $ docker ps -a
  CONTAINER ID  IMAGE  COMMAND  CREATED  STATUS  PORTS  NAMES
