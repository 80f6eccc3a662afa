//! psql at a terminal: its prompts, and lines gathered to statements.

use super::ends::{blank, open_parens, open_quote, statement_end};
use super::psql::Psql;
use crate::shell::readline::{Line, NoCompletion, Readline, Style as Manner};

impl Psql {
    pub async fn interactive(&mut self, major: u32) -> i32 {
        let full = super::super::version(major);
        if !self.quiet {
            let server = self
                .conn
                .as_ref()
                .and_then(|c| c.params.get("server_version").cloned())
                .unwrap_or_default();
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
            let mid = if blank(&buffer) {
                '='
            } else if open_quote(&buffer) {
                '\''
            } else if open_parens(&buffer) {
                '('
            } else {
                '-'
            };
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
                                let _ =
                                    self.p.write_all(1, b"Query buffer reset (cleared).\n").await;
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
    pub async fn query(&mut self, sql: &str) -> bool {
        self.query_with(sql, None).await.0
    }
}
