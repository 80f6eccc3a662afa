//! nginx: the web server on Debian (or, as `:alpine`, on Alpine), with its pages where the real image
//! has them.

use std::collections::BTreeMap;

use crate::engine::api::config::ImageConfig;
use crate::engine::images::registry::RemoteImage;
use crate::engine::images::tree::Tree;

use super::layer::LayerBuilder;
use super::{PATH, Recipe, Repository, alpine, debian, words};

/// Its entry in the catalogue.
pub const REPOSITORY: Repository = Repository {
    name: "library/nginx",
    about: "The nginx web server and proxy",
    stars: 20_900,
    tags: &[
        "latest",
        "1",
        "1.29",
        "1.28",
        "stable",
        "mainline",
        "trixie",
        "alpine",
        "1.29-alpine",
        "stable-alpine",
    ],
    make: image,
};

const MADE: i64 = 1_763_510_000;

fn image(tag: &str) -> RemoteImage {
    let on_alpine = tag.contains("alpine");
    let base = if on_alpine { alpine::image() } else { debian::image() };
    let change = |c: &mut ImageConfig| {
        c.cmd = words(&["nginx", "-g", "daemon off;"]);
        c.entrypoint = words(&["/docker-entrypoint.sh"]);
        c.env = words(&[PATH, "NGINX_VERSION=1.29.3", "PKG_RELEASE=1"]);
        c.exposed_ports = BTreeMap::from([("80/tcp".to_string(), Default::default())]);
        c.stop_signal = "SIGQUIT".to_string();
        c.working_dir = if on_alpine { "/".to_string() } else { String::new() };
    };
    Recipe::from(base, MADE, change)
        .note("ENV NGINX_VERSION=1.29.3")
        .layer(
            "RUN /bin/sh -c set -x && install nginx # buildkit",
            32_500_000,
            if on_alpine { on_alpine_linux } else { on_debian },
        )
        .layer("COPY docker-entrypoint.sh / # buildkit", 627, entrypoint)
        .note("ENTRYPOINT [\"/docker-entrypoint.sh\"]")
        .note("EXPOSE map[80/tcp:{}]")
        .note("STOPSIGNAL SIGQUIT")
        .note("CMD [\"nginx\" \"-g\" \"daemon off;\"]")
        .done()
}

const INDEX: &str = "<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>The web server runs, and shows this page until you give it another.</p>
</body>
</html>
";

const ERROR: &str = "<!DOCTYPE html>
<html>
<head><title>Error</title></head>
<body><h1>An error occurred.</h1></body>
</html>
";

const CONF: &str = "user  nginx;
worker_processes  auto;
error_log  /var/log/nginx/error.log notice;
pid        /run/nginx.pid;
events {
    worker_connections  1024;
}
http {
    include       /etc/nginx/mime.types;
    default_type  application/octet-stream;
    access_log  /var/log/nginx/access.log  main;
    sendfile        on;
    keepalive_timeout  65;
    include /etc/nginx/conf.d/*.conf;
}
";

const SITE: &str = "server {
    listen       80;
    server_name  localhost;
    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }
    error_page   500 502 503 504  /50x.html;
    location = /50x.html {
        root   /usr/share/nginx/html;
    }
}
";

fn on_debian() -> Tree {
    let user = "nginx:x:101:101:nginx user:/nonexistent:/bin/false\n";
    server(&format!("{}{user}", debian::PASSWD), debian::GROUP)
}

fn on_alpine_linux() -> Tree {
    let user = "nginx:x:101:101:nginx:/var/cache/nginx:/sbin/nologin\n";
    server(&format!("{}{user}", alpine::PASSWD), alpine::GROUP)
}

fn server(passwd: &str, groups: &str) -> Tree {
    let mut b = LayerBuilder::new(MADE);
    b.file("etc/passwd", passwd, 0o644);
    b.file("etc/group", &format!("{groups}nginx:x:101:\n"), 0o644);
    b.program("usr/sbin/nginx", "nginx", 1_652_000, 0o755)
        .bulk("usr/lib/nginx/modules.tar", 58_000_000, 0o644)
        .file("etc/nginx/nginx.conf", CONF, 0o644)
        .file(
            "etc/nginx/mime.types",
            "types {\n    text/html html htm;\n    text/css css;\n}\n",
            0o644,
        )
        .file("etc/nginx/conf.d/default.conf", SITE, 0o644)
        .file("usr/share/nginx/html/index.html", INDEX, 0o644)
        .file("usr/share/nginx/html/50x.html", ERROR, 0o644)
        .dir("var/log/nginx", 0o755)
        .link("var/log/nginx/access.log", "/dev/stdout")
        .link("var/log/nginx/error.log", "/dev/stderr")
        .dir_of("var/cache/nginx", 0o755, 101, 101)
        .dir("docker-entrypoint.d", 0o755);
    b.build()
}

const SCRIPT: &str = "#!/bin/sh
set -e
if [ \"$1\" = nginx ] || [ \"$1\" = nginx-debug ]; then
  if [ -n \"$(ls -A /docker-entrypoint.d/ 2>/dev/null)\" ]; then
    for f in /docker-entrypoint.d/*.sh; do
      [ -x \"$f\" ] && \"$f\"
    done
  fi
  echo \"$0: Configuration complete; ready for start up\"
fi
exec \"$@\"
";

fn entrypoint() -> Tree {
    let mut b = LayerBuilder::new(MADE);
    b.file("docker-entrypoint.sh", SCRIPT, 0o755);
    b.build()
}
