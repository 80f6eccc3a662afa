//! `docker network prune`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};
use crate::docker::opts::filter;
use crate::docker::pruned::Pruned;
use crate::engine::api::filters::Filters;

static FLAGS: &[Flag] = &[
    flag("filter", Kind::Filter, "Remove what fits: label, until"),
    switch("force", "Do not ask first").short('f'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Remove networks that no container is in",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let question =
        "WARNING! This will remove all custom networks not used by at least one container.";
    if !m.on("force") && !cli.confirm(question).await? {
        return Ok(());
    }
    let pruned = prune(&cli, &filter::gather(m.list("filter")))?;
    pruned.tell(&cli).await;
    Ok(())
}

/// Prunes; networks take no space.
pub fn prune(cli: &Cli, filters: &Filters) -> Result<Pruned, Failure> {
    let deleted = cli.ping()?.networks_prune(filters)?;
    Ok(Pruned::new("Deleted Networks", &deleted, 0))
}
