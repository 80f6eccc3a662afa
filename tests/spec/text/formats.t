diff by formats of one's own, in pages; column's trees.

  $ printf 'b 2\na 1\nc 3\na 1\n' > f; printf 'b 2\nA 1\nc 3\nd\n' > g
  $ diff --line-format='%L' f g
  b 2
  a 1
  A 1
  c 3
  a 1
  d
  [1]
  $ diff --old-line-format='-%L' --new-line-format='+%L' --unchanged-line-format=' %L' f g
   b 2
  -a 1
  +A 1
   c 3
  -a 1
  +d
  [1]
  $ diff --unchanged-line-format= --old-line-format='%dn:%l%c'\''\012'\''' --new-line-format= f g
  2:a 1
  4:a 1
  [1]
  $ diff --unchanged-line-format='%3dn|%L' --old-line-format='%03xn<%L' --new-line-format='%-3dn>%L' f g
    1|b 2
  002<a 1
  2  >A 1
    3|c 3
  004<a 1
  4  >d
  [1]
  $ diff --changed-group-format='<%<|%>' --unchanged-group-format='%=' f g
  b 2
  <a 1
  |A 1
  c 3
  <a 1
  |d
  [1]
  $ diff --unchanged-group-format='' --changed-group-format='%df-%dl,%dn %dE-%dM,%dN%c'\''\n'\''%%%c'\''\012'\''' f g
  2-2,1 1-3,1%c'\n'%
  4-4,1 3-5,1%c'\n'%
  [1]
  $ diff --unchanged-group-format='%(n=1?one:%(n=2?two:more))%c'\''\012'\''' f g
  one
  a 1
  A 1
  one
  a 1
  d
  [1]
  $ diff --line-format=x -u f g
  diff: conflicting output style options
  diff: Try 'diff --help' for more information.
  [2]
  $ diff -l f g | sed '3s/^[0-9-]* [0-9:]*/DATE/' | grep .; diff -l f g | wc -l
  DATE                   diff -l f g                    Page 1
  2c2
  < a 1
  ---
  > A 1
  4c4
  < a 1
  ---
  > d
  66
  $ printf 'int f() {\n  a;\n}\nint g() {\n  b;\n}\n' > x; sed s/b/c/ x > y; diff -p x y | tail -n +3
  *************** int f() {
  *** 2,6 ****
      a;
    }
    int g() {
  !   b;
    }
  --- 2,6 ----
      a;
    }
    int g() {
  !   c;
    }
  $ mkdir d e; echo 1 > d/one; echo 2 > e/two; diff -P d e
  Only in d: one
  diff -P d/two e/two
  0a1
  > 2
  [1]
  $ printf 'a\tb\n' > t; diff --tabsize=4 -t t f
  1c1,4
  < a   b
  ---
  > b 2
  > a 1
  > c 3
  > a 1
  [1]
  $ diff --tabsize=x t f
  diff: invalid tabsize 'x'
  diff: Try 'diff --help' for more information.
  [2]
  $ diff --label a --label b --label c f g
  diff: too many file label options
  [2]
  $ diff f; diff; diff f g f; diff -U x f g; diff -W x f g; diff --color=x f g; printf ab > p; printf abc > q; cmp p q; cmp -n x p q
  diff: missing operand after 'f'
  diff: Try 'diff --help' for more information.
  diff: missing operand after 'diff'
  diff: Try 'diff --help' for more information.
  diff: extra operand 'f'
  diff: Try 'diff --help' for more information.
  diff: invalid context length 'x'
  diff: Try 'diff --help' for more information.
  diff: invalid width 'x'
  diff: Try 'diff --help' for more information.
  diff: invalid color 'x'
  diff: Try 'diff --help' for more information.
  cmp: EOF on ‘p’ after byte 2, in line 1
  cmp: invalid --bytes value 'x'
  cmp: Try 'cmp --help' for more information.
  [2]
  $ printf '1 0 root\n2 1 usr\n3 1 etc\n4 2 bin\n5 2 lib\n6 9 other\n' > tree
  $ column -r 3 -i 1 -p 2 tree
  1  0  root
  2  1  ├─usr
  4  2  │ ├─bin
  5  2  │ └─lib
  3  1  └─etc
  6  9  other
  $ column -N id,parent,name --tree name --tree-id id --tree-parent parent -H id,parent tree
  name
  root
  ├─usr
  │ ├─bin
  │ └─lib
  └─etc
  other
  $ column -J -n t -N id,parent,name --tree-id id --tree-parent parent --tree name tree
  {
     "t": [
        {
           "id": "1",
           "parent": "0",
           "name": "root",
           "children": [
              {
                 "id": "2",
                 "parent": "1",
                 "name": "usr",
                 "children": [
                    {
                       "id": "4",
                       "parent": "2",
                       "name": "bin"
                    },{
                       "id": "5",
                       "parent": "2",
                       "name": "lib"
                    }
                 ]
              },{
                 "id": "3",
                 "parent": "1",
                 "name": "etc"
              }
           ]
        },{
           "id": "6",
           "parent": "9",
           "name": "other"
        }
     ]
  }
  $ column -r 3 tree; column -N a tree; column -t -R 9 tree; column -t -O x tree
  column: options --tree-id and --tree-parent are required for tree formatting
  column: option --table required for all --table-*
  column: undefined column name '9'
  column: undefined column name 'x'
  [1]
  $ echo '1 2' > j; echo 3 > k; jq -c '[., input_filename]' j k; jq -n 'input_filename'; jq -Rc '[., input_filename]' f k | head -2; jq -nc '[inputs|input_filename]' j k
  [1,"j"]
  [2,"j"]
  [3,"k"]
  null
  ["b 2","f"]
  ["a 1","f"]
  ["j","j","k"]
  $ jq -nc '[1,3,5]|bsearch(3),bsearch(4),bsearch(9)'; jq -nc '10|frexp,modf,logb,significand'; jq -nc 'ldexp(3;2), scalb(1;3), fmin(1;2), fmax(1;2), fma(2;3;4), atan2(1;1), drem(10;3), copysign(2;-1)'; jq -nc '[1,infinite,0]|(map(finites),map(normals)|add)'; jq -nc '"a b"|format("uri")'; jq -nc '[[1,2],[2,3]]|JOIN({"1":"x"};.[0]|tostring)'; jq -n 'builtins|length>150'
  1
  -3
  -4
  [0.625,4]
  [0,10]
  3
  1.25
  12
  8
  1
  2
  10
  0.7853981633974483
  1
  -2
  1
  1
  "a%20b"
  [[[1,2],"x"],[[2,3],null]]
  true
  $ seq -f %.70000f 1 | wc -c; awk 'BEGIN{printf "%.70000g", 1.5}' | wc -c; numfmt --format %70000f 1 | wc -c
  70003
  3
  70001
