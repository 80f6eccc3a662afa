Packages: apk in Alpine's images, apt and dpkg in Debian's.

  $ docker run -d --name box alpine sleep 3000 >/dev/null
  $ docker exec box sh -c 'which jq; apk add --no-cache jq tree'
  fetch http://mirror.test/alpine/v3.22/main/x86_64/APKINDEX.tar.gz
  fetch http://mirror.test/alpine/v3.22/community/x86_64/APKINDEX.tar.gz
  (1/2) Installing jq (1.8.1-r0)
  (2/2) Installing tree (2.2.1-r0)
  Executing busybox-1.37.0-r18.trigger
  OK: 8 MiB in 18 packages
  $ docker exec box sh -c 'echo "{\"a\": 1}" | jq .a; apk info -e tree'
  1
  tree
  $ docker exec box apk del jq
  (1/1) Purging jq (1.8.1-r0)
  Executing busybox-1.37.0-r18.trigger
  OK: 8 MiB in 17 packages
  $ docker exec box which jq
  [1]
  $ docker exec box apk add -q nosuch
  ERROR: unable to select packages:
    nosuch (no such package):
      required by: world[nosuch]
  [1]
  $ docker exec box apk add -q git
  ERROR: Drydock: git is not simulated, so it can not be installed
  [1]
  $ docker exec -u nobody box apk add jq
  ERROR: Unable to lock database: Permission denied
  ERROR: Failed to open apk database: Permission denied
  [99]
  $ docker run --rm --network none alpine apk add -q bash 2>&1 | head -n 2
  WARNING: fetching http://mirror.test/alpine/v3.22/main: temporary error (try again later)
  WARNING: fetching http://mirror.test/alpine/v3.22/community: temporary error (try again later)

What is installed is in the container's own layer, and goes with it.

  $ docker run --name one alpine apk add -q bash
  $ docker diff one | grep bash
  A /bin/bash
  $ docker rm one
  one
  $ docker run --rm alpine bash
  docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "bash": executable file not found in $PATH
  
  Run 'docker run --help' for more information
  [127]

Debian's lists have to be fetched before anything can be found.

  $ docker run -d --name deb debian sleep 3000 >/dev/null
  $ docker exec deb apt-get install -y tree
  Reading package lists...
  Building dependency tree...
  Reading state information...
  E: Unable to locate package tree
  [100]
  $ docker exec deb apt-get update
  Get:1 http://mirror.test/debian trixie InRelease [140 kB]
  Get:2 http://mirror.test/debian trixie-updates InRelease [47 kB]
  Get:3 http://mirror.test/debian trixie/main amd64 Packages [9670 kB]
  Fetched 9857 kB in 1s (9857 kB/s)
  Reading package lists...
  $ docker exec deb apt-get install -y --no-install-recommends tree | grep -v '^Get\|^Fetched\|database'
  Reading package lists...
  Building dependency tree...
  Reading state information...
  The following NEW packages will be installed:
    tree
  0 upgraded, 1 newly installed, 0 to remove and 0 not upgraded.
  Need to get 46 kB of archives.
  After this operation, 140 kB of additional disk space will be used.
  Selecting previously unselected package tree.
  Preparing to unpack .../tree_2.2.1-1_amd64.deb ...
  Unpacking tree (2.2.1-1) ...
  Setting up tree (2.2.1-1) ...
  $ docker exec deb apt-get install tree | tail -n 2
  tree is already the newest version (2.2.1-1).
  0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.
  $ docker exec deb dpkg -S /usr/bin/tree
  tree: /usr/bin/tree
  $ docker exec deb apt-get remove tree
  Reading package lists...
  Building dependency tree...
  Reading state information...
  The following packages will be REMOVED:
    tree
  0 upgraded, 0 newly installed, 1 to remove and 0 not upgraded.
  Do you want to continue? [Y/n] Abort.
  [1]
  $ docker exec deb sh -c 'rm -rf /var/lib/apt/lists/*; apt-get -qq install jq'
  E: Unable to locate package jq
  [100]
  $ apt-get install tree
  E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)
  E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?
  [100]
