//! What psql does with a statement: its variables put in, sent, and shown what comes back.

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
