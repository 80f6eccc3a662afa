//! What psql does with a statement: its variables put in, sent, and shown what comes back.

use super::conn::{Event, Fields};
use super::print::{Table, draw, stands_right};
use super::psql::{Echo, Psql, complain};

impl Psql {
    /// [`Psql::query`], with the lines that follow, for a COPY from them: how many bytes it took.
    pub async fn query_with(&mut self, sql: &str, follow: Option<&str>) -> (bool, usize) {
        self.last = sql.to_string();
        let start = self.p.now();
        let Some(mut c) = self.conn.take() else { return (false, 0) };
        if self.echo == Echo::Queries {
            self.put(&format!("{sql}\n")).await;
        }
        c.send(sql).await;
        let (mut ok, mut used) = (true, 0);
        loop {
            match c.next().await {
                Event::Rows { cols, rows, tag } => {
                    let (heads, oids): (Vec<String>, Vec<u32>) = cols.into_iter().unzip();
                    if self.captures.is_some() {
                        ok &= self.keep(&heads, &rows).await;
                        continue;
                    }
                    self.note_result(true, &tag);
                    let right = oids.into_iter().map(stands_right).collect();
                    let t = Table { heads, right, rows, ..Table::default() };
                    let mut text = draw(&t, &self.style);
                    if !tag.starts_with("SELECT") && !tag.starts_with("SHOW") && !self.quiet {
                        text.push_str(&format!("{tag}\n"));
                    }
                    self.put(&text).await;
                }
                Event::Done(tag) => {
                    self.note_result(true, &tag);
                    if !self.quiet {
                        self.put(&format!("{tag}\n")).await;
                    }
                }
                Event::CopyOut(data) => {
                    let _ = self.p.write_all(self.out, &data).await;
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
                    self.note_result(false, "");
                    self.error(&f, sql).await;
                    if f.get(&b'S').is_some_and(|s| s == "FATAL") {
                        return (false, used);
                    }
                }
                Event::Notice(f) => self.error(&f, sql).await,
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
            self.put(&format!("Time: {ms:.3} ms\n")).await;
        }
        self.conn = Some(c);
        (ok, used)
    }

    /// Sets the variables that tell how a statement went.
    fn note_result(&mut self, ok: bool, tag: &str) {
        let count = tag.rsplit(' ').next().filter(|n| n.parse::<u64>().is_ok()).unwrap_or("0");
        self.variables.insert("ROW_COUNT".into(), count.into());
        self.variables.insert("ERROR".into(), if ok { "false" } else { "true" }.into());
    }

    /// Keeps the only row of a result as variables, their names behind a prefix; whether there was one.
    async fn keep(&mut self, heads: &[String], rows: &[Vec<Option<String>>]) -> bool {
        let prefix = self.captures.clone().unwrap_or_default();
        let [row] = rows else {
            let much = if rows.is_empty() { "no rows" } else { "more than one row" };
            self.trouble("error", &format!("{much} returned for \\gset")).await;
            return false;
        };
        for (head, value) in heads.iter().zip(row) {
            let name = format!("{prefix}{head}");
            match value {
                Some(v) => drop(self.variables.insert(name, v.clone())),
                None => drop(self.variables.remove(&name)),
            }
        }
        true
    }

    /// Runs a query and shows what comes back; whether all went well.
    pub async fn query(&mut self, sql: &str) -> bool {
        self.query_with(sql, None).await.0
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

#[cfg(test)]
mod tests {
    use super::caret;

    #[test]
    fn places_in_statements() {
        assert_eq!(caret("select bad", 8), "LINE 1: select bad\n               ^\n");
    }
}
