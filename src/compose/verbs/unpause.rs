//! `docker compose unpause`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::daemon::Daemon;
use crate::docker::command::Outcome;
use crate::docker::flags::Matches;

use super::pause;

/// The verb.
pub static VERB: Verb = Verb {
    name: "unpause",
    usage: "[SERVICE...]",
    about: "Let paused services go on",
    args: Args::Any,
    flags: &[],
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    pause::each(&c, &m, ("Running", "Unpaused"), Daemon::container_unpause).await
}
