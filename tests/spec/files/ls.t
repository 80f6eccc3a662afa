ls: formats, order, odd names.

  $ mkdir -p d/e
  $ touch -d '2020-01-02 03:04:05' d/old
  $ head -c 1500 /dev/zero > d/big
  $ touch -d '2019-01-01' d/big
  $ ln -s old d/link
  $ ln -s nowhere d/lost
  $ touch d/.hidden
  $ chmod 755 d/old
  $ mkfifo d/pipe
  $ chmod 775 d/e
  $ chmod 664 d/big
  $ chmod 644 d/pipe
  $ touch -d 2018-01-01 d/pipe
  $ touch -h -d 2017-01-01 d/link d/lost
  $ touch -d 2016-01-01 d/e
  $ ls d
  big
  e
  link
  lost
  old
  pipe
  $ ls -a d
  .
  ..
  .hidden
  big
  e
  link
  lost
  old
  pipe
  $ ls -A d
  .hidden
  big
  e
  link
  lost
  old
  pipe
  $ ls -F d
  big
  e/
  link@
  lost@
  old*
  pipe|
  $ ls -p d
  big
  e/
  link
  lost
  old
  pipe
  $ ls --file-type d
  big
  e/
  link@
  lost@
  old
  pipe|
  $ ls -1 d/old d
  d/old
  
  d:
  big
  e
  link
  lost
  old
  pipe
  $ ls -m d
  big, e, link, lost, old, pipe
  $ ls -x d
  big  e	link  lost  old  pipe
  $ ls -C d
  big  e	link  lost  old  pipe
  $ ls -w 20 -C d
  big  link  old
  e    lost  pipe
  $ ls -l d
  total <N>
  -rw-rw-r-- 1 learner learner 1500 <DATE> big
  drwxrwxr-x 2 learner learner 4096 <DATE> e
  lrwxrwxrwx 1 learner learner  3 <DATE> link -> old
  lrwxrwxrwx 1 learner learner  7 <DATE> lost -> nowhere
  -rwxr-xr-x 1 learner learner  0 <DATE> old
  prw-r--r-- 1 learner learner  0 <DATE> pipe
  $ ls -ln d
  total <N>
  -rw-rw-r-- 1 1000 1000 1500 <DATE> big
  drwxrwxr-x 2 1000 1000 4096 <DATE> e
  lrwxrwxrwx 1 1000 1000  3 <DATE> link -> old
  lrwxrwxrwx 1 1000 1000  7 <DATE> lost -> nowhere
  -rwxr-xr-x 1 1000 1000  0 <DATE> old
  prw-r--r-- 1 1000 1000  0 <DATE> pipe
  $ ls -lg d
  total <N>
  -rw-rw-r-- 1 learner 1500 <DATE> big
  drwxrwxr-x 2 learner 4096 <DATE> e
  lrwxrwxrwx 1 learner  3 <DATE> link -> old
  lrwxrwxrwx 1 learner  7 <DATE> lost -> nowhere
  -rwxr-xr-x 1 learner  0 <DATE> old
  prw-r--r-- 1 learner  0 <DATE> pipe
  $ ls -lo d
  total <N>
  -rw-rw-r-- 1 learner 1500 <DATE> big
  drwxrwxr-x 2 learner 4096 <DATE> e
  lrwxrwxrwx 1 learner  3 <DATE> link -> old
  lrwxrwxrwx 1 learner  7 <DATE> lost -> nowhere
  -rwxr-xr-x 1 learner  0 <DATE> old
  prw-r--r-- 1 learner  0 <DATE> pipe
  $ ls -lG d
  total <N>
  -rw-rw-r-- 1 learner 1500 <DATE> big
  drwxrwxr-x 2 learner 4096 <DATE> e
  lrwxrwxrwx 1 learner  3 <DATE> link -> old
  lrwxrwxrwx 1 learner  7 <DATE> lost -> nowhere
  -rwxr-xr-x 1 learner  0 <DATE> old
  prw-r--r-- 1 learner  0 <DATE> pipe
  $ ls -lh d
  total 8.0K
  -rw-rw-r-- 1 learner learner 1.5K <DATE> big
  drwxrwxr-x 2 learner learner 4.0K <DATE> e
  lrwxrwxrwx 1 learner learner  3 <DATE> link -> old
  lrwxrwxrwx 1 learner learner  7 <DATE> lost -> nowhere
  -rwxr-xr-x 1 learner learner  0 <DATE> old
  prw-r--r-- 1 learner learner  0 <DATE> pipe
  $ ls -ls d
  total <N>
  4 -rw-rw-r-- 1 learner learner 1500 <DATE> big
  4 drwxrwxr-x 2 learner learner 4096 <DATE> e
  0 lrwxrwxrwx 1 learner learner  3 <DATE> link -> old
  0 lrwxrwxrwx 1 learner learner  7 <DATE> lost -> nowhere
  0 -rwxr-xr-x 1 learner learner  0 <DATE> old
  0 prw-r--r-- 1 learner learner  0 <DATE> pipe
  $ ls -l --si d
  total 8.2k
  -rw-rw-r-- 1 learner learner 1.5k <DATE> big
  drwxrwxr-x 2 learner learner 4.1k <DATE> e
  lrwxrwxrwx 1 learner learner  3 <DATE> link -> old
  lrwxrwxrwx 1 learner learner  7 <DATE> lost -> nowhere
  -rwxr-xr-x 1 learner learner  0 <DATE> old
  prw-r--r-- 1 learner learner  0 <DATE> pipe
  $ ls -lF d
  total <N>
  -rw-rw-r-- 1 learner learner 1500 <DATE> big
  drwxrwxr-x 2 learner learner 4096 <DATE> e/
  lrwxrwxrwx 1 learner learner  3 <DATE> link -> old*
  lrwxrwxrwx 1 learner learner  7 <DATE> lost -> nowhere
  -rwxr-xr-x 1 learner learner  0 <DATE> old*
  prw-r--r-- 1 learner learner  0 <DATE> pipe|
  $ ls -l --full-time d
  total <N>
  -rw-rw-r-- 1 learner learner 1500 <TIME> big
  drwxrwxr-x 2 learner learner 4096 <TIME> e
  lrwxrwxrwx 1 learner learner  3 <TIME> link -> old
  lrwxrwxrwx 1 learner learner  7 <TIME> lost -> nowhere
  -rwxr-xr-x 1 learner learner  0 <TIME> old
  prw-r--r-- 1 learner learner  0 <TIME> pipe
  $ ls -l --time-style=long-iso d
  total <N>
  -rw-rw-r-- 1 learner learner 1500 <DATE> big
  drwxrwxr-x 2 learner learner 4096 <DATE> e
  lrwxrwxrwx 1 learner learner  3 <DATE> link -> old
  lrwxrwxrwx 1 learner learner  7 <DATE> lost -> nowhere
  -rwxr-xr-x 1 learner learner  0 <DATE> old
  prw-r--r-- 1 learner learner  0 <DATE> pipe
  $ ls -l --time-style=+%Y d
  total <N>
  -rw-rw-r-- 1 learner learner 1500 2019 big
  drwxrwxr-x 2 learner learner 4096 2016 e
  lrwxrwxrwx 1 learner learner    3 2017 link -> old
  lrwxrwxrwx 1 learner learner    7 2017 lost -> nowhere
  -rwxr-xr-x 1 learner learner    0 2020 old
  prw-r--r-- 1 learner learner    0 2018 pipe
  $ ls -l --time-style=iso d
  total <N>
  -rw-rw-r-- 1 learner learner 1500 2019-01-01  big
  drwxrwxr-x 2 learner learner 4096 2016-01-01  e
  lrwxrwxrwx 1 learner learner    3 2017-01-01  link -> old
  lrwxrwxrwx 1 learner learner    7 2017-01-01  lost -> nowhere
  -rwxr-xr-x 1 learner learner    0 2020-01-02  old
  prw-r--r-- 1 learner learner    0 2018-01-01  pipe
  $ ls -t d
  old
  big
  pipe
  link
  lost
  e
  $ ls -S d
  e
  big
  lost
  link
  old
  pipe
  $ ls -r d
  pipe
  old
  lost
  link
  e
  big
  $ ls -X d
  big
  e
  link
  lost
  old
  pipe
  $ ls -tr d
  e
  lost
  link
  pipe
  big
  old
  $ ls -U d | sort
  big
  e
  link
  lost
  old
  pipe
  $ ls --sort=size d
  e
  big
  lost
  link
  old
  pipe
  $ ls --group-directories-first d
  e
  big
  link
  lost
  old
  pipe
  $ ls -Sr d
  pipe
  old
  link
  lost
  big
  e
  $ ls -R d
  d:
  big
  e
  link
  lost
  old
  pipe
  
  d/e:
  $ ls -d d
  d
  $ ls -ld d | cut -c1-10
  drwxrwxr-x
  $ ls d d/e
  d:
  big
  e
  link
  lost
  old
  pipe
  
  d/e:
  $ ls nothing
  ls: cannot access 'nothing': No such file or directory
  [2]
  $ ls nothing d/old
  ls: cannot access 'nothing': No such file or directory
  d/old
  [2]
  $ ls -l d/link
  lrwxrwxrwx 1 learner learner 3 <DATE> d/link -> old
  $ ls -L d
  big
  e
  link
  lost
  old
  pipe
  $ ls d/link/x
  ls: cannot access 'd/link/x': Not a directory
  [2]
  $ ls --color=always d
  big
  [0m[01;34me[0m
  [01;36mlink[0m
  [01;36mlost[0m
  [01;32mold[0m
  [33mpipe[0m
  $ ls --color=always -l d
  total <N>
  -rw-rw-r-- 1 learner learner 1500 <DATE> big
  drwxrwxr-x 2 learner learner 4096 <DATE> [0m[01;34me[0m
  lrwxrwxrwx 1 learner learner  3 <DATE> [01;36mlink[0m -> old
  lrwxrwxrwx 1 learner learner  7 <DATE> [01;36mlost[0m -> nowhere
  -rwxr-xr-x 1 learner learner  0 <DATE> [01;32mold[0m
  prw-r--r-- 1 learner learner  0 <DATE> [33mpipe[0m
  $ ls --color=never d/old
  d/old
  $ ls --color=maybe
  ls: invalid argument ‘maybe’ for ‘--color’
  Valid arguments are:
    - ‘always’, ‘yes’, ‘force’
    - ‘never’, ‘no’, ‘none’
    - ‘auto’, ‘tty’, ‘if-tty’
  Try 'ls --help' for more information.
  [1]
  $ ls --nope
  ls: unrecognized option '--nope'
  Try 'ls --help' for more information.
  [2]
  $ ls -w x
  ls: invalid line width: ‘x’
  [2]
  $ mkdir q
  $ cd q
  $ touch -- 'a b' "it's" 'do"ble' $'new\nline' $'tab\t' 'dollar$' '*' '~tilde' '#hash'
  $ ls
  #hash
  *
  a b
  do"ble
  dollar$
  it's
  new
  line
  tab	
  ~tilde
  $ ls -1Q
  "#hash"
  "*"
  "a b"
  "do\"ble"
  "dollar$"
  "it's"
  "new\nline"
  "tab\t"
  "~tilde"
  $ ls -1b
  #hash
  *
  a\ b
  do"ble
  dollar$
  it's
  new\nline
  tab\t
  ~tilde
  $ ls -1q
  #hash
  *
  a b
  do"ble
  dollar$
  it's
  new?line
  tab?
  ~tilde
  $ ls --quoting-style=shell-escape
  '#hash'
  '*'
  'a b'
  'do"ble'
  'dollar$'
  "it's"
  'new'$'\n''line'
  'tab'$'\t'
  '~tilde'
  $ ls --quoting-style=shell-always
  '#hash'
  '*'
  'a b'
  'do"ble'
  'dollar$'
  "it's"
  'new
  line'
  'tab	'
  '~tilde'
 
  $ ls -N
  #hash
  *
  a b
  do"ble
  dollar$
  it's
  new
  line
  tab	
  ~tilde
  $ cd ..
  $ mkdir v
  $ touch v/f{1,2,10,20} v/a-1.2 v/a-1.10
  $ ls -v v
  a-1.2
  a-1.10
  f1
  f2
  f10
  f20
  $ ls v
  a-1.10
  a-1.2
  f1
  f10
  f2
  f20
  $ ls -I 'f*' v
  a-1.10
  a-1.2
  $ ls --hide='a*' v
  f1
  f10
  f2
  f20
  $ ls -B v
  a-1.10
  a-1.2
  f1
  f10
  f2
  f20
  $ chmod 000 q
  $ ls q
  ls: cannot open directory 'q': Permission denied
  [2]
  $ ls -l q
  ls: cannot open directory 'q': Permission denied
  [2]
  $ ls -ld q | cut -c1-10
  d---------
  $ chmod 755 q
  $ chmod 444 v
  $ ls v 2>&1 | sort
  a-1.10
  a-1.2
  f1
  f10
  f2
  f20
  $ chmod 755 v
  $ ls -l /dev/null /dev/zero | sed 's/... .. ..:../DATE/'
  crw-rw-rw- 1 root root 1, 3 DATE /dev/null
  crw-rw-rw- 1 root root 1, 5 DATE /dev/zero
  $ ls -s d/big
  4 d/big
  $ ls -i d/big | wc -w
  2
  $ ls -lh --block-size=K d/big | cut -d' ' -f5
  2K
