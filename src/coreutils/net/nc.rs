//! nc: bytes to and from a port.

use std::net::Ipv4Addr;
use std::pin::pin;

use futures_util::future::{Either, select};

use crate::coreutils::Cx;
use crate::kernel::{Fd, Proc};
use crate::vfs::Errno;

/// Copies from one descriptor to another until the end.
async fn pump(p: &Proc, from: Fd, to: Fd) -> Result<(), Errno> {
    loop {
        let piece = p.read(from, 1 << 16).await?;
        if piece.is_empty() {
            return Ok(());
        }
        p.write_all(to, &piece).await?;
    }
}

/// Both directions; ends when the other side does.
async fn talk(p: &Proc, fd: Fd, quit_at_end: bool) -> Result<(), Errno> {
    let incoming = pin!(pump(p, fd, 1));
    let outgoing = pin!(async {
        pump(p, 0, fd).await?;
        p.shutdown_write(fd)
    });
    match select(incoming, outgoing).await {
        Either::Left((done, _)) => done,
        Either::Right((_, _)) if quit_at_end => Ok(()),
        Either::Right((_, rest)) => rest.await,
    }
}

/// `nc`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("lp:zvw:q:nukNs:e:46", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if parsed.has('u') || parsed.has('e') {
        let what = if parsed.has('u') { "UDP" } else { "nc -e" };
        cx.err(format!("Drydock does not simulate {what}")).await;
        return 1;
    }
    if parsed.has('l') {
        let port = parsed.value('p').or(parsed.operands.last().map(String::as_str));
        let Some(port) = port.and_then(|p| p.parse::<u16>().ok()) else {
            return cx.usage_error("missing port with option -l").await;
        };
        let (listener, _) = match cx.p.listen(None, port) {
            Ok(done) => done,
            Err(e) => {
                cx.err(if cx.busybox() { format!("bind: {e}") } else { e.to_string() }).await;
                return 1;
            }
        };
        if parsed.has('v') {
            cx.say(&format!("Listening on 0.0.0.0 {port}\n")).await;
        }
        loop {
            let fd = match cx.p.accept(listener).await {
                Ok((fd, from)) => {
                    if parsed.has('v') {
                        cx.say(&format!("Connection received on {from}\n")).await;
                    }
                    fd
                }
                Err(e) => {
                    cx.err(format!("accept: {e}")).await;
                    return 1;
                }
            };
            let _ = talk(&cx.p, fd, false).await;
            let _ = cx.p.close(fd);
            if !parsed.has('k') {
                return 0;
            }
        }
    }
    let [host, port] = parsed.operands.as_slice() else {
        if cx.busybox() {
            return cx.busybox_usage().await;
        }
        cx.say("usage: nc [-klNvz] [-p port] [-w timeout] [destination] [port]\n").await;
        return 1;
    };
    let ports = match port.split_once('-') {
        Some((a, b)) => a.parse::<u16>().ok().zip(b.parse::<u16>().ok()),
        None => port.parse::<u16>().ok().map(|p| (p, p)),
    };
    let Some((first, last)) = ports else {
        cx.err(format!("port number invalid: {port}")).await;
        return 1;
    };
    let Some(addr) = cx.p.resolve_host(host).first().copied() else {
        let text = if cx.busybox() {
            format!("bad address '{host}'")
        } else {
            format!("getaddrinfo for host \"{host}\" port {port}: Name or service not known")
        };
        cx.err(text).await;
        return 1;
    };
    let mut status = 1;
    for port in first..=last {
        match cx.p.connect(addr, port).await {
            Err(e) => refused(cx, host, addr, port, e, parsed.has('v') || !parsed.has('z')).await,
            Ok(fd) => {
                status = 0;
                if parsed.has('v') {
                    let text = if cx.busybox() {
                        format!("{host} ({addr}:{port}) open\n")
                    } else {
                        format!("Connection to {host} ({addr}) {port} port [tcp/*] succeeded!\n")
                    };
                    cx.say(&text).await;
                }
                if !parsed.has('z') {
                    let quit = parsed.has('q') || parsed.has('N');
                    let _ = talk(&cx.p, fd, quit && !cx.busybox()).await;
                }
                let _ = cx.p.close(fd);
            }
        }
    }
    status
}

async fn refused(cx: &mut Cx, host: &str, addr: Ipv4Addr, port: u16, e: Errno, loud: bool) {
    if cx.busybox() {
        if loud {
            cx.err(format!("can't connect to remote host ({addr}): {e}")).await;
        }
    } else if loud {
        cx.err(format!("connect to {host} ({addr}) port {port} (tcp) failed: {e}")).await;
    }
}
