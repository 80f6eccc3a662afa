Archives: as the context of a build, and unpacked by ADD.

  $ b() { docker build --progress plain "$@" 2>&1 | sed -E 's/^(#[0-9]+) [0-9.]+ /\1 /;s/DONE .*/DONE/;s/[0-9.]+s done/done/;s/sha256:[0-9a-f]+/ID/' | grep -v -E '^$|exporting|writing|naming|transferring|^#1 '; }
  $ mkdir ctx; echo x > ctx/f; ln ctx/f ctx/hard; ln -s f ctx/soft; mkdir -m 700 ctx/d; mkfifo ctx/d/p; printf 'FROM busybox\nCOPY . /c\nRUN find /c | sort; ls -ln /c | cut -c1-40\n' > ctx/Dockerfile
  $ tar c -C ctx . | b --no-cache -
  #0 building with "default" instance using docker driver
  #2 copy /context /
  #2 DONE
  #3 [internal] load metadata for docker.io/library/busybox:latest
  #3 DONE
  #4 [1/3] FROM docker.io/library/busybox:latest
  #4 DONE
  #5 [2/3] COPY . /c
  #5 DONE
  #6 [3/3] RUN find /c | sort; ls -ln /c | cut -c1-40
  #6 /c
  #6 /c/Dockerfile
  #6 /c/d
  #6 /c/d/p
  #6 /c/f
  #6 /c/hard
  #6 /c/soft
  #6 total 16
  #6 -rw-rw-r--    1 1000     1000           
  #6 drwx------    2 1000     1000          4
  #6 -rw-rw-r--    2 1000     1000           
  #6 -rw-rw-r--    2 1000     1000           
  #6 lrwxrwxrwx    1 1000     1000           
  #6 DONE
  #7 DONE
  $ tar cz -C ctx . | docker build -q -t one - | cut -c1-7; docker run --rm one stat -c '%h %u %n' /c/f /c/d /c/soft
  sha256:
  2 1000 /c/f
  2 1000 /c/d
  1 1000 /c/soft
  $ tar c -C ctx . | b -
  #0 building with "default" instance using docker driver
  #2 copy /context /
  #2 CACHED
  #3 [internal] load metadata for docker.io/library/busybox:latest
  #3 DONE
  #4 [1/3] FROM docker.io/library/busybox:latest
  #4 DONE
  #5 [2/3] COPY . /c
  #5 CACHED
  #6 [3/3] RUN find /c | sort; ls -ln /c | cut -c1-40
  #6 CACHED
  #7 DONE
  $ tar c -C ctx . | b - | grep context
  #2 copy /context /
  $ tar c ctx | b -
  #0 building with "default" instance using docker driver
  #2 copy /context /
  #2 DONE
  ERROR: failed to build: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory
  $ tar c ctx | b -f ctx/Dockerfile - | grep -E '/c'
  #2 copy /context /
  #5 [2/3] COPY . /c
  #6 [3/3] RUN find /c | sort; ls -ln /c | cut -c1-40
  #6 /c
  #6 /c/ctx
  #6 /c/ctx/Dockerfile
  #6 /c/ctx/d
  #6 /c/ctx/d/p
  #6 /c/ctx/f
  #6 /c/ctx/hard
  #6 /c/ctx/soft
  $ tar c ctx | b -f nope -
  #0 building with "default" instance using docker driver
  #2 copy /context /
  #2 CACHED
  ERROR: failed to build: failed to solve: failed to read dockerfile: open nope: no such file or directory
  $ tar cz -C ctx . | head -c 150 | b -
  #0 building with "default" instance using docker driver
  #2 copy /context /
  #2 ERROR: unexpected EOF
  ------
   > copy /context /:
  ------
  ERROR: failed to build: failed to solve: failed to read dockerfile: unexpected EOF
  $ tar cP -C ctx Dockerfile ../ctx/f | b -
  #0 building with "default" instance using docker driver
  #2 copy /context /
  #2 ERROR: invalid entry name "../ctx/f"
  ------
   > copy /context /:
  ------
  ERROR: failed to build: failed to solve: failed to read dockerfile: invalid entry name "../ctx/f"
  $ echo f > ctx/.dockerignore; tar c -C ctx . | b --no-cache - | grep -E '/c/(f|.docker)'; rm ctx/.dockerignore
  #6 /c/.dockerignore
  #6 /c/f
  $ printf 'FROM busybox\nRUN exit 3\n' > ctx/Dockerfile; tar c -C ctx . | b - | tail -n 12
  #5 [2/2] RUN exit 3
  #5 ERROR: process "/bin/sh -c exit 3" did not complete successfully: exit code: 3
  ------
   > [2/2] RUN exit 3:
  ------
  Dockerfile:2
  --------------------
     1 |     FROM busybox
     2 | >>> RUN exit 3
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: process "/bin/sh -c exit 3" did not complete successfully: exit code: 3
  $ printf 'FRO busybox\n' > ctx/Dockerfile; tar c -C ctx . | b -
  #0 building with "default" instance using docker driver
  #2 copy /context /
  #2 DONE
  Dockerfile:1
  --------------------
     1 | >>> FRO busybox
     2 |     
  --------------------
  ERROR: failed to build: failed to solve: dockerfile parse error on line 1: unknown instruction: FRO (did you mean FROM?)
  $ printf 'FROM busybox\nADD a.tar /c\nRUN ls -ln /c | cut -c1-40\n' > ctx/Dockerfile; echo notatar > ctx/a.tar; b --no-cache ctx | grep -E '^#[0-9]+ (-|t|d|l)'
  #7 -rw-rw-r--    1 0        0              
  $ tar c -C ctx f d | head -c 700 > ctx/a.tar; b --no-cache ctx | grep -E '^#[0-9]+ (-|t|d|l)'
  #7 total 4
  #7 -rw-rw-r--    1 1000     1000           
  $ tar cz -C ctx --owner 5 --group 6 f soft hard d > ctx/a.tar; b --no-cache ctx | grep -E '^#[0-9]+ (-|t|d|l)'
  #7 total 12
  #7 drwx------    2 5        6             4
  #7 -rw-rw-r--    2 5        6              
  #7 -rw-rw-r--    2 5        6              
  #7 lrwxrwxrwx    1 5        6              
  $ tar cz -C ctx f | head -c 60 > ctx/a.tar; b --no-cache ctx | grep -E '^#[0-9]+ (-|t|d|l)'
  #7 -rw-rw-r--    1 0        0              
  $ printf 'FROM busybox\nADD --chown=7:8 a.tar /c/\nRUN ls -ln /c | cut -c1-40\n' > ctx/Dockerfile; tar c -C ctx f hard > ctx/a.tar; b --no-cache ctx | grep -E '^#[0-9]+ (-|t|d|l)'
  #7 total 8
  #7 -rw-rw-r--    2 7        8              
  #7 -rw-rw-r--    2 7        8              
