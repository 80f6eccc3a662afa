What a project keeps when it goes down.

  $ mkdir p && cd p && printf 'services:\n  web:\n    image: busybox\n    command: sleep 300\n    volumes:\n      - data:/d\n      - ./src:/src:ro\n      - /anon\n      - type: tmpfs\n        target: /t\nvolumes:\n  data:\n' > compose.yaml; docker compose config --volumes; docker compose config --services
  data
  web
  $ docker compose up -d 2>/dev/null; docker compose ps --format '{{.Service}} {{.State}} {{.Name}}'; docker volume ls -q --filter name=p_
  web running p-web-1
  p_data
  $ docker compose exec web sh -c 'echo kept > /d/f; ls -d /src /anon; mount | grep -c " /t "'; ls -d src
  /anon
  /src
  1
  src
  $ docker compose exec -T web touch /src/x
  touch: /src/x: Read-only file system
  [1]
  $ docker volume inspect p_data --format '{{json .Labels}}' | tr , '\n' | grep -v -e hash -e version | sort
  "com.docker.compose.project":"p"
  "com.docker.compose.volume":"data"}
  $ docker compose up -d --force-recreate 2>/dev/null; docker compose exec web cat /d/f
  kept
  $ docker compose down 2>/dev/null; docker volume ls -q --filter name=p_data; docker network ls -q --filter name=p_default
  p_data
  $ docker compose up -d 2>/dev/null; docker compose exec web cat /d/f; docker volume rm p_data 2>&1 | sed 's/\[.*\]/[ID]/'
  kept
  Error response from daemon: remove p_data: volume is in use - [ID]
  $ docker compose rm -f web 2>&1; docker compose stop -t 0 2>/dev/null; docker compose ps -a --format '{{.State}}'
  No stopped containers
  exited
  $ docker compose down -v 2>&1 | sed 's/ *[0-9.]*s *$//' | sort -u; docker volume ls -q --filter name=p_data
   Container p-web-1  Removed
   Container p-web-1  Removing
   Container p-web-1  Stopped
   Container p-web-1  Stopping
   Network p_default  Removed
   Network p_default  Removing
   Volume p_data  Removed
   Volume p_data  Removing
  $ docker compose down -v 2>&1; docker compose ps
  NAME      IMAGE     COMMAND   SERVICE   CREATED   STATUS    PORTS
  $ docker compose -p other up -d 2>/dev/null; docker volume ls -q | grep data; docker compose -p other down --volumes 2>/dev/null; docker volume ls -q | grep data
  other_data
  [1]
  $ docker compose run --rm web ls /d 2>/dev/null; docker volume ls -q | grep data
  p_data
  $ docker compose config --format json | jq -c '.services.web.volumes[] | [.type,.source,.target]' | sed "s#$HOME#HOME#"
  ["volume","data","/d"]
  ["bind","HOME/p/src","/src"]
  ["volume",null,"/anon"]
  ["tmpfs",null,"/t"]
  $ docker compose exec nosuch ls; docker compose exec web ls
  service "nosuch" is not running
  service "web" is not running
  [1]
  $ docker compose volumes --format '{{.Name}}'; docker compose down -v 2>/dev/null; docker compose ls
  p_data
  NAME                STATUS              CONFIG FILES
