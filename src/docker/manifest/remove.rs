//! `docker manifest rm`.

use super::store;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::Matches;
use crate::engine::images::reference::Reference;

/// The verb.
pub static VERB: Verb = Verb {
    usage: "MANIFEST_LIST [MANIFEST_LIST...]",
    about: "Remove lists of manifests",
    args: Args::Min(1),
    flags: &[],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut wrong = Vec::new();
    for name in &m.args {
        match Reference::parse(name) {
            Err(e) => wrong.push(e.to_string()),
            Ok(r) => {
                let r = r.tagged();
                if !store::remove(&cli, &r) {
                    wrong.push(store::none(&r));
                }
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}
