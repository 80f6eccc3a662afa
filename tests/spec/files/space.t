du, truncate, fallocate.

  $ mkdir -p d/e
  $ head -c 5000 /dev/zero > d/a
  $ head -c 100 /dev/zero > d/e/b
  $ ln d/a d/hard
  $ ln -s a d/l
  $ head -c 2000000 /dev/zero > big
  $ du d | sort
  20	d
  8	d/e
  $ du -s d
  20	d
  $ du -a d/e | sort -k2
  8	d/e
  4	d/e/b
  $ du -h d | sort -k2
  20K	d
  8.0K	d/e
  $ du -c d/a d/e
  8	d/a
  8	d/e
  16	total
  $ du -sh d big
  20K	d
  2.0M	big
  $ du -b d/a d/e/b
  5000	d/a
  100	d/e/b
  $ du --apparent-size -k d/a
  5	d/a
  $ du -d 0 d
  20	d
  $ du --max-depth=1 d | sort
  20	d
  8	d/e
  $ du -S d | sort
  12	d
  8	d/e
  $ du -l -s d
  28	d
  $ du -m big
  2	big
  $ du -k big
  1956	big
  $ du -B 1M big
  2	big
  $ du -BK big
  1956K	big
  $ du --si big
  2.1M	big
  $ du -0 big | tr '\0' '!'; echo
  1956	big!
  $ du --inodes d | sort
  2	d/e
  5	d
  $ du nothing
  du: cannot access 'nothing': No such file or directory
  [1]
  $ du -d x
  du: invalid maximum depth ‘x’
  Try 'du --help' for more information.
  [1]
  $ du -sa d
  du: cannot both summarize and show all entries
  Try 'du --help' for more information.
  [1]
  $ du --exclude=e d
  12	d
  $ du -sh nothing d
  du: cannot access 'nothing': No such file or directory
  20K	d
  [1]
  $ du --time d/a | wc -w
  4
  $ du -t 4K d | sort
  20	d
  8	d/e
  $ chmod 000 d/e
  $ du d
  du: cannot read directory 'd/e': Permission denied
  4	d/e
  16	d
  [1]
  $ chmod 755 d/e
  $ du --nope
  du: unrecognized option '--nope'
  Try 'du --help' for more information.
  [1]
  $ truncate -s 10 t
  $ stat -c %s t
  10
  $ truncate -s +5 t
  $ stat -c %s t
  15
  $ truncate -s -100 t
  $ stat -c '%s %b' t
  0 0
  $ truncate -s 1M t
  $ stat -c '%s %b' t
  1048576 0
  $ truncate -s '<1K' t
  $ stat -c %s t
  1024
  $ truncate -s %1000 t
  $ stat -c %s t
  2000
  $ truncate -s 2KB t
  $ stat -c %s t
  2000
  $ truncate
  truncate: you must specify either ‘--size’ or ‘--reference’
  Try 'truncate --help' for more information.
  [1]
  $ truncate -s
  truncate: option requires an argument -- 's'
  Try 'truncate --help' for more information.
  [1]
  $ truncate -s zz t
  truncate: Invalid number: ‘zz’
  [1]
  $ truncate t
  truncate: you must specify either ‘--size’ or ‘--reference’
  Try 'truncate --help' for more information.
  [1]
  $ truncate -c -s 1 none
  $ ls none
  ls: cannot access 'none': No such file or directory
  [2]
  $ truncate -r d/a t
  $ stat -c %s t
  5000
  $ truncate -s 1 nodir/x
  truncate: cannot open 'nodir/x' for writing: No such file or directory
  [1]
  $ truncate -s 1 d
  truncate: cannot open 'd' for writing: Is a directory
  [1]
  $ fallocate -l 10K f
  $ stat -c '%s %b' f
  10240 24
  $ fallocate
  fallocate: no filename specified
  [1]
  $ fallocate -l zz f
  fallocate: invalid length
  [1]
  $ fallocate f
  fallocate: no length argument specified
  [1]
