Which containers of a service stay when there are too many and they are out of date.

  $ mkdir sc; cd sc; printf 'services:\n  w:\n    image: busybox\n    init: true\n    command: sleep 300\n    environment: {LEVEL: "${LEVEL:-one}"}\n    volumes: [/anon]\n' > compose.yaml; docker compose up -d --scale w=3 2>&1 | sed 's/ *$//' | sort -u | grep -v Network; docker compose up -d --scale w=2 2>&1 | sed 's/ *$//' | sort -u; docker compose ps --format '{{.Name}}' | sort
   Container sc-w-1  Created
   Container sc-w-1  Creating
   Container sc-w-1  Started
   Container sc-w-1  Starting
   Container sc-w-2  Created
   Container sc-w-2  Creating
   Container sc-w-2  Started
   Container sc-w-2  Starting
   Container sc-w-3  Created
   Container sc-w-3  Creating
   Container sc-w-3  Started
   Container sc-w-3  Starting
   Container sc-w-1  Running
   Container sc-w-2  Running
   Container sc-w-3  Removed
   Container sc-w-3  Removing
   Container sc-w-3  Stopped
   Container sc-w-3  Stopping
  sc-w-1
  sc-w-2
  $ cd sc; docker compose up -d --scale w=3 2>&1 | sed 's/ *$//' | sort -u; LEVEL=two docker compose up -d --scale w=1 2>&1 | sed 's/ *$//' | sort -u; docker compose ps --format '{{.Name}}' | sort
  bash: cd: sc: No such file or directory
   Container sc-w-1  Running
   Container sc-w-2  Running
   Container sc-w-3  Created
   Container sc-w-3  Creating
   Container sc-w-3  Started
   Container sc-w-3  Starting
   Container sc-w-1  Removed
   Container sc-w-1  Removing
   Container sc-w-1  Stopped
   Container sc-w-1  Stopping
   Container sc-w-2  Removed
   Container sc-w-2  Removing
   Container sc-w-2  Stopped
   Container sc-w-2  Stopping
   Container sc-w-3  Recreate
   Container sc-w-3  Recreated
   Container sc-w-3  Started
   Container sc-w-3  Starting
  sc-w-3
  $ cd sc; LEVEL=two docker compose up -d --force-recreate --scale w=2 2>&1 | sed 's/ *$//' | sort -u; docker compose ps --format '{{.Name}}' | sort; LEVEL=two docker compose scale w=1 2>&1 | sed 's/ *$//' | sort -u; LEVEL=three docker compose up -d --no-recreate --scale w=2 2>&1 | sed 's/ *$//' | sort -u; LEVEL=three docker compose up -d --scale w=2 2>&1 | sed 's/ *$//' | sort -u; docker compose ps --format '{{.Name}}' | sort; docker compose down -t 0 2>&1 | sed 's/ *$//' | sort -u
  bash: cd: sc: No such file or directory
   Container sc-w-3  Recreate
   Container sc-w-3  Recreated
   Container sc-w-3  Started
   Container sc-w-3  Starting
   Container sc-w-4  Created
   Container sc-w-4  Creating
   Container sc-w-4  Started
   Container sc-w-4  Starting
  sc-w-3
  sc-w-4
   Container sc-w-3  Running
   Container sc-w-4  Removed
   Container sc-w-4  Removing
   Container sc-w-4  Stopped
   Container sc-w-4  Stopping
   Container sc-w-3  Running
   Container sc-w-4  Created
   Container sc-w-4  Creating
   Container sc-w-4  Started
   Container sc-w-4  Starting
   Container sc-w-3  Recreate
   Container sc-w-3  Recreated
   Container sc-w-3  Started
   Container sc-w-3  Starting
   Container sc-w-4  Running
  sc-w-3
  sc-w-4
   Container sc-w-3  Removed
   Container sc-w-3  Removing
   Container sc-w-3  Stopped
   Container sc-w-3  Stopping
   Container sc-w-4  Removed
   Container sc-w-4  Removing
   Container sc-w-4  Stopped
   Container sc-w-4  Stopping
   Network sc_default  Removed
   Network sc_default  Removing
