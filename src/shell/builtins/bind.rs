//! `bind`: what keys do in the line editor, and its settings.

use std::rc::Rc;

use super::options;
use crate::shell::exec::Args;
use crate::shell::options::Opt;
use crate::shell::readline::bindings::{Bindings, Keymap, Wrong};
use crate::shell::state::{Res, Shell};
use crate::vfs::{Errno, text};

/// How many keys `bind -P` and `bind -q` show of a function.
const SHOWN: usize = 5;

pub(super) fn bind(sh: &mut Shell, args: &Args) -> Res<i32> {
    if !sh.interactive {
        sh.error("bind: warning: line editing not enabled");
    }
    let (found, at) = match options(args.rest(), "lvpVPsSXf:q:u:m:r:x:") {
        Ok(f) => f,
        Err((c, true)) => {
            sh.builtin_error("bind", &format!("-{c}: option requires an argument"));
            return Ok(sh.usage("bind"));
        }
        Err((c, _)) => return sh.bad_option("bind", c),
    };
    let mut keymap = if sh.on(Opt::Vi) { Keymap::ViInsert } else { Keymap::Emacs };
    if let Some((_, Some(name))) = found.iter().find(|(c, _)| *c == 'm') {
        match Keymap::named(name) {
            Some(named) => keymap = named,
            None => {
                sh.builtin_error("bind", &format!("`{name}': invalid keymap name"));
                return Ok(1);
            }
        }
    }
    let mut status = 0;
    for (option, argument) in found {
        let argument = argument.unwrap_or_default();
        status |= run(sh, option, &argument, keymap);
    }
    for line in &args.rest()[at..] {
        let done = Rc::make_mut(&mut sh.bindings).line(line, keymap);
        status |= report(sh, done);
        sh.follow_editing_mode();
    }
    Ok(status)
}

fn report(sh: &mut Shell, done: Result<(), Wrong>) -> i32 {
    match done {
        Ok(()) => return 0,
        Err(Wrong::NoTerminator(line)) => {
            sh.complain(&format!("readline: {line}: no key sequence terminator\n"));
        }
        Err(Wrong::NoFunction(name)) => {
            sh.complain(&format!("readline: {name}: unknown function name\n"));
        }
        Err(Wrong::Missing(name)) => {
            sh.builtin_error("bind", &format!("{name}: not available in this simulation"));
            return 1;
        }
    }
    0
}

fn run(sh: &mut Shell, option: char, argument: &str, keymap: Keymap) -> i32 {
    let bindings = sh.bindings.clone();
    let mut out = String::new();
    match option {
        'l' => Bindings::functions().for_each(|name| out.push_str(&format!("{name}\n"))),
        'v' => bindings
            .settings()
            .for_each(|(name, value)| out.push_str(&format!("set {name} {value}\n"))),
        'V' => bindings
            .settings()
            .for_each(|(name, value)| out.push_str(&format!("{name} is set to `{value}'\n"))),
        'P' => {
            out.push('\n');
            for name in Bindings::functions() {
                let keys = bindings.shown(name, keymap).unwrap_or_default();
                out.push_str(&match keys.is_empty() {
                    true => format!("{name} is not bound to any keys\n"),
                    false => format!("{name} can be found on {}.\n", listed(&keys)),
                });
            }
        }
        'p' => {
            out.push('\n');
            for name in Bindings::functions() {
                let keys = bindings.shown(name, keymap).unwrap_or_default();
                if keys.is_empty() {
                    out.push_str(&format!("# {name} (not bound)\n"));
                }
                for key in keys {
                    out.push_str(&format!("\"{key}\": {name}\n"));
                }
            }
        }
        's' | 'S' | 'X' => {
            for (key, what) in bindings.macros(keymap, option == 'X') {
                out.push_str(&match option {
                    'S' => format!("{key} outputs {what}\n"),
                    _ => format!("\"{key}\": \"{what}\"\n"),
                });
            }
        }
        'q' => match bindings.shown(argument, keymap) {
            None => {
                sh.builtin_error("bind", &format!("`{argument}': unknown function name"));
                return 1;
            }
            Some(keys) if keys.is_empty() => {
                sh.say(&format!("{argument} is not bound to any keys.\n"));
                return 1;
            }
            Some(keys) => {
                out = format!("{argument} can be invoked via {}.\n", listed(&keys));
            }
        },
        'u' if !Rc::make_mut(&mut sh.bindings).unbind(argument, keymap) => {
            sh.builtin_error("bind", &format!("`{argument}': unknown function name"));
            return 1;
        }
        'r' => Rc::make_mut(&mut sh.bindings).remove(argument, keymap),
        'x' => {
            let done = Rc::make_mut(&mut sh.bindings).command(argument, keymap);
            return report(sh, done);
        }
        'f' if !sh.read_inputrc(argument) => {
            let m = format!("{argument}: cannot read: {}", Errno::ENOENT);
            sh.builtin_error("bind", &m);
            return 1;
        }
        _ => {}
    }
    sh.say(&out);
    0
}

/// Key sequences in quotes, the first few of them.
fn listed(keys: &[String]) -> String {
    let quoted: Vec<String> = keys.iter().take(SHOWN).map(|k| format!("\"{k}\"")).collect();
    format!("{}{}", quoted.join(", "), if keys.len() > SHOWN { ", ..." } else { "" })
}

impl Shell {
    /// Reads key bindings and settings from a file; false where it can not be read.
    pub(crate) fn read_inputrc(&mut self, file: &str) -> bool {
        let Ok(bytes) = self.p.read_file(file) else { return false };
        let mut keymap = Keymap::Emacs;
        // Whether the lines count, one entry for each `$if` around them.
        let mut counts = vec![true];
        for line in text::decode_owned(bytes).lines() {
            let line = line.trim();
            if let Some(test) = line.strip_prefix("$if") {
                let test = test.trim();
                let mode = self.bindings.setting("editing-mode");
                let holds = match test.split_once('=') {
                    Some(("mode", m)) => m.trim() == mode,
                    Some(("term", t)) => self.var("TERM").is_some_and(|x| x.starts_with(t.trim())),
                    _ => test.eq_ignore_ascii_case("bash"),
                };
                let outer = counts.last().copied().unwrap_or(true);
                counts.push(outer && holds);
            } else if line.starts_with("$else") {
                let n = counts.len();
                if n > 1 {
                    counts[n - 1] = counts[n - 2] && !counts[n - 1];
                }
            } else if line.starts_with("$endif") {
                if counts.len() > 1 {
                    counts.pop();
                }
            } else if !counts.last().copied().unwrap_or(true) || line.starts_with('$') {
                continue;
            } else if let Some(name) = line.strip_prefix("set keymap ") {
                keymap = Keymap::named(name.trim()).unwrap_or(keymap);
            } else {
                // What a file has wrong does not keep the rest of it from counting.
                let _ = Rc::make_mut(&mut self.bindings).line(line, keymap);
            }
        }
        self.follow_editing_mode();
        true
    }

    /// `set -o vi` and `set editing-mode vi` mean the same.
    pub(crate) fn follow_editing_mode(&mut self) {
        let vi = self.bindings.setting("editing-mode") == "vi";
        self.opts.put(Opt::Vi, vi);
        self.opts.put(Opt::Emacs, !vi);
    }
}
