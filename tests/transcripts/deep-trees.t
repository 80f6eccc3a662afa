Trees as deep as they come, copied and built from.

  $ mkdir app && cd app && p=. && for i in $(seq 204); do p=$p/d; done && mkdir -p $p && echo bottom > $p/f
  $ docker create --name deep busybox > /dev/null
  $ docker cp -q d deep:/d; docker cp -q deep:/d back; find back -name f | wc -c; cat $(find back -name f)
  413
  bottom
  $ printf 'FROM busybox\nCOPY d /d\n' > Dockerfile; docker build -q -t deep . | cut -c1-7; docker run --rm deep sh -c 'find /d -name f | wc -c; cat $(find /d -name f)'
  sha256:
  411
  bottom
  $ docker rm deep; docker rmi deep > /dev/null; cd ..; rm -r app
  deep

Names that are not text, both ways.

  $ mkdir s && echo one > "s/a$(printf '\xff')b" && ln -s "t$(printf '\xfe')" "s/l$(printf '\xfd')" && echo two > "s/$(printf '%0120d\xfc' 7)" && ln "s/a$(printf '\xff')b" "s/h$(printf '\xfb')"
  $ docker run -d --name names busybox sleep 100 > /dev/null; docker cp -q s names:/s; docker exec names ls -1 /s | od -An -tx1 -v | tr -d ' \n'; echo
  303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303037fc0a61ff620a68fb0a6cfd0a
  $ docker exec names sh -c 'cat /s/*7?; readlink /s/l?; stat -c %h /s/h?' | od -c
  0000000   t   w   o  \n   t 376  \n   2  \n
  0000011
  $ docker cp -q names:/s back; cd back; ls | od -c; readlink l* | od -c; cat a*; stat -c %h a*; cd ..
  0000000   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0
  *
  0000160   0   0   0   0   0   0   0   7 374  \n   a 377   b  \n   h 373
  0000200  \n   l 375  \n
  0000204
  0000000   t 376  \n
  0000003
  one
  2
  $ docker cp -q "s/a$(printf '\xff')b" names:/tmp/; docker exec names ls /tmp | od -c
  0000000   a 377   b  \n
  0000004
  $ docker cp -q "names:/tmp/a$(printf '\xff')b" "c$(printf '\x80')"; ls | od -c
  0000000   b   a   c   k  \n   c 200  \n   s  \n
  0000012
  $ docker rm -f names
  names
