//! A connection's own process: it lets the client in, runs its queries, and answers.

use std::cell::RefCell;
use std::net::Ipv4Addr;
use std::rc::Rc;

use crate::kernel::{Fd, KillTarget, Proc, Signal};

use super::super::engine::session::{Outcome, Session, State};
use super::super::engine::storage::{Client, Cluster};
use super::super::engine::text::output;
use super::super::error::{PgError, Res};
use super::super::sql::Parser;
use super::super::sql::ast::{Copy, Statement};
use super::auth;
use super::postmaster::log;
use super::wire::{Reader, put, put_error, texts, zeros};

/// A connection.
pub struct Backend {
    p: Proc,
    fd: Fd,
    reader: Reader,
    out: Vec<u8>,
}

/// Serves a connection to its end.
pub async fn serve(p: Proc, fd: Fd, peer: Ipv4Addr, cluster: Rc<RefCell<Cluster>>) -> i32 {
    let mut b = Backend { p, fd, reader: Reader::default(), out: Vec::new() };
    match b.let_in(peer, &cluster).await {
        Ok(Some(mut session)) => {
            b.talk(&mut session).await;
        }
        Ok(None) => {}
        Err(e) => {
            report(&b.p, &e, None).await;
            put_error(&mut b.out, &e);
            b.flush().await;
        }
    }
    0
}

/// Writes an error into the log.
async fn report(p: &Proc, e: &PgError, statement: Option<&str>) {
    let at = e.position.map_or(String::new(), |n| format!(" at character {n}"));
    log(p, e.severity, &format!("{}{at}", e.message)).await;
    for (word, text) in [("DETAIL", &e.detail), ("HINT", &e.hint), ("CONTEXT", &e.context)] {
        if let Some(text) = text {
            log(p, word, text).await;
        }
    }
    if let Some(s) = statement {
        log(p, "STATEMENT", &s.replace('\n', "\n\t")).await;
    }
}

impl Backend {
    async fn flush(&mut self) {
        let out = std::mem::take(&mut self.out);
        let _ = self.p.write_all(self.fd, &out).await;
    }

