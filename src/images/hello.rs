//! hello-world: one program that greets.

use std::rc::Rc;

use crate::engine::api::config::ImageConfig;
use crate::engine::images::registry::RemoteImage;
use crate::engine::images::tree::Tree;
use crate::kernel::{Kernel, LocalFuture, Proc, Program};

use super::layer::LayerBuilder;
use super::{PATH, Recipe, Repository, words};

/// Its entry in the catalogue.
pub const REPOSITORY: Repository = Repository {
    name: "library/hello-world",
    about: "Says hello, to show that everything works",
    stars: 2_400,
    tags: &["latest", "linux"],
    make: |_| image(),
};

const MADE: i64 = 1_754_594_000;

fn image() -> RemoteImage {
    let config = ImageConfig {
        cmd: words(&["/hello"]),
        env: words(&[PATH]),
        working_dir: "/".to_string(),
        ..ImageConfig::default()
    };
    Recipe::new(MADE, config)
        .layer("COPY hello / # buildkit", 2_380, root)
        .note("CMD [\"/hello\"]")
        .done()
}

fn root() -> Tree {
    let mut b = LayerBuilder::new(MADE);
    b.program("hello", "hello", 9_480, 0o755);
    b.build()
}

const TEXT: &str = "
Hello from Docker!
This container ran one program, /hello, and has ended.

What happened:
 1. The docker command asked the daemon to run the image hello-world.
 2. The daemon took the image, or pulled it first.
 3. It made a container from it, ran the program, and sent its output here.

The container is still there, stopped: docker ps -a lists it.
Something bigger to try:
 $ docker run -it ubuntu bash

";

/// Makes the program known.
pub fn register(kernel: &Kernel) {
    let main = Rc::new(|p: Proc| -> LocalFuture<i32> {
        Box::pin(async move { i32::from(p.write_all(1, TEXT.as_bytes()).await.is_err()) })
    });
    kernel.register("hello", Program { main, restartable: |_| false });
}
