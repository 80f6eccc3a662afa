//! `docker commit`.

use crate::docker::cli::{Cli, named};
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, list, switch, text};
use crate::engine::api::container::CommitOptions;
use crate::engine::images::reference::Reference;
use crate::golang::url::query_escape;

static FLAGS: &[Flag] = &[
    text("author", "Who made it, as \"Ada <ada@example.org>\"").short('a'),
    list("change", "Dockerfile instruction to apply").short('c'),
    text("message", "What was changed").short('m'),
    switch("pause", "Make the container stand still meanwhile").short('p').default("true"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER [REPOSITORY[:TAG]]",
    about: "Make an image of a container as it is now",
    also: "docker container commit, docker commit",
    args: Args::Range(1, 2),
    flags: &[FLAGS],
    takes: Takes::OneContainer,
    interspersed: false,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    named("container", name)?;
    let reference = m.args.get(1).cloned().unwrap_or_default();
    let mut parts = (String::new(), String::new());
    if !reference.is_empty() {
        let r = Reference::parse(&reference)?;
        if r.digest.is_some() {
            return Err("refusing to create a tag with a digest reference".into());
        }
        let r = r.tagged();
        let whole = format!("{}/{}", r.domain, r.path);
        parts = (query_escape(whole.as_bytes()), r.tag.unwrap_or_default());
    }
    let path = format!(
        "commit?author={}&comment={}&container={name}&repo={}&tag={}",
        m.text("author"),
        m.text("message"),
        parts.0,
        parts.1
    );
    let id = cli.engine("Post", &path)?.container_commit(
        name,
        &CommitOptions {
            reference,
            comment: m.text("message").to_string(),
            author: m.text("author").to_string(),
            changes: m.list("change").to_vec(),
            pause: m.on("pause"),
        },
    )?;
    cli.line(&id).await;
    Ok(())
}
