mv: renames, targets, questions.

  $ echo 1 > a
  $ echo 2 > b
  $ mkdir d e
  $ mv a c
  $ ls
  b
  c
  d
  e
  $ mv nothing x
  mv: cannot stat 'nothing': No such file or directory
  [1]
  $ mv
  mv: missing file operand
  Try 'mv --help' for more information.
  [1]
  $ mv c
  mv: missing destination file operand after 'c'
  Try 'mv --help' for more information.
  [1]
  $ mv c d
  $ mv -v b d
  renamed 'b' -> 'd/b'
  $ ls d
  b
  c
  $ mv d/b d/c .
  $ ls
  b
  c
  d
  e
  $ mv b c nowhere
  mv: target 'nowhere': No such file or directory
  [1]
  $ mv b c e
  $ mv e/b e/c .
  $ mv d e
  $ ls e
  d
  $ mkdir -p d/x
  $ mv e/d .
  mv: cannot overwrite './d': Directory not empty
  [1]
  $ mv d e
  $ touch e/d/f
  $ mkdir d
  $ touch d/g
  $ mv d e
  mv: cannot overwrite 'e/d': Directory not empty
  [1]
  $ mv e e/d
  mv: cannot move 'e' to a subdirectory of itself, 'e/d/e'
  [1]
  $ mv b b
  mv: 'b' and 'b' are the same file
  [1]
  $ mv b e
  $ mv e/b b/
  mv: cannot move 'e/b' to 'b/': Not a directory
  [1]
  $ mv e/b ./
  $ echo old > o
  $ echo n | mv -i b o; echo
  mv: overwrite 'o'? 
  $ cat o
  old
  $ mv -n b o
  $ cat o
  old
  $ mv -f b o
  $ cat o
  2
  $ chmod 400 o
  $ echo x > y
  $ mv y o
  $ cat o
  x
  $ touch f
  $ mv f d
  $ mv d/f f
  $ mv -T f d
  mv: cannot overwrite directory 'd' with non-directory 'f'
  [1]
  $ mv d f
  mv: cannot overwrite non-directory 'f' with directory 'd'
  [1]
  $ ls -d d f
  d
  f
  $ echo 1 > b1
  $ echo 2 > b2
  $ mv -b b1 b2
  $ cat b2 'b2~'
  1
  2
  $ touch -d 2020-01-01 old
  $ touch -d 2021-01-01 new
  $ mv -u old new
  $ stat -c %y new
  <TIME>
  $ ls old
  old
  $ ls back
  ls: cannot access 'back': No such file or directory
  [2]
  $ mv --nope a b
  mv: unrecognized option '--nope'
  Try 'mv --help' for more information.
  [1]
  $ mv -t e c
  $ ls e
  c
  d
  $ mv -t nowhere c
  mv: target directory 'nowhere': No such file or directory
  [1]
  $ mkdir locked
  $ touch locked/f
  $ chmod 555 locked
  $ mv locked/f .
  mv: cannot move 'locked/f' to './f': Permission denied
  [1]
  $ chmod 755 locked
