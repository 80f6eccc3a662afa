//! Commands of docker that are programs of their own: where they lie, what they are given, and how an
//! interrupted docker ends them.

use super::cli::Cli;
use super::command::{Failure, Outcome};
use super::flags::parse::Grammar;
use super::globals;
use crate::kernel::{Disposition, KillTarget, Signal, Spawn, WaitFlags, WaitFor};

/// Where docker finds the programs that are commands of their own.
pub const PLUGINS: &str = "/usr/libexec/docker/cli-plugins";

/// Runs a program of its own in docker's place: `docker compose ...`.
pub async fn plugin(cli: &Cli, file: &str, words: &[String]) -> Outcome {
    let home = cli.p.env("HOME").unwrap_or_default();
    let places = [format!("{home}/.docker/cli-plugins/{file}"), format!("{PLUGINS}/{file}")];
    let Some(path) = places.iter().find(|p| cli.p.access(p, 1).is_ok()) else {
        return Err(format!(
            "docker: unknown command: docker {}\n\nRun 'docker --help' for more information",
            words[0]
        )
        .into());
    };
    let mut argv = vec![path.clone()];
    // The program is given docker's own flags as well.
    let all: Vec<String> = cli.p.argv().iter().skip(1).cloned().collect();
    let grammar = Grammar { tables: &[globals::FLAGS], interspersed: false };
    if let Ok((m, _)) = grammar.read(&all) {
        argv.extend_from_slice(&all[..all.len() - m.args.len()]);
    }
    argv.extend_from_slice(words);
    let pid = cli.p.spawn(Spawn::new(path, argv)).map_err(|e| format!("fork/exec {path}: {e}"))?;
    for signal in [Signal::INT, Signal::TERM] {
        // Both can be caught.
        let _ = cli.p.signal(signal, Disposition::Handle);
    }
    let mut interrupts = 0;
    loop {
        match cli.p.wait(WaitFor::Pid(pid), WaitFlags::default()).await {
            Ok(Some((_, status))) => match status.code() {
                0 => return Ok(()),
                code => return Err(Failure::silent(code)),
            },
            Ok(None) => {}
            Err(crate::vfs::Errno::EINTR) => {
                while cli.p.take_signal().is_some() {
                    interrupts += 1;
                    // At a terminal it hears of it by itself.
                    if interrupts < 3 && cli.p.isatty(1) {
                        continue;
                    }
                    let signal = if interrupts < 3 { Signal::TERM } else { Signal::KILL };
                    // One that has ended needs no telling.
                    let _ = cli.p.kill(KillTarget::Pid(pid), Some(signal));
                }
                if interrupts >= 3 {
                    return Err(Failure::new(1, "got 3 SIGTERM/SIGINTs, forcefully exiting"));
                }
            }
            Err(e) => return Err(format!("wait: {e}").into()),
        }
    }
}
