sort, uniq, cut, paste, join, comm and tr: options that exclude each other, old forms, and lists of files.

  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ printf 'b\na\nc\na\n' > f; printf '10\n9\n2\n1e3\n-5\nabc\n0.5\n' > n; printf '3 b x\n1 a y\n2 c z\n1 b w\n' > k; printf 'one\ntwo\nthree\nfour\nfive\n' > five; printf 'a\tb\tc\n1\t2\t3\n' > tab; printf 'a:b:c:d\n1:2:3:4\nnodelim\n' > col; printf 'hello world' > nn; : > empty; printf '\377\376\0\001abc\n' > bin; mkdir d; seq 20 > s20; printf '1K\n2M\n500\n1G\n' > h; printf 'Jan\nMar\nfeb\n' > m; printf 'v1.10\nv1.9\nv1.2\n' > v; printf 'x y\n' > noperm; chmod 000 noperm; printf '1 a\n2 b\n3 c\n' > j1; printf '1 x\n3 y\n4 z\n' > j2; printf 'b 1\na 2\n' > u
  $ sort -gn n
  sort: options '-gn' are incompatible
  [2]
  $ sort -ng n
  sort: options '-gn' are incompatible
  [2]
  $ sort -hn h
  sort: options '-hn' are incompatible
  [2]
  $ sort -Vn v
  sort: options '-nV' are incompatible
  [2]
  $ sort -t '\t' f
  sort: multi-character tab ‘\\t’
  [2]
  $ sort -t: -t, f
  sort: incompatible tabs
  [2]
  $ sort -cC f
  sort: options '-cC' are incompatible
  [2]
  $ sort -c n five
  sort: extra operand 'five' not allowed with -c
  [2]
  $ sort --check=x f
  sort: invalid argument ‘x’ for ‘--check’
  Valid arguments are:
    - ‘quiet’, ‘silent’
    - ‘diagnose-first’
  Try 'sort --help' for more information.
  [1]
  $ sort --check= f
  sort: ambiguous argument ‘’ for ‘--check’
  Valid arguments are:
    - ‘quiet’, ‘silent’
    - ‘diagnose-first’
  Try 'sort --help' for more information.
  [1]
  $ sort --files0-from=nosuch
  sort: open failed: nosuch: No such file or directory
  [2]
  $ printf 'f\0\0' | sort --files0-from=-
  sort: -:2: invalid zero-length file name
  [2]
  $ printf '' | sort --files0-from=-
  sort: no input from '-'
  [2]
  $ sort --parallel=0 f
  sort: number in parallel must be nonzero
  [2]
  $ sort --parallel=x f
  sort: invalid --parallel argument 'x'
  [2]
  $ sort --parallel f
  sort: invalid --parallel argument 'f'
  [2]
  $ sort --batch-size=1 f
  sort: invalid --batch-size argument ‘1’
  sort: minimum --batch-size argument is ‘2’
  [2]
  $ sort --batch-size=x f
  sort: invalid --batch-size argument 'x'
  [2]
  $ sort --random-source=nosuch -R f
  sort: open failed: nosuch: No such file or directory
  [2]
  $ sort -dn f
  sort: options '-dn' are incompatible
  [2]
  $ sort -dM f
  sort: options '-dM' are incompatible
  [2]
  $ sort -nM f
  sort: options '-Mn' are incompatible
  [2]
  $ sort -hg f
  sort: options '-gh' are incompatible
  [2]
  $ sort +1 k
  1 a y
  1 b w
  3 b x
  2 c z
  $ sort +1 -2 k
  1 a y
  1 b w
  3 b x
  2 c z
  $ sort f | uniq -cD
  uniq: printing all duplicated lines and repeat counts is meaningless
  Try 'uniq --help' for more information.
  [1]
  $ uniq -f -1 k
  uniq: -1: invalid number of fields to skip
  [1]
  $ uniq +1 k
  3 b x
  1 a y
  2 c z
  1 b w
  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ printf 'b\na\nc\na\n' > f; printf '10\n9\n2\n1e3\n-5\nabc\n0.5\n' > n; printf '3 b x\n1 a y\n2 c z\n1 b w\n' > k; printf 'one\ntwo\nthree\nfour\nfive\n' > five; printf 'a\tb\tc\n1\t2\t3\n' > tab; printf 'a:b:c:d\n1:2:3:4\nnodelim\n' > col; printf 'hello world' > nn; : > empty; printf '\377\376\0\001abc\n' > bin; mkdir d; seq 20 > s20; printf '1K\n2M\n500\n1G\n' > h; printf 'Jan\nMar\nfeb\n' > m; printf 'v1.10\nv1.9\nv1.2\n' > v; printf 'x y\n' > noperm; chmod 000 noperm; printf '1 a\n2 b\n3 c\n' > j1; printf '1 x\n3 y\n4 z\n' > j2; printf 'b 1\na 2\n' > u
  $ cut -c --complement 1 five
  cut: invalid byte or character range
  Try 'cut --help' for more information.
  [1]
  $ cut -f1 -d$'\n' five
  one
  $ cut -c1 '' 
  cut: '': No such file or directory
  [1]
  $ join --check-order u u
  join: u:2: is not sorted: a 2
  [1]
  $ join j1 j2 f
  join: extra operand 'f'
  Try 'join --help' for more information.
  [1]
  $ join - - < j1
  join: both files cannot be standard input: No such file or directory
  [1]
  $ join -a3 j1 j2
  join: invalid file number: ‘3’
  [1]
  $ join -a x j1 j2
  join: invalid file number: ‘x’
  [1]
  $ join -v 0 j1 j2
  join: invalid file number: ‘0’
  [1]
  $ join -o 1 j1 j2
  join: invalid field specifier: ‘1’
  [1]
  $ join -j 1 -1 2 j1 j2
  join: incompatible join fields 0, 1
  [1]
  $ comm --output-delimiter= j1 j2 | od -c
  0000000   1       a  \n  \0   1       x  \n   2       b  \n   3       c
  0000020  \n  \0   3       y  \n  \0   4       z  \n
  0000033
  $ comm --output-delimiter=a --output-delimiter=b j1 j2
  comm: multiple output delimiters specified
  [1]
  $ tr '[==]' b < f
  tr: missing equivalence class character '[==]'
  [1]
  $ tr '[::]' b < f
  tr: missing character class name '[::]'
  [1]
