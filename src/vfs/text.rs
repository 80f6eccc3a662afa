//! Text that may hold any bytes. Linux's names, arguments and variables are byte strings; here they
//! are Rust strings in which a byte that is not part of valid UTF-8 stands as one private-use
//! character (U+10FF00 + byte). The mapping loses nothing in either direction.

use std::borrow::Cow;

/// The first character of the block that stands for single bytes; the block has 256 characters.
const BASE: u32 = 0x10_FF00;

fn is_escape(c: char) -> bool {
    (c as u32) >= BASE && (c as u32) <= BASE + 0xff
}

/// The character that stands for one byte which is not text.
pub fn escape(byte: u8) -> char {
    char::from_u32(BASE + u32::from(byte)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The byte that an escape character stands for.
pub fn unescape(c: char) -> Option<u8> {
    is_escape(c).then(|| ((c as u32) - BASE) as u8)
}

/// Bytes as text. Genuine characters of the escape block are themselves held byte by byte, so that
/// [`encode`] gives back exactly what went in.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    // Characters of the escape block begin with F4 8F BC..BF.
    let ambiguous = |s: &str| s.as_bytes().contains(&0xf4) && s.chars().any(is_escape);
    if let Ok(s) = std::str::from_utf8(bytes)
        && !ambiguous(s)
    {
        return Cow::Borrowed(s);
    }
    let mut out = String::with_capacity(bytes.len() + 16);
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            if is_escape(c) {
                let mut buf = [0; 4];
                out.extend(c.encode_utf8(&mut buf).bytes().map(escape));
            } else {
                out.push(c);
            }
        }
        out.extend(chunk.invalid().iter().map(|&b| escape(b)));
    }
    Cow::Owned(out)
}

/// [`decode`] for a buffer that is given away.
pub fn decode_owned(bytes: Vec<u8>) -> String {
    match String::from_utf8(bytes) {
        Ok(s) if !s.as_bytes().contains(&0xf4) => s,
        Ok(s) => decode(s.as_bytes()).into_owned(),
        Err(e) => decode(e.as_bytes()).into_owned(),
    }
}

/// Text as the bytes that it stands for.
pub fn encode(text: &str) -> Cow<'_, [u8]> {
    if !text.as_bytes().contains(&0xf4) || !text.chars().any(is_escape) {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut out = Vec::with_capacity(text.len());
    let mut buf = [0; 4];
    for c in text.chars() {
        match unescape(c) {
            Some(b) => out.push(b),
            None => out.extend_from_slice(c.encode_utf8(&mut buf).as_bytes()),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_survive() {
        for bytes in [&b"plain"[..], b"\xff\xfe", b"a\xc3\xa9\x80z", "\u{10FF41}".as_bytes()] {
            let text = decode(bytes).into_owned();
            assert_eq!(encode(&text).as_ref(), bytes);
            assert_eq!(decode_owned(bytes.to_vec()), text);
        }
        assert_eq!(decode(b"\xff").chars().count(), 1);
    }
}
