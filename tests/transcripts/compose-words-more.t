Errors of Compose for programs, and words of its own.

  $ printf 'services: {web: {image: busybox, command: sleep 600}}\n' > compose.yaml
  $ docker compose up -d 2> /dev/null
  $ docker compose --progress json ps nope
  {"error":true,"message":"no such service: nope"}
  [1]
  $ docker compose --progress json exec -T nope env
  {"error":true,"message":"service \"nope\" is not running"}
  [1]
  $ docker compose --progress json exec -T web false
  [1]
  $ docker compose --progress json exec -T web
  requires at least 2 arg(s), only received 1
  [1]
  $ docker compose --progress json ps --foo
  unknown flag: --foo
  [1]
  $ COMPOSE_PROGRESS=json docker compose logs nope
  {"error":true,"message":"no such service: nope"}
  [1]
  $ docker compose --progress json run --rm web false
  {"error":true}
  [1]
  $ printf 'a: [' | docker compose --progress json -f - config
  {"error":true,"message":"yaml: line 1: did not find expected node content"}
  [1]
  $ docker compose exec -T -e =x web env
  invalid environment variable: =x
  [1]
  $ docker compose exec -T -e =x nope env
  service "nope" is not running
  [1]
  $ docker compose exec -T -e '' web true
  invalid environment variable: 
  [1]
  $ docker compose export -o . web 2>&1 | sed 's/[a-z]*-web-1/NAME/g'
   NAME export NAME to . Exporting
  cannot write to a directory
  $ docker compose --workdir . ps -q | wc -l
  [31moption '--workdir' is DEPRECATED at root level! Please use '--project-directory' instead.
  [0m1
  $ docker compose --workdir /missing9 ps
  [31moption '--workdir' is DEPRECATED at root level! Please use '--project-directory' instead.
  [0mno configuration file provided: not found
  [1]
  $ docker compose down -t 0 2> /dev/null

Values of a wrong type.

  $ say() { printf "$1" | docker compose -p case -f - config; }
  $ say 'services: {a: {image: x, group_add: [a, 1, 1.5]}}'
  decoding failed due to the following error(s):
  
  'services[a].group_add[2]' expected type 'string', got unconvertible type 'float64'
  [1]
  $ say 'services: {a: {image: x, secrets: [1]}}'
  services.a.secrets.[0]: unsupported expose value %!s(int=1)
  [1]
  $ say 'services: {a: {image: x, configs: [1.5]}}'
  services.a.configs.[0]: unsupported expose value %!s(float64=1.5)
  [1]
  $ say 'services: {a: {image: x, secrets: [null]}}'
  services.a.secrets.[0]: unsupported expose value %!s(<nil>)
  [1]
  $ say 'services: {a: {image: x, volumes: [{type: tmpfs, target: /t, tmpfs: {mode: rwx}}]}}'
  decoding failed due to the following error(s):
  
  'services[a].volumes[0].tmpfs.mode' expected type 'uint32', got unconvertible type 'string'
  [1]
  $ say 'services: {a: {image: x, volumes: [{type: tmpfs, target: /t, tmpfs: {mode: "0755"}}]}}'
  decoding failed due to the following error(s):
  
  'services[a].volumes[0].tmpfs.mode' expected type 'uint32', got unconvertible type 'string'
  [1]
  $ say 'services: {a: {image: x, blkio_config: {weight: x}}}'
  decoding failed due to the following error(s):
  
  'services[a].blkio_config.weight' expected type 'uint16', got unconvertible type 'string'
  [1]
  $ say 'include: [5]'
  decoding failed due to the following error(s):
  
  '[0]' expected a map or struct, got "int"
  [1]
  $ say 'include: [{path: a.yaml}, [a]]'
  decoding failed due to the following error(s):
  
  '[1]' expected a map or struct, got "slice"
  [1]
  $ say 'include: 5'
  `include` must be a list, got %!s(int=5)
  [1]
  $ say 'services: {[a]: {image: x}}' 2>&1 | sed 's/parse .*: yaml/parse FILE: yaml/'
  failed to parse FILE: yaml: invalid map key: []interface {}{"a"}
  $ say 'services: {a: {image: x, labels: {{a: 1}: b}}}' 2>&1 | sed 's/parse .*: yaml/parse FILE: yaml/'
  failed to parse FILE: yaml: invalid map key: map[string]interface {}{"a":1}
  $ say 'x-a: {[1, 2]: b}' 2>&1 | sed 's/parse .*: yaml/parse FILE: yaml/'
  failed to parse FILE: yaml: invalid map key: []interface {}{1, 2}
  $ say '[a]: {image: x}'
  failed to parse -: yaml: invalid map key: []interface {}{"a"}
  [1]
  $ say '{a: b}: x'
  failed to parse -: yaml: invalid map key: map[string]interface {}{"a":"b"}
  [1]
