PostgreSQL keeps its databases in a volume: what a first session looks like, and what survives which end of
a container.

  $ up() { until docker exec "$1" pg_isready -q -h 127.0.0.1; do sleep 0.2; done; }
  $ docker run --rm postgres:17
  Error: Database is uninitialized and superuser password is not specified.
         You must specify POSTGRES_PASSWORD to a non-empty value for the
         superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".
  
         You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
         connections without a password. This is *not* recommended.
  
         See PostgreSQL documentation about "trust":
         https://www.postgresql.org/docs/current/auth-trust.html
  [1]
  $ docker run -d --name db -v pgdata:/var/lib/postgresql/data -e POSTGRES_PASSWORD=secret postgres:17 | wc -c
  65
  $ up db; docker exec db pg_isready
  /var/run/postgresql:5432 - accepting connections
  $ docker logs db 2>/dev/null | tail -n 4
  server stopped
  
  PostgreSQL init process complete; ready for start up.
  
  $ docker logs db 2>&1 | grep -c 'database system is ready to accept connections'
  2
  $ docker exec db psql -U postgres -c 'SELECT 1 + 1 AS two'
   two 
  -----
     2
  (1 row)
  
  $ docker exec db psql -U postgres -c 'CREATE TABLE notes (id serial PRIMARY KEY, body text NOT NULL, at date DEFAULT current_date)'
  CREATE TABLE
  $ docker exec db psql -U postgres -c "INSERT INTO notes (body) VALUES ('first'), ('second')"
  INSERT 0 2
  $ docker exec db psql -U postgres -c 'SELECT id, body FROM notes'
   id |  body  
  ----+--------
    1 | first
    2 | second
  (2 rows)
  
  $ docker exec db psql -U postgres -c '\d notes'
                              Table "public.notes"
   Column |  Type   | Collation | Nullable |              Default              
  --------+---------+-----------+----------+-----------------------------------
   id     | integer |           | not null | nextval('notes_id_seq'::regclass)
   body   | text    |           | not null | 
   at     | date    |           |          | CURRENT_DATE
  Indexes:
      "notes_pkey" PRIMARY KEY, btree (id)
  
  $ docker exec db psql -U postgres -c '\dt' | tail -n +2
   Schema | Name  | Type  |  Owner   
  --------+-------+-------+----------
   public | notes | table | postgres
  (1 row)
  
  $ docker exec db psql -U postgres -c '\d' | tail -n +2
   Schema |     Name     |   Type   |  Owner   
  --------+--------------+----------+----------
   public | notes        | table    | postgres
   public | notes_id_seq | sequence | postgres
  (2 rows)
  
  $ docker exec db psql -U postgres -tAc 'SELECT count(*) FROM notes'
  2
  $ docker exec db psql -U postgres -c 'SELECT * FROM nothing'
  ERROR:  relation "nothing" does not exist
  LINE 1: SELECT * FROM nothing
                        ^
  [1]
  $ docker exec db psql -U postgres -c 'SELCT 1'
  ERROR:  syntax error at or near "SELCT"
  LINE 1: SELCT 1
          ^
  [1]
  $ docker exec db psql -U postgres -c 'INSERT INTO notes (body) VALUES (NULL)' 2>&1 | head -n 1
  ERROR:  null value in column "body" of relation "notes" violates not-null constraint
  $ docker exec db psql -U postgres -c "INSERT INTO notes (id, body) VALUES (1, 'again')"
  ERROR:  duplicate key value violates unique constraint "notes_pkey"
  DETAIL:  Key (id)=(1) already exists.
  [1]
  $ docker exec db psql -U postgres -c 'SELECT 1/0'
  ERROR:  division by zero
  [1]
  $ docker exec db psql
  psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: FATAL:  role "root" does not exist
  [2]
  $ docker exec db psql -U nobody
  psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: FATAL:  role "nobody" does not exist
  [2]
  $ docker exec db psql -U postgres -d shop
  psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: FATAL:  database "shop" does not exist
  [2]
  $ docker exec -i db psql -U postgres <<'SQL'
  > BEGIN;
  > UPDATE notes SET body = 'changed';
  > ROLLBACK;
  > SELECT body FROM notes ORDER BY id;
  > SQL
  BEGIN
  UPDATE 2
  ROLLBACK
    body  
  --------
   first
   second
  (2 rows)
  
  $ docker exec db createdb -U postgres shop
  $ docker exec db psql -U postgres -d shop -c 'CREATE TABLE items (name text PRIMARY KEY, price numeric(8,2))' -c "INSERT INTO items VALUES ('pen', 1.5), ('ink', 12)"
  CREATE TABLE
  INSERT 0 2
  $ docker exec db psql -U postgres -d shop -c 'TABLE items'
   name | price 
  ------+-------
   pen  |  1.50
   ink  | 12.00
  (2 rows)
  
  $ docker exec db psql -U postgres -Atc "SELECT datname FROM pg_database ORDER BY 1"
  postgres
  shop
  template0
  template1
  $ docker exec db dropdb -U postgres nope
  dropdb: error: database removal failed: ERROR:  database "nope" does not exist
  [1]
  $ docker exec db cat /var/lib/postgresql/data/PG_VERSION | wc -l
  1
  $ docker exec db stat -c '%U %a' /var/lib/postgresql/data
  postgres 700
  $ docker exec db sh -c 'cd /var/lib/postgresql/data && ls -d base global pg_wal PG_VERSION pg_hba.conf postgresql.conf postmaster.pid'
  PG_VERSION
  base
  global
  pg_hba.conf
  pg_wal
  postgresql.conf
  postmaster.pid
  $ docker stop db
  db
  $ docker inspect -f '{{.State.ExitCode}}' db
  0
  $ docker logs db 2>&1 | tail -n 1 | sed 's/.*LOG: *//'
  database system is shut down
  $ docker logs db 2>&1 | grep -o 'received fast shutdown request'  | tail -n 1
  received fast shutdown request
  $ docker start db
  db
  $ up db; docker logs db 2>/dev/null | tail -n 3
  
  PostgreSQL Database directory appears to contain a database; Skipping initialization
  
  $ docker exec db psql -U postgres -tAc 'SELECT count(*) FROM notes'
  2
  $ docker kill db
  db
  $ docker start db
  db
  $ up db; docker logs db 2>&1 | grep -o 'database system was not properly shut down; automatic recovery in progress'
  database system was not properly shut down; automatic recovery in progress
  $ docker exec db psql -U postgres -c "INSERT INTO notes (body) VALUES ('after the crash') RETURNING id > 30 AS numbers_were_skipped"
   numbers_were_skipped 
  ----------------------
   f
  (1 row)
  
  INSERT 0 1
  $ docker rm -f db
  db
  $ docker run -d --name db2 -v pgdata:/var/lib/postgresql/data postgres:17 | wc -c
  65
  $ up db2; docker exec db2 psql -U postgres -tAc 'SELECT body FROM notes ORDER BY id'
  first
  second
  after the crash
  $ docker exec db2 psql -U postgres -d shop -tAc 'SELECT sum(price) FROM items'
  13.50
  $ docker rm -fv db2
  db2
  $ docker run -d --name none -e POSTGRES_PASSWORD=secret postgres:17 | wc -c
  65
  $ up none; docker exec none psql -U postgres -c 'SELECT * FROM notes'
  ERROR:  relation "notes" does not exist
  LINE 1: SELECT * FROM notes
                        ^
  [1]
  $ docker rm -fv none
  none
  $ docker volume rm pgdata
  pgdata
