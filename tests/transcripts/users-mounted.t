Users of a container: names are looked up in its own files, homes in what is mounted.

  $ docker run --rm -v /etc/passwd:/etc/passwd:ro -u learner busybox id
  docker: Error response from daemon: unable to find user learner: no matching entries in passwd file
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v /etc/passwd:/etc/passwd:ro -u 1000 busybox sh -c 'whoami; echo $HOME'
  learner
  /home/learner
  $ docker run --rm -v /etc/passwd:/etc/passwd:ro busybox sh -c 'echo $HOME; id -un'
  /root
  root
  $ docker run --rm -u 1000 busybox sh -c 'echo $HOME'
  /
  $ docker run --rm -v /etc/group:/etc/group:ro -u 1000:docker busybox id
  docker: Error response from daemon: unable to find group docker: no matching entries in group file
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v /etc/group:/etc/group:ro -u 1000:996 busybox id
  uid=1000 gid=996(docker) groups=996(docker)
  $ docker run -d --name u1 busybox sleep 60 > /dev/null; docker exec u1 sh -c 'echo new:x:77:77::/new:/bin/sh >> /etc/passwd'; docker exec -u new u1 sh -c 'id; echo $HOME'
  uid=77(new) gid=77 groups=77
  /new
  $ docker exec -u 78 u1 sh -c 'id; echo $HOME'
  uid=78 gid=0(root) groups=0(root)
  /
  $ docker rm -f u1
  u1
  $ tar cf a.tar -T <(echo /etc/hostname) 2> /dev/null; tar tf a.tar
  etc/hostname
  $ docker save busybox > i.tar; docker load -q -i <(cat i.tar)
  Loaded image: busybox:latest
  $ docker import <(tar c a.tar) imp:1 > /dev/null; docker images -q imp | wc -l; docker rmi imp:1 | wc -l
  1
  3
  $ docker compose -f <(printf 'name: q\nservices:\n  a:\n    image: busybox\n') config --services
  a
  $ docker import . imp:2
  error during connect: Post "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/images/create?fromSrc=-&repo=imp%3A2": read .: is a directory
  [1]
  $ docker load -i .
  error during connect: Post "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/images/load?quiet=1": read .: is a directory
  [1]
