//! Lists, and-or lists, pipelines; when a failure ends the shell (`set -e`).

use std::rc::Rc;

use super::simple::Quick;
use crate::shell::Dialect;
use crate::shell::limits::SEGMENT_DEPTH;
use crate::shell::options::Opt;
use crate::shell::state::{Boxed, Current, Res, Shell, Stop};
use crate::shell::syntax::ast::{AndOr, Command, Item, Kind, List, Pipeline};
use crate::vfs::Errno;

impl Shell {
    /// Runs a list.
    pub(crate) fn run_list<'a>(&'a mut self, list: &'a List) -> Boxed<'a, Res<()>> {
        Box::pin(async move {
            let tail = std::mem::replace(&mut self.last_command, false);
            let last = list.items.len().saturating_sub(1);
            for (i, item) in list.items.iter().enumerate() {
                self.last_command = tail && i == last && !item.background;
                self.run_item(item).await?;
            }
            Ok(())
        })
    }

    async fn run_item(&mut self, item: &Item) -> Res<()> {
        if item.background {
            return self.run_background(&item.and_or).await;
        }
        self.run_and_or(&item.and_or).await
    }

    /// Runs an and-or list.
    pub(crate) async fn run_and_or(&mut self, a: &AndOr) -> Res<()> {
        if a.rest.is_empty() {
            return self.run_pipeline(&a.first).await;
        }
        let tail = std::mem::replace(&mut self.last_command, false);
        self.unchecked += 1;
        let first = self.run_pipeline(&a.first).await;
        self.unchecked -= 1;
        first?;
        let last = a.rest.len() - 1;
        for (i, (and, p)) in a.rest.iter().enumerate() {
            if (self.status == 0) != *and {
                continue;
            }
            if i == last {
                self.last_command = tail;
                return self.run_pipeline(p).await;
            }
            self.unchecked += 1;
            let r = self.run_pipeline(p).await;
            self.unchecked -= 1;
            r?;
        }
        Ok(())
    }

    async fn run_pipeline(&mut self, p: &Pipeline) -> Res<()> {
        if p.timed.is_some() || p.negate || p.commands.len() > 1 {
            // Something is left to do when it has ended.
            self.last_command = false;
        }
        if p.timed.is_some() {
            return self.run_timed(p).await;
        }
        if let [command] = p.commands.as_slice() {
            if !p.negate {
                self.run_command(command).await?;
                let checked = !matches!(
                    command.kind,
                    Kind::Group(_)
                        | Kind::If { .. }
                        | Kind::While { .. }
                        | Kind::For { .. }
                        | Kind::ArithFor { .. }
                        | Kind::Select { .. }
                        | Kind::Case { .. }
                        | Kind::Function(_)
                );
                return if self.status != 0 && checked { self.failed().await } else { Ok(()) };
            }
            self.unchecked += 1;
            let r = self.run_command(command).await;
            self.unchecked -= 1;
            r?;
        } else if p.negate {
            self.unchecked += 1;
            self.begin_pipe(p);
            let r = self.run_pipe(p).await;
            self.unchecked -= 1;
            r?;
        } else {
            self.begin_pipe(p);
            self.run_pipe(p).await?;
            return if self.status != 0 { self.failed().await } else { Ok(()) };
        }
        self.status = i32::from(self.status == 0);
        Ok(())
    }

    /// Notes what a pipeline is known by: the last of its commands that is shown as one.
    fn begin_pipe(&mut self, p: &Pipeline) {
        let shown = |c: &&Rc<Command>| matches!(c.kind, Kind::Simple(_) | Kind::Subshell(_));
        if self.in_trap == 0
            && self.bash()
            && let Some(c) = p.commands.iter().rev().find(shown)
        {
            self.current = Current::Command(c.clone());
            self.line = c.line;
        }
    }

