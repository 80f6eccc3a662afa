//! What becomes of a typed line in the history: HISTCONTROL and HISTIGNORE, commands of several lines as
//! one entry (`cmdhist`), the history's file, `!` expanded. The list itself is `history`'s.

use crate::shell::bang::{self, Expanded, Past};
use crate::shell::options::{Opt, Shopt};
use crate::shell::pattern::Pattern;
use crate::shell::state::Shell;
use crate::shell::syntax::{Parser, SyntaxError, Wrong};
use crate::vfs::{Errno, OpenFlags, text};

/// What stands between two lines of a command in the history.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Semicolon,
    Space,
    Newline,
    /// The line before ends in a backslash, which goes.
    Nothing,
}

/// Words and operators after which a newline is no end of a command (`no_semi_successors` in bash's
/// parse.y).
const OPENERS: &[&str] =
    &["case", "do", "else", "elif", "if", "then", "until", "while", "in", "{", "(", ")"];

impl Shell {
    /// How many lines the history keeps.
    pub(crate) fn history_limit(&self) -> usize {
        match self.var("HISTSIZE").map(|v| v.trim().parse::<i64>()) {
            Some(Ok(n)) if n >= 0 => n as usize,
            Some(Ok(_)) | None => usize::MAX,
            _ => 500,
        }
    }

    /// Now, in whole seconds since 1970.
    pub(crate) fn seconds_now(&self) -> i64 {
        self.p.now().div_euclid(1_000_000_000)
    }

    /// Adds to the history what no rule keeps out of it.
    pub(crate) fn add_to_history(&mut self, line: &str) {
        let (limit, now) = (self.history_limit(), self.seconds_now());
        self.history.add(line, now, limit);
        self.history.unsaved += 1;
    }

    /// Whether HISTCONTROL and HISTIGNORE let a line into the history.
    fn worth_remembering(&mut self, line: &str) -> bool {
        let control = self.var("HISTCONTROL").unwrap_or_default();
        let has = |what: &str| control.split(':').any(|c| c == what);
        if (has("ignorespace") || has("ignoreboth")) && line.starts_with(' ') {
            return false;
        }
        if (has("ignoredups") || has("ignoreboth")) && self.history.last() == Some(line) {
            return false;
        }
        let ignore = self.var("HISTIGNORE").unwrap_or_default();
        let last = self.history.last().unwrap_or_default().to_string();
        let ignored = crate::shell::expand::ignored_names(&ignore).iter().any(|p| {
            // `&` is the line before.
            p == "&" && line == last || Pattern::new(p, true, false).matches(line)
        });
        if ignored {
            return false;
        }
        if has("erasedups") {
            self.history.erase(line);
        }
        true
    }

    /// Adds a typed line to the history. `before` is the part of the command that came earlier;
    /// gives whether the command is in the history.
    pub(crate) fn remember(&mut self, before: &str, line: &str, begun: bool) -> bool {
        if !self.on(Opt::History) {
            return false;
        }
        let line = line.trim_end_matches('\n');
        if before.is_empty() {
            if line.trim().is_empty() || !self.worth_remembering(line) {
                return false;
            }
            self.add_to_history(line);
            return true;
        }
        if !self.shopt(Shopt::CmdHist) {
            if !line.trim().is_empty() && self.worth_remembering(line) {
                self.add_to_history(line);
            }
            return begun;
        }
        if !begun {
            return false;
        }
        let joint = self.joint(before);
        let quoted = joint == Joint::Newline && !is_comment(last_line(before));
        if !quoted && (is_comment(line) || line.trim().is_empty()) {
            return true;
        }
        match joint {
            Joint::Semicolon if self.shopt(Shopt::LitHist) => self.history.extend_last("\n"),
            Joint::Space if self.shopt(Shopt::LitHist) => self.history.extend_last("\n"),
            Joint::Semicolon => self.history.extend_last("; "),
            Joint::Space => self.history.extend_last(" "),
            Joint::Newline => self.history.extend_last("\n"),
            Joint::Nothing => {
                let short =
                    self.history.last().and_then(|l| l.strip_suffix('\\')).map(String::from);
                if let Some(short) = short {
                    self.history.remove_last();
                    let (limit, now) = (self.history_limit(), self.seconds_now());
                    self.history.add(&short, now, limit);
                }
            }
        }
        self.history.extend_last(line);
        // The body of a here-document keeps the newline at its end.
        if self.in_heredoc(before) && !self.in_heredoc(&format!("{before}{line}\n")) {
            self.history.extend_last("\n");
        }
        true
    }

    /// Whether a text needs no further line.
    pub(crate) fn is_whole(&self, typed: &str) -> bool {
        if typed.ends_with("\\\n") && !typed.ends_with("\\\\\n") {
            return false;
        }
        !self.missing(typed).is_some_and(|e| e.wants_more())
    }

    /// Why a text is no whole command yet.
    fn missing(&self, text: &str) -> Option<SyntaxError> {
        let mut opts = self.parse_options();
        opts.more = true;
        let mut parser = Parser::new(text, 1, opts);
        loop {
            match parser.next_unit() {
                Ok(Some(_)) => {}
                Ok(None) => return None,
                Err(e) => return Some(e),
            }
        }
    }

    /// Whether a text ends within a here-document: whatever quote is added is part of its body.
    fn in_heredoc(&self, text: &str) -> bool {
        let unclosed = |e: Option<SyntaxError>| match e {
            Some(e) => matches!(e.what, Wrong::Unclosed('\'')),
            None => false,
        };
        text.contains("<<")
            && self.missing(text).is_some()
            && !unclosed(self.missing(text))
            && !unclosed(self.missing(&format!("{text}'")))
    }

