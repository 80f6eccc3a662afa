The same container's volumes taken twice: the second mount gives back the hold on an anonymous volume.

  $ printf 'FROM busybox\nVOLUME /plain\n' | docker build -q -t vimg - >/dev/null; docker run -d --name k1 -v named:/n -v /anon --mount dst=/made vimg sleep 300 >/dev/null; docker exec k1 touch /n/a /plain/b /anon/c /made/d; docker run -d --name k2 --volumes-from k1 --volumes-from k1:ro busybox sleep 300 >/dev/null; docker inspect -f '{{range .Mounts}}{{.RW}} {{end}}' k2; docker system df -v --format '{{range .Volumes}}{{.Links}} {{.Name}}{{println}}{{end}}' | sed 's/[0-9a-f]\{64\}/ANON/' | sort; docker ps --filter volume=named --format '{{.Names}}' | sort
  false false false false 
  1 ANON
  1 ANON
  2 ANON
  2 named
  k1
  k2
  $ docker rm -fv k1; docker volume ls -q | sed 's/^[0-9a-f]\{64\}$/ANON/' | sort; docker exec k2 ls /n /plain /anon /made; docker rm -fv k2; docker volume ls -q
  k1
  ANON
  named
  /anon:
  
  /made:
  d
  
  /n:
  a
  
  /plain:
  k2
  named
  $ docker run -d --name k1 -v named:/n vimg sleep 300 >/dev/null; docker run -d --name k2 --volumes-from k1 busybox sleep 300 >/dev/null; docker run -d --name k3 --volumes-from k1 --volumes-from k2 busybox sleep 300 >/dev/null; docker system df -v --format '{{range .Volumes}}{{.Links}} {{.Name}}{{println}}{{end}}' | sed 's/[0-9a-f]\{64\}/ANON/' | sort; docker rm -f k1 k2 >/dev/null; docker exec k3 touch /plain/kept; docker volume ls -qf dangling=true | wc -l; docker restart -t 0 k3; docker volume ls -qf dangling=true | wc -l; docker volume prune -f | tail -1; docker exec k3 ls /plain; docker rm -fv k3; docker volume ls -q
  2 ANON
  3 named
  1
  k3
  1
  Total reclaimed space: 0B
  k3
  named
  $ docker run -d --name k1 -v named:/n vimg sleep 300 >/dev/null; docker run -d --name k2 -v /plain busybox sleep 300 >/dev/null; docker create --name k3 --volumes-from k1 --volumes-from k2 busybox >/dev/null; docker create --name k4 --volumes-from k1 --volumes-from k1 -v other:/plain busybox >/dev/null;  docker create --name k5 --volumes-from k1 --volumes-from k1 -v $(docker inspect -f '{{range .Mounts}}{{if eq .Destination "/plain"}}{{.Name}}{{end}}{{end}}' k1):/q busybox >/dev/null; docker system df -v --format '{{range .Volumes}}{{.Links}} {{.Name}}{{println}}{{end}}' | sed 's/[0-9a-f]\{64\}/ANON/' | sort; docker rm -fv k1 k2 k3 k4 k5 >/dev/null; docker volume rm named other
  1 named
  1 other
  2 ANON
  2 ANON
  named
  other
  $ docker create --name k1 -v named:/n busybox >/dev/null; docker create --name k2 --volumes-from k1 busybox sleep 300 >/dev/null; docker volume rm named 2>&1 | sed 's/\[.*/[IDS]/'; docker rm k1; docker volume ls -qf dangling=true; docker start k2; docker volume ls -qf dangling=true; docker rm -f k2; docker volume rm named
  Error response from daemon: remove named: volume is in use - [IDS]
  k1
  named
  k2
  k2
  named
