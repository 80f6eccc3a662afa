//! watch: a command again and again, its output filling the screen.

use crate::coreutils::time::{Zone, strftime};
use crate::coreutils::{Arg, Cx, launch};
use crate::vfs::{Errno, text};

/// `watch`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("interval", Arg::Required, 'n'),
        ("no-title", Arg::No, 't'),
        ("exec", Arg::No, 'x'),
        ("differences", Arg::Optional, 'd'),
        ("color", Arg::No, 'c'),
        ("errexit", Arg::No, 'e'),
        ("chgexit", Arg::No, 'g'),
        ("beep", Arg::No, 'b'),
        ("precise", Arg::No, 'p'),
        ("no-wrap", Arg::No, 'w'),
    ];
    let spec = if cx.busybox() { "+n:t" } else { "+n:txd::cegbpw" };
    let parsed = match cx.getopt(spec, if cx.busybox() { &[] } else { &longs }).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if parsed.operands.is_empty() {
        if cx.busybox() {
            return cx.busybox_usage().await;
        }
        cx.say("\nUsage:\n watch [options] command\n\nFor more details see watch(1).\n").await;
        return 1;
    }
    let interval = match parsed.value('n').map(|n| n.replace(',', ".").parse::<f64>()) {
        None => 2.0,
        Some(Ok(n)) if n.is_finite() => n.clamp(0.1, 2_678_400.0),
        Some(_) => {
            let n = parsed.value('n').unwrap_or_default();
            let text = format!("failed to parse argument: '{n}'");
            cx.err(text).await;
            return 1;
        }
    };
    let line = parsed.operands.join(" ");
    let command = if parsed.has('x') {
        parsed.operands.clone()
    } else {
        vec!["sh".to_string(), "-c".to_string(), line.clone()]
    };
    let full = !cx.busybox() && cx.p.isatty(1);
    let mut before = None;
    loop {
        let (out, status) = match launch::output(cx, true, &command).await {
            Ok(done) => done,
            Err(Errno::EINTR) => continue,
            Err(e) => {
                cx.err(format!("can't run '{}': {e}", command[0])).await;
                return 4;
            }
        };
        let (cols, rows) = cx.p.winsize(1).unwrap_or((80, 24));
        let (cols, mut rows) = (usize::from(cols.max(20)), usize::from(rows.max(3)));
        let mut screen = String::from("\x1b[H\x1b[J");
        if !parsed.has('t') {
            let form = if cx.busybox() { "%Y-%m-%d %H:%M:%S" } else { "%a %b %e %H:%M:%S %Y" };
            let time = strftime(form, cx.p.now(), &Zone::of(&cx.p), true);
            let right = if cx.busybox() { time } else { format!("{}: {time}", cx.p.hostname()) };
            let left: String = format!("Every {interval:.1}s: {line}");
            let room = cols.saturating_sub(right.chars().count() + 1);
            let left: String = left.chars().take(room).collect();
            screen += &format!("{left:<room$} {right}\n\n");
            rows -= 2;
        }
        let shown = text::decode(&out).into_owned();
        for row in shown.lines().take(rows.saturating_sub(1)) {
            screen.extend(row.chars().take(cols));
            screen.push('\n');
        }
        cx.puts(&screen);
        cx.flush().await;
        if parsed.has('e') && status != 0 {
            return 8;
        }
        if parsed.has('g') && before.as_ref().is_some_and(|b| *b != out) {
            return 0;
        }
        before = Some(out);
        let _ = full;
        if !cx.pace().await || cx.p.sleep((interval * 1e9) as u64).await.is_err() {
            return 0;
        }
    }
}
