What the daemon writes down of a container's mounts, and what its own directories hold.

  $ cat > show <<'X'
  > for c in "$@"; do sudo jq -cS '.MountPoints[]' /var/lib/docker/containers/$(docker ps -aq --no-trunc --filter name=^$c$)/config.v2.json | sed 's/[0-9a-f]\{64\}/ID/g'; done
  > X
  $ mkdir d; docker volume create v1 >/dev/null; docker create --name aa -v v1:/d busybox >/dev/null; docker create --name ab -v v1:/d:ro busybox >/dev/null; docker create --name ac -v v1:/d:nocopy busybox >/dev/null; docker create --name ad -v /an busybox >/dev/null; docker create --name ae -v ./d:/d busybox >/dev/null; docker create --name af -v ./d:/d:ro,z busybox >/dev/null; bash show aa ab ac ad ae af
  {"Destination":"/d","Driver":"local","Name":"v1","RW":true,"Relabel":"z","SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/v1/_data","Spec":{"Source":"v1","Target":"/d","Type":"volume"},"Type":"volume"}
  {"Destination":"/d","Driver":"local","Name":"v1","RW":false,"Relabel":"ro","SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/v1/_data","Spec":{"ReadOnly":true,"Source":"v1","Target":"/d","Type":"volume"},"Type":"volume"}
  {"Destination":"/d","Driver":"local","Name":"v1","RW":true,"Relabel":"nocopy","SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/v1/_data","Spec":{"Source":"v1","Target":"/d","Type":"volume","VolumeOptions":{"NoCopy":true}},"Type":"volume"}
  {"Destination":"/an","Driver":"local","Name":"ID","RW":true,"SkipMountpointCreation":false,"Source":"","Spec":{},"Type":"volume"}
  {"Destination":"/d","Driver":"","Name":"","Propagation":"rprivate","RW":true,"SkipMountpointCreation":false,"Source":"/home/learner/d","Spec":{"Source":"/home/learner/d","Target":"/d","Type":"bind"},"Type":"bind"}
  {"Destination":"/d","Driver":"","Name":"","Propagation":"rprivate","RW":false,"Relabel":"ro,z","SkipMountpointCreation":false,"Source":"/home/learner/d","Spec":{"ReadOnly":true,"Source":"/home/learner/d","Target":"/d","Type":"bind"},"Type":"bind"}
  $ docker create --name ba --mount src=v1,dst=/d busybox >/dev/null; docker create --name bb --mount src=v1,dst=/d/,ro busybox >/dev/null; docker create --name bc --mount src=v1,dst=/d,volume-nocopy busybox >/dev/null; docker create --name bd --mount dst=/an busybox >/dev/null; docker create --name be --mount type=bind,src=$PWD/d,dst=/d busybox >/dev/null; docker create --name bf --mount type=bind,src=$PWD/d,dst=/d,ro,bind-propagation=rslave busybox >/dev/null; bash show ba bb bc bd be bf
  {"Destination":"/d","Driver":"local","Name":"v1","RW":true,"Relabel":"z","SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/v1/_data","Spec":{"Source":"v1","Target":"/d","Type":"volume"},"Type":"volume"}
  {"Destination":"/d","Driver":"local","Name":"v1","RW":false,"Relabel":"z","SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/v1/_data","Spec":{"ReadOnly":true,"Source":"v1","Target":"/d/","Type":"volume"},"Type":"volume"}
  {"Destination":"/d","Driver":"local","Name":"v1","RW":true,"Relabel":"z","SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/v1/_data","Spec":{"Source":"v1","Target":"/d","Type":"volume","VolumeOptions":{"DriverConfig":{},"NoCopy":true}},"Type":"volume"}
  {"Destination":"/an","Driver":"local","Name":"ID","RW":true,"Relabel":"z","SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/ID/_data","Spec":{"Target":"/an","Type":"volume"},"Type":"volume"}
  {"Destination":"/d","Driver":"","Name":"","Propagation":"rprivate","RW":true,"SkipMountpointCreation":true,"Source":"/home/learner/d","Spec":{"Source":"/home/learner/d","Target":"/d","Type":"bind"},"Type":"bind"}
  {"Destination":"/d","Driver":"","Name":"","Propagation":"rslave","RW":false,"SkipMountpointCreation":true,"Source":"/home/learner/d","Spec":{"BindOptions":{"Propagation":"rslave"},"ReadOnly":true,"Source":"/home/learner/d","Target":"/d","Type":"bind"},"Type":"bind"}
  $ docker create --name ca --mount src=v3,dst=/d,volume-label=a=b,volume-driver=local,volume-opt=type=tmpfs,volume-opt=device=tmpfs busybox >/dev/null; docker create --name cb --mount type=tmpfs,dst=/t,tmpfs-size=1m,tmpfs-mode=700 busybox >/dev/null; docker create --name cc --volumes-from ab --volumes-from bf busybox >/dev/null; docker create --name ce --tmpfs /t busybox >/dev/null; docker create --name cf -v v1:/d:z,rw --mount src=v2,dst=/e,volume-subpath=a/b busybox >/dev/null; docker create --name cg -v v1:/d --volume-driver local busybox >/dev/null; bash show ca cb cc ce cf cg
  {"Destination":"/d","Driver":"local","Name":"v3","RW":true,"Relabel":"z","SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/v3/_data","Spec":{"Source":"v3","Target":"/d","Type":"volume","VolumeOptions":{"DriverConfig":{"Name":"local","Options":{"device":"tmpfs","type":"tmpfs"}},"Labels":{"a":"b"}}},"Type":"volume"}
  {"Destination":"/t","Driver":"","Name":"","RW":true,"SkipMountpointCreation":false,"Source":"","Spec":{"Target":"/t","TmpfsOptions":{"Mode":448,"SizeBytes":1048576},"Type":"tmpfs"},"Type":"tmpfs"}
  {"Destination":"/d","Driver":"","Name":"","Propagation":"rslave","RW":false,"SkipMountpointCreation":false,"Source":"/home/learner/d","Spec":{"BindOptions":{"Propagation":"rslave"},"ReadOnly":true,"Source":"/home/learner/d","Target":"/d","Type":"bind"},"Type":"bind"}
  {"Destination":"/d","Driver":"local","Name":"v1","RW":true,"Relabel":"z,rw","SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/v1/_data","Spec":{"Source":"v1","Target":"/d","Type":"volume"},"Type":"volume"}
  {"Destination":"/e","Driver":"local","Name":"v2","RW":true,"Relabel":"z","SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/v2/_data","Spec":{"Source":"v2","Target":"/e","Type":"volume","VolumeOptions":{"DriverConfig":{},"Subpath":"a/b"}},"Type":"volume"}
  {"Destination":"/d","Driver":"local","Name":"v1","RW":true,"Relabel":"z","SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/v1/_data","Spec":{"Source":"v1","Target":"/d","Type":"volume","VolumeOptions":{"DriverConfig":{"Name":"local"}}},"Type":"volume"}
  $ printf 'FROM busybox\nVOLUME /vo\n' | docker build -q -t voim - >/dev/null; docker create --name da voim >/dev/null; docker create --name db --volumes-from aa:ro --tmpfs /d busybox >/dev/null; bash show da db; docker inspect -f '{{json .Mounts}}' db; docker run --rm --volumes-from aa --tmpfs /d busybox sh -c 'touch /d/x; mount | grep -c " /d "'; docker inspect -f '{{json .Mounts}}' aa ae af ba bf ca cb cc cf da | sed 's/[0-9a-f]\{64\}/ID/g'
  {"Destination":"/vo","Driver":"local","Name":"ID","RW":true,"SkipMountpointCreation":false,"Source":"","Spec":{},"Type":"volume"}
  {"Destination":"/d","Driver":"local","Name":"v1","RW":false,"SkipMountpointCreation":false,"Source":"/var/lib/docker/volumes/v1/_data","Spec":{"Source":"v1","Target":"/d","Type":"volume"},"Type":"volume"}
  [{"Type":"volume","Name":"v1","Source":"/var/lib/docker/volumes/v1/_data","Destination":"/d","Driver":"local","Mode":"","RW":false,"Propagation":""}]
  1
  [{"Type":"volume","Name":"v1","Source":"/var/lib/docker/volumes/v1/_data","Destination":"/d","Driver":"local","Mode":"z","RW":true,"Propagation":""}]
  [{"Type":"bind","Source":"/home/learner/d","Destination":"/d","Mode":"","RW":true,"Propagation":"rprivate"}]
  [{"Type":"bind","Source":"/home/learner/d","Destination":"/d","Mode":"ro,z","RW":false,"Propagation":"rprivate"}]
  [{"Type":"volume","Name":"v1","Source":"/var/lib/docker/volumes/v1/_data","Destination":"/d","Driver":"local","Mode":"z","RW":true,"Propagation":""}]
  [{"Type":"bind","Source":"/home/learner/d","Destination":"/d","Mode":"","RW":false,"Propagation":"rslave"}]
  [{"Type":"volume","Name":"v3","Source":"/var/lib/docker/volumes/v3/_data","Destination":"/d","Driver":"local","Mode":"z","RW":true,"Propagation":""}]
  [{"Type":"tmpfs","Source":"","Destination":"/t","Mode":"","RW":true,"Propagation":""}]
  [{"Type":"bind","Source":"/home/learner/d","Destination":"/d","Mode":"","RW":false,"Propagation":"rslave"}]
  [{"Type":"volume","Name":"v1","Source":"/var/lib/docker/volumes/v1/_data","Destination":"/d","Driver":"local","Mode":"z,rw","RW":true,"Propagation":""},{"Type":"volume","Name":"v2","Source":"/var/lib/docker/volumes/v2/_data","Destination":"/e","Driver":"local","Mode":"z","RW":true,"Propagation":""}]
  [{"Type":"volume","Name":"ID","Source":"/var/lib/docker/volumes/ID/_data","Destination":"/vo","Driver":"local","Mode":"","RW":true,"Propagation":""}]
  $ docker rm -f aa ab ac ad ae af ba bb bc bd be bf ca cb cc ce cf cg da db >/dev/null; docker volume prune -f >/dev/null; sudo ls -A /var/lib/docker/volumes | grep -v '^[0-9a-f]*$'; sudo stat -c '%F %a %n' /var/lib/docker/volumes/backingFsBlockDev /var/lib/docker/volumes/metadata.db /var/lib/docker/network/files/local-kv.db /run/docker.pid /run/docker /run/docker/netns /run/docker/plugins; sudo head -c 20 /var/lib/docker/volumes/metadata.db | od -An -tx1; sudo grep -ao '"Name":"v1"' /var/lib/docker/volumes/metadata.db | sort -u; ps -p $(cat /run/docker.pid) -o comm=; sudo ls /var/lib/docker/buildkit | sort; sudo ls /var/lib/docker/plugins
  backingFsBlockDev
  metadata.db
  v1
  v2
  v3
  block special file 600 /var/lib/docker/volumes/backingFsBlockDev
  regular file 600 /var/lib/docker/volumes/metadata.db
  regular file 644 /var/lib/docker/network/files/local-kv.db
  regular file 644 /run/docker.pid
  directory 700 /run/docker
  directory 755 /run/docker/netns
  directory 700 /run/docker/plugins
   00 00 00 00 00 00 00 00 04 00 00 00 00 00 00 00
   ed da 0c ed
  "Name":"v1"
  dockerd
  cache.db
  containerdmeta.db
  content
  executor
  history.db
  metadata_v2.db
  net
  snapshots.db
  tmp
  $ docker run -d --name ea busybox sleep 100 >/dev/null; key=$(docker inspect -f '{{.NetworkSettings.SandboxKey}}' ea); sudo stat -c '%F %a %s' $key; docker stop -t 0 ea >/dev/null; sudo ls $key 2>&1 | grep -o 'No such.*'; docker run -d --name nh --network host busybox sleep 100 >/dev/null; docker inspect -f '{{.NetworkSettings.SandboxKey}}' nh; sudo ls /run/docker/netns; docker run -d --name nn --network none busybox sleep 100 >/dev/null;  sudo ls $(docker inspect -f '{{.NetworkSettings.SandboxKey}}' nn) | wc -l; docker run -d --name nc --network container:nn busybox sleep 100 >/dev/null; docker inspect -f '{{.NetworkSettings.SandboxKey}}' nc; docker rm -f nc nn nh >/dev/null; sudo ls /run/docker/netns
  regular empty file 444 0
  No such file or directory
  /var/run/docker/netns/default
  default
  1
  
  default
  $ docker run --rm --mac-address 02:42:ac:11:00:99 busybox cat /sys/class/net/eth0/address; docker run --rm busybox sh -c 'ls /sys/class/net; cd /sys/class/net; for f in mtu operstate carrier type addr_len duplex tx_queue_len flags; do echo $f $(cat eth0/$f lo/$f 2>/dev/null); done; readlink eth0; ls -d eth0/statistics/rx_bytes; cat eth0/statistics/rx_bytes | grep -c .'; docker run --rm --network none busybox ls /sys/class/net
  <MAC>
  eth0
  lo
  mtu 1500 65536
  operstate up unknown
  carrier 1 1
  type 1 772
  addr_len 6 6
  duplex full
  tx_queue_len 0 1000
  flags 0x1003 0x9
  ../../devices/virtual/net/eth0
  eth0/statistics/rx_bytes
  1
  lo
