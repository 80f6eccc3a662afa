//! join: lines of two sorted files that share a field.

use std::cmp::Ordering;

use super::Cx;
use super::getopt::{Arg, parse};
use super::lines::{Reader, quoted};
use crate::vfs::{Errno, text};

/// A field of the output: the file (0: the join field) and the number from 0.
type Slot = (usize, usize);

struct Join {
    sep: Option<u8>,
    icase: bool,
    empty: Vec<u8>,
    format: Option<Vec<Slot>>,
    auto: Option<[usize; 2]>,
    keys: [usize; 2],
    end: u8,
    /// Order is looked at from the beginning, or only once a line had no partner.
    checking: bool,
    /// The first line out of order ends it.
    strict: bool,
}

struct Side {
    r: Reader,
    lines: u64,
    name: String,
    previous: Option<Vec<u8>>,
    warned: bool,
}

impl Join {
    fn fields<'a>(&self, line: &'a [u8]) -> Vec<&'a [u8]> {
        match self.sep {
            Some(s) => line.split(|b| *b == s).collect(),
            None => line
                .split(|b| matches!(b, b' ' | b'\t') || (*b == b'\n' && self.end == 0))
                .filter(|f| !f.is_empty())
                .collect(),
        }
    }

    fn key<'a>(&self, line: &'a [u8], side: usize) -> &'a [u8] {
        self.fields(line).get(self.keys[side]).copied().unwrap_or_default()
    }

    fn compare(&self, a: &[u8], b: &[u8]) -> Ordering {
        if self.icase { a.to_ascii_lowercase().cmp(&b.to_ascii_lowercase()) } else { a.cmp(b) }
    }

    fn print(&self, a: Option<&[u8]>, b: Option<&[u8]>, out: &mut Vec<u8>) {
        let sides = [a.map(|l| self.fields(l)), b.map(|l| self.fields(l))];
        let glue = self.sep.unwrap_or(b' ');
        let mut first = true;
        let mut put = |f: &[u8]| {
            if !std::mem::take(&mut first) {
                out.push(glue);
            }
            out.extend_from_slice(f);
        };
        let some = |f: Option<&&[u8]>| match f {
            Some(f) if !f.is_empty() => f.to_vec(),
            _ => self.empty.clone(),
        };
        let key = || {
            let i = usize::from(sides[0].is_none());
            some(sides[i].as_ref().and_then(|s| s.get(self.keys[i])))
        };
        if let Some(format) = &self.format {
            for &(file, n) in format {
                if file == 0 {
                    put(&key());
                } else {
                    put(&some(sides[file - 1].as_ref().and_then(|s| s.get(n))));
                }
            }
        } else {
            put(&key());
            for (i, s) in sides.iter().enumerate() {
                if let Some(auto) = self.auto {
                    for n in (0..auto[i]).filter(|n| *n != self.keys[i]) {
                        put(&some(s.as_ref().and_then(|s| s.get(n))));
                    }
                    continue;
                }
                for (n, f) in s.iter().flatten().enumerate() {
                    if n != self.keys[i] {
                        put(f);
                    }
                }
            }
        }
        out.push(self.end);
    }
}

