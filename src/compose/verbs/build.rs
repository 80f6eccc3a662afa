//! `docker compose build`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::images::{self, Extra};
use crate::compose::converge::order;
use crate::compose::progress::{self, State, shown};
use crate::compose::project::select::Follow;
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Kind, Matches, flag, list, switch, text};

const ONE: &str = "there is one builder, inside the engine";
const PAPERS: &str = "images carry no attestations";

static FLAGS: &[Flag] = &[
    list("build-arg", "Value of an ARG: NAME=VALUE"),
    text("builder", "Builder to use").gap(ONE),
    switch("check", "Only look for mistakes"),
    flag("memory", Kind::Bytes, "Does nothing with this builder").short('m'),
    switch("no-cache", "Do every step again"),
    switch("print", "Show what the builder would be told"),
    text("progress", "How to show progress").hidden(),
    text("provenance", "Papers about where it comes from").gap(PAPERS),
    switch("pull", "Ask for newer images to build on"),
    switch("push", "Push the images").gap("no registry outside of the simulation can be reached"),
    switch("quiet", "Say nothing").short('q'),
    text("sbom", "Papers about what is in it").gap(PAPERS),
    text("ssh", "Keys for builds").gap("there is no ssh agent on the host"),
    switch("with-dependencies", "Also what these services depend on"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "build",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Build the images of services",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let mut project = c.project(&m.args).await?;
    if !m.on("with-dependencies") {
        project.with_selected(&m.args, Follow::Nothing)?;
    }
    progress::check(m.text("progress"))?;
    if m.given("progress") {
        c.cli
            .err("--progress is a global compose flag, better use `docker compose --progress xx build ...")
            .await;
    }
    let extra = Extra {
        no_cache: m.on("no-cache"),
        pull: m.on("pull"),
        args: m.list("build-arg").to_vec(),
        quiet: m.on("quiet") || m.text("progress") == "quiet",
        check: m.on("check"),
    };
    if m.on("print") {
        let services = order::layers(&project).concat();
        if project.services.values().all(|s| s.get("build").is_none()) {
            return Ok(());
        }
        c.cli.line(&images::definition(&project, &services, &extra)?).await;
        return Ok(());
    }
    shown(&c, "Building", |progress| {
        let c = c.clone();
        async move {
            let mut names = order::layers(&project).concat();
            names.retain(|name| project.services[name].get("build").is_some());
            for told in images::build(&c, &project, &names, &extra, &progress).await? {
                if !extra.quiet {
                    progress.event(&told, State::Done, "Built").await;
                }
            }
            Ok(())
        }
    })
    .await
}
