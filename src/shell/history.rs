//! The history list: its entries, their numbers and times, and which of them its file has. The `history`
//! and `fc` builtins are in `builtins`; what is remembered of a typed line belongs to `remember`.

use std::rc::Rc;

/// What is known of an entry besides its text.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    /// When it was entered, in seconds since 1970.
    time: i64,
    /// It was edited after it was entered.
    changed: bool,
}

/// An entry as it is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub number: usize,
    pub line: &'a str,
    /// Seconds since 1970.
    pub time: i64,
    pub changed: bool,
}

/// Lines entered, oldest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    lines: Rc<Vec<String>>,
    marks: Rc<Vec<Mark>>,
    /// How many have been dropped from the front.
    dropped: usize,
    /// How many of the last lines `history -a` has still to write.
    pub unsaved: usize,
    /// How many lines the history's file had when it was last read or added to.
    pub in_file: usize,
    /// The command being run is the last entry: `history -s` and `fc` take its place.
    pub last_is_running: bool,
}

impl History {
    /// The entries with their numbers.
    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = Entry<'_>> + ExactSizeIterator {
        let first = self.dropped + 1;
        self.lines.iter().zip(self.marks.iter()).enumerate().map(move |(i, (line, mark))| Entry {
            number: first + i,
            line,
            time: mark.time,
            changed: mark.changed,
        })
    }

    /// The number that the next entry will have.
    pub(crate) fn next_number(&self) -> usize {
        self.dropped + self.lines.len() + 1
    }

    /// Adds a line; the oldest go when there are more than `limit`.
    pub(crate) fn add(&mut self, line: &str, time: i64, limit: usize) {
        Rc::make_mut(&mut self.lines).push(line.to_string());
        Rc::make_mut(&mut self.marks).push(Mark { time, changed: false });
        self.keep(limit);
    }

    /// Lets the oldest entries go when there are more than `limit`.
    pub(crate) fn keep(&mut self, limit: usize) {
        if self.lines.len() > limit {
            let excess = self.lines.len() - limit;
            Rc::make_mut(&mut self.lines).drain(..excess);
            Rc::make_mut(&mut self.marks).drain(..excess);
            self.dropped += excess;
        }
    }

    /// The number of the first entry that is still there.
    pub(crate) fn first_number(&self) -> usize {
        self.dropped + 1
    }

    /// The last line.
    pub(crate) fn last(&self) -> Option<&str> {
        self.lines.last().map(String::as_str)
    }

    /// Appends to the last line.
    pub(crate) fn extend_last(&mut self, more: &str) {
        if let Some(last) = Rc::make_mut(&mut self.lines).last_mut() {
            last.push_str(more);
        }
    }

    /// Puts another text in an entry's place, which is marked for it; `index` counts from the first.
    pub(crate) fn change(&mut self, index: usize, line: String) {
        if let Some(old) = Rc::make_mut(&mut self.lines).get_mut(index).filter(|old| **old != line)
        {
            *old = line;
            Rc::make_mut(&mut self.marks)[index].changed = true;
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        *self = History::default();
    }

    /// Takes away the entries that are equal to a line (`erasedups`).
    pub(crate) fn erase(&mut self, line: &str) {
        while let Some(i) = self.lines.iter().position(|l| l == line) {
            self.take(i);
        }
    }

    fn take(&mut self, index: usize) {
        Rc::make_mut(&mut self.lines).remove(index);
        Rc::make_mut(&mut self.marks).remove(index);
    }

    /// Removes the last entry.
    pub(crate) fn remove_last(&mut self) {
        if let Some(last) = self.lines.len().checked_sub(1) {
            self.take(last);
        }
    }

    /// Removes an entry by number; false when there is none.
    pub(crate) fn remove(&mut self, number: usize) -> bool {
        let Some(i) = number.checked_sub(self.dropped + 1).filter(|i| *i < self.lines.len()) else {
            return false;
        };
        self.take(i);
        true
    }

    /// All lines, for the line editor.
    pub(crate) fn lines(&self) -> Rc<Vec<String>> {
        self.lines.clone()
    }
}
