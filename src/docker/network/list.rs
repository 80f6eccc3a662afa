//! `docker network ls`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch, text};
use crate::docker::format::human::short_id;
use crate::docker::format::rows::{self, Row};
use crate::docker::opts::{filter, natural};
use crate::engine::api::network::Network;
use crate::golang::time;

static FLAGS: &[Flag] = &[
    flag("filter", Kind::Filter, "Show what fits: driver, id, label, name, scope,\ntype, dangling")
        .short('f'),
    text("format", crate::docker::container::list::FORMAT_HELP),
    switch("no-trunc", "Do not shorten ids"),
    switch("quiet", "Ids only").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List networks",
    also: "docker network ls, docker network list",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

const HEADINGS: &[(&str, &str)] = &[
    ("ID", "NETWORK ID"),
    ("Name", "NAME"),
    ("Driver", "DRIVER"),
    ("Scope", "SCOPE"),
    ("IPv4", "IPV4"),
    ("IPv6", "IPV6"),
    ("Internal", "INTERNAL"),
    ("Labels", "LABELS"),
    ("CreatedAt", "CREATED AT"),
];

fn row(n: &Network, trunc: bool) -> Row {
    let created = time::from_rfc3339(&n.created).map_or_else(String::new, time::go_string);
    Row::new("network.networkContext")
        .text("ID", if trunc { short_id(&n.id) } else { n.id.clone() })
        .text("Name", &n.name)
        .text("Driver", &n.driver)
        .text("Scope", &n.scope)
        .text("IPv4", n.enable_ipv4.to_string())
        .text("IPv6", n.enable_ipv6.to_string())
        .text("Internal", n.internal.to_string())
        .text("CreatedAt", created)
        .labels(&n.labels)
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let quiet = m.on("quiet");
    let mut asked = m.text("format").to_string();
    if asked.is_empty() && !quiet {
        asked = cli.settings.text("networksFormat");
    }
    let filters = filter::gather(m.list("filter"));
    let mut networks = cli.engine("Get", "networks")?.network_list(&filters)?;
    networks.sort_by(|a, b| natural::compare(&a.name, &b.name));
    let raw = if quiet {
        "network_id: {{.ID}}"
    } else {
        "network_id: {{.ID}}\\nname: {{.Name}}\\ndriver: {{.Driver}}\\nscope: {{.Scope}}\\n"
    };
    let table = "table {{.ID}}\t{{.Name}}\t{{.Driver}}\t{{.Scope}}";
    let format = rows::choose(&asked, quiet, table, "{{.ID}}", raw);
    let trunc = !m.on("no-trunc");
    let out = rows::write(&format, HEADINGS, networks.iter().map(|n| row(n, trunc)))?;
    cli.out(&out).await;
    Ok(())
}
