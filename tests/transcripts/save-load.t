Images as tar files.

  $ docker tag busybox mine:1; docker tag busybox mine:2; docker save -o mine.tar mine:1 mine:2; tar tf mine.tar | grep -cE '^(manifest.json|repositories|oci-layout|index.json)$'
  4
  $ tar xOf mine.tar manifest.json | jq -r '.[].RepoTags[]'
  mine:1
  mine:2
  $ docker rmi mine:1 mine:2; docker load -i mine.tar
  Untagged: mine:1
  Untagged: mine:2
  Loaded image: mine:1
  Loaded image: mine:2
  $ docker images --format '{{.Repository}}:{{.Tag}}' mine | sort
  mine:1
  mine:2
  $ docker save mine:1 | gzip > mine.tgz; docker rmi mine:1; docker load < mine.tgz
  Untagged: mine:1
  Loaded image: mine:1
  $ docker save mine > all.tar; docker rmi mine:1 mine:2 >/dev/null; docker load -q -i all.tar | sort
  Loaded image: mine:1
  Loaded image: mine:2
  $ docker save $(docker images -q mine:1) > byid.tar; docker load -i byid.tar | cut -c1-22
  Loaded image ID: sha25
  $ docker load -i mine.tar | sort
  Loaded image: mine:1
  Loaded image: mine:2
  $ docker save nope
  Error response from daemon: No such image: nope
  [1]
  $ docker save nope > x.tar; ls -s x.tar
  Error response from daemon: No such image: nope
  0 x.tar
  $ docker save mine:1 nope > x.tar
  Error response from daemon: No such image: nope
  [1]
  $ docker save
  docker: 'docker save' requires at least 1 argument
  
  Usage:  docker save [OPTIONS] IMAGE [IMAGE...]
  
  See 'docker save --help' for more information
  [1]
  $ docker save -o /nope/x.tar mine:1
  failed to save image: invalid output path: stat /nope: no such file or directory
  [1]
  $ docker save -o . mine:1
  failed to save image: cannot write to a directory
  [1]
  $ docker load -i nope.tar
  open nope.tar: no such file or directory
  [1]
  $ docker load x
  docker: 'docker load' accepts no arguments
  
  Usage:  docker load [OPTIONS]
  
  Run 'docker load --help' for more information
  [1]
  $ echo not a tar > bad; docker load -i bad
  unexpected EOF
  [1]
  $ docker run --name box busybox sh -c 'echo data > /f'; docker commit box snap >/dev/null; docker save snap | tar t | grep -c layer.tar; docker save snap > snap.tar; docker rm box; docker rmi snap >/dev/null; docker load -i snap.tar; docker run --rm snap cat /f
  0
  box
  Loaded image: snap:latest
  data
  $ docker image save -o again.tar snap; docker image load --input again.tar
  Loaded image: snap:latest
  $ ls -l again.tar | cut -c1-10
  -rw-------
