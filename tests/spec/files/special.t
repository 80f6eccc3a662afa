mkfifo, mknod, mktemp, install, which, file and others.

  $ mkfifo p
  $ mkfifo p
  mkfifo: cannot create fifo 'p': File exists
  [1]
  $ mkfifo
  mkfifo: missing operand
  Try 'mkfifo --help' for more information.
  [1]
  $ mkfifo -m 600 p2
  $ stat -c '%a %F' p2
  600 fifo
  $ mkfifo -m zz p3
  mkfifo: invalid mode
  [1]
  $ (cat p & echo through > p; wait)
  through
  $ mknod n p
  $ stat -c %F n
  fifo
  $ mknod
  mknod: missing operand
  Try 'mknod --help' for more information.
  [1]
  $ mknod x
  mknod: missing operand after ‘x’
  Try 'mknod --help' for more information.
  [1]
  $ mknod x c
  mknod: missing operand after ‘c’
  Special files require major and minor device numbers.
  Try 'mknod --help' for more information.
  [1]
  $ mknod x q 1 2
  mknod: invalid device type ‘q’
  Try 'mknod --help' for more information.
  [1]
  $ mknod x p 1 2
  mknod: extra operand ‘1’
  Fifos do not have major and minor device numbers.
  Try 'mknod --help' for more information.
  [1]
  $ mknod x c a 1
  mknod: invalid major device number ‘a’
  [1]
  $ mknod x c 1 3
  mknod: x: Operation not permitted
  [1]
  $ sudo mknod x c 1 3
  $ echo hi > x
  bash: x: Permission denied
  [1]
  $ stat -c '%F %t,%T' x
  character special file 1,3
  $ f=$(mktemp); case $f in /tmp/tmp.??????????) echo ok;; *) echo $f;; esac; stat -c '%a %s' $f; rm $f; d=$(mktemp -d); stat -c '%a %F' $d; rmdir $d; mktemp -u xXX; mktemp -u a.XXX | wc -c; mktemp -p . b.XXXX | sed 's/....$//'; rm -f b.*; mktemp nodir/XXXX; mktemp -d nodir/XXXX; mktemp a b; mktemp -t c.XXXXX | wc -c; TMPDIR=/var/tmp mktemp -u | cut -c1-13; mktemp --suffix=.txt -u eXXX | tail -c 5; mktemp -q nodir/XXXX; echo $?; rm -f /tmp/c.?????
  ok
  600 0
  700 directory
  mktemp: too few X's in template ‘xXX’
  6
  ./b.
  mktemp: failed to create file via template ‘nodir/XXXX’: No such file or directory
  mktemp: failed to create directory via template ‘nodir/XXXX’: No such file or directory
  mktemp: too many templates
  Try 'mktemp --help' for more information.
  13
  /var/tmp/tmp.
  .txt
  1
  $ echo '#!/bin/sh' > s
  $ install s t
  $ stat -c %a t
  755
  $ install -m 600 s u
  $ stat -c %a u
  600
  $ install -d a/b c
  $ stat -c %a a/b
  755
  $ install -D s x/y/z
  install: cannot create directory ‘x’: Not a directory
  [1]
  $ ls x/y
  ls: cannot access 'x/y': Not a directory
  [2]
  $ install -v s v
  's' -> 'v'
  $ install
  install: missing file operand
  Try 'install --help' for more information.
  [1]
  $ install s
  install: missing destination file operand after 's'
  Try 'install --help' for more information.
  [1]
  $ install s nodir/x
  install: cannot create regular file 'nodir/x': No such file or directory
  [1]
  $ install nothing x
  install: cannot stat 'nothing': No such file or directory
  [1]
  $ install -d s
  install: cannot create directory ‘s’: File exists
  [1]
  $ install -t a s
  $ ls a
  b
  s
  $ install -p s w
  $ install -m zz s q
  install: invalid mode ‘zz’
  [1]
  $ install s t a
  $ ls a
  b
  s
  t
  $ install -o nosuch s q
  install: invalid user ‘nosuch’
  [1]
  $ install s a/ b/
  install: target 'b/': No such file or directory
  [1]
  $ which ls
  /usr/bin/ls
  $ which nothing
  [1]
  $ which ls nothing
  /usr/bin/ls
  [1]
  $ which ./t
  ./t
  $ which -a ls | sort | tail -1
  /usr/bin/ls
  $ which
  [1]
  $ cd a
  $ pwd
  /home/learner/a
  $ /bin/pwd
  /home/learner/a
  $ ln -s b l
  $ cd l
  $ pwd
  /home/learner/a/l
  $ /bin/pwd
  /home/learner/a/b
  $ /bin/pwd -L
  /home/learner/a/l
  $ cd ~
  $ sync
  $ sync s
  $ sync nothing
  sync: error opening 'nothing': No such file or directory
  [1]
  $ shred -u w
  $ ls w
  ls: cannot access 'w': No such file or directory
  [2]
  $ shred nothing
  shred: nothing: failed to open for writing: No such file or directory
  [1]
  $ shred
  shred: missing file operand
  Try 'shred --help' for more information.
  [1]
  $ : > e
  $ printf x > one
  $ printf 'no newline' > nn
  $ printf 'a\r\nb\r\n' > crlf
  $ printf 'caf\303\251\n' > u8
  $ printf 'caf\351\n' > l1
  $ head -c 50 /dev/zero > zeros
  $ printf '{"a": [1]}\n' > j
  $ printf '#!/bin/bash\n' > bash
  $ printf '#!/usr/bin/env python3\nprint()\n' > py
  $ printf '<html></html>\n' > html
  $ ln -s s sl
  $ ln -s gone bl
  $ gzip -nc s > g
  $ tar cf tarf s
  $ printf 'int main() { return 0; }\n' > c.c
  $ printf 'hello, world\n' > hello
  $ file e one nn crlf u8 l1 zeros j bash py html sl bl a p g tarf c.c hello
  e:     empty
  one:   very short file (no magic)
  nn:    ASCII text, with no line terminators
  crlf:  ASCII text, with CRLF line terminators
  u8:    Unicode text, UTF-8 text
  l1:    ISO-8859 text
  zeros: data
  j:     JSON text data
  bash:  Bourne-Again shell script, ASCII text executable
  py:    Python script, ASCII text executable
  html:  HTML document, ASCII text
  sl:    symbolic link to s
  bl:    broken symbolic link to gone
  a:     directory
  p:     fifo (named pipe)
  g:     gzip compressed data, from Unix, original size modulo 2^32 10
  tarf:  POSIX tar archive (GNU)
  c.c:   C source, ASCII text
  hello: ASCII text
  $ file s
  s: POSIX shell script, ASCII text executable
  $ file -b s
  POSIX shell script, ASCII text executable
  $ file nothing
  nothing: cannot open `nothing' (No such file or directory)
  $ file -i s a
  s: text/x-shellscript; charset=us-ascii
  a: inode/directory; charset=binary
  $ file --mime-type hello j
  hello: text/plain
  j:     application/json
  $ file -L sl
  sl: POSIX shell script, ASCII text executable
  $ file /dev/null
  /dev/null: character special (1/3)
  $ file - < hello
  /dev/stdin: ASCII text
