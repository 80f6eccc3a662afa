The last command of `sh -c` takes the shell's place, so the container's first process is that command.

  $ for c in 'echo w > /w; sleep 300' 'cd / && sleep 300' 'trap "exit 0" TERM; sleep 300' 'if true; then sleep 300; fi' 'X=1 sleep 300; true' '{ sleep 300; }' '(sleep 300)' 'sleep 300 > /o' 'f() { sleep 300; }; f' 'false || sleep 300' '! sleep 300' 'case a in a) sleep 300;; esac' 'echo; exec sleep 300'; do docker run -d --name tt busybox sh -c "$c" >/dev/null; sleep 0.3; echo "$c: $(docker top tt -o pid,args | sed '1d;s/^ *[0-9]* *//')"; docker rm -f tt >/dev/null; done
  echo w > /w; sleep 300: sleep 300
  cd / && sleep 300: sleep 300
  trap "exit 0" TERM; sleep 300: sh -c trap "exit 0" TERM; sleep 300
  sleep 300
  if true; then sleep 300; fi: sleep 300
  X=1 sleep 300; true: sh -c X=1 sleep 300; true
  sleep 300
  { sleep 300; }: sleep 300
  (sleep 300): sleep 300
  sleep 300 > /o: sleep 300
  f() { sleep 300; }; f: sh -c f() { sleep 300; }; f
  sleep 300
  false || sleep 300: sleep 300
  ! sleep 300: sh -c ! sleep 300
  sleep 300
  case a in a) sleep 300;; esac: sleep 300
  echo; exec sleep 300: sleep 300
  $ for c in 'echo; sleep 300' 'true && sleep 300' 'sleep 300' 'sleep 300; true'; do docker run -d --name tt debian bash -c "$c" >/dev/null; sleep 0.3; echo "$c: $(docker top tt -o pid,args | sed '1d;s/^ *[0-9]* *//')"; docker rm -f tt >/dev/null; done
  echo; sleep 300: sleep 300
  true && sleep 300: sleep 300
  sleep 300: sleep 300
  sleep 300; true: bash -c sleep 300; true
  sleep 300
  $ docker run --rm -u 1001:1000 --group-add 33 --group-add 5 busybox id -G; docker run --rm -u 0:70 --group-add 33 debian id -G
  1000 5 33
  70 33
  $ docker run -d --name own -h shown busybox sleep 300 | wc -c; docker run --rm --network container:own busybox sh -c 'hostname; cat /etc/hostname; hostname -i | wc -l; grep -c shown /etc/hosts'
  65
  shown
  shown
  1
  1
  $ docker rm -l own; docker rm --link nothere; docker rm -f own
  Error response from daemon: Conflict, cannot remove the default link name of the container
  Error response from daemon: No such container: nothere
  own
  $ docker run --rm -v $PWD:/in:ro busybox sh -c 'echo x > /f; tar c /f 2>/dev/null | tar x -C /in'
  tar: can't remove old file f: Read-only file system
  [1]
  $ docker run --rm -v $PWD:/in:ro busybox rm /in/nothere
  rm: can't remove '/in/nothere': No such file or directory
  [1]
  $ for c in 'echo; sleep 300' 'sleep 300' '(sleep 300)'; do docker run -d --name tt debian sh -c "$c" >/dev/null; sleep 0.3; echo "$c: $(docker top tt -o pid,args | sed '1d;s/^ *[0-9]* *//')"; docker rm -f tt >/dev/null; done
  echo; sleep 300: sh -c echo; sleep 300
  sleep 300
  sleep 300: sh -c sleep 300
  sleep 300
  (sleep 300): sh -c (sleep 300)
  sleep 300
