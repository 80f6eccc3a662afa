What the host's shell and programs say of common mistakes, in a login without a locale.

  $ mkdir d; echo hi > d/f; ln -s f d/l; id
  uid=1000(learner) gid=1000(learner) groups=1000(learner),996(docker)
  $ tree d
  d
  |-- f
  `-- l -> f
  
  1 directory, 2 files
  $ find nope
  find: 'nope': No such file or directory
  [1]
  $ tar czf /root/x.tgz d
  tar (child): /root/x.tgz: Cannot open: Permission denied
  tar (child): Error is not recoverable: exiting now
  tar: Child returned status 2
  tar: Error is not recoverable: exiting now
  [2]
  $ tar cf /nodir/x.tar d
  tar: /nodir/x.tar: Cannot open: No such file or directory
  tar: Error is not recoverable: exiting now
  [2]
  $ tar tzf none.tgz
  tar (child): none.tgz: Cannot open: No such file or directory
  tar (child): Error is not recoverable: exiting now
  tar: Child returned status 2
  tar: Error is not recoverable: exiting now
  [2]
  $ tar xjf none.tbz
  tar (child): none.tbz: Cannot open: No such file or directory
  tar (child): Error is not recoverable: exiting now
  tar: Child returned status 2
  tar: Error is not recoverable: exiting now
  [2]
  $ tar xf none.tgz
  tar: none.tgz: Cannot open: No such file or directory
  tar: Error is not recoverable: exiting now
  [2]
  $ tar cf
  tar: Old option 'f' requires an argument.
  Try 'tar --help' or 'tar --usage' for more information.
  [2]
  $ tar -cf
  tar: option requires an argument -- 'f'
  Try 'tar --help' or 'tar --usage' for more information.
  [64]
  $ echo no archive > bad.tgz; tar tzf bad.tgz
  
  gzip: stdin: not in gzip format
  tar: Child returned status 1
  tar: Error is not recoverable: exiting now
  [2]
  $ wc d d/f
        0       0       0 d
  wc: d: Is a directory
        1       1       3 d/f
        1       1       3 total
  [1]
  $ [ 1 -eq a ]; echo $?
  bash: [: a: integer expected
  2
  $ test a -lt 1; echo $?
  bash: test: a: integer expected
  2
  $ .
  bash: .: filename argument required
  .: usage: . [-p path] filename [arguments]
  [2]
  $ echo $((1 +))
  bash: 1 +: arithmetic syntax error: operand expected (error token is "+")
  [1]
  $ echo $((1 2)); let 'x = 1 +'; echo $?
  bash: 1 2: arithmetic syntax error in expression (error token is "2")
  [1]
  $ (set -x; for v in a b; do :; done; ls nofile > /dev/null 2>&1; A=1 ls d 2> /dev/null; export Q=1 2> /dev/null; Z=3 2> /dev/null)
  ++ for v in a b
  ++ :
  ++ for v in a b
  ++ :
  ++ ls nofile
  ++ A=1
  ++ ls d
  f
  l
  ++ export Q=1
  ++ Z=3
  $ set -- p q; (set -x; for v; do echo $v; done)
  ++ for v in "$@"
  ++ echo p
  p
  ++ for v in "$@"
  ++ echo q
  q
  $ mkdir e; mkfifo d/p e/p d/q; touch e/q; mkdir d/r; mkfifo e/r; diff -r d e
  Only in d: f
  Only in d: l
  File d/p is a fifo while file e/p is a fifo
  File d/q is a fifo while file e/q is a regular empty file
  File d/r is a directory while file e/r is a fifo
  [1]
  $ diff -rq d e
  Only in d: f
  Only in d: l
  File d/p is a fifo while file e/p is a fifo
  File d/q is a fifo while file e/q is a regular empty file
  File d/r is a directory while file e/r is a fifo
  [1]
  $ chmod zz d/f; mkdir d; date -d garbage; head -n x d/f; id nosuch
  chmod: invalid mode: 'zz'
  Try 'chmod --help' for more information.
  mkdir: cannot create directory 'd': File exists
  date: invalid date 'garbage'
  head: invalid number of lines: 'x'
  id: 'nosuch': no such user
  [1]
