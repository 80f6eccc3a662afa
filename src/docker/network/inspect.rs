//! `docker network inspect`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::format::inspect::{Inspector, Object};
use crate::docker::format::schema;
use crate::docker::system::inspect::FORMAT_HELP;

static FLAGS: &[Flag] = &[
    text("format", FORMAT_HELP).short('f'),
    switch("verbose", "More, for finding faults").short('v'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] NETWORK [NETWORK...]",
    about: "Show all there is to know of networks",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Networks,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// Looks a network up.
pub fn find(cli: &Cli, name: &str) -> Result<Object, Failure> {
    if name.is_empty() {
        return Err("invalid network name or ID: value is empty".into());
    }
    let network = cli.engine("Get", &format!("networks/{name}"))?.network_inspect(name)?;
    let json = serde_json::to_value(&network).map_err(|e| e.to_string())?;
    Ok(Object { json, of: Some(&schema::NETWORK), raw: true })
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut inspector = Inspector::new(m.text("format"))?;
    for name in &m.args {
        inspector.add(find(&cli, name));
    }
    let (out, end) = inspector.finish();
    cli.out(&out).await;
    end
}
