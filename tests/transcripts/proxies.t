Proxies of the client's config.json are handed to containers and builds as variables, where nothing else is said.

  $ mkdir .docker; echo '{"proxies":{"default":{"httpProxy":"http://p:1","httpsProxy":"http://p:2","noProxy":"localhost","ftpProxy":"http://p:3","allProxy":"http://p:4"}}}' > .docker/config.json
  $ docker run --rm busybox env | grep -i proxy | sort
  ALL_PROXY=http://p:4
  FTP_PROXY=http://p:3
  HTTPS_PROXY=http://p:2
  HTTP_PROXY=http://p:1
  NO_PROXY=localhost
  all_proxy=http://p:4
  ftp_proxy=http://p:3
  http_proxy=http://p:1
  https_proxy=http://p:2
  no_proxy=localhost
  $ docker run --rm -e http_proxy=own -e NO_PROXY= -e ALL_PROXY busybox env | grep -i proxy | sort
  FTP_PROXY=http://p:3
  HTTPS_PROXY=http://p:2
  HTTP_PROXY=http://p:1
  NO_PROXY=
  all_proxy=http://p:4
  ftp_proxy=http://p:3
  http_proxy=own
  https_proxy=http://p:2
  no_proxy=localhost
  $ docker create --name c1 busybox true > /dev/null; docker inspect -f '{{range .Config.Env}}{{println .}}{{end}}' c1 | grep -i proxy | sort; docker rm c1
  ALL_PROXY=http://p:4
  FTP_PROXY=http://p:3
  HTTPS_PROXY=http://p:2
  HTTP_PROXY=http://p:1
  NO_PROXY=localhost
  all_proxy=http://p:4
  ftp_proxy=http://p:3
  http_proxy=http://p:1
  https_proxy=http://p:2
  no_proxy=localhost
  c1
  $ docker run -d --name c2 busybox sleep 1000 > /dev/null; docker exec c2 env | grep -ci proxy; docker rm -f c2
  10
  c2
  $ printf 'FROM busybox\nRUN env | grep -i proxy | sort > /f\n' | docker build -q -t px - > /dev/null; docker run --rm --entrypoint cat px /f
  FTP_PROXY=http://p:3
  HTTPS_PROXY=http://p:2
  HTTP_PROXY=http://p:1
  NO_PROXY=localhost
  ftp_proxy=http://p:3
  http_proxy=http://p:1
  https_proxy=http://p:2
  no_proxy=localhost
  $ docker history --format '{{.CreatedBy}}' px | head -1; docker inspect -f '{{.Config.Env}}' px | grep -ci proxy
  RUN /bin/sh -c env | grep -i proxy | sort > …
  0
  [1]
  $ printf 'FROM busybox\nRUN env | grep -i http_proxy | sort > /f\n' | docker build -q --build-arg http_proxy=own -t px - > /dev/null; docker run --rm --entrypoint cat px /f
  HTTP_PROXY=own
  http_proxy=own
  $ echo '{"proxies":{"default":{"httpProxy":"http://p:1"},"unix:///var/run/docker.sock":{"httpProxy":"http://host:1","noProxy":""}}}' > .docker/config.json; docker run --rm busybox env | grep -i proxy | sort
  HTTP_PROXY=http://host:1
  http_proxy=http://host:1
  $ echo '{"proxies":{"tcp://other":{"httpProxy":"http://p:1"}}}' > .docker/config.json; docker run --rm busybox env | grep -ci proxy
  0
  [1]
  $ rm -r .docker; docker rmi -f px | head -1
  Untagged: px:latest
