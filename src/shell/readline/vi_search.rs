//! vi mode and the history: going through it and searching it; completions.

use crate::vfs::Errno;

use super::Session;
use super::buffer::Buffer;
use super::functions::Act;
use super::keys::Key;

impl Session<'_> {
    pub(super) fn vi_visit(&mut self, index: Option<usize>) {
        self.visit(index);
        self.buf.at = 0;
    }

    /// `/` and `?`: a text to look for in the history.
    pub(super) async fn vi_search(&mut self, back: bool) -> Result<(), Errno> {
        let own = (self.buf.clone(), self.prompt.clone());
        self.prompt = super::prompt::pieces(if back { "/" } else { "?" });
        self.buf = Buffer::default();
        let text = loop {
            match self.key(true).await? {
                Key::Char(c) => self.buf.insert(c.encode_utf8(&mut [0; 4])),
                Key::Backspace | Key::Ctrl('h') if !self.buf.chars.is_empty() => {
                    self.buf.remove(self.buf.left(), self.buf.at);
                }
                Key::Enter => break Some(self.buf.text()),
                _ => break None,
            }
        };
        (self.buf, self.prompt) = own;
        let before = self.vi.as_ref().and_then(|vi| vi.search.clone()).map(|(text, _)| text);
        match text.filter(|t| !t.is_empty()).or(before) {
            Some(text) => {
                if let Some(vi) = &mut self.vi {
                    vi.search = Some((text.clone(), back));
                }
                self.vi_find_line(&text, back);
            }
            None => self.bell(),
        }
        Ok(())
    }

    pub(super) fn vi_find_line(&mut self, text: &str, back: bool) {
        let (begins, text) = match text.strip_prefix('^') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut places: Vec<usize> = match back {
            true => (0..self.index).rev().collect(),
            false => (self.index + 1..self.history.len()).collect(),
        };
        places.retain(|i| match begins {
            true => self.history[*i].starts_with(text),
            false => self.history[*i].contains(text),
        });
        match places.first() {
            Some(i) => self.vi_visit(Some(*i)),
            None => self.bell(),
        }
    }

    pub(super) async fn vi_complete(&mut self, act: Act) -> Result<(), Errno> {
        self.buf.at = (self.buf.at + 1).min(self.buf.chars.len());
        self.all_completions(act).await
    }
}
