Builds that can not succeed or look for caches elsewhere: files that COPY lacks are told before anything runs, a cache that can not be had is told and done without.
  $ mkdir b; cd b; echo f > f
  $ printf 'FROM busybox\nCOPY g /\nRUN echo x\n' > Dockerfile; docker build . 2>&1 | sed 's/ref [^ ]*:/ref REF:/'
  #0 building with "default" instance using docker driver
  
  #1 [internal] load build definition from Dockerfile
  #1 transferring dockerfile: 70B done
  #1 DONE 0.0s
  
  #2 [internal] load metadata for docker.io/library/busybox:latest
  #2 DONE 0.0s
  
  #3 [internal] load .dockerignore
  #3 transferring context: 2B done
  #3 DONE 0.0s
  
  #4 [1/3] FROM docker.io/library/busybox:latest
  #4 DONE 0.0s
  
  #5 [internal] load build context
  #5 transferring context: 2B done
  #5 DONE 0.0s
  
  #6 [2/3] COPY g /
  #6 ERROR: failed to calculate checksum of ref REF: "/g": not found
  ------
   > [2/3] COPY g /:
  ------
  Dockerfile:2
  --------------------
     1 |     FROM busybox
     2 | >>> COPY g /
     3 |     RUN echo x
     4 |     
  --------------------
  ERROR: failed to build: failed to solve: failed to compute cache key: failed to calculate checksum of ref REF: "/g": not found
  $ printf 'FROM busybox\nCOPY f /g3\n' > Dockerfile; docker build --cache-from busybox . 2>&1 | grep -e importing -e ERROR -e '^ >' -e FROM
  #4 importing cache manifest from busybox
  #5 [1/2] FROM docker.io/library/busybox:latest
  $ docker build --cache-from type=foo . 2>&1 | grep -e importing -e ERROR -e '^ >' -e FROM | sed 's/foo:[0-9]*/foo:N/'
  #4 importing cache manifest from foo:N
  #4 ERROR: unknown cache importer: foo
  #5 [1/2] FROM docker.io/library/busybox:latest
   > importing cache manifest from foo:N:
  $ docker build --cache-from BAD . 2>&1 | grep -e importing -e ERROR -e '^ >' -e FROM
  #4 importing cache manifest from BAD
  #4 ERROR: failed to configure registry cache importer: invalid reference format: repository name (library/BAD) must be lowercase
  #5 [1/2] FROM docker.io/library/busybox:latest
   > importing cache manifest from BAD:
  $ docker build --cache-from type=registry .
  ERROR: failed to build: registry cache importer requires ref
  [1]
  $ printf 'FROM scratch\nCOPY --from=busybox /bin/busybox /b\n' > Dockerfile; docker build . 2>&1 | grep '^#[0-9]* \(\[s\|FROM\)'
  #4 FROM docker.io/library/busybox:latest
  #5 [stage-0 1/1] COPY --from=busybox /bin/busybox /b
  $ printf 'FROM busybox\nRUN mkdir /d && ln -s a /d/l && ln -s aaaaaaaaaa /d/l2 && echo hi > /d/f\n' > Dockerfile; docker build -q -t s13 . >/dev/null; docker history -H=false --format '{{.Size}}' s13 | head -n 1
  3
