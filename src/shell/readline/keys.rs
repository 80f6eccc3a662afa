//! Bytes from a terminal as keys: UTF-8, control keys, the escape sequences of xterm's kind, pasted
//! text. Bytes are taken one at a time, so that what follows a line stays for whoever reads next.

use std::collections::VecDeque;

use crate::kernel::{Fd, Proc, Signal};
use crate::vfs::{Errno, text};

use super::functions::Act;

/// How long a lone escape may be the beginning of something, where that matters (readline's
/// `keyseq-timeout`).
const ESCAPE_NS: i64 = 500_000_000;
/// The same within a search.
const SEARCH_NS: i64 = 100_000_000;
/// No escape sequence is longer.
const SEQUENCE: usize = 32;

/// A key, or what else comes from a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Char(char),
    /// Control and a letter, lower case, or one of `@[\]^_`.
    Ctrl(char),
    /// Meta and a character, lower case where it is a letter.
    Alt(char),
    AltCtrl(char),
    Enter,
    Tab,
    Backspace,
    AltBackspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    WordLeft,
    WordRight,
    /// Text between the marks of a bracketed paste.
    Paste(String),
    /// The escape key alone; only where [`Input::key`] was asked to tell.
    Escape,
    /// A sequence that means nothing here.
    Unknown,
    /// A signal that the process handles has come.
    Signal(Signal),
    /// The terminal has no more input.
    Eof,
    /// No key came in time.
    Late,
    /// A function that no key stands for.
    Act(Act),
    /// A command of the shell is bound to the key.
    Shell(String),
}

/// The reading side of a terminal.
pub(super) struct Input<'a> {
    pub p: &'a Proc,
    pub fd: Fd,
    /// Bytes to be taken before the terminal's.
    pub pending: &'a mut VecDeque<u8>,
    /// The bytes of the key.
    pub raw: &'a mut Vec<u8>,
}

enum Got {
    Byte(u8),
    Eof,
    Signal(Signal),
}