/// `join`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("ignore-case", Arg::No, 'i'),
        ("check-order", Arg::No, 'C'),
        ("nocheck-order", Arg::No, 'N'),
        ("zero-terminated", Arg::No, 'z'),
        ("header", Arg::No, 'H'),
    ];
    let parsed = match parse(&cx.args(), "a:e:i1:2:j:o:t:v:z", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let mut j = Join {
        sep: None,
        icase: parsed.has('i'),
        empty: text::encode(parsed.value('e').unwrap_or_default()).into_owned(),
        format: None,
        auto: None,
        keys: [0, 0],
        end: if parsed.has('z') { 0 } else { b'\n' },
        checking: parsed.has('C'),
        strict: parsed.has('C'),
    };
    let (mut unpaired, mut paired, mut wants_auto) = ([false, false], true, false);
    let mut chosen: [Option<usize>; 2] = [None, None];
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        match letter {
            '1' | '2' | 'j' => {
                let Some(n) = v.parse::<usize>().ok().filter(|n| *n > 0) else {
                    let q = quoted(&cx.p, v);
                    cx.err(format!("invalid field number: {q}")).await;
                    return 1;
                };
                for (side, other) in ['2', '1'].into_iter().enumerate() {
                    if *letter == other {
                        continue;
                    }
                    if let Some(old) = chosen[side].filter(|old| *old != n - 1 && !cx.busybox()) {
                        cx.err(format!("incompatible join fields {old}, {}", n - 1)).await;
                        return 1;
                    }
                    chosen[side] = Some(n - 1);
                    j.keys[side] = n - 1;
                }
            }
            'a' | 'v' => match v {
                "1" | "2" => {
                    unpaired[usize::from(v == "2")] = true;
                    paired &= *letter == 'a';
                }
                _ => {
                    let q = quoted(&cx.p, v);
                    cx.err(format!("invalid file number: {q}")).await;
                    return 1;
                }
            },
            't' => {
                let s = text::encode(v).into_owned();
                j.sep = match s.as_slice() {
                    [b] => Some(*b),
                    b"\\0" => Some(0),
                    [] => Some(b'\n'),
                    _ => {
                        let q = quoted(&cx.p, v);
                        cx.err(format!("multi-character tab {q}")).await;
                        return 1;
                    }
                };
            }
            'o' if v == "auto" => wants_auto = true,
            'o' => {
                let list = j.format.get_or_insert_default();
                for part in v.split([',', ' ', '\t']).filter(|p| !p.is_empty()) {
                    let slot = match part.split_once('.') {
                        None if part == "0" => Some((0, 0)),
                        Some((f @ ("1" | "2"), n)) => n
                            .parse::<usize>()
                            .ok()
                            .filter(|n| *n > 0)
                            .map(|n| (usize::from(f == "2") + 1, n - 1)),
                        _ => None,
                    };
                    let Some(slot) = slot else {
                        let (what, bad) = match part.split_once('.') {
                            Some(("1" | "2", n)) => ("field number", n),
                            _ if matches!(part.as_bytes()[0], b'0'..=b'2') => {
                                ("field specifier", part)
                            }
                            _ => ("file number in field spec", part),
                        };
                        let q = quoted(&cx.p, bad);
                        cx.err(format!("invalid {what}: {q}")).await;
                        return 1;
                    };
                    list.push(slot);
                }
            }
            _ => {}
        }
    }
    let mut operands = parsed.operands.clone();
    // `-o 1.1 2.1 FILE FILE`: the list may go on in the arguments that follow.
    while operands.len() > 2 && j.format.is_some() {
        let part = operands.remove(0);
        match part.split_once('.') {
            Some((f @ ("1" | "2"), n)) if n.parse::<usize>().is_ok_and(|n| n > 0) => {
                let n = n.parse::<usize>().unwrap_or(1);
                j.format.get_or_insert_default().push((usize::from(f == "2") + 1, n - 1));
            }
            None if part == "0" => j.format.get_or_insert_default().push((0, 0)),
            _ => {
                operands.insert(0, part);
                break;
            }
        }
    }
    match operands.as_slice() {
        [] => return cx.usage_error("missing operand").await,
        [one] => {
            let q = quoted(&cx.p, one);
            return cx.usage_error(format!("missing operand after {q}")).await;
        }
        [_, _] => {}
        [_, _, extra, ..] => {
            let q = cx.q(extra);
            return cx.usage_error(format!("extra operand {q}")).await;
        }
    }
    if operands.iter().all(|o| o == "-") && !cx.busybox() {
        let e = Errno::ENOENT;
        cx.err(format!("both files cannot be standard input: {e}")).await;
        return 1;
    }
    let Some(a) = cx.reader(&operands[0]).await else { return 1 };
    let Some(b) = cx.reader(&operands[1]).await else { return 1 };
    let mut sides =
        [a, b].map(|r| Side { r, lines: 0, name: String::new(), previous: None, warned: false });
    for (s, n) in sides.iter_mut().zip(&operands) {
        s.name = n.clone();
    }
    let check = !parsed.has('N') && !cx.busybox();
    match run(cx, &mut j, &mut sides, unpaired, paired, wants_auto, check, parsed.has('H')).await {
        Ok(status) => status,
        Err(e) => {
            cx.flush().await;
            cx.err(format!("read error: {e}")).await;
            1
        }
    }
}

