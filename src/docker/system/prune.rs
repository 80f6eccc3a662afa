//! `docker system prune`.

use crate::docker::build;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};
use crate::docker::format::units;
use crate::docker::opts::filter;
use crate::docker::{container, image, network, volume};

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

async fn run(cli: Cli, m: Matches) -> Outcome {
    let filters = filter::gather(m.list("filter"));
    cli.ping()?;
    if m.on("volumes") && filters.has("until") {
        return Err("ERROR: The \"until\" filter is not supported with \"--volumes\"".into());
    }
    if !m.on("force") && !cli.confirm(&question(&m)).await? {
        return Ok(());
    }
    let mut total = 0i64;
    let mut reports: Vec<Result<(i64, String), Failure>> =
        vec![container::prune::prune(&cli, &filters), network::prune::prune(&cli, &filters)];
    if m.on("volumes") {
        reports.push(volume::prune::prune(&cli, &filters));
    }
    reports.push(image::prune::prune(&cli, m.on("all"), filters.clone()));
    reports.push(build::prune::report(&cli, m.on("all"), &filters));
    for report in reports {
        let (space, text) = report?;
        total = total.saturating_add(space);
        if !text.is_empty() {
            cli.line(&text).await;
        }
    }
    cli.line(&format!("Total reclaimed space: {}", units::human_size(total))).await;
    Ok(())
}
