//! comm: what two sorted files have alone and in common.

use std::cmp::Ordering;

use super::Cx;
use super::getopt::Arg;
use super::lines::quoted;
use crate::vfs::{Errno, text};

/// `comm`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("check-order", Arg::No, 'o'),
        ("nocheck-order", Arg::No, 'O'),
        ("output-delimiter", Arg::Required, 'd'),
        ("total", Arg::No, 't'),
        ("zero-terminated", Arg::No, 'z'),
    ];
    let parsed = match cx.getopt("123z", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    match parsed.operands.as_slice() {
        [] => return cx.usage_error("missing operand").await,
        [one] => {
            let q = quoted(&cx.p, one);
            return cx.usage_error(format!("missing operand after {q}")).await;
        }
        [_, _, extra, ..] => {
            let q = quoted(&cx.p, extra);
            return cx.usage_error(format!("extra operand {q}")).await;
        }
        _ => {}
    }
    let end = if parsed.has('z') { 0 } else { b'\n' };
    let mut seps = parsed.options.iter().filter(|o| o.0 == 'd').filter_map(|o| o.1.as_deref());
    let first = seps.next().unwrap_or("\t");
    if seps.any(|s| s != first) {
        cx.err("multiple output delimiters specified").await;
        return 1;
    }
    // Nothing stands for the byte 0.
    let sep = if first.is_empty() { vec![0] } else { text::encode(first).into_owned() };
    let hide = [parsed.has('1'), parsed.has('2'), parsed.has('3')];
    let Some(mut a) = cx.reader(&parsed.operands[0]).await else { return 1 };
    let Some(mut b) = cx.reader(&parsed.operands[1]).await else { return 1 };
    // Standard input twice is one input, from which both take lines in turn.
    let twice = parsed.operands.iter().all(|o| o == "-");
    let mut held: [Option<Vec<u8>>; 2] = [None, None];
    let mut previous: [Vec<u8>; 2] = [Vec::new(), Vec::new()];
    let mut fresh = [true, true];
    let mut totals = [0u64; 3];
    let mut disorder = [false, false];
    // Order is looked at from the beginning, or only once a line had no partner.
    let mut checking = parsed.has('o');
    loop {
        for i in 0..2 {
            if !std::mem::take(&mut fresh[i]) {
                continue;
            }
            let r = if i == 0 || twice { &mut a } else { &mut b };
            let next = match r.line(&cx.p, end).await {
                Ok(l) => l.map(|l| l.strip_suffix(&[end]).unwrap_or(l).to_vec()),
                Err(e) => {
                    let name = parsed.operands[i].clone();
                    cx.err_read(&name, e).await;
                    return 1;
                }
            };
            if let Some(n) = &next {
                if checking && *n < previous[i] && !disorder[i] && !parsed.has('O') && !cx.busybox()
                {
                    disorder[i] = true;
                    cx.flush().await;
                    cx.err(format!("file {} is not in sorted order", i + 1)).await;
                    if parsed.has('o') {
                        return 1;
                    }
                }
                previous[i].clone_from(n);
            }
            held[i] = next;
        }
        let order = match (&held[0], &held[1]) {
            (None, None) => break,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(x), Some(y)) => x.cmp(y),
        };
        let column = match order {
            Ordering::Less => 0,
            Ordering::Greater => 1,
            Ordering::Equal => 2,
        };
        totals[column] += 1;
        checking |= column != 2;
        fresh = [column != 1, column != 0];
        let line = held[usize::from(column == 1)].take().unwrap_or_default();
        if !hide[column] {
            for h in &hide[..column] {
                if !h {
                    cx.out.extend_from_slice(&sep);
                }
            }
            cx.put(&line);
            cx.put(&[end]);
        }
        if column == 2 {
            held[1] = None;
        }
        if !cx.pace().await {
            return 1;
        }
    }
    if parsed.has('t') {
        let s = text::decode(&sep).into_owned();
        cx.puts(&format!("{}{s}{}{s}{}{s}total\n", totals[0], totals[1], totals[2]));
    }
    if disorder.contains(&true) {
        cx.flush().await;
        cx.err("input is not in sorted order").await;
        return 1;
    }
    // It can be closed only once.
    if twice && !cx.busybox() {
        cx.err_file("-", Errno::EBADF).await;
        return 1;
    }
    0
}
