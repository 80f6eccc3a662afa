//! uname: what the kernel calls itself. Its release and version are read from /proc/version's source,
//! so that all say the same.

use crate::coreutils::{Arg, Cx};
use crate::kernel::{RELEASE, VERSION};

/// `uname`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("all", Arg::No, 'a'),
        ("kernel-name", Arg::No, 's'),
        ("nodename", Arg::No, 'n'),
        ("kernel-release", Arg::No, 'r'),
        ("kernel-version", Arg::No, 'v'),
        ("machine", Arg::No, 'm'),
        ("processor", Arg::No, 'p'),
        ("hardware-platform", Arg::No, 'i'),
        ("operating-system", Arg::No, 'o'),
    ];
    let parsed = match cx.getopt("asnrvmpio", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if let Some(extra) = parsed.operands.first() {
        return cx.usage_error(format!("extra operand {quoted}", quoted = cx.ql(extra))).await;
    }
    // Alpine's BusyBox leaves GNU out of the name.
    let alpine = cx.busybox() && cx.p.exists("/etc/alpine-release");
    let system = if alpine { "Linux" } else { "GNU/Linux" };
    let all = parsed.has('a');
    let want = |c: char| all || parsed.has(c) || (c == 's' && parsed.options.is_empty());
    let mut parts: Vec<String> = Vec::new();
    for (letter, value) in [
        ('s', "Linux".to_string()),
        ('n', cx.p.hostname()),
        ('r', RELEASE.to_string()),
        ('v', VERSION.to_string()),
        ('m', "x86_64".to_string()),
        ('p', "unknown".to_string()),
        ('i', "unknown".to_string()),
        ('o', system.to_string()),
    ] {
        // With -a, what is unknown is left out.
        if want(letter) && !(all && value == "unknown") {
            parts.push(value);
        }
    }
    cx.puts(&format!("{}\n", parts.join(" ")));
    0
}
