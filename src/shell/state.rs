//! The interpreter's state. Everything a subshell inherits is in here and is cheap to copy; what is
//! done with it is in `exec`, `expand` and `builtins`.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::kernel::{Fd, Pid, Proc};
use crate::shell::Dialect;
use crate::shell::history::History;
use crate::shell::jobs::Jobs;
use crate::shell::options::{Opt, Options, Shopt};
use crate::shell::syntax::ParseOptions;
use crate::shell::syntax::ast::{Command, Function};
use crate::shell::traps::Traps;
use crate::shell::vars::{NameMap, Vars};

/// Why running stops before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    Break(u32),
    Continue(u32),
    Return(i32),
    Exit(i32),
    /// An error that gives up the command line being run, but not the shell.
    Discard(i32),
    /// A substitution has to run before this can be worked out (`expand::late`).
    Late,
}

/// A result, or why running stops.
pub(crate) type Res<T> = Result<T, Stop>;

/// A future of this thread that may borrow.
pub(crate) type Boxed<'a, T> = std::pin::Pin<Box<dyn Future<Output = T> + 'a>>;

/// An active function call or sourced file.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    /// The function's name, or `source`, or `main`.
    pub name: Rc<str>,
    /// The file that its commands are from.
    pub source: Rc<str>,
    /// The line that called it.
    pub line: u32,
    pub function: bool,
}

/// A defined function.
#[derive(Debug, Clone)]
pub(crate) struct FunctionEntry {
    pub function: Rc<Function>,
    pub source: Rc<str>,
    pub line: u32,
    pub exported: bool,
    pub readonly: bool,
    pub trace: bool,
}

/// Where `getopts` is within an argument.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Getopts {
    pub index: usize,
    pub offset: usize,
}

/// What BASH_COMMAND shows.
#[derive(Debug, Clone, Default)]
pub(crate) enum Current {
    #[default]
    None,
    Command(Rc<Command>),
    Text(Rc<str>),
}

/// A shell.
#[derive(Clone)]
pub(crate) struct Shell {
    pub p: Proc,
    pub dialect: Dialect,
    pub opts: Options,
    pub vars: Vars,
    pub functions: Rc<NameMap<FunctionEntry>>,
    pub aliases: Rc<BTreeMap<String, String>>,
    /// `$0`.
    pub arg0: Rc<str>,
    /// `$1` and on.
    pub args: Rc<Vec<String>>,
    pub status: i32,
    pub pipestatus: Vec<i32>,
    /// `$_`.
    pub last_arg: String,
    /// `$!`.
    pub last_background: Option<Pid>,
    /// `$$`: the shell's own number, in subshells too.
    pub pid: Pid,
    pub line: u32,
    pub calls: Vec<Call>,
    pub interactive: bool,
    pub login: bool,
    /// Started with `-c`.
    pub command_string: Option<Rc<str>>,
    pub reads_stdin: bool,
    /// How many subshells deep this is.
    pub subshell: u32,
    /// Loops around the command being run, in this function.
    pub loops: u32,
    /// More than 0 while a failing command does not end the shell (`if`, `&&`..).
    pub unchecked: u32,
    /// Compound commands, calls and evals around the command being run.
    pub depth: u32,
    pub traps: Traps,
    pub jobs: Jobs,
    pub history: History,
    /// What keys are bound to in the line editor.
    pub bindings: Rc<crate::shell::readline::bindings::Bindings>,
    /// A line that the next prompt begins with (`histverify`, `histreedit`).
    pub verify: Option<String>,
    /// Commands found in PATH, with how often.
    pub hashed: Rc<BTreeMap<String, (String, u32)>>,
    pub dirs: Vec<String>,
    pub getopts: Getopts,
    /// What builtins have written and is still to go out.
    pub out: Vec<(Fd, Vec<u8>)>,
    /// The builtin that is running, for messages.
    pub command_name: Option<Rc<str>>,
    /// What ash calls the text that it runs: `eval`, or a file that is read in.
    pub within: Option<Rc<str>>,
    /// The builtin that ran last, whose output may still have to be written.
    pub wrote: &'static str,
    pub random: u32,
    pub random_seeded: bool,
    pub started: i64,
    pub seconds_base: i64,
    /// The command being run, for BASH_COMMAND.
    pub current: Current,
    /// Builtins turned off by `enable -n`.
    pub disabled: Rc<std::collections::BTreeSet<String>>,
    pub completions: Rc<BTreeMap<String, Vec<String>>>,
    /// Fuel used since the kernel was last told.
    pub fuel: u32,
    /// Processes of `<(..)`, and their descriptors, of the command being run.
    pub process_subs: Vec<Fd>,
    /// Status of the last `$(..)` in the command being expanded.
    pub sub_status: Option<i32>,
    /// The coprocess: its descriptors' array and number.
    pub coproc: Option<(Rc<str>, Pid)>,
    /// Set while a trap's command runs.
    pub in_trap: u32,
    /// The EXIT trap has run.
    pub exiting: bool,
    /// Copies of descriptors that redirections have replaced.
    pub saved_fds: Vec<Fd>,
    /// How deep `set -x` shows commands to be.
    pub traced: u32,
    /// Where `set -x` writes while standard error is redirected for a command.
    pub trace_to: Option<Fd>,
    /// The command being run is the last one of its process, and may take its place.
    pub last_command: bool,
    /// The descriptor of the controlling terminal.
    pub terminal: Fd,
    /// How many commands were typed.
    pub commands: usize,
    /// The last command warned of stopped jobs or listed the jobs: the shell may end.
    pub warned: bool,
    /// How many ends of input were ignored in a row.
    pub eofs: u32,
    /// What a trap that ran during `wait` has stopped.
    pub pending_stop: Option<Stop>,
    /// When the shell started.
    pub begun: i64,
    /// Set while the ERR and DEBUG traps run.
    pub in_err: u32,
    pub in_debug: u32,
    /// More than 0 within `command`, where an error of a special builtin does not end the shell.
    pub guarded: u32,
    /// Programs that complete their own arguments.
    pub programs: crate::shell::Programs,
    /// `!` stands before the test that `set -x` shows next.
    pub negated: bool,
    /// Bytes assigned since the kernel was last told of the variables.
    pub charged: usize,
    /// Of a text that is being read, the bytes that the kernel was told of last.
    pub reading: usize,
    pub segments: crate::shell::exec::Segments,
    pub late: crate::shell::expand::Late,
}

