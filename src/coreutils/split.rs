//! split: a file in pieces.

use super::Cx;
use super::getopt::{Arg, parse};
use super::lines::{quoted, size};
use super::regex::literal::find_byte;
use crate::vfs::text;

enum By {
    Lines(u64),
    Bytes(u64),
    LineBytes(u64),
    /// So many pieces; of whole lines with the flag.
    Pieces(u64, bool),
    /// So many pieces, line by line in turn.
    Turns(u64),
}

/// The suffix number `n` of a width, in letters, digits or hexadecimal.
fn suffix(mut n: u64, width: usize, radix: u64) -> Option<String> {
    let mut out = vec![0u8; width];
    for slot in out.iter_mut().rev() {
        let d = (n % radix) as u8;
        *slot = match radix {
            26 => b'a' + d,
            _ if d < 10 => b'0' + d,
            _ => b'a' + d - 10,
        };
        n /= radix;
    }
    (n == 0).then(|| String::from_utf8_lossy(&out).into_owned())
}

/// `split`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("suffix-length", Arg::Required, 'a'),
        ("additional-suffix", Arg::Required, 'A'),
        ("bytes", Arg::Required, 'b'),
        ("line-bytes", Arg::Required, 'C'),
        ("numeric-suffixes", Arg::Optional, 'd'),
        ("hex-suffixes", Arg::Optional, 'x'),
        ("elide-empty-files", Arg::No, 'e'),
        ("filter", Arg::Required, 'F'),
        ("lines", Arg::Required, 'l'),
        ("number", Arg::Required, 'n'),
        ("verbose", Arg::No, 'v'),
    ];
    let args: Vec<String> = cx
        .args()
        .into_iter()
        .map(|a| match a.strip_prefix('-') {
            Some(d) if !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()) => format!("-l{d}"),
            _ => a,
        })
        .collect();
    let parsed = match parse(&args, "a:b:C:del:n:x", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let (mut by, mut width, mut radix, mut first) = (By::Lines(1000), None, 26u64, 0u64);
    let mut chunk = None;
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        match letter {
            'a' => match v.parse::<usize>() {
                Ok(n) if n > 0 => width = Some(n.min(200)),
                _ => {
                    let q = quoted(&cx.p, v);
                    cx.err(format!("invalid suffix length: {q}")).await;
                    return 1;
                }
            },
            'b' | 'C' | 'l' => {
                let Some(n) = size(v).filter(|n| *n > 0) else {
                    let what = if *letter == 'l' { "lines" } else { "bytes" };
                    let q = quoted(&cx.p, v);
                    let more = if cx.busybox() { "" } else { super::lines::fault(v) };
                    cx.err(format!("invalid number of {what}: {q}{more}")).await;
                    return 1;
                };
                by = match letter {
                    'b' => By::Bytes(n),
                    'C' => By::LineBytes(n),
                    _ => By::Lines(n),
                };
            }
            'n' => {
                let (kind, n) = match (v.strip_prefix("l/"), v.strip_prefix("r/")) {
                    (Some(n), _) => ('l', n),
                    (_, Some(n)) => ('r', n),
                    _ => ('b', v),
                };
                let (k, n) = n.split_once('/').map_or((None, n), |(k, n)| (Some(k), n));
                let Some(n) = n.parse::<u64>().ok().filter(|n| *n > 0) else {
                    let q = quoted(&cx.p, v);
                    let more = super::lines::fault(n);
                    cx.err(format!("invalid number of chunks: {q}{more}")).await;
                    return 1;
                };
                chunk = None;
                if let Some(k) = k {
                    chunk = k.parse::<u64>().ok().filter(|k| (1..=n).contains(k));
                    if chunk.is_none() {
                        let small = k.parse::<u64>().is_ok();
                        let more = if small { ": Numerical result out of range" } else { "" };
                        let q = quoted(&cx.p, k);
                        cx.err(format!("invalid chunk number: {q}{more}")).await;
                        return 1;
                    }
                }
                by = if kind == 'r' { By::Turns(n) } else { By::Pieces(n, kind == 'l') };
            }
            'd' | 'x' => {
                radix = if *letter == 'd' { 10 } else { 16 };
                first = v.parse().unwrap_or(0);
            }
            'F' => {
                cx.err("the simulator's split has no --filter").await;
                return 1;
            }
            _ => {}
        }
    }
    if let Some(extra) = parsed.operands.get(2) {
        let q = quoted(&cx.p, extra);
        return cx.usage_error(format!("extra operand {q}")).await;
    }
    let name = parsed.operands.first().cloned().unwrap_or("-".into());
    let prefix = parsed.operands.get(1).cloned().unwrap_or("x".into());
    let tail = parsed.value('A').unwrap_or_default().to_string();
    let (read, opened) = match cx.open_input(&name) {
        Ok(fd) => (cx.read_all(fd).await, true),
        Err(e) => (Err(e), false),
    };
    let mut data = match read {
        Ok(d) => d,
        Err(e) => {
            if cx.busybox() {
                cx.err_file(&name, e).await;
            } else if opened {
                let pieces = matches!(by, By::Pieces(..));
                let what = if pieces { "cannot determine file size: " } else { "" };
                cx.err(format!("{name}: {what}{e}")).await;
            } else {
                cx.err(format!("cannot open '{name}' for reading: {e}")).await;
            }
            return 1;
        }
    };
    if let By::Pieces(n, _) | By::Turns(n) = by
        && n > 1_000_000
    {
        cx.err("the simulator's split makes no more than a million pieces").await;
        return 1;
    }
    let cuts = match by {
        By::Turns(n) => {
            let (dealt, cuts) = deal(&data, n as usize);
            data = dealt;
            cuts
        }
        _ => cut(&data, &by),
    };
    if let Some(k) = chunk {
        let at = |k: u64| k.checked_sub(1).and_then(|i| cuts.get(i as usize)).copied().unwrap_or(0);
        cx.put(&data[at(k - 1)..at(k)]);
        return 0;
    }
    let fixed = width.is_some();
    let mut width = width.unwrap_or(2);
    let mut n = first;
    let mut begin = 0;
    // Without -a the suffixes grow: after the last but one letter's come longer ones.
    let mut base = 0u64;
    let mut grown = String::new();
    for end in cuts {
        if begin == end && parsed.has('e') {
            continue;
        }
        let limit = radix.saturating_pow(width as u32);
        let last_block = limit - limit / radix;
        if !fixed && !cx.busybox() && n - base >= last_block && first == 0 {
            base = n;
            grown.push(match radix {
                26 => 'z',
                10 => '9',
                _ => 'f',
            });
            width += 1;
        }
        let Some(s) = suffix(n - base, width, radix) else {
            cx.err("output file suffixes exhausted").await;
            return 1;
        };
        let file = format!("{prefix}{grown}{s}{tail}");
        if parsed.has('v') {
            cx.puts(&format!("creating file '{file}'\n"));
        }
        if let Err(e) = cx.p.write_file(&file, &data[begin..end], 0o666) {
            cx.err(format!("{}: {e}", text::decode(file.as_bytes()))).await;
            return 1;
        }
        begin = end;
        n += 1;
        cx.p.tick(16).await;
    }
    0
}

