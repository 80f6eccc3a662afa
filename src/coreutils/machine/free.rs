//! free: the machine's memory, by what its processes hold.

use crate::coreutils::{Arg, Cx};
use crate::kernel::MEMORY;
use crate::vfs::text;

/// Bytes as procps' `-h` shows them: at most three digits, or one place behind the point.
fn human(bytes: u64, si: bool) -> String {
    let base = if si { 1_000 } else { 1_024 };
    let i = if si { "" } else { "i" };
    if bytes < base * 10 && bytes < 10_000 {
        return format!("{bytes}B");
    }
    let mut unit = 1;
    for prefix in ["K", "M", "G", "T", "P"] {
        unit *= base;
        if bytes < unit * 100 / 10 {
            return format!("{}.{}{prefix}{i}", bytes / unit, bytes % unit * 10 / unit);
        }
        if bytes < unit * base {
            return format!("{}{prefix}{i}", bytes / unit);
        }
    }
    format!("{}{i}", bytes / unit)
}

/// BusyBox's `-h`.
fn human_busybox(bytes: u64) -> String {
    let mut unit = 1_u64;
    for prefix in ["", "K", "M", "G", "T"] {
        if bytes < unit * 1_024 {
            if unit == 1 {
                return bytes.to_string();
            }
            return format!("{}.{}{prefix}", bytes / unit, bytes % unit * 10 / unit);
        }
        unit *= 1_024;
    }
    bytes.to_string()
}

/// A value of /proc/meminfo in bytes.
fn meminfo(cx: &Cx, name: &str) -> u64 {
    let data = text::decode_owned(cx.p.read_file("/proc/meminfo").unwrap_or_default());
    let line = data.lines().find_map(|l| l.strip_prefix(name)?.strip_prefix(':'));
    line.and_then(|l| l.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) << 10
}

/// `free`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("bytes", Arg::No, 'b'),
        ("kibi", Arg::No, 'k'),
        ("mebi", Arg::No, 'm'),
        ("gibi", Arg::No, 'g'),
        ("kilo", Arg::No, 'K'),
        ("mega", Arg::No, 'M'),
        ("giga", Arg::No, 'G'),
        ("tebi", Arg::No, 'T'),
        ("human", Arg::No, 'h'),
        ("si", Arg::No, 'i'),
        ("lohi", Arg::No, 'l'),
        ("total", Arg::No, 't'),
        ("wide", Arg::No, 'w'),
        ("count", Arg::Required, 'c'),
        ("seconds", Arg::Required, 's'),
    ];
    let spec = if cx.busybox() { "bkmgth" } else { "bkmghltwc:s:" };
    let parsed = match cx.getopt(spec, if cx.busybox() { &[] } else { &longs }).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let si = parsed.has('i');
    let wide = parsed.has('w');
    let base: u64 = if si { 1_000 } else { 1_024 };
    let mut unit = 1_024;
    let mut words = false;
    for (letter, _) in &parsed.options {
        match letter {
            'b' => unit = 1,
            'k' => unit = base,
            'm' => unit = base.pow(2),
            'g' => unit = base.pow(3),
            'K' => unit = 1_000,
            'M' => unit = 1_000_000,
            'G' => unit = 1_000_000_000,
            'T' => unit = base.pow(4),
            'h' => words = true,
            _ => {}
        }
    }
    let busybox = cx.busybox();
    let show = |n: u64| match (words, busybox) {
        (true, true) => human_busybox(n),
        (true, false) => human(n, si),
        _ => (n / unit).to_string(),
    };
    let left = if busybox { 6 } else { 7 };
    let row = |label: &str, values: &[u64]| {
        let mut out = format!("{label:<left$}");
        for (n, v) in values.iter().enumerate() {
            out += &if n == 0 { format!("{:>13}", show(*v)) } else { format!("{:>12}", show(*v)) };
        }
        out + "\n"
    };
    let (free, cached) = (meminfo(cx, "MemFree"), meminfo(cx, "Cached"));
    let (available, shared) = (meminfo(cx, "MemAvailable"), meminfo(cx, "Shmem"));
    let buffers = meminfo(cx, "Buffers");
    let used = MEMORY.saturating_sub(available);
    let head: &[&str] = match wide {
        true => &["total", "used", "free", "shared", "buffers", "cache", "available"],
        false => &["total", "used", "free", "shared", "buff/cache", "available"],
    };
    let mut first = format!("{:left$}", "");
    for (n, name) in head.iter().enumerate() {
        first += &if n == 0 { format!("{name:>13}") } else { format!("{name:>12}") };
    }
    let mut memory = vec![MEMORY, used, free, shared];
    if wide {
        memory.extend([buffers, cached]);
    } else {
        memory.push(buffers + cached);
    }
    memory.push(available);
    let turns = parsed.value('c').and_then(|n| n.parse::<u64>().ok());
    let pause = parsed.value('s').and_then(|n| n.parse::<f64>().ok());
    let turns = turns.unwrap_or(if pause.is_some() { u64::MAX } else { 1 });
    for turn in 0..turns {
        if turn > 0 {
            cx.puts("\n");
            cx.flush().await;
            let ns = (pause.unwrap_or(1.0).clamp(0.01, 1e9) * 1e9) as u64;
            if cx.p.sleep(ns).await.is_err() {
                break;
            }
        }
        cx.puts(&(first.clone() + "\n"));
        cx.puts(&row("Mem:", &memory));
        cx.puts(&row("Swap:", &[0, 0, 0]));
        if parsed.has('t') {
            cx.puts(&row("Total:", &[MEMORY, used, free]));
        }
    }
    0
}
