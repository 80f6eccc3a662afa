//! Colours of names: GNU's defaults, changed by LS_COLORS.

use std::collections::BTreeMap;

use crate::coreutils::Cx;
use crate::coreutils::fs::glob;
use crate::vfs::{FileType, S_ISGID, S_ISUID, S_ISVTX, Stat};

/// Which file has which colour.
#[derive(Default)]
pub struct Palette {
    on: bool,
    kinds: BTreeMap<String, String>,
    /// Ends of names, the last that fits counts.
    suffixes: Vec<(String, String)>,
    /// Whether anything was coloured yet: before the first colour all is set to normal.
    used: bool,
}

const DEFAULTS: &[(&str, &str)] = &[
    ("di", "01;34"),
    ("ln", "01;36"),
    ("pi", "33"),
    ("so", "01;35"),
    ("bd", "01;33"),
    ("cd", "01;33"),
    ("ex", "01;32"),
    ("su", "37;41"),
    ("sg", "30;43"),
    ("tw", "30;42"),
    ("ow", "34;42"),
    ("st", "37;44"),
];

/// The kinds that LS_COLORS may name.
const KEYS: &[&str] = &[
    "lc", "rc", "ec", "rs", "no", "fi", "di", "ln", "pi", "so", "bd", "cd", "mi", "or", "ex", "do",
    "su", "sg", "st", "ow", "tw", "ca", "mh", "cl",
];

/// Terminals that dircolors(1) knows to have colours.
const TERMINALS: &[&str] = &[
    "Eterm",
    "ansi",
    "*color*",
    "con[0-9]*x[0-9]*",
    "cons25",
    "console",
    "cygwin",
    "*direct*",
    "dtterm",
    "gnome",
    "hurd",
    "jfbterm",
    "konsole",
    "kterm",
    "linux",
    "linux-c",
    "mlterm",
    "putty",
    "rxvt*",
    "screen*",
    "st",
    "terminator",
    "tmux*",
    "vt100",
    "vt220",
    "xterm*",
];

/// Whether the terminal is known to have colours, by the environment.
fn colorful(cx: &Cx) -> bool {
    if cx.p.env("COLORTERM").is_some_and(|c| !c.is_empty()) {
        return true;
    }
    // Where no terminal is named, colours that were asked for are given.
    let Some(term) = cx.p.env("TERM") else { return true };
    TERMINALS.iter().any(|known| glob::matches(known, &term, glob::Flags::default()))
}

impl Palette {
    /// The colours that the environment asks for; the error is what it should not hold.
    pub fn new(cx: &Cx, on: bool) -> Result<Palette, String> {
        let env = cx.p.env("LS_COLORS").unwrap_or_default();
        let on = on && (!env.is_empty() || cx.busybox() || colorful(cx));
        let pair = |p: &(&str, &str)| (p.0.to_string(), p.1.to_string());
        let mut palette = Palette {
            on,
            kinds: DEFAULTS.iter().map(pair).collect(),
            suffixes: Vec::new(),
            used: false,
        };
        for item in env.split(':').filter(|i| on && !i.is_empty()) {
            let Some((key, value)) = item.split_once('=') else { return Err(String::new()) };
            match key.strip_prefix('*') {
                Some(end) => palette.suffixes.push((end.to_string(), value.to_string())),
                None if key.len() != 2 => return Err(String::new()),
                None if !KEYS.contains(&key) => {
                    return Err(format!("unrecognized prefix: {}", cx.ql(key)));
                }
                None => {
                    palette.kinds.insert(key.to_string(), value.to_string());
                }
            }
        }
        Ok(palette)
    }

    fn kind(&self, name: &str) -> Option<&str> {
        self.kinds
            .get(name)
            .map(String::as_str)
            .filter(|c| !c.is_empty() && *c != "0" && *c != "00")
    }

    fn of(&self, name: &str, stat: &Stat) -> Option<&str> {
        let mode = stat.mode;
        match stat.file_type() {
            FileType::Directory => {
                let special = match (mode & S_ISVTX != 0, mode & 0o002 != 0) {
                    (true, true) => self.kind("tw"),
                    (false, true) => self.kind("ow"),
                    (true, false) => self.kind("st"),
                    _ => None,
                };
                special.or_else(|| self.kind("di"))
            }
            FileType::Symlink => self.kind("ln").filter(|c| *c != "target"),
            FileType::Fifo => self.kind("pi"),
            FileType::Socket => self.kind("so"),
            FileType::BlockDevice => self.kind("bd"),
            FileType::CharDevice => self.kind("cd"),
            FileType::Regular => {
                let special = if mode & S_ISUID != 0 {
                    self.kind("su")
                } else if mode & S_ISGID != 0 {
                    self.kind("sg")
                } else if mode & 0o111 != 0 {
                    self.kind("ex")
                } else {
                    None
                };
                let by_end = || {
                    let found =
                        self.suffixes.iter().rev().find(|(end, _)| name.ends_with(end.as_str()));
                    found.map(|(_, c)| c.as_str())
                };
                special.or_else(by_end).or_else(|| self.kind("fi"))
            }
        }
    }

    /// Whether the file behind a link matters for colours: only where links that lead nowhere have one.
    pub fn minds_targets(&self) -> bool {
        self.kind("or").is_some() || self.kind("mi").is_some()
    }

    /// A name in its colour. `lost` says that this is a link that leads nowhere, or where it leads.
    pub fn paint(
        &mut self,
        shown: &str,
        name: &str,
        stat: Option<&Stat>,
        lost: Option<&str>,
    ) -> String {
        if !self.on {
            return shown.to_string();
        }
        let special = lost.and_then(|k| self.kind(k)).map(str::to_string);
        let color = special.or_else(|| self.of(name, stat?).map(str::to_string));
        let Some(color) = color else { return shown.to_string() };
        let first = if self.used { "" } else { "\u{1b}[0m" };
        self.used = true;
        format!("{first}\u{1b}[{color}m{shown}\u{1b}[0m")
    }
}
