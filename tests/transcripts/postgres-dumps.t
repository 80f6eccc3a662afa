Backups of a PostgreSQL database: plain dumps, archives, parts of them, and putting them back.

  $ docker run -d --name pg -e POSTGRES_PASSWORD=x postgres:16 >/dev/null; for i in $(seq 60); do docker exec pg pg_isready -U postgres -q && break; sleep 1; done; sleep 3; docker exec -i pg psql -U postgres -q -c 'create database shop' && docker exec -i pg psql -U postgres -d shop -q <<< "create table items (id serial primary key, name text not null, price numeric(8,2) default 0, ok boolean, added date); insert into items (name, price, ok, added) values ('pen', 1.5, true, '2024-01-05'), ('it''s', null, false, null), ('b\\c', 2, null, '2024-02-01'); create index items_name on items (name); create table tags (item integer references items(id), tag varchar(10) unique);"; docker exec pg psql -U postgres -d shop -Atc 'select count(*) from items'
  3
  $ docker exec pg pg_dump -U postgres shop | grep -vE '^(--|SET|SELECT pg_catalog.set_config|$|.(un)?restrict)'
  CREATE TABLE public.items (
      id integer NOT NULL,
      name text NOT NULL,
      price numeric(8,2) DEFAULT 0,
      ok boolean,
      added date
  );
  ALTER TABLE public.items OWNER TO postgres;
  CREATE SEQUENCE public.items_id_seq
      AS integer
      START WITH 1
      INCREMENT BY 1
      NO MINVALUE
      NO MAXVALUE
      CACHE 1;
  ALTER SEQUENCE public.items_id_seq OWNER TO postgres;
  ALTER SEQUENCE public.items_id_seq OWNED BY public.items.id;
  CREATE TABLE public.tags (
      item integer,
      tag character varying(10)
  );
  ALTER TABLE public.tags OWNER TO postgres;
  ALTER TABLE ONLY public.items ALTER COLUMN id SET DEFAULT nextval('public.items_id_seq'::regclass);
  COPY public.items (id, name, price, ok, added) FROM stdin;
  1	pen	1.50	t	2024-01-05
  2	it's	\N	f	\N
  3	b\\c	2.00	\N	2024-02-01
  \.
  COPY public.tags (item, tag) FROM stdin;
  \.
  SELECT pg_catalog.setval('public.items_id_seq', 3, true);
  ALTER TABLE ONLY public.items
      ADD CONSTRAINT items_pkey PRIMARY KEY (id);
  ALTER TABLE ONLY public.tags
      ADD CONSTRAINT tags_tag_key UNIQUE (tag);
  CREATE INDEX items_name ON public.items USING btree (name);
  ALTER TABLE ONLY public.tags
      ADD CONSTRAINT tags_item_fkey FOREIGN KEY (item) REFERENCES public.items(id);
  $ docker exec pg pg_dump -U postgres -s shop | grep -E '^(CREATE|ALTER|COPY|SELECT pg_catalog.setval)'; docker exec pg pg_dump -U postgres --data-only -t items shop | grep -vE '^(--|SET|SELECT pg_catalog.set_config|$|.(un)?restrict)'; docker exec pg pg_dump -U postgres -a --inserts shop | grep -E '^(INSERT|SELECT pg_catalog.setval)'; docker exec pg pg_dump -U postgres -a --column-inserts -t items shop | grep INSERT; docker exec pg pg_dump -U postgres -t nope shop; echo $?; docker exec pg pg_dump -U postgres nodb; echo $?
  CREATE TABLE public.items (
  ALTER TABLE public.items OWNER TO postgres;
  CREATE SEQUENCE public.items_id_seq
  ALTER SEQUENCE public.items_id_seq OWNER TO postgres;
  ALTER SEQUENCE public.items_id_seq OWNED BY public.items.id;
  CREATE TABLE public.tags (
  ALTER TABLE public.tags OWNER TO postgres;
  ALTER TABLE ONLY public.items ALTER COLUMN id SET DEFAULT nextval('public.items_id_seq'::regclass);
  ALTER TABLE ONLY public.items
  ALTER TABLE ONLY public.tags
  CREATE INDEX items_name ON public.items USING btree (name);
  ALTER TABLE ONLY public.tags
  COPY public.items (id, name, price, ok, added) FROM stdin;
  1	pen	1.50	t	2024-01-05
  2	it's	\N	f	\N
  3	b\\c	2.00	\N	2024-02-01
  \.
  SELECT pg_catalog.setval('public.items_id_seq', 3, true);
  INSERT INTO public.items VALUES (1, 'pen', 1.50, true, '2024-01-05');
  INSERT INTO public.items VALUES (2, 'it''s', NULL, false, NULL);
  INSERT INTO public.items VALUES (3, 'b\c', 2.00, NULL, '2024-02-01');
  SELECT pg_catalog.setval('public.items_id_seq', 3, true);
  INSERT INTO public.items (id, name, price, ok, added) VALUES (1, 'pen', 1.50, true, '2024-01-05');
  INSERT INTO public.items (id, name, price, ok, added) VALUES (2, 'it''s', NULL, false, NULL);
  INSERT INTO public.items (id, name, price, ok, added) VALUES (3, 'b\c', 2.00, NULL, '2024-02-01');
  pg_dump: error: no matching tables were found
  1
  pg_dump: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: FATAL:  database "nodb" does not exist
  1
  $ docker exec pg pg_dump -U postgres --clean --if-exists shop | grep -E '^(DROP|ALTER TABLE IF)'; echo; docker exec pg pg_dump -U postgres -c shop | grep -E '^(DROP|ALTER TABLE.*DROP)'; echo; docker exec pg pg_dump -U postgres -C -c --if-exists -s shop | grep 'DROP DATABASE'; docker exec pg pg_dump -U postgres -O -s shop | grep -c OWNER; docker exec pg pg_dump -U postgres -T items -s shop | grep 'CREATE TABLE'; docker exec pg pg_dump -U postgres --exclude-table-data=items -a shop | grep COPY; docker exec pg pg_dump -U postgres --if-exists shop; echo $?; docker exec pg pg_dump -U postgres -a -s shop; echo $?; docker exec pg pg_dump -U postgres --nope shop; echo $?
  ALTER TABLE IF EXISTS ONLY public.tags DROP CONSTRAINT IF EXISTS tags_item_fkey;
  DROP INDEX IF EXISTS public.items_name;
  ALTER TABLE IF EXISTS ONLY public.tags DROP CONSTRAINT IF EXISTS tags_tag_key;
  ALTER TABLE IF EXISTS ONLY public.items DROP CONSTRAINT IF EXISTS items_pkey;
  ALTER TABLE IF EXISTS public.items ALTER COLUMN id DROP DEFAULT;
  DROP TABLE IF EXISTS public.tags;
  DROP SEQUENCE IF EXISTS public.items_id_seq;
  DROP TABLE IF EXISTS public.items;
  
  ALTER TABLE ONLY public.tags DROP CONSTRAINT tags_item_fkey;
  DROP INDEX public.items_name;
  ALTER TABLE ONLY public.tags DROP CONSTRAINT tags_tag_key;
  ALTER TABLE ONLY public.items DROP CONSTRAINT items_pkey;
  ALTER TABLE public.items ALTER COLUMN id DROP DEFAULT;
  DROP TABLE public.tags;
  DROP SEQUENCE public.items_id_seq;
  DROP TABLE public.items;
  
  DROP DATABASE IF EXISTS shop;
  0
  CREATE TABLE public.tags (
  COPY public.tags (item, tag) FROM stdin;
  pg_dump: error: option --if-exists requires option -c/--clean
  1
  pg_dump: error: options -s/--schema-only and -a/--data-only cannot be used together
  1
  pg_dump: unrecognized option '--nope'
  pg_dump: hint: Try "pg_dump --help" for more information.
  1
  $ docker exec pg pg_dump -U postgres -Fc -f /tmp/shop.dump shop; docker exec pg head -c 5 /tmp/shop.dump; echo; docker exec pg pg_restore -l /tmp/shop.dump | grep -v '^;' | cut -d' ' -f4-; docker exec pg pg_restore /tmp/shop.dump; echo $?; docker exec pg pg_restore -f - /tmp/shop.dump | grep -E '^(CREATE|COPY|ALTER)'; docker exec pg pg_restore -f - -t items -a /tmp/shop.dump | grep -E '^(COPY|[0-9])'; docker exec pg psql -U postgres -q -c 'create database copy'; docker exec pg pg_restore -U postgres -d copy /tmp/shop.dump; echo $?; docker exec pg psql -U postgres -d copy -Atc 'select * from items' -c "insert into items (name) values ('new') returning id"; docker exec pg pg_restore -U postgres -d copy -a -t tags /tmp/shop.dump; echo $?
  PGDMP
  TABLE public items postgres
  SEQUENCE public items_id_seq postgres
  SEQUENCE OWNED BY public items_id_seq postgres
  TABLE public tags postgres
  DEFAULT public items id postgres
  TABLE DATA public items postgres
  TABLE DATA public tags postgres
  SEQUENCE SET public items_id_seq postgres
  CONSTRAINT public items items_pkey postgres
  CONSTRAINT public tags tags_tag_key postgres
  INDEX public items_name postgres
  FK CONSTRAINT public tags tags_item_fkey postgres
  pg_restore: error: one of -d/--dbname and -f/--file must be specified
  1
  CREATE TABLE public.items (
  ALTER TABLE public.items OWNER TO postgres;
  CREATE SEQUENCE public.items_id_seq
  ALTER SEQUENCE public.items_id_seq OWNER TO postgres;
  ALTER SEQUENCE public.items_id_seq OWNED BY public.items.id;
  CREATE TABLE public.tags (
  ALTER TABLE public.tags OWNER TO postgres;
  ALTER TABLE ONLY public.items ALTER COLUMN id SET DEFAULT nextval('public.items_id_seq'::regclass);
  COPY public.items (id, name, price, ok, added) FROM stdin;
  COPY public.tags (item, tag) FROM stdin;
  ALTER TABLE ONLY public.items
  ALTER TABLE ONLY public.tags
  CREATE INDEX items_name ON public.items USING btree (name);
  ALTER TABLE ONLY public.tags
  COPY public.items (id, name, price, ok, added) FROM stdin;
  1	pen	1.50	t	2024-01-05
  2	it's	\N	f	\N
  3	b\\c	2.00	\N	2024-02-01
  0
  1|pen|1.50|t|2024-01-05
  2|it's||f|
  3|b\c|2.00||2024-02-01
  4
  INSERT 0 1
  0
  $ docker exec pg pg_restore -U postgres -d copy /tmp/shop.dump 2>&1 | grep -vE 'TOC entry'; docker exec pg pg_restore -U postgres -d copy --clean --if-exists /tmp/shop.dump; echo $?; docker exec pg psql -U postgres -d copy -Atc 'select count(*) from items'; docker exec pg psql -U postgres -q -c 'drop database copy'; docker exec pg pg_restore -U postgres -d copy /tmp/shop.dump; echo $?; docker exec pg dropdb -U postgres shop; docker exec pg pg_restore -U postgres -d postgres --create /tmp/shop.dump; echo $?; docker exec pg psql -U postgres -d shop -Atc 'select name from items order by 1'; docker exec pg sh -c 'echo "select 1" > /tmp/x.sql; pg_restore -U postgres -d shop /tmp/x.sql'; echo $?; docker exec pg sh -c 'pg_dump -U postgres shop > /tmp/y.sql; pg_restore -U postgres -d shop /tmp/y.sql'; echo $?; docker exec pg pg_restore -U postgres -d shop /tmp/nope; echo $?
  pg_restore: error: could not execute query: ERROR:  relation "items" already exists
  Command was: CREATE TABLE public.items (
      id integer NOT NULL,
      name text NOT NULL,
      price numeric(8,2) DEFAULT 0,
      ok boolean,
      added date
  );
  
  
  pg_restore: error: could not execute query: ERROR:  relation "items_id_seq" already exists
  Command was: CREATE SEQUENCE public.items_id_seq
      AS integer
      START WITH 1
      INCREMENT BY 1
      NO MINVALUE
      NO MAXVALUE
      CACHE 1;
  
  
  pg_restore: error: could not execute query: ERROR:  relation "tags" already exists
  Command was: CREATE TABLE public.tags (
      item integer,
      tag character varying(10)
  );
  
  
  pg_restore: error: COPY failed for table "items": ERROR:  duplicate key value violates unique constraint "items_pkey"
  DETAIL:  Key (id)=(1) already exists.
  CONTEXT:  COPY items, line 1
  pg_restore: error: could not execute query: ERROR:  multiple primary keys for table "items" are not allowed
  Command was: ALTER TABLE ONLY public.items
      ADD CONSTRAINT items_pkey PRIMARY KEY (id);
  
  
  pg_restore: error: could not execute query: ERROR:  relation "tags_tag_key" already exists
  Command was: ALTER TABLE ONLY public.tags
      ADD CONSTRAINT tags_tag_key UNIQUE (tag);
  
  
  pg_restore: error: could not execute query: ERROR:  relation "items_name" already exists
  Command was: CREATE INDEX items_name ON public.items USING btree (name);
  
  
  pg_restore: error: could not execute query: ERROR:  constraint "tags_item_fkey" for relation "tags" already exists
  Command was: ALTER TABLE ONLY public.tags
      ADD CONSTRAINT tags_item_fkey FOREIGN KEY (item) REFERENCES public.items(id);
  
  
  pg_restore: warning: errors ignored on restore: 8
  0
  3
  pg_restore: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: FATAL:  database "copy" does not exist
  1
  0
  b\c
  it's
  pen
  pg_restore: error: input file does not appear to be a valid archive (too short?)
  1
  pg_restore: error: input file appears to be a text format dump. Please use psql.
  1
  pg_restore: error: could not open input file "/tmp/nope": No such file or directory
  1
  $ docker exec pg pg_dump -U postgres -Fc shop > s.dump; docker exec pg dropdb -U postgres shop; docker exec pg createdb -U postgres shop; docker exec -i pg pg_restore -U postgres -d shop < s.dump; echo $?; docker exec pg psql -U postgres -d shop -c '\d items'; docker exec pg psql -U postgres -d shop -c 'select nope from items'; docker exec pg psql -U postgres -d shop -c "select 1; create database x" 2>&1 >/dev/null; docker exec pg psql -U postgres -d shop -c 'select i.nam from items i'; docker exec pg psql -U postgres -d shop -c 'select names from items'; docker exec pg psql -U postgres -d shop -c 'update items set nam = 1'; docker exec pg psql -U postgres -d shop -c 'insert into items (nmae) values (1)'; docker exec pg psql -U postgres -d shop -c 'vacuum'; docker exec pg psql -U postgres -d shop -c 'select * from item'; docker exec pg psql -U postgres -d shop -c 'alter sequence items_id_seq owner to nobody'; docker exec pg psql -U postgres -d shop -c 'alter sequence items_id_seq owner to postgres' -c 'alter sequence items_id_seq owned by none'
  0
                                 Table "public.items"
   Column |     Type     | Collation | Nullable |              Default              
  --------+--------------+-----------+----------+-----------------------------------
   id     | integer      |           | not null | nextval('items_id_seq'::regclass)
   name   | text         |           | not null | 
   price  | numeric(8,2) |           |          | 0
   ok     | boolean      |           |          | 
   added  | date         |           |          | 
  Indexes:
      "items_pkey" PRIMARY KEY, btree (id)
      "items_name" btree (name)
  Referenced by:
      TABLE "tags" CONSTRAINT "tags_item_fkey" FOREIGN KEY (item) REFERENCES items(id)
  
  ERROR:  column "nope" does not exist
  LINE 1: select nope from items
                 ^
  HINT:  Perhaps you meant to reference the column "items.name".
  ERROR:  CREATE DATABASE cannot run inside a transaction block
  ERROR:  column i.nam does not exist
  LINE 1: select i.nam from items i
                 ^
  HINT:  Perhaps you meant to reference the column "i.name".
  ERROR:  column "names" does not exist
  LINE 1: select names from items
                 ^
  HINT:  Perhaps you meant to reference the column "items.name".
  ERROR:  column "nam" of relation "items" does not exist
  LINE 1: update items set nam = 1
                           ^
  ERROR:  column "nmae" of relation "items" does not exist
  LINE 1: insert into items (nmae) values (1)
                             ^
  VACUUM
  ERROR:  relation "item" does not exist
  LINE 1: select * from item
                        ^
  ERROR:  role "nobody" does not exist
  ALTER SEQUENCE
  ALTER SEQUENCE
