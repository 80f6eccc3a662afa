//! hexdump and hd: bytes in hexadecimal, sixteen a line.

use super::Cx;
use super::getopt::parse;
use super::lines::{or_stdin, size};

/// `hd`
pub async fn canonical(cx: &mut Cx) -> i32 {
    run(cx, Some('C')).await
}

/// `hexdump`
pub async fn main(cx: &mut Cx) -> i32 {
    run(cx, None).await
}

async fn run(cx: &mut Cx, default: Option<char>) -> i32 {
    let parsed = match parse(&cx.args(), "bcCde:f:n:os:vxX", &[]) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let (mut kind, mut limit, mut skip, mut all) = (default.unwrap_or('2'), u64::MAX, 0, false);
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        let number = || match v.strip_prefix("0x") {
            Some(h) => u64::from_str_radix(h, 16).ok(),
            None => size(v),
        };
        match letter {
            'n' => limit = number().unwrap_or(0),
            's' => skip = number().unwrap_or(0),
            'v' => all = true,
            'e' | 'f' => {
                cx.err("format strings (-e, -f) are not built into the simulator").await;
                return 1;
            }
            l => kind = *l,
        }
    }
    let (mut data, mut status) = (Vec::new(), 0);
    for name in or_stdin(parsed.operands.clone()) {
        match cx.slurp(&name).await {
            Some(b) => data.extend(b),
            None => status = 1,
        }
    }
    let skip = (skip as usize).min(data.len());
    data.drain(..skip);
    data.truncate(limit.min(data.len() as u64) as usize);
    let address = |n: usize| if kind == 'C' { format!("{n:08x}") } else { format!("{n:07x}") };
    let mut starred = false;
    for (i, row) in data.chunks(16).enumerate() {
        let at = i * 16;
        if !all && i > 0 && row.len() == 16 && *row == data[at - 16..at] {
            if !std::mem::replace(&mut starred, true) {
                cx.put(b"*\n");
            }
            continue;
        }
        starred = false;
        let mut line = address(skip + at);
        let words =
            row.chunks(2).map(|w| u16::from(w[0]) | u16::from(w.get(1).copied().unwrap_or(0)) << 8);
        match kind {
            'C' => {
                for k in 0..16 {
                    if k % 8 == 0 {
                        line.push(' ');
                    }
                    line += &row.get(k).map_or("   ".into(), |b| format!(" {b:02x}"));
                }
                let t: String = row
                    .iter()
                    .map(|b| if (b' '..=b'~').contains(b) { char::from(*b) } else { '.' })
                    .collect();
                line += &format!("  |{t}|");
            }
            'b' => (0..16)
                .for_each(|k| line += &row.get(k).map_or("    ".into(), |b| format!(" {b:03o}"))),
            'c' => {
                for k in 0..16 {
                    line += &row.get(k).map_or("    ".into(), |b| {
                        let s = match b {
                            0 => "\\0".into(),
                            7 => "\\a".into(),
                            8 => "\\b".into(),
                            9 => "\\t".into(),
                            10 => "\\n".into(),
                            11 => "\\v".into(),
                            12 => "\\f".into(),
                            13 => "\\r".into(),
                            b' '..=b'~' => char::from(*b).to_string(),
                            b => format!("{b:03o}"),
                        };
                        format!("{s:>4}")
                    });
                }
            }
            'd' => pad(&mut line, words.map(|w| format!("   {w:05}")), 8),
            'o' => pad(&mut line, words.map(|w| format!("  {w:06o}")), 8),
            'x' => pad(&mut line, words.map(|w| format!("    {w:04x}")), 8),
            _ => pad(&mut line, words.map(|w| format!(" {w:04x}")), 5),
        }
        cx.puts(&(line + "\n"));
        if !cx.pace().await {
            return 1;
        }
    }
    if !data.is_empty() {
        let a = address(skip + data.len());
        cx.puts(&(a + "\n"));
    }
    status
}

/// Eight items, short rows filled up with blanks.
fn pad(line: &mut String, items: impl Iterator<Item = String>, width: usize) {
    let mut n = 0;
    for i in items {
        line.push_str(&i);
        n += 1;
    }
    line.push_str(&" ".repeat((8 - n) * width));
}
