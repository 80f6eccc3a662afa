//! Programs: finding them in PATH, starting them, waiting for them; scripts without `#!`.

use std::rc::Rc;

use super::assign::Temporary;
use super::simple::Args;
use crate::kernel::{Pid, Signal, Spawn, WaitFlags, WaitFor, WaitStatus};
use crate::shell::Dialect;
use crate::shell::options::Opt;
use crate::shell::state::{Current, Res, Shell, Stop};
use crate::shell::syntax::ast::Command;
use crate::shell::syntax::print;
use crate::vfs::Errno;

/// Where a command name leads.
pub(crate) enum Found {
    Path(String),
    /// There, but not to be run.
    Denied(String),
    Nothing,
}

impl Shell {
    /// Looks a name up in PATH (or `path`).
    pub(crate) fn find_program(&self, name: &str, path: Option<&str>) -> Found {
        if name.contains('/') {
            return Found::Path(name.to_string());
        }
        let own = self.var("PATH");
        let path = path.or(own.as_deref()).unwrap_or("");
        let mut denied = None;
        for dir in path.split(':') {
            let dir = if dir.is_empty() { "." } else { dir };
            let full =
                if dir.ends_with('/') { format!("{dir}{name}") } else { format!("{dir}/{name}") };
            let Ok(stat) = self.p.stat(&full) else { continue };
            if !stat.is_file() {
                continue;
            }
            if self.p.access(&full, 1).is_ok() {
                return Found::Path(full);
            }
            denied.get_or_insert(full);
        }
        denied.map_or(Found::Nothing, Found::Denied)
    }

    /// The same, remembering what was found (`hash`).
    fn find_hashed(&mut self, name: &str) -> Found {
        if name.contains('/') || !self.on(Opt::HashAll) {
            return self.find_program(name, None);
        }
        if let Some((path, _)) = self.hashed.get(name) {
            // bash runs what it remembers, even when it is gone (see `shopt -s checkhash`).
            let path = path.clone();
            if self.bash() || self.p.access(&path, 1).is_ok() {
                if let Some((_, hits)) = Rc::make_mut(&mut self.hashed).get_mut(name) {
                    *hits += 1;
                }
                return Found::Path(path);
            }
        }
        let found = self.find_program(name, None);
        if let Found::Path(path) = &found {
            Rc::make_mut(&mut self.hashed).insert(name.to_string(), (path.clone(), 1));
        }
        found
    }

    /// Runs a program with the words given, and waits for it.
    pub(crate) async fn run_program(&mut self, args: &Args, command: &Command) -> Res<()> {
        let name = args.words[0].clone();
        if let Some(last) = args.words.last() {
            self.last_arg.clone_from(last);
        }
        self.flush().await;
        if name.starts_with('%') && self.bash() && self.subshell == 0 && self.on(Opt::Monitor) {
            return crate::shell::builtins::as_command(self, &name, false).await;
        }
        let path = match self.find_hashed(&name) {
            Found::Path(p) => p,
            Found::Denied(p) => {
                self.error(&format!("{p}: {}", Errno::EACCES));
                self.status = 126;
                self.pipestatus_one();
                return Ok(());
            }
            Found::Nothing => return self.not_found(args).await,
        };
        let env = self.program_environment(&path);
        if self.last_command && !self.traps.any() {
            self.last_command = false;
            self.close_own();
            let e = self.p.exec(&path, &args.words, env.clone()).await;
            if e == Errno::ENOEXEC {
                let words = args.words.clone();
                return self.run_script_here(&path, words).await;
            }
            self.status = self.exec_error(&name, &path, e);
            return Ok(());
        }
        self.room_to_fork().await?;
        let monitor = self.on(Opt::Monitor);
        let mut spawn = Spawn::new(&path, args.words.clone());
        spawn.env = Some(Rc::new(env));
        spawn.pgid = monitor.then_some(0);
        spawn.reset_signals = self.interactive && self.subshell == 0;
        let pid = match self.p.spawn(spawn) {
            Ok(pid) => pid,
            Err(Errno::ENOEXEC) => {
                let (words, script) = (args.words.clone(), path.clone());
                let pid = self
                    .fork_shell(
                        move |sh| {
                            if monitor {
                                let _ = sh.p.setpgid(0, 0);
                            }
                        },
                        async move |sh| sh.run_script_child(script, words).await,
                    )
                    .await?;
                return self.foreground(&[pid], pid, &print::command(command)).await;
            }
            Err(e) => {
                self.status = self.exec_error(&name, &path, e);
                self.pipestatus_one();
                return Ok(());
            }
        };
        let text = if monitor { print::command(command) } else { String::new() };
        self.foreground(&[pid], pid, &text).await
    }

