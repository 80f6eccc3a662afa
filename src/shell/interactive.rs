//! The interactive shell: prompts, lines that go on, history, job control, and news of jobs. Reading
//! a line belongs to `readline`.

use crate::kernel::{Disposition, KillTarget, Signal};
use crate::shell::builtins;
use crate::shell::candidates::Candidates;
use crate::shell::exec::Origin;
use crate::shell::jobs::State;
use crate::shell::options::{Opt, Shopt};
use crate::shell::readline::{Line, Readline, Style};
use crate::shell::state::{Shell, Stop};

impl Shell {
    /// Whether the end of input does not end the shell yet: `set -o ignoreeof`, and as often as
    /// IGNOREEOF says (ten times where that is no number).
    fn ignores_eof(&mut self) -> bool {
        if !self.p.isatty(0) {
            return false;
        }
        let times = match self.var("IGNOREEOF") {
            Some(n) => n.parse().unwrap_or(10),
            None => return false,
        };
        self.eofs += 1;
        self.eofs <= times
    }

    /// Whether stopped jobs keep the shell from ending, or with `checkjobs` any: they are told of once.
    pub(crate) fn stopped_jobs_hold(&mut self) -> bool {
        let check = self.bash() && self.shopt(Shopt::CheckJobs);
        let stopped = self.jobs.list().iter().any(|j| matches!(j.state(), State::Stopped(_)));
        let running = check && self.jobs.list().iter().any(|j| j.state() == State::Running);
        if !(stopped || running) || self.warned {
            return false;
        }
        self.complain(match (self.bash(), stopped) {
            (false, _) => "You have stopped jobs.\n",
            (true, true) => "There are stopped jobs.\n",
            (true, false) => "There are running jobs.\n",
        });
        if check {
            let ids: Vec<usize> = self.jobs.list().iter().map(|j| j.id).collect();
            for id in ids {
                let line = self.jobs.line(id, false, self.dialect);
                self.complain(&format!("{line}\n"));
            }
        }
        self.warned = true;
        true
    }

    /// Tells of jobs that have ended or stopped.
    pub(crate) fn job_news(&mut self) {
        let p = self.p.clone();
        self.jobs.poll(&p);
        for id in self.jobs.list().iter().map(|j| j.id).collect::<Vec<_>>() {
            let Some(j) = self.jobs.get_mut(id) else { continue };
            match j.state() {
                State::Done(_) => {
                    let line = self.jobs.line(id, false, self.dialect);
                    self.complain(&format!("{line}\n"));
                    self.jobs.remove(id);
                }
                State::Stopped(_) if !std::mem::replace(&mut j.told, true) => {
                    let line = self.jobs.line(id, false, self.dialect);
                    self.complain(&format!("\n{line}\n"));
                }
                _ => {}
            }
        }
    }

    /// LINES and COLUMNS as the terminal has them (`checkwinsize`).
    pub(crate) fn note_size(&mut self) {
        if !self.bash() || !self.shopt(Shopt::CheckWinsize) {
            return;
        }
        let Ok((cols, rows)) = self.p.winsize(self.terminal) else { return };
        for (name, n) in [("COLUMNS", cols), ("LINES", rows)] {
            if n > 0 && self.var(name) != Some(n.to_string()) {
                // A variable that may not be changed stays as it is.
                let _ = self.assign(name, None, &n.to_string(), false);
            }
        }
    }

    /// Puts the shell in its own group in front of the terminal.
    fn take_terminal(&mut self) {
        for s in [Signal::TERM, Signal::QUIT, Signal::TSTP, Signal::TTIN, Signal::TTOU] {
            let _ = self.p.signal(s, Disposition::Ignore);
        }
        let _ = self.p.signal(Signal::INT, Disposition::Handle);
        self.terminal = if self.p.isatty(2) { 2 } else { 0 };
        if !self.p.isatty(self.terminal) {
            self.opts.put(Opt::Monitor, false);
            return;
        }
        // A session leader has its group already.
        let _ = self.p.setpgid(0, 0);
        let _ = self.p.tcsetpgrp(self.terminal, self.p.pgid());
    }
}

/// An interactive shell until it ends.
pub(super) async fn run(mut sh: Shell) -> i32 {
    sh.take_terminal();
    let style = if sh.bash() { Style::Gnu } else { Style::Busybox };
    let mut editor = Readline::new(style);
    if sh.bash() {
        let own = sh.var("HOME").map(|home| format!("{home}/.inputrc"));
        let file = sh.var("INPUTRC").or(own).unwrap_or_default();
        if !sh.read_inputrc(&file) {
            sh.read_inputrc("/etc/inputrc");
        }
    }
    if let Some(file) = sh.var("HISTFILE").filter(|f| !f.is_empty()) {
        // Without a file there is no history yet.
        sh.history.in_file = sh.load_history(&file, 0).unwrap_or(0);
    }
    let r = loop {
        match turn(&mut sh, &mut editor).await {
            Ok(()) => {}
            Err(stop) => break Err(stop),
        }
    };
    let all = sh.bash() && sh.login && sh.shopt(Shopt::HupOnExit);
    for j in sh.jobs.list().to_vec() {
        let ends = match j.state() {
            State::Stopped(_) => true,
            State::Running => all,
            State::Done(_) => false,
        };
        if ends && !j.keep {
            let _ = sh.p.kill(KillTarget::Group(j.group), Some(Signal::HUP));
            let _ = sh.p.kill(KillTarget::Group(j.group), Some(Signal::CONT));
        }
    }
    sh.save_history().await;
    sh.finish(r).await
}

