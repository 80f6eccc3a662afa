//! Backslash commands, but for those that describe what a database holds.

use super::input::{Scan, Words};
use super::psql::{Branch, Psql, complain};
use crate::coreutils::launch;

/// The help of `\?`: what is built.
const HELP: &str = "\
General
  \\g [FILE]              send the statement, its result to a file
  \\gset [PREFIX]         send it, the result's columns as variables
  \\gx [FILE]             the same as \\g, with an expanded result
  \\q                     leave

Query buffer
  \\p                     show it
  \\r                     clear it
  \\w FILE                write it to a file

Input/Output
  \\copy ...              COPY with a file of this side
  \\echo [-n] [TEXT]      write a text
  \\i FILE                run a file
  \\o [FILE]              results go to a file
  \\qecho [-n] [TEXT]     write a text to where results go
  \\warn [-n] [TEXT]      write a text to standard error

Conditional
  \\if TEST  \\elif TEST  \\else  \\endif

Informational (+: more)
  \\d[+] [NAME]           describe a table or view
  \\d[itsv][+]            list indexes, tables, sequences, views
  \\dn \\dp \\du            list schemas, privileges, roles
  \\l[+]                  list databases

Formatting
  \\a \\t \\x \\f \\pset      change how tables are shown

Connection
  \\c [DB [USER [HOST [PORT]]]]  connect anew
  \\conninfo              show the connection

Operating System
  \\timing [on|off]       show how long queries take
  \\! [COMMAND]           run a command by the shell

Variables
  \\set NAME [VALUE]  \\unset NAME
";

/// Commands that psql has and this one has not.
const MISSING: &str = "bind bind_named close_prepared cd copyright crosstabview e edit ef ev errverbose gdesc \
    getenv gexec getresults h help lo_export lo_import lo_list parse password prompt s sendpipeline setenv sf \
    startpipeline endpipeline sv syncpipeline flush flushrequest T C H html watch";

fn on_off(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "on" | "true" | "yes" | "1" | "t" | "y" => Some(true),
        "off" | "false" | "no" | "0" | "f" | "n" => Some(false),
        _ => None,
    }
}

impl Psql {
    /// Runs the command at a backslash: `None` to leave, else whether it went well; and where the line goes on.
    pub async fn command(
        &mut self,
        line: &str,
        at: usize,
        scan: &mut Scan,
    ) -> (Option<bool>, usize) {
        let vars = self.variables.clone();
        let (name, mut words) = Words::of(line, at, &vars);
        let mut done = self.conditional(&name, &mut words).await;
        if done.is_none() && !self.runs() {
            while words.word().is_some() {}
            done = Some(true);
        }
        if done.is_none() {
            done = self.run_command(&name, &mut words, scan).await;
        }
        while let Some(w) = words.word() {
            if done != Some(false) && self.runs() {
                self.trouble("warning", &format!("\\{name}: extra argument \"{w}\" ignored")).await;
            }
        }
        (done, words.end())
    }

    /// `\if` and what belongs to it; nothing for other commands.
    async fn conditional(&mut self, name: &str, words: &mut Words<'_>) -> Option<bool> {
        let outer = self.branches.split_last().is_none_or(|(_, o)| o.iter().all(|b| b.runs));
        match name {
            "if" => {
                let runs = self.runs();
                let holds = self.test(words, name, runs).await;
                self.branches.push(Branch { runs: holds, open: runs && !holds, last: false });
            }
            "elif" | "else" => {
                let Some(b) = self.branches.last().copied().filter(|b| !b.last) else {
                    let why = if self.branches.is_empty() {
                        "no matching \\if"
                    } else {
                        "cannot occur after \\else"
                    };
                    self.trouble("error", &format!("\\{name}: {why}")).await;
                    return Some(false);
                };
                let last = name == "else";
                let wanted = b.open && outer;
                let holds = if last { wanted } else { self.test(words, name, wanted).await };
                if let Some(top) = self.branches.last_mut() {
                    *top = Branch { runs: holds, open: b.open && !holds, last };
                }
            }
            "endif" => {
                if self.branches.pop().is_none() {
                    self.trouble("error", "\\endif: no matching \\if").await;
                    return Some(false);
                }
            }
            _ => return None,
        }
        Some(true)
    }

    /// The test of an `\if`, where it counts.
    async fn test(&mut self, words: &mut Words<'_>, name: &str, counts: bool) -> bool {
        let word = words.whole();
        let holds = on_off(&word);
        if counts && holds.is_none() {
            let text = format!(
                "unrecognized value \"{word}\" for \"\\{name} expression\": Boolean expected"
            );
            self.trouble("error", &text).await;
        }
        counts && holds == Some(true)
    }

