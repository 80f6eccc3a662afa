touch and the dates it reads.

  $ touch a
  $ stat -c '%s %F' a
  0 regular empty file
  $ touch -c b
  $ ls b
  ls: cannot access 'b': No such file or directory
  [2]
  $ touch
  touch: missing file operand
  Try 'touch --help' for more information.
  [1]
  $ touch -d '2020-02-03 04:05:06' a
  $ stat -c '%x %y' a
  <TIME> <TIME>
  $ touch -t 202103040506.07 a
  $ stat -c %y a
  <TIME>
  $ touch -t 12312359 a
  $ stat -c %y a | cut -c5-19
  -12-31 23:59:00
  $ touch -a -d '2019-01-01' a
  $ stat -c '%x' a
  <TIME>
  $ touch -m -d '2018-01-01' a
  $ stat -c '%x %y' a
  <TIME> <TIME>
  $ touch -r a b
  $ stat -c '%x %y' b
  <TIME> <TIME>
  $ touch -r nothing b
  touch: failed to get attributes of 'nothing': No such file or directory
  [1]
  $ touch -d zz a
  touch: invalid date format ‘zz’
  [1]
  $ touch -t 99 a
  touch: invalid date format ‘99’
  [1]
  $ touch -r a -d '+1 day' b
  $ stat -c %y b
  <TIME>
  $ ln -s a l
  $ touch -h -d 2001-01-01 l
  $ stat -c %y l a
  <TIME>
  <TIME>
  $ ln -s nowhere n
  $ touch n
  $ ls nowhere
  nowhere
  $ touch nodir/x
  touch: cannot touch 'nodir/x': No such file or directory
  [1]
  $ touch -d '@86400.5' a
  $ stat -c %y a
  <TIME>
  $ for d in '2021-06-01 12:00 UTC' 'Jan 5 2020' '5 Jan 2020 3pm' '2020/01/05' '20200105' '2020-01-05T10:11:12Z' '2020-01-05 10:11:12.123' '2020-01-05 10:11 +0200' 'Sun, 05 Jan 2020 10:11:12 GMT'; do touch -d "$d" a; stat -c %y a; done
  <TIME>
  <TIME>
  <TIME>
  <TIME>
  <TIME>
  <TIME>
  <TIME>
  <TIME>
  <TIME>
  $ touch --time=atime -d 2000-01-01 a
  $ stat -c %x a
  <TIME>
  $ touch --time=foo a
  touch: invalid argument ‘foo’ for ‘--time’
  Valid arguments are:
    - ‘atime’, ‘access’, ‘use’
    - ‘mtime’, ‘modify’
  Try 'touch --help' for more information.
  [1]
  $ touch -x a
  touch: invalid option -- 'x'
  Try 'touch --help' for more information.
  [1]
  $ mkdir d
  $ chmod 555 d
  $ touch d/x
  touch: cannot touch 'd/x': Permission denied
  [1]

Zones: what is given and shown is local time.

  $ export TZ=America/New_York; touch -d '2024-07-01 12:00' zoned; date -r zoned '+%H:%M %z'
  12:00 -0400
  $ ls -l --time-style=+%H:%M%z zoned | cut -d' ' -f6; TZ=UTC ls -l --time-style=+%H:%M%z zoned | cut -d' ' -f6
  12:00-0400
  16:00+0000
  $ touch -t 202401010000 zoned; stat -c %Y zoned; find . -newermt '2023-12-31 23:59' -name zoned -printf '%TH:%TM\n'
  1704085200
  00:00
