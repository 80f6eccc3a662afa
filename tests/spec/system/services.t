What runs in a container is there when the prompt is back.

  $ docker run -d --name web -p 8080:80 nginx >/dev/null; curl -s localhost:8080 | head -n 1
  <!DOCTYPE html>
  $ docker stop web; docker start web; curl -s localhost:8080 | head -n 1
  web
  web
  <!DOCTYPE html>
  $ docker restart web; curl -s localhost:8080 | head -n 1
  web
  <!DOCTYPE html>
  $ mkdir shop; printf 'services: {web: {image: nginx, ports: ["8081:80"]}}' > shop/compose.yaml
  $ cd shop; docker compose up -d 2>/dev/null; curl -s localhost:8081 | head -n 1
  <!DOCTYPE html>

An image that everybody knows and that is not simulated.

  $ docker pull -q mysql
  Error response from daemon: the simulated registry does not hold mysql: docker search shows what it holds
  [1]
