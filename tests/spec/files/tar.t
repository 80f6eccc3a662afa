tar: create, list, extract, and what it says when it can not.

  $ mkdir -p s/d
  $ echo one > s/a
  $ echo two > s/d/b
  $ ln -s a s/l
  $ touch -d '2020-01-02 03:04:05' s/a s/d/b s/d s
  $ touch -h -d '2020-01-02 03:04:05' s/l
  $ chmod 644 s/a s/d/b
  $ chmod 755 s s/d
  $ tar cf x.tar s
  $ tar tf x.tar | sort
  s/
  s/a
  s/d/
  s/d/b
  s/l
  $ tar tvf x.tar | sort -k6
  drwxr-xr-x learner/learner  0 <DATE> s/
  -rw-r--r-- learner/learner  4 <DATE> s/a
  drwxr-xr-x learner/learner  0 <DATE> s/d/
  -rw-r--r-- learner/learner  4 <DATE> s/d/b
  lrwxrwxrwx learner/learner  0 <DATE> s/l -> a
  $ tar -tf x.tar s/d | sort
  s/d/
  s/d/b
  $ tar tf x.tar s/a s/l | sort
  s/a
  s/l
  $ stat -c %s x.tar
  10240
  $ mkdir o
  $ tar xf x.tar -C o
  $ find o | sort
  o
  o/s
  o/s/a
  o/s/d
  o/s/d/b
  o/s/l
  $ stat -c '%a %y' o/s/a o/s/d
  644 <TIME>
  755 <TIME>
  $ cat o/s/d/b
  two
  $ readlink o/s/l
  a
  $ tar xvf x.tar -C o s/a
  s/a
  $ tar xf x.tar --strip-components=1 -C o
  $ ls o
  a
  d
  l
  s
  $ tar xOf x.tar s/a
  one
  $ tar czf x.tgz s
  $ tar tzf x.tgz | sort
  s/
  s/a
  s/d/
  s/d/b
  s/l
  $ tar tf x.tgz | sort
  s/
  s/a
  s/d/
  s/d/b
  s/l
  $ mkdir p
  $ tar -xzf x.tgz -C p
  $ cat p/s/a
  one
  $ gzip -dc x.tgz | tar tf - | sort
  s/
  s/a
  s/d/
  s/d/b
  s/l
  $ tar cf - s | tar xf - -C p
  $ tar -c -z -f y.tgz s/a s/d
  $ tar --list --file=y.tgz
  s/a
  s/d/
  s/d/b
  $ tar caf z.tar.gz s/a
  $ file -b z.tar.gz | cut -c1-20
  gzip compressed data
  $ tar cvf v.tar s/a s/d
  s/a
  s/d/
  s/d/b
  $ tar cvvf v.tar s/a
  -rw-r--r-- learner/learner  4 <DATE> s/a
  $ tar cf v.tar -C s a -C d b
  $ tar tf v.tar
  a
  b
  $ tar cf v.tar --exclude=b s
  $ tar tf v.tar | sort
  s/
  s/a
  s/d/
  s/l
  $ tar cf v.tar --exclude='*.x' --exclude=s/d s
  $ tar tf v.tar | sort
  s/
  s/a
  s/l
  $ tar cf v.tar --no-recursion s
  $ tar tf v.tar
  s/
  $ printf 's/a\n' > list
  $ tar cf v.tar -T list
  $ tar tf v.tar
  s/a
  $ tar rf v.tar s/d/b
  $ tar tf v.tar
  s/a
  s/d/b
  $ tar uf v.tar s/a
  $ tar tf v.tar
  s/a
  s/d/b
  $ tar uvf v.tar s/l
  s/l
  $ tar cf v.tar --owner=root --group=1234 --mode=600 --mtime='2021-01-01' s/a
  $ tar tvf v.tar
  -rw------- root/1234  4 <DATE> s/a
  $ tar --numeric-owner -tvf v.tar
  -rw------- 0/1234  4 <DATE> s/a
  $ tar cf v.tar --owner=nosuch s/a
  $ tar tvf x.tar --full-time s/a
  -rw-r--r-- learner/learner  4 <TIME> s/a
  $ tar cf v.tar $HOME/s/a
  tar: Removing leading `/' from member names
  $ tar tf v.tar
  home/learner/s/a
  $ tar cPf v.tar $HOME/s/a
  $ tar tf v.tar
  tar: Removing leading `/' from member names
  /home/learner/s/a
  $ cd s
  $ tar cf ../v.tar ../s/a
  tar: Removing leading `../' from member names
  $ cd ..
  $ tar tf v.tar
  s/a
  $ tar cf v.tar ./s/a
  $ tar tf v.tar
  ./s/a
  $ ln s/a s/h
  $ tar cf h.tar s/a s/h
  $ tar tvf h.tar
  -rw-r--r-- learner/learner  4 <DATE> s/a
  hrw-r--r-- learner/learner  0 <DATE> s/h link to s/a
  $ rm -rf q
  $ mkdir q
  $ tar xf h.tar -C q
  $ stat -c %h q/s/a
  2
  $ rm s/h
  $ mkfifo s/p
  $ touch -d 2020-01-01 s/p
  $ tar cf h.tar s/p
  $ tar tvf h.tar
  prw-rw-r-- learner/learner  0 <DATE> s/p
  $ tar xf h.tar -C q
  $ stat -c %F q/s/p
  fifo
  $ rm s/p
  $ tar cf v.tar nothing
  tar: nothing: Cannot stat: No such file or directory
  tar: Exiting with failure status due to previous errors
  [2]
  $ tar cf v.tar s/a nothing
  tar: nothing: Cannot stat: No such file or directory
  tar: Exiting with failure status due to previous errors
  [2]
  $ tar tf nothing
  tar: nothing: Cannot open: No such file or directory
  tar: Error is not recoverable: exiting now
  [2]
  $ tar xf x.tar nothing
  tar: nothing: Not found in archive
  tar: Exiting with failure status due to previous errors
  [2]
  $ tar
  tar: You must specify one of the '-Acdtrux', '--delete' or '--test-label' options
  Try 'tar --help' or 'tar --usage' for more information.
  [2]
  $ tar c
  tar: Cowardly refusing to create an empty archive
  Try 'tar --help' or 'tar --usage' for more information.
  [2]
  $ tar cf v.tar
  tar: Cowardly refusing to create an empty archive
  Try 'tar --help' or 'tar --usage' for more information.
  [2]
  $ tar xf s/a
  tar: This does not look like a tar archive
  tar: Exiting with failure status due to previous errors
  [2]
  $ tar xzf x.tar
  
  gzip: stdin: not in gzip format
  tar: Child returned status 1
  tar: Error is not recoverable: exiting now
  [2]
  $ tar xf x.tar -C nowhere
  tar: nowhere: Cannot open: No such file or directory
  tar: Error is not recoverable: exiting now
  [2]
  $ tar cf no/dir.tar s
  tar: no/dir.tar: Cannot open: No such file or directory
  tar: Error is not recoverable: exiting now
  [2]
  $ tar xf x.tar --nope
  tar: unrecognized option '--nope'
  Try 'tar --help' or 'tar --usage' for more information.
  [64]
  $ tar ct
  tar: You may not specify more than one '-Acdtrux', '--delete' or  '--test-label' option
  Try 'tar --help' or 'tar --usage' for more information.
  [2]
  $ tar tf /dev/null
  tar: This does not look like a tar archive
  tar: Exiting with failure status due to previous errors
  [2]
  $ tar xf x.tar 's/*'
  tar: Pattern matching characters used in file names
  tar: Use --wildcards to enable pattern matching, or --no-wildcards to suppress this warning
  tar: s/*: Not found in archive
  tar: Exiting with failure status due to previous errors
  [2]
  $ tar xf x.tar --wildcards 's/*' -v | sort
  s/a
  s/d/
  s/d/b
  s/l
  $ tar xkf x.tar 2>&1 | sort
  tar: Exiting with failure status due to previous errors
  tar: s/a: Cannot open: File exists
  tar: s/d/b: Cannot open: File exists
  tar: s/l: Cannot create symlink to ‘a’: File exists
  $ tar xf x.tar --skip-old-files
  $ echo new > s/a
  $ tar xf x.tar --keep-newer-files s/a
  tar: Current ‘s/a’ is newer or same age
  $ cat s/a
  new
  $ tar xf x.tar --overwrite s/a
  $ cat s/a
  one
  $ head -c 700 x.tar > t.tar
  $ tar tf t.tar
  s/
  $ cat x.tar | tar t | wc -l
  5
  $ cat x.tgz | tar t
  tar: Archive is compressed. Use -z option
  tar: Error is not recoverable: exiting now
  [2]
  $ cat x.tgz | tar tz | wc -l
  5
  $ tar cf x2.tar x2.tar s/a
  tar: x2.tar: archive cannot contain itself; not dumped
  $ tar tf x2.tar
  s/a
  $ l=$(printf 'd%.0s' $(seq 120))
  $ mkdir -p long/$l
  $ echo x > long/$l/f
  $ ln -s $l/$l long/ln
  $ tar cf l.tar long
  $ tar tf l.tar | sort | tail -1 | wc -c
  8
  $ rm -rf long
  $ tar xf l.tar
  $ cat long/$l/f
  x
  $ readlink long/ln | wc -c
  242
  $ mkdir r
  $ cd r
  $ umask 077
  $ tar xf ../x.tar
  $ stat -c %a s s/a
  700
  600
  $ tar xpf ../x.tar
  $ stat -c %a s s/a
  755
  644
  $ umask 002
  $ cd ..
  $ tar xmf x.tar -C r
  $ test r/s/a -nt x.tar && echo newer
  newer
  $ sudo chown 5:6 s/a
  $ tar cf o.tar s/a
  $ sudo tar xf o.tar -C r
  $ stat -c %u:%g r/s/a
  5:6
  $ sudo tar xf o.tar --no-same-owner -C r
  $ stat -c %u:%g r/s/a
  0:0
  $ mkdir r2
  $ tar xf o.tar -C r2
  $ stat -c %u:%g r2/s/a
  1000:1000
  $ mkdir n
  $ touch n/f
  $ chmod 000 n
  $ tar cf n.tar n
  tar: n: Cannot open: Permission denied
  tar: Exiting with failure status due to previous errors
  [2]
  $ chmod 755 n
  $ chmod 000 n/f
  $ tar cf n.tar n
  tar: n/f: Cannot open: Permission denied
  tar: Exiting with failure status due to previous errors
  [2]
  $ tar cf rm.tar --remove-files n 2>&1
  tar: n/f: Cannot open: Permission denied
  tar: n: Cannot rmdir: Directory not empty
  tar: Exiting with failure status due to previous errors
  [2]
  $ ls n
  f
