//! Traps: which commands run at signals and at the shell's own events, and running them.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::kernel::{Disposition, KillTarget, Proc, Signal};
use crate::shell::exec::Origin;
use crate::shell::state::{Current, Res, Shell, Stop};
use crate::shell::syntax::ast::Command;
use crate::shell::syntax::print;

/// Numbers of events that are no signals; EXIT is 0, as everywhere.
pub(crate) const EXIT: i32 = 0;
/// Before every simple command.
pub(crate) const DEBUG: i32 = 100;
/// After a command that fails.
pub(crate) const ERR: i32 = 101;
/// After a function or a sourced file.
pub(crate) const RETURN: i32 = 102;

/// The traps that are set.
#[derive(Debug, Clone, Default)]
pub(crate) struct Traps {
    set: Rc<BTreeMap<i32, Rc<str>>>,
    /// What the parent shell had, shown by `trap` in a subshell until that sets one of its own.
    inherited: Option<Rc<BTreeMap<i32, Rc<str>>>>,
    /// Signals that were ignored when the shell started, which it can not change.
    hard: Rc<Vec<i32>>,
    /// Signals that end the shell are caught, so that its EXIT trap runs first.
    guarded: bool,
    /// SIGINT is caught where there is no trap: it waits for the command in the foreground.
    patient: bool,
}

/// The signals that bash runs its EXIT trap for before it dies of them (`terminating_signals` in its sig.c).
const FATAL: [Signal; 15] = [
    Signal::HUP,
    Signal::INT,
    Signal::ILL,
    Signal::TRAP,
    Signal::FPE,
    Signal::BUS,
    Signal::SEGV,
    Signal::SYS,
    Signal::PIPE,
    Signal::ALRM,
    Signal::TERM,
    Signal::XCPU,
    Signal::XFSZ,
    Signal::USR1,
    Signal::USR2,
];

/// How bash catches such a signal: SIGINT is for the command in the foreground first.
fn guard(s: Signal) -> Disposition {
    if s == Signal::INT { Disposition::Handle } else { Disposition::Interrupt }
}

/// Traps put aside while a function runs.
#[derive(Debug)]
pub(crate) struct PutAside(Vec<(i32, Rc<str>)>);

/// The number of an event or signal by name or number.
pub(crate) fn parse(name: &str) -> Option<i32> {
    let upper = name.to_ascii_uppercase();
    match upper.as_str() {
        "EXIT" | "0" | "SIGEXIT" => Some(EXIT),
        "DEBUG" => Some(DEBUG),
        "ERR" => Some(ERR),
        "RETURN" => Some(RETURN),
        _ => Signal::parse(name).map(Signal::number).or_else(|| {
            // Real-time signals have numbers here, but nothing sends them.
            let n = name.parse::<i32>().ok()?;
            (34..=64).contains(&n).then_some(n)
        }),
    }
}

/// The name as `trap` shows it.
pub(crate) fn name(n: i32, bash: bool) -> String {
    match n {
        EXIT => "EXIT".to_string(),
        DEBUG => "DEBUG".to_string(),
        ERR => "ERR".to_string(),
        RETURN => "RETURN".to_string(),
        n => match Signal::from_number(n) {
            Some(s) if bash => format!("SIG{}", s.name()),
            Some(s) => s.name().to_string(),
            None => n.to_string(),
        },
    }
}

impl Traps {
    /// Notes which signals are ignored from the start.
    pub(crate) fn at_start(&mut self, p: &Proc) {
        let ignored = Signal::ALL.iter().filter(|s| p.disposition(**s) == Disposition::Ignore);
        self.hard = Rc::new(ignored.map(|s| s.number()).collect());
    }

    pub(crate) fn get(&self, n: i32) -> Option<Rc<str>> {
        self.set.get(&n).cloned()
    }

    pub(crate) fn debug(&self) -> bool {
        self.set.contains_key(&DEBUG)
    }

    /// Whether the shell has anything to do for an event.
    pub(crate) fn any(&self) -> bool {
        self.set.values().any(|command| !command.is_empty())
    }

    /// What `trap` lists.
    pub(crate) fn list(&self) -> Vec<(i32, Rc<str>)> {
        let map = self.inherited.as_ref().unwrap_or(&self.set);
        let mut all: Vec<_> = map.iter().map(|(n, c)| (*n, c.clone())).collect();
        for n in self.hard.iter() {
            if !map.contains_key(n) {
                all.push((*n, "".into()));
            }
        }
        all.sort_by_key(|(n, _)| *n);
        all
    }

