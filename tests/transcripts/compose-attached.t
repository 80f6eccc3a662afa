Compose: attached, up shows what the services write, and ends as they end.

  $ mkdir att && cd att && printf 'services:\n  one:\n    image: busybox\n    command: sh -c "echo from one; sleep 1"\n' > compose.yaml
  $ docker compose up 2>&1 | cat -v
   Network att_default  Creating
   Network att_default  Created
   Container att-one-1  Creating
   Container att-one-1  Created
  Attaching to one-1
  one-1  | from one
  ^M^[[Kone-1 exited with code 0
  $ docker compose up --no-log-prefix 2>/dev/null | cat -v
  Attaching to one-1
  from one
  ^M^[[Kone-1 exited with code 0
  $ docker compose down 2>&1 | sort
   Container att-one-1  Removed
   Container att-one-1  Removing
   Container att-one-1  Stopped
   Container att-one-1  Stopping
   Network att_default  Removed
   Network att_default  Removing
  $ printf 'services:\n  quick:\n    image: busybox\n    command: sh -c "sleep 1; echo bye; exit 3"\n  slow:\n    image: busybox\n    command: sleep 600\n    stop_grace_period: 0s\n' > compose.yaml
  $ docker compose up --abort-on-container-exit 2>&1 | cat -v | sort
  
   Container att-quick-1  Created
   Container att-quick-1  Creating
   Container att-quick-1  Stopped
   Container att-quick-1  Stopping
   Container att-slow-1  Created
   Container att-slow-1  Creating
   Container att-slow-1  Stopped
   Container att-slow-1  Stopping
   Network att_default  Created
   Network att_default  Creating
  Attaching to quick-1, slow-1
  ^M^[[Kquick-1 exited with code 3
  ^M^[[Kslow-1 exited with code 137
  ^[[31m^[[1mAborting on container exit...^[[0m
  quick-1  | bye
  $ docker compose up --exit-code-from quick >/dev/null 2>&1
  [3]
  $ docker compose up --abort-on-container-failure >/dev/null 2>&1
  [3]
  $ docker compose up -d >/dev/null 2>&1; docker compose wait quick
  container "<ID1>" exited with status code 3
  [3]
  $ docker compose down >/dev/null 2>&1
  $ docker compose up --attach quick --abort-on-container-exit 2>/dev/null | grep -v Gracefully | cat -v
  Attaching to quick-1
  quick-1  | bye
  ^M^[[Kquick-1 exited with code 3
  $ docker compose down >/dev/null 2>&1
  $ timeout -s INT 2 docker compose up slow >out 2>&1; cat -v out | sort
  
   Container att-slow-1  Created
   Container att-slow-1  Creating
   Container att-slow-1  Stopped
   Container att-slow-1  Stopping
   Network att_default  Created
   Network att_default  Creating
  Attaching to slow-1
  Gracefully Stopping... press Ctrl+C again to force
  $ docker compose ps -a --format '{{.Name}} {{.State}}'
  att-slow-1 exited
  $ docker compose down 2>&1 | sort
   Container att-slow-1  Removed
   Container att-slow-1  Removing
   Container att-slow-1  Stopped
   Container att-slow-1  Stopping
   Network att_default  Removed
   Network att_default  Removing
