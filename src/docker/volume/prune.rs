//! `docker volume prune`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};
use crate::docker::opts::filter;
use crate::docker::pruned::{Pruned, tell_total};
use crate::engine::api::filters::Filters;

static FLAGS: &[Flag] = &[
    switch("all", "Those with a name too, not only the nameless").short('a'),
    flag("filter", Kind::Filter, "Remove what fits: label"),
    switch("force", "Do not ask first").short('f'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Remove volumes that no container refers to",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut filters = filter::gather(m.list("filter"));
    let question = if m.on("all") {
        if filters.has("all") {
            return Err("conflicting options: cannot specify both --all and --filter all=1".into());
        }
        filters.add("all", "true");
        "WARNING! This will remove all local volumes not used by at least one container."
    } else {
        "WARNING! This will remove anonymous local volumes not used by at least one container."
    };
    if !m.on("force") && !cli.confirm(question).await? {
        return Ok(());
    }
    let pruned = prune(&cli, &filters)?;
    pruned.tell(&cli).await;
    tell_total(&cli, pruned.space).await;
    Ok(())
}

/// Prunes.
pub fn prune(cli: &Cli, filters: &Filters) -> Result<Pruned, Failure> {
    let pruned = cli.ping()?.volumes_prune(&cli.p, filters)?;
    Ok(Pruned::new("Deleted Volumes", &pruned.volumes_deleted, pruned.space_reclaimed))
}
