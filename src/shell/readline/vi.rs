//! vi mode: what keys do while no text is inserted. Inserting is the same as in Emacs mode but for a few
//! keys; what is drawn belongs to `screen`.

use crate::vfs::Errno;

use super::functions::Act;
use super::keys::Key;
use super::vi_motion::{Found, Motion};
use super::{Last, Line, Session, words};

/// vi mode's own state.
#[derive(Clone, Debug, Default)]
pub(super) struct Vi {
    /// Keys are commands.
    pub command: bool,
    /// The last `f`, `t`, `F` or `T`: key and character.
    pub find: Option<(char, char)>,
    /// The last text searched in the history, and whether backward.
    pub search: Option<(String, bool)>,
    /// The keys of the last change, for `.`.
    pub change: Vec<Key>,
    /// The keys of the command being typed.
    typed: Vec<Key>,
    /// The last command inserts, and its text is part of the change.
    inserting: bool,
    /// Keys to be taken before the terminal's.
    pub replay: Vec<Key>,
    /// `R`: text is typed over.
    pub replacing: bool,
}

impl Vi {
    /// vi mode at the beginning of another line.
    pub fn again(&self) -> Vi {
        Vi { command: false, inserting: false, replay: Vec::new(), ..self.clone() }
    }
}

impl Session<'_> {
    /// Begins vi mode.
    pub(super) fn vi_begin(&mut self, command: bool) {
        let vi = self.vi.get_or_insert_with(Vi::default);
        if command && !vi.command {
            vi.command = true;
            vi.replacing = false;
            self.overwrite = false;
            self.buf.at = self.buf.at.saturating_sub(1);
            let Some(vi) = &mut self.vi else { return };
            if std::mem::take(&mut vi.inserting) {
                vi.typed.push(Key::Escape);
                vi.change = std::mem::take(&mut vi.typed);
            }
        }
    }

    /// Notes a key that is typed as text: `.` types it again.
    pub(super) fn vi_note(&mut self, key: &Key) {
        if let Some(vi) = self.vi.as_mut().filter(|vi| vi.inserting) {
            vi.typed.push(key.clone());
        }
    }

    /// The next key: one that `.` gives again, or the terminal's.
    async fn vi_key(&mut self) -> Result<Key, Errno> {
        let again = self.vi.as_mut().and_then(|vi| {
            let first = !vi.replay.is_empty();
            first.then(|| vi.replay.remove(0))
        });
        let key = match again {
            Some(key) => key,
            None => self.key(true).await?,
        };
        if let Some(vi) = &mut self.vi {
            vi.typed.push(key.clone());
        }
        Ok(key)
    }

    fn vi_changed(&mut self) {
        if let Some(vi) = &mut self.vi {
            vi.change = std::mem::take(&mut vi.typed);
        }
    }

    /// Begins to insert; the command's keys and the text are one change.
    fn vi_insert(&mut self) {
        if let Some(vi) = &mut self.vi {
            vi.command = false;
            vi.inserting = true;
        }
    }

    /// One command. Gives the line where it ends the line.
    pub(super) async fn vi_command(&mut self, first: Key) -> Result<Option<Line>, Errno> {
        if let Some(vi) = &mut self.vi {
            vi.typed = vec![first.clone()];
        }
        let mut key = first;
        let mut count: Option<usize> = None;
        while let Key::Char(c @ '0'..='9') = key {
            if c == '0' && count.is_none() {
                break;
            }
            let digit = c as usize - '0' as usize;
            count = Some(count.unwrap_or(0).saturating_mul(10).saturating_add(digit).min(100_000));
            key = self.vi_key().await?;
        }
        let n = count.unwrap_or(1);
        let len = self.buf.chars.len();
        let Key::Char(c) = key else { return self.vi_other(key).await };
        match c {
            'i' => self.vi_insert(),
            'a' => {
                self.buf.at = (self.buf.at + 1).min(len);
                self.vi_insert();
            }
            'I' => {
                self.buf.at = 0;
                self.vi_insert();
            }
            'A' => {
                self.buf.at = len;
                self.vi_insert();
            }
            'x' => self.vi_cut(self.buf.at, (self.buf.at + n).min(len)),
            'X' => self.vi_cut(self.buf.at.saturating_sub(n), self.buf.at),
            's' => {
                self.vi_take(self.buf.at, (self.buf.at + n).min(len));
                self.vi_insert();
            }
            'S' => {
                self.vi_take(0, len);
                self.vi_insert();
            }
            'D' => self.vi_cut(self.buf.at, len),
            'C' => {
                self.vi_take(self.buf.at, len);
                self.vi_insert();
            }
            'Y' => self.rl.kills.push(self.buf.chars[self.buf.at..].iter().collect(), false, false),
            'd' | 'c' | 'y' => self.vi_operator(c, n).await?,
            'p' | 'P' => self.vi_put(c == 'p', n),
            'r' => {
                if let Key::Char(new) = self.vi_key().await?
                    && self.buf.at + n <= len
                {
                    self.remember();
                    self.buf.chars[self.buf.at..self.buf.at + n].fill(new);
                    self.buf.at += n - 1;
                    self.vi_changed();
                }
            }
            'R' => {
                self.overwrite = true;
                self.remember();
                self.vi_insert();
            }
            '~' => {
                self.remember();
                for _ in 0..n {
                    let Some(old) = self.buf.chars.get_mut(self.buf.at) else { break };
                    let new = if old.is_uppercase() {
                        old.to_lowercase().next()
                    } else {
                        old.to_uppercase().next()
                    };
                    *old = new.unwrap_or(*old);
                    self.buf.at += 1;
                }
                self.vi_changed();
            }
            'u' => self.undo(),
            'U' => self.revert(),
            'k' | '-' => self.vi_visit(self.index.checked_sub(n)),
            'j' | '+' => self.vi_visit(self.index.checked_add(n)),
            'G' => {
                let first = self.completer.first_number();
                let to = count.map_or(Some(0), |n| n.checked_sub(first));
                self.vi_visit(to);
            }
            '/' | '?' => self.vi_search(c == '/').await?,
            'n' | 'N' => {
                let again = self.vi.as_ref().and_then(|vi| vi.search.clone());
                match again {
                    Some((text, back)) => self.vi_find_line(&text, back != (c == 'N')),
                    None => self.bell(),
                }
            }
            '.' => {
                if let Some(vi) = &mut self.vi {
                    vi.replay = vi.change.clone();
                }
            }
            '#' => return self.act(Act::InsertComment, Last::Other).await,
            '=' => self.vi_complete(Act::PossibleCompletions).await?,
            '*' => {
                self.vi_complete(Act::InsertCompletions).await?;
                self.vi_insert();
            }
            '\\' => {
                self.buf.at = (self.buf.at + 1).min(len);
                self.vi_insert();
                self.complete(Last::Other).await?;
            }
            '_' => {
                let line = self.history.last().map_or("", String::as_str);
                let mut words = words::split(line);
                let word = match count {
                    Some(n) if n <= words.len() => Some(words.swap_remove(n.saturating_sub(1))),
                    Some(_) => None,
                    None => words.pop(),
                };
                match word {
                    Some(word) => {
                        self.remember();
                        self.buf.at = (self.buf.at + 1).min(len);
                        self.buf.insert(&format!(" {word}"));
                        self.vi_insert();
                    }
                    None => self.bell(),
                }
            }
            'v' => return self.act(Act::EditAndRun, Last::Other).await,
            _ => match self.vi_motion(c, n).await? {
                Some(found) => self.buf.at = found.at,
                None => self.bell(),
            },
        }
        self.vi_hold();
        Ok(None)
    }

    /// In command mode the cursor stands on a character.
    pub(super) fn vi_hold(&mut self) {
        if self.vi.as_ref().is_some_and(|vi| vi.command) {
            self.buf.at = self.buf.at.min(self.buf.chars.len().saturating_sub(1));
        }
    }

    /// A key that is no character.
    async fn vi_other(&mut self, key: Key) -> Result<Option<Line>, Errno> {
        match key {
            Key::Enter => return self.finish(true).await.map(Some),
            Key::Left | Key::Backspace | Key::Ctrl('h') => {
                self.buf.at = self.buf.at.saturating_sub(1);
            }
            Key::Right => self.buf.at = self.buf.right(),
            Key::Up | Key::Ctrl('p') => self.vi_visit(self.index.checked_sub(1)),
            Key::Down | Key::Ctrl('n') => self.vi_visit(self.index.checked_add(1)),
            Key::Home => self.buf.at = 0,
            Key::End => self.buf.at = self.buf.chars.len(),
            Key::Delete => self.vi_cut(self.buf.at, (self.buf.at + 1).min(self.buf.chars.len())),
            Key::Ctrl('l') => self.screen.clear(),
            Key::Ctrl('r' | 's') => drop(self.search(key == Key::Ctrl('r')).await?),
            Key::Ctrl('_') => self.undo(),
            Key::Ctrl('w' | 'u' | 'k' | 'y' | 't' | 'v') => self.edit(key, Last::Other).await?,
            Key::Ctrl('d') if self.buf.chars.is_empty() => return self.end().await.map(Some),
            Key::Ctrl('d') => return self.finish(true).await.map(Some),
            Key::Act(act) => return self.act(act, Last::Other).await,
            _ => self.bell(),
        }
        self.vi_hold();
        Ok(None)
    }

    /// Takes text out, to be put elsewhere.
    fn vi_take(&mut self, from: usize, to: usize) {
        self.remember();
        let text = self.buf.remove(from, to);
        self.rl.kills.push(text, false, false);
    }

    fn vi_cut(&mut self, from: usize, to: usize) {
        if from >= to {
            return self.bell();
        }
        self.vi_take(from, to);
        self.vi_changed();
    }

    /// `p` and `P`.
    fn vi_put(&mut self, after: bool, count: usize) {
        let Some(text) = self.rl.kills.top().map(str::to_string).filter(|t| !t.is_empty()) else {
            return self.bell();
        };
        self.remember();
        if after {
            self.buf.at = (self.buf.at + 1).min(self.buf.chars.len());
        }
        for _ in 0..count.min(1000) {
            self.buf.insert(&text);
        }
        self.buf.at = self.buf.at.saturating_sub(1);
        self.vi_changed();
    }

    /// `d`, `c` and `y` with what they are about.
    async fn vi_operator(&mut self, operator: char, count: usize) -> Result<(), Errno> {
        let mut key = self.vi_key().await?;
        let mut times = 0usize;
        while let Key::Char(c @ '0'..='9') = key {
            if c == '0' && times == 0 {
                break;
            }
            times = times.saturating_mul(10).saturating_add(c as usize - '0' as usize).min(100_000);
            key = self.vi_key().await?;
        }
        let n = count.saturating_mul(times.max(1));
        let at = self.buf.at;
        let (from, to) = match key {
            Key::Char(c) if c == operator => (0, self.buf.chars.len()),
            // What is changed to the next word is this word, not the blanks after it.
            Key::Char('w') if operator == 'c' => (at, self.buf.motion(Motion::WordEnd, n) + 1),
            Key::Char('W') if operator == 'c' => (at, self.buf.motion(Motion::BigWordEnd, n) + 1),
            Key::Char(c) => match self.vi_motion(c, n).await? {
                Some(Found { at: to, whole }) if to >= at => (at, to + usize::from(whole)),
                Some(Found { at: to, .. }) => (to, at),
                None => {
                    self.bell();
                    return Ok(());
                }
            },
            _ => {
                self.bell();
                return Ok(());
            }
        };
        let to = to.min(self.buf.chars.len());
        match operator {
            'y' => {
                self.rl.kills.push(self.buf.chars[from..to].iter().collect(), false, false);
                self.buf.at = from;
            }
            'd' => {
                self.vi_take(from, to);
                self.vi_changed();
            }
            _ => {
                self.vi_take(from, to);
                self.vi_insert();
            }
        }
        Ok(())
    }

    /// Where a motion leads.
    async fn vi_motion(&mut self, c: char, n: usize) -> Result<Option<Found>, Errno> {
        let (key, target) = match c {
            'f' | 'F' | 't' | 'T' => match self.vi_key().await? {
                Key::Char(target) => {
                    if let Some(vi) = &mut self.vi {
                        vi.find = Some((c, target));
                    }
                    (c, target)
                }
                _ => return Ok(None),
            },
            ';' | ',' => match self.vi.as_ref().and_then(|vi| vi.find) {
                Some((key, target)) if c == ';' => (key, target),
                Some((key, target)) => {
                    let swapped = match key.is_lowercase() {
                        true => key.to_ascii_uppercase(),
                        false => key.to_ascii_lowercase(),
                    };
                    (swapped, target)
                }
                None => return Ok(None),
            },
            _ => return Ok(self.buf.plain_motion(c, n)),
        };
        Ok(self.buf.find(key, target, n))
    }
}
