//! sed: GNU's, and BusyBox's where that differs. This file owns the command line and the state; the
//! script is read by parse.rs and run by exec.rs.

mod command;
mod exec;
mod input;
mod list;
mod parse;
mod parse_cmd;
mod parse_subst;
mod rename;
mod script;
mod select;
mod subst;

use std::rc::Rc;

use super::Cx;
use super::getopt::Arg;
use super::lines::{Reader, utf8_locale};
use super::regex::Regex;
use crate::kernel::Fd;
use crate::vfs::text;
use exec::{Queued, Range, Stop};
use input::Input;
pub(super) use rename::Renaming;
use script::Script;

struct Writer {
    fd: Fd,
    buf: Vec<u8>,
    missing: bool,
}

/// A running sed.
pub(super) struct Sed<'a> {
    cx: &'a mut Cx,
    script: Rc<Script>,
    input: Input,
    /// The pattern space.
    space: Vec<u8>,
    hold: Vec<u8>,
    scratch: Vec<u8>,
    active: Vec<Range>,
    queue: Vec<Queued>,
    writers: Vec<Writer>,
    sources: Vec<Option<Reader>>,
    last_regex: Option<Rc<Regex>>,
    /// The suffix of `-i`.
    in_place: Option<String>,
    /// What the file edited in place will hold.
    edited: Option<Vec<u8>>,
    missing_newline: bool,
    /// An `s` has replaced something since the last line was read or the last `t`.
    replaced: bool,
    quiet: bool,
    posix: bool,
    unbuffered: bool,
    utf8: bool,
    delim: u8,
    width: usize,
    status: i32,
    exit: i32,
    turns: u64,
}

/// Where a piece of the script came from.
enum Origin {
    Expression(usize),
    File(String),
}

/// `sed`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("quiet", Arg::No, 'n'),
        ("silent", Arg::No, 'n'),
        ("expression", Arg::Required, 'e'),
        ("file", Arg::Required, 'f'),
        ("in-place", Arg::Optional, 'i'),
        ("line-length", Arg::Required, 'l'),
        ("regexp-extended", Arg::No, 'E'),
        ("separate", Arg::No, 's'),
        ("unbuffered", Arg::No, 'u'),
        ("null-data", Arg::No, 'z'),
        ("zero-terminated", Arg::No, 'z'),
        ("posix", Arg::No, 'P'),
        ("debug", Arg::No, 'D'),
        ("sandbox", Arg::No, 'S'),
        ("binary", Arg::No, 'b'),
        ("follow-symlinks", Arg::No, 'F'),
    ];
    let parsed = match cx.getopt("ne:f:i::l:Ersuzb", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let mut operands = parsed.operands.clone();
    let mut pieces: Vec<(Origin, Vec<u8>)> = Vec::new();
    let (mut in_place, mut width, mut extended) = (None, 70, false);
    let (mut quiet, mut separate, mut unbuffered, mut posix) = (false, false, false, false);
    let mut delim = b'\n';
    for (letter, value) in &parsed.options {
        let value = value.as_deref();
        match letter {
            'n' => quiet = true,
            'e' => {
                let n = pieces.iter().filter(|p| matches!(p.0, Origin::Expression(_))).count();
                let text = text::encode(value.unwrap_or_default()).into_owned();
                pieces.push((Origin::Expression(n + 1), text));
            }
            'f' => {
                let name = value.unwrap_or_default();
                match cx.read_input(name).await {
                    Ok(mut b) => {
                        if b.ends_with(b"\n") {
                            b.pop();
                        }
                        pieces.push((Origin::File(name.to_string()), b));
                    }
                    Err(e) if cx.busybox() => {
                        cx.err(format!("{name}: {e}")).await;
                        return 1;
                    }
                    Err(e) => {
                        cx.err(format!("couldn't open file {name}: {e}")).await;
                        return 4;
                    }
                }
            }
            'i' => {
                in_place = Some(value.unwrap_or_default().to_string());
                separate = true;
            }
            'l' => match value.unwrap_or_default().parse() {
                Ok(n) => width = n,
                Err(_) => {
                    let v = value.unwrap_or_default();
                    cx.err(format!("invalid line length: {v}")).await;
                    return 1;
                }
            },
            'E' | 'r' => extended = true,
            's' => separate = true,
            'u' => unbuffered = true,
            'z' => delim = 0,
            'P' => posix = true,
            'D' => {
                cx.err("the simulator's sed has no --debug").await;
                return 1;
            }
            _ => {}
        }
    }
    if pieces.is_empty() {
        if operands.is_empty() {
            return usage(cx).await;
        }
        pieces.push((Origin::Expression(1), text::encode(&operands.remove(0)).into_owned()));
    }
    let utf8 = utf8_locale(&cx.p);
    let source: Vec<u8> = pieces.iter().map(|p| p.1.as_slice()).collect::<Vec<_>>().join(&b'\n');
    let how = parse::How { extended, utf8, busybox: cx.busybox(), posix };
    let script = match parse::parse(&source, how) {
        Ok(s) => s,
        Err(bad) => return complain(cx, &pieces, &bad).await,
    };
    if operands.is_empty() {
        operands.push("-".into());
    }
    let mut sed = Sed {
        input: Input::new(operands, delim, separate),
        space: Vec::new(),
        hold: Vec::new(),
        scratch: Vec::new(),
        active: script.steps.iter().map(exec::initial).collect(),
        queue: Vec::new(),
        writers: Vec::new(),
        sources: script.sources.iter().map(|_| None).collect(),
        last_regex: None,
        in_place,
        edited: None,
        missing_newline: false,
        replaced: false,
        quiet: quiet || script.quiet,
        posix,
        unbuffered,
        utf8,
        delim,
        width,
        status: 0,
        exit: 0,
        turns: 0,
        script: Rc::new(script),
        cx,
    };
    let result = match sed.open_writers().await {
        Ok(()) => sed.run().await,
        Err(e) => Err(e),
    };
    match result {
        Ok(status) => status,
        Err(Stop(what)) => {
            cx.flush().await;
            if what.starts_with("couldn't open file") && !cx.busybox() {
                cx.err(what).await;
                return 4;
            }
            cx.err(if cx.busybox() { what } else { format!("-e expression #1, char 0: {what}") })
                .await;
            1
        }
    }
}

