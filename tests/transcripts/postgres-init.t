PostgreSQL in a container: what happens at the first start only, who may connect, and data that was carried
elsewhere.

  $ up() { until docker exec "$1" pg_isready -q -h 127.0.0.1; do sleep 0.2; done; }
  $ mkdir init; echo 'CREATE TABLE a (x int); INSERT INTO a VALUES (1), (2);' > init/01-a.sql
  $ printf 'echo "shell script: $POSTGRES_DB"\n' > init/02-b.sh; echo hello > init/readme.txt
  $ docker run -d --name app -v "$PWD/init:/docker-entrypoint-initdb.d:ro" -v appdata:/var/lib/postgresql/data -e POSTGRES_USER=ann -e POSTGRES_PASSWORD=pw -e POSTGRES_DB=app postgres:17 | wc -c
  65
  $ up app; docker logs app 2>/dev/null | grep -E 'entrypoint|shell script|^CREATE|^INSERT|init process'
  CREATE DATABASE
  /usr/local/bin/docker-entrypoint.sh: running /docker-entrypoint-initdb.d/01-a.sql
  CREATE TABLE
  INSERT 0 2
  /usr/local/bin/docker-entrypoint.sh: sourcing /docker-entrypoint-initdb.d/02-b.sh
  shell script: app
  /usr/local/bin/docker-entrypoint.sh: ignoring /docker-entrypoint-initdb.d/readme.txt
  PostgreSQL init process complete; ready for start up.
  $ docker exec app psql -U ann -d app -c 'SELECT * FROM a'
   x 
  ---
   1
   2
  (2 rows)
  
  $ docker exec app psql -U ann -c 'SELECT current_user'
  psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: FATAL:  database "ann" does not exist
  [2]
  $ docker exec app psql -U ann -d app -Atc 'SELECT rolname, rolsuper FROM pg_roles WHERE rolcanlogin'
  ann|t
  $ docker exec app psql -U postgres -d app
  psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: FATAL:  role "postgres" does not exist
  [2]
  $ docker network create lan | wc -c
  65
  $ docker network connect lan app
  $ docker run --rm --network lan -e PGPASSWORD=pw postgres:17 psql -h app -U ann -d app -Atc 'SELECT sum(x) FROM a'
  3
  $ docker run --rm --network lan -e PGPASSWORD=wrong postgres:17 psql -h app -U ann -d app 2>&1 | sed 's/([0-9.]*)/(IP)/'
  psql: error: connection to server at "app" (IP), port 5432 failed: FATAL:  password authentication failed for user "ann"
  $ docker run --rm --network lan -e PGPASSWORD=pw postgres:17 psql -h app -U bob -d app 2>&1 | sed 's/([0-9.]*)/(IP)/'
  psql: error: connection to server at "app" (IP), port 5432 failed: FATAL:  password authentication failed for user "bob"
  $ docker run --rm --network lan -e PGPASSWORD=pw postgres:17 psql -h app -U ann -d nope 2>&1 | sed 's/([0-9.]*)/(IP)/'
  psql: error: connection to server at "app" (IP), port 5432 failed: FATAL:  database "nope" does not exist
  $ docker run --rm --network lan postgres:17 psql -w -h app -U ann -d app 2>&1 | sed 's/([0-9.]*)/(IP)/'
  psql: error: connection to server at "app" (IP), port 5432 failed: fe_sendauth: no password supplied
  $ docker run --rm --network lan postgres:17 psql postgresql://ann:pw@app:5432/app -Atc 'SELECT count(*) FROM a'
  2
  $ docker run --rm --network lan postgres:17 pg_isready -h app
  app:5432 - accepting connections
  $ docker run --rm --network lan postgres:17 pg_isready -h app -p 5433
  app:5433 - no response
  [2]
  $ docker logs app 2>&1 | grep -c 'password authentication failed for user "ann"'
  1
  $ docker exec app psql -U ann -d app -c "CREATE ROLE reader LOGIN PASSWORD 'r'" -c 'GRANT SELECT ON a TO reader'
  CREATE ROLE
  GRANT
  $ docker exec app psql -U reader -d app -Atc 'SELECT count(*) FROM a'
  2
  $ docker exec app psql -U reader -d app -c 'INSERT INTO a VALUES (3)'
  ERROR:  permission denied for table a
  [1]
  $ docker exec app psql -U reader -d app -c 'DROP TABLE a'
  ERROR:  must be owner of table a
  [1]
  $ docker exec app psql -U reader -d app -c 'CREATE TABLE mine (x int)'
  ERROR:  permission denied for schema public
  LINE 1: CREATE TABLE mine (x int)
                       ^
  [1]
  $ docker exec app psql -U reader -d app -c 'SELECT rolpassword FROM pg_authid'
  ERROR:  permission denied for table pg_authid
  [1]
  $ docker exec app psql -U reader -d app -c 'CREATE DATABASE x'
  ERROR:  permission denied to create database
  [1]
  $ docker exec app psql -U ann -d app -c 'REVOKE SELECT ON a FROM reader'
  REVOKE
  $ docker exec app psql -U reader -d app -Atc 'SELECT count(*) FROM a'
  ERROR:  permission denied for table a
  [1]
  $ docker exec app pg_dump -U ann app > app.sql; grep -c . app.sql | awk '{ print ($1 > 30) }'
  1
  $ grep -E '^(CREATE|COPY)' app.sql
  CREATE TABLE public.a (
  COPY public.a (x) FROM stdin;
  $ docker rm -f app
  app
  $ docker run -d --name app -v "$PWD/init:/docker-entrypoint-initdb.d:ro" -v appdata:/var/lib/postgresql/data -e POSTGRES_USER=zoe -e POSTGRES_PASSWORD=other postgres:17 | wc -c
  65
  $ up app; docker logs app 2>/dev/null
  
  PostgreSQL Database directory appears to contain a database; Skipping initialization
  
  $ docker exec app psql -U zoe
  psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: FATAL:  role "zoe" does not exist
  [2]
  $ docker exec app psql -U ann -d app -Atc 'SELECT count(*) FROM a'
  2
  $ docker rm -f app
  app
  $ docker run -d --name new -e POSTGRES_PASSWORD=x postgres:17 | wc -c
  65
  $ up new; docker exec new psql -U postgres -c 'CREATE ROLE ann SUPERUSER' -c 'CREATE ROLE reader'
  CREATE ROLE
  CREATE ROLE
  $ docker exec -i new psql -q -U postgres < app.sql | tail -n 4
  ------------
   
  (1 row)
  
  $ docker exec new psql -U postgres -Atc 'SELECT sum(x) FROM a'
  3
  $ docker rm -fv new
  new
  $ docker run --rm -v appdata:/d -v "$PWD:/b" busybox tar czf /b/app.tgz -C /d .
  $ docker volume create copy
  copy
  $ docker run --rm -v copy:/d -v "$PWD:/b" busybox tar xzf /b/app.tgz -C /d
  $ docker run -d --name copied -v copy:/var/lib/postgresql/data postgres:17 | wc -c
  65
  $ up copied; docker exec copied psql -U ann -d app -Atc 'SELECT sum(x) FROM a'
  3
  $ docker rm -f copied
  copied
  $ docker run --rm -v copy:/d busybox sh -c 'echo 9 > /d/PG_VERSION'
  $ docker run --rm -v copy:/var/lib/postgresql/data postgres:17 2>&1 | sed -n '/FATAL\|DETAIL/s/.*\(FATAL\|DETAIL\)/\1/p' | sed 's/version [0-9]*\.[0-9].*/version V/'
  FATAL:  database files are incompatible with server
  DETAIL:  The data directory was initialized by PostgreSQL version 9, which is not compatible with this version V
  $ docker run --rm -v copy:/d busybox rm -rf /d/PG_VERSION
  $ docker run --rm -v copy:/var/lib/postgresql/data -e POSTGRES_PASSWORD=x postgres:17 2>&1 | grep -v '^$' | tail -n 2
  initdb: error: directory "/var/lib/postgresql/data" exists but is not empty
  initdb: hint: If you want to create a new database system, either remove or empty the directory "/var/lib/postgresql/data" or run initdb with an argument other than "/var/lib/postgresql/data".
  $ docker run -d --name health --health-cmd 'pg_isready -U postgres' --health-interval 1s -e POSTGRES_PASSWORD=x postgres:17 | wc -c
  65
  $ up health; sleep 2; docker inspect -f '{{.State.Health.Status}}' health
  healthy
  $ docker rm -fv health; docker volume rm copy appdata; docker network rm lan
  health
  copy
  appdata
  lan
