//! `docker plugin rm`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::container::each;
use crate::docker::flags::{Flag, Matches, switch};

static FLAGS: &[Flag] = &[switch("force", "Though it runs").short('f')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] PLUGIN [PLUGIN...]",
    about: "Remove plugins",
    also: "docker plugin rm, docker plugin remove",
    args: Args::Min(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut errors = each::Errors::default();
    for name in &m.args {
        let removed = cli
            .engine("Delete", &format!("plugins/{name}"))
            .and_then(|engine| Ok(engine.plugin_remove(name, m.on("force"))?));
        match removed {
            Ok(()) => cli.line(name).await,
            Err(failure) => errors.add(failure),
        }
    }
    errors.end()
}
