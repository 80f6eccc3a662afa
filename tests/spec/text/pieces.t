split, csplit, fold, shuf, head, tail, nl, wc, seq, numfmt, factor, fmt and column: seldom used options and what they refuse.

  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ printf 'b\na\nc\na\n' > f; printf '10\n9\n2\n1e3\n-5\nabc\n0.5\n' > n; printf '3 b x\n1 a y\n2 c z\n1 b w\n' > k; printf 'one\ntwo\nthree\nfour\nfive\n' > five; printf 'a\tb\tc\n1\t2\t3\n' > tab; printf 'a:b:c:d\n1:2:3:4\nnodelim\n' > col; printf 'hello world' > nn; : > empty; printf '\377\376\0\001abc\n' > bin; mkdir d; seq 20 > s20; printf '1K\n2M\n500\n1G\n' > h; printf 'Jan\nMar\nfeb\n' > m; printf 'v1.10\nv1.9\nv1.2\n' > v; printf 'x y\n' > noperm; chmod 000 noperm; printf '1 a\n2 b\n3 c\n' > j1; printf '1 x\n3 y\n4 z\n' > j2; printf 'b 1\na 2\n' > u
  $ fold -w -1 nn
  fold: invalid number of columns: ‘-1’
  [1]
  $ fold -w 99999999999999999999 nn
  fold: invalid number of columns: ‘99999999999999999999’: Numerical result out of range
  [1]
  $ shuf d
  shuf: read error: Is a directory
  [1]
  $ shuf --random-source=nosuch f
  shuf: nosuch: No such file or directory
  [1]
  $ shuf -o a -o b f
  shuf: multiple output files specified
  [1]
  $ shuf -i 18446744073709551615-18446744073709551616
  shuf: invalid input range: ‘18446744073709551615-18446744073709551616’: Value too large for defined data type
  [1]
  $ head -5x five
  head: invalid trailing option -- x
  Try 'head --help' for more information.
  [1]
  $ head -n 99999999999999999999 f
  b
  a
  c
  a
  $ tail -n 99999999999999999999 f
  b
  a
  c
  a
  $ rev d
  rev: fgetwc() failed: Is a directory
  [1]
  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ printf 'b\na\nc\na\n' > f; printf '10\n9\n2\n1e3\n-5\nabc\n0.5\n' > n; printf '3 b x\n1 a y\n2 c z\n1 b w\n' > k; printf 'one\ntwo\nthree\nfour\nfive\n' > five; printf 'a\tb\tc\n1\t2\t3\n' > tab; printf 'a:b:c:d\n1:2:3:4\nnodelim\n' > col; printf 'hello world' > nn; : > empty; printf '\377\376\0\001abc\n' > bin; mkdir d; seq 20 > s20; printf '1K\n2M\n500\n1G\n' > h; printf 'Jan\nMar\nfeb\n' > m; printf 'v1.10\nv1.9\nv1.2\n' > v; printf 'x y\n' > noperm; chmod 000 noperm; printf '1 a\n2 b\n3 c\n' > j1; printf '1 x\n3 y\n4 z\n' > j2; printf 'b 1\na 2\n' > u
  $ nl -l 0 five
       1	one
       2	two
       3	three
       4	four
       5	five
  $ printf '\\:\\:\\:\nhead\n\\:\\:\nbody\n\\:\nfoot\n' | nl -ha -fa
  
       1	head
  
       1	body
  
       1	foot
  $ nl -b 'p[' f
  nl: Invalid regular expression
  [1]
  $ printf 'f\0five\0' | wc --files0-from=-
  4 4 8 f
  5 5 24 five
  9 9 32 total
  $ printf '\0' | wc --files0-from=-
  wc: -:1: invalid zero-length file name
  [1]
  $ seq 1 nan
  seq: invalid ‘not-a-number’ argument: ‘nan’
  Try 'seq --help' for more information.
  [1]
  $ seq nan
  seq: invalid ‘not-a-number’ argument: ‘nan’
  Try 'seq --help' for more information.
  [1]
  $ seq -f '%Lg' 2
  1
  2
  $ numfmt --to=si 1000 1500 1000000
  1.0k
  1.5k
  1.0M
  $ numfmt --to=si 999 999.5 9999 99999
  999
  1.0k
  10k
  100k
  $ numfmt --from=si 1Ki
  numfmt: invalid suffix in input ‘1Ki’: ‘i’
  [2]
  $ numfmt --suffix=B --to=si 1000
  1.0kB
  $ numfmt --format=x 5
  numfmt: format ‘x’ has no % directive
  [1]
  $ numfmt --format=%f%f 5
  numfmt: format ‘%f%f’ has too many % directives
  [1]
  $ numfmt --round=up --to=si 1001
  1.1k
  $ numfmt --round=down --to=si 1999
  1.9k
  $ numfmt --round=nearest --to=si 1550
  1.6k
  $ numfmt --round=towards-zero --to=si -- -1999
  -1.9k
  $ numfmt --round=foo 1
  numfmt: invalid argument ‘foo’ for ‘--round’
  Valid arguments are:
    - ‘up’
    - ‘down’
    - ‘from-zero’
    - ‘towards-zero’
    - ‘nearest’
  Try 'numfmt --help' for more information.
  [1]
  $ numfmt --field=2 --to=si <<< 'a 1000 b'
  a 1.0k b
  $ numfmt --field=2-3 --to=si <<< 'a 1000 2000'
  a 1.0k 2.0k
  $ numfmt --field=- --to=si <<< '1000 2000'
  1.0k 2.0k
  $ numfmt --field=0 1
  numfmt: fields are numbered from 1
  Try 'numfmt --help' for more information.
  [1]
  $ numfmt -d: --field=2 --to=si <<< 'a:1000'
  a:1.0k
  $ numfmt -d ab 1
  numfmt: the delimiter must be a single character
  [1]
  $ numfmt --header --to=si <<< $'h\n1000'
  h
  1.0k
  $ numfmt --header=2 --to=si <<< $'h\nb\n1000'
  h
  b
  1.0k
  $ numfmt --header=x 1
  numfmt: invalid header value ‘x’
  [1]
  $ numfmt --header=0 1
  numfmt: invalid header value ‘0’
  [1]
  $ numfmt --invalid=foo x
  numfmt: invalid argument ‘foo’ for ‘--invalid’
  Valid arguments are:
    - ‘abort’
    - ‘fail’
    - ‘warn’
    - ‘ignore’
  Try 'numfmt --help' for more information.
  [1]
  $ numfmt --grouping --to=si 1000
  numfmt: grouping cannot be combined with --to
  [1]
  $ numfmt 1.5 -- -1
  1.5
  -1
  $ numfmt --to=iec -- -1024
  -1.0K
  $ numfmt 123456789012345678901234567890
  numfmt: value too large to be printed: '1.23457e+29' (consider using --to)
  [2]
  $ numfmt --to=si 123456 1234567 12345678
  124k
  1.3M
  13M
  $ numfmt --to=si --format=%.3f 123456
  123.456k
  $ factor 340282366920938463463374607431768211455
  340282366920938463463374607431768211455: 3 5 17 257 641 65537 274177 6700417 67280421310721
  $ fmt -w 10 five
  one two
  three
  four five
  $ fmt -w 99999 five
  fmt: invalid width: ‘99999’: Numerical result out of range
  [1]
  $ fmt -10 five
  one two
  three
  four five
  $ fmt -g 5 five
  one two
  three
  four five
  $ fmt -g 80 -w 70 five
  fmt: invalid width: ‘80’: Value too large for defined data type
  [1]
  $ fmt nosuch
  fmt: cannot open 'nosuch' for reading: No such file or directory
  [1]
  $ column -c x s20
  column: invalid columns argument: 'x'
  [1]
  $ column -t -J -N a,b,c k
  {
     "table": [
        {
           "a": "3",
           "b": "b",
           "c": "x"
        },{
           "a": "1",
           "b": "a",
           "c": "y"
        },{
           "a": "2",
           "b": "c",
           "c": "z"
        },{
           "a": "1",
           "b": "b",
           "c": "w"
        }
     ]
  }
  $ column -J k
  column: option --table-columns or --table-column required for --json
  [1]
  $ column d
  column: read failed: Is a directory
  [1]
  $ column -t -H 1 -N a,b,c k
  b  c
  b  x
  a  y
  c  z
  b  w
  $ column -e <<< $'a\n\nb'
  a	b
  $ column -n t -J -N a,b,c k
  {
     "t": [
        {
           "a": "3",
           "b": "b",
           "c": "x"
        },{
           "a": "1",
           "b": "a",
           "c": "y"
        },{
           "a": "2",
           "b": "c",
           "c": "z"
        },{
           "a": "1",
           "b": "b",
           "c": "w"
        }
     ]
  }
  $ column -t -l 2 k
  3  b x
  1  a y
  2  c z
  1  b w
  $ column -t -E 2 k
  3  b  x
  1  a  y
  2  c  z
  1  b  w
  $ column -t -O 2,1 -N a,b,c k
  b  a  c
  b  3  x
  a  1  y
  c  2  z
  b  1  w
  $ column -t -T 1 k
  3  b  x
  1  a  y
  2  c  z
  1  b  w
  $ column -t -W 1 k
  3  b  x
  1  a  y
  2  c  z
  1  b  w
  $ column -t -d -N a,b,c k
  3  b  x
  1  a  y
  2  c  z
  1  b  w
  $ column -t -R x k
  column: undefined column name 'x'
  [1]
  $ column -t -C name=x k
  x     
  3  b  x
  1  a  y
  2  c  z
  1  b  w
  $ column -S 4 -c 40 s20
  1     4     7     10    13    16    19
  2     5     8     11    14    17    20
  3     6     9     12    15    18
