//! Running xargs' command lines, so many at a time, and taking up their statuses.

use std::rc::Rc;

use super::Xargs;
use crate::coreutils::Cx;
use crate::kernel::{Pid, Spawn, WaitFlags, WaitFor, WaitStatus};
use crate::vfs::Errno;

impl Xargs {
    pub(super) async fn launch(&mut self, cx: &mut Cx, argv: Vec<String>) -> Result<(), i32> {
        if self.trace {
            let end = if self.ask { " ?..." } else { "\n" };
            cx.say(&format!("{}{end}", argv.join(" "))).await;
        }
        if self.ask && !self.agreed(cx).await? {
            return Ok(());
        }
        while self.running.len() >= self.jobs {
            self.reap(cx).await;
            if self.stop {
                return Err(self.status);
            }
        }
        // The children's input is empty: the list is xargs' own.
        let source = if self.tty { "/dev/tty" } else { "/dev/null" };
        let null = match cx.p.open(source, crate::vfs::OpenFlags::READ, 0) {
            Ok(fd) => fd,
            Err(e) if self.tty => {
                let shown = cx.ql(source);
                cx.err(format!("{shown}: {e}")).await;
                return Err(1);
            }
            Err(_) => 0,
        };
        let fds = vec![(0, null), (1, 1), (2, 2)];
        let env = self.slot.as_ref().map(|name| {
            let mut env: Vec<(String, String)> =
                cx.p.environ().iter().filter(|v| v.0 != *name).cloned().collect();
            env.push((name.clone(), self.running.len().to_string()));
            Rc::new(env)
        });
        let pid = spawn(cx, &argv, fds, env);
        if null > 2 {
            let _ = cx.p.close(null);
        }
        match pid {
            Ok(pid) => {
                self.running.push(pid);
                if self.jobs == 1 {
                    self.reap(cx).await;
                }
            }
            Err(e) => {
                let status = if e == Errno::ENOENT { 127 } else { 126 };
                if cx.busybox() {
                    cx.err(format!("{}: {e}", argv[0])).await;
                } else {
                    let name = cx.ql(&argv[0]);
                    cx.err(format!("failed to run command {name}: {e}")).await;
                }
                return Err(status);
            }
        }
        if self.stop { Err(self.status) } else { Ok(()) }
    }

    /// Waits for one child and takes up its status.
    pub(super) async fn reap(&mut self, cx: &mut Cx) {
        let which = match self.running.as_slice() {
            [one] => WaitFor::Pid(*one),
            _ => WaitFor::Any,
        };
        match cx.p.wait(which, WaitFlags::default()).await {
            Ok(Some((pid, status))) => {
                self.running.retain(|p| *p != pid);
                match status {
                    WaitStatus::Exited(0) => {}
                    WaitStatus::Exited(255) => {
                        let name = self.command[0].clone();
                        cx.err(format!("{name}: exited with status 255; aborting")).await;
                        self.status = 124;
                        self.stop = true;
                    }
                    WaitStatus::Exited(_) => self.status = 123,
                    WaitStatus::Signaled(s) => {
                        let name = self.command[0].clone();
                        cx.err(format!("{name}: terminated by signal {}", s.number())).await;
                        self.status = 125;
                        self.stop = true;
                    }
                    _ => {}
                }
            }
            Err(Errno::EINTR) | Ok(None) => {}
            Err(_) => self.running.clear(),
        }
    }

    pub(super) async fn drain(&mut self, cx: &mut Cx) {
        while !self.running.is_empty() {
            self.reap(cx).await;
        }
    }
}

/// Starts a program found along PATH.
pub(super) fn spawn(
    cx: &Cx,
    argv: &[String],
    fds: Vec<(i32, i32)>,
    env: Option<Rc<Vec<(String, String)>>>,
) -> Result<Pid, Errno> {
    let name = &argv[0];
    let what = |file: &str| Spawn {
        fds: Some(fds.clone()),
        env: env.clone(),
        ..Spawn::new(file, argv.to_vec())
    };
    if name.contains('/') {
        return cx.p.spawn(what(name));
    }
    let path = cx.p.env("PATH").unwrap_or("/usr/local/bin:/usr/bin:/bin".into());
    let mut last = Errno::ENOENT;
    for dir in path.split(':') {
        let full = format!("{}/{name}", if dir.is_empty() { "." } else { dir });
        match cx.p.spawn(what(&full)) {
            Err(Errno::ENOENT | Errno::ENOTDIR) => {}
            Err(Errno::EACCES) => last = Errno::EACCES,
            other => return other,
        }
    }
    Err(last)
}
