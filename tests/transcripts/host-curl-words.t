What curl says when a transfer fails.

  $ docker run -d --name web -p 8097:80 nginx:alpine >/dev/null; sleep 1; echo hello > f; docker cp f web:/usr/share/nginx/html/f >/dev/null; curl localhost:8096; echo $?; curl -s localhost:8096; echo $?; curl -sS localhost:8096; echo $?; curl 127.0.0.1:8096/x; echo $?; curl -s -o nodir/x localhost:8097/f; echo $?; curl -sS -o nodir/x localhost:8097/f; echo $?; curl -s -o out localhost:8097/f; cat out
  curl: (7) Failed to connect to localhost:8096 after 0 ms: Could not connect to server
  7
  7
  curl: (7) Failed to connect to localhost:8096 after 0 ms: Could not connect to server
  7
  curl: (7) Failed to connect to 127.0.0.1:8096 after 0 ms: Could not connect to server
  7
  23
  curl: (23) client returned ERROR on write of 6 bytes
  23
  hello
  $ curl -sS http://; echo $?; curl -sS ''; echo $?; curl; echo $?; curl -sS ftp://x/y; echo $?; curl -sS http://nohost.invalid/; echo $?; curl -sS file://$PWD/f; curl -sS file:///nope; echo $?; curl -s file://$PWD/f -o g && cat g; curl -sSf localhost:8097/nope; echo $?; curl -sS -w '%{http_code} %{size_download}\n' -o /dev/null localhost:8097/f; curl -sS --nope localhost; echo $?; curl -sS -X localhost; echo $?; curl -sS foo://x; echo $?; curl -sS -O localhost:8097/f; cat f; curl -sS -O localhost:8097/; echo $?; curl -sSo - localhost:8097/f; curl -sS --max-time 1 10.255.255.1 2>&1 | cut -c1-30; curl -sS localhost:99999; echo $?; curl -sS 'localhost:8097/a b'; echo $?; curl -sS --retry 1 --retry-delay 1 localhost:8096; echo $?; curl -fsS -o /dev/null localhost:8097/nope; echo $?; curl -sS -G --data-urlencode 'q=a b' localhost:8097/f; curl -sS -H 'X: y' -A me -e ref localhost:8097/f; curl -sS localhost:8097/f localhost:8097/f; curl -sSZ localhost:8097/f
  curl: (3) URL rejected: No host present
  3
  curl: option : blank argument where content is expected
  curl: try 'curl --help' or 'curl --manual' for more information
  2
  curl: try 'curl --help' or 'curl --manual' for more information
  2
  curl: (6) Could not resolve host: x
  6
  curl: (6) Could not resolve host: nohost.invalid
  6
  hello
  curl: (37) Could not open file /nope
  37
  hello
  curl: (22) The requested URL returned error: 404
  22
  200 6
  curl: option --nope: is unknown
  curl: try 'curl --help' or 'curl --manual' for more information
  2
  curl: (2) no URL specified
  curl: try 'curl --help' or 'curl --manual' for more information
  2
  curl: (1) Protocol "foo" not supported
  1
  hello
  0
  hello
  curl: (7) Failed to connect to
  curl: (3) URL rejected: Port number was not a decimal number between 0 and 65535
  3
  curl: (3) URL rejected: Malformed input to a URL function
  3
  curl: (7) Failed to connect to localhost:8096 after 0 ms: Could not connect to server
  7
  curl: (22) The requested URL returned error: 404
  22
  hello
  hello
  hello
  hello
  hello
