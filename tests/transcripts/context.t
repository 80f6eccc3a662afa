Which engine is talked to.

  $ docker context ls
  NAME        DESCRIPTION                               DOCKER ENDPOINT               ERROR
  default *   Current DOCKER_HOST based configuration   unix:///var/run/docker.sock   
  $ docker context show
  default
  $ docker context create far --docker host=tcp://10.0.0.1:2375 --description 'another host'
  far
  Successfully created context "far"
  $ docker context ls
  NAME        DESCRIPTION                               DOCKER ENDPOINT               ERROR
  default *   Current DOCKER_HOST based configuration   unix:///var/run/docker.sock   
  far         another host                              tcp://10.0.0.1:2375           
  $ docker context ls -q
  default
  far
  $ docker context inspect far -f '{{.Name}} {{.Endpoints.docker.Host}} {{.Metadata.Description}}'
  
  template parsing error: template: :1:48: executing "" at <.Metadata.Description>: can't evaluate field Description in type store.Metadata
  [1]
  $ docker context create far
  context "far" already exists
  [1]
  $ docker context create 'bad name'
  context name "bad name" is invalid, names are validated against regexp "^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$"
  [1]
  $ docker context create x
  context name "x" is invalid, names are validated against regexp "^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$"
  [1]
  $ docker context create default
  "default" is a reserved context name
  [1]
  $ docker context create other --docker host=nope
  unable to create docker endpoint config: unable to apply docker endpoint options: unable to parse docker host `nope`
  [1]
  $ docker context create other --docker foo=bar
  unable to create docker endpoint config: unrecognized config key: foo
  [1]
  $ docker context create copy --from far; docker context inspect -f '{{.Endpoints.docker.Host}}' copy
  copy
  Successfully created context "copy"
  tcp://10.0.0.1:2375
  $ docker context update far --description changed; docker context inspect -f '{{.Metadata.Description}}' far
  far
  Successfully updated context "far"
  
  template parsing error: template: :1:11: executing "" at <.Metadata.Description>: can't evaluate field Description in type store.Metadata
  [1]
  $ docker context update nope --description x 2>&1 | sed 's/[0-9a-f]\{64\}/SUM/'
  context "nope": context not found: open /home/learner/.docker/contexts/meta/SUM/meta.json: no such file or directory
  $ docker context update default
  "default" is a reserved context name
  [1]
  $ docker context export far; tar tf far.dockercontext
  Written file "far.dockercontext"
  meta.json
  tls
  $ docker context export far
  open far.dockercontext: file exists
  [1]
  $ docker context import again far.dockercontext; docker context inspect -f '{{.Endpoints.docker.Host}}' again
  again
  Successfully imported context "again"
  tcp://10.0.0.1:2375
  $ docker context import again far.dockercontext
  context "again" already exists
  [1]
  $ docker context import more nope.tar
  open nope.tar: no such file or directory
  [1]
  $ docker context export far - | docker context import piped -
  piped
  Successfully imported context "piped"
  $ docker context use default
  default
  Current context is now "default"
  $ docker context use nope 2>&1 | sed 's/[0-9a-f]\{64\}/SUM/'
  context "nope": context not found: open /home/learner/.docker/contexts/meta/SUM/meta.json: no such file or directory
  $ docker context use far; docker context show
  far
  Current context is now "far"
  far
  $ docker --context default ps -q
  $ DOCKER_CONTEXT=default docker ps -q
  $ docker context rm far
  context "far" is in use, set -f flag to force remove
  [1]
  $ docker context use default; docker context rm far copy nope
  default
  Current context is now "default"
  far
  copy
  context "nope" does not exist
  [1]
  $ docker context rm default
  context "default" cannot be removed
  [1]
  $ docker context rm
  docker: 'docker context rm' requires at least 1 argument
  
  Usage:  docker context rm CONTEXT [CONTEXT...]
  
  See 'docker context rm --help' for more information
  [1]
  $ docker context inspect nope 2>&1 | sed 's/[0-9a-f]\{64\}/SUM/'
  []
  context "nope": context not found: open /home/learner/.docker/contexts/meta/SUM/meta.json: no such file or directory
  $ docker --context nope ps 2>&1 | sed 's/[0-9a-f]\{64\}/SUM/'
  Failed to initialize: unable to resolve docker endpoint: context "nope": context not found: open /home/learner/.docker/contexts/meta/SUM/meta.json: no such file or directory
  $ DOCKER_HOST=unix:///nope.sock docker ps
  Cannot connect to the Docker daemon at unix:///nope.sock. Is the docker daemon running?
  [1]
  $ docker -H unix:///nope.sock ps
  Cannot connect to the Docker daemon at unix:///nope.sock. Is the docker daemon running?
  [1]
  $ DOCKER_HOST=nope://x docker ps
  Failed to initialize: unable to resolve docker endpoint: invalid bind address format: nope://x
  [1]
  $ docker --context default -H unix:///x ps
  conflicting options: cannot specify both --host and --context
  [1]
  $ DOCKER_HOST=unix:///nope.sock docker context ls -q
  again
  default
  piped
  Warning: DOCKER_HOST environment variable overrides the active context. To use a context, either set the global --context flag, or unset DOCKER_HOST environment variable.
  $ docker -H unix:///nope.sock version --format '{{.Client.Os}}'
  linux
  Cannot connect to the Docker daemon at unix:///nope.sock. Is the docker daemon running?
  [1]
