//! `docker ps`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch, text};
use crate::docker::format::human::{ago, ellipsis, first_digits, short_id};
use crate::docker::format::ports::{self, Port};
use crate::docker::format::rows::{self, Row};
use crate::docker::format::units;
use crate::docker::opts::filter;
use crate::docker::template::{Asked, Mode, Template, Val};
use crate::engine::api::container::{
    ContainerListOptions, ContainerSummary, MountPoint, PortSummary,
};
use crate::engine::images::reference::Reference;
use crate::golang::quote::quote;
use crate::golang::time;
use std::rc::Rc;

/// Help on `--format` for lists.
pub const FORMAT_HELP: &str = "How to print:\n'table':          columns with headings (default)\n'table TEMPLATE': columns by a Go template\n'json':           a JSON object a line\n'TEMPLATE':       a Go template";

static FLAGS: &[Flag] = &[
    switch("all", "Those that do not run, too").short('a'),
    flag("filter", Kind::Filter, "Show what fits: name, status, label, volume,\nancestor, exited, health, id, network, publish...").short('f'),
    text("format", FORMAT_HELP),
    flag("last", Kind::Int, "The newest ones, so many, whatever their state").short('n').default("-1"),
    switch("latest", "The newest one, whatever its state").short('l'),
    switch("no-trunc", "Do not shorten anything"),
    switch("quiet", "Ids only").short('q'),
    switch("size", "How much space their files take").short('s'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List containers",
    also: "docker container ls, docker container list, docker container ps, docker ps",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// Headings of container tables.
pub const HEADINGS: &[(&str, &str)] = &[
    ("ID", "CONTAINER ID"),
    ("Names", "NAMES"),
    ("Image", "IMAGE"),
    ("Command", "COMMAND"),
    ("CreatedAt", "CREATED AT"),
    ("RunningFor", "CREATED"),
    ("Ports", "PORTS"),
    ("State", "STATE"),
    ("Status", "STATUS"),
    ("Size", "SIZE"),
    ("Labels", "LABELS"),
    ("Mounts", "MOUNTS"),
    ("LocalVolumes", "LOCAL VOLUMES"),
    ("Networks", "NETWORKS"),
    ("Platform", "PLATFORM"),
];

/// A container as a row, with what is asked of it.
pub fn row(c: &ContainerSummary, trunc: bool, now: i64, asked: &Asked) -> Row {
    let created = c.created.saturating_mul(1_000_000_000);
    let shorten = |text: &str, width: usize| {
        if trunc { ellipsis(text, width) } else { text.to_string() }
    };
    Row::asked("formatter.ContainerContext", asked)
        .made("ID", || if trunc { short_id(&c.id) } else { c.id.clone() })
        .made("Names", || names(c, trunc))
        .made("Image", || image(c, trunc))
        .made("Command", || quote(&shorten(&c.command, 20)))
        .made("CreatedAt", || time::go_string(created))
        .made("RunningFor", || ago(created, now))
        .made("Ports", || bound(c))
        .made("State", || c.state.clone())
        .made("Status", || c.status.clone())
        .made("Size", || size(c))
        .made("Mounts", || {
            let shown =
                |m: &MountPoint| shorten(if m.name.is_empty() { &m.source } else { &m.name }, 15);
            c.mounts.iter().map(shown).collect::<Vec<_>>().join(",")
        })
        .made("LocalVolumes", || {
            c.mounts.iter().filter(|m| m.driver == "local").count().to_string()
        })
        .made("Networks", || c.networks.keys().map(String::as_str).collect::<Vec<_>>().join(","))
        .value("Platform", Val::Nil(Rc::from("*formatter.Platform")))
        .labels(&c.labels)
}

fn names(c: &ContainerSummary, trunc: bool) -> String {
    let bare: Vec<&str> = c.names.iter().map(|n| n.strip_prefix('/').unwrap_or(n)).collect();
    match bare.iter().find(|n| trunc && !n.contains('/')) {
        Some(own) => (*own).to_string(),
        None => bare.join(","),
    }
}

fn bound(c: &ContainerSummary) -> String {
    let port = |p: &PortSummary| Port {
        ip: p.ip.clone(),
        private: p.private_port,
        public: p.public_port,
        kind: p.kind.clone(),
    };
    ports::shown(&c.ports.iter().map(port).collect::<Vec<_>>())
}

fn size(c: &ContainerSummary) -> String {
    let own = units::human(c.size_rw, 3);
    match c.size_root_fs {
        1.. => format!("{own} (virtual {})", units::human(c.size_root_fs, 3)),
        _ => own,
    }
}

fn image(c: &ContainerSummary, trunc: bool) -> String {
    if c.image.is_empty() {
        return "<no image>".to_string();
    }
    if trunc {
        let short = first_digits(&c.image_id);
        if short == first_digits(&c.image) {
            return short.to_string();
        }
        // A name alone, with its tag, is already as short as it can be.
        if c.image.contains(['/', '@'])
            && let Ok(mut name) = Reference::parse(&c.image)
        {
            name.digest = None;
            return name.familiar();
        }
    }
    c.image.clone()
}

/// Whether a template asks for the size, which costs the engine a look at all files. The client
/// finds out by trying it on nothing; so mistakes show here, in these words.
fn asks_size(format: &str) -> Result<bool, Failure> {
    let template = Template::parse(format)
        .map_err(|e| Failure::from(format!("failed to parse template: {e}")))?;
    let blank = row(&ContainerSummary::default(), true, 0, &Asked::default()).into_val();
    template
        .run(&blank, Mode::default())
        .map_err(|e| Failure::from(format!("failed to execute template: {e}")))?;
    Ok(format.contains(".Size") || format.contains("json ."))
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let quiet = m.on("quiet");
    let mut asked = m.text("format").to_string();
    if asked.is_empty() {
        asked = cli.settings.text("psFormat");
    } else if quiet {
        cli.err("WARNING: Ignoring custom format, because both --format and --quiet are set.")
            .await;
    }
    let asks = !asked.is_empty() && asks_size(&asked)?;
    let size = m.on("size") || (asks && !m.given("size"));
    let last = m.number("last");
    let limit = if m.on("latest") && last == -1 {
        Some(1)
    } else {
        usize::try_from(last).ok().filter(|n| *n > 0)
    };
    let options = ContainerListOptions {
        all: m.on("all"),
        limit,
        size: size && !quiet,
        filters: filter::gather(m.list("filter")),
    };
    let on = |flag: bool| if flag { "1".to_string() } else { String::new() };
    let parts = [
        ("all", on(options.all)),
        ("limit", options.limit.map_or_else(String::new, |n| n.to_string())),
        ("size", on(options.size)),
    ];
    let path = format!("containers/json{}", filter::query(&options.filters, &parts));
    let engine = cli.engine("Get", &path)?;
    let containers = engine.container_list(&options)?;
    let mut table = "table {{.ID}}\t{{.Image}}\t{{.Command}}\t{{.RunningFor}}\t{{.Status}}\t{{.Ports}}\t{{.Names}}".to_string();
    let mut raw = if quiet {
        "container_id: {{.ID}}".to_string()
    } else {
        "container_id: {{.ID}}\nimage: {{.Image}}\ncommand: {{.Command}}\ncreated_at: {{.CreatedAt}}\nstate: {{- pad .State 1 0}}\nstatus: {{- pad .Status 1 0}}\nnames: {{.Names}}\nlabels: {{- pad .Labels 1 0}}\nports: {{- pad .Ports 1 0}}\n".to_string()
    };
    if m.on("size") {
        table.push_str("\t{{.Size}}");
        raw.push_str("size: {{.Size}}\n");
    }
    let format = match asked.as_str() {
        "raw" => raw,
        _ if quiet => "{{.ID}}".to_string(),
        "" | "table" => table,
        other => other.to_string(),
    };
    let (trunc, now) = (!m.on("no-trunc"), cli.p.now());
    let looked_at = rows::asked(&format);
    let rows = containers.map(|c| row(&c, trunc, now, &looked_at));
    let out = rows::write(&format, HEADINGS, rows)?;
    cli.out(&out).await;
    Ok(())
}
