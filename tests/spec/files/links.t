ln, link, unlink, readlink, realpath.

  $ echo hi > a
  $ mkdir d
  $ ln a b
  $ stat -c '%h' a
  2
  $ ln -s a c
  $ readlink c
  a
  $ ln a b
  ln: failed to create hard link 'b': File exists
  [1]
  $ ln -s a c
  ln: failed to create symbolic link 'c': File exists
  [1]
  $ ln -s nowhere n
  $ cat n
  cat: n: No such file or directory
  [1]
  $ ln nothing x
  ln: failed to access 'nothing': No such file or directory
  [1]
  $ ln d x
  ln: d: hard link not allowed for directory
  [1]
  $ ln
  ln: missing file operand
  Try 'ln --help' for more information.
  [1]
  $ ln a
  ln: failed to create hard link './a': File exists
  [1]
  $ ln -sf d c
  $ readlink c
  d
  $ ln -sfn a c
  $ readlink c
  a
  $ ln -s d dl
  $ ln -sf a dl
  $ ls d
  a
  $ ln -sfn a dl
  $ readlink dl
  a
  $ ln -v a v1
  'v1' => 'a'
  $ ln -sv a v2
  'v2' -> 'a'
  $ ln -s a b d
  ln: failed to create symbolic link 'd/a': File exists
  [1]
  $ ls d | sort
  a
  b
  $ ln -t d a v1
  ln: failed to create hard link 'd/a': File exists
  [1]
  $ ls d | sort
  a
  b
  v1
  $ ln -sr d/a r
  $ readlink r
  d/a
  $ mkdir -p x/y
  $ ln -sr a x/y/up
  $ readlink x/y/up
  ../../a
  $ cat x/y/up
  hi
  $ ln -T a d
  ln: failed to create hard link 'd': File exists
  [1]
  $ ln -sT a d
  ln: failed to create symbolic link 'd': File exists
  [1]
  $ ln a b nowhere
  ln: target 'nowhere': No such file or directory
  [1]
  $ ln -f a a
  ln: 'a' and 'a' are the same file
  [1]
  $ ln -b a v2
  $ ls v2*
  v2
  v2~
  $ ln -s a nodir/x
  ln: failed to create symbolic link 'nodir/x': No such file or directory
  [1]
  $ ln -i a b </dev/null; echo
  ln: replace 'b'? 
  $ link a l2
  $ link a
  link: missing operand after ‘a’
  Try 'link --help' for more information.
  [1]
  $ link
  link: missing operand
  Try 'link --help' for more information.
  [1]
  $ link a l2 l3
  link: extra operand ‘l3’
  Try 'link --help' for more information.
  [1]
  $ unlink l2
  $ unlink l2
  unlink: cannot unlink 'l2': No such file or directory
  [1]
  $ unlink d
  unlink: cannot unlink 'd': Is a directory
  [1]
  $ unlink
  unlink: missing operand
  Try 'unlink --help' for more information.
  [1]
  $ unlink a b
  unlink: extra operand ‘b’
  Try 'unlink --help' for more information.
  [1]
  $ readlink a
  [1]
  $ readlink -f c
  /home/learner/a
  $ readlink -e n
  [1]
  $ readlink -f n
  /home/learner/nowhere
  $ readlink -m no/such/../path
  /home/learner/no/path
  $ readlink -v nothing
  readlink: nothing: No such file or directory
  [1]
  $ readlink
  readlink: missing operand
  Try 'readlink --help' for more information.
  [1]
  $ readlink -n c; echo
  a
  $ realpath a c d/../a
  /home/learner/a
  /home/learner/a
  /home/learner/a
  $ realpath nothing
  /home/learner/nothing
  $ realpath no/such
  realpath: no/such: No such file or directory
  [1]
  $ realpath -e nothing
  realpath: nothing: No such file or directory
  [1]
  $ realpath -m no/such
  /home/learner/no/such
  $ realpath -s c
  /home/learner/c
  $ realpath --relative-to=d a
  ../a
  $ realpath --relative-base=. a /etc
  a
  /etc
  $ realpath -q nope/x
  [1]
  $ ln -s loop2 loop1
  $ ln -s loop1 loop2
  $ cat loop1
  cat: loop1: Too many levels of symbolic links
  [1]
  $ readlink -f loop1
  [1]
  $ realpath loop1
  realpath: loop1: Too many levels of symbolic links
  [1]
  $ stat -L loop1
  stat: cannot statx 'loop1': Too many levels of symbolic links
  [1]
  $ ls -L loop1
  ls: cannot access 'loop1': Too many levels of symbolic links
  [2]
  $ basename /a/b/c.txt .txt
  c
  $ basename a/
  a
  $ basename /
  /
  $ basename
  basename: missing operand
  Try 'basename --help' for more information.
  [1]
  $ basename a b c
  basename: extra operand ‘c’
  Try 'basename --help' for more information.
  [1]
  $ basename -a x/1 y/2
  1
  2
  $ basename -s .c a.c b.c
  a
  b
  $ basename .c .c
  .c
  $ dirname /a/b/c
  /a/b
  $ dirname a
  .
  $ dirname a/
  .
  $ dirname /
  /
  $ dirname /a b/c
  /
  b
  $ dirname
  dirname: missing operand
  Try 'dirname --help' for more information.
  [1]
  $ dirname ''
  .
