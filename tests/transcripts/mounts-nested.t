A tmpfs below what is mounted, what diff leaves out, and names in the environment without values.

  $ mkdir h; docker run --rm -v $PWD/h:/x --tmpfs /x/new busybox sh -c 'touch /x/new/t; ls /x /x/new'; ls h h/new
  /x:
  new
  
  /x/new:
  t
  h:
  new
  
  h/new:
  $ docker run --rm -v vol:/x --tmpfs /x/a/b:size=1m -v $PWD/h:/x/a/c busybox sh -c 'grep " /x" /proc/mounts | cut -d" " -f2; find /x | sort'
  /x
  /x/a/b
  /x/a/c
  /x
  /x/a
  /x/a/b
  /x/a/c
  /x/a/c/new
  $ docker volume rm vol
  vol
  $ docker run --name dx busybox sh -c 'touch /tmp/x; rm /tmp/x; mkdir /home/u; rmdir /home/u; chmod 700 /var; chmod 755 /var; touch /etc/passwd; touch /opt 2>/dev/null; true'; docker diff dx
  C /etc
  C /etc/passwd
  A /opt
  $ docker start dx >/dev/null; docker rm dx; docker run --name dy busybox sh -c 'chown 1 /home; touch /tmp'; docker diff dy; docker rm dy
  dx
  C /home
  dy
  $ printf 'A=1\nB=two words\nC\n' > e1; docker run --rm --env-file e1 -e B -e D busybox env | grep -E '^[A-D]='
  A=1
  B=two words
