//! `postgres`: looks at the data directory, recovers, listens, and starts a process for every connection.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::pin::pin;
use std::rc::Rc;

use chrono::DateTime;
use futures_util::future::{Either, select};

use crate::kernel::{Disposition, Fd, FileKind, KillTarget, Pid, Proc, Signal, WaitFlags, WaitFor, WaitStatus};
use crate::vfs::Errno;

use super::super::engine::storage::Cluster;
use super::super::error::PgError;

/// A time as the log shows it.
pub fn clock(ns: i64, format: &str) -> String {
    DateTime::from_timestamp_nanos(ns).format(format).to_string()
}

/// A line of the log.
pub async fn log(p: &Proc, level: &str, text: &str) {
    let line = format!("{} UTC [{}] {level}:  {text}\n", clock(p.now(), "%Y-%m-%d %H:%M:%S%.3f"), p.pid());
    let _ = p.write_all(2, line.as_bytes()).await;
}

async fn say(p: &Proc, text: &str) -> i32 {
    let _ = p.write_all(2, format!("{text}\n").as_bytes()).await;
    1
}

/// The settings of a configuration file: `name = value`.
fn settings(text: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some((name, value)) = line.split_once('=').or_else(|| line.split_once(' ')) {
            let value = value.trim().trim_matches('\'');
            all.insert(name.trim().to_lowercase(), value.to_string());
        }
    }
    all
}

/// The server's program.
pub async fn main(p: Proc, major: u32) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let mut dir = p.env("PGDATA").unwrap_or_default();
    let mut own = BTreeMap::new();
    let mut it = args.iter();
    while let Some(a) = it.next() {
        let (flag, rest) = if let Some(long) = a.strip_prefix("--") { ("--", long.to_string()) } else { (a.get(..2).unwrap_or(a), a.get(2..).unwrap_or_default().to_string()) };
        let value = |it: &mut std::slice::Iter<'_, String>| if rest.is_empty() { it.next().cloned().unwrap_or_default() } else { rest.clone() };
        match flag {
            "-D" => dir = value(&mut it),
            "-p" => drop(own.insert("port".to_string(), value(&mut it))),
            "-k" => drop(own.insert("unix_socket_directories".to_string(), value(&mut it))),
            "-c" | "--" => {
                let v = value(&mut it);
                if let Some((n, v)) = v.split_once('=') {
                    own.insert(n.replace('-', "_").to_lowercase(), v.to_string());
                }
            }
            _ => {
                say(&p, &format!("postgres: invalid argument: \"{a}\"")).await;
                return say(&p, "Try \"postgres --help\" for more information.").await;
            }
        }
    }
    if p.cred().uid == 0 {
        return say(
            &p,
            "\"root\" execution of the PostgreSQL server is not permitted.\nThe server must be started under an unprivileged user ID to prevent\npossible system security compromise.  See the documentation for\nmore information on how to properly start the server.",
        )
        .await;
    }
    if dir.is_empty() {
        return say(&p, "postgres does not know where to find the server configuration file.\nYou must specify the --config-file or -D invocation option or set the PGDATA environment variable.").await;
    }
    let conf = match p.read_file(&format!("{dir}/postgresql.conf")) {
        Ok(text) => crate::vfs::text::decode_owned(text),
        Err(e) => {
            if !p.exists(&dir) {
                say(&p, &format!("postgres: could not access directory \"{dir}\": {e}")).await;
                return say(&p, "Run initdb or pg_basebackup to initialize a PostgreSQL data directory.").await;
            }
            return say(&p, &format!("postgres: could not access the server configuration file \"{dir}/postgresql.conf\": {e}")).await;
        }
    };
    let mut all = settings(&conf);
    all.extend(own);
    all.insert("data_directory".into(), dir.clone());
    let version = super::super::version(major);
    all.insert("server_version".into(), version.clone());
    all.insert("server_version_num".into(), format!("{}", major * 10_000 + 7));
    let server = Server { dir, major, version, all, p };
    server.run().await
}

struct Server {
    dir: String,
    major: u32,
    version: String,
    all: BTreeMap<String, String>,
    p: Proc,
}

impl Server {
    async fn fatal(&self, text: &str, more: &[(&str, String)]) -> i32 {
        log(&self.p, "FATAL", text).await;
        for (word, text) in more {
            log(&self.p, word, text).await;
        }
        1
    }

