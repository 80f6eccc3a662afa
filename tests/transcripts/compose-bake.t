Compose hands builds to bake: what is told of them, and of those that fail.

  $ mkdir cb; cd cb; mkdir web; printf 'FROM busybox\nRUN exit 3\n' > web/Dockerfile; printf 'services:\n  web:\n    build: ./web\n  none:\n    build: ./none\n  empty:\n    build: .\n  in:\n    build:\n      dockerfile_inline: "FROM busybox\\nLABEL a=b\\n"\n      args: {A: "1"}\n      tags: ["other:1"]\n' > compose.yaml
  $ docker compose build --print web in | jq '.target'
  {
    "in": {
      "context": "/home/learner/cb",
      "dockerfile-inline": "FROM busybox\nLABEL a=b\n",
      "args": {
        "A": "1"
      },
      "labels": {
        "com.docker.compose.project": "cb",
        "com.docker.compose.service": "in",
        "com.docker.compose.version": "2.40.3"
      },
      "tags": [
        "other:1",
        "cb-in"
      ],
      "output": [
        "type=docker"
      ]
    },
    "web": {
      "context": "/home/learner/cb/web",
      "dockerfile": "/home/learner/cb/web/Dockerfile",
      "labels": {
        "com.docker.compose.project": "cb",
        "com.docker.compose.service": "web",
        "com.docker.compose.version": "2.40.3"
      },
      "tags": [
        "cb-web"
      ],
      "output": [
        "type=docker"
      ]
    }
  }
  $ docker compose build none
  #1 [internal] load local bake definitions
  #1 reading from stdin 477B done
  #1 DONE 0.0s
  unable to prepare context: path "/home/learner/cb/none" not found
  
  [1]
  $ docker compose build empty
  #1 [internal] load local bake definitions
  #1 reading from stdin 471B done
  #1 DONE 0.0s
  
  #2 [internal] load build definition from Dockerfile
  #2 transferring dockerfile: 2B done
  #2 DONE 0.0s
  failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory
  
  [1]
  $ docker compose build web 2>&1 | grep -v '^#'
  
  
  
  
  
  ------
   > [2/2] RUN exit 3:
  ------
  Dockerfile:2
  
  --------------------
  
     1 |     FROM busybox
  
     2 | >>> RUN exit 3
  
     3 |     
  
  --------------------
  
  failed to solve: process "/bin/sh -c exit 3" did not complete successfully: exit code: 3
  
  $ docker compose up -d web 2>/dev/null | sed -n 1,3p
  #1 [internal] load local bake definitions
  #1 reading from stdin 471B done
  #1 DONE 0.0s
  $ docker compose build -q in
  $ docker compose build in 2>&1 | grep -e bake -e definition -e provenance -e Built
  #1 [internal] load local bake definitions
  #2 [internal] load build definition from Dockerfile
  #7 resolving provenance for metadata file
   cb-in  Built
  $ docker compose build --progress foo in
  unsupported --progress value "foo"
  [1]
  $ docker compose build --progress quiet in
  --progress is a global compose flag, better use `docker compose --progress xx build ...
