//! sysctl: a few of the kernel's settings, to be read.

use crate::coreutils::{Arg, Cx};
use crate::kernel::{RELEASE, VERSION};

fn values(cx: &Cx) -> Vec<(&'static str, String)> {
    vec![
        ("fs.file-max", "9223372036854775807".to_string()),
        ("fs.inotify.max_user_watches", "65536".to_string()),
        ("kernel.hostname", cx.p.hostname()),
        ("kernel.osrelease", RELEASE.to_string()),
        ("kernel.ostype", "Linux".to_string()),
        ("kernel.pid_max", "4194304".to_string()),
        ("kernel.version", VERSION.to_string()),
        ("net.core.somaxconn", "4096".to_string()),
        ("net.ipv4.ip_forward", "1".to_string()),
        ("vm.max_map_count", "1048576".to_string()),
        ("vm.overcommit_memory", "0".to_string()),
        ("vm.swappiness", "60".to_string()),
    ]
}

/// `sysctl`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [("all", Arg::No, 'a'), ("values", Arg::No, 'n'), ("write", Arg::No, 'w')];
    let parsed = match cx.getopt("anNeqwp::", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let all = values(cx);
    let show = |name: &str, value: &str| match (parsed.has('n'), parsed.has('N')) {
        (true, _) => format!("{value}\n"),
        (_, true) => format!("{name}\n"),
        _ => format!("{name} = {value}\n"),
    };
    if parsed.has('a') {
        for (name, value) in &all {
            cx.puts(&show(name, value));
        }
        return 0;
    }
    let mut status = 0;
    for operand in &parsed.operands {
        let (name, new) = match operand.split_once('=') {
            Some((n, v)) => (n, Some(v)),
            None => (operand.as_str(), None),
        };
        let name = name.replace('/', ".");
        match (all.iter().find(|v| v.0 == name), new) {
            (Some((name, value)), None) => cx.puts(&show(name, value)),
            (Some(_), Some(_)) => {
                let text = if cx.p.cred().euid == 0 {
                    format!("setting key \"{name}\": Drydock's kernel settings can not be changed")
                } else {
                    format!("permission denied on key \"{name}\"")
                };
                cx.err(text).await;
                status = 1;
            }
            (None, _) => {
                let path = name.replace('.', "/");
                let text = if cx.busybox() {
                    format!("error: '{path}' is an unknown key")
                } else {
                    format!("cannot stat /proc/sys/{path}: No such file or directory")
                };
                cx.err(text).await;
                status = 1;
            }
        }
    }
    status
}
