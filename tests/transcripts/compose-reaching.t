Services that lean on each other, and on other files.

  $ mkdir p; cd p; c() { printf "$1" > compose.yaml; shift; docker compose "$@" 2>&1; }
  $ c 'services:\n  a:\n    image: b\n    depends_on: [a]\n' config
  dependency cycle detected: a -> a
  [1]
  $ c 'services:\n  a:\n    image: b\n    depends_on: [b]\n  b:\n    image: b\n    depends_on: [c]\n  c:\n    image: b\n    depends_on: [a]\n' config
  dependency cycle detected: a -> b -> c -> a
  [1]
  $ c 'services:\n  a:\n    image: b\n    depends_on: [nope]\n' config
  service "a" depends on undefined service "nope": invalid compose project
  [1]
  $ c 'services:\n  a:\n    image: b\n    depends_on: {x: {condition: service_started, required: false}}\n' config -q
  service "a" depends on undefined service "x": invalid compose project
  [1]
  $ c 'services:\n  a:\n    image: b\n    depends_on: {x: {}}\n  x: {image: c}\n' config
  validating /home/learner/p/compose.yaml: services.a.depends_on.x missing property 'condition'
  [1]
  $ c 'services:\n  a:\n    image: b\n    links: [nope]\n' config
  service "a" depends on undefined service "nope": invalid compose project
  [1]
  $ c 'services:\n  a:\n    image: b\n    volumes_from: [nope]\n' config
  service "a" depends on undefined service "nope": invalid compose project
  [1]
  $ c 'services:\n  a:\n    image: b\n    network_mode: service:nope\n' config
  service "a" depends on undefined service "nope": invalid compose project
  [1]
  $ c 'services:\n  a:\n    image: b\n    env_file: nope.env\n' config
  env file /home/learner/p/nope.env not found: stat /home/learner/p/nope.env: no such file or directory
  [1]
  $ c 'services:\n  a:\n    image: b\n    env_file: [{path: nope.env, required: false}]\n' config -q
  $ printf 'A=1\n=x\n' > bad.env; c 'services:\n  a:\n    image: b\n    env_file: bad.env\n' config
  name: p
  services:
    a:
      environment:
        "": x
        A: "1"
      image: b
      networks:
        default: null
  networks:
    default:
      name: p_default
  $ c 'services:\n  a:\n    extends: {service: nope}\n' config
  cannot extend service "a" in /home/learner/p/compose.yaml: service "nope" not found
  [1]
  $ c 'services:\n  a:\n    extends: {service: a}\n' config
  Circular reference:
    a in /home/learner/p/compose.yaml
    extends a in /home/learner/p/compose.yaml
  [1]
  $ c 'services:\n  a:\n    extends: b\n  b:\n    extends: a\n' config
  Circular reference:
    a in /home/learner/p/compose.yaml
    extends b in /home/learner/p/compose.yaml
    extends a in /home/learner/p/compose.yaml
  [1]
  $ c 'services:\n  a:\n    extends: {file: nope.yaml, service: x}\n' config
  open /home/learner/p/nope.yaml: no such file or directory
  [1]
  $ c 'include: [nope.yaml]\nservices:\n  a:\n    image: b\n' config
  open /home/learner/p/nope.yaml: no such file or directory
  [1]
  $ printf 'services:\n  a:\n    image: c\n' > other.yaml; c 'include: [other.yaml]\nservices:\n  a:\n    image: b\n' config
  services.a conflicts with imported resource
  [1]
  $ c 'include: [compose.yaml]\nservices:\n  a:\n    image: b\n' config
  include cycle detected:
  /home/learner/p/compose.yaml
   include /home/learner/p/compose.yaml
  [1]
  $ c 'include: other.yaml\n' config
  `include` must be a list, got other.yaml
  [1]
  $ c 'include: [{path: other.yaml, foo: 1}]\n' config
  name: p
  services:
    a:
      image: c
      networks:
        default: null
  networks:
    default:
      name: p_default
  $ c 'services:\n  a:\n    image: b\n    profiles: [x]\n' config --services
  $ c 'services:\n  a:\n    image: b\n    profiles: [x]\n' --profile x config --services
  a
  $ c 'services:\n  a:\n    image: b\n    profiles: ["a b"]\n' config
  name: p
  services: {}
  $ c 'services:\n  a:\n    image: b\n    profiles: [x]\n' up -d
  no service selected
  [1]
  $ c 'services:\n  a:\n    image: b\n    depends_on: [c]\n  c:\n    image: b\n    profiles: [x]\n' config
  service "a" depends on undefined service "c": invalid compose project
  [1]
  $ printf 'services:\n  a:\n    ports: [1]\n    environment: [B=2]\n' > two.yaml; c 'services:\n  a:\n    image: b\n    ports: [2]\n    environment: {A: 1, B: 1}\n' -f compose.yaml -f two.yaml config
  name: p
  services:
    a:
      environment:
        A: "1"
        B: "2"
      image: b
      networks:
        default: null
      ports:
        - mode: ingress
          target: 2
          protocol: tcp
        - mode: ingress
          target: 1
          protocol: tcp
  networks:
    default:
      name: p_default
  $ docker compose -f compose.yaml -f nope.yaml config
  open /home/learner/p/nope.yaml: no such file or directory
  [1]
  $ docker compose -f two.yaml config
  service "a" has neither an image nor a build context specified: invalid compose project
  [1]