async fn usage(cx: &mut Cx) -> i32 {
    if cx.busybox() {
        return cx.busybox_usage().await;
    }
    let name = cx.name.clone();
    cx.say(&format!(
        "Usage: {name} [OPTION]... {{script-only-if-no-other-script}} [input-file]...\n\n"
    ))
    .await;
    1
}

/// Says what is wrong with the script, and where.
async fn complain(cx: &mut Cx, pieces: &[(Origin, Vec<u8>)], bad: &parse::Bad) -> i32 {
    if cx.busybox() {
        let what = match bad.what.as_str() {
            "unterminated `s' command" | "unterminated `y' command" => "unmatched '/'".to_string(),
            "unterminated address regex" => "unmatched '/'".to_string(),
            "unmatched `{'" => "unterminated {".to_string(),
            "unexpected `,'" => "no address after comma".to_string(),
            "missing filename in r/R/w/W commands" => "empty filename".to_string(),
            "unknown option to `s'" => "bad option in substitution expression".to_string(),
            what if what.starts_with("can't find label") => what.replace('`', "'"),
            what => match what.strip_prefix("unknown command: `") {
                Some(c) => format!("unsupported command {}", c.trim_end_matches('\'')),
                None => what.to_string(),
            },
        };
        cx.err(what).await;
        return 1;
    }
    if bad.at == usize::MAX || bad.what.starts_with("character class syntax") {
        cx.err(&bad.what).await;
        return if bad.at == usize::MAX { 4 } else { 1 };
    }
    let mut begin = 0;
    for (i, (origin, text)) in pieces.iter().enumerate() {
        let end = begin + text.len();
        if bad.at <= end || i + 1 == pieces.len() {
            let at = bad.at.saturating_sub(begin);
            match origin {
                Origin::Expression(n) => {
                    cx.err(format!("-e expression #{n}, char {at}: {}", bad.what)).await;
                }
                Origin::File(name) => {
                    let read = &text[..at.min(text.len())];
                    let line = read.iter().filter(|b| **b == b'\n').count() + 1;
                    cx.err(format!("file {name} line {line}: {}", bad.what)).await;
                }
            }
            break;
        }
        begin = end + 1;
    }
    1
}
