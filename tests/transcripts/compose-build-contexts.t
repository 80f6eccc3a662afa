Further build contexts of a Compose service: directories and images by name.

  $ mkdir -p app lib; echo lib > lib/f; printf 'FROM base\nCOPY --from=lib f /f\nCMD cat /f\n' > app/Dockerfile; printf 'services:\n  web:\n    build:\n      context: ./app\n      additional_contexts:\n        lib: ./lib\n        base: docker-image://busybox\n' > compose.yaml
  $ docker compose build --print | sed 's/"[^"]*learner/"/'
  {
    "group": {
      "default": {
        "targets": [
          "web"
        ]
      }
    },
    "target": {
      "web": {
        "context": "/app",
        "contexts": {
          "base": "docker-image://busybox",
          "lib": "/lib"
        },
        "dockerfile": "/app/Dockerfile",
        "labels": {
          "com.docker.compose.project": "",
          "com.docker.compose.service": "web",
          "com.docker.compose.version": "2.40.3"
        },
        "tags": [
          "-web"
        ],
        "output": [
          "type=docker"
        ]
      }
    }
  }
  $ docker compose --progress quiet build -q; docker run --rm $(basename $PWD)-web
  lib
  $ sed -i 's/f \/f/nope \/f/' app/Dockerfile; docker compose build -q 2>&1 | grep -o '"/nope": not found'; docker compose config | grep -A3 additional
  "/nope": not found
        additional_contexts:
          base: docker-image://busybox
          lib: /home/learner/lib
      networks:
  $ sed -i 's/lib: .*/lib: .\/nope/' compose.yaml; docker compose build -q
  failed to get build context lib: stat /home/learner/nope: no such file or directory
  
  [1]
