Compose: mistakes in files and on the command line, in its own words.

  $ mkdir err && cd err; docker compose up
  no configuration file provided: not found
  [1]
  $ c() { printf "$1" > f.yaml; docker compose -f f.yaml config; }
  $ c 'services:\n  web:\n    image: busybox\n    ports: 80\n'
  validating /home/learner/err/f.yaml: services.web.ports must be a array
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    colour: red\n'
  validating /home/learner/err/f.yaml: services.web additional properties 'colour' not allowed
  [1]
  $ c 'services:\n  web:\n    image: [a, b]\n'
  validating /home/learner/err/f.yaml: services.web.image must be a string
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    environment:\n      - A=1\n      - A=1\n'
  name: err
  services:
    web:
      environment:
        A: "1"
      image: busybox
      networks:
        default: null
  networks:
    default:
      name: err_default
  $ c 'services:\n  web:\n    build:\n      contex: .\n'
  validating /home/learner/err/f.yaml: services.web.build additional properties 'contex' not allowed
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    ports:\n      - "99999:80"\n'
  Invalid hostPort: 99999
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    ports:\n      - "abc"\n'
  Invalid containerPort: abc
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    volumes:\n      - type: bind\n        target: /x\n'
  invalid mount config for type "bind": field Source must not be empty
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    volumes:\n      - source: x\n        target: /x\n'
  validating /home/learner/err/f.yaml: services.web.volumes.0 must be a string
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    volumes:\n      - "a:b:c:d"\n'
  name: err
  services:
    web:
      image: busybox
      networks:
        default: null
      volumes:
        - type: bind
          source: /home/learner/err/a:b
          target: c:d
          bind:
            create_host_path: true
  networks:
    default:
      name: err_default
  $ c 'services:\n  web:\n    image: busybox\n    volumes:\n      - data:/x\n      - other:/x\nvolumes:\n  data:\n  other:\n'
  name: err
  services:
    web:
      image: busybox
      networks:
        default: null
      volumes:
        - type: volume
          source: other
          target: /x
          volume: {}
  networks:
    default:
      name: err_default
  volumes:
    other:
      name: err_other
  $ c 'services:\n  web:\n    image: busybox\n    secrets: [s]\n'
  service "web" refers to undefined secret s: invalid compose project
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    configs: [c]\n'
  service "web" refers to undefined config c: invalid compose project
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    mem_limit: lots\n'
  decoding failed due to the following error(s):
  
  'services[web].mem_limit' invalid size: 'lots'
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    stop_grace_period: soon\n'
  decoding failed due to the following error(s):
  
  'services[web].stop_grace_period' time: invalid duration "soon"
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    restart: [always]\n'
  validating /home/learner/err/f.yaml: services.web.restart must be a string
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    tty: maybe\n'
  error while interpolating services.web.tty: failed to cast to expected type: invalid boolean: maybe
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    healthcheck:\n      test: [curl, x]\n'
  healthcheck.test must start either by "CMD", "CMD-SHELL" or "NONE"
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    healthcheck:\n      interval: x\n'
  decoding failed due to the following error(s):
  
  'services[web].healthcheck.interval' time: invalid duration "x"
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    container_name: x\n    scale: 2\n'
  validating /home/learner/err/f.yaml: services.web.container_name 'x' does not match pattern '[a-zA-Z0-9][a-zA-Z0-9_.-]+'
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    network_mode: host\n    networks: [a]\nnetworks:\n  a:\n'
  service web declares mutually exclusive `network_mode` and `networks`: invalid compose project
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    extends: nope\n'
  cannot extend service "web" in /home/learner/err/f.yaml: service "nope" not found
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    extends:\n      file: none.yaml\n      service: x\n'
  open /home/learner/err/none.yaml: no such file or directory
  [1]
  $ c 'include:\n  - none.yaml\nservices:\n  web:\n    image: busybox\n'
  open /home/learner/err/none.yaml: no such file or directory
  [1]
  $ c 'services:\n  web:\n    image: "${X:?must be set}"\n'
  error while interpolating services.web.image: required variable X is missing a value: must be set
  [1]
  $ c 'services:\n  web:\n    image: "${X"\n'
  invalid interpolation format for services.web.image.
  You may need to escape any $ with another $.
  ${X
  [1]
  $ c 'services:\n  web:\n    image: busybox\n  web:\n    image: alpine\n'
  failed to parse /home/learner/err/f.yaml: line 4: mapping key "web" already defined at line 2
  [1]
  $ c 'services:\n  web:\n   image: busybox\n  command: x\n'
  services.command must be a mapping
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    command: "a\n'
  yaml: line 4: found unexpected end of stream
  [1]
  $ c 'services:\n- a\n'
  services must be a mapping
  [1]
  $ c '- a\n'
  bash: printf: - : invalid option
  printf: usage: printf [-v var] format [arguments]
  empty compose file
  [1]
  $ c ''
  empty compose file
  [1]
  $ c 'services:\n'
  services must be a mapping
  [1]
  $ c 'name: Bad Name\nservices:\n  web:\n    image: busybox\n' | head -n 1
  name: badname
  $ c 'services:\n  web:\n    image: *nope\n'
  yaml: unknown anchor 'nope' referenced
  [1]
  $ c 'x: &a\n  b: 1\nservices:\n  web:\n    <<: *a\n    image: busybox\n'
  validating /home/learner/err/f.yaml: services.web additional properties 'b' not allowed
  [1]
  $ c 'volumes:\n  v:\n    external: true\n    driver: local\nservices:\n  web:\n    image: busybox\n'
  volumes.v: conflicting parameters "external" and "driver" specified
  [1]
  $ c 'secrets:\n  s:\n    file: a\n    environment: b\nservices:\n  web:\n    image: busybox\n    secrets: [s]\n'
  secrets.s: file|environment attributes are mutually exclusive
  [1]
  $ c 'services:\n  web:\n    image: busybox\n    env_file: none.env\n'
  env file /home/learner/err/none.env not found: stat /home/learner/err/none.env: no such file or directory
  [1]
  $ docker compose -p 'Bad Name' -f f.yaml config
  invalid project name "Bad Name": must consist only of lowercase alphanumeric characters, hyphens, and underscores as well as start with a letter or number
  [1]
  $ docker compose --env-file none.env -f f.yaml config
  couldn't find env file: /home/learner/err/none.env
  [1]
  $ printf 'services:\n  web:\n    image: busybox\n    command: sleep 600\n' > compose.yaml; docker compose up -d nope
  no such service: nope
  [1]
  $ docker compose exec web ls
  service "web" is not running
  [1]
  $ docker compose logs nope
  no such service: nope
  [1]
  $ docker compose port web 80
  service "web" is not running
  [1]
  $ docker compose cp web:/x .
  no container found for service "web"
  [1]
  $ docker compose cp a b
  unknown copy direction
  [1]
  $ docker compose run nope
  no such service: nope
  [1]
  $ docker compose up --nope
  unknown flag: --nope
  [1]
  $ docker compose up -d --wait --abort-on-container-exit
  --wait cannot be combined with --abort-on-container-exit, --attach or --attach-dependencies
  [1]
  $ docker compose up --scale web
  invalid --scale option "web". Should be SERVICE=NUM
  [1]
  $ docker compose up -d --scale nope=2
  no such service: nope: not found
  [1]
  $ docker compose up -d --scale web=x
  strconv.Atoi: parsing "x": invalid syntax
  [1]
  $ docker compose down --rmi some
  invalid value for --rmi: "some"
  [1]
  $ docker compose scale web
  invalid scale specifier: web
  [1]
  $ docker compose wait web
  no containers for project "err"
  [1]
  $ docker compose nope 2>&1 | tail -n 1
  unknown docker command: "compose nope"
