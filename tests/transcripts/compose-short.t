Services that end at once, and files without anything in them.

  $ mkdir one && cd one && printf 'services:\n  job:\n    image: busybox\n    command: ["true"]\n' > compose.yaml
  $ docker compose up 2>&1 | tail -n 1
  [Kjob-1 exited with code 0
  $ docker compose ps -a --format '{{.Service}} {{.State}} {{.ExitCode}}'
  job exited 0
  $ docker compose up 2>&1 | tail -n 1
  [Kjob-1 exited with code 0
  $ printf 'services:\n  job:\n    image: busybox\n    command: ["false"]\n' > compose.yaml; docker compose up >/dev/null 2>&1; echo $?
  0
  $ docker compose up --exit-code-from job >/dev/null 2>&1; echo $?
  1
  $ printf 'services:\n  job:\n    image: busybox\n    command: echo hi\n  two:\n    image: busybox\n    command: "true"\n    depends_on:\n      job:\n        condition: service_completed_successfully\n' > compose.yaml; docker compose up >/dev/null 2>&1; echo $?
  0
  $ docker compose ps -a --format '{{.Service}} {{.State}} {{.ExitCode}}' | sort
  job exited 0
  two exited 0
  $ docker compose logs --no-log-prefix job
  hi
  $ docker compose down 2>&1 | tail -n 1
   Network one_default  Removed
  $ docker compose -f /dev/null up
  empty compose file
  [1]
  $ docker compose -f /dev/null config
  empty compose file
  [1]
  $ : > empty.yaml; docker compose -f empty.yaml up
  empty compose file
  [1]
  $ printf '# nothing\n' > c.yaml; docker compose -f c.yaml ps
  empty compose file
  [1]
  $ docker compose -f - config < /dev/null
  empty compose file
  [1]
