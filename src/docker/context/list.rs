//! `docker context ls`.

use super::store;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, switch, text};
use crate::docker::format::human::ellipsis;
use crate::docker::format::rows::{self, Row};
use crate::docker::opts::natural;
use crate::docker::template::Val;

static FLAGS: &[Flag] = &[
    text("format", crate::docker::container::list::FORMAT_HELP),
    switch("quiet", "Names only").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List contexts",
    also: "docker context ls, docker context list",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

const HEADINGS: &[(&str, &str)] = &[
    ("Name", "NAME"),
    ("Description", "DESCRIPTION"),
    ("DockerEndpoint", "DOCKER ENDPOINT"),
    ("Error", "ERROR"),
];

async fn run(cli: Cli, m: Matches) -> Outcome {
    let current = cli.settings.context().to_string();
    cli.settings.given()?;
    let mut contexts = vec![store::default(&cli)];
    contexts.extend(store::all(&cli));
    if !contexts.iter().any(|c| c.name == current) {
        contexts.push(store::Context {
            error: cli.settings.no_context(&current),
            name: current.clone(),
            description: String::new(),
            host: String::new(),
        });
    }
    contexts.sort_by(|a, b| natural::compare(&a.name, &b.name));
    let table = "table {{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}";
    let format = match m.text("format") {
        _ if m.on("quiet") => "{{.Name}}",
        "" | "table" => table,
        other => other,
    };
    let rows = contexts.iter().map(|c| {
        Row::new("formatter.clientContextContext")
            .value("Current", Val::Bool(c.name == current))
            .text("Name", &c.name)
            .text("Description", &c.description)
            .text("DockerEndpoint", &c.host)
            .text("Error", ellipsis(&c.error, 45))
    });
    let out = rows::write(format, HEADINGS, rows)?;
    cli.out(&out).await;
    if cli.settings.overridden() {
        cli.err("Warning: DOCKER_HOST environment variable overrides the active context. To use a context, either set the global --context flag, or unset DOCKER_HOST environment variable.").await;
    }
    Ok(())
}
