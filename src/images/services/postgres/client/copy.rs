//! `\copy`: COPY, with a file of this side.

use super::conn::Event;
use super::psql::Psql;

/// Where FROM or TO stands, outside quotes and parentheses, and whether it is FROM.
fn direction(text: &str) -> Option<(usize, bool)> {
    let (mut depth, mut quote) = (0i32, None);
    for (i, c) in text.char_indices() {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            (None, ' ') if depth == 0 => {
                let begins =
                    |w: &str| text.get(i..i + w.len()).is_some_and(|t| t.eq_ignore_ascii_case(w));
                if begins(" from ") {
                    return Some((i, true));
                }
                if begins(" to ") {
                    return Some((i, false));
                }
            }
            _ => {}
        }
    }
    None
}

impl Psql {
    /// `\copy`: COPY, with a file of this side.
    pub async fn copy(&mut self, arg: &str) -> bool {
        if arg.is_empty() {
            self.trouble("error", "\\copy: arguments required").await;
            return false;
        }
        let Some((at, from)) = direction(arg) else {
            self.trouble("error", "\\copy: parse error at end of line").await;
            return false;
        };
        let word = if from { " from " } else { " to " };
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
                    self.trouble("error", &format!("{file}: {e}")).await;
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
                        self.trouble("error", &format!("{file}: {e}")).await;
                        ok = false;
                    }
                }
                Event::Done(tag) if self.quiet => drop(tag),
                Event::Done(tag) => self.put(&format!("{tag}\n")).await,
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
