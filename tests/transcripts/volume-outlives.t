What outlives containers.

  $ docker run -d --name s1 -v sv:/d busybox sh -c 'date > /d/born; echo run >> /d/runs; sleep 300' | wc -c; sleep 1; docker restart -t 0 s1; sleep 1; docker exec s1 wc -l /d/runs
  65
  s1
  2 /d/runs
  $ docker kill s1; docker start s1; sleep 1; docker exec s1 sh -c 'wc -l < /d/runs'; docker rm -f s1; docker volume ls -q
  s1
  s1
  3
  s1
  sv
  $ docker run --rm -v sv:/d busybox wc -l /d/runs; docker run --rm -v sv:/other/place busybox ls /other/place
  3 /d/runs
  born
  runs
  $ docker run --rm -v sv:/d -v sv:/e busybox sh -c 'echo both > /d/b; cat /e/b'
  both
  $ docker run -d --name r1 -v sv:/d busybox sh -c 'while :; do sleep 1; done' | wc -c; docker run -d --name r2 -v sv:/d:ro busybox sleep 300 | wc -c; docker exec r1 sh -c 'echo live > /d/live'; docker exec r2 cat /d/live; docker exec r2 rm /d/live
  65
  65
  live
  rm: can't remove '/d/live': Read-only file system
  [1]
  $ docker rename r1 r9; docker inspect r9 -f '{{(index .Mounts 0).Name}}'; docker update --restart unless-stopped r9; docker inspect -f '{{.HostConfig.RestartPolicy.Name}}' r9
  sv
  r9
  unless-stopped
  $ docker commit r9 simg | cut -c1-6; docker run --rm simg ls -A /d; docker rmi simg | head -1
  sha256
  Untagged: simg:latest
  $ docker export r9 | tar t | grep -E '^d/' ; docker diff r9
  d/
  A /d
  $ docker cp r9:/d/live got; cat got; docker cp got r2:/d/put; docker cp got r9:/d/put; docker exec r2 cat /d/put
  live
  Error response from daemon: mounted volume is marked read-only
  live
  $ docker stop -t 0 r9 r2; docker cp r9:/d/put -| tar t; docker run --rm -v sv:/d alpine ls /d | tr '\n' ' '
  r9
  r2
  put
  b born live put runs 
  $ docker rm r9 r2; docker run --name new -v sv:/d busybox cat /d/live; docker rm -v new; docker volume ls -q
  r9
  r2
  live
  new
  sv
  $ docker create -v sv:/d --name cr busybox cat /d/live | wc -c; docker start -a cr; docker start -ai cr; docker wait cr; docker logs cr
  65
  live
  live
  0
  live
  live
  $ docker rm cr; docker image prune -f | tail -1; docker container prune -f; docker volume ls -q
  cr
  Total reclaimed space: 0B
  Total reclaimed space: 0B
  sv
  $ sudo systemctl restart docker 2>/dev/null; docker volume ls -q; docker run --rm -v sv:/d busybox cat /d/live
  sv
  live
  $ docker volume rm sv && docker run --rm -v sv:/d busybox ls -A /d; docker volume rm sv
  sv
  sv
