//! `postgres`: its options and settings, and its way from start to end. What is done before anybody may
//! connect is `startup`'s, and what then is `serve`'s.

use super::super::engine::settings::{Values, find};
use super::log::log;
use super::serve::Running;
use super::startup::Sockets;
use crate::kernel::{Disposition, Fd, FileKind, KillTarget, Proc, Signal};

async fn say(p: &Proc, text: &str) -> i32 {
    let _ = p.write_all(2, format!("{text}\n").as_bytes()).await;
    1
}

/// The server's program.
pub async fn main(p: Proc, major: u32) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let mut dir = p.env("PGDATA").unwrap_or_default();
    let mut own = Values::new();
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
    let version = super::super::version(major);
    let mut server = Server { dir, major, version, own, all: Values::new(), p };
    let (p, dir, config) = (server.p.clone(), server.dir.clone(), server.config_file());
    if let Err(e) = p.read_file(&config) {
        if !p.exists(&dir) {
            say(&p, &format!("postgres: could not access directory \"{dir}\": {e}")).await;
            let text = "Run initdb or pg_basebackup to initialize a PostgreSQL data directory.";
            return say(&p, text).await;
        }
        return say(
            &p,
            &format!("postgres: could not access the server configuration file \"{config}\": {e}"),
        )
        .await;
    }
    if let Err(status) = server.configure().await {
        return status;
    }
    server.run().await
}

/// A server that is to run.
pub struct Server {
    pub dir: String,
    pub major: u32,
    pub version: String,
    /// Settings of the command line.
    pub own: Values,
    /// All settings.
    pub all: Values,
    pub p: Proc,
}

impl Server {
    /// A setting, or what it is by itself.
    pub fn setting(&self, name: &str) -> String {
        let first = || find(name).map(|s| s.first()).unwrap_or_default();
        self.all.get(name).cloned().unwrap_or_else(first)
    }

    /// Where it listens already, after a copy of the world: programs begin anew there, with their files open.
    fn held(&self) -> Option<Sockets> {
        let p = &self.p;
        let listens = |fd: &Fd| matches!(p.file_kind(*fd), Ok(FileKind::Listener(_)));
        let held: Vec<Fd> = p.fds().into_iter().filter(listens).collect();
        let dir = self.setting("unix_socket_directories");
        let path = format!("{dir}/.s.PGSQL.{}", self.setting("port"));
        match held.as_slice() {
            [] => None,
            [unix] => Some(Sockets { tcp: None, unix: *unix, path }),
            [tcp, unix, ..] => Some(Sockets { tcp: Some(*tcp), unix: *unix, path }),
        }
    }

    /// Runs to the end; gives the status.
    pub async fn run(self) -> i32 {
        let p = &self.p;
        let held = self.held();
        if held.is_none()
            && let Err(status) = self.look().await
        {
            return status;
        }
        for s in [Signal::INT, Signal::TERM, Signal::QUIT, Signal::HUP, Signal::CHLD] {
            let _ = p.signal(s, Disposition::Handle);
        }
        let (sockets, mut resumed) = match held {
            Some(sockets) => {
                // The processes of old connections stand still for ever.
                let old = p.processes().into_iter().filter(|o| o.ppid == p.pid());
                old.for_each(|o| {
                    let _ = p.kill(KillTarget::Pid(o.pid), Some(Signal::KILL));
                });
                (sockets, self.resume())
            }
            None => {
                log(p, "LOG", &format!("starting {}", super::super::build(&self.version))).await;
                match self.listen().await {
                    Ok(sockets) => (sockets, None),
                    Err(status) => return status,
                }
            }
        };
        let lock = format!("{}/postmaster.pid", self.dir);
        loop {
            let fresh = resumed.is_none();
            let cluster = match resumed.take() {
                Some(cluster) => cluster,
                None => {
                    self.write_lock(&lock, "starting");
                    match self.recover().await {
                        Ok(cluster) => cluster,
                        Err(status) => {
                            self.clear(&lock, &sockets);
                            return status;
                        }
                    }
                }
            };
            if fresh {
                if let Err(e) = cluster.begin_production(p) {
                    let text = format!("could not write file \"global/pg_control\": {e}");
                    return self.fatal(&text, &[]).await;
                }
                log(p, "LOG", "database system is ready to accept connections").await;
                self.write_lock(&lock, "ready   ");
            }
            match Running::new(&self, &sockets, cluster).serve().await {
                Some(status) => {
                    self.clear(&lock, &sockets);
                    log(p, "LOG", "database system is shut down").await;
                    return status;
                }
                None => log(p, "LOG", "all server processes terminated; reinitializing").await,
            }
        }
    }

    fn clear(&self, lock: &str, sockets: &Sockets) {
        let _ = self.p.unlink(lock);
        let _ = self.p.unlink(&sockets.path);
        let _ = self.p.unlink(&format!("{}.lock", sockets.path));
    }

    /// Writes postmaster.pid, from which others see that the server runs, and postmaster.opts.
    fn write_lock(&self, lock: &str, state: &str) {
        let p = &self.p;
        let text = format!(
            "{}\n{}\n{}\n{}\n{}\n{}\n{:>9} {:>9}\n{state}\n",
            p.pid(),
            self.dir,
            p.started() / 1_000_000_000,
            self.setting("port"),
            self.setting("unix_socket_directories"),
            self.setting("listen_addresses"),
            0,
            0
        );
        let _ = p.write_file(lock, text.as_bytes(), 0o600);
        let mut opts = format!("/usr/lib/postgresql/{}/bin/postgres", self.major);
        for a in p.argv().iter().skip(1) {
            opts += &format!(" \"{a}\"");
        }
        opts.push('\n');
        let _ = p.write_file(&format!("{}/postmaster.opts", self.dir), opts.as_bytes(), 0o600);
    }
}
