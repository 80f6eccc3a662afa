Incremental backups of a volume with GNU tar: levels, deletions, renames, and putting them back; members by their time and number.

  $ docker volume create data >/dev/null; docker run --rm -v data:/d busybox sh -c 'mkdir -p /d/a/b /d/c; echo one > /d/a/one; echo two > /d/a/b/two; echo three > /d/c/three; ln -s one /d/a/link; ln /d/a/one /d/c/hard'; mkdir bk; docker run --rm -v data:/d:ro -v ./bk:/bk debian tar -C /d -cvf /bk/0.tar -g /bk/snap . | sort; docker run --rm -v ./bk:/bk debian sh -c 'tar tvf /bk/0.tar | awk "{print \$1, \$3, \$6}" | sort -k3; head -c 20 /bk/snap | head -n 1'; sudo chown -R learner: bk; ls bk
  tar: .: Directory is new
  tar: ./a: Directory is new
  tar: ./c: Directory is new
  tar: ./a/b: Directory is new
  ./
  ./a/
  ./a/b/
  ./a/b/two
  ./a/link
  ./a/one
  ./c/
  ./c/hard
  ./c/three
  drwxr-xr-x 7 ./
  drwxr-xr-x 15 ./a/
  drwxr-xr-x 6 ./a/b/
  -rw-r--r-- 4 ./a/b/two
  lrwxrwxrwx 0 ./a/link
  -rw-r--r-- 4 ./a/one
  drwxr-xr-x 14 ./c/
  hrw-r--r-- 0 ./c/hard
  -rw-r--r-- 6 ./c/three
  GNU tar-1.35-2
  0.tar
  snap
  $ sleep 2; docker run --rm -v data:/d busybox sh -c 'echo more >> /d/a/one; rm /d/c/three; mkdir /d/new; echo n > /d/new/n; mv /d/a/b /d/b2; touch -d 2020-01-01 /d/c/old'; cp bk/snap bk/snap1; docker run --rm -v data:/d:ro -v ./bk:/bk debian tar -C /d -cvf /bk/1.tar --listed-incremental=/bk/snap1 . 2>&1 | sort; docker run --rm -v ./bk:/bk debian tar tvf /bk/1.tar | awk '{print $1, $3, $6}' | sort -k3
  ./
  ./a/
  ./a/one
  ./b2/
  ./c/
  ./c/hard
  ./c/old
  ./new/
  ./new/n
  tar: ./b2: Directory has been renamed from './a/b'
  tar: ./new: Directory is new
  drwxr-xr-x 29 ./
  drwxr-xr-x 12 ./a/
  -rw-r--r-- 9 ./a/one
  drwxr-xr-x 6 ./b2/
  drwxr-xr-x 12 ./c/
  hrw-r--r-- 0 ./c/hard
  -rw-r--r-- 0 ./c/old
  drwxr-xr-x 4 ./new/
  -rw-r--r-- 2 ./new/n
  $ docker run --rm -v data:/d:ro -v ./bk:/bk debian tar -C /d -cvf /bk/2.tar -g /bk/snap1 . ; docker run --rm -v ./bk:/bk debian tar -tvvGf /bk/1.tar | grep -v '^[-dhl]' | head -n 30; echo; docker run --rm -v ./bk:/bk debian tar tvf /bk/2.tar | awk '{print $1, $3, $6}'
  ./
  ./a/
  ./b2/
  ./c/
  ./new/
  D a
  D b2
  D c
  D new
  R ./a/b
  T ./b2
  
  N link
  Y one
  
  N two
  
  Y hard
  Y old
  
  Y n
  
  
  drwxr-xr-x 16 ./
  drwxr-xr-x 12 ./a/
  drwxr-xr-x 6 ./b2/
  drwxr-xr-x 12 ./c/
  drwxr-xr-x 4 ./new/
  $ docker volume create back >/dev/null; docker run --rm -v back:/d -v ./bk:/bk debian sh -c 'cd /d && tar xvf /bk/0.tar -g /dev/null | sort && find . | sort; echo stays > extra; tar xvf /bk/1.tar -g /dev/null; find . | sort; cat a/one'
  ./
  ./a/
  ./a/b/
  ./a/b/two
  ./a/link
  ./a/one
  ./c/
  ./c/hard
  ./c/three
  .
  ./a
  ./a/b
  ./a/b/two
  ./a/link
  ./a/one
  ./c
  ./c/hard
  ./c/three
  ./
  tar: Deleting './extra'
  ./a/
  ./b2/
  ./c/
  tar: Deleting './c/three'
  ./new/
  ./a/one
  ./c/hard
  ./c/old
  ./new/n
  .
  ./a
  ./a/link
  ./a/one
  ./b2
  ./b2/two
  ./c
  ./c/hard
  ./c/old
  ./new
  ./new/n
  one
  more
  $ docker run --rm -v back:/d -v ./bk:/bk debian sh -c 'cd /d && tar xvGf /bk/2.tar; find . | sort; rm -rf /d/*; tar xf /bk/0.tar && tar xf /bk/1.tar; find . | sort; tar xvf /bk/0.tar --incremental ./a/one; cat a/one'
  ./
  ./a/
  ./b2/
  ./c/
  ./new/
  .
  ./a
  ./a/link
  ./a/one
  ./b2
  ./b2/two
  ./c
  ./c/hard
  ./c/old
  ./new
  ./new/n
  .
  ./a
  ./a/b
  ./a/b/two
  ./a/link
  ./a/one
  ./b2
  ./c
  ./c/hard
  ./c/old
  ./c/three
  ./new
  ./new/n
  ./a/one
  one
  $ mkdir -p src/x; echo 1 > src/f; tar czf full.tgz -g s.snar src; sleep 1.1; echo 2 > src/x/g; tar czvf inc1.tgz -g s.snar src; tar czvf inc2.tgz -g s.snar src; rm src/f; tar cvf inc3.tar -g s.snar src; mkdir r; for f in full.tgz inc1.tgz inc2.tgz; do tar xf $f -C r -g /dev/null; done; ls -R r; tar xvf inc3.tar -C r -g /dev/null; ls -R r; tar tf inc3.tar; tar cf l0.tar --level=0 -g s.snar src; tar tf l0.tar; tar cvf x.tar -g nodir/s src; echo $?; tar cf - -g s.snar src | tar tf -; tar -cf y.tar -g; echo $?; head -n 1 s.snar | tr -d '\0' | head -c 14
  src/
  src/x/
  src/x/g
  src/
  src/x/
  src/
  src/x/
  r:
  src
  
  r/src:
  f
  x
  
  r/src/x:
  g
  src/
  tar: Deleting 'src/f'
  src/x/
  r:
  src
  
  r/src:
  x
  
  r/src/x:
  g
  src/
  src/x/
  src/
  src/x/
  src/x/g
  tar: nodir/s: Cannot open: No such file or directory
  tar: src: Directory is new
  tar: src/x: Directory is new
  src/
  src/x/
  src/x/g
  tar: Exiting with failure status due to previous errors
  2
  src/
  src/x/
  tar: option requires an argument -- 'g'
  Try 'tar --help' or 'tar --usage' for more information.
  64
  GNU tar-1.35-2
  $ mkdir p; echo 1 > p/a; echo 2 > p/b; tar cf p0.tar -g p.snar p; mv p q; tar cvf p1.tar -g p.snar q; rm -r q/a; mkdir q/a; tar cvf p2.tar -g p.snar q; chmod 700 q; tar cvf p3.tar -g p.snar q; mkdir rr; for i in 0 1 2; do tar xvf p$i.tar -C rr -g /dev/null; done; find rr | sort; tar cGf g.tar q; tar tvf g.tar | cut -c1-10; tar xf p0.tar -G -C rr -v; find rr | sort
  tar: q: Directory has been renamed from 'p'
  q/
  tar: q/a: Directory is new
  q/
  q/a/
  q/
  q/a/
  p/
  p/a
  p/b
  q/
  q/
  q/a/
  rr
  rr/p
  rr/p/a
  rr/p/b
  rr/q
  rr/q/a
  drwx------
  drwxrwxr-x
  -rw-rw-r--
  p/
  p/a
  p/b
  rr
  rr/p
  rr/p/a
  rr/p/b
  rr/q
  rr/q/a
  $ mkdir t; echo a > t/a; mkdir t/b; echo c > t/b/c; tar cf t.tar t/b t/a; tar tvf t.tar | tr ' ' '_' | cut -c1-32; tar cf r.tar --owner=root:0 --group=root:0 t/a; tar tvf r.tar | tr ' ' '_' | cut -c1-32; tar tf t.tar --occurrence t/a; tar tf t.tar --occurrence=2 t/a; tar tf t.tar --occurrence=1 t/nope; echo $?; tar cvf n.tar --newer-mtime='2100-01-01' t/a t/b; tar tf n.tar; tar cf n.tar -N garbage t; echo $?; tar cf n.tar --newer 2000-01-01 t && tar tf n.tar | wc -l; tar cf n.tar t --exclude=a; echo $?; tar tf n.tar | sort; tar xvf t.tar --transform s/t/u/ --show-transformed t/a; tar cf h.tar --hard-dereference t; tar cf m.tar --clamp-mtime --mtime=2000-01-01 t/a; tar tvf m.tar --utc | awk '{print $4}'
  drwxrwxr-x_learner/learner___0_2
  -rw-rw-r--_learner/learner___2_2
  -rw-rw-r--_learner/learner___2_2
  -rw-rw-r--_root/root_________2_2
  t/a
  tar: t/a: Required occurrence not found in archive
  tar: Exiting with failure status due to previous errors
  tar: t/nope: Not found in archive
  tar: Exiting with failure status due to previous errors
  2
  tar: Option --newer-mtime: Treating date '2100-01-01' as <TIME>
  tar: t/a: file is unchanged; not dumped
  t/b/
  tar: t/b/c: file is unchanged; not dumped
  t/b/
  tar: Substituting -9223372036854775807 for unknown date format 'garbage'
  0
  4
  tar: The following options were used after non-option arguments.  These options are positional and affect only arguments that follow them.  Please, rearrange them properly.
  tar: --exclude 'a' has no effect
  tar: Exiting with failure status due to previous errors
  2
  t/
  t/a
  t/b/
  t/b/c
  u/a
  2000-01-01
