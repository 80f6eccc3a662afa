//! Variables whose value is worked out when they are asked for, and those that act when they are set.

use std::borrow::Cow;
use std::rc::Rc;

use super::{Array, Attrs, Declared, Value, Var};
use crate::shell::Dialect;
use crate::shell::options::{Opt, SET, SHOPT};
use crate::shell::state::{Current, Shell};
use crate::shell::syntax::print;

/// The names that are worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dynamic {
    Lineno,
    Random,
    SRandom,
    Seconds,
    EpochSeconds,
    EpochRealtime,
    BashPid,
    BashCommand,
    BashSubshell,
    BashArgv0,
    HistCmd,
    ShellOpts,
    BashOpts,
    Underscore,
    /// Arrays.
    FuncName,
    BashSource,
    BashLineno,
    PipeStatus,
    DirStack,
    Groups,
    BashAliases,
    BashCmds,
}

/// Names that bash works out; ash and dash know only the first.
const NAMES: &[(&str, Dynamic)] = &[
    ("LINENO", Dynamic::Lineno),
    ("RANDOM", Dynamic::Random),
    ("SRANDOM", Dynamic::SRandom),
    ("SECONDS", Dynamic::Seconds),
    ("EPOCHSECONDS", Dynamic::EpochSeconds),
    ("EPOCHREALTIME", Dynamic::EpochRealtime),
    ("BASHPID", Dynamic::BashPid),
    ("BASH_COMMAND", Dynamic::BashCommand),
    ("BASH_SUBSHELL", Dynamic::BashSubshell),
    ("BASH_ARGV0", Dynamic::BashArgv0),
    ("HISTCMD", Dynamic::HistCmd),
    ("SHELLOPTS", Dynamic::ShellOpts),
    ("BASHOPTS", Dynamic::BashOpts),
    ("_", Dynamic::Underscore),
    ("FUNCNAME", Dynamic::FuncName),
    ("BASH_SOURCE", Dynamic::BashSource),
    ("BASH_LINENO", Dynamic::BashLineno),
    ("PIPESTATUS", Dynamic::PipeStatus),
    ("DIRSTACK", Dynamic::DirStack),
    ("GROUPS", Dynamic::Groups),
    ("BASH_ALIASES", Dynamic::BashAliases),
    ("BASH_CMDS", Dynamic::BashCmds),
];

impl Shell {
    /// Puts the special variables in place.
    pub(crate) fn define_dynamic(&mut self) {
        for (name, d) in NAMES {
            let known = self.bash()
                || matches!(d, Dynamic::Lineno | Dynamic::Underscore)
                || (*d == Dynamic::Random && self.dialect == Dialect::Ash);
            if known {
                let var = self.vars.entry(name);
                var.dynamic = Some(*d);
                var.value = Value::Unset;
                if matches!(d, Dynamic::BashAliases | Dynamic::BashCmds) {
                    var.declared = Declared::Assoc;
                }
                if matches!(d, Dynamic::ShellOpts | Dynamic::BashOpts) {
                    var.attrs.add(Attrs::READONLY);
                }
                if matches!(
                    d,
                    Dynamic::Random | Dynamic::SRandom | Dynamic::Seconds | Dynamic::HistCmd
                ) {
                    var.attrs.add(Attrs::INTEGER);
                }
            }
        }
    }

    /// The text of a special variable.
    pub(crate) fn dynamic_text(&self, d: Dynamic) -> Option<String> {
        let now = self.p.now();
        Some(match d {
            Dynamic::Lineno if self.dialect == Dialect::Ash => self.line0().to_string(),
            Dynamic::Lineno => self.line.to_string(),
            // Asking changes it; `next_random` has done that before this is called.
            Dynamic::Random => ((self.random >> 16) ^ (self.random & 0xffff) & 0x7fff).to_string(),
            Dynamic::SRandom => {
                let mut b = [0; 4];
                self.p.random(&mut b);
                u32::from_le_bytes(b).to_string()
            }
            Dynamic::Seconds => {
                let since = now.saturating_sub(self.started) / 1_000_000_000;
                since.saturating_add(self.seconds_base).to_string()
            }
            Dynamic::EpochSeconds => (now / 1_000_000_000).to_string(),
            Dynamic::EpochRealtime => {
                format!("{}.{:06}", now / 1_000_000_000, now % 1_000_000_000 / 1000)
            }
            Dynamic::BashPid => self.p.pid().to_string(),
            Dynamic::BashCommand => match &self.current {
                Current::None => String::new(),
                Current::Command(c) => print::command(c),
                Current::Text(t) => t.to_string(),
            },
            Dynamic::BashSubshell => self.subshell.to_string(),
            Dynamic::BashArgv0 => self.arg0.to_string(),
            Dynamic::HistCmd => self.history.next_number().to_string(),
            Dynamic::ShellOpts => {
                let on: Vec<&str> =
                    SET.iter().filter(|(.., o)| self.on(*o)).map(|(n, ..)| *n).collect();
                on.join(":")
            }
            Dynamic::BashOpts => {
                let on = SHOPT.iter().enumerate().filter(|(i, _)| self.opts.shopt_at(*i));
                on.map(|(_, (n, ..))| *n).collect::<Vec<_>>().join(":")
            }
            Dynamic::Underscore => self.last_arg.clone(),
            _ => return self.dynamic_array(d).get(0).map(str::to_string),
        })
    }

