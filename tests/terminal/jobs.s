=== stop1
sleep 50
\x1a\c
jobs
bg
jobs
fg
\x03\c
echo $?
jobs
---
$ sleep 50
^Z
[1]+  Stopped                    sleep 50
$ jobs
[1]+  Stopped                    sleep 50
$ bg
[1]+ sleep 50 &
$ jobs
[1]+  Running                    sleep 50 &
$ fg
sleep 50
^C
$ echo $?
130
$ jobs
$
=== stop2
sleep 50 &
sleep 60 &
sleep 70 &
jobs
jobs -r
jobs -s
fg %2
\x1a\c
jobs
jobs -s
%1
\x1a\c
jobs
%+ &
jobs
%-
\x03\c
jobs
kill %1
jobs
kill %3 %1

jobs
---
$ sleep 50 &
[1] PID
$ sleep 60 &
[2] PID
$ sleep 70 &
[3] PID
$ jobs
[1]   Running                    sleep 50 &
[2]-  Running                    sleep 60 &
[3]+  Running                    sleep 70 &
$ jobs -r
[1]   Running                    sleep 50 &
[2]-  Running                    sleep 60 &
[3]+  Running                    sleep 70 &
$ jobs -s
$ fg %2
sleep 60
^Z
[2]+  Stopped                    sleep 60
$ jobs
[1]   Running                    sleep 50 &
[2]+  Stopped                    sleep 60
[3]-  Running                    sleep 70 &
$ jobs -s
[2]+  Stopped                    sleep 60
$ %1
sleep 50
^Z
[1]+  Stopped                    sleep 50
$ jobs
[1]+  Stopped                    sleep 50
[2]-  Stopped                    sleep 60
[3]   Running                    sleep 70 &
$ %+ &
[1]+ sleep 50 &
$ jobs
[1]   Running                    sleep 50 &
[2]+  Stopped                    sleep 60
[3]-  Running                    sleep 70 &
$ %-
sleep 70
^C
$ jobs
[1]-  Running                    sleep 50 &
[2]+  Stopped                    sleep 60
$ kill %1
$ jobs
[1]-  Terminated                 sleep 50
[2]+  Stopped                    sleep 60
$ kill %3 %1
bash: kill: %3: no such job
bash: kill: %1: no such job
$
$ jobs
[2]+  Stopped                    sleep 60
$
=== wait
(exit 4) & wait $!; echo $?
(exit 4) & wait -n; echo $?
sleep 30 & wait
\x03\c
echo $?
jobs
kill %1
wait
---
$ (exit 4) & wait $!; echo $?
[1] PID
[1]+  Exit 4                     ( exit 4 )
4
$ (exit 4) & wait -n; echo $?
[1] PID
[1]+  Exit 4                     ( exit 4 )
4
$ sleep 30 & wait
[1] PID
^C
$ echo $?
130
$ jobs
[1]+  Running                    sleep 30 &
$ kill %1
$ wait
$
=== cint
while true; do sleep 1; done
\x03\c
echo $?
while :; do :; done
\x03\c
echo $?
f() { sleep 20; echo after; }; f; echo z
\x03\c
echo $?
sleep 20; echo next
\x03\c
sleep 20 && echo next
\x03\c
for i in 1 2 3; do sleep 20; echo $i; done
\x03\c
read x
\x03\c
echo $?
read -p 'name? ' x
abc\x03\c
sleep 20 | cat; echo x
\x03\c
(sleep 20; echo sub)
\x03\c
x=$(sleep 20; echo y)
\x03\c
echo "[$x] $?"
cat
ab
\x04\c
cat
\x03\c
trap 'echo INT' INT
sleep 20
\x03\c
\x03\c
read x
\x03\c
foo
trap - INT
---
$ while true; do sleep 1; done
^C
$ echo $?
130
$ while :; do :; done
^C
$ echo $?
130
$ f() { sleep 20; echo after; }; f; echo z
^C
$ echo $?
130
$ sleep 20; echo next
^C
$ sleep 20 && echo next
^C
$ for i in 1 2 3; do sleep 20; echo $i; done
^C
$ read x
^C
$ echo $?
130
$ read -p 'name? ' x
name? abc^C
$ sleep 20 | cat; echo x
^C
$ (sleep 20; echo sub)
^C
$ x=$(sleep 20; echo y)
^C
$ echo "[$x] $?"
[] 130
$ cat
ab
ab
$ cat
^C
$ trap 'echo INT' INT
$ sleep 20
^C
INTC

$ read x
^CINT

$ foo
bash: foo: command not found
$ trap - INT
$
=== names
sleep 30 > /dev/null 2>&1 &
FOO=bar sleep 30 &
{ sleep 30; echo; } &
(sleep 30; echo a "b  c") &
while true; do sleep 30; done &
sleep 30 | cat | tr a b &
if true; then sleep 30; fi &
! sleep 30 &
time sleep 30 &
sleep 30 && echo a || echo b &
f() { sleep 30; }; f &
jobs
---
$ sleep 30 > /dev/null 2>&1 &
[1] PID
$ FOO=bar sleep 30 &
[2] PID
$ { sleep 30; echo; } &
[3] PID
$ (sleep 30; echo a "b  c") &
[4] PID
$ while true; do sleep 30; done &
[5] PID
$ sleep 30 | cat | tr a b &
[6] PID
$ if true; then sleep 30; fi &
[7] PID
$ ! sleep 30 &
[8] PID
$ time sleep 30 &
[9] PID
$ sleep 30 && echo a || echo b &
[10] PID
$ f() { sleep 30; }; f &
[11] PID
$ jobs
[1]   Running                    sleep 30 > /dev/null 2>&1 &
[2]   Running                    FOO=bar sleep 30 &
[3]   Running                    { sleep 30; echo; } &
[4]   Running                    ( sleep 30; echo a "b  c" ) &
[5]   Running                    while true; do
    sleep 30;
done &
[6]   Running                    sleep 30 | cat | tr a b &
[7]   Running                    if true; then
    sleep 30;
fi &
[8]   Running                    sleep 30 &
[9]   Running                    time sleep 30 &
[10]-  Running                    sleep 30 && echo a || echo b &
[11]+  Running                    f &
$
