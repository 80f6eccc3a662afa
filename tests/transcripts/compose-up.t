Compose: up brings about what the file says, and only that; what has not changed stays.

  $ mkdir app && cd app && printf 'services:\n  web:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n  db:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    volumes:\n      - data:/data\n      - /cache\nvolumes:\n  data:\n' > compose.yaml
  $ docker compose up -d 2>&1 | sort
   Container app-db-1  Created
   Container app-db-1  Creating
   Container app-db-1  Started
   Container app-db-1  Starting
   Container app-web-1  Created
   Container app-web-1  Creating
   Container app-web-1  Started
   Container app-web-1  Starting
   Network app_default  Created
   Network app_default  Creating
   Volume app_data  Created
   Volume app_data  Creating
  $ docker compose up -d 2>&1 | sort
   Container app-db-1  Running
   Container app-web-1  Running
  $ docker compose ps --format '{{.Service}} {{.State}} {{.Image}}'
  db running busybox
  web running busybox
  $ docker compose ps -a --format 'table {{.Name}}\t{{.Service}}\t{{.Command}}\t{{.State}}'
  NAME        SERVICE   COMMAND       STATE
  app-db-1    db        "sleep 600"   running
  app-web-1   web       "sleep 600"   running
  $ docker network ls --filter name=app --format '{{.Name}} {{.Driver}}'
  app_default bridge
  $ docker volume ls --filter label=com.docker.compose.project=app --format '{{.Name}}'
  app_data
  $ docker compose exec db sh -c 'echo kept > /data/f; echo cached > /cache/f; echo lost > /tmp/f'
  $ sed -i 's/sleep 600/sleep 601/' compose.yaml; docker compose up -d 2>&1 | sort
   Container app-db-1  Recreate
   Container app-db-1  Recreated
   Container app-db-1  Started
   Container app-db-1  Starting
   Container app-web-1  Recreate
   Container app-web-1  Recreated
   Container app-web-1  Started
   Container app-web-1  Starting
  $ docker compose exec db cat /data/f /cache/f
  kept
  cached
  $ docker compose exec db cat /tmp/f
  cat: can't open '/tmp/f': No such file or directory
  [1]
  $ docker compose up -d --force-recreate web 2>&1 | sort
   Container app-web-1  Recreate
   Container app-web-1  Recreated
   Container app-web-1  Started
   Container app-web-1  Starting
  $ docker compose up -d -V db 2>&1 | sort
   Container app-db-1  Recreate
   Container app-db-1  Recreated
   Container app-db-1  Started
   Container app-db-1  Starting
  $ docker compose exec db sh -c 'cat /data/f; ls /cache'
  kept
  $ docker compose up -d --no-recreate 2>&1 | sort
   Container app-db-1  Running
   Container app-web-1  Running
  $ docker compose up -d --scale web=3 2>&1 | sort
   Container app-db-1  Running
   Container app-web-1  Running
   Container app-web-2  Created
   Container app-web-2  Creating
   Container app-web-2  Started
   Container app-web-2  Starting
   Container app-web-3  Created
   Container app-web-3  Creating
   Container app-web-3  Started
   Container app-web-3  Starting
  $ docker compose ps --format '{{.Name}}'
  app-db-1
  app-web-1
  app-web-2
  app-web-3
  $ docker compose up -d 2>&1 | sort
   Container app-db-1  Running
   Container app-web-1  Running
   Container app-web-2  Removed
   Container app-web-2  Removing
   Container app-web-2  Stopped
   Container app-web-2  Stopping
   Container app-web-3  Removed
   Container app-web-3  Removing
   Container app-web-3  Stopped
   Container app-web-3  Stopping
  $ docker compose ps --format '{{.Name}}'
  app-db-1
  app-web-1
  $ docker inspect app-web-1 --format '{{index .Config.Labels "com.docker.compose.service"}} {{index .Config.Labels "com.docker.compose.container-number"}} {{index .Config.Labels "com.docker.compose.oneoff"}} {{index .Config.Labels "com.docker.compose.project.config_files"}}'
  web 1 False /home/learner/app/compose.yaml
  $ docker inspect app-db-1 --format '{{json .HostConfig.Binds}} {{.HostConfig.NetworkMode}} {{len .Mounts}}'
  ["app_data:/data:rw"] app_default 2
  $ docker inspect app-db-1 --format '{{range .Mounts}}{{.Type}} {{.Destination}} {{.RW}}{{"\n"}}{{end}}' | sort
  
  volume /cache true
  volume /data true
  $ docker compose ls
  NAME                STATUS              CONFIG FILES
  app                 running(2)          /home/learner/app/compose.yaml
  $ docker compose down 2>&1 | sort
   Container app-db-1  Removed
   Container app-db-1  Removing
   Container app-db-1  Stopped
   Container app-db-1  Stopping
   Container app-web-1  Removed
   Container app-web-1  Removing
   Container app-web-1  Stopped
   Container app-web-1  Stopping
   Network app_default  Removed
   Network app_default  Removing
  $ docker compose down
  $ docker volume ls -q --filter name=app_data
  app_data
  $ docker compose up -d db >/dev/null 2>&1; docker compose exec db cat /data/f
  kept
  $ docker compose down -v 2>&1 | sort
   Container app-db-1  Removed
   Container app-db-1  Removing
   Container app-db-1  Stopped
   Container app-db-1  Stopping
   Network app_default  Removed
   Network app_default  Removing
   Volume app_data  Removed
   Volume app_data  Removing
  $ docker volume ls -q --filter name=app_data
  $ docker compose up --no-start 2>&1 | sort
   Container app-db-1  Created
   Container app-db-1  Creating
   Container app-web-1  Created
   Container app-web-1  Creating
   Network app_default  Created
   Network app_default  Creating
   Volume app_data  Created
   Volume app_data  Creating
  $ docker compose ps -a --format '{{.Name}} {{.State}}'
  app-db-1 created
  app-web-1 created
  $ docker compose start 2>&1 | sort
   Container app-db-1  Started
   Container app-db-1  Starting
   Container app-web-1  Started
   Container app-web-1  Starting
  $ docker compose down -v >/dev/null 2>&1; docker ps -aq
