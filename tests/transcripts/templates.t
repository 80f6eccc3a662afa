Go templates in --format: what they print and how they fail.

  $ docker create --name cc -e A=1 -e B=2 -l x=1 -l y.z=2 -v vol:/data -v /anon --tmpfs /t busybox sh -c 'echo hi'
  <ID1>
  $ docker inspect -f '{{.Config.Labels}} {{.Config.Env}}' cc | sed 's/ PATH=[^] ]*//'
  map[x:1 y.z:2] [A=1 B=2]
  $ docker inspect -f '{{index .Config.Labels "y.z"}}|{{index .Config.Labels "no"}}|{{.Config.Labels.x}}|{{.Config.Labels.no}}' cc
  2||1|<no value>
  $ docker inspect -f '{{.Id}}' cc | wc -c
  65
  $ docker inspect -f '{{.ID}}' cc | wc -c
  65
  $ docker inspect -f '{{.State}}' cc
  {created false false false false false 0 0  <TIME> <TIME> <nil>}
  $ docker inspect -f '{{.State.Running}} {{not .State.Running}} {{.State.Pid}} {{.State.Health}}' cc
  false true 0 <nil>
  $ docker inspect -f '{{json .State.Status}} {{json .Config.Cmd}} {{json .Config.Entrypoint}} {{json .HostConfig.Tmpfs}}' cc
  "created" ["sh","-c","echo hi"] null {"/t":""}
  $ docker inspect -f '{{range .Mounts}}{{if eq .Type "volume"}}{{if eq .Name "vol"}}{{.Source}} {{.Destination}}{{end}}{{end}}{{end}}' cc
  /var/lib/docker/volumes/vol/_data /data
  $ docker inspect -f '{{len .Config.Cmd}} {{len .Name}} {{len .Config.Labels}}' cc
  3 3 2
  $ docker inspect -f '{{slice .Name 1}} {{slice .Name 0 1}} {{index .Config.Cmd 0}} {{slice .Config.Cmd 1}}' cc
  cc / sh [-c echo hi]
  $ docker inspect -f '{{join .Config.Cmd ","}} {{upper .Name}} {{title "a b"}} {{split "a:b" ":"}} {{truncate .Name 2}}{{pad "x" 1 2}}|' cc
  sh,-c,echo hi /CC A B [a b] /c x  |
  $ docker inspect -f '{{printf "%s|%5d|%-5s|%q|%v|%t|%x" .Name .State.ExitCode "ab" .Path .Args .State.Running "hi"}}' cc
  /cc|    0|ab   |"sh"|[-c echo hi]|false|6869
  $ docker inspect -f '{{printf "%d" .Name}} {{printf "%s" .State.Pid}} {{printf "%z" 1}} {{printf "%d"}} {{printf "x" 1}}' cc
  %!d(string=/cc) %!s(int=0) %!z(int=1) %!d(MISSING) x%!(EXTRA int=1)
  $ docker inspect -f '{{print .Name .State.Pid .State.ExitCode "x"}} {{println 1 2}}' cc
  /cc0 0x 1 2
  
  $ docker inspect -f '{{with .Config.Labels}}{{.x}}{{else}}none{{end}} {{with .Config.OnBuild}}yes{{else}}no{{end}}' cc
  1 no
  $ docker inspect -f '{{$n := .Name}}{{range $i, $a := .Config.Cmd}}{{$i}}={{$a}} {{$n}};{{end}}' cc
  0=sh /cc;1=-c /cc;2=echo hi /cc;
  $ docker inspect -f '{{range $k, $v := .Config.Labels}}{{$k}}={{$v}} {{end}}' cc
  x=1 y.z=2 
  $ docker inspect -f '{{range .Config.OnBuild}}x{{else}}empty{{end}}' cc
  empty
  $ docker inspect -f '{{range .Config.Cmd}}{{if eq . "-c"}}{{continue}}{{end}}{{.}}{{break}}{{end}}' cc
  sh
  $ docker inspect -f '{{and .Name .State.Running}} {{or .State.Running .Name}} {{eq .Name "/cc" "/d"}} {{ne 1 2}} {{lt 1 2}} {{ge "b" "a"}}' cc
  false /cc true true true true
  $ docker inspect -f '{{html "<a>&"}} {{js "it'"'"'s"}} {{urlquery "a b"}}' cc
  &lt;a&gt;&amp; it\'s a+b
  $ docker inspect -f '{{define "T"}}[{{.}}]{{end}}{{template "T" .Name}}{{block "B" .Path}}({{.}}){{end}}' cc
  [/cc](sh)
  $ docker inspect -f 'a {{- /* comment */ -}} b {{- " c" }}' cc
  ab c
  $ docker inspect -f '{{.HostConfig.RestartPolicy}} {{.HostConfig.RestartPolicy.Name}} {{.HostConfig.PortBindings}} {{.HostConfig.Binds}}' cc
  {no 0} no map[] [vol:/data]
  $ docker inspect -f '{{.HostConfig.LogConfig}} {{.HostConfig.DNS}} {{.HostConfig.Links}} {{.HostConfig.Ulimits}} {{.HostConfig.Init}}' cc
  {json-file map[]} [] [] [] <nil>
  $ docker inspect -f '{{.HostConfig.Dns}} {{.HostConfig.OomKillDisable}} {{json .HostConfig.Links}}' cc
  [] false null
  $ docker inspect -f '{{json .Config.Labels}} {{json .Nope}}' cc
  
  template parsing error: template: :1:31: executing "" at <.Nope>: map has no entry for key "Nope"
  [1]
  $ docker inspect -f '{{.Name.X}}' cc
  
  template parsing error: template: :1:7: executing "" at <.Name.X>: can't evaluate field X in type interface {}
  [1]
  $ docker inspect -f '{{.Config.Nope}}' cc
  
  template parsing error: template: :1:9: executing "" at <.Config.Nope>: map has no entry for key "Nope"
  [1]
  $ docker inspect -f '{{index .Mounts 9}}' cc
  
  template parsing error: template: :1:2: executing "" at <index .Mounts 9>: error calling index: index out of range: 9
  [1]
  $ docker inspect -f '{{index .Name 0}} {{index .Config.Labels 1}}' cc
  
  template parsing error: template: :1:20: executing "" at <index .Config.Labels 1>: error calling index: value has type int; should be string
  [1]
  $ docker inspect -f '{{nope .Name}}' cc
  template parsing error: template: :1: function "nope" not defined
  [64]
  $ docker inspect -f '{{.Name' cc
  template parsing error: template: :1: unclosed action
  [64]
  $ docker inspect -f '{{if}}{{end}}' cc
  template parsing error: template: :1: missing value for if
  [64]
  $ docker inspect -f '{{end}}' cc
  template parsing error: template: :1: unexpected {{end}}
  [64]
  $ docker inspect -f '{{if true}}' cc
  template parsing error: template: :1: unexpected EOF
  [64]
  $ docker inspect -f '{{$x}}' cc
  template parsing error: template: :1: undefined variable "$x"
  [64]
  $ docker inspect -f '{{"a}}' cc
  template parsing error: template: :1: unterminated quoted string
  [64]
  $ docker inspect -f '{{range .Name}}{{end}}' cc
  
  template parsing error: template: :1:8: executing "" at <.Name>: range can't iterate over /cc
  [1]
  $ docker inspect -f '{{len 3}}' cc
  
  template parsing error: template: :1:2: executing "" at <len 3>: error calling len: len of type int
  [1]
  $ docker inspect -f '{{join .Name ","}}' cc
  
  template parsing error: template: :1:7: executing "" at <.Name>: wrong type for value; expected []string; got string
  [1]
  $ docker inspect -f '{{lower 3}}' cc
  
  template parsing error: template: :1:8: executing "" at <3>: expected string; found 3
  [1]
  $ docker inspect -f '{{eq .Name 1}}' cc
  
  template parsing error: template: :1:2: executing "" at <eq .Name 1>: error calling eq: incompatible types for comparison: string and int
  [1]
  $ docker inspect -f '{{template "no"}}' cc
  
  template parsing error: template: :1:11: executing "" at <{{template "no"}}>: template "no" not defined
  [1]
  $ docker inspect -f '{{.Name | printf "%s" | nope}}' cc
  template parsing error: template: :1: function "nope" not defined
  [64]
  $ docker inspect -f '{{.A | 3}}' cc
  template parsing error: template: :1: non executable command in pipeline stage 2
  [64]
  $ docker inspect -f '{{(.Name}}' cc
  template parsing error: template: :1: unclosed left paren
  [64]
  $ docker inspect -f '{{.Name)}}' cc
  template parsing error: template: :1: unexpected right paren
  [64]
  $ docker inspect -f '{{.Name !}}' cc
  template parsing error: template: :1: unexpected "!" in operand
  [64]
  $ docker inspect -f '{{break}}' cc
  template parsing error: template: :1: {{break}} outside {{range}}
  [64]
  $ docker inspect -f json cc | head -c 8 
  [{"Id":"
  $ docker inspect -f '{{json .}}' cc | head -c 7 
  {"Id":"
  $ docker volume inspect -f '{{.}}' vol | sed 's/20[^ ]*Z/TIME/'
  {<nil> TIME local map[] /var/lib/docker/volumes/vol/_data vol map[] local map[] <nil>}
  $ docker volume inspect -f '{{.Nope}}' vol
  
  template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type volume.Volume
  [1]
  $ docker volume inspect -f '{{.Labels}} {{.Options}} {{.Status}} {{.UsageData}} {{json .UsageData}}' vol
  map[] map[] map[] <nil> null
  $ docker volume ls --format '{{.Name}} {{.Label "x"}} {{.Links}} {{.Size}} {{.Scope}}' --filter name=vol
  vol  N/A N/A local
  $ docker volume ls --format '{{json .}}' --filter name=vol
  {"Availability":"N/A","Driver":"local","Group":"N/A","Labels":"","Links":"N/A","Mountpoint":"/var/lib/docker/volumes/vol/_data","Name":"vol","Scope":"local","Size":"N/A","Status":"N/A"}
  $ docker volume ls --format '{{.Name' 
  template parsing error: template: :1: unclosed action
  [1]
  $ docker volume ls -q --format '{{.Driver}}' --filter name=vol
  local
  $ docker volume ls --format 'table {{.Name}} {{.Driver}}' --filter name=vol
  VOLUME NAME DRIVER
  vol local
  $ docker volume ls --format 'table {{.Mountpoint}}\t{{.Scope}}' --filter name=vol
  MOUNTPOINT                          SCOPE
  /var/lib/docker/volumes/vol/_data   local
  $ docker volume ls --format raw --filter name=vol
  name: vol
  driver: local
  
  $ docker context ls --format '{{.Name}} {{.Current}}'
  default true
  $ docker version -f '{{.Client.Version}} {{.Nope}}'
  28.2.2 
  template: version:1:22: executing "version" at <.Nope>: can't evaluate field Nope in type system.versionInfo
  [1]
  $ docker info -f '{{.Driver}} {{.OSType}} {{.Nope}}'
  overlay2 linux 
  template: :1:26: executing "" at <.Nope>: can't evaluate field Nope in type system.dockerInfo
  [1]
