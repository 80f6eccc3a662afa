//! The history list: its entries and numbers. The `history` builtin and the file belong to
//! `builtins::history` and `interactive`.

use std::rc::Rc;

/// Lines entered, oldest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    lines: Rc<Vec<String>>,
    /// How many have been dropped from the front.
    dropped: usize,
}

impl History {
    /// The entries with their numbers.
    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = (usize, &str)> {
        let first = self.dropped + 1;
        self.lines.iter().enumerate().map(move |(i, l)| (first + i, l.as_str()))
    }

    /// The number that the next entry will have.
    pub(crate) fn next_number(&self) -> usize {
        self.dropped + self.lines.len() + 1
    }

    /// Adds a line; the oldest go when there are more than `limit`.
    pub(crate) fn add(&mut self, line: &str, limit: usize) {
        let lines = Rc::make_mut(&mut self.lines);
        lines.push(line.to_string());
        if lines.len() > limit {
            let excess = lines.len() - limit;
            lines.drain(..excess);
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

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        *self = History::default();
    }

    /// Removes an entry by number; false when there is none.
    pub(crate) fn remove(&mut self, number: usize) -> bool {
        let Some(i) = number.checked_sub(self.dropped + 1).filter(|i| *i < self.lines.len()) else {
            return false;
        };
        Rc::make_mut(&mut self.lines).remove(i);
        true
    }

    /// All lines, for the line editor.
    pub(crate) fn lines(&self) -> Rc<Vec<String>> {
        self.lines.clone()
    }
}
