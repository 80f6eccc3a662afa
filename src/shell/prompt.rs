//! Prompts: the backslash escapes of PS1 and its relatives (bash manual, 6.9), and times in them.

use std::fmt::Write as _;

use crate::shell::expand::Mode;
use crate::shell::options::Opt;
use crate::shell::state::{Res, Shell};
use crate::shell::syntax::Parser;
use crate::shell::syntax::ast::Word;

/// A time by strftime's format; a format that means nothing stays as it is.
pub(crate) fn strftime(ns: i64, format: &str) -> String {
    let time = chrono::DateTime::from_timestamp_nanos(ns);
    let mut out = String::new();
    // %s in a fixed zone and the names of months are all that is asked for.
    if write!(out, "{}", time.format(format)).is_err() {
        return format.to_string();
    }
    out
}

impl Shell {
    /// A path as `\w` shows it.
    fn short_home(&self, path: &str) -> String {
        match self.var("HOME") {
            Some(h) if !h.is_empty() && path == h => "~".to_string(),
            Some(h) if h.len() > 1 && path.starts_with(&format!("{h}/")) => {
                format!("~{}", &path[h.len()..])
            }
            _ => path.to_string(),
        }
    }

    /// Replaces the escapes of a prompt.
    fn decode_prompt(&self, text: &str) -> String {
        let now = self.p.now();
        let mut out = String::new();
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            if c != '\\' {
                out.push(c);
                continue;
            }
            let Some(k) = chars.next() else {
                out.push('\\');
                break;
            };
            match k {
                'a' => out.push('\x07'),
                'e' => out.push('\x1b'),
                'n' => out.push('\n'),
                'r' => out.push('\r'),
                '\\' => out.push('\\'),
                // What is between these takes no room on the screen; the line editor looks at them.
                '[' => out.push('\x01'),
                ']' => out.push('\x02'),
                '$' => out.push(if self.p.cred().euid == 0 { '#' } else { '$' }),
                'u' => {
                    let uid = self.p.cred().euid;
                    out.push_str(
                        &self.p.user_by_id(uid).map_or("I have no name!".to_string(), |u| u.name),
                    );
                }
                'h' => out.push_str(self.p.hostname().split('.').next().unwrap_or("")),
                'H' => out.push_str(&self.p.hostname()),
                'w' => {
                    let dir = self.var("PWD").unwrap_or_default();
                    out.push_str(&self.trim_dirs(&self.short_home(&dir)));
                }
                'W' => {
                    let dir = self.short_home(&self.var("PWD").unwrap_or_default());
                    out.push_str(match dir.as_str() {
                        "/" => "/",
                        d => d.rsplit('/').next().unwrap_or(d),
                    });
                }
                's' => {
                    let name = self.arg0.rsplit('/').next().unwrap_or("");
                    out.push_str(name.strip_prefix('-').unwrap_or(name));
                }
                'v' => out.push_str("5.2"),
                'V' => out.push_str("5.2.37"),
                'j' => out.push_str(&self.jobs.list().len().to_string()),
                'l' => {
                    let tty = self.p.ttyname(0).unwrap_or_default();
                    out.push_str(tty.rsplit('/').next().filter(|t| !t.is_empty()).unwrap_or("tty"));
                }
                '!' => out.push_str(&self.history.next_number().to_string()),
                '#' => out.push_str(&self.commands.to_string()),
                't' => out.push_str(&strftime(now, "%H:%M:%S")),
                'T' => out.push_str(&strftime(now, "%I:%M:%S")),
                '@' => out.push_str(&strftime(now, "%I:%M %p")),
                'A' => out.push_str(&strftime(now, "%H:%M")),
                'd' => out.push_str(&strftime(now, "%a %b %d")),
                'D' if chars.peek() == Some(&'{') => {
                    chars.next();
                    let format: String = chars.by_ref().take_while(|c| *c != '}').collect();
                    let format = if format.is_empty() { "%H:%M:%S" } else { &format };
                    out.push_str(&strftime(now, format));
                }
                '0'..='7' => {
                    let mut n = k.to_digit(8).unwrap_or(0);
                    for _ in 0..2 {
                        match chars.next_if(|c| c.is_digit(8)).and_then(|c| c.to_digit(8)) {
                            Some(d) => n = n * 8 + d,
                            None => break,
                        }
                    }
                    out.extend(char::from_u32(n & 255));
                }
                other => {
                    out.push('\\');
                    out.push(other);
                }
            }
        }
        out
    }

    fn trim_dirs(&self, path: &str) -> String {
        let keep: usize = self.var("PROMPT_DIRTRIM").and_then(|v| v.parse().ok()).unwrap_or(0);
        let (head, rest) = match path.strip_prefix("~/") {
            Some(r) => ("~/", r),
            None => ("", path.trim_start_matches('/')),
        };
        let parts: Vec<&str> = rest.split('/').collect();
        if keep == 0 || parts.len() <= keep {
            return path.to_string();
        }
        let short = format!("{head}.../{}", parts[parts.len() - keep..].join("/"));
        if short.len() < path.len() { short } else { path.to_string() }
    }

    /// Escapes, then expansion, where nothing has to wait (PS4).
    pub(crate) fn prompt_escapes(&mut self, text: &str) -> String {
        match self.prompt_word(text) {
            Ok(w) if !w.waits => self.expand_mode(&w, Mode::Text, false),
            Ok(_) => Ok(self.prompt_decoded(text)),
            Err(decoded) => Ok(decoded),
        }
        .unwrap_or_else(|_| self.prompt_decoded(text))
    }

    /// The same for `@P`; [`Stop::Late`](crate::shell::state::Stop::Late) where a command has to run first.
    pub(crate) fn prompt_expanded(&mut self, text: &str) -> Res<String> {
        match self.prompt_word(text) {
            Ok(w) => self.expand_mode(&w, Mode::Text, false),
            Err(decoded) => Ok(decoded),
        }
    }

    /// A prompt after its escapes, as a word to expand; as text where there is nothing to expand.
    fn prompt_word(&mut self, text: &str) -> Result<Word, String> {
        let decoded = self.prompt_decoded(text);
        if !decoded.contains(['$', '`', '\\']) {
            return Err(decoded);
        }
        let opts = self.parse_options();
        Parser::new(decoded.clone(), self.line, opts).double_quoted().map_err(|_| decoded)
    }

    fn prompt_decoded(&self, text: &str) -> String {
        let decoded = if self.bash() { self.decode_prompt(text) } else { text.to_string() };
        decoded.replace(['\x01', '\x02'], "")
    }

    /// A word list of `compgen -W`, expanded.
    pub(crate) fn prompt_words(&mut self, text: &str) -> String {
        let opts = self.parse_options();
        match Parser::new(text, self.line, opts).double_quoted() {
            Ok(w) if !w.waits => self.expand_mode(&w, Mode::Text, false).unwrap_or_default(),
            _ => text.to_string(),
        }
    }

    /// A prompt ready to be shown.
    pub(crate) async fn prompt_text(&mut self, name: &str, default: &str) -> String {
        let text = self.var(name).unwrap_or_else(|| default.to_string());
        let decoded = if self.bash() { self.decode_prompt(&text) } else { self.decode_ash(&text) };
        if !decoded.contains(['$', '`', '\\']) {
            return decoded;
        }
        let opts = self.parse_options();
        let (status, trace) = (self.status, self.on(Opt::XTrace));
        self.opts.put(Opt::XTrace, false);
        let out = match Parser::new(decoded.clone(), self.line, opts).double_quoted() {
            Ok(w) => self.text_wait(&w, Mode::Text, false).await.unwrap_or(decoded),
            Err(_) => decoded,
        };
        self.opts.put(Opt::XTrace, trace);
        self.status = status;
        out
    }

    /// When a prompt is given up on (TMOUT).
    pub(crate) fn prompt_deadline(&self) -> Option<i64> {
        let seconds: i64 = self.var("TMOUT")?.trim().parse().ok().filter(|n| *n > 0)?;
        self.bash().then(|| self.p.now().saturating_add(seconds.saturating_mul(1_000_000_000)))
    }

    /// busybox's line editor knows bash's escapes; dash knows none.
    fn decode_ash(&self, text: &str) -> String {
        if self.dialect == crate::shell::Dialect::Ash {
            self.decode_prompt(text)
        } else {
            text.to_string()
        }
    }
}
