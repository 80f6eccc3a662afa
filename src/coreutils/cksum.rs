//! cksum (POSIX CRC) and sum (BSD and System V).

use super::Cx;
use super::getopt::Arg;
use super::lines::or_stdin;

/// `cksum`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [("algorithm", Arg::Required, 'a')];
    let parsed = match cx.getopt("a:", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    if parsed.value('a').is_some_and(|a| a != "crc") {
        cx.err("the simulator's cksum knows crc only; there are md5sum, sha1sum, sha256sum...")
            .await;
        return 1;
    }
    let named = !parsed.operands.is_empty();
    let mut status = 0;
    for name in or_stdin(parsed.operands) {
        let Some(b) = cx.slurp(&name).await else {
            status = 1;
            continue;
        };
        let tail = if named { format!(" {name}") } else { String::new() };
        cx.puts(&format!("{} {}{tail}\n", crc(&b), b.len()));
        cx.p.tick((b.len() / 128) as u32).await;
    }
    status
}

/// The CRC of POSIX: polynomial 04C11DB7, the length after the bytes.
fn crc(data: &[u8]) -> u32 {
    let table: [u32; 256] = std::array::from_fn(|i| {
        (0..8)
            .fold((i as u32) << 24, |c, _| if c >> 31 == 1 { c << 1 ^ 0x04C1_1DB7 } else { c << 1 })
    });
    let step = |c: u32, b: u8| c << 8 ^ table[((c >> 24) as u8 ^ b) as usize];
    let mut c = data.iter().fold(0, |c, b| step(c, *b));
    let mut n = data.len();
    while n > 0 {
        c = step(c, n as u8);
        n >>= 8;
    }
    !c
}

/// `sum`
pub async fn sum(cx: &mut Cx) -> i32 {
    let longs = [("sysv", Arg::No, 's')];
    let parsed = match cx.getopt("rs", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let sysv = parsed.options.last().is_some_and(|o| o.0 == 's');
    let named = !parsed.operands.is_empty();
    let mut status = 0;
    for name in or_stdin(parsed.operands.clone()) {
        let Some(b) = cx.slurp(&name).await else {
            status = 1;
            continue;
        };
        let tail = if named { format!(" {name}") } else { String::new() };
        let line = if sysv {
            let s: u64 = b.iter().map(|x| u64::from(*x)).sum();
            let r = (s & 0xFFFF) + ((s & 0xFFFF_FFFF) >> 16);
            format!("{} {}{tail}\n", (r & 0xFFFF) + (r >> 16), b.len().div_ceil(512))
        } else {
            let s = b.iter().fold(0u16, |s, x| s.rotate_right(1).wrapping_add(u16::from(*x)));
            format!("{s:05} {:5}{tail}\n", b.len().div_ceil(1024))
        };
        cx.puts(&line);
    }
    status
}
