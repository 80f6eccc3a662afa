What the events tell of images with labels.

  $ T=$(date +%s.%N); ev() { docker events --since $T --until $(date +%s.%N) --format '{{.Type}} {{.Action}} {{json .Actor.Attributes}}' "$@" | sed 's/[0-9a-f]\{64\}/ID/g'; T=$(date +%s.%N); }
  $ mkdir b; printf 'FROM busybox\nLABEL a=1 b="two words"\nCMD true\n' > b/Dockerfile; docker build -q -t lab b >/dev/null; ev
  image tag {"a":"1","b":"two words","name":"lab"}
  image create {"a":"1","b":"two words","name":"sha256:ID"}
  $ docker build -q -t lab b >/dev/null; ev
  image tag {"a":"1","b":"two words","name":"lab"}
  image create {"a":"1","b":"two words","name":"sha256:ID"}
  $ docker build -q b >/dev/null; ev
  image create {"a":"1","b":"two words","name":"sha256:ID"}
  $ docker build -q -t lab:x -t lab:y b >/dev/null; ev
  image tag {"a":"1","b":"two words","name":"lab:x"}
  image tag {"a":"1","b":"two words","name":"lab:y"}
  image create {"a":"1","b":"two words","name":"sha256:ID"}
  $ printf 'FROM busybox\nLABEL a=2\n' > b/Dockerfile; docker build -q b >/dev/null; ev
  image create {"a":"2","name":"sha256:ID"}
  $ docker build -q -t lab:2 b >/dev/null; ev
  image tag {"a":"2","name":"lab:2"}
  image create {"a":"2","name":"sha256:ID"}
  $ printf 'FROM nosuch:1\n' > b/Dockerfile; docker build -q b >/dev/null 2>&1; ev
  $ docker tag lab lab:3; docker tag lab lab:3; ev
  image tag {"a":"1","b":"two words","name":"lab:3"}
  image tag {"a":"1","b":"two words","name":"lab:3"}
  $ docker rmi lab:2 lab:3 lab:x lab:y | sed 's/[0-9a-f]\{64\}/ID/'; ev
  Untagged: lab:2
  Deleted: sha256:ID
  Untagged: lab:3
  Untagged: lab:x
  Untagged: lab:y
  image untag {"a":"2","name":"sha256:ID"}
  image delete {"name":"sha256:ID"}
  image untag {"a":"1","b":"two words","name":"sha256:ID"}
  image untag {"a":"1","b":"two words","name":"sha256:ID"}
  image untag {"a":"1","b":"two words","name":"sha256:ID"}
  $ docker run --name lc --label x=y --label a=over lab; sleep 0.5; ev
  container create {"a":"over","b":"two words","image":"lab","name":"lc","x":"y"}
  container attach {"a":"over","b":"two words","image":"lab","name":"lc","x":"y"}
  network connect {"container":"ID","name":"bridge","type":"bridge"}
  container start {"a":"over","b":"two words","image":"lab","name":"lc","x":"y"}
  network disconnect {"container":"ID","name":"bridge","type":"bridge"}
  container die {"a":"over","b":"two words","execDuration":"0","exitCode":"0","image":"lab","name":"lc","x":"y"}
  $ docker commit -m msg lc lab3 >/dev/null; ev
  image create {"a":"over","b":"two words","name":"sha256:ID","x":"y"}
  image tag {"a":"over","b":"two words","name":"lab3:latest","x":"y"}
  container commit {"a":"over","b":"two words","comment":"msg","image":"lab","imageID":"sha256:ID","imageRef":"lab3:latest","name":"lc","x":"y"}
  $ docker commit lc >/dev/null; ev
  image create {"a":"over","b":"two words","name":"sha256:ID","x":"y"}
  container commit {"a":"over","b":"two words","comment":"","image":"lab","imageID":"sha256:ID","imageRef":"","name":"lc","x":"y"}
  $ docker inspect -f '{{if .Parent}}parent{{end}} {{json .Config.Labels}}' lab3
  parent {"a":"over","b":"two words","x":"y"}
  $ docker save -o s.tar lab lab3; ev
  image save {"a":"1","b":"two words","name":"sha256:ID"}
  image save {"a":"over","b":"two words","name":"sha256:ID","x":"y"}
  $ docker rm lc >/dev/null; docker rmi lab | sed 's/[0-9a-f]\{64\}/ID/'; ev
  Untagged: lab:latest
  container destroy {"a":"over","b":"two words","image":"lab","name":"lc","x":"y"}
  image untag {"a":"1","b":"two words","name":"sha256:ID"}
  $ docker rmi lab3 | sed 's/[0-9a-f]\{64\}/ID/'; ev
  Untagged: lab3:latest
  Deleted: sha256:ID
  image untag {"a":"over","b":"two words","name":"sha256:ID","x":"y"}
  image delete {"name":"sha256:ID"}
  $ docker image prune -f | sed 's/[0-9a-f]\{64\}/ID/;s/space.*//'; ev
  Deleted Images:
  deleted: sha256:ID
  deleted: sha256:ID
  
  Total reclaimed 
  image delete {"name":"sha256:ID"}
  image delete {"name":"sha256:ID"}
  image prune {"reclaimed":"0"}
  $ docker images -q lab; docker load -i s.tar; ev
  Loaded image: lab:latest
  Loaded image: lab3:latest
  image load {"a":"1","b":"two words","name":"sha256:ID"}
  image load {"a":"over","b":"two words","name":"sha256:ID","x":"y"}
  $ docker load -i s.tar; ev
  Loaded image: lab:latest
  Loaded image: lab3:latest
  image load {"a":"1","b":"two words","name":"sha256:ID"}
  image load {"a":"over","b":"two words","name":"sha256:ID","x":"y"}
  $ docker rmi lab lab3 >/dev/null; ev
  image untag {"a":"1","b":"two words","name":"sha256:ID"}
  image untag {"a":"over","b":"two words","name":"sha256:ID","x":"y"}
  image delete {"name":"sha256:ID"}
  image delete {"name":"sha256:ID"}
  $ docker export $(docker create --name ex busybox) | docker import - imp >/dev/null; ev
  container create {"image":"busybox","name":"ex"}
  container export {"image":"busybox","name":"ex"}
  image tag {"name":"imp:latest"}
  image import {"name":"sha256:ID"}
  $ docker export ex | docker import -c 'LABEL q=1' - >/dev/null; ev
  container export {"image":"busybox","name":"ex"}
  image import {"name":"sha256:ID","q":"1"}
  $ docker events --since $T --until $(date +%s.%N) --filter type=image
  $ docker tag busybox bb:1; docker events --since $T --until $(date +%s.%N) | sed 's/^[^ ]* //;s/[0-9a-f]\{64\}/ID/g'; docker rmi bb:1
  image tag sha256:ID (name=bb:1)
  Untagged: bb:1
