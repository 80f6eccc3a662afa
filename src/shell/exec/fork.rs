//! Children of the shell: subshells, pipelines, background commands, coprocesses.

use std::rc::Rc;

use crate::kernel::{Disposition, Fd, KillTarget, Pid, Proc, Signal};
use crate::shell::Dialect;
use crate::shell::jobs::Jobs;
use crate::shell::options::{Opt, Shopt};
use crate::shell::state::{Current, Res, Shell, Stop};
use crate::shell::syntax::ast::{Command, Kind, List, Pipeline};
use crate::shell::syntax::print;

use super::segment::drive;

/// Puts a command of a pipeline between its pipes: what it reads from, and both ends of what it writes to.
pub(super) fn plug(p: &Proc, input: Option<Fd>, output: Option<(Fd, Fd)>) {
    if let Some(fd) = input {
        let _ = p.dup2(fd, 0);
        let _ = p.close(fd);
    }
    if let Some((read, write)) = output {
        let _ = p.close(read);
        let _ = p.dup2(write, 1);
        let _ = p.close(write);
    }
}

impl Shell {
    /// Makes this copy the shell of a child process.
    pub(crate) fn enter_subshell(&mut self, p: Proc) {
        for fd in std::mem::take(&mut self.saved_fds) {
            let _ = p.close(fd);
        }
        if self.interactive && self.subshell == 0 {
            for s in
                [Signal::TERM, Signal::QUIT, Signal::TSTP, Signal::TTIN, Signal::TTOU, Signal::INT]
            {
                let _ = p.signal(s, Disposition::Default);
            }
        }
        self.traps.enter_subshell(&p, self.on(Opt::ErrTrace), self.on(Opt::FuncTrace));
        self.p = p;
        self.subshell += 1;
        self.out.clear();
        self.segments = super::Segments::default();
        self.jobs = self.jobs.inherited();
        self.exiting = false;
        self.random_seeded = false;
        self.in_trap = 0;
        self.opts.put(Opt::Monitor, false);
    }

    /// Runs a list as the whole life of a child.
    pub(crate) async fn run_child_list(mut self, list: Rc<List>) -> i32 {
        let segments = self.segments.clone();
        drive(segments, async move {
            // The last command of a child may take its place.
            self.last_command = true;
            if list.items.is_empty() {
                self.status = 0;
            }
            let r = self.run_list(&list).await;
            self.finish(r).await
        })
        .await
    }

    /// Runs a command as the whole life of a child.
    pub(crate) async fn run_child_command(mut self, command: Rc<Command>) -> i32 {
        let segments = self.segments.clone();
        drive(segments, async move {
            self.last_command = true;
            let r = self.run_child_inner(&command).await;
            self.finish(r).await
        })
        .await
    }

    pub(super) async fn run_child_inner(&mut self, command: &Rc<Command>) -> Res<()> {
        // A subshell in a pipeline needs no further child.
        if let Kind::Subshell(list) = &command.kind
            && command.redirects.is_empty()
        {
            self.run_list(list).await?;
        } else {
            self.run_command(command).await?;
        }
        if self.status != 0 && self.on(Opt::ErrExit) && self.unchecked == 0 {
            return Err(Stop::Exit(self.status));
        }
        Ok(())
    }

    /// Whether nothing is left to do for this shell but the command being run, which ash runs in its place.
    pub(super) fn replaceable(&self) -> bool {
        self.last_command && !self.bash() && !self.traps.any()
    }

    /// The end of a shell: what stopped it becomes its status, and the EXIT trap runs.
    pub(crate) async fn finish(&mut self, r: Res<()>) -> i32 {
        match r {
            Ok(()) => {}
            Err(Stop::Exit(s) | Stop::Discard(s) | Stop::Return(s)) => self.status = s,
            Err(Stop::Break(_) | Stop::Continue(_) | Stop::Late) => {}
        }
        self.run_exit_trap().await;
        self.flush().await;
        self.status & 255
    }

    /// Waits until there is room for another process: bash tries again after 1, 2, 4 and 8 seconds and
    /// ends then (`make_child` in its jobs.c); the other shells end at once.
    pub(crate) async fn room_to_fork(&mut self) -> Res<()> {
        let mut seconds = 1;
        while let Err(e) = self.p.fork_room() {
            let name = match self.source() {
                Some(s) if !s.is_empty() && self.bash() => s.to_string(),
                _ => self.arg0.to_string(),
            };
            match self.dialect {
                Dialect::Bash if seconds < 16 => {
                    self.jobs.poll(&self.p);
                    self.complain(&format!("{name}: fork: retry: {e}\n"));
                }
                Dialect::Bash => self.complain(&format!("{name}: fork: {e}\n")),
                Dialect::Ash => self.error(&format!("can't fork: {e}")),
                Dialect::Dash => self.error("Cannot fork"),
            }
            self.flush().await;
            if !self.bash() {
                return Err(self.fatal_error());
            }
            if seconds == 16 || self.p.sleep(seconds * 1_000_000_000).await.is_err() {
                self.status = 254;
                return Err(if self.interactive { Stop::Discard(254) } else { Stop::Exit(254) });
            }
            seconds *= 2;
        }
        Ok(())
    }

