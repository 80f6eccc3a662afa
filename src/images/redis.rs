//! redis: the key-value store, which keeps its snapshot in /data, an anonymous volume unless told
//! otherwise.

use std::collections::BTreeMap;

use crate::engine::api::config::ImageConfig;
use crate::engine::images::registry::RemoteImage;
use crate::engine::images::tree::Tree;

use super::debian::{GROUP, PASSWD};
use super::layer::LayerBuilder;
use super::{PATH, Recipe, Repository, debian, words};

/// Its entry in the catalogue.
pub const REPOSITORY: Repository = Repository {
    name: "library/redis",
    about: "The Redis key-value store",
    stars: 13_400,
    tags: &["latest", "8", "7", "7.4", "6", "alpine", "7-alpine"],
    make: |_| image(),
};

const MADE: i64 = 1_762_300_000;

fn image() -> RemoteImage {
    let change = |c: &mut ImageConfig| {
        c.cmd = words(&["redis-server"]);
        c.entrypoint = words(&["docker-entrypoint.sh"]);
        c.env = words(&[PATH, "REDIS_VERSION=8.0.6"]);
        c.exposed_ports = BTreeMap::from([("6379/tcp".to_string(), Default::default())]);
        c.volumes = Some(BTreeMap::from([("/data".to_string(), Default::default())]));
        c.working_dir = "/data".to_string();
    };
    Recipe::from(debian::image(), MADE, change)
        .layer("RUN /bin/sh -c install redis # buildkit", 17_100_000, server)
        .note("VOLUME [/data]")
        .note("WORKDIR /data")
        .note("ENTRYPOINT [\"docker-entrypoint.sh\"]")
        .note("EXPOSE map[6379/tcp:{}]")
        .note("CMD [\"redis-server\"]")
        .done()
}

const SCRIPT: &str = "#!/bin/sh
set -e
if [ \"$1\" = redis-server ] && [ \"$(id -u)\" = 0 ]; then
  find . \\! -user redis -exec chown redis '{}' +
  exec gosu redis \"$0\" \"$@\"
fi
exec \"$@\"
";

fn server() -> Tree {
    let mut b = LayerBuilder::new(MADE);
    b.program("usr/local/bin/redis-server", "redis-server", 15_400_000, 0o755)
        .program("usr/local/bin/redis-cli", "redis-cli", 7_100_000, 0o755)
        .program("usr/local/bin/gosu", "gosu", 2_400_000, 0o755)
        .file("usr/local/bin/docker-entrypoint.sh", SCRIPT, 0o755)
        .file("etc/passwd", &format!("{PASSWD}redis:x:999:999::/home/redis:/bin/sh\n"), 0o644)
        .file("etc/group", &format!("{GROUP}redis:x:999:\n"), 0o644)
        .dir_of("data", 0o755, 999, 999);
    b.build()
}
