//! `docker login`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::context::store::lower;
use crate::docker::flags::{Flag, Matches, switch, text as string};
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
    // The one registry there is has no accounts, and no other can be reached.
    cli.ping()?;
    Err(match m.args.first().map(String::as_str) {
        None | Some("docker.io" | "https://index.docker.io/v1/") => "Error response from daemon: Get \"https://registry-1.docker.io/v2/\": unauthorized: incorrect username or password".into(),
        Some(server) => {
            let host = server.split("://").last().unwrap_or(server).split('/').next().unwrap_or(server);
            unreachable(host).into()
        }
    })
}
