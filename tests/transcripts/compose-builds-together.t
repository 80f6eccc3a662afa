Services of a Compose project are built together: one definition, steps that name their service, what was built told at the end; and `build --check`.
  $ mkdir cb; cd cb; mkdir w v; printf 'FROM busybox\nCMD ["echo"]\n' > w/Dockerfile; printf 'FROM busybox\nRUN echo v\n' > v/Dockerfile; printf 'services:\n  web: {build: ./w}\n  vol: {build: ./v}\n' > compose.yaml
  $ docker compose build 2>&1 | grep -e Built -e bake -e exporting.to -e 'build def' -e RUN -e provenance | sed 's/^#[0-9]* //' | sort -u
   cb-vol  Built
   cb-web  Built
  [internal] load local bake definitions
  [vol 2/2] RUN echo v
  [vol internal] load build definition from Dockerfile
  [vol] exporting to image
  [vol] resolving provenance for metadata file
  [web internal] load build definition from Dockerfile
  [web] exporting to image
  [web] resolving provenance for metadata file
  $ docker compose build -q
  $ docker compose build --check -q
  vol
  
  Check complete, no warnings found.
  
  web
  
  Check complete, no warnings found.
  $ docker compose build --check vol 2>&1 | grep -e Built -e Check
  Check complete, no warnings found.
   cb-vol  Built
  $ printf 'FROM busybox\nCMD echo hi\n' > w/Dockerfile; docker compose build --check -q web
  web
  
  Check complete, 1 warning has been found!
  
  WARNING: JSONArgsRecommended - https://docs.docker.com/go/dockerfile/rule/json-args-recommended/
  JSON arguments recommended for CMD to prevent unintended behavior related to OS signals
  /home/learner/cb/w/Dockerfile:2
  --------------------
     1 |     FROM busybox
     2 | >>> CMD echo hi
     3 |     
  --------------------
  failed to execute bake: exit status 1
  [1]
  $ printf 'FROM busybox\nNOPE\n' > w/Dockerfile; docker compose build --check -q web
  web
  
  error: dockerfile parse error on line 2: unknown instruction: NOPE (did you mean COPY?)
  /home/learner/cb/w/Dockerfile:2
  --------------------
     1 |     FROM busybox
     2 | >>> NOPE
     3 |     
  --------------------
  
  failed to execute bake: exit status 1
  [1]
  $ docker compose up -d --build vol 2>&1 | grep -v -e '^#' -e '^$'
   cb-vol  Built
   Network cb_default  Creating
   Network cb_default  Created
   Container cb-vol-1  Creating
   Container cb-vol-1  Created
   Container cb-vol-1  Starting
   Container cb-vol-1  Started
