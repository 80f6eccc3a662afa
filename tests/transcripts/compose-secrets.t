Secrets and configs, from files, variables and the file itself.

  $ mkdir sec; cd sec; echo hush > s.txt; cat > compose.yaml <<'EOF'
  > services:
  >   a:
  >     image: busybox
  >     command: sh -c "cat /run/secrets/one /run/secrets/two /conf /etc/three; ls -l /run/secrets | wc -l"
  >     secrets:
  >       - one
  >       - source: env
  >         target: two
  >     configs:
  >       - source: c
  >         target: /conf
  >       - source: three
  >         target: /etc/three
  >         mode: 0400
  > secrets:
  >   one:
  >     file: ./s.txt
  >   env:
  >     environment: TOLD
  > configs:
  >   c:
  >     content: |
  >       v=${TOLD}
  >   three:
  >     file: ./s.txt
  > EOF
  $ TOLD=no docker compose run --rm -T a 2>/dev/null
  hush
  nov=no
  hush
  3
  $ docker compose config -q
  time="<TIME>" level=warning msg="The \"TOLD\" variable is not set. Defaulting to a blank string."
  $ docker compose down 2>&1 | tail -1
   Network sec_default  Removed
  $ printf 'services:\n  a:\n    image: busybox\n    secrets: [x]\nsecrets:\n  x:\n    external: true\n' > compose.yaml; docker compose up -d 2>&1 | tail -1
  unsupported external secret x
  $ printf 'services:\n  a:\n    image: busybox\n    secrets: [x]\nsecrets:\n  x:\n    file: a\n    environment: b\n' > compose.yaml; docker compose config
  secrets.x: file|environment attributes are mutually exclusive
  [1]
  $ docker compose down > /dev/null 2>&1
  [1]
