What ash says of its own command line and of mistakes with its builtins: options, jobs without job control, numbers of printf, files that are read in, conditions.
  $ docker run -d --name ee busybox sleep 100000 >/dev/null; printf 'nope\nnope2 x\n' > f; docker cp -q f ee:/tmp/f
  $ docker exec ee sh -Z; docker exec ee sh +Z; docker exec ee sh -cZ x; docker exec ee sh --nope
  sh: illegal option -Z
  sh: illegal option +Z
  sh: illegal option -Z
  sh: bad option '--nope'
  [2]
  $ docker exec ee sh -o zz -c 'echo ran'; echo $?
  sh: illegal option -o zz
  0
  $ docker exec ee sh nofile
  sh: can't open nofile: no such file
  [2]
  $ docker exec ee sh /etc; echo $?
  0
  $ docker exec ee sh - -c 'echo x'
  sh: can't open -c: no such file
  [2]
  $ docker exec ee sh -c 'echo $-; set -e; echo $-; set -x; echo $-' 2>&1 | sort
  + echo xce
  c
  ce
  xce
  $ docker exec ee sh -c 'set -o'
  errexit         off
  noglob          off
  ignoreeof       off
  monitor         off
  noexec          off
  xtrace          off
  verbose         off
  noclobber       off
  allexport       off
  notify          off
  nounset         off
  errtrace        off
  vi              off
  pipefail        off
  $ docker exec ee sh -c 'set -o nope 2>&1; echo $?'
  sh: set: line 0: illegal option -o nope
  1
  $ docker exec ee sh -c 'set -m; echo $-' 2>&1 | sort
  c
  sh: set: line 0: can't access tty; job control turned off
  $ docker exec ee sh -c 'export 1a=2'
  sh: export: line 0: 1a: bad variable name
  [2]
  $ docker exec ee sh -c getopts
  sh: getopts: line 0: usage: getopts optstring var [arg]
  [2]
  $ docker exec ee sh -c 'fg; fg %1; bg; jobs %3; wait %3; kill %1; echo $?' 2>&1 | sort
  2
  sh: bg: line 0: No current job
  sh: fg: line 0: %1: no such job
  sh: fg: line 0: No current job
  sh: jobs: line 0: %3: no such job
  sh: kill: line 0: %1: no such job
  sh: wait: line 0: %3: no such job
  $ docker exec ee sh -c 'sleep 5 & fg; bg %1' 2>&1 | sort
  sh: bg: line 0: job %1 not created under job control
  sh: fg: line 0: job (null) not created under job control
  $ docker exec ee sh -c 'sleep 100 & jobs; kill $!; wait $!; jobs' 2>&1 | sort
  Terminated
  [1]+  Running                    
  [1]+  Terminated                 
  $ docker exec ee sh -c 'false & wait; jobs; jobs'
  [1]+  Done(1)                    
  $ docker exec ee sh -c '[ a b ]; [ a = ]; [ "(" a ]; [ ! a b ]; [ a -a ]; [ -eq 1 ]; [ 1 -eq ]' 2>&1 | sort
  sh: -eq: argument expected
  sh: 1: unknown operand
  sh: =: argument expected
  sh: argument expected
  sh: b: unknown operand
  sh: b: unknown operand
  sh: closing paren expected
  $ docker exec ee sh -c '. ; echo $?; . /etc; echo $?'
  2
  0
  $ docker exec ee sh -c '. /tmp/f; nope3' 2>&1 | sort
  sh: /tmp/f: line 1: nope: not found
  sh: /tmp/f: line 2: nope2: not found
  sh: nope3: not found
  $ docker exec ee sh -c 'source nofile'
  sh: source: line 0: nofile: not found
  [2]
  $ docker exec ee sh -c 'eval "nope; . /tmp/f"; nope' 2>&1 | sort
  sh: /tmp/f: line 1: nope: not found
  sh: /tmp/f: line 2: nope2: not found
  sh: eval: line 0: nope: not found
  sh: nope: not found
  $ docker exec ee sh -c 'let 2>&1; echo $?; let x= 2>&1; echo $?; let x=3 y=0; echo $? $x'
  sh: let: line 0: expression expected
  2
  sh: let: line 0: arithmetic syntax error
  2
  1 3
  $ docker exec ee sh -c 'umask x 2>&1; echo $?; umask 999 2>&1; echo $?'
  sh: umask: line 0: illegal mode: x
  2
  sh: umask: line 0: illegal mode: 999
  2
  $ docker exec ee sh -c 'read 1x; echo $?; read -t x y; echo $?; read -n x y; echo $?; read -u 9 y; echo $?; read -u x y; echo $?' 2>&1 | sort
  1
  1
  2
  2
  2
  sh: read: '1x': bad variable name
  sh: read: line 0: invalid count
  sh: read: line 0: invalid file descriptor
  sh: read: line 0: invalid timeout
  $ docker exec ee sh -c 'printf; printf %d x; echo; printf "%d %s\n" 1x y; printf "%d\n" 99999999999999999999' 2>&1 | sort
  0
  0
  0 y
  sh: invalid number '1x'
  sh: invalid number '99999999999999999999'
  sh: invalid number 'x'
  sh: usage: printf FORMAT [ARGUMENT...]
  $ docker exec ee sh -c 'printf %q x'
  sh: %q: invalid format
  [1]
  $ docker exec ee sh -c 'printf "%5"'
  sh: %5: invalid format
  [1]
  $ docker exec ee sh -c 'trap x 2>&1; echo $?; unalias; echo $?; kill -l 99; kill -l 29'
  sh: trap: line 0: x: invalid signal specification
  1
  0
  99
  POLL
  $ docker exec ee sh -c 'unset OLDPWD; cd -; echo $OLDPWD; command -v cd echo; echo $LINENO'
  /
  /
  cd
  0
  $ docker exec ee sh -c 'x=grüße; echo ${#x}'
  7
  $ docker exec ee sh -c 'ls /nofile /etc/passwd >& /tmp/o; cat /tmp/o; cat <<< "a  b"'
  ls: /nofile: No such file or directory
  /etc/passwd
  a  b
  $ docker exec ee sh -c 'ls 2>& /tmp/o; echo no'
  sh: redir error
  [2]
  $ for c in 'for i in a b' 'case x in' 'if true; then' 'if true; then :; else' while 'for i in'; do docker exec ee sh -c "$c"; done
  sh: syntax error: unexpected end of file
  sh: syntax error: unexpected end of file (expecting ")")
  sh: syntax error: unexpected end of file (expecting "fi")
  sh: syntax error: unexpected end of file (expecting "fi")
  sh: syntax error: unexpected end of file (expecting "do")
  sh: syntax error: unexpected end of file
  [2]
  $ docker exec ee sh -c 'echo a | sed "/x/{s/a/b/"; echo a | sed "s/\(/b/"; echo a | sed "/a"; echo a | sed "1,"; echo a | sed r; echo a | sed "}"; echo a | sed "y/abc/de/"' 2>&1 | sort
  a
  d
  sed: bad regex '\(': Unmatched ( or \(
  sed: empty filename
  sed: no address after comma
  sed: unmatched '/'
  sed: unterminated {
  $ docker exec ee sh -c 'date -d 2020-02-30; date -d 2021-04-31; date -d 2021-04-32; date -d 2021-02-28T10:00; who' 2>&1 | sort
  Sat <DATE>:00 UTC 2021
  Sun <DATE>:00 UTC 2020
  date: invalid date '2021-02-28T10:00'
  date: invalid date '2021-04-32'
  $ docker exec ee wget http://
  wget: bad address ''
  [1]
