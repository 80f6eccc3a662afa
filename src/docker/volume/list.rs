//! `docker volume ls`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch, text};
use crate::docker::format::rows::{self, Row};
use crate::docker::format::units;
use crate::docker::opts::{filter, natural};
use crate::engine::api::volume::Volume;

static FLAGS: &[Flag] = &[
    switch("cluster", "Cluster volumes only"),
    flag("filter", Kind::Filter, "Show what fits: dangling, driver, label, name").short('f'),
    text("format", crate::docker::container::list::FORMAT_HELP),
    switch("quiet", "Names only").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List volumes",
    also: "docker volume ls, docker volume list",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

const TABLE: &str = "table {{.Driver}}\t{{.Name}}";
const CLUSTER: &str = "table {{.Name}}\t{{.Group}}\t{{.Driver}}\t{{.Availability}}\t{{.Status}}";

/// Headings of volume tables.
pub const HEADINGS: &[(&str, &str)] = &[
    ("ID", "ID"),
    ("Name", "VOLUME NAME"),
    ("Group", "GROUP"),
    ("Driver", "DRIVER"),
    ("Scope", "SCOPE"),
    ("Availability", "AVAILABILITY"),
    ("Mountpoint", "MOUNTPOINT"),
    ("Labels", "LABELS"),
    ("Links", "LINKS"),
    ("Size", "SIZE"),
    ("Status", "STATUS"),
];

/// A volume as a row.
pub fn row(v: &Volume) -> Row {
    let none = || "N/A".to_string();
    let (links, size) = match &v.usage_data {
        Some(usage) => (usage.ref_count.to_string(), units::human_size(usage.size)),
        None => (none(), none()),
    };
    Row::new("formatter.volumeContext")
        .text("Name", &v.name)
        .text("Driver", &v.driver)
        .text("Scope", &v.scope)
        .text("Mountpoint", &v.mountpoint)
        .text("Links", links)
        .text("Size", size)
        .text("Group", "N/A")
        .text("Availability", "N/A")
        .text("Status", "N/A")
        .labels(&v.labels.clone().unwrap_or_default())
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let quiet = m.on("quiet");
    let mut asked = m.text("format").to_string();
    if asked.is_empty() && !quiet {
        asked = cli.settings.text("volumesFormat");
    }
    let filters = filter::gather(m.list("filter"));
    let cluster = m.on("cluster");
    let path = format!("volumes{}", filter::query(&filters, &[]));
    let (mut volumes, warnings) = cli.engine("Get", &path)?.volume_list(&filters)?;
    for warning in warnings {
        cli.err(&warning).await;
    }
    // There is one host, and no cluster with volumes of its own.
    volumes.retain(|_| !cluster);
    volumes.sort_by(|a, b| natural::compare(&a.name, &b.name));
    let raw = if quiet { "name: {{.Name}}" } else { "name: {{.Name}}\\ndriver: {{.Driver}}\\n" };
    let format =
        rows::choose(&asked, quiet, if cluster { CLUSTER } else { TABLE }, "{{.Name}}", raw);
    let out = rows::write(&format, HEADINGS, volumes.iter().map(row))?;
    cli.out(&out).await;
    Ok(())
}