impl Shell {
    /// Whether this is bash.
    pub(crate) fn bash(&self) -> bool {
        self.dialect == Dialect::Bash
    }

    /// Whether an option of `set` is on.
    pub(crate) fn on(&self, o: Opt) -> bool {
        self.opts.on(o)
    }

    /// Whether an option of `shopt` is on.
    pub(crate) fn shopt(&self, o: Shopt) -> bool {
        self.opts.shopt(o)
    }

    /// How text is to be read now.
    pub(crate) fn parse_options(&self) -> ParseOptions {
        let aliases = if self.dialect != Dialect::Bash
            || self.shopt(Shopt::ExpandAliases)
            || self.on(Opt::Posix)
        {
            self.aliases.clone()
        } else {
            Rc::default()
        };
        ParseOptions {
            dialect: self.dialect,
            extglob: self.bash() && self.shopt(Shopt::ExtGlob),
            aliases,
            more: false,
        }
    }

    /// The file that the running commands are from.
    pub(crate) fn source(&self) -> Option<&Rc<str>> {
        self.calls.last().map(|c| &c.source)
    }

    /// Appends to what goes out on a descriptor.
    pub(crate) fn put(&mut self, fd: Fd, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        match self.out.last_mut() {
            Some((f, b)) if *f == fd => b.extend_from_slice(bytes),
            _ => self.out.push((fd, bytes.to_vec())),
        }
    }

    /// Appends text to standard output.
    pub(crate) fn say(&mut self, text: &str) {
        let bytes = crate::vfs::text::encode(text);
        self.put(1, &bytes);
    }

    /// Appends text to standard error.
    pub(crate) fn complain(&mut self, text: &str) {
        let bytes = crate::vfs::text::encode(text).into_owned();
        self.put(2, &bytes);
    }

    /// The start of a message: `bash: line 3: `, `sh: 1: `, `sh: `.
    pub(crate) fn prefix(&self) -> String {
        let name: &str = match self.source() {
            Some(s) if !s.is_empty() && self.bash() => s,
            _ => &self.arg0,
        };
        match self.dialect {
            Dialect::Bash if self.interactive && self.subshell == 0 => format!("{name}: "),
            Dialect::Bash => format!("{name}: line {}: ", self.line.max(1)),
            Dialect::Ash if self.interactive && self.subshell == 0 => format!("{name}: "),
            Dialect::Ash => match &self.within {
                Some(within) => format!("{name}: {within}: line {}: ", self.line0()),
                None => format!("{name}: line {}: ", self.line0()),
            },
            Dialect::Dash => format!("{name}: {}: ", self.line),
        }
    }

    /// A message of the shell itself.
    pub(crate) fn error(&mut self, message: &str) {
        let text = format!("{}{message}\n", self.prefix());
        self.complain(&text);
    }

    /// A message of a builtin.
    pub(crate) fn builtin_error(&mut self, name: &str, message: &str) {
        let text = match self.dialect {
            Dialect::Ash if self.interactive => format!("{}: {name}: {message}\n", self.arg0),
            Dialect::Ash => format!("{}: {name}: line {}: {message}\n", self.arg0, self.line0()),
            _ => format!("{}{name}: {message}\n", self.prefix()),
        };
        self.complain(&text);
    }

    /// The status of a builtin that was used wrongly.
    pub(crate) fn builtin_failed(&self) -> i32 {
        if self.dialect == Dialect::Ash { 2 } else { 1 }
    }

    /// The line as ash counts it: from 0 in `-c`.
    pub(crate) fn line0(&self) -> u32 {
        let in_file = self.within.as_deref().is_some_and(|w| w != "eval");
        let from_0 = self.command_string.is_some() && !in_file;
        if from_0 { self.line.saturating_sub(1) } else { self.line }
    }

    /// A syntax or usage error of ash and dash ends a shell that is not interactive; bash goes on.
    pub(crate) fn fatal_error(&self) -> Stop {
        match self.dialect {
            // POSIX 2.8.1: errors of expansion and assignment end a shell that is not interactive.
            Dialect::Bash if self.on(Opt::Posix) && !self.interactive => Stop::Exit(1),
            Dialect::Bash => Stop::Discard(1),
            _ if self.interactive || self.guarded > 0 => Stop::Discard(2),
            _ => Stop::Exit(2),
        }
    }

    /// Parameter `$n`.
    pub(crate) fn position(&self, n: usize) -> Option<&str> {
        if n == 0 { Some(&self.arg0) } else { self.args.get(n - 1).map(String::as_str) }
    }

    /// The value of a variable for the shell's own use, references followed.
    pub(crate) fn var(&self, name: &str) -> Option<String> {
        self.lookup(name).map(|c| c.into_owned())
    }
}
