//! Reads Perl's regular expressions where they say what a POSIX one can say; what they have beyond
//! that is named and refused.

use crate::coreutils::regex::Options;

/// The pattern in extended syntax, or what is not built.
pub fn translate(p: &[u8], opts: &mut Options) -> Result<Vec<u8>, String> {
    let mut out = Vec::with_capacity(p.len() + 8);
    let mut i = 0;
    let no = |what: &str| Err(what.to_string());
    while i < p.len() {
        let rest = &p[i + 1..];
        match p[i] {
            b'\\' => {
                let Some(&c) = rest.first() else { return Ok([out, b"\\".to_vec()].concat()) };
                i += 2;
                match c {
                    b'd' => out.extend_from_slice(b"[0-9]"),
                    b'D' => out.extend_from_slice(b"[^0-9]"),
                    b'h' => out.extend_from_slice(b"[ \t]"),
                    b'H' => out.extend_from_slice(b"[^ \t]"),
                    b'N' => out.push(b'.'),
                    b't' => out.push(b'\t'),
                    b'n' => out.push(b'\n'),
                    b'r' => out.push(b'\r'),
                    b'f' => out.push(12),
                    b'e' => out.push(27),
                    b'A' => out.extend_from_slice(b"\\`"),
                    b'z' | b'Z' => out.extend_from_slice(b"\\'"),
                    b'w' | b'W' | b's' | b'S' | b'b' | b'B' | b'1'..=b'9' => out.extend([b'\\', c]),
                    b'x' => {
                        let n = p[i..].iter().take(2).take_while(|b| b.is_ascii_hexdigit()).count();
                        let v = p[i..i + n].iter().fold(0u8, |v, b| {
                            v * 16 + char::from(*b).to_digit(16).unwrap_or(0) as u8
                        });
                        i += n;
                        literal(v, &mut out);
                    }
                    b'K' => return no("\\K"),
                    b'Q' => {
                        let end =
                            p[i..].windows(2).position(|w| w == b"\\E").unwrap_or(p.len() - i);
                        p[i..i + end].iter().for_each(|&b| literal(b, &mut out));
                        i = (i + end + 2).min(p.len());
                    }
                    c if c.is_ascii_alphanumeric() => return Err(format!("\\{}", char::from(c))),
                    c => literal(c, &mut out),
                }
                continue;
            }
            b'[' => {
                i = class(p, i, &mut out)?;
                continue;
            }
            b'(' if rest.starts_with(b"?:") => {
                out.push(b'(');
                i += 3;
                continue;
            }
            b'(' if rest.starts_with(b"?i)") && i == 0 => {
                opts.icase = true;
                i += 4;
                continue;
            }
            b'(' if rest.starts_with(b"?=") || rest.starts_with(b"?!") => return no("look-ahead"),
            b'(' if rest.starts_with(b"?<=") || rest.starts_with(b"?<!") => {
                return no("look-behind");
            }
            b'(' if rest.starts_with(b"?") => return no("groups that begin with (?"),
            c @ (b'*' | b'+' | b'?' | b'}') => {
                out.push(c);
                match rest.first() {
                    Some(b'?') => return no("lazy repetition"),
                    Some(b'+') if c != b'}' => return no("possessive repetition"),
                    _ => {}
                }
            }
            c => out.push(c),
        }
        i += 1;
    }
    Ok(out)
}

fn literal(b: u8, out: &mut Vec<u8>) {
    if b".*[]^$\\+?|(){}".contains(&b) {
        out.push(b'\\');
    }
    out.push(b);
}

/// A bracket expression: escapes have their Perl meaning in it.
fn class(p: &[u8], from: usize, out: &mut Vec<u8>) -> Result<usize, String> {
    let mut i = from + 1;
    let negated = p.get(i) == Some(&b'^');
    i += usize::from(negated);
    let (mut body, mut close, mut minus) = (Vec::new(), false, false);
    let first = i;
    loop {
        match p.get(i) {
            None => {
                return Ok({
                    out.push(b'[');
                    from + 1
                });
            }
            Some(b']') if i > first => break,
            Some(b'\\') => {
                i += 1;
                match p.get(i) {
                    Some(b'd') => body.extend_from_slice(b"0-9"),
                    Some(b'w') => body.extend_from_slice(b"[:alnum:]_"),
                    Some(b's') => body.extend_from_slice(b"[:space:]"),
                    Some(b't') => body.push(b'\t'),
                    Some(b'n') => body.push(b'\n'),
                    Some(b']') => close = true,
                    Some(b'-') => minus = true,
                    Some(c) if c.is_ascii_alphanumeric() => {
                        return Err(format!("\\{} in brackets", char::from(*c)));
                    }
                    Some(c) => body.push(*c),
                    None => {}
                }
            }
            Some(b']') => close = true,
            Some(c) => body.push(*c),
        }
        i += 1;
    }
    out.push(b'[');
    if negated {
        out.push(b'^');
    }
    if close {
        out.push(b']');
    }
    out.extend_from_slice(&body);
    if minus {
        out.push(b'-');
    }
    out.push(b']');
    Ok(i + 1)
}
