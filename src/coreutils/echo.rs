//! echo: its arguments on a line. The program; shells have their own.

use super::Cx;
use crate::vfs::text;

/// Appends text with escapes resolved; false after `\c`.
pub fn escapes(s: &[u8], out: &mut Vec<u8>) -> bool {
    let mut i = 0;
    while i < s.len() {
        if s[i] != b'\\' || i + 1 >= s.len() {
            out.push(s[i]);
            i += 1;
            continue;
        }
        let c = s[i + 1];
        i += 2;
        let number = |from: usize, max: usize, radix: u32| {
            let n =
                s[from..].iter().take(max).take_while(|b| char::from(**b).is_digit(radix)).count();
            let v = s[from..from + n]
                .iter()
                .fold(0u32, |v, b| v * radix + char::from(*b).to_digit(radix).unwrap_or(0));
            (v as u8, n)
        };
        match c {
            b'a' => out.push(7),
            b'b' => out.push(8),
            b'c' => return false,
            b'e' => out.push(27),
            b'f' => out.push(12),
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'v' => out.push(11),
            b'\\' => out.push(b'\\'),
            b'0' => {
                let (v, n) = number(i, 3, 8);
                out.push(v);
                i += n;
            }
            b'1'..=b'7' => {
                let (v, n) = number(i - 1, 3, 8);
                out.push(v);
                i += n - 1;
            }
            b'x' => {
                let (v, n) = number(i, 2, 16);
                if n == 0 {
                    out.extend_from_slice(b"\\x");
                } else {
                    out.push(v);
                    i += n;
                }
            }
            c => out.extend([b'\\', c]),
        }
    }
    true
}

/// `echo`
pub async fn main(cx: &mut Cx) -> i32 {
    let args = cx.args();
    let (mut newline, mut escaped, mut begin) = (true, false, 0);
    if cx.only_option(&args) {
        return 0;
    }
    for a in &args {
        let flags =
            a.strip_prefix('-').filter(|f| !f.is_empty() && f.chars().all(|c| "neE".contains(c)));
        let Some(flags) = flags else { break };
        for f in flags.chars() {
            match f {
                'n' => newline = false,
                'e' => escaped = true,
                _ => escaped = false,
            }
        }
        begin += 1;
    }
    for (i, a) in args[begin..].iter().enumerate() {
        if i > 0 {
            cx.put(b" ");
        }
        let bytes = text::encode(a).into_owned();
        if !escaped {
            cx.put(&bytes);
        } else if !escapes(&bytes, &mut cx.out) {
            return 0;
        }
    }
    if newline {
        cx.put(b"\n");
    }
    0
}

/// The length of the escape that `s` begins with.
pub fn escape_len(s: &[u8]) -> usize {
    let count = |from: usize, max: usize, radix: u32| {
        s.get(from..)
            .unwrap_or_default()
            .iter()
            .take(max)
            .take_while(|b| char::from(**b).is_digit(radix))
            .count()
    };
    match s.get(1) {
        None => 1,
        Some(b'0'..=b'7') => 1 + count(1, 3, 8),
        Some(b'x') => 2 + count(2, 2, 16),
        Some(b'u') => 2 + count(2, 4, 16),
        Some(b'U') => 2 + count(2, 8, 16),
        Some(_) => 2,
    }
}

/// An escape of the format: as echo's, but octal has no leading zero of its own, and `\u` is a character.
pub fn unicode(s: &[u8], out: &mut Vec<u8>) {
    match s.get(1) {
        Some(b'u' | b'U') if s.len() > 2 => {
            let v =
                s[2..].iter().fold(0u32, |v, b| v << 4 | char::from(*b).to_digit(16).unwrap_or(0));
            if let Some(c) = char::from_u32(v) {
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
        Some(b'0'..=b'7') => {
            out.push(s[1..].iter().fold(0u32, |v, b| v * 8 + u32::from(b - b'0')) as u8);
        }
        Some(b'"') => out.push(b'"'),
        _ => {
            escapes(s, out);
        }
    }
}
