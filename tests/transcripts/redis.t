Redis keeps its keys in a snapshot in /data: what survives which end of a container.

  $ docker run -d --name r1 -v data:/data redis | wc -c
  65
  $ sleep 1; docker exec r1 redis-cli ping
  PONG
  $ docker exec r1 redis-cli set greeting hello
  OK
  $ docker exec r1 redis-cli get greeting
  hello
  $ docker exec r1 redis-cli --no-raw get greeting
  "hello"
  $ docker exec r1 redis-cli --no-raw get nothing
  (nil)
  $ docker exec r1 redis-cli incr visits
  1
  $ docker exec r1 redis-cli --no-raw incr visits
  (integer) 2
  $ docker exec r1 redis-cli --no-raw lpush tasks write "read it" sleep
  (integer) 3
  $ docker exec r1 redis-cli --no-raw lrange tasks 0 -1
  1) "sleep"
  2) "read it"
  3) "write"
  $ docker exec r1 redis-cli --no-raw hset user name Ada born 1815
  (integer) 2
  $ docker exec r1 redis-cli --no-raw hgetall user
  1) "name"
  2) "Ada"
  3) "born"
  4) "1815"
  $ docker exec r1 redis-cli get tasks
  WRONGTYPE Operation against a key holding the wrong kind of value
  
  $ docker exec r1 redis-cli foo bar
  ERR unknown command 'foo', with args beginning with: 'bar' 
  
  $ docker exec r1 redis-cli get
  ERR wrong number of arguments for 'get' command
  
  $ docker exec r1 redis-cli dbsize
  4
  $ docker exec r1 redis-cli keys 'n*'
  
  $ docker exec r1 redis-cli --no-raw keys 'n*'
  (empty array)
  $ docker exec r1 ls /data
  $ docker exec r1 redis-cli save; docker exec r1 ls /data
  OK
  dump.rdb
  $ docker exec r1 sh -c 'head -c 9 dump.rdb'; echo
  REDIS0012
  $ docker stop r1
  r1
  $ docker logs r1 | tail -n 4 | sed 's/.*[*#] //'
  User requested shutdown...
  Saving the final RDB snapshot before exiting.
  DB saved on disk
  Redis is now ready to exit, bye bye...
  $ docker inspect -f '{{.State.ExitCode}}' r1
  0
  $ docker start r1; sleep 1; docker exec r1 redis-cli get visits
  r1
  2
  $ docker logs --tail 3 r1 | sed 's/.*[*#] //; s/: 0\.0.*//'
  Done loading RDB, keys loaded: 4, keys expired: 0.
  DB loaded from disk
  Ready to accept connections tcp

What was set after the last snapshot is lost when the server is killed.

  $ docker exec r1 redis-cli set late 1; docker kill r1; docker start r1; sleep 1; docker exec r1 redis-cli exists late
  OK
  r1
  r1
  0
  $ docker rm -f r1
  r1
  $ docker run -d --name r2 -v data:/data redis | wc -c; sleep 1
  65
  $ docker exec r2 redis-cli get greeting
  hello
  $ docker run -d --name bare redis redis-server --save "" | wc -c; sleep 1
  65
  $ docker exec bare redis-cli set a b; docker restart bare; sleep 1; docker exec bare redis-cli exists a
  OK
  bare
  0
  $ docker rm -f -v bare
  bare

A backup of the snapshot, by two ways, and into a new volume.

  $ docker exec r2 redis-cli save; docker cp r2:/data/dump.rdb copy.rdb; head -c 5 copy.rdb; echo
  OK
  REDIS
  $ docker run --rm --volumes-from r2 -v "$PWD":/backup redis tar cf /backup/data.tar -C /data dump.rdb
  $ tar tf data.tar
  dump.rdb
  $ docker run --rm -v new:/data -v "$PWD":/backup redis tar xf /backup/data.tar -C /data
  $ docker run -d --name r3 -v new:/data redis | wc -c; sleep 1
  65
  $ docker exec r3 redis-cli --no-raw lrange tasks 0 0
  1) "sleep"
  $ docker create --name r4 redis | wc -c; docker cp copy.rdb r4:/data/dump.rdb; docker start r4; sleep 1; docker exec r4 redis-cli get visits
  65
  r4
  2
  $ docker rm -f -v r3 r4
  r3
  r4

