Data of a volume saved and brought back, in the ways that people use.

  $ docker volume create data >/dev/null; docker run --rm -v data:/d busybox sh -c 'echo one > /d/a; mkdir -p /d/sub; echo two > /d/sub/b; chown -R 1000:1000 /d/sub; chmod 600 /d/a; ln -s a /d/link'
  $ docker run --rm -v data:/source:ro -v "$PWD":/backup busybox tar czf /backup/data.tar.gz -C /source .
  $ tar tzf data.tar.gz | sort
  ./
  ./a
  ./link
  ./sub/
  ./sub/b
  $ ls -l data.tar.gz | cut -d' ' -f1,3,4
  -rw-r--r-- root root
  $ docker volume create restored >/dev/null; docker run --rm -v restored:/target -v "$PWD":/backup busybox tar xzf /backup/data.tar.gz -C /target; docker run --rm -v restored:/d busybox sh -c 'cat /d/a /d/sub/b /d/link; stat -c "%a %u:%g %n" /d/a /d/sub /d/sub/b'
  one
  two
  one
  600 0:0 /d/a
  755 1000:1000 /d/sub
  644 1000:1000 /d/sub/b
  $ docker run --rm -v data:/d busybox tar c -C /d . > plain.tar; tar tf plain.tar | sort
  ./
  ./a
  ./link
  ./sub/
  ./sub/b
  $ docker volume create second >/dev/null; docker run -i --rm -v second:/d busybox tar x -C /d < plain.tar; docker run --rm -v second:/d busybox find /d | sort
  /d
  /d/a
  /d/link
  /d/sub
  /d/sub/b
  $ docker run --rm -v data:/from -v copied:/to alpine sh -c 'cp -a /from/. /to/'; docker run --rm -v copied:/d busybox ls -ln /d | tail -n +2 | tr -s ' ' | cut -d' ' -f1,3,4,9-
  -rw------- 0 0 a
  lrwxrwxrwx 0 0 link -> a
  drwxr-xr-x 1000 1000 sub
  $ docker run --rm -v data:/from -v piped:/to ubuntu bash -c 'cd /from && tar cf - . | tar xf - -C /to'; docker run --rm -v piped:/d busybox cat /d/sub/b
  two
  $ docker run -d --name db -v data:/var/lib/db busybox sleep 1000 >/dev/null; docker run --rm --volumes-from db -v "$PWD":/backup ubuntu tar cvf /backup/db.tar /var/lib/db 2>/dev/null | sort
  /var/lib/db/
  /var/lib/db/a
  /var/lib/db/link
  /var/lib/db/sub/
  /var/lib/db/sub/b
  $ tar tf db.tar | sort
  var/lib/db/
  var/lib/db/a
  var/lib/db/link
  var/lib/db/sub/
  var/lib/db/sub/b
  $ docker run --name new -v /var/lib/db busybox true; docker run --rm --volumes-from new -v "$PWD":/backup ubuntu bash -c 'cd / && tar xf /backup/db.tar'; docker run --rm --volumes-from new busybox cat /var/lib/db/a
  one
  $ docker run --rm --volumes-from db:ro busybox touch /var/lib/db/x
  touch: /var/lib/db/x: Read-only file system
  [1]
  $ docker cp db:/var/lib/db ./out; find out | sort
  out
  out/a
  out/link
  out/sub
  out/sub/b
  $ docker cp db:/var/lib/db/. flat 2>&1; ls flat 2>&1
  a
  link
  sub
  $ mkdir -p flat; docker cp db:/var/lib/db/. flat; ls flat
  a
  link
  sub
  $ docker cp flat/. new:/var/lib/db/; docker exec db ls /var/lib/db
  a
  link
  sub
  $ docker cp db:/var/lib/db - | tar t | sort
  db/
  db/a
  db/link
  db/sub/
  db/sub/b
  $ tar c -C flat a | docker cp - db:/tmp; docker exec db cat /tmp/a
  one
  $ docker exec db tar c -C /var/lib/db . | tar t | sort
  ./
  ./a
  ./link
  ./sub/
  ./sub/b
  $ docker exec db cat /var/lib/db/a > a.txt; cat a.txt
  one
  $ echo three | docker exec -i db sh -c 'cat > /var/lib/db/c'; docker run --rm -v data:/d busybox cat /d/c
  three
  $ docker commit db image >/dev/null; docker run --rm image ls /var/lib/db
  $ docker rm -f db >/dev/null; docker volume rm data; docker run --rm -v data:/d busybox ls -A /d
  data
  $ docker run --rm -v data:/d -v "$PWD":/backup busybox sh -c 'cd /d && tar xzf /backup/data.tar.gz --strip-components 1; ls -A'
  a
  link
  sub
  $ docker run --rm -v data:/d -v "$PWD":/backup:ro busybox sh -c 'tar czf /backup/no.tgz /d'
  tar: can't open '/backup/no.tgz': Read-only file system
  [1]
  $ docker run --rm -v data:/d -v nothere:/backup busybox tar xzf /backup/data.tar.gz
  tar: can't open '/backup/data.tar.gz': No such file or directory
  [1]
  $ docker run --rm -v data:/d -v "$PWD/missing.tar":/backup.tar busybox ls -ld /backup.tar | cut -c1
  d
  $ ls -ld missing.tar | cut -d' ' -f1,3
  drwxr-xr-x root
  $ docker volume rm data restored second copied piped | sort
  copied
  data
  piped
  restored
  second
