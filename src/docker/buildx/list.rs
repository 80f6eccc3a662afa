//! `docker buildx ls`.

use super::builder::{self, BUILDKIT, PLATFORMS};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::container::list::FORMAT_HELP;
use crate::docker::flags::{Flag, Matches, switch, text};
use crate::docker::format::rows::{self, Row};

static FLAGS: &[Flag] = &[
    switch("debug", "Say more about what is done").short('D'),
    text("format", FORMAT_HELP).default("table"),
    switch("no-trunc", "Do not shorten anything"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "",
    about: "List the builders",
    args: Args::Exact(0),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

const HEADINGS: &[(&str, &str)] = &[
    ("Name", "NAME/NODE"),
    ("DriverEndpoint", "DRIVER/ENDPOINT"),
    ("LastActivity", "LAST ACTIVITY"),
    ("Status", "STATUS"),
    ("Buildkit", "BUILDKIT"),
    ("Platforms", "PLATFORMS"),
    ("Error", "ERROR"),
];

const TABLE: &str =
    "table {{.Name}}\t{{.DriverEndpoint}}\t{{.Status}}\t{{.Buildkit}}\t{{.Platforms}}";

fn row(cells: [&str; 6]) -> Row {
    let [name, driver, status, version, platforms, error] = cells;
    Row::new("commands.lsContext")
        .text("Name", name)
        .text("DriverEndpoint", driver)
        .text("LastActivity", "")
        .text("Status", status)
        .text("Buildkit", version)
        .text("Platforms", platforms)
        .text("Error", error)
}

/// Platforms, the variants of one told by their number only.
fn short(platforms: &[&str]) -> String {
    let variants = platforms.iter().filter(|p| p.starts_with("linux/amd64/")).count() + 1;
    format!("linux/amd64 (+{variants}), linux/386")
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let table = rows::is_table(m.text("format"));
    let platforms = if m.on("no-trunc") { PLATFORMS.join(", ") } else { short(PLATFORMS) };
    let current = cli.settings.context().to_string();
    builder::open(&cli)?;
    builder::find(&cli, &current).map_err(builder::wrong)?;
    let (mut list, mut faults) = (Vec::new(), String::new());
    for (name, fault) in builder::all(&cli) {
        let star = if name == current && table { "*" } else { "" };
        let mark = if table { " \\_ " } else { "" };
        match fault {
            None => {
                list.push(row([&format!("{name}{star}"), "docker", "", "", "", ""]));
                let node = format!("{mark}{name}");
                list.push(row([&node, &node, "running", BUILDKIT, &platforms, ""]));
            }
            Some(fault) => {
                list.push(row([&format!("{name}{star}"), "", "error", "", "", &fault.text]));
                faults.push_str(&format!("\nCannot load builder {name}: {}", fault.text));
            }
        }
    }
    let format = if m.text("format") == "table" { TABLE } else { m.text("format") };
    let out = rows::write(format, HEADINGS, list).map_err(|f| builder::wrong(f.text))?;
    cli.out(&out).await;
    if table && !faults.is_empty() {
        cli.line(&faults).await;
    }
    Ok(())
}
