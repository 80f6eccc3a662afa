//! `set`

use std::rc::Rc;

use super::declare::{set_line, sorted_functions};
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::options::{Opt, settable};
use crate::shell::quote;
use crate::shell::readline::bindings::Keymap;
use crate::shell::state::{Res, Shell};
use crate::shell::syntax::print;
use crate::shell::vars::Value;

impl Shell {
    /// Turns an option on or off by name; false when there is none.
    pub(crate) fn set_option(&mut self, name: &str, on: bool) -> bool {
        let mut known = settable(self.dialect);
        let Some((_, _, o)) = known.find(|(n, ..)| *n == name) else { return false };
        self.put_option(*o, on);
        true
    }

    fn put_option(&mut self, o: Opt, on: bool) {
        self.opts.put(o, on);
        match o {
            Opt::Emacs | Opt::Vi if on => {
                self.opts.put(if o == Opt::Vi { Opt::Emacs } else { Opt::Vi }, false);
                let mode = if o == Opt::Vi { "vi" } else { "emacs" };
                let line = format!("set editing-mode {mode}");
                // A setting can not be wrong.
                let _ = Rc::make_mut(&mut self.bindings).line(&line, Keymap::Emacs);
            }
            Opt::IgnoreEof if self.bash() && on => {
                self.vars.put("IGNOREEOF", Some(crate::shell::vars::Var::scalar("10")));
            }
            Opt::IgnoreEof if self.bash() => {
                self.vars.unset("IGNOREEOF");
            }
            Opt::Monitor
                if on && self.dialect == Dialect::Ash && !(0..3).any(|fd| self.p.isatty(fd)) =>
            {
                self.opts.put(o, false);
                self.builtin_error("set", "can't access tty; job control turned off");
            }
            Opt::Monitor if on && !self.interactive => {
                // The terminal that job control is about.
                self.terminal = 2;
            }
            _ => {}
        }
    }

    /// The lines of `set -o` or, to be read back, `set +o`.
    pub(crate) fn option_lines(&self, as_commands: bool) -> String {
        let mut out = String::new();
        for (name, _, o) in settable(self.dialect) {
            let on = self.on(*o);
            if as_commands {
                out.push_str(&format!("set {}o {name}\n", if on { '-' } else { '+' }));
            } else if self.bash() {
                out.push_str(&format!("{name:<15}\t{}\n", if on { "on" } else { "off" }));
            } else {
                out.push_str(&format!("{name:<16}{}\n", if on { "on" } else { "off" }));
            }
        }
        out
    }
}

pub(super) fn set(sh: &mut Shell, args: &Args) -> Res<i32> {
    let words = args.rest();
    if words.is_empty() {
        show(sh);
        return Ok(0);
    }
    let mut at = 0;
    while let Some(w) = words.get(at) {
        let on = match w.chars().next() {
            Some('-') => true,
            Some('+') => false,
            _ => break,
        };
        at += 1;
        if w == "--" {
            sh.args = Rc::new(words[at..].to_vec());
            return Ok(0);
        }
        if w == "-" {
            sh.opts.put(Opt::XTrace, false);
            sh.opts.put(Opt::Verbose, false);
            if at < words.len() {
                sh.args = Rc::new(words[at..].to_vec());
            }
            return Ok(0);
        }
        if w == "+" {
            continue;
        }
        for c in w.chars().skip(1) {
            if c == 'o' {
                match words.get(at) {
                    Some(name) => {
                        at += 1;
                        if !sh.set_option(name, on) {
                            let sign = if on { '-' } else { '+' };
                            let m = match sh.dialect {
                                Dialect::Bash => format!("{name}: invalid option name"),
                                Dialect::Ash => format!("illegal option {sign}o {name}"),
                                Dialect::Dash => format!("Illegal option {sign}o {name}"),
                            };
                            sh.builtin_error("set", &m);
                            return match sh.dialect {
                                Dialect::Bash => Ok(2),
                                Dialect::Ash => Ok(1),
                                Dialect::Dash => Err(sh.fatal_error()),
                            };
                        }
                    }
                    None => {
                        let text = sh.option_lines(!on);
                        sh.say(&text);
                    }
                }
                continue;
            }
            match settable(sh.dialect).find(|(_, l, _)| *l == Some(c)) {
                Some((_, _, o)) => sh.put_option(*o, on),
                None => {
                    let sign = if on { '-' } else { '+' };
                    if sh.bash() {
                        sh.builtin_error("set", &format!("{sign}{c}: invalid option"));
                        return Ok(sh.usage("set"));
                    }
                    let how = if sh.dialect == Dialect::Ash { "illegal" } else { "Illegal" };
                    sh.builtin_error("set", &format!("{how} option {sign}{c}"));
                    return Err(sh.fatal_error());
                }
            }
        }
    }
    if at < words.len() {
        sh.args = Rc::new(words[at..].to_vec());
    }
    Ok(0)
}

fn show(sh: &mut Shell) {
    for name in sh.vars.names() {
        let Some(var) = sh.vars.get(&name).cloned() else { continue };
        let var = match var.dynamic {
            Some(d) if var.value == Value::Unset => match sh.dynamic_text(d) {
                Some(t) => crate::shell::vars::Var { value: Value::Scalar(t), ..var },
                None => continue,
            },
            _ => var,
        };
        let line = if sh.bash() {
            set_line(&name, &var)
        } else {
            var.text().map(|t| format!("{name}={}\n", quote::plain_single(t)))
        };
        if let Some(line) = line {
            sh.say(&line);
        }
    }
    if sh.bash() && !sh.on(Opt::Posix) {
        for (_, f) in sorted_functions(sh) {
            sh.say(&format!("{}\n", print::function(&f)));
        }
    }
}