    /// What comes after the lines that were typed so far.
    fn joint(&self, before: &str) -> Joint {
        let line = last_line(before);
        match self.missing(before).map(|e| e.what) {
            Some(Wrong::Unclosed('\'' | '"' | '`' | '}')) => return Joint::Newline,
            // The elements of an array.
            Some(Wrong::Unclosed(')')) if !before.contains("$(") => return Joint::Space,
            Some(Wrong::Unclosed(')')) => return Joint::Newline,
            _ => {}
        }
        if self.in_heredoc(before) || is_comment(line) || line.contains(" #") {
            return Joint::Newline;
        }
        let slashes = line.chars().rev().take_while(|c| *c == '\\').count();
        if slashes % 2 == 1 {
            return Joint::Nothing;
        }
        let line = line.trim_end();
        let words: Vec<&str> = line.split_whitespace().collect();
        let last = words.last().copied().unwrap_or_default();
        let opens = OPENERS.contains(&last) || line.ends_with([';', '&', '|', '(', ')', '{']);
        // `for x` and `case x` go on with `in` or `do`.
        let named = words
            .len()
            .checked_sub(2)
            .is_some_and(|i| matches!(words[i], "for" | "case" | "select" | "function"));
        if line.is_empty() || opens || named { Joint::Space } else { Joint::Semicolon }
    }

    /// A typed line with its history expanded, and shown where that changed it. Nothing where there is
    /// no line left to run; within a command of several lines an empty one takes its place.
    pub(crate) fn with_history(&mut self, typed: &str, line: String) -> Option<String> {
        if !self.bash() || !self.on(Opt::HistExpand) || !self.on(Opt::History) {
            return Some(line);
        }
        let lines = self.history.lines();
        let past = Past { lines: &lines, first: self.history.first_number() };
        let instead = (!typed.is_empty()).then(String::new);
        match bang::expand(&line, &past, &mut bang::quote_after(typed)) {
            Ok(Expanded::Same) => Some(line),
            Ok(Expanded::Run(new)) if self.shopt(Shopt::HistVerify) => {
                self.verify = Some(new);
                instead
            }
            Ok(Expanded::Run(new)) => {
                self.complain(&format!("{new}\n"));
                Some(new)
            }
            Ok(Expanded::Show(new)) => {
                self.complain(&format!("{new}\n"));
                self.remember("", &new, false);
                instead
            }
            Err(message) => {
                self.error(&message);
                if self.shopt(Shopt::HistReedit) {
                    self.verify = Some(line);
                }
                instead
            }
        }
    }

    /// Reads a history's file, or what comes after the first `skip` lines of it. Gives how many lines
    /// it has.
    pub(crate) fn load_history(&mut self, file: &str, skip: usize) -> Result<usize, Errno> {
        let bytes = self.p.read_file(file)?;
        let limit = self.history_limit();
        let (mut time, mut count) = (None, 0);
        for line in text::decode_owned(bytes).lines() {
            let stamp = line.strip_prefix('#').and_then(|n| n.parse::<i64>().ok());
            count += 1;
            if count <= skip {
                continue;
            }
            if stamp.is_some() {
                time = stamp;
                continue;
            }
            let now = self.seconds_now();
            self.history.add(line, time.take().unwrap_or(now), limit);
        }
        Ok(count)
    }

    /// Writes the last `count` entries to a file, with their times where HISTTIMEFORMAT is set.
    pub(crate) async fn store_history(
        &mut self,
        file: &str,
        count: usize,
        append: bool,
    ) -> Result<(), Errno> {
        let stamps = self.var("HISTTIMEFORMAT").is_some();
        let skip = self.history.entries().len().saturating_sub(count);
        let mut lines = String::new();
        for e in self.history.entries().skip(skip) {
            if stamps {
                lines.push_str(&format!("#{}\n", e.time));
            }
            lines.push_str(e.line);
            lines.push('\n');
        }
        let how = if append { OpenFlags::APPEND } else { OpenFlags::TRUNC };
        let fd = self.p.open(file, OpenFlags::WRITE | OpenFlags::CREAT | how, 0o600)?;
        let done = self.p.write_all(fd, &text::encode(&lines)).await;
        let _ = self.p.close(fd);
        done
    }

    /// Keeps the history when the shell ends: all of it, or with `histappend` what is new.
    pub(crate) async fn save_history(&mut self) {
        let Some(file) = self.var("HISTFILE").filter(|f| !f.is_empty() && self.bash()) else {
            return;
        };
        let count = self.history.entries().len();
        if count == 0 {
            return;
        }
        // A history that can not be kept is no reason not to end.
        let _ = if self.shopt(Shopt::HistAppend) {
            let unsaved = self.history.unsaved;
            self.store_history(&file, unsaved, true).await
        } else {
            self.store_history(&file, count, false).await
        };
        let Some(Ok(keep)) = self.var("HISTFILESIZE").map(|n| n.trim().parse::<usize>()) else {
            return;
        };
        if let Ok(bytes) = self.p.read_file(&file) {
            let all = text::decode_owned(bytes);
            let lines: Vec<&str> = all.lines().collect();
            if lines.len() > keep {
                let last: String =
                    lines[lines.len() - keep..].iter().map(|l| format!("{l}\n")).collect();
                let _ = self.p.write_file(&file, &text::encode(&last), 0o600);
            }
        }
    }
}

/// The last of the lines of a text that ends with a newline.
fn last_line(text: &str) -> &str {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.rsplit('\n').next().unwrap_or_default()
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with('#')
}