    /// Sets, ignores (empty command) or clears a trap.
    pub(crate) fn put(&mut self, p: &Proc, n: i32, command: Option<&str>, interactive: bool) {
        if self.hard.contains(&n) && !interactive {
            return;
        }
        if self.inherited.take().is_some() {
            // What was only shown is gone for good.
        }
        let map = Rc::make_mut(&mut self.set);
        match command {
            Some(c) => map.insert(n, c.into()),
            None => map.remove(&n),
        };
        if let Some(s) = Signal::from_number(n) {
            let what = match command {
                Some("") => Disposition::Ignore,
                Some(_) => Disposition::Handle,
                None if interactive && s == Signal::INT => Disposition::Handle,
                None if interactive && matches!(s, Signal::TERM | Signal::QUIT) => {
                    Disposition::Ignore
                }
                None if self.patient && s == Signal::INT => Disposition::Handle,
                None if self.guarded && FATAL.contains(&s) => guard(s),
                None => Disposition::Default,
            };
            // KILL and STOP can not be trapped; saying so is not an error.
            let _ = p.signal(s, what);
        }
    }

    /// Catches the signals that would end the shell, as bash does from its first EXIT trap on.
    pub(crate) fn guard(&mut self, p: &Proc) {
        self.guarded = true;
        for s in FATAL {
            if p.disposition(s) == Disposition::Default {
                let _ = p.signal(s, guard(s));
            }
        }
    }

    /// Catches SIGINT, as ash and dash do where their commands do not come from standard input.
    pub(crate) fn be_patient(&mut self, p: &Proc) {
        if p.disposition(Signal::INT) == Disposition::Default {
            self.patient = true;
            let _ = p.signal(Signal::INT, Disposition::Handle);
        }
    }

    /// In a child, traps with commands are gone; ignored signals stay ignored.
    pub(crate) fn enter_subshell(&mut self, p: &Proc, errtrace: bool, functrace: bool) {
        // What came before the child's first step, while it had the parent's ways still.
        let caught = self.guarded || self.set.values().any(|c| !c.is_empty());
        let early: Vec<Signal> = match caught {
            true => std::iter::from_fn(|| p.take_signal()).collect(),
            false => Vec::new(),
        };
        self.take_back(p, errtrace, functrace);
        for s in early.into_iter().filter(|s| p.disposition(*s) == Disposition::Default) {
            let _ = p.kill(KillTarget::Pid(p.pid()), Some(s));
        }
    }

    fn take_back(&mut self, p: &Proc, errtrace: bool, functrace: bool) {
        if std::mem::take(&mut self.patient) {
            // A signal that came before the child's first step does what it does to a program.
            while let Some(s) = p.take_signal() {
                let _ = p.signal(s, Disposition::Default);
                let _ = p.kill(KillTarget::Pid(p.pid()), Some(s));
            }
        }
        if std::mem::take(&mut self.guarded) {
            for s in FATAL.iter().filter(|s| !self.set.contains_key(&s.number())) {
                if p.disposition(*s) == guard(*s) {
                    let _ = p.signal(*s, Disposition::Default);
                }
            }
        }
        if self.set.is_empty() {
            return;
        }
        let shown = self.inherited.take().unwrap_or_else(|| self.set.clone());
        let mut kept = BTreeMap::new();
        for (n, c) in self.set.iter() {
            let kept_event = match *n {
                ERR => errtrace,
                DEBUG | RETURN => functrace,
                _ => false,
            };
            if c.is_empty() || kept_event {
                kept.insert(*n, c.clone());
            } else if let Some(s) = Signal::from_number(*n) {
                let _ = p.signal(s, Disposition::Default);
            }
        }
        self.set = Rc::new(kept);
        self.inherited = Some(shown);
    }

    /// Forgets all traps, without a word to the kernel.
    pub(crate) fn forget(&mut self) {
        self.set = Rc::default();
    }

    /// ERR, DEBUG and RETURN are not inherited by functions unless asked for.
    pub(crate) fn enter_function(&mut self, errtrace: bool, functrace: bool) -> PutAside {
        let mut aside = Vec::new();
        if self.set.range(DEBUG..).next().is_none() {
            return PutAside(aside);
        }
        for (n, keep) in [(ERR, errtrace), (DEBUG, functrace), (RETURN, functrace)] {
            if !keep && let Some(c) = self.set.get(&n).cloned() {
                Rc::make_mut(&mut self.set).remove(&n);
                aside.push((n, c));
            }
        }
        PutAside(aside)
    }

    /// A sourced file inherits all but DEBUG.
    pub(crate) fn enter_source(&mut self, functrace: bool) -> PutAside {
        let mut aside = Vec::new();
        if !functrace && let Some(c) = self.set.get(&DEBUG).cloned() {
            Rc::make_mut(&mut self.set).remove(&DEBUG);
            aside.push((DEBUG, c));
        }
        PutAside(aside)
    }

