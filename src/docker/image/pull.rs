//! `docker pull`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::opts::platform;
use crate::docker::progress;
use crate::engine::images::reference::Reference;

static FLAGS: &[Flag] = &[
    switch("all-tags", "All images of the repository").short('a'),
    switch("disable-content-trust", "Do not check signatures").default("true"),
    text("platform", "Platform of the image: os/arch"),
    switch("quiet", "Say no more than its name").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] NAME[:TAG|@DIGEST]",
    about: "Fetch an image from a registry",
    also: "docker image pull, docker pull",
    args: Args::Exact(1),
    flags: &[FLAGS],
    takes: Takes::Images,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut reference = Reference::parse(&m.args[0])?;
    let (all, quiet) = (m.on("all-tags"), m.on("quiet"));
    let bare = reference.tag.is_none() && reference.digest.is_none();
    if all && !bare {
        return Err("tag can't be used with --all-tags/-a".into());
    }
    if !all && bare {
        reference = reference.tagged();
        if !quiet {
            cli.line("Using default tag: latest").await;
        }
    }
    let tag = reference.tag.clone().unwrap_or_default();
    let path = format!(
        "images/create?fromImage={}%2F{}&tag={tag}",
        reference.domain,
        reference.path.replace('/', "%2F")
    );
    let engine = cli.engine("Post", &path)?;
    let asked = platform::asked(&cli, m.text("platform"));
    if !asked.is_empty() {
        let (os, arch, _) =
            platform::parse(&asked).map_err(|e| format!("Error response from daemon: {e}"))?;
        if !platform::runs(&os, &arch) {
            return Err(format!("Error response from daemon: no matching manifest for {os}/{arch} in the manifest list entries").into());
        }
    }
    if reference.domain == "docker.io" && reference.path == "library/scratch" {
        return Err("Error response from daemon: 'scratch' is a reserved name".into());
    }
    let work = engine.image_pull(&cli.p, &reference.familiar(), all);
    progress::show(&cli, work, if quiet { None } else { Some(1) }).await?;
    cli.line(&reference.to_string()).await;
    Ok(())
}
