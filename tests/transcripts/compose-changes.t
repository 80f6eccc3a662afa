What a change of the file makes of what runs.

  $ mkdir chg; cd chg; f() { printf 'services:\n  a:\n    image: busybox\n    command: sleep %s\n    init: true\n%b' "$1" "$2" > compose.yaml; }
  $ f 1000 ''; docker compose up -d
   Network chg_default  Creating
   Network chg_default  Created
   Container chg-a-1  Creating
   Container chg-a-1  Created
   Container chg-a-1  Starting
   Container chg-a-1  Started
  $ docker compose up -d
   Container chg-a-1  Running
  $ f 2000 ''; docker compose up -d
   Container chg-a-1  Recreate
   Container chg-a-1  Recreated
   Container chg-a-1  Starting
   Container chg-a-1  Started
  $ docker compose up -d --no-recreate
   Container chg-a-1  Running
  $ f 3000 ''; docker compose up -d --no-recreate
   Container chg-a-1  Running
  $ docker compose up -d --force-recreate
   Container chg-a-1  Recreate
   Container chg-a-1  Recreated
   Container chg-a-1  Starting
   Container chg-a-1  Started
  $ f 3000 '    labels: {x: y}\n'; docker compose up -d
   Container chg-a-1  Recreate
   Container chg-a-1  Recreated
   Container chg-a-1  Starting
   Container chg-a-1  Started
  $ f 3000 '    labels: {x: y}\n'; docker compose ps --format '{{.Name}} {{.State}}'
  chg-a-1 running
  $ f 3000 '    labels: {x: y}\n    scale: 2\n'; docker compose up -d 2>&1 | sort
   Container chg-a-1  Running
   Container chg-a-2  Created
   Container chg-a-2  Creating
   Container chg-a-2  Started
   Container chg-a-2  Starting
  $ docker compose up -d --scale a=1 2>&1 | grep -v Stopping
   Container chg-a-1  Running
   Container chg-a-2  Stopped
   Container chg-a-2  Removing
   Container chg-a-2  Removed
  $ printf 'services:\n  b:\n    image: busybox\n    command: sleep 1000\n    init: true\n' > compose.yaml; docker compose up -d 2>&1 | sed 's/time="[^"]*"/TIME/'
  TIME level=warning msg="Found orphan containers ([chg-a-1]) for this project. If you removed or renamed this service in your compose file, you can run this command with the --remove-orphans flag to clean it up."
   Container chg-b-1  Creating
   Container chg-b-1  Created
   Container chg-b-1  Starting
   Container chg-b-1  Started
  $ docker compose ps -a --format '{{.Service}}'
  a
  b
  $ docker compose ps --orphans=false --format '{{.Service}}'
  b
  $ docker compose up -d --remove-orphans 2>&1 | sed 's/time="[^"]*"/TIME/' | grep -v Stop
   Container chg-a-1  Removing
   Container chg-a-1  Removed
   Container chg-b-1  Running
  $ docker compose stop -t 0 2>&1 | tail -1; docker compose ps -a --format '{{.Service}} {{.State}}'
   Container chg-b-1  Stopped
  b exited
  $ docker compose rm
  Going to remove chg-b-1
  $ docker compose rm -f
  Going to remove chg-b-1
   Container chg-b-1  Removing
   Container chg-b-1  Removed
  $ docker compose create; docker compose ps -a --format '{{.Service}} {{.State}}'
   Container chg-b-1  Creating
   Container chg-b-1  Created
  b created
  $ docker compose start
   Container chg-b-1  Starting
   Container chg-b-1  Started
  $ docker compose restart -t 0
   Container chg-b-1  Restarting
   Container chg-b-1  Started
  $ docker compose kill
   Container chg-b-1  Killing
   Container chg-b-1  Killed
  $ docker compose down
   Container chg-b-1  Stopping
   Container chg-b-1  Stopped
   Container chg-b-1  Removing
   Container chg-b-1  Removed
   Network chg_default  Removing
   Network chg_default  Removed
  $ docker compose down
