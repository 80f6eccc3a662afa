find, ls, stat, du, df, touch and xargs: what they refuse, and in which words.

  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ mkdir -p a/b/c d/e 'sp ace'
  $ printf 'hello\n' > a/one.txt; printf '12345' > a/b/two.TXT; : > a/b/c/empty; printf '#!/bin/sh\n' > d/run.sh; chmod 755 d/run.sh; ln -s ../a/one.txt d/link; ln -s nowhere d/broken; ln a/one.txt d/hard; head -c 3000 /dev/zero > d/e/big.bin; touch 'sp ace/x y'; touch .hidden
  $ touch -d '2025-01-01 10:00:00' a/one.txt; touch -d '2025-01-02 10:00:00' a/b/two.TXT; touch -d '2020-05-05 05:05:05.123456789' d/e/big.bin; mkdir emptyd; mkfifo p
  $ find . -size abc
  find: Invalid argument `abc' to -size
  [1]
  $ find . \(
  find: invalid expression; expected to find a ')' but didn't see one. Perhaps you need an extra predicate after '('
  [1]
  $ find . -newerXY a
  find: invalid predicate `-newerXY'
  [1]
  $ find -name '*.txt' a
  find: paths must precede expression: `a'
  find: possible unquoted pattern after predicate `-name'?
  [1]
  $ find -files0-from nosuch
  find: cannot open ‘nosuch’ for reading: No such file or directory
  [1]
  $ printf 'a\0d\0' | find -files0-from - -maxdepth 0
  a
  d
  $ printf 'a\0d\0' | find x -files0-from - -maxdepth 0
  find: extra operand ‘x’
  find: file operands cannot be combined with -files0-from
  [1]
  $ find -D
  find: Missing argument after the -D option.
  Try 'find --help' for more information.
  [1]
  $ find -Oz a
  find: Please specify a decimal number immediately after -O
  [1]
  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ mkdir -p a/b d 'sp ace'; printf 'hello\n' > one.txt; printf '12345' > two.TXT; printf '#!/bin/sh\n' > run.sh; chmod 755 run.sh; ln -s one.txt link; ln -s nowhere broken; ln -s a dlink; ln one.txt hard; head -c 3000000 /dev/zero > big.bin; touch 'x y' "it's" 'q"uote' 'tab	x' 'dol$r' 'st*r' '~tilde' '#hash' 'semi;c' 'back\slash' '-dash' .hidden 'é' a10 a9 a2.5 a2 A1 B b.tar.gz
  touch: invalid date format ‘ash’
  [1]
  $ touch -h -d '2025-03-31 10:00:00' *; touch -d '2025-03-30 10:00:00' one.txt; touch -d '2025-03-29 10:00:00.5' two.TXT; touch -d '2020-05-05 05:05:05.123456789' big.bin a; mkfifo p; touch -h -d '2025-03-28 10:00:00' p; chmod 4755 two.TXT; chmod 1777 d; chmod 2775 a; touch -d '2025-03-28 10:00:00' d a; chmod u+s,a-x a10; touch -d '2027-01-01' fut
  chmod: cannot access 'a10': No such file or directory
  $ ls --hyperlink=never one.txt
  one.txt
  $ ls --time-style=foo -l one.txt
  ls: invalid argument ‘foo’ for ‘time style’
  Valid arguments are:
    - [posix-]full-iso
    - [posix-]long-iso
    - [posix-]iso
    - [posix-]locale
    - +FORMAT (e.g., +%H:%M) for a 'date'-style format
  Try 'ls --help' for more information.
  [2]
  $ ls --sort=foo
  ls: invalid argument ‘foo’ for ‘--sort’
  Valid arguments are:
    - ‘none’
    - ‘size’
    - ‘time’
    - ‘version’
    - ‘extension’
    - ‘name’
    - ‘width’
  Try 'ls --help' for more information.
  [1]
  $ ls --group-directories-first
  a
  d
  dlink
  sp ace
  big.bin
  broken
  fut
  hard
  link
  one.txt
  p
  run.sh
  two.TXT
  $ ls --group-directories-first -r
  sp ace
  dlink
  d
  a
  two.TXT
  run.sh
  p
  one.txt
  link
  hard
  fut
  broken
  big.bin
  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ printf 'b\na\nc\na\n' > f; printf '10\n9\n2\n1e3\n-5\nabc\n0.5\n' > n; printf '3 b x\n1 a y\n2 c z\n1 b w\n' > k; printf 'one\ntwo\nthree\nfour\nfive\n' > five; printf 'a\tb\tc\n1\t2\t3\n' > tab; printf 'a:b:c:d\n1:2:3:4\nnodelim\n' > col; printf 'hello world' > nn; : > empty; printf '\377\376\0\001abc\n' > bin; mkdir d; seq 20 > s20; printf '1K\n2M\n500\n1G\n' > h; printf 'Jan\nMar\nfeb\n' > m; printf 'v1.10\nv1.9\nv1.2\n' > v; printf 'x y\n' > noperm; chmod 000 noperm; printf '1 a\n2 b\n3 c\n' > j1; printf '1 x\n3 y\n4 z\n' > j2; printf 'b 1\na 2\n' > u; touch -d '2025-03-04 05:06:07.123456789' f; touch -d '2025-03-05' five; ln -s f lnk; ln -s nowhere brk; mkfifo p; chmod 640 five; mkdir -p e/x/y; printf 'AB' > e/x/y/z; printf '1 2\n3 4\n' > xa; printf 'a b\n"c d"\n' > q
  $ du -ab e
  2	e/x/y/z
  2	e/x/y
  2	e/x
  2	e
  $ du -sb e
  2	e
  $ du -d 0 -b e
  2	e
  $ du --max-depth=1 -b e
  2	e/x
  2	e
  $ du -s -d 1 e
  du: warning: summarizing conflicts with --max-depth=1
  Try 'du --help' for more information.
  [1]
  $ du -t x e
  du: invalid -t argument 'x'
  [1]
  $ du --threshold=5 -ab e
  $ du -t -5 -ab e
  2	e/x/y/z
  2	e/x/y
  2	e/x
  2	e
  $ du --exclude=y -ab e
  0	e/x
  0	e
  $ du -X nosuch e
  du: nosuch: No such file or directory
  Try 'du --help' for more information.
  [1]
  $ du --time=foo f
  du: invalid argument ‘foo’ for ‘--time’
  Valid arguments are:
    - ‘atime’, ‘access’, ‘use’
    - ‘ctime’, ‘status’
  Try 'du --help' for more information.
  [1]
  $ du -B x f
  du: invalid -B argument 'x'
  [1]
  $ du -S -b e
  2	e/x/y
  0	e/x
  0	e
  $ du --files0-from=nosuch
  du: cannot open 'nosuch' for reading: No such file or directory
  [1]
  $ printf 'f\0' | du -b --files0-from=-
  8	f
  $ printf 'f\0' | du -b --files0-from=- five
  du: extra operand ‘five’
  file operands cannot be combined with --files0-from
  Try 'du --help' for more information.
  [1]
  $ du -b f f
  8	f
  $ echo a | xargs -n -1
  xargs: value -1 for -n option should be >= 1
  Try 'xargs --help' for more information.
  [1]
  $ echo a | xargs -P x
  xargs: invalid number "x" for -P option
  Try 'xargs --help' for more information.
  [1]
  $ echo a | xargs -P -1
  xargs: value -1 for -P option should be >= 0
  Try 'xargs --help' for more information.
  [1]
  $ seq 5 | xargs -x -s 12 -n 5
  xargs: argument list too long
  [1]
  $ xargs -a nosuch
  xargs: Cannot open input file ‘nosuch’: No such file or directory
  [1]
  $ echo a b | xargs -I{} -n1 echo {}
  a b
  $ echo a | xargs -I '' echo
  
  $ echo a | xargs --process-slot-var=X sh -c 'echo $X'
  0
