What jq says of filters that it can not read, of names and values that do not fit, and of input that is no JSON; its regular expressions.

  $ for f in '{' '}' '[' ']' '(' ')' '.a.' '.[' '"abc' '.a |' '| .a' '.a,,' 'if' 'if . then' 'reduce' 'foreach' 'def f' '. as' '. as x' '.["a"' '{a' '{a:' '{a:1' '{1:2}' '.a b' '"a" "b"' '@foo' '%' '&' '\' '.a = ' '-' 'try' 'label' '.. |' '.a?.' '$x' 'foo' 'foo(1)' 'map' 'length(1)' '.0' '1a' '0x' '\"x\"' '.a as [$x' 'x:' '?' '..a' ; do echo "== $f"; echo '{"a":1}' | jq "$f"; echo $?; done 2>&1
  == {
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 1:
      {
      ^
  jq: 1 compile error
  3
  == }
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      }
      ^
  jq: 1 compile error
  3
  == [
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 1:
      [
      ^
  jq: 1 compile error
  3
  == ]
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      ]
      ^
  jq: 1 compile error
  3
  == (
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 1:
      (
      ^
  jq: 1 compile error
  3
  == )
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      )
      ^
  jq: 1 compile error
  3
  == .a.
  jq: error: syntax error, unexpected end of file, expecting FORMAT or QQSTRING_START or '[' at <top-level>, line 1, column 3:
      .a.
        ^
  jq: 1 compile error
  3
  == .[
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 2:
      .[
       ^
  jq: 1 compile error
  3
  == "abc
  jq: error: syntax error, unexpected end of file, expecting QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END at <top-level>, line 1, column 2:
      "abc
       ^^^
  jq: 1 compile error
  3
  == .a |
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 4:
      .a |
         ^
  jq: 1 compile error
  3
  == | .a
  jq: error: syntax error, unexpected '|', expecting end of file at <top-level>, line 1, column 1:
      | .a
      ^
  jq: 1 compile error
  3
  == .a,,
  jq: error: syntax error, unexpected ',' at <top-level>, line 1, column 4:
      .a,,
         ^
  jq: 1 compile error
  3
  == if
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 1:
      if
      ^^
  jq: 1 compile error
  3
  == if . then
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 6:
      if . then
           ^^^^
  jq: error: Possibly unterminated 'if' statement at <top-level>, line 1, column 1:
      if . then
      ^^^^^^^^^
  jq: 2 compile errors
  3
  == reduce
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 1:
      reduce
      ^^^^^^
  jq: 1 compile error
  3
  == foreach
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 1:
      foreach
      ^^^^^^^
  jq: 1 compile error
  3
  == def f
  jq: error: syntax error, unexpected end of file, expecting ':' or '(' at <top-level>, line 1, column 5:
      def f
          ^
  jq: 1 compile error
  3
  == . as
  jq: error: syntax error, unexpected end of file, expecting BINDING or '[' or '{' at <top-level>, line 1, column 3:
      . as
        ^^
  jq: 1 compile error
  3
  == . as x
  jq: error: syntax error, unexpected IDENT, expecting BINDING or '[' or '{' at <top-level>, line 1, column 6:
      . as x
           ^
  jq: 1 compile error
  3
  == .["a"
  jq: error: syntax error, unexpected end of file, expecting '|' or ',' or ':' or ']' at <top-level>, line 1, column 5:
      .["a"
          ^
  jq: 1 compile error
  3
  == {a
  jq: error: syntax error, unexpected end of file, expecting '}' at <top-level>, line 1, column 2:
      {a
       ^
  jq: 1 compile error
  3
  == {a:
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 3:
      {a:
        ^
  jq: 1 compile error
  3
  == {a:1
  jq: error: syntax error, unexpected end of file, expecting '}' at <top-level>, line 1, column 4:
      {a:1
         ^
  jq: 1 compile error
  3
  == {1:2}
  jq: error: syntax error, unexpected LITERAL at <top-level>, line 1, column 2:
      {1:2}
       ^
  jq: error: May need parentheses around object key expression at <top-level>, line 1, column 2:
      {1:2}
       ^
  jq: 2 compile errors
  3
  == .a b
  jq: error: syntax error, unexpected IDENT, expecting end of file at <top-level>, line 1, column 4:
      .a b
         ^
  jq: 1 compile error
  3
  == "a" "b"
  jq: error: syntax error, unexpected QQSTRING_START, expecting end of file at <top-level>, line 1, column 5:
      "a" "b"
          ^
  jq: 1 compile error
  3
  == @foo
  jq: error (at <stdin>:1): foo is not a valid format
  5
  == %
  jq: error: syntax error, unexpected '%', expecting end of file at <top-level>, line 1, column 1:
      %
      ^
  jq: 1 compile error
  3
  == &
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      &
      ^
  jq: 1 compile error
  3
  == \
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      \
      ^
  jq: 1 compile error
  3
  == .a = 
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 5:
      .a = 
          ^
  jq: 1 compile error
  3
  == -
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 1:
      -
      ^
  jq: 1 compile error
  3
  == try
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 1:
      try
      ^^^
  jq: 1 compile error
  3
  == label
  jq: error: syntax error, unexpected end of file, expecting BINDING at <top-level>, line 1, column 1:
      label
      ^^^^^
  jq: 1 compile error
  3
  == .. |
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 4:
      .. |
         ^
  jq: 1 compile error
  3
  == .a?.
  jq: error: syntax error, unexpected end of file, expecting FORMAT or QQSTRING_START or '[' at <top-level>, line 1, column 4:
      .a?.
         ^
  jq: 1 compile error
  3
  == $x
  jq: error: $x is not defined at <top-level>, line 1, column 1:
      $x
      ^^
  jq: 1 compile error
  3
  == foo
  jq: error: foo/0 is not defined at <top-level>, line 1, column 1:
      foo
      ^^^
  jq: 1 compile error
  3
  == foo(1)
  jq: error: foo/1 is not defined at <top-level>, line 1, column 1:
      foo(1)
      ^^^
  jq: 1 compile error
  3
  == map
  jq: error: map/0 is not defined at <top-level>, line 1, column 1:
      map
      ^^^
  jq: 1 compile error
  3
  == length(1)
  jq: error: length/1 is not defined at <top-level>, line 1, column 1:
      length(1)
      ^^^^^^
  jq: 1 compile error
  3
  == .0
  0.0
  0
  == 1a
  jq: error: syntax error, unexpected IDENT, expecting end of file at <top-level>, line 1, column 2:
      1a
       ^
  jq: 1 compile error
  3
  == 0x
  jq: error: syntax error, unexpected IDENT, expecting end of file at <top-level>, line 1, column 2:
      0x
       ^
  jq: 1 compile error
  3
  == \"x\"
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      \"x\"
      ^
  jq: 1 compile error
  3
  == .a as [$x
  jq: error: syntax error, unexpected end of file, expecting ',' or ']' at <top-level>, line 1, column 8:
      .a as [$x
             ^^
  jq: 1 compile error
  3
  == x:
  jq: error: syntax error, unexpected ':', expecting end of file at <top-level>, line 1, column 2:
      x:
       ^
  jq: 1 compile error
  3
  == ?
  jq: error: syntax error, unexpected '?', expecting end of file at <top-level>, line 1, column 1:
      ?
      ^
  jq: 1 compile error
  3
  == ..a
  jq: error: syntax error, unexpected IDENT, expecting end of file at <top-level>, line 1, column 3:
      ..a
        ^
  jq: 1 compile error
  3
  $ jq -n 'foo, bar'; jq -n '
  > .a |
  > nope'; jq -n '.a
  > | }'; jq -n '  {'; jq -n 'break $x'; jq -n '. as $x | $y'; jq -n '@nope "x"'; echo $?
  jq: error: foo/0 is not defined at <top-level>, line 1, column 1:
      foo, bar
      ^^^
  jq: error: bar/0 is not defined at <top-level>, line 1, column 6:
      foo, bar
           ^^^
  jq: 2 compile errors
  jq: error: nope/0 is not defined at <top-level>, line 3, column 1:
      nope
      ^^^^
  jq: 1 compile error
  jq: error: syntax error, unexpected INVALID_CHARACTER at <top-level>, line 2, column 3:
      | }
        ^
  jq: 1 compile error
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 3:
        {
        ^
  jq: 1 compile error
  jq: error: $*label-x is not defined at <top-level>, line 1, column 1:
      break $x
      ^^^^^^^^
  jq: 1 compile error
  jq: error: $y is not defined at <top-level>, line 1, column 11:
      . as $x | $y
                ^^
  jq: 1 compile error
  "x"
  0
  $ echo '[1,{"a":2}]' | jq '.a'; echo '{"a":1}' | jq '.[0]'; echo '{"a":1}' | jq '.a.b'; echo '{"a":1}' | jq '.a[0]'; echo '{"a":"x"}' | jq '.a[0]'; echo '{"a":"x"}' | jq '.a.b'; echo '{"a":"x"}' | jq '.a | .["b"]'; echo '5' | jq '.[]'; echo '"x"' | jq '.[]'; echo 'true' | jq '.a'; echo 'null' | jq '.[]'; echo '{"a":1}' | jq '.[] | .[]'; echo '[1]' | jq '.["a"]'; echo '[1]' | jq '.[{}]'; echo '{}' | jq '.[null]'; echo '{}' | jq '.[1:2]'; echo '[1,2]' | jq '.["a":]'
  jq: error (at <stdin>:1): Cannot index array with string ("a")
  jq: error (at <stdin>:1): Cannot index object with number (0)
  jq: error (at <stdin>:1): Cannot index number with string ("b")
  jq: error (at <stdin>:1): Cannot index number with number (0)
  jq: error (at <stdin>:1): Cannot index string with number (0)
  jq: error (at <stdin>:1): Cannot index string with string ("b")
  jq: error (at <stdin>:1): Cannot index string with string ("b")
  jq: error (at <stdin>:1): Cannot iterate over number (5)
  jq: error (at <stdin>:1): Cannot iterate over string ("x")
  jq: error (at <stdin>:1): Cannot index boolean with string ("a")
  jq: error (at <stdin>:1): Cannot iterate over null (null)
  jq: error (at <stdin>:1): Cannot iterate over number (1)
  jq: error (at <stdin>:1): Cannot index array with string ("a")
  jq: error (at <stdin>:1): Array/string slice indices must be integers
  jq: error (at <stdin>:1): Cannot index object with null (null)
  jq: error (at <stdin>:1): Cannot index object with object ({"start":1,"end":2})
  jq: error (at <stdin>:1): Array/string slice indices must be integers
  [5]
  $ echo '{"a":1}' | jq '.a + "x"'; echo '{"a":1}' | jq '. - 1'; echo '{"a":1}' | jq '. * "x"'; echo '{}' | jq '{} / 2'; echo '1' | jq '. / 0'; echo '1' | jq '. % 0'; echo '"x"' | jq 'tonumber'; echo '[]' | jq 'tonumber'; echo '1' | jq 'keys'; echo '1' | jq 'length'; echo 'true' | jq 'length'; echo '1' | jq 'has("a")'; echo '{}' | jq 'has(1)'; echo '[]' | jq 'has("a")'; echo '1' | jq 'ascii_downcase'; echo '1' | jq 'split(",")'; echo '[1]' | jq 'join(",")'; echo '[[1]]' | jq 'join(",")'; echo '1' | jq 'join(",")'; echo '1' | jq 'to_entries'; echo '1' | jq 'from_entries'; echo '[1]' | jq 'from_entries'; echo '1' | jq 'add'; echo '[1,"a"]' | jq 'add'; echo '"x"' | jq 'fromjson'; echo '"{"' | jq 'fromjson'; echo '1' | jq 'sort'; echo '{}' | jq 'sort_by(.a)'; echo '1' | jq 'map(.)'; echo '1' | jq 'first'; echo '1' | jq 'test("a")'; echo '1' | jq 'ltrimstr("a")'; echo '1' | jq 'startswith("a")'; echo '{"a":[1]}' | jq -r '.a | @csv, @tsv, @sh'; echo '[{}]' | jq -r '@csv'; echo '[{}]' | jq -r '@sh'; echo '{}' | jq 'error'; echo '"e"' | jq 'error'; echo 'null' | jq 'error'; echo '1' | jq 'error("my")'; echo 1 | jq 'error({a:1})'; echo $?
  jq: error (at <stdin>:1): number (1) and string ("x") cannot be added
  jq: error (at <stdin>:1): object ({"a":1}) and number (1) cannot be subtracted
  jq: error (at <stdin>:1): object ({"a":1}) and string ("x") cannot be multiplied
  jq: error (at <stdin>:1): object ({}) and number (2) cannot be divided
  jq: error (at <stdin>:1): number (1) and number (0) cannot be divided because the divisor is zero
  jq: error (at <stdin>:1): number (1) and number (0) cannot be divided (remainder) because the divisor is zero
  jq: error (at <stdin>:1): string ("x") cannot be parsed as a number
  jq: error (at <stdin>:1): array ([]) cannot be parsed as a number
  jq: error (at <stdin>:1): number (1) has no keys
  1
  jq: error (at <stdin>:1): boolean (true) has no length
  jq: error (at <stdin>:1): Cannot check whether number has a string key
  jq: error (at <stdin>:1): Cannot check whether object has a number key
  jq: error (at <stdin>:1): Cannot check whether array has a string key
  jq: error (at <stdin>:1): explode input must be a string
  jq: error (at <stdin>:1): split input and separator must be strings
  "1"
  jq: error (at <stdin>:1): string ("") and array ([1]) cannot be added
  jq: error (at <stdin>:1): Cannot iterate over number (1)
  jq: error (at <stdin>:1): number (1) has no keys
  jq: error (at <stdin>:1): Cannot iterate over number (1)
  jq: error (at <stdin>:1): Cannot index number with string ("key")
  jq: error (at <stdin>:1): Cannot iterate over number (1)
  jq: error (at <stdin>:1): number (1) and string ("a") cannot be added
  jq: error (at <stdin>:1): Invalid numeric literal at EOF at line 1, column 1 (while parsing 'x')
  jq: error (at <stdin>:1): Unfinished JSON term at EOF at line 1, column 1 (while parsing '{')
  jq: error (at <stdin>:1): number (1) cannot be sorted, as it is not an array
  jq: error (at <stdin>:1): object ({}) and array ([]) cannot be sorted, as they are not both arrays
  jq: error (at <stdin>:1): Cannot iterate over number (1)
  jq: error (at <stdin>:1): Cannot index number with number (0)
  jq: error (at <stdin>:1): number (1) cannot be matched, as it is not a string
  jq: error (at <stdin>:1): startswith() requires string inputs
  jq: error (at <stdin>:1): startswith() requires string inputs
  1
  1
  1
  jq: error (at <stdin>:1): object ({}) is not valid in a csv row
  jq: error (at <stdin>:1): object ({}) can not be escaped for shell
  jq: error (at <stdin>:1) (not a string): {}
  jq: error (at <stdin>:1): e
  jq: error (at <stdin>:1) (not a string): null
  jq: error (at <stdin>:1): my
  jq: error (at <stdin>:1) (not a string): {"a":1}
  5
  $ echo '{"a":1' | jq .; echo '{a:1}' | jq .; echo "{'a':1}" | jq .; echo '[1,2' | jq .; echo '[1,]' | jq .; echo '{"a":}' | jq .; echo '{"a" 1}' | jq .; echo '"abc' | jq .; echo 'nope' | jq .; echo '1 2 x' | jq .; echo '}' | jq .; echo ']' | jq .; echo '{"a":1}}' | jq -c .; echo '<html>' | jq .; echo 'tru' | jq .; echo '01' | jq .; echo '1.' | jq .; echo '+1' | jq .; echo '"\x"' | jq .; printf '"a\nb"' | jq .; printf '{"a":1,\n "b":}\n' | jq .; echo '' | jq .; echo $?; jq . nofile; echo $?; jq . /; echo $?; printf '1\n{\n' | jq -c .; printf '[1,\n2\n3]' | jq .; echo 'NaN' | jq .; echo '{"a":1,}' | jq .; echo '["a":1]' | jq .; echo '{1:2}' | jq .; echo ':' | jq .; echo ',' | jq .
  jq: parse error: Unfinished JSON term at EOF at line 2, column 0
  jq: parse error: Invalid numeric literal at line 1, column 3
  jq: parse error: Invalid string literal; expected ", but got ' at line 1, column 5
  jq: parse error: Unfinished JSON term at EOF at line 2, column 0
  jq: parse error: Expected another array element at line 1, column 4
  jq: parse error: Unmatched '}' at line 1, column 6
  jq: parse error: Expected separator between values at line 1, column 7
  jq: parse error: Unfinished string at EOF at line 2, column 0
  jq: parse error: Invalid numeric literal at line 2, column 0
  jq: parse error: Invalid numeric literal at line 2, column 0
  1
  2
  jq: parse error: Unmatched '}' at line 1, column 1
  jq: parse error: Unmatched ']' at line 1, column 1
  jq: parse error: Unmatched '}' at line 1, column 8
  {"a":1}
  jq: parse error: Invalid numeric literal at line 2, column 0
  jq: parse error: Invalid literal at line 2, column 0
  1
  1
  1
  jq: parse error: Invalid escape at line 1, column 4
  jq: parse error: Invalid string: control characters from U+0000 through U+001F must be escaped at line 2, column 2
  jq: parse error: Unmatched '}' at line 2, column 6
  0
  jq: error: Could not open file nofile: No such file or directory
  2
  jq: error: Is a directory
  2
  jq: parse error: Unfinished JSON term at EOF at line 3, column 0
  1
  jq: parse error: Expected separator between values at line 3, column 2
  null
  jq: parse error: Expected another key-value pair at line 1, column 8
  jq: parse error: ':' not as part of an object at line 1, column 5
  jq: parse error: Object keys must be strings at line 1, column 3
  jq: parse error: Expected string key before ':' at line 1, column 1
  jq: parse error: Expected value before ',' at line 1, column 1
  [5]
  $ for f in '(1' '[1' '.a[0' 'map(.a' 'if . then 1' 'if . then 1 else 2' '.a)' '[.a}' '{"a":1' '{a:1,' '{a,b' '.a | select(.b == 1' 'def f: 1' 'def f: 1;' 'def f: 1; ' 'reduce .[] as $x' '.[] as $x' '.[] as $x |' '.a ==' '.a and' 'to_entries[' '.a.b.' '.a."b' '.-a' '$' '$ x' '.[a]' '.a=>1' '.a === 1' '.a && .b' '.a || .b' 'select(.a = )' '"\(1"' '"\(1' '[1,]' '{a:1,}' '(,)' '. .' '.a .b' 'catch' 'then' 'end' 'else' 'and' 'or' '.a else' 'elif' '.[' '.[]]' 'map(.a))' '{a b}' '{a:}' '{:1}' '{.a}' '{a.b}' '{"a"' '{(1)}' '{-1:2}' '{a:1 b:2}' '[.a .b]' 'map(.a .b)' '.a |= ' '@base64 "a' "'.a'" '.a | | .b' 'limit(1;' 'limit(1; .a' 'if .a == 1 then "x" elif' 'if .a then .b else .c' '. as [$a, $b' '. as {a' 'foreach .[] as $x (0;' 'label $out |' 'break' '.[1:' '.[:' '.[1:2' '.a.1' '.a-b' '.a.[0]' '.["a"]b' '.."a"' '.foo-bar' '!.a' 'not .a' '.a!' '.a!=' '~' '`' '.a;' ';' ':' '::' 'a::b' '.a.$x' '$__loc__' '?//' '.a //' '.a as' '.a as $x' '.a as $x | $y, $z' 'def f(x' 'def f(x;' 'def f(x):' 'def f(1): 1;' 'def 1: 2;' 'f(;)' 'map()' '()' 'try error("x") catch' 'reduce' 'reduce .[]' 'reduce .[] as' 'reduce .[] as $x (0' 'reduce .[] as $x (0; ' '{"a":1 "b":2}' '{"a" 1}' '["a" "b"]' 'select(.a == "x"' '.a[1' '.a["b"' '.a[1;2]' '.["a", ]' '.a | foo(' 'foo bar' '"x" | test("a"' 'input_filename.' 'null.a.' 'true true' '1 2' '.e0' '1e' 'if' 'if .' 'if . then' 'if . then 1 end end' '. | if . then 1 else end' ; do echo "== $f"; echo 'null' | jq -c "$f"; done 2>&1
  == (1
  jq: error: syntax error, unexpected end of file, expecting '|' or ',' or ')' at <top-level>, line 1, column 2:
      (1
       ^
  jq: 1 compile error
  == [1
  jq: error: syntax error, unexpected end of file, expecting '|' or ',' or ']' at <top-level>, line 1, column 2:
      [1
       ^
  jq: 1 compile error
  == .a[0
  jq: error: syntax error, unexpected end of file, expecting '|' or ',' or ':' or ']' at <top-level>, line 1, column 4:
      .a[0
         ^
  jq: 1 compile error
  == map(.a
  jq: error: syntax error, unexpected end of file, expecting ';' or ')' at <top-level>, line 1, column 5:
      map(.a
          ^^
  jq: 1 compile error
  == if . then 1
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 11:
      if . then 1
                ^
  jq: error: Possibly unterminated 'if' statement at <top-level>, line 1, column 1:
      if . then 1
      ^^^^^^^^^^^
  jq: 2 compile errors
  == if . then 1 else 2
  jq: error: syntax error, unexpected end of file, expecting end or '|' or ',' at <top-level>, line 1, column 18:
      if . then 1 else 2
                       ^
  jq: error: Possibly unterminated 'if' statement at <top-level>, line 1, column 1:
      if . then 1 else 2
      ^^^^^^^^^^^^^^^^^^
  jq: 2 compile errors
  == .a)
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 3:
      .a)
        ^
  jq: 1 compile error
  == [.a}
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting '|' or ',' or ']' at <top-level>, line 1, column 4:
      [.a}
         ^
  jq: 1 compile error
  == {"a":1
  jq: error: syntax error, unexpected end of file, expecting '}' at <top-level>, line 1, column 6:
      {"a":1
           ^
  jq: 1 compile error
  == {a:1,
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 5:
      {a:1,
          ^
  jq: 1 compile error
  == {a,b
  jq: error: syntax error, unexpected end of file, expecting '}' at <top-level>, line 1, column 4:
      {a,b
         ^
  jq: 1 compile error
  == .a | select(.b == 1
  jq: error: syntax error, unexpected end of file, expecting ';' or ')' at <top-level>, line 1, column 19:
      .a | select(.b == 1
                        ^
  jq: 1 compile error
  == def f: 1
  jq: error: syntax error, unexpected end of file, expecting '|' or ',' or ';' at <top-level>, line 1, column 8:
      def f: 1
             ^
  jq: 1 compile error
  == def f: 1;
  jq: error: Top-level program not given (try ".")
  jq: 1 compile error
  == def f: 1; 
  jq: error: Top-level program not given (try ".")
  jq: 1 compile error
  == reduce .[] as $x
  jq: error: syntax error, unexpected end of file, expecting '(' at <top-level>, line 1, column 15:
      reduce .[] as $x
                    ^^
  jq: 1 compile error
  == .[] as $x
  jq: error: syntax error, unexpected end of file, expecting '|' at <top-level>, line 1, column 8:
      .[] as $x
             ^^
  jq: 1 compile error
  == .[] as $x |
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 11:
      .[] as $x |
                ^
  jq: 1 compile error
  == .a ==
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 4:
      .a ==
         ^^
  jq: 1 compile error
  == .a and
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 4:
      .a and
         ^^^
  jq: 1 compile error
  == to_entries[
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 11:
      to_entries[
                ^
  jq: 1 compile error
  == .a.b.
  jq: error: syntax error, unexpected end of file, expecting FORMAT or QQSTRING_START or '[' at <top-level>, line 1, column 5:
      .a.b.
          ^
  jq: 1 compile error
  == .a."b
  jq: error: syntax error, unexpected end of file, expecting QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END at <top-level>, line 1, column 5:
      .a."b
          ^
  jq: 1 compile error
  == .-a
  jq: error: a/0 is not defined at <top-level>, line 1, column 3:
      .-a
        ^
  jq: 1 compile error
  == $
  jq: error: syntax error, unexpected end of file, expecting '$' at <top-level>, line 1, column 1:
      $
      ^
  jq: 1 compile error
  == $ x
  jq: error: syntax error, unexpected IDENT, expecting '$' at <top-level>, line 1, column 3:
      $ x
        ^
  jq: 1 compile error
  == .[a]
  jq: error: a/0 is not defined at <top-level>, line 1, column 3:
      .[a]
        ^
  jq: 1 compile error
  == .a=>1
  jq: error: syntax error, unexpected '>' at <top-level>, line 1, column 4:
      .a=>1
         ^
  jq: 1 compile error
  == .a === 1
  jq: error: syntax error, unexpected '=' at <top-level>, line 1, column 6:
      .a === 1
           ^
  jq: 1 compile error
  == .a && .b
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 4:
      .a && .b
         ^
  jq: 1 compile error
  == .a || .b
  jq: error: syntax error, unexpected '|' at <top-level>, line 1, column 5:
      .a || .b
          ^
  jq: 1 compile error
  == select(.a = )
  jq: error: syntax error, unexpected ')' at <top-level>, line 1, column 13:
      select(.a = )
                  ^
  jq: 1 compile error
  == "\(1"
  jq: error: syntax error, unexpected QQSTRING_START, expecting QQSTRING_INTERP_END or '|' or ',' at <top-level>, line 1, column 5:
      "\(1"
          ^
  jq: 1 compile error
  == "\(1
  jq: error: syntax error, unexpected end of file, expecting QQSTRING_INTERP_END or '|' or ',' at <top-level>, line 1, column 4:
      "\(1
         ^
  jq: 1 compile error
  == [1,]
  jq: error: syntax error, unexpected ']' at <top-level>, line 1, column 4:
      [1,]
         ^
  jq: 1 compile error
  == {a:1,}
  {"a":1}
  == (,)
  jq: error: syntax error, unexpected ',' at <top-level>, line 1, column 2:
      (,)
       ^
  jq: 1 compile error
  == . .
  jq: error: syntax error, unexpected end of file, expecting FORMAT or QQSTRING_START or '[' at <top-level>, line 1, column 3:
      . .
        ^
  jq: 1 compile error
  == .a .b
  null
  == catch
  jq: error: syntax error, unexpected catch, expecting end of file at <top-level>, line 1, column 1:
      catch
      ^^^^^
  jq: 1 compile error
  == then
  jq: error: syntax error, unexpected then, expecting end of file at <top-level>, line 1, column 1:
      then
      ^^^^
  jq: 1 compile error
  == end
  jq: error: syntax error, unexpected end, expecting end of file at <top-level>, line 1, column 1:
      end
      ^^^
  jq: 1 compile error
  == else
  jq: error: syntax error, unexpected else, expecting end of file at <top-level>, line 1, column 1:
      else
      ^^^^
  jq: 1 compile error
  == and
  jq: error: syntax error, unexpected and, expecting end of file at <top-level>, line 1, column 1:
      and
      ^^^
  jq: 1 compile error
  == or
  jq: error: syntax error, unexpected or, expecting end of file at <top-level>, line 1, column 1:
      or
      ^^
  jq: 1 compile error
  == .a else
  jq: error: syntax error, unexpected else, expecting end of file at <top-level>, line 1, column 4:
      .a else
         ^^^^
  jq: 1 compile error
  == elif
  jq: error: syntax error, unexpected elif, expecting end of file at <top-level>, line 1, column 1:
      elif
      ^^^^
  jq: 1 compile error
  == .[
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 2:
      .[
       ^
  jq: 1 compile error
  == .[]]
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 4:
      .[]]
         ^
  jq: 1 compile error
  == map(.a))
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 8:
      map(.a))
             ^
  jq: 1 compile error
  == {a b}
  jq: error: syntax error, unexpected IDENT, expecting '}' at <top-level>, line 1, column 4:
      {a b}
         ^
  jq: 1 compile error
  == {a:}
  jq: error: syntax error, unexpected '}' at <top-level>, line 1, column 4:
      {a:}
         ^
  jq: 1 compile error
  == {:1}
  jq: error: syntax error, unexpected ':' at <top-level>, line 1, column 2:
      {:1}
       ^
  jq: error: May need parentheses around object key expression at <top-level>, line 1, column 2:
      {:1}
       ^
  jq: 2 compile errors
  == {.a}
  jq: error: syntax error, unexpected FIELD at <top-level>, line 1, column 2:
      {.a}
       ^^
  jq: 1 compile error
  == {a.b}
  jq: error: syntax error, unexpected FIELD, expecting '}' at <top-level>, line 1, column 3:
      {a.b}
        ^^
  jq: 1 compile error
  == {"a"
  jq: error: syntax error, unexpected end of file, expecting '}' at <top-level>, line 1, column 4:
      {"a"
         ^
  jq: 1 compile error
  == {(1)}
  jq: error: syntax error, unexpected '}', expecting ':' at <top-level>, line 1, column 5:
      {(1)}
          ^
  jq: 1 compile error
  == {-1:2}
  jq: error: syntax error, unexpected '-' at <top-level>, line 1, column 2:
      {-1:2}
       ^
  jq: error: May need parentheses around object key expression at <top-level>, line 1, column 2:
      {-1:2}
       ^^
  jq: 2 compile errors
  == {a:1 b:2}
  jq: error: syntax error, unexpected IDENT, expecting '}' at <top-level>, line 1, column 6:
      {a:1 b:2}
           ^
  jq: error: May need parentheses around object key expression at <top-level>, line 1, column 2:
      {a:1 b:2}
       ^^^^^
  jq: 2 compile errors
  == [.a .b]
  [null]
  == map(.a .b)
  jq: error (at <stdin>:1): Cannot iterate over null (null)
  == .a |= 
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 6:
      .a |= 
           ^
  jq: 1 compile error
  == @base64 "a
  jq: error: syntax error, unexpected end of file, expecting QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END at <top-level>, line 1, column 10:
      @base64 "a
               ^
  jq: 1 compile error
  == '.a'
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      '.a'
      ^
  jq: 1 compile error
  == .a | | .b
  jq: error: syntax error, unexpected '|' at <top-level>, line 1, column 6:
      .a | | .b
           ^
  jq: 1 compile error
  == limit(1;
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 8:
      limit(1;
             ^
  jq: 1 compile error
  == limit(1; .a
  jq: error: syntax error, unexpected end of file, expecting ';' or ')' at <top-level>, line 1, column 10:
      limit(1; .a
               ^^
  jq: 1 compile error
  == if .a == 1 then "x" elif
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 21:
      if .a == 1 then "x" elif
                          ^^^^
  jq: error: Possibly unterminated 'if' statement at <top-level>, line 1, column 1:
      if .a == 1 then "x" elif
      ^^^^^^^^^^^^^^^^^^^^^^^^
  jq: 2 compile errors
  == if .a then .b else .c
  jq: error: syntax error, unexpected end of file, expecting end or '|' or ',' at <top-level>, line 1, column 20:
      if .a then .b else .c
                         ^^
  jq: error: Possibly unterminated 'if' statement at <top-level>, line 1, column 1:
      if .a then .b else .c
      ^^^^^^^^^^^^^^^^^^^^^
  jq: 2 compile errors
  == . as [$a, $b
  jq: error: syntax error, unexpected end of file, expecting ',' or ']' at <top-level>, line 1, column 11:
      . as [$a, $b
                ^^
  jq: 1 compile error
  == . as {a
  jq: error: syntax error, unexpected end of file, expecting ':' at <top-level>, line 1, column 7:
      . as {a
            ^
  jq: 1 compile error
  == foreach .[] as $x (0;
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 21:
      foreach .[] as $x (0;
                          ^
  jq: 1 compile error
  == label $out |
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 12:
      label $out |
                 ^
  jq: 1 compile error
  == break
  jq: error: syntax error, unexpected end of file, expecting BINDING at <top-level>, line 1, column 1:
      break
      ^^^^^
  jq: error: break requires a label to break to at <top-level>, line 1, column 1:
      break
      ^^^^^
  jq: 2 compile errors
  == .[1:
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 4:
      .[1:
         ^
  jq: 1 compile error
  == .[:
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 3:
      .[:
        ^
  jq: 1 compile error
  == .[1:2
  jq: error: syntax error, unexpected end of file, expecting '|' or ',' or ']' at <top-level>, line 1, column 5:
      .[1:2
          ^
  jq: 1 compile error
  == .a.1
  jq: error: syntax error, unexpected LITERAL, expecting end of file at <top-level>, line 1, column 3:
      .a.1
        ^^
  jq: 1 compile error
  == .a-b
  jq: error: b/0 is not defined at <top-level>, line 1, column 4:
      .a-b
         ^
  jq: 1 compile error
  == .a.[0]
  null
  == .["a"]b
  jq: error: syntax error, unexpected IDENT, expecting end of file at <top-level>, line 1, column 7:
      .["a"]b
            ^
  jq: 1 compile error
  == .."a"
  jq: error: syntax error, unexpected QQSTRING_START, expecting end of file at <top-level>, line 1, column 3:
      .."a"
        ^
  jq: 1 compile error
  == .foo-bar
  jq: error: bar/0 is not defined at <top-level>, line 1, column 6:
      .foo-bar
           ^^^
  jq: 1 compile error
  == !.a
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      !.a
      ^
  jq: 1 compile error
  == not .a
  jq: error (at <stdin>:1): Cannot index boolean with string ("a")
  == .a!
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 3:
      .a!
        ^
  jq: 1 compile error
  == .a!=
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 3:
      .a!=
        ^^
  jq: 1 compile error
  == ~
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      ~
      ^
  jq: 1 compile error
  == `
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      `
      ^
  jq: 1 compile error
  == .a;
  jq: error: syntax error, unexpected ';', expecting end of file at <top-level>, line 1, column 3:
      .a;
        ^
  jq: 1 compile error
  == ;
  jq: error: syntax error, unexpected ';', expecting end of file at <top-level>, line 1, column 1:
      ;
      ^
  jq: 1 compile error
  == :
  jq: error: syntax error, unexpected ':', expecting end of file at <top-level>, line 1, column 1:
      :
      ^
  jq: 1 compile error
  == ::
  jq: error: syntax error, unexpected ':', expecting end of file at <top-level>, line 1, column 1:
      ::
      ^
  jq: 1 compile error
  == a::b
  jq: error: a::b/0 is not defined at <top-level>, line 1, column 1:
      a::b
      ^^^^
  jq: 1 compile error
  == .a.$x
  jq: error: syntax error, unexpected BINDING, expecting FORMAT or QQSTRING_START or '[' at <top-level>, line 1, column 4:
      .a.$x
         ^^
  jq: 1 compile error
  == $__loc__
  {"file":"<top-level>","line":1}
  == ?//
  jq: error: syntax error, unexpected ?//, expecting end of file at <top-level>, line 1, column 1:
      ?//
      ^^^
  jq: 1 compile error
  == .a //
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 4:
      .a //
         ^^
  jq: 1 compile error
  == .a as
  jq: error: syntax error, unexpected end of file, expecting BINDING or '[' or '{' at <top-level>, line 1, column 4:
      .a as
         ^^
  jq: 1 compile error
  == .a as $x
  jq: error: syntax error, unexpected end of file, expecting '|' at <top-level>, line 1, column 7:
      .a as $x
            ^^
  jq: 1 compile error
  == .a as $x | $y, $z
  jq: error: $y is not defined at <top-level>, line 1, column 12:
      .a as $x | $y, $z
                 ^^
  jq: error: $z is not defined at <top-level>, line 1, column 16:
      .a as $x | $y, $z
                     ^^
  jq: 2 compile errors
  == def f(x
  jq: error: syntax error, unexpected end of file, expecting ';' or ')' at <top-level>, line 1, column 7:
      def f(x
            ^
  jq: 1 compile error
  == def f(x;
  jq: error: syntax error, unexpected end of file, expecting IDENT or BINDING at <top-level>, line 1, column 8:
      def f(x;
             ^
  jq: 1 compile error
  == def f(x):
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 9:
      def f(x):
              ^
  jq: 1 compile error
  == def f(1): 1;
  jq: error: syntax error, unexpected LITERAL, expecting IDENT or BINDING at <top-level>, line 1, column 7:
      def f(1): 1;
            ^
  jq: 1 compile error
  == def 1: 2;
  jq: error: syntax error, unexpected LITERAL, expecting IDENT at <top-level>, line 1, column 5:
      def 1: 2;
          ^
  jq: 1 compile error
  == f(;)
  jq: error: syntax error, unexpected ';' at <top-level>, line 1, column 3:
      f(;)
        ^
  jq: 1 compile error
  == map()
  jq: error: syntax error, unexpected ')' at <top-level>, line 1, column 5:
      map()
          ^
  jq: 1 compile error
  == ()
  jq: error: syntax error, unexpected ')' at <top-level>, line 1, column 2:
      ()
       ^
  jq: 1 compile error
  == try error("x") catch
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 16:
      try error("x") catch
                     ^^^^^
  jq: error: Possibly unterminated 'try' statement at <top-level>, line 1, column 1:
      try error("x") catch
      ^^^^^^^^^^^^^^^^^^^^
  jq: 2 compile errors
  == reduce
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 1:
      reduce
      ^^^^^^
  jq: 1 compile error
  == reduce .[]
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 10:
      reduce .[]
               ^
  jq: 1 compile error
  == reduce .[] as
  jq: error: syntax error, unexpected end of file, expecting BINDING or '[' or '{' at <top-level>, line 1, column 12:
      reduce .[] as
                 ^^
  jq: 1 compile error
  == reduce .[] as $x (0
  jq: error: syntax error, unexpected end of file, expecting '|' or ',' or ';' at <top-level>, line 1, column 19:
      reduce .[] as $x (0
                        ^
  jq: 1 compile error
  == reduce .[] as $x (0; 
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 21:
      reduce .[] as $x (0; 
                          ^
  jq: 1 compile error
  == {"a":1 "b":2}
  jq: error: syntax error, unexpected QQSTRING_START, expecting '}' at <top-level>, line 1, column 8:
      {"a":1 "b":2}
             ^
  jq: error: May need parentheses around object key expression at <top-level>, line 1, column 2:
      {"a":1 "b":2}
       ^^^^^^^^^
  jq: 2 compile errors
  == {"a" 1}
  jq: error: syntax error, unexpected LITERAL, expecting '}' at <top-level>, line 1, column 6:
      {"a" 1}
           ^
  jq: 1 compile error
  == ["a" "b"]
  jq: error: syntax error, unexpected QQSTRING_START, expecting '|' or ',' or ']' at <top-level>, line 1, column 6:
      ["a" "b"]
           ^
  jq: 1 compile error
  == select(.a == "x"
  jq: error: syntax error, unexpected end of file, expecting ';' or ')' at <top-level>, line 1, column 16:
      select(.a == "x"
                     ^
  jq: 1 compile error
  == .a[1
  jq: error: syntax error, unexpected end of file, expecting '|' or ',' or ':' or ']' at <top-level>, line 1, column 4:
      .a[1
         ^
  jq: 1 compile error
  == .a["b"
  jq: error: syntax error, unexpected end of file, expecting '|' or ',' or ':' or ']' at <top-level>, line 1, column 6:
      .a["b"
           ^
  jq: 1 compile error
  == .a[1;2]
  jq: error: syntax error, unexpected ';', expecting '|' or ',' or ':' or ']' at <top-level>, line 1, column 5:
      .a[1;2]
          ^
  jq: 1 compile error
  == .["a", ]
  jq: error: syntax error, unexpected ']' at <top-level>, line 1, column 8:
      .["a", ]
             ^
  jq: 1 compile error
  == .a | foo(
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 9:
      .a | foo(
              ^
  jq: 1 compile error
  == foo bar
  jq: error: syntax error, unexpected IDENT, expecting end of file at <top-level>, line 1, column 5:
      foo bar
          ^^^
  jq: 1 compile error
  == "x" | test("a"
  jq: error: syntax error, unexpected end of file, expecting ';' or ')' at <top-level>, line 1, column 14:
      "x" | test("a"
                   ^
  jq: 1 compile error
  == input_filename.
  jq: error: syntax error, unexpected end of file, expecting FORMAT or QQSTRING_START or '[' at <top-level>, line 1, column 15:
      input_filename.
                    ^
  jq: 1 compile error
  == null.a.
  jq: error: syntax error, unexpected end of file, expecting FORMAT or QQSTRING_START or '[' at <top-level>, line 1, column 7:
      null.a.
            ^
  jq: 1 compile error
  == true true
  jq: error: syntax error, unexpected IDENT, expecting end of file at <top-level>, line 1, column 6:
      true true
           ^^^^
  jq: 1 compile error
  == 1 2
  jq: error: syntax error, unexpected LITERAL, expecting end of file at <top-level>, line 1, column 3:
      1 2
        ^
  jq: 1 compile error
  == .e0
  null
  == 1e
  jq: error: syntax error, unexpected IDENT, expecting end of file at <top-level>, line 1, column 2:
      1e
       ^
  jq: 1 compile error
  == if
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 1:
      if
      ^^
  jq: 1 compile error
  == if .
  jq: error: syntax error, unexpected end of file, expecting then or '|' or ',' at <top-level>, line 1, column 4:
      if .
         ^
  jq: 1 compile error
  == if . then
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 6:
      if . then
           ^^^^
  jq: error: Possibly unterminated 'if' statement at <top-level>, line 1, column 1:
      if . then
      ^^^^^^^^^
  jq: 2 compile errors
  == if . then 1 end end
  jq: error: syntax error, unexpected end, expecting end of file at <top-level>, line 1, column 17:
      if . then 1 end end
                      ^^^
  jq: 1 compile error
  == . | if . then 1 else end
  jq: error: syntax error, unexpected end at <top-level>, line 1, column 22:
      . | if . then 1 else end
                           ^^^
  jq: error: Possibly unterminated 'if' statement at <top-level>, line 1, column 5:
      . | if . then 1 else end
          ^^^^^^^^^^^^^^^^^^^^
  jq: 2 compile errors
  [3]
  $ jq -nc '"foo bar foo" | [match("foo";"g").offset], test("(?<=foo )bar"), test("^bar"), [scan("o+?")], [scan("(f)(o)")], capture("(?<a>\\w+) (?<b>\\w+)"), sub("(?<x>o+)";"<\(.x)>"), gsub("o";"0"), gsub("(?i)FOO";"x"), [splits(" +")], ascii_downcase'
  [0,8]
  true
  false
  ["o","o","o","o"]
  [["f","o"],["f","o"]]
  {"a":"foo","b":"bar"}
  "f<oo> bar foo"
  "f00 bar f00"
  "x bar x"
  ["foo","bar","foo"]
  "foo bar foo"
  $ jq -nc '"ab" | match("(a)(?<n>b)") | .captures | map(.name)'; jq -nc '"ab" | [match("(a)|(b)";"g") | .captures | map(.string)]'; jq -nc '"a\nb" | test("^b"), test("a$"), test("a.b"), test("a.b";"s"), test("a.b";"x"), test("A";"i"), test("a b";"x")'; jq -nc '"xaby" | [scan("a|b")], [match("";"g").offset], sub("$";"!"), gsub("^";">"), gsub("";"-")'; jq -nc '"test" | test("(")'; jq -nc '"test" | test("a{2,1}")'; jq -nc '"test" | test("[")'; jq -nc '"test" | test("*")'; jq -nc '"test" | test(")")'; jq -nc '"t" | test("t";"q")'; jq -nc '1 | test("t")'; jq -nc '"t" | test(1)'; jq -nc '"test" | test("\\")'; jq -nc '"test" | test("(?<=t+)e")'; jq -nc '"t" | test("\\2")'; jq -nc '"t" | test("[b-a]")'; jq -nc '"t" | test("[[:foo:]]")'
  [null,"n"]
  [["a",null],[null,"b"]]
  false
  false
  false
  false
  false
  true
  false
  ["a","b"]
  [0,1,2,3,4]
  "xaby!"
  ">xaby"
  "-x-a-b-y-"
  jq: error (at <unknown>): Regex failure: end pattern with unmatched parenthesis
  jq: error (at <unknown>): Regex failure: upper is smaller than lower in repeat range
  jq: error (at <unknown>): Regex failure: premature end of char-class
  jq: error (at <unknown>): Regex failure: target of repeat operator is not specified
  jq: error (at <unknown>): Regex failure: unmatched close parenthesis
  jq: error (at <unknown>): q is not a valid modifier string
  jq: error (at <unknown>): number (1) cannot be matched, as it is not a string
  jq: error (at <unknown>): number not a string or array
  jq: error (at <unknown>): Regex failure: end pattern at escape
  true
  jq: error (at <unknown>): Regex failure: invalid backref number/name
  jq: error (at <unknown>): Regex failure: empty range in char class
  jq: error (at <unknown>): Regex failure: invalid POSIX bracket type
  [5]
  $ jq -nc '"naïve ünï" | [match("\\w+";"g") | [.offset,.length,.string]]'; jq -nc '"a1b22" | [scan("[0-9]+") | tonumber]'; jq -nc '"2024-01-05" | capture("(?<y>\\d{4})-(?<m>\\d\\d)") | .y, .m'; jq -nc '"x" | [match("(y)?x").captures[0]]'; jq -nc '"aXbX" | split("x";"gi")'; jq -nc '"foo.tar.gz" | sub("\\.[^.]*$";"")'; jq -nc '"foobar" | test("foo(?!baz)"), test("foo(?!bar)")'; jq -nc '"abab" | sub("(?<l>a)";"\(.l|ascii_upcase)";"g")'; jq -nc '"abc" | [scan("c","a")]'; jq -nc '["ab","cb"] | map(select(test("^a")))'; jq -nc '"a" | ascii'; jq -rn '"aé" | @uri, @html, @sh, @base64, @json, @csv'
  [[0,5,"naïve"],[6,3,"ünï"]]
  [1,22]
  "2024"
  "01"
  [{"offset":-1,"string":null,"length":0,"name":null}]
  ["a","b",""]
  "foo.tar"
  true
  false
  "AbAb"
  ["c","a"]
  ["ab"]
  jq: error: ascii/0 is not defined at <top-level>, line 1, column 7:
      "a" | ascii
            ^^^^^
  jq: 1 compile error
  jq: error (at <unknown>): string ("aé") cannot be csv-formatted, only array
  a%C3%A9
  aé
  'aé'
  YcOp
  "aé"
  [5]
