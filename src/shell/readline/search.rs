//! Incremental search in the history: Ctrl-R backward, Ctrl-S forward, Ctrl-G to leave.

use crate::vfs::Errno;

use super::buffer::Buffer;
use super::keys::Key;
use super::prompt::{Piece, pieces};
use super::{Session, Style};

/// Where a search stands.
#[derive(Clone)]
struct Found {
    pattern: String,
    index: usize,
    /// Where in the line the match begins, in characters.
    at: usize,
    failed: bool,
}

/// Where `pattern` begins in a line, at `from` or before it (`back`), or at `from` or after it.
fn find(line: &[char], pattern: &[char], from: usize, back: bool) -> Option<usize> {
    let top = line.len().checked_sub(pattern.len())?;
    let is = |i: &usize| line[*i..].starts_with(pattern);
    if back { (0..=from.min(top)).rev().find(is) } else { (from..=top).find(is) }
}

impl Session<'_> {
    /// The lines of the history, and the one being typed.
    pub(super) fn line_at(&self, index: usize) -> Vec<char> {
        if index == self.index {
            return self.buf.chars.clone();
        }
        match (self.edits.get(&index), self.history.get(index)) {
            (Some(b), _) => b.chars.clone(),
            (None, Some(line)) => line.chars().collect(),
            (None, None) => Vec::new(),
        }
    }

    /// The next match from a place; lines equal to the one shown are passed over.
    fn seek(&self, from: &Found, back: bool, on: bool) -> Option<(usize, usize)> {
        let pattern: Vec<char> = from.pattern.chars().collect();
        let shown = self.line_at(from.index);
        let start = match (on, back) {
            (false, _) => Some(from.at),
            (true, true) => from.at.checked_sub(1),
            (true, false) => from.at.checked_add(1),
        };
        if let Some(at) = start.and_then(|s| find(&shown, &pattern, s, back)) {
            return Some((from.index, at));
        }
        let mut index = from.index;
        loop {
            index = if back { index.checked_sub(1)? } else { index + 1 };
            if index > self.history.len() {
                return None;
            }
            let line = self.line_at(index);
            let at = find(&line, &pattern, if back { line.len() } else { 0 }, back);
            if let Some(at) = at.filter(|_| line != shown) {
                return Some((index, at));
            }
        }
    }

    fn search_prompt(&self, now: &Found, back: bool) -> Vec<Piece> {
        let failed = if now.failed { "failed " } else { "" };
        let kind = if back { "reverse-i-search" } else { "i-search" };
        let open = if self.rl.style == Style::Gnu { '`' } else { '\'' };
        pieces(&format!("({failed}{kind}){open}{}': ", now.pattern))
    }

    /// Searches until a key ends it; gives that key when it means something else too.
    pub(super) async fn search(&mut self, backward: bool) -> Result<Option<Key>, Errno> {
        let mut back = backward;
        let own = (self.buf.clone(), self.index, self.prompt.clone());
        let start =
            Found { pattern: String::new(), index: self.index, at: own.0.at, failed: false };
        let mut steps = vec![start];
        let key = loop {
            let now = steps[steps.len() - 1].clone();
            let line = self.line_at(now.index);
            let (buf, index) = (self.buf.clone(), self.index);
            self.prompt = self.search_prompt(&now, back);
            self.buf = Buffer { at: now.at.min(line.len()), chars: line };
            let key = self.key(true).await?;
            let shown = std::mem::replace(&mut self.buf, buf);
            self.index = index;
            let (mut next, on) = match &key {
                Key::Ctrl('r' | 's') => {
                    back = key == Key::Ctrl('r');
                    let mut next = now.clone();
                    if next.pattern.is_empty() {
                        next.pattern.clone_from(&self.rl.last_search);
                        (next, false)
                    } else {
                        next.failed = false;
                        (next, true)
                    }
                }
                Key::Char(_) | Key::Paste(_) => {
                    let mut next = now.clone();
                    match &key {
                        Key::Char(c) => next.pattern.push(*c),
                        Key::Paste(s) => next.pattern.push_str(s),
                        _ => {}
                    }
                    (next, false)
                }
                Key::Backspace | Key::Ctrl('h') => {
                    if steps.len() > 1 {
                        steps.pop();
                    } else {
                        self.bell();
                    }
                    continue;
                }
                Key::Signal(s) if *s != crate::kernel::Signal::INT => {
                    self.signal(*s);
                    continue;
                }
                Key::Ctrl('g') => {
                    (self.buf, self.index, self.prompt) = own;
                    self.rl.last_search = now.pattern;
                    self.bell();
                    return Ok(None);
                }
                _ => {
                    self.prompt = own.2;
                    if now.index != self.index {
                        self.visit(Some(now.index));
                    }
                    self.buf.at = shown.at.min(self.buf.chars.len());
                    if !now.pattern.is_empty() {
                        self.rl.last_search = now.pattern;
                    }
                    break key;
                }
            };
            if next.pattern.is_empty() {
                self.bell();
                continue;
            }
            match self.seek(&next, back, on) {
                Some((index, at)) => {
                    (next.index, next.at, next.failed) = (index, at, false);
                }
                None => {
                    next.failed = true;
                    self.bell();
                }
            }
            steps.push(next);
        };
        Ok((key != Key::Escape).then_some(key))
    }
}
