//! `docker manifest create`: a list of manifests of images in registries.

use super::{remote, store};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, switch};
use crate::engine::images::reference::Reference;
use serde_json::json;

static FLAGS: &[Flag] = &[
    switch("amend", "Add to a list that there is").short('a'),
    switch("insecure", "Talk to a registry without a certificate"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "MANIFEST_LIST MANIFEST [MANIFEST...]",
    about: "Make a list of manifests, here",
    args: Args::Min(2),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = |text: &String| Reference::parse(text).map(Reference::tagged);
    let list = name(&m.args[0])
        .map_err(|e| format!("error parsing name for manifest list {}: {e}", m.args[0]))?;
    if store::read(&cli, &list).is_some() && !m.on("amend") {
        return Err("refusing to amend an existing manifest list with no --amend flag".into());
    }
    for word in &m.args[1..] {
        let image = name(word)?;
        let found = remote::fetch(&cli, &image)?;
        let (architecture, os) = &found.platform;
        let kept = json!({
            "Ref": image.to_string(),
            "Descriptor": {
                "mediaType": remote::MANIFEST,
                "digest": found.digest,
                "size": found.text.len(),
                "platform": {"architecture": architecture, "os": os},
            },
            "SchemaV2Manifest": found.value,
        });
        store::write(&cli, &list, &image, &kept)?;
    }
    cli.line(&format!("Created manifest list {list}")).await;
    Ok(())
}
