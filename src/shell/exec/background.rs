//! Commands in the background: `list &`, whose pipelines are the shell's own children.

use std::rc::Rc;

use super::fork::plug;
use super::segment::drive;
use crate::kernel::{Disposition, Fd, Pid, Signal};
use crate::shell::Dialect;
use crate::shell::options::Opt;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::ast::{AndOr, Pipeline};
use crate::shell::syntax::print;
use crate::vfs::OpenFlags;

/// What a process in the background does first. With job control it joins a group; without, it ignores
/// the keyboard's signals, and what would read from the terminal reads nothing (POSIX 2.9.3.1).
fn go_to_background(sh: &mut Shell, group: Option<Pid>, first: bool) {
    if let Some(group) = group {
        let _ = sh.p.setpgid(0, group);
        return;
    }
    let _ = sh.p.signal(Signal::INT, Disposition::Ignore);
    let _ = sh.p.signal(Signal::QUIT, Disposition::Ignore);
    if first
        && let Ok(fd) = sh.p.open("/dev/null", OpenFlags::READ, 0)
        && fd != 0
    {
        let _ = sh.p.dup2(fd, 0);
        let _ = sh.p.close(fd);
    }
}

impl Shell {
    /// `list &`
    pub(super) async fn run_background(&mut self, a: &Rc<AndOr>) -> Res<()> {
        self.flush().await;
        let and_or = a.clone();
        let monitor = self.on(Opt::Monitor);
        let text = print::and_or(a);
        let text = text.strip_prefix("! ").unwrap_or(&text).to_string();
        if text.starts_with('%') && !text.contains([' ', '\n']) && self.bash() && monitor {
            return crate::shell::builtins::as_command(self, &text, true).await;
        }
        if a.rest.is_empty() && a.first.commands.len() > 1 && self.plain_pipeline(&a.first) {
            return self.pipe_in_background(&a.first, &text).await;
        }
        let pid = self
            .fork_shell(
                move |sh| {
                    sh.loops = 0;
                    go_to_background(sh, monitor.then_some(0), true);
                },
                async move |sh| sh.run_child_and_or(and_or).await,
            )
            .await?;
        if monitor {
            let _ = self.p.setpgid(pid, pid);
        }
        self.note_background(vec![pid], pid, &text, Vec::new());
        Ok(())
    }

    /// Whether the status of a pipeline is that of its last command.
    fn plain_pipeline(&self, p: &Pipeline) -> bool {
        !p.negate && p.timed.is_none() && !self.on(Opt::PipeFail)
    }

    /// A pipeline in the background.
    async fn pipe_in_background(&mut self, p: &Pipeline, text: &str) -> Res<()> {
        let monitor = self.on(Opt::Monitor);
        let mut pids: Vec<Pid> = Vec::new();
        let mut input: Option<Fd> = None;
        for (i, command) in p.commands.iter().enumerate() {
            let ends = match self.p.pipe() {
                _ if i + 1 == p.commands.len() => None,
                Ok(ends) => Some(ends),
                Err(e) => {
                    self.error(&format!("pipe error: {e}"));
                    input.map(|fd| self.p.close(fd));
                    return Err(Stop::Discard(1));
                }
            };
            let group = monitor.then(|| pids.first().copied().unwrap_or(0));
            let (command, from) = (command.clone(), input.take());
            let forked = self
                .fork_shell(
                    move |sh| {
                        sh.loops = 0;
                        go_to_background(sh, group, from.is_none());
                        plug(&sh.p, from, ends);
                    },
                    async move |mut sh| {
                        sh.unchecked = 0;
                        sh.run_child_command(command).await
                    },
                )
                .await;
            from.map(|fd| self.p.close(fd));
            if let Some((r, w)) = ends {
                let _ = self.p.close(w);
                input = Some(r);
            }
            let pid = match forked {
                Ok(pid) => pid,
                Err(stop) => {
                    input.map(|fd| self.p.close(fd));
                    return Err(stop);
                }
            };
            if monitor {
                let _ = self.p.setpgid(pid, pids.first().copied().unwrap_or(pid));
            }
            pids.push(pid);
        }
        let group = pids.first().copied().unwrap_or(0);
        let parts = p.commands.iter().map(|c| print::command(c)).collect();
        self.note_background(pids, group, text, parts);
        Ok(())
    }

    /// Notes a job that has begun in the background.
    fn note_background(&mut self, pids: Vec<Pid>, group: Pid, text: &str, parts: Vec<String>) {
        let last = pids.last().copied().unwrap_or(group);
        self.last_background = Some(last);
        // ash keeps the words only where it controls jobs.
        let kept = self.dialect != Dialect::Ash || self.on(Opt::Monitor);
        let id = self.jobs.add(pids, group, if kept { text } else { "" }, false);
        self.jobs.set_parts(id, parts);
        if self.interactive {
            self.complain(&format!("[{id}] {last}\n"));
        }
        self.status = 0;
        self.pipestatus_one();
    }

    async fn run_child_and_or(mut self, a: Rc<AndOr>) -> i32 {
        let segments = self.segments.clone();
        drive(segments, async move {
            self.unchecked = 0;
            if let ([], [command], false, None) =
                (a.rest.as_slice(), a.first.commands.as_slice(), a.first.negate, a.first.timed)
            {
                self.last_command = true;
                let r = self.run_child_inner(command).await;
                return self.finish(r).await;
            }
            let r = self.run_and_or(&a).await;
            self.finish(r).await
        })
        .await
    }
}