    /// After a command has failed: the ERR trap, and the end of the shell under `set -e`.
    pub(crate) async fn failed(&mut self) -> Res<()> {
        if self.unchecked > 0 {
            return Ok(());
        }
        self.run_err_trap().await?;
        if self.on(Opt::ErrExit) { Err(Stop::Exit(self.status)) } else { Ok(()) }
    }

    /// Runs a pipeline after `time`.
    async fn run_timed(&mut self, p: &Pipeline) -> Res<()> {
        let posix = p.timed == Some(true);
        let (real, (user, system)) = (self.p.now(), self.p.cpu_times());
        let untimed = Pipeline { negate: p.negate, timed: None, commands: p.commands.clone() };
        let r = Box::pin(self.run_pipeline(&untimed)).await;
        let real = self.p.now() - real;
        let (u, s) = self.p.cpu_times();
        let text = self.time_report(posix, real, u - user, s - system);
        self.complain(&text);
        self.flush().await;
        r
    }

    /// Runs one command: a simple one at once where that is possible.
    pub(crate) async fn run_command(&mut self, command: &Rc<Command>) -> Res<()> {
        self.fuel += 1;
        if self.fuel >= 16 {
            self.rest().await?;
        }
        if self.on(Opt::NoExec) && !self.interactive {
            return Ok(());
        }
        if self.in_trap == 0 {
            self.current = Current::Command(command.clone());
        }
        match self.quick(command) {
            Quick::Done(r) => {
                self.after_command().await?;
                r
            }
            Quick::Prepared(prepared) => {
                let r = self.run_prepared(prepared, command).await;
                self.after_command().await?;
                r
            }
            Quick::No => {
                self.depth += 1;
                let r = if self.depth.is_multiple_of(SEGMENT_DEPTH) {
                    let command = command.clone();
                    self.in_segment(async move |mut sh: Shell| {
                        let r = sh.run_slow(&command).await;
                        (sh, r)
                    })
                    .await
                } else {
                    self.run_slow(command).await
                };
                self.depth -= 1;
                self.after_command().await?;
                r
            }
        }
    }

    /// Gives way to other processes now and then, and lets traps run.
    async fn rest(&mut self) -> Res<()> {
        let fuel = std::mem::take(&mut self.fuel);
        self.p.tick(fuel).await;
        if self.p.has_signal() {
            self.run_pending_traps().await?;
        }
        Ok(())
    }

    async fn after_command(&mut self) -> Res<()> {
        if !self.out.is_empty() {
            self.flush().await;
        }
        if self.p.has_signal() {
            self.run_pending_traps().await?;
        }
        Ok(())
    }

    /// Writes out what builtins have left.
    pub(crate) async fn flush(&mut self) -> bool {
        let mut good = true;
        for (fd, bytes) in std::mem::take(&mut self.out) {
            let Err(e) = self.p.write_all(fd, &bytes).await else { continue };
            if fd != 1 {
                good = false;
                continue;
            }
            let (words, fails) = self.unwritten(e);
            if let Some(words) = words {
                let text = format!("{}{words}\n", self.prefix());
                // Where that can not be said there is nobody to tell.
                let _ = self.p.write_all(2, &crate::vfs::text::encode(&text)).await;
            }
            if fails {
                good = false;
                self.status = 1;
            }
        }
        good
    }

    /// What a builtin says of output that nobody takes, and whether it has failed then.
    fn unwritten(&self, e: Errno) -> (Option<String>, bool) {
        let name = self.wrote;
        match self.dialect {
            Dialect::Bash if matches!(name, "help" | "kill" | "ulimit") => (None, false),
            Dialect::Bash => (Some(format!("{name}: write error: {e}")), true),
            Dialect::Dash => (Some(format!("{name}: {name}: I/O error")), true),
            Dialect::Ash if name == "echo" => (Some(format!("write error: {e}")), true),
            Dialect::Ash => (None, e == Errno::EBADF || matches!(name, "printf" | "pwd")),
        }
    }
}
