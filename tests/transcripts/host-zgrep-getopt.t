Searching and comparing files that gzip packed, and reading the options of a script.

  $ printf 'b 2\na 1\nc 3\n' > l; gzip -k l; zgrep -n a l.gz; zgrep -c . l.gz l; zgrep q l.gz; echo $?; zcmp l.gz l; echo $?; zdiff l.gz l; echo $?; printf 'b 2\n' > m; zdiff l.gz m; echo $?; zegrep 'b|x' l.gz; zfgrep 'a 1' l.gz; zgrep x none; echo $?; zgrep -l b l.gz m; zgrep -h b l.gz m; zgrep -e a -e c l; cat l.gz | zgrep b; zgrep -q a l.gz && echo yes; zgrep -i B -m 1 l.gz m
  2:a 1
  l.gz:3
  l:3
  1
  0
  0
  2,3d1
  < a 1
  < c 3
  1
  b 2
  a 1
  gzip: none.gz: No such file or directory
  2
  l.gz
  m
  b 2
  b 2
  a 1
  c 3
  b 2
  yes
  l.gz:b 2
  m:b 2
  $ o=$(getopt -o ab:c:: --long alpha,beta:,gamma:: -n prog -- -a -b x --gamma=y --alpha rest 'two words'); echo "$o"; getopt -o ab: -- -z; echo $?; getopt ab: -a -b v r; getopt -T; echo $?; eval set -- "$o"; while [ "$1" != -- ]; do echo "opt $1"; shift; done; shift; echo "rest $*"; getopt -o a --long all -- --nope; echo $?; getopt; echo $?; getopt -o a: -- -a; echo $?; getopt -o a:b -n me -- -a "it's" -b; getopt -u -o a: -- -a 'x y'; getopt -q -o a -- -z; echo $?; getopt -o a:: -- -ax -a; getopt --options=v --longoptions=verbose,file: -- --file x -v y -- z
   -a -b 'x' --gamma 'y' --alpha -- 'rest' 'two words'
  getopt: invalid option -- 'z'
   --
  1
   -a -b v -- r
  4
  opt -a
  opt -b
  opt x
  opt --gamma
  opt y
  opt --alpha
  rest rest two words
  getopt: unrecognized option '--nope'
   --
  1
  getopt: missing optstring argument
  Try 'getopt --help' for more information.
  2
  getopt: option requires an argument -- 'a'
   --
  1
   -a 'it'\''s' -b --
   -a x y --
   --
  1
   -a 'x' -a '' --
   --file 'x' -v -- 'y' 'z'