    /// The environment of a program, `_` set to its path.
    pub(crate) fn program_environment(&self, path: &str) -> Vec<(String, String)> {
        let mut env = self.vars.environment();
        if self.bash() {
            env.retain(|(n, _)| n != "_");
            for (name, f) in self.exported_functions() {
                env.push((name, f));
            }
            for name in ["BASHOPTS", "SHELLOPTS"] {
                if self.is_exported(name)
                    && let Some(list) = self.var(name)
                {
                    env.push((name.to_string(), list));
                }
            }
            env.push(("_".to_string(), path.to_string()));
        }
        env
    }

    fn exported_functions(&self) -> Vec<(String, String)> {
        let mut out: Vec<(String, String)> = self
            .functions
            .iter()
            .filter(|(_, f)| f.exported)
            .map(|(n, f)| {
                let text = print::function(&f.function);
                let body = text.strip_prefix(&format!("{n} ")).unwrap_or(&text).to_string();
                (format!("BASH_FUNC_{n}%%"), body)
            })
            .collect();
        out.sort();
        out
    }

    /// Closes what only the shell itself uses, before another program takes its place.
    pub(super) fn close_own(&mut self) {
        for fd in std::mem::take(&mut self.saved_fds) {
            let _ = self.p.close(fd);
        }
    }

    /// Says why a program did not start, and gives the status.
    pub(crate) fn exec_error(&mut self, name: &str, path: &str, e: Errno) -> i32 {
        let directory = self.p.stat(path).is_ok_and(|s| s.is_dir());
        let missing = e == Errno::ENOENT || e == Errno::ENOTDIR;
        // In bash, what is below a file is no missing command.
        let status = if missing && !(self.bash() && e == Errno::ENOTDIR) { 127 } else { 126 };
        // bash names the interpreter that a script asks for, and no line of its own.
        if self.bash()
            && e == Errno::ENOENT
            && let Some(interpreter) = self.interpreter(path)
        {
            let prefix = self.prefix();
            let shell = prefix.split(": ").next().unwrap_or_default();
            self.complain(&format!("{shell}: {path}: {interpreter}: bad interpreter: {e}\n"));
            return 126;
        }
        let message = match (self.dialect, e) {
            (Dialect::Bash, Errno::EACCES) if directory => format!("{name}: Is a directory"),
            // The interpreter of a script may be what is missing.
            (Dialect::Bash, Errno::ENOENT) if self.p.exists(path) => {
                format!("{path}: cannot execute: required file not found")
            }
            (Dialect::Bash, e) => format!("{name}: {e}"),
            (_, Errno::ENOENT | Errno::ENOTDIR) => format!("{name}: not found"),
            (Dialect::Ash, Errno::EACCES) => format!("{name}: Permission denied"),
            (_, e) => format!("{name}: {e}"),
        };
        self.error(&message);
        status
    }

    /// The interpreter that a script's first line names.
    fn interpreter(&self, path: &str) -> Option<String> {
        let head = self.p.read_file(path).ok()?;
        let line = head.strip_prefix(b"#!")?.split(|b| *b == b'\n').next()?;
        let text = crate::vfs::text::decode(line).into_owned();
        Some(text.split([' ', '\t']).find(|w| !w.is_empty())?.to_string())
    }

    async fn not_found(&mut self, args: &Args) -> Res<()> {
        let name = &args.words[0];
        if self.bash()
            && let Some(f) = self.functions.get("command_not_found_handle").cloned()
        {
            let mut words = vec!["command_not_found_handle".to_string()];
            words.extend(args.words.iter().cloned());
            let none: Vec<Temporary> = Vec::new();
            return Box::pin(self.run_function(&f, Args::new(words), none)).await;
        }
        let m = match self.dialect {
            Dialect::Bash => format!("{name}: command not found"),
            // busybox's words for an empty name.
            Dialect::Ash if name.is_empty() => ": Permission denied".to_string(),
            _ => format!("{name}: not found"),
        };
        self.error(&m);
        self.status = 127;
        self.pipestatus_one();
        Ok(())
    }

    /// Waits for a foreground command, giving it the terminal where there is job control.
    pub(crate) async fn foreground(&mut self, pids: &[Pid], group: Pid, text: &str) -> Res<()> {
        let statuses = self.wait_pipeline(pids, group, text, &[]).await?;
        self.status = statuses.last().copied().unwrap_or(0);
        self.pipestatus = statuses;
        Ok(())
    }

    /// Waits for a child, with traps run as their signals come; 127 where there is no such child.
    pub(crate) async fn wait_trapping(&mut self, pid: Pid, flags: WaitFlags) -> Res<WaitStatus> {
        loop {
            match self.p.wait_on(WaitFor::Pid(pid), flags).await {
                Ok((_, status)) => return Ok(status),
                Err(Errno::EINTR) => self.run_pending_traps().await?,
                Err(_) => return Ok(WaitStatus::Exited(127)),
            }
        }
    }

