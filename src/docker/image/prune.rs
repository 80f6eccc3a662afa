//! `docker image prune`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};
use crate::docker::format::units;
use crate::docker::opts::filter;
use crate::engine::api::filters::Filters;
use crate::engine::api::image::ImageDeleted;

static FLAGS: &[Flag] = &[
    switch("all", "All without a container, not only those without a\nname").short('a'),
    flag("filter", Kind::Filter, "Remove what fits: label, until"),
    switch("force", "Do not ask first").short('f'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Remove images that nothing needs",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    cli.ping()?;
    let question = match m.on("all") {
        true => {
            "WARNING! This will remove all images without at least one container associated to them."
        }
        false => "WARNING! This will remove all dangling images.",
    };
    if !m.on("force") && !cli.confirm(question).await? {
        return Ok(());
    }
    let (space, report) = prune(&cli, m.on("all"), filter::gather(m.list("filter")))?;
    if !report.is_empty() {
        cli.line(&report).await;
    }
    cli.line(&format!("Total reclaimed space: {}", units::human_size(space))).await;
    Ok(())
}

/// Prunes; the bytes won, and the report.
pub fn prune(cli: &Cli, all: bool, mut filters: Filters) -> Result<(i64, String), Failure> {
    filters.add("dangling", if all { "false" } else { "true" });
    let pruned = cli.engine("Post", "images/prune")?.images_prune(&cli.p, &filters)?;
    if pruned.images_deleted.is_empty() {
        return Ok((0, String::new()));
    }
    let mut report = "Deleted Images:\n".to_string();
    for deleted in &pruned.images_deleted {
        report.push_str(&match deleted {
            ImageDeleted::Untagged(name) => format!("untagged: {name}\n"),
            ImageDeleted::Deleted(id) => format!("deleted: {id}\n"),
        });
    }
    Ok((i64::try_from(pruned.space_reclaimed).unwrap_or(i64::MAX), report))
}
