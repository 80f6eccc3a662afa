//! Terminals: the line discipline of termios(3) between a master side (the page, or a container's
//! shim) and the processes on the slave side.

use std::collections::VecDeque;

use super::{Pid, Signal};

/// The settings of a terminal that matter here (termios(3)).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub struct Termios {
    /// Lines, with erase and kill.
    pub icanon: bool,
    pub echo: bool,
    /// Ctrl-C, Ctrl-Z and Ctrl-\ send signals.
    pub isig: bool,
    /// Carriage return is read as newline.
    pub icrnl: bool,
    /// Newline is written as carriage return and newline.
    pub opost: bool,
}

impl Default for Termios {
    fn default() -> Termios {
        Termios { icanon: true, echo: true, isig: true, icrnl: true, opost: true }
    }
}

impl Termios {
    /// What cfmakeraw(3) sets.
    pub fn raw() -> Termios {
        Termios { icanon: false, echo: false, isig: false, icrnl: false, opost: false }
    }
}

/// Nanoseconds one byte takes on a terminal whose master is outside the world: 2 MB/s, so that
/// endless output does not run away from the page, and does so at the same place in every replay.
pub const BYTE_NS: i64 = 500;
/// How far a writer may run ahead of the line's speed, in nanoseconds.
const AHEAD: i64 = 50_000_000;
/// Bytes of output that may wait for a master inside the world.
const OUT_MAX: usize = 65_536;
/// Bytes of input that may wait (N_TTY_BUF_SIZE is 4096; pasting should not lose anything).
const IN_MAX: usize = 1 << 20;

/// A terminal.
#[derive(Clone, Debug, Default)]
pub struct Tty {
    /// Its settings.
    pub termios: Termios,
    /// Columns of the window.
    pub cols: u16,
    /// Rows of the window.
    pub rows: u16,
    /// The line being typed.
    line: Vec<u8>,
    /// What can be read; an empty piece is an end of file.
    ready: VecDeque<Vec<u8>>,
    ready_len: usize,
    /// Output on its way to the master.
    pub out: Vec<u8>,
    /// The session whose controlling terminal this is.
    pub session: Option<Pid>,
    /// The foreground process group.
    pub foreground: Option<Pid>,
    /// Whether the master is outside the world.
    pub external: bool,
    /// Whether the master is gone: reads end, writes fail with EIO.
    pub hung_up: bool,
    /// Processes to wake when something changes, on either side.
    pub waiting: Vec<Pid>,
    /// Whether a reader has come for input and found none since the last input.
    pub wanted: bool,
    /// When the line will have carried all output.
    busy_until: i64,
}

impl Tty {
    /// A terminal with default settings.
    pub fn new(cols: u16, rows: u16, external: bool) -> Tty {
        Tty { cols, rows, external, ..Tty::default() }
    }

    /// Output, with newlines translated where the settings say so.
    pub fn emit(&mut self, bytes: &[u8], now: i64) {
        let before = self.out.len();
        if self.termios.opost && bytes.contains(&b'\n') {
            for &b in bytes {
                if b == b'\n' {
                    self.out.push(b'\r');
                }
                self.out.push(b);
            }
        } else {
            self.out.extend_from_slice(bytes);
        }
        let carried = (self.out.len() - before) as i64;
        self.busy_until = self.busy_until.max(now) + carried * BYTE_NS;
    }

    /// When a writer may go on: at once (`None`), at a time, or (`i64::MAX`) when the master has
    /// read.
    pub fn blocked_until(&self, now: i64) -> Option<i64> {
        if self.external {
            (self.busy_until - now > AHEAD).then_some(self.busy_until - AHEAD / 2)
        } else {
            (self.out.len() >= OUT_MAX).then_some(i64::MAX)
        }
    }

    fn push(&mut self, piece: Vec<u8>) {
        self.ready_len += piece.len();
        self.ready.push_back(piece);
    }