/// A line from a standard input that is no terminal.
async fn plain_line(sh: &mut Shell, prompt: &str) -> Option<String> {
    sh.complain(&prompt.replace(['\x01', '\x02'], ""));
    sh.flush().await;
    sh.read_reply().await
}

/// One prompt and the command typed at it.
async fn turn(sh: &mut Shell, editor: &mut Readline) -> Result<(), Stop> {
    sh.job_news();
    if sh.bash() {
        for command in sh.values("PROMPT_COMMAND") {
            let status = sh.status;
            match sh.run_text(&command, 1, Origin::Eval).await {
                Ok(()) | Err(Stop::Discard(_)) => sh.status = status,
                Err(stop) => return Err(stop),
            }
        }
    }
    sh.flush().await;
    let mut typed = String::new();
    let mut begun = false;
    loop {
        let first = typed.is_empty();
        let prompt = sh.prompt_text(if first { "PS1" } else { "PS2" }, "").await;
        sh.flush().await;
        sh.note_size();
        editor.preset = sh.verify.take();
        editor.trapped = sh.traps.get(Signal::INT.number()).is_some_and(|c| !c.is_empty());
        editor.deadline = sh.prompt_deadline();
        let p = sh.p.clone();
        let history = sh.history.lines();
        let candidates = Candidates { sources: sh.sources(), shell: sh.clone() };
        editor.bindings = sh.bindings.clone();
        let line = match editor.read_line(&p, &prompt, &history, &candidates).await {
            Ok(line) => line,
            // Without a terminal, lines are read plainly.
            Err(_) => match plain_line(sh, &prompt).await {
                Some(l) => Line::Text(l),
                None => Line::Eof,
            },
        };
        sh.note_size();
        for (index, line) in std::mem::take(&mut editor.edited) {
            sh.history.change(index, line);
        }
        for s in std::mem::take(&mut editor.signals) {
            sh.run_signal_trap(s).await?;
        }
        match line {
            Line::Text(line) => {
                let Some(line) = sh.with_history(&typed, line) else { return Ok(()) };
                begun = sh.remember(&typed, &line, begun);
                typed.push_str(&line);
                typed.push('\n');
            }
            Line::Interrupted if editor.trapped => {
                sh.run_signal_trap(Signal::INT).await?;
                sh.run_pending_traps().await?;
                sh.complain("\n");
                return Ok(());
            }
            Line::Interrupted => {
                while sh.p.take_signal().is_some() {}
                sh.status = 130;
                sh.flush().await;
                return Ok(());
            }
            Line::Eof if first => {
                if sh.ignores_eof() {
                    sh.complain("Use \"exit\" to leave the shell.\n");
                    return Ok(());
                }
                sh.complain(match (sh.bash(), sh.login) {
                    (true, true) => "logout\n",
                    (true, false) => "exit\n",
                    _ => "\n",
                });
                if sh.stopped_jobs_hold() {
                    return Ok(());
                }
                return Err(Stop::Exit(sh.status));
            }
            Line::TimedOut => {
                sh.complain("\x07timed out waiting for input: auto-logout\n");
                return Err(Stop::Exit(sh.status));
            }
            Line::Run(command) => {
                run_key_command(sh, editor, &command).await?;
                continue;
            }
            Line::Edit(text) => {
                let editor = sh.var("VISUAL").or_else(|| sh.var("EDITOR")).unwrap_or("vi".into());
                sh.status = Box::pin(builtins::edit(sh, Some(editor), &[text])).await?;
                sh.flush().await;
                return Ok(());
            }
            Line::Eof => break,
        }
        if sh.is_whole(&typed) {
            break;
        }
    }
    sh.history.last_is_running = begun;
    sh.line = 1;
    sh.eofs = 0;
    if !typed.trim().is_empty() {
        if sh.bash() && sh.var("PS0").is_some() {
            let shown = sh.prompt_text("PS0", "").await;
            sh.complain(&shown.replace(['\x01', '\x02'], ""));
        }
        sh.commands += 1;
    }
    let r = sh.run_text(&typed, 1, Origin::Main).await;
    sh.loops = 0;
    sh.unchecked = 0;
    sh.depth = 0;
    let name = typed.split_whitespace().next().unwrap_or_default();
    sh.warned = matches!(name, "exit" | "logout" | "jobs");
    match r {
        Ok(()) => {}
        Err(Stop::Exit(s)) => return Err(Stop::Exit(s)),
        Err(Stop::Discard(s)) => sh.status = s,
        Err(Stop::Return(_) | Stop::Break(_) | Stop::Continue(_) | Stop::Late) => {}
    }
    sh.flush().await;
    Ok(())
}

/// A command that `bind -x` has put on a key: it can see the line, and change it.
async fn run_key_command(sh: &mut Shell, editor: &mut Readline, command: &str) -> Result<(), Stop> {
    let line = editor.preset.take().unwrap_or_default();
    let point = editor.preset_at.take().unwrap_or_default();
    let _ = sh.assign("READLINE_LINE", None, &line, false);
    let _ = sh.assign("READLINE_POINT", None, &point.to_string(), false);
    let status = sh.status;
    match sh.run_text(command, 1, Origin::Eval).await {
        Ok(()) | Err(Stop::Discard(_)) => {}
        Err(stop) => return Err(stop),
    }
    sh.flush().await;
    sh.status = status;
    sh.verify = sh.var("READLINE_LINE");
    editor.preset_at = sh.var("READLINE_POINT").and_then(|n| n.parse().ok());
    sh.vars.unset("READLINE_LINE");
    sh.vars.unset("READLINE_POINT");
    Ok(())
}