    /// Waits for processes; a job that stops goes to the job table.
    pub(super) async fn wait_pipeline(
        &mut self,
        pids: &[Pid],
        group: Pid,
        text: &str,
        commands: &[Rc<Command>],
    ) -> Res<Vec<i32>> {
        let monitor = self.on(Opt::Monitor);
        if monitor && group != 0 {
            let _ = self.p.tcsetpgrp(self.terminal, group);
        }
        let mut statuses = Vec::with_capacity(pids.len());
        let mut interrupted = false;
        let mut stopped = None;
        let mut ends = Vec::with_capacity(pids.len());
        for &pid in pids {
            let flags = WaitFlags { untraced: monitor, ..WaitFlags::default() };
            let status = self.wait_trapping(pid, flags).await?;
            if let WaitStatus::Signaled(s) = status {
                interrupted |= s == Signal::INT;
            }
            if let WaitStatus::Stopped(_) = status {
                stopped = Some(status);
            }
            statuses.push(status.code());
            ends.push((pid, status));
        }
        self.report_ends(&ends, text, commands);
        if !self.bash() {
            // Jobs that ended meanwhile were seen to end.
            let p = self.p.clone();
            self.jobs.poll(&p);
        }
        if monitor && group != 0 {
            let _ = self.p.tcsetpgrp(self.terminal, self.p.pgid());
        }
        if let Some(s) = stopped {
            let id = self.jobs.add(pids.to_vec(), group, text, true);
            self.jobs.set_stopped(id, s);
            let line = self.jobs.line(id, false, self.dialect);
            self.complain(&format!("\n{line}\n"));
            self.flush().await;
            if let Some(j) = self.jobs.get_mut(id) {
                j.told = true;
                j.parts = commands.iter().map(|c| print::command(c)).collect();
            }
            // Loops around it end.
            if self.interactive && self.loops > 0 {
                self.status = statuses.last().copied().unwrap_or(0);
                return Err(Stop::Break(self.loops));
            }
        }
        if interrupted && self.interactive && self.subshell == 0 {
            if self.traps.get(Signal::INT.number()).is_some() {
                self.run_pending_traps().await?;
                self.complain("\n");
                self.flush().await;
                self.status = 130;
                // Loops around it end.
                return if self.loops > 0 { Err(Stop::Break(self.loops)) } else { Ok(statuses) };
            }
            self.complain("\n");
            self.flush().await;
            self.status = 130;
            self.pipestatus = vec![130];
            return Err(Stop::Discard(130));
        }
        if self.interactive && self.subshell == 0 {
            self.note_size();
        }
        Ok(statuses)
    }

    /// What is said when a signal has ended a command.
    fn report_ends(&mut self, ends: &[(Pid, WaitStatus)], text: &str, commands: &[Rc<Command>]) {
        if !self.bash() {
            for (pid, end) in ends {
                if let WaitStatus::Signaled(s) = end {
                    self.report_signal(*pid, *s, text);
                }
            }
            return;
        }
        if let [(pid, WaitStatus::Signaled(s))] = ends {
            let text = match &self.current {
                Current::Command(c) if text.is_empty() => print::command(c),
                _ => text.to_string(),
            };
            return self.report_signal(*pid, *s, &text);
        }
        let Some((_, WaitStatus::Signaled(last))) = ends.last() else { return };
        if self.interactive || commands.len() < ends.len() {
            return self.report_signal(0, *last, text);
        }
        if matches!(*last, Signal::INT | Signal::PIPE | Signal::TERM) {
            return;
        }
        // A pipeline is shown whole.
        let mut m = self.prefix();
        for (i, ((pid, end), command)) in ends.iter().zip(commands).enumerate() {
            let what = match end {
                WaitStatus::Exited(0) => "Done".to_string(),
                WaitStatus::Exited(n) => format!("Exit {n}"),
                WaitStatus::Signaled(s) => s.text().to_string(),
                _ => "Running".to_string(),
            };
            let bar = if i > 0 { "| " } else { "" };
            let indent = if i > 0 { "     " } else { "" };
            m.push_str(&format!("{indent}{pid:>5} {what:<26} {bar}{}\n", print::command(command)));
        }
        self.complain(&m);
    }

    /// The same for one process, by the shell's dialect.
    pub(crate) fn report_signal(&mut self, pid: Pid, s: Signal, text: &str) {
        if matches!(s, Signal::INT | Signal::PIPE)
            || !self.bash() && s == Signal::TERM && self.interactive
        {
            return;
        }
        let what = s.text();
        match self.dialect {
            Dialect::Bash if self.interactive => self.complain(&format!("{what}\n")),
            // Debian's bash takes less notice of SIGTERM.
            Dialect::Bash if s == Signal::TERM => self.complain(&format!("{what}\n")),
            Dialect::Bash => {
                let m = format!("{}{pid:>5} {what:<26} {text}\n", self.prefix());
                self.complain(&m);
            }
            _ => self.complain(&format!("{what}\n")),
        }
    }
}
