//! `docker builder prune`.

use crate::docker::buildx::builder::{self, wrong};
use crate::docker::buildx::du::since;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch, text};
use crate::docker::format::units;
use crate::docker::pruned::Pruned;
use crate::engine::api::filters::Filters;
use crate::engine::api::system::BuildCacheEntry;
use crate::golang::duration;
use crate::golang::quote::quote;

static FLAGS: &[Flag] = &[
    switch("all", "All of it, not only what hangs loose").short('a'),
    text("builder", "Builder to use"),
    switch("debug", "Say more about what is done").short('D'),
    flag("filter", Kind::Filter, "Remove what fits"),
    switch("force", "Do not ask first").short('f'),
    flag("keep-storage", Kind::Bytes, "Keep this much").hidden(),
    flag("max-used-space", Kind::Bytes, "Keep no more than this"),
    flag("min-free-space", Kind::Bytes, "Leave this much of the disk free"),
    flag("reserved-space", Kind::Bytes, "Keep at least this much"),
    switch("verbose", "Tell more"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "",
    about: "Remove what builds have kept",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// Prunes, for `docker system prune`.
pub fn prune(cli: &Cli, all: bool, filters: &Filters) -> Result<Pruned, Failure> {
    let pruned = cli.engine("Post", "build/prune")?.build_cache_prune(all, filters)?;
    let ids: Vec<String> = pruned.caches_deleted.iter().map(|e| e.id.clone()).collect();
    Ok(Pruned::new("Deleted build cache objects", &ids, pruned.space_reclaimed))
}

/// What went, a line each as it went: only the first is set in one table with the heading.
fn table(cli: &Cli, gone: &[BuildCacheEntry]) -> String {
    let row = |(n, e): (usize, &BuildCacheEntry)| {
        let star = if e.mutable { "*" } else { "" };
        let gap = if n == 0 { "\t\t" } else { "\t" };
        let (id, idle) = (format!("{}{star}", e.id), !e.in_use);
        let (size, last) = (units::human_size(e.size), since(cli, &e.last_used_at));
        format!("{id:<40}\t{idle:<5}{gap}{size:<10}\t{last}\n")
    };
    let rows: String = gone.iter().enumerate().map(row).collect();
    match gone {
        [] => rows,
        _ => format!("ID\t\t\t\t\t\tRECLAIMABLE\tSIZE\t\tLAST ACCESSED\n{rows}"),
    }
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    if m.given("keep-storage") {
        cli.line("Flag --keep-storage has been deprecated, keep-storage flag has been changed to reserved-space").await;
    }
    let bounds = ["keep-storage", "max-used-space", "reserved-space"];
    let mut keep = bounds.iter().map(|flag| m.number(flag)).max().unwrap_or(0);
    builder::chosen(&cli, &m)?;
    let filters = builder::filters(&m)?;
    for filter in m.list("filter") {
        if let Some((key @ ("until" | "unused-for"), age)) = filter.split_once('=') {
            duration::parse(age).map_err(|e| {
                format!("ERROR: {} filter expects a duration (e.g., '24h'): {e}", quote(key))
            })?;
        }
    }
    // Only what has to go for so much to be free goes.
    let wanted = m.number("min-free-space");
    let free = cli.p.statfs("/var/lib/docker").map_or(0, |fs| fs.free);
    if wanted > 0 && keep == 0 {
        let missing = wanted.saturating_sub(i64::try_from(free).unwrap_or(i64::MAX)).max(0);
        let kept: i64 = cli
            .ping()
            .map_err(|f| wrong(f.text))?
            .disk_usage()?
            .build_cache
            .iter()
            .map(|c| c.size)
            .sum();
        keep = kept.saturating_sub(missing);
    }
    let all = m.on("all");
    let question = match all {
        true => "WARNING! This will remove all build cache.",
        false => "WARNING! This will remove all dangling build cache.",
    };
    let question = format!("{question} Are you sure you want to continue? [y/N] ");
    if !m.on("force") && !cli.confirm_plainly(&question).await? {
        return Ok(());
    }
    let pruned = cli.ping().map_err(|f| wrong(f.text))?.build_cache_shrink(all, &filters, keep)?;
    cli.out(&table(&cli, &pruned.caches_deleted)).await;
    let space = pruned.caches_deleted.iter().map(|e| e.size).sum();
    cli.line(&format!("Total:\t{}", units::human_size(space))).await;
    Ok(())
}
