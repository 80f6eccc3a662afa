One service of a project taken down: what it depends on stays, and so do volumes that others use.

  $ mkdir w; cd w; printf 'services:\n  web:\n    image: busybox\n    command: sleep 1000\n    depends_on: [db]\n    ports: ["8077:80"]\n  db:\n    image: busybox\n    command: sleep 1000\n    volumes: [dd:/d]\nvolumes:\n  dd:\n' > compose.yaml
  $ docker compose --progress quiet up -d; docker compose ps --format '{{.Name}} {{.Publishers}}' web
  w-web-1 [{0.0.0.0 80 8077 tcp} {:: 80 8077 tcp}]
  $ docker compose ps --format '{{range .Publishers}}{{.URL}} {{.PublishedPort}}->{{.TargetPort}}/{{.Protocol}};{{end}}' web
  0.0.0.0 8077->80/tcp;:: 8077->80/tcp;
  $ docker compose down web 2>&1 | sort
   Container w-web-1  Removed
   Container w-web-1  Removing
   Container w-web-1  Stopped
   Container w-web-1  Stopping
   Network w_default  Removing
   Network w_default  Resource is still in use
  $ docker compose ps --format '{{.Name}}'
  w-db-1
  $ docker compose --progress quiet up -d
  $ docker compose down -v web 2>&1 | sort
   Container w-web-1  Removed
   Container w-web-1  Removing
   Container w-web-1  Stopped
   Container w-web-1  Stopping
   Network w_default  Removing
   Network w_default  Resource is still in use
   Volume w_dd  Removing
   Volume w_dd  Resource is still in use
  $ docker volume ls -q; docker compose ps --format '{{.Name}}'
  w_dd
  w-db-1
  $ docker compose stats --no-stream nope
  CONTAINER ID  NAME  CPU %  MEM USAGE / LIMIT  MEM %  NET I/O  BLOCK I/O  PIDS
  $ docker compose --progress quiet run --name a-rather-long-container-name db true; docker compose images | cut -c1-60
  CONTAINER                      REPOSITORY          TAG      
  a-rather-long-container-name   busybox             latest   
  w-db-1                         busybox             latest   
  $ docker compose up -h | head -2; docker compose -h 2>&1 >/dev/null | head -1
  Flag shorthand -h has been deprecated, use --help
  Usage:  docker compose up [OPTIONS] [SERVICE...]
  $ docker compose help 2>&1 | tail -1
  unknown docker command: "compose help"
  $ docker compose --progress quiet down -v db; docker volume ls -q
  w_dd
