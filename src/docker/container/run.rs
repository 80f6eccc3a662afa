//! `docker run`: make a container, attach to it, start it, and end as it ends.

use super::START_UP;
use super::{create, options};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::streams::{self, Ended, Session, Target};
use crate::engine::api::container::{AttachOptions, WaitCondition};

static OWN: &[Flag] = &[
    switch("detach", "Leave it running, and print its id").short('d'),
    text("detach-keys", "Keys that leave it running").takes(Takes::Words(&["ctrl-p,ctrl-q"])),
    switch("sig-proxy", "Pass signals on to its process").default("true"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] IMAGE [COMMAND] [ARG...]",
    about: "Make a container of an image and run it",
    also: "docker container run, docker run",
    args: Args::Min(1),
    flags: &[OWN, options::FLAGS],
    interspersed: false,
    takes: Takes::ImageThenCommand,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// What the container could not do shows in the status: 127 when its command was not found, 126 when
/// it could not be run, 125 for all else.
fn status_error(failure: Failure) -> Failure {
    let text = &failure.text;
    let has = |parts: &[&str]| parts.iter().any(|p| text.contains(p));
    let mut told = create::with_help(text, "run");
    if has(&["executable file not found", "no such file or directory"]) {
        told.status = 127;
    } else if has(&["permission denied", "is a directory"]) {
        told.status = 126;
    }
    told
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut request = create::request(&cli, &m, "run").await?;
    let detach = m.on("detach");
    if detach {
        if !m.list("attach").is_empty() {
            return Err("conflicting options: cannot specify both --attach and --detach".into());
        }
        let config = &mut request.config;
        config.attach_stdin = false;
        config.attach_stdout = false;
        config.attach_stderr = false;
        config.stdin_once = false;
    } else {
        streams::check_tty(&cli, request.config.attach_stdin, request.config.tty)?;
    }
    let config = request.config.clone();
    let auto_remove = request.host_config.auto_remove;
    let id = create::make(&cli, &m, request).await.map_err(status_error)?;
    let engine = cli.ping()?;
    let attach = config.attach_stdin || config.attach_stdout || config.attach_stderr;
    if !attach {
        cli.line(&id).await;
    }
    let signals = streams::Signals::new(&cli, m.on("sig-proxy"), &Target::Container(id.clone()));
    // Without -i there is nothing to hand on.
    let output = config.attach_stdout || config.attach_stderr;
    let stdin = config.attach_stdin && (config.open_stdin || !output);
    let attachment = if attach {
        let detach_keys = streams::detach_keys(&cli, m.text("detach-keys"));
        streams::check_keys(&detach_keys)?;
        Some(engine.container_attach(
            &id,
            &AttachOptions {
                stdin,
                stdout: config.attach_stdout,
                stderr: config.attach_stderr,
                logs: false,
                detach_keys,
            },
        )?)
    } else {
        None
    };
    let condition = if auto_remove { WaitCondition::Removed } else { WaitCondition::NextExit };
    let waiter = engine.container_wait(&id, condition)?;
    if let Err(e) = engine.container_start(&id) {
        if auto_remove {
            // The status of what never ran does not matter; only that it is gone.
            let _ = waiter.wait(&cli.p).await;
        }
        return Err(status_error(e.into()));
    }
    let Some(attachment) = attachment else {
        cli.p.stand_aside(START_UP).await;
        return Ok(());
    };
    let session = Session { target: Target::Container(id), tty: config.tty, stdin, output };
    if let Ended::Detached = streams::pump(&cli, &engine, attachment, &session, &signals).await? {
        return Ok(());
    }
    let status = signals.wait(&cli, &engine, &waiter).await?;
    if status == 0 { Ok(()) } else { Err(Failure::silent(status)) }
}
