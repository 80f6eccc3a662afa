//! postgres: the database, with its cluster in /var/lib/postgresql/data, an anonymous volume unless
//! told otherwise (from 18 on in /var/lib/postgresql).

use std::collections::BTreeMap;

use crate::engine::api::config::ImageConfig;
use crate::engine::images::registry::RemoteImage;
use crate::engine::images::tree::Tree;

use super::debian::{GROUP, PASSWD};
use super::layer::LayerBuilder;
use super::{PATH, Recipe, Repository, debian, words};

/// Its entry in the catalogue.
pub const REPOSITORY: Repository = Repository {
    name: "library/postgres",
    about: "The PostgreSQL database",
    stars: 14_300,
    tags: &[
        "latest",
        "18",
        "17",
        "16",
        "15",
        "14",
        "alpine",
        "17-alpine",
        "16-alpine",
        "15-alpine",
    ],
    make: image,
};

const MADE: i64 = 1_763_000_000;

fn image(tag: &str) -> RemoteImage {
    let major = tag.split('-').next().and_then(|t| t.parse().ok()).unwrap_or(18);
    let (home, data) = match major {
        18.. => ("/var/lib/postgresql", "/var/lib/postgresql/18/docker"),
        _ => ("/var/lib/postgresql/data", "/var/lib/postgresql/data"),
    };
    let change = |c: &mut ImageConfig| {
        c.cmd = words(&["postgres"]);
        c.entrypoint = words(&["docker-entrypoint.sh"]);
        let version = format!("PG_MAJOR={major}");
        let place = format!("PGDATA={data}");
        let path = format!("{PATH}:/usr/lib/postgresql/{major}/bin");
        c.env = words(&[&path, "LANG=en_US.utf8", &version, &place]);
        c.exposed_ports = BTreeMap::from([("5432/tcp".to_string(), Default::default())]);
        c.volumes = Some(BTreeMap::from([(home.to_string(), Default::default())]));
        c.stop_signal = "SIGINT".to_string();
    };
    let server: fn() -> Tree = match major {
        14 => server::<14>,
        15 => server::<15>,
        16 => server::<16>,
        17 => server::<17>,
        _ => server::<18>,
    };
    Recipe::from(debian::image(), MADE, change)
        .layer("RUN /bin/sh -c install postgresql # buildkit", 108_000_000, server)
        .note(&format!("ENV PGDATA={data}"))
        .note(&format!("VOLUME [{home}]"))
        .note("ENTRYPOINT [\"docker-entrypoint.sh\"]")
        .note("STOPSIGNAL SIGINT")
        .note("EXPOSE map[5432/tcp:{}]")
        .note("CMD [\"postgres\"]")
        .done()
}

/// The script that a container starts with: makes the cluster once, then hands over.
const SCRIPT: &str = r#"#!/usr/bin/env bash
set -Eeo pipefail
# A variable's value, or that of the file which NAME_FILE names.
secret() {
  local file="$1_FILE"
  if [ -n "${!1}" ] && [ -n "${!file}" ]; then
    echo "error: both $1 and $file are set (but are exclusive)" >&2
    exit 1
  fi
  if [ -n "${!file}" ]; then export "$1"="$(cat "${!file}")"; fi
  unset "$file"
}
if [ "${1#-}" != "$1" ]; then set -- postgres "$@"; fi
if [ "$1" = postgres ]; then
  mkdir -p "$PGDATA" && chmod 00700 "$PGDATA"
  if [ "$(id -u)" = 0 ]; then
    chown -R postgres "$PGDATA" /var/run/postgresql
    exec gosu postgres "$0" "$@"
  fi
  if [ -s "$PGDATA/PG_VERSION" ]; then
    echo
    echo 'PostgreSQL Database directory appears to contain a database; Skipping initialization'
    echo
  else
    secret POSTGRES_PASSWORD; secret POSTGRES_USER; secret POSTGRES_DB; secret POSTGRES_INITDB_ARGS
    export POSTGRES_USER="${POSTGRES_USER:-postgres}"
    export POSTGRES_DB="${POSTGRES_DB:-$POSTGRES_USER}"
    if [ -z "$POSTGRES_PASSWORD" ] && [ "$POSTGRES_HOST_AUTH_METHOD" != trust ]; then
      cat >&2 <<'END'
Error: Database is uninitialized and superuser password is not specified.
       You must specify POSTGRES_PASSWORD to a non-empty value for the
       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".

       You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
       connections without a password. This is *not* recommended.

       See PostgreSQL documentation about "trust":
       https://www.postgresql.org/docs/current/auth-trust.html
END
      exit 1
    fi
    printf '%s\n' "$POSTGRES_PASSWORD" > /tmp/.pw
    chmod 600 /tmp/.pw
    eval 'initdb --username="$POSTGRES_USER" --pwfile=/tmp/.pw '"$POSTGRES_INITDB_ARGS"
    rm -f /tmp/.pw
    echo "host all all all ${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >> "$PGDATA/pg_hba.conf"
    pg_ctl -D "$PGDATA" -o "-c listen_addresses= -p 5432" -w start
    if [ "$POSTGRES_DB" != postgres ]; then
      psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -c "CREATE DATABASE \"$POSTGRES_DB\""
      echo
    fi
    echo
    for f in /docker-entrypoint-initdb.d/*; do
      case "$f" in
        *.sh) if [ -x "$f" ]; then echo "$0: running $f"; "$f"; else echo "$0: sourcing $f"; . "$f"; fi ;;
        *.sql) echo "$0: running $f"; psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -f "$f"; echo ;;
        *.sql.gz) echo "$0: running $f"; gunzip -c "$f" | psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB"; echo ;;
        *) echo "$0: ignoring $f" ;;
      esac
      echo
    done
    pg_ctl -D "$PGDATA" -m fast -w stop
    echo
    echo 'PostgreSQL init process complete; ready for start up.'
    echo
  fi
fi
exec "$@"
"#;

fn server<const MAJOR: u32>() -> Tree {
    let mut b = LayerBuilder::new(MADE);
    let bin = format!("usr/lib/postgresql/{MAJOR}/bin");
    for tool in super::services::postgres::TOOLS {
        let size = if *tool == "postgres" { 9_900_000 } else { 450_000 };
        b.program(&format!("{bin}/{tool}"), &format!("postgresql-{MAJOR}/{tool}"), size, 0o755);
        if !matches!(*tool, "postgres" | "initdb" | "pg_ctl") {
            b.link(&format!("usr/bin/{tool}"), &format!("../lib/postgresql/{MAJOR}/bin/{tool}"));
        }
    }
    b.file("usr/local/bin/docker-entrypoint.sh", SCRIPT, 0o755)
        .program("usr/local/bin/gosu", "gosu", 2_400_000, 0o755)
        .bulk("usr/share/postgresql/postgres.bki", 230_000_000, 0o644)
        .file(
            "etc/passwd",
            &format!("{PASSWD}postgres:x:999:999::/var/lib/postgresql:/bin/bash\n"),
            0o644,
        )
        .file("etc/group", &format!("{GROUP}postgres:x:999:\n"), 0o644)
        .dir_of("var/lib/postgresql", 0o1777, 999, 999)
        .dir_of("var/lib/postgresql/data", 0o1777, 999, 999)
        .dir_of("run/postgresql", 0o3777, 999, 999)
        .dir("docker-entrypoint-initdb.d", 0o755);
    b.build()
}