    /// Puts them back, where the function has not set others.
    pub(crate) fn leave_function(&mut self, aside: PutAside) {
        for (n, c) in aside.0 {
            if !self.set.contains_key(&n) {
                Rc::make_mut(&mut self.set).insert(n, c);
            }
        }
    }
}

impl Shell {
    /// Runs a trap's command; status and the like are as before afterwards.
    async fn run_trap(&mut self, command: &str) -> Res<()> {
        let (status, pipes, line) = (self.status, self.pipestatus.clone(), self.line);
        let last = std::mem::replace(&mut self.last_command, false);
        let depth = self.in_trap;
        self.in_trap += 1;
        let unchecked = self.unchecked;
        self.traced += 1;
        let r = self.run_text(command, line.max(1), Origin::Trap).await;
        self.traced -= 1;
        self.unchecked = unchecked;
        self.in_trap = depth;
        self.last_command = last;
        if r.is_ok() {
            self.status = status;
            self.pipestatus = pipes;
        }
        self.line = line;
        r
    }

    /// The ERR trap, when a command has failed.
    pub(crate) async fn run_err_trap(&mut self) -> Res<()> {
        match self.traps.get(ERR) {
            Some(c) if !c.is_empty() && self.in_err == 0 => {
                self.in_err += 1;
                let r = self.run_trap(&c).await;
                self.in_err -= 1;
                r
            }
            _ => Ok(()),
        }
    }

    /// The DEBUG trap, before a simple command.
    pub(crate) async fn run_debug_trap(&mut self, command: &Command) -> Res<()> {
        if !self.traps.debug() {
            return Ok(());
        }
        self.run_debug_text(print::command(command)).await
    }

    /// The same, before a step of a compound command, shown by this text.
    pub(crate) async fn run_debug_text(&mut self, text: String) -> Res<()> {
        match self.traps.get(DEBUG) {
            Some(c) if !c.is_empty() && self.in_debug == 0 => {
                if self.in_trap == 0 {
                    self.current = Current::Text(text.into());
                }
                self.in_debug += 1;
                let r = self.run_trap(&c).await;
                self.in_debug -= 1;
                r
            }
            _ => Ok(()),
        }
    }

    /// The RETURN trap, after a function or a sourced file.
    pub(crate) async fn run_return_trap(&mut self) -> Res<()> {
        match self.traps.get(RETURN) {
            Some(c) if !c.is_empty() && self.in_trap == 0 => self.run_trap(&c).await,
            _ => Ok(()),
        }
    }

    /// The EXIT trap, once.
    pub(crate) async fn run_exit_trap(&mut self) {
        if self.exiting {
            return;
        }
        self.exiting = true;
        let Some(c) = self.traps.get(EXIT).filter(|c| !c.is_empty()) else { return };
        self.flush().await;
        self.unchecked = 0;
        self.loops = 0;
        let status = self.status;
        match self.run_text(&c, 1, Origin::Trap).await {
            Ok(()) => self.status = status,
            Err(Stop::Exit(s)) => self.status = s,
            Err(_) => self.status = status,
        }
    }

    /// The end by a signal, the EXIT trap first. The first process of a namespace, which its own signals do
    /// not end, exits with their status.
    async fn die_of(&mut self, s: Signal) -> Res<()> {
        self.run_exit_trap().await;
        self.raise(s).await
    }

    /// Sends a signal to itself that nothing handles any more; goes on to an exit where it does nothing.
    async fn raise(&mut self, s: Signal) -> Res<()> {
        self.flush().await;
        let _ = self.p.signal(s, Disposition::Default);
        let _ = self.p.kill(KillTarget::Pid(self.p.pid()), Some(s));
        self.p.tick(1).await;
        Err(Stop::Exit(128 + s.number()))
    }

    /// Runs what is set for the signals that have come.
    pub(crate) async fn run_pending_traps(&mut self) -> Res<()> {
        while let Some(s) = self.p.take_signal() {
            self.run_signal_trap(s).await?;
        }
        Ok(())
    }

    /// Runs what is set for a signal.
    pub(crate) async fn run_signal_trap(&mut self, s: Signal) -> Res<()> {
        match self.traps.get(s.number()) {
            Some(c) if !c.is_empty() => {
                self.flush().await;
                self.run_trap(&c).await
            }
            _ if s == Signal::INT && self.interactive => {
                if self.subshell == 0 {
                    self.complain("\n");
                    self.flush().await;
                }
                self.status = 130;
                Err(Stop::Discard(130))
            }
            _ if self.traps.guarded && FATAL.contains(&s) => self.die_of(s).await,
            // ash and dash end by the signal; only where it does nothing their EXIT trap runs.
            None if s == Signal::INT && !self.bash() => self.raise(s).await,
            _ => Ok(()),
        }
    }
}
