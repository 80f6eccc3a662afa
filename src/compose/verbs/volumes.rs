//! `docker compose volumes`: the volumes that the project has made.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, labels};
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Matches, switch, text};
use crate::docker::format::rows;
use crate::docker::volume::list::{HEADINGS, row};
use crate::engine::api::filters::Filters;

static FLAGS: &[Flag] = &[
    text("format", crate::docker::container::list::FORMAT_HELP).default("table"),
    switch("quiet", "Names only").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "volumes",
    usage: "[OPTIONS] [SERVICE...]",
    about: "List volumes",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (project, name) = c.project_or_name(&m.args).await?;
    if let Some(project) = &project
        && let Some(bad) = m.args.iter().find(|s| !project.services.contains_key(*s))
    {
        return Err(format!("no such service: {bad}").into());
    }
    let engine = c.engine()?;
    let filters = Filters::new().with("label", &format!("{}={name}", labels::PROJECT));
    let mut volumes = engine.look().volume_list(&filters)?.0;
    if !m.args.is_empty() {
        let users = containers::list(&engine, &name, OneOff::Include, false, &m.args)?;
        let used = |v: &str| users.iter().any(|x| x.mounts.iter().any(|p| p.name == v));
        volumes.retain(|v| used(&v.name));
    }
    let format = match m.text("format") {
        _ if m.on("quiet") => "{{.Name}}",
        "" | "table" => "table {{.Driver}}\t{{.Name}}",
        "raw" => "name: {{.Name}}\ndriver: {{.Driver}}\n",
        other => other,
    };
    let rows = volumes.iter().map(row);
    c.cli.out(&rows::write(format, HEADINGS, rows)?).await;
    Ok(())
}
