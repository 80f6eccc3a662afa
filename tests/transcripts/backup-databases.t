Backups through a container's volumes.

  $ docker run -d --name db -v pg:/var/lib/data busybox sh -c 'echo v1 > /var/lib/data/f; sleep 300' | wc -c
  65
  $ docker run --rm --volumes-from db -v $(pwd):/backup busybox tar cvf /backup/backup.tar /var/lib/data
  tar: removing leading '/' from member names
  var/lib/data/
  var/lib/data/f
  $ docker stop -t 0 db; docker run --rm --volumes-from db busybox sh -c 'echo v2 > /var/lib/data/f'
  db
  $ docker run --rm --volumes-from db -v $(pwd):/backup busybox sh -c 'cd / && tar xvf /backup/backup.tar'
  var/lib/data/
  var/lib/data/f
  $ docker start db; docker exec db cat /var/lib/data/f
  db
  v1
  $ docker run --rm --volumes-from db:ro -v $(pwd):/backup busybox sh -c 'cd / && tar xf /backup/backup.tar'; echo $?
  tar: can't remove old file var/lib/data/f: Read-only file system
  1
  $ docker run --rm --volumes-from nosuch busybox true
  docker: Error response from daemon: No such container: nosuch
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --volumes-from db:rx busybox true
  docker: Error response from daemon: invalid mode: rx
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v pg:/d busybox sh -c 'tar cf - /d | md5sum | wc -c; sha256sum /d/f | cut -c1-8'
  tar: removing leading '/' from member names
  36
  2d27fbdf
  $ for v in pg; do docker run --rm -v $v:/v -v "$PWD":/b busybox tar cf /b/$v.tar -C /v .; done; tar tf pg.tar
  ./
  ./f
  $ docker volume create pg2 && docker run --rm -v pg:/from:ro -v pg2:/to busybox cp -a /from/. /to/ && docker run --rm -v pg2:/d busybox cat /d/f
  pg2
  v1
  $ docker run --rm -v pg:/from:ro busybox touch /from/x
  touch: /from/x: Read-only file system
  [1]
  $ docker rm -f db; docker volume rm pg; docker run --rm -v pg:/d busybox ls /d; docker run --rm -v pg:/d -v $PWD:/b busybox tar xf /b/pg.tar -C /d; docker run --rm -v pg:/d busybox cat /d/f
  db
  pg
  v1
  $ docker run --rm -v pg:/d -v $PWD:/b busybox cp /d/f /b/out.txt; stat -c '%U %a' out.txt; rm -f out.txt; ls out.txt
  root 644
  ls: cannot access 'out.txt': No such file or directory
  [2]
  $ docker run --rm -u $(id -u) -v $PWD:/b busybox sh -c 'echo mine > /b/mine'; stat -c '%U %s' mine
  learner 5
  $ docker run --rm -u 1000 -v pg:/d busybox touch /d/n
  touch: /d/n: Permission denied
  [1]
  $ docker volume rm pg pg2 pg3; docker volume ls -q
  pg
  pg2
  Error response from daemon: get pg3: no such volume
