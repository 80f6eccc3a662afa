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
    let major = tag.split('-').next().and_then(|t| t.parse().ok()).unwrap_or(17);
    let (home, data) = match major {
        18.. => ("/var/lib/postgresql", "/var/lib/postgresql/18/docker"),
        _ => ("/var/lib/postgresql/data", "/var/lib/postgresql/data"),
    };
    let change = |c: &mut ImageConfig| {
        c.cmd = words(&["postgres"]);
        c.entrypoint = words(&["docker-entrypoint.sh"]);
        let version = format!("PG_MAJOR={major}");
        let place = format!("PGDATA={data}");
        c.env = words(&[PATH, "LANG=en_US.utf8", &version, &place]);
        c.exposed_ports = BTreeMap::from([("5432/tcp".to_string(), Default::default())]);
        c.volumes = Some(BTreeMap::from([(home.to_string(), Default::default())]));
        c.stop_signal = "SIGINT".to_string();
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

fn server() -> Tree {
    let mut b = LayerBuilder::new(MADE);
    b.program("usr/local/bin/docker-entrypoint.sh", "postgres", 14_300, 0o755)
        .program("usr/lib/postgresql/bin/postgres", "postgres", 9_900_000, 0o755)
        .link("usr/local/bin/postgres", "/usr/lib/postgresql/bin/postgres")
        .program("usr/local/bin/psql", "psql", 780_000, 0o755)
        .program("usr/local/bin/pg_dump", "pg_dump", 450_000, 0o755)
        .bulk("usr/share/postgresql/postgres.bki", 230_000_000, 0o644)
        .file(
            "etc/passwd",
            &format!("{PASSWD}postgres:x:999:999::/var/lib/postgresql:/bin/bash\n"),
            0o644,
        )
        .file("etc/group", &format!("{GROUP}postgres:x:999:\n"), 0o644)
        .dir_of("var/lib/postgresql", 0o1777, 999, 999)
        .dir_of("var/lib/postgresql/data", 0o1777, 999, 999)
        .dir_of("var/run/postgresql", 0o3777, 999, 999)
        .dir("docker-entrypoint-initdb.d", 0o755);
    b.build()
}
