//! ubuntu: as debian, with procps and a user of its own.

use crate::engine::api::config::ImageConfig;
use crate::engine::images::registry::RemoteImage;
use crate::engine::images::tree::Tree;

use super::debian::{BASE, GROUP, PASSWD, system};
use super::layer::LayerBuilder;
use super::{PATH, Recipe, Repository, words};

/// Its entry in the catalogue.
pub const REPOSITORY: Repository = Repository {
    name: "library/ubuntu",
    about: "Ubuntu's base system",
    stars: 17_500,
    tags: &["latest", "24.04", "noble", "25.10", "22.04", "jammy", "rolling"],
    make: |_| image(),
};

const MADE: i64 = 1_760_400_000;

fn image() -> RemoteImage {
    let config =
        ImageConfig { cmd: words(&["/bin/bash"]), env: words(&[PATH]), ..ImageConfig::default() };
    Recipe::new(MADE, config)
        .note("ARG RELEASE")
        .note("LABEL org.opencontainers.image.version=24.04")
        .layer("ADD file:ubuntu-noble-amd64-root.tar.gz in /", 29_720_000, root)
        .note("CMD [\"/bin/bash\"]")
        .done()
}

const OS_RELEASE: &str = "PRETTY_NAME=\"Ubuntu 24.04.3 LTS\"
NAME=\"Ubuntu\"
VERSION_ID=\"24.04\"
VERSION=\"24.04.3 LTS (Noble Numbat)\"
VERSION_CODENAME=noble
ID=ubuntu
ID_LIKE=debian
UBUNTU_CODENAME=noble
";

fn root() -> Tree {
    let mut b = LayerBuilder::new(MADE);
    let packages: Vec<&str> = BASE.iter().copied().chain(["procps"]).collect();
    system(&mut b, &packages);
    b.file("usr/lib/os-release", OS_RELEASE, 0o644)
        .file(
            "etc/lsb-release",
            "DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=24.04\nDISTRIB_CODENAME=noble\n",
            0o644,
        )
        .file(
            "etc/passwd",
            &format!("{PASSWD}ubuntu:x:1000:1000:Ubuntu:/home/ubuntu:/bin/bash\n"),
            0o644,
        )
        .file("etc/group", &format!("{GROUP}ubuntu:x:1000:\n"), 0o644)
        .dir_of("home/ubuntu", 0o750, 1000, 1000)
        .bulk("usr/lib/x86_64-linux-gnu/libicudata.so.74", 30_700_000, 0o644);
    b.build()
}
