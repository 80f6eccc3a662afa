env and printenv.

  $ env -i A=1 B=two env
  A=1
  B=two
  $ env -i A=1 printenv A B; echo $?
  1
  1
  $ env A=1 sh -c 'echo $A'
  1
  $ A=x env -u A printenv A; echo $?
  1
  $ env -i A=1 B=2 env -u A
  B=2
  $ env - C=3
  C=3
  $ env -i A=1 A=2 env
  A=2
  $ env nosuchcommand; echo $?
  env: ‘nosuchcommand’: No such file or directory
  127
  $ env ./nosuchfile; echo $?
  env: ‘./nosuchfile’: No such file or directory
  127
  $ env /etc; echo $?
  env: ‘/etc’: Permission denied
  126
  $ touch plain; env ./plain; echo $?
  env: ‘./plain’: Permission denied
  126
  $ env -0 -i A=1 B=2 | tr '\0' ';'; echo
  A=1;B=2;
  $ env -C /tmp pwd
  /tmp
  $ env -C /nosuch pwd; echo $?
  env: cannot change directory to '/nosuch': No such file or directory
  125
  $ env -S 'sh -c "echo hi there"'
  hi there
  $ env -i -S 'A=1  B="x y" env'
  A=1
  B=x y
  $ env -z; echo $?
  env: invalid option -- 'z'
  Try 'env --help' for more information.
  125
  $ env -u; echo $?
  env: option requires an argument -- 'u'
  Try 'env --help' for more information.
  125
  $ env 'echo a'; echo $?
  env: ‘echo a’: No such file or directory
  env: use -[v]S to pass options in shebang lines
  127
  $ printf '#!/usr/bin/env -S sh -e\necho run; false; echo no\n' > s; chmod +x s; ./s; echo $?
  run
  1
  $ env -u A=B true; echo $?
  env: cannot unset ‘A=B’: Invalid argument
  125
