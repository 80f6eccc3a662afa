//! `docker start`.

use super::START_UP;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::container::each;
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::streams::{self, Ended, Session, Signals, Target};
use crate::engine::api::container::{AttachOptions, WaitCondition};

const EXPERIMENTAL: &str = "with experimental features enabled";

static FLAGS: &[Flag] = &[
    switch("attach", "Show its output and pass signals on").short('a'),
    text("checkpoint", "Go on from this checkpoint").only(EXPERIMENTAL).hidden(),
    text("checkpoint-dir", "Where checkpoints are").only(EXPERIMENTAL).hidden(),
    text("detach-keys", "Keys that leave it running"),
    switch("interactive", "Pass input on").short('i'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER [CONTAINER...]",
    about: "Start containers that do not run",
    also: "docker container start, docker start",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Stopped,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    if m.on("attach") || m.on("interactive") {
        return attached(cli, m).await;
    }
    let mut failed = Vec::new();
    for name in &m.args {
        let started = cli
            .engine("Post", &format!("containers/{name}/start"))
            .and_then(|engine| each::settled(engine.container_start(name)));
        match started {
            Ok(()) => {
                cli.p.stand_aside(START_UP).await;
                cli.line(name).await;
            }
            Err(failure) => {
                cli.err(&failure.text).await;
                failed.push(name.as_str());
            }
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(format!("Error: failed to start containers: {}", failed.join(", ")).into())
}

async fn attached(cli: Cli, m: Matches) -> Outcome {
    let [name] = &m.args[..] else {
        return Err("you cannot start and attach multiple containers at once".into());
    };
    let engine = cli.engine("Get", &format!("containers/{name}/json"))?;
    let container = engine.container_inspect(name, false)?;
    let (id, tty) = (container.id, container.config.tty);
    let stdin = m.on("interactive") && container.config.open_stdin;
    let target = Target::Container(id.clone());
    let mut signals = if tty { Signals::window(&cli) } else { Signals::new(&cli, true, &target) };
    signals.leaves = true;
    streams::check_keys(&streams::detach_keys(&cli, m.text("detach-keys")))?;
    let options = AttachOptions {
        stdin,
        stdout: true,
        stderr: true,
        logs: false,
        detach_keys: streams::detach_keys(&cli, m.text("detach-keys")),
    };
    // Why the connection does not become a stream is in the answer's body, which the client does not read.
    let attachment = engine
        .container_attach(&id, &options)
        .map_err(|e| format!("unable to upgrade to tcp, received {}", e.kind.status()))?;
    let auto_remove = container.host_config.auto_remove;
    let condition = if auto_remove { WaitCondition::Removed } else { WaitCondition::NextExit };
    let running = container.state.running;
    let waiter = engine.container_wait(&id, condition)?;
    match engine.container_start(&id) {
        Err(_) if running => {}
        Err(e) => {
            if auto_remove {
                // Only that it is gone matters.
                let _ = waiter.wait(&cli.p).await;
            }
            return Err(e.into());
        }
        Ok(()) => {}
    }
    let session = Session { target, tty, stdin, output: true };
    if let Ended::Detached = streams::pump(&cli, &engine, attachment, &session, &signals).await? {
        return Ok(());
    }
    match signals.wait(&cli, &engine, &waiter).await? {
        0 => Ok(()),
        status => Err(Failure::silent(status)),
    }
}
