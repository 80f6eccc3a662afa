Services that wait for others to be well, or to end.

  $ mkdir hea; cd hea; cat > compose.yaml <<'EOF'
  > services:
  >   db:
  >     image: busybox
  >     init: true
  >     command: sh -c "sleep 2; touch /ok; sleep 1000"
  >     healthcheck:
  >       test: test -e /ok
  >       interval: 1s
  >       retries: 10
  >   prep:
  >     image: busybox
  >     command: "true"
  >     depends_on:
  >       db:
  >         condition: service_healthy
  >   web:
  >     image: busybox
  >     init: true
  >     command: sleep 1000
  >     depends_on:
  >       prep:
  >         condition: service_completed_successfully
  > EOF
  $ docker compose up -d
   Network hea_default  Creating
   Network hea_default  Created
   Container hea-db-1  Creating
   Container hea-db-1  Created
   Container hea-prep-1  Creating
   Container hea-prep-1  Created
   Container hea-web-1  Creating
   Container hea-web-1  Created
   Container hea-db-1  Starting
   Container hea-db-1  Started
   Container hea-db-1  Waiting
   Container hea-db-1  Healthy
   Container hea-prep-1  Starting
   Container hea-prep-1  Started
   Container hea-prep-1  Waiting
   Container hea-prep-1  Exited
   Container hea-web-1  Starting
   Container hea-web-1  Started
  $ docker compose ps -a --format '{{.Service}} {{.State}} {{.Health}} {{.ExitCode}}' | sort
  db running healthy 0
  prep exited  0
  web running  0
  $ docker compose ps --filter status=exited -a --format '{{.Service}}'
  prep
  $ docker compose wait prep
  no containers for project "hea"
  [1]
  $ docker compose down -t 0 2>&1 | sort | uniq -c | wc -l
  14
  $ sed -i 's/command: "true"/command: "false"/' compose.yaml; docker compose up -d 2>&1 | tail -1
  service "prep" didn't complete successfully: exit 1
  $ docker compose down -t 0 > /dev/null 2>&1; sed -i 's/test -e .ok/"false"/; s/retries: 10/retries: 1/' compose.yaml; docker compose up -d 2>&1 | tail -1
  dependency failed to start: container hea-db-1 is unhealthy
  $ docker compose up -d --wait db 2>&1 | tail -1
  container hea-db-1 is unhealthy
  $ docker compose down -t 0 > /dev/null 2>&1
