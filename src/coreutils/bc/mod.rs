//! bc: arithmetic of any precision. Lines are compiled by [`parse`] and carried out by
//! [`machine`], on the numbers of [`num`]; the library of `-l` is [`math`]'s.

mod expression;
mod lex;
mod machine;
mod math;
pub(crate) mod num;
mod parse;
mod places;

use std::collections::BTreeMap;

use super::getopt::{Complaint, parse as options};
use super::lines::Reader;
use super::{Arg, Cx};
use crate::vfs::{OpenFlags, text};
use machine::Machine;
use num::Num;
use parse::Wrong;

const LONGS: &[(&str, Arg, char)] = &[
    ("help", Arg::No, 'h'),
    ("interactive", Arg::No, 'i'),
    ("mathlib", Arg::No, 'l'),
    ("quiet", Arg::No, 'q'),
    ("standard", Arg::No, 's'),
    ("version", Arg::No, 'v'),
    ("warn", Arg::No, 'w'),
];

/// `bc`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match options(&cx.args(), "hilqsvw", LONGS) {
        Ok(opts) => opts,
        Err(c @ (Complaint::Help | Complaint::Version)) => return cx.complain(c).await,
        Err(c) if cx.busybox() => return cx.complain(c).await,
        Err(c) => {
            cx.err(c).await;
            cx.say("usage: bc [options] [file ...]\n").await;
            return 1;
        }
    };
    if opts.has('h') {
        cx.help();
        return 0;
    }
    if opts.has('v') {
        cx.version();
        return 0;
    }
    let math = opts.has('l');
    let mut m = Machine {
        vars: BTreeMap::new(),
        arrays: BTreeMap::new(),
        functions: BTreeMap::new(),
        stack: Vec::new(),
        ibase: 10,
        obase: 10,
        scale: if math { 20 } else { 0 },
        last: Num::default(),
        math,
        column: 0,
    };
    for file in opts.operands.iter().map(Some).chain([None]) {
        let fd = match file {
            None => 0,
            Some(file) => match cx.p.open(file, OpenFlags::READ, 0) {
                Ok(fd) => fd,
                Err(e) if cx.busybox() => {
                    cx.err_file(file, e).await;
                    return 1;
                }
                Err(_) => {
                    cx.flush().await;
                    cx.say(&format!("File {file} is unavailable.\n")).await;
                    return 1;
                }
            },
        };
        let name = file.map_or("(standard_in)", String::as_str);
        if let Some(status) = read(cx, &mut m, fd, name).await {
            return status;
        }
    }
    0
}

/// Reads a file line by line; gives a status where the program is to end.
async fn read(cx: &mut Cx, m: &mut Machine, fd: crate::kernel::Fd, name: &str) -> Option<i32> {
    let mut reader = Reader::new(fd);
    let (mut held, mut line) = (String::new(), 0);
    loop {
        let mut ended = false;
        let end = loop {
            if let Some(i) = reader.buffered().iter().position(|b| *b == b'\n') {
                break i + 1;
            }
            if !reader.fill(&cx.p).await.unwrap_or(false) {
                ended = true;
                break reader.buffered().len();
            }
        };
        held += &text::decode_owned(reader.buffered()[..end].to_vec());
        reader.consume(end);
        line += usize::from(!ended);
        if held.is_empty() && ended {
            return None;
        }
        match parse::parse(&held) {
            Ok(program) => {
                m.functions.extend(program.functions);
                if let Some(status) = m.run(cx, &program.code).await {
                    return Some(status);
                }
                if program.quit {
                    return Some(0);
                }
                held.clear();
            }
            Err(Wrong::More) if !ended && held.len() < 1 << 20 => {}
            Err(wrong) => {
                cx.flush().await;
                let late = ended || matches!(wrong, Wrong::Late);
                let line = line + usize::from(late);
                let text = match wrong {
                    Wrong::Said(text) => text,
                    _ => "syntax error",
                };
                if cx.busybox() {
                    cx.err(text).await;
                    return Some(1);
                }
                cx.say(&format!("{name} {line}: {text}\n")).await;
                held.clear();
            }
        }
        if ended {
            return None;
        }
        cx.pace().await;
    }
}
