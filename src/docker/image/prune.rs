//! `docker image prune`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};
use crate::docker::opts::filter;
use crate::docker::pruned::{Pruned, tell_total};
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
    let question = match m.on("all") {
        true => {
            "WARNING! This will remove all images without at least one container associated to them."
        }
        false => "WARNING! This will remove all dangling images.",
    };
    if !m.on("force") && !cli.confirm(question).await? {
        return Ok(());
    }
    let pruned = prune(&cli, m.on("all"), filter::gather(m.list("filter")))?;
    pruned.tell(&cli).await;
    tell_total(&cli, pruned.space).await;
    Ok(())
}

/// Prunes.
pub fn prune(cli: &Cli, all: bool, mut filters: Filters) -> Result<Pruned, Failure> {
    filters.add("dangling", if all { "false" } else { "true" });
    let pruned = cli.ping()?.images_prune(&cli.p, &filters)?;
    let line = |deleted: &ImageDeleted| match deleted {
        ImageDeleted::Untagged(name) => format!("untagged: {name}"),
        ImageDeleted::Deleted(id) => format!("deleted: {id}"),
    };
    let lines: Vec<String> = pruned.images_deleted.iter().map(line).collect();
    Ok(Pruned::new("Deleted Images", &lines, pruned.space_reclaimed))
}
