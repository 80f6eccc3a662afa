//! Tab: completing the word before the cursor, and listing what it could be, in columns and by pages.

use crate::vfs::Errno;

use super::buffer::Buffer;
use super::complete::{Candidate, Completion, End, common_prefix, quote};
use super::functions::Act;
use super::keys::Key;
use super::width::text_width;
use super::{Last, Session};

/// From so many candidates on it is asked whether to list them (`completion-query-items`).
const ASK: usize = 100;

/// Columns as readline sets them: down each column first, two spaces apart.
pub(super) fn columns(names: &[String], width: usize) -> Vec<String> {
    let widest = names.iter().map(|n| text_width(n)).max().unwrap_or(0) + 2;
    let mut across = (width / widest).max(1);
    if across != 1 && across * widest == width {
        across -= 1;
    }
    let rows = names.len().div_ceil(across);
    let row = |r: usize| {
        let mut line = String::new();
        for (c, i) in (r..names.len()).step_by(rows.max(1)).enumerate() {
            line.push_str(&names[i]);
            if c + 1 < across {
                line.extend(std::iter::repeat_n(' ', widest - text_width(&names[i])));
            }
        }
        line
    };
    (0..rows).map(row).collect()
}

impl Session<'_> {
    pub(super) async fn complete(&mut self, before: Last) -> Result<(), Errno> {
        // What was typed is seen before a slow completion begins.
        self.refresh();
        self.flush().await?;
        let line = self.buf.text();
        let at = self.buf.before().len();
        let found = self.completer.complete(self.p, &line, at).await;
        if found.candidates.is_empty() || found.start > at || !line.is_char_boundary(found.start) {
            self.bell();
            return Ok(());
        }
        if let [only] = found.candidates.as_slice() {
            self.replace(&found, &only.word, Some(only.end));
            return Ok(());
        }
        let common = common_prefix(&found.candidates);
        let old = self.buf.clone();
        self.replace(&found, &common, None);
        if self.buf.chars.len() <= old.chars.len() {
            // Nothing gained; what was typed stays as it was quoted.
            self.buf = old;
            self.undo.pop();
            if before == Last::Tab || self.rl.bindings.is_on("show-all-if-ambiguous") {
                return self.list(&found.candidates).await;
            }
        }
        self.bell();
        self.last = Last::Tab;
        Ok(())
    }

    /// Puts a word in the place of the one before the cursor.
    fn replace(&mut self, found: &Completion, word: &str, end: Option<End>) {
        let whole = matches!(end, Some(End::Space));
        let mut text = format!("{}{}", found.prefix, quote(word, found.quote, whole));
        match end {
            Some(End::Space) => text.push(' '),
            Some(End::Slash) => text.push('/'),
            Some(End::Brace) => text.push('}'),
            Some(End::Nothing) | None => {}
        }
        self.remember();
        let start = self.buf.text()[..found.start].chars().count();
        self.buf.remove(start, self.buf.at);
        self.buf.insert(&text);
        // A space that is there already is not doubled.
        let next = self.buf.chars.get(self.buf.at);
        if end == Some(End::Space) && next == Some(&' ') {
            self.buf.remove(self.buf.at, self.buf.at + 1);
        }
    }

    /// What could stand at the cursor, listed or put in, all of it.
    pub(super) async fn all_completions(&mut self, act: Act) -> Result<(), Errno> {
        let line = self.buf.text();
        let at = self.buf.before().len();
        let glob = matches!(act, Act::GlobExpand | Act::GlobList);
        let found = match glob {
            true => self.completer.globbed(self.p, &line, at).await,
            false => self.completer.complete(self.p, &line, at).await,
        };
        if found.candidates.is_empty() || found.start > at || !line.is_char_boundary(found.start) {
            self.bell();
            return Ok(());
        }
        if matches!(act, Act::PossibleCompletions | Act::GlobList) {
            return self.list(&found.candidates).await;
        }
        let mut text = String::new();
        for c in &found.candidates {
            text.push_str(&format!("{}{} ", found.prefix, quote(&c.word, found.quote, true)));
        }
        if glob {
            text.pop();
        }
        self.remember();
        let start = line[..found.start].chars().count();
        self.buf.remove(start, self.buf.at);
        self.buf.insert(&text);
        Ok(())
    }

    /// menu-complete: each candidate in its turn, and what was typed after the last.
    pub(super) async fn menu(&mut self, before: Last, forward: bool) -> Result<(), Errno> {
        let (turn, own) = match (before, self.menu_line.take()) {
            (Last::Menu { turn }, Some(own)) => (Some(turn), own),
            _ => (None, self.buf.clone()),
        };
        let (line, at) = (own.text(), own.before().len());
        let found = self.completer.complete(self.p, &line, at).await;
        let n = found.candidates.len();
        if n == 0 || found.start > at || !line.is_char_boundary(found.start) {
            self.bell();
            return Ok(());
        }
        let turn = match (turn, forward) {
            (None, true) => 0,
            (None, false) => n - 1,
            (Some(t), true) => (t + 1) % (n + 1),
            (Some(t), false) => (t + n) % (n + 1),
        };
        self.remember();
        self.buf = Buffer { chars: own.chars.clone(), at: own.at };
        match found.candidates.get(turn) {
            Some(c) => {
                let end = (n == 1).then_some(c.end);
                self.replace(&found, &c.word.clone(), end);
            }
            None => self.bell(),
        }
        self.menu_line = Some(own);
        self.last = Last::Menu { turn };
        Ok(())
    }

    async fn list(&mut self, candidates: &[Candidate]) -> Result<(), Errno> {
        let names: Vec<String> = candidates.iter().map(Candidate::shown).collect();
        self.screen.leave();
        let ask = self.rl.bindings.setting("completion-query-items").parse().unwrap_or(ASK);
        if names.len() >= ask {
            self.screen.put(&format!("Display all {} possibilities? (y or n)", names.len()));
            self.flush().await?;
            let yes = self.yes().await?;
            self.screen.put("\n");
            if !yes {
                return Ok(());
            }
        }
        let room = self.screen.height.saturating_sub(1).max(1);
        let mut left = room;
        for line in columns(&names, self.screen.cols) {
            if left == 0 {
                left = match self.more().await? {
                    0 => return Ok(()),
                    n => n.min(room),
                };
            }
            self.screen.put(&line);
            self.screen.put("\n");
            left -= 1;
        }
        Ok(())
    }

    async fn yes(&mut self) -> Result<bool, Errno> {
        loop {
            self.flush().await?;
            match self.rl.input(self.p).key(false, false).await? {
                Key::Char('y' | 'Y' | ' ') => return Ok(true),
                Key::Char('n' | 'N') | Key::Backspace | Key::Ctrl('g' | 'c') | Key::Eof => {
                    return Ok(false);
                }
                _ => self.bell(),
            }
        }
    }

    /// The pager: how many lines more.
    async fn more(&mut self) -> Result<usize, Errno> {
        self.screen.put("--More--");
        let lines = loop {
            self.flush().await?;
            break match self.rl.input(self.p).key(false, false).await? {
                Key::Char('y' | 'Y' | ' ') => usize::MAX,
                Key::Enter => 1,
                Key::Char('q' | 'Q' | 'n' | 'N') | Key::Backspace | Key::Ctrl('g' | 'c') => 0,
                Key::Eof => 0,
                _ => {
                    self.bell();
                    continue;
                }
            };
        };
        self.screen.put("\r\x1b[K");
        Ok(lines)
    }
}
