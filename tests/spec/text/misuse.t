What GNU's text programs say of operands they can not use, and what seldom used options do.

  $ seq 5 > f; seq 6 9 > g; mkdir d
  $ tail -2 f g
  tail: option used in invalid context -- 2
  [1]
  $ tail -2 f
  4
  5
  $ tail -s x f
  tail: invalid number of seconds: ‘x’
  [1]
  $ tail --pid=x f
  tail: invalid PID: ‘x’
  [1]
  $ tail --retry -n1 f
  tail: warning: --retry ignored; --retry is useful only when following
  5
  $ wc --total=x f
  wc: invalid argument ‘x’ for ‘--total’
  Valid arguments are:
    - ‘auto’
    - ‘always’
    - ‘only’
    - ‘never’
  Try 'wc --help' for more information.
  [1]
  $ wc --files0-from=nope
  wc: cannot open 'nope' for reading: No such file or directory
  [1]
  $ wc --files0-from=f g
  wc: extra operand 'g'
  file operands cannot be combined with --files0-from
  Try 'wc --help' for more information.
  [1]
  $ printf 'inf\nnan\n3\n-inf\nx\n-1\n' | sort -g
  x
  nan
  -inf
  -1
  3
  inf
  $ sort --sort=x f 2>&1 | head -1
  sort: invalid argument ‘x’ for ‘--sort’
  $ sort -S x f
  sort: invalid -S argument 'x'
  [2]
  $ echo ab | tr 'a\' x
  tr: warning: an unescaped backslash at end of string is not portable
  xb
  $ echo ab | tr abc '[x*z]'
  tr: invalid repeat count ‘z’ in [c*n] construct
  [1]
  $ seq 18446744073709551615 18446744073709551617
  18446744073709551615
  18446744073709551616
  18446744073709551617
  $ seq 3 -1 1 | paste -sd, -
  3,2,1
  $ split -n l/2/2 f
  4
  5
  $ split -n r/1/2 f
  1
  3
  5
  $ split -n 3/2 f
  split: invalid chunk number: ‘3’
  [1]
  $ split -n 0 f
  split: invalid number of chunks: ‘0’
  [1]
  $ split d
  split: d: Is a directory
  [1]
  $ split -n r/2 f; paste xaa xab; rm xaa xab
  1	2
  3	4
  5	
  $ echo a | tee --output-error=w 2>&1 | head -1
  tee: ambiguous argument ‘w’ for ‘--output-error’
  $ uniq --group=x f 2>&1 | head -2
  uniq: invalid argument ‘x’ for ‘--group’
  Valid arguments are:
  $ cut -f 1-2-3 f 2>&1 | head -1
  cut: invalid field range
  $ cut -c 99999999999999999999 f 2>&1 | head -1
  cut: byte/character offset ‘99999999999999999999’ is too large
  $ cut -c -0 f 2>&1 | head -1
  cut: invalid decreasing range
  $ fold -w 0 f
  fold: invalid number of columns: ‘0’: Numerical result out of range
  [1]
  $ nl -w 0 f
  nl: invalid line number field width: ‘0’: Numerical result out of range
  [1]
  $ nl -w 99999999999 f
  nl: invalid line number field width: ‘99999999999’: Value too large for defined data type
  [1]
  $ nl -l 0 f
       1	1
       2	2
       3	3
       4	4
       5	5
  $ shuf -e -i 1-2
  shuf: cannot combine -e and -i options
  Try 'shuf --help' for more information.
  [1]
  $ printf 'b\na\n' > u; comm u u
  		b
  		a
  $ comm --check-order u u
  		b
  comm: file 1 is not in sorted order
  [1]
  $ join --check-order u g
  join: u:2: is not sorted: a
  [1]
  $ join -a 3 f g
  join: invalid file number: ‘3’
  [1]
  $ join -o 3.1 f g
  join: invalid file number in field spec: ‘3.1’
  [1]
