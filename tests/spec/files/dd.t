dd: blocks, conversions, reports. Times differ from run to run and are cut off.

  $ printf 'Hello World\n' > f
  $ dd if=f status=none
  Hello World
  $ dd if=f bs=5 count=1 status=none; echo
  Hello
  $ dd if=f bs=1 skip=6 status=none
  World
  $ dd if=f conv=ucase status=none
  HELLO WORLD
  $ dd if=f conv=lcase,swab status=none
  ehll oowlr
  d
  $ dd if=f of=o bs=4 2>&1 | sed 's/copied.*/copied/'
  3+0 records in
  3+0 records out
  12 bytes copied
  $ cat o
  Hello World
  $ dd if=f of=o bs=4 seek=1 conv=notrunc status=noxfer
  3+0 records in
  3+0 records out
  $ cat o
  HellHello World
  $ dd if=f of=o bs=3 seek=2 count=1 status=none
  $ od -c o | head -2
  0000000   H   e   l   l   H   e   H   e   l
  0000011
  $ dd if=/dev/zero of=z bs=1K count=3 2>&1 | sed 's/copied.*/copied/'
  3+0 records in
  3+0 records out
  3072 bytes (3.1 kB, 3.0 KiB) copied
  $ dd if=/dev/zero bs=1000 count=1 2>&1 >/dev/null | sed 's/copied.*/copied/'
  1+0 records in
  1+0 records out
  1000 bytes (1.0 kB) copied
  $ dd if=/dev/zero bs=1MB count=2 2>&1 >/dev/null | sed 's/copied.*/copied/'
  2+0 records in
  2+0 records out
  2000000 bytes (2.0 MB, 1.9 MiB) copied
  $ dd if=/dev/null 2>&1 | sed 's/copied.*/copied/'
  0+0 records in
  0+0 records out
  0 bytes copied
  $ dd if=/dev/zero bs=1 count=1 2>&1 >/dev/null | sed 's/copied.*/copied/'
  1+0 records in
  1+0 records out
  1 byte copied
  $ dd if=f ibs=3 obs=5 status=noxfer of=x
  4+0 records in
  2+1 records out
  $ dd if=f bs=5 conv=sync status=none | od -c
  0000000   H   e   l   l   o       W   o   r   l   d  \n  \0  \0  \0
  0000017
  $ dd if=f cbs=8 conv=block status=none
  Hello Wo
  $ echo '|'
  |
  $ printf 'ab   cd   ' | dd cbs=5 conv=unblock status=none
  ab
  cd
  $ printf 'a\nlong line here\n' | dd cbs=4 conv=block status=noxfer; echo
  a   long0+1 records in
  0+1 records out
  1 truncated record
  
  $ dd if=nothing
  dd: failed to open 'nothing': No such file or directory
  [1]
  $ dd of=no/dir </dev/null
  dd: failed to open 'no/dir': No such file or directory
  [1]
  $ dd foo
  dd: unrecognized operand 'foo'
  Try 'dd --help' for more information.
  [1]
  $ dd foo=bar
  dd: unrecognized operand 'foo=bar'
  Try 'dd --help' for more information.
  [1]
  $ dd bs=x
  dd: invalid number: 'x'
  [1]
  $ dd bs=0
  dd: invalid number: '0'
  [1]
  $ dd count=-1
  dd: invalid number: '-1'
  [1]
  $ dd conv=foo
  dd: invalid conversion: ‘foo’
  Try 'dd --help' for more information.
  [1]
  $ dd iflag=foo
  dd: invalid input flag: ‘foo’
  Try 'dd --help' for more information.
  [1]
  $ dd oflag=foo
  dd: invalid output flag: ‘foo’
  Try 'dd --help' for more information.
  [1]
  $ dd status=foo
  dd: invalid status level: ‘foo’
  Try 'dd --help' for more information.
  [1]
  $ dd if=. 2>&1 | sed 's/copied.*/copied/'
  dd: error reading '.': Is a directory
  0+0 records in
  0+0 records out
  0 bytes copied
  $ dd if=f skip=10 status=noxfer
  dd: f: cannot skip to specified offset
  0+0 records in
  0+0 records out
  $ dd conv=lcase,ucase
  dd: cannot combine lcase and ucase
  [1]
  $ dd if=f of=new conv=nocreat status=none
  dd: failed to open 'new': No such file or directory
  [1]
  $ dd if=f of=o conv=excl status=none
  dd: failed to open 'o': File exists
  [1]
  $ echo abc | dd of=o oflag=append conv=notrunc status=none
  $ tail -c 4 o
  abc
  $ dd if=f count=5B status=none; echo
  Hello
  $ dd if=f skip=6 iflag=skip_bytes status=none
  World
  $ dd if=f count=5 iflag=count_bytes status=none; echo
  Hello
  $ dd if=f bs=2x3 count=1 status=none; echo
  Hello 
  $ dd if=/dev/zero of=s bs=4K count=2 conv=sparse status=none
  $ stat -c '%s %b' s
  8192 0
  $ seq 1000 | dd bs=10 count=2 status=none
  1
  2
  3
  4
  5
  6
  7
  8
  9
  10
  $ dd if=/dev/full of=/dev/full count=1 2>&1 | sed 's/copied.*/copied/'
  dd: writing to '/dev/full': No space left on device
  1+0 records in
  0+0 records out
  0 bytes copied
