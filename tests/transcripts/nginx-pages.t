Pages of a web server: directories, what is not there, what may not be read.

  $ mkdir -p site/sub site/empty; echo home > site/index.html; echo sub > site/sub/index.html; echo hi > site/sub/f.txt; echo '{}' > site/a.json; touch site/none; docker run -d --name web -p 8091:80 -v $HOME/site:/usr/share/nginx/html:ro nginx >/dev/null; sleep 1.5
  $ curl -s localhost:8091/
  home
  $ curl -s localhost:8091/sub | sed 's/nginx[^<]*</nginx</' | tr -d '\r'; curl -s -o /dev/null -w '%{http_code} %{redirect_url}\n' localhost:8091/sub
  <html>
  <head><title>301 Moved Permanently</title></head>
  <body>
  <center><h1>301 Moved Permanently</h1></center>
  <hr><center>nginx</center>
  </body>
  </html>
  301 http://localhost/sub/
  $ curl -s localhost:8091/sub/; curl -s localhost:8091/sub/f.txt; curl -s localhost:8091/sub/f.txt/ | sed 's/nginx[^<]*</nginx</' | tr -d '\r'; curl -s -o /dev/null -w '%{http_code}\n' localhost:8091/sub/f.txt/
  sub
  hi
  <html>
  <head><title>404 Not Found</title></head>
  <body>
  <center><h1>404 Not Found</h1></center>
  <hr><center>nginx</center>
  </body>
  </html>
  404
  $ curl -s localhost:8091/empty/ | sed 's/nginx[^<]*</nginx</' | tr -d '\r'; curl -s -o /dev/null -w '%{http_code}\n' localhost:8091/empty/
  <html>
  <head><title>403 Forbidden</title></head>
  <body>
  <center><h1>403 Forbidden</h1></center>
  <hr><center>nginx</center>
  </body>
  </html>
  403
  $ curl -s -o /dev/null -w '%{http_code}\n' localhost:8091/empty
  301
  $ curl -s localhost:8091/nope | sed 's/nginx[^<]*</nginx</' | tr -d '\r'; curl -s -o /dev/null -w '%{http_code}\n' localhost:8091/nope
  <html>
  <head><title>404 Not Found</title></head>
  <body>
  <center><h1>404 Not Found</h1></center>
  <hr><center>nginx</center>
  </body>
  </html>
  404
  $ curl -sI localhost:8091/ | sed 's/nginx.*/nginx/' | tr -d '\r' | grep -v -e Date -e Modified -e ETag
  HTTP/1.1 200 OK
  Server: nginx
  Content-Type: text/html
  Content-Length: 5
  Connection: keep-alive
  Accept-Ranges: bytes
  
  $ curl -sI localhost:8091/nope | sed 's/nginx.*/nginx/' | tr -d '\r' | grep -v -e Date -e Length
  HTTP/1.1 404 Not Found
  Server: nginx
  Content-Type: text/html
  Connection: keep-alive
  
  $ curl -sI localhost:8091/sub | sed 's/nginx.*/nginx/' | tr -d '\r' | grep -v -e Date -e Length
  HTTP/1.1 301 Moved Permanently
  Server: nginx
  Content-Type: text/html
  Location: http://localhost/sub/
  Connection: keep-alive
  
  $ curl -sI localhost:8091/none | sed 's/nginx.*/nginx/' | tr -d '\r' | grep -v -e Date -e Modified -e ETag
  HTTP/1.1 200 OK
  Server: nginx
  Content-Type: application/octet-stream
  Content-Length: 0
  Connection: keep-alive
  Accept-Ranges: bytes
  
  $ curl -sI localhost:8091/a.json | tr -d '\r' | grep Type; curl -sI localhost:8091/sub/f.txt | tr -d '\r' | grep Type
  Content-Type: application/json
  Content-Type: text/plain
  $ curl -s -X POST localhost:8091/ | sed 's/nginx[^<]*</nginx</' | tr -d '\r'; curl -s -o /dev/null -w '%{http_code}\n' -X POST -d x=1 localhost:8091/
  <html>
  <head><title>405 Not Allowed</title></head>
  <body>
  <center><h1>405 Not Allowed</h1></center>
  <hr><center>nginx</center>
  </body>
  </html>
  405
  $ curl -s -X DELETE -o /dev/null -w '%{http_code}\n' localhost:8091/; curl -s -X OPTIONS -o /dev/null -w '%{http_code}\n' localhost:8091/
  405
  405
  $ curl -s 'localhost:8091/index.html?x=1'; curl -s 'localhost:8091/%69ndex.html'; curl -s 'localhost:8091//sub//f.txt'; curl -s 'localhost:8091/sub/../sub/f.txt'
  home
  home
  hi
  hi
  $ chmod 600 site/sub/f.txt; curl -s localhost:8091/sub/f.txt | sed 's/nginx[^<]*</nginx</' | tr -d '\r'; curl -s -o /dev/null -w '%{http_code}\n' localhost:8091/sub/f.txt
  <html>
  <head><title>403 Forbidden</title></head>
  <body>
  <center><h1>403 Forbidden</h1></center>
  <hr><center>nginx</center>
  </body>
  </html>
  403
  $ chmod 700 site/sub; curl -s -o /dev/null -w '%{http_code}\n' localhost:8091/sub/; curl -s -o /dev/null -w '%{http_code}\n' localhost:8091/sub/index.html;  curl -s -o /dev/null -w '%{http_code}\n' localhost:8091/sub; chmod 755 site/sub
  403
  403
  403
  $ curl -s -H 'Range: bytes=0-1' localhost:8091/index.html; echo; curl -s -o /dev/null -w '%{http_code}\n' -H 'Range: bytes=0-1' localhost:8091/index.html
  ho
  206
  $ E=$(curl -sI localhost:8091/ | tr -d '\r' | sed -n 's/ETag: //p'); curl -s -o /dev/null -w '%{http_code}\n' -H "If-None-Match: $E" localhost:8091/
  304
  $ rm site/index.html; curl -s -o /dev/null -w '%{http_code}\n' localhost:8091/
  403
  $ docker rm -f web
  web
