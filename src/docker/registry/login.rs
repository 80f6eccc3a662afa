//! `docker login`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch, text};

static FLAGS: &[Flag] = &[
    text("password", "Password or token").short('p'),
    switch("password-stdin", "Read the password from standard input"),
    text("username", "Name").short('u'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] [SERVER]",
    about: "Log in to a registry",
    long: "Log in to a registry; Docker Hub, unless another is named.",
    also: "",
    args: Args::Max(1),
    flags: &[FLAGS],
    interspersed: true,
    takes: Takes::Nothing,
    run: |cli, m| Box::pin(run(cli, m)),
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    if m.on("password-stdin") {
        if !m.text("password").is_empty() {
            return Err("--password and --password-stdin are mutually exclusive".into());
        }
        if m.text("username").is_empty() {
            return Err("Must provide --username with --password-stdin".into());
        }
    }
    if !m.text("password").is_empty() {
        cli.err("WARNING! Using --password via the CLI is insecure. Use --password-stdin.").await;
    }
    let asks =
        m.text("username").is_empty() || (m.text("password").is_empty() && !m.on("password-stdin"));
    if asks && !cli.p.isatty(0) {
        return Err("Error: Cannot perform an interactive login from a non TTY device".into());
    }
    Err(Failure::gap("'docker login'", "no registry outside of the simulation can be reached"))
}
