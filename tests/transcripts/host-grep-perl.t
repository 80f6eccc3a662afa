Searching with Perl's regular expressions: what is looked at and not taken, lazy and possessive repetition, names, and mistakes.

  $ printf 'server:\n  port = 8080\n  host = db.example.com\n  password: "s3cr3t"\nimage: postgres:16.2\nvolume=/var/lib/data/x.tar.gz\nfoofoo bar\nabc123def456\n\ttab\nnaïve\n' > f; grep -oP '(?<=port = )\d+' f; grep -oP 'port = \K\d+' f; grep -oP '\d+(?=def)' f; grep -oP '"\K[^"]+(?=")' f; grep -P '^(?!.*(port|host))' f; grep -oP '(?<!foo)bar' f; echo $?
  8080
  8080
  123
  s3cr3t
  server:
    password: "s3cr3t"
  image: postgres:16.2
  volume=/var/lib/data/x.tar.gz
  foofoo bar
  <ID1>
  	tab
  naïve
  bar
  0
  $ grep -oP '(\w+)\1' f; grep -oP '(?<x>fo+)\k<x>' f; grep -oP "(?'q'o+)\\g{q}" f; grep -oP '(fo+)\g1' f; grep -oP '(fo+)\g{-1}' f; grep -oP '(?P<n>fo+)(?P=n)' f; grep -oP '.*?=' f; grep -oP 'o+?' f | head -n 2; grep -oP '[a-z]++\d' f; grep -cP 'o++o' f; grep -oP '(?>fo+)f' f; grep -oiP 'SERVER' f; grep -oP '(?i)SERV(?-i)er' f; grep -oP '(?i:SERV)er' f
  8080
  ss
  foofoo
  foofoo
  oo
  oo
  foofoo
  foofoo
  foofoo
    port =
    host =
  volume=
  o
  o
  s3
  cr3
  abc1
  def4
  0
  foof
  server
  server
  server
  $ grep -nP '\t' f; grep -nP '^\s+\S+:' f; grep -oP '[[:digit:]]{3}' f; grep -oP '\d{2,}?' f; grep -oP '\D+$' f | tail -n 2; grep -wP 'ba?r' f; grep -xP 'server:' f; grep -vP '[a-z]' f; grep -cP . f; grep -oP '\bp\w+' f; grep -oP '\x70ort' f; grep -oP '\x{70}o' f; grep -oP '\Qport = \E\d' f; grep -oP '\A\w+' f | head -n 3; grep -oP '\w+\z' f | head -n 2; grep -oP '\w+\Z' f | head -n 2
  9:	tab
  4:  password: "s3cr3t"
  808
  123
  456
  80
  80
  16
  12
  45
  	tab
  naïve
  foofoo bar
  server:
  10
  port
  password
  postgres
  port
  po
  po
  port = 8
  server
  image
  volume
  8080
  com
  8080
  com
  $ grep -oP '[\w.]+\.com' f; grep -oP '[^\s:"]+$' f; grep -oP '[\d-]+' f | head -n 1; grep -oP '[]x]' f; grep -oP '[a\]b]c' f; grep -oP '[\x61-\x63]+' f | head -n 2; grep -oP '\h+\H+' f; grep -oP '\R' f; grep -oP '\N+2' f; grep -oP '[[:^alpha:]]+' f | head -n 2; grep -oP '(?x) po rt # comment' f; grep -oP '(?#note)port' f; grep -oP 'a|b|(?:ta)b' f; grep -oP '(a)?b(?(1)c|x)' f
  db.example.com
  8080
  db.example.com
  16.2
  volume=/var/lib/data/x.tar.gz
  bar
  <ID1>
  tab
  naïve
  8080
  x
  x
  bc
  b
  a
    port
   =
   8080
    host
   =
   db.example.com
    password:
   "s3cr3t"
   postgres:16.2
   bar
  	tab
  image: postgres:16.2
  abc12
  :
    
  port
  port
  b
  a
  a
  a
  a
  b
  a
  a
  a
  b
  a
  a
  b
  tab
  a
  abc
  $ grep -P '(' f; echo $?; grep -P ')' f; grep -P '*a' f; grep -P '[' f; grep -P 'a{2,1}' f; grep -P '\' f; grep -P '(?<=a+)b' f; grep -P '\1' f; grep -P '(?z)' f; grep -P '[b-a]' f; grep -P '[[:foo:]]' f; grep -P '(?<n' f; grep -P '\k<q>' f; grep -P 'a**' f; grep -P '(?P>n)' f; grep -P '\p{Xx}' f; grep -P '\x{zz}' f; grep -P '(?<=' f; grep -P '(?' f; grep -P 'a{1' f; grep -P '{1}' f; echo $?
  grep: missing closing parenthesis
  2
  grep: unmatched closing parenthesis
  grep: quantifier does not follow a repeatable item
  grep: missing terminating ] for character class
  grep: numbers out of order in {} quantifier
  grep: \ at end of pattern
  grep: length of lookbehind assertion is not limited
  grep: reference to non-existent subpattern
  grep: unrecognized character after (? or (?-
  grep: range out of order in character class
  grep: unknown POSIX class name
  grep: syntax error in subpattern name (missing terminator?)
  grep: reference to non-existent subpattern
  grep: quantifier does not follow a repeatable item
  grep: reference to non-existent subpattern
  grep: unknown property after \P or \p
  grep: non-hex character in \x{} (closing brace missing?)
  grep: missing closing parenthesis
  grep: missing closing parenthesis
  grep: quantifier does not follow a repeatable item
  2
  $ grep -P -e a -e b f; echo $?; grep -P "$(printf 'a\nb')" f; grep -P '' f | wc -l; grep -oP 'a*' f | head -n 3; grep -oP '(?<=a|bc)\d' f; grep -oP '(?<=a|b|[a-c]{1,3})\d+' f; grep -oP '(?<!\d)\d{3}(?!\d)' f; grep -P 'f$' f; grep -P '^$' f; echo $?; grep -c -P 'na.ve' f; grep -c -P 'na..ve' f; grep -oP '\w+' f | tail -n 3; grep -P --color=always 'po(?=rt)' f; grep -oP '(?|a(b)|t(a))\K\w' f; grep -oP 'b\Kc' f; grep -bnoP '\d+' f; grep -P '\d' f -m 1 -A 1
  grep: the -P option only supports a single pattern
  2
  grep: the -P option only supports a single pattern
  10
  a
  a
  a
  1
  123
  123
  456
  1
  0
  1
  tab
  na
  ve
    [01;31m[Kpo[m[Krt = 8080
  r
  c
  b
  c
  2:17:8080
  4:60:3
  4:63:3
  5:83:16
  5:86:2
  8:132:123
  8:138:456
    port = 8080
    host = db.example.com
  $ echo 'image: nginx:1.25' | grep -oP 'image:\s*\K\S+'; docker inspect --help | grep -oP '^\s+-\w(?=,)'; echo 'eth0: 172.17.0.2/16 x 10.0.0.1' | grep -oP '(\d{1,3}\.){3}\d{1,3}'; echo 'k="v" j="w"' | grep -oP '\w+="\K.*?(?=")'; echo '{"a":"b","c":"d"}' | grep -Po '"c":.*?[^\\]"'; echo 'aXbXc' | grep -oP '^.*X\K.'; echo 'foo(bar)' | grep -oP '\((.*?)\)'; echo 'a1b22' | grep -oP '(?=(\d+))\w' ; echo 'x (a (b) c) y' | grep -oP '\((?:[^()]|(?R))*\)'; echo abcabc | grep -oP '(abc)(?1)'
  nginx:1.25
    -f
    -s
  <IP>
  10.0.0.1
  v
  w
  "c":"d"
  c
  (bar)
  1
  2
  2
  (a (b) c)
  abcabc
