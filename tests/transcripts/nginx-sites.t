nginx serves several sites: answers of its own, other servers behind, pages for errors, lists of files.

  $ mkdir conf html html/sub && echo page > html/index.html && echo sub > html/sub/a.txt && mkdir "html/sub/b c" && chmod 755 . html html/sub
  $ cat > conf/default.conf <<'EOF'
  > server {
  >     listen 80 default_server;
  >     server_name one;
  >     root /www;
  >     location / { index index.html; add_header X-From "$hostname-$uri"; }
  >     location /hi { return 200 "hi $arg_n from $server_name\n"; }
  >     location = /exact { return 204; }
  >     location /old { return 301 /new; }
  >     location /away { return 302 http://other/x; }
  >     location /gone { return 410; }
  >     location /sub/ { autoindex on; }
  >     location ^~ /static/ { alias /www/sub/; }
  >     location ~ \.php$ { return 403; }
  >     location ~* ^/u/(\w+)$ { return 200 "user $1\n"; }
  >     location /try { try_files $uri /sub/a.txt =404; }
  >     error_page 404 /index.html;
  >     error_page 403 =200 /sub/a.txt;
  > }
  > server { listen 80; server_name two; return 200 "two\n"; }
  > server { listen 81; location / { proxy_pass http://back; } location /in/ { proxy_pass http://back:80/; } }
  > EOF
  $ docker network create wn >/dev/null; docker run -d --name back --network wn -v ./html:/usr/share/nginx/html nginx >/dev/null; docker run -d --name front --network wn --hostname f1 -p 8402:80 -p 8403:81 -v ./conf:/etc/nginx/conf.d:ro -v ./html:/www:ro nginx >/dev/null; sleep 1; docker ps --format '{{.Names}} {{.Ports}}' | sort
  back 80/tcp
  front 0.0.0.0:8402->80/tcp, [::]:8402->80/tcp, 0.0.0.0:8403->81/tcp, [::]:8403->81/tcp
  $ curl -s localhost:8402/; curl -si localhost:8402/ | tr -d '\r' | grep X-From
  page
  X-From: f1-/index.html
  $ curl -s 'localhost:8402/hi?n=5'; curl -s -X POST -d x localhost:8402/hi
  hi 5 from one
  hi  from one
  $ for p in exact old away gone none x.php X.php static/a.txt static/none try/x sub u/bob; do curl -s -o /dev/null -w "$p %{http_code} %{redirect_url} %{content_type}\n" localhost:8402/$p; done
  exact 204  
  old 301 http://localhost/new text/html
  away 302 http://other/x text/html
  gone 410  text/html
  none 404  text/html
  x.php 200  text/plain
  X.php 200  text/plain
  static/a.txt 200  text/plain
  static/none 404  text/html
  try/x 200  text/plain
  sub 301 http://localhost/sub/ text/html
  u/bob 200  application/octet-stream
  $ curl -s localhost:8402/u/bob; curl -s localhost:8402/none; curl -s localhost:8402/x.php; curl -s localhost:8402/static/a.txt; curl -s localhost:8402/try/x
  user bob
  page
  sub
  sub
  sub
  $ curl -s localhost:8402/sub/ | tr -d '\r' | sed 's/[0-9]*-[A-Z][a-z]*-[0-9]* [0-9:]*/DATE/'
  <html>
  <head><title>Index of /sub/</title></head>
  <body>
  <h1>Index of /sub/</h1><hr><pre><a href="../">../</a>
  <a href="b%20c/">b c/</a>                                               DATE                   -
  <a href="a.txt">a.txt</a>                                              DATE                   4
  </pre><hr></body>
  </html>
  $ curl -s -H 'Host: two' localhost:8402/; curl -s -H 'Host: three' localhost:8402/hi
  two
  hi  from one
  $ curl -s localhost:8403/; curl -s localhost:8403/sub/a.txt; curl -s localhost:8403/in/sub/a.txt; curl -s -o /dev/null -w '%{http_code}\n' localhost:8403/in/none
  page
  sub
  sub
  404
  $ curl -s -X PUT -o /dev/null -w '%{http_code}\n' localhost:8402/; curl -s -I localhost:8402/ | tr -d '\r' | grep -E '^(HTTP|Content)'
  405
  HTTP/1.1 200 OK
  Content-Type: text/html
  Content-Length: 5
  $ sed -i 's/hi \$arg_n/hello/' conf/default.conf; curl -s localhost:8402/hi; docker exec front nginx -s reload 2>&1 | grep -o signal.*; sleep 1; curl -s localhost:8402/hi
  hi  from one
  signal process started
  hello from one
  $ echo 'oops' > conf/default.conf; docker exec front nginx -s reload 2>&1 | sed 's/^[^[]*//; s/[0-9]*#[0-9]*/N/'; docker kill -s HUP front; sleep 1; curl -s localhost:8402/hi
  [emerg] N: unexpected end of file, expecting ";" or "}" in /etc/nginx/conf.d/default.conf:2
  front
  hello from one
  $ docker restart -t 1 front; sleep 1; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' front; docker logs front 2>&1 | tail -1 | sed 's/^[^[]*//; s/[0-9]*#[0-9]*/N/'
  front
  exited 1
  [emerg] N: unexpected end of file, expecting ";" or "}" in /etc/nginx/conf.d/default.conf:2
