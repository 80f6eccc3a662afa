//! Where to connect and as whom: flags, variables, and addresses of the form `postgresql://`.

use crate::kernel::{Fd, Proc};
use crate::vfs::Errno;

/// Where to connect, as flags, variables and a URI say it.
#[derive(Clone, Debug, Default)]
pub struct Target {
    pub host: Option<String>,
    pub port: Option<String>,
    pub user: Option<String>,
    pub db: Option<String>,
    pub password: Option<String>,
    pub program: &'static str,
}

/// `postgresql://user:password@host:port/db` or `host=a user=b`, put into a target.
pub fn parse_uri(text: &str, t: &mut Target) {
    let rest = text.strip_prefix("postgresql://").or_else(|| text.strip_prefix("postgres://"));
    let set = |slot: &mut Option<String>, v: &str| {
        if !v.is_empty() {
            *slot = Some(v.to_string());
        }
    };
    let Some(rest) = rest else {
        for pair in text.split_whitespace() {
            match pair.split_once('=') {
                Some(("host", v)) => set(&mut t.host, v),
                Some(("port", v)) => set(&mut t.port, v),
                Some(("user", v)) => set(&mut t.user, v),
                Some(("dbname", v)) => set(&mut t.db, v),
                Some(("password", v)) => set(&mut t.password, v),
                _ => {}
            }
        }
        return;
    };
    let (rest, _) = rest.split_once('?').unwrap_or((rest, ""));
    let (place, db) = rest.split_once('/').unwrap_or((rest, ""));
    let (who, host) = place.rsplit_once('@').unwrap_or(("", place));
    let (user, password) = who.split_once(':').unwrap_or((who, ""));
    let (host, port) = host.rsplit_once(':').unwrap_or((host, ""));
    set(&mut t.user, user);
    set(&mut t.password, password);
    set(&mut t.host, host);
    set(&mut t.port, port);
    set(&mut t.db, db);
}

impl Target {
    /// The user: as said, else PGUSER, else who runs the program.
    pub fn user(&self, p: &Proc) -> String {
        let me = || p.user_by_id(p.cred().uid).map_or_else(|| p.cred().uid.to_string(), |u| u.name);
        self.user.clone().or_else(|| p.env("PGUSER")).unwrap_or_else(me)
    }

    /// The database: as said, else PGDATABASE, else the user's name.
    pub fn db(&self, p: &Proc) -> String {
        self.db.clone().or_else(|| p.env("PGDATABASE")).unwrap_or_else(|| self.user(p))
    }

    /// Host and port; a host that begins with a slash is a directory of socket files.
    pub fn place(&self, p: &Proc) -> (Option<String>, String, String) {
        let host = self.host.clone().or_else(|| p.env("PGHOST")).filter(|h| !h.is_empty());
        let port = self.port.clone().or_else(|| p.env("PGPORT")).unwrap_or_else(|| "5432".into());
        match host {
            Some(h) if h.starts_with('/') => (None, h, port),
            Some(h) => (Some(h), String::new(), port),
            None => (None, "/var/run/postgresql".into(), port),
        }
    }

    /// Opens the way to the server; the error is what goes behind `psql: error: `.
    pub async fn reach(&self, p: &Proc) -> Result<(Fd, String, u16), String> {
        let (host, dir, port) = self.place(p);
        let n: u16 = port.parse().map_err(|_| {
            format!("invalid integer value \"{port}\" for connection option \"port\"")
        })?;
        let why = |e: Errno| match e {
            Errno::ENOENT | Errno::EACCES | Errno::ECONNREFUSED => e.to_string(),
            e => e.to_string(),
        };
        match host {
            None => {
                let path = format!("{dir}/.s.PGSQL.{n}");
                let place = format!("connection to server on socket \"{path}\" failed: ");
                match p.connect_at(&path).await {
                    Ok(fd) => Ok((fd, place, n)),
                    Err(e) => Err(format!(
                        "{place}{}\n\tIs the server running locally and accepting connections on that socket?",
                        why(e)
                    )),
                }
            }
            Some(h) => {
                let Some(addr) = p.resolve_host(&h).first().copied() else {
                    return Err(format!(
                        "could not translate host name \"{h}\" to address: Name or service not known"
                    ));
                };
                let shown = if h == addr.to_string() {
                    format!("\"{h}\"")
                } else {
                    format!("\"{h}\" ({addr})")
                };
                let place = format!("connection to server at {shown}, port {n} failed: ");
                match p.connect(addr, n).await {
                    Ok(fd) => Ok((fd, place, n)),
                    Err(e) => Err(format!(
                        "{place}{}\n\tIs the server running on that host and accepting TCP/IP connections?",
                        why(e)
                    )),
                }
            }
        }
    }
}
