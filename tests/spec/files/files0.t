Names read from a file, each ended by a NUL: what `--files0-from` makes of empty names, of `-`, of what can't be read.

  $ export LC_ALL=C.UTF-8; printf 'a\0\0b\0' > f; printf 'a\0-\0' > g; : > empty; printf a > open; echo x > a; echo y > b; mkdir d
  $ du -b --files0-from=f
  2	a
  du: f:2: invalid zero-length file name
  2	b
  [1]
  $ du -b --files0-from=g
  2	a
  du: cannot access '-': No such file or directory
  [1]
  $ du -b --files0-from=- < f
  2	a
  du: -:2: invalid zero-length file name
  2	b
  [1]
  $ du -b --files0-from=- < g
  2	a
  du: when reading file names from standard input, no file name of '-' allowed
  [1]
  $ du --files0-from=empty
  $ du --files0-from=d
  du: d: read error: Is a directory
  [1]
  $ du --files0-from=nosuch
  du: cannot open 'nosuch' for reading: No such file or directory
  [1]
  $ du -b --files0-from=open
  2	a
  $ wc -l --files0-from=f
  1 a
  wc: f:2: invalid zero-length file name
  1 b
  2 total
  [1]
  $ wc -l --files0-from=g < f
  1 a
  0 -
  1 total
  $ wc --files0-from=- < f
  1 1 2 a
  wc: -:2: invalid zero-length file name
  1 1 2 b
  2 2 4 total
  [1]
  $ wc --files0-from=- < g
  1 1 2 a
  wc: when reading file names from standard input, no file name of '-' allowed
  1 1 2 total
  [1]
  $ cat f | wc --files0-from=-
  1 1 2 a
  wc: -:2: invalid zero-length file name
  1 1 2 b
  2 2 4 total
  [1]
  $ wc --files0-from=empty
  $ wc --files0-from=- < empty
  $ wc --files0-from=d
  wc: d: read error: Is a directory
  [1]
  $ sort --files0-from=f
  sort: f:2: invalid zero-length file name
  [2]
  $ sort --files0-from=g
  sort: when reading file names from standard input, no file name of '-' allowed
  [2]
  $ sort --files0-from=- < g
  sort: when reading file names from standard input, no file name of '-' allowed
  [2]
  $ sort --files0-from=d
  sort: cannot read file names from 'd'
  [2]
  $ sort --files0-from=open
  x
  $ find -files0-from f
  a
  find: ‘f’:2: invalid zero-length file name
  b
  [1]
  $ find -files0-from - < f
  a
  find: ‘(standard input)’:2: invalid zero-length file name
  b
  [1]
  $ find -files0-from - < g
  a
  find: ‘-’: No such file or directory
  [1]
  $ find -files0-from d
  find: ‘d’: read error: Is a directory
  [1]
  $ find -files0-from empty
  $ find -files0-from open -name b
