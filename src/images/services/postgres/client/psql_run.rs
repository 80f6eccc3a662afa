//! What psql does with lines, statements and backslash commands; the rest is in `psql`.

use super::conn::{Event, Fields};
use super::print::{Table, draw, stands_right};
use super::psql::{Echo, Psql, complain};

impl Psql {
    /// [`Psql::query`], with the lines that follow, for a COPY from them: how many bytes it took.
    pub async fn query_with(&mut self, sql: &str, follow: Option<&str>) -> (bool, usize) {
        let sql = self.substituted(sql);
        let start = self.p.now();
        let Some(mut c) = self.conn.take() else { return (false, 0) };
        if self.echo == Echo::Queries {
            let _ = self.p.write_all(1, format!("{sql}\n").as_bytes()).await;
        }
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
                            let end =
                                f.find("\\.\n").filter(|i| *i == 0 || f[..*i].ends_with('\n'));
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
    pub fn substituted(&self, sql: &str) -> String {
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

    pub async fn error(&self, f: &Fields, sql: &str) {
        let get = |l: u8| f.get(&l).map(String::as_str);
        let place = self.file.as_ref().map_or(String::new(), |(n, l)| format!("psql:{n}:{l}: "));
        let mut text = format!(
            "{place}{}:  {}\n",
            get(b'S').unwrap_or_default(),
            get(b'M').unwrap_or_default()
        );
        if self.echo == Echo::Errors {
            text.push_str(&format!("STATEMENT:  {sql}\n"));
        }
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
    pub async fn meta(&mut self, line: &str) -> Option<bool> {
        let body = line.trim_start_matches('\\').trim_end_matches(';').trim();
        let (command, arg) = body.split_once(char::is_whitespace).unwrap_or((body, ""));
        let arg = arg.trim();
        let plain = arg.trim_matches('\'').to_string();
        let say = |text: String| {
            let p = self.p.clone();
            async move {
                let _ = p.write_all(1, text.as_bytes()).await;
            }
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
            "h" | "help" | "e" | "g" | "gx" | "watch" | "o" | "w" | "s" | "password" | "if" | "gset" | "gexec" | "prompt" | "df" | "dx" | "sf" => {
                complain(&self.p, &format!("\\{command} is not simulated")).await;
                return Some(false);
            }
            c if c.starts_with('d') || c == "z" || matches!(c, "l" | "l+" | "list") => {
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

    pub async fn reconnect(&mut self, arg: &str) -> bool {
        let words: Vec<&str> =
            arg.split_whitespace().filter(|w| *w != "-reuse-previous=on").collect();
        let mut t = self.target.clone();
        if let Some(c) = &self.conn {
            t.db = Some(c.db.clone());
            t.user = Some(c.user.clone());
        }
        let slots = [&mut t.db, &mut t.user, &mut t.host, &mut t.port];
        for (slot, w) in slots.into_iter().zip(&words) {
            if *w != "-" {
                *slot = Some(
                    w.trim_matches('"')
                        .trim_start_matches("dbname=")
                        .trim_matches('\'')
                        .to_string(),
                );
            }
        }
        match t.connect(&self.p).await {
            Ok(c) => {
                if !self.quiet {
                    let text = format!(
                        "You are now connected to database \"{}\" as user \"{}\".\n",
                        c.db, c.user
                    );
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
    pub async fn copy(&mut self, arg: &str) -> bool {
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
        let sql =
            format!("COPY {}{word}{} {options}", &arg[..at], if from { "STDIN" } else { "STDOUT" });
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
pub fn caret(sql: &str, n: usize) -> String {
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

pub fn blank(s: &str) -> bool {
    s.lines().all(|l| l.trim().is_empty() || l.trim_start().starts_with("--"))
}

pub fn scan(s: &str) -> (Option<usize>, bool, i32) {
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
                if let Some(close) = close
                    .filter(|c| s[i + 1..*c].bytes().all(|c| c.is_ascii_alphabetic() || c == b'_'))
                {
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
pub fn statement_end(s: &str) -> Option<usize> {
    scan(s).0
}

pub fn open_quote(s: &str) -> bool {
    scan(s).1
}

pub fn open_parens(s: &str) -> bool {
    scan(s).2 > 0
}
