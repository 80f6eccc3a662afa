//! psql at a terminal: its greeting, its prompts, and the lines that are typed.

use super::input::Scan;
use super::psql::{Flow, Psql};
use crate::shell::readline::{Line, NoCompletion, Readline, Style as Manner};

const HELP: &str = "You are using psql, the command-line interface to PostgreSQL.\nType:  \\copyright for distribution terms\n       \\h for help with SQL commands\n       \\? for help with psql commands\n       \\g or terminate with semicolon to execute query\n       \\q to quit\n";

impl Psql {
    async fn greet(&self, major: u32) {
        let full = super::super::version(major);
        let server = self.conn.as_ref().and_then(|c| c.params.get("server_version").cloned());
        let more = match server {
            Some(s) if s != full => format!(", server {s}"),
            _ => String::new(),
        };
        self.put(&format!("psql ({full}{more})\nType \"help\" for help.\n\n")).await;
    }

    fn prompt(&self, scan: &Scan) -> Option<String> {
        let c = self.conn.as_ref()?;
        let end = if c.params.get("is_superuser").is_some_and(|s| s == "on") { '#' } else { '>' };
        let state = match c.state {
            b'T' => "*",
            b'E' => "!",
            _ => "",
        };
        let sign = if self.runs() { scan.sign() } else { '@' };
        Some(format!("{}{sign}{state}{end} ", c.db))
    }

    /// Reads lines from the terminal until it is left.
    pub async fn interactive(&mut self, major: u32) -> i32 {
        if !self.quiet {
            self.greet(major).await;
        }
        let mut rl = Readline::new(Manner::Gnu);
        let mut history: Vec<String> = Vec::new();
        let mut scan = Scan::default();
        while let Some(prompt) = self.prompt(&scan) {
            match rl.read_line(&self.p, &prompt, &history, &NoCompletion).await {
                Ok(Line::Text(line)) => {
                    if !line.trim().is_empty() {
                        history.push(line.clone());
                    }
                    match line.trim() {
                        "exit" | "quit" if scan.is_blank() => return 0,
                        "help" if scan.is_blank() => self.put(HELP).await,
                        _ => {
                            let flow = self.line(&format!("{line}\n"), &mut scan, None).await;
                            if flow == Flow::End(0) {
                                return 0;
                            }
                        }
                    }
                }
                Ok(Line::Interrupted) => scan = Scan::default(),
                _ => {
                    let _ = self.p.write_all(1, b"\\q\n").await;
                    return 0;
                }
            }
        }
        2
    }
}
