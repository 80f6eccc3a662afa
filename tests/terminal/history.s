=== fc
echo one
echo two
echo three
fc -l
fc -ln
fc -lr
fc -l 2 3
fc -l -2
fc -l echo
fc -s
fc -s two=TWO
fc -s echo
fc -s 1
fc -s nosuch
fc -e - 
fc -e cat
fc -e 'sed -i s/o/0/' 1
fc -e true 1 2
FCEDIT=cat
fc 1
fc -z
fc -l 100
fc -l 2 1
history
---
$ echo one
one
$ echo two
two
$ echo three
three
$ fc -l
1        echo one
2        echo two
3        echo three
$ fc -ln
         echo one
         echo two
         echo three
         fc -l
$ fc -lr
5        fc -ln
4        fc -l
3        echo three
2        echo two
1        echo one
$ fc -l 2 3
2        echo two
3        echo three
$ fc -l -2
6        fc -lr
7        fc -l 2 3
$ fc -l echo
3        echo three
4        fc -l
5        fc -ln
6        fc -lr
7        fc -l 2 3
8        fc -l -2
$ fc -s
fc -l echo
3        echo three
4        fc -l
5        fc -ln
6        fc -lr
7        fc -l 2 3
8        fc -l -2
9        fc -l echo
10       fc -l echo
$ fc -s two=TWO
fc -l echo
3        echo three
4        fc -l
5        fc -ln
6        fc -lr
7        fc -l 2 3
8        fc -l -2
9        fc -l echo
10       fc -l echo
11       fc -l echo
$ fc -s echo
echo three
three
$ fc -s 1
echo one
one
$ fc -s nosuch
bash: fc: no command found
$ fc -e -
fc -s nosuch
bash: fc: no command found
$ fc -e cat
fc -s nosuch
fc -s nosuch
bash: fc: no command found
$ fc -e 'sed -i s/o/0/' 1
ech0 one
bash: ech0: command not found
$ fc -e true 1 2
echo one
one
echo two
two
$ FCEDIT=cat
$ fc 1
echo one
echo one
one
$ fc -z
bash: fc: -z: invalid option
fc: usage: fc [-e ename] [-lnr] [first] [last] or fc -s [pat=rep] [command]
$ fc -l 100
1        echo one
2        echo two
3        echo three
4        fc -l
5        fc -ln
6        fc -lr
7        fc -l 2 3
8        fc -l -2
9        fc -l echo
10       fc -l echo
11       fc -l echo
12       echo three
13       echo one
14       fc -s nosuch
15       fc -s nosuch
16       fc -s nosuch
17       ech0 one
18       echo one
19       echo two
20       FCEDIT=cat
21       echo one
22       fc -z
$ fc -l 2 1
2        echo two
1        echo one
$ history
    1  echo one
    2  echo two
    3  echo three
    4  fc -l
    5  fc -ln
    6  fc -lr
    7  fc -l 2 3
    8  fc -l -2
    9  fc -l echo
   10  fc -l echo
   11  fc -l echo
   12  echo three
   13  echo one
   14  fc -s nosuch
   15  fc -s nosuch
   16  fc -s nosuch
   17  ech0 one
   18  echo one
   19  echo two
   20  FCEDIT=cat
   21  echo one
   22  fc -z
   23  fc -l 100
   24  fc -l 2 1
   25  history
$
=== fc2
echo a
fc -l
fc -l 1
r
alias r='fc -s'
r
r a=b
r ec
fc -e false
echo $?
fc -l -10 -1
fc -nlr 1 3
fc nosuch
fc -l nosuch
---
$ echo a
a
$ fc -l
1        echo a
$ fc -l 1
1        echo a
2        fc -l
$ r
bash: r: command not found
$ alias r='fc -s'
$ r
alias r='fc -s'
$ r a=b
blibs r='fc -s'
bash: blibs: command not found
$ r ec
echo a
a
$ fc -e false
$ echo $?
1
$ fc -l -10 -1
1        echo a
2        fc -l
3        fc -l 1
4        r
5        alias r='fc -s'
6        alias r='fc -s'
7        blibs r='fc -s'
8        echo a
9        echo $?
$ fc -nlr 1 3
         fc -l 1
         fc -l
         echo a
