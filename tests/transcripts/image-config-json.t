An image's configuration in templates: in the struct's order, without what is empty.

  $ docker image inspect -f '{{json .Config}}' busybox | sed 's/"Env":[^]]*],//'
  {"Cmd":["sh"]}
  $ printf 'FROM busybox\nENV A=1\nLABEL a=b\nHEALTHCHECK --interval=5s CMD true\nUSER 1\nEXPOSE 80\n' | docker build -q -t ss - | wc -c
  72
  $ docker inspect -f '{{json .Config}}' ss | sed 's/"PATH=[^"]*",//'
  {"User":"1","ExposedPorts":{"80/tcp":{}},"Env":["A=1"],"Cmd":["sh"],"Labels":{"a":"b"},"Healthcheck":{"Test":["CMD-SHELL","true"],"Interval":5000000000}}
  $ docker inspect -f '{{.Config}}' ss | sed 's/PATH=[^ ]* //' | cut -c1-40
  {{1 map[80/tcp:{}] [A=1] [] [sh] map[]  
  $ docker inspect -f '{{.Config.Healthcheck.Interval}}' ss
  5s
  $ docker inspect -f '{{json .}}' ss | grep -o '"[A-Z][A-Za-z]*":' | tr -d '\n' | sed 's/"Config":.*"Architecture"/"Config":..."Architecture"/; s/"GraphDriver".*"RootFS"/"GraphDriver"..."RootFS"/'
  "Id":"RepoTags":"RepoDigests":"Parent":"Comment":"Created":"DockerVersion":"Author":"Config":..."Architecture":"Os":"Size":"GraphDriver"..."RootFS":"Type":"Layers":"Metadata":"LastTagTime":
  $ docker create --name dev --device /dev/null --device /dev/zero:/dev/z:r busybox | wc -c
  65
  $ docker inspect -f '{{json .HostConfig.Devices}}' dev
  [{"PathOnHost":"/dev/null","PathInContainer":"/dev/null","CgroupPermissions":"rwm"},{"PathOnHost":"/dev/zero","PathInContainer":"/dev/z","CgroupPermissions":"r"}]
  $ docker inspect -f '{{.HostConfig.Devices}}' dev
  [{/dev/null /dev/null rwm} {/dev/zero /dev/z r}]
  $ docker inspect -f '{{json .HostConfig.DeviceRequests}}' dev
  null
  $ docker inspect -f '{{.}}' dev | sed 's/0x[0-9a-f]*/PTR/g'
  {PTR [] PTR PTR <nil>}
  $ docker rm dev; docker rmi ss | head -1
  dev
  Untagged: ss:latest
