What takes room.

  $ docker run --name w busybox sh -c 'dd if=/dev/zero of=/big bs=1024 count=1024 2>/dev/null'; docker ps -as --format '{{.Names}} {{.Size}}' | cut -d'(' -f1
  docker: Error response from daemon: Invalid container name (w), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  $ docker volume create unused >/dev/null; docker run -d --name u -v used:/d busybox sh -c 'dd if=/dev/zero of=/d/f bs=1000 count=5000 2>/dev/null; sleep 1000' >/dev/null; sleep 1; docker system df | tail -n +3 | grep -v Images | sed 's/Build Cache.*/Build Cache/'
  docker: Error response from daemon: Invalid container name (u), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  Containers      0         0         0B        0B
  Local Volumes   1         0         0B        0B
  Build Cache
  $ docker system df --format '{{.Type}} {{.TotalCount}} {{.Active}}' | grep -E 'Containers|Volumes'
  Containers 0 0
  Local Volumes 1 0
  $ docker system df -v --format '{{range .Volumes}}{{.Name}} {{.Links}} {{.Size}}{{println}}{{end}}' | sort
  unused 0 0B
  $ docker system df -v | grep -A4 'Local Volumes'
  Local Volumes space usage:
  
  VOLUME NAME   LINKS     SIZE
  unused        0         0B
  
  $ docker system df --format json | jq -r 'select(.Type=="Local Volumes") | .Size, .Reclaimable'
  0B
  0B
  $ docker system df x
  docker: 'docker system df' accepts no arguments
  
  Usage:  docker system df [OPTIONS]
  
  Run 'docker system df --help' for more information
  [1]
  $ docker system df --format '{{.Nope}}'
  template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.diskUsageImagesContext
  [1]
  $ docker system df -v --format '{{.Nope}}'
  template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.diskUsageContext
  [1]
  $ docker rm -f u >/dev/null; docker system df --format '{{.Type}}: {{.Size}} {{.Reclaimable}}' | grep Volumes
  Error response from daemon: No such container: u
  Local Volumes: 0B 0B
  $ docker volume prune -af | tail -n 1
  Total reclaimed space: 0B
  $ docker container prune -f | tail -n 1
  Total reclaimed space: 0B
  $ docker system df | head -n 1
  TYPE            TOTAL     ACTIVE    SIZE      RECLAIMABLE
  $ docker inspect -s -f '{{.SizeRw}}' nope
  
  Error: No such object: nope
  [1]
  $ docker run --name z busybox sh -c 'echo 12345 > /f'; docker inspect -s -f '{{.SizeRw}}' z
  docker: Error response from daemon: Invalid container name (z), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
  
  Run 'docker run --help' for more information
  
  Error: No such object: z
  [1]
