bzip2, xz, cpio, uuencode and the ends of lines.

  $ mkdir tree && cd tree && printf 'one\ntwo\n' > f && cp f g && mkdir d && echo x > d/x
  $ bzip2 missing
  bzip2: Can't open input file missing: No such file or directory.
  [1]
  $ bzip2 f && ls && bzip2 f.bz2
  d
  f.bz2
  g
  bzip2: Input file f.bz2 already has .bz2 suffix.
  [1]
  $ bzcat f.bz2
  one
  two
  $ bunzip2 f.bz2 && ls
  d
  f
  g
  $ bzcat g
  bzcat: g is not a bzip2 file.
  [2]
  $ bunzip2 g
  bunzip2: Can't guess original name for g -- using g.out
  bunzip2: g is not a bzip2 file.
  [2]
  $ bzip2 d
  bzip2: Input file d is a directory.
  [1]
  $ xz d
  xz: d: Is a directory, skipping
  [2]
  $ xz f; xz f.xz; echo new > f; unxz f.xz
  xz: f.xz: File already has '.xz' suffix, skipping
  unxz: f: File exists
  [1]
  $ unxz -f f.xz; cat f
  one
  two
  $ xzcat g
  xzcat: g: File format not recognized
  [1]
  $ xz < /dev/null | xz -dc | wc -c
  0
  $ for z in bzip2 xz; do seq 30000 | $z | $z -d | md5sum; done
  0a61f0919f546ce04fc119b028b88a2e  -
  0a61f0919f546ce04fc119b028b88a2e  -
  $ tar cjf a.tbz d && tar tf a.tbz && tar tJf a.tbz
  d/
  d/x
  xz: (stdin): File format not recognized
  tar: Child returned status 1
  tar: Error is not recoverable: exiting now
  [2]
  $ tar caf a.tar.xz d && rm -r d && tar xvf a.tar.xz && cat a.tbz | tar t
  d/
  d/x
  tar: Archive is compressed. Use -j option
  tar: Error is not recoverable: exiting now
  [2]
  $ printf '%s\n' d d/x g | cpio -o -H newc > a.cpio
  1 block
  $ cpio -t < a.cpio
  d
  d/x
  g
  1 block
  $ rm -r d; cpio -id 'd*' < a.cpio; cat d/x
  1 block
  x
  $ cpio -idv < a.cpio
  d
  cpio: d/x not created: newer or same age version exists
  d/x
  cpio: g not created: newer or same age version exists
  g
  1 block
  $ cpio
  cpio: You must specify one of -oipt options.
  Try 'cpio --help' or 'cpio --usage' for more information.
  [2]
  $ chmod 644 g; uuencode g out
  begin 644 out
  (;VYE"G1W;PH`
  `
  end
  $ uuencode -m g out | uudecode && cat out
  one
  two
  $ uudecode g
  uudecode fatal error:
  g: Invalid or missing 'begin' line
  [2]
  $ unix2dos g; wc -c < g; dos2unix g; wc -c < g
  unix2dos: converting file g to DOS format...
  10
  dos2unix: converting file g to Unix format...
  8
  $ dos2unix d missing
  dos2unix: Skipping d, not a regular file.
  dos2unix: missing: No such file or directory
  dos2unix: Skipping missing, not a regular file.
  [2]
