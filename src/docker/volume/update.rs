//! `docker volume update`: for volumes of a cluster only, and there is none.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, text};

static FLAGS: &[Flag] =
    &[text("availability", "When a cluster may use it (\"active\", \"pause\",\n\"drain\")")
        .default("active")];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] [VOLUME]",
    about: "Change a volume of a cluster",
    args: Args::Exact(1),
    flags: &[FLAGS],
    takes: Takes::Volumes,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    cli.engine("Get", &format!("volumes/{name}"))?.volume_inspect(name)?;
    Err("can only update cluster volumes".into())
}
