BusyBox as a web server: what it answers, from the host and from other containers.

  $ docker run -d --name site -p 8080:80 -v web:/www busybox httpd -f -h /www | wc -c
  65
  $ docker run --rm -v web:/www busybox sh -c 'echo "<h1>hi</h1>" > /www/index.html; mkdir /www/docs; echo text > /www/docs/a.txt'
  $ curl -s localhost:8080
  <h1>hi</h1>
  $ curl -s localhost:8080/docs/a.txt
  text
  $ curl -s -o /dev/null -w '%{http_code}\n' localhost:8080/nothing
  404
  $ curl -s -o /dev/null -w '%{http_code} %{redirect_url}\n' localhost:8080/docs
  302 http://localhost:8080/docs/
  $ curl -s localhost:8080/docs/
  <HTML><HEAD><TITLE>404 Not Found</TITLE></HEAD>
  <BODY><H1>404 Not Found</H1>
  The requested URL was not found
  </BODY></HTML>
  $ curl -si localhost:8080/docs/a.txt | tr -d '\r' | grep -v -E '^(Date|Last-Modified|ETag)'
  HTTP/1.1 200 OK
  Connection: close
  Content-type: text/plain
  Accept-Ranges: bytes
  Content-Length: 5
  
  text
  $ curl -s -r 1-2 localhost:8080/docs/a.txt; echo
  ex
  $ curl -s -X POST -d x localhost:8080/
  <HTML><HEAD><TITLE>501 Not Implemented</TITLE></HEAD>
  <BODY><H1>501 Not Implemented</H1>
  The requested method is not recognized
  </BODY></HTML>
  $ docker exec site sh -c 'echo changed > /www/index.html'; curl -s localhost:8080
  changed
  $ docker rm -f site; curl -s localhost:8080; echo $?
  site
  7
  $ docker run --name daemon busybox sh -c 'echo deep > /index.html; httpd -h /; wget -qO- localhost; httpd -h /; echo $?'
  deep
  httpd: bind: Address already in use
  1
  $ docker run --rm busybox httpd -f -h /nowhere
  httpd: can't change directory to '/nowhere': No such file or directory
  [1]
  $ docker run --rm busybox httpd -f -p x
  httpd: bad address 'x'
  [1]
  $ docker run --rm busybox sh -c "httpd -d 'a%20b%2Bc+d'; echo; httpd -e 'a<b'"
  a b+c d
  a&#60;b
