//! The headers of tar files: V7, ustar, star, GNU, and the records of PAX that stand for their fields.

use std::collections::BTreeMap;

use super::tar::Bad;

/// Bytes of a header.
pub const BLOCK: usize = 512;

/// The fields of one header.
pub struct Head {
    /// Kind of entry.
    pub flag: u8,
    /// Name.
    pub path: Vec<u8>,
    /// Where a link leads.
    pub link: Vec<u8>,
    /// Bytes that follow.
    pub size: u64,
    /// Permission bits.
    pub mode: u32,
    /// Owner.
    pub uid: u32,
    /// Group.
    pub gid: u32,
    /// Seconds since the epoch.
    pub mtime: i64,
    /// Major and minor number.
    pub device: (u32, u32),
}

/// What Go says of all that is no tar file.
pub fn broken<T>() -> Result<T, Bad> {
    Err("archive/tar: invalid tar header".to_string())
}

/// A field up to its first zero.
pub fn text_of(field: &[u8]) -> &[u8] {
    let end = field.iter().position(|b| *b == 0).unwrap_or(field.len());
    &field[..end]
}

/// A number in octal digits or, with its first bit set, in base 256.
pub fn number(field: &[u8]) -> Result<i64, Bad> {
    if field[0] & 0x80 != 0 {
        let negative = field[0] & 0x40 != 0;
        let invert = if negative { 0xff } else { 0 };
        let mut n: u64 = 0;
        for (i, b) in field.iter().enumerate() {
            let mut b = b ^ invert;
            if i == 0 {
                b &= 0x7f;
            }
            if n >> 56 > 0 {
                return broken();
            }
            n = n << 8 | u64::from(b);
        }
        let Ok(n) = i64::try_from(n) else { return broken() };
        return Ok(if negative { !n } else { n });
    }
    let blank = |b: &u8| *b == b' ' || *b == 0;
    let Some(from) = field.iter().position(|b| !blank(b)) else { return Ok(0) };
    let to = field.iter().rposition(|b| !blank(b)).map_or(from, |i| i + 1);
    let digits = text_of(&field[from..to]);
    let mut n: i64 = 0;
    for b in digits {
        if !(b'0'..=b'7').contains(b) || n > i64::MAX >> 3 {
            return broken();
        }
        n = n << 3 | i64::from(b - b'0');
    }
    Ok(n)
}

fn small(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(0)
}

impl Head {
    /// Reads a header whose sum is right.
    pub fn parse(b: &[u8; BLOCK]) -> Result<Head, Bad> {
        let sum = |signed: bool| {
            let byte = |(i, b): (usize, &u8)| match (i, signed) {
                (148..156, _) => 32,
                (_, true) => i64::from(*b as i8),
                (_, false) => i64::from(*b),
            };
            b.iter().enumerate().map(byte).sum::<i64>()
        };
        let Ok(want) = number(&b[148..156]) else { return broken() };
        if want != sum(false) && want != sum(true) {
            return broken();
        }
        let ustar = &b[257..263] == b"ustar\0";
        let gnu = &b[257..265] == b"ustar  \0";
        let star = ustar && &b[508..512] == b"tar\0";
        let size = number(&b[124..136])?;
        let Ok(size) = u64::try_from(size) else { return broken() };
        let mut head = Head {
            flag: b[156],
            path: text_of(&b[..100]).to_vec(),
            link: text_of(&b[157..257]).to_vec(),
            size,
            mode: (number(&b[100..108])? & 0o7777) as u32,
            uid: small(number(&b[108..116])?),
            gid: small(number(&b[116..124])?),
            mtime: number(&b[136..148])?,
            device: (0, 0),
        };
        if ustar || gnu {
            head.device = (small(number(&b[329..337])?), small(number(&b[337..345])?));
        }
        if ustar {
            let prefix = text_of(if star { &b[345..476] } else { &b[345..500] });
            if !prefix.is_empty() {
                head.path = [prefix, b"/", &head.path].concat();
            }
        }
        Ok(head)
    }

    /// Takes what PAX records say instead.
    pub fn merge(&mut self, records: &BTreeMap<Vec<u8>, Vec<u8>>) -> Result<(), Bad> {
        for (key, value) in records {
            let whole = || {
                let digits = std::str::from_utf8(value).ok();
                digits.and_then(|t| t.parse::<i64>().ok()).map_or_else(broken, Ok)
            };
            match key.as_slice() {
                _ if value.is_empty() => {}
                b"path" => self.path.clone_from(value),
                b"linkpath" => self.link.clone_from(value),
                b"size" => match u64::try_from(whole()?) {
                    Ok(n) => self.size = n,
                    Err(_) => return broken(),
                },
                b"uid" => self.uid = small(whole()?),
                b"gid" => self.gid = small(whole()?),
                b"mtime" => {
                    let end = value.iter().position(|b| *b == b'.').unwrap_or(value.len());
                    let seconds = std::str::from_utf8(&value[..end]).ok();
                    self.mtime = match seconds.and_then(|t| t.parse().ok()) {
                        Some(n) => n,
                        None => return broken(),
                    };
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// `LEN KEY=VALUE\n` and so on.
pub fn records(mut bytes: &[u8]) -> Result<BTreeMap<Vec<u8>, Vec<u8>>, Bad> {
    let mut out = BTreeMap::new();
    while !bytes.is_empty() {
        let Some(space) = bytes.iter().position(|b| *b == b' ') else { return broken() };
        let len = std::str::from_utf8(&bytes[..space]).ok().and_then(|t| t.parse::<usize>().ok());
        let Some(len) = len.filter(|n| *n > space + 1 && *n <= bytes.len()) else {
            return broken();
        };
        let record = &bytes[space + 1..len];
        let Some((b'\n', pair)) = record.split_last() else { return broken() };
        let Some(equals) = pair.iter().position(|b| *b == b'=') else { return broken() };
        out.insert(pair[..equals].to_vec(), pair[equals + 1..].to_vec());
        bytes = &bytes[len..];
    }
    Ok(out)
}
