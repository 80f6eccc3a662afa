The input of containers made with -i: whose it is, and when it ends.

  $ docker run -di --name cat1 busybox cat >/dev/null; docker inspect cat1 -f '{{.Config.StdinOnce}} {{.Config.OpenStdin}}'
  false true
  $ sh -c 'echo piped | timeout -s KILL 2 docker attach cat1' 2>/dev/null; docker inspect cat1 -f '{{.State.Status}}'; docker logs cat1
  running
  piped
  $ docker rm -f cat1
  cat1
  $ docker create -i --name once busybox sh -c 'read a; echo "<$a>"; cat; echo eof' >/dev/null; docker inspect once -f '{{.Config.StdinOnce}} {{.Config.OpenStdin}}'
  true true
  $ printf '1\nx\n' | docker start -ai once; echo rc $?
  <1>
  x
  eof
  rc 0
  $ printf '2\ny\n' | docker start -i once; echo rc $?
  <2>
  y
  eof
  rc 0
  $ docker start once; sleep 0.5; docker inspect once -f '{{.State.Status}}'
  once
  running
  $ printf '3\n' | docker attach once; echo rc $?; docker inspect once -f '{{.State.Status}}'
  <3>
  eof
  rc 0
  exited
  $ docker start once; docker restart -t 0 once; docker inspect once -f '{{.State.Status}}'; echo 4 | docker attach once
  once
  once
  running
  <4>
  eof
  $ docker rm -f once
  once
  $ docker run -d -i --name d1 busybox sh -c 'read a; echo got $a' >/dev/null; docker inspect d1 -f '{{.State.Status}}'; echo hi | docker attach d1 >/dev/null; docker logs d1
  running
  got hi
  $ docker start d1; sleep 0.3; docker inspect d1 -f '{{.State.Status}}'; echo hu | docker attach d1 >/dev/null; docker logs d1
  d1
  running
  got hi
  got hu
  $ docker rm -f d1
  d1
  $ echo x | docker run --name n2 busybox cat; echo y | docker start -ai n2; docker rm n2
  n2