impl Input<'_> {
    /// Whether a key can be had without waiting.
    pub fn ready(&self) -> bool {
        !self.pending.is_empty() || self.p.readable(self.fd).unwrap_or(false)
    }

    async fn first(&mut self) -> Result<Got, Errno> {
        if let Some(b) = self.pending.pop_front() {
            self.raw.push(b);
            return Ok(Got::Byte(b));
        }
        loop {
            if let Some(s) = self.p.take_signal() {
                return Ok(Got::Signal(s));
            }
            match self.p.read(self.fd, 1).await {
                Ok(bytes) => {
                    self.raw.extend(bytes.first());
                    return Ok(bytes.first().map_or(Got::Eof, |b| Got::Byte(*b)));
                }
                Err(Errno::EINTR) => {}
                Err(e) => return Err(e),
            }
        }
    }

    /// A byte within a sequence; `None` at the end of input. Signals wait until it is complete.
    async fn next(&mut self) -> Result<Option<u8>, Errno> {
        if let Some(b) = self.pending.pop_front() {
            self.raw.push(b);
            return Ok(Some(b));
        }
        let mut held = Vec::new();
        let got = loop {
            match self.p.read(self.fd, 1).await {
                Ok(bytes) => {
                    self.raw.extend(bytes.first());
                    break Ok(bytes.first().copied());
                }
                Err(Errno::EINTR) => held.extend(self.p.take_signal()),
                Err(e) => break Err(e),
            }
        };
        // Given back to the process itself: the next key is one of them.
        for s in held {
            let pid = self.p.pid();
            let _ = self.p.kill(crate::kernel::KillTarget::Pid(pid), Some(s));
        }
        got
    }

    fn give_back(&mut self, b: u8) {
        self.raw.pop();
        self.pending.push_front(b);
    }

    /// The next key. With `lone`, an escape that nothing follows for a while is a key.
    pub async fn key(&mut self, lone: bool, vi: bool) -> Result<Key, Errno> {
        self.raw.clear();
        let b = match self.first().await? {
            Got::Byte(b) => b,
            Got::Eof => return Ok(Key::Eof),
            Got::Signal(s) => return Ok(Key::Signal(s)),
        };
        if b != 27 {
            return self.plain(b).await;
        }
        if lone && self.pending.is_empty() {
            let until = self.p.now().saturating_add(if vi { ESCAPE_NS } else { SEARCH_NS });
            if matches!(self.p.wait_readable(self.fd, Some(until)).await, Ok(false)) {
                return Ok(Key::Escape);
            }
        }
        if vi {
            // In vi mode an escape begins nothing but the sequences of arrow keys.
            return match self.next().await? {
                Some(b'[') => self.csi(false).await,
                Some(b'O') => self.ss3().await,
                Some(b) => {
                    self.give_back(b);
                    Ok(Key::Escape)
                }
                None => Ok(Key::Eof),
            };
        }
        self.escape().await
    }

    async fn plain(&mut self, b: u8) -> Result<Key, Errno> {
        Ok(match b {
            b'\r' | b'\n' => Key::Enter,
            b'\t' => Key::Tab,
            8 | 127 => Key::Backspace,
            0 => Key::Ctrl('@'),
            1..=26 => Key::Ctrl((b + 96) as char),
            28..=31 => Key::Ctrl((b + 64) as char),
            _ => Key::Char(self.character(b).await?),
        })
    }

    /// The character that begins with this byte; a byte that is not UTF-8 stands for itself.
    async fn character(&mut self, b: u8) -> Result<char, Errno> {
        let more = match b {
            0xc2..=0xdf => 1,
            0xe0..=0xef => 2,
            0xf0..=0xf4 => 3,
            _ => 0,
        };
        let mut bytes = vec![b];
        for _ in 0..more {
            match self.next().await? {
                Some(c) if c & 0xc0 == 0x80 => bytes.push(c),
                other => {
                    if let Some(b) = other {
                        self.give_back(b);
                    }
                    break;
                }
            }
        }
        Ok(text::decode(&bytes).chars().next().unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// What follows an escape.
    async fn escape(&mut self) -> Result<Key, Errno> {
        let mut meta = false;
        loop {
            return match self.next().await? {
                None => Ok(Key::Eof),
                Some(b'[') => Ok(self.csi(meta).await?),
                Some(b'O') => Ok(self.ss3().await?),
                Some(27) if !meta => {
                    meta = true;
                    continue;
                }
                Some(8 | 127) => Ok(Key::AltBackspace),
                Some(b) => Ok(match self.plain(b).await? {
                    Key::Char(c) => Key::Alt(c.to_lowercase().next().unwrap_or(c)),
                    Key::Ctrl(c) => Key::AltCtrl(c),
                    Key::Tab => Key::AltCtrl('i'),
                    Key::Enter => Key::AltCtrl('m'),
                    _ => Key::Unknown,
                }),
            };
        }
    }

    /// The keys of application mode: `ESC O A`.
    async fn ss3(&mut self) -> Result<Key, Errno> {
        Ok(match self.next().await? {
            Some(b) => arrow(b, false),
            None => Key::Eof,
        })
    }

    async fn csi(&mut self, meta: bool) -> Result<Key, Errno> {
        let mut params = String::new();
        let last = loop {
            match self.next().await? {
                None => return Ok(Key::Eof),
                Some(b @ 0x20..=0x3f) if params.len() < SEQUENCE => params.push(b as char),
                Some(b @ 0x40..=0x7e) => break b,
                Some(_) => return Ok(Key::Unknown),
            }
        };
        let mut numbers = params.split(';').map(|n| n.parse::<u32>().unwrap_or(1));
        let first = numbers.next().unwrap_or(1);
        // The modifiers of xterm: 3 is Alt, 5 Control, 7 both.
        let word = meta || numbers.next().is_some_and(|m| m >= 3) || matches!(&*params, "5");
        Ok(match last {
            b'~' => match first {
                1 | 7 => Key::Home,
                4 | 8 => Key::End,
                3 => Key::Delete,
                2 => Key::Act(Act::Overwrite),
                5 => Key::Act(Act::HistorySearchBackward),
                6 => Key::Act(Act::HistorySearchForward),
                200 => self.paste().await?,
                _ => Key::Unknown,
            },
            b => arrow(b, word),
        })
    }

    /// Everything up to `ESC [ 201 ~`, carriage returns as newlines.
    async fn paste(&mut self) -> Result<Key, Errno> {
        const END: &[u8] = b"\x1b[201~";
        let mut bytes = Vec::new();
        while !bytes.ends_with(END) {
            match self.next().await? {
                Some(b) => bytes.push(if b == b'\r' { b'\n' } else { b }),
                None => return Ok(Key::Eof),
            }
        }
        bytes.truncate(bytes.len() - END.len());
        Ok(Key::Paste(text::decode_owned(bytes)))
    }
}

fn arrow(b: u8, word: bool) -> Key {
    match b {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' if word => Key::WordRight,
        b'D' if word => Key::WordLeft,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        _ => Key::Unknown,
    }
}
