//! expand and unexpand: tabs to blanks and back.

use super::Cx;
use super::getopt::{Arg, parse};
use super::lines::{or_stdin, quoted};

/// Tab stops: a list, and what follows it.
struct Stops {
    list: Vec<usize>,
    /// Multiples of this, counted from 0 (`/N`) or from the last of the list (`+N`).
    every: Option<(usize, bool)>,
}

impl Stops {
    fn parse(specs: &[String], quote: impl Fn(&str) -> String) -> Result<Stops, String> {
        let mut s = Stops { list: Vec::new(), every: None };
        for part in specs.iter().flat_map(|s| s.split([',', ' '])).filter(|p| !p.is_empty()) {
            let (kind, digits) = match part.chars().next() {
                Some(c @ ('/' | '+')) => (Some(c), &part[1..]),
                _ => (None, part),
            };
            let Ok(n) = digits.parse::<usize>() else {
                let at = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
                return Err(format!(
                    "tab size contains invalid character(s): {}",
                    quote(&digits[at..])
                ));
            };
            if n == 0 && kind.is_none() {
                return Err("tab size cannot be 0".into());
            }
            match kind {
                Some(c) => s.every = Some((n.max(1), c == '+')),
                None => {
                    if s.list.last().is_some_and(|l| *l >= n) {
                        return Err("tab sizes must be ascending".into());
                    }
                    s.list.push(n);
                }
            }
        }
        if s.every.is_none() {
            match s.list.as_slice() {
                [] => s.every = Some((8, false)),
                [n] => {
                    s.every = Some((*n, false));
                    s.list.clear();
                }
                _ => {}
            }
        }
        Ok(s)
    }

    /// The stop after `column`; `None` past the last one.
    fn next(&self, column: usize) -> Option<usize> {
        if let Some(n) = self.list.iter().find(|s| **s > column) {
            return Some(*n);
        }
        let (n, from_last) = self.every?;
        let base = if from_last { self.list.last().copied().unwrap_or(0) } else { 0 };
        Some(base + ((column - base) / n + 1) * n)
    }
}

fn old_style(args: Vec<String>, stops: &mut Vec<String>) -> Vec<String> {
    args.into_iter()
        .filter(|a| match a.strip_prefix('-') {
            Some(d)
                if d.starts_with(|c: char| c.is_ascii_digit())
                    && d.bytes().all(|b| b.is_ascii_digit() || b == b',') =>
            {
                stops.push(d.to_string());
                false
            }
            _ => true,
        })
        .collect()
}

/// `expand`
pub async fn expand(cx: &mut Cx) -> i32 {
    run(cx, false).await
}

/// `unexpand`
pub async fn unexpand(cx: &mut Cx) -> i32 {
    run(cx, true).await
}

async fn run(cx: &mut Cx, back: bool) -> i32 {
    let longs = [
        ("initial", Arg::No, 'i'),
        ("all", Arg::No, 'a'),
        ("first-only", Arg::No, 'F'),
        ("tabs", Arg::Required, 't'),
    ];
    let mut specs = Vec::new();
    let args = old_style(cx.args(), &mut specs);
    let parsed = match parse(&args, if back { "aft:" } else { "it:" }, &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    specs.extend(parsed.options.iter().filter(|o| o.0 == 't').filter_map(|o| o.1.clone()));
    let all =
        back && (parsed.has('a') || !specs.is_empty()) && !parsed.has('F') && !parsed.has('f');
    let stops = match Stops::parse(&specs, |s| quoted(&cx.p, s)) {
        Ok(s) => s,
        Err(what) => {
            cx.err(what).await;
            return 1;
        }
    };
    let initial = parsed.has('i');
    let mut status = 0;
    for name in or_stdin(parsed.operands) {
        let Some(mut r) = cx.reader(&name).await else {
            status = 1;
            continue;
        };
        loop {
            match r.line(&cx.p, b'\n').await {
                Ok(Some(l)) => {
                    if back {
                        to_tabs(l, &stops, all, &mut cx.out);
                    } else {
                        to_blanks(l, &stops, initial, &mut cx.out);
                    }
                }
                Ok(None) => break,
                Err(e) => {
                    status |= cx.err_read(&name, e).await;
                    break;
                }
            }
            if !cx.pace().await {
                return status;
            }
        }
        cx.close_input(r.fd);
    }
    status
}

fn to_blanks(line: &[u8], stops: &Stops, initial: bool, out: &mut Vec<u8>) {
    let (mut column, mut leading) = (0usize, true);
    for &b in line {
        match b {
            b'\t' if leading || !initial => {
                let next = stops.next(column).unwrap_or(column + 1);
                out.extend(std::iter::repeat_n(b' ', next - column));
                column = next;
            }
            8 => {
                column = column.saturating_sub(1);
                out.push(b);
            }
            _ => {
                leading &= matches!(b, b' ' | b'\t');
                // The bytes of one character take one column.
                column += usize::from(b & 0xC0 != 0x80);
                out.push(b);
            }
        }
    }
}

fn to_tabs(line: &[u8], stops: &Stops, all: bool, out: &mut Vec<u8>) {
    let (mut column, mut converting) = (0usize, true);
    // Blanks not yet written: where they began, and whether the first one is a tab.
    let mut from = 0;
    let mut pending: Vec<u8> = Vec::new();
    for &b in line {
        if converting && matches!(b, b' ' | b'\t') {
            if pending.is_empty() {
                from = column;
            }
            let Some(next) = stops.next(column) else {
                converting = false;
                out.append(&mut pending);
                out.push(b);
                continue;
            };
            if b == b'\t' {
                // A tab swallows the blanks before it.
                let mut keep: Vec<u8> = pending.iter().copied().filter(|c| *c == b'\t').collect();
                keep.push(b'\t');
                pending = keep;
                column = next;
            } else {
                column += 1;
                pending.push(b' ');
                if column == next {
                    let blanks = pending.iter().rev().take_while(|c| **c == b' ').count();
                    // One blank alone before a stop stays a blank, unless more blanks follow.
                    if blanks > 1 || from + blanks < column || pending.len() > blanks {
                        pending.truncate(pending.len() - blanks);
                        pending.push(b'\t');
                    } else {
                        let n = pending.len() - 1;
                        pending[n] = 1;
                    }
                }
            }
            continue;
        }
        settle(&mut pending, out);
        if converting {
            match b {
                8 => column = column.saturating_sub(1),
                _ => column += 1,
            }
            converting &= all;
        }
        out.push(b);
    }
    settle(&mut pending, out);
}

/// A blank that filled up to a stop becomes a tab only when further blanks follow it.
fn settle(pending: &mut Vec<u8>, out: &mut Vec<u8>) {
    let n = pending.len();
    for (i, b) in pending.drain(..).enumerate() {
        out.push(match b {
            1 if i + 1 < n => b'\t',
            1 => b' ',
            b => b,
        });
    }
}
