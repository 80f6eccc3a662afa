//! `docker manifest inspect`: an image's manifest in a registry, or a list that is kept here.

use super::{remote, store};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, switch};
use crate::engine::images::reference::Reference;
use serde_json::{Value, json};

static FLAGS: &[Flag] = &[
    switch("insecure", "Talk to a registry without a certificate"),
    switch("verbose", "Tell of layers and platforms as well")
        .short('v')
        .gap("a manifest is shown as it is"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] [MANIFEST_LIST] MANIFEST",
    about: "Show a manifest, or a list of manifests",
    args: Args::Range(1, 2),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// A list as it would be sent.
pub fn list_of(kept: &[Value]) -> Value {
    let manifests: Vec<Value> = kept
        .iter()
        .map(|k| {
            let d = &k["Descriptor"];
            json!({
                "mediaType": d["mediaType"],
                "size": d["size"],
                "digest": d["digest"],
                "platform": d["platform"],
            })
        })
        .collect();
    json!({"schemaVersion": 2, "mediaType": remote::LIST, "manifests": manifests})
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = |text: &String| Reference::parse(text).map(Reference::tagged).map_err(Failure::from);
    if let [list, image] = &m.args[..] {
        let (list, image) = (name(list)?, name(image)?);
        let Some(kept) = store::find(&cli, &list, &image) else {
            return Err(store::none(&image).into());
        };
        cli.out(&remote::pretty(&kept["SchemaV2Manifest"], "\t")).await;
        return Ok(());
    }
    let image = name(&m.args[0])?;
    if let Some(kept) = store::read(&cli, &image) {
        cli.out(&remote::pretty(&list_of(&kept), "   ")).await;
        return Ok(());
    }
    cli.out(&remote::fetch(&cli, &image)?.text).await;
    Ok(())
}
