//! Replies as the client reads them from the connection.

use super::super::value::Bytes;

/// How deep replies may lie in each other.
const DEEP: usize = 32;

/// A reply.
#[derive(Clone, Debug, PartialEq)]
pub enum Got {
    /// `OK` and the like.
    Status(String),
    /// An error.
    Error(String),
    /// A whole number.
    Int(i64),
    /// A floating number, as it was written.
    Double(String),
    /// yes or no.
    Bool(bool),
    /// A string.
    Bulk(Bytes),
    /// Text for people.
    Text(Bytes),
    /// Nothing.
    Nil,
    /// A list.
    Array(Vec<Got>),
    /// A set.
    Set(Vec<Got>),
    /// Pairs.
    Map(Vec<(Got, Got)>),
    /// What comes unasked for.
    Push(Vec<Got>),
}

/// Reads a reply from the beginning of what has come: it and its length. `Ok(None)` where not all is there
/// yet, an error where it can be none.
pub fn parse(buf: &[u8]) -> Result<Option<(Got, usize)>, ()> {
    let mut at = 0;
    let got = read(buf, &mut at, 0)?;
    Ok(got.map(|g| (g, at)))
}

fn read(buf: &[u8], at: &mut usize, depth: usize) -> Result<Option<Got>, ()> {
    if depth > DEEP {
        return Err(());
    }
    let rest = &buf[*at..];
    let Some(end) = rest.windows(2).position(|w| w == b"\r\n") else { return Ok(None) };
    let Some((&sign, head)) = rest[..end].split_first() else { return Err(()) };
    let text = || String::from_utf8_lossy(head).into_owned();
    let number = || std::str::from_utf8(head).ok().and_then(|t| t.parse::<i64>().ok()).ok_or(());
    *at += end + 2;
    Ok(Some(match sign {
        b'+' => Got::Status(text()),
        b'-' => Got::Error(crate::vfs::text::decode(head).into_owned()),
        b':' => Got::Int(number()?),
        b',' => Got::Double(text()),
        b'#' => Got::Bool(head == b"t"),
        b'_' => Got::Nil,
        b'$' | b'=' => {
            let Ok(n) = usize::try_from(number()?) else { return Ok(Some(Got::Nil)) };
            let stop = at.checked_add(n).ok_or(())?;
            if buf.len() < stop.saturating_add(2) {
                return Ok(None);
            }
            let bytes = buf[*at..stop].to_vec();
            *at = stop + 2;
            if sign == b'=' {
                Got::Text(bytes.get(4..).unwrap_or_default().to_vec())
            } else {
                Got::Bulk(bytes)
            }
        }
        b'*' | b'~' | b'>' | b'%' => {
            let Ok(n) = usize::try_from(number()?) else { return Ok(Some(Got::Nil)) };
            let n = if sign == b'%' { n.saturating_mul(2) } else { n };
            let mut items = Vec::new();
            for _ in 0..n {
                match read(buf, at, depth + 1)? {
                    Some(item) => items.push(item),
                    None => return Ok(None),
                }
            }
            match sign {
                b'~' => Got::Set(items),
                b'>' => Got::Push(items),
                b'%' => {
                    let mut pairs = Vec::new();
                    let mut all = items.into_iter();
                    while let (Some(k), Some(v)) = (all.next(), all.next()) {
                        pairs.push((k, v));
                    }
                    Got::Map(pairs)
                }
                _ => Got::Array(items),
            }
        }
        _ => return Err(()),
    }))
}
