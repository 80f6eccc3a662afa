Where the values of variables come from.

  $ mkdir p; cd p; printf 'services:\n  a:\n    image: "b:${V-none}"\n    environment:\n      - W\n      - X=${X:-x}\n' > compose.yaml
  $ docker compose config | grep -A3 -E 'image|environment'
      environment:
        W: null
        X: x
      image: b:none
      networks:
        default: null
  networks:
  $ printf 'V=1\nW=2\nX="a b"\n' > .env; docker compose config | grep -A3 -E 'image|environment'
      environment:
        W: "2"
        X: a b
      image: b:1
      networks:
        default: null
  networks:
  $ V=9 X= docker compose config | grep -A3 -E 'image|environment'
      environment:
        W: "2"
        X: x
      image: b:9
      networks:
        default: null
  networks:
  $ printf 'V=3\n' > o.env; docker compose --env-file o.env config | grep image
      image: b:3
  $ docker compose --env-file .env --env-file o.env config | grep image
      image: b:3
  $ docker compose --env-file nope config
  couldn't find env file: /home/learner/p/nope
  [1]
  $ COMPOSE_ENV_FILES=o.env docker compose config | grep image
      image: b:3
  $ printf "V='single \$X'\nX=\"double \${V}\"\n" > .env; docker compose config --environment | grep -E '^(V|X)='
  V=single $X
  X=double single $X
  $ printf 'export V=5 # five\nX=a#b\n' > .env; docker compose config --environment | grep -E '^(V|X)='
  V=5
  X=a#b
  $ printf 'V="unclosed\n' > .env; docker compose config
  failed to read /home/learner/p/.env: line 2: unterminated quoted value "unclosed
  [1]
  $ printf 'V\n' > .env; docker compose config -q; echo $?
  0
  $ printf '1V=x\n' > .env; docker compose config -q; echo $?
  0
  $ printf 'A B=x\n' > .env; docker compose config
  failed to read /home/learner/p/.env: line 1: key cannot contain a space
  [1]
  $ printf 'V: 7\n' > .env; docker compose config | grep image
      image: b:7
  $ printf '\xef\xbb\xbfV=8\n' > .env; docker compose config | grep image
      image: b:8
  $ rm .env; docker compose config --variables
  NAME                REQUIRED            DEFAULT VALUE       ALTERNATE VALUE
  V                   false               none                
  X                   false               x                   
  $ printf 'services:\n  a:\n    image: ${N?}\n' > compose.yaml; docker compose config
  error while interpolating services.a.image: required variable N is missing a value
  [1]
  $ printf 'services:\n  a:\n    image: ${N:?say it}\n' > compose.yaml; docker compose config
  error while interpolating services.a.image: required variable N is missing a value: say it
  [1]
  $ printf 'services:\n  a:\n    image: a$N\n' > compose.yaml; docker compose config 2>&1 | sed 's/time="[^"]*"/TIME/' | grep -E 'TIME|image'
  TIME level=warning msg="The \"N\" variable is not set. Defaulting to a blank string."
      image: a
  $ printf 'services:\n  a:\n    image: a$$N\n' > compose.yaml; docker compose config | grep image
      image: a$$N
  $ printf 'services:\n  a:\n    image: ${N:-${M:-deep}}\n' > compose.yaml; docker compose config | grep image
      image: deep
  $ printf 'services:\n  a:\n    image: ${N:+set}x\n' > compose.yaml; N=1 docker compose config | grep image
      image: setx
