//! ip: interfaces, addresses and routes, to be looked at.

use crate::coreutils::Cx;
use crate::kernel::Interface;

use super::{LOOPBACK_MTU, broadcast, network};

/// The number and the first line of an interface.
fn head(n: usize, name: &str, mtu: u32, busybox: bool) -> String {
    let lo = name == "lo";
    let flags = if lo { "LOOPBACK,UP,LOWER_UP" } else { "BROADCAST,MULTICAST,UP,LOWER_UP" };
    let state = if lo { "UNKNOWN" } else { "UP" };
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

/// What of the interfaces is wanted.
#[derive(Clone, Copy)]
struct Wanted {
    addresses: bool,
    /// Which of the two families; both where neither was named.
    family: Option<&'static str>,
    /// Everything in one line.
    oneline: bool,
}

/// The addresses of an interface: family, address, what stands behind it.
type Addresses = Vec<(&'static str, String, String)>;

fn shown(number: usize, name: &str, parts: (String, String), all: &Addresses, w: Wanted) -> String {
    let (head, link) = parts;
    let fits = |family: &str| w.family.is_none_or(|f| f == family);
    let each = all.iter().filter(|(family, ..)| fits(family)).map(|(family, addr, extra)| {
        format!("    {family} {addr} {extra}\n       valid_lft forever preferred_lft forever\n")
    });
    let each: Vec<String> = if w.addresses { each.collect() } else { Vec::new() };
    let joined = |text: &str| format!("{}\n", text.trim_end_matches('\n').replace('\n', "\\"));
    match (w.addresses, w.oneline) {
        (true, true) => each.iter().map(|a| format!("{number}: {name}{}", joined(a))).collect(),
        (false, true) => joined(&(head + &link)),
        _ if w.family.is_some() && w.addresses && each.is_empty() => String::new(),
        _ if w.family.is_some() => head + &each.concat(),
        _ => head + &link + &each.concat(),
    }
}

fn interfaces(cx: &mut Cx, all: &[Interface], only: Option<&str>, w: Wanted) -> bool {
    let busybox = cx.busybox();
    let mut found = false;
    if only.is_none_or(|o| o == "lo") {
        found = true;
        let scope = if busybox { "host" } else { "host noprefixroute" };
        let addresses = vec![
            ("inet", "127.0.0.1/8".to_string(), "scope host lo".to_string()),
            ("inet6", "::1/128".to_string(), format!("scope {scope} ")),
        ];
        let parts = (head(1, "lo", LOOPBACK_MTU, busybox), link("lo", ""));
        cx.puts(&shown(1, "lo", parts, &addresses, w));
    }
    for (n, i) in (2..).zip(all) {
        if only.is_some_and(|o| o != i.name) {
            continue;
        }
        found = true;
        let extra = format!("brd {} scope global {}", broadcast(i), i.name);
        let mut addresses = vec![("inet", format!("{}/{}", i.addr, i.prefix), extra)];
        for (n, local) in i.more.iter().enumerate() {
            let second = if n > 0 { "secondary " } else { "" };
            let extra = format!("brd 169.254.255.255 scope global {second}{}", i.name);
            addresses.push(("inet", format!("{local}/16"), extra));
        }
        let parts = (head(n, &i.name, i.mtu, busybox), link(&i.name, &i.mac));
        cx.puts(&shown(n, &i.name, parts, &addresses, w));
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
    let (mut words, mut args) = (Vec::new(), cx.args().into_iter());
    let (mut short, mut oneline, mut family) = (false, false, None);
    while let Some(arg) = args.next() {
        // Behind the object everything is a word of its own.
        let Some(option) = arg.strip_prefix('-').filter(|_| words.is_empty()) else {
            words.push(arg);
            continue;
        };
        match option.trim_start_matches('-') {
            "4" => family = Some("inet"),
            "6" => family = Some("inet6"),
            "o" | "oneline" => oneline = true,
            "f" | "family" => match args.next().as_deref() {
                Some("inet") => family = Some("inet"),
                Some("inet6") => family = Some("inet6"),
                _ => {}
            },
            _ if cx.busybox() => return cx.busybox_usage().await,
            "br" | "brief" => short = true,
            // Colours, numbers and details change nothing here.
            _ => {}
        }
    }
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
        let mut ways: Vec<_> = all.iter().collect();
        ways.sort_by_key(|i| network(i));
        for i in ways {
            let (net, name) = (network(i), &i.name);
            let how = if cx.busybox() { "scope link " } else { "proto kernel scope link" };
            cx.puts(&format!("{net}/{} dev {name} {how} src {} \n", i.prefix, i.addr));
        }
        return 0;
    }
    let addresses = is(object, "address");
    if addresses || is(object, "link") {
        if short {
            brief(cx, &all, only, addresses);
            return 0;
        }
        if !interfaces(cx, &all, only, Wanted { addresses, family, oneline }) {
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
