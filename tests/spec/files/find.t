find: tests, operators, actions, complaints.

  $ mkdir -p t/a/b t/c
  $ echo one > t/a/1.txt
  $ head -c 3000 /dev/zero > t/a/b/2.log
  $ : > t/c/empty
  $ ln -s ../a/1.txt t/c/link
  $ mkfifo t/pipe
  $ touch -d '2 days ago' t/a/1.txt
  $ touch -d '10 days ago' t/a/b/2.log
  $ chmod 600 t/a/1.txt
  $ chmod 755 t/a/b/2.log
  $ find t | sort
  t
  t/a
  t/a/1.txt
  t/a/b
  t/a/b/2.log
  t/c
  t/c/empty
  t/c/link
  t/pipe
  $ find t -type f | sort
  t/a/1.txt
  t/a/b/2.log
  t/c/empty
  $ find t -type d | sort
  t
  t/a
  t/a/b
  t/c
  $ find t -type l
  t/c/link
  $ find t -type p,l | sort
  t/c/link
  t/pipe
  $ cd t
  $ find | sort
  .
  ./a
  ./a/1.txt
  ./a/b
  ./a/b/2.log
  ./c
  ./c/empty
  ./c/link
  ./pipe
  $ cd ..
  $ find t/a t/c -maxdepth 1 | sort
  t/a
  t/a/1.txt
  t/a/b
  t/c
  t/c/empty
  t/c/link
  $ find t -name '*.txt'
  t/a/1.txt
  $ find t -iname '*.TXT'
  t/a/1.txt
  $ find t -path '*/b/*'
  t/a/b/2.log
  $ find t -regex '.*/[0-9]\.[a-z]+' | sort
  t/a/1.txt
  t/a/b/2.log
  $ find t -regextype posix-extended -regex '.*\.(txt|log)' | sort
  t/a/1.txt
  t/a/b/2.log
  $ find t -not -type d -not -name '*.*' | sort
  t/c/empty
  t/c/link
  t/pipe
  $ find t -size 3000c
  t/a/b/2.log
  $ find t -size +1k -type f
  t/a/b/2.log
  $ find t -size 6
  t/a/b/2.log
  $ find t -size -1 -type f
  t/c/empty
  $ find t -empty | sort
  t/c/empty
  $ find t -mtime +5
  t/a/b/2.log
  $ find t -mtime 2
  t/a/1.txt
  $ find t -mtime -1 -type f
  t/c/empty
  $ find t -mmin +2000 -type f | sort
  t/a/1.txt
  t/a/b/2.log
  $ find t -newer t/a/1.txt -type f
  t/c/empty
  $ find t -newermt '1 day ago' -type f
  t/c/empty
  $ find t -perm 600
  t/a/1.txt
  $ find t -perm -100 -type f
  t/a/b/2.log
  $ find t -perm /111 -type f
  t/a/b/2.log
  $ find t -perm u=rw,go=
  t/a/1.txt
  $ find t -user learner -name '1*'
  t/a/1.txt
  $ find t -uid 1000 -name '1*'
  t/a/1.txt
  $ find t -nouser
  $ find t -links 1 -type f | sort
  t/a/1.txt
  t/a/b/2.log
  t/c/empty
  $ find t -samefile t/a/1.txt
  t/a/1.txt
  $ find t -executable -type f
  t/a/b/2.log
  $ find t -lname '*1.txt'
  t/c/link
  $ find -L t -type f | sort
  t/a/1.txt
  t/a/b/2.log
  t/c/empty
  t/c/link
  $ find t -xtype f | sort
  t/a/1.txt
  t/a/b/2.log
  t/c/empty
  t/c/link
  $ find t -maxdepth 1 | sort
  t
  t/a
  t/c
  t/pipe
  $ find t -mindepth 2 -type f | sort
  t/a/1.txt
  t/a/b/2.log
  t/c/empty
  $ find t -depth | tail -1
  t
  $ find t -name b -prune -o -print | sort
  t
  t/a
  t/a/1.txt
  t/c
  t/c/empty
  t/c/link
  t/pipe
  $ find t -name '*.txt' -o -name '*.log' | sort
  t/a/1.txt
  t/a/b/2.log
  $ find t \( -name '*.txt' -o -name '*.log' \) -print | sort
  t/a/1.txt
  t/a/b/2.log
  $ find t -name a -o -name c -print
  t/c
  $ find t -name '*.txt' -print -quit
  t/a/1.txt
  $ find t -type f -exec echo got {} \; | sort
  got t/a/1.txt
  got t/a/b/2.log
  got t/c/empty
  $ find t -type f -exec echo {} + | tr ' ' '\n' | sort
  t/a/1.txt
  t/a/b/2.log
  t/c/empty
  $ find t -name '*.txt' -exec cat {} \; -exec echo x{}y{} \;
  one
  xt/a/1.txtyt/a/1.txt
  $ find t -name '*.txt' -execdir echo {} \;
  ./1.txt
  $ find t -name '*.txt' -exec false \; -print
  $ find t -name '*.txt' -exec nosuchprogram {} \;
  find: ‘nosuchprogram’: No such file or directory
  $ find t -name '*.txt' -exec false {} +
  [1]
  $ find t -print0 | tr '\0' '\n' | sort
  t
  t/a
  t/a/1.txt
  t/a/b
  t/a/b/2.log
  t/c
  t/c/empty
  t/c/link
  t/pipe
  $ find t -name '*.txt' -printf '%p %f %h %P %H %s %m %M %u %g %y %d %n\n'
  t/a/1.txt 1.txt t/a a/1.txt t 4 600 -rw------- learner learner f 2 1
  $ find t -name link -printf '%l %Y\n'
  ../a/1.txt f
  $ find t -name '*.txt' -printf '%10s|%-6f|%06s\n'
           4|1.txt |     4
  $ find t -name '*.txt' -printf 'no newline'; echo
  no newline
  $ find t -type f -printf '%f\n' -fprint out | sort
  1.txt
  2.log
  empty
  $ sort out
  t/a/1.txt
  t/a/b/2.log
  t/c/empty
  $ find nothing
  find: ‘nothing’: No such file or directory
  [1]
  $ find t -foo
  find: unknown predicate `-foo'
  [1]
  $ find t -name
  find: missing argument to `-name'
  [1]
  $ find t -name x y
  find: paths must precede expression: `y'
  [1]
  $ find t -type q
  find: Unknown argument to -type: q
  [1]
  $ find t -size x
  find: invalid -size type `x'
  [1]
  $ find t -perm zz
  find: invalid file mode ‘zz’
  [1]
  $ find t -user nosuch
  find: invalid user name or UID argument to -user: ‘nosuch’
  [1]
  $ find t -newer nothing
  find: ‘nothing’: No such file or directory
  [1]
  $ find t -mtime x
  find: invalid argument `x' to `-mtime'
  [1]
  $ find t \( -name x
  find: invalid expression; I was expecting to find a ')' somewhere but did not see one.
  [1]
  $ find t -name x \)
  find: you have too many ')'
  [1]
  $ find t -exec ls
  find: missing argument to `-exec'
  [1]
  $ find t -maxdepth x
  find: Expected a positive decimal integer argument to -maxdepth, but got ‘x’
  [1]
  $ find t -name a -o
  find: expected an expression after '-o'
  [1]
  $ find t '!'
  find: expected an expression after '!'
  [1]
  $ find t -o -name x
  find: invalid expression; you have used a binary operator '-o' with nothing before it.
  [1]
  $ find t , -name x
  find: ‘,’: No such file or directory
  [1]
  $ find t -regextype foo -regex x
  find: Unknown regular expression type ‘foo’; valid types are ‘findutils-default’, ‘awk’, ‘ed’, ‘egrep’, ‘emacs’, ‘gnu-awk’, ‘grep’, ‘posix-awk’, ‘posix-basic’, ‘posix-egrep’, ‘posix-extended’, ‘posix-minimal-basic’, ‘sed’.
  [1]
  $ find t -type fd
  find: Must separate multiple arguments to -type using: ','
  [1]
  $ find t -newermt zz
  find: I cannot figure out how to interpret ‘zz’ as a date or time
  [1]
  $ find t -group nosuch
  find: invalid group name or GID argument to -group: ‘nosuch’
  [1]
  $ find t \( \)
  find: invalid expression; empty parentheses are not allowed.
  [1]
  $ chmod 000 t/c
  $ find t 2>&1 | sort
  find: ‘t/c’: Permission denied
  t
  t/a
  t/a/1.txt
  t/a/b
  t/a/b/2.log
  t/c
  t/pipe
  $ chmod 755 t/c
  $ find t -name '*.log' -delete
  $ find t -type f | sort
  t/a/1.txt
  t/c/empty
  $ find t/a -delete
  $ ls t
  c
  pipe
  $ find t -name c -delete
  find: cannot delete ‘t/c’: Directory not empty
  [1]
  $ find t -ok echo {} \; </dev/null 2>/dev/null
  $ find t -type f -name '[a-e]*'
  t/c/empty
  $ find t -wholename 't/c/e*'
  t/c/empty
  $ find t -false -o -type p
  t/pipe
  $ find t -name pipe , -name c
  t/c
  $ find t ! ! -name c -a -type d
  t/c
  $ find t -not \( -type f -o -type l \) | sort
  t
  t/c
  t/pipe
  $ ln -s .. t/c/up
  $ find -L t/c 2>&1 | sort | head -3
  find: File system loop detected; the following directory is part of the cycle: ‘t/c/up/c’
  t/c
  t/c/empty
  $ find -H t/c/up -maxdepth 0
  t/c/up
  $ find t -inum 0
  $ find . -xdev -name pipe
  ./t/pipe
  $ find t -daystart -mtime 0 -name c
  t/c
  $ find t -printf '%q' -quit
  find: warning: unrecognized format directive `%q'
  %q
