=== vi1 rows=60
set -o vi
echo hello world\x1b0\c
x\c
ihi\x1b\c
A end\x1b\c
0wdw\c
u\c
$x\c
bcwnew\x1b\c
Ifirst \x1b\c
dd\c
iecho abc def\x1b0D\c
iecho abc def\x1bbC\x1b\c
dd\c
---
$ set -o vi
$
=== vi2
set -o vi
echo one
echo two
\x1bk\c
k\c
j\c
~~\c

\x1b/one\rA more
\x1bkkn\c
N\c
ddi\c
echo abc def ghi\x1bFdrX\c
0fac3wZZ\x1b\c
yyp\c
P\c
0y$\c
$p\c
dd\c
---
$ set -o vi
$ echo one
one
$ echo two
two
$ ECho two
bash: ECho: command not found
$ echo one more
one more
$
=== vi3
set -o vi
iecho xyz\x1b#
\x1bkwyiwP\c
0dfc\c
dd\c
---
$ set -o vi
$ #iecho xyz
$
$
=== vi4
set -o vi
echo foo.bar-baz qux\x1bBB\c
x0Wx0Ex\c
dtx\c
..\c
U\c
ccx y z\x1b\c
0x.\c
wcwfoo\x1bb.\c
dd\c
---
$ set -o vi
$
=== vi5
set -o vi
echo v\x1b3|x\c
\x1b_\c
\x1bccls\x1b\c
ddi\c
echo a b c\x17\x17x\c
\x15\c
echo q\x08\x7fz\c

\x1bG\c
1G\c
dd\c
iab\x1bXhhllrZ\c
Rxyz\x1b\c
sq\x1bSecho s\x1b\c

---
$ set -o vi
$ echoz
bash: echoz: command not found
$ echo s
s
$
