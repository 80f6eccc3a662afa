cp: files, trees, links, attributes.

  $ echo one > a
  $ cp a b
  $ cat b
  one
  $ cp a
  cp: missing destination file operand after 'a'
  Try 'cp --help' for more information.
  [1]
  $ cp
  cp: missing file operand
  Try 'cp --help' for more information.
  [1]
  $ cp nothing x
  cp: cannot stat 'nothing': No such file or directory
  [1]
  $ mkdir -p d/e
  $ cp d x
  cp: -r not specified; omitting directory 'd'
  [1]
  $ cp a d
  $ ls d
  a
  e
  $ cp a a
  cp: 'a' and 'a' are the same file
  [1]
  $ echo two > d/e/f
  $ ln -s f d/e/l
  $ ln d/e/f d/e/h
  $ touch -d '2020-02-03 04:05:06' d/e/f
  $ chmod 640 d/e/f
  $ cp -r d copy
  $ find copy | sort
  copy
  copy/a
  copy/e
  copy/e/f
  copy/e/h
  copy/e/l
  $ readlink copy/e/l
  f
  $ stat -c '%h %a' copy/e/f
  1 640
  $ cp -a d same
  $ stat -c '%h %a %y' same/e/f
  2 640 <TIME>
  $ readlink same/e/l
  f
  $ cp -rL d followed
  $ stat -c %F followed/e/l
  regular file
  $ cp d/e/l one
  $ stat -c %F one
  regular file
  $ cp -P d/e/l two
  $ stat -c %F two
  symbolic link
  $ cp -d d/e/l three
  $ readlink three
  f
  $ cp -p d/e/f kept
  $ stat -c '%a %y' kept
  640 <TIME>
  $ cp --preserve=timestamps d/e/f kept2
  $ stat -c '%a %y' kept2
  640 <TIME>
  $ cp a b nowhere
  cp: target 'nowhere': No such file or directory
  [1]
  $ cp a b c
  cp: target 'c': No such file or directory
  [1]
  $ cp a nowhere/
  cp: cannot create regular file 'nowhere/': Not a directory
  [1]
  $ cp a nowhere/x
  cp: cannot create regular file 'nowhere/x': No such file or directory
  [1]
  $ cp -v a b
  'a' -> 'b'
  $ cp -v a b d
  'a' -> 'd/a'
  'b' -> 'd/b'
  $ cp -rv d/e out | sort
  'd/e' -> 'out'
  'd/e/f' -> 'out/f'
  'd/e/h' -> 'out/h'
  'd/e/l' -> 'out/l'
  $ cp -v --parents d/e/f out
  d -> out/d
  d/e -> out/d/e
  'd/e/f' -> 'out/d/e/f'
  $ find out | sort
  out
  out/d
  out/d/e
  out/d/e/f
  out/f
  out/h
  out/l
  $ cp -t d a
  $ cp -T a d
  cp: cannot overwrite directory 'd' with non-directory 'a'
  [1]
  $ cp -T d/e e2
  cp: -r not specified; omitting directory 'd/e'
  [1]
  $ ls e2
  ls: cannot access 'e2': No such file or directory
  [2]
  $ echo n | cp -i a b; echo
  cp: overwrite 'b'? 
  $ cp -n a b
  $ cp -u a b
  $ echo new > b
  $ cp -u a b
  $ cat b
  new
  $ chmod 000 b
  $ cp a b
  cp: cannot create regular file 'b': Permission denied
  [1]
  $ cp -f a b
  $ cat b
  one
  $ cp -l a hard
  $ stat -c %h hard
  2
  $ cp -s a soft
  $ readlink soft
  a
  $ cp -s a d/soft
  cp: d/soft: can make relative symbolic links only in current directory
  [1]
  $ ln -s nowhere dangling
  $ cp a dangling
  cp: not writing through dangling symlink 'dangling'
  [1]
  $ cp -f a dangling
  cp: not writing through dangling symlink 'dangling'
  [1]
  $ cp --remove-destination a dangling
  $ cat dangling
  one
  $ cp -b a b
  $ ls b*
  b
  b~
  $ cp --backup=numbered a b
  $ ls b*
  b
  b.~1~
  b~
  $ cp -S .old a b
  $ ls b.old
  ls: cannot access 'b.old': No such file or directory
  [2]
  $ mkdir -p x/a
  $ cp a x
  cp: cannot overwrite directory 'x/a' with non-directory 'a'
  [1]
  $ cp -r d/e a
  cp: cannot overwrite non-directory 'a' with directory 'd/e'
  [1]
  $ cp /dev/null empty
  $ stat -c %s empty
  0
  $ echo hi | cp /dev/stdin got
  $ cat got
  hi
  $ chmod 111 d/e/f
  $ cp d/e/f z
  cp: cannot open 'd/e/f' for reading: Permission denied
  [1]
  $ cp -r d y 2>&1 | sort
  cp: cannot open 'd/e/f' for reading: Permission denied
  cp: cannot open 'd/e/h' for reading: Permission denied
  $ ls y/e
  l
  $ chmod 644 d/e/f
  $ mkfifo p
  $ cp -r p p2
  $ stat -c %F p2
  fifo
  $ cp --nope a b
  cp: unrecognized option '--nope'
  Try 'cp --help' for more information.
  [1]
  $ cp --update=sometimes a b
  cp: invalid argument ‘sometimes’ for ‘--update’
  Valid arguments are:
    - ‘all’
    - ‘none’
    - ‘none-fail’
    - ‘older’
  Try 'cp --help' for more information.
  [1]
  $ cp a 'with space'
  $ cp 'with space' "it's"
  $ cp -v "it's" nl
  "it's" -> 'nl'
  $ cp a a/
  cp: cannot stat 'a/': Not a directory
  [1]
  $ cp a/ b2
  cp: cannot stat 'a/': Not a directory
  [1]
