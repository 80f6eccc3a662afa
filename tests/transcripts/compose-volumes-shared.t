Volumes that services share, and files that are wrong.

  $ mkdir q && cd q && printf 'services:\n  a:\n    image: busybox\n    command: sh -c "ls /x; sleep 200"\n    volumes: [ "shared:/x" ]\n  b:\n    image: busybox\n    command: sh -c "echo from-b > /y/b; sleep 200"\n    volumes:\n      - type: volume\n        source: shared\n        target: /y\n        volume: { nocopy: true }\nvolumes:\n  shared:\n    name: really\n    labels: { team: one }\n' > docker-compose.yml; docker compose up -d b 2>/dev/null; docker volume ls --format '{{.Name}} {{.Label "team"}}'
  really one
  $ sleep 1; docker compose up -d 2>/dev/null; sleep 1; docker compose logs --no-log-prefix a; docker compose exec a cat /x/b
  b
  from-b
  $ docker compose ps --services; docker compose ps -q | wc -l; docker compose top a | awk 'NR>1{print $NF}' | head -1
  a
  b
  2
  200
  $ docker compose pause a; docker compose ps --format '{{.Service}} {{.State}}' ; docker compose unpause a 2>/dev/null
   Container q-a-1  Paused
  a paused
  b running
  $ printf 'services:\n  a:\n    image: busybox\n    volumes: [ "undefined:/x" ]\n' > bad.yml; docker compose -f bad.yml config
  service "a" refers to undefined volume undefined: invalid compose project
  [1]
  $ printf 'services:\n  a:\n    image: busybox\n    volumes: [ "rel/path:/x:zz" ]\n' > bad2.yml; docker compose -f bad2.yml config -q
  service "a" refers to undefined volume rel/path: invalid compose project
  [1]
  $ printf 'services:\n  a:\n    image: busybox\n    volumes:\n      - type: nosuch\n        target: /x\n' > bad3.yml; docker compose -f bad3.yml config -q
  validating /home/learner/q/bad3.yml: services.a.volumes.0.type value must be one of 'bind', 'volume', 'tmpfs', 'cluster', 'npipe', 'image'
  [1]
  $ printf 'services:\n  a:\n    image: busybox\n    volume: [ "x:/x" ]\n' > bad4.yml; docker compose -f bad4.yml up -d
  validating /home/learner/q/bad4.yml: services.a additional properties 'volume' not allowed
  [1]
  $ printf 'services:\n  a:\n    image: busybox\n    volumes: [ "e:/x" ]\nvolumes:\n  e:\n    external: true\n' > ext.yml; docker compose -p ext -f ext.yml up -d 2>&1 | tail -1
  Error response from daemon: invalid mount config for type "volume": invalid mount path: 'e:/x' mount path must be absolute
  $ docker volume create e; docker compose -p ext -f ext.yml up -d >/dev/null 2>&1; echo $?; docker compose -p ext -f ext.yml down -v 2>/dev/null; docker volume ls -q
  Error response from daemon: create e: volume name is too short, names should be at least two alphanumeric characters
  1
  really
  $ docker compose down --rmi none 2>/dev/null; docker compose down --rmi wrong; docker volume ls -q
  invalid value for --rmi: "wrong"
  really
  $ docker compose -f nothere.yml ps
  open /home/learner/q/nothere.yml: no such file or directory
  [1]
  $ docker compose config --no-such
  unknown flag: --no-such
  [1]
  $ docker compose down -v 2>&1 | grep -c Volume; docker compose up -d --no-deps zzz
  2
  no such service: zzz
  [1]
  $ docker compose kill -s NOPE; docker compose stop zzz; docker compose port a 80
  no container to killno such service: zzz
  service "a" is not running
  [1]
  $ docker compose images; docker compose version --short | cut -d. -f1; docker compose cp a:/x .
  CONTAINER           REPOSITORY          TAG                 PLATFORM            IMAGE ID            SIZE                CREATED
  2
  no container found for service "a"
  [1]
  $ docker volume rm e really; cd ..; docker compose ps
  Error response from daemon: get e: no such volume
  Error response from daemon: get really: no such volume
  no configuration file provided: not found
  [1]
