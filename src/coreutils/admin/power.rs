//! reboot, poweroff, halt and shutdown: asked of the machine, which does it.

use crate::coreutils::Cx;
use crate::kernel::Power;

async fn ask(cx: &mut Cx, what: Power) -> i32 {
    match cx.p.request_power(what) {
        Ok(()) => {
            // The machine goes down under the feet of everybody who waits.
            let _ = cx.p.sleep(1_000_000_000).await;
            0
        }
        Err(e) => {
            let text = if cx.busybox() {
                e.to_string()
            } else {
                let verb = match what {
                    Power::Reboot => "reboot",
                    Power::Off => "power off",
                    Power::Halt | Power::Cut => "halt",
                };
                format!("Call to {verb} failed: Interactive authentication required.")
            };
            if cx.busybox() {
                cx.err(text).await;
            } else {
                cx.say(&format!("{text}\n")).await;
            }
            1
        }
    }
}

/// `reboot`.
pub async fn reboot(cx: &mut Cx) -> i32 {
    match cx.getopt("fnd:pw", &[]).await {
        Ok(_) => ask(cx, Power::Reboot).await,
        Err(status) => status,
    }
}

/// `poweroff`.
pub async fn poweroff(cx: &mut Cx) -> i32 {
    match cx.getopt("fnd:pw", &[]).await {
        Ok(_) => ask(cx, Power::Off).await,
        Err(status) => status,
    }
}

/// `halt`.
pub async fn halt(cx: &mut Cx) -> i32 {
    match cx.getopt("fnd:pw", &[]).await {
        Ok(_) => ask(cx, Power::Halt).await,
        Err(status) => status,
    }
}

/// `shutdown`.
pub async fn shutdown(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("rhPHkc", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if parsed.has('c') || parsed.has('k') {
        return 0;
    }
    let when = parsed.operands.first().map_or("+1", String::as_str);
    let minutes = match when {
        "now" => 0,
        other => match other.trim_start_matches('+').parse::<u64>() {
            Ok(n) => n.min(100_000),
            Err(_) => {
                cx.say(&format!("Failed to parse time specification: {other}\n")).await;
                return 1;
            }
        },
    };
    if cx.p.cred().euid == 0 && minutes > 0 {
        let _ = cx.p.sleep(minutes * 60_000_000_000).await;
    }
    let what = match (parsed.has('r'), parsed.has('H')) {
        (true, _) => Power::Reboot,
        (_, true) => Power::Halt,
        _ => Power::Off,
    };
    ask(cx, what).await
}
