//! `psql`: reads statements and backslash commands, sends them, and shows what comes back.

use crate::kernel::Proc;
use crate::shell::readline::{Line, NoCompletion, Readline, Style as Manner};

use super::conn::{Conn, Event, Fields, Target, parse_uri};
use super::print::{Style, Table, draw, stands_right};

/// What a session of psql knows.
pub struct Psql {
    pub(super) p: Proc,
    pub(super) conn: Option<Conn>,
    target: Target,
    pub(super) style: Style,
    quiet: bool,
    timing: bool,
    stop: bool,
    variables: std::collections::BTreeMap<String, String>,
    /// The file that is read and the line in it, for errors.
    file: Option<(String, usize)>,
    depth: usize,
}

enum Step {
    Command(String),
    File(String),
}

async fn complain(p: &Proc, text: &str) {
    let _ = p.write_all(2, format!("{text}\n").as_bytes()).await;
}

/// The program.
pub async fn main(p: Proc, major: u32) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let mut target = Target { program: "psql", ..Target::default() };
    let mut s = Style::default();
    let (mut quiet, mut stop, mut single, mut list, mut output) = (false, false, false, false, None);
    let mut steps = Vec::new();
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
                let (name, value) = long.split_once('=').map_or((long, None), |(n, v)| (n, Some(v.to_string())));
                let short = match name {
                    "command" => "c", "dbname" => "d", "file" => "f", "list" => "l", "variable" | "set" => "v",
                    "single-transaction" => "1", "no-psqlrc" => "X", "quiet" => "q", "no-align" => "A", "tuples-only" => "t",
                    "expanded" => "x", "host" => "h", "port" => "p", "username" => "U", "no-password" => "w", "password" => "W",
                    "field-separator" => "F", "pset" => "P", "output" => "o", "csv" => "\u{1}", "echo-errors" => "b",
                    "echo-all" => "a", "echo-queries" => "e",
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
                let found = inline.take().or(if rest.is_empty() { it.next().cloned() } else { Some(rest) });
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
                'X' | 'w' | 'W' | 'n' | 'a' | 'b' | 'e' | 'E' => {}
                f => {
                    complain(&p, &format!("psql: invalid option -- '{f}'\npsql: hint: Try \"psql --help\" for more information.")).await;
                    return 1;
                }
            }
        }
    }
    let mut operands = operands.into_iter();
    if let Some(db) = operands.next() {
        if db.contains("://") || db.contains('=') { parse_uri(&db, &mut target) } else { target.db = Some(db) }
    }
    if let Some(user) = operands.next() {
        target.user.get_or_insert(user);
    }
    for extra in operands {
        complain(&p, &format!("psql: warning: extra command-line argument \"{extra}\" ignored")).await;
    }
    if list && target.db.is_none() {
        target.db = Some("postgres".into());
    }
    if let Some(file) = output {
        match p.open(&file, crate::vfs::OpenFlags::WRITE | crate::vfs::OpenFlags::CREAT | crate::vfs::OpenFlags::TRUNC, 0o644) {
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
    let mut q = Psql { p, conn: Some(conn), target, style: s, quiet, timing: false, stop, variables, file: None, depth: 0 };
    let status = q.all(steps, list, single, major).await;
    if let Some(c) = q.conn.take() {
        c.finish().await;
    }
    status
}

impl Psql {
    async fn all(&mut self, steps: Vec<Step>, list: bool, single: bool, major: u32) -> i32 {
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

    async fn slurp(&self, fd: i32) -> String {
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
    async fn include(&mut self, file: &str) -> i32 {
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
    async fn script(&mut self, text: &str, name: Option<&str>) -> i32 {
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
            if let Some(f) = &mut self.file {
                f.1 = number;
            }
            if buffer.trim().is_empty() && line.trim_start().starts_with('\\') {
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

    async fn interactive(&mut self, major: u32) -> i32 {
        let full = super::super::version(major);
        if !self.quiet {
            let server = self.conn.as_ref().and_then(|c| c.params.get("server_version").cloned()).unwrap_or_default();
            let more = if server == full { String::new() } else { format!(", server {server}") };
            let text = format!("psql ({full}{more})\nType \"help\" for help.\n\n");
            let _ = self.p.write_all(1, text.as_bytes()).await;
        }
        let mut rl = Readline::new(Manner::Gnu);
        let mut history: Vec<String> = Vec::new();
        let mut buffer = String::new();
        loop {
            let Some(c) = &self.conn else { return 2 };
            let superuser = c.params.get("is_superuser").is_some_and(|s| s == "on");
            let state = match c.state {
                b'T' => "*",
                b'E' => "!",
                _ => "",
            };
            let mid = if blank(&buffer) { '=' } else if open_quote(&buffer) { '\'' } else if open_parens(&buffer) { '(' } else { '-' };
            let prompt = format!("{}{mid}{state}{} ", c.db, if superuser { '#' } else { '>' });
            match rl.read_line(&self.p, &prompt, &history, &NoCompletion).await {
                Ok(Line::Text(line)) => {
                    if !line.trim().is_empty() {
                        history.push(line.clone());
                    }
                    let word = line.trim();
                    if blank(&buffer) && matches!(word, "exit" | "quit") {
                        return 0;
                    }
                    if blank(&buffer) && word == "help" {
                        let text = "You are using psql, the command-line interface to PostgreSQL.\nType:  \\copyright for distribution terms\n       \\h for help with SQL commands\n       \\? for help with psql commands\n       \\g or terminate with semicolon to execute query\n       \\q to quit\n";
                        let _ = self.p.write_all(1, text.as_bytes()).await;
                        continue;
                    }
                    if word.starts_with('\\') {
                        match word {
                            "\\r" => {
                                buffer.clear();
                                let _ = self.p.write_all(1, b"Query buffer reset (cleared).\n").await;
                            }
                            "\\g" if !blank(&buffer) => {
                                let sql = std::mem::take(&mut buffer);
                                self.query(sql.trim()).await;
                            }
                            "\\p" => drop(self.p.write_all(1, buffer.as_bytes()).await),
                            _ => {
                                if self.meta(word).await.is_none() {
                                    return 0;
                                }
                            }
                        }
                        continue;
                    }
                    buffer.push_str(&line);
                    buffer.push('\n');
                    while let Some(end) = statement_end(&buffer) {
                        let sql = buffer[..end].trim().to_string();
                        buffer = buffer[end..].trim_start().to_string();
                        self.query(&sql).await;
                    }
                }
                Ok(Line::Interrupted) => buffer.clear(),
                _ => {
                    let _ = self.p.write_all(1, b"\\q\n").await;
                    return 0;
                }
            }
        }
    }

    /// Runs a query and shows what comes back; whether all went well.
    pub(super) async fn query(&mut self, sql: &str) -> bool {
        self.query_with(sql, None).await.0
    }

    /// [`Psql::query`], with the lines that follow, for a COPY from them: how many bytes it took.
    async fn query_with(&mut self, sql: &str, follow: Option<&str>) -> (bool, usize) {
        let sql = self.substituted(sql);
        let start = self.p.now();
        let Some(mut c) = self.conn.take() else { return (false, 0) };
        c.send(&sql).await;
        let (mut ok, mut used) = (true, 0);
        loop {
            match c.next().await {
                Event::Rows { cols, rows, tag } => {
                    let (heads, oids): (Vec<String>, Vec<u32>) = cols.into_iter().unzip();
                    let right = oids.into_iter().map(stands_right).collect();
                    let t = Table { heads, right, rows, ..Table::default() };
                    let mut text = draw(&t, &self.style);
                    if !tag.starts_with("SELECT") && !tag.starts_with("SHOW") && !self.quiet {
                        text.push_str(&format!("{tag}\n"));
                    }
                    let _ = self.p.write_all(1, text.as_bytes()).await;
                }
                Event::Done(tag) => {
                    if !self.quiet {
                        let _ = self.p.write_all(1, format!("{tag}\n").as_bytes()).await;
                    }
                }
                Event::CopyOut(data) => {
                    let _ = self.p.write_all(1, &data).await;
                    // The tag is not shown: standard output holds the rows.
                    let _ = c.next().await;
                }
                Event::CopyIn => {
                    let data = match follow {
                        Some(f) => {
                            let end = f.find("\\.\n").filter(|i| *i == 0 || f[..*i].ends_with('\n'));
                            let end = end.unwrap_or(f.len());
                            used = (end + 3).min(f.len());
                            f[..end].to_string()
                        }
                        None => self.slurp(0).await,
                    };
                    c.copy_data(&crate::vfs::text::encode(&data)).await;
                }
                Event::Error(f) => {
                    ok = false;
                    self.error(&f, &sql).await;
                    if f.get(&b'S').is_some_and(|s| s == "FATAL") {
                        return (false, used);
                    }
                }
                Event::Notice(f) => self.error(&f, &sql).await,
                Event::Empty => {}
                Event::Ready => break,
                Event::Lost => {
                    complain(&self.p, "server closed the connection unexpectedly\n\tThis probably means the server terminated abnormally\n\tbefore or while processing the request.\nconnection to server was lost").await;
                    return (false, used);
                }
            }
        }
        if self.timing {
            let ms = (self.p.now() - start) as f64 / 1e6;
            let _ = self.p.write_all(1, format!("Time: {ms:.3} ms\n").as_bytes()).await;
        }
        self.conn = Some(c);
        (ok, used)
    }

    /// Variables put into a statement: `:name`, `:'name'`, `:"name"`.
    fn substituted(&self, sql: &str) -> String {
        let mut out = sql.to_string();
        for (n, v) in &self.variables {
            out = out.replace(&format!(":'{n}'"), &format!("'{}'", v.replace('\'', "''")));
            out = out.replace(&format!(":\"{n}\""), &format!("\"{v}\""));
            if !out.contains(&format!("::{n}")) {
                out = out.replace(&format!(":{n}"), v);
            }
        }
        out
    }

    async fn error(&self, f: &Fields, sql: &str) {
        let get = |l: u8| f.get(&l).map(String::as_str);
        let place = self.file.as_ref().map_or(String::new(), |(n, l)| format!("psql:{n}:{l}: "));
        let mut text = format!("{place}{}:  {}\n", get(b'S').unwrap_or_default(), get(b'M').unwrap_or_default());
        if let Some(n) = get(b'P').and_then(|p| p.parse::<usize>().ok()) {
            text.push_str(&caret(sql, n));
        }
        for (l, word) in [(b'D', "DETAIL"), (b'H', "HINT"), (b'W', "CONTEXT")] {
            if let Some(t) = get(l) {
                text.push_str(&format!("{word}:  {t}\n"));
            }
        }
        let _ = self.p.write_all(2, text.as_bytes()).await;
    }

    /// A backslash command: `None` to leave, else whether it went well.
    async fn meta(&mut self, line: &str) -> Option<bool> {
        let body = line.trim_start_matches('\\').trim_end_matches(';').trim();
        let (command, arg) = body.split_once(char::is_whitespace).unwrap_or((body, ""));
        let arg = arg.trim();
        let plain = arg.trim_matches('\'').to_string();
        let say = |text: String| {
            let p = self.p.clone();
            async move { drop(p.write_all(1, text.as_bytes()).await) }
        };
        let onoff = |now: bool| match arg {
            "on" => true,
            "off" => false,
            _ => !now,
        };
        let word = |b: bool| if b { "on" } else { "off" };
        match command {
            "q" | "quit" => return None,
            "echo" | "qecho" => say(format!("{plain}\n")).await,
            "x" => {
                self.style.expanded = onoff(self.style.expanded);
                say(format!("Expanded display is {}.\n", word(self.style.expanded))).await;
            }
            "t" => {
                self.style.tuples = onoff(self.style.tuples);
                say(format!("Tuples only is {}.\n", word(self.style.tuples))).await;
            }
            "a" => {
                self.style.aligned = !self.style.aligned;
                say(format!("Output format is {}.\n", if self.style.aligned { "aligned" } else { "unaligned" })).await;
            }
            "timing" => {
                self.timing = onoff(self.timing);
                say(format!("Timing is {}.\n", word(self.timing))).await;
            }
            "pset" => {
                let (n, v) = arg.split_once(' ').unwrap_or((arg, ""));
                let v = v.trim().trim_matches('\'');
                match n {
                    "null" => {
                        self.style.null = v.to_string();
                        say(format!("Null display is \"{v}\".\n")).await;
                    }
                    "format" => (self.style.csv, self.style.aligned) = (v == "csv", v != "unaligned"),
                    "tuples_only" | "t" => self.style.tuples = v != "off",
                    "footer" => self.style.footer = v != "off",
                    "pager" => say("Pager usage is off.\n".into()).await,
                    "border" | "linestyle" => {
                        complain(&self.p, &format!("\\pset {n} is not simulated")).await;
                        return Some(false);
                    }
                    _ => {
                        complain(&self.p, &format!("\\pset: unknown option: {n}")).await;
                        return Some(false);
                    }
                }
            }
            "set" => {
                let (n, v) = arg.split_once(' ').unwrap_or((arg, ""));
                self.stop |= n == "ON_ERROR_STOP" && !matches!(v, "off" | "0");
                self.variables.insert(n.to_string(), v.trim_matches('\'').to_string());
            }
            "unset" => drop(self.variables.remove(arg)),
            "encoding" => say("UTF8\n".into()).await,
            "restrict" | "unrestrict" => {}
            "i" | "include" | "ir" => return Some(Box::pin(self.include(&plain)).await == 0),
            "!" => {
                complain(&self.p, "\\! is not simulated").await;
                return Some(false);
            }
            "c" | "connect" => return Some(self.reconnect(arg).await),
            "copy" => return Some(self.copy(arg).await),
            "conninfo" => {
                let Some(c) = &self.conn else { return Some(false) };
                let place = match &c.host {
                    None => format!("via socket in \"/var/run/postgresql\" at port \"{}\"", c.port),
                    Some(h) => format!("on host \"{h}\" at port \"{}\"", c.port),
                };
                say(format!("You are connected to database \"{}\" as user \"{}\" {place}.\n", c.db, c.user)).await;
            }
            "?" => say("General\n  \\q                     leave\n\nInformational\n  \\d [NAME]              describe a table, view, sequence or index\n  \\di \\dn \\ds \\dt \\du \\dv  list them\n  \\l                     list databases\n\nInput/Output\n  \\copy ...              COPY with a file of this side\n  \\echo [TEXT]           write a text\n  \\i FILE                run a file\n\nFormatting\n  \\a \\t \\x \\pset         change how tables are shown\n  \\timing                show how long queries take\n\nConnection\n  \\c [DB [USER [HOST [PORT]]]]  connect anew\n  \\conninfo              show the connection\n".into()).await,
            "h" | "help" | "e" | "g" | "gx" | "watch" | "o" | "w" | "s" | "password" | "if" | "gset" | "gexec" | "prompt" | "df" | "dx" | "dp" | "z" | "sf" => {
                complain(&self.p, &format!("\\{command} is not simulated")).await;
                return Some(false);
            }
            c if c.starts_with('d') || matches!(c, "l" | "l+" | "list") => {
                let (c, arg) = (c.to_string(), plain);
                return Some(self.describe(&c, &arg).await);
            }
            c => {
                let place = self.file.as_ref().map_or(String::new(), |(n, l)| format!("psql:{n}:{l}: error: "));
                complain(&self.p, &format!("{place}invalid command \\{c}")).await;
                if self.file.is_none() && self.p.isatty(0) {
                    complain(&self.p, "Try \\? for help.").await;
                }
                return Some(false);
            }
        }
        Some(true)
    }

    async fn reconnect(&mut self, arg: &str) -> bool {
        let words: Vec<&str> = arg.split_whitespace().filter(|w| *w != "-reuse-previous=on").collect();
        let mut t = self.target.clone();
        if let Some(c) = &self.conn {
            t.db = Some(c.db.clone());
            t.user = Some(c.user.clone());
        }
        let slots = [&mut t.db, &mut t.user, &mut t.host, &mut t.port];
        for (slot, w) in slots.into_iter().zip(&words) {
            if *w != "-" {
                *slot = Some(w.trim_matches('"').trim_start_matches("dbname=").trim_matches('\'').to_string());
            }
        }
        match t.connect(&self.p).await {
            Ok(c) => {
                if !self.quiet {
                    let text = format!("You are now connected to database \"{}\" as user \"{}\".\n", c.db, c.user);
                    let _ = self.p.write_all(1, text.as_bytes()).await;
                }
                if let Some(old) = self.conn.replace(c) {
                    old.finish().await;
                }
                self.target = t;
                true
            }
            Err(e) => {
                complain(&self.p, &e).await;
                complain(&self.p, "Previous connection kept").await;
                false
            }
        }
    }

    /// `\copy`: COPY, with a file of this side.
    async fn copy(&mut self, arg: &str) -> bool {
        let lower = arg.to_lowercase();
        let found = [" from ", " to "].iter().filter_map(|w| lower.rfind(w).map(|i| (i, *w))).max();
        let Some((at, word)) = found else {
            complain(&self.p, "\\copy: parse error at end of line").await;
            return false;
        };
        let from = word == " from ";
        let rest = arg[at + word.len()..].trim();
        let (file, options) = match rest.strip_prefix('\'') {
            Some(r) => r.split_once('\'').unwrap_or((r, "")),
            None => rest.split_once(' ').unwrap_or((rest, "")),
        };
        let sql = format!("COPY {}{word}{} {options}", &arg[..at], if from { "STDIN" } else { "STDOUT" });
        if matches!(file.to_lowercase().as_str(), "stdin" | "stdout" | "pstdin" | "pstdout") {
            return self.query(&sql).await;
        }
        let data = match from {
            true => match self.p.read_file(file) {
                Ok(d) => d,
                Err(e) => {
                    complain(&self.p, &format!("{file}: {e}")).await;
                    return false;
                }
            },
            false => Vec::new(),
        };
        let Some(mut c) = self.conn.take() else { return false };
        c.send(&sql).await;
        let mut ok = true;
        loop {
            match c.next().await {
                Event::CopyIn => c.copy_data(&data).await,
                Event::CopyOut(out) => {
                    if let Err(e) = self.p.write_file(file, &out, 0o644) {
                        complain(&self.p, &format!("{file}: {e}")).await;
                        ok = false;
                    }
                }
                Event::Done(tag) => drop(self.p.write_all(1, format!("{tag}\n").as_bytes()).await),
                Event::Error(f) => {
                    ok = false;
                    self.error(&f, &sql).await;
                }
                Event::Ready => break,
                Event::Lost => return false,
                _ => {}
            }
        }
        self.conn = Some(c);
        ok
    }
}

/// The line of a statement that has a character, and a mark under it.
fn caret(sql: &str, n: usize) -> String {
    let chars: Vec<char> = sql.chars().collect();
    let at = n.saturating_sub(1).min(chars.len());
    let start = chars[..at].iter().rposition(|c| *c == '\n').map_or(0, |i| i + 1);
    let end = chars[at..].iter().position(|c| *c == '\n').map_or(chars.len(), |i| at + i);
    let number = chars[..at].iter().filter(|c| **c == '\n').count() + 1;
    let head = format!("LINE {number}: ");
    // Long lines are cut around the place.
    let (mut from, mut to) = (start, end);
    let (mut left, mut right) = ("", "");
    if end - start > 60 {
        if at - start > 40 {
            from = at - 30;
            left = "...";
        }
        if end > from + 60 {
            to = from + 60;
            right = "...";
        }
    }
    let line: String = chars[from..to].iter().map(|c| if *c == '\t' { ' ' } else { *c }).collect();
    let blanks = head.chars().count() + left.len() + at - from;
    format!("{head}{left}{line}{right}\n{}^\n", " ".repeat(blanks))
}

fn blank(s: &str) -> bool {
    s.lines().all(|l| l.trim().is_empty() || l.trim_start().starts_with("--"))
}

fn scan(s: &str) -> (Option<usize>, bool, i32) {
    let b = s.as_bytes();
    let (mut i, mut quote, mut depth) = (0, None::<u8>, 0);
    while i < b.len() {
        match (quote, b[i]) {
            (Some(q), c) if c == q => quote = None,
            (Some(_), _) => {}
            (None, c @ (b'\'' | b'"')) => quote = Some(c),
            (None, b'-') if b.get(i + 1) == Some(&b'-') => {
                while i < b.len() && b[i] != b'\n' {
                    i += 1;
                }
            }
            (None, b'/') if b.get(i + 1) == Some(&b'*') => {
                i = s[i..].find("*/").map_or(b.len(), |e| i + e + 1);
            }
            (None, b'$') => {
                let close = s[i + 1..].find('$').map(|e| i + 1 + e);
                if let Some(close) = close.filter(|c| s[i + 1..*c].bytes().all(|c| c.is_ascii_alphabetic() || c == b'_')) {
                    let tag = &s[i..=close];
                    match s[close + 1..].find(tag) {
                        Some(e) => i = close + e + tag.len(),
                        None => return (None, true, depth),
                    }
                }
            }
            (None, b'(') => depth += 1,
            (None, b')') => depth -= 1,
            (None, b';') if depth <= 0 => return (Some(i + 1), false, depth),
            _ => {}
        }
        i += 1;
    }
    (None, quote.is_some(), depth)
}

/// Where the first statement ends.
fn statement_end(s: &str) -> Option<usize> {
    scan(s).0
}

fn open_quote(s: &str) -> bool {
    scan(s).1
}

fn open_parens(s: &str) -> bool {
    scan(s).2 > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_statements() {
        assert_eq!(statement_end("select ';' ; x"), Some(12));
        assert_eq!(statement_end("select 1 -- ;\n"), None);
        assert_eq!(statement_end("select $$;$$;"), Some(13));
        assert_eq!(caret("select bad", 8), "LINE 1: select bad\n               ^\n");
    }
}
