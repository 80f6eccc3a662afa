//! A client's connection: logging in, and what comes back.

use std::collections::BTreeMap;

use crate::kernel::{Fd, Proc};

use super::super::server::scram::Proof;
use super::super::server::wire::{Reader, put, texts, zeros};
use super::target::Target;

/// A connection.
pub struct Conn {
    p: Proc,
    fd: Fd,
    reader: Reader,
    /// What the server said of itself.
    pub params: BTreeMap<String, String>,
    /// The server's process.
    pub pid: u32,
    /// `I` idle, `T` in a transaction, `E` in one that failed.
    pub state: u8,
    /// Who, where to.
    pub user: String,
    /// The database.
    pub db: String,
    /// The host; `None` for the socket file.
    pub host: Option<String>,
    /// The port.
    pub port: u16,
    /// Whether a password was asked for.
    pub password_used: bool,
    /// The password, once it is known.
    password: Option<String>,
}

/// Fields of an error or a notice, by their letters.
pub type Fields = BTreeMap<u8, String>;

/// Something that the server says.
#[derive(Clone, Debug)]
pub enum Event {
    Rows { cols: Vec<(String, u32)>, rows: Vec<Vec<Option<String>>>, tag: String },
    Done(String),
    Error(Fields),
    Notice(Fields),
    CopyOut(Vec<u8>),
    CopyIn,
    Empty,
    Ready,
    Lost,
}

impl Target {
    /// Connects and logs in.
    pub async fn connect(&self, p: &Proc) -> Result<Conn, String> {
        let (fd, place, port) = self.reach(p).await?;
        let (user, db) = (self.user(p), self.db(p));
        let mut c = Conn {
            p: p.clone(),
            fd,
            reader: Reader::default(),
            params: BTreeMap::new(),
            pid: 0,
            state: b'I',
            host: self.place(p).0,
            port,
            password_used: false,
            password: None,
            user: user.clone(),
            db: db.clone(),
        };
        let mut body = vec![0, 3, 0, 0];
        body.extend(zeros(&["user", &user, "database", &db, "application_name", self.program, ""]));
        let mut out = (body.len() as u32 + 4).to_be_bytes().to_vec();
        out.extend(body);
        let _ = p.write_all(fd, &out).await;
        let mut nonce = [0; 18];
        p.random(&mut nonce);
        let mut proof = Proof::new(&nonce);
        loop {
            match c.reader.message(p, fd).await {
                Some((b'R', body)) => {
                    if let Err(e) = self.prove(&mut c, &mut proof, &body).await {
                        let _ = p.close(fd);
                        return Err(format!("{place}{e}"));
                    }
                }
                Some((b'E', body)) => {
                    let f = fields(&body);
                    let get = |l: u8| f.get(&l).cloned().unwrap_or_default();
                    let _ = p.close(fd);
                    return Err(format!("{place}{}:  {}", get(b'S'), get(b'M')));
                }
                Some((b'S', body)) => {
                    if let [name, value] = texts(&body).as_slice() {
                        c.params.insert(name.clone(), value.clone());
                    }
                }
                Some((b'K', body)) => {
                    c.pid =
                        body.get(..4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_be_bytes)
                }
                Some((b'Z', _)) => return Ok(c),
                Some(_) => {}
                None => {
                    return Err(format!(
                        "{place}server closed the connection unexpectedly\n\tThis probably means the server terminated abnormally\n\tbefore or while processing the request."
                    ));
                }
            }
        }
    }
}

impl Target {
    /// Answers a demand to prove who asks.
    async fn prove(&self, c: &mut Conn, proof: &mut Proof, body: &[u8]) -> Result<(), String> {
        let (code, data) = body.split_at_checked(4).ok_or("invalid authentication request")?;
        let text = String::from_utf8_lossy(data);
        let answer = match code {
            [0, 0, 0, 0] => return Ok(()),
            [0, 0, 0, 3] => zeros(&[&self.password(c).await?]),
            [0, 0, 0, 10] => {
                self.password(c).await?;
                let first = proof.first();
                let mut out = zeros(&["SCRAM-SHA-256"]);
                out.extend((first.len() as u32).to_be_bytes());
                out.extend(first.bytes());
                out
            }
            [0, 0, 0, 11] => {
                let password = self.password(c).await?;
                let answer = proof.answer(&password, &text);
                answer.ok_or("malformed SCRAM message")?.into_bytes()
            }
            [0, 0, 0, 12] if proof.is_met(&text) => return Ok(()),
            [0, 0, 0, 12] => return Err("incorrect server signature".into()),
            _ => return Err("authentication method not supported".into()),
        };
        let mut out = Vec::new();
        put(&mut out, b'p', &answer);
        let _ = c.p.write_all(c.fd, &out).await;
        Ok(())
    }

    /// The password: as said, else PGPASSWORD, else asked for once.
    async fn password(&self, c: &mut Conn) -> Result<String, String> {
        c.password_used = true;
        if let Some(known) = &c.password {
            return Ok(known.clone());
        }
        let given = match self.password.clone().or_else(|| c.p.env("PGPASSWORD")) {
            Some(w) => Some(w),
            None => ask(&c.p, &c.user).await,
        };
        let given = given.filter(|w| !w.is_empty());
        c.password.clone_from(&given);
        given.ok_or_else(|| "fe_sendauth: no password supplied".to_string())
    }
}

