Volumes in every state: made, filled, labelled, used, leaving.

  $ docker volume create --label owner=ann --label tier=db alpha
  alpha
  $ docker volume create -d local --opt type=tmpfs --opt device=tmpfs --opt o=size=1m,uid=1000 scratch
  scratch
  $ docker volume ls --format 'table {{.Name}}\t{{.Driver}}\t{{.Scope}}\t{{.Labels}}'
  VOLUME NAME   DRIVER    SCOPE     LABELS
  alpha         local     local     owner=ann,tier=db
  scratch       local     local     
  $ docker run --rm -v scratch:/s busybox sh -c 'df -h /s; stat -c "%u %a" /s; mount | grep " /s "'
  Filesystem                Size      Used Available Use% Mounted on
  tmpfs                     1.0M         0      1.0M   0% /s
  1000 1777
  tmpfs on /s type tmpfs (rw,relatime,size=1024k,uid=1000)
  $ docker run -d --name h1 -v scratch:/s -v alpha:/a busybox sleep 300
  <ID1>
  $ docker exec h1 sh -c 'echo x > /s/f; echo y > /a/f'
  $ docker run --rm -v scratch:/s busybox ls /s
  f
  $ docker rm -f h1
  h1
  $ docker run --rm -v scratch:/s busybox ls /s
  $ docker volume inspect scratch --format '{{json .Options}} {{.Labels}}'
  {"device":"tmpfs","o":"size=1m,uid=1000","type":"tmpfs"} map[]
  $ docker volume inspect alpha scratch nope -f '{{.Name}}:{{.Options}}'
  alpha:map[]
  scratch:map[device:tmpfs o:size=1m,uid=1000 type:tmpfs]
  Error response from daemon: get nope: no such volume
  [1]
  $ docker volume create alpha --label other=1
  alpha
  $ docker volume inspect alpha -f '{{json .Labels}}'
  {"owner":"ann","tier":"db"}
  $ docker volume create scratch
  scratch
  $ docker volume create scratch --opt type=tmpfs --opt device=tmpfs
  scratch
  $ docker volume rm alpha nope scratch
  alpha
  scratch
  Error response from daemon: get nope: no such volume
  [1]
  $ docker volume ls -f name=alp -f label=owner
  DRIVER    VOLUME NAME
  $ docker volume update alpha
  Error response from daemon: get alpha: no such volume
  [1]
  $ docker volume inspect
  docker: 'docker volume inspect' requires at least 1 argument
  
  Usage:  docker volume inspect [OPTIONS] VOLUME [VOLUME...]
  
  See 'docker volume inspect --help' for more information
  [1]
  $ docker volume prune --filter label!=owner -f -a
  Total reclaimed space: 0B