$ fc nosuch
bash: fc: no command found
$ fc -l nosuch
bash: fc: no command found
$
=== histcmd
echo one
echo two
echo three
history -p '!!' '!1' 'a b'
history -p '!nosuch'
history -s added line
history
history -d 2
history
history -d 1-2
history
history -d -1
history
history -d 99
history -w f
cat f
history -c
history
history -r f
history
history -a g
cat g
echo more
history -a g
cat g
history -n g
history
history 2
history -x
history abc
history -d
---
$ echo one
one
$ echo two
two
$ echo three
three
$ history -p '!!' '!1' 'a b'
echo three
echo one
a b
$ history -p '!nosuch'
bash: history: !nosuch: history expansion failed
$ history -s added line
$ history
    1  echo one
    2  echo two
    3  echo three
    4  added line
    5  history
$ history -d 2
$ history
    1  echo one
    2  echo three
    3  added line
    4  history
    5  history -d 2
    6  history
$ history -d 1-2
$ history
    1  added line
    2  history
    3  history -d 2
    4  history
    5  history -d 1-2
    6  history
$ history -d -1
$ history
    1  added line
    2  history
    3  history -d 2
    4  history
    5  history -d 1-2
    6  history
    7  history
$ history -d 99
bash: history: 99: history position out of range
$ history -w f
$ cat f
added line
history
history -d 2
history
history -d 1-2
history
history
history -d 99
history -w f
$ history -c
$ history
    1  history
$ history -r f
$ history
    1  history
    2  history -r f
    3  added line
    4  history
    5  history -d 2
    6  history
    7  history -d 1-2
    8  history
    9  history
   10  history -d 99
   11  history -w f
   12  history
$ history -a g
$ cat g
history -d 99
history -w f
history
history -a g
$ echo more
more
$ history -a g
$ cat g
history -d 99
history -w f
history
history -a g
cat g
echo more
history -a g
$ history -n g
$ history
    1  history
    2  history -r f
    3  added line
    4  history
    5  history -d 2
    6  history
    7  history -d 1-2
    8  history
    9  history
   10  history -d 99
   11  history -w f
   12  history
   13  history -a g
   14  cat g
   15  echo more
   16  history -a g
   17  cat g
   18  history -n g
   19  history
$ history 2
   19  history
   20  history 2
$ history -x
bash: history: -x: invalid option
history: usage: history [-c] [-d offset] [n] or history -anrw [filename] or history -ps arg [arg...]
$ history abc
bash: history: abc: numeric argument required
$ history -d
bash: history: -d: option requires an argument
history: usage: history [-c] [-d offset] [n] or history -anrw [filename] or history -ps arg [arg...]
$
=== cmdhist
for i in 1 2
do
echo $i
done
if true
then
echo a
else
echo b
fi
case a in
a) echo x
;;
*) echo y;;
esac
f() {
echo f
}
while false; do
# comment
echo a
done
echo a \\
b
echo "x
y"
cat <<E
hello
hello
E
{
echo a
}
(
echo a
)
a=(1
2
3)
echo a &&
echo b
echo a |
cat
history
shopt -u cmdhist
for i in 1
do echo $i
done
history 4
shopt -s cmdhist lithist
for i in 1
do echo $i
done
history 2
---
$ for i in 1 2
> do
> echo $i
> done
1
2
$ if true
> then
> echo a
> else
> echo b
> fi
a
$ case a in
> a) echo x
> ;;
> *) echo y;;
> esac
x
$ f() {
> echo f
> }
$ while false; do
> # comment
> echo a
> done
$ echo a \
> b
a b
$ echo "x
> y"
x
y
$ cat <<E
> hello
> hello
> E
hello
hello
$ {
> echo a
> }
a
$ (
> echo a
> )
a
$ a=(1
> 2
> 3)
$ echo a &&
> echo b
a
b
$ echo a |
> cat
a
$ history
    1  for i in 1 2; do echo $i; done
    2  if true; then echo a; else echo b; fi
    3  case a in a) echo x; ;; *) echo y;; esac
    4  f() { echo f; }
    5  while false; do
