//! A new connection: whether it is let in, as whom, and what it is told then.

use std::cell::RefCell;
use std::net::Ipv4Addr;
use std::rc::Rc;

use super::super::engine::rights::Rights;
use super::super::engine::session::Session;
use super::super::engine::settings::number;
use super::super::engine::storage::{Client, Cluster};
use super::super::error::{PgError, Res};
use super::auth;
use super::backend::Backend;
use super::wire::{put, texts, zeros};

/// Who wants to be let in.
struct Who<'a> {
    db: &'a str,
    user: &'a str,
    /// Whether there is such a role, and what is kept of its password.
    known: bool,
    kept: Option<String>,
}

/// Refuses a connection where there are as many as there may be.
fn room(c: &Cluster, superuser: bool) -> Res<()> {
    let most = number(&c.settings, "max_connections");
    let kept = number(&c.settings, "superuser_reserved_connections");
    let there = c.clients.len() as i64;
    if there >= most {
        return Err(PgError::fatal("53300", "sorry, too many clients already"));
    }
    if !superuser && there >= most - kept {
        let text = match c.major {
            16.. => {
                "remaining connection slots are reserved for roles with the SUPERUSER attribute"
            }
            _ => {
                "remaining connection slots are reserved for non-replication superuser connections"
            }
        };
        return Err(PgError::fatal("53300", text));
    }
    Ok(())
}

impl Backend {
    /// Lets a client in; nothing where it went away.
    pub(super) async fn let_in(
        &mut self,
        peer: Ipv4Addr,
        cluster: &Rc<RefCell<Cluster>>,
    ) -> Res<Option<Session>> {
        let start = loop {
            let Some(body) = self.reader.start(&self.p, self.fd).await else { return Ok(None) };
            match body.get(..4) {
                // Encryption is asked for, and not to be had.
                Some([4, 210, 22, 47 | 48]) => {
                    let _ = self.p.write_all(self.fd, b"N").await;
                }
                Some([0, 3, _, _]) => break body,
                _ => return Err(PgError::fatal("0A000", "unsupported frontend protocol")),
            }
        };
        let words = texts(&start[4..]);
        let value =
            |name: &str| words.chunks(2).find(|c| c[0] == name).and_then(|c| c.get(1)).cloned();
        let user = value("user").unwrap_or_default();
        let db = value("database").unwrap_or_else(|| user.clone());
        let local = peer.is_unspecified();
        let from = if local { "[local]".to_string() } else { format!("{peer}(50000)") };
        self.p.set_argv(vec![format!("postgres: {user} {db} {from} startup")]);
        let hba = cluster.borrow().settings.get("hba_file").cloned().unwrap_or_default();
        let role = cluster.borrow().roles.get(&user).cloned();
        let kept = role.as_ref().and_then(|r| r.password.clone());
        let who = Who { db: &db, user: &user, known: role.is_some(), kept };
        if !self.admit(&hba, &who, (!local).then_some(peer)).await? {
            return Ok(None);
        }
        room(&cluster.borrow(), role.as_ref().is_some_and(|r| r.superuser))?;
        let Some(role) = role else {
            return Err(PgError::fatal("28000", format!("role \"{user}\" does not exist")));
        };
        if !role.login {
            return Err(PgError::fatal(
                "28000",
                format!("role \"{user}\" is not permitted to log in"),
            ));
        }
        let oid = cluster.borrow().db_named(&db);
        let Some(oid) = oid else {
            return Err(PgError::fatal("3D000", format!("database \"{db}\" does not exist")));
        };
        let allowed = {
            let c = cluster.borrow();
            let rights = Rights::of(&c, &user);
            c.dbs.get(&oid).is_none_or(|d| rights.database(d, 'c'))
        };
        if !allowed {
            let text = format!("permission denied for database \"{db}\"");
            return Err(
                PgError::fatal("42501", text).detail("User does not have CONNECT privilege.")
            );
        }
        if db == "template0" {
            return Err(PgError::fatal(
                "55000",
                "database \"template0\" is not currently accepting connections",
            ));
        }
        cluster.borrow_mut().open_db(&self.p, oid)?;
        let pid = self.p.pid();
        let client = Client {
            db: oid,
            user: user.clone(),
            state: "idle".into(),
            application: value("application_name").unwrap_or_default(),
            address: if local { String::new() } else { peer.to_string() },
            started: self.p.now(),
            ..Client::default()
        };
        cluster.borrow_mut().clients.insert(pid, client);
        self.p.set_argv(vec![format!("postgres: {user} {db} {from} idle")]);
        let session = Session::new(Rc::clone(cluster), oid, user, pid);
        if let Some(name) = value("application_name") {
            session.settings.borrow_mut().set("application_name", Some(&name), false)?;
        }
        put(&mut self.out, b'R', &0u32.to_be_bytes());
        let version = cluster.borrow().version.clone();
        let superuser = if role.superuser { "on" } else { "off" };
        for (name, value) in [
            ("server_version", version.as_str()),
            ("server_encoding", "UTF8"),
            ("client_encoding", "UTF8"),
            ("is_superuser", superuser),
            ("DateStyle", "ISO, MDY"),
            ("TimeZone", "Etc/UTC"),
            ("standard_conforming_strings", "on"),
            ("integer_datetimes", "on"),
        ] {
            put(&mut self.out, b'S', &zeros(&[name, value]));
        }
        put(&mut self.out, b'K', &[pid.to_be_bytes(), [0; 4]].concat());
        self.ready(&session);
        self.flush().await;
        Ok(Some(session))
    }

    /// Lets a client in as pg_hba.conf says; `false` where it went away.
    async fn admit(&mut self, file: &str, who: &Who<'_>, peer: Option<Ipv4Addr>) -> Res<bool> {
        let Who { db, user, known, kept } = who;
        let hba = self.p.read_file(file).unwrap_or_default();
        let hba = crate::vfs::text::decode_owned(hba);
        let host = peer.map_or("[local]".to_string(), |p| p.to_string());
        let Some(rule) = auth::rule(&hba, db, user, peer) else {
            let text = format!(
                "no pg_hba.conf entry for host \"{host}\", user \"{user}\", database \"{db}\", no encryption"
            );
            return Err(PgError::fatal("28000", text));
        };
        let mut asking = auth::Asking { p: &self.p, fd: self.fd, reader: &mut self.reader };
        let proved = match rule.method.as_str() {
            "trust" => return Ok(true),
            "scram-sha-256" | "md5" => asking.scram(kept.as_deref()).await,
            "password" => asking.plain(kept.as_deref()).await,
            "reject" => {
                let text = format!(
                    "pg_hba.conf rejects connection for host \"{host}\", user \"{user}\", database \"{db}\", no encryption"
                );
                return Err(PgError::fatal("28000", text));
            }
            m => return auth::no_method(m).map(|()| false),
        };
        if proved == Some(false) {
            let why = match (known, kept) {
                (false, _) => format!("Role \"{user}\" does not exist.\n"),
                (true, None) => format!("User \"{user}\" has no password assigned.\n"),
                _ => String::new(),
            };
            self.log_detail = Some(format!(
                "{why}Connection matched file \"{file}\" line {}: \"{}\"",
                rule.line.0, rule.line.1
            ));
            let text = format!("password authentication failed for user \"{user}\"");
            return Err(PgError::fatal("28P01", text));
        }
        Ok(proved.is_some())
    }
}
