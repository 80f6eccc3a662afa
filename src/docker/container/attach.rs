//! `docker attach`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::streams::{self, Ended, Session, Signals, Target};
use crate::engine::api::container::{AttachOptions, ContainerInspect, WaitCondition};

static FLAGS: &[Flag] = &[
    text("detach-keys", "Keys that leave it running"),
    switch("no-stdin", "Do not pass input on"),
    switch("sig-proxy", "Pass signals on to its process").default("true"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER",
    about: "Attach the terminal to a running container",
    also: "docker container attach, docker attach",
    args: Args::Exact(1),
    flags: &[FLAGS],
    takes: Takes::Running,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

fn check(c: &ContainerInspect) -> Outcome {
    let state = &c.state;
    let wrong = match (state.running, state.paused, state.restarting) {
        (false, ..) => "You cannot attach to a stopped container, start it first",
        (_, true, _) => "You cannot attach to a paused container, unpause it first",
        (_, _, true) => "You cannot attach to a restarting container, wait until it is running",
        _ => return Ok(()),
    };
    Err(wrong.into())
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    let engine = cli.engine("Get", &format!("containers/{name}/json"))?;
    let container = engine.container_inspect(name, false)?;
    check(&container)?;
    let (id, tty) = (container.id, container.config.tty);
    streams::check_tty(&cli, !m.on("no-stdin"), tty)?;
    let stdin = !m.on("no-stdin") && container.config.open_stdin;
    let target = Target::Container(id.clone());
    let signals = match m.on("sig-proxy") && !tty {
        true => Signals::new(&cli, true, &target),
        false if !m.on("sig-proxy") && !cli.p.isatty(1) => Signals::new(&cli, false, &target),
        false => Signals::window(&cli),
    };
    let waiter = engine.container_wait(&id, WaitCondition::NotRunning)?;
    streams::check_keys(&streams::detach_keys(&cli, m.text("detach-keys")))?;
    let attachment = engine.container_attach(
        &id,
        &AttachOptions {
            stdin,
            stdout: true,
            stderr: true,
            logs: false,
            detach_keys: streams::detach_keys(&cli, m.text("detach-keys")),
        },
    )?;
    let session = Session { target, tty, stdin, output: true };
    if let Ended::Detached = streams::pump(&cli, &engine, attachment, &session, &signals).await? {
        return Err("read escape sequence".into());
    }
    match signals.wait(&cli, &engine, &waiter).await? {
        0 => Ok(()),
        status => Err(Failure::silent(status)),
    }
}