async fn next(
    cx: &mut Cx,
    j: &Join,
    sides: &mut [Side; 2],
    i: usize,
    check: bool,
) -> Result<Option<Vec<u8>>, Errno> {
    let s = &mut sides[i];
    let line =
        s.r.line(&cx.p, j.end).await?.map(|l| l.strip_suffix(&[j.end]).unwrap_or(l).to_vec());
    let Some(line) = line else { return Ok(None) };
    s.lines += 1;
    if check
        && j.checking
        && !s.warned
        && let Some(p) = &s.previous
        && j.compare(j.key(p, i), j.key(&line, i)) == Ordering::Greater
    {
        s.warned = true;
        let text = format!("{}:{}: is not sorted: {}", s.name, s.lines, text::decode(&line));
        cx.flush().await;
        cx.err(text).await;
    }
    sides[i].previous = Some(line.clone());
    Ok(Some(line))
}

#[allow(clippy::too_many_arguments)]
async fn run(
    cx: &mut Cx,
    j: &mut Join,
    sides: &mut [Side; 2],
    unpaired: [bool; 2],
    paired: bool,
    wants_auto: bool,
    check: bool,
    header: bool,
) -> Result<i32, Errno> {
    let mut a = next(cx, j, sides, 0, check && !header).await?;
    let mut b = match (&a, j.strict && sides[0].warned) {
        (_, true) => None,
        _ => next(cx, j, sides, 1, check && !header).await?,
    };
    if wants_auto {
        let n = |l: &Option<Vec<u8>>| l.as_ref().map_or(0, |l| j.fields(l).len());
        j.auto = Some([n(&a), n(&b)]);
    }
    if header {
        j.print(a.as_deref(), b.as_deref(), &mut cx.out);
        sides[0].previous = None;
        sides[1].previous = None;
        a = next(cx, j, sides, 0, false).await?;
        b = next(cx, j, sides, 1, false).await?;
    }
    while a.is_some() || b.is_some() {
        if j.strict && sides.iter().any(|s| s.warned) {
            return Ok(1);
        }
        let order = match (&a, &b) {
            (Some(x), Some(y)) => j.compare(j.key(x, 0), j.key(y, 1)),
            (Some(_), None) => Ordering::Less,
            _ => Ordering::Greater,
        };
        match order {
            Ordering::Less => {
                j.checking = true;
                if unpaired[0] {
                    j.print(a.as_deref(), None, &mut cx.out);
                }
                a = next(cx, j, sides, 0, check).await?;
            }
            Ordering::Greater => {
                j.checking = true;
                if unpaired[1] {
                    j.print(None, b.as_deref(), &mut cx.out);
                }
                b = next(cx, j, sides, 1, check).await?;
            }
            Ordering::Equal => {
                // All lines of both files with this key, each with each.
                let (Some(x), Some(y)) = (a.take(), b.take()) else { break };
                let key = j.key(&x, 0).to_vec();
                let (mut left, mut right) = (vec![x], vec![y]);
                loop {
                    a = next(cx, j, sides, 0, check).await?;
                    match &a {
                        Some(l) if j.compare(j.key(l, 0), &key) == Ordering::Equal => {
                            left.extend(a.take())
                        }
                        _ => break,
                    }
                }
                if j.strict && sides[0].warned {
                    return Ok(1);
                }
                loop {
                    b = next(cx, j, sides, 1, check).await?;
                    match &b {
                        Some(l) if j.compare(j.key(l, 1), &key) == Ordering::Equal => {
                            right.extend(b.take())
                        }
                        _ => break,
                    }
                }
                if j.strict && sides.iter().any(|s| s.warned) {
                    return Ok(1);
                }
                for x in &left {
                    for y in &right {
                        if paired {
                            j.print(Some(x), Some(y), &mut cx.out);
                        }
                    }
                    if !cx.pace().await {
                        return Ok(1);
                    }
                }
            }
        }
        if !cx.pace().await {
            return Ok(1);
        }
    }
    if sides.iter().any(|s| s.warned) {
        cx.flush().await;
        cx.err("input is not in sorted order").await;
        return Ok(1);
    }
    Ok(0)
}
