//! What a server does before anybody may connect: it looks at the data directory, opens its sockets, and
//! recovers what the log has.

use std::cell::RefCell;
use std::net::Ipv4Addr;
use std::rc::Rc;

use super::super::engine::checkpoint::{self, Control};
use super::super::engine::storage::Cluster;
use super::super::engine::wal::{End, lsn};
use super::checkpointer;
use super::log::{clock, log};
use super::postmaster::Server;
use crate::kernel::{Fd, KillTarget, Pid, Proc, Signal, WaitFlags, WaitFor, WaitStatus};
use crate::vfs::Errno;

/// Where a server listens.
#[derive(Clone, Debug)]
pub struct Sockets {
    /// The port, where it is opened.
    pub tcp: Option<Fd>,
    /// The socket file.
    pub unix: Fd,
    /// Its name.
    pub path: String,
}

impl Server {
    /// Says something fatal, with more behind it; gives the status to end with.
    pub async fn fatal(&self, text: &str, more: &[(&str, String)]) -> i32 {
        log(&self.p, "FATAL", text).await;
        for (word, text) in more {
            log(&self.p, word, text).await;
        }
        1
    }

    /// Whether the data directory can be used; the error is the status to end with.
    pub async fn look(&self) -> Result<(), i32> {
        let (p, dir) = (&self.p, &self.dir);
        let Ok(stat) = p.stat(dir) else { return Err(1) };
        if stat.uid != p.cred().uid {
            let hint =
                "The server must be started by the user that owns the data directory.".to_string();
            let text = format!("data directory \"{dir}\" has wrong ownership");
            return Err(self.fatal(&text, &[("HINT", hint)]).await);
        }
        if stat.mode & 0o027 != 0 {
            let detail = "Permissions should be u=rwx (0700) or u=rwx,g=rx (0750).".to_string();
            let text = format!("data directory \"{dir}\" has invalid permissions");
            return Err(self.fatal(&text, &[("DETAIL", detail)]).await);
        }
        let have = p.read_file(&format!("{dir}/PG_VERSION")).unwrap_or_default();
        let have = String::from_utf8_lossy(&have).trim().to_string();
        if have.is_empty() {
            let detail = format!("File \"{dir}/PG_VERSION\" is missing.");
            let text = format!("\"{dir}\" is not a valid data directory");
            return Err(self.fatal(&text, &[("DETAIL", detail)]).await);
        }
        if have != self.major.to_string() {
            let detail = format!(
                "The data directory was initialized by PostgreSQL version {have}, which is not compatible with this version {}.",
                self.version
            );
            let text = "database files are incompatible with server";
            return Err(self.fatal(text, &[("DETAIL", detail)]).await);
        }
        let lock = p.read_file(&format!("{dir}/postmaster.pid")).unwrap_or_default();
        let lock = String::from_utf8_lossy(&lock).to_string();
        let pid: Pid = lock.lines().next().and_then(|l| l.parse().ok()).unwrap_or(0);
        let alive = pid != 0
            && pid != p.pid()
            && pid != p.ppid()
            && p.kill(KillTarget::Pid(pid), None) != Err(Errno::ESRCH);
        if alive {
            let hint =
                format!("Is another postmaster (PID {pid}) running in data directory \"{dir}\"?");
            let text = "lock file \"postmaster.pid\" already exists";
            return Err(self.fatal(text, &[("HINT", hint)]).await);
        }
        Ok(())
    }

    /// Opens the port and the socket file.
    pub async fn listen(&self) -> Result<Sockets, i32> {
        let p = &self.p;
        let port: u16 = self.setting("port").parse().unwrap_or(5432);
        let addresses = self.setting("listen_addresses");
        let tcp = match addresses.as_str() {
            "" => None,
            list => Some(self.listen_tcp(list, port).await?),
        };
        let dir = self.setting("unix_socket_directories");
        let path = format!("{dir}/.s.PGSQL.{port}");
        let _ = p.unlink(&path);
        let mask = p.set_umask(0);
        let unix = p.listen_at(&path, 0o777);
        p.set_umask(mask);
        match unix {
            Ok(unix) => {
                log(p, "LOG", &format!("listening on Unix socket \"{path}\"")).await;
                let lock = format!(
                    "{}\n{}\n{}\n{port}\n{dir}\n",
                    p.pid(),
                    self.dir,
                    p.started() / 1_000_000_000
                );
                let _ = p.write_file(&format!("{path}.lock"), lock.as_bytes(), 0o600);
                Ok(Sockets { tcp, unix, path })
            }
            Err(e) => {
                let text = format!("could not create lock file \"{path}.lock\": {e}");
                Err(self.fatal(&text, &[]).await)
            }
        }
    }

    async fn listen_tcp(&self, addresses: &str, port: u16) -> Result<Fd, i32> {
        let p = &self.p;
        let addr = match addresses {
            "*" | "0.0.0.0" => None,
            "localhost" => Some(Ipv4Addr::LOCALHOST),
            a => match a.parse() {
                Ok(a) => Some(a),
                Err(_) => {
                    let text = format!("listening on \"{a}\" is not simulated");
                    return Err(self.fatal(&text, &[]).await);
                }
            },
        };
        let shown = addr.map_or("0.0.0.0".to_string(), |a| a.to_string());
        match p.listen(addr, port) {
            Ok((fd, _)) => {
                let text = format!("listening on IPv4 address \"{shown}\", port {port}");
                log(p, "LOG", &text).await;
                Ok(fd)
            }
            Err(e) => {
                log(p, "LOG", &format!("could not bind IPv4 address \"{shown}\": {e}")).await;
                log(p, "HINT", &format!("Is another postmaster already running on port {port}? If not, wait a few seconds and retry.")).await;
                let text = "could not create any TCP/IP sockets";
                log(p, "WARNING", &format!("could not create listen socket for \"{addresses}\""))
                    .await;
                Err(self.fatal(text, &[]).await)
            }
        }
    }

