What was changed in a container.

  $ docker run --name box busybox sh -c 'echo x > /new; mkdir /dir; touch /dir/f; rm /etc/group; echo >> /etc/passwd'; docker diff box | sort
  A /dir
  A /dir/f
  A /new
  C /etc
  C /etc/passwd
  D /etc/group
  $ docker run --name same busybox true; docker diff same
  $ docker run --name vol -v data:/data busybox touch /data/f; docker diff vol
  A /data
  $ docker run --name tmp busybox sh -c 'echo a > /tmp/a; chmod 700 /tmp'; docker diff tmp | sort
  A /tmp/a
  C /tmp
  $ docker diff nope
  Error response from daemon: No such container: nope
  [1]
  $ docker diff
  docker: 'docker diff' requires 1 argument
  
  Usage:  docker diff CONTAINER
  
  Run 'docker diff --help' for more information
  [1]
  $ docker diff a b
  docker: 'docker diff' requires 1 argument
  
  Usage:  docker diff CONTAINER
  
  Run 'docker diff --help' for more information
  [1]
  $ docker run --name ren busybox mv /etc/passwd /etc/pw; docker diff ren | sort
  A /etc/pw
  C /etc
  D /etc/passwd
  $ docker run -d --name live busybox sleep 1000 >/dev/null; docker exec live touch /during; docker diff live | sort
  A /during
  $ docker cp live:/during . && docker cp during live:/opt2; docker container diff live | sort
  A /during
  A /opt2
  $ docker run --name ln busybox sh -c 'ln -s /etc /lnk; ln /etc/passwd /hard'; docker diff ln | sort
  A /hard
  A /lnk
