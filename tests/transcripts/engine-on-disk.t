Docker's own files on the host.

  $ docker run -d --name cc -h web -v vol:/d -p 8080:80 --add-host foo:1.2.3.4 --dns 9.9.9.9 busybox sh -c 'echo started; echo x > /new; rm /etc/group; mkdir /dir; sleep 100'; sleep 0.3
  <ID1>
  $ id=$(docker inspect -f '{{.Id}}' cc); sudo ls -l /var/lib/docker/containers/$id | tail -n +2 | cut -c1-22 | sort
  -rw------- 1 root root
  -rw------- 1 root root
  -rw-r----- 1 root root
  -rw-r--r-- 1 root root
  -rw-r--r-- 1 root root
  -rw-r--r-- 1 root root
  -rw-r--r-- 1 root root
  drwx------ 2 root root
  drwx--x--- 2 root root
  $ sudo ls -a /var/lib/docker/containers/$id | sed "s/$id/ID/" | sort
  .
  ..
  ID-json.log
  checkpoints
  config.v2.json
  hostconfig.json
  hostname
  hosts
  mounts
  resolv.conf
  resolv.conf.hash
  $ sudo cat /var/lib/docker/containers/$id/hostname; sudo cat /var/lib/docker/containers/$id/hosts | sed 's/^172[^\t]*/IP/'; sudo cat /var/lib/docker/containers/$id/resolv.conf | grep -v '^#'
  web
  127.0.0.1	localhost
  ::1	localhost ip6-localhost ip6-loopback
  fe00::	ip6-localnet
  ff00::	ip6-mcastprefix
  ff02::1	ip6-allnodes
  ff02::2	ip6-allrouters
  1.2.3.4	foo
  IP	web
  
  nameserver 9.9.9.9
  
  $ docker inspect -f '{{.HostnamePath}} {{.HostsPath}} {{.ResolvConfPath}} {{.LogPath}}' cc | sed "s/$id/ID/g"
  /var/lib/docker/containers/ID/hostname /var/lib/docker/containers/ID/hosts /var/lib/docker/containers/ID/resolv.conf /var/lib/docker/containers/ID/ID-json.log
  $ sudo sh -c "echo '1.1.1.1 edited' >> /var/lib/docker/containers/$id/hosts"; docker exec cc tail -n 1 /etc/hosts; docker exec cc sh -c 'echo "2.2.2.2 inside" >> /etc/hosts'; sudo tail -n 1 /var/lib/docker/containers/$id/hosts
  1.1.1.1 edited
  2.2.2.2 inside
  $ sudo jq -r '.Name,.Config.Hostname,.State.Running,.Driver' /var/lib/docker/containers/$id/config.v2.json
  /cc
  web
  true
  overlay2
  $ sudo jq -r '.NetworkMode,.RestartPolicy.Name,(.PortBindings|tojson)' /var/lib/docker/containers/$id/hostconfig.json
  bridge
  no
  {"80/tcp":[{"HostIp":"","HostPort":"8080"}]}
  $ docker inspect -f '{{.GraphDriver.Name}}{{range $k, $v := .GraphDriver.Data}} {{$k}}{{end}}' cc
  overlay2 ID LowerDir MergedDir UpperDir WorkDir
  $ sudo sh -c "echo fromhost > $up/dir/f"; docker exec cc cat /dir/f
  sh: 1: cannot create /dir/f: Directory nonexistent
  cat: can't open '/dir/f': No such file or directory
  [1]
  $ sudo ls $(dirname $up) | tr '\n' ' '; sudo cat $(dirname $up)/lower | sed 's/[A-Z0-9]\{26\}/LINK/g'; echo; sudo cat $(dirname $up)/link | wc -c
  dirname: missing operand
  Try 'dirname --help' for more information.
  dirname: missing operand
  Try 'dirname --help' for more information.
  cat: /lower: No such file or directory
  
  dirname: missing operand
  Try 'dirname --help' for more information.
  cat: /link: No such file or directory
  0
  $ sudo readlink /var/lib/docker/overlay2/l/$(sudo cat $(dirname $up)/link) | sed 's/[0-9a-f]\{64\}/ID/'
  dirname: missing operand
  Try 'dirname --help' for more information.
  cat: /link: No such file or directory
  $ ls /var/lib/docker
  ls: cannot open directory '/var/lib/docker': Permission denied
  [2]
  $ sudo ls /var/lib/docker/image/overlay2/layerdb; sudo ls /var/lib/docker/image/overlay2/layerdb/mounts/$id; sudo cat /var/lib/docker/image/overlay2/layerdb/mounts/$id/mount-id | wc -c
  mounts
  sha256
  tmp
  init-id
  mount-id
  parent
  64
  $ sudo ls -ld $up $(dirname $up) $(dirname $up)/work $m | cut -c1-22
  dirname: missing operand
  Try 'dirname --help' for more information.
  dirname: missing operand
  Try 'dirname --help' for more information.
  ls: cannot access '/work': No such file or directory
  $ sudo stat -c '%A %U:%G' /var/lib/docker/volumes /var/lib/docker/volumes/vol /var/lib/docker/volumes/vol/_data /var/lib/docker/volumes/metadata.db
  drwx-----x root:root
  drwx-----x root:root
  drwxr-xr-x root:root
  -rw------- root:root
  $ sudo sh -c 'echo hello > /var/lib/docker/volumes/vol/_data/f'; docker exec cc cat /d/f
  hello
  $ m=$(docker inspect -f '{{.GraphDriver.Data.MergedDir}}' cc); up=$(docker inspect -f '{{.GraphDriver.Data.UpperDir}}' cc); docker stop -t 0 cc; sudo ls $(dirname $m) | tr '\n' ' '; mount | grep -c "$m"
  cc
  diff link lower work 0
  [1]
  $ sudo sh -c "echo offline > $up/off"; docker start cc; docker exec cc cat /off /new
  cc
  offline
  x
  $ docker rm -f cc; sudo ls -d $up 2>&1 | sed 's,/var.*:,P:,'; sudo ls /var/lib/docker/containers/$id 2>&1 | sed 's,/var.*:,P:,'
  cc
  ls: cannot access 'P: No such file or directory
  ls: cannot access 'P: No such file or directory
  $ docker image inspect -f '{{range $k, $v := .GraphDriver.Data}}{{$k}} {{end}}{{.GraphDriver.Name}} {{.RootFS.Type}} {{len .RootFS.Layers}}' busybox
  MergedDir UpperDir WorkDir overlay2 layers 1
  $ docker run -d --name dd1 busybox sh -c 'mkdir /new; echo x > /new/f; rm /etc/group; sleep 60'; sleep 0.3; up=$(docker inspect -f '{{.GraphDriver.Data.UpperDir}}' dd1); sudo find $up | sed "s,$up,UP," | sort; sudo ls -l $up/etc | grep group | cut -c1-10
  <ID2>
  UP
  UP/etc
  UP/etc/group
  UP/new
  UP/new/f
  c---------
  $ docker diff dd1
  C /etc
  D /etc/group
  A /new
  A /new/f
  $ m=$(docker inspect -f '{{.GraphDriver.Data.MergedDir}}' dd1); sudo cat $m/new/f; mount | grep -c "$m"; sudo sh -c "echo more >> $m/new/f"; docker exec dd1 cat /new/f; sudo cat $up/new/f
  x
  1
  x
  more
  x
  more
  $ id=$(docker inspect -f '{{.Id}}' dd1); docker rm -f dd1; sudo ls /var/lib/docker/image/overlay2/layerdb/mounts/$id 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
  dd1
  ls: cannot access '/var/lib/docker/image/overlay2/layerdb/mounts/ID': No such file or directory
