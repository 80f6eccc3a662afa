//! `docker-init`, which is process 1 of a container started with `--init`: it starts the real program,
//! hands signals on to it, takes in orphans, and ends as it does (tini's behaviour).

use crate::kernel::{
    Disposition, KillTarget, Proc, Signal, Spawn, WaitFlags, WaitFor, WaitStatus, elf_content,
};
use crate::vfs::{Content, Errno};

/// Where the file is on the host.
pub const PATH: &str = "/usr/bin/docker-init";
/// Where a container sees it.
pub const INSIDE: &str = "/sbin/docker-init";
/// Name of the program.
pub const NAME: &str = "docker-init";

/// The file.
pub fn file() -> Content {
    elf_content(NAME, 703_112)
}

/// The program: `docker-init -- PROGRAM ARGUMENT...`.
pub async fn main(p: Proc) -> i32 {
    for s in Signal::ALL {
        if !matches!(
            s,
            Signal::KILL | Signal::STOP | Signal::CHLD | Signal::SEGV | Signal::TTIN | Signal::TTOU
        ) {
            p.signal(*s, Disposition::Handle).ok();
        }
    }
    let words: Vec<String> = p.argv().iter().skip_while(|w| *w != "--").skip(1).cloned().collect();
    let Some(name) = words.first().cloned() else { return 1 };
    let path = p.env("PATH").unwrap_or_default();
    let found = if name.contains('/') {
        Some(name.clone())
    } else {
        let dirs = path.split(':').map(|d| format!("{d}/{name}"));
        dirs.into_iter().find(|f| p.access(f, 1).is_ok())
    };
    let what = Spawn {
        pgid: Some(0),
        reset_signals: true,
        ..Spawn::new(&found.unwrap_or(name.clone()), words)
    };
    let child = match p.spawn(what) {
        Ok(pid) => pid,
        Err(e) => {
            let code = if e == Errno::ENOENT { 127 } else { 126 };
            let said = format!("[FATAL tini ({})] exec {name} failed: {e}\n", p.pid() + 1);
            p.write_all(2, said.as_bytes()).await.ok();
            return code;
        }
    };
    if p.isatty(0) {
        p.tcsetpgrp(0, child).ok();
    }
    loop {
        match p.wait(WaitFor::Any, WaitFlags::default()).await {
            Ok(Some((pid, status))) if pid == child => {
                return match status {
                    WaitStatus::Exited(n) => i32::from(n),
                    other => other.code(),
                };
            }
            Ok(_) => {}
            Err(Errno::EINTR) => {}
            Err(_) => return 1,
        }
        while let Some(s) = p.take_signal() {
            p.kill(KillTarget::Pid(child), Some(s)).ok();
        }
    }
}
