=== emacs1
echo hello world\x01X\x05Y\x0b\c
\x01\x04\x05\c
\x17\c
\x19\x19\c
\x15\c
\x19\c

echo abc def ghi\x1bb\x1bb\x0b\c
\x19\c
\x1b\x7f\x1b\x7f\c
\x19\x1by\c
\x1by\c

echo ab\x14\c
\x14\c

echo one two three\x1bt\c
\x02\x02\x1bt\c

---
$ echo hello worldYworldY
hello worldYworldY
$ echo abc echo hello worldYworldY
abc echo hello worldYworldY
$ echo ab
ab
$ echo one two three
one two three
$
=== undo
echo hello\x1f\c
abc def\x17\x1f\c
\x1f\c
\x1f\c
\x1f\c
\x1f\c
echo a b c\x17\x17\x17\x1f\x1f\c

---
$ echo a b
a b
$
=== hist
echo one
echo two
echo three
half typed\x1b[A\c
\x1b[A\c
\x1b[A\c
\x1b[A\c
\x1b[B\x1b[B\x1b[B\c
\x1b[B\c
\x15\c
\x1b<\c
\x1b>\c
\x12two\c
\x12\c
\x12\c
\x07\c
\x12e t\c
\x05 more
\x12one\x0f\c

\x12\x12\c
\x1b\c
\x15\c
\x12thr\x13\c
\x13\x07\c
---
$ echo one
one
$ echo two
two
$ echo three
three
$ echo three more
three more
$ echo one
one
$ echo two
two
$ one
=== alt
echo Foo bar BAZ\x01\x1bf\x1bu\x1bl\x1bc\c
\x1bb\x1bb\x1bc\c
\x1bb\x1bu\c

echo last arg
\x1b.\c
\x1b.\c
\x1b.\c
\x15\c
echo a b 'c d'
echo \x1b.
echo \x1b_
echo \x1b1\x1b.
echo \x1b2\x1b\x19
echo \x1b\x19
echo x    y\x1bb\x02\x1b\\\c

\x1b5a
\x1b-\x1b5\x02\c
\x03\c
echo abcdef\x1b3\x02\x1b2\x7f\c
\x1b2\x04\c

---
$ echo FOO BAR Baz
FOO BAR Baz
$ echo last arg
last arg
$ echo a b 'c d'
a b c d
$ echo 'c d'
c d
$ echo 'c d'
c d
$ echo 'c d'
c d
$ echo

$ echo

$ echo xy
xy
$ aaaaa
bash: aaaaa: command not found
$ ^C
$ echo af
af
$
=== charsearch
echo hello world again\x01\x1do\c
\x1do\c
\x1b\x1dh\c
\x05\x1b\x1dw\c
\x18\x18\c
\x00\x05\x18\x18\c

---
$ echo hello world again
hello world again
$
=== comment
echo foo\x1b#\c
ls
echo $((1+2))\x1b\x05\c

echo ~\x1b&\c

echo *\x18*\c

echo *\x18g\c

---
$ #echo foo
$ ls
$ echo 3
3
$ echo /tmp/w
/tmp/w
$ echo *
*
$ echo *
*
$
=== mark
echo hello world\x01\x1bf\x00\x05\x17\c
\x19\c
\x18\x7f\c
\x1f\c

---
$ echo hello world
hello world
$
=== lw
echo this is a rather long line that goes on and on and on, over the edge of the terminal which has a hundred columns\c
\x01\c
\x1bf\x1bf\x0b\c
\x19\c
\x7f\x7f\x7f\c
\x01x\c

---
$ xecho this is a rather long line that goes on and on and on, over the edge of the terminal which h
as a hundred colu
bash: xecho: command not found
$
=== ctrlc
echo foo\x03\c
echo $?
\x03\c
echo a \\
b\x03\c
echo $?
for i in 1 2
do
\x03\c
echo $?
---
$ echo foo^C
$ echo $?
130
$ ^C
$ echo a \
> b^C
$ echo $?
130
$ for i in 1 2
> do
> ^C
$ echo $?
130
$
=== ps2
for i in 1 2; do
echo $i
done
\x1b[A\c

if true
then echo 'a
b'
fi
cat <<X
foo $((1+1))
X
\x1b[A\c
\x03\c
echo "a
b"
history
---
$ for i in 1 2; do
> echo $i
> done
1
2
$ for i in 1 2; do echo $i; done
1
2
$ if true
> then echo 'a
> b'
> fi
a
b
$ cat <<X
> foo $((1+1))
> X
foo 2
$ cat <<X
foo $((1+1))
X
^C
$ echo "a
> b"
a
b
$ history
    1  for i in 1 2; do echo $i; done
    2  for i in 1 2; do echo $i; done
    3  if true; then echo 'a
b'; fi
    4  cat <<X
foo $((1+1))
X

    5  echo "a
b"
    6  history
$
=== paste
\x1b[200~echo a\necho b\x1b[201~\c

\x1b[200~echo single\x1b[201~\c
\x17\c

echo \x1b[200~tab\there\x1b[201~\c

---
$ echo a
echo b
a
b
$ echo

$ echo tab      here
tab here
$
=== words
echo a/b/c.d e_f-g\x1bb\c
\x1bb\x1bb\c
\x1bd\c
\x1b\x7f\c
\x17\c
\x19\c

echo a/b/c.d e_f-g\x17\x17x\c

echo a b  \x17\c
\x17\x17\x17\x17\c
\x19\c

\x14\c
a\x14\c
\x03\c
---
$ echo a/b/c.d e_f-g
a/b/c.d e_f-g
$ echo x
x
$ echo a b
a b
$ a^C
$
=== keyseqs
echo abc\x1b[D\x1b[D\x1b[C1\x1b[H2\x1b[F3\x1bOD6\x1bOH7\x1bOF8\c

echo foo bar baz\x1b[1;5D\x1b[1;5D1\x1b[1;5C2\x1b[3~\c

echo a\x1b[5~\x1b[6~\x1b[2~\c
b\x1b[3~\x1b[Z\c


---
$ 72echo ab1c638
bash: 72echo: command not found
$ echo foo 1bar2baz
foo 1bar2baz
$ echo ab
ab
$
$
=== inputrc
printf '%s\\n' '"\\C-t": "hello"' 'set completion-ignore-case on' 'Control-o: kill-whole-line' '"\\e[5~": history-search-backward' > .inputrc
bash --norc
PS1='$ '
abc\x14\c
\x0f\c
echo \x14
exit
---
$ printf '%s\n' '"\C-t": "hello"' 'set completion-ignore-case on' 'Control-o: kill-whole-line' '"\e[
5~": history-search-backward' > .inputrc
$ bash --norc
$ PS1='$ '
$ echo hello
hello
$ exit
exit
$
=== args
echo abc\x1b4x\c
\x1b-\x02y\c
\x1b3\x02\c
\x1b2\x0b\c
\x15\x19\c
\x03\c
echo a b c d\x1b-\x1bd\c
\x1b2\x7f\c
\x1b3\x1b[D\c
\x1b2\x1bf\c
\x1b1\x1b4\x1b5z\c
---
$ echo abcxxxxy^C
$ echo a b zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz
zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz
