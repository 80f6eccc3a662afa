//! grep, egrep and fgrep. This file owns the command line; search.rs looks through one file, walk.rs
//! finds files, perl.rs reads the part of Perl's syntax that has a POSIX meaning.

mod options;
mod output;
mod pattern;
mod search;
mod walk;

use super::Cx;
use super::getopt::{Complaint, parse};
use super::lines::utf8_locale;
use super::regex::{Flavor, Options};
use crate::vfs::text;
use options::{LONGS, compile, digits_to_context};
use pattern::Pattern;

/// What to do with directories.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dirs {
    Read,
    Skip,
    Recurse,
    /// `-R`: symbolic links too.
    Follow,
}

/// What is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Lines,
    Count,
    With,
    Without,
    Quiet,
}

/// A grep with its options.
pub(super) struct Grep {
    pub(super) re: Option<Pattern>,
    pub(super) invert: bool,
    pub(super) mode: Mode,
    pub(super) only: bool,
    pub(super) number: bool,
    pub(super) offset: bool,
    pub(super) names: bool,
    pub(super) null_names: bool,
    pub(super) tab: bool,
    pub(super) silent: bool,
    pub(super) contextual: bool,
    pub(super) before: usize,
    pub(super) after: usize,
    pub(super) separator: Option<Vec<u8>>,
    pub(super) max: Option<u64>,
    pub(super) delim: u8,
    pub(super) binary_text: bool,
    pub(super) binary_skip: bool,
    pub(super) color: bool,
    pub(super) label: String,
    pub(super) dirs: Dirs,
    pub(super) include: Vec<String>,
    pub(super) exclude: Vec<String>,
    pub(super) exclude_dir: Vec<String>,
    pub(super) utf8: bool,
    pub(super) failed: bool,
    pub(super) found: bool,
    /// A name was listed (`-l`, `-L`).
    pub(super) listed: bool,
    /// Something was printed: the next group gets a separator.
    pub(super) printed: bool,
}

/// `grep`
pub async fn main(cx: &mut Cx) -> i32 {
    run(cx, 'G').await
}

/// `egrep`
pub async fn extended(cx: &mut Cx) -> i32 {
    if !cx.busybox() {
        cx.name = "grep".into();
    }
    run(cx, 'E').await
}

/// `fgrep`
pub async fn fixed(cx: &mut Cx) -> i32 {
    if !cx.busybox() {
        cx.name = "grep".into();
    }
    run(cx, 'F').await
}

pub(super) async fn usage(cx: &mut Cx) -> i32 {
    if cx.busybox() {
        cx.busybox_usage().await;
        return 2;
    }
    let n = cx.name.clone();
    cx.say(&format!(
        "Usage: {n} [OPTION]... PATTERNS [FILE]...\nTry '{n} --help' for more information.\n"
    ))
    .await;
    2
}

pub(super) async fn run(cx: &mut Cx, mut syntax: char) -> i32 {
    cx.usage_status = 2;
    let args = digits_to_context(cx.args());
    let spec = "A:B:C:D:EFGHILPRTUVZabcd:e:f:hilm:noqrsuvwxyz";
    let parsed = match parse(&args, spec, LONGS) {
        Ok(p) => p,
        Err(c @ (Complaint::Help | Complaint::Version)) => return cx.complain(c).await,
        Err(c) if cx.busybox() => return cx.complain(c).await,
        Err(c) => {
            cx.err(c).await;
            return usage(cx).await;
        }
    };
    let mut g = Grep {
        re: None,
        invert: false,
        mode: Mode::Lines,
        only: false,
        number: false,
        offset: false,
        names: false,
        null_names: false,
        tab: false,
        silent: false,
        contextual: false,
        before: 0,
        after: 0,
        separator: Some(b"--".to_vec()),
        max: None,
        delim: b'\n',
        binary_text: cx.busybox(),
        binary_skip: false,
        color: false,
        label: "(standard input)".into(),
        dirs: Dirs::Read,
        include: Vec::new(),
        exclude: Vec::new(),
        exclude_dir: Vec::new(),
        utf8: utf8_locale(&cx.p),
        failed: false,
        found: false,
        listed: false,
        printed: false,
    };
    let mut opts = Options::new(Flavor::GrepBasic, g.utf8);
    let mut patterns: Option<Vec<Vec<u8>>> = None;
    let mut names = None;
    let (mut quiet, mut list, mut count) = (false, None, false);
    for (letter, value) in parsed.options {
        let value = value.unwrap_or_default();
        match letter {
            'A' | 'B' | 'C' => {
                let Ok(n) = value.parse::<u64>() else {
                    cx.err(format!("{value}: invalid context length argument")).await;
                    return 2;
                };
                let n = n.min(1 << 30) as usize;
                g.contextual = true;
                if letter != 'A' {
                    g.before = n;
                }
                if letter != 'B' {
                    g.after = n;
                }
            }
            'E' | 'F' | 'G' | 'P' => syntax = letter,
            'H' => names = Some(true),
            'h' => names = Some(false),
            'I' => g.binary_skip = true,
            'a' => g.binary_text = true,
            'Δ' => match value.as_str() {
                "text" => g.binary_text = true,
                "without-match" => g.binary_skip = true,
                "binary" => {}
                _ => {
                    cx.err("invalid argument for --binary-files").await;
                    return usage(cx).await;
                }
            },
            'L' => list = Some(Mode::Without),
            'l' => list = Some(Mode::With),
            'R' => g.dirs = Dirs::Follow,
            'r' => g.dirs = Dirs::Recurse,
            'T' => g.tab = true,
            'Z' => g.null_names = true,
            'b' => g.offset = true,
            'c' => count = true,
            'd' => {
                g.dirs = match value.as_str() {
                    "read" => Dirs::Read,
                    "skip" => Dirs::Skip,
                    "recurse" => Dirs::Recurse,
                    _ => {
                        cx.err(format!("invalid argument ‘{value}’ for ‘--directories’\nValid arguments are:\n  - ‘read’\n  - ‘recurse’\n  - ‘skip’")).await;
                        return usage(cx).await;
                    }
                }
            }
            'e' => {
                let list = patterns.get_or_insert_default();
                list.extend(text::encode(&value).split(|b| *b == b'\n').map(<[u8]>::to_vec));
            }
            'f' => {
                let list = patterns.get_or_insert_default();
                match cx.read_input(&value).await {
                    Ok(b) if b.is_empty() => {}
                    Ok(b) => {
                        let b = b.strip_suffix(b"\n").unwrap_or(&b);
                        list.extend(b.split(|b| *b == b'\n').map(<[u8]>::to_vec));
                    }
                    Err(e) => {
                        cx.err(format!("{value}: {e}")).await;
                        return 2;
                    }
                }
            }
            'i' | 'y' => opts.icase = true,
            'm' => {
                let Ok(n) = value.parse::<i64>() else {
                    cx.err("invalid max count").await;
                    return 2;
                };
                g.max = u64::try_from(n).ok();
            }
            'n' => g.number = true,
            'o' => g.only = true,
            'q' => quiet = true,
            's' => g.silent = true,
            'v' => g.invert = true,
            'w' => opts.word = true,
            'x' => opts.line = true,
            'z' => g.delim = 0,
            'ε' => g.exclude.push(value),
            'δ' => g.exclude_dir.push(value.trim_end_matches('/').to_string()),
            'ι' => g.include.push(value),
            'φ' => match cx.p.read_file(&value) {
                Ok(b) => g.exclude.extend(text::decode(&b).lines().map(str::to_string)),
                Err(e) => {
                    cx.err(format!("{value}: {e}")).await;
                    return 2;
                }
            },
            'γ' => g.separator = Some(text::encode(&value).into_owned()),
            'Γ' => g.separator = None,
            'λ' => g.label = value,
            'κ' => {
                g.color = match value.as_str() {
                    "always" | "yes" | "force" => true,
                    "never" | "no" | "none" => false,
                    _ => cx.p.isatty(1) && cx.p.env("TERM").is_some_and(|t| t != "dumb"),
                }
            }
            'V' => {
                cx.version();
                return 0;
            }
            _ => {}
        }
    }
    let mut operands = parsed.operands;
    let patterns = match patterns {
        Some(p) => p,
        None if operands.is_empty() => return usage(cx).await,
        None => {
            let p = operands.remove(0);
            text::encode(&p).split(|b| *b == b'\n').map(<[u8]>::to_vec).collect()
        }
    };
    if list.is_some() || quiet || count {
        g.before = 0;
        g.after = 0;
    }
    g.mode = match list {
        _ if quiet => Mode::Quiet,
        Some(m) => m,
        None if count => Mode::Count,
        None => Mode::Lines,
    };
    match compile(cx, &patterns, syntax, &mut opts, g.delim).await {
        Ok(re) => g.re = re,
        Err(status) => return status,
    }
    let recursive = matches!(g.dirs, Dirs::Recurse | Dirs::Follow);
    g.names = names.unwrap_or(
        operands.len() > 1 || (recursive && !(operands.len() == 1 && !is_dir(cx, &operands[0]))),
    );
    if operands.is_empty() {
        if recursive {
            g.names = names.unwrap_or(true);
            g.directory(cx, ".", true).await;
        } else {
            g.file(cx, "-", false).await;
        }
    }
    for o in &operands {
        g.operand(cx, o).await;
        if g.done() {
            break;
        }
    }
    if g.failed && !(g.mode == Mode::Quiet && g.found) {
        return 2;
    }
    // BusyBox's -L is content if it listed a file, GNU's if a line was selected.
    if g.mode == Mode::Without && cx.busybox() {
        return i32::from(!g.listed);
    }
    i32::from(!g.found)
}

pub(super) fn is_dir(cx: &Cx, name: &str) -> bool {
    cx.p.stat(name).is_ok_and(|s| s.is_dir())
}
