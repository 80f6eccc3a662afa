What ash says when it ends by a number it can not use, and of jobs that a signal has ended.

  $ docker run --rm busybox sh -c 'exit -1' 2>&1; docker run --rm busybox sh -c 'f() { return x; }; f; echo more' 2>&1
  sh: exit: line 0: Illegal number: -1
  sh: return: line 0: Illegal number: x
  [2]
  $ docker run --rm busybox sh -c 'break x; echo more' 2>&1; docker run --rm busybox sh -c 'for i in 1 2; do break 0; done; echo more' 2>&1
  sh: break: line 0: Illegal number: x
  sh: break: line 0: Illegal number: 0
  [2]
  $ docker run --rm busybox sh -c 'shift 3; echo $?; shift -1; echo more' 2>&1
  1
  sh: shift: line 0: Illegal number: -1
  [2]
  $ docker run --rm busybox sh -c 'exec 2>&1; sleep 5 & p=$!; kill $p; wait $p; echo $?; sleep 5 & p=$!; kill -9 $p; wait; echo $?'
  Terminated
  143
  0
  $ docker run --rm busybox sh -c 'exec 2>&1; sleep 5 & p=$!; kill $p; sleep 0.3; wait $p; echo $?'
  143
  $ docker run --rm busybox sh -c 'exec 2>&1; sh -c "kill -TERM \$\$" | cat; x=$(sh -c "kill -TERM \$\$"); echo $?'
  Terminated
  Terminated
  143
  $ docker run --rm busybox sh -c 'env | grep SHLVL; sh -c "env | grep SHLVL"; SHLVL=x sh -c "echo \$SHLVL"; SHLVL=-4 sh -c "echo \$SHLVL"; exec sh -c "echo \$SHLVL"'
  SHLVL=1
  SHLVL=2
  1
  4294967293
  2
  $ printf 'cat\necho one\nread a\ntwo\necho "a=$a"\n' | docker run -i --rm busybox sh 2>/dev/null
  one
  a=
  $ docker run --rm busybox sh -c 'i=0; (echo "cat | wc -c"; while [ $i -lt 3000 ]; do echo "i=123456"; i=$((i+1)); done) > /s; wc -c < /s; sh < /s'
  27012
  25989
