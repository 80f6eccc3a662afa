//! `docker network rm`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch};
use crate::engine::ErrorKind;

static FLAGS: &[Flag] = &[switch("force", "A network that is not there is no error").short('f')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "NETWORK [NETWORK...]",
    about: "Remove networks",
    also: "docker network rm, docker network remove",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Networks,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut failed = false;
    for name in &m.args {
        let failure = match cli.engine("Delete", &format!("networks/{name}")) {
            Ok(_) if name.is_empty() => "invalid network name or ID: value is empty".into(),
            Ok(engine) => match engine.network_remove(name) {
                Ok(()) => {
                    cli.line(name).await;
                    continue;
                }
                Err(e) if m.on("force") && e.kind == ErrorKind::NotFound => continue,
                Err(e) => Failure::from(e),
            },
            Err(failure) => failure,
        };
        cli.err(&failure.text).await;
        failed = true;
    }
    // The client says the status in words as well.
    if failed { Err(Failure::new(1, "exit status 1")) } else { Ok(()) }
}