    /// Recovers the cluster and reads it, in a process of its own that tells the log what it finds. The
    /// error is the status to end with.
    pub async fn recover(&self) -> Result<Cluster, i32> {
        let found: Rc<RefCell<Option<Result<Cluster, String>>>> = Rc::default();
        let result = Rc::clone(&found);
        let (dir, major) = (self.dir.clone(), self.major);
        let child = self.p.fork(|c| async move {
            c.set_argv(vec!["postgres: startup ".to_string()]);
            let done = recovered(&c, &dir, major).await;
            let status = i32::from(done.is_err());
            if let Err(text) = &done {
                log(&c, "PANIC", text).await;
            }
            *result.borrow_mut() = Some(done);
            status
        });
        let Ok(pid) = child else { return Err(1) };
        let ended = loop {
            match self.p.wait_on(WaitFor::Pid(pid), WaitFlags::default()).await {
                Err(Errno::EINTR) => {}
                Ok((_, status)) => break status,
                Err(_) => return Err(1),
            }
        };
        let found = found.borrow_mut().take();
        match found {
            Some(Ok(mut cluster)) => {
                cluster.version.clone_from(&self.version);
                cluster.major = self.major;
                cluster.settings = Rc::new(self.all.clone());
                cluster.started = self.p.now();
                Ok(cluster)
            }
            _ => {
                let how = match ended {
                    WaitStatus::Signaled(Signal::KILL) => "was terminated by signal 9: Killed",
                    _ => "exited with exit code 1",
                };
                log(&self.p, "LOG", &format!("startup process (PID {pid}) {how}")).await;
                log(&self.p, "LOG", "aborting startup due to startup process failure").await;
                log(&self.p, "LOG", "database system is shut down").await;
                Err(1)
            }
        }
    }

    /// The cluster again, after a copy of the world: what a server held in memory is not copied with it, its
    /// files are. Nothing is logged, since nothing happened.
    pub fn resume(&self) -> Option<Cluster> {
        let control = Control::read(&self.p, &self.dir)?;
        let at = checkpoint::find(&self.p, &self.dir, &control)?;
        let redo = checkpoint::redo(&self.p, &self.dir, at).ok()?;
        let mut cluster = Cluster::load(&self.p, &self.dir).ok()?;
        cluster.stand_at(redo);
        cluster.version.clone_from(&self.version);
        cluster.major = self.major;
        cluster.settings = Rc::new(self.all.clone());
        cluster.started = self.p.started();
        Some(cluster)
    }
}

/// Reads a cluster, after what the log has since the last checkpoint was done again.
async fn recovered(p: &Proc, dir: &str, major: u32) -> Result<Cluster, String> {
    let control = Control::read(p, dir)
        .ok_or_else(|| "could not read file \"global/pg_control\"".to_string())?;
    let time = clock((control.time as i64).saturating_mul(1_000_000_000), "%Y-%m-%d %H:%M:%S");
    let how = match control.clean {
        true => format!("database system was shut down at {time} UTC"),
        false => format!("database system was interrupted; last known up at {time} UTC"),
    };
    log(p, "LOG", &how).await;
    let Some(at) = checkpoint::find(p, dir, &control) else {
        log(p, "LOG", "invalid checkpoint record").await;
        let place = lsn(control.checkpoint);
        return Err(format!("could not locate a valid checkpoint record at {place}"));
    };
    if !control.clean {
        let text = "database system was not properly shut down; automatic recovery in progress";
        log(p, "LOG", text).await;
    }
    let start = p.now();
    let redo = checkpoint::redo(p, dir, at)
        .map_err(|(file, e)| format!("could not write file \"{file}\": {e}"))?;
    if !control.clean {
        let spent = (p.now() - start) as f64 / 1e9;
        let end = lsn(redo.end);
        if let Some((first, _)) = redo.records {
            log(p, "LOG", &format!("redo starts at {}", lsn(first))).await;
        }
        let wanted = if major >= 16 { "expected at least" } else { "wanted" };
        match redo.why {
            End::Length(n) => {
                let text = format!("invalid record length at {end}: {wanted} 24, got {n}");
                log(p, "LOG", &text).await;
            }
            End::Checksum => {
                let text = format!("incorrect resource manager data checksum in record at {end}");
                log(p, "LOG", &text).await;
            }
            End::Missing => {}
        }
        match redo.records {
            Some((_, last)) => {
                let (user, system) = p.cpu_times();
                let text = format!(
                    "redo done at {} system usage: CPU: user: {:.2} s, system: {:.2} s, elapsed: {spent:.2} s",
                    lsn(last),
                    user as f64 / 1e9,
                    system as f64 / 1e9
                );
                log(p, "LOG", &text).await;
            }
            None => log(p, "LOG", "redo is not required").await,
        }
    }
    let mut cluster = Cluster::load(p, dir).map_err(|e| e.message.to_string())?;
    cluster.stand_at(redo);
    cluster.major = major;
    if !control.clean {
        let cluster = RefCell::new(cluster);
        checkpointer::checkpoint(p, &cluster, "end-of-recovery immediate wait", false).await?;
        return Ok(cluster.into_inner());
    }
    Ok(cluster)
}
