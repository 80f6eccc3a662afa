//! xargs' input: words, quotes, lines.

use super::Xargs;
use crate::coreutils::Cx;
use crate::coreutils::lines::Reader;
use crate::vfs::{Errno, text};

impl Xargs {
    /// Reads the next argument; with `-I` a whole line.
    pub(super) async fn next(&mut self, cx: &mut Cx, r: &mut Reader) -> Result<Item, Errno> {
        if self.null || self.delim.is_some() {
            let d = if self.null { 0 } else { self.delim.unwrap_or(0) };
            return Ok(match r.line(&cx.p, d).await? {
                Some(l) => {
                    let l = l.strip_suffix(&[d]).unwrap_or(l);
                    Item::Arg(text::decode(l).into_owned(), true)
                }
                None => Item::End,
            });
        }
        let mut out = Vec::new();
        let (mut any, mut quote) = (false, None);
        loop {
            if r.buffered().is_empty() && !r.fill(&cx.p).await? {
                if let Some(q) = quote {
                    return Ok(Item::Quote(q));
                }
                return Ok(if any { self.item(&out, true) } else { Item::End });
            }
            let c = r.buffered()[0];
            r.consume(1);
            match (quote, c) {
                (Some(q), b'\n') => return Ok(Item::Quote(q)),
                (Some(q), c) if c == q as u8 => quote = None,
                (Some(_), c) => out.push(c),
                (None, b'\'' | b'"') => {
                    quote = Some(char::from(c));
                    any = true;
                }
                (None, b'\\') => {
                    if r.buffered().is_empty() {
                        r.fill(&cx.p).await?;
                    }
                    if let Some(&n) = r.buffered().first() {
                        out.push(n);
                        r.consume(1);
                    }
                    any = true;
                }
                (None, b'\n') if any => {
                    // A blank before the end of the line carries it on to the next one (-L).
                    return Ok(self.item(&out, true));
                }
                (None, b'\n') => {}
                (None, b' ' | b'\t') if self.replace.is_some() && any => out.push(c),
                (None, b' ' | b'\t') if any => {
                    let mut n =
                        r.buffered().iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
                    let ends = r.buffered().get(n) == Some(&b'\n');
                    if ends && self.max_lines.is_some() {
                        n += 1;
                        r.consume(n);
                        return Ok(self.item(&out, false));
                    }
                    return Ok(self.item(&out, false));
                }
                (None, b' ' | b'\t') => {}
                (None, c) => {
                    out.push(c);
                    any = true;
                }
            }
        }
    }

    pub(super) fn item(&self, bytes: &[u8], line: bool) -> Item {
        let s = text::decode(bytes).into_owned();
        if self.eof.as_ref().is_some_and(|e| *e == s && !e.is_empty()) {
            Item::End
        } else {
            Item::Arg(s, line)
        }
    }
}

pub(super) fn delimiter(v: &str) -> Option<u8> {
    let b = text::encode(v).into_owned();
    match b.as_slice() {
        [c] => Some(*c),
        [b'\\', b'x', hex @ ..] => u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok(),
        [b'\\', d @ b'0'..=b'7', rest @ ..] if rest.len() < 3 => Some(
            rest.iter().fold(d - b'0', |v, c| v.wrapping_mul(8).wrapping_add(c.wrapping_sub(b'0'))),
        ),
        [b'\\', c] => Some(match c {
            b'n' => b'\n',
            b't' => b'\t',
            b'0' => 0,
            b'r' => b'\r',
            b'f' => 12,
            b'v' => 11,
            b'a' => 7,
            b'b' => 8,
            c => *c,
        }),
        _ => None,
    }
}

/// What reading an argument gives.
pub(super) enum Item {
    Arg(String, /* ends a line */ bool),
    End,
    Quote(char),
}