    fn setting(&self, name: &str, other: &str) -> String {
        self.all.get(name).cloned().unwrap_or_else(|| other.to_string())
    }

    /// Whether the data directory can be used.
    async fn look(&self) -> Result<(), i32> {
        let (p, dir) = (&self.p, &self.dir);
        let Ok(stat) = p.stat(dir) else { return Err(1) };
        if stat.uid != p.cred().uid {
            let hint = "The server must be started by the user that owns the data directory.".to_string();
            return Err(self.fatal(&format!("data directory \"{dir}\" has wrong ownership"), &[("HINT", hint)]).await);
        }
        if stat.mode & 0o027 != 0 {
            let detail = "Permissions should be u=rwx (0700) or u=rwx,g=rx (0750).".to_string();
            return Err(self.fatal(&format!("data directory \"{dir}\" has invalid permissions"), &[("DETAIL", detail)]).await);
        }
        let have = p.read_file(&format!("{dir}/PG_VERSION")).unwrap_or_default();
        let have = String::from_utf8_lossy(&have).trim().to_string();
        if have.is_empty() {
            let detail = format!("File \"{dir}/PG_VERSION\" is missing.");
            return Err(self.fatal(&format!("\"{dir}\" is not a valid data directory"), &[("DETAIL", detail)]).await);
        }
        if have != self.major.to_string() {
            let detail = format!(
                "The data directory was initialized by PostgreSQL version {have}, which is not compatible with this version {}.",
                self.version
            );
            return Err(self.fatal("database files are incompatible with server", &[("DETAIL", detail)]).await);
        }
        let lock = format!("{dir}/postmaster.pid");
        if let Ok(text) = p.read_file(&lock) {
            let text = String::from_utf8_lossy(&text).to_string();
            let pid: Pid = text.lines().next().and_then(|l| l.parse().ok()).unwrap_or(0);
            let alive = pid != 0 && pid != p.pid() && pid != p.ppid() && p.kill(KillTarget::Pid(pid), None) != Err(Errno::ESRCH);
            if alive {
                let hint = format!("Is another postmaster (PID {pid}) running in data directory \"{dir}\"?");
                return Err(self.fatal("lock file \"postmaster.pid\" already exists", &[("HINT", hint)]).await);
            }
        }
        Ok(())
    }

    /// Opens the port and the socket file.
    async fn listen(&self) -> Result<(Option<Fd>, Fd, String), i32> {
        let p = &self.p;
        let port: u16 = self.setting("port", "5432").parse().unwrap_or(5432);
        let addresses = self.setting("listen_addresses", "localhost");
        let mut tcp = None;
        if !addresses.is_empty() {
            let addr = match addresses.as_str() {
                "*" | "0.0.0.0" => None,
                "localhost" => Some(std::net::Ipv4Addr::LOCALHOST),
                a => a.parse().ok(),
            };
            let shown = addr.map_or("0.0.0.0".to_string(), |a| a.to_string());
            match p.listen(addr, port) {
                Ok((fd, _)) => {
                    log(p, "LOG", &format!("listening on IPv4 address \"{shown}\", port {port}")).await;
                    log(p, "LOG", &format!("listening on IPv6 address \"{}\", port {port}", if addr.is_none() { "::" } else { "::1" })).await;
                    tcp = Some(fd);
                }
                Err(e) => {
                    log(p, "LOG", &format!("could not bind IPv4 address \"{shown}\": {e}")).await;
                    log(p, "HINT", &format!("Is another postmaster already running on port {port}? If not, wait a few seconds and retry.")).await;
                    return Err(self.fatal(&format!("could not create any TCP/IP sockets for \"{addresses}\""), &[]).await);
                }
            }
        }
        let path = format!("{}/.s.PGSQL.{port}", self.setting("unix_socket_directories", "/var/run/postgresql"));
        let _ = p.unlink(&path);
        let mask = p.set_umask(0);
        let unix = p.listen_at(&path, 0o777);
        p.set_umask(mask);
        match unix {
            Ok(fd) => {
                log(p, "LOG", &format!("listening on Unix socket \"{path}\"")).await;
                let lock = format!("{}\n{}\n{}\n{port}\n{}\n", p.pid(), self.dir, p.started() / 1_000_000_000, path.trim_end_matches(&format!("/.s.PGSQL.{port}")));
                let _ = p.write_file(&format!("{path}.lock"), lock.as_bytes(), 0o600);
                Ok((tcp, fd, path))
            }
            Err(e) => Err(self.fatal(&format!("could not create lock file \"{path}.lock\": {e}"), &[]).await),
        }
    }

