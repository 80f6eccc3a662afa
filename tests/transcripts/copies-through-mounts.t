What `docker cp` reads of a container goes through all that is mounted in it; events are found by the
beginning of a name; and a variable that is given twice counts once.

  $ docker run --rm -v outer:/data -v inner:/data/deep/in busybox sh -c 'echo i > /data/deep/in/f; echo o > /data/o; ln /data/o /data/o2'
  $ docker create --name nest -v outer:/data -v inner:/data/deep/in busybox | wc -c
  65
  $ docker cp nest:/data - | tar t
  data/
  data/deep/
  data/deep/in/
  data/deep/in/f
  data/o
  data/o2
  $ docker cp nest:/data copy && find copy | sort && cat copy/deep/in/f
  copy
  copy/deep
  copy/deep/in
  copy/deep/in/f
  copy/o
  copy/o2
  i
  $ docker cp nest:/data/deep - | tar t
  deep/
  deep/in/
  deep/in/f
  $ docker start nest && docker wait nest
  nest
  0
  $ docker cp nest:/data - | tar t
  data/
  data/deep/
  data/deep/in/
  data/deep/in/f
  data/o
  data/o2
  $ docker export nest | tar t | grep '^data'
  data/
  $ mkdir -p tree/sub && echo h > tree/sub/host && docker create --name bound -v "$PWD/tree:/t" -v inner:/t/sub/vol --tmpfs /t/tmp busybox | wc -c
  65
  $ docker cp bound:/t - | tar t
  t/
  t/sub/
  t/sub/host
  t/sub/vol/
  t/sub/vol/f
  $ docker cp copy/o bound:/t/sub/vol/ && docker run --rm -v inner:/i busybox ls /i
  f
  o
  $ docker rm nest bound
  nest
  bound
  $ docker create --name exone busybox | wc -c
  65
  $ docker rename exone extwo; docker network create exnet | wc -c; docker volume create exvol
  65
  exvol
  $ sleep 1.1; now=$(date +%s); f='{{.Type}} {{.Action}}'
  $ docker events --since $((now - 10)) --until $now --format "$f" -f container=exo
  container create
  $ docker events --since $((now - 10)) --until $now --format "$f" -f container=ext -f event=create
  $ docker events --since $((now - 10)) --until $now --format "$f" -f network=exn
  network create
  $ docker events --since $((now - 10)) --until $now --format "$f" -f volume=exv -f event=create
  volume create
  $ docker events --since $((now - 10)) --until $now --format "$f" -f volume=vol
  $ docker rm extwo; docker network rm exnet; docker volume rm exvol inner outer
  extwo
  exnet
  exvol
  inner
  outer
  $ docker run --rm -e A=1 -e A=2 busybox sh -c 'echo $A'
  2
  $ docker create --name vars -e A=1 -e A=2 busybox | wc -c; docker inspect -f '{{range .Config.Env}}{{println .}}{{end}}' vars | grep -v ^PATH; docker rm vars
  65
  A=2
  
  vars
  $ echo A=file > env; docker create --name vars --env-file env -e A=1 -e A=2 busybox | wc -c; docker inspect -f '{{range .Config.Env}}{{println .}}{{end}}' vars | grep -v ^PATH; docker rm vars
  65
  A=file
  A=2
  
  vars
  $ docker create --name vars -e A=5 -e A busybox | wc -c; docker inspect -f '{{range .Config.Env}}{{println .}}{{end}}' vars | grep -v ^PATH; docker rm vars
  65
  A
  
  vars