The log of changes.

  $ docker run -d --name aof -v log:/data redis redis-server --appendonly yes | wc -c; sleep 1
  65
  $ docker exec aof redis-cli set a 1; docker exec aof redis-cli append a 2; sleep 2
  OK
  2
  $ docker exec aof ls /data /data/appendonlydir
  /data:
  appendonlydir
  
  /data/appendonlydir:
  appendonly.aof.1.base.rdb
  appendonly.aof.1.incr.aof
  appendonly.aof.manifest
  $ docker exec aof cat /data/appendonlydir/appendonly.aof.manifest
  file appendonly.aof.1.base.rdb seq 1 type b
  file appendonly.aof.1.incr.aof seq 1 type i startoffset 0
  $ docker exec aof cat /data/appendonlydir/appendonly.aof.1.incr.aof | tr -d '\r'
  *2
  $6
  SELECT
  $1
  0
  *3
  $3
  set
  $1
  a
  $1
  1
  *3
  $6
  append
  $1
  a
  $1
  2
  $ docker kill aof; docker start aof; sleep 1; docker exec aof redis-cli get a
  aof
  aof
  12
  $ docker logs --tail 3 aof | sed 's/.*[*#] //; s/: 0\.0.*//'
  DB loaded from append only file
  Opening AOF incr file appendonly.aof.1.incr.aof on server start
  Ready to accept connections tcp
  $ docker exec aof redis-cli bgrewriteaof; sleep 2; docker exec aof ls /data/appendonlydir
  Background append only file rewriting started
  appendonly.aof.2.base.rdb
  appendonly.aof.2.incr.aof
  appendonly.aof.manifest
  $ docker exec aof sh -c 'printf "multi\nset x 1\nincr x\nexec\nget x\n" | redis-cli'
  OK
  QUEUED
  QUEUED
  OK
  2
  2
  $ docker exec aof redis-cli --csv mget a x none
  "12","2",NULL
  $ docker exec aof redis-cli --json mget a x none
  ["12","2",null]
  $ docker rm -f -v aof
  aof

Over a network, by name.

  $ docker network create net | wc -c; docker network connect net r2
  65
  $ docker run --rm --network net redis redis-cli -h r2 get greeting
  hello
  $ docker run --rm --network net redis redis-cli -h nobody ping
  Could not connect to Redis at nobody:6379: Temporary failure in name resolution
  [1]
  $ docker run --rm redis redis-cli ping
  Could not connect to Redis at 127.0.0.1:6379: Connection refused
  [1]

What the server refuses.

  $ docker run --rm redis redis-server --port abc
  
  *** FATAL CONFIG FILE ERROR (Redis 8.0.6) ***
  Reading the configuration file, at line 2
  >>> 'port "abc"'
  argument couldn't be parsed into an integer
  [1]
  $ docker run --rm redis redis-server --appendonly maybe
  
  *** FATAL CONFIG FILE ERROR (Redis 8.0.6) ***
  Reading the configuration file, at line 2
  >>> 'appendonly "maybe"'
  argument must be 'yes' or 'no'
  [1]
  $ docker run --rm redis redis-server --save 60
  
  *** FATAL CONFIG FILE ERROR (Redis 8.0.6) ***
  Reading the configuration file, at line 2
  >>> 'save "60"'
  Invalid save parameters
  [1]
  $ docker run --rm redis redis-server --maxmemory lots
  
  *** FATAL CONFIG FILE ERROR (Redis 8.0.6) ***
  Reading the configuration file, at line 2
  >>> 'maxmemory "lots"'
  argument must be a memory value
  [1]
  $ docker run --name broken redis sh -c 'echo garbagegarbage > dump.rdb; exec redis-server' | tail -n 2 | sed 's/.*# //'; docker inspect -f '{{.State.ExitCode}}' broken
  Wrong signature trying to load DB from file
  Fatal error loading the DB, check server logs. Exiting.
  1
  $ docker run -d --name pass redis redis-server --requirepass s3 | wc -c; sleep 1
  65
  $ docker exec pass redis-cli get a; docker exec pass redis-cli -a s3 --no-auth-warning set a b; docker exec pass redis-cli -a no ping 2>/dev/null
  NOAUTH Authentication required.
  
  OK
  NOAUTH Authentication required.
  
  $ docker rm -f -v pass broken r2
  pass
  broken
  r2
