Volumes of another container: suffixes, tmpfs, and which of two comes first.

  $ docker create --name src --mount type=tmpfs,dst=/mt,tmpfs-size=1m --tmpfs /ft:size=2m -v vol:/vv -v $HOME:/hh:ro -v /anon --mount type=volume,src=v2,dst=/roo,readonly --pull never busybox sh -c 'ls' >/dev/null
  $ docker run --rm --volumes-from src --pull never busybox sh -c 'mount | grep -E " /(mt|ft|vv|hh|anon|roo) " | sed "s/(.*//;s/.* on/on/"'
  docker: Error response from daemon: get: no such volume
  
  Run 'docker run --help' for more information
  [125]
  $ show() { docker inspect -f '{{range .Mounts}}{{.Type}} {{.Name}} {{.Destination}} {{.Mode}} {{.RW}}{{println}}{{end}}' $1 | sed 's/[0-9a-f]\{64\}/ID/' | sort; docker rm $1 >/dev/null; }
  $ docker create --name t1 --volumes-from src --pull never busybox >/dev/null; show t1
  Error response from daemon: get: no such volume
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src:ro --pull never busybox >/dev/null; show t1
  Error response from daemon: get: no such volume
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src:rw --pull never busybox >/dev/null; show t1
  Error response from daemon: get: no such volume
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src:nocopy --pull never busybox >/dev/null; show t1
  Error response from daemon: invalid mode: nocopy
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src:z --pull never busybox >/dev/null; show t1
  Error response from daemon: get: no such volume
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src:ro,z --pull never busybox >/dev/null; show t1
  Error response from daemon: get: no such volume
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src:bogus --pull never busybox >/dev/null; show t1
  Error response from daemon: invalid mode: bogus
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src: --pull never busybox >/dev/null; show t1
  Error response from daemon: get: no such volume
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from : --pull never busybox >/dev/null; show t1
  Error response from daemon: invalid name or ID supplied: ""
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from "" --pull never busybox >/dev/null; show t1
  Error response from daemon: volumes-from specification cannot be an empty string
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from nosuch --pull never busybox >/dev/null; show t1
  Error response from daemon: No such container: nosuch
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src:ro:rw --pull never busybox >/dev/null; show t1
  Error response from daemon: invalid mode: ro:rw
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src -v other:/vv --pull never busybox >/dev/null; show t1
  Error response from daemon: get: no such volume
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src --tmpfs /vv --pull never busybox >/dev/null; show t1
  Error response from daemon: get: no such volume
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src --tmpfs /mt --pull never busybox >/dev/null; show t1
  Error response from daemon: get: no such volume
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from two --volumes-from src --pull never busybox >/dev/null; show t1
  Error response from daemon: No such container: two
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker create --name t1 --volumes-from src:ro --volumes-from src:rw --pull never busybox >/dev/null; show t1
  Error response from daemon: get: no such volume
  Error: No such object: t1
  
  Error response from daemon: No such container: t1
  [1]
  $ docker run --rm --volumes-from src:ro --pull never busybox sh -c 'touch /vv/x; touch /mt/x; touch /anon/x'
  docker: Error response from daemon: get: no such volume
  
  Run 'docker run --help' for more information
  [125]
  $ docker inspect -f '{{json .HostConfig.VolumesFrom}} {{json .HostConfig.Mounts}} {{json .HostConfig.Tmpfs}}' src
  null [{"Type":"tmpfs","Target":"/mt","TmpfsOptions":{"SizeBytes":1048576}},{"Type":"volume","Source":"v2","Target":"/roo","ReadOnly":true}] {"/ft":"size=2m"}
  $ docker rm src
  src
  $ docker create --name src -v vol:/vv -v $HOME:/hh:ro -v /anon --tmpfs /ft --mount type=volume,src=v2,dst=/roo,readonly busybox sh -c 'ls' >/dev/null
  $ docker create --name t1 --volumes-from src busybox >/dev/null; show t1
  
  bind  /hh  false
  volume ID /anon  true
  volume v2 /roo  false
  volume vol /vv  true
  $ docker create --name t1 --volumes-from src:ro busybox >/dev/null; show t1
  
  bind  /hh  false
  volume ID /anon  false
  volume v2 /roo  false
  volume vol /vv  false
  $ docker create --name t1 --volumes-from src:rw busybox >/dev/null; show t1
  
  bind  /hh  false
  volume ID /anon  true
  volume v2 /roo  false
  volume vol /vv  true
  $ docker create --name t1 --volumes-from src:z busybox >/dev/null; show t1
  
  bind  /hh  false
  volume ID /anon  true
  volume v2 /roo  false
  volume vol /vv  true
  $ docker create --name t1 --volumes-from src:ro,z busybox >/dev/null; show t1
  
  bind  /hh  false
  volume ID /anon  false
  volume v2 /roo  false
  volume vol /vv  false
  $ docker create --name t1 --volumes-from src: busybox >/dev/null; show t1
  
  bind  /hh  false
  volume ID /anon  true
  volume v2 /roo  false
  volume vol /vv  true
  $ docker create --name t1 --volumes-from src -v other:/vv busybox >/dev/null; show t1
  
  bind  /hh  false
  volume ID /anon  true
  volume other /vv z true
  volume v2 /roo  false
  $ docker create --name t1 --volumes-from src --tmpfs /vv busybox >/dev/null; show t1
  
  bind  /hh  false
  volume ID /anon  true
  volume v2 /roo  false
  volume vol /vv  true
  $ docker create --name two -v vol2:/vv -v vol3:/zz busybox >/dev/null; docker create --name t1 --volumes-from src --volumes-from two busybox >/dev/null; show t1
  
  bind  /hh  false
  volume ID /anon  true
  volume v2 /roo  false
  volume vol2 /vv  true
  volume vol3 /zz  true
  $ docker create --name t1 --volumes-from two --volumes-from src busybox >/dev/null; show t1
  
  bind  /hh  false
  volume ID /anon  true
  volume v2 /roo  false
  volume vol /vv  true
  volume vol3 /zz  true
  $ docker create --name t1 --volumes-from src:ro --volumes-from src:rw busybox >/dev/null; show t1
  
  bind  /hh  false
  volume ID /anon  true
  volume v2 /roo  false
  volume vol /vv  true
  $ docker run --rm --volumes-from src:ro busybox sh -c 'touch /vv/x; touch /anon/x; touch /hh/x'
  touch: /vv/x: Read-only file system
  touch: /anon/x: Read-only file system
  touch: /hh/x: Read-only file system
  [1]
  $ docker run --rm --volumes-from src busybox sh -c 'touch /vv/x; touch /roo/x; touch /hh/x; ls -d /ft'
  touch: /roo/x: Read-only file system
  touch: /hh/x: Read-only file system
  ls: /ft: No such file or directory
  [1]
  $ docker rm -f src two
  src
  two
