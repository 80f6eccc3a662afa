A site of nginx with a configuration of its own, changed while it runs, and one that is wrong.

  $ mkdir conf html && echo page > html/index.html && mkdir html/sub && echo subpage > html/sub/index.html && chmod 755 . && printf 'server {\n    listen 80;\n    server_name localhost;\n    root /www;\n    location / { index index.html; }\n    location /hi { return 200 "hi\\n"; }\n    location = /exact { return 204; }\n    location /old { return 301 /new; }\n    error_page 404 /index.html;\n}\n' > conf/default.conf
  $ docker run -d --name n1 -p 8500:80 -v ./conf:/etc/nginx/conf.d:ro -v ./html:/www:ro nginx >/dev/null; sleep 1; curl -s localhost:8500/; curl -s localhost:8500/hi; curl -s -o /dev/null -w '%{http_code}\n' localhost:8500/exact; curl -s -o /dev/null -w '%{http_code} %{redirect_url}\n' localhost:8500/old; curl -s localhost:8500/none; curl -s localhost:8500/sub/
  page
  hi
  204
  301 http://localhost/new
  page
  subpage
  $ docker run -d --name n2 -p 8501:8080 -v ./html:/usr/share/nginx/html nginx >/dev/null; docker exec n2 sh -c 'sed -i "s/listen.*80;/listen 8080;/" /etc/nginx/conf.d/default.conf; nginx -s reload' 2>/dev/null; sleep 1; curl -s localhost:8501
  page
  $ echo 'server { listen 80 oops' > conf/default.conf; docker exec n1 nginx -t 2>&1 | tail -1; docker restart -t 1 n1 >/dev/null; sleep 1; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' n1; docker logs n1 2>&1 | grep -c emerg
  nginx: configuration file /etc/nginx/nginx.conf test failed
  exited 1
  1
  $ printf 'server { listen 80; location / { return 200 "x\\n"; } }\n' > conf/default.conf; docker start n1; sleep 1; curl -s localhost:8500/
  n1
  x