/// Asks for a password on the terminal.
async fn ask(p: &Proc, user: &str) -> Option<String> {
    let fd =
        p.open("/dev/tty", crate::vfs::OpenFlags::READ | crate::vfs::OpenFlags::WRITE, 0).ok()?;
    let _ = p.write_all(fd, format!("Password for user {user}: ").as_bytes()).await;
    let old = p.tcgetattr(fd).ok()?;
    let _ = p.tcsetattr(fd, crate::kernel::Termios { echo: false, ..old });
    let line = p.read_on(fd, 1024).await.unwrap_or_default();
    let _ = p.tcsetattr(fd, old);
    let _ = p.write_all(fd, b"\n").await;
    let _ = p.close(fd);
    Some(crate::vfs::text::decode_owned(line).trim_end_matches('\n').to_string())
}

fn fields(body: &[u8]) -> Fields {
    texts(body)
        .iter()
        .filter_map(|t| Some((*t.as_bytes().first()?, t.get(1..)?.to_string())))
        .collect()
}

impl Conn {
    /// Sends a query; its answers are taken with [`Conn::next`].
    pub async fn send(&mut self, sql: &str) {
        let mut out = Vec::new();
        put(&mut out, b'Q', &zeros(&[sql]));
        let _ = self.p.write_all(self.fd, &out).await;
    }

    /// Sends the lines of a COPY, then their end.
    pub async fn copy_data(&mut self, data: &[u8]) {
        let mut out = Vec::new();
        for piece in data.chunks(60_000) {
            put(&mut out, b'd', piece);
        }
        put(&mut out, b'c', &[]);
        let _ = self.p.write_all(self.fd, &out).await;
    }

    /// The next thing that the server says.
    pub async fn next(&mut self) -> Event {
        let mut cols = None;
        let mut rows = Vec::new();
        let mut copied: Option<Vec<u8>> = None;
        loop {
            let Some((kind, body)) = self.reader.message(&self.p, self.fd).await else {
                return Event::Lost;
            };
            match kind {
                b'T' => cols = Some(columns(&body)),
                b'D' => rows.push(values(&body)),
                b'C' => {
                    let tag = texts(&body).into_iter().next().unwrap_or_default();
                    return match cols {
                        Some(cols) => Event::Rows { cols, rows, tag },
                        None => Event::Done(tag),
                    };
                }
                b'E' => return Event::Error(fields(&body)),
                b'N' => return Event::Notice(fields(&body)),
                b'I' => return Event::Empty,
                b'Z' => {
                    self.state = body.first().copied().unwrap_or(b'I');
                    return Event::Ready;
                }
                b'H' => copied = Some(Vec::new()),
                b'd' => copied.get_or_insert_default().extend(body),
                b'c' => return Event::CopyOut(copied.unwrap_or_default()),
                b'G' => return Event::CopyIn,
                _ => {}
            }
        }
    }

    /// Runs a query and gives its rows, NULLs as nothing; the error is its sentence.
    pub async fn ask(&mut self, sql: &str) -> Result<Vec<Vec<String>>, String> {
        self.send(sql).await;
        let mut out = Ok(Vec::new());
        loop {
            match self.next().await {
                Event::Rows { rows, .. } => {
                    let plain = |r: Vec<Option<String>>| {
                        r.into_iter().map(Option::unwrap_or_default).collect()
                    };
                    out = Ok(rows.into_iter().map(plain).collect());
                }
                Event::Error(f) => {
                    let get = |l: u8| f.get(&l).cloned().unwrap_or_default();
                    out = Err(format!("{}:  {}", get(b'S'), get(b'M')));
                    if get(b'S') == "FATAL" {
                        return out;
                    }
                }
                Event::CopyOut(data) => {
                    out = Ok(vec![vec![crate::vfs::text::decode_owned(data)]]);
                }
                Event::Ready => return out,
                Event::Lost => return Err("server closed the connection unexpectedly".into()),
                _ => {}
            }
        }
    }

    /// Says goodbye.
    pub async fn finish(self) {
        let mut out = Vec::new();
        put(&mut out, b'X', &[]);
        let _ = self.p.write_all(self.fd, &out).await;
        let _ = self.p.close(self.fd);
    }
}

fn columns(body: &[u8]) -> Vec<(String, u32)> {
    let mut rest = body.get(2..).unwrap_or_default();
    let mut out = Vec::new();
    while let Some(end) = rest.iter().position(|b| *b == 0) {
        let name = crate::vfs::text::decode(&rest[..end]).into_owned();
        let oid = rest
            .get(end + 7..end + 11)
            .and_then(|b| b.try_into().ok())
            .map_or(0, u32::from_be_bytes);
        out.push((name, oid));
        rest = rest.get(end + 19..).unwrap_or_default();
    }
    out
}

fn values(body: &[u8]) -> Vec<Option<String>> {
    let mut at = 2;
    let mut out = Vec::new();
    while let Some(n) = body.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_be_bytes)
    {
        at += 4;
        if n == u32::MAX {
            out.push(None);
            continue;
        }
        let end = (at + n as usize).min(body.len());
        out.push(Some(crate::vfs::text::decode(&body[at..end]).into_owned()));
        at = end;
    }
    out
}
