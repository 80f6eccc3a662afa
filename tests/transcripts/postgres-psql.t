What psql does with what it reads: statements and commands in one line, variables, branches, files for results.

  $ up() { until docker exec "$1" pg_isready -q -h 127.0.0.1; do sleep 0.2; done; }
  $ docker run -d --name db -e POSTGRES_PASSWORD=secret postgres:17 | wc -c
  65
  $ up db; sql() { docker exec -i db psql -U postgres "$@"; }
  $ printf '%s\n' 'select 1 as a; select 2' '  as b;' 'select 3 as c \g' 'select 4 as d \gx' | sql
   a 
  ---
   1
  (1 row)
  
   b 
  ---
   2
  (1 row)
  
   c 
  ---
   3
  (1 row)
  
  -[ RECORD 1 ]
  d | 4
  
  $ printf '%s\n' '\set x 5' "\\set name 'O''Brien'" "select :x + 1 as n, :'name' as who, ':x' as same, 1::text as kind;" '\echo :x :name' | sql -f -
   n |   who   | same | kind 
  ---+---------+------+------
   6 | O'Brien | :x   | 1
  (1 row)
  
  5 O'Brien
  $ printf '%s\n' '' 'select :unknown;' | sql -f -
  psql:<stdin>:2: ERROR:  syntax error at or near ":"
  LINE 1: select :unknown;
                 ^
  $ printf '%s\n' 'select 3 as three, 4 as four \gset p_' '\echo :p_three :p_four' 'select 1 where false \gset' | sql
  3 4
  no rows returned for \gset
  $ printf '%s\n' '\if true' '\echo yes' '\else' '\echo no' 'select 1/0;' '\endif' | sql
  yes
  $ printf '%s\n' '\if maybe' '\echo never' '\elif 1' '\endif' '\else' '\pset nonsense' | sql
  unrecognized value "maybe" for "\if expression": Boolean expected
  \else: no matching \if
  \pset: unknown option: nonsense
  $ printf '%s\n' '\o /tmp/out' 'select 7 as seven;' '\o' '\! cat /tmp/out' | sql
   seven 
  -------
       7
  (1 row)
  
  $ printf '%s\n' '-- a comment; with a sign' '/* another; */ select 1 as one; -- more' "select 'a;b' as s, \$\$c;d\$\$ as t;" | sql -At
  1
  a;b|c;d
  $ printf '%s\n' '\pset null NULL' 'select null as n;' '\t' 'select 1;' '\a' 'select 1, 2;' | sql
  Null display is "NULL".
    n   
  ------
   NULL
  (1 row)
  
  Tuples only is on.
          1
  
  Output format is unaligned.
  1|2
  $ printf '%s\n' '\nonsense' 'select 1 as one;' | sql -v ON_ERROR_STOP=1
  invalid command \nonsense
  [3]
  $ printf '%s\n' 'create table t (a int);' 'copy t from stdin;' '1' '2' '\.' 'select sum(a) from t;' | sql -q
   sum 
  -----
     3
  (1 row)
  
  $ printf '%s\n' '\copy t from nowhere' '\copy' '\copy t' '\i nowhere' | sql
  nowhere: No such file or directory
  \copy: arguments required
  \copy: parse error at end of line
  nowhere: No such file or directory
  $ printf '%s\n' 'select 1' '+ 1 as two \p' '\r' '\p' | sql
  select 1
  + 1 as two 
  Query buffer reset (cleared).
  Query buffer is empty.
  $ printf '%s\n' '\x' 'select 1 as a, null as b;' '\x off' '\timing on' '\timing off' '\q extra' 'select 1;' | sql
  Expanded display is on.
  -[ RECORD 1 ]
  a | 1
  b | 
  
  Expanded display is off.
  Timing is on.
  Timing is off.
  \q: extra argument "extra" ignored
  $ printf '%s\n' '\c nowhere' 'select 1;' | sql 2>&1 | sed 's/.*failed: //'
  FATAL:  database "nowhere" does not exist
  $ docker rm -fv db
  db
