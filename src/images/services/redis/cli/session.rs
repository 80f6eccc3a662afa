//! A connection to the server: made, used, made again when it was lost.

use super::super::resp;
use super::super::value::Bytes;
use super::format::{Style, show};
use super::options::Options;
use super::reply::{Got, parse};
use super::{refused, say};
use crate::kernel::{Disposition, Fd, Proc, Signal};
use crate::vfs::{Errno, text};

/// A client's side.
pub struct Session {
    /// Its process.
    pub p: Proc,
    /// What it was asked to be.
    pub options: Box<Options>,
    /// The last reply was an error.
    pub failed: bool,
    fd: Option<Fd>,
    input: Vec<u8>,
    /// The database as the prompt shows it, and whether a transaction is open.
    db: i64,
    multi: bool,
}

impl Session {
    /// Not connected yet.
    pub fn new(p: Proc, options: Box<Options>) -> Session {
        let _ = p.signal(Signal::PIPE, Disposition::Ignore);
        let db = options.db;
        Session { p, options, failed: false, fd: None, input: Vec::new(), db, multi: false }
    }

    /// What the prompt says.
    pub fn prompt(&self) -> String {
        if self.fd.is_none() {
            return "not connected> ".to_string();
        }
        let mut out = format!("{}:{}", self.options.host, self.options.port);
        if self.db != 0 {
            out += &format!("[{}]", self.db);
        }
        if self.multi {
            out += "(TX)";
        }
        out + "> "
    }

    /// Ends the connection.
    pub fn close(&mut self) {
        if let Some(fd) = self.fd.take() {
            let _ = self.p.close(fd);
        }
        self.input.clear();
        self.multi = false;
    }

    /// Connects, and says what goes wrong.
    pub async fn connect(&mut self) -> bool {
        if self.fd.is_some() {
            return true;
        }
        let Some(addr) = self.p.resolve_host(&self.options.host).first().copied() else {
            let why = "Temporary failure in name resolution";
            say(&self.p, 2, &refused(&self.options, why)).await;
            return false;
        };
        match self.p.connect(addr, self.options.port).await {
            Ok(fd) => self.fd = Some(fd),
            Err(e) => {
                say(&self.p, 2, &refused(&self.options, &e.to_string())).await;
                return false;
            }
        }
        if let Some(password) = self.options.password.clone() {
            let mut words = vec![b"AUTH".to_vec()];
            words.extend(self.options.user.iter().map(|u| text::encode(u).into_owned()));
            words.push(text::encode(&password).into_owned());
            self.quietly(&words, "AUTH failed").await;
        }
        if self.options.resp3 {
            self.quietly(&[b"HELLO".to_vec(), b"3".to_vec()], "HELLO 3 failed").await;
        }
        if self.options.db != 0 {
            let db = self.options.db;
            let words = [b"SELECT".to_vec(), db.to_string().into_bytes()];
            if !self.quietly(&words, &format!("SELECT {db} failed")).await {
                self.db = 0;
            }
        }
        true
    }

    /// Runs a command of the client's own; only what goes wrong is said.
    async fn quietly(&mut self, words: &[Bytes], what: &str) -> bool {
        match self.ask(words).await {
            Ok(Got::Error(e)) => {
                say(&self.p, 2, &format!("{what}: {e}\n")).await;
                false
            }
            Ok(_) => true,
            Err(_) => false,
        }
    }

    /// Sends a command and waits for its reply.
    pub async fn ask(&mut self, words: &[Bytes]) -> Result<Got, Errno> {
        let fd = self.fd.ok_or(Errno::ENOTCONN)?;
        self.p.write_all(fd, &resp::command(words)).await?;
        self.reply().await
    }

    async fn reply(&mut self) -> Result<Got, Errno> {
        let fd = self.fd.ok_or(Errno::ENOTCONN)?;
        loop {
            match parse(&self.input) {
                Ok(Some((got, n))) => {
                    self.input.drain(..n);
                    return Ok(got);
                }
                Ok(None) => {}
                Err(()) => return Err(Errno::EIO),
            }
            let piece = self.p.read(fd, 1 << 16).await?;
            if piece.is_empty() {
                return Err(Errno::EPIPE);
            }
            self.input.extend(piece);
        }
    }

    async fn show(&mut self, got: &Got) {
        let mut out = show(got, self.options.style, &self.options.between);
        if self.options.style == Style::Raw {
            out.extend(&self.options.behind);
        }
        let _ = self.p.write_all(1, &out).await;
    }

    /// Runs a command and shows its reply; false where the server is not there.
    pub async fn run(&mut self, words: &[Bytes]) -> bool {
        let name = text::decode(&words[0]).to_ascii_lowercase();
        if !self.connect().await {
            return false;
        }
        let mut answer = self.ask(words).await;
        if name == "shutdown" && answer.is_err() {
            // The server has gone, as it was asked to.
            self.close();
            return true;
        }
        if answer.is_err() {
            // The connection may be an old one: once more with a new one.
            self.close();
            if !self.connect().await {
                return false;
            }
            answer = self.ask(words).await;
        }
        let got = match answer {
            Ok(got) => got,
            Err(_) => {
                self.close();
                say(&self.p, 2, "Error: Server closed the connection\n").await;
                return false;
            }
        };
        // INFO and the like are texts for people in any style.
        let plain = matches!(name.as_str(), "info" | "lolwut")
            || (name == "client"
                && words.get(1).is_some_and(|w| {
                    w.eq_ignore_ascii_case(b"list") || w.eq_ignore_ascii_case(b"info")
                }));
        let got = match got {
            Got::Bulk(b) if plain => Got::Text(b),
            other => other,
        };
        self.failed = matches!(got, Got::Error(_));
        self.noted(&name, words);
        self.show(&got).await;
        if matches!(name.as_str(), "subscribe" | "psubscribe" | "monitor") && !self.failed {
            return self.listen().await;
        }
        true
    }

    fn noted(&mut self, name: &str, words: &[Bytes]) {
        if self.failed && name != "exec" {
            return;
        }
        match name {
            "select" if !self.multi => {
                let n = words.get(1).and_then(|w| text::decode(w).parse().ok());
                self.db = n.unwrap_or(self.db);
            }
            "multi" => self.multi = true,
            "exec" | "discard" => self.multi = false,
            "reset" => (self.multi, self.db) = (false, 0),
            _ => {}
        }
    }

    /// Shows what comes until the connection or the client ends.
    async fn listen(&mut self) -> bool {
        loop {
            match self.reply().await {
                Ok(got) => self.show(&got).await,
                Err(Errno::EPIPE) => {
                    self.close();
                    say(&self.p, 2, "Error: Server closed the connection\n").await;
                    return false;
                }
                Err(_) => return true,
            }
        }
    }
}
