Hard links are copied as such.

  $ docker run -d --name web busybox sleep 300 >/dev/null; docker exec web sh -c 'cd /tmp; mkdir d; echo x > d/f; ln d/f d/g; ln -s f d/s'
  $ docker cp web:/tmp/d out; ls -l out | awk '{print $1,$2,$NF}'
  total 8 8
  -rw-r--r-- 2 f
  -rw-r--r-- 2 g
  lrwxrwxrwx 1 f
  $ docker cp web:/tmp/d out; ls -l out out/d | awk '{print $1,$2,$NF}'
  out:  out:
  total 12 12
  drwxr-xr-x 2 d
  -rw-r--r-- 2 f
  -rw-r--r-- 2 g
  lrwxrwxrwx 1 f
    
  out/d:  out/d:
  total 8 8
  -rw-r--r-- 2 f
  -rw-r--r-- 2 g
  lrwxrwxrwx 1 f
  $ docker cp web:/tmp/d/. flat; echo $?; docker cp web:/tmp/d/. flat; stat -c '%h %n' flat/*
  0
  2 flat/f
  2 flat/g
  1 flat/s
  $ docker cp web:/bin tools; echo $?; test -L tools/sh -o -f tools/sh && echo there
  0
  there
  $ ln out/f out/third; docker cp out web:/tmp/back; docker exec web sh -c 'cd /tmp/back; stat -c "%h %n" *'
  2 d
  3 f
  3 g
  1 s
  3 third
  $ docker rm -f web
  web
