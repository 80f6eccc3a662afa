//! sleep: waits on the virtual clock. Started anew after a fork of the world, it waits for what was
//! left, since the start is the process's own.

use super::{Cx, Dialect};

/// Seconds of one argument such as `1.5m`.
fn seconds(arg: &str) -> Option<f64> {
    if arg == "infinity" || arg == "inf" {
        return Some(f64::INFINITY);
    }
    let (number, unit) = match arg.char_indices().last()? {
        (i, 's') => (&arg[..i], 1.0),
        (i, 'm') => (&arg[..i], 60.0),
        (i, 'h') => (&arg[..i], 3_600.0),
        (i, 'd') => (&arg[..i], 86_400.0),
        _ => (arg, 1.0),
    };
    let plain = number.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    number.parse::<f64>().ok().filter(|n| plain && *n >= 0.0).map(|n| n * unit)
}

/// `sleep`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if parsed.operands.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    let mut total = 0.0;
    let mut bad = false;
    for arg in &parsed.operands {
        match seconds(arg) {
            Some(n) => total += n,
            None if cx.dialect == Dialect::Busybox => {
                cx.err(format!("invalid number '{arg}'")).await;
                return 1;
            }
            None => {
                cx.err(format!("invalid time interval '{arg}'")).await;
                bad = true;
            }
        }
    }
    if bad {
        return cx.try_help(1).await;
    }
    let ns = (total * 1e9).min(i64::MAX as f64 / 4.0) as i64;
    let until = cx.p.started().saturating_add(ns);
    while cx.p.now() < until {
        // A signal that is handled (here: none) would only make it wait on.
        let _ = cx.p.sleep_until(until).await;
    }
    0
}
