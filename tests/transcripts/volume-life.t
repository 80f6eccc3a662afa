Volumes from their beginning to their end.

  $ docker volume create; docker volume ls -q | wc -c
  <ID1>
  65
  $ docker volume create --name old; docker volume create --name old2 new2
  old
  conflicting options: cannot specify a volume-name through both --name and as a positional arg
  [1]
  $ docker volume create V_1.x-y; docker volume create _bad; docker volume create x; docker volume create -- -bad
  V_1.x-y
  Error response from daemon: create _bad: "_bad" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  Error response from daemon: create x: volume name is too short, names should be at least two alphanumeric characters
  Error response from daemon: create -bad: "-bad" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
  [1]
  $ docker volume create ok1 --label=a=b --label a=c; docker volume inspect ok1 --format '{{json .Labels}}'
  ok1
  {"a":"c"}
  $ docker volume create -d local ok2 -o type=none -o o=bind -o device=/nothere; docker run --rm -v ok2:/d busybox true 2>&1 | sed 's#/var.*_data#P#'
  ok2
  docker: Error response from daemon: error while mounting volume 'P, flags: 0x1000: no such file or directory
  
  Run 'docker run --help' for more information
  $ mkdir host; docker volume create -o type=none -o o=bind -o device=$PWD/host ok3; docker run --rm -v ok3:/d busybox touch /d/made; ls host; docker volume rm ok3; ls host
  ok3
  made
  ok3
  made
  $ docker volume create -o o=bind -o type=none ok4; docker volume create -o device=/tmp ok5; docker volume create -o type=none -o device=/tmp -o o=rbind,ro ok6; docker run --rm -v ok6:/d busybox touch /d/x
  Error response from daemon: create ok4: missing required option: "device"
  Error response from daemon: create ok5: missing required option: "type"
  ok6
  touch: /d/x: Read-only file system
  [1]
  $ docker volume create -o size=10m ok7
  Error response from daemon: create ok7: quota size requested but no quota support
  [1]
  $ docker volume ls --format 'table {{.Name}}\t{{.Driver}}\t{{.Scope}}' -f name=ok
  VOLUME NAME   DRIVER    SCOPE
  ok1           local     local
  ok2           local     local
  ok6           local     local
  $ docker volume ls -f name=ok -f label=a; docker volume ls -f driver=local -q -f name=V_; docker volume ls -f driver=x
  DRIVER    VOLUME NAME
  local     ok1
  V_1.x-y
  DRIVER    VOLUME NAME
  $ docker volume ls --format '{{json .}}' -f name=ok1 | jq -c .
  {"Availability":"N/A","Driver":"local","Group":"N/A","Labels":"a=c","Links":"N/A","Mountpoint":"/var/lib/docker/volumes/ok1/_data","Name":"ok1","Scope":"local","Size":"N/A","Status":"N/A"}
  $ docker volume ls -f name=^ok -q | sort | tr '\n' ' '; docker volume ls -f 'name=[' -q
  ok1 ok2 ok6 
  $ docker volume ls --quiet --format '{{.Name}}!' -f name=ok1; docker volume list -f name=zzz; docker volume ls extra
  ok1!
  DRIVER    VOLUME NAME
  docker: 'docker volume ls' accepts no arguments
  
  Usage:  docker volume ls [OPTIONS]
  
  Run 'docker volume ls --help' for more information
  [1]
  $ docker volume inspect ok1 | jq -r '.[0] | keys | join(",")'; docker volume inspect -f '{{.CreatedAt}}' ok1 | grep -c T
  CreatedAt,Driver,Labels,Mountpoint,Name,Options,Scope
  1
  $ docker volume remove ok1; docker volume rm -f ok1; docker volume rm ok1 ok2 2>&1
  ok1
  ok1
  ok2
  Error response from daemon: get ok1: no such volume
  [1]
  $ docker volume ls -q | xargs docker volume rm | wc -l; docker volume ls
  4
  DRIVER    VOLUME NAME
