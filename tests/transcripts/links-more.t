Links on the default bridge: variables, names, renaming.

  $ docker run -d --name db -e PW=secret -e MODE=x --expose 5432 --expose 7000-7002 --expose 53/udp busybox sleep 200 >/dev/null
  $ docker run --rm --name app --link db:my-db busybox env | grep -i db | sed 's/172.17.0.[0-9]*/IP/'
  MY_DB_PORT=tcp://IP:5432
  MY_DB_PORT_5432_TCP=tcp://IP:5432
  MY_DB_PORT_5432_TCP_ADDR=IP
  MY_DB_PORT_5432_TCP_PORT=5432
  MY_DB_PORT_5432_TCP_PROTO=tcp
  MY_DB_PORT_7000_TCP=tcp://IP:7000
  MY_DB_PORT_7000_TCP_ADDR=IP
  MY_DB_PORT_7000_TCP_PORT=7000
  MY_DB_PORT_7000_TCP_PROTO=tcp
  MY_DB_PORT_7001_TCP=tcp://IP:7001
  MY_DB_PORT_7001_TCP_ADDR=IP
  MY_DB_PORT_7001_TCP_PORT=7001
  MY_DB_PORT_7001_TCP_PROTO=tcp
  MY_DB_PORT_7002_TCP=tcp://IP:7002
  MY_DB_PORT_7002_TCP_ADDR=IP
  MY_DB_PORT_7002_TCP_PORT=7002
  MY_DB_PORT_7002_TCP_PROTO=tcp
  MY_DB_PORT_53_UDP=udp://IP:53
  MY_DB_PORT_53_UDP_ADDR=IP
  MY_DB_PORT_53_UDP_PORT=53
  MY_DB_PORT_53_UDP_PROTO=udp
  MY_DB_PORT_7000_TCP_START=tcp://IP:7000
  MY_DB_PORT_7000_TCP_PORT_START=7000
  MY_DB_PORT_7000_TCP_END=tcp://IP:7002
  MY_DB_PORT_7000_TCP_PORT_END=7002
  MY_DB_NAME=/app/my-db
  MY_DB_ENV_PW=secret
  MY_DB_ENV_MODE=x
  $ docker run -d --name app --link db:one --link db busybox sleep 100 >/dev/null; docker inspect -f '{{json .HostConfig.Links}}' app; docker exec app env | grep -c ONE_; docker exec app cat /etc/hosts | sed '1,6d;s/^[0-9.]*//;s/[0-9a-f]\{12\}/ID/' | sort
  ["/db:/app/one","/db:/app/db"]
  28
  	ID
  	db ID
  	one ID db
  $ docker ps -a --format '{{.Names}}' --filter name=db; docker ps -a --no-trunc --format '{{.Names}}' --filter name=db
  db
  app/db,app/one,db
  $ docker stop -t 0 db app; docker start app; docker inspect -f '{{.State.Status}} {{.State.ExitCode}} {{.State.Error}}' app
  db
  app
  Error response from daemon: Cannot link to a non running container: /db AS /app/one
  Error: failed to start containers: app
  exited 137 Cannot link to a non running container: /db AS /app/one
  $ docker start db >/dev/null; docker start app
  app
  $ docker rm -f db; docker inspect -f '{{json .HostConfig.Links}}' app; docker restart -t 0 app; docker rm -f app
  db
  ["/db:/app/one","/db:/app/db"]
  Error response from daemon: Cannot restart container app: Cannot link to a non running container: /db AS /app/one
  app
  $ docker run --rm --link nosuch busybox true; docker run --rm --link nosuch:x busybox true
  docker: Error response from daemon: could not get container for nosuch: No such container: nosuch
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: could not get container for nosuch: No such container: nosuch
  
  Run 'docker run --help' for more information
  [125]
  $ docker create --name aa --link aa busybox; docker create --name bb busybox >/dev/null; docker create --name cc --link bb:x --link bb:x busybox >/dev/null; docker inspect -f '{{json .HostConfig.Links}}' cc; docker rm bb cc
  Error response from daemon: could not get container for aa: No such container: aa
  ["/bb:/cc/x"]
  bb
  cc
