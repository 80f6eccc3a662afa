Compose: what depends on what, and when it may start.

  $ mkdir dep && cd dep && printf 'services:\n  app:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    depends_on:\n      db:\n        condition: service_healthy\n      init:\n        condition: service_completed_successfully\n  db:\n    image: busybox\n    command: sh -c "sleep 2; touch /ready; sleep 600"\n    stop_grace_period: 0s\n    healthcheck:\n      test: ["CMD", "test", "-e", "/ready"]\n      interval: 500ms\n      retries: 20\n  init:\n    image: busybox\n    command: "true"\n' > compose.yaml
  $ docker compose up -d 2>&1 | sort -u
   Container dep-app-1  Created
   Container dep-app-1  Creating
   Container dep-app-1  Started
   Container dep-app-1  Starting
   Container dep-db-1  Created
   Container dep-db-1  Creating
   Container dep-db-1  Healthy
   Container dep-db-1  Started
   Container dep-db-1  Starting
   Container dep-db-1  Waiting
   Container dep-init-1  Created
   Container dep-init-1  Creating
   Container dep-init-1  Exited
   Container dep-init-1  Started
   Container dep-init-1  Starting
   Container dep-init-1  Waiting
   Network dep_default  Created
   Network dep_default  Creating
  $ docker compose ps -a --format '{{.Service}} {{.State}} {{.Health}}'
  app running 
  db running healthy
  init exited 
  $ docker compose down 2>&1 | sort -u
   Container dep-app-1  Removed
   Container dep-app-1  Removing
   Container dep-app-1  Stopped
   Container dep-app-1  Stopping
   Container dep-db-1  Removed
   Container dep-db-1  Removing
   Container dep-db-1  Stopped
   Container dep-db-1  Stopping
   Container dep-init-1  Removed
   Container dep-init-1  Removing
   Container dep-init-1  Stopped
   Container dep-init-1  Stopping
   Network dep_default  Removed
   Network dep_default  Removing
  $ sed -i 's/command: "true"/command: "false"/' compose.yaml; docker compose up -d 2>&1 | sort -u
   Container dep-app-1  Created
   Container dep-app-1  Creating
   Container dep-db-1  Created
   Container dep-db-1  Creating
   Container dep-db-1  Healthy
   Container dep-db-1  Started
   Container dep-db-1  Starting
   Container dep-db-1  Waiting
   Container dep-init-1  Created
   Container dep-init-1  Creating
   Container dep-init-1  Started
   Container dep-init-1  Starting
   Container dep-init-1  Waiting
   Container dep-init-1  service "init" didn't complete successfully: exit 1
   Network dep_default  Created
   Network dep_default  Creating
  service "init" didn't complete successfully: exit 1
  $ docker compose ps -a --format '{{.Service}} {{.State}} {{.ExitCode}}'
  app created 0
  db running 0
  init exited 1
  $ docker compose up -d db 2>&1 | sort -u
   Container dep-db-1  Running
  $ docker compose up -d --no-deps app 2>&1 | sort -u
   Container dep-app-1  Started
   Container dep-app-1  Starting
  $ docker compose down >/dev/null 2>&1
  $ printf 'services:\n  app:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    healthcheck:\n      test: "false"\n      interval: 200ms\n      retries: 2\n' > compose.yaml
  $ docker compose up -d 2>&1 | sort -u
   Container dep-app-1  Created
   Container dep-app-1  Creating
   Container dep-db-1  Created
   Container dep-db-1  Creating
   Container dep-db-1  Error
   Container dep-db-1  Started
   Container dep-db-1  Starting
   Container dep-db-1  Waiting
   Network dep_default  Created
   Network dep_default  Creating
  dependency failed to start: container dep-db-1 is unhealthy
  $ docker compose ps -a --format '{{.Service}} {{.State}} {{.Health}}'
  app created 
  db running unhealthy
  $ docker compose up -d --wait db 2>&1 | sort -u
   Container dep-db-1  Running
   Container dep-db-1  Waiting
  container dep-db-1 is unhealthy
  $ docker compose down >/dev/null 2>&1
  $ printf 'services:\n  app:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n    depends_on:\n      db:\n        condition: service_started\n        restart: true\n  db:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n' > compose.yaml
  $ docker compose up -d --wait 2>&1 | sort -u
   Container dep-app-1  Created
   Container dep-app-1  Creating
   Container dep-app-1  Healthy
   Container dep-app-1  Started
   Container dep-app-1  Starting
   Container dep-app-1  Waiting
   Container dep-db-1  Created
   Container dep-db-1  Creating
   Container dep-db-1  Healthy
   Container dep-db-1  Started
   Container dep-db-1  Starting
   Container dep-db-1  Waiting
   Network dep_default  Created
   Network dep_default  Creating
  $ sed -i 's/db:$/&/; $s/.*/    stop_grace_period: 1s/' compose.yaml; docker compose up -d 2>&1 | sort -u
   Container dep-app-1  Started
   Container dep-app-1  Starting
   Container dep-app-1  Stopped
   Container dep-app-1  Stopping
   Container dep-db-1  Recreate
   Container dep-db-1  Recreated
   Container dep-db-1  Started
   Container dep-db-1  Starting
  $ docker compose restart db 2>&1 | sort -u
   Container dep-app-1  Restarting
   Container dep-app-1  Started
   Container dep-db-1  Restarting
   Container dep-db-1  Started
  $ docker compose stop db 2>&1 | sort -u
   Container dep-db-1  Stopped
   Container dep-db-1  Stopping
  $ docker compose up -d app 2>&1 | sort -u
   Container dep-app-1  Running
   Container dep-db-1  Started
   Container dep-db-1  Starting
  $ docker inspect dep-app-1 --format '{{index .Config.Labels "com.docker.compose.depends_on"}}'
  db:service_started:true
  $ docker compose down 2>&1 | sort -u
   Container dep-app-1  Removed
   Container dep-app-1  Removing
   Container dep-app-1  Stopped
   Container dep-app-1  Stopping
   Container dep-db-1  Removed
   Container dep-db-1  Removing
   Container dep-db-1  Stopped
   Container dep-db-1  Stopping
   Network dep_default  Removed
   Network dep_default  Removing
  $ printf 'services:\n  a:\n    image: busybox\n    depends_on: [b]\n  b:\n    image: busybox\n    depends_on: [a]\n' > loop.yaml; docker compose -f loop.yaml up -d
  dependency cycle detected: a -> b -> a
  [1]
  $ printf 'services:\n  a:\n    image: busybox\n    depends_on: [nope]\n' > nope.yaml; docker compose -f nope.yaml config
  service "a" depends on undefined service "nope": invalid compose project
  [1]
  $ printf 'services:\n  a:\n    image: busybox\n    command: sleep 600\n    depends_on:\n      b:\n        condition: service_healthy\n        required: false\n  b:\n    image: busybox\n    profiles: [extra]\n' > opt.yaml; docker compose -f opt.yaml up -d 2>&1 | sort -u
   Container dep-a-1  Created
   Container dep-a-1  Creating
   Container dep-a-1  Started
   Container dep-a-1  Starting
   Network dep_default  Created
   Network dep_default  Creating
  $ docker compose -f opt.yaml down -t 0 >/dev/null 2>&1