/// The lines dealt out in turn to `n` pieces; and where the pieces end.
fn deal(data: &[u8], n: usize) -> (Vec<u8>, Vec<usize>) {
    let mut hands = vec![Vec::new(); n];
    for (i, line) in data.split_inclusive(|b| *b == b'\n').enumerate() {
        hands[i % n].extend_from_slice(line);
    }
    let mut end = 0;
    let ends = hands.iter().map(|h| {
        end += h.len();
        end
    });
    let ends = ends.collect();
    (hands.concat(), ends)
}

/// Where the pieces end.
fn cut(data: &[u8], by: &By) -> Vec<usize> {
    let mut out = Vec::new();
    let len = data.len();
    let line_end = |at: usize| find_byte(data, b'\n', at).map_or(len, |i| i + 1);
    match *by {
        By::Bytes(n) => {
            let mut at = 0u64;
            while at < len as u64 {
                at = at.saturating_add(n).min(len as u64);
                out.push(at as usize);
            }
        }
        By::Lines(n) => {
            let (mut at, mut k) = (0, 0);
            while at < len {
                at = line_end(at);
                k += 1;
                if k == n || at == len {
                    out.push(at);
                    k = 0;
                }
            }
        }
        By::LineBytes(n) => {
            let n = n as usize;
            let mut at = 0;
            while at < len {
                let mut end = at;
                while end < len && line_end(end) - at <= n {
                    end = line_end(end);
                }
                if end == at {
                    end = (at + n).min(len);
                }
                out.push(end);
                at = end;
            }
        }
        // Dealt out elsewhere.
        By::Turns(_) => {}
        By::Pieces(n, lines) => {
            let piece = len as u64 / n;
            let mut at = 0;
            for k in 1..=n {
                let mut end = if k == n { len } else { (piece * k) as usize };
                if lines && k < n && end > 0 && end < len {
                    end = if data[end - 1] == b'\n' { end } else { line_end(end) };
                }
                end = end.max(at);
                out.push(end);
                at = end;
            }
        }
    }
    out
}
