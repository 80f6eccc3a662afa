//! nc: bytes to and from a port.

use std::net::Ipv4Addr;
use std::pin::pin;

use futures_util::future::{Either, select};

use crate::coreutils::{Cx, getopt, launch};
use crate::kernel::{Disposition, Fd, Proc, Signal};
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

/// Both directions; ends when the other side does. Standard input has its turn first: what waits there
/// is sent even to one that has nothing to say.
async fn talk(p: &Proc, fd: Fd, quit_at_end: bool) -> Result<(), Errno> {
    let outgoing = pin!(async {
        pump(p, 0, fd).await?;
        p.shutdown_write(fd)
    });
    let incoming = pin!(pump(p, fd, 1));
    match select(outgoing, incoming).await {
        Either::Left((_, _)) if quit_at_end => Ok(()),
        Either::Left((_, rest)) => rest.await,
        Either::Right((done, _)) => done,
    }
}

/// Takes `-e PROG ARG...` of BusyBox's from the end of the arguments; without PROG it stays for getopt
/// to complain.
fn take_program(args: &mut Vec<String>) -> Option<Vec<String>> {
    let mut at = 0;
    while at < args.len() {
        match args[at].as_str() {
            "-e" if at + 1 < args.len() => {
                let program = args.split_off(at + 1);
                args.pop();
                return Some(program);
            }
            "-i" | "-p" | "-q" | "-s" | "-w" => at += 2,
            "--" => return None,
            _ => at += 1,
        }
    }
    None
}

/// `-e`: becomes the program, which speaks with the other side. Returns only when it could not be run.
async fn become_program(cx: &mut Cx, fd: Fd, program: &[String]) -> i32 {
    if let Err(e) = cx.p.dup2(fd, 0).and_then(|_| cx.p.dup2(fd, 1)) {
        cx.err(e).await;
        return 1;
    }
    let _ = cx.p.close(fd);
    let e = launch::exec(&cx.p, program).await;
    cx.err(format!("can't execute '{}': {e}", program[0])).await;
    1
}

/// `-e` of a server that goes on: a child for each caller.
async fn serve(cx: &mut Cx, fd: Fd, program: &[String]) {
    let child = launch::spawn(&cx.p, program, |s| s.fds = Some(vec![(0, fd), (1, fd), (2, 2)]));
    if let Err(e) = child {
        cx.err(format!("can't execute '{}': {e}", program[0])).await;
    }
    let _ = cx.p.close(fd);
}

/// `nc`.
pub async fn main(cx: &mut Cx) -> i32 {
    let mut args = cx.args();
    let program = if cx.busybox() { take_program(&mut args) } else { None };
    let parsed = match getopt::parse(&args, "lp:zvw:q:nukNs:e:46", &[]) {
        Ok(parsed) => parsed,
        Err(complaint) => return cx.complain(complaint).await,
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
        // BusyBox goes on listening only for a program (`-ll`, `-lk`).
        let twice = parsed.options.iter().filter(|(letter, _)| *letter == 'l').count() > 1;
        let on = (parsed.has('k') || twice) && (program.is_some() || !cx.busybox());
        if on && program.is_some() {
            let _ = cx.p.signal(Signal::CHLD, Disposition::Ignore);
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
            if !on {
                let _ = cx.p.close(listener);
            }
            match &program {
                Some(program) if on => serve(cx, fd, program).await,
                Some(program) => return become_program(cx, fd, program).await,
                None => {
                    let _ = talk(&cx.p, fd, false).await;
                    let _ = cx.p.close(fd);
                }
            }
            if !on {
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
                if let Some(program) = &program {
                    return become_program(cx, fd, program).await;
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
