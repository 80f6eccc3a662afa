//! python: the files of the real image; the interpreter itself says that it is not simulated.

use crate::engine::api::config::ImageConfig;
use crate::engine::images::registry::RemoteImage;
use crate::engine::images::tree::Tree;

use super::layer::LayerBuilder;
use super::{Recipe, Repository, debian, words};

/// Its entry in the catalogue.
pub const REPOSITORY: Repository = Repository {
    name: "library/python",
    about: "The Python language",
    stars: 10_300,
    tags: &[
        "latest",
        "3",
        "3.14",
        "3.13",
        "3.12",
        "3.11",
        "3.9",
        "slim",
        "3.14-slim",
        "3.12-slim",
        "3.11-slim",
        "3.9-slim",
    ],
    make: |_| image(),
};

const MADE: i64 = 1_763_400_000;

fn image() -> RemoteImage {
    let change = |c: &mut ImageConfig| {
        c.cmd = words(&["python3"]);
        c.env = words(&[
            "PATH=/usr/local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG=C.UTF-8",
            "PYTHON_VERSION=3.14.0",
        ]);
    };
    Recipe::from(debian::image(), MADE, change)
        .note("ENV PYTHON_VERSION=3.14.0")
        .layer("RUN /bin/sh -c install python # buildkit", 15_400_000, interpreter)
        .note("CMD [\"python3\"]")
        .done()
}

fn interpreter() -> Tree {
    let mut b = LayerBuilder::new(MADE);
    b.program("usr/local/bin/python3.14", "python", 14_400, 0o755)
        .link("usr/local/bin/python3", "python3.14")
        .link("usr/local/bin/python", "python3")
        .program("usr/local/bin/pip", "python", 240, 0o755)
        .bulk("usr/local/lib/libpython3.14.so.1.0", 42_000_000, 0o755)
        .dir("usr/local/lib/python3.14/site-packages", 0o755);
    b.build()
}
