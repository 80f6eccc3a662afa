//! `docker save`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::container::export::{check_output, write_output};
use crate::docker::flags::{Flag, Matches, Takes, text};
use crate::docker::opts::platform;

static FLAGS: &[Flag] = &[
    text("output", "File to write, instead of standard output").short('o').takes(Takes::Files),
    text("platform", "Only the image for this platform"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] IMAGE [IMAGE...]",
    about: "Write images to a tar file",
    also: "docker image save, docker save",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Images,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let output = m.text("output");
    platform::check(m.text("platform"))?;
    check_output(&cli, output, "failed to save image")?;
    let names: Vec<String> = m.args.iter().map(|n| format!("names={n}")).collect();
    let engine = cli.engine("Get", &format!("images/get?{}", names.join("&")))?;
    let content = engine.image_save(&m.args)?;
    if let Some(shown) = platform::absent(m.text("platform"))? {
        return Err(format!(
            "Error response from daemon: no suitable export target found for platform {shown}"
        )
        .into());
    }
    write_output(&cli, output, &content).await
}
