Compose: services stop, start, pause and go, one by one or all together.

  $ mkdir life && cd life && printf 'services:\n  a:\n    image: busybox\n    command: sh -c "echo hello from a; exec sleep 600"\n    stop_grace_period: 0s\n  b:\n    image: busybox\n    command: sh -c "echo hello from b; exit 3"\n' > docker-compose.yml
  $ docker compose ps
  NAME      IMAGE     COMMAND   SERVICE   CREATED   STATUS    PORTS
  $ docker compose create 2>&1 | sort
   Container life-a-1  Created
   Container life-a-1  Creating
   Container life-b-1  Created
   Container life-b-1  Creating
   Network life_default  Created
   Network life_default  Creating
  $ docker compose ps --status created --format '{{.Name}}'
  life-a-1
  life-b-1
  $ docker compose start 2>&1 | sort; sleep 1
   Container life-a-1  Started
   Container life-a-1  Starting
   Container life-b-1  Started
   Container life-b-1  Starting
  $ docker compose ps --services
  a
  $ docker compose ps -a --format '{{.Service}} {{.State}} {{.ExitCode}}'
  a running 0
  b exited 3
  $ docker compose ps --status exited --format '{{.Service}}'
  b
  $ docker compose logs a
  a-1  | hello from a
  $ docker compose logs --no-log-prefix b
  hello from b
  $ docker compose logs -n 1 --no-color | sort
  a-1  | hello from a
  b-1  | hello from b
  $ docker compose pause a
   Container life-a-1  Paused
  $ docker compose ps --format '{{.Name}} {{.State}}'
  life-a-1 paused
  $ docker compose unpause a
   Container life-a-1  Unpaused
  $ docker compose stop a
   Container life-a-1  Stopping
   Container life-a-1  Stopped
  $ docker compose stop a
   Container life-a-1  Stopping
   Container life-a-1  Stopped
  $ docker compose restart a
   Container life-a-1  Restarting
   Container life-a-1  Started
  $ docker compose top | awk '{print $1, $2, $NF}'
  SERVICE # CMD
  a 1 600
  $ docker compose kill -s TERM a
   Container life-a-1  Killing
   Container life-a-1  Killed
  $ docker compose kill
   Container life-a-1  Killing
   Container life-a-1  Killed
  $ docker compose kill
  no container to kill
  $ docker compose rm -f 2>&1 | grep -v Going | sort
   Container life-a-1  Removed
   Container life-a-1  Removing
   Container life-b-1  Removed
   Container life-b-1  Removing
  $ docker compose rm -f
  No stopped containers
  $ docker compose start a
  service "a" has no container to start
  [1]
  $ docker compose run --rm a echo one-off
  one-off
  $ docker compose run b sh -c 'exit 4'
  
  [4]
  $ docker compose ps -a --format '{{.Service}} {{.State}} {{.ExitCode}}'
  b exited 4
  $ docker compose run --rm -e X=1 -w /tmp -u 1000 --no-deps a sh -c 'echo $X; pwd; id -u'
  time="<TIME>" level=warning msg="Found orphan containers ([life-b-run-<ID1>]) for this project. If you removed or renamed this service in your compose file, you can run this command with the --remove-orphans flag to clean it up."
  1
  /tmp
  1000
  $ docker compose down >/dev/null 2>&1; docker ps -aq | wc -l
  1
  $ docker compose down --remove-orphans >/dev/null 2>&1; docker ps -aq | wc -l
  0
  $ docker compose -p other up -d a 2>&1 | sort
   Container other-a-1  Created
   Container other-a-1  Creating
   Container other-a-1  Started
   Container other-a-1  Starting
   Network other_default  Created
   Network other_default  Creating
  $ docker compose -p other ps --format '{{.Name}} {{.Project}}'
  other-a-1 other
  $ docker compose ls --format json
  [{"Name":"other","Status":"running(1)","ConfigFiles":"/home/learner/life/docker-compose.yml"}]
  $ docker compose -p other down 2>&1 | sort
   Container other-a-1  Removed
   Container other-a-1  Removing
   Container other-a-1  Stopped
   Container other-a-1  Stopping
   Network other_default  Removed
   Network other_default  Removing
  $ docker compose ls -a
  NAME                STATUS              CONFIG FILES
