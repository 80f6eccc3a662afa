//! What a user has bound to keys, by `bind` or in an inputrc, and readline's settings. The functions themselves
//! are `functions`'.

use std::collections::BTreeMap;

use crate::vfs::text;

use super::functions::{FUNCTIONS, VARIABLES, function};
use super::keys::Key;

/// What a key sequence does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// A function of readline's.
    Function(&'static str),
    /// Other keys.
    Keys(Vec<u8>),
    /// A command of the shell (`bind -x`).
    Shell(String),
    /// Nothing (`bind -r`).
    Nothing,
}

/// Bindings and settings.
#[derive(Clone, Debug, Default)]
pub struct Bindings {
    emacs: BTreeMap<Vec<u8>, Bound>,
    vi: BTreeMap<Vec<u8>, Bound>,
    vi_command: BTreeMap<Vec<u8>, Bound>,
    settings: BTreeMap<&'static str, String>,
}

/// Which keys a binding is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keymap {
    /// Emacs mode.
    Emacs,
    /// vi mode, inserting.
    ViInsert,
    /// vi mode, commands.
    ViCommand,
}

impl Keymap {
    /// A keymap by the names that `bind -m` takes.
    pub fn named(name: &str) -> Option<Keymap> {
        Some(match name {
            "emacs" | "emacs-standard" | "emacs-meta" | "emacs-ctlx" => Keymap::Emacs,
            "vi-insert" => Keymap::ViInsert,
            "vi" | "vi-command" | "vi-move" => Keymap::ViCommand,
            _ => return None,
        })
    }
}

/// What is wrong with a line of an inputrc.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A key sequence without the end of its quotes, or without a colon.
    NoTerminator(String),
    /// No function has this name.
    NoFunction(String),
    /// The simulation lacks this function.
    Missing(String),
}

impl Bindings {
    pub(super) fn map(&self, keymap: Keymap) -> &BTreeMap<Vec<u8>, Bound> {
        match keymap {
            Keymap::Emacs => &self.emacs,
            Keymap::ViInsert => &self.vi,
            Keymap::ViCommand => &self.vi_command,
        }
    }

    fn map_mut(&mut self, keymap: Keymap) -> &mut BTreeMap<Vec<u8>, Bound> {
        match keymap {
            Keymap::Emacs => &mut self.emacs,
            Keymap::ViInsert => &mut self.vi,
            Keymap::ViCommand => &mut self.vi_command,
        }
    }

    /// A setting's value.
    pub fn setting(&self, name: &str) -> &str {
        let given = self.settings.get(name).map(String::as_str);
        given.or_else(|| VARIABLES.iter().find(|(n, _)| *n == name).map(|(_, v)| *v)).unwrap_or("")
    }

    /// Whether a setting is on.
    pub fn is_on(&self, name: &str) -> bool {
        self.setting(name) == "on"
    }

    fn set(&mut self, name: &str, value: &str) {
        let Some((known, start)) = VARIABLES.iter().find(|(n, _)| n.eq_ignore_ascii_case(name))
        else {
            return;
        };
        let value = match *start {
            "on" | "off" if matches!(value, "" | "1") || value.eq_ignore_ascii_case("on") => "on",
            "on" | "off" => "off",
            _ => value,
        };
        self.settings.insert(known, value.to_string());
    }

