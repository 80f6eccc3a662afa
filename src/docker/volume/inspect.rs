//! `docker volume inspect`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, text};
use crate::docker::format::inspect::{Inspector, Object};
use crate::docker::format::schema;
use crate::docker::system::inspect::FORMAT_HELP;

static FLAGS: &[Flag] = &[text("format", FORMAT_HELP).short('f')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] VOLUME [VOLUME...]",
    about: "Show all there is to know of volumes",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Volumes,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// Looks a volume up. The client builds the answer itself, so that there is no plain JSON for
/// templates to fall back to.
pub fn find(cli: &Cli, name: &str, raw: bool) -> Result<Object, Failure> {
    if name.is_empty() {
        return Err("invalid volume name or ID: value is empty".into());
    }
    let volume = cli.engine("Get", &format!("volumes/{name}"))?.volume_inspect(name)?;
    let json = serde_json::to_value(&volume).map_err(|e| e.to_string())?;
    Ok(Object { json, of: Some(&schema::VOLUME), raw })
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut inspector = Inspector::new(m.text("format"))?;
    for name in &m.args {
        inspector.add(find(&cli, name, false));
    }
    let (out, end) = inspector.finish();
    cli.out(&out).await;
    end
}