    async fn run_command(
        &mut self,
        name: &str,
        words: &mut Words<'_>,
        scan: &mut Scan,
    ) -> Option<bool> {
        let ok = match name {
            "q" | "quit" => return None,
            "echo" | "qecho" | "warn" => self.echo(name, words).await,
            "x" | "t" | "a" | "f" | "pset" => self.pset(name, words).await,
            "timing" => {
                self.timing = words.word().and_then(|w| on_off(&w)).unwrap_or(!self.timing);
                if !self.quiet {
                    let word = if self.timing { "on" } else { "off" };
                    self.put(&format!("Timing is {word}.\n")).await;
                }
                true
            }
            "set" => match words.word() {
                Some(name) => {
                    let value: String = std::iter::from_fn(|| words.word()).collect();
                    self.variables.insert(name, value);
                    true
                }
                None => self.not_simulated("\\set without a name").await,
            },
            "unset" => {
                self.variables.remove(&words.word().unwrap_or_default());
                true
            }
            "encoding" => match words.word() {
                None => {
                    self.put("UTF8\n").await;
                    true
                }
                Some(e) if e.eq_ignore_ascii_case("utf8") => true,
                Some(_) => self.not_simulated("an encoding other than UTF8").await,
            },
            // What a dump forbids are commands that could do harm; the key has to be the same at the end.
            "restrict" | "unrestrict" => words.word().is_some(),
            "i" | "include" | "ir" | "include_relative" => match words.word() {
                Some(file) => Box::pin(self.include(&file)).await == 0,
                None => self.wants_argument(name).await,
            },
            "o" | "out" => self.redirect(words.word()).await,
            "g" | "gx" | "gset" => self.go(name, words.word(), scan).await,
            "p" | "print" => {
                let text = if scan.is_blank() { "Query buffer is empty." } else { &scan.query };
                self.put(&format!("{}\n", text.trim_end())).await;
                true
            }
            "r" | "reset" => {
                *scan = Scan::default();
                if !self.quiet {
                    self.put("Query buffer reset (cleared).\n").await;
                }
                true
            }
            "w" | "write" => match words.word() {
                Some(file) => {
                    let text = crate::vfs::text::encode(&scan.query).into_owned();
                    let done = self.p.write_file(&file, &text, 0o644);
                    self.written(&file, done).await
                }
                None => self.wants_argument(name).await,
            },
            "!" => {
                let command = words.whole();
                let argv = match command.as_str() {
                    "" => vec!["sh".to_string()],
                    _ => vec!["sh".to_string(), "-c".to_string(), command],
                };
                match launch::spawn(&self.p, &argv, |_| {}) {
                    Ok(pid) => launch::wait(&self.p, pid).await.is_ok(),
                    Err(_) => {
                        self.trouble("error", "\\!: failed").await;
                        false
                    }
                }
            }
            "c" | "connect" => {
                let all: Vec<String> = std::iter::from_fn(|| words.word()).collect();
                self.reconnect(&all).await
            }
            "copy" => self.copy(&words.whole()).await,
            "conninfo" => {
                let c = self.conn.as_ref()?;
                let place = match &c.host {
                    None => {
                        let dir = self.target.place(&self.p).1;
                        format!("via socket in \"{dir}\" at port \"{}\"", c.port)
                    }
                    Some(h) => format!("on host \"{h}\" at port \"{}\"", c.port),
                };
                let (db, user) = (&c.db, &c.user);
                let text =
                    format!("You are connected to database \"{db}\" as user \"{user}\" {place}.\n");
                self.put(&text).await;
                true
            }
            "?" => {
                self.put(HELP).await;
                true
            }
            c if MISSING.split_whitespace().any(|m| m == c) => {
                words.whole();
                self.not_simulated(&format!("\\{c}")).await
            }
            c if c.starts_with(['d', 'z']) || c.starts_with('l') && c.len() < 4 => {
                let pattern = words.word().unwrap_or_default();
                self.describe(c, pattern.trim_end_matches(';')).await
            }
            c => {
                words.whole();
                self.trouble("error", &format!("invalid command \\{c}")).await;
                if self.file.is_none() && self.p.isatty(0) {
                    complain(&self.p, "Try \\? for help.").await;
                }
                false
            }
        };
        Some(ok)
    }

    pub(super) async fn not_simulated(&self, what: &str) -> bool {
        self.trouble("error", &format!("{what} is not simulated")).await;
        false
    }

    async fn wants_argument(&self, name: &str) -> bool {
        self.trouble("error", &format!("\\{name}: missing required argument")).await;
        false
    }

    async fn written(&self, file: &str, done: Result<(), crate::vfs::Errno>) -> bool {
        if let Err(e) = done {
            self.trouble("error", &format!("{file}: {e}")).await;
        }
        done.is_ok()
    }

    async fn echo(&self, name: &str, words: &mut Words<'_>) -> bool {
        let mut all: Vec<String> = std::iter::from_fn(|| words.word()).collect();
        let bare = all.first().is_some_and(|w| w == "-n");
        if bare {
            all.remove(0);
        }
        let text = format!("{}{}", all.join(" "), if bare { "" } else { "\n" });
        let fd = match name {
            "echo" => 1,
            "warn" => 2,
            _ => self.out,
        };
        self.p.write_all(fd, &crate::vfs::text::encode(&text)).await.is_ok()
    }

    /// `\pset` and its short forms.
    async fn pset(&mut self, name: &str, words: &mut Words<'_>) -> bool {
        let option = match name {
            "x" => Some("expanded".to_string()),
            "t" => Some("tuples_only".to_string()),
            "f" => Some("fieldsep".to_string()),
            "a" => Some("format".to_string()),
            _ => words.word(),
        };
        let Some(option) = option else { return self.not_simulated("\\pset without a name").await };
        let value = match name {
            "a" => Some(if self.style.aligned { "unaligned" } else { "aligned" }.to_string()),
            _ => words.word(),
        };
        match self.style.set(&option, value.as_deref()) {
            Ok(text) => {
                if !self.quiet {
                    self.put(&text).await;
                }
                true
            }
            Err(text) => {
                self.trouble("error", &format!("\\pset: {text}")).await;
                false
            }
        }
    }
}
