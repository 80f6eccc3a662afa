//! `docker diff`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};
use crate::engine::api::container::ChangeKind;

/// The verb.
pub static VERB: Verb = Verb {
    usage: "CONTAINER",
    about: "Show what was changed in a container since it was made",
    also: "docker container diff, docker diff",
    args: Args::Exact(1),
    flags: &[],
    takes: Takes::OneContainer,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    let changes =
        cli.engine("Get", &format!("containers/{name}/changes"))?.container_changes(name)?;
    let mut out = String::new();
    for change in changes {
        let letter = match change.kind {
            ChangeKind::Changed => 'C',
            ChangeKind::Added => 'A',
            ChangeKind::Deleted => 'D',
        };
        out.push_str(&format!("{letter} {}\n", change.path));
    }
    cli.out(&out).await;
    Ok(())
}
