//! hostname: the machine's name, and its addresses.

use crate::coreutils::{Arg, Cx};
use crate::vfs::text;

/// Addresses and names of /etc/hosts, a line each.
pub fn hosts(cx: &Cx) -> Vec<Vec<String>> {
    let data = text::decode_owned(cx.p.read_file("/etc/hosts").unwrap_or_default());
    let words = |l: &str| {
        let l = l.split('#').next().unwrap_or_default();
        l.split_whitespace().map(str::to_string).collect::<Vec<_>>()
    };
    data.lines().map(words).filter(|w| w.len() > 1).collect()
}

async fn set(cx: &mut Cx, name: &str) -> i32 {
    match cx.p.set_hostname(name.trim()) {
        Ok(()) => 0,
        Err(_) if !cx.busybox() => {
            cx.err("you must be root to change the host name").await;
            1
        }
        Err(e) => {
            cx.err(format!("sethostname: {e}")).await;
            1
        }
    }
}

/// `hostname`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("short", Arg::No, 's'),
        ("ip-address", Arg::No, 'i'),
        ("all-ip-addresses", Arg::No, 'I'),
        ("fqdn", Arg::No, 'f'),
        ("long", Arg::No, 'f'),
        ("domain", Arg::No, 'd'),
        ("alias", Arg::No, 'a'),
        ("file", Arg::Required, 'F'),
    ];
    let parsed = match cx.getopt("siIfdaF:", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if let Some(file) = parsed.value('F') {
        return match cx.p.read_file(file) {
            Ok(data) => {
                let name = text::decode_owned(data);
                set(cx, &name).await
            }
            Err(e) => {
                let text = format!("{file}: {e}");
                cx.err(text).await;
                1
            }
        };
    }
    if let Some(name) = parsed.operands.first() {
        return set(cx, &name.clone()).await;
    }
    let name = cx.p.hostname();
    let entry = hosts(cx).into_iter().find(|h| h[1..].contains(&name));
    let text = match parsed.options.last().map(|o| o.0) {
        None => name,
        Some('s') => name.split('.').next().unwrap_or_default().to_string(),
        Some(letter) => match entry {
            None if letter != 'I' => {
                let text = if cx.busybox() {
                    format!("{name}: Unknown host")
                } else {
                    "Name or service not known".to_string()
                };
                cx.err(text).await;
                return 1;
            }
            None => String::new(),
            Some(entry) => match letter {
                'i' => entry[0].clone(),
                'I' if entry[0].starts_with("127.") => String::new(),
                'I' => format!("{} ", entry[0]),
                'f' => entry.get(1).cloned().unwrap_or(name),
                'd' => entry[1].split_once('.').map_or("", |d| d.1).to_string(),
                _ => entry[2..].join(" "),
            },
        },
    };
    cx.puts(&format!("{text}\n"));
    0
}
