What awk says of programs and files that are wrong, in mawk's words.

  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ printf 'alice 30 NY\nbob 25 LA\ncarol 35 SF\n' > f; printf 'a,b,c\n1,2,3\n' > c.csv; printf 'k1=v1\nk2=v2\n\nk3=v3\n' > kv; printf 'no newline' > nn; printf 'a\0b\nc\n' > nul; printf '\377\376x\n' > bin
  $ awk 'BEGIN{printf "%d %s\n"}'
  awk: run time error: not enough arguments passed to printf("%d %s
  ")
  	FILENAME="" FNR=0 NR=0
  [2]
  $ awk -f prog f
  awk: cannot open "prog" (No such file or directory)
  [2]
  $ awk '{print $-1}' f
  awk: run time error: negative field index $-1
  	FILENAME="f" FNR=1 NR=1
  [2]
  $ awk '{print}' nosuch
  awk: cannot open "nosuch" (No such file or directory)
  [2]
  $ awk '{print}' nosuch f
  awk: cannot open "nosuch" (No such file or directory)
  [2]
  $ awk '{print}' .
  awk: cannot open "." (Is a directory)
  [2]
  $ awk -f
  awk: option -f lacks argument
  [2]
  $ awk -f nosuch
  awk: cannot open "nosuch" (No such file or directory)
  [2]
  $ awk -v
  awk: option -v lacks argument
  [2]
  $ awk -v 1x=2 'BEGIN{}'
  awk: improper assignment: -v 1x=2
  [2]
  $ awk -v x 'BEGIN{}'
  awk: improper assignment: -v x
  [2]
  $ awk -F
  awk: option -F lacks argument
  [2]
  $ awk -x '{print}' f
  awk: not an option: -x
  [2]
  $ awk --foo '{print}' f
  awk: not an option: --foo
  [2]
  $ awk '{print' f
  awk: line 2: missing } near end of file
  [2]
  $ awk '{print $1' f
  awk: line 2: missing } near end of file
  [2]
  $ awk 'BEGIN{print "abc}' 
  awk: line 1: runaway string constant "abc} ...
  [2]
  $ awk 'BEGIN{print 1 +}'
  awk: line 1: syntax error at or near }
  [2]
  $ awk 'BEGIN{x=}' 
  awk: line 1: syntax error at or near }
  [2]
  $ awk 'BEGIN{foo(1)}'
  awk: line 2: function foo never defined
  [2]
  $ awk '}' f
  awk: line 1: extra '}'
  awk: line 1: syntax error at or near end of line
  [2]
  $ awk '{' f
  awk: line 2: missing } near end of file
  [2]
  $ awk 'BEGIN' f
  awk: line 1: syntax error at or near end of line
  [2]
  $ awk 'print $1' f
  awk: line 1: syntax error at or near print
  [2]
  $ awk '/a' f
  awk: line 1: runaway regular expression /a ...
  [2]
  $ awk '/[/' f
  awk: line 1: runaway regular expression /[/ ...
  [2]
  $ awk '/(/' f
  awk: line 1: regular expression compile failed (missing ')')
  (
  [2]
  $ awk 'BEGIN{print substr("a")}'
  awk: line 1: not enough arguments in call to substr: 1 (need 2)
  [2]
  $ awk 'function f(x){return x}BEGIN{print f(1,2)}'
  awk: line 1: too many arguments in call to f
  [2]
  $ awk 'function f(x){x=1} function f(y){}'
  awk: line 1: redefinition of f
  [2]
  $ awk 'function length(x){}'
  awk: line 1: syntax error at or near length
  [2]
  $ awk 'BEGIN{a[1]=2;a=1}'
  awk: line 1: illegal reference to array a
  [2]
  $ awk 'BEGIN{print log(-1)}'
  -nan
  $ awk 'BEGIN{print tolower(1),toupper()}'
  awk: line 1: not enough arguments in call to toupper: 0 (need 1)
  [2]
  $ awk -V | head -1 | cut -d' ' -f1
  awk: not an option: -V
  $ awk -h | head -1
  awk: not an option: -h
  $ awk 'BEGIN { printf "%s" }'
  awk: run time error: not enough arguments passed to printf("%s")
  	FILENAME="" FNR=0 NR=0
  [2]
  $ awk "BEGIN { print 'x' }"
  awk: 1: unexpected character '''
  [2]
