What can be wrong with a Compose file.

  $ mkdir p; cd p; c() { printf "$1" > compose.yaml; docker compose config 2>&1; }
  $ c ''
  empty compose file
  [1]
  $ c 'x\n'
  yaml: unmarshal errors:
    line 1: cannot unmarshal !!str `x` into cli.named
  [1]
  $ c '[]\n'
  yaml: unmarshal errors:
    line 1: cannot unmarshal !!seq into cli.named
  [1]
  $ c 'services: []\n'
  services must be a mapping
  [1]
  $ c 'services:\n'
  services must be a mapping
  [1]
  $ c 'services:\n  a:\n'
  validating /home/learner/p/compose.yaml: services.a must be a mapping
  [1]
  $ c 'services:\n  a: x\n'
  services.a must be a mapping
  [1]
  $ c 'services:\n  a: {}\n'
  service "a" has neither an image nor a build context specified: invalid compose project
  [1]
  $ c 'services:\n  a:\n   image: b\n  image: c\n'
  services.image must be a mapping
  [1]
  $ c 'services:\n  a:\n    image: b\n   ports: c\n'
  yaml: line 1: did not find expected key
  [1]
  $ c 'services:\n  a:\n    image: "b\n'
  yaml: line 3: found unexpected end of stream
  [1]
  $ c 'services:\n  a:\n    image: b: c\n'
  yaml: line 3: mapping values are not allowed in this context
  [1]
  $ c 'services:\n  a:\n    image: [b\n'
  yaml: line 2: did not find expected ',' or ']'
  [1]
  $ c 'services:\n  a:\n    image: *x\n'
  yaml: unknown anchor 'x' referenced
  [1]
  $ c 'services:\n  a:\n    image: b\n    image: c\n'
  failed to parse /home/learner/p/compose.yaml: line 4: mapping key "image" already defined at line 3
  [1]
  $ c 'services:\n  a:\n    image: b\n  a:\n    image: c\n'
  failed to parse /home/learner/p/compose.yaml: line 4: mapping key "a" already defined at line 2
  [1]
  $ c 'services:\n  a:\n    image: 1\n'
  validating /home/learner/p/compose.yaml: services.a.image must be a string
  [1]
  $ c 'services:\n  a:\n    image: b\n    ports: x\n'
  validating /home/learner/p/compose.yaml: services.a.ports must be a array
  [1]
  $ c 'services:\n  a:\n    image: b\n    ports: [x]\n'
  Invalid containerPort: x
  [1]
  $ c 'services:\n  a:\n    image: b\n    ports: ["1:2:3:4"]\n'
  Invalid ip address 1:2: address 1:2:: too many colons in address
  [1]
  $ c 'services:\n  a:\n    image: b\n    ports: [99999]\n'
  Invalid containerPort: 99999
  [1]
  $ c 'services:\n  a:\n    image: b\n    environment: x\n'
  validating /home/learner/p/compose.yaml: services.a.environment must be a mapping
  [1]
  $ c 'services:\n  a:\n    image: b\n    environment: [{a: b}]\n'
  services.a.environment.[0]: unexpected type map[string]interface {}
  [1]
  $ c 'services:\n  a:\n    image: b\n    environment: {a: {b: c}}\n'
  validating /home/learner/p/compose.yaml: services.a.environment.a must be a boolean, null, number or string
  [1]
  $ c 'services:\n  a:\n    image: b\n    volumes: x\n'
  validating /home/learner/p/compose.yaml: services.a.volumes must be a array
  [1]
  $ c 'services:\n  a:\n    image: b\n    volumes: ["a:b:c:d"]\n'
  name: p
  services:
    a:
      image: b
      networks:
        default: null
      volumes:
        - type: bind
          source: /home/learner/p/a:b
          target: c:d
          bind:
            create_host_path: true
  networks:
    default:
      name: p_default
  $ c 'services:\n  a:\n    image: b\n    volumes: [{type: foo, target: /x}]\n'
  validating /home/learner/p/compose.yaml: services.a.volumes.0.type value must be one of 'bind', 'volume', 'tmpfs', 'cluster', 'npipe', 'image'
  [1]
  $ c 'services:\n  a:\n    image: b\n    volumes: [{source: x}]\n'
  service volume services.a.volumes.[0] is missing a mount target
  [1]
  $ c 'services:\n  a:\n    image: b\n    volumes: ["data:/x"]\n'
  service "a" refers to undefined volume data: invalid compose project
  [1]
  $ c 'services:\n  a:\n    image: b\n    restart: 1\n'
  validating /home/learner/p/compose.yaml: services.a.restart must be a string
  [1]
  $ c 'services:\n  a:\n    image: b\n    deploy: {replicas: x}\n'
  error while interpolating services.a.deploy.replicas: failed to cast to expected type: strconv.Atoi: parsing "x": invalid syntax
  [1]
  $ c 'services:\n  a:\n    image: b\n    healthcheck: {interval: x, test: y}\n'
  decoding failed due to the following error(s):
  
  'services[a].healthcheck.interval' time: invalid duration "x"
  [1]
  $ c 'services:\n  a:\n    image: b\n    healthcheck: {test: []}\n'
  name: p
  services:
    a:
      healthcheck: {}
      image: b
      networks:
        default: null
  networks:
    default:
      name: p_default
  $ c 'services:\n  a:\n    image: b\n    healthcheck: {test: [x]}\n'
  healthcheck.test must start either by "CMD", "CMD-SHELL" or "NONE"
  [1]
  $ c 'services:\n  a:\n    image: b\n    mem_limit: x\n'
  decoding failed due to the following error(s):
  
  'services[a].mem_limit' invalid size: 'x'
  [1]
  $ c 'services:\n  a:\n    image: b\n    cpus: x\n'
  error while interpolating services.a.cpus: failed to cast to expected type: strconv.ParseFloat: parsing "x": invalid syntax
  [1]
  $ c 'services:\n  a:\n    image: b\n    stop_grace_period: x\n'
  decoding failed due to the following error(s):
  
  'services[a].stop_grace_period' time: invalid duration "x"
  [1]
  $ c 'services:\n  a:\n    image: b\n    ulimits: {nofile: x}\n'
  error while interpolating services.a.ulimits.nofile: failed to cast to expected type: strconv.Atoi: parsing "x": invalid syntax
  [1]
  $ c 'services:\n  a:\n    image: b\n    networks: {x: y}\n'
  validating /home/learner/p/compose.yaml: services.a.networks.x must be a mapping
  [1]
  $ c 'services:\n  a:\n    image: b\n    network_mode: host\n    networks: [x]\n'
  service a declares mutually exclusive `network_mode` and `networks`: invalid compose project
  [1]
  $ c 'services:\n  a:\n    image: b\n    secrets: [x]\n'
  service "a" refers to undefined secret x: invalid compose project
  [1]
  $ c 'services:\n  a:\n    image: b\n    configs: [x]\n'
  service "a" refers to undefined config x: invalid compose project
  [1]
  $ c 'services:\n  a:\n    image: b\n    command: "a \\"b"\n'
  decoding failed due to the following error(s):
  
  'services[a].command' invalid command line string
  [1]
  $ c 'services:\n  a:\n    image: ${X\n'
  invalid interpolation format for services.a.image.
  You may need to escape any $ with another $.
  ${X
  [1]
  $ c 'services:\n  a:\n    image: ${X:?not here}\n'
  error while interpolating services.a.image: required variable X is missing a value: not here
  [1]
  $ c 'services:\n  a:\n    image: ${1}\n'
  invalid interpolation format for services.a.image.
  You may need to escape any $ with another $.
  ${1}
  [1]
  $ c 'services:\n  a:\n    image: b\n    scale: -1\n'
  services.a.scale: must be greater than or equal to 0
  [1]
  $ c 'services:\n  a:\n    image: b\n    container_name: x\n    scale: 2\n'
  validating /home/learner/p/compose.yaml: services.a.container_name 'x' does not match pattern '[a-zA-Z0-9][a-zA-Z0-9_.-]+'
  [1]
  $ c 'name: UPPER\nservices:\n  a:\n    image: b\n'
  name: upper
  services:
    a:
      image: b
      networks:
        default: null
  networks:
    default:
      name: upper_default
  $ c 'version: "3"\nservices:\n  a:\n    image: b\n' | sed 's/time="[^"]*"/TIME/'
  TIME level=warning msg="/home/learner/p/compose.yaml: the attribute `version` is obsolete, it will be ignored, please remove it to avoid potential confusion"
  name: p
  services:
    a:
      image: b
      networks:
        default: null
  networks:
    default:
      name: p_default
  $ c 'foo: 1\nservices:\n  a:\n    image: b\n'
  validating /home/learner/p/compose.yaml:  additional properties 'foo' not allowed
  [1]
  $ c 'x-foo: 1\nservices:\n  a:\n    image: b\n    x-bar: 2\n'
  name: p
  services:
    a:
      image: b
      networks:
        default: null
      x-bar: 2
  networks:
    default:
      name: p_default
  x-foo: 1
  $ c 'volumes: {a: {foo: 1}}\nservices:\n  a:\n    image: b\n'
  validating /home/learner/p/compose.yaml: volumes.a additional properties 'foo' not allowed
  [1]
  $ c 'networks: {a: {driver: 1}}\nservices:\n  a:\n    image: b\n'
  validating /home/learner/p/compose.yaml: networks.a.driver must be a string
  [1]
  $ c 'secrets: {a: {}}\nservices:\n  a:\n    image: b\n    secrets: [a]\n'
  secrets.a: one of file|environment must be set
  [1]
  $ c 'configs: {a: {file: x, content: y}}\nservices:\n  a:\n    image: b\n    configs: [a]\n'
  configs.a: file|environment|content attributes are mutually exclusive
  [1]
