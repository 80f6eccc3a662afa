//! ifconfig: interfaces and addresses, to be looked at.

use crate::coreutils::Cx;

use super::{LOOPBACK_MTU, broadcast, mask};

/// Everything that is shown of an interface.
struct Shown {
    name: String,
    addr: String,
    mask: String,
    broadcast: String,
    mac: String,
    mtu: u32,
}

fn gnu(i: &Shown) -> String {
    let counters = "        RX packets 0  bytes 0 (0.0 B)\n        RX errors 0  dropped 0  overruns 0  frame 0\n        \
                    TX packets 0  bytes 0 (0.0 B)\n        TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0\n\n";
    let flags = match i.name.as_str() {
        "lo" => "73<UP,LOOPBACK,RUNNING>",
        _ => "4163<UP,BROADCAST,RUNNING,MULTICAST>",
    };
    let mut out = format!("{}: flags={flags}  mtu {}\n", i.name, i.mtu);
    out += &format!("        inet {}  netmask {}", i.addr, i.mask);
    if i.name == "lo" {
        out += "\n        loop  txqueuelen 1000  (Local Loopback)\n";
    } else {
        out += &format!(
            "  broadcast {}\n        ether {}  txqueuelen 1000  (Ethernet)\n",
            i.broadcast, i.mac
        );
    }
    out + counters
}

fn busybox(i: &Shown) -> String {
    let lo = i.name == "lo";
    let link = if lo {
        "Local Loopback  ".to_string()
    } else {
        format!("Ethernet  HWaddr {}  ", i.mac.to_uppercase())
    };
    let bcast = if lo { String::new() } else { format!("  Bcast:{}", i.broadcast) };
    let flags = if lo { "UP LOOPBACK RUNNING" } else { "UP BROADCAST RUNNING MULTICAST" };
    format!(
        "{:<10}Link encap:{link}\n          inet addr:{}{bcast}  Mask:{}\n          {flags}  MTU:{}  Metric:1\n          \
         RX packets:0 errors:0 dropped:0 overruns:0 frame:0\n          \
         TX packets:0 errors:0 dropped:0 overruns:0 carrier:0\n          \
         collisions:0 txqueuelen:{} \n          RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)\n\n",
        i.name,
        i.addr,
        i.mask,
        i.mtu,
        // A container's end of a pair has no queue.
        if lo { 1000 } else { 0 }
    )
}

/// `ifconfig`.
pub async fn main(cx: &mut Cx) -> i32 {
    let words: Vec<String> = cx.args().into_iter().filter(|a| !a.starts_with('-')).collect();
    if words.len() > 1 {
        cx.err("Drydock does not simulate changes of the network's settings").await;
        return 1;
    }
    let (all, _) = cx.p.network();
    let mut shown: Vec<Shown> = all
        .iter()
        .map(|i| Shown {
            name: i.name.clone(),
            addr: i.addr.to_string(),
            mask: mask(i.prefix).to_string(),
            broadcast: broadcast(i).to_string(),
            mac: i.mac.clone(),
            mtu: i.mtu,
        })
        .collect();
    shown.push(Shown {
        name: "lo".to_string(),
        addr: "127.0.0.1".to_string(),
        mask: "255.0.0.0".to_string(),
        broadcast: String::new(),
        mac: String::new(),
        mtu: LOOPBACK_MTU,
    });
    shown.sort_by(|a, b| a.name.cmp(&b.name));
    if let Some(name) = words.first() {
        shown.retain(|i| i.name == *name);
        if shown.is_empty() {
            let text = if cx.busybox() {
                format!(
                    "ifconfig: {name}: error fetching interface information: Device not found\n"
                )
            } else {
                format!("{name}: error fetching interface information: Device not found\n")
            };
            cx.say(&text).await;
            return 1;
        }
    }
    for i in &shown {
        let text = if cx.busybox() { busybox(i) } else { gnu(i) };
        cx.puts(&text);
    }
    0
}
