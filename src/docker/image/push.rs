//! `docker push`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::opts::platform;
use crate::docker::progress;
use crate::engine::images::reference::Reference;

static FLAGS: &[Flag] = &[
    switch("all-tags", "All tags of the repository").short('a'),
    switch("disable-content-trust", "Do not sign").default("true"),
    text("platform", "Only the image for this platform"),
    switch("quiet", "Say no more than its name").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] NAME[:TAG]",
    about: "Send an image to a registry",
    also: "docker image push, docker push",
    args: Args::Exact(1),
    flags: &[FLAGS],
    takes: Takes::Images,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// What is said of pushing one platform alone.
const NOTE: &str = "\n Info -> Using --platform pushes only the specified platform manifest of a multi-platform image index.\n         Other components, like attestations, will not be included.\n         To push the complete multi-platform image, remove the --platform flag.\n         ";

async fn run(cli: Cli, m: Matches) -> Outcome {
    let platform = m.text("platform");
    if !platform.is_empty() {
        platform::parse(platform).map_err(|e| format!("Invalid platform {platform}{e}"))?;
        cli.line(NOTE).await;
    }
    let mut reference = Reference::parse(&m.args[0])?;
    let quiet = m.on("quiet");
    let bare = reference.tag.is_none() && reference.digest.is_none();
    if m.on("all-tags") && !bare {
        return Err("tag can't be used with --all-tags/-a".into());
    }
    if !m.on("all-tags") && bare {
        reference = reference.tagged();
        if !quiet {
            cli.line("Using default tag: latest").await;
        }
    }
    if reference.digest.is_some() {
        return Err("cannot push a digest reference".into());
    }
    let engine = cli.ping()?;
    // Of a platform that was named, the image is looked up before anything is told.
    if !platform.is_empty()
        || !m.on("all-tags") && engine.image_inspect(&reference.familiar()).is_ok()
    {
        platform::holds(&engine, &reference.familiar(), platform)?;
    }
    let tag = reference.tag.clone().unwrap_or_default();
    let path = format!("images/{}/{}/push?tag={tag}", reference.domain, reference.path);
    let work = cli.engine("Post", &path)?.image_push(&cli.p, &reference.familiar());
    // What goes wrong is told in the stream of its progress, and not as the daemon's answer.
    progress::show(&cli, work, if quiet { None } else { Some(1) }).await.map_err(|f| Failure {
        text: f.text.trim_start_matches("Error response from daemon: ").to_string(),
        ..f
    })?;
    if quiet {
        cli.line(&reference.to_string()).await;
    }
    Ok(())
}
