//! ip: interfaces, addresses and routes, to be looked at.

use crate::coreutils::Cx;
use crate::kernel::Interface;

use super::{broadcast, network};

/// The number and the first line of an interface.
fn head(n: usize, name: &str, busybox: bool) -> String {
    let lo = name == "lo";
    let flags = if lo { "LOOPBACK,UP,LOWER_UP" } else { "BROADCAST,MULTICAST,UP,LOWER_UP" };
    let (mtu, state) = if lo { (65_536, "UNKNOWN") } else { (1_500, "UP") };
    if busybox {
        let queue = if lo { " qlen 1000" } else { "" };
        return format!("{n}: {name}: <{flags}> mtu {mtu} qdisc noqueue{queue}\n");
    }
    format!(
        "{n}: {name}: <{flags}> mtu {mtu} qdisc noqueue state {state} group default qlen 1000\n"
    )
}

fn link(name: &str, mac: &str) -> String {
    if name == "lo" {
        "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n".to_string()
    } else {
        format!("    link/ether {mac} brd ff:ff:ff:ff:ff:ff\n")
    }
}

fn inet(addr: &str, extra: &str, name: &str) -> String {
    format!("    inet {addr} {extra} {name}\n       valid_lft forever preferred_lft forever\n")
}

fn interfaces(cx: &mut Cx, all: &[Interface], only: Option<&str>, addresses: bool) -> bool {
    let busybox = cx.busybox();
    let mut found = false;
    if only.is_none_or(|o| o == "lo") {
        found = true;
        cx.puts(&(head(1, "lo", busybox) + &link("lo", "")));
        if addresses {
            cx.puts(&inet("127.0.0.1/8", "scope host", "lo"));
            let scope = if busybox { "host" } else { "host noprefixroute" };
            cx.puts(&format!(
                "    inet6 ::1/128 scope {scope} \n       valid_lft forever preferred_lft forever\n"
            ));
        }
    }
    for (n, i) in all.iter().enumerate() {
        if only.is_some_and(|o| o != i.name) {
            continue;
        }
        found = true;
        cx.puts(&(head(n + 2, &i.name, busybox) + &link(&i.name, &i.mac)));
        if addresses {
            let addr = format!("{}/{}", i.addr, i.prefix);
            cx.puts(&inet(&addr, &format!("brd {} scope global", broadcast(i)), &i.name));
        }
    }
    found
}

fn brief(cx: &mut Cx, all: &[Interface], only: Option<&str>, addresses: bool) {
    let line = |name: &str, state: &str, what: &str| format!("{name:<16} {state:<14} {what} \n");
    let lo = if addresses { "127.0.0.1/8" } else { "00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP>" };
    let shown = |name: &str| only.is_none_or(|o| o == name);
    if shown("lo") {
        cx.puts(&line("lo", "UNKNOWN", lo));
    }
    for i in all.iter().filter(|i| shown(&i.name)) {
        let what = match addresses {
            true => format!("{}/{}", i.addr, i.prefix),
            false => format!("{} <BROADCAST,MULTICAST,UP,LOWER_UP>", i.mac),
        };
        cx.puts(&line(&i.name, "UP", &what));
    }
}

/// `ip`.
pub async fn main(cx: &mut Cx) -> i32 {
    let (options, words): (Vec<String>, Vec<String>) =
        cx.args().into_iter().partition(|a| a.starts_with('-'));
    let short = options.iter().any(|o| matches!(o.as_str(), "-br" | "-brief" | "--brief"));
    let (all, _) = cx.p.network();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let is = |word: &str, full: &str| !word.is_empty() && full.starts_with(word);
    let Some(object) = words.first() else {
        if cx.busybox() {
            return cx.busybox_usage().await;
        }
        cx.say("Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n").await;
        return 255;
    };
    let verb = words.get(1).copied().unwrap_or("show");
    let shows = is(verb, "show") || is(verb, "list") || verb == "ls";
    if !shows && (is(object, "address") || is(object, "link") || is(object, "route")) {
        cx.err("Drydock does not simulate changes of the network's settings").await;
        return 1;
    }
    let only = words[1..].iter().rfind(|w| !matches!(**w, "show" | "list" | "ls" | "dev" | "sh"));
    let only = only.copied();
    if is(object, "route") {
        if let Some((first, gateway)) = all.iter().find_map(|i| Some((i, i.gateway?))) {
            cx.puts(&format!("default via {gateway} dev {} \n", first.name));
        }
        for i in &all {
            let (net, name) = (network(i), &i.name);
            cx.puts(&format!(
                "{net}/{} dev {name} proto kernel scope link src {} \n",
                i.prefix, i.addr
            ));
        }
        return 0;
    }
    let addresses = is(object, "address");
    if addresses || is(object, "link") {
        if short {
            brief(cx, &all, only, addresses);
            return 0;
        }
        if !interfaces(cx, &all, only, addresses) {
            let name = only.unwrap_or_default();
            let text = if cx.busybox() {
                format!("ip: can't find device '{name}'\n")
            } else {
                format!("Device \"{name}\" does not exist.\n")
            };
            cx.say(&text).await;
            return 1;
        }
        return 0;
    }
    for known in ["neighbour", "rule", "netns", "maddress", "tunnel", "monitor"] {
        if is(object, known) {
            cx.err(format!("Drydock does not simulate ip {known}")).await;
            return 1;
        }
    }
    cx.say(&format!("Object \"{object}\" is unknown, try \"ip help\".\n")).await;
    1
}
