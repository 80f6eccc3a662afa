The files of a saved image: a configuration of the first format for each layer, the order of fields in what the builder writes.
  $ mkdir s2; cd s2; printf 'FROM busybox\nLABEL a=b\nENV X=1\nRUN echo hi > /f\nEXPOSE 80\nVOLUME /v\nUSER 5\nWORKDIR /w\nENTRYPOINT ["/bin/sh"]\n' > Dockerfile; docker build -q -t s2:1 . >/dev/null; docker save s2:1 | tar x
  $ ls; ls blobs/sha256 | wc -l
  Dockerfile
  blobs
  index.json
  manifest.json
  oci-layout
  repositories
  8
  $ jq -c '.[] | keys_unsorted' manifest.json; jq -c 'keys_unsorted' index.json
  ["Config","RepoTags","Layers","LayerSources"]
  ["schemaVersion","mediaType","manifests"]
  $ jq -c 'keys_unsorted, (.config | keys_unsorted)' "$(jq -r '.[].Config' manifest.json)"
  ["architecture","config","created","history","os","rootfs"]
  ["User","ExposedPorts","Env","Entrypoint","Volumes","WorkingDir","Labels"]
  $ for f in blobs/sha256/*; do head -c 1 $f | grep -q '{' && jq -c 'select(.id) | keys_unsorted' $f; done | sort
  ["id","created","container_config","os"]
  ["id","parent","created","container_config","config","architecture","os"]
  ["id","parent","created","container_config","os"]
  $ grep -l container_config blobs/sha256/* | xargs jq -c 'select(.config) | .config'
  {"Hostname":"","Domainname":"","User":"5","AttachStdin":false,"AttachStdout":false,"AttachStderr":false,"ExposedPorts":{"80/tcp":{}},"Tty":false,"OpenStdin":false,"StdinOnce":false,"Env":["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin","X=1"],"Cmd":null,"Image":"","Volumes":{"/v":{}},"WorkingDir":"/w","Entrypoint":["/bin/sh"],"OnBuild":null,"Labels":{"a":"b"}}
  $ docker save s2:1 busybox:latest s2 | tar xO manifest.json | jq -c '.[].RepoTags'
  ["s2:1"]
  ["busybox:latest"]
