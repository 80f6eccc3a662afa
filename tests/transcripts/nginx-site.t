What nginx answers: directories without a slash, without an index, and files that its workers may not read.

  $ mkdir -p site/sub site/emp site/closed; echo hi > site/index.html; echo s > site/sub/index.html; echo p > site/priv; chmod 600 site/priv; echo c > site/closed/f; chmod 700 site/closed
  $ docker run -d --name web -p 8095:80 -v $PWD/site:/usr/share/nginx/html nginx > /dev/null; sleep 1; curl -s localhost:8095
  hi
  $ curl -s localhost:8095/sub/; curl -s localhost:8095/sub/index.html
  s
  s
  $ for u in /sub /sub?x=1 /emp /emp/ /nope /priv /closed /closed/f; do curl -s -o page -w '%{http_code} %{redirect_url}\n' localhost:8095$u; grep title page; done
  301 http://localhost/sub/
  <head><title>301 Moved Permanently</title></head>
  301 http://localhost/sub/?x=1
  <head><title>301 Moved Permanently</title></head>
  301 http://localhost/emp/
  <head><title>301 Moved Permanently</title></head>
  403 
  <head><title>403 Forbidden</title></head>
  404 
  <head><title>404 Not Found</title></head>
  403 
  <head><title>403 Forbidden</title></head>
  403 
  <head><title>403 Forbidden</title></head>
  403 
  <head><title>403 Forbidden</title></head>
  $ curl -sI localhost:8095/sub | grep -e HTTP -e Location | tr -d '\r'
  HTTP/1.1 301 Moved Permanently
  Location: http://localhost/sub/
  $ curl -sL localhost:8095/priv -o out -w '%{http_code}\n'; chmod 644 site/priv; curl -s localhost:8095/priv
  403
  p
  $ docker exec web cat /usr/share/nginx/html/closed/f
  c
