//! `docker plugin install`: what the plugin asks for has to be granted first.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, switch, text};
use crate::docker::progress;
use crate::engine::images::reference::Reference;

static FLAGS: &[Flag] = &[
    text("alias", "Name that it is to go by here"),
    switch("disable", "Do not start it"),
    switch("disable-content-trust", "Do not check signatures").default("true"),
    switch("grant-all-permissions", "Grant it what it asks for, without a question"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] PLUGIN [KEY=VALUE...]",
    about: "Fetch a plugin from a registry and start it",
    args: Args::Min(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let asked = m.args[0].clone();
    let mut alias = String::new();
    if !m.text("alias").is_empty() {
        let local = Reference::parse(m.text("alias"))?;
        if local.digest.is_some() {
            return Err(format!("invalid name: {}", m.text("alias")).into());
        }
        alias = local.tagged().familiar();
    }
    let remote = Reference::parse(&asked)?.tagged().familiar();
    let engine = cli.engine("Get", &format!("plugins/privileges?remote={remote}"))?;
    let privileges = engine.plugin_privileges(&remote)?;
    if !m.on("grant-all-permissions") && !privileges.is_empty() {
        let mut question = format!("Plugin {asked:?} is requesting the following privileges:\n");
        for (name, values) in &privileges {
            question.push_str(&format!(" - {name}: [{}]\n", values.join(" ")));
        }
        question.push_str("Do you grant the above permissions? [y/N] ");
        cli.out(&question).await;
        let answer = cli.read_line().await.unwrap_or_default();
        if !answer.trim().eq_ignore_ascii_case("y") {
            return Err(format!("permission denied while installing plugin {remote}").into());
        }
    }
    let work = engine.plugin_install(&cli.p, &remote, &alias, &m.args[1..], !m.on("disable"));
    progress::show(&cli, work, Some(1)).await?;
    cli.line(&format!("Installed plugin {asked}")).await;
    Ok(())
}
