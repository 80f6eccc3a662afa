Text programs of GNU's.

  $ printf 'one\ntwo\nthree\nfour\nfive\n' > num
  $ printf 'apple 3 red\nbanana 12 yellow\ncherry 7 red\napple 1 green\ndate 20 brown\n' > fruit
  $ printf 'a:b:c\nd:e:f\n\ng::h\nnocolon\n' > colon
  $ printf 'x\tone\ny\ttwo\n' > tabs
  $ printf 'The quick brown fox\njumps over\n  the lazy dog\n\n\n\nTHE END' > text
  $ printf 'id,name\n1,ann\n2,bob\n' > csv
  $ printf '\000\001\002abc\377\n' > bin
  $ : > empty
  $ mkdir -p d/sub/deep; echo hello > d/a.txt; echo world > d/b.log; echo deep > d/sub/deep/c.txt
  $ printf '#!/bin/sh\necho hi\n' > d/run.sh; chmod 755 d/run.sh; chmod 644 num fruit d/a.txt
  $ cat nosuch
  cat: nosuch: No such file or directory
  [1]
  $ cat -n num
       1	one
       2	two
       3	three
       4	four
       5	five
  $ cat -A tabs
  x^Ione$
  y^Itwo$
  $ cat -vet bin
  ^@^A^BabcM-^?$
  $ cat num - < fruit
  one
  two
  three
  four
  five
  apple 3 red
  banana 12 yellow
  cherry 7 red
  apple 1 green
  date 20 brown
  $ cat d
  cat: d: Is a directory
  [1]
  $ cat --foo
  cat: unrecognized option '--foo'
  Try 'cat --help' for more information.
  [1]
  $ cat -Q
  cat: invalid option -- 'Q'
  Try 'cat --help' for more information.
  [1]
  $ cat -n num fruit
       1	one
       2	two
       3	three
       4	four
       5	five
       6	apple 3 red
       7	banana 12 yellow
       8	cherry 7 red
       9	apple 1 green
      10	date 20 brown
  $ tac num
  five
  four
  three
  two
  one
  $ tac text
  THE END
  
  
    the lazy dog
  jumps over
  The quick brown fox
  $ tac nosuch
  tac: failed to open 'nosuch' for reading: No such file or directory
  [1]
  $ head num
  one
  two
  three
  four
  five
  $ head -n 2 num
  one
  two
  $ head -2 num
  one
  two
  $ head -n -2 num
  one
  two
  three
  $ head -c -5 num
  one
  two
  three
  four
  $ head num fruit
  ==> num <==
  one
  two
  three
  four
  five
  
  ==> fruit <==
  apple 3 red
  banana 12 yellow
  cherry 7 red
  apple 1 green
  date 20 brown
  $ head -q -n1 num fruit
  one
  apple 3 red
  $ head -v -n1 num
  ==> num <==
  one
  $ head -n x num
  head: invalid number of lines: ‘x’
  [1]
  $ head nosuch
  head: cannot open 'nosuch' for reading: No such file or directory
  [1]
  $ head -n
  head: option requires an argument -- 'n'
  Try 'head --help' for more information.
  [1]
  $ head d
  head: error reading 'd': Is a directory
  [1]
  $ tail num
  one
  two
  three
  four
  five
  $ tail -n 2 num
  four
  five
  $ tail -2 num
  four
  five
  $ tail -n +3 num
  three
  four
  five
  $ tail +3 num
  three
  four
  five
  $ tail -c 5 num
  five
  $ tail -c +5 num
  two
  three
  four
  five
  $ tail -n1 num fruit
  ==> num <==
  five
  
  ==> fruit <==
  date 20 brown
  $ tail -q -n1 num fruit
  five
  date 20 brown
  $ tail -v -n1 num
  ==> num <==
  five
  $ tail nosuch
  tail: cannot open 'nosuch' for reading: No such file or directory
  [1]
  $ tail -n x num
  tail: invalid number of lines: ‘x’
  [1]
  $ rev num
  eno
  owt
  eerht
  ruof
  evif
  $ rev nosuch
  rev: cannot open nosuch: No such file or directory
  [1]
  $ wc num
   5  5 24 num
  $ wc -l num
  5 num
  $ wc -w text
  11 text
  $ wc -c num fruit
  24 num
  70 fruit
  94 total
  $ wc -m text
  56 text
  $ wc -L text
  19 text
  $ wc < num
   5  5 24
  $ wc -l < num
  5
  $ cat num | wc
        5       5      24
  $ wc --total=only num fruit
  10 20 94
  $ nl num
       1	one
       2	two
       3	three
       4	four
       5	five
  $ nl -ba text
       1	The quick brown fox
       2	jumps over
       3	  the lazy dog
       4	
       5	
       6	
       7	THE END
  $ nl text
       1	The quick brown fox
       2	jumps over
       3	  the lazy dog
         
         
         
       4	THE END
  $ nl -w3 -s: num
    1:one
    2:two
    3:three
    4:four
    5:five
  $ nl -v10 -i5 num
      10	one
      15	two
      20	three
      25	four
      30	five
  $ nl -bp^t num
         one
       1	two
       2	three
         four
         five
  $ nl -nrz num
  000001	one
  000002	two
  000003	three
  000004	four
  000005	five
  $ nl -nln num
  1     	one
  2     	two
  3     	three
  4     	four
  5     	five
  $ fold -w x text
  fold: invalid number of columns: ‘x’
  [1]
  $ expand tabs
  x       one
  y       two
  $ expand -t 4 tabs
  x   one
  y   two
  $ expand -t4,10 tabs
  x   one
  y   two
  $ printf '        x       y\n' | unexpand
  	x       y
  $ printf '        x       y\n' | unexpand -a
  	x	y
  $ cut -d: -f1 colon
  a
  d
  
  g
  nocolon
  $ cut -d: -f2- colon
  b:c
  e:f
  
  :h
  nocolon
  $ cut -d: -f1,3 colon
  a:c
  d:f
  
  g:h
  nocolon
  $ cut -d: -s -f2 colon
  b
  e
  
  $ cut -c1-3 num
  one
  two
  thr
  fou
  fiv
  $ cut -c -2 num
  on
  tw
  th
  fo
  fi
  $ cut -b2 num
  n
  w
  h
  o
  i
  $ cut -f1 tabs
  x
  y
  $ cut num
  cut: you must specify a list of bytes, characters, or fields
  Try 'cut --help' for more information.
  [1]
  $ cut -f num
  cut: invalid field value ‘num’
  Try 'cut --help' for more information.
  [1]
  $ cut -f0 num
  cut: fields are numbered from 1
  Try 'cut --help' for more information.
  [1]
  $ cut -f2-1 num
  cut: invalid decreasing range
  Try 'cut --help' for more information.
  [1]
  $ cut -d: -f1 --output-delimiter=- colon
  a
  d
  
  g
  nocolon
  $ cut -d: -f1,2 --output-delimiter=' ' colon
  a b
  d e
  
  g 
  nocolon
  $ cut -d '' -f1 num
  one
  two
  three
  four
  five
  $ cut -d ab -f1 num
  cut: the delimiter must be a single character
  Try 'cut --help' for more information.
  [1]
  $ cut -c1 -f1 num
  cut: only one list may be specified
  Try 'cut --help' for more information.
  [1]
  $ cut --complement -d: -f1 colon
  b:c
  e:f
  
  :h
  nocolon
  $ paste num fruit
  one	apple 3 red
  two	banana 12 yellow
  three	cherry 7 red
  four	apple 1 green
  five	date 20 brown
  $ paste -s num
  one	two	three	four	five
  $ paste -d, num fruit
  one,apple 3 red
  two,banana 12 yellow
  three,cherry 7 red
  four,apple 1 green
  five,date 20 brown
  $ paste -sd+ num
  one+two+three+four+five
  $ paste -d '\n' num fruit
  one
  apple 3 red
  two
  banana 12 yellow
  three
  cherry 7 red
  four
  apple 1 green
  five
  date 20 brown
  $ paste - - < num
  one	two
  three	four
  five	
  $ paste nosuch
  paste: nosuch: No such file or directory
  [1]
  $ sort num
  five
  four
  one
  three
  two
  $ sort -r num
  two
  three
  one
  four
  five
  $ sort -k2 -n fruit
  apple 1 green
  apple 3 red
  cherry 7 red
  banana 12 yellow
  date 20 brown
  $ sort -k2,2n fruit
  apple 1 green
  apple 3 red
  cherry 7 red
  banana 12 yellow
  date 20 brown
  $ sort -k3,3 -k2,2nr fruit
  date 20 brown
  apple 1 green
  cherry 7 red
  apple 3 red
  banana 12 yellow
  $ sort -u fruit -k1,1
  apple 3 red
  banana 12 yellow
  cherry 7 red
  date 20 brown
  $ sort -t: -k2 colon
  
  nocolon
  g::h
  a:b:c
  d:e:f
  $ sort -c num
  sort: num:3: disorder: three
  [1]
  $ sort -c fruit -k2
  sort: fruit:2: disorder: banana 12 yellow
  [1]
  $ sort -C num
  [1]
  $ sort -n nosuch
  sort: cannot read: nosuch: No such file or directory
  [2]
  $ printf 'b\na\n' | sort -z | od -c
  0000000   b  \n   a  \n  \0
  0000005
  $ sort -s -k1,1 fruit
  apple 3 red
  apple 1 green
  banana 12 yellow
  cherry 7 red
  date 20 brown
  $ sort -b -k2 fruit
  apple 1 green
  banana 12 yellow
  date 20 brown
  apple 3 red
  cherry 7 red
  $ sort -k fruit
  sort: invalid number at field start: invalid count at start of ‘fruit’
  [2]
  $ sort -k 0 fruit
  sort: field number is zero: invalid field specification ‘0’
  [2]
  $ sort -t ab num
  sort: multi-character tab ‘ab’
  [2]
  $ sort -m num fruit
  apple 3 red
  banana 12 yellow
  cherry 7 red
  apple 1 green
  date 20 brown
  one
  two
  three
  four
  five
  $ sort d
  sort: read failed: d: Is a directory
  [2]
  $ printf 'a\na\nb\n' | uniq
  a
  b
  $ printf 'a\na\nb\n' | uniq -c
        2 a
        1 b
  $ printf 'a\na\nb\n' | uniq -d
  a
  $ printf 'a\na\nb\n' | uniq -u
  b
  $ printf 'a\nA\nb\n' | uniq -i
  a
  b
  $ printf 'x a\ny a\nz b\n' | uniq -f1
  x a
  z b
  $ printf 'xa\nya\nzb\n' | uniq -s1
  xa
  zb
  $ printf 'ab\nac\nb\n' | uniq -w1
  ab
  b
  $ printf 'a\na\nb\n' | uniq -D
  a
  a
  $ uniq nosuch
  uniq: nosuch: No such file or directory
  [1]
  $ uniq num out extra
  uniq: extra operand ‘extra’
  Try 'uniq --help' for more information.
  [1]
  $ uniq -c num
        1 one
        1 two
        1 three
        1 four
        1 five
  $ tr a-z A-Z < num
  ONE
  TWO
  THREE
  FOUR
  FIVE
  $ tr -d aeiou < num
  n
  tw
  thr
  fr
  fv
  $ tr -s e < num
  one
  two
  thre
  four
  five
  $ tr '[:lower:]' '[:upper:]' < num
  ONE
  TWO
  THREE
  FOUR
  FIVE
  $ tr -c a-z '\n' < fruit
  apple
  
  
  red
  banana
  
  
  
  yellow
  cherry
  
  
  red
  apple
  
  
  green
  date
  
  
  
  brown
  $ tr
  tr: missing operand
  Try 'tr --help' for more information.
  [1]
  $ tr a b c
  tr: extra operand ‘c’
  Try 'tr --help' for more information.
  [1]
  $ tr -d a b < num
  tr: extra operand ‘b’
  Only one string may be given when deleting without squeezing repeats.
  Try 'tr --help' for more information.
  [1]
  $ tr 'a-' 'b' < num
  one
  two
  three
  four
  five
  $ tr z-a x < num
  tr: range-endpoints of 'z-a' are in reverse collating sequence order
  [1]
  $ tr -s ' ' '\n' < fruit
  apple
  3
  red
  banana
  12
  yellow
  cherry
  7
  red
  apple
  1
  green
  date
  20
  brown
  $ tr '[:foo:]' x < num
  tr: invalid character class ‘foo’
  [1]
  $ tr a '' < num
  tr: when not truncating set1, string2 must be non-empty
  [1]
  $ comm -12 <(sort num) <(sort num)
  five
  four
  one
  three
  two
  $ comm num
  comm: missing operand after ‘num’
  Try 'comm --help' for more information.
  [1]
  $ join <(sort fruit) <(sort fruit)
  apple 1 green 1 green
  apple 1 green 3 red
  apple 3 red 1 green
  apple 3 red 3 red
  banana 12 yellow 12 yellow
  cherry 7 red 7 red
  date 20 brown 20 brown
  $ seq 5
  1
  2
  3
  4
  5
  $ seq 2 5
  2
  3
  4
  5
  $ seq 1 2 10
  1
  3
  5
  7
  9
  $ seq -s, 5
  1,2,3,4,5
  $ seq -w 8 11
  08
  09
  10
  11
  $ seq 5 1
  $ seq 5 -2 1
  5
  3
  1
  $ seq 0.5 0.5 2
  0.5
  1.0
  1.5
  2.0
  $ seq -f %03g 3
  001
  002
  003
  $ seq
  seq: missing operand
  Try 'seq --help' for more information.
  [1]
  $ seq a
  seq: invalid floating point argument: ‘a’
  Try 'seq --help' for more information.
  [1]
  $ seq 1 0 5
  seq: invalid Zero increment value: ‘0’
  Try 'seq --help' for more information.
  [1]
  $ seq 1 2 3 4
  seq: extra operand ‘4’
  Try 'seq --help' for more information.
  [1]
  $ seq -5 -1
  -5
  -4
  -3
  -2
  -1
  $ seq 1e3 1002
  1000
  1001
  1002
  $ seq 999999 1000001
  999999
  1000000
  1000001
  $ seq -w 1 0.5 3
  1.0
  1.5
  2.0
  2.5
  3.0
  $ xargs < num
  one two three four five
  $ xargs -n 2 < num
  one two
  three four
  five
  $ xargs false < num
  [123]
  $ xargs nosuch < num
  xargs: failed to run command ‘nosuch’: No such file or directory
  [127]
  $ echo 'a "b c" d' | xargs -n1
  a
  b c
  d
  $ echo "it's" | xargs
  xargs: unmatched single quote; by default quotes are special to xargs unless you use the -0 option
  [1]
  $ printf 'a\0b c\0' | xargs -0 -n1
  a
  b c
  $ xargs -r echo hi < empty
  $ xargs echo hi < empty
  hi
  $ echo a b c d | xargs -n 2 -P 2 echo
  a b
  c d
  $ xargs -n x < num
  xargs: invalid number "x" for -n option
  Try 'xargs --help' for more information.
  [1]
  $ xargs -L 2 < num
  one two
  three four
  five
  $ xargs sh -c 'exit 3' < num
  [123]
  $ xargs sh -c 'exit 255' < num
  xargs: sh: exited with status 255; aborting
  [124]
  $ xargs -a num echo
  one two three four five
  $ xargs -d '\n' -n1 echo < fruit
  apple 3 red
  banana 12 yellow
  cherry 7 red
  apple 1 green
  date 20 brown
  $ xargs -s 20 echo < num
  one two three
  four five
  $ echo a | xargs -i echo {} {}
  a a
  $ xargs --foo < num
  xargs: unrecognized option '--foo'
  Try 'xargs --help' for more information.
  [1]
  $ xargs -E three < num
  one two
  $ md5sum num
  7fad74b001c55a2a11462be5af4e39c6  num
  $ md5sum nosuch
  md5sum: nosuch: No such file or directory
  [1]
  $ md5sum d
  md5sum: d: Is a directory
  [1]
  $ sha1sum num
  bc72327b8f559b0bb6cf7d2380369974d01f838c  num
  $ sha512sum empty
  cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e  empty
  $ sha256sum num | sha256sum -c -
  num: OK
  $ md5sum < num
  7fad74b001c55a2a11462be5af4e39c6  -
  $ md5sum -b num
  7fad74b001c55a2a11462be5af4e39c6 *num
  $ cksum num
  2361476270 24 num
  $ sum num
  24173     1 num
  $ sum -s num
  2124 1 num
  $ base64 num
  b25lCnR3bwp0aHJlZQpmb3VyCmZpdmUK
  $ base64 -w 10 fruit
  YXBwbGUgMy
  ByZWQKYmFu
  YW5hIDEyIH
  llbGxvdwpj
  aGVycnkgNy
  ByZWQKYXBw
  bGUgMSBncm
  VlbgpkYXRl
  IDIwIGJyb3
  duCg==
  $ base64 num | base64 -d
  one
  two
  three
  four
  five
  $ echo '!!!' | base64 -d
  base64: invalid input
  [1]
  $ base64 nosuch
  base64: nosuch: No such file or directory
  [1]
  $ base32 num
  N5XGKCTUO5XQU5DIOJSWKCTGN52XECTGNF3GKCQ=
  $ od num
  0000000 067157 005145 073564 005157 064164 062562 005145 067546
  0000020 071165 063012 073151 005145
  0000030
  $ od -c num
  0000000   o   n   e  \n   t   w   o  \n   t   h   r   e   e  \n   f   o
  0000020   u   r  \n   f   i   v   e  \n
  0000030
  $ od -An -tx1 bin
   00 01 02 61 62 63 ff 0a
  $ od -x num
  0000000 6e6f 0a65 7774 0a6f 6874 6572 0a65 6f66
  0000020 7275 660a 7669 0a65
  0000030
  $ od -A x -t x1z num
  000000 6f 6e 65 0a 74 77 6f 0a 74 68 72 65 65 0a 66 6f  >one.two.three.fo<
  000010 75 72 0a 66 69 76 65 0a                          >ur.five.<
  000018
  $ od -t d4 num
  0000000   174419567   175077236  1701996660  1868958309
  0000020  1711960693   174421609
  0000030
  $ od -j 3 -N 4 -c num
  0000003  \n   t   w   o
  0000007
  $ od -b num
  0000000 157 156 145 012 164 167 157 012 164 150 162 145 145 012 146 157
  0000020 165 162 012 146 151 166 145 012
  0000030
  $ od nosuch
  od: nosuch: No such file or directory
  [1]
  $ od -t u1 bin
  0000000   0   1   2  97  98  99 255  10
  0000010
  $ od -a bin
  0000000 nul soh stx   a   b   c del  nl
  0000010
  $ od -t f8 num
  0000000  2.0465565589241439e-258    4.17705631108063e+228
  0000020  1.3959021216182179e-258
  0000030
  $ od -i num
  0000000   174419567   175077236  1701996660  1868958309
  0000020  1711960693   174421609
  0000030
  $ od -l num
  0000000   751951003068493423  8027114816444459124
  0000020   749135108082659957
  0000030
  $ od -B num
  0000000 067157 005145 073564 005157 064164 062562 005145 067546
  0000020 071165 063012 073151 005145
  0000030
  $ od -o num
  0000000 067157 005145 073564 005157 064164 062562 005145 067546
  0000020 071165 063012 073151 005145
  0000030
  $ od -h num
  0000000 6e6f 0a65 7774 0a6f 6874 6572 0a65 6f66
  0000020 7275 660a 7669 0a65
  0000030
  $ od -w4 -c num
  0000000   o   n   e  \n
  0000004   t   w   o  \n
  0000010   t   h   r   e
  0000014   e  \n   f   o
  0000020   u   r  \n   f
  0000024   i   v   e  \n
  0000030
  $ od -A d -c num
  0000000   o   n   e  \n   t   w   o  \n   t   h   r   e   e  \n   f   o
  0000016   u   r  \n   f   i   v   e  \n
  0000024
  $ od -v -c num
  0000000   o   n   e  \n   t   w   o  \n   t   h   r   e   e  \n   f   o
  0000020   u   r  \n   f   i   v   e  \n
  0000030
  $ factor 12 97 1
  12: 2 2 3
  97: 97
  1:
  $ factor x
  factor: ‘x’ is not a valid positive integer
  [1]
  $ factor 18446744073709551615
  18446744073709551615: 3 5 17 257 641 65537 6700417
  $ echo 30 | factor
  30: 2 3 5
  $ expr 1 + 2
  3
  $ expr 7 / 2
  3
  $ expr 7 % 0
  expr: division by zero
  [2]
  $ expr length hello
  5
  $ expr substr hello 2 3
  ell
  $ expr index hello l
  3
  $ expr 1 = 1
  1
  $ expr a '<' b
  1
  $ expr 1 +
  expr: syntax error: missing argument after ‘+’
  [2]
  $ expr
  expr: missing operand
  Try 'expr --help' for more information.
  [2]
  $ expr 0
  0
  [1]
  $ expr '' '|' x
  x
  $ expr 5 - a
  expr: non-integer argument
  [2]
  $ expr 1 2
  expr: syntax error: unexpected argument ‘2’
  [2]
  $ expr 9223372036854775807 + 1
  9223372036854775808
  $ yes | head -2
  y
  y
  $ yes a b | head -1
  a b
  $ printf '%s-%d\n' a 1 b 2
  a-1
  b-2
  $ printf '%5.2f|%-5s|%05d\n' 3.14159 ab 42
   3.14|ab   |00042
  $ printf '%x %X %o %e\n' 255 255 8 12345.678
  ff FF 10 1.234568e+04
  $ printf '%q\n' 'a b'
  a\ b
  $ printf '%b' 'a\tb\n'
  a	b
  $ printf '%c%c\n' hello w
  hw
  $ printf '%%\n'
  %
  $ printf
  printf: usage: printf [-v var] format [arguments]
  [2]
  $ printf '%s\n'
  
  $ printf '%d\n' 0x1f 010 "'a"
  31
  8
  97
  $ printf '\x41\101\n'
  AA
  $ basename /a/b/c.txt .txt
  c
  $ basename
  basename: missing operand
  Try 'basename --help' for more information.
  [1]
  $ basename a b c
  basename: extra operand ‘c’
  Try 'basename --help' for more information.
  [1]
  $ basename -a a/b c/d
  b
  d
  $ basename -s .x a.x b.x
  a
  b
  $ dirname /a/b/c
  /a/b
  $ dirname
  dirname: missing operand
  Try 'dirname --help' for more information.
  [1]
  $ dirname a /x/y
  .
  /x
  $ realpath nosuch/x
  realpath: nosuch/x: No such file or directory
  [1]
  $ realpath --relative-to=d num
  ../num
  $ realpath -e nosuch
  realpath: nosuch: No such file or directory
  [1]
  $ readlink num
  [1]
  $ readlink -e nosuch
  [1]
  $ readlink -v num
  readlink: num: Invalid argument
  [1]
  $ readlink
  readlink: missing operand
  Try 'readlink --help' for more information.
  [1]
  $ nproc --ignore=1000
  1
  $ nohup true
  $ true --foo
  $ false --help
  [1]
  $ which ls
  /usr/bin/ls
  $ which nosuch
  [1]
  $ which -a nosuch ls
  /usr/bin/ls
  /bin/ls
  [1]
  $ arch
  x86_64
  $ logname
  logname: no login name
  [1]
  $ ls nosuch
  ls: cannot access 'nosuch': No such file or directory
  [2]
  $ grep o num
  one
  two
  four
  $ grep -n o num
  1:one
  2:two
  4:four
  $ grep -c o num
  3
  $ grep -v o num
  three
  five
  $ grep -i ONE num
  one
  $ grep -l o num fruit
  num
  fruit
  $ grep -L o num fruit
  $ grep -w one num
  one
  $ grep -x one num
  one
  $ grep -o 'o.' num
  on
  ou
  $ grep -e one -e two num
  one
  two
  $ grep -f num num
  one
  two
  three
  four
  five
  $ grep -E 'one|two' num
  one
  two
  $ grep -F . num
  [1]
  $ grep -A1 two num
  two
  three
  $ grep -B1 two num
  one
  two
  $ grep -C1 three num
  two
  three
  four
  $ grep -r hello d
  d/a.txt:hello
  $ grep -rn e d | sort
  d/a.txt:1:hello
  d/run.sh:2:echo hi
  d/sub/deep/c.txt:1:deep
  $ grep -h o num fruit
  one
  two
  four
  banana 12 yellow
  date 20 brown
  $ grep -H o num
  num:one
  num:two
  num:four
  $ grep -q one num; echo $?
  0
  $ grep zzz num; echo $?
  1
  $ grep o nosuch
  grep: nosuch: No such file or directory
  [2]
  $ grep -s o nosuch; echo $?
  2
  $ grep o d
  grep: d: Is a directory
  [2]
  $ grep '[' num
  grep: Invalid regular expression
  [2]
  $ grep -E '(' num
  grep: Unmatched ( or \(
  [2]
  $ grep -E 'a{1' num
  [1]
  $ grep 'a\{1' num
  grep: Unmatched \{
  [2]
  $ grep
  Usage: grep [OPTION]... PATTERNS [FILE]...
  Try 'grep --help' for more information.
  [2]
  $ grep -m1 o num
  one
  $ grep -c '' num
  5
  $ grep -b two num
  4:two
  $ grep -P 'o\w' num
  one
  four
  $ grep -z one num | tr '\0' '\n'
  one
  two
  three
  four
  five
  
  $ grep -nH two < num
  (standard input):2:two
  $ grep -Z -l one num | od -c
  0000000   n   u   m  \0
  0000004
  $ grep --foo x num
  grep: unrecognized option '--foo'
  Usage: grep [OPTION]... PATTERNS [FILE]...
  Try 'grep --help' for more information.
  [2]
  $ grep -A x one num
  grep: x: invalid context length argument
  [2]
  $ grep -vc o num
  2
  $ egrep 'o|t' num
  one
  two
  three
  four
  $ fgrep o num
  one
  two
  four
  $ sed s/o/0/ num
  0ne
  tw0
  three
  f0ur
  five
  $ sed -n 2p num
  two
  $ sed 2d num
  one
  three
  four
  five
  $ sed '$d' num
  one
  two
  three
  four
  $ sed -n '$=' num
  5
  $ sed 's/o/0/g;s/e/3/2' num
  0ne
  tw0
  thre3
  f0ur
  five
  $ sed -n '/two/,/four/p' num
  two
  three
  four
  $ sed '2,3!d' num
  two
  three
  $ sed '1~2d' num
  two
  four
  $ sed -e '1i\' -e 'top' num
  top
  one
  two
  three
  four
  five
  $ sed '1i top' num
  top
  one
  two
  three
  four
  five
  $ sed '$a end' num
  one
  two
  three
  four
  five
  end
  $ sed '2c changed' num
  one
  changed
  three
  four
  five
  $ sed -E 's/(\w+) (\w+)/\2 \1/' fruit
  3 apple red
  12 banana yellow
  7 cherry red
  1 apple green
  20 date brown
  $ sed -n l bin
  \000\001\002abc\377$
  $ sed = num
  1
  one
  2
  two
  3
  three
  4
  four
  5
  five
  $ sed 'N;s/\n/ /' num
  one two
  three four
  five
  $ sed -n 'H;${x;s/\n/,/g;p}' num
  ,one,two,three,four,five
  $ sed ':a;N;$!ba;s/\n/,/g' num
  one,two,three,four,five
  $ sed 's/x' num
  sed: -e expression #1, char 3: unterminated `s' command
  [1]
  $ sed 's/x/y/q' num
  sed: -e expression #1, char 7: unknown option to `s'
  [1]
  $ sed foo num
  sed: -e expression #1, char 1: unknown command: `f'
  [1]
  $ sed 'p;p' empty
  $ sed s/a/b/ nosuch
  sed: can't read nosuch: No such file or directory
  [2]
  $ sed -n '/a/{p;q}' fruit
  apple 3 red
  $ sed '2q' num
  one
  two
  $ sed '2q5' num; echo $?
  one
  two
  5
  $ sed 'r d/a.txt' num
  one
  hello
  two
  hello
  three
  hello
  four
  hello
  five
  hello
  $ sed '1!G;h;$!d' num
  five
  four
  three
  two
  one
  $ sed -s -n '$p' num fruit
  five
  date 20 brown
  $ sed -n '2{p}' num
  two
  $ sed 's#/#|#g' colon
  a:b:c
  d:e:f
  
  g::h
  nocolon
  $ sed 's/a/b/;;s/b/c/' fruit
  cpple 3 red
  cbnana 12 yellow
  cherry 7 red
  cpple 1 green
  dcte 20 brown
  $ sed '}' num
  sed: -e expression #1, char 1: unexpected `}'
  [1]
  $ sed '{p' num
  sed: -e expression #1, char 0: unmatched `{'
  [1]
  $ sed 'b foo' num
  sed: can't find label for jump to `foo'
  [4]
  $ sed -n '0~2p' num
  two
  four
  $ sed '/one/I d' num
  two
  three
  four
  five
  $ sed 's/ONE/x/I' num
  x
  two
  three
  four
  five
  $ sed 's/a\|b/X/g' fruit
  Xpple 3 red
  XXnXnX 12 yellow
  cherry 7 red
  Xpple 1 green
  dXte 20 Xrown
  $ sed 5,2p num
  one
  two
  three
  four
  five
  five
  $ sed '2,+1d' num
  one
  four
  five
  $ sed -n '/o/='  num
  1
  2
  4
  $ sed 'a\' num
  one
  two
  three
  four
  five
  $ sed '1d;n;d' num
  two
  four
  $ sed -n 'x;p;x' num
  
  
  
  
  
  $ sed 's/\t/ TAB /' tabs
  x TAB one
  y TAB two
  $ sed -n 'P;D' num
  one
  two
  three
  four
  five
  $ sed 's/o/\n/' num
  
  ne
  tw
  
  three
  f
  ur
  five
  $ awk '{print $1}' fruit
  apple
  banana
  cherry
  apple
  date
  $ awk -F: '{print $2}' colon
  b
  e
  
  
  
  $ awk 'NR==2' num
  two
  $ awk 'END{print NR}' num
  5
  $ awk '{s+=$2} END{print s}' fruit
  43
  $ awk '{print NF, $NF}' text
  4 fox
  2 over
  3 dog
  0 
  0 
  0 
  2 END
  $ awk 'BEGIN{printf "%5.2f|%-5s|%05d|%x|%c\n", 3.14159, "ab", 42, 255, 65}'
   3.14|ab   |00042|ff|A
  $ awk '/o/{c++} END{print c}' num
  3
  $ awk '{a[$1]+=$2} END{for(k in a) print k, a[k]}' fruit | sort
  apple 4
  banana 12
  cherry 7
  date 20
  $ awk 'BEGIN{print length("hello"), substr("hello",2,3), index("hello","l"), toupper("a")}'
  5 ell 3 A
  $ awk '{gsub(/o/,"0"); print}' num
  0ne
  tw0
  three
  f0ur
  five
  $ awk 'BEGIN{OFS="-"} {$1=$1; print}' fruit
  apple-3-red
  banana-12-yellow
  cherry-7-red
  apple-1-green
  date-20-brown
  $ awk 'BEGIN{while(i<3) print i++}'
  0
  1
  2
  $ awk 'BEGIN{system("echo sys")}'
  sys
  $ awk 'BEGIN{print match("foobar","o+"), RSTART, RLENGTH}'
  2 2 2
  $ awk '{print | "sort"}' num
  five
  four
  one
  three
  two
  $ awk 'BEGIN{exit 3}'; echo $?
  3
  $ awk 'BEGIN{printf "%d %i %o %e %g\n", 3.9, -3.9, 8, 12345.678, 0.0001}'
  3 -3 10 1.234568e+04 0.0001
  $ awk 'BEGIN { print length() }' < num
  0
  $ awk '{ $3 = "x"; print; print NF }' num
  one  x
  3
  two  x
  3
  three  x
  3
  four  x
  3
  five  x
  3
  $ awk 'BEGIN{RS=""} {print NR": "$1}' text
  1: The
  2: THE
  $ awk 'BEGIN{FS=","} {print $2}' csv
  name
  ann
  bob
  $ awk -F '[ :]' '{print $1}' colon
  a
  d
  
  g
  nocolon
  $ awk 'BEGIN{if (!("x" in a)) print "no"; a["x"]; if ("x" in a) print "yes"; delete a["x"]; print length(a)}'
  no
  yes
  0
  $ awk 'BEGIN{x["a"]=1; for (i in x) delete x[i]; print length(x)}'
  0
  $ awk 'BEGIN{print ENVIRON["HOME"] != ""}'
  1
  $ awk 'BEGIN { do { i++ } while (i < 5); print i }'
  5
  $ awk 'NR%2' num
  one
  three
  five
  $ awk '!seen[$1]++' fruit
  apple 3 red
  banana 12 yellow
  cherry 7 red
  date 20 brown
  $ awk -F: -v OFS=, '{$1=$1}1' colon
  a,b,c
  d,e,f
  
  g,,h
  nocolon
  $ awk '{sub(/o/, "[&]"); sub(/e/, "\\&")} 1' num
  [o]n&
  tw[o]
  thr&e
  f[o]ur
  fiv&
  $ diff num num
  $ diff num fruit
  1,5c1,5
  < one
  < two
  < three
  < four
  < five
  ---
  > apple 3 red
  > banana 12 yellow
  > cherry 7 red
  > apple 1 green
  > date 20 brown
  [1]
  $ diff -u num d/a.txt | tail -n +3
  @@ -1,5 +1 @@
  -one
  -two
  -three
  -four
  -five
  +hello
  $ diff -q num fruit
  Files num and fruit differ
  [1]
  $ diff num nosuch
  diff: nosuch: No such file or directory
  [2]
  $ diff -r d d
  $ diff
  diff: missing operand after 'diff'
  diff: Try 'diff --help' for more information.
  [2]
  $ diff num
  diff: missing operand after 'num'
  diff: Try 'diff --help' for more information.
  [2]
  $ diff -i num num
  $ diff -w num num
  $ diff -c num d/a.txt | tail -n +3
  ***************
  *** 1,5 ****
  ! one
  ! two
  ! three
  ! four
  ! five
  --- 1 ----
  ! hello
  $ diff -s num num
  Files num and num are identical
  $ diff d num
  diff: d/num: No such file or directory
  [2]
  $ diff -B text num | head -3
  1,7c1,5
  < The quick brown fox
  < jumps over
  $ diff --brief num fruit
  Files num and fruit differ
  [1]
  $ cmp num num
  $ cmp num fruit
  num fruit differ: byte 1, line 1
  [1]
  $ cmp num nosuch
  cmp: nosuch: No such file or directory
  [2]
  $ cmp -s num fruit; echo $?
  1
  $ cmp num
  cmp: EOF on ‘-’ which is empty
  [1]
  $ cmp empty num
  cmp: EOF on ‘empty’ which is empty
  [1]
  $ cmp -n 2 num num
  $ gunzip num
  gzip: num: unknown suffix -- ignored
  [2]
  $ zcat num
  
  gzip: num: not in gzip format
  [1]
  $ test -e num; echo $?
  0
  $ [ -d d ] && echo yes
  yes
  $ [ 1 -lt 2 -a 2 -lt 3 ]; echo $?
  0
  $ test -x d/run.sh; echo $?
  0
  $ pgrep nosuchprocess; echo $?
  1
  $ su nosuch -c id
  su: user nosuch does not exist or the user entry does not contain all the required fields
  [1]
  $ cat /etc/os-release | grep -c NAME
  3
  $ xargs echo < /dev/null
  
