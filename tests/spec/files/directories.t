Making and removing directories.

  $ mkdir a && mkdir a
  mkdir: cannot create directory ‘a’: File exists
  [1]
  $ mkdir
  mkdir: missing operand
  Try 'mkdir --help' for more information.
  [1]
  $ mkdir -p b/c/d && mkdir -pv b/c/e f/g
  mkdir: created directory 'b/c/e'
  mkdir: created directory 'f'
  mkdir: created directory 'f/g'
  $ mkdir b/x/y
  mkdir: cannot create directory ‘b/x/y’: No such file or directory
  [1]
  $ mkdir -m 700 m
  $ stat -c '%a %n' m
  700 m
  $ mkdir -m u=rwx,g=rx,o= m2
  $ stat -c %a m2
  750
  $ mkdir -m zz m3
  mkdir: invalid mode ‘zz’
  [1]
  $ touch file
  $ mkdir -p file/x
  mkdir: cannot create directory ‘file’: Not a directory
  [1]
  $ mkdir file
  mkdir: cannot create directory ‘file’: File exists
  [1]
  $ mkdir -p file
  mkdir: cannot create directory ‘file’: File exists
  [1]
  $ rmdir a b
  rmdir: failed to remove 'b': Directory not empty
  [1]
  $ rmdir nothing
  rmdir: failed to remove 'nothing': No such file or directory
  [1]
  $ rmdir file
  rmdir: failed to remove 'file': Not a directory
  [1]
  $ rmdir
  rmdir: missing operand
  Try 'rmdir --help' for more information.
  [1]
  $ rmdir -p f/g && ls -d f
  ls: cannot access 'f': No such file or directory
  [2]
  $ rmdir -v b/c/e
  rmdir: removing directory, 'b/c/e'
  $ rmdir --ignore-fail-on-non-empty b
  $ umask 077
  $ mkdir -p p/q
  $ stat -c '%a %n' p p/q
  700 p
  700 p/q
  $ umask 002
  $ mkdir --nope
  mkdir: unrecognized option '--nope'
  Try 'mkdir --help' for more information.
  [1]
  $ rmdir -z
  rmdir: invalid option -- 'z'
  Try 'rmdir --help' for more information.
  [1]
