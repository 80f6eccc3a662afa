//! The prompt and the line as rows of cells, and what bytes turn the rows that the terminal shows
//! into those that it should show. Only what differs is written.

use std::rc::Rc;

use crate::vfs::text;

use super::prompt::Piece;
use super::width::width;

/// A column of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cell {
    /// The character, or `\0` for the second column of a wide one.
    c: char,
    /// Invisible text before and after it: colours, combining marks.
    before: Option<Rc<str>>,
    after: Option<Rc<str>>,
}

impl Cell {
    fn new(c: char) -> Cell {
        Cell { c, before: None, after: None }
    }
}

fn join(to: &mut Option<Rc<str>>, more: &str) {
    *to = Some(match to {
        Some(old) => format!("{old}{more}").into(),
        None => more.into(),
    });
}

/// Rows to be shown, and the cursor.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    rows: Vec<Vec<Cell>>,
    cursor: (usize, usize),
    cols: usize,
    hidden: Option<Rc<str>>,
}

impl Layout {
    /// Prompt and line on a terminal of so many columns, the cursor before character `at`.
    pub fn new(prompt: &[Piece], line: &[char], at: usize, cols: usize) -> Layout {
        let mut l = Layout { rows: vec![Vec::new()], cursor: (0, 0), cols, hidden: None };
        for piece in prompt {
            match piece {
                Piece::Newline => l.rows.push(Vec::new()),
                Piece::Char('\t') => l.tab(),
                Piece::Char(c) => l.push(*c),
                Piece::Hidden(s) => join(&mut l.hidden, s),
            }
        }
        // What follows the last character of the prompt belongs to it.
        if let Some(hidden) = l.hidden.take() {
            match l.rows.iter_mut().rev().find_map(|r| r.last_mut()) {
                Some(cell) => join(&mut cell.after, &hidden),
                None => l.hidden = Some(hidden),
            }
        }
        for (i, &c) in line.iter().enumerate() {
            if i == at {
                l.cursor = l.place();
            }
            match c {
                '\n' => l.rows.push(Vec::new()),
                '\t' => l.tab(),
                '\0'..' ' => {
                    l.push('^');
                    l.push((c as u8 + 64) as char);
                }
                '\x7f' => {
                    l.push('^');
                    l.push('?');
                }
                c => match text::unescape(c) {
                    Some(byte) => format!("\\{byte:03o}").chars().for_each(|c| l.push(c)),
                    None => l.push(c),
                },
            }
        }
        if at >= line.len() {
            l.cursor = l.place();
        }
        l
    }

    fn place(&self) -> (usize, usize) {
        (self.rows.len() - 1, self.rows.last().map_or(0, Vec::len))
    }

    fn push(&mut self, c: char) {
        let w = width(c);
        let last = self.rows.len() - 1;
        if w == 0 {
            let cell = match self.rows[last].last_mut() {
                Some(cell) => Some(cell),
                None => last.checked_sub(1).and_then(|l| self.rows[l].last_mut()),
            };
            if let Some(cell) = cell {
                join(&mut cell.after, c.encode_utf8(&mut [0; 4]));
            }
            return;
        }
        if self.rows[last].len() + w > self.cols && !self.rows[last].is_empty() {
            self.rows.push(Vec::new());
        }
        let last = self.rows.len() - 1;
        let row = &mut self.rows[last];
        row.push(Cell { before: self.hidden.take(), ..Cell::new(c) });
        if w == 2 && self.cols > 1 {
            row.push(Cell::new('\0'));
        }
        if row.len() >= self.cols {
            self.rows.push(Vec::new());
        }
    }

    fn tab(&mut self) {
        let col = self.rows.last().map_or(0, Vec::len);
        for _ in 0..8 - col % 8 {
            self.push(' ');
        }
    }
}

/// What the terminal shows since the prompt began.
#[derive(Debug)]
pub(super) struct Screen {
    pub cols: usize,
    pub height: usize,
    rows: Vec<Vec<Cell>>,
    row: usize,
    col: usize,
    /// The first row that is on the terminal for certain, and the last that the cursor was on.
    base: usize,
    last: usize,
    /// Bytes for the terminal.
    pub out: Vec<u8>,
}

impl Screen {
    /// A terminal whose cursor is where the prompt shall begin.
    pub fn new(cols: u16, height: u16) -> Screen {
        Screen {
            cols: usize::from(cols.max(1)),
            height: usize::from(height.max(1)),
            rows: Vec::new(),
            row: 0,
            col: 0,
            base: 0,
            last: 0,
            out: Vec::new(),
        }
    }

    /// Adds bytes that move nothing, or after which [`Screen::reset`] is called.
    pub fn put(&mut self, s: &str) {
        self.out.extend_from_slice(&text::encode(s));
    }

