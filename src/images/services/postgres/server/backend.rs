//! A connection's own process: it runs the client's queries, and answers.

use std::cell::RefCell;
use std::net::Ipv4Addr;
use std::rc::Rc;

use crate::kernel::{Disposition, Fd, KillTarget, Proc, Signal};

use super::super::engine::session::{Outcome, Session, State};
use super::super::engine::storage::Cluster;
use super::super::engine::text::output;
use super::super::error::{PgError, Res};
use super::super::sql::Parser;
use super::super::sql::ast::{Copy, Statement};
use super::log::{log, report};
use super::wire::{Reader, put, put_error, texts, zeros};

/// A connection.
pub struct Backend {
    pub(super) p: Proc,
    pub(super) fd: Fd,
    pub(super) reader: Reader,
    pub(super) out: Vec<u8>,
    /// What the log is told of an error, and the client is not.
    pub(super) log_detail: Option<String>,
}

/// Serves a connection to its end.
pub async fn serve(p: Proc, fd: Fd, peer: Ipv4Addr, cluster: Rc<RefCell<Cluster>>) -> i32 {
    let _ = p.signal(Signal::TERM, Disposition::Handle);
    let _ = p.signal(Signal::INT, Disposition::Handle);
    for s in [Signal::QUIT, Signal::HUP, Signal::CHLD] {
        let _ = p.signal(s, Disposition::Default);
    }
    let mut b = Backend { p, fd, reader: Reader::default(), out: Vec::new(), log_detail: None };
    match b.let_in(peer, &cluster).await {
        Ok(Some(mut session)) => {
            b.talk(&mut session).await;
        }
        Ok(None) => {}
        Err(e) => {
            report(&b.p, &e, b.log_detail.as_deref(), None).await;
            put_error(&mut b.out, &e);
            b.flush().await;
        }
    }
    0
}

impl Backend {
    pub(super) async fn flush(&mut self) {
        let out = std::mem::take(&mut self.out);
        let _ = self.p.write_all(self.fd, &out).await;
    }

    pub(super) fn ready(&mut self, s: &Session) {
        let state = match s.state {
            State::Idle => b'I',
            State::Block => b'T',
            State::Failed => b'E',
        };
        put(&mut self.out, b'Z', &[state]);
    }

    async fn talk(&mut self, s: &mut Session) {
        loop {
            let Some((kind, body)) = self.reader.message(&self.p, self.fd).await else {
                match self.told() {
                    // What was asked to stop had ended already.
                    Err(e) if e.severity != "FATAL" => continue,
                    Err(e) => {
                        report(&self.p, &e, None, None).await;
                        put_error(&mut self.out, &e);
                        self.flush().await;
                    }
                    Ok(()) => {}
                }
                return;
            };
            match kind {
                b'Q' => {
                    let text = texts(&body).into_iter().next().unwrap_or_default();
                    self.note(s, "active", Some(&text));
                    if self.query(s, &text).await {
                        return;
                    }
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

    /// What a signal asks for: to leave the statement, or to go.
    fn told(&self) -> Res<()> {
        match self.p.take_signal() {
            Some(Signal::TERM) => {
                Err(PgError::fatal("57P01", "terminating connection due to administrator command"))
            }
            Some(Signal::INT) => {
                Err(PgError::new("57014", "canceling statement due to user request"))
            }
            _ => Ok(()),
        }
    }

    /// Runs a text of statements; whether the session is over.
    async fn query(&mut self, s: &mut Session, text: &str) -> bool {
        s.reread();
        if s.settings.borrow().get("log_statement").is_some_and(|v| v == "all") {
            log(&self.p, "LOG", &format!("statement: {}", text.replace('\n', "\n\t"))).await;
        }
        if let Err(e) = self.statements(s, text).await {
            if s.state == State::Idle {
                s.rollback();
            } else {
                s.state = State::Failed;
            }
            self.notices(s).await;
            report(&self.p, &e, None, Some(text)).await;
            put_error(&mut self.out, &e);
            if e.severity == "FATAL" {
                self.flush().await;
                return true;
            }
        }
        false
    }

    /// Asks the process that makes checkpoints for one, and waits for it.
    async fn checkpoint(&self, s: &Session) -> Res<()> {
        let (pid, before) = {
            let c = s.cluster.borrow();
            (c.checkpointer, c.checkpoints)
        };
        let _ = self.p.kill(KillTarget::Pid(pid), Some(Signal::INT));
        while s.cluster.borrow().checkpoints == before {
            let _ = self.p.sleep(1_000_000).await;
            self.told()?;
        }
        Ok(())
    }

    async fn notices(&mut self, s: &mut Session) {
        let least = s.settings.borrow().get("client_min_messages").unwrap_or_default();
        for n in std::mem::take(&mut s.notices) {
            if n.severity == "WARNING" || least == "notice" {
                put_error(&mut self.out, &n);
            }
            if n.severity == "WARNING" {
                report(&self.p, &n, None, None).await;
            }
        }
    }

    async fn statements(&mut self, s: &mut Session, text: &str) -> Res<()> {
        let all = Parser::new(text)?.statements()?;
        if all.is_empty() {
            put(&mut self.out, b'I', &[]);
        }
        s.several = all.len() > 1;
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
                            self.told()?;
                        }
                    }
                    other => break other?,
                }
            };
            if s.sleep > 0 {
                let _ = self.p.sleep(std::mem::take(&mut s.sleep) as u64).await;
                self.told()?;
            }
            if *statement == Statement::Checkpoint {
                self.checkpoint(s).await?;
            }
            for (pid, signal) in std::mem::take(&mut s.signals) {
                let _ = self.p.kill(KillTarget::Pid(pid), Some(signal));
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
