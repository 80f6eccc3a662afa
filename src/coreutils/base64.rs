//! base64 and base32: bytes as text and back.

use super::Cx;
use super::getopt::Arg;
use super::joined::Joined;
use super::lines::quoted;

const B64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const B32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Bits a letter, bytes a group, letters a group.
#[derive(Clone, Copy)]
struct Base {
    bits: u32,
    bytes: usize,
    letters: usize,
    alphabet: &'static [u8],
}

/// `base64`
pub async fn base64(cx: &mut Cx) -> i32 {
    run(cx, Base { bits: 6, bytes: 3, letters: 4, alphabet: B64 }).await
}

/// `base32`
pub async fn base32(cx: &mut Cx) -> i32 {
    run(cx, Base { bits: 5, bytes: 5, letters: 8, alphabet: B32 }).await
}

async fn run(cx: &mut Cx, base: Base) -> i32 {
    let longs =
        [("decode", Arg::No, 'd'), ("ignore-garbage", Arg::No, 'i'), ("wrap", Arg::Required, 'w')];
    let parsed = match cx.getopt("diw:", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let mut wrap = 76usize;
    if let Some(v) = parsed.value('w') {
        match v.parse() {
            Ok(n) => wrap = n,
            Err(_) => {
                let q = quoted(&cx.p, v);
                cx.err(format!("invalid wrap size: {q}")).await;
                return 1;
            }
        }
    }
    if let Some(extra) = parsed.operands.get(1) {
        let q = quoted(&cx.p, extra);
        return cx.usage_error(format!("extra operand {q}")).await;
    }
    let name = parsed.operands.first().cloned().unwrap_or("-".into());
    if !parsed.has('d') {
        return encode_all(cx, &name, base, wrap).await;
    }
    let Some(data) = cx.slurp(&name).await else { return 1 };
    let (out, ok) = decode(&data, base, parsed.has('i'));
    cx.put(&out);
    if !ok {
        cx.flush().await;
        // BusyBox passes over what it can not read.
        if !cx.busybox() {
            cx.err("invalid input").await;
            return 1;
        }
    }
    0
}

/// Encodes piece by piece, in lines of `wrap` letters.
async fn encode_all(cx: &mut Cx, name: &str, base: Base, wrap: usize) -> i32 {
    let mut input = Joined::new(vec![name.to_string()], u64::MAX);
    let mut column = 0;
    loop {
        let piece = input.take(cx, base.bytes * 4096).await;
        if piece.is_empty() {
            break;
        }
        let text = encode(&piece, base);
        let mut rest = text.as_slice();
        while wrap > 0 && rest.len() >= wrap - column {
            let (line, after) = rest.split_at(wrap - column);
            cx.put(line);
            cx.put(b"\n");
            (rest, column) = (after, 0);
        }
        cx.put(rest);
        column += rest.len();
        if !cx.pace().await {
            return 1;
        }
    }
    if wrap > 0 && column > 0 {
        cx.put(b"\n");
    }
    input.status
}

fn encode(data: &[u8], base: Base) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len() * 2);
    for group in data.chunks(base.bytes) {
        let mut v = 0u64;
        for i in 0..base.bytes {
            v = v << 8 | u64::from(group.get(i).copied().unwrap_or(0));
        }
        let used = (group.len() * 8).div_ceil(base.bits as usize);
        for i in 0..base.letters {
            let shift = base.bits as usize * (base.letters - 1 - i);
            let digit = (v >> shift) as usize & ((1 << base.bits) - 1);
            out.push(if i < used { base.alphabet[digit] } else { b'=' });
        }
    }
    out
}

/// What could be decoded, and whether that was all.
fn decode(text: &[u8], base: Base, lenient: bool) -> (Vec<u8>, bool) {
    let mut out = Vec::new();
    let (mut v, mut n, mut pads) = (0u64, 0usize, 0usize);
    for &c in text {
        if c == b'\n' {
            continue;
        }
        if c == b'=' {
            pads += 1;
            n += 1;
            v <<= base.bits;
        } else if let Some(d) = base.alphabet.iter().position(|a| *a == c) {
            if pads > 0 {
                return (out, false);
            }
            v = v << base.bits | d as u64;
            n += 1;
        } else if lenient {
            continue;
        } else {
            partial(v, n, base, &mut out);
            return (out, false);
        }
        if n == base.letters {
            let bytes = (base.letters - pads) * base.bits as usize / 8;
            out.extend((0..bytes).map(|i| (v >> (8 * (base.bytes - 1 - i))) as u8));
            (v, n, pads) = (0, 0, 0);
        }
    }
    if n > 0 {
        partial(v, n, base, &mut out);
        return (out, false);
    }
    (out, true)
}

/// The whole bytes of a group that broke off.
fn partial(v: u64, n: usize, base: Base, out: &mut Vec<u8>) {
    let v = v << (base.bits as usize * (base.letters - n));
    let bytes = n * base.bits as usize / 8;
    out.extend((0..bytes).map(|i| (v >> (8 * (base.bytes - 1 - i))) as u8));
}
