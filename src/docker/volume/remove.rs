//! `docker volume rm`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::container::each;
use crate::docker::flags::{Flag, Matches, Takes, switch};

static FLAGS: &[Flag] = &[switch("force", "A volume that is not there is no error").short('f')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] VOLUME [VOLUME...]",
    about: "Remove volumes, and all that is in them",
    long: "Remove volumes, and all that is in them. A volume that a container refers to stays.",
    also: "docker volume rm, docker volume remove",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Volumes,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let force = m.on("force");
    let mut errors = each::Errors::default();
    for name in &m.args {
        if name.is_empty() {
            errors.add("invalid volume name or ID: value is empty".into());
            continue;
        }
        let removed = cli
            .engine("Delete", &format!("volumes/{name}"))
            .and_then(|engine| Ok(engine.volume_remove(&cli.p, name, force)?));
        match removed {
            Ok(()) => cli.line(name).await,
            Err(failure) => errors.add(failure),
        }
    }
    errors.end()
}