    async fn let_in(
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
        let dir = cluster.borrow().dir.clone();
        let hba = self.p.read_file(&format!("{dir}/pg_hba.conf")).unwrap_or_default();
        let hba = crate::vfs::text::decode_owned(hba);
        let Some(method) = auth::method(&hba, &db, &user, (!local).then_some(peer)) else {
            let host = if local { "[local]".to_string() } else { peer.to_string() };
            let text = format!(
                "no pg_hba.conf entry for host \"{host}\", user \"{user}\", database \"{db}\", no encryption"
            );
            return Err(PgError::fatal("28000", text));
        };
        let role = cluster.borrow().roles.get(&user).cloned();
        match method.as_str() {
            "trust" => {}
            "scram-sha-256" | "md5" | "password" => {
                put(&mut self.out, b'R', &3u32.to_be_bytes());
                self.flush().await;
                let Some((b'p', body)) = self.reader.message(&self.p, self.fd).await else {
                    return Ok(None);
                };
                let given = texts(&body).into_iter().next().unwrap_or_default();
                let kept = role.as_ref().and_then(|r| r.password.clone());
                if !kept.as_ref().is_some_and(|k| auth::matches(k, &given)) {
                    let text = format!("password authentication failed for user \"{user}\"");
                    return Err(PgError::fatal("28P01", text));
                }
            }
            "peer" | "ident" => {
                let uid = self.p.cred().uid;
                let _ = uid;
                return Err(PgError::fatal(
                    "28000",
                    format!("{method} authentication is not simulated"),
                ));
            }
            "reject" => {
                return Err(PgError::fatal(
                    "28000",
                    format!(
                        "pg_hba.conf rejects connection for user \"{user}\", database \"{db}\""
                    ),
                ));
            }
            m => {
                return Err(PgError::fatal(
                    "28000",
                    format!("the authentication method {m} is not simulated"),
                ));
            }
        }
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
            session.settings.borrow_mut().set("application_name", Some(&name))?;
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

    fn ready(&mut self, s: &Session) {
        let state = match s.state {
            State::Idle => b'I',
            State::Block => b'T',
            State::Failed => b'E',
        };
        put(&mut self.out, b'Z', &[state]);
    }

    async fn talk(&mut self, s: &mut Session) {
        while let Some((kind, body)) = self.reader.message(&self.p, self.fd).await {
            match kind {
                b'Q' => {
                    let text = texts(&body).into_iter().next().unwrap_or_default();
                    self.note(s, "active", Some(&text));
                    self.query(s, &text).await;
                    let idle = if s.state == State::Idle { "idle" } else { "idle in transaction" };
                    self.note(s, idle, None);
                    self.ready(s);
                    self.flush().await;
                }
                b'X' => return,
                b'd' | b'c' | b'f' => {}
                _ => {
                    let e = PgError::gap("the extended query protocol");
                    put_error(&mut self.out, &e);
                    if kind == b'S' {
                        self.ready(s);
                    }
                    self.flush().await;
                }
            }
        }
    }

    fn note(&self, s: &Session, state: &str, query: Option<&str>) {
        if let Some(c) = s.cluster.borrow_mut().clients.get_mut(&s.pid) {
            c.state = state.to_string();
            if let Some(q) = query {
                c.query = q.to_string();
            }
        }
    }

    async fn query(&mut self, s: &mut Session, text: &str) {
        if let Err(e) = self.statements(s, text).await {
            if s.state == State::Idle {
                s.rollback();
            } else {
                s.state = State::Failed;
            }
            self.notices(s).await;
            report(&self.p, &e, Some(text)).await;
            put_error(&mut self.out, &e);
        }
    }

    async fn notices(&mut self, s: &mut Session) {
        let least = s.settings.borrow().get("client_min_messages").unwrap_or_default();
        for n in std::mem::take(&mut s.notices) {
            if n.severity == "WARNING" || least == "notice" {
                put_error(&mut self.out, &n);
            }
            if n.severity == "WARNING" {
                report(&self.p, &n, None).await;
            }
        }
    }

    async fn statements(&mut self, s: &mut Session, text: &str) -> Res<()> {
        let all = Parser::new(text)?.statements()?;
        if all.is_empty() {
            put(&mut self.out, b'I', &[]);
        }
        for (statement, _) in &all {
            if let Statement::Copy(c) = statement {
                self.copy(s, c).await?;
                continue;
            }
            let outcome = loop {
                match s.run(statement, &self.p) {
                    Err(e) if e.code == "55P03" => {
                        let xid = e.message.parse().unwrap_or(0);
                        while !s.ended(xid) {
                            let _ = self.p.sleep(20_000_000).await;
                        }
                    }
                    other => break other?,
                }
            };
            if s.sleep > 0 {
                let _ = self.p.sleep(std::mem::take(&mut s.sleep) as u64).await;
            }
            for pid in std::mem::take(&mut s.terminate) {
                let _ = self.p.kill(KillTarget::Pid(pid), Some(Signal::TERM));
            }
            self.notices(s).await;
            self.answer(&outcome);
            self.flush().await;
        }
        if s.state == State::Idle {
            s.commit(&self.p)?;
        }
        Ok(())
    }

    fn answer(&mut self, o: &Outcome) {
        if let Some(cols) = &o.cols {
            let mut body = (cols.len() as u16).to_be_bytes().to_vec();
            for (name, ty) in cols {
                body.extend(zeros(&[name]));
                body.extend([0; 6]);
                body.extend(ty.oid().to_be_bytes());
                body.extend([0; 8]);
            }
            put(&mut self.out, b'T', &body);
            for row in &o.rows {
                let mut body = (cols.len() as u16).to_be_bytes().to_vec();
                for (v, (_, ty)) in row.iter().zip(cols) {
                    match output(v, ty) {
                        None => body.extend(u32::MAX.to_be_bytes()),
                        Some(t) => {
                            let t = crate::vfs::text::encode(&t);
                            body.extend((t.len() as u32).to_be_bytes());
                            body.extend(t.iter());
                        }
                    }
                }
                put(&mut self.out, b'D', &body);
            }
        }
        put(&mut self.out, b'C', &zeros(&[&o.tag]));
    }

    async fn copy(&mut self, s: &mut Session, c: &Copy) -> Res<()> {
        if s.state == State::Failed {
            return s.run(&Statement::Copy(c.clone()), &self.p).map(drop);
        }
        let file = |what: &str, f: &str, e| {
            PgError::new("58P01", format!("could not open file \"{f}\" for {what}: {e}"))
        };
        let count = if !c.from {
            let (data, count) = s.copy_out(c, &self.p)?;
            match &c.file {
                Some(f) => self.p.write_file(f, &data, 0o644).map_err(|e| file("writing", f, e))?,
                None => {
                    put(&mut self.out, b'H', &[0, 0, 0]);
                    for line in data.split_inclusive(|b| *b == b'\n') {
                        put(&mut self.out, b'd', line);
                    }
                    put(&mut self.out, b'c', &[]);
                }
            }
            count
        } else {
            let data = match &c.file {
                Some(f) => self.p.read_file(f).map_err(|e| file("reading", f, e))?,
                None => {
                    s.copy_check(c, &self.p)?;
                    put(&mut self.out, b'G', &[0, 0, 0]);
                    self.flush().await;
                    let mut data = Vec::new();
                    loop {
                        match self.reader.message(&self.p, self.fd).await {
                            Some((b'd', piece)) => data.extend(piece),
                            Some((b'c', _)) => break data,
                            _ => return Err(PgError::new("57014", "COPY from stdin failed")),
                        }
                    }
                }
            };
            s.copy_in(c, &data, &self.p)?
        };
        put(&mut self.out, b'C', &zeros(&[&format!("COPY {count}")]));
        if s.state == State::Idle {
            s.commit(&self.p)?;
        }
        Ok(())
    }
}
