//! The server's loop: whoever calls is let in, what has come is done, what is due is done, then the log, the
//! changes and the answers go out, in this order. Nothing is held over a wait but the memory's handle.

use std::rc::Rc;

use super::aof;
use super::commands;
use super::resp::{self, Reply, Request};
use super::server::{Client, Memory, Server, millis};
use super::write_log;
use crate::kernel::{Fd, Proc, Signal};
use crate::vfs::{Errno, OpenFlags};

/// Bytes of answers that may wait for a client before it is read from again.
const OUTPUT_MAX: usize = 1 << 20;

/// Serves until the end; gives the exit status.
pub async fn serve(p: Proc, memory: Rc<Memory>) -> i32 {
    loop {
        while let Some(signal) = p.take_signal() {
            on_signal(&mut memory.0.borrow_mut(), &p, signal);
        }
        let exit = memory.0.borrow().exit;
        if exit.is_none() {
            let listener = memory.0.borrow().listener;
            while listener >= 0 && p.readable(listener).unwrap_or(false) {
                match p.accept(listener).await {
                    Ok((fd, peer)) => admit(&mut memory.0.borrow_mut(), &p, fd, &peer.to_string()),
                    Err(_) => break,
                }
            }
            {
                let mut s = memory.0.borrow_mut();
                s.reap(&p);
                s.work_by_the_clock(&p);
            }
            listen_to_clients(&p, &memory).await;
        }
        let served = commands::serve_blocked(&mut memory.0.borrow_mut(), &p);
        let (log, file) = {
            let mut s = memory.0.borrow_mut();
            (std::mem::take(&mut s.log), s.config.get("logfile"))
        };
        write_log(&p, &file, &log).await;
        aof::flush(&p, &memory).await;
        send(&p, &memory).await;
        if let Some(status) = exit {
            return status;
        }
        if served || memory.0.borrow().exit.is_some() || p.has_signal() {
            continue;
        }
        let (read, write, until) = wanted(&memory.0.borrow(), &p);
        let _ = p.poll(&read, &write, until).await;
    }
}

fn on_signal(s: &mut Server, p: &Proc, signal: Signal) {
    if s.exit.is_some() {
        return;
    }
    let seconds = p.now() / 1_000_000_000;
    let text = format!(
        "{}:signal-handler ({seconds}) Received SIG{} scheduling shutdown...\n",
        p.pid(),
        signal.name()
    );
    s.log.extend(text.into_bytes());
    s.shut_down(p, None, false);
}

fn admit(s: &mut Server, p: &Proc, fd: Fd, peer: &str) {
    let _ = p.set_fd_flags(fd, OpenFlags::READ | OpenFlags::WRITE | OpenFlags::NONBLOCK);
    let id = s.next_client;
    s.next_client += 1;
    s.stats.connections += 1;
    let full = s.clients.len() as i64 >= s.config.number("maxclients");
    let port = 32_768 + id * 2 % 28_000;
    let local = format!("{peer}:{}", s.config.get("port"));
    let client = Client {
        id,
        fd,
        addr: format!("{peer}:{port}"),
        local,
        allowed: s.config.bytes("requirepass").is_empty(),
        since: p.now(),
        active: p.now(),
        closing: full,
        ..Client::default()
    };
    s.clients.insert(id, client);
    if full {
        s.answer(id, &Reply::error("ERR max number of clients reached"));
    }
}

async fn listen_to_clients(p: &Proc, memory: &Memory) {
    let ids: Vec<(u64, Fd)> = memory.0.borrow().clients.values().map(|c| (c.id, c.fd)).collect();
    for (id, fd) in ids {
        let waits = |c: &Client| c.closing || c.output.len() > OUTPUT_MAX;
        if memory.0.borrow().clients.get(&id).is_none_or(waits) {
            continue;
        }
        if p.readable(fd).unwrap_or(true) {
            match p.read(fd, 1 << 16).await {
                Ok(piece) if !piece.is_empty() => {
                    let mut s = memory.0.borrow_mut();
                    s.stats.input += piece.len() as u64;
                    if let Some(c) = s.clients.get_mut(&id) {
                        c.input.extend(piece);
                    }
                }
                Err(Errno::EAGAIN | Errno::EINTR) => {}
                _ => {
                    memory.0.borrow_mut().clients.remove(&id);
                    let _ = p.close(fd);
                    continue;
                }
            }
        }
        while step(&mut memory.0.borrow_mut(), p, id) {
            p.tick(1).await;
        }
    }
}

/// Does one command of what a client has sent; whether there may be more.
fn step(s: &mut Server, p: &Proc, id: u64) -> bool {
    if s.asleep.is_some() || s.exit.is_some() {
        return false;
    }
    let Some(c) = s.clients.get_mut(&id) else { return false };
    if c.blocked.is_some() || c.closing || c.input.is_empty() {
        return false;
    }
    match resp::parse(&c.input) {
        Request::Partial => false,
        Request::Command(words, n) => {
            c.input.drain(..n);
            c.active = p.now();
            if !words.is_empty() {
                commands::execute(s, p, id, &words);
            }
            true
        }
        Request::Wrong(text) => {
            c.closing = true;
            s.answer(id, &Reply::Error(text));
            false
        }
    }
}

async fn send(p: &Proc, memory: &Memory) {
    let ids: Vec<(u64, Fd)> = memory.0.borrow().clients.values().map(|c| (c.id, c.fd)).collect();
    for (id, fd) in ids {
        loop {
            let piece = match memory.0.borrow().clients.get(&id) {
                Some(c) if !c.output.is_empty() => c.output[..c.output.len().min(4096)].to_vec(),
                _ => break,
            };
            match p.write(fd, &piece).await {
                Ok(n) => {
                    let mut s = memory.0.borrow_mut();
                    s.stats.output += n as u64;
                    if let Some(c) = s.clients.get_mut(&id) {
                        c.output.drain(..n);
                    }
                }
                Err(Errno::EAGAIN | Errno::EINTR) => break,
                Err(_) => {
                    if let Some(c) = memory.0.borrow_mut().clients.get_mut(&id) {
                        c.output.clear();
                        c.closing = true;
                    }
                }
            }
        }
        let done = |c: &Client| c.closing && c.output.is_empty();
        if memory.0.borrow().clients.get(&id).is_some_and(done) {
            memory.0.borrow_mut().clients.remove(&id);
            let _ = p.close(fd);
        }
    }
}

fn wanted(s: &Server, p: &Proc) -> (Vec<Fd>, Vec<Fd>, Option<i64>) {
    let mut read: Vec<Fd> = Vec::new();
    if s.listener >= 0 {
        read.push(s.listener);
    }
    let awake = s.asleep.is_none();
    if awake {
        read.extend(
            s.clients.values().filter(|c| !c.closing && c.output.len() <= OUTPUT_MAX).map(|c| c.fd),
        );
    }
    let write = s.clients.values().filter(|c| !c.output.is_empty()).map(|c| c.fd).collect();
    let until = s.deadline(millis(p)).map(|ms| ms.saturating_mul(1_000_000));
    (read, write, until)
}
