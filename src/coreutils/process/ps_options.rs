//! The options of procps' ps: UNIX's with a dash, BSD's without, GNU's with two.

use crate::coreutils::{Arg, Cx};

use super::columns::{Column, find};

/// A column with the heading it was asked for.
pub(super) struct Shown {
    pub column: &'static Column,
    pub head: String,
    /// How wide it is at least, where that was asked for.
    pub width: Option<usize>,
}

/// What was asked for.
#[derive(Default)]
pub(super) struct Wanted {
    pub all: bool,
    /// BSD's `a`, `x` and `r`, UNIX's `-a` and `-d`.
    pub bsd_a: bool,
    pub bsd_x: bool,
    pub bsd: bool,
    pub running: bool,
    pub with_tty: bool,
    pub no_leaders: bool,
    pub negate: bool,
    pub pids: Vec<u32>,
    pub ppids: Vec<u32>,
    pub sids: Vec<u32>,
    pub pgids: Vec<u32>,
    pub users: Vec<u32>,
    pub ttys: Vec<String>,
    pub commands: Vec<String>,
    pub listed: bool,
    /// `-q`: these and no others, whatever else is asked for.
    pub quick: Vec<u32>,
    pub threads: bool,
    /// `-Z`: what security modules have written on it.
    pub labels: bool,
    pub version: bool,
    /// `f`, `l`, `u`, `j` ...
    pub format: Option<&'static str>,
    pub columns: Vec<Shown>,
    pub no_head: bool,
    pub forest: bool,
    pub indent: bool,
    pub wide: usize,
    pub environment: bool,
    pub sort: Vec<(bool, &'static Column)>,
}

/// Columns of a named form.
pub(super) fn form(name: &str) -> &'static [&'static str] {
    match name {
        "f" => &["UID", "pid", "ppid", "c", "stime", "tname", "time", "cmd"],
        "F" => &["UID", "pid", "ppid", "c", "sz", "rss", "psr", "stime", "tname", "time", "cmd"],
        "l" => &[
            "f", "s", "uid", "pid", "ppid", "c", "opri", "ni", "addrsz", "wchan", "tname", "time",
            "CMD",
        ],
        "j" => &["pid", "pgid", "sid", "tname", "time", "CMD"],
        "u" => &[
            "user", "pid", "%cpu", "%mem", "vsz", "rss", "tname", "stat", "bsdstart", "bsdtime",
            "args",
        ],
        "bsd" => &["pid", "tname", "stat", "bsdtime", "args"],
        "bsdj" => &["ppid", "pid", "pgid", "sid", "tname", "stat", "uid", "bsdtime", "args"],
        "bsdl" => &[
            "f", "uid", "pid", "ppid", "pri", "ni", "vsz", "rss", "wchan", "stat", "tname",
            "bsdtime", "args",
        ],
        _ => &["pid", "tname", "time", "CMD"],
    }
}

pub(super) fn shown(names: &[&str]) -> Vec<Shown> {
    let found = names.iter().filter_map(|n| find(n));
    found.map(|column| Shown { column, head: column.head.to_string(), width: None }).collect()
}

