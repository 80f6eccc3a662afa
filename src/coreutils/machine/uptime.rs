//! uptime: how long the machine has been up, and who is on it.

use crate::coreutils::account::logins;
use crate::coreutils::time::{SECOND, Zone, strftime};
use crate::coreutils::{Arg, Cx};
use crate::kernel::Proc;

/// When the machine was switched on, in nanoseconds since the epoch.
pub fn booted(p: &Proc) -> i64 {
    // The first process of the host has the whole time in /proc/uptime.
    let text = p.read_file("/proc/uptime").unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    let up: f64 = text.split_whitespace().next().and_then(|n| n.parse().ok()).unwrap_or(0.0);
    p.now() - (up * 1e9) as i64
}

/// The line that uptime, w and top begin with.
pub fn line(p: &Proc) -> String {
    let up = (p.now() - booted(p)) / SECOND;
    let (days, hours, minutes) = (up / 86_400, up / 3_600 % 24, up / 60 % 60);
    let mut text = strftime(" %H:%M:%S up ", p.now(), &Zone::of(p), true);
    if days > 0 {
        text += &format!("{days} day{}, ", if days == 1 { "" } else { "s" });
    }
    text += &match hours {
        0 => format!("{minutes} min, "),
        _ => format!("{hours:>2}:{minutes:02}, "),
    };
    let users = logins(p).len();
    let s = if users == 1 { "" } else { "s" };
    text + &format!(" {users} user{s},  load average: {}", load(p).join(", "))
}

/// The load averages over 1, 5 and 15 minutes.
pub fn load(p: &Proc) -> Vec<String> {
    let text = p.read_file("/proc/loadavg").unwrap_or_default();
    String::from_utf8_lossy(&text).split_whitespace().take(3).map(str::to_string).collect()
}

/// How much of the processors' time was used since the machine was switched on, in thousandths.
pub fn used(p: &Proc) -> i64 {
    let text = p.read_file("/proc/stat").unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    let first = text.lines().next().unwrap_or_default();
    let times: Vec<i64> = first.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let used = times.first().copied().unwrap_or(0);
    used * 1000 / times.iter().sum::<i64>().max(1)
}

/// `uptime`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [("pretty", Arg::No, 'p'), ("since", Arg::No, 's')];
    let parsed = match cx.getopt("ps", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if parsed.has('s') {
        let text = strftime("%F %T\n", booted(&cx.p), &Zone::of(&cx.p), true);
        cx.puts(&text);
        return 0;
    }
    if parsed.has('p') {
        let minutes = (cx.p.now() - booted(&cx.p)) / SECOND / 60;
        let units = [
            (minutes / 10_080, "week"),
            (minutes / 1_440 % 7, "day"),
            (minutes / 60 % 24, "hour"),
            (minutes % 60, "minute"),
        ];
        let parts = units.iter().filter(|(n, unit)| *n > 0 || (minutes == 0 && *unit == "minute"));
        let parts: Vec<String> = parts
            .map(|(n, unit)| format!("{n} {unit}{}", if *n == 1 { "" } else { "s" }))
            .collect();
        cx.puts(&format!("up {}\n", parts.join(", ")));
        return 0;
    }
    let text = line(&cx.p);
    cx.puts(&format!("{text}\n"));
    0
}
