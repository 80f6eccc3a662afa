//! The running server; the rest is in `postmaster`.

use super::super::engine::storage::Cluster;
use super::super::error::PgError;
use super::postmaster::{Server, clock, log};
use crate::kernel::{
    Disposition, Fd, FileKind, KillTarget, Pid, Signal, WaitFlags, WaitFor, WaitStatus,
};
use crate::vfs::Errno;
use futures_util::future::{Either, select};
use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;

impl Server {
    /// Says how the server before went away, as the process that looks after that.
    pub async fn recover(&self, cluster: &mut Cluster) {
        let control = Cluster::control(&self.p, &self.dir).unwrap_or_default();
        let time = clock(
            control.get("time").copied().unwrap_or(0) as i64 * 1_000_000_000,
            "%Y-%m-%d %H:%M:%S",
        );
        let clean = control.get("state") == Some(&1);
        let lsn = cluster.lsn();
        cluster.wal += 0x70;
        let end = cluster.lsn();
        let lines = if clean {
            vec![format!("database system was shut down at {time} UTC")]
        } else {
            vec![
                format!("database system was interrupted; last known up at {time} UTC"),
                "database system was not properly shut down; automatic recovery in progress"
                    .to_string(),
                format!("redo starts at {lsn}"),
                format!("invalid record length at {end}: expected at least 24, got 0"),
                format!(
                    "redo done at {lsn} system usage: CPU: user: 0.00 s, system: 0.00 s, elapsed: 0.00 s"
                ),
            ]
        };
        let child = self.p.fork(|c| async move {
            for l in lines {
                log(&c, "LOG", &l).await;
            }
            0
        });
        if let Ok(pid) = child {
            let _ = self.p.wait_on(WaitFor::Pid(pid), WaitFlags::default()).await;
        }
    }

