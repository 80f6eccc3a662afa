//! journalctl: what the machine's services have logged.

use crate::coreutils::time::{SECOND, Zone, parse, strftime};
use crate::coreutils::{Arg, Cx};
use crate::kernel::ServiceState;

/// A line of the journal.
pub(super) fn line(cx: &Cx, name: &str, at: i64, text: &str) -> String {
    let pid = cx.p.kernel().service(name).map(|s| match s.state() {
        ServiceState::Active { pid, .. } => pid,
        _ => 0,
    });
    let time = strftime("%b %d %H:%M:%S", at, &Zone::of(&cx.p), true);
    let program = cx.p.kernel().service(name).map(|s| s.command()).unwrap_or_default();
    let program = program.split(' ').next().unwrap_or_default();
    let base = program.rsplit('/').next().unwrap_or_default();
    format!("{time} {} {base}[{}]: {text}\n", cx.p.hostname(), pid.unwrap_or(0))
}

/// `journalctl`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("unit", Arg::Required, 'u'),
        ("lines", Arg::Required, 'n'),
        ("follow", Arg::No, 'f'),
        ("no-pager", Arg::No, 'P'),
        ("since", Arg::Required, 'S'),
        ("reverse", Arg::No, 'r'),
        ("boot", Arg::Optional, 'b'),
        ("pager-end", Arg::No, 'e'),
        ("quiet", Arg::No, 'q'),
    ];
    let parsed = match cx.getopt("u:n:frxeqb::S:", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let unit = parsed.value('u').map(|u| u.strip_suffix(".service").unwrap_or(u).to_string());
    let since = parsed.value('S').and_then(|s| parse(s, cx.p.now(), &Zone::of(&cx.p)));
    let limit = parsed.value('n').and_then(|n| n.parse::<usize>().ok());
    let limit = limit.or(parsed.has('f').then_some(10));
    let mut shown = 0;
    loop {
        let mut all: Vec<(i64, String)> = Vec::new();
        for name in cx.p.kernel().service_names() {
            if unit.as_ref().is_some_and(|u| *u != name) {
                continue;
            }
            let log = cx.p.kernel().service(&name).map(|s| s.log()).unwrap_or_default();
            all.extend(log.into_iter().map(|(at, text)| (at, line(cx, &name, at, &text))));
        }
        all.retain(|(at, _)| since.is_none_or(|s| *at >= s));
        all.sort_by_key(|l| l.0);
        let total = all.len();
        let from = match shown {
            0 => limit.map_or(0, |n| total.saturating_sub(n)),
            n => n,
        };
        let mut lines: Vec<String> = all.into_iter().skip(from).map(|l| l.1).collect();
        if parsed.has('r') {
            lines.reverse();
        }
        if lines.is_empty() && shown == 0 && !parsed.has('q') {
            cx.puts("-- No entries --\n");
        }
        for l in lines {
            cx.puts(&l);
        }
        shown = total.max(1);
        if !parsed.has('f') || !cx.pace().await {
            return 0;
        }
        cx.flush().await;
        if cx.p.sleep(SECOND as u64).await.is_err() {
            return 0;
        }
    }
}
