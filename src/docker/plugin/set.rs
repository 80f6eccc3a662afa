//! `docker plugin set`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};

/// The verb.
pub static VERB: Verb = Verb {
    usage: "PLUGIN KEY=VALUE [KEY=VALUE...]",
    about: "Change a plugin's settings",
    long: "",
    also: "",
    args: Args::Min(2),
    flags: &[],
    interspersed: true,
    takes: Takes::Nothing,
    run: |cli, m| Box::pin(run(cli, m)),
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    cli.engine("Post", &format!("plugins/{name}/set"))?.plugin_set(name, &m.args[1..])?;
    Ok(())
}
