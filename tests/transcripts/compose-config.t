Compose: the canonical form of a file.

  $ mkdir conf && cd conf && cat > compose.yaml <<'X'
  > name: shop
  > x-common: &common
  >   restart: unless-stopped
  >   logging:
  >     driver: json-file
  >     options: {max-size: 1m, max-file: 3}
  > services:
  >   web:
  >     <<: *common
  >     image: "nginx:${TAG:-alpine}"
  >     ports: ["8080:80", "127.0.0.1:9000-9001:9000-9001/udp", 3000]
  >     environment:
  >       - A=1
  >       - EMPTY=
  >       - HOME
  >     labels: {tier: front, n: 3}
  >     volumes:
  >       - ./html:/usr/share/nginx/html:ro
  >       - data:/data
  >       - /anon
  >     depends_on: [db]
  >     command: ["nginx", "-g", "daemon off;"]
  >     tmpfs: /run
  >     ulimits:
  >       nproc: 65535
  >       nofile: {soft: 20000, hard: 40000}
  >     deploy:
  >       replicas: 2
  >       resources:
  >         limits: {cpus: "0.50", memory: 50M}
  >   db:
  >     image: postgres
  >     env_file: db.env
  >     healthcheck:
  >       test: pg_isready
  >       interval: 1m30s
  >     stop_grace_period: 1m
  >     shm_size: 64mb
  >     extra_hosts: ["h:10.0.0.1"]
  >     profiles: []
  >   debug:
  >     image: busybox
  >     profiles: [debug]
  > volumes:
  >   data:
  >     driver_opts: {type: none, o: bind, device: /srv}
  >   unused:
  > X
  $ echo POSTGRES_PASSWORD=secret > db.env
  $ docker compose config
  name: shop
  services:
    db:
      environment:
        POSTGRES_PASSWORD: secret
      extra_hosts:
        - h=10.0.0.1
      healthcheck:
        test:
          - CMD-SHELL
          - pg_isready
        interval: 1m30s
      image: postgres
      networks:
        default: null
      shm_size: "67108864"
      stop_grace_period: 1m0s
    web:
      command:
        - nginx
        - -g
        - daemon off;
      depends_on:
        db:
          condition: service_started
          required: true
      deploy:
        replicas: 2
        resources:
          limits:
            cpus: 0.5
            memory: "52428800"
      environment:
        A: "1"
        EMPTY: ""
        HOME: /home/learner
      image: nginx:alpine
      labels:
        "n": "3"
        tier: front
      logging:
        driver: json-file
        options:
          max-file: "3"
          max-size: 1m
      networks:
        default: null
      ports:
        - mode: ingress
          target: 80
          published: "8080"
          protocol: tcp
        - mode: ingress
          host_ip: 127.0.0.1
          target: 9000
          published: "9000"
          protocol: udp
        - mode: ingress
          host_ip: 127.0.0.1
          target: 9001
          published: "9001"
          protocol: udp
        - mode: ingress
          target: 3000
          protocol: tcp
      restart: unless-stopped
      tmpfs:
        - /run
      ulimits:
        nofile:
          soft: 20000
          hard: 40000
        nproc: 65535
      volumes:
        - type: bind
          source: /home/learner/conf/html
          target: /usr/share/nginx/html
          read_only: true
          bind:
            create_host_path: true
        - type: volume
          source: data
          target: /data
          volume: {}
        - type: volume
          target: /anon
          volume: {}
  networks:
    default:
      name: shop_default
  volumes:
    data:
      name: shop_data
      driver_opts:
        device: /srv
        o: bind
        type: none
  x-common:
    logging:
      driver: json-file
      options:
        max-file: 3
        max-size: 1m
    restart: unless-stopped
  $ docker compose config --services | sort
  db
  web
  $ docker compose --profile debug config --services | sort
  db
  debug
  web
  $ docker compose config --volumes | sort
  data
  $ docker compose config --images | sort
  nginx:alpine
  postgres
  $ docker compose config --profiles
  debug
  $ docker compose config --networks
  default
  $ docker compose config -q; echo $?
  0
  $ docker compose config --format json db
  {
    "name": "shop",
    "networks": {
      "default": {
        "name": "shop_default",
        "ipam": {}
      }
    },
    "services": {
      "db": {
        "command": null,
        "entrypoint": null,
        "environment": {
          "POSTGRES_PASSWORD": "secret"
        },
        "extra_hosts": [
          "h=10.0.0.1"
        ],
        "healthcheck": {
          "test": [
            "CMD-SHELL",
            "pg_isready"
          ],
          "interval": "1m30s"
        },
        "image": "postgres",
        "networks": {
          "default": null
        },
        "shm_size": "67108864",
        "stop_grace_period": "1m0s"
      }
    },
    "x-common": {
      "logging": {
        "driver": "json-file",
        "options": {
          "max-file": 3,
          "max-size": "1m"
        }
      },
      "restart": "unless-stopped"
    }
  }
  $ docker compose config --hash '*'
  db <ID1>
  web <ID2>
  $ TAG=1.27 docker compose config web | grep image
      image: postgres
      image: nginx:1.27
  $ echo TAG=from-env-file > .env; docker compose config | grep 'image: nginx'
      image: nginx:from-env-file
  $ echo TAG=other > other.env; docker compose --env-file other.env config | grep 'image: nginx'
      image: nginx:other
  $ docker compose config --variables
  NAME                REQUIRED            DEFAULT VALUE       ALTERNATE VALUE
  TAG                 false               alpine              
  $ docker compose config --no-interpolate | grep TAG
      image: nginx:${TAG:-alpine}
  $ docker compose config --environment | grep -E '^(TAG|COMPOSE_PROJECT_NAME)='
  COMPOSE_PROJECT_NAME=shop
  TAG=from-env-file
  $ cat > compose.override.yaml <<'X'
  > services:
  >   web:
  >     ports: !override ["80:80"]
  >     environment: {A: "2", B: "3"}
  >     labels: !reset null
  >     volumes: ["other:/data"]
  > volumes:
  >   other:
  > X
  $ docker compose config web
  name: shop
  services:
    db:
      environment:
        POSTGRES_PASSWORD: secret
      extra_hosts:
        - h=10.0.0.1
      healthcheck:
        test:
          - CMD-SHELL
          - pg_isready
        interval: 1m30s
      image: postgres
      networks:
        default: null
      shm_size: "67108864"
      stop_grace_period: 1m0s
    web:
      command:
        - nginx
        - -g
        - daemon off;
      depends_on:
        db:
          condition: service_started
          required: true
      deploy:
        replicas: 2
        resources:
          limits:
            cpus: 0.5
            memory: "52428800"
      environment:
        A: "2"
        B: "3"
        EMPTY: ""
        HOME: /home/learner
      image: nginx:from-env-file
      logging:
        driver: json-file
        options:
          max-file: "3"
          max-size: 1m
      networks:
        default: null
      ports:
        - mode: ingress
          target: 80
          published: "80"
          protocol: tcp
      restart: unless-stopped
      tmpfs:
        - /run
      ulimits:
        nofile:
          soft: 20000
          hard: 40000
        nproc: 65535
      volumes:
        - type: bind
          source: /home/learner/conf/html
          target: /usr/share/nginx/html
          read_only: true
          bind:
            create_host_path: true
        - type: volume
          source: other
          target: /data
          volume: {}
        - type: volume
          target: /anon
          volume: {}
  networks:
    default:
      name: shop_default
  volumes:
    other:
      name: shop_other
  x-common:
    logging:
      driver: json-file
      options:
        max-file: 3
        max-size: 1m
    restart: unless-stopped
  $ docker compose -f compose.yaml config --volumes | sort
  data
  $ printf 'services:\n  one:\n    extends:\n      file: compose.yaml\n      service: db\n    environment:\n      ONE: 1\n' > ext.yaml; docker compose -f ext.yaml config
  name: conf
  services:
    one:
      environment:
        ONE: "1"
        POSTGRES_PASSWORD: secret
      extra_hosts:
        - h=10.0.0.1
      healthcheck:
        test:
          - CMD-SHELL
          - pg_isready
        interval: 1m30s
      image: postgres
      networks:
        default: null
      shm_size: "67108864"
      stop_grace_period: 1m0s
  networks:
    default:
      name: conf_default
  $ mkdir sub; printf 'services:\n  inner:\n    image: busybox\n    volumes: ["./d:/d"]\n' > sub/compose.yaml; printf 'include: [sub/compose.yaml]\nservices:\n  outer:\n    image: busybox\n' > inc.yaml; docker compose -f inc.yaml config
  name: conf
  services:
    inner:
      image: busybox
      networks:
        default: null
      volumes:
        - type: bind
          source: /home/learner/conf/sub/d
          target: /d
          bind:
            create_host_path: true
    outer:
      image: busybox
      networks:
        default: null
  networks:
    default:
      name: conf_default
  $ printf 'services:\n  a:\n    image: busybox\n' | docker compose -f - config
  name: conf
  services:
    a:
      image: busybox
      networks:
        default: null
  networks:
    default:
      name: conf_default
  $ cd sub && docker compose config --format json
  {
    "name": "sub",
    "networks": {
      "default": {
        "name": "sub_default",
        "ipam": {}
      }
    },
    "services": {
      "inner": {
        "command": null,
        "entrypoint": null,
        "image": "busybox",
        "networks": {
          "default": null
        },
        "volumes": [
          {
            "type": "bind",
            "source": "/home/learner/conf/sub/d",
            "target": "/d",
            "bind": {
              "create_host_path": true
            }
          }
        ]
      }
    }
  }
  $ cd .. && docker compose --project-directory sub -f sub/compose.yaml config | head -n 1
  name: sub
  $ printf 'services:\n  s:\n    image: busybox\n    secrets: [file, {source: env, target: e, mode: 0400}]\n    configs:\n      - source: c\n        target: /etc/c\nsecrets:\n  file: {file: ./f}\n  env: {environment: HOME}\nconfigs:\n  c: {content: "a\\nb\\n"}\n' > sec.yaml; docker compose -f sec.yaml config
  name: conf
  services:
    s:
      configs:
        - source: c
          target: /etc/c
      image: busybox
      networks:
        default: null
      secrets:
        - source: file
          target: /run/secrets/file
        - source: env
          target: e
          mode: "0400"
  networks:
    default:
      name: conf_default
  secrets:
    env:
      name: conf_env
      environment: HOME
    file:
      name: conf_file
      file: /home/learner/conf/f
  configs:
    c:
      name: conf_c
      content: |
        a
        b
