What programs say of standard streams that are full, closed or a directory.

  $ printf 'b\na\nc\na\n' > f; cp f f2; mkdir d; echo in > d/x; seq 20000 > big; base64 f > b64
  $ cat < f >/dev/full
  cat: write error: No space left on device
  [1]
  $ cat <f >&-
  cat: standard output: Bad file descriptor
  [1]
  $ cat <&-
  cat: -: Bad file descriptor
  cat: closing standard input: Bad file descriptor
  [1]
  $ cat <d
  cat: -: Is a directory
  [1]
  $ cat d
  cat: d: Is a directory
  [1]
  $ cat nosuch
  cat: nosuch: No such file or directory
  [1]
  $ cat f d >/dev/full
  cat: write error: No space left on device
  [1]
  $ tac < f >/dev/full
  tac: write error: No space left on device
  [1]
  $ tac <f >&-
  tac: write error: Bad file descriptor
  [1]
  $ tac <&-
  tac: 'standard input': read error: Bad file descriptor
  tac: -: Bad file descriptor
  [1]
  $ tac nosuch
  tac: failed to open 'nosuch' for reading: No such file or directory
  [1]
  $ rev < f >/dev/full
  rev: write error: No space left on device
  [1]
  $ rev <&-
  rev: fgetwc() failed: Bad file descriptor
  [1]
  $ rev <d
  rev: fgetwc() failed: Is a directory
  [1]
  $ rev d
  rev: fgetwc() failed: Is a directory
  [1]
  $ rev nosuch
  rev: cannot open nosuch: No such file or directory
  [1]
  $ head < f >/dev/full
  head: write error: No space left on device
  [1]
  $ head <f >&-
  head: write error: Bad file descriptor
  [1]
  $ head <&-
  head: error reading 'standard input': Bad file descriptor
  head: -: Bad file descriptor
  [1]
  $ head <d
  head: error reading 'standard input': Is a directory
  [1]
  $ head d
  head: error reading 'd': Is a directory
  [1]
  $ head nosuch
  head: cannot open 'nosuch' for reading: No such file or directory
  [1]
  $ head f d >/dev/full
  head: error reading 'd': Is a directory
  head: write error
  [1]
  $ tail < f >/dev/full
  tail: write error: No space left on device
  [1]
  $ tail <f >&-
  tail: write error: Bad file descriptor
  [1]
  $ tail <&-
  tail: cannot fstat 'standard input': Bad file descriptor
  tail: -: Bad file descriptor
  [1]
  $ tail <d
  tail: error reading 'standard input': Is a directory
  [1]
  $ tail d
  tail: error reading 'd': Is a directory
  [1]
  $ tail nosuch
  tail: cannot open 'nosuch' for reading: No such file or directory
  [1]
  $ tail f d >/dev/full
  tail: error reading 'd': Is a directory
  tail: write error
  [1]
  $ cut -c1 < f >/dev/full
  cut: write error: No space left on device
  [1]
  $ cut -c1 <f >&-
  cut: write error: Bad file descriptor
  [1]
  $ cut -c1 <&-
  cut: -: Bad file descriptor
  cut: -: Bad file descriptor
  [1]
  $ cut -c1 <d
  cut: -: Is a directory
  [1]
  $ cut -c1 d
  cut: d: Is a directory
  [1]
  $ cut -c1 nosuch
  cut: nosuch: No such file or directory
  [1]
  $ cut -c1 f d >/dev/full
  cut: d: Is a directory
  cut: write error
  [1]
  $ uniq < f >/dev/full
  uniq: write error: No space left on device
  [1]
  $ uniq <f >&-
  uniq: write error: Bad file descriptor
  [1]
  $ uniq <&-
  uniq: error reading '-': Bad file descriptor
  [1]
  $ uniq <d
  uniq: error reading '-': Is a directory
  [1]
  $ uniq d
  uniq: error reading 'd': Is a directory
  [1]
  $ uniq nosuch
  uniq: nosuch: No such file or directory
  [1]
  $ uniq nosuch f
  uniq: nosuch: No such file or directory
  [1]
  $ uniq f d >/dev/full
  uniq: d: Is a directory
  [1]
  $ wc < f >/dev/full
  wc: write error
  [1]
  $ wc <f >&-
  wc: write error: Bad file descriptor
  [1]
  $ wc nosuch
  wc: nosuch: No such file or directory
  [1]
  $ wc f d >/dev/full
  wc: d: Is a directory
  wc: write error
  [1]
  $ nl < f >/dev/full
  nl: write error: No space left on device
  [1]
  $ nl <f >&-
  nl: write error: Bad file descriptor
  [1]
  $ nl <&-
  nl: -: Bad file descriptor
  nl: -: Bad file descriptor
  [1]
  $ nl <d
  nl: -: Is a directory
  [1]
  $ nl d
  nl: d: Is a directory
  [1]
  $ nl nosuch
  nl: nosuch: No such file or directory
  [1]
  $ nl f d >/dev/full
  nl: d: Is a directory
  nl: write error
  [1]
  $ od < f >/dev/full
  od: write error: No space left on device
  [1]
  $ od <f >&-
  od: write error: Bad file descriptor
  [1]
  $ od nosuch
  od: nosuch: No such file or directory
  [1]
  $ od f d >/dev/full
  od: d: Is a directory
  od: write error: No space left on device
  [1]
  $ hexdump < f >/dev/full
  hexdump: write error: No space left on device
  [1]
  $ hexdump nosuch
  hexdump: nosuch: No such file or directory
  hexdump: all input file arguments failed
  [1]
  $ hexdump f d >/dev/full
  hexdump: d: Is a directory
  hexdump: write error: No space left on device
  [1]
  $ hd < f >/dev/full
  hd: write error: No space left on device
  [1]
  $ hd nosuch
  hd: nosuch: No such file or directory
  hd: all input file arguments failed
  [1]
  $ hd f d >/dev/full
  hd: d: Is a directory
  hd: write error: No space left on device
  [1]
  $ xxd < f >/dev/full
  xxd: No space left on device
  [3]
  $ xxd <f >&-
  xxd: Bad file descriptor
  [3]
  $ xxd <&-
  xxd: Bad file descriptor
  [2]
  $ xxd <d
  xxd: Is a directory
  [2]
  $ xxd d
  xxd: Is a directory
  [2]
  $ xxd nosuch
  xxd: nosuch: No such file or directory
  [2]
  $ xxd nosuch f
  xxd: nosuch: No such file or directory
  [2]
  $ xxd f d >/dev/full
  xxd: d: Is a directory
  [3]
  $ fold -w2 < f >/dev/full
  fold: write error: No space left on device
  [1]
  $ fold -w2 <f >&-
  fold: write error: Bad file descriptor
  [1]
  $ fold -w2 <&-
  fold: -: Bad file descriptor
  fold: -: Bad file descriptor
  [1]
  $ fold -w2 <d
  fold: -: Is a directory
  [1]
  $ fold -w2 d
  fold: d: Is a directory
  [1]
  $ fold -w2 nosuch
  fold: nosuch: No such file or directory
  [1]
  $ fold -w2 f d >/dev/full
  fold: d: Is a directory
  fold: write error
  [1]
  $ fmt < f >/dev/full
  fmt: write error: No space left on device
  [1]
  $ fmt <f >&-
  fmt: write error: Bad file descriptor
  [1]
  $ fmt <&-
  fmt: read error
  fmt: closing standard input: Bad file descriptor
  [1]
  $ fmt <d
  fmt: read error
  [1]
  $ fmt d
  fmt: read error
  [1]
  $ fmt nosuch
  fmt: cannot open 'nosuch' for reading: No such file or directory
  [1]
  $ fmt f d >/dev/full
  fmt: read error
  fmt: write error
  [1]
  $ expand < f >/dev/full
  expand: write error: No space left on device
  [1]
  $ expand <f >&-
  expand: write error: Bad file descriptor
  [1]
  $ expand <&-
  expand: -: Bad file descriptor
  expand: -: Bad file descriptor
  [1]
  $ expand <d
  expand: -: Is a directory
  [1]
  $ expand d
  expand: d: Is a directory
  [1]
  $ expand nosuch
  expand: nosuch: No such file or directory
  [1]
  $ expand f d >/dev/full
  expand: d: Is a directory
  expand: write error
  [1]
  $ unexpand < f >/dev/full
  unexpand: write error: No space left on device
  [1]
  $ unexpand <f >&-
  unexpand: write error: Bad file descriptor
  [1]
  $ unexpand <&-
  unexpand: -: Bad file descriptor
  unexpand: -: Bad file descriptor
  [1]
  $ unexpand <d
  unexpand: -: Is a directory
  [1]
  $ unexpand d
  unexpand: d: Is a directory
  [1]
  $ unexpand nosuch
  unexpand: nosuch: No such file or directory
  [1]
  $ unexpand f d >/dev/full
  unexpand: d: Is a directory
  unexpand: write error
  [1]
  $ tr a b <f >&-
  tr: write error: Bad file descriptor
  [1]
  $ tr a b <&-
  tr: read error: Bad file descriptor
  [1]
  $ tr a b <d
  tr: read error: Is a directory
  [1]
  $ sed p < f >/dev/full
  sed: couldn't flush stdout: No space left on device
  [4]
  $ sed p <f >&-
  sed: couldn't close stdout: Bad file descriptor
  [4]
  $ sed p <&-
  sed: read error on stdin: Bad file descriptor
  [4]
  $ sed p <d
  sed: read error on stdin: Is a directory
  [4]
  $ sed p d
  sed: read error on d: Is a directory
  [4]
  $ sed p nosuch
  sed: can't read nosuch: No such file or directory
  [2]
  $ grep a <&-
  grep: (standard input): Bad file descriptor
  [2]
  $ grep a <d
  grep: (standard input): Is a directory
  [2]
  $ grep a d
  grep: d: Is a directory
  [2]
  $ grep a nosuch
  grep: nosuch: No such file or directory
  [2]
  $ grep -q a nosuch f
  grep: nosuch: No such file or directory
  $ egrep a <&-
  grep: (standard input): Bad file descriptor
  [2]
  $ egrep a <d
  grep: (standard input): Is a directory
  [2]
  $ egrep a d
  grep: d: Is a directory
  [2]
  $ egrep a nosuch
  grep: nosuch: No such file or directory
  [2]
  $ fgrep a <&-
  grep: (standard input): Bad file descriptor
  [2]
  $ fgrep a <d
  grep: (standard input): Is a directory
  [2]
  $ fgrep a d
  grep: d: Is a directory
  [2]
  $ fgrep a nosuch
  grep: nosuch: No such file or directory
  [2]
  $ awk 1 < f >/dev/full
  awk: close failed on file "/dev/stdout" (No space left on device)
  [2]
  $ awk 1 <f >&-
  awk: close failed on file "/dev/stdout" (Bad file descriptor)
  [2]
  $ awk 1 <&-
  awk: read error (Bad file descriptor)
  [2]
  $ awk 1 <d
  awk: read error (Is a directory)
  [2]
  $ awk 1 d
  awk: cannot open "d" (Is a directory)
  [2]
  $ awk 1 nosuch
  awk: cannot open "nosuch" (No such file or directory)
  [2]
  $ awk 1 nosuch f
  awk: cannot open "nosuch" (No such file or directory)
  [2]
  $ awk 1 f d >/dev/full
  awk: cannot open "d" (Is a directory)
  awk: close failed on file "/dev/stdout" (No space left on device)
  [2]
  $ md5sum < f >/dev/full
  md5sum: write error
  [1]
  $ md5sum <f >&-
  md5sum: write error: Bad file descriptor
  [1]
  $ md5sum <&-
  md5sum: -: Bad file descriptor
  md5sum: standard input: Bad file descriptor
  [1]
  $ md5sum <d
  md5sum: -: Is a directory
  [1]
  $ md5sum d
  md5sum: d: Is a directory
  [1]
  $ md5sum nosuch
  md5sum: nosuch: No such file or directory
  [1]
  $ md5sum f d >/dev/full
  md5sum: d: Is a directory
  md5sum: write error
  [1]
  $ sha1sum < f >/dev/full
  sha1sum: write error
  [1]
  $ sha1sum <f >&-
  sha1sum: write error: Bad file descriptor
  [1]
  $ sha1sum <&-
  sha1sum: -: Bad file descriptor
  sha1sum: standard input: Bad file descriptor
  [1]
  $ sha1sum <d
  sha1sum: -: Is a directory
  [1]
  $ sha1sum d
  sha1sum: d: Is a directory
  [1]
  $ sha1sum nosuch
  sha1sum: nosuch: No such file or directory
  [1]
  $ sha1sum f d >/dev/full
  sha1sum: d: Is a directory
  sha1sum: write error
  [1]
  $ sha256sum < f >/dev/full
  sha256sum: write error
  [1]
  $ sha256sum <f >&-
  sha256sum: write error: Bad file descriptor
  [1]
  $ sha256sum <&-
  sha256sum: -: Bad file descriptor
  sha256sum: standard input: Bad file descriptor
  [1]
  $ sha256sum <d
  sha256sum: -: Is a directory
  [1]
  $ sha256sum d
  sha256sum: d: Is a directory
  [1]
  $ sha256sum nosuch
  sha256sum: nosuch: No such file or directory
  [1]
  $ sha256sum f d >/dev/full
  sha256sum: d: Is a directory
  sha256sum: write error
  [1]
  $ cksum < f >/dev/full
  cksum: write error
  [1]
  $ cksum <f >&-
  cksum: write error: Bad file descriptor
  [1]
  $ cksum <&-
  cksum: -: Bad file descriptor
  cksum: standard input: Bad file descriptor
  [1]
  $ cksum <d
  cksum: -: Is a directory
  [1]
  $ cksum d
  cksum: d: Is a directory
  [1]
  $ cksum nosuch
  cksum: nosuch: No such file or directory
  [1]
  $ cksum f d >/dev/full
  cksum: d: Is a directory
  cksum: write error
  [1]
  $ sum < f >/dev/full
  sum: write error
  [1]
  $ sum <f >&-
  sum: write error: Bad file descriptor
  [1]
  $ sum <&-
  sum: -: Bad file descriptor
  sum: standard input: Bad file descriptor
  [1]
  $ sum <d
  sum: -: Is a directory
  [1]
  $ sum d
  sum: d: Is a directory
  [1]
  $ sum nosuch
  sum: nosuch: No such file or directory
  [1]
  $ sum f d >/dev/full
  sum: d: Is a directory
  sum: write error
  [1]
  $ base64 < f >/dev/full
  base64: write error: No space left on device
  [1]
  $ base64 <f >&-
  base64: write error: Bad file descriptor
  [1]
  $ base64 <&-
  base64: read error: Bad file descriptor
  [1]
  $ base64 <d
  base64: read error: Is a directory
  [1]
  $ base64 d
  base64: read error: Is a directory
  [1]
  $ base64 nosuch
  base64: nosuch: No such file or directory
  [1]
  $ base64 nosuch f
  base64: extra operand ‘f’
  Try 'base64 --help' for more information.
  [1]
  $ base64 f d >/dev/full
  base64: extra operand ‘d’
  Try 'base64 --help' for more information.
  [1]
  $ base32 < f >/dev/full
  base32: write error: No space left on device
  [1]
  $ base32 <f >&-
  base32: write error: Bad file descriptor
  [1]
  $ base32 <&-
  base32: read error: Bad file descriptor
  [1]
  $ base32 <d
  base32: read error: Is a directory
  [1]
  $ base32 d
  base32: read error: Is a directory
  [1]
  $ base32 nosuch
  base32: nosuch: No such file or directory
  [1]
  $ base32 nosuch f
  base32: extra operand ‘f’
  Try 'base32 --help' for more information.
  [1]
  $ base32 f d >/dev/full
  base32: extra operand ‘d’
  Try 'base32 --help' for more information.
  [1]
  $ tee < f >/dev/full
  tee: 'standard output': No space left on device
  [1]
  $ tee <f >&-
  tee: 'standard output': Bad file descriptor
  [1]
  $ tee <&-
  tee: read error: Bad file descriptor
  tee: standard input: Bad file descriptor
  [1]
  $ tee <d
  tee: read error: Is a directory
  [1]
  $ paste < f >/dev/full
  paste: write error: No space left on device
  [1]
  $ paste <f >&-
  paste: write error: Bad file descriptor
  [1]
  $ paste <&-
  paste: -: Bad file descriptor
  paste: -: Bad file descriptor
  [1]
  $ paste <d
  paste: -: Is a directory
  [1]
  $ paste d
  paste: d: Is a directory
  [1]
  $ paste nosuch
  paste: nosuch: No such file or directory
  [1]
  $ paste nosuch f
  paste: nosuch: No such file or directory
  [1]
  $ paste f d >/dev/full
  paste: d: Is a directory
  paste: write error: No space left on device
  [1]
  $ column < f >/dev/full
  column: write error: No space left on device
  [1]
  $ column <&-
  column: read failed: Bad file descriptor
  [1]
  $ column <d
  column: read failed: Is a directory
  [1]
  $ column d
  column: read failed: Is a directory
  [1]
  $ column nosuch
  column: nosuch: No such file or directory
  [1]
  $ column f d >/dev/full
  column: read failed: Is a directory
  [1]
  $ pr -t < f >/dev/full
  pr: write error: No space left on device
  [1]
  $ pr -t <f >&-
  pr: write error: Bad file descriptor
  [1]
  $ pr -t d
  pr: d: Is a directory
  [1]
  $ pr -t nosuch
  pr: nosuch: No such file or directory
  [1]
  $ shuf < f >/dev/full
  shuf: write error: No space left on device
  [1]
  $ shuf <f >&-
  shuf: write error: Bad file descriptor
  [1]
  $ shuf nosuch
  shuf: nosuch: No such file or directory
  [1]
  $ shuf nosuch f
  shuf: extra operand ‘f’
  Try 'shuf --help' for more information.
  [1]
  $ shuf f d >/dev/full
  shuf: extra operand ‘d’
  Try 'shuf --help' for more information.
  [1]
  $ tsort < f >/dev/full
  tsort: write error: No space left on device
  [1]
  $ tsort <f >&-
  tsort: write error: Bad file descriptor
  [1]
  $ tsort <&-
  tsort: -: read error: Bad file descriptor
  [1]
  $ tsort <d
  tsort: -: read error: Is a directory
  [1]
  $ tsort d
  tsort: d: read error: Is a directory
  [1]
  $ tsort nosuch
  tsort: nosuch: No such file or directory
  [1]
  $ tsort nosuch f
  tsort: extra operand ‘f’
  Try 'tsort --help' for more information.
  [1]
  $ tsort f d >/dev/full
  tsort: extra operand ‘d’
  Try 'tsort --help' for more information.
  [1]
  $ dd status=none <d
  dd: error reading 'standard input': Is a directory
  [1]
  $ xargs < f >/dev/full
  echo: write error: No space left on device
  [123]
  $ xargs <f >&-
  echo: write error: Bad file descriptor
  [123]
  $ xargs <&-
  
  xargs: error closing file: Bad file descriptor
  [1]
  $ xargs <d
  
  xargs: error closing file
  [1]
  $ comm - f2 < f >/dev/full
  comm: write error: No space left on device
  [1]
  $ comm - f2 <f >&-
  comm: write error: Bad file descriptor
  [1]
  $ comm - f2 <d
  comm: -: Is a directory
  [1]
  $ diff - f2 <&-
  diff: -: Bad file descriptor
  [2]
  $ cmp - f2 <&-
  cmp: -: Bad file descriptor
  [2]
  $ cmp - f2 <d
  cmp: -: Is a directory
  [2]
  $ join - f2 < f >/dev/full
  join: write error: No space left on device
  [1]
  $ join - f2 <f >&-
  join: write error: Bad file descriptor
  [1]
  $ join - f2 <d
  join: read error: Is a directory
  [1]
  $ look a < f >/dev/full
  look: /usr/share/dict/words: No such file or directory
  [1]
  $ look a <f >&-
  look: /usr/share/dict/words: No such file or directory
  [1]
  $ look a <&-
  look: /usr/share/dict/words: No such file or directory
  [1]
  $ look a <d
  look: /usr/share/dict/words: No such file or directory
  [1]
  $ stat - < f >/dev/full
  stat: write error: No space left on device
  [1]
  $ stat - <f >&-
  stat: write error: Bad file descriptor
  [1]
  $ du - < f >/dev/full
  du: cannot access '-': No such file or directory
  [1]
  $ du - <f >&-
  du: cannot access '-': No such file or directory
  [1]
  $ du - <&-
  du: cannot access '-': No such file or directory
  [1]
  $ du - <d
  du: cannot access '-': No such file or directory
  [1]
  $ expr 1 + 1 < f >/dev/full
  expr: write error: No space left on device
  [3]
  $ expr 1 + 1 <f >&-
  expr: write error: Bad file descriptor
  [3]
  $ /bin/echo hi >/dev/full
  echo: write error: No space left on device
  [1]
  $ /bin/echo hi >&-
  echo: write error: Bad file descriptor
  [1]
  $ /usr/bin/printf hi >/dev/full
  printf: write error: No space left on device
  [1]
  $ /usr/bin/printf hi >&-
  printf: write error: Bad file descriptor
  [1]
  $ /bin/pwd >/dev/full
  pwd: write error: No space left on device
  [1]
  $ /bin/pwd >&-
  pwd: write error: Bad file descriptor
  [1]
  $ date +%Y >/dev/full
  date: write error: No space left on device
  [1]
  $ date +%Y >&-
  date: write error: Bad file descriptor
  [1]
  $ id >/dev/full
  id: write error: No space left on device
  [1]
  $ id >&-
  id: write error: Bad file descriptor
  [1]
  $ whoami >/dev/full
  whoami: write error: No space left on device
  [1]
  $ whoami >&-
  whoami: write error: Bad file descriptor
  [1]
  $ groups >/dev/full
  groups: write error: No space left on device
  [1]
  $ groups >&-
  groups: write error: Bad file descriptor
  [1]
  $ uname >/dev/full
  uname: write error: No space left on device
  [1]
  $ uname >&-
  uname: write error: Bad file descriptor
  [1]
  $ nproc >/dev/full
  nproc: write error: No space left on device
  [1]
  $ nproc >&-
  nproc: write error: Bad file descriptor
  [1]
  $ arch >/dev/full
  arch: write error: No space left on device
  [1]
  $ arch >&-
  arch: write error: Bad file descriptor
  [1]
  $ seq 3 >/dev/full
  seq: write error: No space left on device
  [1]
  $ seq 3 >&-
  seq: write error: Bad file descriptor
  [1]
  $ yes >/dev/full
  yes: standard output: No space left on device
  [1]
  $ yes >&-
  yes: standard output: Bad file descriptor
  [1]
  $ ls >/dev/full
  ls: write error: No space left on device
  [2]
  $ ls >&-
  ls: write error: Bad file descriptor
  [2]
  $ stat f >/dev/full
  stat: write error: No space left on device
  [1]
  $ stat f >&-
  stat: write error: Bad file descriptor
  [1]
  $ du f >/dev/full
  du: write error
  [1]
  $ du f >&-
  du: write error: Bad file descriptor
  [1]
  $ df / >/dev/full
  df: write error: No space left on device
  [1]
  $ df / >&-
  df: write error: Bad file descriptor
  [1]
  $ ps >/dev/full
  ps: write error: No space left on device
  [1]
  $ ps >&-
  ps: write error: Bad file descriptor
  [1]
  $ free >/dev/full
  free: write error
  [1]
  $ free >&-
  free: write error
  [1]
  $ uptime >/dev/full
  uptime: write error: No space left on device
  [1]
  $ uptime >&-
  uptime: write error: Bad file descriptor
  [1]
  $ w >/dev/full
  w: write error: No space left on device
  [1]
  $ w >&-
  w: write error: Bad file descriptor
  [1]
  $ tty >/dev/full
  tty: write error: No space left on device
  [3]
  $ tty >&-
  tty: write error: Bad file descriptor
  [3]
  $ basename a >/dev/full
  basename: write error: No space left on device
  [1]
  $ basename a >&-
  basename: write error: Bad file descriptor
  [1]
  $ dirname a/b >/dev/full
  dirname: write error: No space left on device
  [1]
  $ dirname a/b >&-
  dirname: write error: Bad file descriptor
  [1]
  $ realpath f >/dev/full
  realpath: write error: No space left on device
  [1]
  $ realpath f >&-
  realpath: write error: Bad file descriptor
  [1]
  $ readlink -f f >/dev/full
  readlink: write error: No space left on device
  [1]
  $ readlink -f f >&-
  readlink: write error: Bad file descriptor
  [1]
  $ expr 1 + 1 >/dev/full
  expr: write error: No space left on device
  [3]
  $ expr 1 + 1 >&-
  expr: write error: Bad file descriptor
  [3]
  $ dd if=f of=d >/dev/full
  dd: failed to open 'd': Is a directory
  [1]
  $ dd if=f of=d >&-
  dd: failed to open 'd': Is a directory
  [1]
  $ cp f /dev/full >/dev/full
  cp: error writing '/dev/full': No space left on device
  [1]
  $ cp f /dev/full >&-
  cp: error writing '/dev/full': No space left on device
  [1]
  $ diff f big >/dev/full
  diff: standard output: No space left on device
  [2]
  $ diff f big >&-
  diff: standard output: Bad file descriptor
  [2]
  $ cmp f big >/dev/full
  cmp: standard output: No space left on device
  [2]
  $ comm f f2 >/dev/full
  comm: write error: No space left on device
  [1]
  $ comm f f2 >&-
  comm: write error: Bad file descriptor
  [1]
  $ join f f2 >/dev/full
  join: write error: No space left on device
  [1]
  $ join f f2 >&-
  join: write error: Bad file descriptor
  [1]
  $ paste f f2 >&-
  paste: write error: Bad file descriptor
  [1]
  $ xargs echo a >/dev/full
  echo: write error: No space left on device
  [123]
  $ xargs echo a >&-
  echo: write error: Bad file descriptor
  [123]
  $ wc f >&-
  wc: write error: Bad file descriptor
  [1]
  $ cksum f >&-
  cksum: write error: Bad file descriptor
  [1]
  $ ln -sv f n >/dev/full
  ln: write error: No space left on device
  [1]
  $ rm -r n; ln -sv f n >&-
  ln: write error: Bad file descriptor
  [1]
  $ rm -r n; mkdir -v n >/dev/full
  mkdir: write error: No space left on device
  [1]
  $ rm -r n; mkdir -v n >&-
  mkdir: write error: Bad file descriptor
  [1]
  $ rmdir -v d >/dev/full
  rmdir: failed to remove 'd': Directory not empty
  rmdir: write error
  [1]
  $ rmdir -v d >&-
  rmdir: failed to remove 'd': Directory not empty
  rmdir: write error: Bad file descriptor
  [1]
  $ chmod -v 600 f >/dev/full
  chmod: write error: No space left on device
  [1]
  $ chmod -v 600 f >&-
  chmod: write error: Bad file descriptor
  [1]
  $ install -v f n >/dev/full
  install: write error: No space left on device
  [1]
  $ install -v f n >&-
  install: write error: Bad file descriptor
  [1]
  $ timeout 1 echo hi >/dev/full
  echo: write error: No space left on device
  [1]
  $ timeout 1 echo hi >&-
  echo: write error: Bad file descriptor
  [1]
  $ nice echo hi >/dev/full
  echo: write error: No space left on device
  [1]
  $ nice echo hi >&-
  echo: write error: Bad file descriptor
  [1]
  $ nohup echo hi >/dev/full
  echo: write error: No space left on device
  [1]
  $ nohup echo hi >&-
  echo: write error: Bad file descriptor
  [1]
  $ stdbuf -o0 echo hi >&-
  echo: write error: Bad file descriptor
  [1]
  $ env echo hi >/dev/full
  echo: write error: No space left on device
  [1]
  $ env echo hi >&-
  echo: write error: Bad file descriptor
  [1]
  $ setsid echo hi >/dev/full
  echo: write error: No space left on device
  [1]
  $ setsid echo hi >&-
  echo: write error: Bad file descriptor
  [1]
  $ base64 f >&-
  base64: write error: Bad file descriptor
  [1]
  $ awk 'BEGIN{print 1}' >&-
  awk: close failed on file "/dev/stdout" (Bad file descriptor)
  [2]
  $ awk 'BEGIN{while((getline l < "f")>0) print l}' >/dev/full
  awk: close failed on file "/dev/stdout" (No space left on device)
  [2]
  $ awk 'BEGIN{while((getline l < "f")>0) print l}' >&-
  awk: close failed on file "/dev/stdout" (Bad file descriptor)
  [2]
  $ sed -i p d >/dev/full
  sed: couldn't edit d: not a regular file
  [4]
  $ sed -i p d >&-
  sed: couldn't edit d: not a regular file
  [4]
  $ sed n nosuch >/dev/full
  sed: can't read nosuch: No such file or directory
  [2]
