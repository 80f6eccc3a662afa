//! `psql`: a session's state, and its way through files, standard input and the command line's steps.

use super::conn::Conn;
use super::input::{Scan, Stop, Variables};
use super::print::Style;
use super::target::Target;
use crate::kernel::{Fd, Proc};

/// How deep files may include each other.
const DEPTH: usize = 20;

/// What a session of psql knows.
pub struct Psql {
    pub p: Proc,
    pub conn: Option<Conn>,
    pub target: Target,
    pub style: Style,
    /// Where results go (`\o`).
    pub out: Fd,
    pub quiet: bool,
    pub timing: bool,
    /// What of the input is shown.
    pub echo: Echo,
    pub variables: Variables,
    /// The file that is read and the line in it, for errors.
    pub file: Option<(String, usize)>,
    pub depth: usize,
    /// The open `\if`s.
    pub branches: Vec<Branch>,
    /// The last statement that was sent.
    pub last: String,
    /// Results go into variables whose names begin so (`\gset`).
    pub captures: Option<String>,
}

/// An `\if` that is open.
#[derive(Clone, Copy, Debug)]
pub struct Branch {
    /// Whether what stands here is run.
    pub runs: bool,
    /// Whether a later branch of it may still be run.
    pub open: bool,
    /// Whether `\else` was there.
    pub last: bool,
}

/// What psql shows of what it reads (ECHO).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Echo {
    /// Nothing.
    Nothing,
    /// Every line.
    All,
    /// Queries that are sent.
    Queries,
    /// Queries that went wrong.
    Errors,
}

/// Something that the command line asks for.
pub enum Step {
    /// `-c`.
    Command(String),
    /// `-f`.
    File(String),
}

/// What comes after a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The next one.
    Go,
    /// The end: of the file, or of all where the connection is lost.
    End(i32),
}

/// A line on standard error.
pub async fn complain(p: &Proc, text: &str) {
    let _ = p.write_all(2, format!("{text}\n").as_bytes()).await;
}

impl Psql {
    /// A session over a connection.
    pub fn new(p: Proc, conn: Conn, target: Target) -> Psql {
        let mut q = Psql {
            p,
            conn: Some(conn),
            target,
            style: Style::default(),
            out: 1,
            quiet: false,
            timing: false,
            echo: Echo::Nothing,
            variables: Variables::new(),
            file: None,
            depth: 0,
            branches: Vec::new(),
            last: String::new(),
            captures: None,
        };
        q.note_connection();
        q
    }

    /// Sets the variables that tell of the connection.
    pub fn note_connection(&mut self) {
        let Some(c) = &self.conn else { return };
        let host = c.host.clone().unwrap_or_else(|| self.target.place(&self.p).1);
        let version = c.params.get("server_version").cloned().unwrap_or_default();
        for (name, value) in [
            ("DBNAME", c.db.clone()),
            ("USER", c.user.clone()),
            ("HOST", host),
            ("PORT", c.port.to_string()),
            ("ENCODING", "UTF8".into()),
            ("SERVER_VERSION_NAME", version),
        ] {
            self.variables.insert(name.into(), value);
        }
    }

    /// Whether the first error ends a file (ON_ERROR_STOP).
    pub fn stops(&self) -> bool {
        self.variables.get("ON_ERROR_STOP").is_some_and(|v| !matches!(&**v, "" | "0" | "off"))
    }

    /// Whether what is read is run, and not in a branch that is left out.
    pub fn runs(&self) -> bool {
        self.branches.iter().all(|b| b.runs)
    }

    /// Tells of something that went wrong, with the place in the file.
    pub async fn trouble(&self, level: &str, text: &str) {
        let place = match &self.file {
            Some((n, l)) => format!("psql:{n}:{l}: {level}: "),
            None => String::new(),
        };
        complain(&self.p, &format!("{place}{text}")).await;
    }

    /// Writes to where results go.
    pub async fn put(&self, text: &str) {
        let _ = self.p.write_all(self.out, &crate::vfs::text::encode(text)).await;
    }

