Set-ID and sticky bits in BusyBox's copies, and owners of links out of its tar.

  $ t() { docker run --rm $2 alpine sh -c "umask 022; mkdir /tmp/s; cd /tmp/s; $1" 2>&1; }; t 'echo a > f; mkdir d; echo b > d/x; chmod 6755 d/x; chmod 2750 d; chmod 4755 f; cp -r d e; cp f g; cp -r f h; cp -R d/x i; stat -c "%a %n" e e/x g h i; umask 077; cp -r d e2; cp f g2; cp -r f h2; stat -c "%a %n" e2 e2/x g2 h2'
  2750 e
  6755 e/x
  4755 g
  4755 h
  6755 i
  2700 e2
  6700 e2/x
  4700 g2
  4700 h2
  $ t() { docker run --rm $2 alpine sh -c "umask 022; mkdir /tmp/s; cd /tmp/s; $1" 2>&1; }; t 'echo a > f; mkdir d; echo b > d/x; chmod 6755 d/x; chmod 3777 d; chmod 4755 f; cp -r d e; cp f g; cp -r f h; stat -c "%a %n" f d d/x e e/x g h; cp -p f k; stat -c %a k; chmod 6755 k; echo >> k; stat -c %a k; : > e1; chmod 6755 e1; cp e1 e2; stat -c %a e2' '-u 1000'
  4755 f
  3777 d
  6755 d/x
  3755 e
  755 e/x
  755 g
  755 h
  4755
  755
  6755
  $ t() { docker run --rm $2 alpine sh -c "umask 022; mkdir /tmp/s; cd /tmp/s; $1" 2>&1; }; t 'echo a > f; echo z > g; chmod 4755 f; cp f g; chmod 1777 f; cp f k; stat -c "%a %n" g k; mkdir p; chmod 2777 p; mkdir q; chmod 755 q; cp -r q p; cp -r q p/r; stat -c "%a %n" p/q p/r; mkdir old; chmod 700 old; mkdir new; chmod 4755 new; cp -rT new old; stat -c %a old; mkfifo ff; chmod 7777 ff; cp -r ff gg; mkdir d; chmod 000 d; cp -r d e; stat -c "%a %n" gg e; echo 1 > s; chmod 6755 s; install s s2; cp -p s s3; mv s /dev/shm/; stat -c "%a %n" s2 s3 /dev/shm/s; cp /dev/shm/s s4; stat -c %a s4'
  644 g
  1755 k
  755 p/q
  755 p/r
  700
  7755 gg
  0 e
  755 s2
  6755 s3
  6755 /dev/shm/s
  6755
  $ docker run --rm -v tv:/t busybox sh -c 'cd /t; mkdir s; cd s; echo 1 > f; ln -s f rel; ln -s /t abs; ln -s ../x up; ln f hard; chown -h 5:6 f rel abs up; touch -h -d 2020-01-01 rel abs up f; tar cf ../a.tar .; mkdir ../o; cd ../o; tar xf ../a.tar; stat -c "%u %g %n" *; find . ! -newer f | sort; mkdir ../p; cd ../p; tar xpof ../a.tar; stat -c "%u %n" *'
  0 0 abs
  5 6 f
  5 6 hard
  0 0 rel
  0 0 up
  ./f
  ./hard
  0 abs
  0 f
  0 hard
  0 rel
  0 up
  $ docker run --rm -v tv:/from:ro busybox tar cf - -C /from/s . | docker run --rm -i -v moved:/to busybox tar xpf - -C /to; docker run --rm -v moved:/m busybox sh -c 'ls -ln /m | tail -n +2 | cut -c1-35 | awk "{print \$1,\$2,\$3,\$4}"'; docker volume rm tv moved
  lrwxrwxrwx 1 0 0
  -rw-r--r-- 2 5 6
  -rw-r--r-- 2 5 6
  lrwxrwxrwx 1 0 0
  lrwxrwxrwx 1 0 0
  tv
  moved