/// Adds the columns of `-o pid,comm=NAME`.
fn add_columns(w: &mut Wanted, list: &str) -> Result<(), String> {
    // A heading of its own takes the rest, commas included, if it is the last.
    let mut rest = list;
    loop {
        let end = rest.find([',', ' ', '=']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (name, width) = match name.split_once(':') {
            Some((plain, digits)) if digits.parse().is_ok_and(|n: u16| n > 0) => {
                (plain, digits.parse().ok())
            }
            _ => (name, None),
        };
        let column = find(name)
            .ok_or("unknown user-defined format specifier \"".to_string() + name + "\"")?;
        let mut head = column.head.to_string();
        let mut next = after.strip_prefix([',', ' ']);
        if let Some(own) = after.strip_prefix('=') {
            head = own.to_string();
            next = None;
        }
        w.columns.push(Shown { column, head, width });
        match next {
            Some(more) if !more.is_empty() => rest = more,
            _ => return Ok(()),
        }
    }
}

fn items(list: &str) -> impl Iterator<Item = &str> {
    list.split([',', ' ']).filter(|s| !s.is_empty())
}

fn numbers(into: &mut Vec<u32>, list: &str) -> Result<(), String> {
    for item in items(list) {
        into.push(item.parse().map_err(|_| "process ID list syntax error".to_string())?);
    }
    Ok(())
}

impl Wanted {
    fn value(&mut self, cx: &Cx, letter: char, value: &str) -> Result<(), String> {
        self.listed |= !matches!(letter, 'o' | 'O' | 'k' | 'q');
        match letter {
            'o' => add_columns(self, value)?,
            'O' => {
                self.columns = shown(&["pid"]);
                add_columns(self, value)?;
                self.columns.extend(shown(&["s", "tname", "time", "cmd"]));
            }
            'p' => numbers(&mut self.pids, value)?,
            'q' => numbers(&mut self.quick, value)?,
            'P' => numbers(&mut self.ppids, value)?,
            's' => numbers(&mut self.sids, value)?,
            'g' => numbers(&mut self.pgids, value)?,
            'C' => self.commands.extend(items(value).map(str::to_string)),
            't' => {
                let name = |t: &str| t.trim_start_matches("/dev/").to_string();
                self.ttys.extend(items(value).map(name));
            }
            'u' | 'U' => {
                for name in items(value) {
                    let by_name = cx.p.user_by_name(name).map(|u| u.uid);
                    let uid = by_name.or_else(|| name.parse().ok());
                    self.users.push(uid.ok_or_else(|| "user name does not exist".to_string())?);
                }
            }
            _ => {
                for key in items(value) {
                    let (reverse, name) = match key.strip_prefix('-') {
                        Some(name) => (true, name),
                        None => (false, key.strip_prefix('+').unwrap_or(key)),
                    };
                    let column = find(name).ok_or("unknown sort specifier")?;
                    self.sort.push((reverse, column));
                }
            }
        }
        Ok(())
    }

    /// One letter without a value; false where it is unknown.
    fn letter(&mut self, letter: char, unix: bool) -> bool {
        match (letter, unix) {
            ('e' | 'A', true) => self.all = true,
            ('a', true) => (self.with_tty, self.no_leaders) = (true, true),
            ('d', true) => self.no_leaders = true,
            ('N', true) => self.negate = true,
            ('f', true) => self.format = Some("f"),
            ('F', true) => self.format = Some("F"),
            ('l', true) => self.format = Some("l"),
            ('j', true) => self.format = Some("j"),
            ('L', true) => self.threads = true,
            ('V', _) => self.version = true,
            ('h', true) => self.no_head = true,
            ('Z' | 'M', true) | ('Z', false) => self.labels = true,
            ('y' | 'T' | 'm' | 'c', true) => {}
            ('H', true) => self.indent = true,
            ('w', _) => self.wide += 1,
            ('a', false) => self.bsd_a = true,
            ('x', false) => self.bsd_x = true,
            ('r', false) => self.running = true,
            ('u', false) => self.format = Some("u"),
            ('j', false) => self.format = Some("bsdj"),
            ('l', false) => self.format = Some("bsdl"),
            ('f', false) => self.forest = true,
            ('h', false) => self.no_head = true,
            ('e', false) => self.environment = true,
            ('T' | 't', false) => self.with_tty = true,
            ('c' | 'n' | 'S' | 'v' | 's' | 'X' | 'm' | 'H', false) => {}
            _ => return false,
        }
        true
    }
}

const LONGS: &[(&str, Arg, char)] = &[
    ("cols", Arg::Required, 'W'),
    ("columns", Arg::Required, 'W'),
    ("deselect", Arg::No, 'N'),
    ("forest", Arg::No, '^'),
    ("format", Arg::Required, 'o'),
    ("group", Arg::Required, 'g'),
    ("headers", Arg::No, '_'),
    ("no-headers", Arg::No, 'h'),
    ("no-heading", Arg::No, 'h'),
    ("noheaders", Arg::No, 'h'),
    ("pid", Arg::Required, 'p'),
    ("ppid", Arg::Required, 'P'),
    ("quick-pid", Arg::Required, 'q'),
    ("sid", Arg::Required, 's'),
    ("sort", Arg::Required, 'k'),
    ("tty", Arg::Required, 't'),
    ("user", Arg::Required, 'u'),
    ("User", Arg::Required, 'u'),
    ("width", Arg::Required, 'W'),
];

/// Reads the options. What makes no sense as UNIX's is taken for BSD's with a needless dash. An error is
/// a message, or `None` for `--help`.
pub(super) fn read(cx: &Cx) -> Result<Wanted, Option<String>> {
    match read_as(cx, true) {
        Err(Some(wrong)) => read_as(cx, false).map_err(|_| Some(wrong)),
        other => other,
    }
}

/// What has to follow a letter, by the kind of its option.
fn must_follow(letter: char, unix: bool) -> String {
    let dash = if unix { "-" } else { "" };
    match letter {
        'o' | 'O' => format!("format specification must follow {dash}{letter}"),
        'q' => format!("List of process IDs must follow {dash}q."),
        'g' => "list of session leaders OR effective group names must follow -g".to_string(),
        'k' => "long sort specification must follow 'k'".to_string(),
        'U' => format!("list of users must follow {dash}U"),
        _ => format!("list of process IDs must follow {dash}p"),
    }
}

/// Reads the three kinds of options, those with one dash as UNIX's or as BSD's.
fn read_as(cx: &Cx, dashes: bool) -> Result<Wanted, Option<String>> {
    let mut w = Wanted::default();
    let args = cx.args();
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        if let Some(long) = arg.strip_prefix("--") {
            let (name, value) = match long.split_once('=') {
                Some((n, v)) => (n, Some(v.to_string())),
                None => (long, None),
            };
            let found = LONGS.iter().find(|l| l.0 == name);
            let Some((_, takes, letter)) = found else {
                let help = matches!(name, "help" | "version");
                let text = "unknown gnu long option".to_string();
                return Err((!help).then_some(text));
            };
            let value = match (takes, value) {
                (Arg::Required, None) => rest.next().cloned(),
                (_, value) => value,
            };
            match (letter, value) {
                ('N', _) => w.negate = true,
                ('^', _) => w.forest = true,
                ('h', _) => w.no_head = true,
                ('_' | 'W', _) => {}
                (letter, Some(value)) => w.value(cx, *letter, &value).map_err(Some)?,
                (letter, None) => {
                    return Err(Some(format!("option '--{name}' ({letter}) requires an argument")));
                }
            }
            continue;
        }
        // Who means BSD's `aux` is understood where no user is called x.
        let unix = dashes
            && arg.starts_with('-')
            && !(arg.starts_with("-aux") && cx.p.user_by_name(&arg[3..]).is_none());
        let body = arg.strip_prefix('-').unwrap_or(arg);
        if !unix && body.starts_with(|c: char| c.is_ascii_digit()) {
            w.bsd = true;
            w.value(cx, 'p', body).map_err(Some)?;
            continue;
        }
        if body.is_empty() {
            return Err(Some("error: garbage option".to_string()));
        }
        w.bsd |= !unix;
        let valued = if unix { "oOpqsgCtuUGk" } else { "oOpqUk" };
        for (i, c) in body.char_indices() {
            if !valued.contains(c) {
                if !w.letter(c, unix) {
                    let text = match (unix, c) {
                        (true, 'x') => "must set personality to get -x option",
                        (true, _) => "unsupported SysV option",
                        (false, _) => "unsupported option (BSD syntax)",
                    };
                    return Err(Some(format!("error: {text}")));
                }
                continue;
            }
            let after = &body[i + c.len_utf8()..];
            let value =
                if after.is_empty() { rest.next().cloned() } else { Some(after.to_string()) };
            let Some(value) = value else {
                return Err(Some(format!("error: {}", must_follow(c, unix))));
            };
            let letter = if c == 'G' { 'g' } else { c };
            w.value(cx, letter, &value).map_err(Some)?;
            break;
        }
    }
    if !w.quick.is_empty() && (w.listed || w.forest || !w.sort.is_empty()) {
        return Err(Some("error: process selection options conflict".to_string()));
    }
    Ok(w)
}
