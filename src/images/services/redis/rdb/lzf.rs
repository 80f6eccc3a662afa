//! LZF, the compression of long strings in snapshots: runs of literal bytes, and references to at most
//! 8191 bytes back.

/// Unpacks; `None` where the data is broken or its length another.
pub fn unpack(data: &[u8], len: usize) -> Option<Vec<u8>> {
    let mut out: Vec<u8> = Vec::with_capacity(len.min(1 << 20));
    let mut i = 0;
    while i < data.len() {
        let control = usize::from(data[i]);
        i += 1;
        if control < 32 {
            out.extend_from_slice(data.get(i..=i + control)?);
            i += control + 1;
        } else {
            let mut n = control >> 5;
            if n == 7 {
                n += usize::from(*data.get(i)?);
                i += 1;
            }
            let back = ((control & 31) << 8) + usize::from(*data.get(i)?) + 1;
            i += 1;
            let from = out.len().checked_sub(back)?;
            for k in 0..n + 2 {
                out.push(out[from + k]);
            }
        }
        if out.len() > len {
            return None;
        }
    }
    (out.len() == len).then_some(out)
}

/// Packs; `None` where nothing much would be won.
pub fn pack(data: &[u8]) -> Option<Vec<u8>> {
    const BITS: u32 = 14;
    let mut table = vec![usize::MAX; 1 << BITS];
    let mut out = Vec::new();
    let mut literals = 0;
    let mut i = 0;
    let flush = |out: &mut Vec<u8>, from: usize, to: usize| {
        for piece in data[from..to].chunks(32) {
            out.push((piece.len() - 1) as u8);
            out.extend_from_slice(piece);
        }
    };
    while i + 2 < data.len() {
        let three = u32::from(data[i]) << 16 | u32::from(data[i + 1]) << 8 | u32::from(data[i + 2]);
        let slot = (three.wrapping_mul(2_654_435_761) >> (32 - BITS)) as usize;
        let at = std::mem::replace(&mut table[slot], i);
        if at == usize::MAX || i - at > 8192 || data[at..at + 3] != data[i..i + 3] {
            i += 1;
            continue;
        }
        let most = (data.len() - i).min(264);
        let n = (3..most).find(|n| data[at + n] != data[i + n]).unwrap_or(most);
        flush(&mut out, literals, i);
        let back = i - at - 1;
        let code = n - 2;
        if code < 7 {
            out.push((code << 5 | back >> 8) as u8);
        } else {
            out.push((7 << 5 | back >> 8) as u8);
            out.push((code - 7) as u8);
        }
        out.push(back as u8);
        i += n;
        literals = i;
    }
    flush(&mut out, literals, data.len());
    (out.len() + 4 < data.len()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};

    #[test]
    fn round_trips() {
        let long: Vec<u8> = (0..20_000u32).map(|i| (i % 7 * (i / 900)) as u8).collect();
        for data in [&b"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"[..], &[b'x'; 300], &long] {
            let packed = pack(data).unwrap();
            assert!(packed.len() < data.len());
            assert_eq!(unpack(&packed, data.len()).unwrap(), data);
        }
        assert_eq!(pack(b"abcdefghijklmnopqrstuvwxyz"), None);
        assert_eq!(unpack(&[0xff], 5), None);
        assert_eq!(unpack(&[0x20, 9], 3), None);
    }
}
