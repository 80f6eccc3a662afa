//! `docker buildx du`: what the builder keeps.

use super::builder;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::container::list::FORMAT_HELP;
use crate::docker::flags::{Flag, Kind, Matches, flag, switch, text};
use crate::docker::format::human::ago;
use crate::docker::format::rows::{self, Row};
use crate::docker::format::units::human_size;
use crate::docker::template::Val;
use crate::engine::api::system::BuildCacheEntry;
use crate::golang::time;

static FLAGS: &[Flag] = &[
    text("builder", "Builder to use"),
    switch("debug", "Say more about what is done").short('D'),
    flag("filter", Kind::Filter, "Show what fits"),
    text("format", FORMAT_HELP),
    switch("verbose", "The same as --format=pretty"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "",
    about: "Show what builds have kept, and what it takes",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

const HEADINGS: &[(&str, &str)] = &[
    ("ID", "ID"),
    ("Reclaimable", "RECLAIMABLE"),
    ("Size", "SIZE"),
    ("LastUsedAt", "LAST ACCESSED"),
];

const TABLE: &str = "table {{.ID}}\t{{.Reclaimable}}\t{{.Size}}\t{{.LastUsedAt}}";

/// How long ago something was used last.
pub fn since(cli: &Cli, at: &str) -> String {
    match time::from_rfc3339(at) {
        Some(then) => ago(then, cli.p.now()),
        None => String::new(),
    }
}

/// A moment as Go prints it.
fn moment(at: &str) -> String {
    time::from_rfc3339(at).map(time::go_string).unwrap_or_default()
}

fn row(cli: &Cli, e: &BuildCacheEntry, table: bool) -> Row {
    let star = |of: bool| if table && of { "*" } else { "" };
    Row::new("commands.diskusageContext")
        .text("ID", format!("{}{}", e.id, star(e.mutable)))
        .text("CreatedAt", moment(&e.created_at))
        .text("Description", &e.description)
        .text("LastUsedAt", since(cli, &e.last_used_at))
        .value("Mutable", Val::Bool(e.mutable))
        .value("Parents", Val::Nil(std::rc::Rc::from("[]string")))
        .value("Reclaimable", Val::Bool(!e.in_use))
        .value("Shared", Val::Bool(e.shared))
        .text("Size", format!("{}{}", human_size(e.size), star(e.shared)))
        .text("Type", &e.kind)
        .value("UsageCount", Val::Int(e.usage_count))
}

fn pretty(cli: &Cli, e: &BuildCacheEntry) -> String {
    let fields = [
        ("ID", e.id.clone()),
        ("Created at", moment(&e.created_at)),
        ("Mutable", e.mutable.to_string()),
        ("Reclaimable", (!e.in_use).to_string()),
        ("Shared", e.shared.to_string()),
        ("Size", human_size(e.size)),
        ("Description", e.description.clone()),
        ("Usage count", e.usage_count.to_string()),
        ("Last used", since(cli, &e.last_used_at)),
        ("Type", e.kind.clone()),
    ];
    let mut out = String::new();
    for (key, value) in fields {
        out.push_str(&format!("{:<14}{value}\n", format!("{key}:")));
    }
    out + "\n"
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    builder::chosen(&cli, &m)?;
    let verbose = m.on("verbose");
    if verbose && m.given("format") {
        return Err(builder::wrong("--format and --verbose cannot be used together"));
    }
    let engine = cli.ping().map_err(|f| builder::wrong(f.text))?;
    let wanted = builder::filters(&m)?;
    let mut kept = engine.disk_usage()?.build_cache;
    kept.retain(|e| e.fits(&wanted));
    kept.sort_by(|a, b| a.size.cmp(&b.size).then(a.id.cmp(&b.id)));
    let format = match m.text("format") {
        _ if verbose => "pretty",
        "" | "table" => TABLE,
        other => other,
    };
    if format == "pretty" {
        cli.out(&kept.iter().map(|e| pretty(&cli, e)).collect::<String>()).await;
    } else {
        let table = rows::is_table(format);
        let list = kept.iter().map(|e| row(&cli, e, table));
        cli.out(&rows::write(format, HEADINGS, list).map_err(|f| builder::wrong(f.text))?).await;
    }
    if format != TABLE && format != "pretty" || !wanted.is_empty() {
        return Ok(());
    }
    let sum =
        |shared: bool| kept.iter().filter(|e| e.shared == shared).map(|e| e.size).sum::<i64>();
    let (shared, private) = (sum(true), sum(false));
    let mut out = String::new();
    if shared > 0 {
        out.push_str(&format!("Shared:\t\t{}\n", human_size(shared)));
        out.push_str(&format!("Private:\t{}\n", human_size(private)));
    }
    let idle: i64 = kept.iter().filter(|e| !e.in_use).map(|e| e.size).sum();
    out.push_str(&format!("Reclaimable:\t{}\n", human_size(idle)));
    out.push_str(&format!("Total:\t\t{}\n", human_size(shared + private)));
    cli.out(&out).await;
    Ok(())
}
