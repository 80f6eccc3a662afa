//! `docker compose ls`: the projects there are.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{label, labels};
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Kind, Matches, flag, switch, text};
use crate::docker::format::table::layout_with;
use crate::docker::opts::filter;
use crate::engine::api::container::{ContainerListOptions, ContainerSummary};
use crate::engine::api::filters::Filters;
use serde_json::json;
use std::collections::BTreeMap;

static FLAGS: &[Flag] = &[
    switch("all", "Also those of which nothing runs").short('a'),
    flag("filter", Kind::Filter, "Show what fits: name"),
    text("format", "Form of the output: [table | json]").default("table"),
    switch("quiet", "Names only").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "ls",
    usage: "[OPTIONS]",
    about: "List projects",
    args: Args::None,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

fn states(all: &[ContainerSummary]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for x in all {
        *counts.entry(&x.state).or_default() += 1;
    }
    counts.iter().map(|(state, n)| format!("{state}({n})")).collect::<Vec<_>>().join(", ")
}

fn files(all: &[ContainerSummary]) -> String {
    let mut files: Vec<&str> = Vec::new();
    for x in all {
        if !x.labels.contains_key(labels::FILES) {
            return "N/A".to_string();
        }
        for file in label(x, labels::FILES).split(',') {
            if !files.contains(&file) {
                files.push(file);
            }
        }
    }
    files.join(",")
}

async fn run(c: Compose, m: Matches) -> Outcome {
    let asked = filter::gather(m.list("filter"));
    for value in m.list("filter") {
        let key = value.split('=').next().unwrap_or_default();
        if key != "name" {
            return Err(format!("invalid filter '{key}'").into());
        }
    }
    let filters = Filters::new().with("label", labels::PROJECT).with("label", labels::HASH);
    let options =
        ContainerListOptions { all: m.on("all"), filters, ..ContainerListOptions::default() };
    let mut projects: BTreeMap<String, Vec<ContainerSummary>> = BTreeMap::new();
    for x in c.engine()?.container_list(&options)? {
        projects.entry(label(&x, labels::PROJECT).to_string()).or_default().push(x);
    }
    projects.retain(|name, _| !asked.has("name") || asked.get("name").any(|f| name.contains(f)));
    if m.on("quiet") {
        for name in projects.keys() {
            c.cli.line(name).await;
        }
        return Ok(());
    }
    match m.text("format").to_lowercase().as_str() {
        "" | "table" | "pretty" => {
            let mut table = "NAME\tSTATUS\tCONFIG FILES\n".to_string();
            for (name, all) in &projects {
                table.push_str(&format!("{name}\t{}\t{}\n", states(all), files(all)));
            }
            c.cli.out(&layout_with(&table, 20, 1)).await;
        }
        "json" => {
            let all: Vec<_> = projects
                .iter()
                .map(|(n, all)| json!({ "Name": n, "Status": states(all), "ConfigFiles": files(all) }))
                .collect();
            c.cli.line(&json!(all).to_string()).await;
        }
        _ => {
            let other = m.text("format");
            return Err(
                format!("format value {other:?} could not be parsed: parsing failed").into()
            );
        }
    }
    Ok(())
}
