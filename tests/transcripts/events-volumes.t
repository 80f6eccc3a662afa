What the events tell of volumes while files are copied, and of containers that come and go.

  $ T=$(date +%s.%N); ev() { docker events --since $T --until $(date +%s.%N) --format '{{.Type}} {{.Action}} {{json .Actor.Attributes}}' "$@" | sed 's/[0-9a-f]\{64\}/ID/g'; T=$(date +%s.%N); }; docker volume create vo; docker create --name co -v vo:/data busybox sh -c 'echo 1 > /data/f' >/dev/null; ev
  vo
  volume create {"driver":"local"}
  container create {"image":"busybox","name":"co"}
  $ docker start -a co; sleep 0.5; ev
  container attach {"image":"busybox","name":"co"}
  volume mount {"container":"ID","destination":"/data","driver":"local","propagation":"","read/write":"true"}
  network connect {"container":"ID","name":"bridge","type":"bridge"}
  container start {"image":"busybox","name":"co"}
  network disconnect {"container":"ID","name":"bridge","type":"bridge"}
  volume unmount {"container":"ID","driver":"local"}
  container die {"execDuration":"0","exitCode":"0","image":"busybox","name":"co"}
  $ docker cp co:/data/f .; ev
  volume mount {"container":"ID","destination":"/data","driver":"local","propagation":"","read/write":"true"}
  container archive-path {"image":"busybox","name":"co"}
  volume unmount {"container":"ID","driver":"local"}
  $ docker cp f co:/data/g; ev
  volume mount {"container":"ID","destination":"/data","driver":"local","propagation":"","read/write":"true"}
  volume unmount {"container":"ID","driver":"local"}
  volume mount {"container":"ID","destination":"/data","driver":"local","propagation":"","read/write":"true"}
  container extract-to-dir {"image":"busybox","name":"co"}
  volume unmount {"container":"ID","driver":"local"}
  $ docker cp co:/nope .; ev
  Error response from daemon: Could not find the file /nope in container co
  volume mount {"container":"ID","destination":"/data","driver":"local","propagation":"","read/write":"true"}
  volume unmount {"container":"ID","driver":"local"}
  $ docker cp co:/data - >/dev/null; ev
  volume mount {"container":"ID","destination":"/data","driver":"local","propagation":"","read/write":"true"}
  container archive-path {"image":"busybox","name":"co"}
  volume unmount {"container":"ID","driver":"local"}
  $ docker cp f co:/nope/x; ev
  Error response from daemon: Could not find the file /nope in container co
  volume mount {"container":"ID","destination":"/data","driver":"local","propagation":"","read/write":"true"}
  volume unmount {"container":"ID","driver":"local"}
  volume mount {"container":"ID","destination":"/data","driver":"local","propagation":"","read/write":"true"}
  volume unmount {"container":"ID","driver":"local"}
  $ docker export co >/dev/null; ev
  container export {"image":"busybox","name":"co"}
  $ docker commit co cimg >/dev/null; ev
  image create {"name":"sha256:ID"}
  image tag {"name":"cimg:latest"}
  container commit {"comment":"","image":"busybox","imageID":"sha256:ID","imageRef":"cimg:latest","name":"co"}
  $ docker diff co >/dev/null; ev
  $ docker rm -v co; ev
  co
  container destroy {"image":"busybox","name":"co"}
  $ docker run -d --name ru -v vo:/d:ro -v $HOME:/h --tmpfs /t busybox sleep 100 >/dev/null; ev
  container create {"image":"busybox","name":"ru"}
  volume mount {"container":"ID","destination":"/d","driver":"local","propagation":"","read/write":"false"}
  network connect {"container":"ID","name":"bridge","type":"bridge"}
  container start {"image":"busybox","name":"ru"}
  $ docker cp ru:/d/f .; ev
  volume mount {"container":"ID","destination":"/d","driver":"local","propagation":"","read/write":"false"}
  container archive-path {"image":"busybox","name":"ru"}
  volume unmount {"container":"ID","driver":"local"}
  $ docker cp f ru:/h/g; ev
  volume mount {"container":"ID","destination":"/d","driver":"local","propagation":"","read/write":"false"}
  volume unmount {"container":"ID","driver":"local"}
  volume mount {"container":"ID","destination":"/d","driver":"local","propagation":"","read/write":"false"}
  container extract-to-dir {"image":"busybox","name":"ru"}
  volume unmount {"container":"ID","driver":"local"}
  $ docker exec ru true; ev
  container exec_create: true  {"execID":"ID","image":"busybox","name":"ru"}
  container exec_start: true  {"execID":"ID","image":"busybox","name":"ru"}
  container exec_die {"execID":"ID","exitCode":"0","image":"busybox","name":"ru"}
  $ docker stop -t 0 ru >/dev/null; ev
  container kill {"image":"busybox","name":"ru","signal":"15"}
  container kill {"image":"busybox","name":"ru","signal":"9"}
  network disconnect {"container":"ID","name":"bridge","type":"bridge"}
  volume unmount {"container":"ID","driver":"local"}
  container stop {"image":"busybox","name":"ru"}
  container die {"execDuration":"0","exitCode":"137","image":"busybox","name":"ru"}
  $ docker restart -t 0 ru >/dev/null; ev
  volume mount {"container":"ID","destination":"/d","driver":"local","propagation":"","read/write":"false"}
  network connect {"container":"ID","name":"bridge","type":"bridge"}
  container start {"image":"busybox","name":"ru"}
  container restart {"image":"busybox","name":"ru"}
  $ docker pause ru >/dev/null; docker unpause ru >/dev/null; docker rename ru ru2; ev
  container pause {"image":"busybox","name":"ru"}
  container unpause {"image":"busybox","name":"ru"}
  container rename {"image":"busybox","name":"ru2","oldName":"/ru"}
  $ docker kill ru2 >/dev/null; sleep 0.5; ev
  container kill {"image":"busybox","name":"ru2","signal":"9"}
  network disconnect {"container":"ID","name":"bridge","type":"bridge"}
  volume unmount {"container":"ID","driver":"local"}
  container die {"execDuration":"0","exitCode":"137","image":"busybox","name":"ru2"}
  $ docker rm -fv ru2; ev
  ru2
  container destroy {"image":"busybox","name":"ru2"}
  $ docker create --name cu -v vo:/etc busybox >/dev/null; ev; docker rm cu >/dev/null; ev
  container create {"image":"busybox","name":"cu"}
  container destroy {"image":"busybox","name":"cu"}
  $ docker create --name cu -v new:/etc -v new2:/nope busybox >/dev/null; ev; docker rm cu >/dev/null; docker volume rm new new2; ev
  volume create {"driver":"local"}
  volume create {"driver":"local"}
  container create {"image":"busybox","name":"cu"}
  new
  new2
  container destroy {"image":"busybox","name":"cu"}
  volume destroy {"driver":"local"}
  volume destroy {"driver":"local"}
  $ docker volume rm vo; docker volume prune -f; docker volume prune -af; ev
  vo
  Total reclaimed space: 0B
  Total reclaimed space: 0B
  volume destroy {"driver":"local"}
  volume prune {"reclaimed":"0"}
  volume prune {"reclaimed":"0"}
  $ docker run --name gone --rm busybox nosuch; ev
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "nosuch": executable file not found in $PATH
  
  Run 'docker run --help' for more information
  container create {"image":"busybox","name":"gone"}
  container attach {"image":"busybox","name":"gone"}
  network disconnect {"container":"ID","name":"bridge","type":"bridge"}
  container destroy {"image":"busybox","name":"gone"}
  $ docker run --name gone -v kv:/k busybox nosuch; ev
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "nosuch": executable file not found in $PATH
  
  Run 'docker run --help' for more information
  volume create {"driver":"local"}
  container create {"image":"busybox","name":"gone"}
  container attach {"image":"busybox","name":"gone"}
  volume mount {"container":"ID","destination":"/k","driver":"local","propagation":"","read/write":"true"}
  network disconnect {"container":"ID","name":"bridge","type":"bridge"}
  volume unmount {"container":"ID","driver":"local"}
  $ docker rm gone; docker volume rm kv; ev
  gone
  kv
  container destroy {"image":"busybox","name":"gone"}
  volume destroy {"driver":"local"}
  $ docker run --name li --label z=1 --label 'k=a b, c' -d busybox sleep 9 >/dev/null; docker events --since $T --until $(date +%s.%N) | sed 's/^[^ ]* //;s/[0-9a-f]\{64\}/ID/g'
  container create ID (image=busybox, k=a b, c, name=li, z=1)
  network connect ID (container=ID, name=bridge, type=bridge)
  container start ID (image=busybox, k=a b, c, name=li, z=1)
  $ docker events --since $T --until $(date +%s.%N) --filter label=z=1 --filter event=start | sed 's/^[^ ]* //;s/[0-9a-f]\{64\}/ID/g'
  container start ID (image=busybox, k=a b, c, name=li, z=1)
  $ docker rm -f li
  li
