//! Simple commands: words, assignments before them, and who runs them: a function, a builtin or a
//! program.

use std::rc::Rc;

use super::assign::Assigned;
use crate::shell::builtins::{self, Builtin, Run};
use crate::shell::expand::Mode;
use crate::shell::options::Opt;
use crate::shell::state::{Current, Res, Shell, Stop};
use crate::shell::syntax::ast::{Arg, Assign, AssignValue, Command, Kind, Simple};

/// What a builtin is given.
#[derive(Debug, Clone, Default)]
pub(crate) struct Args {
    /// The words, the name first.
    pub words: Vec<String>,
    /// For words that are assignments of arrays: position, and the elements.
    pub arrays: Vec<(usize, Elements)>,
    /// Positions of the words that were read as assignments.
    pub assigned: Vec<usize>,
}

/// Elements of `(..)`: subscript, value, whether it appends.
pub(crate) type Elements = Vec<(Option<String>, String, bool)>;

impl Args {
    /// Plain words.
    pub(crate) fn new(words: Vec<String>) -> Args {
        Args { words, ..Args::default() }
    }

    /// The words after the name.
    pub(crate) fn rest(&self) -> &[String] {
        self.words.get(1..).unwrap_or(&[])
    }
}

/// A simple command, its words expanded.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    pub args: Args,
    /// Whether the assignments before the command are still to be made.
    pub assigns: bool,
}

/// How far a command came without waiting.
pub(super) enum Quick {
    /// It has to go the long way from the start.
    No,
    Done(Res<()>),
    /// Its words are expanded; running it has to wait.
    Prepared(Prepared),
}

/// Whether the options of `declare` so far make associative arrays.
fn declares_keys(args: &Args) -> bool {
    args.rest().iter().any(|w| w.starts_with('-') && w.contains('A'))
}

fn simple(command: &Command) -> Option<&Simple> {
    match &command.kind {
        Kind::Simple(s) => Some(s),
        _ => None,
    }
}

impl Shell {
    /// Runs a simple command without waiting, if that is possible.
    pub(super) fn quick(&mut self, command: &Command) -> Quick {
        let Some(s) = simple(command) else { return Quick::No };
        if !s.sync || !command.redirects.is_empty() || self.traps.debug() {
            return Quick::No;
        }
        self.line = command.line;
        match self.quick_simple(s) {
            Ok(q) => q,
            Err(Stop::Late) => {
                self.late_forget();
                Quick::No
            }
            Err(stop) => Quick::Done(Err(stop)),
        }
    }

    fn quick_simple(&mut self, s: &Simple) -> Res<Quick> {
        let mut args = Args::default();
        args.words.reserve(s.args.len());
        for a in &s.args {
            match a {
                Arg::Word(w) => self.expand_into(w, &mut args.words)?,
                Arg::Assign(a) => self.declare_arg(a, &mut args)?,
            }
        }
        if args.words.is_empty() {
            for a in &s.assigns {
                self.run_assign(a)?;
            }
            self.status = 0;
            self.last_arg.clear();
            self.pipestatus_one();
            return Ok(Quick::Done(Ok(())));
        }
        let name = &args.words[0];
        if s.assigns.is_empty()
            && (self.functions.is_empty() || !self.functions.contains_key(name.as_str()))
            && let Some(b) = builtins::find(self, name)
            && let Run::Plain(run) = b.run
        {
            if self.on(Opt::XTrace) {
                self.trace_words(&args);
            }
            return Ok(match self.run_plain(b, run, &args) {
                Err(Stop::Late) => {
                    self.late_forget();
                    Quick::Prepared(Prepared { args, assigns: false })
                }
                r => Quick::Done(r),
            });
        }
        Ok(Quick::Prepared(Prepared { args, assigns: !s.assigns.is_empty() }))
    }

    /// Runs a builtin that does not wait.
    pub(super) fn run_plain(
        &mut self,
        b: &'static Builtin,
        run: fn(&mut Shell, &Args) -> Res<i32>,
        args: &Args,
    ) -> Res<()> {
        let outer = self.command_name.replace(b.name.into());
        let r = run(self, args);
        self.command_name = outer;
        self.builtin_done(b, args, r)
    }

