//! `docker network disconnect`.

use crate::docker::cli::{Cli, named};
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch};

static FLAGS: &[Flag] = &[switch("force", "Take it out even if it does not answer").short('f')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] NETWORK CONTAINER",
    about: "Take a container out of a network",
    args: Args::Exact(2),
    flags: &[FLAGS],
    takes: Takes::NetworkThenContainer,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let (network, container) = (&m.args[0], &m.args[1]);
    named("network", network)?;
    named("container", container)?;
    cli.engine("Post", &format!("networks/{network}/disconnect"))?.network_disconnect(
        network,
        container,
        m.on("force"),
    )?;
    Ok(())
}
