//! `docker rm`.

use super::each::Errors;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch};
use crate::engine::ErrorKind;
use crate::engine::api::container::RemoveOptions;
use crate::kernel::join_all;

static FLAGS: &[Flag] = &[
    switch("force", "Kill it first if it runs (SIGKILL)").short('f'),
    switch("link", "Remove the link of this name, not the container").short('l'),
    switch("volumes", "Remove its volumes without a name too").short('v'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER [CONTAINER...]",
    about: "Remove containers, and what was written in them",
    also: "docker container rm, docker container remove, docker rm",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Containers,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let options =
        RemoveOptions { volumes: m.on("volumes"), link: m.on("link"), force: m.on("force") };
    let results = join_all(m.args.iter().map(|name| one(&cli, name, options))).await;
    let mut errors = Errors::default();
    for (name, result) in m.args.iter().zip(results) {
        match result {
            Ok(()) => cli.line(name).await,
            // With --force a container that is not there is told of, but no failure.
            Err((failure, true)) if options.force => cli.err(&failure.text).await,
            Err((failure, _)) => errors.add(failure),
        }
    }
    errors.end()
}

async fn one(cli: &Cli, name: &str, options: RemoveOptions) -> Result<(), (Failure, bool)> {
    let id = name.trim_matches('/');
    if id.is_empty() {
        return Err(("container name cannot be empty".into(), false));
    }
    let wishes = [(options.force, "force=1"), (options.link, "link=1"), (options.volumes, "v=1")];
    let wishes: Vec<&str> = wishes.iter().filter(|(on, _)| *on).map(|(_, told)| *told).collect();
    let query = if wishes.is_empty() { String::new() } else { format!("?{}", wishes.join("&")) };
    let path = format!("containers/{id}{query}");
    let engine = cli.engine("Delete", &path).map_err(|f| (f, false))?;
    let removed = engine.container_remove(&cli.p, id, options).await;
    removed.map_err(|e| {
        let absent = e.kind == ErrorKind::NotFound;
        (e.into(), absent)
    })
}
