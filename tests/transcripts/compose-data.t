Compose: where a project's data lies, and what becomes of it.

  $ mkdir data && cd data && mkdir html && echo hi > html/index && printf 'services:\n  app:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    volumes:\n      - ./html:/html:ro\n      - ./made:/made\n      - named:/named\n      - given:/given\n      - type: tmpfs\n        target: /mem\n      - /anon\nvolumes:\n  named:\n  given:\n    name: own-name\n    labels:\n      purpose: demo\n' > compose.yaml
  $ docker compose up -d 2>&1 | sort
   Container data-app-1  Created
   Container data-app-1  Creating
   Container data-app-1  Started
   Container data-app-1  Starting
   Network data_default  Created
   Network data_default  Creating
   Volume data_named  Created
   Volume data_named  Creating
   Volume own-name  Created
   Volume own-name  Creating
  $ docker inspect data-app-1 --format '{{range .Mounts}}{{.Type}} {{.Destination}} {{.RW}}{{"\n"}}{{end}}' | sort
  
  bind /html false
  bind /made true
  tmpfs /mem true
  volume /anon true
  volume /given true
  volume /named true
  $ docker inspect data-app-1 --format '{{json .HostConfig.Binds}}' | tr , '\n' | tr -d '[]' | sort
  "/home/learner/data/html:/html:ro"
  "/home/learner/data/made:/made:rw"
  "data_named:/named:rw"
  "own-name:/given:rw"
  $ docker volume inspect own-name --format '{{.Labels.purpose}} {{index .Labels "com.docker.compose.volume"}} {{.Driver}}'
  demo given local
  $ ls -d made; docker compose exec app cat /html/index
  made
  hi
  $ docker compose exec app sh -c 'echo x > /html/new'
  sh: can't create /html/new: Read-only file system
  [1]
  $ docker compose exec app sh -c 'for d in made named given mem anon; do echo $d > /$d/f; done; echo w > /w'
  $ docker compose restart >/dev/null 2>&1; docker compose exec app sh -c 'cat /made/f /named/f /given/f /mem/f /anon/f /w' 2>&1 | sort
  anon
  cat: can't open '/mem/f': No such file or directory
  given
  made
  named
  w
  $ docker compose up -d --force-recreate >/dev/null 2>&1; docker compose exec app sh -c 'cat /made/f /named/f /given/f /mem/f /anon/f /w' 2>&1 | sort
  anon
  cat: can't open '/mem/f': No such file or directory
  cat: can't open '/w': No such file or directory
  given
  made
  named
  $ docker compose rm -sf >/dev/null 2>&1; docker volume ls -q | grep -v '^[0-9a-f]*$'
  data_named
  own-name
  $ docker compose up -d >/dev/null 2>&1; docker compose exec app sh -c 'cat /made/f /named/f /given/f /anon/f' 2>&1 | sort
  cat: can't open '/anon/f': No such file or directory
  given
  made
  named
  $ docker compose down 2>&1 | sort
   Container data-app-1  Removed
   Container data-app-1  Removing
   Container data-app-1  Stopped
   Container data-app-1  Stopping
   Network data_default  Removed
   Network data_default  Removing
  $ cat made/f; docker volume ls -q | grep -v '^[0-9a-f]*$'
  made
  data_named
  own-name
  $ docker compose up -d >/dev/null 2>&1; docker volume create loose >/dev/null; docker compose volumes | sort
  DRIVER    VOLUME NAME
  local     data_named
  local     own-name
  $ docker compose volumes --format '{{.Name}}' app | sort
  data_named
  own-name
  $ docker compose down -v 2>&1 | sort; docker volume ls -q | grep -v '^[0-9a-f]*$'
   Container data-app-1  Removed
   Container data-app-1  Removing
   Container data-app-1  Stopped
   Container data-app-1  Stopping
   Network data_default  Removed
   Network data_default  Removing
   Volume data_named  Removed
   Volume data_named  Removing
   Volume own-name  Removed
   Volume own-name  Removing
  loose
  $ cat made/f
  made
  $ docker volume create data_named; docker compose up -d 2>&1 | sed 's/time="[^"]*"/time=T/' | sort
  data_named
   Container data-app-1  Created
   Container data-app-1  Creating
   Container data-app-1  Started
   Container data-app-1  Starting
   Network data_default  Created
   Network data_default  Creating
   Volume own-name  Created
   Volume own-name  Creating
  time=T level=warning msg="volume \"data_named\" already exists but was not created by Docker Compose. Use `external: true` to use an existing volume"
  $ docker compose down -v 2>&1 | sort
   Container data-app-1  Removed
   Container data-app-1  Removing
   Container data-app-1  Stopped
   Container data-app-1  Stopping
   Network data_default  Removed
   Network data_default  Removing
   Volume data_named  Removed
   Volume data_named  Removing
   Volume own-name  Removed
   Volume own-name  Removing
  $ docker volume create ext >/dev/null; docker run --rm -v ext:/e busybox sh -c 'echo outside > /e/f'; printf 'services:\n  app:\n    image: busybox\n    command: cat /e/f\n    volumes:\n      - outer:/e\nvolumes:\n  outer:\n    external: true\n    name: ext\n' > ext.yaml; docker compose -f ext.yaml up -d 2>&1 | sort; sleep 1; docker compose -f ext.yaml logs
   Container data-app-1  Created
   Container data-app-1  Creating
   Container data-app-1  Started
   Container data-app-1  Starting
   Network data_default  Created
   Network data_default  Creating
  app-1  | outside
  $ docker compose -f ext.yaml down -v 2>&1 | sort; docker volume ls -q
   Container data-app-1  Removed
   Container data-app-1  Removing
   Container data-app-1  Stopped
   Container data-app-1  Stopping
   Network data_default  Removed
   Network data_default  Removing
  <ID1>
  <ID2>
  ext
  loose
  $ printf 'services:\n  app:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    volumes:\n      - vol:/v\nvolumes:\n  vol:\n' > chg.yaml; docker compose -f chg.yaml up -d >/dev/null 2>&1; docker compose -f chg.yaml exec app sh -c 'echo 1 > /v/f'
  $ printf '    driver_opts:\n      type: tmpfs\n      device: tmpfs\n' >> chg.yaml; docker compose -f chg.yaml up -d 2>&1 | sort
  Volume "data_vol" exists but doesn't match configuration in compose file. Recreate (data will be lost)? Container data-app-1  Running
  $ docker compose -f chg.yaml exec app cat /v/f
  1
  $ docker compose -f chg.yaml up -d -y 2>&1 | sort
   Container data-app-1  Created
   Container data-app-1  Creating
   Container data-app-1  Removed
   Container data-app-1  Removing
   Container data-app-1  Started
   Container data-app-1  Starting
   Container data-app-1  Stopped
   Container data-app-1  Stopping
   Volume data_vol  Created
   Volume data_vol  Creating
  $ docker compose -f chg.yaml exec app cat /v/f
  cat: can't open '/v/f': No such file or directory
  [1]
  $ docker compose -f chg.yaml down -v 2>&1 | sort
   Container data-app-1  Removed
   Container data-app-1  Removing
   Container data-app-1  Stopped
   Container data-app-1  Stopping
   Network data_default  Removed
   Network data_default  Removing
   Volume data_vol  Removed
   Volume data_vol  Removing
  $ printf 'services:\n  a:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    volumes: ["/shared"]\n  b:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    volumes_from: [a]\n' > from.yaml; docker compose -f from.yaml up -d >/dev/null 2>&1; docker compose -f from.yaml exec a sh -c 'echo both > /shared/f'; docker compose -f from.yaml exec b cat /shared/f
  both
  $ docker compose -f from.yaml cp b:/shared/f got 2>&1 | sed 's/ *$//'; cat got
   data-b-1 copy data-b-1:/shared/f to got Copying
   data-b-1 copy data-b-1:/shared/f to got Copied
  both
  $ echo back > got; docker compose -f from.yaml cp got a:/shared/g >/dev/null 2>&1; docker compose -f from.yaml exec b cat /shared/g
  back
  $ docker compose -f from.yaml down -v >/dev/null 2>&1; docker volume ls -q
  <ID1>
  <ID2>
  ext
  loose
