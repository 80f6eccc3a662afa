All files of a container as a tar file, and back as an image.

  $ docker run --name box -e A=1 busybox sh -c 'mkdir /data; echo hello > /data/f'; docker export box > box.tar; tar tf box.tar | grep '^data' | sort
  data/
  data/f
  $ docker export -o out.tar box; cmp box.tar out.tar; ls out.tar
  out.tar
  $ tar xOf box.tar data/f
  hello
  $ docker import box.tar flat | cut -c1-7
  sha256:
  $ docker run --rm flat cat /data/f
  hello
  $ docker run --rm flat sh -c 'echo "A=$A"'
  A=
  $ docker inspect -f '{{json .Config.Cmd}} {{len .RootFS.Layers}}' flat
  null 1
  $ docker run --rm flat
  docker: Error response from daemon: no command specified
  
  Run 'docker run --help' for more information
  [125]
  $ cat box.tar | docker import -c 'CMD ["cat", "/data/f"]' -c 'ENV B=2' -m 'flattened' - flat:2 >/dev/null; docker run --rm flat:2
  hello
  $ docker inspect -f '{{.Comment}} {{.Config.Env}}' flat:2
  flattened [B=2]
  $ docker export box | docker import - piped >/dev/null; docker run --rm piped cat /data/f
  hello
  $ docker history --format '{{.CreatedBy}}|{{.Comment}}' flat:2
  |flattened
  $ docker export nope
  Error response from daemon: No such container: nope
  [1]
  $ docker export
  docker: 'docker export' requires 1 argument
  
  Usage:  docker export [OPTIONS] CONTAINER
  
  Run 'docker export --help' for more information
  [1]
  $ docker export a b
  docker: 'docker export' requires 1 argument
  
  Usage:  docker export [OPTIONS] CONTAINER
  
  Run 'docker export --help' for more information
  [1]
  $ docker export -o /nope/x.tar box
  failed to export container: invalid output path: stat /nope: no such file or directory
  [1]
  $ docker export -o . box
  failed to export container: cannot write to a directory
  [1]
  $ docker import nope.tar
  open nope.tar: no such file or directory
  [1]
  $ docker import
  docker: 'docker import' requires at least 1 argument
  
  Usage:  docker import [OPTIONS] file|URL|- [REPOSITORY[:TAG]]
  
  See 'docker import --help' for more information
  [1]
  $ docker import box.tar 'Bad Name'
  invalid reference format: repository name (library/Bad Name) must be lowercase
  [1]
  $ docker import -c 'RUN x' box.tar y
  Error response from daemon: RUN is not a valid change command
  [1]
  $ echo not a tar > bad; docker import bad y
  Error response from daemon: unexpected EOF
  [1]
  $ docker run --name vbox -v vol:/vol busybox sh -c 'echo v > /vol/f'; docker export vbox | tar t | grep '^vol'
  vol/
  $ docker export box | docker run -i --rm busybox tar t | grep '^data' | sort
  data/
  data/f
  $ docker run -d --name live busybox sleep 1000 >/dev/null; docker exec live sh -c 'echo now > /now'; docker export live | tar xO now
  now
  $ docker images --format '{{.Repository}}:{{.Tag}}' | grep -E 'flat|piped' | sort
  flat:2
  flat:latest
  piped:latest