    /// The cursor is on an empty row: everything is to be drawn anew.
    pub fn reset(&mut self) {
        self.rows.clear();
        (self.row, self.col, self.base, self.last) = (0, 0, 0, 0);
    }

    /// Clears the terminal.
    pub fn clear(&mut self) {
        self.put("\x1b[H\x1b[2J");
        self.reset();
    }

    /// The terminal has another size, and has wrapped what it shows anew.
    pub fn resize(&mut self, cols: u16, height: u16, layout: impl Fn(usize) -> Layout) {
        (self.cols, self.height) = (usize::from(cols.max(1)), usize::from(height.max(1)));
        let up = layout(self.cols).cursor.0.min(self.height - 1);
        if up > 0 {
            self.put(&format!("\x1b[{up}A"));
        }
        self.put("\r\x1b[J");
        self.reset();
    }

    fn top(&self) -> usize {
        self.base.max((self.last + 1).saturating_sub(self.height))
    }

    fn go(&mut self, row: usize, col: usize) {
        if row < self.row {
            self.put(&format!("\x1b[{}A", self.row - row));
        } else {
            for _ in self.row..row {
                self.out.push(b'\n');
                self.col = 0;
            }
        }
        self.row = row;
        self.last = self.last.max(row);
        match (col, self.col) {
            (to, from) if to == from => {}
            (0, _) => self.out.push(b'\r'),
            (to, from) if to < from && from - to <= 3 => {
                self.out.extend(std::iter::repeat_n(8, from - to));
            }
            (to, from) if to < from => self.put(&format!("\x1b[{}D", from - to)),
            (to, from) => self.put(&format!("\x1b[{}C", to - from)),
        }
        self.col = col;
    }

    /// Makes the terminal show a layout.
    pub fn show(&mut self, layout: &Layout) {
        if layout.cursor.0 < self.top() {
            // The row has left the terminal: begin at its top.
            self.put("\x1b[H\x1b[J");
            let row = layout.cursor.0;
            self.rows.truncate(row);
            self.rows.resize(row, Vec::new());
            (self.row, self.col, self.base, self.last) = (row, 0, row, row);
        }
        let end = layout.cursor.0.max(self.top() + self.height - 1) + 1;
        for r in self.top()..layout.rows.len().min(end) {
            self.show_row(r, &layout.rows[r], r + 1 < layout.rows.len().min(end));
        }
        let keep = layout.rows.len().min(end);
        if self.rows.len() > keep {
            self.go(keep.max(self.top()), 0);
            self.put("\x1b[J");
            self.rows.truncate(keep);
        }
        self.go(layout.cursor.0, layout.cursor.1);
    }

    fn show_row(&mut self, r: usize, new: &[Cell], more: bool) {
        if self.rows.len() <= r {
            self.rows.resize(r + 1, Vec::new());
            // A row that is there but empty must come to be, for the cursor to go up from it.
            if new.is_empty() {
                return;
            }
        }
        let old = std::mem::take(&mut self.rows[r]);
        let same = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        if same == old.len() && same == new.len() {
            self.rows[r] = old;
            return;
        }
        let split = new.get(same).is_some_and(|c| c.c == '\0');
        let from = if split { same.saturating_sub(1) } else { same };
        self.go(r, from);
        for cell in &new[from..] {
            for part in [
                &cell.before,
                &Some(Rc::from(cell.c.encode_utf8(&mut [0; 4]) as &str)),
                &cell.after,
            ] {
                match part {
                    Some(s) if &**s != "\0" => self.put(s),
                    _ => {}
                }
            }
        }
        self.col = new.len();
        if new.len() >= self.cols {
            // Wraps for certain, whatever the terminal thinks of its last column; on its last row
            // it must not.
            self.put(if more { " \r" } else { "\r" });
            self.col = 0;
            if more {
                self.go_on_next_row(r + 1);
            }
        } else if old.len() > new.len() {
            self.put("\x1b[K");
        }
        self.rows[r] = new.to_vec();
    }

    /// The terminal has wrapped to row `r`, whose first column is blank now.
    fn go_on_next_row(&mut self, r: usize) {
        (self.row, self.col) = (r, 0);
        self.last = self.last.max(r);
        if let Some(row) = self.rows.get_mut(r) {
            for cell in row.iter_mut().take(2) {
                *cell = Cell::new(' ');
            }
        }
    }

    /// Goes to the row below the last.
    pub fn leave(&mut self) {
        let last = self.rows.len().saturating_sub(1).max(self.row);
        self.go(last, self.rows.get(last).map_or(0, Vec::len));
        self.out.push(b'\n');
        self.reset();
    }
}
