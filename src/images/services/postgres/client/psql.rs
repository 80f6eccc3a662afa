//! `psql`: reads statements and backslash commands, sends them, and shows what comes back.

use super::conn::Conn;
use super::ends::{blank, statement_end};
use super::print::Style;
use super::target::{Target, parse_uri};
use crate::kernel::Proc;

/// What a session of psql knows.
pub struct Psql {
    pub p: Proc,
    pub conn: Option<Conn>,
    pub target: Target,
    pub style: Style,
    pub quiet: bool,
    pub timing: bool,
    /// What of the input is shown.
    pub echo: Echo,
    pub stop: bool,
    pub variables: std::collections::BTreeMap<String, String>,
    /// The file that is read and the line in it, for errors.
    pub file: Option<(String, usize)>,
    pub depth: usize,
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

pub enum Step {
    Command(String),
    File(String),
}

pub async fn complain(p: &Proc, text: &str) {
    let _ = p.write_all(2, format!("{text}\n").as_bytes()).await;
}

/// The program.
pub async fn main(p: Proc, major: u32) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let mut target = Target { program: "psql", ..Target::default() };
    let mut s = Style::default();
    let (mut quiet, mut stop, mut single, mut list, mut output) =
        (false, false, false, false, None);
    let mut steps = Vec::new();
    let mut echo = Echo::Nothing;
    let mut variables = std::collections::BTreeMap::new();
    let mut operands = Vec::new();
    let mut it = args.iter();
    while let Some(a) = it.next() {
        if !a.starts_with('-') || a == "-" {
            operands.push(a.clone());
            continue;
        }
        let (flags, mut inline) = match a.strip_prefix("--") {
            Some(long) => {
                let (name, value) =
                    long.split_once('=').map_or((long, None), |(n, v)| (n, Some(v.to_string())));
                let short = match name {
                    "command" => "c",
                    "dbname" => "d",
                    "file" => "f",
                    "list" => "l",
                    "variable" | "set" => "v",
                    "single-transaction" => "1",
                    "no-psqlrc" => "X",
                    "quiet" => "q",
                    "no-align" => "A",
                    "tuples-only" => "t",
                    "expanded" => "x",
                    "host" => "h",
                    "port" => "p",
                    "username" => "U",
                    "no-password" => "w",
                    "password" => "W",
                    "field-separator" => "F",
                    "pset" => "P",
                    "output" => "o",
                    "csv" => "\u{1}",
                    "echo-errors" => "b",
                    "echo-all" => "a",
                    "echo-queries" => "e",
                    _ => {
                        complain(&p, &format!("psql: unrecognized option '{a}'\npsql: hint: Try \"psql --help\" for more information.")).await;
                        return 1;
                    }
                };
                (short.to_string(), value)
            }
            None => (a[1..].to_string(), None),
        };
        let mut chars = flags.chars();
        while let Some(f) = chars.next() {
            let mut value = String::new();
            if "cdfvhpUFPoTRL".contains(f) {
                let rest: String = chars.by_ref().collect();
                let found =
                    inline.take().or(if rest.is_empty() { it.next().cloned() } else { Some(rest) });
                let Some(v) = found else {
                    complain(&p, &format!("psql: option requires an argument -- '{f}'\npsql: hint: Try \"psql --help\" for more information.")).await;
                    return 1;
                };
                value = v;
            }
            match f {
                'c' => steps.push(Step::Command(value)),
                'f' => steps.push(Step::File(value)),
                'd' => operands.insert(0, value),
                'h' => target.host = Some(value),
                'p' => target.port = Some(value),
                'U' => target.user = Some(value),
                'v' => {
                    let (n, v) = value.split_once('=').unwrap_or((&value, ""));
                    stop |= n == "ON_ERROR_STOP" && !matches!(v, "0" | "off");
                    variables.insert(n.to_string(), v.to_string());
                }
                'F' => s.separator = value,
                'P' => {
                    let (n, v) = value.split_once('=').unwrap_or((&value, ""));
                    match n {
                        "null" => s.null = v.into(),
                        "format" => (s.csv, s.aligned) = (v == "csv", v != "unaligned"),
                        "tuples_only" => s.tuples = v != "off",
                        "footer" => s.footer = v != "off",
                        "expanded" => s.expanded = v != "off",
                        "fieldsep" => s.separator = v.into(),
                        _ => {}
                    }
                }
                'o' => output = Some(value),
                'l' => list = true,
                't' => s.tuples = true,
                'A' => s.aligned = false,
                'x' => s.expanded = true,
                'q' => quiet = true,
                '1' => single = true,
                '\u{1}' => s.csv = true,
                'a' => echo = Echo::All,
                'b' => echo = Echo::Errors,
                'e' => echo = Echo::Queries,
                'X' | 'w' | 'W' | 'n' => {}
                f => {
                    complain(&p, &format!("psql: invalid option -- '{f}'\npsql: hint: Try \"psql --help\" for more information.")).await;
                    return 1;
                }
            }
        }
    }
    let mut operands = operands.into_iter();
    if let Some(db) = operands.next() {
        if db.contains("://") || db.contains('=') {
            parse_uri(&db, &mut target)
        } else {
            target.db = Some(db)
        }
    }
    if let Some(user) = operands.next() {
        target.user.get_or_insert(user);
    }
    for extra in operands {
        complain(&p, &format!("psql: warning: extra command-line argument \"{extra}\" ignored"))
            .await;
    }
    if list && target.db.is_none() {
        target.db = Some("postgres".into());
    }
    if let Some(file) = output {
        match p.open(
            &file,
            crate::vfs::OpenFlags::WRITE
                | crate::vfs::OpenFlags::CREAT
                | crate::vfs::OpenFlags::TRUNC,
            0o644,
        ) {
            Ok(fd) => drop(p.dup2(fd, 1)),
            Err(e) => {
                complain(&p, &format!("psql: error: {file}: {e}")).await;
                return 1;
            }
        }
    }
    let conn = match target.connect(&p).await {
        Ok(c) => c,
        Err(e) => {
            complain(&p, &format!("psql: error: {e}")).await;
            return 2;
        }
    };
    let mut q = Psql {
        p,
        conn: Some(conn),
        target,
        style: s,
        quiet,
        timing: false,
        echo,
        stop,
        variables,
        file: None,
        depth: 0,
    };
    let status = q.all(steps, list, single, major).await;
    if let Some(c) = q.conn.take() {
        c.finish().await;
    }
    status
}

