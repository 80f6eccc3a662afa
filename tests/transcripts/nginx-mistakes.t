nginx tells what is wrong with a site's configuration.

  $ t() { printf '%s' "$1" > site.conf; docker run --rm -v ./site.conf:/etc/nginx/conf.d/default.conf --entrypoint nginx nginx -t 2>&1 | sed 's/^[0-9][^[]*//; /configuration file/d'; }
  $ t 'server { listen 80 oops'
  [emerg] 1#1: unexpected end of file, expecting ";" or "}" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { listen 80 oops; }'
  [emerg] 1#1: invalid parameter "oops" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { listen 80; foo bar; }'
  [emerg] 1#1: unknown directive "foo" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { listen 80; } }'
  [emerg] 1#1: unexpected "}" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { listen 80;'
  [emerg] 1#1: unexpected end of file, expecting "}" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { listen 80; return 200 "x }'
  [emerg] 1#1: unexpected end of file, expecting ";" or "}" in /etc/nginx/conf.d/default.conf:1
  $ t 'location / { return 200; }'
  [emerg] 1#1: "location" directive is not allowed here in /etc/nginx/conf.d/default.conf:1
  $ t 'server { listen; }'
  [emerg] 1#1: invalid number of arguments in "listen" directive in /etc/nginx/conf.d/default.conf:1
  $ t 'server { listen abc; }'
  [emerg] 1#1: host not found in "abc" of the "listen" directive in /etc/nginx/conf.d/default.conf:1
  $ t 'server { listen 99999; }'
  [emerg] 1#1: invalid port in "99999" of the "listen" directive in /etc/nginx/conf.d/default.conf:1
  $ t 'server { location / { proxy_pass http://nosuch; } }'
  [emerg] 1#1: host not found in upstream "nosuch" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { location / { proxy_pass nosuch; } }'
  [emerg] 1#1: invalid URL prefix in /etc/nginx/conf.d/default.conf:1
  $ t 'server { location / { return 200 "$nope"; } }'
  [emerg] 1#1: unknown "nope" variable
  $ t 'server { location / { return abc; } }'
  [emerg] 1#1: invalid return code "abc" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { location / { } location / { } }'
  [emerg] 1#1: duplicate location "/" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { root; }'
  [emerg] 1#1: invalid number of arguments in "root" directive in /etc/nginx/conf.d/default.conf:1
  $ t 'server { root /a; root /b; }'
  [emerg] 1#1: "root" directive is duplicate in /etc/nginx/conf.d/default.conf:1
  $ t 'server { location {} }'
  [emerg] 1#1: invalid number of arguments in "location" directive in /etc/nginx/conf.d/default.conf:1
  $ t 'server { listen 80 }'
  [emerg] 1#1: unexpected "}" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { return; }'
  [emerg] 1#1: invalid number of arguments in "return" directive in /etc/nginx/conf.d/default.conf:1
  $ t 'server { return 200 a b; }'
  [emerg] 1#1: invalid number of arguments in "return" directive in /etc/nginx/conf.d/default.conf:1
  $ t 'server listen 80;'
  [emerg] 1#1: directive "server" has no opening "{" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { index; }'
  [emerg] 1#1: invalid number of arguments in "index" directive in /etc/nginx/conf.d/default.conf:1
  $ t 'server { listen 80; } server { listen 80; }'
  [warn] 1#1: conflicting server name "" on 0.0.0.0:80, ignored
  $ t 'server { error_page 404; }'
  [emerg] 1#1: invalid number of arguments in "error_page" directive in /etc/nginx/conf.d/default.conf:1
  $ t 'server { autoindex maybe; }'
  [emerg] 1#1: invalid value "maybe" in "autoindex" directive, it must be "on" or "off" in /etc/nginx/conf.d/default.conf:1
  $ t 'hello'
  [emerg] 1#1: unexpected end of file, expecting ";" or "}" in /etc/nginx/conf.d/default.conf:1
  $ t '}'
  [emerg] 1#1: unexpected "}" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { location ~ ( { } }'
  [emerg] 1#1: pcre2_compile() failed: missing closing parenthesis in "(" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { location / { } ; }'
  [emerg] 1#1: unexpected ";" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { { } }'
  [emerg] 1#1: unexpected "{" in /etc/nginx/conf.d/default.conf:1
  $ t 'server { root "/a"b; }'
  [emerg] 1#1: unexpected "b" in /etc/nginx/conf.d/default.conf:1
  $ t 'upstream u { } server { }'
  [emerg] 1#1: no servers are inside upstream in /etc/nginx/conf.d/default.conf:1
  $ t 'server { error_page 200 /x; }'
  [emerg] 1#1: value "200" must be between 300 and 599 in /etc/nginx/conf.d/default.conf:1
  $ t 'server { include /nope; }'
  [emerg] 1#1: open() "/nope" failed (2: No such file or directory) in /etc/nginx/conf.d/default.conf:1
  $ t 'server { location @n { } location = /a { alias /b/; } }'