    /// What follows from a builtin's result.
    pub(super) fn builtin_done(&mut self, b: &Builtin, args: &Args, r: Res<i32>) -> Res<()> {
        self.wrote = b.name;
        if let Some(last) = args.words.last() {
            self.last_arg.clone_from(last);
        }
        match r {
            Ok(status) => {
                self.status = status;
                self.pipestatus_one();
                Ok(())
            }
            Err(stop) => {
                if let Stop::Discard(s) | Stop::Return(s) | Stop::Exit(s) = stop {
                    self.status = s;
                }
                let _ = b;
                Err(stop)
            }
        }
    }

    /// PIPESTATUS after a command that was no pipeline.
    pub(super) fn pipestatus_one(&mut self) {
        if let [one] = self.pipestatus.as_mut_slice() {
            *one = self.status;
        } else {
            self.pipestatus = vec![self.status];
        }
    }

    /// Runs a command the long way.
    pub(super) async fn run_slow(&mut self, command: &Rc<Command>) -> Res<()> {
        let subs = self.process_subs.len();
        let r = match simple(command) {
            Some(s) => {
                self.line = command.line;
                if self.traps.debug() {
                    self.run_debug_trap(command).await?;
                }
                self.line = command.line;
                self.run_simple(s, command).await
            }
            None => self.run_compound(command).await,
        };
        for fd in self.process_subs.drain(subs.min(self.process_subs.len())..).collect::<Vec<_>>() {
            let _ = self.p.close(fd);
        }
        r
    }

    async fn run_simple(&mut self, s: &Simple, command: &Rc<Command>) -> Res<()> {
        self.sub_status = None;
        let mut args = Args::default();
        for a in &s.args {
            match a {
                Arg::Word(w) => self.expand_wait(w, &mut args.words).await?,
                Arg::Assign(a) => self.declare_arg_wait(a, &mut args).await?,
            }
        }
        if args.words.is_empty() {
            // Only redirections and assignments.
            let saved = match self.redirect_all(&command.redirects).await? {
                Some(saved) => saved,
                None => {
                    self.status = self.redirect_status();
                    self.pipestatus_one();
                    let fatal = self.dialect == crate::shell::Dialect::Dash && !self.interactive;
                    return if fatal { Err(self.redirect_failed()) } else { Ok(()) };
                }
            };
            let mut r = Ok(());
            self.trace_past(&saved);
            for a in &s.assigns {
                r = self.run_assign_wait(a).await;
                if r.is_err() {
                    break;
                }
            }
            self.flush().await;
            self.trace_to = None;
            self.restore(saved);
            r?;
            self.status = self.sub_status.unwrap_or(0);
            self.last_arg.clear();
            self.pipestatus_one();
            return Ok(());
        }
        let prepared = Prepared { args, assigns: !s.assigns.is_empty() };
        self.run_prepared(prepared, command).await
    }