    /// The elements of a special array.
    pub(crate) fn dynamic_array(&self, d: Dynamic) -> Array {
        let functions = self.calls.iter().any(|c| c.function);
        let calls = self.calls.iter().rev();
        let script = !self.interactive && self.command_string.is_none() && !self.reads_stdin;
        match d {
            Dynamic::FuncName if !functions => Array::default(),
            Dynamic::FuncName => {
                let main = script.then(|| "main".to_string());
                Array::from_values(
                    calls.filter(|c| &*c.name != "main").map(|c| c.name.to_string()).chain(main),
                )
            }
            Dynamic::BashSource => Array::from_values(calls.map(|c| c.source.to_string())),
            Dynamic::BashLineno => Array::from_values(calls.map(|c| c.line.to_string())),
            Dynamic::PipeStatus => {
                Array::from_values(self.pipestatus.iter().map(ToString::to_string))
            }
            Dynamic::DirStack => {
                let cwd = self.var("PWD").unwrap_or_default();
                let rest = self.dirs.iter().cloned();
                Array::from_values(std::iter::once(cwd).chain(rest))
            }
            Dynamic::Groups => {
                let cred = self.p.cred();
                let mut all = vec![cred.gid];
                all.extend(cred.groups.iter().copied().filter(|g| *g != cred.gid));
                Array::from_values(all.into_iter().map(|g| g.to_string()))
            }
            _ => Array::default(),
        }
    }

    /// Steps `$RANDOM` on: the minimal standard generator, as bash uses it.
    pub(crate) fn next_random(&mut self) {
        if !self.random_seeded {
            let mut b = [0; 4];
            self.p.random(&mut b);
            self.random = u32::from_le_bytes(b);
            self.random_seeded = true;
        }
        let seed = if self.random == 0 { 123_459_876 } else { self.random };
        let (h, l) = (i64::from(seed) / 127_773, i64::from(seed) % 127_773);
        let t = 16_807 * l - 2_836 * h;
        self.random = if t < 0 { t + 0x7fff_ffff } else { t } as u32;
    }

    /// What setting a special variable does; false when it is a variable like any other.
    pub(crate) fn set_dynamic(&mut self, d: Dynamic, value: &str) -> bool {
        match d {
            Dynamic::Random => {
                self.random = value.trim().parse::<i64>().unwrap_or(0) as u32;
                self.random_seeded = true;
            }
            Dynamic::Seconds => {
                self.seconds_base = value.trim().parse().unwrap_or(0);
                self.started = self.p.now();
            }
            Dynamic::BashArgv0 => self.arg0 = value.into(),
            Dynamic::Lineno => self.line = value.trim().parse().unwrap_or(self.line),
            Dynamic::Underscore
            | Dynamic::SRandom
            | Dynamic::EpochSeconds
            | Dynamic::EpochRealtime
            | Dynamic::BashPid
            | Dynamic::BashSubshell
            | Dynamic::HistCmd
            | Dynamic::ShellOpts
            | Dynamic::BashOpts
            | Dynamic::FuncName
            | Dynamic::BashSource
            | Dynamic::BashLineno
            | Dynamic::PipeStatus
            | Dynamic::Groups => {}
            Dynamic::BashCommand | Dynamic::DirStack | Dynamic::BashAliases | Dynamic::BashCmds => {
                return false;
            }
        }
        true
    }

    /// A variable by its own name or through references, with its text.
    pub(crate) fn lookup(&self, name: &str) -> Option<Cow<'_, str>> {
        let var = self.vars.get(name)?;
        if let Some(d) = var.dynamic {
            return self.dynamic_text(d).map(Cow::Owned);
        }
        if var.attrs.has(Attrs::NAMEREF) {
            return self.place_text(&self.resolve(name).ok()?);
        }
        var.text().map(Cow::Borrowed)
    }

    /// The array that a name holds, special ones too.
    pub(crate) fn array_of(&self, name: &str) -> Option<Rc<Array>> {
        let var = self.vars.get(name)?;
        if let Some(d) = var.dynamic {
            return Some(Rc::new(self.dynamic_array(d)));
        }
        match &var.value {
            Value::Array(a) => Some(a.clone()),
            _ => None,
        }
    }

    /// The levels that BASH_COMPAT may name: `4.2` or `42`, from 3.1 to this bash's own.
    fn check_compat(&mut self) {
        let Some(v) = self.var("BASH_COMPAT").filter(|v| !v.is_empty()) else { return };
        let digits: String = match v.as_bytes() {
            [a, b'.', b] => [*a as char, *b as char].iter().collect(),
            _ => v.clone(),
        };
        if !digits.parse::<u32>().is_ok_and(|n| (31..=52).contains(&n)) {
            self.error(&format!("BASH_COMPAT: {v}: compatibility value out of range"));
        }
    }

    /// What follows from a variable having been set or unset.
    pub(crate) fn variable_changed(&mut self, name: &str) {
        match name {
            "PATH" => self.hashed = Rc::default(),
            "OPTIND" => {
                let n = self.var("OPTIND").and_then(|v| v.parse().ok()).unwrap_or(1);
                self.getopts = crate::shell::state::Getopts { index: n, offset: 0 };
            }
            "BASH_COMPAT" if self.bash() => self.check_compat(),
            "POSIXLY_CORRECT" if self.bash() => {
                let on = self.vars.get(name).is_some();
                self.opts.put(Opt::Posix, on);
            }
            _ => {}
        }
    }
}

/// Whether a variable has a value that `set` shows.
pub(crate) fn shown(v: &Var) -> bool {
    // Those that are worked out when they are asked for have no value before.
    let asked = |d| {
        matches!(
            d,
            Dynamic::Lineno
                | Dynamic::Random
                | Dynamic::SRandom
                | Dynamic::Seconds
                | Dynamic::EpochSeconds
                | Dynamic::EpochRealtime
                | Dynamic::BashPid
                | Dynamic::BashCommand
                | Dynamic::BashSubshell
                | Dynamic::BashArgv0
                | Dynamic::HistCmd
        )
    };
    v.dynamic.map_or(v.value != Value::Unset, |d| !asked(d))
}
