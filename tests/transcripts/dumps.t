Dumps through exec, and files that other programs wrote.

  $ docker run -d --name box -v store:/store busybox sh -c 'i=0; while [ $i -lt 5 ]; do i=$((i+1)); echo row $i >> /store/table; done; sleep 1000' >/dev/null; sleep 1; docker exec box cat /store/table > dump.txt; wc -l < dump.txt
  5
  $ docker exec box sh -c 'cat /store/table | gzip' > dump.gz; gunzip -c dump.gz | tail -n 1
  row 5
  $ docker exec -i box sh -c 'cat > /store/copy' < dump.txt; docker exec box cmp /store/table /store/copy && echo same
  same
  $ gunzip -c dump.gz | docker exec -i box sh -c 'cat >> /store/copy'; docker exec box wc -l /store/copy
  10 /store/copy
  $ docker exec box cat /store/copy < /dev/null | md5sum | cut -c1-8 | wc -c
  9
  $ cat dump.txt | docker exec box sh -c 'cat | wc -l'
  0
  $ cat dump.txt | docker exec -i box wc -l
  5
  $ docker exec box sh -c 'exit 3' > empty.txt; echo $?; wc -c < empty.txt
  3
  0
  $ docker exec box nosuch > err.txt; echo $?; cut -c1-24 err.txt
  127
  OCI runtime exec failed:
  $ docker rm -f box; docker run --rm -v store:/store busybox tail -n 1 /store/table
  box
  row 5
  $ docker run --rm -v store:/store -v "$PWD":/out busybox sh -c 'cp /store/table /out/table.bak'; ls -l table.bak | cut -d' ' -f3; cmp table.bak dump.txt && echo same
  root
  same
  $ docker run --rm -v store:/store -v "$PWD":/out -u $(id -u):$(id -g) busybox cp /store/table /out/mine.bak; ls -l mine.bak | cut -d' ' -f3
  learner
  $ docker run --rm -i busybox sh -c 'cat; echo end' < dump.txt | tail -n 2
  row 5
  end
  $ docker run --rm busybox sh -c 'cat; echo end' < dump.txt
  end
  $ docker run --rm -v store:/store busybox sh -c 'du -s /store | cut -f1; ls /store | wc -l' | tail -n 1
  2
