rm: what it removes, what it refuses, what it says.

  $ mkdir -p d/e
  $ touch a b d/x d/e/y
  $ ln -s d link
  $ rm nothing
  rm: cannot remove 'nothing': No such file or directory
  [1]
  $ rm -f nothing
  $ rm d
  rm: cannot remove 'd': Is a directory
  [1]
  $ rm
  rm: missing operand
  Try 'rm --help' for more information.
  [1]
  $ rm -d d
  rm: cannot remove 'd': Directory not empty
  [1]
  $ rm -v a
  removed 'a'
  $ rm -rv d/e
  removed 'd/e/y'
  removed directory 'd/e'
  $ rm -r link/
  rm: cannot remove 'link/': Not a directory
  [1]
  $ rm link
  $ ls
  b
  d
  $ rm -f
  $ rm -rf d nothing
  $ ls
  b
  $ rm -r .
  rm: refusing to remove '.' or '..' directory: skipping '.'
  [1]
  $ rm -rf ..
  rm: refusing to remove '.' or '..' directory: skipping '..'
  [1]
  $ mkdir -p locked/in
  $ touch locked/in/f
  $ chmod 555 locked/in
  $ rm -rf locked
  rm: cannot remove 'locked/in/f': Permission denied
  [1]
  $ chmod 755 locked/in
  $ rm -rf locked
  $ mkdir -p no
  $ touch no/f
  $ chmod 000 no
  $ rm -r no
  rm: cannot remove 'no': Permission denied
  [1]
  $ chmod 755 no
  $ rm -r no
  $ touch -- -x
  $ rm -x
  rm: invalid option -- 'x'
  Try 'rm ./-x' to remove the file '-x'.
  Try 'rm --help' for more information.
  [1]
  $ rm -- -x
  $ ls
  b
  $ touch f1 f2
  $ printf 'n\ny\n' | rm -i f1 f2; echo
  rm: remove regular empty file 'f1'? rm: remove regular empty file 'f2'? 
  $ ls
  b
  f1
  $ mkdir t
  $ touch t/1
  $ yes | rm -ri t; echo
  rm: descend into directory 't'? rm: remove regular empty file 't/1'? rm: remove directory 't'? 
  $ ls
  b
  f1
  $ touch 'a b' "it's"
  $ rm -v 'a b' "it's"
  removed 'a b'
  removed "it's"
  $ rm -I f1 nothing
  rm: cannot remove 'nothing': No such file or directory
  [1]
  $ rm --interactive=maybe f1
  rm: invalid argument ‘maybe’ for ‘--interactive’
  Valid arguments are:
    - ‘never’, ‘no’, ‘none’
    - ‘once’
    - ‘always’, ‘yes’
  Try 'rm --help' for more information.
  [1]
  $ rm --recursive
  rm: missing operand
  Try 'rm --help' for more information.
  [1]
