gzip, gunzip, zcat.

  $ seq 1000 > a
  $ cp a b
  $ gzip a
  $ ls
  a.gz
  b
  $ gzip -l a.gz | awk '{print $2, $4}'
  uncompressed uncompressed_name
  3893 a
  $ gzip -v b 2>&1 | sed 's,[0-9.]*%,N%,'
  b:	 N% -- replaced with b.gz
  $ gunzip a.gz
  $ cmp a <(seq 1000) && echo same
  same
  $ gzip -dv b.gz 2>&1 | sed 's,[0-9.]*%,N%,'
  b.gz:	 N% -- replaced with b
  $ gzip -k a
  $ ls
  a
  a.gz
  b
  $ zcat a.gz | md5sum
  53d025127ae99ab79e8502aae2d9bea6  -
  $ gzip -c b | gunzip | md5sum
  53d025127ae99ab79e8502aae2d9bea6  -
  $ cat b | gzip | zcat | wc -l
  1000
  $ gzip a
  gzip: a.gz already exists;	not overwritten
  [2]
  $ gzip a
  gzip: a.gz already exists;	not overwritten
  [2]
  $ gzip -f a
  $ ls
  a.gz
  b
  $ gzip a.gz
  gzip: a.gz already has .gz suffix -- unchanged
  $ gunzip b
  gzip: b: unknown suffix -- ignored
  [2]
  $ gunzip nothing
  gzip: nothing.gz: No such file or directory
  [1]
  $ gzip nothing
  gzip: nothing: No such file or directory
  [1]
  $ gzip -t a.gz
  $ gzip -tv a.gz
  a.gz:	 OK
  $ gzip -d < a.gz | tail -1
  1000
  $ mkdir d
  $ gzip d
  gzip: d is a directory -- ignored
  [2]
  $ cp b d/x
  $ gzip -r d
  $ ls d
  x.gz
  $ gunzip -r d
  $ ls d
  x
  $ printf 'not gzip' > n.gz
  $ gunzip n.gz
  
  gzip: n.gz: not in gzip format
  [1]
  $ zcat n.gz
  
  gzip: n.gz: not in gzip format
  [1]
  $ gzip -t n.gz
  
  gzip: n.gz: not in gzip format
  [1]
  $ head -c 200 a.gz > cut.gz
  $ gunzip -c cut.gz > /dev/null
  
  gzip: cut.gz: unexpected end of file
  [1]
  $ cat /etc/passwd /etc/group /etc/profile /etc/bash.bashrc > w
  $ gzip -1 -c w > 1.gz
  $ gzip -9 -c w > 9.gz
  $ rm w
  $ test $(stat -c %s 9.gz) -le $(stat -c %s 1.gz) && echo smaller
  smaller
  $ gzip -S .z -k b
  $ ls b*
  b
  b.z
  $ gunzip -c b.z | wc -l
  1000
  $ cat a.gz a.gz | zcat | wc -l
  2000
  $ zcat a | wc -l
  1000
  $ (cat a.gz; echo trash) | gunzip > /dev/null
  
  gzip: stdin: decompression OK, trailing garbage ignored
  [2]
  $ touch -d 2020-01-02 old
  $ gzip old
  $ stat -c %y old.gz
  <TIME>
  $ gunzip old.gz
  $ stat -c %y old
  <TIME>
  $ ln b hard
  $ gzip b
  gzip: b has 1 other link -- file ignored
  [2]
  $ rm hard
  $ gzip -q a.gz
  $ chmod 600 b
  $ gzip -k b
  $ stat -c %a b.gz
  600
  $ gunzip b.gz </dev/null
  gzip: b already exists;	not overwritten
  [2]
  $ gzip --nope
  gzip: unrecognized option '--nope'
  Try `gzip --help' for more information.
  [1]
  $ gzip -cd a.gz | head -1
  1
  $ : | gzip | zcat | wc -c
  0
  $ gzip -l nothing
  gzip: nothing.gz: No such file or directory
  [1]
  $ ln -s b sl
  $ gzip sl
  gzip: sl: Too many levels of symbolic links
  [1]
  $ zcat -f b | head -1
  1
  $ rm -f e
  $ : > e
  $ gzip -v e
  e:	  0.0% -- replaced with e.gz
  $ gzip -l e.gz
           compressed        uncompressed  ratio uncompressed_name
                   22                   0   0.0% e
