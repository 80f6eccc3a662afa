//! cmp: the first byte, or all bytes, in which two files differ.

use super::Cx;
use super::getopt::{Arg, Complaint, parse};
use super::lines::size;

/// A complaint about the arguments, as diffutils make it.
async fn refuse(cx: &mut Cx, what: String) -> i32 {
    if cx.busybox() {
        return cx.busybox_usage().await;
    }
    cx.err(what).await;
    cx.err("Try 'cmp --help' for more information.").await;
    2
}

/// `cmp`
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let longs = [
        ("print-bytes", Arg::No, 'b'),
        ("ignore-initial", Arg::Required, 'i'),
        ("verbose", Arg::No, 'l'),
        ("bytes", Arg::Required, 'n'),
        ("quiet", Arg::No, 's'),
        ("silent", Arg::No, 's'),
    ];
    let parsed = match parse(&cx.args(), "bi:ln:s", &longs) {
        Ok(p) => p,
        Err(c @ (Complaint::Help | Complaint::Version)) => return cx.complain(c).await,
        Err(c) => return refuse(cx, c.to_string()).await,
    };
    let ops = &parsed.operands;
    if ops.is_empty() {
        let n = cx.name.clone();
        return refuse(cx, format!("missing operand after {}", cx.ql(&n))).await;
    }
    if !cx.busybox() {
        if parsed.has('l') && parsed.has('s') {
            return refuse(cx, "options -l and -s are incompatible".to_string()).await;
        }
        let skips = parsed.value('i').into_iter().flat_map(|v| v.splitn(2, ':'));
        let skips = skips.chain(ops.iter().skip(2).take(2).map(String::as_str));
        if let Some(bad) = skips.into_iter().find(|v| size(v).is_none()).map(str::to_string) {
            return refuse(cx, format!("invalid --ignore-initial value {}", cx.ql(&bad))).await;
        }
        if let Some(bad) = parsed.value('n').filter(|v| size(v).is_none()).map(str::to_string) {
            return refuse(cx, format!("invalid --bytes value '{bad}'")).await;
        }
        if let Some(extra) = ops.get(4) {
            return refuse(cx, format!("extra operand {}", cx.ql(extra))).await;
        }
    }
    let (a, b) = (ops[0].clone(), ops.get(1).cloned().unwrap_or("-".into()));
    let mut skip = [0u64, 0];
    if let Some(v) = parsed.value('i') {
        let (x, y) = v.split_once(':').unwrap_or((v, v));
        skip = [size(x).unwrap_or(0), size(y).unwrap_or(0)];
    }
    for (i, s) in ops.iter().skip(2).take(2).enumerate() {
        skip[i] = size(s).unwrap_or(0);
    }
    let limit = parsed.value('n').and_then(size).unwrap_or(u64::MAX);
    let silent = parsed.has('s');
    let mut data = Vec::new();
    for (i, name) in [&a, &b].into_iter().enumerate() {
        match cx.read_input(name).await {
            Ok(mut bytes) => {
                bytes.drain(..(skip[i] as usize).min(bytes.len()));
                bytes.truncate(limit.min(usize::MAX as u64) as usize);
                data.push(bytes);
            }
            Err(e) => {
                if !silent {
                    cx.err(format!("{name}: {e}")).await;
                }
                return 2;
            }
        }
    }
    let (x, y) = (&data[0], &data[1]);
    let shared = x.len().min(y.len());
    let show = |b: u8| {
        let mut out = Vec::new();
        if b >= 0x80 {
            out.extend_from_slice(b"M-");
        }
        match b & 0x7F {
            0x7F => out.extend_from_slice(b"^?"),
            c @ 0..0x20 => out.extend([b'^', c + 0x40]),
            c => out.push(c),
        }
        String::from_utf8_lossy(&out).into_owned()
    };
    let mut differ = false;
    let mut line = 1;
    let most = (shared as u64).min(limit);
    // BusyBox does not line the numbers up.
    let width = if cx.busybox() { 0 } else { most.to_string().len() };
    for i in 0..shared {
        if x[i] == y[i] {
            line += usize::from(x[i] == b'\n');
            continue;
        }
        differ = true;
        if silent {
            return 1;
        }
        if !parsed.has('l') {
            let word = if cx.busybox() { "char" } else { "byte" };
            let mut text = format!("{a} {b} differ: {word} {}, line {line}", i + 1);
            if parsed.has('b') {
                text += &format!(" is {:3o} {} {:3o} {}", x[i], show(x[i]), y[i], show(y[i]));
            }
            cx.puts(&(text + "\n"));
            return 1;
        }
        let text = if parsed.has('b') {
            format!("{:width$} {:3o} {:4} {:3o} {}\n", i + 1, x[i], show(x[i]), y[i], show(y[i]))
        } else {
            format!("{:width$} {:3o} {:3o}\n", i + 1, x[i], y[i])
        };
        cx.puts(&text);
        if !cx.pace().await {
            return 1;
        }
    }
    if x.len() != y.len() {
        if !silent {
            let shorter = if x.len() < y.len() { &a } else { &b };
            let quoted = cx.ql(shorter).to_string();
            let shorter = if cx.busybox() { shorter } else { &quoted };
            let text = if cx.busybox() {
                format!("EOF on {shorter}")
            } else if shared == 0 {
                format!("EOF on {shorter} which is empty")
            } else if parsed.has('l') {
                format!("EOF on {shorter} after byte {shared}")
            } else {
                let s = if x.len() < y.len() { x } else { y };
                let whole = s.last() == Some(&b'\n');
                let (word, n) = if whole { ("line", line - 1) } else { ("in line", line) };
                format!("EOF on {shorter} after byte {shared}, {word} {n}")
            };
            cx.flush().await;
            cx.err(text).await;
        }
        return 1;
    }
    i32::from(differ)
}
