stat's pages and formats.

  $ echo hi > f
  $ touch -d '2020-02-03 04:05:06.789' f
  $ chmod 640 f
  $ ln -s f l
  $ mkdir d
  $ : > e
  $ mkfifo p
  $ touch 'a b'
  $ stat f | grep -v -e Device -e Change -e Birth
    File: f
    Size: 3         	Blocks: 8          IO Block: 4096   regular file
  Access: (0640/-rw-r-----)  Uid: ( 1000/ learner)   Gid: ( 1000/ learner)
  Access: <TIME>
  Modify: <TIME>
  $ stat l | sed -n 1,2p
    File: l -> f
    Size: 1         	Blocks: 0          IO Block: 4096   symbolic link
  $ stat d e p | grep -e File -e Size
    File: d
    Size: 4096      	Blocks: 8          IO Block: 4096   directory
    File: e
    Size: 0         	Blocks: 0          IO Block: 4096   regular empty file
    File: p
    Size: 0         	Blocks: 0          IO Block: 4096   fifo
  $ stat 'a b' | head -1
    File: a b
  $ stat -c '%n %s %F %a %A %U %G %u %g %h %f %b %B %o' f l d e p
  f 3 regular file 640 -rw-r----- learner learner 1000 1000 1 81a0 8 512 4096
  l 1 symbolic link 777 lrwxrwxrwx learner learner 1000 1000 1 a1ff 0 512 4096
  d 4096 directory 775 drwxrwxr-x learner learner 1000 1000 2 41fd 8 512 4096
  e 0 regular empty file 664 -rw-rw-r-- learner learner 1000 1000 1 81b4 0 512 4096
  p 0 fifo 664 prw-rw-r-- learner learner 1000 1000 1 11b4 0 512 4096
  $ stat -c '%y|%Y|%.3Y|%.Y' f
  <TIME>|1580702706|1580702706.789|1580702706.789000000
  $ stat -c '%N' f l 'a b'
  'f'
  'l' -> 'f'
  'a b'
  $ stat --printf '%n\t%s\n\x' f
  f	3
  stat: warning: unrecognized escape '\x'
  x
  $ stat -c '%10s|%-10s|%010s|%#a|%5a|%q|%%' f
           3|3         |0000000003|0640|  640|?|%
  $ stat -L -c '%N %F' l
  'l' regular file
  $ stat nothing
  stat: cannot statx 'nothing': No such file or directory
  [1]
  $ stat -f nothing
  stat: cannot read file system information for 'nothing': No such file or directory
  [1]
  $ stat
  stat: missing operand
  Try 'stat --help' for more information.
  [1]
  $ stat --nope
  stat: unrecognized option '--nope'
  Try 'stat --help' for more information.
  [1]
  $ stat -c
  stat: option requires an argument -- 'c'
  Try 'stat --help' for more information.
  [1]
  $ stat -c '%a %n' f nothing d
  640 f
  stat: cannot statx 'nothing': No such file or directory
  775 d
  [1]
  $ stat -c '%Hr %Lr %t %T' /dev/null
  1 3 1 3
  $ stat -f -c '%n %l %s' .
  . 255 4096
  $ stat -t e | cut -d' ' -f1-3
  e 0 0
  $ ln -s nowhere n
  $ stat -c %F n
  symbolic link
  $ stat -L n
  stat: cannot statx 'n': No such file or directory
  [1]
  $ stat f/
  stat: cannot statx 'f/': Not a directory
  [1]
  $ stat f/x
  stat: cannot statx 'f/x': Not a directory
  [1]
