//! UTF-8 for the regular expressions: decoding with bad bytes kept apart, and ranges of characters as
//! sequences of byte ranges.

/// Added to a byte that is no part of a character, so that it is a value of its own.
pub const RAW: u32 = 0x11_0000;

/// The character at `pos` and its length; a byte that begins none is `RAW + byte`. `pos` is in range.
pub fn decode_char(hay: &[u8], pos: usize) -> (u32, usize) {
    let b0 = hay[pos];
    if b0 < 0x80 {
        return (u32::from(b0), 1);
    }
    let bad = (RAW + u32::from(b0), 1);
    let cont = |i: usize| hay.get(pos + i).copied().filter(|b| b & 0xC0 == 0x80).map(u32::from);
    let (n, init, lo) = match b0 {
        0xC2..=0xDF => (1, u32::from(b0 & 0x1F), 0x80),
        0xE0..=0xEF => (2, u32::from(b0 & 0x0F), 0x800),
        0xF0..=0xF4 => (3, u32::from(b0 & 0x07), 0x1_0000),
        _ => return bad,
    };
    let mut c = init;
    for i in 1..=n {
        match cont(i) {
            Some(b) => c = c << 6 | b & 0x3F,
            None => return bad,
        }
    }
    if c < lo || c > 0x10_FFFF || (0xD800..0xE000).contains(&c) { bad } else { (c, n + 1) }
}

/// The length of the character at `pos`, 1 past the end or for a bad byte.
pub fn char_len(hay: &[u8], pos: usize) -> usize {
    if pos < hay.len() { decode_char(hay, pos).1 } else { 1 }
}

/// A sequence of byte ranges, at most four.
pub type Seq = Vec<(u8, u8)>;

/// The byte sequences of the characters `lo..=hi`, which may include bad bytes (`RAW`).
pub fn sequences(lo: u32, hi: u32, out: &mut Vec<Seq>) {
    if hi >= RAW {
        let a = lo.max(RAW) - RAW;
        out.push(vec![(a as u8, (hi - RAW) as u8)]);
        if lo < RAW {
            sequences(lo, RAW - 1, out);
        }
        return;
    }
    // Surrogates have no encoding; the lengths split the range.
    for (a, b) in
        [(0, 0x7F), (0x80, 0x7FF), (0x800, 0xD7FF), (0xE000, 0xFFFF), (0x1_0000, 0x10_FFFF)]
    {
        let (l, h) = (lo.max(a), hi.min(b));
        if l <= h {
            split(l, h, out);
        }
    }
}

fn split(lo: u32, hi: u32, out: &mut Vec<Seq>) {
    if hi < 0x80 {
        out.push(vec![(lo as u8, hi as u8)]);
        return;
    }
    // Cut until all bytes after the first differing one run over their whole range.
    for i in 1..4 {
        let m = (1u32 << (6 * i)) - 1;
        if lo & !m != hi & !m {
            if lo & m != 0 {
                split(lo, lo | m, out);
                split((lo | m) + 1, hi, out);
                return;
            }
            if hi & m != m {
                split(lo, (hi & !m) - 1, out);
                split(hi & !m, hi, out);
                return;
            }
        }
    }
    let (mut a, mut b) = ([0; 4], [0; 4]);
    let enc = |c: u32, buf: &mut [u8; 4]| char::from_u32(c).map_or(0, |c| c.encode_utf8(buf).len());
    let n = enc(lo, &mut a);
    enc(hi, &mut b);
    out.push((0..n).map(|i| (a[i], b[i])).collect());
}
