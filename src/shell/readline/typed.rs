//! From what is typed to what is done: the user's bindings, what follows Ctrl-X, numeric arguments.

use crate::vfs::Errno;

use super::bindings::{Bound, Keymap, key_of, sequence};
use super::functions::FUNCTIONS;
use super::keys::Key;
use super::{Last, Session, words};

/// The key that does the same the other way.
fn opposite(key: Key) -> Key {
    match key {
        Key::Left | Key::Ctrl('b') => Key::Right,
        Key::Right | Key::Ctrl('f') => Key::Left,
        Key::WordLeft | Key::Alt('b') => Key::WordRight,
        Key::WordRight | Key::Alt('f') => Key::WordLeft,
        Key::Backspace | Key::Ctrl('h') => Key::Delete,
        Key::Delete | Key::Ctrl('d') => Key::Backspace,
        Key::AltBackspace => Key::Alt('d'),
        Key::Alt('d') => Key::AltBackspace,
        Key::Ctrl('k') => Key::Ctrl('u'),
        Key::Ctrl('u') => Key::Ctrl('k'),
        Key::Up | Key::Ctrl('p') => Key::Down,
        Key::Down | Key::Ctrl('n') => Key::Up,
        key => key,
    }
}

impl Session<'_> {
    /// The next key, by the user's bindings.
    pub(super) async fn bound_key(&mut self) -> Result<Key, Errno> {
        if let Some(key) = self.vi.as_mut().and_then(|vi| {
            let more = !vi.replay.is_empty();
            more.then(|| vi.replay.remove(0))
        }) {
            return Ok(key);
        }
        let vi = self.vi.as_ref().map(|vi| vi.command);
        let keymap = match vi {
            None => Keymap::Emacs,
            Some(false) => Keymap::ViInsert,
            Some(true) => Keymap::ViCommand,
        };
        let first = self.key(vi.is_some()).await?;
        let bindings = self.rl.bindings.clone();
        let map = bindings.map(keymap);
        if map.is_empty() {
            return Ok(first);
        }
        let mut typed = self.rl.raw.clone();
        let shortest = typed.len();
        loop {
            let longer = map
                .range(typed.clone()..)
                .find(|(k, _)| **k != typed)
                .is_some_and(|(k, _)| k.starts_with(&typed));
            match map.get(&typed) {
                Some(bound) if !longer => return Ok(self.meaning(bound, first)),
                _ if !longer => break,
                _ => {}
            }
            match self.key(false).await? {
                key @ (Key::Signal(_) | Key::Eof) => return Ok(key),
                _ => typed.extend_from_slice(&self.rl.raw),
            }
        }
        // No binding: what came after the first key is typed again.
        for b in typed.drain(shortest..).rev() {
            self.rl.pending.push_front(b);
        }
        Ok(map.get(&typed).map(|bound| self.meaning(bound, first.clone())).unwrap_or(first))
    }

    fn meaning(&mut self, bound: &Bound, typed: Key) -> Key {
        match bound {
            Bound::Function("self-insert") => match self.rl.raw.first() {
                Some(b) => Key::Char(char::from(*b)),
                None => typed,
            },
            Bound::Function(name) => key_of(name).unwrap_or(Key::Unknown),
            Bound::Keys(keys) => {
                keys.iter().rev().for_each(|b| self.rl.pending.push_front(*b));
                Key::Unknown
            }
            Bound::Shell(command) => Key::Shell(command.clone()),
            Bound::Nothing => Key::Ctrl('g'),
        }
    }

    /// Alt and digits: how often the next key does what it does.
    pub(super) async fn argument(
        &mut self,
        first: Key,
        again: &mut Option<Key>,
    ) -> Result<(), Errno> {
        let own = self.prompt.clone();
        let (mut negative, mut number) = (false, None::<i64>);
        let mut key = first;
        loop {
            match key {
                Key::Alt('-') | Key::Char('-') if number.is_none() && !negative => negative = true,
                Key::Alt(c @ '0'..='9') | Key::Char(c @ '0'..='9') => {
                    let digit = i64::from(c as u32 - '0' as u32);
                    number = Some((number.unwrap_or(0) * 10 + digit).min(100_000));
                }
                other => {
                    *again = Some(other);
                    break;
                }
            }
            let shown = number.unwrap_or(1) * if negative { -1 } else { 1 };
            self.prompt = super::prompt::pieces(&format!("(arg: {shown}) "));
            key = self.bound_key().await?;
        }
        self.prompt = own;
        let n = number.unwrap_or(1);
        self.arg = Some(if negative { -n } else { n });
        Ok(())
    }

    /// Does a key as often as the numeric argument says.
    pub(super) async fn edit_times(&mut self, key: Key, before: Last) -> Result<(), Errno> {
        let Some(count) = self.arg.take() else { return self.edit(key, before).await };
        let key = if count < 0 { opposite(key) } else { key };
        let mut before = before;
        let times = count.unsigned_abs().min(10_000);
        // What is deleted with an argument can be yanked.
        let at = self.buf.at;
        match key {
            Key::Backspace | Key::Ctrl('h') => {
                self.kill(at.saturating_sub(times as usize), at, before);
                return Ok(());
            }
            Key::Delete | Key::Ctrl('d') => {
                self.kill(at, (at + times as usize).min(self.buf.chars.len()), before);
                return Ok(());
            }
            Key::Alt('.' | '_') => {
                let line = self.history.last().map_or("", String::as_str);
                let words = words::split(line);
                let n = if count < 0 {
                    words.len().checked_sub(times as usize)
                } else {
                    Some(times as usize)
                };
                match n.and_then(|n| words.into_iter().nth(n)) {
                    Some(word) => self.insert(&word, Last::Other),
                    None => self.bell(),
                }
                return Ok(());
            }
            _ => {}
        }
        for _ in 0..times {
            self.edit(key.clone(), before).await?;
            before = self.last;
        }
        Ok(())
    }

    /// What the key after Ctrl-X means with it.
    pub(super) async fn control_x(&mut self) -> Result<Option<Key>, Errno> {
        let key = self.key(false).await?;
        if let Key::Signal(_) | Key::Eof = key {
            return Ok(Some(key));
        }
        // The end of a keyboard macro knows by this how much of what was recorded is its own keys.
        self.rl.raw.insert(0, 0x18);
        let typed = &self.rl.raw;
        let f = FUNCTIONS.iter().find(|f| f.keys.iter().any(|k| sequence(k) == *typed));
        let does = f.and_then(|f| f.does.clone());
        if does.is_none() {
            self.bell();
        }
        Ok(does)
    }
}
