//! `docker system prune`.

use crate::docker::build;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};
use crate::docker::opts::filter;
use crate::docker::pruned::{Pruned, tell_total};
use crate::docker::{container, image, network, volume};
use crate::engine::api::filters::Filters;

static FLAGS: &[Flag] = &[
    switch("all", "Images without a container too, not only those\nwithout a name").short('a'),
    flag("filter", Kind::Filter, "Remove what fits: label, until"),
    switch("force", "Do not ask first").short('f'),
    switch("volumes", "Volumes without a name, too"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Remove what nothing needs",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

fn question(m: &Matches) -> String {
    let mut parts =
        vec!["all stopped containers", "all networks not used by at least one container"];
    if m.on("volumes") {
        parts.push("all anonymous volumes not used by at least one container");
    }
    if m.on("all") {
        parts.push("all images without at least one container associated to them");
        parts.push("all build cache");
    } else {
        parts.push("all dangling images");
        parts.push("unused build cache");
    }
    let lines: String = parts.iter().map(|p| format!("\n  - {p}")).collect();
    let mut out = format!("WARNING! This will remove:{lines}\n");
    let mut filters = m.list("filter").to_vec();
    // What it does not know it does not tell of.
    filters.retain(|f| {
        let key = f.split('=').next().unwrap_or_default();
        matches!(key.trim(), "until" | "label" | "label!")
    });
    filters.sort();
    if !filters.is_empty() {
        let lines: String = filters.iter().map(|f| format!("\n  - {f}")).collect();
        out.push_str(&format!("\n  Items to be pruned will be filtered with:{lines}\n"));
    }
    out
}

type Prune = fn(&Cli, &Matches, &Filters) -> Result<Option<Pruned>, Failure>;

/// What is pruned, in this order.
const KINDS: [Prune; 5] = [
    |cli, _, filters| container::prune::prune(cli, filters).map(Some),
    |cli, _, filters| network::prune::prune(cli, filters).map(Some),
    |cli, m, filters| match m.on("volumes") {
        true => volume::prune::prune(cli, filters).map(Some),
        false => Ok(None),
    },
    |cli, m, filters| image::prune::prune(cli, m.on("all"), filters.clone()).map(Some),
    |cli, m, filters| build::prune::prune(cli, m.on("all"), filters).map(Some),
];

async fn run(cli: Cli, m: Matches) -> Outcome {
    let filters = filter::gather(m.list("filter"));
    if m.on("volumes") && filters.has("until") {
        return Err("ERROR: The \"until\" filter is not supported with \"--volumes\"".into());
    }
    if !m.on("force") && !cli.confirm(&question(&m)).await? {
        return Ok(());
    }
    let mut total = 0u64;
    for prune in KINDS {
        if let Some(pruned) = prune(&cli, &m, &filters)? {
            total = total.saturating_add(pruned.space);
            pruned.tell(&cli).await;
        }
    }
    tell_total(&cli, total).await;
    Ok(())
}
