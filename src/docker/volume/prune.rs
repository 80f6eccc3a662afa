//! `docker volume prune`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};
use crate::docker::format::units;
use crate::docker::opts::filter;
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
    cli.ping()?;
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
    let (space, report) = prune(&cli, &filters)?;
    if !report.is_empty() {
        cli.line(&report).await;
    }
    cli.line(&format!("Total reclaimed space: {}", units::human_size(space))).await;
    Ok(())
}

/// Prunes; the bytes won, and the report.
pub fn prune(cli: &Cli, filters: &Filters) -> Result<(i64, String), Failure> {
    let pruned = cli.engine("Post", "volumes/prune")?.volumes_prune(&cli.p, filters)?;
    if pruned.volumes_deleted.is_empty() {
        return Ok((0, String::new()));
    }
    let mut report = "Deleted Volumes:\n".to_string();
    for name in &pruned.volumes_deleted {
        report.push_str(&format!("{name}\n"));
    }
    Ok((i64::try_from(pruned.space_reclaimed).unwrap_or(i64::MAX), report))
}
