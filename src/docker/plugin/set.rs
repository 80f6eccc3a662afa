//! `docker plugin set`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::Matches;

/// The verb.
pub static VERB: Verb = Verb {
    usage: "PLUGIN KEY=VALUE [KEY=VALUE...]",
    about: "Change a plugin's settings",
    args: Args::Min(2),
    flags: &[],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    cli.engine("Post", &format!("plugins/{name}/set"))?.plugin_set(name, &m.args[1..])?;
    Ok(())
}
