//! The running server: a process for every connection, until it is told to end or one of them is killed.

use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;

use futures_util::future::{Either, select};

use super::super::engine::storage::Cluster;
use super::log::log;
use super::postmaster::Server;
use super::startup::Sockets;
use super::{backend, checkpointer};
use crate::kernel::{Fd, FileKind, KillTarget, Pid, Signal, WaitFlags, WaitFor, WaitStatus};
use crate::vfs::Errno;

/// A server that serves.
pub struct Running<'a> {
    server: &'a Server,
    sockets: &'a Sockets,
    cluster: Rc<RefCell<Cluster>>,
    children: Vec<Pid>,
    checkpointer: Pid,
}

impl<'a> Running<'a> {
    /// A server with its sockets, over a cluster.
    pub fn new(server: &'a Server, sockets: &'a Sockets, cluster: Cluster) -> Running<'a> {
        let cluster = Rc::new(RefCell::new(cluster));
        Running { server, sockets, cluster, children: Vec::new(), checkpointer: 0 }
    }

    fn kill_all(&self, signal: Signal) {
        for c in &self.children {
            let _ = self.server.p.kill(KillTarget::Pid(*c), Some(signal));
        }
    }

    /// Accepts connections until the server is told to end; gives the status, or nothing where a process of
    /// it was killed, and all must begin anew.
    pub async fn serve(mut self) -> Option<i32> {
        let p = &self.server.p;
        let shared = Rc::clone(&self.cluster);
        let child = p.fork(|c| checkpointer::main(c, shared));
        self.checkpointer = child.unwrap_or(0);
        {
            let mut c = self.cluster.borrow_mut();
            (c.postmaster, c.checkpointer) = (p.pid(), self.checkpointer);
        }
        loop {
            match self.accept().await {
                Ok(()) | Err(Errno::EINTR) => {}
                Err(_) => return Some(1),
            }
            if self.reap().await {
                self.crash().await;
                return None;
            }
            while let Some(s) = p.take_signal() {
                let word = match s {
                    Signal::HUP => {
                        let now = Rc::clone(&self.cluster.borrow().settings);
                        let new = self.server.reload(&now).await;
                        self.cluster.borrow_mut().settings = Rc::new(new);
                        continue;
                    }
                    Signal::TERM => "smart",
                    Signal::INT => "fast",
                    Signal::QUIT => "immediate",
                    _ => continue,
                };
                log(p, "LOG", &format!("received {word} shutdown request")).await;
                return Some(self.close(s).await);
            }
        }
    }

    /// Waits for a connection and starts the process for it.
    async fn accept(&mut self) -> Result<(), Errno> {
        let p = &self.server.p;
        let (fd, peer) = match self.sockets.tcp {
            Some(tcp) => {
                let (a, b) = (pin!(p.accept(tcp)), pin!(p.accept(self.sockets.unix)));
                match select(a, b).await {
                    Either::Left((r, _)) | Either::Right((r, _)) => r?,
                }
            }
            None => p.accept(self.sockets.unix).await?,
        };
        let shared = Rc::clone(&self.cluster);
        let child = p.fork(|c| async move {
            let listens = |f: &Fd| matches!(c.file_kind(*f), Ok(FileKind::Listener(_)));
            let listeners: Vec<Fd> = c.fds().into_iter().filter(listens).collect();
            listeners.iter().for_each(|f| {
                let _ = c.close(*f);
            });
            backend::serve(c, fd, peer, shared).await
        });
        self.children.extend(child);
        let _ = p.close(fd);
        Ok(())
    }

    /// Takes note of processes that have ended; whether one of them was killed.
    async fn reap(&mut self) -> bool {
        let p = &self.server.p;
        let mut killed = false;
        let flags = WaitFlags { nohang: true, ..WaitFlags::default() };
        while let Ok(Some((pid, status))) = p.wait_now(WaitFor::Any, flags) {
            self.children.retain(|c| *c != pid);
            let client = self.cluster.borrow_mut().clients.remove(&pid);
            let what =
                if pid == self.checkpointer { "checkpointer process" } else { "client backend" };
            match status {
                WaitStatus::Signaled(Signal::KILL) => {
                    let text = format!("{what} (PID {pid}) was terminated by signal 9: Killed");
                    log(p, "LOG", &text).await;
                    if let Some(c) = client.filter(|c| c.state == "active") {
                        let text = format!("Failed process was running: {}", c.query);
                        log(p, "DETAIL", &text).await;
                    }
                    killed = true;
                }
                WaitStatus::Exited(n) if n != 0 && pid == self.checkpointer => {
                    log(p, "LOG", &format!("{what} (PID {pid}) exited with exit code {n}")).await;
                    killed = true;
                }
                _ => {}
            }
        }
        killed
    }

    /// A process of the server was killed: what the others have in memory is not to be trusted.
    async fn crash(&mut self) {
        let p = &self.server.p;
        log(p, "LOG", "terminating any other active server processes").await;
        self.children.push(self.checkpointer);
        self.kill_all(Signal::KILL);
        self.wait_for_all().await;
    }

    async fn wait_for_all(&mut self) {
        while let Ok((pid, _)) = self.server.p.wait_on(WaitFor::Any, WaitFlags::default()).await {
            self.children.retain(|c| *c != pid);
            self.cluster.borrow_mut().clients.remove(&pid);
        }
    }

    /// Ends as a signal asks for: at once, without the sessions, or when they have ended.
    async fn close(mut self, how: Signal) -> i32 {
        let p = &self.server.p;
        let mut how = how;
        if how == Signal::INT {
            log(p, "LOG", "aborting any active transactions").await;
            self.kill_all(Signal::TERM);
        }
        while how != Signal::QUIT && !self.children.is_empty() {
            match p.wait_on(WaitFor::Any, WaitFlags::default()).await {
                Ok((pid, _)) => self.children.retain(|c| *c != pid),
                Err(Errno::EINTR) => {}
                Err(_) => break,
            }
            match p.take_signal() {
                Some(Signal::INT) => self.kill_all(Signal::TERM),
                Some(Signal::QUIT) => how = Signal::QUIT,
                _ => {}
            }
        }
        let last = match how {
            Signal::QUIT => Signal::KILL,
            _ => Signal::USR2,
        };
        if how == Signal::QUIT {
            self.kill_all(Signal::KILL);
        }
        let _ = p.kill(KillTarget::Pid(self.checkpointer), Some(last));
        loop {
            match p.wait_on(WaitFor::Any, WaitFlags::default()).await {
                Err(Errno::EINTR) | Ok(_) => {}
                Err(_) => return 0,
            }
        }
    }
}
