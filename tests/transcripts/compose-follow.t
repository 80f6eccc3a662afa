Logs of services that have ended are followed on; terminals that are not there; files that end early.

  $ mkdir case; cd case; printf 'services:\n  web:\n    image: busybox\n    command: sleep 60\n  job:\n    image: busybox\n    command: echo done\n' > compose.yaml; docker compose up -d 2>/dev/null; sleep 1
  $ timeout -k 1 3 docker compose logs -f job; echo $?
  job-1  | done
  
  124
  $ timeout -k 1 3 docker compose logs -f; echo $?
  job-1  | done
  
  124
  $ docker compose stop -t 0 web 2>/dev/null
  $ timeout -k 1 3 docker compose logs -f job; echo $?
  job-1  | done
  
  124
  $ docker compose rm -fs web 2>/dev/null; timeout -k 1 3 docker compose logs -f web; echo $?
  Going to remove case-web-1
  0
  $ docker compose up --no-attach job job 2>&1 | sort
  [Kjob-1 exited with code 0
  Attaching to job-1
  job-1  | done
  $ docker compose up -d web 2>/dev/null; for s in INT TERM; do docker compose logs -f web >o 2>e & p=$!; sleep 1; kill -$s $p; wait $p; echo "$s $?"; wc -c < o; wc -c < e; done
  INT 130
  0
  1
  TERM 130
  0
  1
  $ for s in INT TERM; do docker compose exec web sleep 5 >o 2>e & p=$!; sleep 1; kill -$s $p; wait $p; echo "$s $?"; wc -c < o; wc -c < e; done
  INT 130
  0
  1
  TERM 130
  0
  1
  $ for s in INT TERM; do docker compose events >o 2>e & p=$!; sleep 1; kill -$s $p; wait $p; echo "$s $?"; wc -c < o; wc -c < e; done
  INT 130
  0
  1
  TERM 130
  0
  1
  $ docker compose down -t 0 2>/dev/null; docker compose logs -f; echo $?
  0
  $ docker compose run -it job tty; docker compose run -t job tty; docker compose run -t -i=false job tty | sed 's/[0-9]*$//'
   Network case_default  Creating
   Network case_default  Created
  the input device is not a TTY
  the input device is not a TTY
  /dev/pts/0
  $ docker compose run -i --rm job tty
  time="<TIME>" level=warning msg="Found orphan containers ([case-job-run-<ID1>]) for this project. If you removed or renamed this service in your compose file, you can run this command with the --remove-orphans flag to clean it up."
  not a tty
  
  [1]
  $ docker compose down --remove-orphans 2>/dev/null
  $ docker compose convert 2>&1 | tail -1
  unknown docker command: "compose convert"
  $ docker compose up -d --watch web; docker compose up -d --menu web 2>/dev/null; docker compose build --print
  --detach cannot be combined with --abort-on-container-exit, --abort-on-container-failure, --attach, --attach-dependencies or --watch
  $ COMPOSE_STATUS_STDOUT=1 docker compose stop -t 0 web 2>/dev/null
   Container case-web-1  Stopping
   Container case-web-1  Stopped
  $ COMPOSE_STATUS_STDOUT=0 docker compose up -d web 2>/dev/null
  $ COMPOSE_STATUS_STDOUT=true docker compose down -t 0 2>/dev/null
   Container case-web-1  Stopping
   Container case-web-1  Stopped
   Container case-web-1  Removing
   Container case-web-1  Removed
   Network case_default  Removing
   Network case_default  Removed
  $ docker compose -f - config <<< 'services: {a: {image: busybox, ports: [{target: 0}]}}'
  name: case
  services:
    a:
      image: busybox
      networks:
        default: null
      ports:
        - mode: ingress
          protocol: tcp
  networks:
    default:
      name: case_default
  $ docker compose -f - config <<< 'services: {a: {image: busybox, ports: [{published: 80}]}}'
  service ports services.a.ports.[0] is missing a target port
  [1]
  $ printf 'services: {a: {image: busybox}}\n...\ntext\n' > c.yaml; docker compose -f c.yaml config
  failed to parse /home/learner/case/c.yaml: yaml: line 2: did not find expected <document start>
  [1]
  $ printf 'services: {a: {image: busybox}}\n...\n# comment\n' > c.yaml; docker compose -f c.yaml config -q
  $ printf '%%YAML 1.2\n---\nservices: {a: {image: busybox}}\n' > c.yaml; docker compose -f c.yaml config -q
  yaml: found incompatible YAML document
  [1]
  $ printf '%%YAML 1.1\n---\nservices: {a: {image: busybox}}\n' > c.yaml; docker compose -f c.yaml config -q
  $ mkdir x.env; printf 'services: {a: {image: busybox, env_file: [{path: x.env, format: raw}]}}\n' > c.yaml; docker compose -f c.yaml config
  failed to parse env_file /home/learner/case/x.env: read /home/learner/case/x.env: is a directory
  [1]
  $ printf 'services: {a: {image: busybox, env_file: [{path: x.env, format: zz}]}}\n' > c.yaml; docker compose -f c.yaml config
  unsupported env_file format "zz"
  [1]
  $ printf 'services: {a: {image: busybox, env_file: [{path: x.env}]}}\n' > c.yaml; docker compose -f c.yaml config
  failed to read /home/learner/case/x.env: read /home/learner/case/x.env: is a directory
  [1]
