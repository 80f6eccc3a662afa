//! `docker login`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::context::store::lower;
use crate::docker::flags::{Flag, Matches, switch, text as string};
use crate::docker::hosts;
use crate::engine::images::remote::unreachable;
use crate::vfs::text;

static FLAGS: &[Flag] = &[
    string("password", "Password or token").short('p'),
    switch("password-stdin", "Read the password from standard input"),
    string("username", "Name").short('u'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] [SERVER]",
    about: "Log in to a registry",
    long: "Log in to a registry; Docker Hub, unless another is named.",
    args: Args::Max(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let (user, password) = (m.text("username"), m.text("password"));
    if m.given("username") && user.is_empty() {
        return Err("username is empty".into());
    }
    if m.given("password") {
        if m.on("password-stdin") {
            return Err(
                "conflicting options: cannot specify both --password and --password-stdin".into()
            );
        }
        if password.is_empty() {
            return Err("password is empty".into());
        }
        cli.err("WARNING! Using --password via the CLI is insecure. Use --password-stdin.").await;
    }
    let mut password = password.to_string();
    if m.on("password-stdin") {
        if user.is_empty() {
            return Err("the --password-stdin option requires --username to be set".into());
        }
        let read =
            cli.read_all(0).await.map_err(|e| Failure::from(format!("read: {}", lower(e))))?;
        password = text::decode(&read).trim_end_matches(['\r', '\n']).to_string();
    }
    let asks = user.is_empty() || password.is_empty();
    if asks && !cli.p.isatty(0) {
        return Err("Error: Cannot perform an interactive login from a non TTY device".into());
    }
    if asks {
        return Err(Failure::gap(
            "'docker login'",
            "no registry outside of the simulation can be reached",
        ));
    }
    let host = host_of(m.args.first().map_or("", String::as_str));
    // The one registry there is has no accounts, and no other can be reached.
    let why = match host {
        "" | "docker.io" | "index.docker.io" => {
            "Get \"https://registry-1.docker.io/v2/\": unauthorized: incorrect username or password"
                .to_string()
        }
        other => match hosts::host(other) {
            Ok(()) => unreachable(other.strip_suffix(':').unwrap_or(other)).message,
            Err(why) => format!("unable to parse server address: parse \"https://{other}\": {why}"),
        },
    };
    cli.addressed()?;
    // An engine that does not answer is done without.
    let teller = if cli.ping().is_ok() { "Error response from daemon: " } else { "" };
    Err(format!("{teller}{why}").into())
}

/// The host of a registry's address.
fn host_of(server: &str) -> &str {
    let rest = server.split_once("://").map_or(server, |(_, rest)| rest);
    let named = if rest.is_empty() { server } else { rest };
    named.split('/').next().unwrap_or_default()
}