    /// Says how the server before went away, as the process that looks after that.
    async fn recover(&self, cluster: &mut Cluster) {
        let control = Cluster::control(&self.p, &self.dir).unwrap_or_default();
        let time = clock(control.get("time").copied().unwrap_or(0) as i64 * 1_000_000_000, "%Y-%m-%d %H:%M:%S");
        let clean = control.get("state") == Some(&1);
        let lsn = cluster.lsn();
        cluster.wal += 0x70;
        let end = cluster.lsn();
        let lines = if clean {
            vec![format!("database system was shut down at {time} UTC")]
        } else {
            vec![
                format!("database system was interrupted; last known up at {time} UTC"),
                "database system was not properly shut down; automatic recovery in progress".to_string(),
                format!("redo starts at {lsn}"),
                format!("invalid record length at {end}: expected at least 24, got 0"),
                format!("redo done at {lsn} system usage: CPU: user: 0.00 s, system: 0.00 s, elapsed: 0.00 s"),
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

    async fn run(self) -> i32 {
        let p = &self.p;
        // After a copy of the world the process begins anew, with its files open: it goes on in silence.
        let held: Vec<Fd> = p.fds().into_iter().filter(|fd| matches!(p.file_kind(*fd), Ok(FileKind::Listener(_)))).collect();
        if held.is_empty() && let Err(status) = self.look().await {
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
        let path = format!("{}/.s.PGSQL.{port}", self.setting("unix_socket_directories", "/var/run/postgresql"));
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
            let note = |state: &str| format!("{}\n{}\n{}\n{port}\n{}\n{}\n{:>9} {:>9}\n{state}\n", p.pid(), self.dir, p.started() / 1_000_000_000,
                self.setting("unix_socket_directories", "/var/run/postgresql"), self.setting("listen_addresses", "localhost"), 2_007_326, 4);
            let _ = p.write_file(&lock, note("starting").as_bytes(), 0o600);
            let opts = format!("{}\n", p.argv().iter().enumerate().map(|(i, a)| if i == 0 { format!("/usr/lib/postgresql/{}/bin/postgres", self.major) } else { format!("\"{a}\"") }).collect::<Vec<_>>().join(" "));
            let _ = p.write_file(&format!("{}/postmaster.opts", self.dir), opts.as_bytes(), 0o600);
            self.recover(&mut cluster).await;
            if let Err(e) = cluster.save_control(p, 6) {
                return self.fatal(&format!("could not write file \"global/pg_control\": {e}"), &[]).await;
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
                let _ = p.wait(WaitFor::Any, WaitFlags::default()).await.map(|w| w.map(|(pid, _)| children.retain(|c| *c != pid)));
                if let Some(s @ (Signal::INT | Signal::QUIT)) = p.take_signal() {
                    closing = Some(s);
                    children.iter().for_each(|c| drop(p.kill(KillTarget::Pid(*c), Some(Signal::KILL))));
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
                        for s in [Signal::INT, Signal::TERM, Signal::QUIT, Signal::HUP, Signal::CHLD] {
                            let _ = c.signal(s, Disposition::Default);
                        }
                        let listeners: Vec<Fd> = c.fds().into_iter().filter(|f| matches!(c.file_kind(*f), Ok(FileKind::Listener(_)))).collect();
                        listeners.iter().for_each(|f| drop(c.close(*f)));
                        super::backend::serve(c, fd, peer, shared).await
                    });
                    children.extend(child);
                    let _ = p.close(fd);
                }
                Err(Errno::EINTR) => {}
                Err(_) => return 1,
            }
            while let Ok(Some((pid, status))) = p.wait_now(WaitFor::Any, WaitFlags { nohang: true, ..WaitFlags::default() }) {
                children.retain(|c| *c != pid);
                cluster.borrow_mut().clients.remove(&pid);
                if status == WaitStatus::Signaled(Signal::KILL) {
                    log(p, "LOG", &format!("client backend (PID {pid}) was terminated by signal 9: Killed")).await;
                    log(p, "LOG", "terminating any other active server processes").await;
                    children.iter().for_each(|c| drop(p.kill(KillTarget::Pid(*c), Some(Signal::KILL))));
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
                    children.iter().for_each(|c| drop(p.kill(KillTarget::Pid(*c), Some(Signal::TERM))));
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
