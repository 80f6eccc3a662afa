//! `docker context rm`.

use super::store;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::container::each;
use crate::docker::flags::{Flag, Matches, Takes, switch};

static FLAGS: &[Flag] = &[switch("force", "Even the one in use").short('f')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "CONTEXT [CONTEXT...]",
    about: "Remove contexts",
    also: "docker context rm, docker context remove",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Contexts,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

fn remove(cli: &Cli, name: &str, force: bool) -> Result<(), Failure> {
    if name == "default" {
        return Err("context \"default\" cannot be removed".into());
    }
    if name == cli.settings.context() {
        if !force {
            return Err(format!("context {name:?} is in use, set -f flag to force remove").into());
        }
        store::set(cli, "currentContext", None)?;
    }
    if !force && store::find(cli, name).is_none() {
        return Err(format!("context {name:?} does not exist").into());
    }
    store::delete(cli, name)
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut errors = each::Errors::default();
    for name in &m.args {
        match remove(&cli, name, m.on("force")) {
            Ok(()) => cli.line(name).await,
            Err(failure) => errors.add(failure),
        }
    }
    errors.end()
}