    /// Bytes arrive from the master. Gives the signals for the foreground group.
    pub fn feed(&mut self, bytes: &[u8], now: i64) -> Vec<Signal> {
        let mut signals = Vec::new();
        self.wanted = false;
        for &byte in bytes {
            if self.ready_len + self.line.len() >= IN_MAX {
                self.emit(b"\x07", now);
                break;
            }
            let b = if byte == b'\r' && self.termios.icrnl { b'\n' } else { byte };
            let signal = match b {
                3 => Some(Signal::INT),
                28 => Some(Signal::QUIT),
                26 => Some(Signal::TSTP),
                _ => None,
            };
            if let Some(s) = signal
                && self.termios.isig
            {
                self.line.clear();
                self.ready.clear();
                self.ready_len = 0;
                self.echo(b, now);
                signals.push(s);
            } else if self.termios.icanon {
                self.edit(b, now);
            } else {
                self.echo(b, now);
                match self.ready.back_mut() {
                    // Short pieces, so that reading byte by byte does not move much.
                    Some(last)
                        if !last.is_empty() && last.len() < 1024 && last.last() != Some(&b'\n') =>
                    {
                        last.push(b);
                        self.ready_len += 1;
                    }
                    _ => self.push(vec![b]),
                }
            }
        }
        signals
    }

    /// One byte of a line in canonical mode.
    fn edit(&mut self, b: u8, now: i64) {
        match b {
            8 | 127 => drop(self.rub_out(now)),
            21 => while self.rub_out(now).is_some() {},
            23 => {
                while self.line.last() == Some(&b' ') {
                    self.rub_out(now);
                }
                while self.line.last().is_some_and(|&c| c != b' ') {
                    self.rub_out(now);
                }
            }
            4 => {
                let line = std::mem::take(&mut self.line);
                self.push(line);
            }
            b'\n' => {
                self.echo(b, now);
                self.line.push(b);
                let line = std::mem::take(&mut self.line);
                self.push(line);
            }
            _ => {
                self.line.push(b);
                self.echo(b, now);
            }
        }
    }

    /// Takes back the last character (all bytes of it, and both columns of `^X`).
    fn rub_out(&mut self, now: i64) -> Option<u8> {
        let mut last = self.line.pop()?;
        while last & 0xc0 == 0x80 && !self.line.is_empty() {
            last = self.line.pop()?;
        }
        if self.termios.echo {
            let wide = last < 32 && last != b'\t';
            self.emit(if wide { b"\x08 \x08\x08 \x08" } else { b"\x08 \x08" }, now);
        }
        Some(last)
    }

    fn echo(&mut self, b: u8, now: i64) {
        if !self.termios.echo {
            return;
        }
        match b {
            b'\n' | b'\t' => self.emit(&[b], now),
            0..32 => self.emit(&[b'^', b + 64], now),
            127 => self.emit(b"^?", now),
            _ => self.emit(&[b], now),
        }
    }

    /// Takes up to `max` bytes of input; `None` where a reader must wait. Empty means end of file.
    pub fn take(&mut self, max: usize) -> Option<Vec<u8>> {
        if self.hung_up && self.ready.is_empty() {
            return Some(Vec::new());
        }
        let mut piece = self.ready.pop_front()?;
        if piece.len() > max {
            let rest = piece.split_off(max);
            self.ready.push_front(rest);
        }
        self.ready_len -= piece.len();
        Some(piece)
    }

    /// Whether a read would give something.
    pub fn readable(&self) -> bool {
        self.hung_up || !self.ready.is_empty()
    }

    /// Whether somebody who edits lines or draws the screen waits for the next key.
    pub fn awaits_key(&self) -> bool {
        self.wanted && !self.termios.icanon && !self.readable()
    }

    /// Changes the settings. A line that was begun becomes readable when lines end to matter.
    pub fn set_termios(&mut self, termios: Termios) {
        if self.termios.icanon && !termios.icanon && !self.line.is_empty() {
            let line = std::mem::take(&mut self.line);
            self.push(line);
        }
        self.termios = termios;
    }

    /// Throws away input that nobody has read (tcflush(3)).
    pub fn flush_input(&mut self) {
        self.line.clear();
        self.ready.clear();
        self.ready_len = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_edited_and_echoed() {
        let mut t = Tty::new(80, 24, false);
        assert!(t.feed(b"hallp\x7fo wo\x17x\r", 0).is_empty());
        assert_eq!(t.take(100).as_deref(), Some(&b"hallo x\n"[..]));
        assert_eq!(t.take(100), None);
        assert_eq!(t.out, b"hallp\x08 \x08o wo\x08 \x08\x08 \x08x\r\n");
    }

    #[test]
    fn control_keys() {
        let mut t = Tty::new(80, 24, false);
        assert_eq!(t.feed(b"abc\x03", 0), [Signal::INT]);
        t.feed(b"\x04", 0);
        assert_eq!(t.take(9), Some(Vec::new()));
        t.set_termios(Termios::raw());
        t.feed(b"\x03\r", 0);
        assert_eq!(t.take(9).as_deref(), Some(&b"\x03\r"[..]));
    }
}