    pub async fn run(self) -> i32 {
        let p = &self.p;
        // After a copy of the world the process begins anew, with its files open: it goes on in silence.
        let held: Vec<Fd> = p
            .fds()
            .into_iter()
            .filter(|fd| matches!(p.file_kind(*fd), Ok(FileKind::Listener(_))))
            .collect();
        if held.is_empty()
            && let Err(status) = self.look().await
        {
            return status;
        }
        for s in [Signal::INT, Signal::TERM, Signal::QUIT, Signal::HUP, Signal::CHLD] {
            let _ = p.signal(s, Disposition::Handle);
        }
        let mut cluster = match Cluster::load(p, &self.dir) {
            Ok(c) => c,
            Err(PgError { message, .. }) => return self.fatal(&message, &[]).await,
        };
        cluster.version = self.version.clone();
        cluster.major = self.major;
        cluster.settings = self.all.clone();
        cluster.started = p.now();
        let port = self.setting("port", "5432");
        let path = format!(
            "{}/.s.PGSQL.{port}",
            self.setting("unix_socket_directories", "/var/run/postgresql")
        );
        let (tcp, unix, path) = match held.as_slice() {
            [] => {
                log(p, "LOG", &format!("starting PostgreSQL {} on x86_64-pc-linux-gnu, compiled by gcc (Debian 14.2.0-19) 14.2.0, 64-bit", self.version)).await;
                match self.listen().await {
                    Ok(l) => l,
                    Err(status) => return status,
                }
            }
            [one] => (None, *one, path),
            [a, b, ..] => (Some(*a), *b, path),
        };
        let lock = format!("{}/postmaster.pid", self.dir);
        if held.is_empty() {
            let note = |state: &str| {
                format!(
                    "{}\n{}\n{}\n{port}\n{}\n{}\n{:>9} {:>9}\n{state}\n",
                    p.pid(),
                    self.dir,
                    p.started() / 1_000_000_000,
                    self.setting("unix_socket_directories", "/var/run/postgresql"),
                    self.setting("listen_addresses", "localhost"),
                    2_007_326,
                    4
                )
            };
            let _ = p.write_file(&lock, note("starting").as_bytes(), 0o600);
            let opts = format!(
                "{}\n",
                p.argv()
                    .iter()
                    .enumerate()
                    .map(|(i, a)| if i == 0 {
                        format!("/usr/lib/postgresql/{}/bin/postgres", self.major)
                    } else {
                        format!("\"{a}\"")
                    })
                    .collect::<Vec<_>>()
                    .join(" ")
            );
            let _ = p.write_file(&format!("{}/postmaster.opts", self.dir), opts.as_bytes(), 0o600);
            self.recover(&mut cluster).await;
            if let Err(e) = cluster.save_control(p, 6) {
                return self
                    .fatal(&format!("could not write file \"global/pg_control\": {e}"), &[])
                    .await;
            }
            log(p, "LOG", "database system is ready to accept connections").await;
            let _ = p.write_file(&lock, note("ready   ").as_bytes(), 0o600);
        }
        let cluster = Rc::new(RefCell::new(cluster));
        let mut children: Vec<Pid> = Vec::new();
        let mut closing: Option<Signal> = None;
        loop {
            if closing.is_some() {
                if children.is_empty() {
                    break;
                }
                let _ = p
                    .wait(WaitFor::Any, WaitFlags::default())
                    .await
                    .map(|w| w.map(|(pid, _)| children.retain(|c| *c != pid)));
                if let Some(s @ (Signal::INT | Signal::QUIT)) = p.take_signal() {
                    closing = Some(s);
                    children.iter().for_each(|c| {
                        let _ = p.kill(KillTarget::Pid(*c), Some(Signal::KILL));
                    });
                }
                continue;
            }
            let called = match tcp {
                Some(tcp) => {
                    let (a, b) = (pin!(p.accept(tcp)), pin!(p.accept(unix)));
                    match select(a, b).await {
                        Either::Left((r, _)) | Either::Right((r, _)) => r,
                    }
                }
                None => p.accept(unix).await,
            };
            match called {
                Ok((fd, peer)) => {
                    let shared = Rc::clone(&cluster);
                    let child = p.fork(|c| async move {
                        for s in
                            [Signal::INT, Signal::TERM, Signal::QUIT, Signal::HUP, Signal::CHLD]
                        {
                            let _ = c.signal(s, Disposition::Default);
                        }
                        let listeners: Vec<Fd> = c
                            .fds()
                            .into_iter()
                            .filter(|f| matches!(c.file_kind(*f), Ok(FileKind::Listener(_))))
                            .collect();
                        listeners.iter().for_each(|f| {
                            let _ = c.close(*f);
                        });
                        super::backend::serve(c, fd, peer, shared).await
                    });
                    children.extend(child);
                    let _ = p.close(fd);
                }
                Err(Errno::EINTR) => {}
                Err(_) => return 1,
            }
            while let Ok(Some((pid, status))) =
                p.wait_now(WaitFor::Any, WaitFlags { nohang: true, ..WaitFlags::default() })
            {
                children.retain(|c| *c != pid);
                cluster.borrow_mut().clients.remove(&pid);
                if status == WaitStatus::Signaled(Signal::KILL) {
                    log(
                        p,
                        "LOG",
                        &format!("client backend (PID {pid}) was terminated by signal 9: Killed"),
                    )
                    .await;
                    log(p, "LOG", "terminating any other active server processes").await;
                    children.iter().for_each(|c| {
                        let _ = p.kill(KillTarget::Pid(*c), Some(Signal::KILL));
                    });
                    log(p, "LOG", "all server processes terminated; reinitializing").await;
                }
            }
            while let Some(s) = p.take_signal() {
                let (word, fast) = match s {
                    Signal::HUP => {
                        log(p, "LOG", "received SIGHUP, reloading configuration files").await;
                        continue;
                    }
                    Signal::TERM => ("smart", false),
                    Signal::INT => ("fast", true),
                    Signal::QUIT => ("immediate", true),
                    _ => continue,
                };
                log(p, "LOG", &format!("received {word} shutdown request")).await;
                closing = Some(s);
                if fast {
                    if s == Signal::INT {
                        log(p, "LOG", "aborting any active transactions").await;
                    }
                    children.iter().for_each(|c| {
                        let _ = p.kill(KillTarget::Pid(*c), Some(Signal::TERM));
                    });
                }
            }
        }
        if closing != Some(Signal::QUIT) {
            let lsn = cluster.borrow().lsn();
            let child = p.fork(|c| async move {
                log(&c, "LOG", "shutting down").await;
                log(&c, "LOG", "checkpoint starting: shutdown immediate").await;
                log(&c, "LOG", &format!("checkpoint complete: wrote 3 buffers (0.0%), wrote 0 SLRU buffers; 0 WAL file(s) added, 0 removed, 0 recycled; write=0.001 s, sync=0.001 s, total=0.003 s; sync files=2, longest=0.001 s, average=0.001 s; distance=0 kB, estimate=0 kB; lsn={lsn}, redo lsn={lsn}")).await;
                0
            });
            if let Ok(pid) = child {
                let _ = p.wait_on(WaitFor::Pid(pid), WaitFlags::default()).await;
            }
            let _ = cluster.borrow().save_control(p, 1);
        }
        let _ = p.unlink(&lock);
        let _ = p.unlink(&path);
        let _ = p.unlink(&format!("{path}.lock"));
        log(p, "LOG", "database system is shut down").await;
        0
    }
}
