Copying where it can not be copied.

  $ docker create --name box busybox sh -c 'sleep 100' >/dev/null; mkdir d; echo one > f; echo two > d/two
  $ docker cp f box:/in
  $ docker cp box:/in/x .
  Error response from daemon: lstat /in/x: not a directory
  [1]
  $ docker cp f box:/in/x
  Error response from daemon: extraction point is not a directory
  [1]
  $ docker cp f box:/in/x/y
  Error response from daemon: not a directory
  [1]
  $ docker cp f box:/nope/ 2>&1 | grep -v level=error
  no such directory
  $ docker cp f box:/nope/there
  Error response from daemon: Could not find the file /nope in container box
  [1]
  $ docker cp d box:/nope/there
  Error response from daemon: Could not find the file /nope in container box
  [1]
  $ docker cp nope box:/
  lstat /home/learner/nope: no such file or directory
  [1]
  $ docker cp nope/ box:/
  lstat /home/learner/nope: no such file or directory
  [1]
  $ docker cp f/ box:/
  not a directory
  [1]
  $ docker cp box:/nope .
  Error response from daemon: Could not find the file /nope in container box
  [1]
  $ docker cp box:/etc/passwd nope/there
  invalid output path: directory "/home/learner/nope" does not exist
  [1]
  $ docker cp box:/etc/passwd d/
  $ docker cp box:/etc/passwd f/
  stat /home/learner/f/: not a directory
  [1]
  $ docker cp box:/etc f
  cannot copy directory
  [1]
  $ docker cp nobox:/etc .
  Error response from daemon: No such container: nobox
  [1]
  $ docker cp box:/etc box:/tmp
  copying between containers is not supported
  [1]
  $ docker cp f d
  must specify at least one container source
  [1]
  $ docker cp f
  docker: 'docker cp' requires 2 arguments
  
  Usage:  docker cp [OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-
  	docker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH
  
  Run 'docker cp --help' for more information
  [1]
  $ docker cp f box:
  no such directory
  [1]
  $ docker cp - box:/ < f
  Error response from daemon: unexpected EOF
  [1]
  $ docker cp - box:/nope < f
  destination "box:/nope" must be a directory
  [1]
  $ docker cp - box:/in < f
  destination "box:/in" must be a directory
  [1]
  $ docker cp - box:/ < /dev/null
  $ docker cp box:/in - | tar t
  in
  $ docker cp box:/tmp - | tar t
  tmp/
  $ tar c f d | docker cp - box:/tmp; docker cp box:/tmp/d/two -  | tar xO
  two
  $ docker cp -q box:/tmp/d out; ls out; docker cp box:/tmp/d out; ls out; docker cp box:/tmp/d/. out; ls out
  passwd
  two
  d
  passwd
  two
  d
  passwd
  two
  $ docker cp -a f box:/tmp/a; docker cp -L box:/tmp/a b; cat b
  one
  $ docker rm box
  box