    /// Starts a child that runs `body` with a copy of this shell.
    pub(crate) async fn fork_shell<F>(
        &mut self,
        prepare: impl FnOnce(&mut Shell) + 'static,
        body: F,
    ) -> Res<Pid>
    where
        F: AsyncFnOnce(Shell) -> i32 + 'static,
    {
        self.room_to_fork().await?;
        let mut child = self.clone();
        let forked = self.p.fork(move |p| async move {
            child.enter_subshell(p);
            prepare(&mut child);
            body(child).await
        });
        forked.map_err(|e| {
            self.error(&format!("fork: {e}"));
            Stop::Discard(254)
        })
    }

    /// `( list )`
    pub(super) async fn run_subshell(&mut self, list: &Rc<List>) -> Res<()> {
        self.flush().await;
        let list = list.clone();
        let monitor = self.on(Opt::Monitor);
        let pid = self
            .fork_shell(
                move |sh| {
                    if monitor {
                        let _ = sh.p.setpgid(0, 0);
                    }
                    sh.loops = 0;
                },
                async move |sh| sh.run_child_list(list).await,
            )
            .await?;
        let text = match &self.current {
            Current::Command(c) if monitor => print::command(c),
            _ => String::new(),
        };
        self.foreground(&[pid], pid, &text).await
    }

    /// A pipeline of several commands.
    pub(super) async fn run_pipe(&mut self, p: &Pipeline) -> Res<()> {
        self.flush().await;
        let monitor = self.on(Opt::Monitor);
        let last_here = self.bash() && self.shopt(Shopt::LastPipe) && !monitor;
        let count = p.commands.len();
        let mut pids: Vec<Pid> = Vec::new();
        let mut group: Pid = 0;
        let mut input: Option<Fd> = None;
        let mut last_result = Ok(());
        for (i, command) in p.commands.iter().enumerate() {
            let last = i + 1 == count;
            let output = if last {
                None
            } else {
                match self.p.pipe() {
                    Ok(ends) => Some(ends),
                    Err(e) => {
                        self.error(&format!("pipe error: {e}"));
                        if let Some(fd) = input {
                            let _ = self.p.close(fd);
                        }
                        return Err(Stop::Discard(1));
                    }
                }
            };
            if last && last_here {
                let keep = self.p.dup_from(0, 10).ok();
                if let Some(fd) = keep {
                    let _ = self.p.set_cloexec(fd, true);
                    self.saved_fds.push(fd);
                }
                if let Some(fd) = input.take() {
                    let _ = self.p.dup2(fd, 0);
                    let _ = self.p.close(fd);
                }
                last_result = Box::pin(self.run_command(command)).await;
                self.flush().await;
                if let Some(fd) = keep {
                    let _ = self.p.dup2(fd, 0);
                    let _ = self.p.close(fd);
                    self.saved_fds.retain(|x| *x != fd);
                }
                break;
            }
            if self.traps.debug() && matches!(command.kind, Kind::Simple(_)) {
                self.line = command.line;
                if let Err(stop) = self.run_debug_trap(command).await {
                    last_result = Err(stop);
                }
            }
            let command = command.clone();
            let from = input.take();
            let jobs = match command.kind {
                Kind::Simple(_) => self.jobs.listed(),
                _ => Jobs::default(),
            };
            let forked = self
                .fork_shell(
                    move |sh| {
                        sh.jobs = jobs;
                        if monitor {
                            let _ = sh.p.setpgid(0, group);
                        }
                        sh.loops = 0;
                        plug(&sh.p, from, output);
                    },
                    async move |sh| sh.run_child_command(command).await,
                )
                .await;
            if let Some(fd) = from {
                let _ = self.p.close(fd);
            }
            if let Some((r, w)) = output {
                let _ = self.p.close(w);
                input = Some(r);
            }
            let pid = match forked {
                Ok(pid) => pid,
                Err(stop) => {
                    if let Some(fd) = input {
                        let _ = self.p.close(fd);
                    }
                    for pid in pids {
                        let _ = self.p.kill(KillTarget::Pid(pid), Some(Signal::TERM));
                    }
                    return Err(stop);
                }
            };
            if monitor {
                group = if group == 0 { pid } else { group };
                let _ = self.p.setpgid(pid, group);
            }
            pids.push(pid);
        }
        let text = if self.interactive { print_pipeline(p) } else { String::new() };
        let last_status = self.status;
        let mut statuses = self.wait_pipeline(&pids, group, &text, &p.commands).await?;
        if last_here {
            statuses.push(last_status);
        }
        self.status = statuses.last().copied().unwrap_or(0);
        if self.on(Opt::PipeFail) {
            self.status = statuses.iter().rev().copied().find(|s| *s != 0).unwrap_or(0);
        }
        self.line = p.commands.last().map_or(self.line, |c| c.line);
        // The shell waits for a subshell at the end by itself, and sees it fail as well.
        if let (Some(Kind::Subshell(_)), Some(1..), false) =
            (p.commands.last().map(|c| &c.kind), statuses.last(), p.negate)
            && self.unchecked == 0
        {
            self.run_err_trap().await?;
        }
        self.pipestatus = statuses;
        last_result
    }
}

fn print_pipeline(p: &Pipeline) -> String {
    p.commands.iter().map(|c| print::command(c)).collect::<Vec<_>>().join(" | ")
}