    /// Does what a line of an inputrc says, but for `$if` and its like.
    pub fn line(&mut self, line: &str, keymap: Keymap) -> Result<(), Wrong> {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        if let Some(rest) = line.strip_prefix("set ") {
            let rest = rest.trim();
            let (name, value) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            self.set(name, value.split_whitespace().next().unwrap_or_default());
            return Ok(());
        }
        let none = || Wrong::NoTerminator(line.to_string());
        let (keys, rest) = match line.strip_prefix('"') {
            Some(quoted) => {
                let end = closing(quoted).ok_or_else(none)?;
                (sequence(&quoted[..end]), &quoted[end + 1..])
            }
            None => {
                let end = line.find(':').ok_or_else(none)?;
                (named_key(&line[..end]), &line[end..])
            }
        };
        let what = rest.trim_start().strip_prefix(':').ok_or_else(none)?.trim();
        let bound = match what.chars().next() {
            Some(q @ ('"' | '\'')) => {
                let end = what[1..].rfind(q).unwrap_or(what.len() - 1);
                Bound::Keys(sequence(&what[1..1 + end]))
            }
            _ => {
                let name = what.split_whitespace().next().unwrap_or_default();
                let f = function(name).ok_or_else(|| Wrong::NoFunction(name.to_string()))?;
                if f.does.is_none() && f.name != "self-insert" {
                    return Err(Wrong::Missing(name.to_string()));
                }
                Bound::Function(f.name)
            }
        };
        self.map_mut(keymap).insert(keys, bound);
        Ok(())
    }

    /// `bind -x`: a key sequence that runs a command.
    pub fn command(&mut self, line: &str, keymap: Keymap) -> Result<(), Wrong> {
        let none = || Wrong::NoTerminator(line.to_string());
        let quoted = line.trim().strip_prefix('"').ok_or_else(none)?;
        let end = closing(quoted).ok_or_else(none)?;
        let what = quoted[end + 1..].trim_start().strip_prefix(':').ok_or_else(none)?.trim();
        let what = what.strip_prefix('"').and_then(|w| w.strip_suffix('"')).unwrap_or(what);
        self.map_mut(keymap).insert(sequence(&quoted[..end]), Bound::Shell(what.to_string()));
        Ok(())
    }

    /// `bind -r`: a key sequence that does nothing any more.
    pub fn remove(&mut self, keys: &str, keymap: Keymap) {
        self.map_mut(keymap).insert(sequence(keys), Bound::Nothing);
    }

    /// `bind -u`: no key does this any more. False where there is no such function.
    pub fn unbind(&mut self, name: &str, keymap: Keymap) -> bool {
        let Some(f) = function(name) else { return false };
        for keys in self.keys_of(f.name, keymap) {
            self.map_mut(keymap).insert(keys, Bound::Nothing);
        }
        true
    }

    /// The key sequences of a function.
    fn keys_of(&self, name: &'static str, keymap: Keymap) -> Vec<Vec<u8>> {
        let map = self.map(keymap);
        let start = match keymap {
            Keymap::ViCommand => &[],
            _ => function(name).map_or(&[][..], |f| f.keys),
        };
        let mut keys: Vec<Vec<u8>> =
            start.iter().map(|k| sequence(k)).filter(|k| !map.contains_key(k)).collect();
        let own = map.iter().filter(|(_, b)| **b == Bound::Function(name));
        keys.extend(own.map(|(k, _)| k.clone()));
        keys
    }

    /// The key sequences of a function as `bind -q` shows them; none where it does not exist.
    pub fn shown(&self, name: &str, keymap: Keymap) -> Option<Vec<String>> {
        let f = function(name)?;
        if f.name == "self-insert" {
            return Some((32u8..127).map(|b| written(&[b])).collect());
        }
        Some(self.keys_of(f.name, keymap).iter().map(|k| written(k)).collect())
    }

    /// The names of all functions.
    pub fn functions() -> impl Iterator<Item = &'static str> {
        FUNCTIONS.iter().map(|f| f.name)
    }

    /// The settings in their order, with their values.
    pub fn settings(&self) -> impl Iterator<Item = (&'static str, &str)> {
        VARIABLES.iter().map(|(name, _)| (*name, self.setting(name)))
    }

    /// Key sequences that stand for others, or with `commands` for commands of the shell.
    pub fn macros(&self, keymap: Keymap, commands: bool) -> Vec<(String, String)> {
        let shown = |(k, b): (&Vec<u8>, &Bound)| match b {
            Bound::Keys(keys) if !commands => Some((written(k), written(keys))),
            Bound::Shell(line) if commands => Some((written(k), line.clone())),
            _ => None,
        };
        self.map(keymap).iter().filter_map(shown).collect()
    }
}

