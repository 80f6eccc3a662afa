//! `postgres`: looks at the data directory, recovers, listens, and starts a process for every connection.

use crate::kernel::{Fd, KillTarget, Pid, Proc};
use crate::vfs::Errno;
use chrono::DateTime;
use std::collections::BTreeMap;

/// A time as the log shows it.
pub fn clock(ns: i64, format: &str) -> String {
    DateTime::from_timestamp_nanos(ns).format(format).to_string()
}

/// A line of the log.
pub async fn log(p: &Proc, level: &str, text: &str) {
    let line =
        format!("{} UTC [{}] {level}:  {text}\n", clock(p.now(), "%Y-%m-%d %H:%M:%S%.3f"), p.pid());
    let _ = p.write_all(2, line.as_bytes()).await;
}

pub async fn say(p: &Proc, text: &str) -> i32 {
    let _ = p.write_all(2, format!("{text}\n").as_bytes()).await;
    1
}

/// The settings of a configuration file: `name = value`.
pub fn settings(text: &str) -> BTreeMap<String, String> {
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
        let (flag, rest) = if let Some(long) = a.strip_prefix("--") {
            ("--", long.to_string())
        } else {
            (a.get(..2).unwrap_or(a), a.get(2..).unwrap_or_default().to_string())
        };
        let value = |it: &mut std::slice::Iter<'_, String>| {
            if rest.is_empty() { it.next().cloned().unwrap_or_default() } else { rest.clone() }
        };
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
                return say(
                    &p,
                    "Run initdb or pg_basebackup to initialize a PostgreSQL data directory.",
                )
                .await;
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

pub struct Server {
    pub dir: String,
    pub major: u32,
    pub version: String,
    pub all: BTreeMap<String, String>,
    pub p: Proc,
}

impl Server {
    pub async fn fatal(&self, text: &str, more: &[(&str, String)]) -> i32 {
        log(&self.p, "FATAL", text).await;
        for (word, text) in more {
            log(&self.p, word, text).await;
        }
        1
    }

    pub fn setting(&self, name: &str, other: &str) -> String {
        self.all.get(name).cloned().unwrap_or_else(|| other.to_string())
    }

    /// Whether the data directory can be used.
    pub async fn look(&self) -> Result<(), i32> {
        let (p, dir) = (&self.p, &self.dir);
        let Ok(stat) = p.stat(dir) else { return Err(1) };
        if stat.uid != p.cred().uid {
            let hint =
                "The server must be started by the user that owns the data directory.".to_string();
            return Err(self
                .fatal(&format!("data directory \"{dir}\" has wrong ownership"), &[("HINT", hint)])
                .await);
        }
        if stat.mode & 0o027 != 0 {
            let detail = "Permissions should be u=rwx (0700) or u=rwx,g=rx (0750).".to_string();
            return Err(self
                .fatal(
                    &format!("data directory \"{dir}\" has invalid permissions"),
                    &[("DETAIL", detail)],
                )
                .await);
        }
        let have = p.read_file(&format!("{dir}/PG_VERSION")).unwrap_or_default();
        let have = String::from_utf8_lossy(&have).trim().to_string();
        if have.is_empty() {
            let detail = format!("File \"{dir}/PG_VERSION\" is missing.");
            return Err(self
                .fatal(&format!("\"{dir}\" is not a valid data directory"), &[("DETAIL", detail)])
                .await);
        }
        if have != self.major.to_string() {
            let detail = format!(
                "The data directory was initialized by PostgreSQL version {have}, which is not compatible with this version {}.",
                self.version
            );
            return Err(self
                .fatal("database files are incompatible with server", &[("DETAIL", detail)])
                .await);
        }
        let lock = format!("{dir}/postmaster.pid");
        if let Ok(text) = p.read_file(&lock) {
            let text = String::from_utf8_lossy(&text).to_string();
            let pid: Pid = text.lines().next().and_then(|l| l.parse().ok()).unwrap_or(0);
            let alive = pid != 0
                && pid != p.pid()
                && pid != p.ppid()
                && p.kill(KillTarget::Pid(pid), None) != Err(Errno::ESRCH);
            if alive {
                let hint = format!(
                    "Is another postmaster (PID {pid}) running in data directory \"{dir}\"?"
                );
                return Err(self
                    .fatal("lock file \"postmaster.pid\" already exists", &[("HINT", hint)])
                    .await);
            }
        }
        Ok(())
    }

    /// Opens the port and the socket file.
    pub async fn listen(&self) -> Result<(Option<Fd>, Fd, String), i32> {
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
                    log(p, "LOG", &format!("listening on IPv4 address \"{shown}\", port {port}"))
                        .await;
                    log(
                        p,
                        "LOG",
                        &format!(
                            "listening on IPv6 address \"{}\", port {port}",
                            if addr.is_none() { "::" } else { "::1" }
                        ),
                    )
                    .await;
                    tcp = Some(fd);
                }
                Err(e) => {
                    log(p, "LOG", &format!("could not bind IPv4 address \"{shown}\": {e}")).await;
                    log(p, "HINT", &format!("Is another postmaster already running on port {port}? If not, wait a few seconds and retry.")).await;
                    return Err(self
                        .fatal(
                            &format!("could not create any TCP/IP sockets for \"{addresses}\""),
                            &[],
                        )
                        .await);
                }
            }
        }
        let path = format!(
            "{}/.s.PGSQL.{port}",
            self.setting("unix_socket_directories", "/var/run/postgresql")
        );
        let _ = p.unlink(&path);
        let mask = p.set_umask(0);
        let unix = p.listen_at(&path, 0o777);
        p.set_umask(mask);
        match unix {
            Ok(fd) => {
                log(p, "LOG", &format!("listening on Unix socket \"{path}\"")).await;
                let lock = format!(
                    "{}\n{}\n{}\n{port}\n{}\n",
                    p.pid(),
                    self.dir,
                    p.started() / 1_000_000_000,
                    path.trim_end_matches(&format!("/.s.PGSQL.{port}"))
                );
                let _ = p.write_file(&format!("{path}.lock"), lock.as_bytes(), 0o600);
                Ok((tcp, fd, path))
            }
            Err(e) => Err(self
                .fatal(&format!("could not create lock file \"{path}.lock\": {e}"), &[])
                .await),
        }
    }
}
