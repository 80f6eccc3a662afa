Compose files with values that are of the right kind but can not be, and projects without a name.

  $ mkdir p1; cd p1; s='services: {a: {image: busybox, '; for v in 'ports: [80.5]' 'ports: ["0-5"]' 'healthcheck: {interval: 5x}' 'healthcheck: {retries: -1}' 'deploy: {replicas: 99999999999999999999}'; do echo "$s$v}}" > compose.yaml; docker compose config; done
  services.a.ports: invalid type float64 for port
  service ports services.a.ports.[0] is missing a target port
  decoding failed due to the following error(s):
  
  'services[a].healthcheck.interval' time: unknown unit "x" in duration "5x"
  decoding failed due to the following error(s):
  
  'services[a].healthcheck.retries' cannot parse value as 'uint64': -1 overflows uint
  services.a.deploy.replicas: must be greater than or equal to 0
  [1]
  $ printf 'services: {a: {image: x}}\nname: $X\n' > compose.yaml; docker compose config 2>&1 | sed 's/time="[^"]*"/TIME/'; X=here docker compose config | head -1
  TIME level=warning msg="The \"X\" variable is not set. Defaulting to a blank string."
  TIME level=warning msg="The \"X\" variable is not set. Defaulting to a blank string."
  project name must not be empty
  name: here
  $ docker compose ls --format x
  format value "x" could not be parsed: parsing failed
  [1]
