//! ping: whether an address of this machine's networks answers.

use crate::coreutils::Cx;
use crate::coreutils::time::SECOND;
use crate::kernel::{Disposition, Signal};
use crate::vfs::{CapSet, Errno};

use super::answers;

/// `ping`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = if cx.busybox() { 1 } else { 2 };
    let parsed = match cx.getopt("c:i:w:W:s:qn46t:I:", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let Some(host) = parsed.operands.first().cloned() else {
        return cx.usage_error("usage error: Destination address required").await;
    };
    let Some(addr) = cx.p.resolve_host(&host).first().copied() else {
        let text = if cx.busybox() {
            format!("bad address '{host}'")
        } else {
            format!("{host}: Temporary failure in name resolution")
        };
        cx.err(text).await;
        return cx.usage_status;
    };
    let count = parsed.value('c').and_then(|c| c.parse::<u64>().ok()).unwrap_or(u64::MAX);
    let seconds = |letter| parsed.value(letter).and_then(|v: &str| v.parse::<f64>().ok());
    let interval = seconds('i').filter(|s| s.is_finite()).unwrap_or(1.0).clamp(0.002, 1e6);
    let limit = seconds('w').or(seconds('W').filter(|_| cx.busybox()));
    let size = parsed.value('s').and_then(|s| s.parse::<u32>().ok()).unwrap_or(56).min(65_507);
    let text = if cx.busybox() {
        format!("PING {host} ({addr}): {size} data bytes\n")
    } else {
        format!("PING {host} ({addr}) {size}({}) bytes of data.\n", size + 28)
    };
    if !cx.busybox() && answers(&cx.p, addr).await == Err(Errno::ENETUNREACH) {
        cx.err(format!("connect: {}", Errno::ENETUNREACH)).await;
        return cx.usage_status;
    }
    cx.puts(&text);
    if cx.busybox() && !cx.p.cred().can(CapSet::NET_RAW) {
        cx.err("permission denied (are you root?)").await;
        return 1;
    }
    let _ = cx.p.signal(Signal::INT, Disposition::Handle);
    let begun = cx.p.now();
    let (mut sent, mut came) = (0_u64, 0_u64);
    let mut times = Vec::new();
    while sent < count {
        sent += 1;
        let answer = answers(&cx.p, addr).await;
        if answer == Err(Errno::ENETUNREACH) {
            cx.err(format!("sendto: {}", Errno::ENETUNREACH)).await;
            return cx.usage_status;
        }
        if answer.is_ok() {
            came += 1;
            // A time that differs from one to the next, and is the same in every replay.
            let mut noise = [0];
            cx.p.random(&mut noise);
            let us = 40 + u64::from(noise[0]) / 4;
            times.push(us);
            let seq = if cx.busybox() {
                format!("{} bytes from {addr}: seq={} ttl=64", size + 8, sent - 1)
            } else {
                let name = if host == addr.to_string() {
                    host.clone()
                } else {
                    format!("{host} ({addr})")
                };
                format!("{} bytes from {name}: icmp_seq={sent} ttl=64", size + 8)
            };
            if !parsed.has('q') {
                cx.puts(&format!("{seq} time=0.{us:03} ms\n"));
            }
        }
        let over = limit.is_some_and(|l| (cx.p.now() - begun) as f64 / 1e9 >= l);
        if !cx.pace().await || sent == count || over {
            break;
        }
        if cx.p.sleep((interval * 1e9) as u64).await.is_err() {
            break;
        }
    }
    if came == 0 && sent == count {
        // The last answer is waited for.
        let _ = cx.p.sleep(SECOND as u64).await;
    }
    let loss = (sent - came) * 100 / sent.max(1);
    cx.puts(&format!("\n--- {host} ping statistics ---\n"));
    if cx.busybox() {
        cx.puts(&format!(
            "{sent} packets transmitted, {came} packets received, {loss}% packet loss\n"
        ));
    } else {
        let ms = (cx.p.now() - begun) / 1_000_000;
        cx.puts(&format!(
            "{sent} packets transmitted, {came} received, {loss}% packet loss, time {ms}ms\n"
        ));
    }
    if let (Some(min), Some(max)) = (times.iter().min(), times.iter().max()) {
        let mean = times.iter().sum::<u64>() / times.len() as u64;
        if cx.busybox() {
            cx.puts(&format!("round-trip min/avg/max = 0.{min:03}/0.{mean:03}/0.{max:03} ms\n"));
        } else {
            cx.puts(&format!(
                "rtt min/avg/max/mdev = 0.{min:03}/0.{mean:03}/0.{max:03}/0.{:03} ms\n",
                (max - min) / 2
            ));
        }
    }
    i32::from(came == 0)
}
