//! route, and what `netstat -r` shows of the same: the ways out of the network's interfaces.

use super::mask;
use crate::coreutils::Cx;
use crate::kernel::Interface;
use std::net::Ipv4Addr;

/// A way: where to, through whom (nobody for neighbours), with which mask, by which interface.
type Way<'a> = (Ipv4Addr, Option<Ipv4Addr>, Ipv4Addr, &'a str);

fn ways(all: &[Interface]) -> Vec<Way<'_>> {
    let out = all.iter().find_map(|i| Some((i, i.gateway?)));
    let out = out.map(|(i, gateway)| {
        (Ipv4Addr::UNSPECIFIED, Some(gateway), Ipv4Addr::UNSPECIFIED, i.name.as_str())
    });
    let mut near: Vec<Way<'_>> = all
        .iter()
        .map(|i| {
            let mask = mask(i.prefix);
            (Ipv4Addr::from(u32::from(i.addr) & u32::from(mask)), None, mask, i.name.as_str())
        })
        .collect();
    near.sort();
    out.into_iter().chain(near).collect()
}

/// The table, in the columns of `route` or of `netstat -r`.
pub(super) fn table(cx: &mut Cx, numbers: bool, netstat: bool) {
    let (all, _) = cx.p.network();
    let columns = match netstat {
        true => "  MSS Window  irtt Iface",
        false => "Metric Ref    Use Iface",
    };
    let mut out = format!(
        "Kernel IP routing table\nDestination     Gateway         Genmask         Flags {columns}\n"
    );
    for (to, gateway, mask, name) in ways(&all) {
        let (to, by) = match gateway {
            _ if numbers => (to.to_string(), gateway.unwrap_or(Ipv4Addr::UNSPECIFIED).to_string()),
            Some(gateway) => ("default".to_string(), gateway.to_string()),
            None => (to.to_string(), "*".to_string()),
        };
        let flags = if gateway.is_some() { "UG" } else { "U" };
        let rest = match netstat {
            true => format!("{flags:<9} 0 0          0 {name}"),
            false => format!("{flags:<5} 0      0        0 {name}"),
        };
        out.push_str(&format!("{to:<15} {by:<15} {:<15} {rest}\n", mask.to_string()));
    }
    cx.puts(&out);
}

/// `route`.
pub async fn main(cx: &mut Cx) -> i32 {
    let args = cx.args();
    if args.iter().any(|a| !a.starts_with('-')) {
        cx.err("Drydock does not simulate changes of the network's settings").await;
        return 1;
    }
    let wide = args.iter().any(|a| a.contains('e'));
    table(cx, args.iter().any(|a| a.contains('n')), wide);
    0
}
