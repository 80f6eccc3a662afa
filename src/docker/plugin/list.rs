//! `docker plugin ls`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch, text};
use crate::docker::format::rows::{self, Row};
use crate::docker::opts::{filter, natural};

static FLAGS: &[Flag] = &[
    flag("filter", Kind::Filter, "Show what fits: capability, enabled").short('f'),
    text("format", crate::docker::container::list::FORMAT_HELP),
    switch("no-trunc", "Do not cut ids"),
    switch("quiet", "Ids only").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List plugins",
    also: "docker plugin ls, docker plugin list",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

const HEADINGS: &[(&str, &str)] = &[
    ("ID", "ID"),
    ("Name", "NAME"),
    ("Description", "DESCRIPTION"),
    ("Enabled", "ENABLED"),
    ("PluginReference", "IMAGE"),
];

async fn run(cli: Cli, m: Matches) -> Outcome {
    let quiet = m.on("quiet");
    let mut asked = m.text("format").to_string();
    if asked.is_empty() && !quiet {
        asked = cli.settings.text("pluginsFormat");
    }
    let filters = filter::gather(m.list("filter"));
    let mut plugins = cli.engine("Get", "plugins")?.plugin_list(&filters)?;
    plugins.sort_by(|a, b| natural::compare(&a.name, &b.name));
    let whole = m.on("no-trunc");
    let rows = plugins.iter().map(|p| {
        let about = p.remote.config["Description"].as_str().unwrap_or_default();
        let about: String = match whole || about.chars().count() <= 45 {
            true => about.to_string(),
            false => about.chars().take(44).chain(['…']).collect(),
        };
        Row::new("formatter.pluginContext")
            .text("ID", if whole { p.id.as_str() } else { &p.id[..12] })
            .text("Name", &p.name)
            .text("Description", about)
            .text("Enabled", p.enabled.to_string())
            .text("PluginReference", &p.reference)
    });
    let raw = if quiet {
        "plugin_id: {{.ID}}"
    } else {
        "plugin_id: {{.ID}}\\nname: {{.Name}}\\ndescription: {{.Description}}\\nenabled: {{.Enabled}}\\n"
    };
    let table = "table {{.ID}}\t{{.Name}}\t{{.Description}}\t{{.Enabled}}";
    let format = rows::choose(&asked, quiet, table, "{{.ID}}", raw);
    let out = rows::write(&format, HEADINGS, rows)?;
    cli.out(&out).await;
    Ok(())
}
