//! What the keys do: GNU readline's emacs bindings. Incremental search and the menu of completions
//! are in `search` and `menu`.

use crate::kernel::Signal;
use crate::vfs::Errno;

use super::buffer::{Buffer, Case};
use super::functions::Act;
use super::keys::Key;
use super::screen::Layout;
use super::{Last, Line, Session, Style, words};

/// Steps that undo remembers.
const UNDO: usize = 500;

impl Session<'_> {
    pub(super) async fn run(&mut self) -> Result<Line, Errno> {
        if self.rl.style == Style::Gnu {
            self.screen.put("\x1b[?2004h");
        }
        let mut again = None;
        loop {
            let key = match again.take() {
                Some(key) => key,
                None => self.bound_key().await?,
            };
            let before = self.last;
            self.last = Last::Other;
            if let Some(line) = self.dispatch(key, before, &mut again).await? {
                return Ok(line);
            }
        }
    }

    /// Does what a key says. Gives the line where it ends the line.
    async fn dispatch(
        &mut self,
        key: Key,
        before: Last,
        again: &mut Option<Key>,
    ) -> Result<Option<Line>, Errno> {
        match key {
            Key::Ctrl('c') | Key::Signal(Signal::INT) => return self.interrupt().await.map(Some),
            Key::Eof => return self.end().await.map(Some),
            Key::Late => return Ok(Some(Line::TimedOut)),
            Key::Signal(s) => {
                self.last = before;
                self.signal(s);
                return Ok(None);
            }
            Key::Shell(command) => {
                self.rl.preset = Some(self.buf.text());
                self.rl.preset_at = Some(self.buf.at);
                self.screen.put("\r\x1b[K");
                self.flush().await?;
                return Ok(Some(Line::Run(command)));
            }
            key if self.vi.as_ref().is_some_and(|vi| vi.command) => {
                return self.vi_command(key).await;
            }
            Key::Escape if self.vi.is_some() => self.vi_begin(true),
            Key::Ctrl('d') if self.vi.is_some() && !self.buf.chars.is_empty() => {
                return self.finish(true).await.map(Some);
            }
            Key::Ctrl('r' | 's') => *again = self.search(key == Key::Ctrl('r')).await?,
            Key::Tab => self.complete(before).await?,
            Key::Enter => return self.finish(true).await.map(Some),
            Key::Ctrl('d') if self.buf.chars.is_empty() => return self.end().await.map(Some),
            Key::Act(act) => return self.act(act, before).await,
            Key::Ctrl(']') => return self.act(Act::CharSearch, before).await,
            Key::AltCtrl(']') => return self.act(Act::CharSearchBack, before).await,
            Key::Ctrl('o') => return self.act(Act::OperateAndNext, before).await,
            Key::AltCtrl('e') => return self.act(Act::ShellExpandLine, before).await,
            Key::AltCtrl('y') => return self.act(Act::YankNth, before).await,
            Key::Alt('#') => return self.act(Act::InsertComment, before).await,
            Key::Alt('&') => return self.act(Act::TildeExpand, before).await,
            Key::Alt('^') => return self.act(Act::HistoryExpand, before).await,
            Key::Alt('*') => return self.act(Act::InsertCompletions, before).await,
            Key::Alt('=' | '?') => return self.act(Act::PossibleCompletions, before).await,
            Key::Alt('0'..='9' | '-') => self.argument(key, again).await?,
            Key::Ctrl('x') => *again = self.control_x().await?,
            key => {
                self.vi_note(&key);
                self.edit_times(key, before).await?;
            }
        }
        Ok(None)
    }

    /// Shows the line, unless more keys have come already, and gives the next.
    pub(super) async fn key(&mut self, lone: bool) -> Result<Key, Errno> {
        if lone || !self.rl.input(self.p).ready() {
            self.refresh();
            self.flush().await?;
        }
        self.p.tick(1).await;
        if let Some(until) = self.rl.deadline
            && !self.rl.input(self.p).ready()
            && matches!(self.p.wait_readable(super::INPUT, Some(until)).await, Ok(false))
        {
            return Ok(Key::Late);
        }
        let vi = self.vi.is_some();
        let key = self.rl.input(self.p).key(lone, vi).await?;
        if let Some(keys) = &mut self.rl.recording {
            keys.extend_from_slice(&self.rl.raw);
        }
        Ok(key)
    }

    fn layout(&self, cols: usize) -> Layout {
        if self.quiet {
            return Layout::new(&self.prompt, &[], 0, cols);
        }
        Layout::new(&self.prompt, &self.buf.chars, self.buf.at, cols)
    }

    pub(super) fn refresh(&mut self) {
        if let Ok((cols, rows)) = self.p.winsize(super::INPUT) {
            self.resized(cols, rows);
        }
        let layout = self.layout(self.screen.cols);
        self.screen.show(&layout);
    }

    fn resized(&mut self, cols: u16, rows: u16) {
        let (w, h) = (usize::from(cols.max(1)), usize::from(rows.max(1)));
        if (w, h) == (self.screen.cols, self.screen.height) {
            return;
        }
        let Session { screen, prompt, buf, .. } = self;
        screen.resize(cols, rows, |w| Layout::new(prompt, &buf.chars, buf.at, w));
    }

    pub(super) fn signal(&mut self, signal: Signal) {
        // The size is looked at whenever the line is shown.
        if signal != Signal::WINCH {
            self.rl.signals.push(signal);
        }
    }

    pub(super) async fn flush(&mut self) -> Result<(), Errno> {
        let out = std::mem::take(&mut self.screen.out);
        let mut rest = &out[..];
        while !rest.is_empty() {
            match self.p.write(self.rl.output(), rest).await {
                Ok(n) => rest = &rest[n..],
                Err(Errno::EINTR) => match self.p.take_signal() {
                    Some(s) => self.signal(s),
                    None => self.p.tick(1).await,
                },
                Err(e) => return Err(e),
            }
        }
        Ok(())
    }

    pub(super) fn bell(&mut self) {
        self.screen.put("\x07");
    }

    /// The line is complete: the cursor goes below it.
    pub(super) async fn finish(&mut self, whole: bool) -> Result<Line, Errno> {
        if whole {
            self.buf.at = self.buf.chars.len();
        }
        self.refresh();
        self.screen.leave();
        self.paste_off();
        self.flush().await?;
        Ok(Line::Text(self.buf.text()))
    }

    fn paste_off(&mut self) {
        if self.rl.style == Style::Gnu {
            self.screen.put("\x1b[?2004l\r");
        }
    }

    async fn interrupt(&mut self) -> Result<Line, Errno> {
        self.refresh();
        self.screen.put("^C");
        if self.rl.trapped {
            self.screen.put("\r");
        } else {
            self.screen.leave();
        }
        self.paste_off();
        self.flush().await?;
        Ok(Line::Interrupted)
    }

    /// The end of input. With bracketed paste, readline goes to a new line.
    pub(super) async fn end(&mut self) -> Result<Line, Errno> {
        self.refresh();
        self.paste_off();
        self.screen.put("\n");
        self.flush().await?;
        Ok(Line::Eof)
    }

    /// To be called before the line is changed. Characters typed in a row are undone together.
    pub(super) fn remember(&mut self) {
        if self.undo.len() >= UNDO {
            self.undo.remove(0);
        }
        self.undo.push(self.buf.clone());
    }

    pub(super) async fn edit(&mut self, key: Key, before: Last) -> Result<(), Errno> {
        match key {
            Key::Char(c) => self.insert(&c.to_string(), before),
            Key::Paste(s) => self.insert(&s, Last::Other),
            Key::Ctrl('v' | 'q') => self.quoted_insert().await?,
            Key::Left | Key::Ctrl('b') => self.buf.at = self.buf.left(),
            Key::Right | Key::Ctrl('f') => self.buf.at = self.buf.right(),
            Key::Home | Key::Ctrl('a') => self.buf.at = 0,
            Key::End | Key::Ctrl('e') => self.buf.at = self.buf.chars.len(),
            Key::WordLeft | Key::Alt('b') => self.buf.at = self.buf.word_left(),
            Key::WordRight | Key::Alt('f') => self.buf.at = self.buf.word_right(),
            Key::Backspace | Key::Ctrl('h') => self.delete(self.buf.left(), self.buf.at),
            Key::Delete | Key::Ctrl('d') => self.delete(self.buf.at, self.buf.right()),
            Key::Ctrl('k') => self.kill(self.buf.at, self.buf.chars.len(), before),
            Key::Ctrl('u') => self.kill(0, self.buf.at, before),
            Key::Ctrl('w') => self.kill(self.buf.blank_left(), self.buf.at, before),
            Key::AltBackspace => self.kill(self.buf.word_left(), self.buf.at, before),
            Key::Alt('d') => self.kill(self.buf.at, self.buf.word_right(), before),
            Key::Ctrl('y') => self.yank(),
            Key::Alt('y') => self.yank_pop(before),
            Key::Alt('.' | '_') => self.yank_last_arg(before),
            Key::Ctrl('t') => self.change(Buffer::swap_chars),
            Key::Alt('t') => self.change(Buffer::swap_words),
            Key::Alt('u') => self.change_case(Case::Upper),
            Key::Alt('l') => self.change_case(Case::Lower),
            Key::Alt('c') => self.change_case(Case::Capital),
            Key::Alt('\\') => self.delete_blanks(),
            Key::Ctrl('_') => self.undo(),
            Key::Ctrl('@') | Key::Alt(' ') => self.mark = self.buf.at,
            Key::Alt('r') | Key::AltCtrl('r') => self.revert(),
            Key::Ctrl('l') | Key::AltCtrl('l') => self.screen.clear(),
            Key::Up | Key::Ctrl('p') => self.visit(self.index.checked_sub(1)),
            Key::Down | Key::Ctrl('n') => self.visit(self.index.checked_add(1)),
            Key::Alt('<') => self.visit(Some(0)),
            Key::Alt('>') => self.visit(Some(self.history.len())),
            Key::Ctrl('g') => self.bell(),
            _ => {}
        }
        Ok(())
    }

    pub(super) fn insert(&mut self, s: &str, before: Last) {
        if before != Last::Insert {
            self.remember();
        }
        if self.overwrite {
            let to = (self.buf.at + s.chars().count()).min(self.buf.chars.len());
            self.buf.remove(self.buf.at, to);
        }
        self.buf.insert(s);
        self.last = Last::Insert;
    }

    async fn quoted_insert(&mut self) -> Result<(), Errno> {
        self.refresh();
        self.flush().await?;
        let byte = match self.p.read(super::INPUT, 1).await {
            Ok(bytes) => bytes,
            Err(Errno::EINTR) => return Ok(()),
            Err(e) => return Err(e),
        };
        self.insert(&crate::vfs::text::decode(&byte), Last::Other);
        Ok(())
    }

    fn delete(&mut self, from: usize, to: usize) {
        if from == to {
            return self.bell();
        }
        self.remember();
        self.buf.remove(from, to);
    }

    pub(super) fn kill(&mut self, from: usize, to: usize, before: Last) {
        let backward = to == self.buf.at && from != to;
        self.last = Last::Kill;
        if from == to {
            return;
        }
        self.remember();
        let text = self.buf.remove(from, to);
        self.rl.kills.push(text, before == Last::Kill, backward);
    }

    fn yank(&mut self) {
        let Some(text) = self.rl.kills.top().map(str::to_string) else { return self.bell() };
        self.remember();
        let from = self.buf.at;
        self.buf.insert(&text);
        self.last = Last::Yank { from };
    }

    fn yank_pop(&mut self, before: Last) {
        let Last::Yank { from } = before else { return self.bell() };
        self.rl.kills.rotate();
        self.buf.remove(from, self.buf.at);
        self.yank();
        self.last = Last::Yank { from };
    }

    /// The last word of the last line of the history; pressed again, of the line before.
    fn yank_last_arg(&mut self, before: Last) {
        let (index, from) = match before {
            Last::Argument { index, from } => (index, from),
            _ => (self.history.len(), self.buf.at),
        };
        let Some(line) = index.checked_sub(1).and_then(|i| self.history.get(i)) else {
            self.last = before;
            return self.bell();
        };
        let word = words::split(line).pop().unwrap_or_default();
        self.remember();
        self.buf.remove(from, self.buf.at);
        self.buf.insert(&word);
        self.last = Last::Argument { index: index - 1, from };
    }

    fn change(&mut self, how: fn(&mut Buffer) -> bool) {
        let old = self.buf.clone();
        if how(&mut self.buf) { self.undo.push(old) } else { self.bell() }
    }

    fn change_case(&mut self, case: Case) {
        self.remember();
        self.buf.change_case(case);
    }

    /// delete-horizontal-space.
    fn delete_blanks(&mut self) {
        let blank = |c: &char| *c == ' ' || *c == '\t';
        let before = self.buf.chars[..self.buf.at].iter().rev().take_while(|c| blank(c)).count();
        let after = self.buf.chars[self.buf.at..].iter().take_while(|c| blank(c)).count();
        self.remember();
        self.buf.remove(self.buf.at - before, self.buf.at + after);
    }

    pub(super) fn undo(&mut self) {
        match self.undo.pop() {
            Some(old) => self.buf = old,
            None => self.bell(),
        }
    }

    pub(super) fn revert(&mut self) {
        if let Some(line) = self.history.get(self.index) {
            self.buf = Buffer::new(line);
            self.undo.clear();
        } else if let Some(first) = self.undo.first().cloned() {
            self.buf = first;
            self.undo.clear();
        }
    }

    /// Goes to a line of the history; the one that is left keeps its changes until Enter.
    pub(super) fn visit(&mut self, index: Option<usize>) {
        let Some(index) = index.filter(|i| *i <= self.history.len()) else { return self.bell() };
        if index == self.index {
            return;
        }
        self.edits.insert(self.index, std::mem::take(&mut self.buf));
        self.index = index;
        let stored = self.history.get(index).map(|line| Buffer::new(line));
        self.buf = self.edits.remove(&index).or(stored).unwrap_or_default();
        self.buf.at = self.buf.chars.len();
        self.undo.clear();
    }
}
