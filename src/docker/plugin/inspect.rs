//! `docker plugin inspect`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, text};
use crate::docker::format::inspect::{Inspector, Object};
use crate::docker::system::inspect::FORMAT_HELP;

static FLAGS: &[Flag] = &[text("format", FORMAT_HELP).short('f')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] PLUGIN [PLUGIN...]",
    about: "Show all there is to know of plugins",
    args: Args::Min(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

fn find(cli: &Cli, name: &str) -> Result<Object, Failure> {
    let json = cli.engine("Get", &format!("plugins/{name}/json"))?.plugin_inspect(name)?;
    Ok(Object { json, of: None, raw: true })
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
