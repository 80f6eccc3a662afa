Copying what can not be read, and to where nothing can be put.

  $ docker create --name box busybox sleep 100 >/dev/null; mkdir -p d/sub ro/in; echo one > f; echo two > d/two; echo s > secret; chmod 000 secret; chmod 555 ro
  $ docker cp secret box:/tmp/
  time="<TIME>" level=error msg="Can't add file /home/learner/secret to tar: open /home/learner/secret: permission denied"
  time="<TIME>" level=error msg="Can't close tar writer: archive/tar: missed writing 2 bytes"
  Error response from daemon: unexpected EOF
  [1]
  $ echo x > d/aa; echo y > d/hid; chmod 000 d/hid; docker cp d box:/tmp/
  time="<TIME>" level=error msg="Can't add file /home/learner/d/hid to tar: open /home/learner/d/hid: permission denied"
  time="<TIME>" level=error msg="Can't add file /home/learner/d/sub to tar: archive/tar: missed writing 2 bytes"
  time="<TIME>" level=error msg="Can't add file /home/learner/d/two to tar: archive/tar: missed writing 2 bytes"
  time="<TIME>" level=error msg="Can't close tar writer: archive/tar: missed writing 2 bytes"
  Error response from daemon: unexpected EOF
  [1]
  $ docker cp d box:/tmp/
  time="<TIME>" level=error msg="Can't add file /home/learner/d/hid to tar: open /home/learner/d/hid: permission denied"
  time="<TIME>" level=error msg="Can't add file /home/learner/d/sub to tar: archive/tar: missed writing 2 bytes"
  time="<TIME>" level=error msg="Can't add file /home/learner/d/two to tar: archive/tar: missed writing 2 bytes"
  time="<TIME>" level=error msg="Can't close tar writer: archive/tar: missed writing 2 bytes"
  Error response from daemon: unexpected EOF
  [1]
  $ docker cp box:/tmp/d - | tar t
  d/
  d/aa
  d/hid
  $ chmod 644 d/hid; mkdir -p d/zdir; echo 1 > d/zdir/1; chmod 000 d/zdir; docker cp d box:/tmp/e
  time="<TIME>" level=error msg="Tar: Can't stat file /home/learner to tar: open /home/learner/d/zdir: permission denied"
  $ docker cp box:/tmp/e - | tar t
  e/
  e/aa
  e/hid
  e/sub/
  e/two
  e/zdir/
  $ chmod 300 d; docker cp d box:/tmp/g
  time="<TIME>" level=error msg="Tar: Can't stat file /home/learner to tar: open /home/learner/d: permission denied"
  $ docker cp box:/tmp/g - | tar t
  g/
  $ docker cp d/two box:/tmp/two2; docker cp box:/tmp/two2 - | tar t
  two2
  $ chmod 600 d; docker cp d/two box:/tmp/x
  lstat /home/learner/d/two: permission denied
  [1]
  $ docker cp d box:/tmp/y; docker cp box:/tmp/y - | tar t
  time="<TIME>" level=error msg="Can't add file /home/learner/d/aa to tar: lstat /home/learner/d/aa: permission denied"
  time="<TIME>" level=error msg="Can't add file /home/learner/d/hid to tar: lstat /home/learner/d/hid: permission denied"
  time="<TIME>" level=error msg="Can't add file /home/learner/d/sub to tar: lstat /home/learner/d/sub: permission denied"
  time="<TIME>" level=error msg="Tar: Can't stat file /home/learner to tar: open /home/learner/d/sub: permission denied"
  time="<TIME>" level=error msg="Can't add file /home/learner/d/two to tar: lstat /home/learner/d/two: permission denied"
  time="<TIME>" level=error msg="Can't add file /home/learner/d/zdir to tar: lstat /home/learner/d/zdir: permission denied"
  time="<TIME>" level=error msg="Tar: Can't stat file /home/learner to tar: open /home/learner/d/zdir: permission denied"
  y/
  $ docker cp d/. box:/tmp/
  lstat /home/learner/d/.: permission denied
  [1]
  $ chmod 755 d d/zdir; docker cp /root/x box:/tmp
  lstat /root/x: permission denied
  [1]
  $ docker cp /root box:/tmp
  time="<TIME>" level=error msg="Tar: Can't stat file / to tar: open /root: permission denied"
  $ docker cp /root/. box:/tmp
  lstat /root/.: permission denied
  [1]
  $ docker cp -L /root box:/tmp
  time="<TIME>" level=error msg="Tar: Can't stat file / to tar: open /root: permission denied"
  $ docker cp -L secret box:/tmp
  time="<TIME>" level=error msg="Can't add file /home/learner/secret to tar: open /home/learner/secret: permission denied"
  time="<TIME>" level=error msg="Can't close tar writer: archive/tar: missed writing 2 bytes"
  Error response from daemon: unexpected EOF
  [1]
  $ ln -s secret lsec; docker cp lsec box:/tmp/; docker cp -L lsec box:/tmp/
  time="<TIME>" level=error msg="Can't add file /home/learner/secret to tar: open /home/learner/secret: permission denied"
  time="<TIME>" level=error msg="Can't close tar writer: archive/tar: missed writing 2 bytes"
  Error response from daemon: unexpected EOF
  [1]
  $ docker cp box:/etc/passwd ro
  open /home/learner/ro/passwd: permission denied
  [1]
  $ docker cp box:/etc/passwd ro/
  open /home/learner/ro/passwd: permission denied
  [1]
  $ docker cp box:/etc/passwd ro/new
  open /home/learner/ro/new: permission denied
  [1]
  $ docker cp box:/etc ro
  mkdir /home/learner/ro/etc: permission denied
  [1]
  $ docker cp box:/etc/. ro
  open /home/learner/ro/group: permission denied
  [1]
  $ docker cp box:/etc/passwd ro/in; ls ro/in
  passwd
  $ docker cp box:/etc/passwd /etc/passwd
  unlinkat /etc/passwd: permission denied
  [1]
  $ docker cp box:/etc/passwd /etc/
  unlinkat /etc/passwd: permission denied
  [1]
  $ docker cp box:/etc/passwd /
  open /passwd: permission denied
  [1]
  $ docker cp box:/etc/passwd /nope
  open /nope: permission denied
  [1]
  $ docker cp box:/etc/passwd /nope/
  no such directory
  [1]
  $ docker cp box:/etc/passwd /root/
  open /root/passwd: permission denied
  [1]
  $ docker cp box:/etc/passwd /root/x
  stat /root/x: permission denied
  [1]
  $ docker cp box:/etc/passwd /root
  open /root/passwd: permission denied
  [1]
  $ docker cp box:/etc/passwd /root/x/y
  stat /root/x/y: permission denied
  [1]
  $ docker cp box:/etc /root
  mkdir /root/etc: permission denied
  [1]
  $ docker cp box:/etc/passwd secret
  $ mkdir locked; chmod 000 locked; docker cp box:/etc/passwd locked
  open /home/learner/locked/passwd: permission denied
  [1]
  $ docker cp box:/etc/passwd locked/
  open /home/learner/locked/passwd: permission denied
  [1]
  $ docker cp box:/etc/passwd locked/x
  stat /home/learner/locked/x: permission denied
  [1]
  $ docker cp box:/etc/passwd locked/x/y
  stat /home/learner/locked/x/y: permission denied
  [1]
  $ docker cp box:/etc/passwd nope/
  no such directory
  [1]
  $ docker cp box:/etc/passwd nope/x
  invalid output path: directory "/home/learner/nope" does not exist
  [1]
  $ docker cp box:/etc nope/
  $ ls nope | head -3
  group
  hostname
  hosts
  $ docker cp box:/etc nope2/x
  invalid output path: directory "/home/learner/nope2" does not exist
  [1]
  $ docker cp box:/etc/passwd d
  $ ls d; mkdir d/group; docker cp box:/etc/group d
  aa
  hid
  passwd
  sub
  two
  zdir
  cannot overwrite directory "/home/learner/d/group" with non-directory "/home/learner/d"
  [1]
  $ docker cp box:/etc f
  cannot copy directory
  [1]
  $ docker cp box:/etc f/
  stat /home/learner/f/: not a directory
  [1]
  $ docker cp box:/etc/. f
  cannot copy directory
  [1]
  $ docker cp box:/etc/passwd f/x
  stat /home/learner/f/x: not a directory
  [1]
  $ docker cp box:/etc/passwd f/x/y
  stat /home/learner/f/x/y: not a directory
  [1]
  $ docker cp d box:/etc/passwd 2>&1 | grep -v level=error
  cannot copy directory
  $ docker cp d/. box:/etc/passwd 2>&1 | grep -v level=error
  cannot copy directory
  $ docker cp d/ box:/etc/passwd/ 2>&1 | grep -v level=error
  Error response from daemon: cannot overwrite non-directory "passwd" with directory "/etc"
  $ docker cp f box:/etc/passwd/ 2>&1 | grep -v level=error
  no such directory
  $ mkdir passwd; touch passwd/x; docker cp passwd box:/etc/
  Error response from daemon: cannot overwrite non-directory "passwd" with directory "/etc"
  [1]
  $ mkdir tmp2; mkdir etc; touch etc/passwd; mkdir -p e2/etc; docker cp e2/. box:/
  $ touch etcf; mkdir q; touch q/etc; docker cp q/. box:/
  Error response from daemon: cannot overwrite directory "etc" with non-directory "/"
  [1]
  $ docker cp f box:/nope/x
  Error response from daemon: Could not find the file /nope in container box
  [1]
  $ docker cp d box:/nope/
  $ docker cp d box:/nope/x/
  $ docker cp nope box:/tmp
  $ docker cp nope/x box:/tmp
  lstat /home/learner/nope/x: no such file or directory
  [1]
  $ docker cp nope nobox:/tmp
  Error response from daemon: No such container: nobox
  [1]
  $ docker cp f nobox:/tmp
  Error response from daemon: No such container: nobox
  [1]
  $ docker cp nobox:/tmp .
  Error response from daemon: No such container: nobox
  [1]
  $ docker cp nobox:/tmp nope/x
  Error response from daemon: No such container: nobox
  [1]
  $ docker cp box:/nope .
  cannot overwrite non-directory "/home/learner/nope/group" with directory "/home/learner"
  [1]
  $ docker cp box:/nope nope/x
  $ docker cp box:/etc/passwd/ .
  Error response from daemon: lstat /etc/passwd/: not a directory
  [1]
  $ docker cp box:/etc/passwd/. .
  Error response from daemon: lstat /etc/passwd/.: not a directory
  [1]
  $ docker cp box:/etc/passwd/x .
  Error response from daemon: lstat /etc/passwd/x: not a directory
  [1]
  $ docker cp box:etc/hostname h1; ls h1
  h1
  $ docker cp box:/proc/version .
  Error response from daemon: Could not find the file /proc/version in container box
  [1]
  $ docker cp f box:/proc/
  $ docker cp f box:/proc/x
  $ docker cp f box:/dev/null
  $ docker cp box:/dev/null x
  $ docker cp f box:/sys/x
  $ docker cp f box:/etc/hosts
  $ docker cp f box:/etc/resolv.conf
  $ docker cp f box:/etc/hostname
  $ docker cp - box:/tmp < f
  Error response from daemon: unexpected EOF
  [1]
  $ docker cp - box:/etc/passwd < f
  destination "box:/etc/passwd" must be a directory
  [1]
  $ docker cp - box:/nope < f
  Error response from daemon: unexpected EOF
  [1]
  $ docker cp - box:/tmp < /dev/null
  $ docker cp box:/etc/passwd /dev/null
  invalid output path: "/dev/null" must be a directory or a regular file: got a device
  [1]
  $ docker cp box:/etc/passwd /dev/full
  invalid output path: "/dev/full" must be a directory or a regular file: got a device
  [1]
  $ docker cp box:/etc/passwd /dev/
  open /dev/passwd: permission denied
  [1]
  $ docker cp box:/etc/passwd /proc/x
  open /proc/x: no such file or directory
  [1]
  $ docker cp box:/etc/passwd /proc/self/x
  open /proc/self/x: no such file or directory
  [1]
  $ docker cp /proc/version box:/tmp/; docker cp box:/tmp/version - | tar tv | wc -l
  1
  $ docker cp /dev/null box:/tmp/; docker cp box:/tmp/null - | tar t
  null
  $ mkfifo ff; docker cp ff box:/tmp/; docker cp box:/tmp/ff - | tar t
  ff
  $ python3 -c 'import socket; s=socket.socket(socket.AF_UNIX); s.bind("sock")' 2>/dev/null; docker cp /var/run/docker.sock box:/tmp/; docker cp box:/tmp/docker.sock - | tar t
  time="<TIME>" level=error msg="Can't add file /run/docker.sock to tar: archive/tar: sockets not supported"
  Error response from daemon: Could not find the file /tmp/docker.sock in container box
  tar: This does not look like a tar archive
  tar: Exiting with failure status due to previous errors
  [2]
  $ docker cp box:/ . 2>&1 | head -3
  cannot overwrite non-directory "/home/learner/nope/group" with directory "/home/learner"
  $ docker cp box: . 2>&1 | head -3
  Error response from daemon: bad parameter: pathcannot be empty
  $ docker cp box .
  must specify at least one container source
  [1]
  $ docker cp f box
  must specify at least one container source
  [1]
  $ docker cp f :/tmp
  must specify at least one container source
  [1]
  $ docker cp :/tmp f
  must specify at least one container source
  [1]
  $ docker cp f ""
  destination can not be empty
  [1]
  $ docker cp "" f
  source can not be empty
  [1]
  $ docker cp f g
  must specify at least one container source
  [1]
  $ docker cp box:/a box:/b
  copying between containers is not supported
  [1]
  $ docker cp f
  docker: 'docker cp' requires 2 arguments
  
  Usage:  docker cp [OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-
  	docker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH
  
  Run 'docker cp --help' for more information
  [1]
  $ docker cp f g h
  docker: 'docker cp' requires 2 arguments
  
  Usage:  docker cp [OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-
  	docker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH
  
  Run 'docker cp --help' for more information
  [1]
