//! `docker compose ps`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, label, labels};
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Matches, list, switch, text};
use crate::docker::format::human::{ago, ellipsis, short_id};
use crate::docker::format::ports::{self, Port};
use crate::docker::format::rows::{self, Row};
use crate::docker::format::units;
use crate::docker::template::Val;
use crate::docker::template::types::{Def, Type, typed};
use crate::engine::api::container::{ContainerInspect, ContainerSummary};
use crate::golang::quote::quote;
use crate::golang::time::go_string;
use serde_json::json;

static FLAGS: &[Flag] = &[
    switch("all", "Stopped ones too, and those of run").short('a'),
    text("filter", "Show what fits: status"),
    text("format", crate::docker::container::list::FORMAT_HELP).default("table"),
    switch("no-trunc", "Cut nothing off"),
    switch("orphans", "Also containers of services that are not in the file").default("true"),
    switch("quiet", "Ids only").short('q'),
    switch("services", "Names of services only"),
    list("status", "Only those in this state"),
];

/// A published port, as templates see it.
static PUBLISHER: Def = Def {
    name: "api.PortPublisher",
    fields: &[
        ("URL", "URL", Type::Text),
        ("TargetPort", "TargetPort", Type::Int),
        ("PublishedPort", "PublishedPort", Type::Int),
        ("Protocol", "Protocol", Type::Text),
    ],
    ..Def::PLAIN
};
static PUBLISHERS: Type = Type::List(&Type::Struct(&PUBLISHER), "api.PortPublishers");

/// The verb.
pub static VERB: Verb = Verb {
    name: "ps",
    usage: "[OPTIONS] [SERVICE...]",
    about: "List containers",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

const TABLE: &str = "table {{.Name}}\t{{.Image}}\t{{.Command}}\t{{.Service}}\t{{.RunningFor}}\t{{.Status}}\t{{.Ports}}";
const RAW: &str = "container_id: {{.ID}}\nimage: {{.Image}}\ncommand: {{.Command}}\ncreated_at: {{.CreatedAt}}\nstate: {{- pad .State 1 0}}\nstatus: {{- pad .Status 1 0}}\nnames: {{.Names}}\nlabels: {{- pad .Labels 1 0}}\nports: {{- pad .Ports 1 0}}\n";

const HEADINGS: &[(&str, &str)] = &[
    ("ID", "CONTAINER ID"),
    ("Name", "NAME"),
    ("Project", "PROJECT"),
    ("Service", "SERVICE"),
    ("Image", "IMAGE"),
    ("Command", "COMMAND"),
    ("CreatedAt", "CREATED AT"),
    ("RunningFor", "CREATED"),
    ("Ports", "PORTS"),
    ("State", "STATE"),
    ("Status", "STATUS"),
    ("Size", "SIZE"),
    ("Labels", "LABELS"),
];

async fn run(c: Compose, m: Matches) -> Outcome {
    let mut states = m.list("status").to_vec();
    let filter = m.text("filter");
    if !filter.is_empty() {
        match filter.split_once('=') {
            None => return Err("arguments to --filter should be in form KEY=VAL".into()),
            Some(("status", state)) => states.push(state.to_string()),
            Some(("source", _)) => return Err("not implemented".into()),
            Some((other, _)) => return Err(format!("unknown filter {other}").into()),
        }
    }
    let (project, name) = c.project_or_name(&m.args).await?;
    let mut services = m.args.clone();
    if let Some(project) = &project {
        if let Some(bad) = services.iter().find(|s| !project.services.contains_key(*s)) {
            return Err(format!("no such service: {bad}").into());
        }
        if services.is_empty() && !m.on("orphans") {
            services = project.services.keys().cloned().collect();
        }
    }
    let all = m.on("all") || !states.is_empty();
    let one_off = if m.on("all") || all { OneOff::Include } else { OneOff::Exclude };
    let engine = c.engine()?;
    let mut found = containers::list(&engine, &name.to_lowercase(), one_off, all, &services)?;
    if !states.is_empty() {
        found.retain(|x| states.contains(&x.state));
    }
    found.sort_by_key(containers::name);
    if m.on("quiet") {
        for x in &found {
            c.cli.line(&x.id).await;
        }
        return Ok(());
    }
    if m.on("services") {
        let mut names: Vec<&str> = Vec::new();
        for x in &found {
            let service = label(x, labels::SERVICE);
            if !names.contains(&service) {
                names.push(service);
            }
        }
        c.cli.line(&names.join("\n")).await;
        return Ok(());
    }
    let mut rows = Vec::new();
    for x in &found {
        let inspect = engine.look().container_inspect(&x.id, false)?;
        rows.push(row(x, &inspect, !m.on("no-trunc"), c.cli.p.now()));
    }
    let format = match m.text("format") {
        "" | "table" => TABLE,
        "raw" => RAW,
        other => other,
    };
    c.cli.out(&rows::write(format, HEADINGS, rows)?).await;
    Ok(())
}

fn row(x: &ContainerSummary, inspect: &ContainerInspect, trunc: bool, now: i64) -> Row {
    let second = 1_000_000_000;
    let cut = |text: &str, width| if trunc { ellipsis(text, width) } else { text.to_string() };
    let running = inspect.state.status == "running";
    let health = inspect.state.health.as_ref().filter(|_| running);
    let ended = matches!(inspect.state.status.as_str(), "exited" | "dead");
    let mut all = x.ports.clone();
    all.sort_by_key(|p| p.private_port);
    let publishers: Vec<_> = all
        .iter()
        .map(|p| {
            json!({ "URL": p.ip, "TargetPort": p.private_port, "PublishedPort": p.public_port, "Protocol": p.kind })
        })
        .collect();
    let shown: Vec<Port> = all
        .iter()
        .map(|p| Port {
            ip: p.ip.clone(),
            private: p.private_port,
            public: p.public_port,
            kind: p.kind.clone(),
        })
        .collect();
    let source = |m: &crate::engine::api::container::MountPoint| match m.name.as_str() {
        "" => cut(&m.source, 15),
        name => cut(name, 15),
    };
    let mounts: Vec<String> = x.mounts.iter().map(source).collect();
    let local = x.mounts.iter().filter(|m| m.driver == "local").count();
    let networks: Vec<&str> = x.networks.keys().map(String::as_str).collect();
    let size = units::human(x.size_rw, 3);
    let id = if trunc { short_id(&x.id) } else { x.id.clone() };
    Row::new("formatter.ContainerContext")
        .text("Command", quote(&cut(&x.command, 20)))
        .text("CreatedAt", go_string(x.created * second))
        .value("ExitCode", Val::Int(if ended { inspect.state.exit_code } else { 0 }))
        .text("Health", health.map_or("", |h| h.status.as_str()))
        .text("ID", id)
        .text("Image", &x.image)
        .labels(&x.labels)
        .text("LocalVolumes", local.to_string())
        .text("Mounts", mounts.join(","))
        .text("Name", containers::name(x))
        .text("Names", containers::name(x))
        .text("Networks", networks.join(","))
        .text("Ports", ports::shown(&shown))
        .text("Project", label(x, labels::PROJECT))
        .value("Publishers", typed(&PUBLISHERS, Some(&json!(publishers))))
        .text("RunningFor", ago(x.created * second, now))
        .text("Service", label(x, labels::SERVICE))
        .text("Size", size)
        .text("State", &x.state)
        .text("Status", &x.status)
}
