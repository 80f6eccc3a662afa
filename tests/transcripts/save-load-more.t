Saving, loading, importing and exporting in their forms, and with what is none.

  $ docker tag busybox mine:1; docker tag busybox mine:2
  $ docker save mine:1 mine:2 -o all.tar; docker rmi mine:1 mine:2 >/dev/null; docker load -i all.tar; docker load -q -i all.tar
  Loaded image: mine:1
  Loaded image: mine:2
  Loaded image: mine:1
  Loaded image: mine:2
  $ docker save mine > m.tar; docker save nope; docker save busybox nope > n.tar; wc -c < n.tar
  Error response from daemon: No such image: nope
  Error response from daemon: No such image: nope
  0
  $ docker save; docker save -o nope/there mine; docker save -o . mine
  docker: 'docker save' requires at least 1 argument
  
  Usage:  docker save [OPTIONS] IMAGE [IMAGE...]
  
  See 'docker save --help' for more information
  failed to save image: invalid output path: stat nope: no such file or directory
  failed to save image: cannot write to a directory
  [1]
  $ docker load -i nope; docker load < /dev/null 2>&1 | sed 's/import-[0-9]*/import-N/'; echo text | docker load; echo text > text; docker load -i text
  open nope: no such file or directory
  open /var/lib/docker/tmp/docker-import-N/repositories: no such file or directory
  unexpected EOF
  unexpected EOF
  [1]
  $ mkdir e; tar -C e -c . | docker load 2>&1 | sed 's/import-[0-9]*/import-N/'
  open /var/lib/docker/tmp/docker-import-N/repositories: no such file or directory
  $ docker load -i .
  error during connect: Post "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/images/load?quiet=1": read .: is a directory
  [1]
  $ gzip -k m.tar; docker load -i m.tar.gz
  Loaded image: mine:1
  Loaded image: mine:2
  $ tar tf m.tar | grep -c json; tar xOf m.tar manifest.json | grep -o '"RepoTags":\[[^]]*\]'
  2
  "RepoTags":["mine:1","mine:2"]
  $ docker create --name box mine:1 sh >/dev/null; docker export box -o box.tar; tar tf box.tar | grep -x etc/passwd; docker export nobox; docker export; docker export -o nope/x box
  etc/passwd
  Error response from daemon: No such container: nobox
  docker: 'docker export' requires 1 argument
  
  Usage:  docker export [OPTIONS] CONTAINER
  
  Run 'docker export --help' for more information
  failed to export container: invalid output path: stat nope: no such file or directory
  [1]
  $ docker import box.tar imp:1 | cut -c1-7; docker run --rm imp:1 sh -c 'echo hi'; docker run --rm imp:1
  sha256:
  hi
  docker: Error response from daemon: no command specified
  
  Run 'docker run --help' for more information
  [125]
  $ docker import -c 'CMD ["echo","x"]' -c 'ENV A=1' -m 'note' box.tar imp:2 | cut -c1-7; docker run --rm imp:2; docker inspect -f '{{.Comment}} {{.Config.Env}} {{.Config.Cmd}}' imp:2
  sha256:
  x
  note [A=1] [echo x]
  $ cat box.tar | docker import - imp:3 | cut -c1-7; docker import nope imp; docker import - imp < /dev/null | cut -c1-7; echo text | docker import - imp
  sha256:
  open nope: no such file or directory
  sha256:
  Error response from daemon: unexpected EOF
  [1]
  $ docker import -c 'RUN x' box.tar imp:4; docker import box.tar Bad; docker import
  Error response from daemon: RUN is not a valid change command
  invalid reference format: repository name (library/Bad) must be lowercase
  docker: 'docker import' requires at least 1 argument
  
  Usage:  docker import [OPTIONS] file|URL|- [REPOSITORY[:TAG]]
  
  See 'docker import --help' for more information
  [1]
  $ docker history --format '{{.CreatedBy}}|{{.Comment}}' imp:2
  |note
  $ docker images --filter reference='imp*' --format '{{.Repository}}:{{.Tag}}'
  imp:latest
  imp:3
  imp:2
  imp:1
  $ docker rm box; docker rmi mine:1 mine:2 imp imp:1 imp:2 imp:3 2>&1 | grep -c Untagged
  box
  6
