jq: streams, functions seldom used, and what it says of programs and of input that are wrong.

  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ printf '{"a":1,"b":[1,2,3],"c":{"d":"x","e":null},"f":true,"g":1.5}' > o.json; printf '[{"n":"x","v":3},{"n":"y","v":1},{"n":"x","v":2}]' > l.json; printf '1\n2\n"three"\n' > s.json; printf '{"a":1' > bad.json; printf 'line1\nline2\n' > t.txt; printf '\xff\x00"' > bin; : > empty
  $ jq --indent 9 . o.json
  jq: --indent takes a number between -1 and 7
  Use jq --help for help with command-line options,
  or see the jq manpage, or online docs at https://jqlang.org
  [2]
  $ jq --indent x . o.json
  jq: --indent takes a number between -1 and 7
  Use jq --help for help with command-line options,
  or see the jq manpage, or online docs at https://jqlang.org
  [2]
  $ jq --indent -1 . o.json
  {
  	"a": 1,
  	"b": [
  		1,
  		2,
  		3
  	],
  	"c": {
  		"d": "x",
  		"e": null
  	},
  	"f": true,
  	"g": 1.5
  }
  $ jq --argjson x '{bad' -n '$x.a'
  jq: invalid JSON text passed to --argjson
  Use jq --help for help with command-line options,
  or see the jq manpage, or online docs at https://jqlang.org
  [2]
  $ jq --arg x
  jq: --arg takes two parameters (e.g. --arg varname value)
  Use jq --help for help with command-line options,
  or see the jq manpage, or online docs at https://jqlang.org
  [2]
  $ jq --arg x 1
  $ jq --slurpfile f nosuch -n '$f'
  jq: Bad JSON in --slurpfile f nosuch: Could not open nosuch: No such file or directory
  [2]
  $ jq --jsonargs -n '$ARGS' bad
  jq: invalid JSON text passed to --jsonargs
  Use jq --help for help with command-line options,
  or see the jq manpage, or online docs at https://jqlang.org
  [2]
  $ jq --stream -c . o.json
  [["a"],1]
  [["b",0],1]
  [["b",1],2]
  [["b",2],3]
  [["b",2]]
  [["c","d"],"x"]
  [["c","e"],null]
  [["c","e"]]
  [["f"],true]
  [["g"],1.5]
  [["g"]]
  $ jq '.c-1' o.json
  jq: error (at o.json:0): object ({"d":"x","e":null}) and number (1) cannot be subtracted
  [5]
  $ jq '.c*2' o.json
  jq: error (at o.json:0): object ({"d":"x","e":null}) and number (2) cannot be multiplied
  [5]
  $ jq '.a%0' o.json
  jq: error (at o.json:0): number (1) and number (0) cannot be divided (remainder) because the divisor is zero
  [5]
  $ jq '"x"|tonumber' -n
  jq: error (at <unknown>): string ("x") cannot be parsed as a number
  [5]
  $ jq -n '"ab"*0'
  ""
  $ jq -n '[.[] ' 
  jq: error: syntax error, unexpected end of file, expecting '|' or ',' or ']' at <top-level>, line 1, column 5:
      [.[] 
          ^
  jq: 1 compile error
  [3]
  $ jq -n '{'
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 1:
      {
      ^
  jq: 1 compile error
  [3]
  $ jq -n '}'
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      }
      ^
  jq: 1 compile error
  [3]
  $ jq -n '1 +'
  jq: error: syntax error, unexpected end of file at <top-level>, line 1, column 3:
      1 +
        ^
  jq: 1 compile error
  [3]
  $ jq -n '| 1'
  jq: error: syntax error, unexpected '|', expecting end of file at <top-level>, line 1, column 1:
      | 1
      ^
  jq: 1 compile error
  [3]
  $ jq -n '.a b'
  jq: error: syntax error, unexpected IDENT, expecting end of file at <top-level>, line 1, column 4:
      .a b
         ^
  jq: 1 compile error
  [3]
  $ jq -n "'x'"
  jq: error: syntax error, unexpected INVALID_CHARACTER, expecting end of file at <top-level>, line 1, column 1:
      'x'
      ^
  jq: 1 compile error
  [3]
  $ jq -n '[splits("a")]'
  jq: error (at <unknown>): null (null) cannot be matched, as it is not a string
  [5]
  $ jq -n '1;2'
  jq: error: syntax error, unexpected ';', expecting end of file at <top-level>, line 1, column 2:
      1;2
       ^
  jq: 1 compile error
  [3]
  $ jq
  $ jq -n
  null
  $ jq . bad.json
  jq: parse error: Unfinished JSON term at EOF at line 1, column 6
  [5]
  $ jq . bin
  jq: parse error: Invalid numeric literal at line 1, column 3
  [5]
  $ jq -x . o.json
  jq: Unknown option -x
  Use jq --help for help with command-line options,
  or see the jq manpage, or online docs at https://jqlang.org
  [2]
  $ jq --foo . o.json
  jq: Unknown option --foo
  Use jq --help for help with command-line options,
  or see the jq manpage, or online docs at https://jqlang.org
  [2]
  $ jq -cZ . o.json
  jq: Unknown option -Z
  Use jq --help for help with command-line options,
  or see the jq manpage, or online docs at https://jqlang.org
  [2]
  $ jq -f nosuch o.json
  jq: Could not open nosuch: No such file or directory
  [2]
  $ echo '[1,2' | jq .
  jq: parse error: Unfinished JSON term at EOF at line 2, column 0
  [5]
  $ echo '{"a":1,}' | jq .
  jq: parse error: Expected another key-value pair at line 1, column 8
  [5]
  $ echo "{'a':1}" | jq .
  jq: parse error: Invalid string literal; expected ", but got ' at line 1, column 5
  [5]
  $ echo '{a:1}' | jq .
  jq: parse error: Invalid numeric literal at line 1, column 3
  [5]
  $ echo 'NaN' | jq .
  null
  $ echo 'tru' | jq .
  jq: parse error: Invalid literal at line 2, column 0
  [5]
  $ echo '1e-5' | jq .+0
  1e-05
  $ echo '"a	b"' | jq .
  jq: parse error: Invalid string: control characters from U+0000 through U+001F must be escaped at line 1, column 5
  [5]
  $ echo '] ' | jq .
  jq: parse error: Unmatched ']' at line 1, column 1
  [5]
  $ echo '{"b":1,"a":2}' | jq -c 'to_entries,keys,map_values(.+1),add,any,all,length,(.[])'
  [{"key":"b","value":1},{"key":"a","value":2}]
  ["a","b"]
  {"b":2,"a":3}
  3
  true
  true
  2
  1
  2
  $ echo '[1,2,3]' | jq 'IN(2),IN(.[];2),(.[]|IN(2,3))'
  false
  true
  false
  true
  true
  $ jq -n 'halt_error'
  [5]
  $ jq -n 'input'
  jq: error (at <stdin>:0): break
  [5]
  $ jq -n 'ltrimstr("a"), tojson, ascii(65)'
  jq: error: ascii/1 is not defined at <top-level>, line 1, column 24:
      ltrimstr("a"), tojson, ascii(65)
                             ^^^^^
  jq: 1 compile error
  [3]
  $ jq -n 'first(range(10)),isvalid(1),(try error({a:1}) catch .a)'
  jq: error: isvalid/1 is not defined at <top-level>, line 1, column 18:
      first(range(10)),isvalid(1),(try error({a:1}) catch .a)
                       ^^^^^^^
  jq: 1 compile error
  [3]
  $ echo '1.0 1.10 1e2 1E-7 100000000000000000000 12345678901234567890 1e1000 007 0.0' | jq -c .
  1.0
  1.10
  1E+2
  1E-7
  100000000000000000000
  12345678901234567890
  1E+1000
  7
  0.0
  $ jq -cn '[1.50, 2.0], (1.0+0), ([1.0,2.5]|add), (1.0|floor,tostring,tojson,tonumber), ([3.0,1]|sort), ("\(1.0)"), ([1.10]|@csv,join(","))'
  [1.50,2.0]
  1
  3.5
  1
  "1.0"
  "1.0"
  1.0
  [1,3.0]
  "1.0"
  "1.10"
  "1.10"
  $ jq -n '1e15+0, 1e16+0, 1.5e17+0, 123456789012345678+0, 1e-4+0, 1e-5+0, -0'
  1000000000000000
  1e+16
  1.5e+17
  123456789012345680
  0.0001
  1e-05
  0
  $ jq -cn '[1,2,3] | .[1.0], (.[2.0] = 9), del(.[0.0]), [range(2.0)], [limit(2.0; .[])], [limit(-1; .[])]'
  jq: error (at <unknown>): limit doesn't support negative count
  2
  [1,2,9]
  [2,3]
  [0,1]
  [1,2]
  [5]
  $ jq -cn '[label $f | foreach range(10) as $i (0; .+1; if .>3 then ., break $f else . end)], [limit(2; foreach range(1e9) as $i (0; .+$i))]'
  [1,2,3,4]
  [0,1]
  $ jq -cn '"10:20 5 Mar 2015" | strptime("%H:%M %d %b %Y") | ., mktime, todate'
  [2015,2,5,10,20,0,4,63]
  1425550800
  "<TIME>"
  $ jq -n '"x" | strptime("%Y")'
  jq: error (at <unknown>): date "x" does not match format "%Y"
  [5]
  $ jq -cn '[5,6]|to_entries, ({"a":1,"b":[2,[3]]}|flatten)'
  [{"key":0,"value":5},{"key":1,"value":6}]
  [1,2,3]
