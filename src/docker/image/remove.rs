//! `docker rmi`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, Takes, flag, switch};
use crate::docker::opts::platform;
use crate::docker::route::in_path;
use crate::engine::ErrorKind;
use crate::engine::api::image::ImageDeleted;

static FLAGS: &[Flag] = &[
    switch("force", "Even if it has several names, or a stopped\ncontainer was made of it")
        .short('f'),
    switch("no-prune", "Keep images below it that have no name"),
    flag("platform", Kind::Strings, "Only the image for this platform"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] IMAGE [IMAGE...]",
    about: "Remove images",
    also: "docker image rm, docker image remove, docker rmi",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Images,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let force = m.on("force");
    for asked in m.list("platform") {
        platform::parse(asked)?;
    }
    let (mut fatal, mut errors) = (false, Vec::new());
    for name in &m.args {
        let query = if force { "?force=1" } else { "" };
        let failure = match cli.engine("Delete", &format!("images/{name}{query}")) {
            // Without a name the request goes to no place that the engine knows.
            Ok(_) if name.is_empty() => "Error response from daemon: page not found".into(),
            Ok(engine) => {
                match engine.image_remove(&cli.p, &in_path(name), force, m.on("no-prune")) {
                    Ok(deleted) => {
                        for d in deleted {
                            match d {
                                ImageDeleted::Untagged(name) => {
                                    cli.line(&format!("Untagged: {name}")).await
                                }
                                ImageDeleted::Deleted(id) => {
                                    cli.line(&format!("Deleted: {id}")).await
                                }
                            }
                        }
                        continue;
                    }
                    Err(e) => {
                        fatal |= e.kind != ErrorKind::NotFound;
                        Failure::from(e)
                    }
                }
            }
            Err(failure) => {
                fatal = true;
                failure
            }
        };
        errors.push(failure.text);
    }
    if errors.is_empty() {
        return Ok(());
    }
    if !force || fatal {
        return Err(errors.join("\n").into());
    }
    cli.err(&errors.join("\n")).await;
    Ok(())
}
