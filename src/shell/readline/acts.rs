//! The editing functions beyond moving, killing and history: searching for a character, expanding words in
//! place, the mark, keyboard macros, completions listed or inserted.

use crate::vfs::Errno;

use super::buffer::Buffer;
use super::functions::Act;
use super::keys::Key;
use super::{Last, Line, Session, words};

impl Session<'_> {
    /// Does what a function says. Gives the line where it ends the line.
    pub(super) async fn act(&mut self, act: Act, before: Last) -> Result<Option<Line>, Errno> {
        let count = self.arg.take();
        match act {
            Act::CharSearch | Act::CharSearchBack => {
                let back = (act == Act::CharSearchBack) != (count.unwrap_or(1) < 0);
                if let Key::Char(c) = self.key(false).await? {
                    self.char_search(c, back, count.unwrap_or(1).unsigned_abs() as usize);
                }
            }
            Act::InsertComment => {
                let begin = self.rl.bindings.setting("comment-begin").to_string();
                self.remember();
                self.buf.at = 0;
                match (count, self.buf.text().strip_prefix(&begin)) {
                    (Some(_), Some(rest)) => self.buf = Buffer::new(rest),
                    _ => self.buf.insert(&begin),
                }
                return Ok(Some(self.finish(true).await?));
            }
            Act::TildeExpand => self.tilde_expand(),
            Act::ShellExpandLine => {
                let line = self.completer.expand(self.p, &self.buf.text()).await;
                self.replace_line(line);
            }
            Act::HistoryExpand | Act::MagicSpace => {
                let line = self.completer.recall(&self.buf.text(), self.history);
                match line {
                    Some(line) => self.replace_line(Some(line)),
                    None if act == Act::HistoryExpand => self.bell(),
                    None => {}
                }
                if act == Act::MagicSpace {
                    self.insert(" ", before);
                }
            }
            Act::GlobExpand | Act::GlobList | Act::InsertCompletions | Act::PossibleCompletions => {
                self.all_completions(act).await?;
            }
            Act::OperateAndNext => {
                let next = self.index + 1;
                self.rl.next_index = (self.index < self.history.len()).then_some(next);
                return Ok(Some(self.finish(true).await?));
            }
            Act::SetMark => self.mark = self.buf.at,
            Act::ExchangeMark => {
                let mark = self.mark.min(self.buf.chars.len());
                self.mark = std::mem::replace(&mut self.buf.at, mark);
            }
            Act::KillRegion | Act::CopyRegion => {
                let mark = self.mark.min(self.buf.chars.len());
                let (from, to) = (mark.min(self.buf.at), mark.max(self.buf.at));
                let old = self.buf.clone();
                self.kill(from, to, before);
                if act == Act::CopyRegion {
                    self.buf = old;
                }
            }
            Act::MacroBegin => self.rl.recording = Some(Vec::new()),
            Act::MacroEnd => match self.rl.recording.take() {
                Some(mut keys) => {
                    // The keys that ended it are no part of it.
                    keys.truncate(keys.len().saturating_sub(self.rl.raw.len()));
                    self.rl.keys = keys;
                }
                None => self.bell(),
            },
            Act::MacroRun => {
                for _ in 0..count.unwrap_or(1).clamp(0, 100) {
                    let keys = self.rl.keys.clone();
                    keys.into_iter().rev().for_each(|b| self.rl.pending.push_front(b));
                }
            }
            Act::EditAndRun => return self.edit_and_run().await.map(Some),
            Act::KillWholeLine => {
                self.buf.at = self.buf.chars.len();
                self.kill(0, self.buf.at, before);
            }
            Act::BackwardKillLine => self.kill(0, self.buf.at, before),
            Act::FileRubout => {
                let chars = &self.buf.chars;
                let stop = |c: char| c.is_whitespace() || c == '/';
                let mut i = self.buf.at;
                while i > 0 && stop(chars[i - 1]) {
                    i -= 1;
                }
                while i > 0 && !stop(chars[i - 1]) {
                    i -= 1;
                }
                self.kill(i, self.buf.at, before);
            }
            Act::Redraw => {}
            Act::MenuComplete => self.menu(before, true).await?,
            Act::MenuCompleteBackward => self.menu(before, false).await?,
            Act::HistorySearchBackward => self.history_search(before, true),
            Act::HistorySearchForward => self.history_search(before, false),
            Act::Overwrite => self.overwrite = !self.overwrite,
            Act::Version => {
                let version = self.completer.version();
                self.refresh();
                self.screen.leave();
                self.screen.put(&format!("{version}\n"));
            }
            Act::YankNth => {
                let line = self.history.last().map_or("", String::as_str);
                match words::split(line).into_iter().nth(count.unwrap_or(1).max(0) as usize) {
                    Some(word) => {
                        self.remember();
                        self.buf.insert(&word);
                    }
                    None => self.bell(),
                }
            }
            Act::ViMode | Act::ViCommand => self.vi_begin(act == Act::ViCommand),
            Act::EmacsMode => self.vi = None,
        }
        Ok(None)
    }

    pub(super) fn char_search(&mut self, c: char, back: bool, count: usize) {
        let hits: Vec<usize> = (0..self.buf.chars.len())
            .filter(|i| self.buf.chars[*i] == c)
            .filter(|i| if back { *i < self.buf.at } else { *i > self.buf.at })
            .collect();
        let n = count.max(1) - 1;
        match if back { hits.iter().rev().nth(n) } else { hits.get(n) } {
            Some(at) => self.buf.at = *at,
            None => self.bell(),
        }
    }

    /// Puts another text in the line's place.
    pub(super) fn replace_line(&mut self, line: Option<String>) {
        match line {
            Some(line) if line != self.buf.text() => {
                self.remember();
                self.buf = Buffer::new(&line);
            }
            Some(_) => self.buf.at = self.buf.chars.len(),
            None => self.bell(),
        }
    }

    fn tilde_expand(&mut self) {
        let chars = &self.buf.chars;
        let mut from = self.buf.at;
        while from > 0 && !chars[from - 1].is_whitespace() {
            from -= 1;
        }
        let end = chars[from..].iter().position(|c| c.is_whitespace()).map(|n| from + n);
        let end = end.unwrap_or(chars.len());
        let word: String = chars[from..end].iter().collect();
        let name = word.split('/').next().unwrap_or_default();
        let home = name.strip_prefix('~').and_then(|user| super::sources::home(self.p, user));
        let Some(home) = home else { return };
        let text = format!("{home}{}", &word[name.len()..]);
        self.remember();
        self.buf.remove(from, end);
        self.buf.at = from;
        self.buf.insert(&text);
    }

    /// history-search-backward: lines that begin as this one does up to the cursor.
    fn history_search(&mut self, before: Last, back: bool) {
        let at = match before {
            Last::Search { at } => at,
            _ => self.buf.at,
        };
        let begin: Vec<char> = self.buf.chars[..at.min(self.buf.chars.len())].to_vec();
        let mut index = self.index;
        loop {
            index = match back {
                true => match index.checked_sub(1) {
                    Some(i) => i,
                    None => break self.bell(),
                },
                false if index < self.history.len() => index + 1,
                false => break self.bell(),
            };
            let line = self.line_at(index);
            if line.starts_with(&begin) && line != self.buf.chars {
                self.visit(Some(index));
                break;
            }
        }
        if at > 0 {
            self.buf.at = at.min(self.buf.chars.len());
        }
        self.last = Last::Search { at };
    }

    /// The line goes to an editor, and what comes back is run.
    async fn edit_and_run(&mut self) -> Result<Line, Errno> {
        let text = self.buf.text();
        self.buf = Buffer::default();
        self.refresh();
        self.flush().await?;
        self.rl.preset = Some(String::new());
        Ok(Line::Edit(text))
    }
}