echo a; done
    6  echo a b
    7  echo "x
y"
    8  cat <<E
hello
hello
E

    9  { echo a; }
   10  ( echo a; )
   11  a=(1 2 3)
   12  echo a && echo b
   13  echo a | cat
   14  history
$ shopt -u cmdhist
$ for i in 1
> do echo $i
> done
1
$ history 4
   16  for i in 1
   17  do echo $i
   18  done
   19  history 4
$ shopt -s cmdhist lithist
$ for i in 1
> do echo $i
> done
1
$ history 2
   21  for i in 1
do echo $i
done
   22  history 2
$
=== bang
echo one two three
echo !!
echo !$ !^ !*
!ec
!?two
!-2
echo !!:1 !!:2-3
echo !!:s/one/ONE/
^ONE^two^
echo a/b/c.txt
echo !$:h !$:t !$:r !$:e
echo !#
!!:p
echo "!!"
echo '!!'
echo \\!
!99
echo !{ec}x
shopt -s histverify
!!

shopt -s histreedit
echo !nosuch

---
$ echo one two three
one two three
$ echo !!
echo echo one two three
echo one two three
$ echo !$ !^ !*
echo three echo echo one two three
three echo echo one two three
$ !ec
echo three echo echo one two three
three echo echo one two three
$ !?two
echo three echo echo one two three
three echo echo one two three
$ !-2
echo three echo echo one two three
three echo echo one two three
$ echo !!:1 !!:2-3
echo three echo echo
three echo echo
$ echo !!:s/one/ONE/
bash: :s/one/ONE/: substitution failed
$ ^ONE^two^
bash: :s^ONE^two^: substitution failed
$ echo a/b/c.txt
a/b/c.txt
$ echo !$:h !$:t !$:r !$:e
echo a/b c.txt a/b/c .txt
a/b c.txt a/b/c .txt
$ echo !#
echo echo
echo
$ !!:p
echo echo
$ echo "!!"
echo "echo echo "
echo echo
$ echo '!!'
!!
$ echo \!
!
$ !99
bash: !99: event not found
$ echo !{ec}x
bash: !{ec}x: event not found
$ shopt -s histverify
$ !!
$ shopt -s histverify
$ shopt -s histreedit
$ echo !nosuch
bash: !nosuch: event not found
$ echo !nosuch
bash: !nosuch: event not found
$ echo !nosuch
=== fcx
PS1='$ '
echo one
echo two
fc -l 2 100
fc -l 100 2
fc -s 100
fc -l 0
fc -l -100
fc -l 3 0
---
$ PS1='$ '
$ echo one
one
$ echo two
two
$ fc -l 2 100
2        echo one
3        echo two
$ fc -l 100 2
1        PS1='$ '
2        echo one
$ fc -s 100
fc -l 100 2
1        PS1='$ '
2        echo one
$ fc -l 0
6        fc -l 100 2
$ fc -l -100
1        PS1='$ '
2        echo one
3        echo two
4        fc -l 2 100
5        fc -l 100 2
6        fc -l 100 2
7        fc -l 0
$ fc -l 3 0
3        echo two
4        fc -l 2 100
5        fc -l 100 2
6        fc -l 100 2
7        fc -l 0
8        fc -l -100
$
=== trapint
trap 'echo INT' INT
sleep 20
\x03\c
\x03\c
read x
\x03\c
abc\x03\c
while :; do sleep 1; done
\x03\c
\x03\c
\x1a\c
---
$ trap 'echo INT' INT
$ sleep 20
^C
INTC

$ read x
^CINT

INTbc^C

$ while :; do sleep 1; done
^C
INTC

$
