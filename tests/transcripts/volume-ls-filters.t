Lists of volumes, narrowed and shaped.

  $ for v in apple banana cherry; do docker volume create --label fruit=$v --label kind=fruit $v; done
  apple
  banana
  cherry
  $ docker volume create --label kind=tool hammer
  hammer
  $ docker run -d --name user -v apple:/a -v other:/b busybox sleep 1000 >/dev/null; docker volume ls
  DRIVER    VOLUME NAME
  local     apple
  local     banana
  local     cherry
  local     hammer
  local     other
  $ docker volume ls -q
  apple
  banana
  cherry
  hammer
  other
  $ docker volume ls --filter dangling=true
  DRIVER    VOLUME NAME
  local     banana
  local     cherry
  local     hammer
  $ docker volume ls -q --filter dangling=false
  apple
  other
  $ docker volume ls -q --filter dangling=1
  banana
  cherry
  hammer
  $ docker volume ls -q -f name=an
  banana
  $ docker volume ls -q -f name=^ba
  banana
  $ docker volume ls -q -f name='e$'
  apple
  $ docker volume ls -q -f name=apple -f name=cherry
  apple
  cherry
  $ docker volume ls -q -f label=kind
  apple
  banana
  cherry
  hammer
  $ docker volume ls -q -f label=kind=tool
  hammer
  $ docker volume ls -q -f label=kind=fruit -f label=fruit=banana
  banana
  $ docker volume ls -q -f driver=local -f name=hammer
  hammer
  $ docker volume ls -q -f driver=other
  $ docker volume ls -q -f dangling=true -f label=kind=fruit
  banana
  cherry
  $ docker volume ls -f nope=1
  Error response from daemon: invalid filter 'nope'
  [1]
  $ docker volume ls -f name
  invalid argument "name" for "-f, --filter" flag: bad format of filter (expected name=value)
  
  Usage:  docker volume ls [OPTIONS]
  
  Run 'docker volume ls --help' for more information
  [125]
  $ docker volume ls -f dangling=maybe
  Error response from daemon: invalid filter 'dangling=[maybe]'
  [1]
  $ docker volume ls --format '{{.Name}}: {{.Driver}} {{.Scope}} {{.Mountpoint}}'
  apple: local local /var/lib/docker/volumes/apple/_data
  banana: local local /var/lib/docker/volumes/banana/_data
  cherry: local local /var/lib/docker/volumes/cherry/_data
  hammer: local local /var/lib/docker/volumes/hammer/_data
  other: local local /var/lib/docker/volumes/other/_data
  $ docker volume ls --format 'table {{.Name}}\t{{.Labels}}'
  VOLUME NAME   LABELS
  apple         fruit=apple,kind=fruit
  banana        fruit=banana,kind=fruit
  cherry        fruit=cherry,kind=fruit
  hammer        kind=tool
  other         
  $ docker volume ls --format '{{.Name}} {{.Label "fruit"}}'
  apple apple
  banana banana
  cherry cherry
  hammer 
  other 
  $ docker volume ls --format json --filter name=hammer
  {"Availability":"N/A","Driver":"local","Group":"N/A","Labels":"kind=tool","Links":"N/A","Mountpoint":"/var/lib/docker/volumes/hammer/_data","Name":"hammer","Scope":"local","Size":"N/A","Status":"N/A"}
  $ docker volume ls --format '{{json .Name}}' -f name=apple
  "apple"
  $ docker volume ls --format '{{upper .Name}} {{pad .Name 1 2}}|' -f name=apple
  APPLE  apple  |
  $ docker volume ls --format '{{.Size}} {{.Links}} {{.Status}}|' -f name=apple
  N/A N/A N/A|
  $ docker volume ls -q --format '{{.Driver}}' -f name=apple
  local
  $ docker volume ls --format raw -f name=apple
  name: apple
  driver: local
  
  $ docker volume ls --format '{{.Nope}}'
  template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.volumeContext
  [1]
  $ docker volume ls --format '{{.Name'
  template parsing error: template: :1: unclosed action
  [1]
  $ docker volume ls x
  docker: 'docker volume ls' accepts no arguments
  
  Usage:  docker volume ls [OPTIONS]
  
  Run 'docker volume ls --help' for more information
  [1]
  $ docker volume list -q -f name=apple
  apple
  $ docker volume inspect -f '{{.Name}} {{index .Labels "fruit"}}' apple banana
  apple apple
  banana banana
  $ docker volume inspect -f '{{json .Labels}}' hammer
  {"kind":"tool"}
  $ docker volume inspect apple nope -f '{{.Name}}'
  apple
  Error response from daemon: get nope: no such volume
  [1]
  $ docker volume inspect -f '{{range $k, $v := .Labels}}{{$k}}={{$v}};{{end}}' apple
  fruit=apple;kind=fruit;
  $ docker volume rm apple
  Error response from daemon: remove apple: volume is in use - [<ID1>]
  [1]
  $ docker volume rm banana cherry nope
  banana
  cherry
  Error response from daemon: get nope: no such volume
  [1]
  $ docker volume rm -f nope2 hammer
  nope2
  hammer
  $ docker volume prune -f | head -n 1
  Total reclaimed space: 0B
  $ docker rm -f user >/dev/null; docker volume prune -a -f --filter label=kind=fruit
  Deleted Volumes:
  apple
  
  Total reclaimed space: 0B
  $ docker volume prune -a -f --filter label!=kind
  Deleted Volumes:
  other
  
  Total reclaimed space: 0B
  $ docker volume ls -q
