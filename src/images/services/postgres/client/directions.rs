//! Backslash commands that say where things go: results to files (`\o`, `\g`) or variables (`\gset`), and
//! what comes next to another server (`\c`).

use super::input::Scan;
use super::psql::{Psql, complain};
use crate::vfs::OpenFlags;

impl Psql {
    /// Opens a file that results go to.
    async fn opened(&self, file: &str) -> Option<crate::kernel::Fd> {
        if file.starts_with('|') {
            self.not_simulated("a pipe for results").await;
            return None;
        }
        let how = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
        match self.p.open(file, how, 0o644) {
            Ok(fd) => Some(fd),
            Err(e) => {
                self.trouble("error", &format!("{file}: {e}")).await;
                None
            }
        }
    }

    pub(super) async fn redirect(&mut self, file: Option<String>) -> bool {
        let fd = match &file {
            Some(file) => match self.opened(file).await {
                Some(fd) => fd,
                None => return false,
            },
            None => 1,
        };
        self.close_out();
        self.out = fd;
        true
    }

    fn close_out(&self) {
        if self.out > 2 {
            let _ = self.p.close(self.out);
        }
    }

    /// Sends what was read, or the last statement again.
    pub(super) async fn go(&mut self, name: &str, word: Option<String>, scan: &mut Scan) -> bool {
        let sql = if scan.is_blank() { self.last.clone() } else { scan.take() };
        if sql.is_empty() {
            return true;
        }
        if name == "gset" {
            self.captures = Some(word.unwrap_or_default());
            let ok = self.query(&sql).await;
            self.captures = None;
            return ok;
        }
        let (out, expanded) = (self.out, self.style.expanded);
        if let Some(file) = word {
            if file.starts_with('(') {
                return self.not_simulated("\\g with options").await;
            }
            let Some(fd) = self.opened(&file).await else { return false };
            self.out = fd;
        }
        self.style.expanded |= name == "gx";
        let ok = self.query(&sql).await;
        self.style.expanded = expanded;
        if self.out != out {
            self.close_out();
            self.out = out;
        }
        ok
    }

    /// `\c`: another connection, which takes over what is not said from this one.
    pub(super) async fn reconnect(&mut self, words: &[String]) -> bool {
        let mut t = self.target.clone();
        if let Some(c) = &self.conn {
            t.db = Some(c.db.clone());
            t.user = Some(c.user.clone());
        }
        let words = words.iter().filter(|w| !w.starts_with("-reuse-previous="));
        let words: Vec<&str> = words.map(|w| w.trim_end_matches(';')).collect();
        match words.first() {
            Some(w) if w.contains("://") || w.contains('=') => super::target::parse_uri(w, &mut t),
            _ => {
                let slots = [&mut t.db, &mut t.user, &mut t.host, &mut t.port];
                for (slot, w) in slots.into_iter().zip(&words).filter(|(_, w)| **w != "-") {
                    *slot = Some(w.trim_matches('"').to_string());
                }
            }
        }
        match t.connect(&self.p).await {
            Ok(c) => {
                if !self.quiet {
                    let text = format!(
                        "You are now connected to database \"{}\" as user \"{}\".\n",
                        c.db, c.user
                    );
                    self.put(&text).await;
                }
                if let Some(old) = self.conn.replace(c) {
                    old.finish().await;
                }
                self.target = t;
                self.note_connection();
                true
            }
            Err(e) => {
                self.trouble("error", &format!("\\connect: {e}")).await;
                if self.p.isatty(0) && self.file.is_none() {
                    complain(&self.p, "Previous connection kept").await;
                } else if let Some(old) = self.conn.take() {
                    old.finish().await;
                }
                false
            }
        }
    }
}