    /// Does what the command line asks for.
    pub async fn all(&mut self, steps: Vec<Step>, list: bool, single: bool, major: u32) -> i32 {
        if list {
            return if self.describe("l", "").await { 0 } else { 1 };
        }
        let mut status = 0;
        if steps.is_empty() {
            if self.p.isatty(0) && self.p.isatty(1) {
                return self.interactive(major).await;
            }
            let data = self.slurp(0).await;
            return self.script(&data, None).await;
        }
        if single {
            self.query("BEGIN").await;
        }
        for step in steps {
            status = match step {
                Step::Command(c) if c.trim_start().starts_with('\\') => {
                    let mut scan = Scan::default();
                    let line = c.trim_start();
                    let (done, _) = self.command(line, 0, &mut scan).await;
                    match done {
                        Some(true) if !scan.is_blank() => {
                            i32::from(!self.query(&scan.take()).await)
                        }
                        done => done.map_or(0, |ok| i32::from(!ok)),
                    }
                }
                Step::Command(c) => i32::from(!self.query(&c).await),
                Step::File(f) => self.include(&f).await,
            };
            if self.conn.is_none() {
                return 2;
            }
            if status != 0 && (self.stops() || single) {
                break;
            }
        }
        if single {
            self.query(if status == 0 { "COMMIT" } else { "ROLLBACK" }).await;
        }
        status
    }

    /// All that a descriptor has.
    pub async fn slurp(&self, fd: Fd) -> String {
        let mut data = Vec::new();
        while let Ok(piece) = self.p.read_on(fd, 1 << 16).await {
            if piece.is_empty() {
                break;
            }
            data.extend(piece);
        }
        crate::vfs::text::decode_owned(data)
    }

    /// Runs a file.
    pub async fn include(&mut self, file: &str) -> i32 {
        if file == "-" {
            let data = self.slurp(0).await;
            return self.script(&data, Some("<stdin>")).await;
        }
        match self.p.read_file(file) {
            Ok(data) => self.script(&crate::vfs::text::decode_owned(data), Some(file)).await,
            Err(e) => {
                let place =
                    if self.depth > 0 || self.file.is_some() { "" } else { "psql: error: " };
                complain(&self.p, &format!("{place}{file}: {e}")).await;
                1
            }
        }
    }

    /// Runs the lines of a file or of standard input.
    pub async fn script(&mut self, text: &str, name: Option<&str>) -> i32 {
        if self.depth >= DEPTH {
            self.trouble("error", "files that include each other so deep are not simulated").await;
            return 1;
        }
        self.depth += 1;
        let outer = std::mem::replace(&mut self.file, name.map(|n| (n.to_string(), 0)));
        let branches = self.branches.len();
        let (mut scan, mut rest, mut status) = (Scan::default(), text, 0);
        while !rest.is_empty() {
            let (line, next) = rest.split_at(rest.find('\n').map_or(rest.len(), |n| n + 1));
            rest = next;
            if self.echo == Echo::All {
                self.put(&format!("{}\n", line.trim_end_matches('\n'))).await;
            }
            if let Some(f) = &mut self.file {
                f.1 += 1;
            }
            if let Flow::End(s) = self.line(line, &mut scan, Some(&mut rest)).await {
                (status, rest) = (s, "");
                scan = Scan::default();
            }
        }
        if !scan.is_blank() && self.runs() && self.conn.is_some() {
            let ok = self.query(&scan.take()).await;
            status = if ok || !self.stops() { 0 } else { 3 };
        }
        if self.branches.len() > branches {
            self.trouble("error", "reached EOF without finding closing \\endif(s)").await;
            self.branches.truncate(branches);
        }
        self.file = outer;
        self.depth -= 1;
        if self.conn.is_none() { 2 } else { status }
    }

    /// Runs what a line has; rows that follow are for a COPY from them.
    pub async fn line(
        &mut self,
        line: &str,
        scan: &mut Scan,
        mut follow: Option<&mut &str>,
    ) -> Flow {
        let mut at = 0;
        loop {
            let (stop, next) = scan.line(line, at, &self.variables);
            at = next;
            let ok = match stop {
                Stop::End => return Flow::Go,
                Stop::Semicolon => {
                    let sql = scan.take();
                    if !self.runs() {
                        continue;
                    }
                    let (ok, used) = self.query_with(&sql, follow.as_deref().copied()).await;
                    if let Some(rest) = &mut follow {
                        let (taken, after) = rest.split_at(used);
                        if let Some(f) = &mut self.file {
                            f.1 += taken.matches('\n').count();
                        }
                        **rest = after;
                    }
                    ok
                }
                Stop::Backslash => {
                    let (done, next) = self.command(line, at, scan).await;
                    at = next;
                    match done {
                        Some(ok) => ok,
                        None => return Flow::End(0),
                    }
                }
            };
            if self.conn.is_none() {
                return Flow::End(2);
            }
            if !ok && self.stops() {
                return Flow::End(3);
            }
        }
    }
}
