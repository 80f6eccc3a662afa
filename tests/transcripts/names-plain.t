Names in the C locale, bits that directories inherit, and signals that come at once.

  $ mkdir w; cd w; touch 'with space' 'a,b' $'tab\tx' 'qu"ote' "apo's" 'back\slash' 'par(en)' 'é'; tree --noreport; cd ..; mkdir -p t/d/e; ln -s d t/ld; touch t/f t/d/g; ln -s f t/lf
  .
  |-- a,b
  |-- apo's
  |-- back\\slash
  |-- par(en)
  |-- qu"ote
  |-- tab\tx
  |-- with\ space
  `-- \303\251
  $ tree -d t; tree -F t; tree -dL 1 t
  t
  |-- d
  |   `-- e
  `-- ld -> d
  
  4 directories
  t/
  |-- d/
  |   |-- e/
  |   `-- g
  |-- f
  |-- ld -> d/
  `-- lf -> f
  
  4 directories, 3 files
  t
  |-- d
  `-- ld -> d
  
  3 directories
  $ mkdir -p p q; touch 'p/with space' 'p/plain' "p/apo's" q/two; mkdir 'p/dir x'; diff -r p q; diff -rq p q
  Only in p: "apo's"
  Only in p: 'dir x'
  Only in p: plain
  Only in q: two
  Only in p: 'with space'
  Only in p: "apo's"
  Only in p: 'dir x'
  Only in p: plain
  Only in q: two
  Only in p: 'with space'
  [1]
  $ printf 'a\n' > 1; printf 'a\nb\n' > 2; cmp 1 2; cmp 'p/with space' 2; cmp -l 1 2
  cmp: EOF on '1' after byte 2, line 1
  cmp: EOF on 'p/with space' which is empty
  cmp: EOF on '1' after byte 2
  [1]
  $ mkdir s; chmod g+s s; chmod +t q; file s q p; cd s; mkdir -m 700 d; install -d -m 711 e; mkdir f; mkdir -m 2700 g; mkdir -p -m 755 h/i; stat -c '%a %n' d e f g h h/i; cd ..
  s: setgid, directory
  q: sticky, directory
  p: directory
  2700 d
  2711 e
  2775 f
  2700 g
  2775 h
  2755 h/i
  $ sudo file -b /var/lib/docker/volumes/metadata.db
  BoltDB database
  $ sh -c "trap 'echo x' ERR; echo on"; sh -c "trap 'echo x' NOPE; echo on"; sh -c "set -e; trap 'echo x' ERR; echo on"; echo $?
  trap: ERR: bad trap
  on
  trap: NOPE: bad trap
  on
  trap: ERR: bad trap
  1
  $ bash -c 'trap : EXIT; sleep 5 & kill $!; wait $!; echo $?'
  143
  $ bash -c 'trap "echo hi" TERM; sleep 5 & kill $!; wait $!; echo $?; kill $$; echo x'; bash -c 'trap "echo hi" EXIT;  (sleep 5; echo no) & kill $!; wait $!; echo $?'
  143
  hi
  x
  143
  hi
  $ bash -lc 'shopt -q login_shell && echo login'; docker run --rm debian bash -lc 'shopt -q login_shell && echo login'; docker run --rm debian getent hosts localhost; docker run --rm debian getent hosts 127.0.0.1
  login
  login
  ::1             localhost ip6-localhost ip6-loopback
  127.0.0.1       localhost
  $ docker run --rm busybox sh -c 'route -n; netstat -rn; route' | tr -s ' '; docker run --rm busybox ifconfig eth0 | grep -o 'txq.*'
  Kernel IP routing table
  Destination Gateway Genmask Flags Metric Ref Use Iface
  0.0.0.0 <IP> 0.0.0.0 UG 0 0 0 eth0
  <IP> 0.0.0.0 255.255.0.0 U 0 0 0 eth0
  Kernel IP routing table
  Destination Gateway Genmask Flags MSS Window irtt Iface
  0.0.0.0 <IP> 0.0.0.0 UG 0 0 0 eth0
  <IP> 0.0.0.0 255.255.0.0 U 0 0 0 eth0
  Kernel IP routing table
  Destination Gateway Genmask Flags Metric Ref Use Iface
  default <IP> 0.0.0.0 UG 0 0 0 eth0
  <IP> * 255.255.0.0 U 0 0 0 eth0
  txqueuelen:0 
  $ docker run --rm busybox sh -c 'echo x > x; md5sum x > s; echo "d41d8cd98f00b204e9800998ecf8427e  y" >> s; md5sum -c -s s 2>/dev/null; echo $?'
  1
