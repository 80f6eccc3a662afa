Templates that are wrong end as text/template ends them.

  $ docker create --name c1 --label k=v alpine true >/dev/null
  $ docker inspect -f '{{.Name' c1
  template parsing error: template: :1: unclosed action
  [64]
  $ docker inspect -f '{{.Name}' c1
  template parsing error: template: :1: bad character U+007D '}'
  [64]
  $ docker inspect -f '{{end}}' c1
  template parsing error: template: :1: unexpected {{end}}
  [64]
  $ docker inspect -f '{{if}}' c1
  template parsing error: template: :1: missing value for if
  [64]
  $ docker inspect -f '{{if .Name}}' c1
  template parsing error: template: :1: unexpected EOF
  [64]
  $ docker inspect -f '{{else}}' c1
  template parsing error: template: :1: unexpected {{else}}
  [64]
  $ docker inspect -f '{{range}}' c1
  template parsing error: template: :1: missing value for range
  [64]
  $ docker inspect -f '{{nope .Name}}' c1
  template parsing error: template: :1: function "nope" not defined
  [64]
  $ docker inspect -f '{{.Name | nope}}' c1
  template parsing error: template: :1: function "nope" not defined
  [64]
  $ docker inspect -f '{{.Name.}}' c1
  template parsing error: template: :1: unexpected <.> in operand
  [64]
  $ docker inspect -f '{{..Name}}' c1
  template parsing error: template: :1: unexpected . after term "."
  [64]
  $ docker inspect -f '{{$x}}' c1
  template parsing error: template: :1: undefined variable "$x"
  [64]
  $ docker inspect -f '{{$x = 3}}' c1
  
  template parsing error: template: :1:7: executing "" at <3>: undefined variable: $x
  [1]
  $ docker inspect -f '{{$x := 1}}{{$x = 2}}{{$x}}' c1
  2
  $ docker inspect -f '{{define "a"}}1{{end}}{{define "a"}}2{{end}}' c1
  template parsing error: template: :1: template: multiple definition of template "a"
  [64]
  $ docker inspect -f '{{if true}}{{define "T"}}{{end}}{{end}}' c1
  template parsing error: template: :1: unexpected <define> in command
  [64]
  $ docker inspect -f '{{define "T"}}t{{.}}{{end}}{{template "T" .Name}}' c1
  t/c1
  $ docker inspect -f '{{template "nope"}}' c1
  
  template parsing error: template: :1:11: executing "" at <{{template "nope"}}>: template "nope" not defined
  [1]
  $ docker inspect -f '{{block "B" .Name}}b{{.}}{{end}}' c1
  b/c1
  $ docker inspect -f '{{break}}' c1
  template parsing error: template: :1: {{break}} outside {{range}}
  [64]
  $ docker inspect -f '{{range 3}}{{.}}{{end}}' c1
  012
  $ docker inspect -f '{{range $i, $j := 3}}{{$i}}{{end}}' c1
  
  template parsing error: template: :1:18: executing "" at <3>: can't use 3 to iterate over more than one variable
  [1]
  $ docker inspect -f '{{range .Name}}{{.}}{{end}}' c1
  
  template parsing error: template: :1:8: executing "" at <.Name>: range can't iterate over /c1
  [1]
  $ docker inspect -f '{{call .Name}}' c1
  
  template parsing error: template: :1:2: executing "" at <call .Name>: error calling call: non-function .Name of type string
  [1]
  $ docker inspect -f '{{call}}' c1
  
  template parsing error: template: :1:2: executing "" at <call>: wrong number of args for call: want at least 1 got 0
  [1]
  $ docker inspect -f '{{call nil}}' c1
  
  template parsing error: template: :1:2: executing "" at <call nil>: error calling call: call of nil
  [1]
  $ docker inspect -f '{{pad "x" -1 3}}' c1
  
  template parsing error: template: :1:2: executing "" at <pad "x" -1 3>: error calling pad: strings: negative Repeat count
  [1]
  $ docker inspect -f '{{pad "x" 1 1}}|' c1
   x |
  $ docker inspect -f '{{truncate "hello" 2}}' c1
  he
  $ docker inspect -f '{{truncate "hello" -1}}' c1
  
  template parsing error: template: :1:2: executing "" at <truncate "hello" -1>: error calling truncate: runtime error: slice bounds out of range [:-1]
  [1]
  $ docker inspect -f '{{eq .Config .Config}}' c1
  true
  $ docker inspect -f '{{eq 1 "a"}}' c1
  
  template parsing error: template: :1:2: executing "" at <eq 1 "a">: error calling eq: incompatible types for comparison: int and string
  [1]
  $ docker inspect -f '{{lt 1 "a"}}' c1
  
  template parsing error: template: :1:2: executing "" at <lt 1 "a">: error calling lt: incompatible types for comparison: int and string
  [1]
  $ docker inspect -f '{{len 3}}' c1
  
  template parsing error: template: :1:2: executing "" at <len 3>: error calling len: len of type int
  [1]
  $ docker inspect -f '{{index .Config.Labels "k"}}' c1
  v
  $ docker inspect -f '{{index .Config.Labels 3}}' c1
  
  template parsing error: template: :1:2: executing "" at <index .Config.Labels 3>: error calling index: value has type int; should be string
  [1]
  $ docker inspect -f '{{slice .Name 9}}' c1
  
  template parsing error: template: :1:2: executing "" at <slice .Name 9>: error calling slice: index out of range: 9
  [1]
  $ docker inspect -f '{{printf "%d" .Name}}' c1
  %!d(string=/c1)
  $ docker inspect -f '{{join .Name ","}}' c1
  
  template parsing error: template: :1:7: executing "" at <.Name>: wrong type for value; expected []string; got string
  [1]
  $ docker inspect -f '{{lower 3}}' c1
  
  template parsing error: template: :1:8: executing "" at <3>: expected string; found 3
  [1]
  $ docker inspect -f '{{split "a"}}' c1
  
  template parsing error: template: :1:2: executing "" at <split>: wrong number of args for split: want 2 got 1
  [1]
  $ docker inspect -f '{{nil}}' c1
  
  template parsing error: template: :1:2: executing "" at <nil>: nil is not a command
  [1]
  $ docker inspect -f '{{"a" "b"}}' c1
  
  template parsing error: template: :1:2: executing "" at <"a">: can't give argument to non-function "a"
  [1]
  $ docker inspect -f '{{.Name "x"}}' c1
  
  template parsing error: template: :1:2: executing "" at <.Name>: Name is not a method but has arguments
  [1]
  $ docker inspect -f '{{.Nope}}' c1
  
  template parsing error: template: :1:2: executing "" at <.Nope>: map has no entry for key "Nope"
  [1]
  $ docker inspect -f '{{.State.Nope}}' c1
  
  template parsing error: template: :1:8: executing "" at <.State.Nope>: map has no entry for key "Nope"
  [1]
  $ docker inspect -f '{{.Config.Labels.nope}}' c1
  <no value>
  $ docker inspect -f '{{with .State.Health}}x{{else}}none{{end}}' c1
  none
  $ docker inspect -f '{{- .Name -}} x' c1
  /c1x
  $ docker inspect -f '{{/* c */}}y' c1
  y
  $ docker inspect -f '{{/* c }}' c1
  template parsing error: template: :1: unclosed comment
  [64]
  $ docker inspect -f '{{(.State).Status}}' c1
  created
  $ docker inspect -f '{{.ImageManifestDescriptor}}' c1
  <nil>
  $ docker inspect -f '{{json "a<b>&"}}' c1
  "a<b>&"
  $ docker inspect -f '{{html "<a>"}}' c1
  &lt;a&gt;
  $ docker inspect -f '{{urlquery "a b&c"}}' c1
  a+b%26c
  $ docker inspect -f '{{js "it"}}' c1
  it
  $ docker inspect -f '{{not}}' c1
  
  template parsing error: template: :1:2: executing "" at <not>: wrong number of args for not: want 1 got 0
  [1]
  $ docker inspect -f '{{and}}' c1
  
  template parsing error: template: :1:2: executing "" at <and>: wrong number of args for and: want at least 1 got 0
  [1]
  $ docker inspect -f '{{or "" "x"}}' c1
  x
  $ docker inspect -f '{{print 1 2 "a" "b" 3}}' c1
  1 2ab3
  $ docker version -f '{{.Client.Platform}}'
  <nil>
  $ docker info -f '{{.Swarm.LocalNodeState}} {{.MemoryLimit}} {{.InitBinary}} {{.Isolation}}|{{.IndexServerAddress}} {{json .Warnings}} {{json .GenericResources}}'
  inactive true docker-init |https://index.docker.io/v1/ null null
  $ docker info -f '{{json .Swarm}}'
  {"NodeID":"","NodeAddr":"","LocalNodeState":"inactive","ControlAvailable":false,"Error":"","RemoteManagers":null}
  $ docker info -f '{{.FirewallBackend.Driver}} {{.RegistryConfig.Mirrors}} {{.CDISpecDirs}}'
  iptables [] [/etc/cdi /var/run/cdi]
  $ docker context inspect | grep MEMORY
              "MetadataPath": "\u003cIN MEMORY\u003e",
              "TLSPath": "\u003cIN MEMORY\u003e"
  $ docker plugin ls --format 'table {{.PluginReference}}'
  IMAGE