/// What a function does, as a key.
pub(super) fn key_of(name: &str) -> Option<Key> {
    function(name).and_then(|f| f.does.clone())
}

/// Where a quoted text ends.
fn closing(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (i, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(i),
            _ => {}
        }
    }
    None
}

/// The bytes that a key sequence stands for: `\C-x`, `\M-x`, `\e` and the escapes of C.
pub(super) fn sequence(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut chars = text.chars().peekable();
    let (mut control, mut meta) = (false, false);
    while let Some(c) = chars.next() {
        let c = match c {
            '\\' => match chars.next() {
                Some('C') if chars.next_if_eq(&'-').is_some() => {
                    control = true;
                    continue;
                }
                Some('M') if chars.next_if_eq(&'-').is_some() => {
                    meta = true;
                    continue;
                }
                Some('e') => '\x1b',
                Some('a') => '\x07',
                Some('b') => '\x08',
                Some('d') => '\x7f',
                Some('f') => '\x0c',
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some('v') => '\x0b',
                Some('x') => {
                    let mut n = 0;
                    for _ in 0..2 {
                        match chars.next_if(char::is_ascii_hexdigit).and_then(|d| d.to_digit(16)) {
                            Some(d) => n = n * 16 + d,
                            None => break,
                        }
                    }
                    char::from_u32(n).unwrap_or('x')
                }
                Some(d @ '0'..='7') => {
                    let mut n = d.to_digit(8).unwrap_or(0);
                    for _ in 0..2 {
                        match chars.next_if(|c| c.is_digit(8)).and_then(|d| d.to_digit(8)) {
                            Some(d) => n = n * 8 + d,
                            None => break,
                        }
                    }
                    char::from_u32(n & 255).unwrap_or('0')
                }
                Some(other) => other,
                None => '\\',
            },
            c => c,
        };
        if std::mem::take(&mut meta) {
            out.push(27);
        }
        if std::mem::take(&mut control) {
            out.push(if c == '?' { 127 } else { (c.to_ascii_uppercase() as u32 & 0x1f) as u8 });
        } else {
            out.extend_from_slice(&text::encode(c.encode_utf8(&mut [0; 4])));
        }
    }
    out
}

/// A key by its name: `Control-x`, `Meta-Rubout`.
fn named_key(name: &str) -> Vec<u8> {
    let mut name = name.trim();
    let (mut control, mut meta) = (false, false);
    loop {
        let lower = name.to_ascii_lowercase();
        let strip = |p: &str| lower.starts_with(p).then_some(p.len());
        if let Some(n) = strip("control-").or_else(|| strip("c-")).or_else(|| strip("ctrl-")) {
            control = true;
            name = &name[n..];
        } else if let Some(n) = strip("meta-").or_else(|| strip("m-")) {
            meta = true;
            name = &name[n..];
        } else {
            break;
        }
    }
    let byte = match name.to_ascii_lowercase().as_str() {
        "del" | "rubout" => 127,
        "esc" | "escape" => 27,
        "lfd" | "newline" => b'\n',
        "ret" | "return" => b'\r',
        "spc" | "space" => b' ',
        "tab" => b'\t',
        _ => name.bytes().next().unwrap_or(0),
    };
    let byte = if control { byte.to_ascii_uppercase() & 0x1f } else { byte };
    if meta { vec![27, byte] } else { vec![byte] }
}

/// A key sequence as `bind -p` writes it.
fn written(keys: &[u8]) -> String {
    let mut out = String::new();
    for &b in keys {
        match b {
            27 => out.push_str("\\e"),
            127 => out.push_str("\\C-?"),
            0..32 => out.push_str(&format!("\\C-{}", (b | 0x40).to_ascii_lowercase() as char)),
            b'"' | b'\\' => {
                out.push('\\');
                out.push(b as char);
            }
            128.. => out.push_str(&format!("\\{b:o}")),
            b => out.push(b as char),
        }
    }
    out
}
