Parts of tar, sed and awk that are asked for less often.

  $ printf 'b 2\na 10\nc 1\n' > kv; mkdir -p p/d; echo one > p/a.txt; echo two > p/d/b.txt; ln -s a.txt p/l
  $ tar cf a.tar p/a.txt p/d/b.txt p/l kv; tar df a.tar
  $ tar dvf a.tar kv
  kv
  $ echo two! >> p/d/b.txt; touch -d 2024-01-01 p/d/b.txt; tar df a.tar
  p/d/b.txt: Mod time differs
  p/d/b.txt: Size differs
  [1]
  $ printf 'x 2\na 10\nc 1\n' > kv; touch -r p/l kv; tar df a.tar kv nosuch
  kv: Contents differ
  tar: nosuch: Not found in archive
  tar: Exiting with failure status due to previous errors
  [2]
  $ rm p/a.txt; tar df a.tar p/a.txt
  tar: p/a.txt: Warning: Cannot stat: No such file or directory
  [1]
  $ tar --delete -f a.tar kv; tar tf a.tar
  p/a.txt
  p/d/b.txt
  p/l
  $ tar --delete -f a.tar kv
  tar: kv: Not found in archive
  tar: Exiting with failure status due to previous errors
  [2]
  $ tar --delete -f a.tar p/l; tar tf a.tar
  p/a.txt
  p/d/b.txt
  $ tar cf b.tar --transform 's,^p,q,' p/d; tar tf b.tar
  q/d/
  q/d/b.txt
  $ tar cvf b.tar --transform 's/kv/z/;s/z/y/' kv; tar tf b.tar
  kv
  y
  $ tar cf b.tar kv; tar xf b.tar --xform 's,^,out-,'; ls out-*
  out-kv
  $ tar cf b.tar --transform 's/(k)(v)/\2\1/x' kv; tar tf b.tar
  vk
  $ tar cf b.tar --transform 'kv' kv
  tar: Invalid transform expression
  Try 'tar --help' or 'tar --usage' for more information.
  [2]
  $ tar cf b.tar kv p/d/b.txt; tar xf b.tar --to-command='echo "$TAR_FILENAME $TAR_SIZE"; wc -c'
  kv 13
  13
  p/d/b.txt 9
  9
  $ tar xf b.tar --to-command='cat >/dev/null; exit 3' kv 2>&1 | sed 's/[0-9][0-9]*:/N:/'
  tar: N: Child returned status 3
  tar: Exiting with failure status due to previous errors
  $ sed '1e echo hi' kv
  hi
  x 2
  a 10
  c 1
  $ sed -n 's/^a .*/echo x/ep' kv
  x
  $ printf 'echo one\necho two\n' | sed e
  one
  two
  $ awk 'BEGIN{print gensub(/a/,"b","g","aaa")}'
  awk: line 2: function gensub never defined
  [2]
  $ awk 'BEGIN{asort(a)}'
  awk: line 2: function asort never defined
  [2]
  $ awk 'BEGIN{print and(5,3)}'
  awk: line 2: function and never defined
  [2]
  $ awk 'BEGIN{print strtonum("0x11")}'
  awk: line 2: function strtonum never defined
  [2]
  $ awk 'BEGIN{print 2**3}'
  awk: line 1: syntax error at or near *
  [2]
  $ awk 'BEGIN{print 2^3, toupper("x")}'
  8 X
