BusyBox's nc between containers: both directions, a program behind a port, and who ends it.

  $ docker network create wn >/dev/null; docker run -d --name nca --network wn busybox sh -c 'echo hello from nc | nc -l -p 1234' >/dev/null; sleep 1; docker run --rm --network wn busybox nc nca 1234; docker wait nca; docker run --rm --network wn busybox nc nca 1234
  hello from nc
  0
  nc: bad address 'nca'
  [1]
  $ docker run -d --name ncb --network wn busybox sh -c 'echo a; echo b | nc -l -p 1234; echo $?' >/dev/null; sleep 1; echo to srv | docker run --rm -i --network wn busybox nc ncb 1234; docker logs ncb
  b
  a
  to srv
  0
  $ docker run -d --name ncc --network wn busybox nc -l -p 1234 -e echo served -x y >/dev/null; sleep 1; echo to srv | docker run --rm -i --network wn busybox nc ncc 1234; docker logs ncc; docker wait ncc
  served -x y
  0
  $ docker run -d --name ncd --network wn busybox nc -l -p 1234 -e sh -c 'echo err >&2; read x; echo got $x' >/dev/null; sleep 1; echo to srv | docker run --rm -i --network wn busybox nc ncd 1234; docker logs ncd
  got to srv
  err
  $ docker run -d --name nce --network wn busybox nc -ll -p 1234 -e cat >/dev/null; sleep 1; for n in 1 2; do echo to srv $n | docker run --rm -i --network wn busybox nc nce 1234; done; docker logs nce; docker rm -f nce
  to srv 1
  to srv 2
  nce
  $ docker run -d --name ncf --network wn busybox nc -l -p 1234 -e nosuch >/dev/null; sleep 1; docker run --rm --network wn busybox nc ncf 1234; docker logs ncf; docker wait ncf
  nc: can't execute 'nosuch': No such file or directory
  1
  $ docker run -d --name ncg --network wn busybox nc -l -p 1234 >/dev/null; sleep 1; docker run --rm --network wn busybox nc ncg 1234 -e echo hello; docker wait ncg; docker logs ncg
  0
  hello
  $ docker run --rm busybox sh -c 'nc -ll -p 9 -e echo "one word" two & sleep 1; nc 127.0.0.1 9; nc 127.0.0.1 9; kill %1; sleep 1; nc 127.0.0.1 9'
  one word two
  one word two
  nc: can't connect to remote host (127.0.0.1): Connection refused
  [1]
  $ docker run --rm busybox sh -c '(nc -ll -p 9; echo end) & sleep 1; echo a | nc 127.0.0.1 9; sleep 1; echo b | nc 127.0.0.1 9; sleep 1'
  a
  end
  nc: can't connect to remote host (127.0.0.1): Connection refused
  $ docker run --rm busybox sh -c 'nc -l -p 9 -e sh & sleep 1; echo "echo from sh; exit 3" | nc 127.0.0.1 9; wait; echo $?; nc -l -p 9 -e sh -c "cat >/o; echo done" & sleep 1; echo in | nc 127.0.0.1 9; cat /o'
  from sh
  0
  done
  in
  $ docker run -d -v got:/got --name nch --network wn busybox sh -c 'nc -l -p 702 > /got/file' >/dev/null; sleep 1; echo content | docker run --rm -i --network wn busybox nc nch 702; docker wait nch; docker run --rm -v got:/g busybox cat /g/file
  0
  content
  $ docker run -d --name nci -p 7030:703 busybox sh -c 'echo via port | nc -l -p 703' >/dev/null; sleep 1; docker run --rm --network host busybox nc 127.0.0.1 7030 </dev/null; docker rm nca ncb ncc ncd ncf ncg nch >/dev/null; docker rm -f nci; docker network rm wn; docker volume rm got
  via port
  nci
  wn
  got
