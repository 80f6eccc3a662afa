//! `docker exec`.

use super::config::key_values;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, Takes, check, flag, list, switch, text};
use crate::docker::streams::{self, Ended, Session, Signals, Target};
use crate::engine::api::container::ExecCreate;

static FLAGS: &[Flag] = &[
    switch("detach", "Leave it running").short('d'),
    text("detach-keys", "Keys that leave it running"),
    flag("env", Kind::List(check::env), "Variable to set").short('e'),
    list("env-file", "File with a variable a line").takes(Takes::Files),
    switch("interactive", "Pass input on").short('i'),
    switch("privileged", "Allow it everything"),
    switch("tty", "Give it a terminal").short('t'),
    text("user", "User to be: NAME or UID, [:GROUP]").short('u'),
    text("workdir", "Directory to start in").short('w'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER COMMAND [ARG...]",
    about: "Run a command in a running container",
    also: "docker container exec, docker exec",
    args: Args::Min(2),
    flags: &[FLAGS],
    interspersed: false,
    takes: Takes::RunningThenCommand,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let env = key_values(&cli, m.list("env-file"), m.list("env"), |name| cli.p.env(name)).await?;
    let name = &m.args[0];
    if name.is_empty() {
        return Err("invalid container name or ID: value is empty".into());
    }
    let engine = cli.engine("Get", &format!("containers/{name}/json"))?;
    // That there is such a container is asked first, so that its absence is told before all else.
    engine.container_inspect(name, false)?;
    let (detach, tty) = (m.on("detach"), m.on("tty"));
    let stdin = !detach && m.on("interactive");
    if !detach {
        streams::check_tty(&cli, stdin, tty)?;
    }
    let size = cli.size(1).map(|(columns, rows)| (rows, columns));
    let id = engine.exec_create(
        name,
        ExecCreate {
            user: m.text("user").to_string(),
            privileged: m.on("privileged"),
            tty,
            console_size: size.filter(|_| tty),
            attach_stdin: stdin,
            attach_stdout: !detach,
            attach_stderr: !detach,
            detach_keys: streams::detach_keys(&cli, m.text("detach-keys")),
            env,
            working_dir: m.text("workdir").to_string(),
            cmd: m.args[1..].to_vec(),
        },
    )?;
    let attachment = match engine.exec_start(&id, detach) {
        Ok(Some(attachment)) => attachment,
        Ok(None) => return Ok(()),
        // What the runtime says goes the way of the command's own output, with a status like a
        // shell's.
        Err(e) if !detach && e.message.starts_with("OCI runtime exec failed") => {
            let end = if tty { "\r" } else { "" };
            cli.line(&format!("{}{end}", e.message)).await;
            let denied = e.message.contains("permission denied");
            return Err(Failure::silent(if denied { 126 } else { 127 }));
        }
        Err(e) => return Err(e.into()),
    };
    let target = Target::Exec(id.clone());
    let mut signals = Signals::new(&cli, false, &target);
    // What runs in the container goes on without the client, for which that is no failure.
    signals.leaves = true;
    let session = Session { target, tty, stdin, output: true };
    match streams::pump(&cli, &engine, attachment, &session, &signals).await? {
        Ended::Detached => return Err("read escape sequence".into()),
        Ended::Output => {}
    }
    match engine.exec_inspect(&id)?.exit_code.unwrap_or(0) {
        0 => Ok(()),
        status => Err(Failure::silent(i32::try_from(status).unwrap_or(1))),
    }
}
