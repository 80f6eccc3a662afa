//! ss and netstat: the ports that are listened at.

use crate::coreutils::Cx;

/// Whether the arguments ask for listening TCP sockets.
fn wants(cx: &Cx, letters: &[char], words: &[&str]) -> bool {
    cx.args().iter().any(|a| {
        words.contains(&a.as_str())
            || (a.starts_with('-')
                && !a.starts_with("--")
                && a.chars().any(|c| letters.contains(&c)))
    })
}

/// `ss`.
pub async fn ss(cx: &mut Cx) -> i32 {
    let listening = wants(cx, &['l', 'a'], &["--listening", "--all"]);
    let other = wants(cx, &['u', 'x', 'w'], &["--udp", "--unix"]) && !wants(cx, &['t'], &["--tcp"]);
    let all_kinds = !wants(cx, &['t'], &["--tcp"]);
    let net = if all_kinds { "Netid " } else { "" };
    if wants(cx, &['H'], &["--no-header"]) {
        // Only the rows.
    } else {
        cx.puts(&format!(
            "{net}{:<6} {:<6} {:<6} {:>18}:{:<4} {:>18}:{:<4} Process\n",
            "State", "Recv-Q", "Send-Q", "Local Address", "Port", "Peer Address", "Port"
        ));
    }
    if !listening || other {
        return 0;
    }
    let (_, mut ports) = cx.p.network();
    ports.sort_by_key(|p| (p.1, p.0));
    for (addr, port) in ports {
        let addr = addr.map_or("0.0.0.0".to_string(), |a| a.to_string());
        let net = if all_kinds { "tcp   " } else { "" };
        cx.puts(&format!(
            "{net}{:<6} {:<6} {:<6} {addr:>18}:{port:<4} {:>18}:{:<4}\n",
            "LISTEN", 0, 4096, "0.0.0.0", "*"
        ));
    }
    0
}

/// `netstat`.
pub async fn netstat(cx: &mut Cx) -> i32 {
    if wants(cx, &['r'], &["--route"]) {
        let numbers = wants(cx, &['n'], &["--numeric"]);
        super::route::table(cx, numbers, true);
        return 0;
    }
    let listening = wants(cx, &['l'], &["--listening"]);
    let all = wants(cx, &['a'], &["--all"]);
    let which = match (listening, all) {
        (true, _) => "only servers",
        (_, true) => "servers and established",
        _ => "w/o servers",
    };
    cx.puts(&format!("Active Internet connections ({which})\n"));
    let programs = wants(cx, &['p'], &["--program", "--programs"]);
    let tail = if programs { "PID/Program name    " } else { "" };
    cx.puts(&format!(
        "Proto Recv-Q Send-Q Local Address           Foreign Address         State       {tail}\n"
    ));
    if listening || all {
        let (_, mut ports) = cx.p.network();
        ports.sort_by_key(|p| (p.1, p.0));
        for (addr, port) in ports {
            let addr = addr.map_or("0.0.0.0".to_string(), |a| a.to_string());
            let local = format!("{addr}:{port}");
            let tail = if programs { "-                   " } else { "" };
            cx.puts(&format!(
                "tcp        0      0 {local:<23} {:<23} LISTEN      {tail}\n",
                "0.0.0.0:*"
            ));
        }
    }
    0
}
