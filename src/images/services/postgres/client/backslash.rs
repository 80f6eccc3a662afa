//! Backslash commands, but for those that describe what a database holds.

use super::conn::Event;
use super::psql::{Psql, complain};

impl Psql {
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
            "h" | "help" | "e" | "g" | "gx" | "watch" | "o" | "w" | "s" | "password" | "if" | "elif" | "else" | "endif" | "gset" | "gexec" | "prompt" | "df" | "dx" | "sf" => {
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
