More things at once than anybody counts.

  $ i=0; while [ $i -lt 40 ]; do docker create --name many$i busybox sleep 1000 >/dev/null; i=$((i+1)); done; docker ps -aq | wc -l
  40
  $ docker start $(docker ps -aq) | wc -l; docker stop -t 0 $(docker ps -q) | wc -l; docker ps -q | wc -l
  40
  40
  0
  $ docker start $(docker ps -aq) | wc -l; docker rm -f $(docker ps -aq) | wc -l; docker ps -aq | wc -l
  40
  40
  0
  $ (echo services:; for i in $(seq 1 35); do printf '  s%d:\n    image: busybox\n    command: sleep 1000\n' $i; done) > compose.yaml; docker compose up -d >/dev/null 2>&1; docker compose ps -q | wc -l
  35
  $ docker compose stop -t 0 >/dev/null 2>&1; docker compose ps -q | wc -l; docker compose down -t 0 >/dev/null 2>&1; docker ps -aq | wc -l
  0
  0
