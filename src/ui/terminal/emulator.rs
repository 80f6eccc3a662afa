//! The terminal's screen state: the `avt` emulator with the bookkeeping that drawing needs. Owns line
//! numbers that stay true while old lines are dropped; draws nothing.

use avt::observer::DirtyRows;
use avt::{Cursor, Line, Observation, Observer, ScreenKind, Terminal};

use super::stream::{Ask, Stream};

/// How many lines of history are kept.
pub const HISTORY: usize = 10_000;

/// Counts the lines that the emulator drops from the top of its history.
#[derive(Default)]
struct Dropped(u64);

impl Observer for Dropped {
    type Output = ();

    fn evicted(&mut self, _: &mut Observation<'_>, _: &Line) {
        self.0 += 1;
    }

    fn end(&mut self, _: &mut Observation<'_>) {}
}

/// What a feed asked for besides drawing.
#[derive(Default)]
pub struct Effects {
    /// Bytes to send back to the machine: reports.
    pub reply: Vec<u8>,
    /// The bell rang.
    pub bell: bool,
}

/// The screen state.
pub struct Emulator {
    terminal: Terminal,
    rows: DirtyRows,
    dropped: Dropped,
    stream: Stream,
    dirty: Vec<bool>,
    /// Lines are numbered from the session's first; those before this one are forgotten by wish.
    pub floor: u64,
    /// Grows when line numbers lost their meaning (a resize wraps lines anew).
    pub generation: u32,
    /// Whether the application wants pastes marked.
    pub bracketed: bool,
}

impl Emulator {
    /// An empty screen.
    pub fn new(cols: usize, rows: usize) -> Emulator {
        let terminal = Terminal::with_scrollback(cols.max(1), rows.max(1), Some(HISTORY))
            .expect("both sides are at least one");
        Emulator {
            terminal,
            rows: DirtyRows::new(),
            dropped: Dropped::default(),
            stream: Stream::default(),
            dirty: vec![true; rows.max(1)],
            floor: 0,
            generation: 0,
            bracketed: false,
        }
    }

    /// Takes in bytes from the machine.
    pub fn feed(&mut self, bytes: &[u8]) -> Effects {
        let mut effects = Effects::default();
        for piece in self.stream.feed(bytes) {
            let (rows, ()) =
                self.terminal.feed_with(piece.text.as_str(), (&mut self.rows, &mut self.dropped));
            self.mark(&rows);
            match piece.ask {
                None => {}
                Some(Ask::BracketedPaste(on)) => self.bracketed = on,
                Some(Ask::Bell) => effects.bell = true,
                Some(Ask::Status) => effects.reply.extend_from_slice(b"\x1b[0n"),
                Some(Ask::Attributes) => effects.reply.extend_from_slice(b"\x1b[?62;22c"),
                Some(Ask::CursorPosition) => {
                    let Cursor { row, col, .. } = self.terminal.cursor();
                    let report = format!("\x1b[{};{}R", row + 1, col + 1);
                    effects.reply.extend_from_slice(report.as_bytes());
                }
                Some(Ask::ClearHistory) => self.floor = self.first() + self.history() as u64,
            }
        }
        effects
    }

    /// Changes the size; the lines are wrapped anew.
    pub fn resize(&mut self, cols: usize, rows: usize) {
        if self.terminal.size() == (cols.max(1), rows.max(1)) {
            return;
        }
        // What was cleared away must not come back just because the numbers start anew.
        let cleared = self.floor > self.first();
        let (changed, ()) =
            self.terminal.resize_with(cols, rows, (&mut self.rows, &mut self.dropped));
        self.dirty = vec![true; rows.max(1)];
        self.mark(&changed);
        self.generation += 1;
        if cleared {
            self.floor = self.first() + self.history() as u64;
        }
    }

    fn mark(&mut self, rows: &[usize]) {
        for &row in rows {
            if let Some(flag) = self.dirty.get_mut(row) {
                *flag = true;
            }
        }
    }

    /// Columns and rows.
    pub fn size(&self) -> (usize, usize) {
        self.terminal.size()
    }

    /// The cursor.
    pub fn cursor(&self) -> Cursor {
        self.terminal.cursor()
    }

    /// Whether arrow keys are to be sent in application mode.
    pub fn app_cursor(&self) -> bool {
        self.terminal.cursor_key_app_mode()
    }

    /// Whether a full-screen program has the screen.
    pub fn alternate(&self) -> bool {
        self.terminal.active_screen_kind() == ScreenKind::Alternate
    }

    /// The number of the first line that is still known.
    pub fn first(&self) -> u64 {
        self.dropped.0
    }

    /// How many lines of history there are above the screen.
    pub fn history(&self) -> usize {
        let (_, rows) = self.size();
        self.terminal.primary_screen().all_lines().size_hint().0.saturating_sub(rows)
    }

    /// The primary screen's lines from number `start` on: history, then the screen.
    pub fn lines(&self, start: u64) -> impl Iterator<Item = &Line> {
        let skip = usize::try_from(start.saturating_sub(self.first())).unwrap_or(usize::MAX);
        self.terminal.primary_screen().all_lines().skip(skip)
    }

    /// The visible lines.
    pub fn screen(&self) -> impl Iterator<Item = &Line> {
        self.terminal.screen().visible_lines()
    }

    /// The rows that changed since the last call.
    pub fn take_dirty(&mut self) -> Vec<bool> {
        let clean = vec![false; self.dirty.len()];
        std::mem::replace(&mut self.dirty, clean)
    }

    /// The number of the line that the cursor is on.
    pub fn cursor_line(&self) -> u64 {
        self.first() + (self.history() + self.terminal.cursor().row) as u64
    }
}
