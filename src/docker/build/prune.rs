//! `docker builder prune`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, Takes, flag, switch, text};
use crate::docker::format::units;
use crate::docker::opts::filter;
use crate::engine::api::filters::Filters;

const SPACE: &str = "the host's disk has no bounds that could be kept to";

static FLAGS: &[Flag] = &[
    switch("all", "All of it, not only what hangs loose").short('a'),
    text("builder", "Builder to use").gap("there is one builder, inside the engine"),
    switch("debug", "Say more about what is done").short('D'),
    flag("filter", Kind::Filter, "Remove what fits"),
    switch("force", "Do not ask first").short('f'),
    flag("keep-storage", Kind::Bytes, "Keep this much").hidden(),
    flag("max-used-space", Kind::Bytes, "Keep no more than this"),
    flag("min-free-space", Kind::Bytes, "Leave this much of the disk free").gap(SPACE),
    flag("reserved-space", Kind::Bytes, "Keep at least this much"),
    switch("verbose", "Tell more"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "",
    about: "Remove what builds have kept",
    long: "",
    also: "",
    args: Args::None,
    flags: &[FLAGS],
    interspersed: true,
    takes: Takes::Nothing,
    run: |cli, m| Box::pin(run(cli, m)),
};

/// Prunes; the bytes won, and the report that `docker system prune` prints.
pub fn report(cli: &Cli, all: bool, filters: &Filters) -> Result<(i64, String), Failure> {
    let pruned = cli.engine("Post", "build/prune")?.build_cache_prune(all, filters)?;
    if pruned.caches_deleted.is_empty() {
        return Ok((0, String::new()));
    }
    let mut report = "Deleted build cache objects:\n".to_string();
    for id in &pruned.caches_deleted {
        report.push_str(&format!("{id}\n"));
    }
    Ok((i64::try_from(pruned.space_reclaimed).unwrap_or(i64::MAX), report))
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    if m.given("keep-storage") {
        cli.line("Flag --keep-storage has been deprecated, keep-storage flag has been changed to reserved-space").await;
    }
    let bounds = ["keep-storage", "max-used-space", "reserved-space"];
    let keep = bounds.iter().map(|flag| m.number(flag)).max().unwrap_or(0);
    cli.ping().map_err(|f| Failure::from(format!("ERROR: {}", f.text)))?;
    let all = m.on("all");
    let question = match all {
        true => "WARNING! This will remove all build cache.",
        false => "WARNING! This will remove all dangling build cache.",
    };
    let question = format!("{question} Are you sure you want to continue? [y/N] ");
    if !m.on("force") && !cli.confirm_plainly(&question).await? {
        return Ok(());
    }
    let pruned = cli.ping()?.build_cache_shrink(all, &filter::gather(m.list("filter")), keep)?;
    if !pruned.caches_deleted.is_empty() {
        let ids: String = pruned.caches_deleted.iter().map(|id| format!("{id}\n")).collect();
        cli.out(&format!("ID\t\t\t\t\t\tRECLAIMABLE\tSIZE\t\tLAST ACCESSED\n{ids}")).await;
    }
    let space = i64::try_from(pruned.space_reclaimed).unwrap_or(i64::MAX);
    cli.line(&format!("Total:\t{}", units::human_size(space))).await;
    Ok(())
}
