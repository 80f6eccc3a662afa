//! `docker manifest push`: the registry takes nothing from someone it does not know.

use super::store;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, switch};
use crate::engine::images::reference::Reference;

static FLAGS: &[Flag] = &[
    switch("insecure", "Talk to a registry without a certificate"),
    switch("purge", "Remove the list here when it was sent").short('p'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] MANIFEST_LIST",
    about: "Send a list of manifests to a registry",
    args: Args::Exact(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let list = Reference::parse(&m.args[0])?.tagged();
    match store::read(&cli, &list) {
        None => Err(store::none(&list).into()),
        Some(kept) if kept.is_empty() => {
            Err(format!("{list} not found").into())
        }
        Some(_) => Err(
            "errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n"
                .into(),
        ),
    }
}
