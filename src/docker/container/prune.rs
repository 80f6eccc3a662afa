//! `docker container prune`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};
use crate::docker::opts::filter;
use crate::docker::pruned::{Pruned, tell_total};
use crate::engine::api::filters::Filters;

static FLAGS: &[Flag] = &[
    flag("filter", Kind::Filter, "Remove what fits: label, until"),
    switch("force", "Do not ask first").short('f'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Remove all containers that do not run",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let question = "WARNING! This will remove all stopped containers.";
    if !m.on("force") && !cli.confirm(question).await? {
        return Ok(());
    }
    let pruned = prune(&cli, &filter::gather(m.list("filter")))?;
    pruned.tell(&cli).await;
    tell_total(&cli, pruned.space).await;
    Ok(())
}

/// Prunes.
pub fn prune(cli: &Cli, filters: &Filters) -> Result<Pruned, Failure> {
    let pruned = cli.ping()?.containers_prune(&cli.p, filters)?;
    Ok(Pruned::new("Deleted Containers", &pruned.containers_deleted, pruned.space_reclaimed))
}
