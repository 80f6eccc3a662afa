SIGINT and a shell that is the first process: ash ends after the command in the foreground, bash goes on.

  $ docker run -d --name i1 busybox sh -c 'while :; do sleep 0.2; done' >/dev/null; sleep 0.5; docker kill -s INT i1; sleep 1; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' i1
  i1
  exited 130
  $ docker run -d --name i2 busybox sh -c 'sleep 30; echo after' >/dev/null; sleep 0.5; docker kill -s INT i2; sleep 1; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' i2
  i2
  running 0
  $ docker run -d --name i3 busybox sh -c 'sleep 30 & wait; echo after' >/dev/null; sleep 0.5; docker stop -s INT -t 2 i3; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' i3; docker logs i3
  i3
  exited 130
  $ docker run -d --name i4 debian bash -c 'while :; do sleep 0.2; done' >/dev/null; sleep 0.5; docker kill -s INT i4; sleep 1; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' i4
  i4
  running 0
  $ docker run -d --name i5 busybox sh -c 'while :; do sleep 0.2; done' >/dev/null; sleep 0.5; docker kill -s HUP i5; docker kill -s QUIT i5; sleep 1; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' i5
  i5
  i5
  running 0
  $ docker run --rm busybox sh -c '(kill -INT $$); sleep 1; echo end'
  [130]
  $ docker run --rm busybox sh -c 'trap "echo bye" EXIT; (kill -INT $$); sleep 0.2; echo end'
  bye
  [130]
  $ docker run --rm busybox sh -c 'trap "echo t" INT; (kill -INT $$); sleep 0.2; echo end; trap - INT; (kill -INT $$); sleep 0.2; echo no'
  t
  end
  [130]
  $ docker run --rm busybox sh -c '( (kill -INT $$); sleep 0.3; echo sub ); echo end'
  sub
  [130]
  $ docker run --rm busybox sh -c 'sh -c "trap \"echo bye\" EXIT; (kill -INT \$\$); sleep 0.3; echo in"; echo $?'
  130
  $ printf '(kill -INT $$)\nsleep 0.2\necho end\n' | docker run -i --rm busybox sh
  end
  $ docker run --rm busybox timeout 0.5 sleep 1; docker run --rm busybox timeout -s KILL 0.5 sleep 1
  $ docker run --rm busybox sh -c 'exec 2>&1; timeout 1 sleep 3; echo $?; timeout -k 1 1 sh -c "trap : TERM; while :; do sleep 0.1; done"; echo $?; timeout 1 sh -c "exit 3"; echo $?; timeout 5 nosuch; echo $?; timeout 1 sh -c "sleep 0.3; echo a" | cat; timeout 5 sh -c "echo \$PPID"'
  Terminated
  143
  Killed
  137
  3
  timeout: can't execute 'nosuch': No such file or directory
  127
  a
  0
  $ docker rm -f i1 i2 i3 i4 i5 >/dev/null
