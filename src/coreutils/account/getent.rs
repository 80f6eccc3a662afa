//! getent: entries of the system's databases, by key or all of them.

use crate::coreutils::Cx;
use crate::kernel::users;
use crate::vfs::text;

use super::files::Table;

fn lines(cx: &Cx, file: &str) -> Vec<String> {
    let data = text::decode_owned(cx.p.read_file(file).unwrap_or_default());
    let lines = data.lines().map(|l| l.split('#').next().unwrap_or_default().trim().to_string());
    lines.filter(|l| !l.is_empty()).collect()
}

/// Entries of a file of colons, whose key is the name or the number.
fn table(cx: &Cx, file: &'static str, key: Option<&str>) -> Vec<String> {
    let is = |l: &&Vec<String>| match key {
        None => true,
        Some(k) => l[0] == k || (!file.ends_with("shadow") && l.get(2).is_some_and(|n| n == k)),
    };
    let all = Table::read(&cx.p, file);
    let found = all.lines.iter().filter(is).map(|l| l.join(":"));
    if key.is_some() { found.take(1).collect() } else { found.collect() }
}

fn host_line(addr: &str, names: &str) -> String {
    format!("{addr:<15} {names}")
}

fn hosts(cx: &Cx, key: Option<&str>) -> Vec<String> {
    let words = |l: &String| l.split_whitespace().map(str::to_string).collect::<Vec<_>>();
    let all: Vec<Vec<String>> =
        lines(cx, "/etc/hosts").iter().map(words).filter(|w| w.len() > 1).collect();
    let Some(key) = key else {
        return all.iter().map(|w| host_line(&w[0], &w[1..].join(" "))).collect();
    };
    // A name is looked up among the addresses of IPv6 first.
    let named = |w: &&&Vec<String>| w.iter().any(|x| x == key);
    let six = all.iter().find(|w| w[0].contains(':') && named(&w));
    if let Some(w) = six.or_else(|| all.iter().find(|w| named(&w))) {
        return vec![host_line(&w[0], &w[1..].join(" "))];
    }
    let found = cx.p.resolve_host(key);
    found.iter().take(1).map(|a| host_line(&a.to_string(), key)).collect()
}

/// The three lines of a name in `ahosts`.
fn ahosts(cx: &Cx, key: Option<&str>) -> Vec<String> {
    let Some(key) = key else { return hosts(cx, None) };
    let mut out = Vec::new();
    for addr in cx.p.resolve_host(key) {
        out.push(format!("{addr:<15} STREAM {key}"));
        out.push(format!("{addr:<15} DGRAM  "));
        out.push(format!("{addr:<15} RAW    "));
    }
    out
}

async fn help(cx: &mut Cx) -> i32 {
    cx.say("Try `getent --help' or `getent --usage' for more information.\n").await;
    1
}

/// `getent`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("s:i", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let Some((database, keys)) = parsed.operands.split_first() else {
        cx.err("wrong number of arguments").await;
        return help(cx).await;
    };
    let mut asked: Vec<Option<&str>> = keys.iter().map(|k| Some(k.as_str())).collect();
    if asked.is_empty() {
        asked.push(None);
    }
    let mut status = 0;
    for key in asked {
        let found = match database.as_str() {
            "passwd" => table(cx, "/etc/passwd", key),
            "group" => table(cx, "/etc/group", key),
            "shadow" => table(cx, "/etc/shadow", key),
            "hosts" => hosts(cx, key),
            "ahosts" | "ahostsv4" => ahosts(cx, key),
            "initgroups" => match key.and_then(|k| cx.p.user_by_name(k)) {
                Some(u) => {
                    let all = users::groups_of(&cx.p, &u.name, u.gid);
                    let all: Vec<String> = all[1..].iter().map(u32::to_string).collect();
                    vec![format!("{:<21} {}", u.name, all.join(" "))]
                }
                None => Vec::new(),
            },
            "services" | "protocols" | "networks" | "ethers" | "rpc" | "netgroup" | "gshadow"
            | "ahostsv6" => Vec::new(),
            other => {
                cx.say(&format!("Unknown database: {other}\n")).await;
                return help(cx).await;
            }
        };
        if found.is_empty() && key.is_some() {
            status = 2;
        }
        for line in found {
            cx.puts(&format!("{line}\n"));
        }
    }
    status
}
