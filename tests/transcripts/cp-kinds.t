More of docker cp and docker commit.

  $ docker run --name b1 busybox sh -c 'mkdir -p /a/b; echo 1 > /a/f; ln -s f /a/l; ln -s /nope /a/dead; ln -s /a /la; chmod 600 /a/f; chown 7:8 /a/f; mkfifo /a/p'; docker cp b1:/a out; ls -lR out | awk '{print $1,$3,$4,$9,$10,$11}'
  out:     
  total
  drwxr-xr-x learner learner b  
  lrwxrwxrwx learner learner dead -> /nope
  -rw------- learner learner f  
  lrwxrwxrwx learner learner l -> f
  prw-r--r-- learner learner p  
       
  out/b:     
  total
  $ docker cp b1:/la l1; readlink l1; docker cp -L b1:/la l2; ls l2 | head -n 2; docker cp b1:/la/ l3; ls l3 | head -n 2; docker cp b1:/la/. l4; ls l4 | head -n 2; docker cp b1:/a/dead . && readlink dead; docker cp -L b1:/a/dead x
  /a
  b
  dead
  b
  dead
  b
  dead
  /nope
  Error response from daemon: Could not find the file /nope in container b1
  [1]
  $ docker cp b1:/a/f f1; docker cp b1:/a/f f1; docker cp b1:/a/f nodir/; docker cp b1:/a/f nodir/x; docker cp b1:/a f1; mkdir dd; docker cp b1:/a/f dd; docker cp b1:/a dd; ls dd dd/a | tr '\n' ' '; docker cp b1:/a/. dd; ls dd | tr '\n' ' '
  no such directory
  invalid output path: directory "/home/learner/nodir" does not exist
  cannot copy directory
  dd: a f  dd/a: b dead f l p a b dead f l p 
  $ docker cp b1:/proc/version pv; docker cp b1:/dev/null dn; docker cp b1:/sys sy; docker cp b1:/etc/hostname hn; ls pv dn sy hn; docker cp h b1:/dev/null; docker cp h b1:/proc/x; docker cp h b1:/etc/hosts
  Error response from daemon: Could not find the file /proc/version in container b1
  Error response from daemon: Could not find the file /dev/null in container b1
  ls: cannot access 'pv': No such file or directory
  ls: cannot access 'dn': No such file or directory
  hn
  
  sy:
  lstat /home/learner/h: no such file or directory
  lstat /home/learner/h: no such file or directory
  lstat /home/learner/h: no such file or directory
  [1]
  $ docker run -d --name b2 -v cv:/v --tmpfs /t --read-only busybox sh -c 'echo t > /t/f; sleep 100' >/dev/null; docker cp h b2:/v; docker cp h b2:/t; docker cp h b2:/x; docker cp b2:/t/f tf; docker cp b2:/v/h vh; cat vh; docker run -d --name b3 -v cv:/v:ro busybox sleep 100 >/dev/null; docker cp h b3:/v/x; docker rm -f b2 b3
  lstat /home/learner/h: no such file or directory
  lstat /home/learner/h: no such file or directory
  lstat /home/learner/h: no such file or directory
  Error response from daemon: Could not find the file /t/f in container b2
  Error response from daemon: Could not find the file /v/h in container b2
  cat: vh: No such file or directory
  lstat /home/learner/h: no such file or directory
  b2
  b3
  $ docker commit -m msg -a 'me <m@e>' b1 cm2 >/dev/null; docker inspect -f '{{.Comment}}|{{.Author}}' cm2; docker history --format '{{.CreatedBy}}|{{.Comment}}' cm2 | head -n 1; docker run --rm cm2 cat /a/f; docker commit -p b1 cm3 | cut -c1-6; docker commit --pause=false b1 cm3 | cut -c1-6
  msg|me <m@e>
  sh -c mkdir -p /a/b; echo 1 > /a/f; ln -s f …|msg
  1
  sha256
  sha256
