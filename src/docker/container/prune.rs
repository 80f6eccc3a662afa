//! `docker container prune`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};
use crate::docker::format::units;
use crate::docker::opts::filter;
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
    cli.ping()?;
    let question = "WARNING! This will remove all stopped containers.";
    if !m.on("force") && !cli.confirm(question).await? {
        return Ok(());
    }
    let (space, report) = prune(&cli, &filter::gather(m.list("filter")))?;
    if !report.is_empty() {
        cli.line(&report).await;
    }
    cli.line(&format!("Total reclaimed space: {}", units::human_size(space))).await;
    Ok(())
}

/// Prunes; the bytes won, and the report.
pub fn prune(cli: &Cli, filters: &Filters) -> Result<(i64, String), Failure> {
    let pruned = cli.engine("Post", "containers/prune")?.containers_prune(&cli.p, filters)?;
    if pruned.containers_deleted.is_empty() {
        return Ok((0, String::new()));
    }
    let mut report = "Deleted Containers:\n".to_string();
    for id in &pruned.containers_deleted {
        report.push_str(&format!("{id}\n"));
    }
    Ok((i64::try_from(pruned.space_reclaimed).unwrap_or(i64::MAX), report))
}
