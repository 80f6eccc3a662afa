//! `docker compose version`.

use crate::compose::command::{Args, Compose, VERSION, Verb};
use crate::docker::cli::Cli;
use crate::docker::command::Outcome;
use crate::docker::flags::parse::{Grammar, Stop};
use crate::docker::flags::usage;
use crate::docker::flags::{Flag, Matches, switch, text};

static FLAGS: &[Flag] = &[
    text("format", "Form of the output: [pretty | json]").short('f'),
    switch("short", "Only the number"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "version",
    usage: "[OPTIONS]",
    about: "Show the version of Compose",
    args: Args::None,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

/// The flag `--version` with a word that is no verb: the program hands all of the line to this verb, which
/// knows no such flag.
pub async fn misread(cli: &Cli, words: &[String]) -> Outcome {
    let grammar = Grammar { tables: &[FLAGS], interspersed: true };
    let Err(Stop::Error(text)) = grammar.parse(words) else { return Ok(()) };
    let flags = usage::options(FLAGS.iter(), cli.columns());
    cli.err(&format!("Error: {text}\nUsage:\n  version [OPTIONS] [flags]\n\nFlags:\n{flags}"))
        .await;
    Err(text.into())
}

async fn run(c: Compose, m: Matches) -> Outcome {
    match (m.on("short"), m.text("format")) {
        (true, _) => c.cli.line(VERSION).await,
        (_, "json") => c.cli.line(&format!("{{\"version\":\"{VERSION}\"}}")).await,
        _ => c.cli.line(&format!("Docker Compose version {VERSION}")).await,
    }
    Ok(())
}
