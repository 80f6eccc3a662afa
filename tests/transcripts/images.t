Images by name: listed, tagged, inspected, removed.

  $ docker tag busybox my/box:1
  $ docker tag busybox my/box
  $ docker images my/box --format '{{.Repository}}:{{.Tag}}'
  my/box:1
  my/box:latest
  $ docker images my/box:1 --format '{{.Repository}}:{{.Tag}} {{.Digest}}'
  my/box:1 <none>
  $ docker images nosuch
  REPOSITORY  TAG  IMAGE ID  CREATED  SIZE
  $ docker images ls
  REPOSITORY  TAG  IMAGE ID  CREATED  SIZE
  
  No images found matching "ls": did you mean "docker image ls"?
  $ docker images a b
  docker: 'docker images' requires at most 1 argument
  
  Usage:  docker images [OPTIONS] [REPOSITORY[:TAG]]
  
  SRun 'docker images --help' for more information
  [1]
  $ docker images --filter reference='my/*' -q | sort -u | wc -l
  1
  $ docker images --filter bogus=1
  Error response from daemon: invalid filter 'bogus'
  [1]
  $ docker images --filter dangling=maybe
  Error response from daemon: invalid filter 'dangling=[maybe]'
  [1]
  $ docker images --format '{{.Nope}}' my/box
  template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.imageContext
  [1]
  $ docker tag nosuch x
  Error response from daemon: No such image: nosuch:latest
  [1]
  $ docker tag busybox UPPER
  Error parsing reference: "UPPER" is not a valid repository/tag: invalid reference format: repository name (library/UPPER) must be lowercase
  [1]
  $ docker tag busybox a@sha256:0000000000000000000000000000000000000000000000000000000000000000
  refusing to create a tag with a digest reference
  [1]
  $ docker image inspect -f '{{.RepoTags}} {{.Os}}/{{.Architecture}}' my/box:1 | grep -c my/box
  1
  $ docker image inspect nosuch
  []
  Error response from daemon: No such image: nosuch:latest
  [1]
  $ docker image inspect -f '{{json .Config.Cmd}}' busybox
  ["sh"]
  $ docker inspect --type image -f '{{.Id}}' busybox | cut -c1-7
  sha256:
  $ docker rmi my/box:1 my/box nosuch
  Untagged: my/box:1
  Untagged: my/box:latest
  Error response from daemon: No such image: nosuch:latest
  [1]
  $ docker rmi -f nosuch
  Error response from daemon: No such image: nosuch:latest
  $ docker create --name holder busybox; docker tag busybox only:this; docker rmi only:this
  <ID1>
  Untagged: only:this
  $ docker rmi busybox 2>&1 | sed 's/container [0-9a-f]* /container ID /;s/(.*) -/-/'
  Error response from daemon: conflict: unable to remove repository reference "busybox" - container ID is using its referenced image <ID2>
  $ docker rm holder
  holder
  $ docker pull nope/UPPER
  invalid reference format: repository name (nope/UPPER) must be lowercase
  [1]
  $ docker pull -a busybox:1
  tag can't be used with --all-tags/-a
  [1]
  $ docker push
  docker: 'docker push' requires 1 argument
  
  Usage:  docker push [OPTIONS] NAME[:TAG]
  
  Run 'docker push --help' for more information
  [1]
  $ docker history nosuch
  Error response from daemon: No such image: nosuch:latest
  [1]
  $ docker history -q busybox | wc -l
  1
  $ docker save -o /nonexist/x busybox
  failed to save image: invalid output path: stat /nonexist: no such file or directory
  [1]
  $ docker save nosuch
  Error response from daemon: No such image: nosuch
  [1]
  $ docker load -i nofile
  open nofile: no such file or directory
  [1]
  $ docker import nofile
  open nofile: no such file or directory
  [1]
  $ docker image prune -f
  Total reclaimed space: 0B
  $ docker image rm
  docker: 'docker image rm' requires at least 1 argument
  
  Usage:  docker image rm [OPTIONS] IMAGE [IMAGE...]
  
  See 'docker image rm --help' for more information
  [1]
  $ docker image bogus
  docker: unknown command: docker image bogus
  
  Usage:  docker image
  
  Run 'docker image --help' for more information
  [1]
  $ docker commit nope
  Error response from daemon: No such container: nope
  [1]
