An image of a service's container, and its files.

  $ printf 'services:\n  web:\n    image: busybox\n    command: sleep 1000\n    scale: 2\n' > compose.yaml
  $ docker compose -p out up -d --quiet-pull > /dev/null 2>&1; docker compose -p out exec -T web sh -c 'echo hi > /made'
  $ docker compose -p out commit web img1 2>&1 | sed 's/sha256.*/ID/'
   out-web-1 Commit out-web-1 Committing
   out-web-1 Commit out-web-1 Committed as ID
  $ docker compose -p out commit --index 2 -m changed -c 'CMD ["cat","/made"]' web img1:two 2>&1 | sed 's/sha256.*/ID/'
   out-web-2 Commit out-web-2 Committing
   out-web-2 Commit out-web-2 Committed as ID
  $ docker run --rm img1 cat /made
  hi
  $ docker run --rm img1:two
  cat: can't open '/made': No such file or directory
  [1]
  $ docker compose -p out commit web UPPER
   out-web-1 Commit out-web-1 Committing
  invalid reference format: repository name (library/UPPER) must be lowercase
  [1]
  $ docker compose -p out commit
  accepts between 1 and 2 arg(s), received 0
  [1]
  $ docker compose -p out commit a b c
  accepts between 1 and 2 arg(s), received 3
  [1]
  $ docker compose -p out commit nope
  service "nope" is not running
  [1]
  $ docker compose -p out commit --index 9 web
  service "web" is not running container #9
  [1]
  $ docker compose -p out export web -o w.tar
   out-web-1 export out-web-1 to w.tar Exporting
  $ tar tf w.tar | grep made
  made
  $ docker compose -p out export --index 2 web 2>/dev/null | tar tf - | grep -c ^bin/busybox
  1
  $ docker compose -p out export -o /nope/x web
  failed to export container: invalid output path: directory "/nope" does not exist
  [1]
  $ docker compose -p out export
  requires at least 1 arg(s), only received 0
  [1]
  $ docker compose -p out export nope
  service "nope" is not running
  [1]
  $ docker compose -p out watch 2>&1 | tail -1
  none of the selected services is configured for watch, consider setting a 'develop' section
  $ docker compose -p out publish
  docker: 'docker compose publish' requires 1 argument
  
  Usage:  docker compose publish [OPTIONS] REPOSITORY[:TAG]
  
  Run 'docker compose publish --help' for more information
  [1]
  $ docker compose -p out stats --no-stream a b
  accepts at most 1 arg(s), received 2
  [1]
  $ docker compose -p out stats --no-stream nope | head -1
  CONTAINER ID  NAME  CPU %  MEM USAGE / LIMIT  MEM %  NET I/O  BLOCK I/O  PIDS
  $ docker compose -p out events --since x
  failed to parse value as time or duration: "x"
  [1]
  $ docker compose -p out images --format x
  format value "x" could not be parsed: parsing failed
  [1]
  $ docker compose -p out exec --no-tty=maybe web true
  invalid argument "maybe" for "-T, --no-tty" flag: strconv.ParseBool: parsing "maybe": invalid syntax
  [1]
  $ docker compose -p out down -t 0 > /dev/null 2>&1
