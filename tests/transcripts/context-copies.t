What a new context takes over from another.

  $ docker context create c1
  c1
  Successfully created context "c1"
  $ docker context create c2 --description "my two" --docker host=tcp://127.0.0.1:1
  c2
  Successfully created context "c2"
  $ docker context create c3 --from default
  c3
  Successfully created context "c3"
  $ docker context create c4 --from c2
  c4
  Successfully created context "c4"
  $ docker context create c5 --docker from=c2
  c5
  Successfully created context "c5"
  $ docker context create c6 --from c2 --description z
  c6
  Successfully created context "c6"
  $ docker context create c7 --docker from=nope
  unable to create docker endpoint config: context "nope": context not found: open /home/learner/.docker/contexts/meta/<ID1>/meta.json: no such file or directory
  [1]
  $ docker context create c8 --from nope
  context "nope": context not found: open /home/learner/.docker/contexts/meta/<ID1>/meta.json: no such file or directory
  [1]
  $ docker context create c9 --docker from=default
  c9
  Successfully created context "c9"
  $ docker context ls --format '{{.Name}}|{{.Description}}|{{.DockerEndpoint}}'
  c1|Current DOCKER_HOST based configuration|unix:///var/run/docker.sock
  c2|my two|tcp://127.0.0.1:1
  c3|Current DOCKER_HOST based configuration|unix:///var/run/docker.sock
  c4|my two|tcp://127.0.0.1:1
  c5||tcp://127.0.0.1:1
  c6|z|tcp://127.0.0.1:1
  c9||unix:///var/run/docker.sock
  default|Current DOCKER_HOST based configuration|unix:///var/run/docker.sock
  $ docker context export nope
  context "nope": context not found: open /home/learner/.docker/contexts/meta/<ID1>/meta.json: no such file or directory
  [1]
  $ ls nope.dockercontext; wc -c < nope.dockercontext
  nope.dockercontext
  0
  $ docker context export nope
  open nope.dockercontext: file exists
  [1]
  $ docker context export c2 /missing9/x
  open /missing9/x: no such file or directory
  [1]
  $ docker context export c2 x.tar; tar tf x.tar
  Written file "x.tar"
  meta.json
  tls
  $ docker context import n1 /tmp
  read /tmp: is a directory
  [1]
  $ mkdir e; tar cf e.tar e; docker context import n2 e.tar
  invalid context: no metadata found
  [1]
  $ docker context import n3 x.tar; docker context ls --format '{{.Name}}|{{.Description}}' | grep n3
  n3
  Successfully imported context "n3"
  n3|my two
  $ docker context rm c1 c2 c3 c4 c5 c6 c9 n3
  c1
  c2
  c3
  c4
  c5
  c6
  c9
  n3
