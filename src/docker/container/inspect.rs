//! `docker container inspect`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::format::inspect::{Inspector, Object};
use crate::docker::format::schema;
use crate::docker::system::inspect::FORMAT_HELP;

static FLAGS: &[Flag] = &[
    text("format", FORMAT_HELP).short('f'),
    switch("size", "How much space its files take").short('s'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER [CONTAINER...]",
    about: "Show all there is to know of containers",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Containers,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// Looks a container up.
pub fn find(cli: &Cli, name: &str, size: bool) -> Result<Object, Failure> {
    if name.trim().is_empty() {
        return Err("invalid container name or ID: value is empty".into());
    }
    let engine = cli.engine("Get", &format!("containers/{name}/json"))?;
    let json =
        serde_json::to_value(engine.container_inspect(name, size)?).map_err(|e| e.to_string())?;
    Ok(Object { json, of: Some(&schema::CONTAINER), raw: true })
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut inspector = Inspector::new(m.text("format"))?;
    for name in &m.args {
        inspector.add(find(&cli, name, m.on("size")));
    }
    let (out, end) = inspector.finish();
    cli.out(&out).await;
    end
}
