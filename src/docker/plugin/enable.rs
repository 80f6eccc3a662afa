//! `docker plugin enable`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag};

static FLAGS: &[Flag] =
    &[flag("timeout", Kind::Int, "Seconds to wait for the plugin's answer").default("30")];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] PLUGIN",
    about: "Start a plugin",
    args: Args::Exact(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    let timeout = m.number("timeout");
    if timeout < 0 {
        return Err(format!("negative timeout {timeout} is invalid").into());
    }
    cli.engine("Post", &format!("plugins/{name}/enable"))?.plugin_enable(name)?;
    cli.line(name).await;
    Ok(())
}
