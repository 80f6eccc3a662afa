//! Listpacks: many short strings in one, as snapshots hold small lists, hashes, sets and sorted sets; and
//! the older sets of whole numbers.

use super::super::number;
use super::super::value::Bytes;

/// Writes one.
pub fn write<'a>(items: impl IntoIterator<Item = &'a [u8]>) -> Bytes {
    let mut out = vec![0; 6];
    let mut count = 0usize;
    for item in items {
        let start = out.len();
        match number::canonical(item) {
            Some(n) => number_entry(n, &mut out),
            None => {
                match item.len() {
                    n @ 0..64 => out.push(0x80 | n as u8),
                    n @ 64..4096 => out.extend([0xe0 | (n >> 8) as u8, n as u8]),
                    n => {
                        out.push(0xf0);
                        out.extend((n as u32).to_le_bytes());
                    }
                }
                out.extend_from_slice(item);
            }
        }
        back_length(out.len() - start, &mut out);
        count += 1;
    }
    out.push(0xff);
    let total = out.len() as u32;
    out[..4].copy_from_slice(&total.to_le_bytes());
    out[4..6].copy_from_slice(&u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes());
    out
}

fn number_entry(n: i64, out: &mut Bytes) {
    match n {
        0..=127 => out.push(n as u8),
        -4096..=4095 => {
            let n = (n & 0x1fff) as u16;
            out.extend([0xc0 | (n >> 8) as u8, n as u8]);
        }
        -32_768..=32_767 => {
            out.push(0xf1);
            out.extend((n as i16).to_le_bytes());
        }
        -8_388_608..=8_388_607 => {
            out.push(0xf2);
            out.extend(&(n as i32).to_le_bytes()[..3]);
        }
        -2_147_483_648..=2_147_483_647 => {
            out.push(0xf3);
            out.extend((n as i32).to_le_bytes());
        }
        _ => {
            out.push(0xf4);
            out.extend(n.to_le_bytes());
        }
    }
}

/// How many bytes the length behind an entry takes.
fn back_size(entry: usize) -> usize {
    match entry {
        0..=127 => 1,
        128..=16_382 => 2,
        16_383..=2_097_150 => 3,
        2_097_151..=268_435_454 => 4,
        _ => 5,
    }
}

fn back_length(entry: usize, out: &mut Bytes) {
    let size = back_size(entry);
    for i in (0..size).rev() {
        let seven = (entry >> (7 * i) & 127) as u8;
        out.push(if i == size - 1 { seven } else { seven | 128 });
    }
}

/// Reads one; `None` where it is broken.
pub fn read(data: &[u8]) -> Option<Vec<Bytes>> {
    let mut items = Vec::new();
    let total = u32::from_le_bytes(data.get(..4)?.try_into().ok()?);
    if total as usize != data.len() {
        return None;
    }
    let mut at = 6;
    loop {
        let rest = data.get(at..)?;
        let first = *rest.first()?;
        let signed = |bytes: &[u8]| {
            let negative = bytes.last().is_some_and(|b| b & 128 != 0);
            let mut full = [if negative { 255 } else { 0 }; 8];
            full[..bytes.len()].copy_from_slice(bytes);
            i64::from_le_bytes(full)
        };
        let whole = |n: usize| Some((Ok(signed(rest.get(1..=n)?)), n + 1));
        let string = |head: usize, n: usize| {
            Some((Err(rest.get(head..head.checked_add(n)?)?.to_vec()), head + n))
        };
        let (item, size): (Result<i64, Bytes>, usize) = match first {
            0xff => return (at + 1 == data.len()).then_some(items),
            0..=0x7f => (Ok(i64::from(first)), 1),
            0x80..=0xbf => string(1, usize::from(first & 0x3f))?,
            0xc0..=0xdf => {
                let n = i64::from(first & 0x1f) << 8 | i64::from(*rest.get(1)?);
                (Ok(if n >= 4096 { n - 8192 } else { n }), 2)
            }
            0xe0..=0xef => string(2, usize::from(first & 15) << 8 | usize::from(*rest.get(1)?))?,
            0xf0 => {
                let n = u32::from_le_bytes(rest.get(1..5)?.try_into().ok()?);
                string(5, n as usize)?
            }
            0xf1 => whole(2)?,
            0xf2 => whole(3)?,
            0xf3 => whole(4)?,
            0xf4 => whole(8)?,
            _ => return None,
        };
        items.push(match item {
            Ok(n) => n.to_string().into_bytes(),
            Err(text) => text,
        });
        at += size + back_size(size);
    }
}

/// Writes a set of whole numbers, which must be sorted.
pub fn write_intset(numbers: &[i64]) -> Bytes {
    let fits = |most: i64| numbers.iter().all(|n| (-most - 1..=most).contains(n));
    let width = if fits(32_767) {
        2
    } else if fits(2_147_483_647) {
        4
    } else {
        8
    };
    let mut out = (width as u32).to_le_bytes().to_vec();
    out.extend((numbers.len() as u32).to_le_bytes());
    for n in numbers {
        out.extend(&n.to_le_bytes()[..width]);
    }
    out
}

/// Reads a set of whole numbers; `None` where it is broken.
pub fn read_intset(data: &[u8]) -> Option<Vec<i64>> {
    let word =
        |at: usize| Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?) as usize);
    let (width, count) = (word(0)?, word(4)?);
    if !matches!(width, 2 | 4 | 8) || data.len() != 8 + width.checked_mul(count)? {
        return None;
    }
    let signed = |bytes: &[u8]| {
        let mut full = [if bytes[width - 1] & 128 != 0 { 255 } else { 0 }; 8];
        full[..width].copy_from_slice(bytes);
        i64::from_le_bytes(full)
    };
    Some(data[8..].chunks(width).map(signed).collect())
}

#[cfg(test)]
mod tests {
    use super::{read, read_intset, write, write_intset};

    #[test]
    fn round_trips() {
        let long = vec![b'y'; 5000];
        let items: Vec<&[u8]> = vec![
            b"",
            b"a",
            b"0",
            b"127",
            b"128",
            b"-1",
            b"-4096",
            b"40000",
            b"-9000000",
            b"3000000000",
            b"007",
            &long,
            &long[..100],
        ];
        let written = write(items.iter().copied());
        assert_eq!(read(&written).unwrap(), items);
        assert_eq!(read(&written[..written.len() - 1]), None);
        for numbers in [vec![1, 2, 3], vec![-70_000, 5], vec![i64::MIN, 0, i64::MAX]] {
            assert_eq!(read_intset(&write_intset(&numbers)), Some(numbers));
        }
        assert_eq!(read_intset(b"\x03\0\0\0\x01\0\0\0abc"), None);
    }
}
