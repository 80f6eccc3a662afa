//! `docker export`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::container::cp::{S_IFCHR, S_IFMT};
use crate::docker::context::store::lower;
use crate::docker::flags::{Flag, Matches, Takes, text};
use crate::vfs::Content;

static FLAGS: &[Flag] =
    &[text("output", "File to write, instead of standard output").short('o').takes(Takes::Files)];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER",
    about: "Write all of a container's files as a tar file",
    also: "docker container export, docker export",
    args: Args::Exact(1),
    flags: &[FLAGS],
    takes: Takes::OneContainer,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// Refuses to write a tar file to a terminal, and to a place where it can not be; `what` is what
/// would fail.
pub fn check_output(cli: &Cli, output: &str, what: &str) -> Outcome {
    if output.is_empty() {
        if cli.p.isatty(1) {
            return Err(
                "cowardly refusing to save to a terminal. Use the -o flag or redirect".into()
            );
        }
        return Ok(());
    }
    let dir = match output.rsplit_once('/') {
        Some(("", _)) => "/",
        Some((dir, _)) => dir,
        None => ".",
    };
    match cli.p.stat(dir) {
        Err(_) => {
            return Err(Failure::from(format!(
                "{what}: invalid output path: stat {dir}: no such file or directory"
            )));
        }
        Ok(s) if !s.is_dir() => {
            return Err(format!("{what}: invalid output path: {dir} is not a directory").into());
        }
        Ok(_) => {}
    }
    match cli.p.stat(output) {
        Ok(s) if s.is_dir() => Err(format!("{what}: cannot write to a directory").into()),
        Ok(s) if s.mode & S_IFMT == S_IFCHR => {
            Err(format!("{what}: cannot write to a character device file").into())
        }
        _ => Ok(()),
    }
}

/// Writes a tar file to where it was asked for.
pub async fn write_output(cli: &Cli, output: &str, content: &Content) -> Outcome {
    if output.is_empty() {
        let written = cli.write_content(1, content).await;
        return written.map_err(|e| format!("write /dev/stdout: {}", lower(e)).into());
    }
    cli.p
        .write_content(output, content, 0o600)
        .map_err(|e| Failure::from(format!("open {output}: {}", lower(e))))
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let (name, output) = (&m.args[0], m.text("output"));
    check_output(&cli, output, "failed to export container")?;
    let content =
        cli.engine("Get", &format!("containers/{name}/export"))?.container_export(name)?;
    write_output(&cli, output, &content).await
}
