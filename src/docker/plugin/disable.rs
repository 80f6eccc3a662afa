//! `docker plugin disable`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, switch};

static FLAGS: &[Flag] = &[switch("force", "Though volumes of it are in use").short('f')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] PLUGIN",
    about: "Stop a plugin",
    args: Args::Exact(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    let engine = cli.engine("Post", &format!("plugins/{name}/disable"))?;
    engine.plugin_disable(name, m.on("force"))?;
    cli.line(name).await;
    Ok(())
}
