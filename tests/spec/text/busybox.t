Text programs of BusyBox, in a container.

  $ docker run -d --name box busybox sleep 3000 >/dev/null
  $ b() { docker exec -w /tmp box sh -c "$1"; }
  $ b "printf 'one\\ntwo\\nthree\\nfour\\nfive\\n' > num"
  $ b "printf 'apple 3 red\\nbanana 12 yellow\\ncherry 7 red\\napple 1 green\\ndate 20 brown\\n' > fruit"
  $ b "printf 'a:b:c\\nd:e:f\\n\\ng::h\\nnocolon\\n' > colon"
  $ b "printf 'x\\tone\\ny\\ttwo\\n' > tabs"
  $ b "printf 'The quick brown fox\\njumps over\\n  the lazy dog\\n\\n\\n\\nTHE END' > text"
  $ b "printf 'id,name\\n1,ann\\n2,bob\\n' > csv"
  $ b "printf '\\000\\001\\002abc\\377\\n' > bin"
  $ b ': > empty'
  $ b 'mkdir -p d/sub/deep; echo hello > d/a.txt; echo world > d/b.log; echo deep > d/sub/deep/c.txt'
  $ b 'cat nosuch'
  cat: can't open 'nosuch': No such file or directory
  [1]
  $ b 'cat -n num'
       1	one
       2	two
       3	three
       4	four
       5	five
  $ b 'cat -A tabs'
  x^Ione$
  y^Itwo$
  $ b 'cat -vet bin'
  ^@^A^BabcM-^?$
  $ b 'cat num - < fruit'
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
  $ b 'cat d'
  cat: read error: Is a directory
  [1]
  $ b 'cat -n num fruit'
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
  $ b 'tac num'
  five
  four
  three
  two
  one
  $ b 'tac text'
  THE END
  
  
    the lazy dog
  jumps over
  The quick brown fox
  $ b 'tac nosuch'
  tac: nosuch: No such file or directory
  [1]
  $ b 'head num'
  one
  two
  three
  four
  five
  $ b 'head -n 2 num'
  one
  two
  $ b 'head -2 num'
  one
  two
  $ b 'head -n -2 num'
  one
  two
  three
  $ b 'head -c -5 num'
  one
  two
  three
  four
  $ b 'head num fruit'
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
  $ b 'head -q -n1 num fruit'
  one
  apple 3 red
  $ b 'head -v -n1 num'
  ==> num <==
  one
  $ b 'head -n x num'
  head: invalid number 'x'
  [1]
  $ b 'head nosuch'
  head: nosuch: No such file or directory
  [1]
  $ b 'tail num'
  one
  two
  three
  four
  five
  $ b 'tail -n 2 num'
  four
  five
  $ b 'tail -2 num'
  four
  five
  $ b 'tail -n +3 num'
  three
  four
  five
  $ b 'tail +3 num'
  three
  four
  five
  $ b 'tail -c 5 num'
  five
  $ b 'tail -c +5 num'
  two
  three
  four
  five
  $ b 'tail -n1 num fruit'
  ==> num <==
  five
  
  ==> fruit <==
  date 20 brown
  $ b 'tail -q -n1 num fruit'
  five
  date 20 brown
  $ b 'tail -v -n1 num'
  ==> num <==
  five
  $ b 'tail nosuch'
  tail: can't open 'nosuch': No such file or directory
  tail: no files
  [1]
  $ b 'tail -n x num'
  tail: invalid number 'x'
  [1]
  $ b 'rev num'
  eno
  owt
  eerht
  ruof
  evif
  $ b 'rev nosuch'
  rev: nosuch: No such file or directory
  [1]
  $ b 'wc num'
          5         5        24 num
  $ b 'wc -l num'
  5 num
  $ b 'wc -w text'
  11 text
  $ b 'wc -c num fruit'
         24 num
         70 fruit
         94 total
  $ b 'wc -m text'
  56 text
  $ b 'wc -L text'
  19 text
  $ b 'wc < num'
          5         5        24
  $ b 'wc -l < num'
  5
  $ b 'cat num | wc'
          5         5        24
  $ b 'nl num'
       1	one
       2	two
       3	three
       4	four
       5	five
  $ b 'nl -ba text'
       1	The quick brown fox
       2	jumps over
       3	  the lazy dog
       4	
       5	
       6	
       7	THE END
  $ b 'nl text'
       1	The quick brown fox
       2	jumps over
       3	  the lazy dog
         
         
         
       4	THE END
  $ b 'nl -w3 -s: num'
    1:one
    2:two
    3:three
    4:four
    5:five
  $ b 'nl -v10 -i5 num'
      10	one
      15	two
      20	three
      25	four
      30	five
  $ b 'nl -bp^t num'
         one
         two
         three
         four
         five
  $ b 'fold -w x text'
  fold: invalid number 'x'
  [1]
  $ b 'expand tabs'
  x       one
  y       two
  $ b 'expand -t 4 tabs'
  x   one
  y   two
  $ b 'cut -d: -f1 colon'
  a
  d
  
  g
  nocolon
  $ b 'cut -d: -f2- colon'
  b:c
  e:f
  
  :h
  nocolon
  $ b 'cut -d: -f1,3 colon'
  a:c
  d:f
  
  g:h
  nocolon
  $ b 'cut -d: -s -f2 colon'
  b
  e
  
  $ b 'cut -c1-3 num'
  one
  two
  thr
  fou
  fiv
  $ b 'cut -c -2 num'
  on
  tw
  th
  fo
  fi
  $ b 'cut -b2 num'
  n
  w
  h
  o
  i
  $ b 'cut -f1 tabs'
  x
  y
  $ b 'cut -f num'
  cut: invalid number 'num'
  [1]
  $ b 'cut -f0 num'
  cut: invalid range 0-0
  [1]
  $ b 'cut -f2-1 num'
  cut: invalid range 2-1
  [1]
  $ b 'cut -d: -f1 --output-delimiter=- colon'
  a
  d
  
  g
  nocolon
  $ b "cut -d: -f1,2 --output-delimiter=' ' colon"
  a b
  d e
  
  g 
  nocolon
  $ b "cut -d '' -f1 num"
  one
  two
  three
  four
  five
  $ b 'cut -d ab -f1 num'
  one
  two
  three
  four
  five
  $ b 'paste num fruit'
  one	apple 3 red
  two	banana 12 yellow
  three	cherry 7 red
  four	apple 1 green
  five	date 20 brown
  $ b 'paste -s num'
  one	two	three	four	five
  $ b 'paste -d, num fruit'
  one,apple 3 red
  two,banana 12 yellow
  three,cherry 7 red
  four,apple 1 green
  five,date 20 brown
  $ b 'paste -sd+ num'
  one+two+three+four+five
  $ b 'paste - - < num'
  one	two
  three	four
  five	
  $ b 'paste nosuch'
  paste: nosuch: No such file or directory
  [1]
  $ b 'sort num'
  five
  four
  one
  three
  two
  $ b 'sort -r num'
  two
  three
  one
  four
  five
  $ b 'sort -k2 -n fruit'
  apple 1 green
  apple 3 red
  cherry 7 red
  banana 12 yellow
  date 20 brown
  $ b 'sort -k2,2n fruit'
  apple 1 green
  apple 3 red
  cherry 7 red
  banana 12 yellow
  date 20 brown
  $ b 'sort -k3,3 -k2,2nr fruit'
  date 20 brown
  apple 1 green
  cherry 7 red
  apple 3 red
  banana 12 yellow
  $ b 'sort -u fruit -k1,1'
  apple 1 green
  banana 12 yellow
  cherry 7 red
  date 20 brown
  $ b 'sort -t: -k2 colon'
  
  nocolon
  g::h
  a:b:c
  d:e:f
  $ b 'sort -c num'
  Check line 2
  [1]
  $ b 'sort -c fruit -k2'
  Check line 1
  [1]
  $ b 'sort -n nosuch'
  sort: nosuch: No such file or directory
  [2]
  $ b 'sort -s -k1,1 fruit'
  apple 3 red
  apple 1 green
  banana 12 yellow
  cherry 7 red
  date 20 brown
  $ b 'sort -b -k2 fruit'
  apple 1 green
  banana 12 yellow
  date 20 brown
  apple 3 red
  cherry 7 red
  $ b 'sort -k fruit'
  sort: bad field specification
  [2]
  $ b 'sort -k 0 fruit'
  sort: bad field specification
  [2]
  $ b 'sort -t ab num'
  sort: bad -t parameter
  [2]
  $ b 'sort -m num fruit'
  apple 1 green
  apple 3 red
  banana 12 yellow
  cherry 7 red
  date 20 brown
  five
  four
  one
  three
  two
  $ b 'sort d'
  $ b 'uniq nosuch'
  uniq: can't open 'nosuch': No such file or directory
  [1]
  $ b 'uniq -c num'
        1 one
        1 two
        1 three
        1 four
        1 five
  $ b 'tr a-z A-Z < num'
  ONE
  TWO
  THREE
  FOUR
  FIVE
  $ b 'tr -d aeiou < num'
  n
  tw
  thr
  fr
  fv
  $ b 'tr -s e < num'
  one
  two
  thre
  four
  five
  $ b "tr '[:lower:]' '[:upper:]' < num"
  ONE
  TWO
  THREE
  FOUR
  FIVE
  $ b 'tr -d a b < num'
  one
  two
  three
  four
  five
  $ b "tr 'a-' 'b' < num"
  one
  two
  three
  four
  five
  $ b 'tr z-a x < num'
  one
  two
  three
  four
  five
  $ b "tr '[:foo:]' x < num"
  xne
  twx
  three
  xxur
  xive
  $ b "tr a '' < num"
  tr: STRING2 cannot be empty
  [1]
  $ b 'seq 5'
  1
  2
  3
  4
  5
  $ b 'seq 2 5'
  2
  3
  4
  5
  $ b 'seq 1 2 10'
  1
  3
  5
  7
  9
  $ b 'seq -s, 5'
  1,2,3,4,5
  $ b 'seq -w 8 11'
  08
  09
  10
  11
  $ b 'seq 5 1'
  $ b 'seq 5 -2 1'
  5
  3
  1
  $ b 'seq 0.5 0.5 2'
  0.5
  1.0
  1.5
  2.0
  $ b 'seq -5 -1'
  -5
  -4
  -3
  -2
  -1
  $ b 'seq 1e3 1002'
  1000
  1001
  1002
  $ b 'seq 999999 1000001'
  999999
  1000000
  1000001
  $ b 'seq -w 1 0.5 3'
  1.0
  1.5
  2.0
  2.5
  3.0
  $ b 'xargs < num'
  one two three four five
  $ b 'xargs -n 2 < num'
  one two
  three four
  five
  $ b 'xargs false < num'
  [123]
  $ b 'xargs nosuch < num'
  xargs: nosuch: No such file or directory
  [127]
  $ b 'xargs -r echo hi < empty'
  $ b 'xargs echo hi < empty'
  hi
  $ b 'echo a b c d | xargs -n 2 -P 2 echo'
  a b
  c d
  $ b 'xargs -n x < num'
  xargs: invalid number 'x'
  [1]
  $ b "xargs sh -c 'exit 3' < num"
  [123]
  $ b "xargs sh -c 'exit 255' < num"
  xargs: sh: exited with status 255; aborting
  [124]
  $ b 'xargs -a num echo'
  one two three four five
  $ b 'xargs -s 20 echo < num'
  one two three
  four five
  $ b 'echo a | xargs -i echo {} {}'
  a a
  $ b 'xargs -E three < num'
  one two
  $ b 'md5sum num'
  7fad74b001c55a2a11462be5af4e39c6  num
  $ b 'md5sum nosuch'
  md5sum: can't open 'nosuch': No such file or directory
  [1]
  $ b 'md5sum d'
  md5sum: can't read 'd': Is a directory
  [1]
  $ b 'sha1sum num'
  bc72327b8f559b0bb6cf7d2380369974d01f838c  num
  $ b 'sha512sum empty'
  cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e  empty
  $ b 'sha256sum num | sha256sum -c -'
  num: OK
  $ b 'md5sum < num'
  7fad74b001c55a2a11462be5af4e39c6  -
  $ b 'md5sum -b num'
  7fad74b001c55a2a11462be5af4e39c6 *num
  $ b 'base64 num'
  b25lCnR3bwp0aHJlZQpmb3VyCmZpdmUK
  $ b 'base64 -w 10 fruit'
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
  $ b 'base64 num | base64 -d'
  one
  two
  three
  four
  five
  $ b 'base64 nosuch'
  base64: nosuch: No such file or directory
  [1]
  $ b 'od num'
  0000000 067157 005145 073564 005157 064164 062562 005145 067546
  0000020 071165 063012 073151 005145
  0000030
  $ b 'od -c num'
  0000000   o   n   e  \n   t   w   o  \n   t   h   r   e   e  \n   f   o
  0000020   u   r  \n   f   i   v   e  \n
  0000030
  $ b 'od -An -tx1 bin'
   00 01 02 61 62 63 ff 0a
  $ b 'od -x num'
  0000000 6e6f 0a65 7774 0a6f 6874 6572 0a65 6f66
  0000020 7275 660a 7669 0a65
  0000030
  $ b 'od -t d4 num'
  0000000   174419567   175077236  1701996660  1868958309
  0000020  1711960693   174421609
  0000030
  $ b 'od -j 3 -N 4 -c num'
  0000003  \n   t   w   o
  0000007
  $ b 'od -b num'
  0000000 157 156 145 012 164 167 157 012 164 150 162 145 145 012 146 157
  0000020 165 162 012 146 151 166 145 012
  0000030
  $ b 'od nosuch'
  od: nosuch: No such file or directory
  [1]
  $ b 'od -t u1 bin'
  0000000   0   1   2  97  98  99 255  10
  0000010
  $ b 'od -a bin'
  0000000 nul soh stx   a   b   c del  nl
  0000010
  $ b 'od -i num'
  0000000   174419567   175077236  1701996660  1868958309
  0000020  1711960693   174421609
  0000030
  $ b 'od -l num'
  0000000   751951003068493423  8027114816444459124
  0000020   749135108082659957
  0000030
  $ b 'od -B num'
  0000000 067157 005145 073564 005157 064164 062562 005145 067546
  0000020 071165 063012 073151 005145
  0000030
  $ b 'od -o num'
  0000000 067157 005145 073564 005157 064164 062562 005145 067546
  0000020 071165 063012 073151 005145
  0000030
  $ b 'od -h num'
  0000000 6e6f 0a65 7774 0a6f 6874 6572 0a65 6f66
  0000020 7275 660a 7669 0a65
  0000030
  $ b 'od -w4 -c num'
  0000000   o   n   e  \n
  0000004   t   w   o  \n
  0000010   t   h   r   e
  0000014   e  \n   f   o
  0000020   u   r  \n   f
  0000024   i   v   e  \n
  0000030
  $ b 'od -A d -c num'
  0000000   o   n   e  \n   t   w   o  \n   t   h   r   e   e  \n   f   o
  0000016   u   r  \n   f   i   v   e  \n
  0000024
  $ b 'od -v -c num'
  0000000   o   n   e  \n   t   w   o  \n   t   h   r   e   e  \n   f   o
  0000020   u   r  \n   f   i   v   e  \n
  0000030
  $ b 'factor 12 97 1'
  12: 2 2 3
  97: 97
  1:
  $ b 'factor 18446744073709551615'
  18446744073709551615: 3 5 17 257 641 65537 6700417
  $ b 'echo 30 | factor'
  30: 2 3 5
  $ b 'expr 1 + 2'
  3
  $ b 'expr 7 / 2'
  3
  $ b 'expr 7 % 0'
  expr: division by zero
  [2]
  $ b 'expr length hello'
  5
  $ b 'expr substr hello 2 3'
  ell
  $ b 'expr index hello l'
  3
  $ b 'expr 1 = 1'
  1
  $ b "expr a '<' b"
  1
  $ b 'expr 1 +'
  expr: syntax error
  [2]
  $ b 'expr'
  expr: too few arguments
  [2]
  $ b 'expr 0'
  0
  [1]
  $ b "expr '' '|' x"
  x
  $ b 'expr 5 - a'
  expr: non-numeric argument
  [2]
  $ b 'expr 1 2'
  expr: syntax error
  [2]
  $ b 'expr 9223372036854775807 + 1'
  -9223372036854775808
  $ b 'yes | head -2'
  y
  y
  $ b 'yes a b | head -1'
  a b
  $ b 'basename /a/b/c.txt .txt'
  c
  $ b 'basename -a a/b c/d'
  b
  d
  $ b 'basename -s .x a.x b.x'
  a
  b
  $ b 'dirname /a/b/c'
  /a/b
  $ b 'realpath nosuch/x'
  realpath: nosuch/x: No such file or directory
  [1]
  $ b 'realpath -e nosuch'
  realpath: -e: No such file or directory
  realpath: nosuch: No such file or directory
  [1]
  $ b 'realpath -m a/../b'
  realpath: -m: No such file or directory
  realpath: a/../b: No such file or directory
  [1]
  $ b 'readlink num'
  [1]
  $ b 'readlink -v num'
  readlink: num: cannot read link: not a symlink
  [1]
  $ b 'nproc --ignore=1000'
  1
  $ b 'true --foo'
  $ b 'false --help'
  [1]
  $ b 'which ls'
  /bin/ls
  $ b 'which nosuch'
  [1]
  $ b 'which -a nosuch ls'
  /bin/ls
  [1]
  $ b 'arch'
  x86_64
  $ b 'ls nosuch'
  ls: nosuch: No such file or directory
  [1]
  $ b 'grep o num'
  one
  two
  four
  $ b 'grep -n o num'
  1:one
  2:two
  4:four
  $ b 'grep -c o num'
  3
  $ b 'grep -v o num'
  three
  five
  $ b 'grep -i ONE num'
  one
  $ b 'grep -l o num fruit'
  num
  fruit
  $ b 'grep -L o num fruit'
  [1]
  $ b 'grep -w one num'
  one
  $ b 'grep -x one num'
  one
  $ b "grep -o 'o.' num"
  on
  ou
  $ b 'grep -e one -e two num'
  one
  two
  $ b 'grep -f num num'
  one
  two
  three
  four
  five
  $ b "grep -E 'one|two' num"
  one
  two
  $ b 'grep -F . num'
  [1]
  $ b 'grep -A1 two num'
  two
  three
  $ b 'grep -B1 two num'
  one
  two
  $ b 'grep -C1 three num'
  two
  three
  four
  $ b 'grep -h o num fruit'
  one
  two
  four
  banana 12 yellow
  date 20 brown
  $ b 'grep -H o num'
  num:one
  num:two
  num:four
  $ b 'grep -q one num; echo $?'
  0
  $ b 'grep zzz num; echo $?'
  1
  $ b 'grep o nosuch'
  grep: nosuch: No such file or directory
  [2]
  $ b 'grep -s o nosuch; echo $?'
  2
  $ b "grep -E 'a{1' num"
  [1]
  $ b 'grep -m1 o num'
  one
  $ b "grep -c '' num"
  5
  $ b 'grep -nH two < num'
  (standard input):2:two
  $ b 'grep -vc o num'
  2
  $ b "egrep 'o|t' num"
  one
  two
  three
  four
  $ b 'fgrep o num'
  one
  two
  four
  $ b 'sed s/o/0/ num'
  0ne
  tw0
  three
  f0ur
  five
  $ b 'sed -n 2p num'
  two
  $ b 'sed 2d num'
  one
  three
  four
  five
  $ b "sed 's/o/0/g;s/e/3/2' num"
  0ne
  tw0
  thre3
  f0ur
  five
  $ b "sed -n '/two/,/four/p' num"
  two
  three
  four
  $ b "sed '1i top' num"
  top
  one
  two
  three
  four
  five
  $ b "sed '2c changed' num"
  one
  changed
  three
  four
  five
  $ b 'sed = num'
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
  $ b "sed 's/x' num"
  sed: unmatched '/'
  [1]
  $ b "sed 's/x/y/q' num"
  sed: bad option in substitution expression
  [1]
  $ b 'sed foo num'
  sed: unsupported command f
  [1]
  $ b "sed 'p;p' empty"
  $ b 'sed s/a/b/ nosuch'
  sed: nosuch: No such file or directory
  [1]
  $ b "sed -n '/a/{p;q}' fruit"
  apple 3 red
  $ b "sed '2q' num"
  one
  two
  $ b "sed 'r d/a.txt' num"
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
  $ b "sed -n '2{p}' num"
  two
  $ b "sed 's#/#|#g' colon"
  a:b:c
  d:e:f
  
  g::h
  nocolon
  $ b "sed 's/a/b/;;s/b/c/' fruit"
  cpple 3 red
  cbnana 12 yellow
  cherry 7 red
  cpple 1 green
  dcte 20 brown
  $ b "sed 'b foo' num"
  sed: can't find label for jump to 'foo'
  [1]
  $ b "sed 's/ONE/x/I' num"
  x
  two
  three
  four
  five
  $ b 'sed 5,2p num'
  one
  two
  three
  four
  five
  five
  $ b "sed '2,+1d' num"
  one
  four
  five
  $ b "sed -n '/o/='  num"
  1
  2
  4
  $ b "sed '1d;n;d' num"
  two
  four
  $ b "sed -n 'x;p;x' num"
  
  
  
  
  
  $ b "sed -n 'P;D' num"
  one
  two
  three
  four
  five
  $ b "awk 'NR==2' num"
  two
  $ b "awk 'END{print NR}' num"
  5
  $ b "awk '/o/{c++} END{print c}' num"
  3
  $ b "awk 'BEGIN{while(i<3) print i++}'"
  0
  1
  2
  $ b "awk 'BEGIN{print 1/0}'"
  awk: cmd. line:1: Division by zero
  [1]
  $ b 'awk -f nosuch num'
  awk: can't open 'nosuch': No such file or directory
  [1]
  $ b "awk '{print' num"
  awk: cmd. line:1: Unexpected token
  [1]
  $ b "awk 'BEGIN { print length() }' < num"
  0
  $ b "awk 'BEGIN { do { i++ } while (i < 5); print i }'"
  5
  $ b "awk 'NR%2' num"
  one
  three
  five
  $ b 'diff num num'
  $ b 'diff num fruit'
  --- num
  +++ fruit
  @@ -1,5 +1,5 @@
  -one
  -two
  -three
  -four
  -five
  +apple 3 red
  +banana 12 yellow
  +cherry 7 red
  +apple 1 green
  +date 20 brown
  [1]
  $ b 'diff -u num d/a.txt | tail -n +3'
  @@ -1,5 +1 @@
  -one
  -two
  -three
  -four
  -five
  +hello
  $ b 'diff -q num fruit'
  Files num and fruit differ
  [1]
  $ b 'diff -r d d'
  $ b 'diff -i num num'
  $ b 'diff -w num num'
  $ b 'diff -B text num | head -3'
  --- text
  +++ num
  @@ -1,7 +1,5 @@
  $ b 'diff --brief num fruit'
  Files num and fruit differ
  [1]
  $ b 'cmp num num'
  $ b 'cmp num nosuch'
  cmp: nosuch: No such file or directory
  [2]
  $ b 'cmp -s num fruit; echo $?'
  1
  $ b 'cmp num'
  cmp: EOF on -
  [1]
  $ b 'cmp empty num'
  cmp: EOF on empty
  [1]
  $ b 'cmp -n 2 num num'
  $ b 'gunzip num'
  gunzip: num: unknown suffix - ignored
  [1]
  $ b 'zcat num'
  zcat: no gzip/bzip2/xz magic
  [1]
  $ b 'test -e num; echo $?'
  0
  $ b '[ -d d ] && echo yes'
  yes
  $ b '[ 1 -lt 2 -a 2 -lt 3 ]; echo $?'
  0
  $ b 'su nosuch -c id'
  su: unknown user nosuch
  [1]
  $ b 'sysctl -n kernel.ostype'
  Linux
  $ b 'xargs echo < /dev/null'
  
  $ b 'echo a > la; echo b > lb; grep -L a la lb'
  lb
  $ b 'grep 2> /dev/null; echo $?'
  2
  $ b 'head -c 513 /dev/zero > z; find z -size -1k; find z -size 1k; find z -size 513c'
  z
  z
  $ b 'echo "a \"b" | xargs'
  xargs: unmatched double quote
  [1]
  $ b 'mkdir -p own; cp -r own own/sub'
  cp: recursion detected, omitting directory 'own/sub'
  [1]
