od, hexdump, xxd, cmp, diff in all its outputs, and pr.

  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ printf 'b\na\nc\na\n' > f; printf '10\n9\n2\n1e3\n-5\nabc\n0.5\n' > n; printf '3 b x\n1 a y\n2 c z\n1 b w\n' > k; printf 'one\ntwo\nthree\nfour\nfive\n' > five; printf 'a\tb\tc\n1\t2\t3\n' > tab; printf 'a:b:c:d\n1:2:3:4\nnodelim\n' > col; printf 'hello world' > nn; : > empty; printf '\377\376\0\001abc\n' > bin; mkdir d; seq 20 > s20; printf '1K\n2M\n500\n1G\n' > h; printf 'Jan\nMar\nfeb\n' > m; printf 'v1.10\nv1.9\nv1.2\n' > v; printf 'x y\n' > noperm; chmod 000 noperm; printf '1 a\n2 b\n3 c\n' > j1; printf '1 x\n3 y\n4 z\n' > j2; printf 'b 1\na 2\n' > u; cp f f2; printf 'b\na\nX\na\n' > g; cp five fiveb; sed -i 's/three/THREE/;$d' fiveb; mkdir d2; echo 1 > d/a; echo 2 > d2/a; echo 3 > d/only; cp five d/c; cp five d2/c; printf 'a  b\n\nC\n' > ws1; printf 'a b\nc\n' > ws2; printf 'one\ntwo\n' > nnl1; printf 'one\ntwo' > nnl2; seq 1 30 > l1; seq 1 30 | sed '5d;20s/.*/x/' > l2; printf 'int f() {\n  a;\n}\nint g() {\n  b;\n}\n' > c1; sed 's/b;/c;/' c1 > c2; diff -u five fiveb > p.diff; diff -u l1 l2 > l.diff; touch -d '2025-01-02 03:04:05' five fiveb l1 l2 nnl1 nnl2 empty f f2 g
  $ od -N x f
  od: invalid -N argument 'x'
  [1]
  $ od -j x f
  od: invalid -j argument 'x'
  [1]
  $ od -S 3 bin
  $ od -S 3 five
  $ od --strings five
  $ od -S x five
  od: invalid -S argument 'x'
  [1]
  $ od -e f
  0000000  1.1083015643672572e-258
  0000010
  $ od --endian=foo f
  od: invalid argument ‘foo’ for ‘--endian’
  Valid arguments are:
    - ‘little’
    - ‘big’
  Try 'od --help' for more information.
  [1]
  $ hexdump -n x f
  hexdump: failed to parse length: 'x': Invalid argument
  [1]
  $ hexdump -s x f
  hexdump: failed to parse offset: 'x': Invalid argument
  [1]
  $ hexdump --canonical f
  00000000  62 0a 61 0a 63 0a 61 0a                           |b.a.c.a.|
  00000008
  $ hexdump --length 2 f
  0000000 0a62                                   
  0000002
  $ hexdump -L -C f
  00000000  62 0a 61 0a 63 0a 61 0a                           |b.a.c.a.|
  00000008
  $ hexdump -f nosuch f
  hexdump: can't read nosuch: No such file or directory
  [1]
  $ xxd -s -2 f
  00000006: 610a                                     a.
  $ xxd -i -n name f
  unsigned char name[] = {
    0x62, 0x0a, 0x61, 0x0a, 0x63, 0x0a, 0x61, 0x0a
  };
  unsigned int name_len = 8;
  $ xxd -e five
  00000000: 0a656e6f 0a6f7774 65726874 6f660a65  one.two.three.fo
  00000010: 660a7275 0a657669                    ur.five.
  $ xxd -d five
  00000000: 6f6e 650a 7477 6f0a 7468 7265 650a 666f  one.two.three.fo
  00000016: 7572 0a66 6976 650a                      ur.five.
  $ xxd -o 16 f
  00000010: 620a 610a 630a 610a                      b.a.c.a.
  $ xxd d
  xxd: Is a directory
  [2]
  $ xxd -c 300 f
  xxd: invalid number of columns (max. 256).
  [1]
  $ xxd -a <(head -c 100 /dev/zero)
  00000000: 0000 0000 0000 0000 0000 0000 0000 0000  ................
  *
  00000060: 0000 0000                                ....
  $ xxd -C -i f
  unsigned char F[] = {
    0x62, 0x0a, 0x61, 0x0a, 0x63, 0x0a, 0x61, 0x0a
  };
  unsigned int F_LEN = 8;
  $ xxd -v 2>&1 | cut -d' ' -f1
  xxd
  $ cmp -sl f g
  cmp: options -l and -s are incompatible
  cmp: Try 'cmp --help' for more information.
  [2]
  $ cmp -x f g
  cmp: invalid option -- 'x'
  cmp: Try 'cmp --help' for more information.
  [2]
  $ diff -y five fiveb
  one								one
  two								two
  three							      |	THREE
  four								four
  five							      <
  [1]
  $ diff -y -W 40 five fiveb
  one			one
  two			two
  three		   |	THREE
  four			four
  five		   <
  [1]
  $ diff -y --suppress-common-lines five fiveb
  three							      |	THREE
  five							      <
  [1]
  $ diff -y --left-column five fiveb
  one							      (
  two							      (
  three							      |	THREE
  four							      (
  five							      <
  [1]
  $ diff --side-by-side f g
  b								b
  a								a
  c							      |	X
  a								a
  [1]
  $ diff -e five fiveb
  5d
  3c
  THREE
  .
  [1]
  $ diff -n five fiveb
  d3 1
  a3 1
  THREE
  d5 1
  [1]
  $ diff -f five fiveb
  c3
  THREE
  .
  d5
  [1]
  $ diff -D NAME five fiveb
  one
  two
  #ifndef NAME
  three
  #else /* NAME */
  THREE
  #endif /* NAME */
  four
  #ifndef NAME
  five
  #endif /* ! NAME */
  [1]
  $ diff -r d d2 -x c
  diff -r -x c d/a d2/a
  1c1
  < 1
  ---
  > 2
  Only in d: only
  [1]
  $ diff -E tab col
  1,2c1,3
  < a	b	c
  < 1	2	3
  ---
  > a:b:c:d
  > 1:2:3:4
  > nodelim
  [1]
  $ diff -y nnl1 nnl2
  one								one
  two							      /	two
  [1]
  $ diff -u -c f g
  diff: conflicting output style options
  diff: Try 'diff --help' for more information.
  [2]
  $ diff -u -y f g
  diff: conflicting output style options
  diff: Try 'diff --help' for more information.
  [2]
  $ diff -e -n f g
  diff: conflicting output style options
  diff: Try 'diff --help' for more information.
  [2]
  $ diff -y -e f g
  diff: conflicting output style options
  diff: Try 'diff --help' for more information.
  [2]
  $ diff -t tab col
  1,2c1,3
  < a       b       c
  < 1       2       3
  ---
  > a:b:c:d
  > 1:2:3:4
  > nodelim
  [1]
  $ diff --horizon-lines=3 l1 l2
  5d4
  < 5
  20c19
  < 20
  ---
  > x
  [1]
  $ diff --ignore-file-name-case d d2
  diff --ignore-file-name-case d/a d2/a
  1c1
  < 1
  ---
  > 2
  Only in d: only
  [1]
  $ diff --from-file=f g five
  3c3
  < c
  ---
  > X
  1,4c1,5
  < b
  < a
  < c
  < a
  ---
  > one
  > two
  > three
  > four
  > five
  [1]
  $ diff --to-file=f g
  3c3
  < X
  ---
  > c
  [1]
  $ diff -S c -r d d2
  Only in d: only
  [1]
  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ printf 'one\ntwo\nthree\nfour\nfive\n' > five; seq 70 > s70; printf 'a\tb\nc\td\n' > tab; printf 'x\ny\n' > xy; touch -d '2025-01-02 03:04:05' five s70 tab xy; : > empty
  $ pr -t five
  one
  two
  three
  four
  five
  $ pr -T five
  one
  two
  three
  four
  five
  $ pr s70 | tail -20
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  $ pr -l 10 five
  one
  two
  three
  four
  five
  $ pr -l 5 five
  one
  two
  three
  four
  five
  $ pr -3 -t five
  one			three			five
  two			four
  $ pr -3 -a -t five
  one			two			three
  four			five
  $ pr -t -2 -w 40 five
  one		    four
  two		    five
  three
  $ pr -t -2 -s, five
  one,four
  two,five
  three
  $ pr -t -2 -s five
  one	four
  two	five
  three
  $ pr -m -t five xy
  one				    x
  two				    y
  three				    
  four				    
  five				    
  $ pr -m -t -s: five xy
  one:x
  two:y
  three:
  four:
  five:
  $ pr -n -t five
      1	one
      2	two
      3	three
      4	four
      5	five
  $ pr -n: -t five
      1:one
      2:two
      3:three
      4:four
      5:five
  $ pr -n3 -t five
    1	one
    2	two
    3	three
    4	four
    5	five
  $ pr -n:3 -t five
    1:one
    2:two
    3:three
    4:four
    5:five
  $ pr -t -o 4 five
      one
      two
      three
      four
      five
  $ pr -d -t five
  one
  
  two
  
  three
  
  four
  
  five
  
  $ pr -D '%Y' five | head -4
  
  
  2025                             five                             Page 1
  
  $ pr -t -N 10 -n five
     10	one
     11	two
     12	three
     13	four
     14	five
  $ pr -t -e tab
  a       b
  c       d
  $ pr -t -i xy
  x
  y
  $ pr -t -c five
  one
  two
  three
  four
  five
  $ pr -t -v five
  one
  two
  three
  four
  five
  $ pr -W 10 -t five
  one
  two
  three
  four
  five
  $ pr -t -J -m five xy
  one	x
  two	y
  three	
  four	
  five	
  $ pr -t -S- -2 five
  one				   -four
  two				   -five
  three
  $ pr nosuch
  pr: nosuch: No such file or directory
  [1]
  $ pr -r nosuch
  [1]
  $ pr -x
  pr: invalid option -- 'x'
  Try 'pr --help' for more information.
  [1]
  $ pr -2 -m five xy
  pr: cannot specify number of columns when printing in parallel
  [1]
  $ pr -l x five
  pr: '-l PAGE_LENGTH' invalid number of lines: ‘x’
  [1]
  $ pr -w x five
  pr: '-w PAGE_WIDTH' invalid number of characters: ‘x’
  [1]
  $ pr -h
  pr: option requires an argument -- 'h'
  Try 'pr --help' for more information.
  [1]
  $ pr empty
  $ pr five xy | wc -l
  132
