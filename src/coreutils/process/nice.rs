//! nice: a command with another priority, or the present one.

use crate::coreutils::{Arg, Cx, launch};

/// `nice`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = if cx.busybox() { 1 } else { 125 };
    // -5 and --5 are old ways of writing -n 5 and -n -5.
    let mut args = Vec::new();
    let mut rest = cx.args().into_iter();
    while let Some(arg) = rest.next() {
        let digits = arg.strip_prefix('-').filter(|d| {
            let d = d.strip_prefix(['-', '+']).unwrap_or(d);
            !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit())
        });
        match digits {
            Some(n) => args.push(format!("-n{n}")),
            None => {
                let option = arg.starts_with('-') && arg != "-";
                let takes = matches!(arg.as_str(), "-n" | "--adjustment");
                args.push(arg);
                if takes {
                    args.extend(rest.next());
                } else if !option {
                    break;
                }
            }
        }
    }
    args.extend(rest);
    let longs = [("adjustment", Arg::Required, 'n')];
    let parsed = match crate::coreutils::getopt::parse(&args, "+n:", &longs) {
        Ok(parsed) => parsed,
        Err(complaint) => return cx.complain(complaint).await,
    };
    let now = cx.p.nice(0).unwrap_or(0);
    let by = match parsed.value('n').map(|n| (n, n.parse::<i32>())) {
        None => 10,
        Some((_, Ok(n))) => n.clamp(-40, 40),
        Some((n, Err(_))) if cx.busybox() => {
            let text = format!("invalid number '{n}'");
            cx.err(text).await;
            return 1;
        }
        Some((n, Err(_))) => {
            let text = format!("invalid adjustment {quoted}", quoted = cx.ql(n));
            cx.err(text).await;
            return 125;
        }
    };
    if parsed.operands.is_empty() {
        if parsed.has('n') {
            return cx.usage_error("a command must be given with an adjustment").await;
        }
        cx.puts(&format!("{now}\n"));
        return 0;
    }
    if cx.p.set_nice(0, now + by).is_err() {
        if cx.busybox() {
            cx.err(format!("setpriority({}): Permission denied", now + by)).await;
            return 1;
        }
        cx.err("cannot set niceness: Permission denied").await;
    }
    let e = launch::exec(&cx.p, &parsed.operands).await;
    let name = &parsed.operands[0];
    if cx.busybox() {
        cx.err(format!("can't execute {quoted}: {e}", quoted = cx.ql(name))).await;
    } else {
        cx.err(format!("{quoted}: {e}", quoted = cx.ql(name))).await;
    }
    launch::exec_status(e)
}
