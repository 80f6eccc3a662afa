Compose: images that a project builds.

  $ mkdir bld && cd bld && printf 'FROM busybox\nARG WHO=nobody\nRUN echo $WHO > /who\nCMD ["cat", "/who"]\n' > Dockerfile && printf 'services:\n  app:\n    build:\n      context: .\n      args:\n        WHO: me\n  named:\n    image: my/tool:1\n    build:\n      context: .\n      dockerfile_inline: |\n        FROM busybox\n        CMD ["echo", "inline"]\n' > compose.yaml
  $ docker compose config --images | sort
  bld-app
  my/tool:1
  $ docker compose build -q 2>/dev/null; echo $?
  0
  $ docker images --format '{{.Repository}}:{{.Tag}}' | grep -E 'bld|my/' | sort
  bld-app:latest
  my/tool:1
  $ docker image inspect bld-app --format '{{index .Config.Labels "com.docker.compose.project"}} {{index .Config.Labels "com.docker.compose.service"}}'
  bld app
  $ docker compose up -d 2>&1 | grep Container | sort; sleep 1; docker compose logs --no-color | sort
   Container bld-app-1  Created
   Container bld-app-1  Creating
   Container bld-app-1  Started
   Container bld-app-1  Starting
   Container bld-named-1  Created
   Container bld-named-1  Creating
   Container bld-named-1  Started
   Container bld-named-1  Starting
  app-1    | me
  named-1  | inline
  $ docker compose images | awk 'NR>1{print $1, $2, $3}'
  bld-app-1 bld-app latest
  bld-named-1 my/tool 1
  $ sed -i 's/WHO: me/WHO: you/' compose.yaml; docker compose up -d --build app 2>&1 | grep Container | sort; sleep 1; docker compose logs app
   Container bld-app-1  Recreate
   Container bld-app-1  Recreated
   Container bld-app-1  Started
   Container bld-app-1  Starting
  app-1  | you
  $ docker compose down --rmi local 2>&1 | sort
   Container bld-app-1  Removed
   Container bld-app-1  Removing
   Container bld-app-1  Stopped
   Container bld-app-1  Stopping
   Container bld-named-1  Removed
   Container bld-named-1  Removing
   Container bld-named-1  Stopped
   Container bld-named-1  Stopping
   Image bld-app:latest  Removed
   Image bld-app:latest  Removing
   Image my/tool:1  Removed
   Image my/tool:1  Removing
   Network bld_default  Removed
   Network bld_default  Removing
  $ docker images --format '{{.Repository}}:{{.Tag}}' | grep -E 'bld|my/' | sort
  $ docker compose down --rmi all 2>&1 | sort
  $ printf 'services:\n  x:\n    image: nothing/here:1\n' > miss.yaml; docker compose -f miss.yaml up -d --pull never
   Network bld_default  Creating
   Network bld_default  Created
   Container bld-x-1  Creating
   Container bld-x-1  Error response from daemon: No such image: nothing/here:1
  Error response from daemon: No such image: nothing/here:1
  [1]