impl Psql {
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
                    self.meta(c.trim()).await.map_or(0, |ok| i32::from(!ok))
                }
                Step::Command(c) => i32::from(!self.query(&c).await),
                Step::File(f) => self.include(&f).await,
            };
            if self.conn.is_none() {
                return 2;
            }
            if status != 0 && (self.stop || single) {
                break;
            }
        }
        if single {
            self.query(if status == 0 { "COMMIT" } else { "ROLLBACK" }).await;
        }
        status
    }

    pub async fn slurp(&self, fd: i32) -> String {
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
                let place = if self.file.is_some() { "" } else { "psql: error: " };
                complain(&self.p, &format!("{place}{file}: {e}")).await;
                1
            }
        }
    }

    /// Runs the lines of a file or of standard input.
    pub async fn script(&mut self, text: &str, name: Option<&str>) -> i32 {
        if self.depth > 20 {
            return 1;
        }
        self.depth += 1;
        let outer = std::mem::replace(&mut self.file, name.map(|n| (n.to_string(), 0)));
        let mut buffer = String::new();
        let mut rest = text;
        let mut status = 0;
        let mut number = 0;
        'lines: while !rest.is_empty() {
            let (line, next) = rest.split_once('\n').unwrap_or((rest, ""));
            rest = next;
            number += 1;
            if self.echo == Echo::All {
                let _ = self.p.write_all(1, format!("{line}\n").as_bytes()).await;
            }
            if let Some(f) = &mut self.file {
                f.1 = number;
            }
            if blank(&buffer) && line.trim_start().starts_with('\\') {
                buffer.clear();
                match self.meta(line.trim()).await {
                    None => break,
                    Some(ok) => {
                        if !ok {
                            status = if self.stop { 3 } else { 0 };
                        }
                    }
                }
                if status == 3 {
                    break;
                }
                continue;
            }
            buffer.push_str(line);
            buffer.push('\n');
            while let Some(end) = statement_end(&buffer) {
                let sql = buffer[..end].trim().to_string();
                buffer = buffer[end..].to_string();
                let (ok, used) = self.query_with(&sql, Some(rest)).await;
                number += rest[..used].matches('\n').count();
                rest = &rest[used..];
                if self.conn.is_none() {
                    status = 2;
                    break 'lines;
                }
                if !ok && self.stop {
                    status = 3;
                    break 'lines;
                }
            }
            let trimmed = buffer.trim_start();
            if let Some(at) = trimmed.find('\\').filter(|_| trimmed.starts_with('\\')) {
                let command = trimmed[at..].trim().to_string();
                buffer.clear();
                if self.meta(&command).await.is_none() {
                    break;
                }
            }
        }
        if status == 0 && !blank(&buffer) && self.conn.is_some() {
            let ok = self.query(buffer.trim_end()).await;
            status = if !ok && self.stop { 3 } else { 0 };
        }
        self.file = outer;
        self.depth -= 1;
        status
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::services::postgres::client::results::caret;

    #[test]
    fn ends_of_statements() {
        assert_eq!(statement_end("select ';' ; x"), Some(12));
        assert_eq!(statement_end("select 1 -- ;\n"), None);
        assert_eq!(statement_end("select $$;$$;"), Some(13));
        assert_eq!(caret("select bad", 8), "LINE 1: select bad\n               ^\n");
    }
}
