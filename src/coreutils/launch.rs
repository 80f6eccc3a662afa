//! Programs that run another program: finding it in PATH, starting it, waiting for it, and the words
//! for what can go wrong (execvp(3)). What the program does with its turn is its own.

use crate::kernel::{Pid, Proc, Signal, Spawn, WaitFlags, WaitFor, WaitStatus};
use crate::vfs::Errno;

use super::Cx;

/// Where execvp(3) looks when there is no PATH.
const DEFAULT_PATH: &str = "/bin:/usr/bin";

/// The file that a command's name stands for: itself where it has a slash, else the first in PATH.
/// EACCES where there is one that may not be run.
pub fn find_program(p: &Proc, path: Option<&str>, name: &str) -> Result<String, Errno> {
    if name.is_empty() {
        return Err(Errno::ENOENT);
    }
    if name.contains('/') {
        return Ok(name.to_string());
    }
    let mut denied = Errno::ENOENT;
    for dir in path.unwrap_or(DEFAULT_PATH).split(':') {
        let file = if dir.is_empty() { name.to_string() } else { format!("{dir}/{name}") };
        match p.stat(&file) {
            Ok(s) if s.is_file() && p.access(&file, 1).is_ok() => return Ok(file),
            Ok(_) | Err(Errno::EACCES) => denied = Errno::EACCES,
            Err(_) => {}
        }
    }
    Err(denied)
}

/// execvp(3): replaces this process, with its environment as it is. A file that is no program is
/// given to `/bin/sh`. Returns only when it failed.
pub async fn exec(p: &Proc, argv: &[String]) -> Errno {
    let Some(name) = argv.first() else { return Errno::ENOENT };
    let path = p.env("PATH");
    let file = match find_program(p, path.as_deref(), name) {
        Ok(file) => file,
        Err(e) => return e,
    };
    exec_file(p, &file, argv).await
}

/// [`exec`] for a file that has been found already.
pub async fn exec_file(p: &Proc, file: &str, argv: &[String]) -> Errno {
    let env = p.environ().to_vec();
    match p.exec(file, argv, env.clone()).await {
        Errno::ENOEXEC => {
            let mut shell = vec!["/bin/sh".to_string(), file.to_string()];
            shell.extend(argv.iter().skip(1).cloned());
            p.exec("/bin/sh", &shell, env).await
        }
        e => e,
    }
}

/// posix_spawnp(3): a child with all that this process has. `set_up` may change what is inherited.
pub fn spawn(p: &Proc, argv: &[String], set_up: impl FnOnce(&mut Spawn)) -> Result<Pid, Errno> {
    let name = argv.first().ok_or(Errno::ENOENT)?;
    let path = p.env("PATH");
    let file = find_program(p, path.as_deref(), name)?;
    let mut what = Spawn::new(&file, argv.to_vec());
    set_up(&mut what);
    match p.spawn(what.clone()) {
        Err(Errno::ENOEXEC) => {
            let rest = std::mem::take(&mut what.argv);
            what.argv = vec!["/bin/sh".to_string(), file];
            what.argv.extend(rest.into_iter().skip(1));
            what.path = "/bin/sh".to_string();
            p.spawn(what)
        }
        other => other,
    }
}

/// Waits for a child to end. Handled signals that come meanwhile are left to be taken.
pub async fn wait(p: &Proc, pid: Pid) -> Result<WaitStatus, Errno> {
    loop {
        if let Some((_, status)) = p.wait(WaitFor::Pid(pid), WaitFlags::default()).await? {
            return Ok(status);
        }
    }
}

/// Runs a command with its output, and errors if asked for, in a pipe; gives the output and the status.
pub async fn output(cx: &Cx, errors: bool, argv: &[String]) -> Result<(Vec<u8>, i32), Errno> {
    let (r, w) = cx.p.pipe()?;
    cx.p.set_cloexec(r, true)?;
    let pid = spawn(&cx.p, argv, |s| {
        s.fds = Some(vec![(0, 0), (1, w), (2, if errors { w } else { 2 })]);
    });
    cx.p.close(w)?;
    let out = match pid {
        Ok(_) => cx.read_all(r).await,
        Err(_) => Ok(Vec::new()),
    };
    cx.p.close(r)?;
    let status = wait(&cx.p, pid?).await?;
    Ok((out?, status.code()))
}

/// Ends this process as a child has ended: by the same signal, or with its status.
pub async fn end_like(p: &Proc, status: WaitStatus) -> i32 {
    if let WaitStatus::Signaled(signal) = status {
        let _ = p.signal(signal, crate::kernel::Disposition::Default);
        let _ = p.kill(crate::kernel::KillTarget::Pid(p.pid()), Some(signal));
        p.tick(crate::kernel::SLICE as u32).await;
    }
    status.code()
}

/// What GNU's tools end with when a command could not be run: 127 where there is none, 126 otherwise.
pub fn exec_status(e: Errno) -> i32 {
    if e == Errno::ENOENT { 127 } else { 126 }
}

impl Cx {
    /// Replaces this program by a command ([`exec`]), or says why not as `env` does, and gives the
    /// status to end with.
    pub async fn exec_or_complain(&mut self, argv: &[String]) -> i32 {
        self.flush().await;
        let e = exec(&self.p, argv).await;
        let name = argv.first().map(String::as_str).unwrap_or_default().to_string();
        if self.busybox() {
            self.err(format!("can't execute '{name}': {e}")).await;
        } else {
            self.err(format!("{quoted}: {e}", quoted = self.ql(&name))).await;
        }
        exec_status(e)
    }
}

/// A signal by the names and numbers that tools take; `0` stands for none.
pub fn signal_or_none(s: &str) -> Option<Option<Signal>> {
    if s == "0" || s.eq_ignore_ascii_case("EXIT") {
        return Some(None);
    }
    Signal::parse(s).map(Some)
}
