//! `docker tag`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};
use crate::engine::images::reference::{BadReference, Reference, is_id};
use crate::golang::quote::quote;

/// The verb.
pub static VERB: Verb = Verb {
    usage: "SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]",
    about: "Give an image another name",
    also: "docker image tag, docker tag",
    args: Args::Exact(2),
    flags: &[],
    interspersed: false,
    takes: Takes::Images,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let (source, target) = (&m.args[0], &m.args[1]);
    let wrong = |name: &str, e: BadReference| {
        Failure::from(format!(
            "Error parsing reference: {} is not a valid repository/tag: {e}",
            quote(name)
        ))
    };
    if !is_id(source) {
        Reference::parse(source).map_err(|e| wrong(source, e))?;
    }
    let name = Reference::parse(target).map_err(|e| wrong(target, e))?;
    if name.digest.is_some() {
        return Err("refusing to create a tag with a digest reference".into());
    }
    let name = name.tagged();
    let path = format!(
        "images/{source}/tag?repo={}%2F{}&tag={}",
        name.domain,
        name.path.replace('/', "%2F"),
        name.tag.clone().unwrap_or_default()
    );
    cli.engine("Post", &path)?.image_tag(source, target)?;
    Ok(())
}
