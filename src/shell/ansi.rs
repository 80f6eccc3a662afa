//! Backslash escapes: `$'..'`, `echo -e` and `printf`. Which of them a caller knows is said by a `Style`.

use crate::vfs::text;

/// Whose escapes are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// `$'..'`: octal without a leading zero, `\'`, `\"`, `\?`, `\cx`.
    Dollar,
    /// `echo -e` and `printf %b`: octal with a leading zero, `\c` ends the output.
    Echo,
    /// As `Echo`, and octal without the zero too (`printf %b`).
    PercentB,
    /// The format of `printf`.
    Format,
}

/// Decodes the body of `$'..'`.
pub(crate) fn dollar_quote(body: &str) -> String {
    let mut out = Vec::new();
    decode(body, Style::Dollar, &mut out);
    // Nothing after a NUL can be in a C string.
    if let Some(n) = out.iter().position(|b| *b == 0) {
        out.truncate(n);
    }
    text::decode(&out).into_owned()
}

/// Decodes escapes into bytes; says whether `\c` ended it.
pub(crate) fn decode(body: &str, style: Style, out: &mut Vec<u8>) -> bool {
    let mut rest = body;
    while let Some(i) = rest.find('\\') {
        out.extend_from_slice(&text::encode(&rest[..i]));
        rest = &rest[i + 1..];
        match one(rest, style, out) {
            Some(n) => rest = &rest[n..],
            None => return true,
        }
    }
    out.extend_from_slice(&text::encode(rest));
    false
}

fn digits(s: &str, max: usize, base: u32) -> (u32, usize) {
    let n = s.chars().take(max).take_while(|c| c.is_digit(base)).count();
    (u32::from_str_radix(&s[..n], base).unwrap_or(0), n)
}

/// One escape after its backslash: how many bytes of the text it took, `None` for `\c`.
pub(crate) fn one(s: &str, style: Style, out: &mut Vec<u8>) -> Option<usize> {
    let Some(c) = s.chars().next() else {
        out.push(b'\\');
        return Some(0);
    };
    let simple = match c {
        'a' => 7,
        'b' => 8,
        'e' | 'E' => 27,
        'f' => 12,
        'n' => b'\n',
        'r' => b'\r',
        't' => b'\t',
        'v' => 11,
        '\\' => b'\\',
        '\'' | '"' | '?' if style == Style::Dollar => c as u8,
        '"' if matches!(style, Style::Format) => b'"',
        'c' if style == Style::Dollar => {
            let Some(k) = s.chars().nth(1) else {
                out.extend_from_slice(b"\\c");
                return Some(1);
            };
            out.push((k as u32 as u8).to_ascii_uppercase() & 0x1f);
            return Some(1 + k.len_utf8());
        }
        'c' if matches!(style, Style::Echo | Style::PercentB) => return None,
        '0'..='7' => {
            let zero = c == '0' && matches!(style, Style::Echo | Style::PercentB);
            if style == Style::Echo && !zero {
                out.extend_from_slice(b"\\");
                return Some(0);
            }
            let skip = usize::from(zero);
            let (v, n) = digits(&s[skip..], 3, 8);
            out.push(v as u8);
            return Some(skip + n);
        }
        'x' => {
            if style == Style::Dollar && s[1..].starts_with('{') {
                let (v, n) = digits(&s[2..], 8, 16);
                if n > 0 {
                    out.push(v as u8);
                    let close = usize::from(s[2 + n..].starts_with('}'));
                    return Some(2 + n + close);
                }
            }
            let (v, n) = digits(&s[1..], 2, 16);
            if n == 0 {
                out.extend_from_slice(b"\\x");
            } else {
                out.push(v as u8);
            }
            return Some(1 + n);
        }
        'u' | 'U' => {
            let (v, n) = digits(&s[1..], if c == 'u' { 4 } else { 8 }, 16);
            if n == 0 {
                out.extend_from_slice(&[b'\\', c as u8]);
            } else {
                match char::from_u32(v) {
                    Some(ch) => out.extend_from_slice(ch.encode_utf8(&mut [0; 4]).as_bytes()),
                    None => wide(v, out),
                }
            }
            return Some(1 + n);
        }
        _ => {
            out.push(b'\\');
            out.extend_from_slice(&text::encode(&s[..c.len_utf8()]));
            return Some(c.len_utf8());
        }
    };
    out.push(simple);
    Some(1)
}

/// UTF-8's scheme for a number that is no character (a surrogate, or beyond the last one).
fn wide(v: u32, out: &mut Vec<u8>) {
    let tail = |shift: u32| 0x80 | ((v >> shift) & 0x3f) as u8;
    match v {
        0..=0xffff => out.extend_from_slice(&[0xe0 | (v >> 12) as u8, tail(6), tail(0)]),
        0x1_0000..=0x1f_ffff => {
            out.extend_from_slice(&[0xf0 | (v >> 18) as u8, tail(12), tail(6), tail(0)]);
        }
        _ => out.extend_from_slice(&[
            0xf8 | ((v >> 24) & 3) as u8,
            tail(18),
            tail(12),
            tail(6),
            tail(0),
        ]),
    }
}
