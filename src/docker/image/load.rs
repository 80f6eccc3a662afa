//! `docker load`.

use crate::docker::cli::{API, Cli};
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::context::store::lower;
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::opts::platform;
use crate::docker::progress::Display;
use crate::vfs::Errno;

static FLAGS: &[Flag] = &[
    text("input", "File to read, instead of standard input").short('i').takes(Takes::Files),
    text("platform", "Only the image for this platform"),
    switch("quiet", "Do not tell of progress").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Read images from a tar file",
    also: "docker image load, docker load",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let bytes = match m.text("input") {
        "" if cli.p.isatty(0) => return Err("requested load from stdin, but stdin is empty".into()),
        "" => cli.read_content(0).await.map_err(|e| Failure::from(format!("read: {}", lower(e))))?,
        file => cli.path_content(file).await.map_err(|e| match e {
            // A directory can be opened; that it can not be read shows while it is sent.
            Errno::EISDIR => Failure::from(format!(
                "error during connect: Post \"http://%2Fvar%2Frun%2Fdocker.sock/v{API}/images/load?quiet=1\": read {file}: {}",
                lower(e)
            )),
            e => Failure::from(format!("open {file}: {}", lower(e))),
        })?,
    };
    platform::check(m.text("platform"))?;
    let foreign = platform::absent(m.text("platform"))?.is_some();
    let engine = cli.engine("Post", "images/load?quiet=1")?;
    let mut messages = Vec::new();
    let done = engine.image_load(&bytes, foreign, &mut messages);
    let mut display = Display::new(&cli, 1);
    for message in &messages {
        cli.out(&display.text(message)).await;
    }
    // What goes wrong is told in the stream of its progress, and not as the daemon's answer.
    done.map_err(|e| Failure::from(e.message))
}
