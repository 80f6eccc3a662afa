//! `docker history`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::format::human::{ago, ellipsis, short_id};
use crate::docker::format::rows::{self, Row};
use crate::docker::format::units;
use crate::docker::opts::platform;
use crate::docker::route::in_path;
use crate::engine::api::image::HistoryItem;
use crate::golang::time;

static FLAGS: &[Flag] = &[
    text("format", crate::docker::container::list::FORMAT_HELP),
    switch("human", "Sizes and times for people").short('H').default("true"),
    switch("no-trunc", "Do not shorten anything"),
    text("platform", "The image for this platform"),
    switch("quiet", "Ids only").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] IMAGE",
    about: "Show the steps in which an image was made",
    also: "docker image history, docker history",
    args: Args::Exact(1),
    flags: &[FLAGS],
    takes: Takes::Images,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

const HEADINGS: &[(&str, &str)] = &[
    ("ID", "IMAGE"),
    ("CreatedSince", "CREATED"),
    ("CreatedAt", "CREATED AT"),
    ("CreatedBy", "CREATED BY"),
    ("Size", "SIZE"),
    ("Comment", "COMMENT"),
];

/// Before this second no one tells ages (2000-01-01).
const EPOCH: i64 = 946_684_800;

fn row(h: &HistoryItem, human: bool, trunc: bool, now: i64) -> Row {
    let created = h.created.saturating_mul(1_000_000_000);
    let at = time::rfc3339(created);
    let since = match human {
        true if h.created <= EPOCH => "N/A".to_string(),
        true => ago(created, now),
        false => at.clone(),
    };
    let by = h.created_by.replace('\t', " ");
    Row::new("image.historyContext")
        .text("ID", if trunc { short_id(&h.id) } else { h.id.clone() })
        .text("CreatedAt", at)
        .text("CreatedSince", since)
        .text("CreatedBy", if trunc { ellipsis(&by, 45) } else { by })
        .text("Size", if human { units::human(h.size, 3) } else { h.size.to_string() })
        .text("Comment", &h.comment)
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    platform::check(m.text("platform"))?;
    let engine = cli.engine("Get", &format!("images/{name}/history"))?;
    let name = &*in_path(name);
    platform::holds(&engine, name, m.text("platform"))?;
    let items = engine.image_history(name)?;
    let human = m.on("human");
    let created = if human { "CreatedSince" } else { "CreatedAt" };
    let table = format!(
        "table {{{{.ID}}}}\t{{{{.{created}}}}}\t{{{{.CreatedBy}}}}\t{{{{.Size}}}}\t{{{{.Comment}}}}"
    );
    let format = rows::choose(m.text("format"), m.on("quiet"), &table, "{{.ID}}", "raw");
    let (trunc, now) = (!m.on("no-trunc"), cli.p.now());
    let rows = items.iter().map(|h| row(h, human, trunc, now));
    cli.out(&rows::write(&format, HEADINGS, rows)?).await;
    Ok(())
}
