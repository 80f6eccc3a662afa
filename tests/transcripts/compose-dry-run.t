What `docker compose --dry-run` tells of each verb, and that nothing of it is done.

  $ mkdir p q; cd p; printf 'services:\n  web:\n    image: busybox\n    command: sleep 1000\n    volumes: [data:/d]\n    depends_on: [db]\n  db:\n    image: busybox\n    command: sleep 1000\nvolumes:\n  data:\n' > compose.yaml
  $ docker compose --dry-run up -d
   DRY-RUN MODE -  Network p_default  Creating
   DRY-RUN MODE -  Network p_default  Created
   DRY-RUN MODE -  Volume p_data  Creating
   DRY-RUN MODE -  Volume p_data  Created
   DRY-RUN MODE -  Container p-db-1  Creating
   DRY-RUN MODE -  Container p-db-1  Created
   DRY-RUN MODE -  Container p-web-1  Creating
   DRY-RUN MODE -  Container p-web-1  Created
   DRY-RUN MODE -  Container p-db-1  Starting
   DRY-RUN MODE -  Container p-db-1  Started
   DRY-RUN MODE -  Container p-web-1  Starting
   DRY-RUN MODE -  Container p-web-1  Started
  $ docker ps -aq; docker volume ls -q; docker network ls --format '{{.Name}}' | sort
  bridge
  host
  none
  $ docker compose up --dry-run -d db
   DRY-RUN MODE -  Network p_default  Creating
   DRY-RUN MODE -  Network p_default  Created
   DRY-RUN MODE -  Container p-db-1  Creating
   DRY-RUN MODE -  Container p-db-1  Created
   DRY-RUN MODE -  Container p-db-1  Starting
   DRY-RUN MODE -  Container p-db-1  Started
  $ docker compose --dry-run up
   DRY-RUN MODE -  Network p_default  Creating
   DRY-RUN MODE -  Network p_default  Created
   DRY-RUN MODE -  Volume p_data  Creating
   DRY-RUN MODE -  Volume p_data  Created
   DRY-RUN MODE -  Container p-db-1  Creating
   DRY-RUN MODE -  Container p-db-1  Created
   DRY-RUN MODE -  Container p-web-1  Creating
   DRY-RUN MODE -  Container p-web-1  Created
  end of 'compose up' output, interactive run is not supported in dry-run mode
  $ docker compose --dry-run --progress json up -d db
  {"dry-run":true,"id":"Network p_default","status":"Creating"}
  {"dry-run":true,"id":"Network p_default","status":"Created"}
  {"dry-run":true,"id":"Container p-db-1","status":"Creating"}
  {"dry-run":true,"id":"Container p-db-1","status":"Created"}
  {"dry-run":true,"id":"Container p-db-1","status":"Starting"}
  {"dry-run":true,"id":"Container p-db-1","status":"Started"}
  $ docker compose --dry-run --progress quiet up -d db
  $ docker compose --dry-run create
   DRY-RUN MODE -  Network p_default  Creating
   DRY-RUN MODE -  Network p_default  Created
   DRY-RUN MODE -  Volume p_data  Creating
   DRY-RUN MODE -  Volume p_data  Created
   DRY-RUN MODE -  Container p-db-1  Creating
   DRY-RUN MODE -  Container p-db-1  Created
   DRY-RUN MODE -  Container p-web-1  Creating
   DRY-RUN MODE -  Container p-web-1  Created
  $ docker compose --dry-run run web ls
   DRY-RUN MODE -  Network p_default  Creating
   DRY-RUN MODE -  Network p_default  Created
   DRY-RUN MODE -  Volume p_data  Creating
   DRY-RUN MODE -  Volume p_data  Created
   DRY-RUN MODE -  Container p-db-1  Creating
   DRY-RUN MODE -  Container p-db-1  Created
   DRY-RUN MODE -  Container p-db-1  Starting
   DRY-RUN MODE -  Container p-db-1  Started
  interactive run is not supported in dry-run mode
  [1]
  $ docker compose --dry-run up -d nope
  no such service: nope
  [1]
  $ docker compose --progress quiet up -d
  $ docker compose --dry-run up -d
   DRY-RUN MODE -  Container p-db-1  Running
   DRY-RUN MODE -  Container p-web-1  Running
  $ docker compose --dry-run stop 2>&1 | sort
   DRY-RUN MODE -  Container p-db-1  Stopped
   DRY-RUN MODE -  Container p-db-1  Stopping
   DRY-RUN MODE -  Container p-web-1  Stopped
   DRY-RUN MODE -  Container p-web-1  Stopping
  $ docker compose --dry-run restart 2>&1 | sort
   DRY-RUN MODE -  Container p-db-1  Restarting
   DRY-RUN MODE -  Container p-db-1  Started
   DRY-RUN MODE -  Container p-web-1  Restarting
   DRY-RUN MODE -  Container p-web-1  Started
  $ docker compose --dry-run start
  service "db" has no container to start
  [1]
  $ docker compose --dry-run kill 2>&1 | sort
   DRY-RUN MODE -  Container p-db-1  Killed
   DRY-RUN MODE -  Container p-db-1  Killing
   DRY-RUN MODE -  Container p-web-1  Killed
   DRY-RUN MODE -  Container p-web-1  Killing
  $ docker compose --dry-run pause 2>&1 | sort
   DRY-RUN MODE -  Container p-db-1  Paused
   DRY-RUN MODE -  Container p-web-1  Paused
  $ docker compose --dry-run unpause 2>&1 | sort
   DRY-RUN MODE -  Container p-db-1  Unpaused
   DRY-RUN MODE -  Container p-web-1  Unpaused
  $ docker compose --dry-run rm -sf 2>&1 | sort
   DRY-RUN MODE -  Container p-db-1  Removed
   DRY-RUN MODE -  Container p-db-1  Removing
   DRY-RUN MODE -  Container p-db-1  Stopped
   DRY-RUN MODE -  Container p-db-1  Stopping
   DRY-RUN MODE -  Container p-web-1  Removed
   DRY-RUN MODE -  Container p-web-1  Removing
   DRY-RUN MODE -  Container p-web-1  Stopped
   DRY-RUN MODE -  Container p-web-1  Stopping
  Going to remove p-web-1, p-db-1
  $ docker compose --dry-run down -v 2>&1 | sort
   DRY-RUN MODE -  Container p-db-1  Removed
   DRY-RUN MODE -  Container p-db-1  Removing
   DRY-RUN MODE -  Container p-db-1  Stopped
   DRY-RUN MODE -  Container p-db-1  Stopping
   DRY-RUN MODE -  Container p-web-1  Removed
   DRY-RUN MODE -  Container p-web-1  Removing
   DRY-RUN MODE -  Container p-web-1  Stopped
   DRY-RUN MODE -  Container p-web-1  Stopping
   DRY-RUN MODE -  Network p_default  Removing
   DRY-RUN MODE -  Network p_default  Resource is still in use
   DRY-RUN MODE -  Volume p_data  Removed
   DRY-RUN MODE -  Volume p_data  Removing
  $ docker compose --dry-run exec web ls
  interactive exec is not supported in dry-run mode
  [1]
  $ docker compose --dry-run attach web
  interactive run is not supported in dry-run mode
  [1]
  $ docker compose --dry-run run --rm -T web ls
   DRY-RUN MODE -  Container p-db-1  Running
  interactive run is not supported in dry-run mode
  [1]
  $ docker compose --dry-run cp web:/nofile x
   DRY-RUN MODE -  p-web-1 copy p-web-1:/nofile to x Copying
    DRY-RUN MODE -  Could not find the file /nofile in container <ID1>
  [1]
  $ docker compose --dry-run cp web:/etc/passwd x; ls
   DRY-RUN MODE -  p-web-1 copy p-web-1:/etc/passwd to x Copying
   DRY-RUN MODE -  p-web-1 copy p-web-1:/etc/passwd to x Copied
  compose.yaml
  $ docker compose --dry-run create --force-recreate
   DRY-RUN MODE -  Container p-db-1  Recreate
   DRY-RUN MODE -  Container p-db-1  Recreated
   DRY-RUN MODE -  Container p-web-1  Recreate
   DRY-RUN MODE -  Container p-web-1  Recreated
  $ docker compose --dry-run up -d --scale web=2
   DRY-RUN MODE -  Container p-db-1  Running
   DRY-RUN MODE -  Container p-web-1  Running
   DRY-RUN MODE -  Container p-web-2  Creating
   DRY-RUN MODE -  Container p-web-2  Created
   DRY-RUN MODE -  Container p-web-2  Starting
   DRY-RUN MODE -  Container p-web-2  Started
  $ docker compose --dry-run scale web=0
   DRY-RUN MODE -  Container p-db-1  Running
   DRY-RUN MODE -  Container p-web-1  Stopping
   DRY-RUN MODE -  Container p-web-1  Stopped
   DRY-RUN MODE -  Container p-web-1  Removing
   DRY-RUN MODE -  Container p-web-1  Removed
  $ docker compose --dry-run export -o x web; ls
   DRY-RUN MODE -  p-web-1 export p-web-1 to x Exporting
   DRY-RUN MODE -  p-web-1 export p-web-1 to x Exported
  compose.yaml
  $ docker compose --dry-run commit web x; docker images -q x
   DRY-RUN MODE -  p-web-1 Commit p-web-1 Committing
   DRY-RUN MODE -  p-web-1 Commit p-web-1 Committed
  $ docker compose --dry-run push 2>&1 | sort
   DRY-RUN MODE -  db Skipped 
   DRY-RUN MODE -  web Skipped 
  $ docker compose ps --format '{{.Name}} {{.State}}'; docker volume ls -q
  p-db-1 running
  p-web-1 running
  p_data
  $ docker compose --dry-run=x ps
  invalid argument "x" for "--dry-run" flag: strconv.ParseBool: parsing "x": invalid syntax
  [1]
  $ docker compose --dry-run=false --progress quiet down -v; docker volume ls -q
  $ docker compose --dry-run down
  $ cd ../q; mkdir app; printf 'FROM busybox\nRUN echo hi\n' > app/Dockerfile; printf 'services:\n  web:\n    build: ./app\n    depends_on:\n      db: {condition: service_healthy}\n    configs: [{source: c1, target: /c1}]\n  db:\n    image: busybox\n    command: sleep 1000\n    networks: [n1]\n    healthcheck: {test: "true", interval: 1s}\nnetworks: {n1: {external: true, name: extn}}\nconfigs: {c1: {content: hello}}\n' > compose.yaml
  $ docker compose --dry-run build
   DRY-RUN MODE -  web ==> ==> writing image dryRun-ca84d1343b96baa8137c943ed1860e522cacb238 
   DRY-RUN MODE -  web ==> ==> naming to q-web 
   DRY-RUN MODE -  web  Built
  $ docker network create extn | wc -l; docker compose --dry-run up -d 2>&1 | grep -v Network
  1
   DRY-RUN MODE -  web ==> ==> writing image dryRun-ca84d1343b96baa8137c943ed1860e522cacb238 
   DRY-RUN MODE -  web ==> ==> naming to q-web 
   DRY-RUN MODE -  web  Built
   DRY-RUN MODE -  Container q-db-1  Creating
   DRY-RUN MODE -  Container q-db-1  Created
   DRY-RUN MODE -  Container q-web-1  Creating
   DRY-RUN MODE -  Container q-web-1  Created
   DRY-RUN MODE -  Container q-db-1  Starting
   DRY-RUN MODE -  Container q-db-1  Started
   DRY-RUN MODE -  Container q-db-1  Waiting
   DRY-RUN MODE -  Container q-db-1  Healthy
    DRY-RUN MODE -  Could not find the file / in container q-web-1
  $ docker images -q q-web; docker network rm extn
  extn