    /// Runs a command whose words are expanded.
    pub(super) async fn run_prepared(
        &mut self,
        prepared: Prepared,
        command: &Rc<Command>,
    ) -> Res<()> {
        let Prepared { args, assigns } = prepared;
        let name = args.words[0].clone();
        let function = self.functions.get(name.as_str()).cloned();
        let builtin = builtins::find(self, &name);
        // POSIX mode and the other shells look for special builtins before functions.
        let special = builtin.filter(|b| b.special && (!self.bash() || self.on(Opt::Posix)));
        let function = if special.is_some() { None } else { function };
        if name == "exec" && function.is_none() {
            return self.run_exec(&args, assigns, command).await;
        }
        let redirected = match self.redirect_all(&command.redirects).await {
            // A program's redirections are made in its process, which alone ends of an error.
            Err(Stop::Discard(_)) if builtin.is_none() && function.is_none() => None,
            other => other?,
        };
        let saved = match redirected {
            Some(saved) => saved,
            None => {
                self.status = self.redirect_status();
                self.pipestatus_one();
                return if special.is_some() && !self.interactive {
                    Err(self.redirect_failed())
                } else {
                    Ok(())
                };
            }
        };
        self.trace_past(&saved);
        let temporary = if assigns { self.temporaries(command).await } else { Ok(Vec::new()) };
        let temporary = match temporary {
            Ok(t) => t,
            Err(stop) => {
                self.flush().await;
                self.trace_to = None;
                self.restore(saved);
                return Err(stop);
            }
        };
        if self.on(Opt::XTrace) {
            self.trace_words(&args);
            self.flush().await;
            self.trace_to = None;
        }
        let r = if let Some(f) = function {
            self.run_function(&f, args, temporary).await
        } else if let Some(b) = builtin {
            let keep = special.is_some();
            let r = match b.run {
                Run::Plain(run) => self.late(|sh| sh.run_plain(b, run, &args)).await,
                Run::Waits(run) => {
                    let outer = self.command_name.replace(b.name.into());
                    let r = run(self, &args).await;
                    self.command_name = outer;
                    // What `eval` and its kind have run is no longer the current command.
                    if self.in_trap == 0 {
                        self.current = Current::Command(command.clone());
                    }
                    self.builtin_done(b, &args, r)
                }
            };
            if !self.flush().await && self.status == 0 {
                self.status = 1;
            }
            if !keep {
                self.drop_temporaries(temporary);
            }
            r
        } else {
            let r = self.run_program(&args, command).await;
            self.drop_temporaries(temporary);
            r
        };
        if !self.out.is_empty() {
            self.flush().await;
        }
        self.restore(saved);
        r
    }

    /// The status of a command whose redirection has failed.
    pub(super) fn redirect_status(&self) -> i32 {
        if self.dialect == crate::shell::Dialect::Dash { 2 } else { 1 }
    }

    /// A redirection of a special builtin has failed: that ends a POSIX shell.
    pub(super) fn redirect_failed(&self) -> Stop {
        match self.dialect {
            crate::shell::Dialect::Dash => self.fatal_error(),
            _ => Stop::Exit(1),
        }
    }

    /// Braces in an argument of `declare` and the like make several of it; false where none are.
    fn declare_braces(&mut self, a: &Assign, args: &mut Args) -> Res<bool> {
        let AssignValue::Scalar(w) = &a.value else { return Ok(false) };
        if !w.brace || !self.braces() || a.subscript.is_some() {
            return Ok(false);
        }
        let Some(words) = self.brace_words(w)? else { return Ok(false) };
        for pieces in words {
            let mut f = self.fields(Mode::Text, false);
            f.assignment = true;
            self.pieces_into(&pieces, &mut f)?;
            let value = Assigned::Text(self.whole(f)?);
            self.put_declare_arg(a, None, value, args);
        }
        Ok(true)
    }

    /// An argument of `declare` and the like that is an assignment.
    fn declare_arg(&mut self, a: &Assign, args: &mut Args) -> Res<()> {
        if self.declare_braces(a, args)? {
            return Ok(());
        }
        let target = self.assign_target(a)?;
        let value = self.assign_value(a, declares_keys(args))?;
        self.put_declare_arg(a, target, value, args);
        Ok(())
    }

    async fn declare_arg_wait(&mut self, a: &Assign, args: &mut Args) -> Res<()> {
        if !a.waits() {
            return self.declare_arg(a, args);
        }
        let target = match &a.subscript {
            Some(w) if w.waits => Some(self.text_wait(w, Mode::Text, false).await?),
            _ => self.assign_target(a)?,
        };
        let value = self.assign_value_wait(a, declares_keys(args)).await?;
        self.put_declare_arg(a, target, value, args);
        Ok(())
    }
}

impl Shell {
    /// Runs words as a command, functions left out (`command`).
    pub(crate) async fn run_words(&mut self, args: &Args) -> Res<()> {
        let nothing = self.nothing();
        self.run_program(args, &nothing).await
    }

    /// Runs `exec` with words alone.
    pub(crate) async fn run_exec_words(&mut self, args: &Args) -> Res<()> {
        let nothing = Rc::new(self.nothing());
        self.run_exec(args, false, &nothing).await
    }

    /// A command without words.
    fn nothing(&self) -> Command {
        Command {
            line: self.line,
            kind: Kind::Simple(Simple { assigns: Vec::new(), args: Vec::new(), sync: true }),
            redirects: Vec::new(),
        }
    }
}
