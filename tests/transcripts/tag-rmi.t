Names of images, given and taken.

  $ docker tag busybox mine; docker tag busybox mine:v1; docker tag mine:v1 reg.example.com:5000/team/mine:v1; docker images --format '{{.Repository}}:{{.Tag}}' | grep mine | sort
  mine:latest
  mine:v1
  reg.example.com:5000/team/mine:v1
  $ docker images mine --format '{{.Tag}}' | sort
  latest
  v1
  $ docker images --filter reference='*/team/*' --format '{{.Repository}}'
  reg.example.com:5000/team/mine
  $ docker images --filter reference='mine:v*' --format '{{.Tag}}'
  v1
  $ docker rmi mine
  Untagged: mine:latest
  $ docker rmi mine
  Error response from daemon: No such image: mine:latest
  [1]
  $ docker rmi mine:v1 reg.example.com:5000/team/mine:v1
  Untagged: mine:v1
  Untagged: reg.example.com:5000/team/mine:v1
  $ docker tag nope x
  Error response from daemon: No such image: nope:latest
  [1]
  $ docker tag busybox UPPER
  Error parsing reference: "UPPER" is not a valid repository/tag: invalid reference format: repository name (library/UPPER) must be lowercase
  [1]
  $ docker tag busybox bad:tag:two
  Error parsing reference: "bad:tag:two" is not a valid repository/tag: invalid reference format
  [1]
  $ docker tag busybox x:.bad
  Error parsing reference: "x:.bad" is not a valid repository/tag: invalid reference format
  [1]
  $ docker tag busybox ''
  Error parsing reference: "" is not a valid repository/tag: invalid reference format
  [1]
  $ docker tag busybox
  docker: 'docker tag' requires 2 arguments
  
  Usage:  docker tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]
  
  Run 'docker tag --help' for more information
  [1]
  $ docker tag a b c
  docker: 'docker tag' requires 2 arguments
  
  Usage:  docker tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]
  
  Run 'docker tag --help' for more information
  [1]
  $ docker tag busybox x@sha256:0000000000000000000000000000000000000000000000000000000000000000
  refusing to create a tag with a digest reference
  [1]
  $ docker rmi nope1 nope2
  Error response from daemon: No such image: nope1:latest
  Error response from daemon: No such image: nope2:latest
  [1]
  $ docker rmi
  docker: 'docker rmi' requires at least 1 argument
  
  Usage:  docker rmi [OPTIONS] IMAGE [IMAGE...]
  
  See 'docker rmi --help' for more information
  [1]
  $ docker rmi UPPER
  Error response from daemon: invalid reference format: repository name (library/UPPER) must be lowercase
  [1]
  $ docker rmi -f nope
  Error response from daemon: No such image: nope:latest
  $ docker run -d --name u busybox sleep 1000 >/dev/null; docker tag busybox used; docker rmi used
  docker: Error response from daemon: Invalid container name (u), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Untagged: used:latest
  $ docker run --name cont busybox true; docker commit cont snap >/dev/null; docker run --name snapped snap true; docker rmi snap 2>&1 | sed 's/container [0-9a-f]* /container ID /;s/image [0-9a-f]*$/image ID/'
  Error response from daemon: conflict: unable to remove repository reference "snap" (must force) - container ID is using its referenced image ID
  $ docker rmi -f snap | head -n 1; docker ps -a --filter name=^snapped$ --format '{{.Image}}' | wc -c
  Untagged: snap:latest
  13
  $ docker commit cont both >/dev/null; docker tag both both:2; docker rmi $(docker images -q both | head -n 1) 2>&1 | sed 's/delete [0-9a-f]*/delete ID/'
  Error response from daemon: conflict: unable to delete ID (must be forced) - image is referenced in multiple repositories
  $ docker rmi -f $(docker images -q both | head -n 1) | grep Untagged | sort
  Untagged: both:2
  Untagged: both:latest
  $ docker image rm --no-prune nope
  Error response from daemon: No such image: nope:latest
  [1]
  $ docker image inspect nope
  []
  Error response from daemon: No such image: nope:latest
  [1]
  $ docker history nope
  Error response from daemon: No such image: nope:latest
  [1]
  $ docker history --format '{{.Nope}}' busybox
  template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *image.historyContext
  [1]
  $ docker history -q busybox | wc -l
  1
