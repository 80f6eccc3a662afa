//! Where vi's motions lead in a line.

use super::buffer::Buffer;

/// A motion by words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Motion {
    Word,
    BigWord,
    WordEnd,
    BigWordEnd,
    Back,
    BigBack,
}

/// Where a motion leads, and whether an operator takes the character there too.
pub(super) struct Found {
    pub at: usize,
    pub whole: bool,
}

/// The kinds of characters that words are made of.
fn kind(c: char, big: bool) -> u8 {
    match c {
        c if c.is_whitespace() => 0,
        _ if big => 1,
        c if c.is_alphanumeric() || c == '_' => 1,
        _ => 2,
    }
}

impl Buffer {
    /// Where a motion by words leads, so many times.
    pub fn motion(&self, motion: Motion, n: usize) -> usize {
        let big = matches!(motion, Motion::BigWord | Motion::BigWordEnd | Motion::BigBack);
        let chars = &self.chars;
        let len = chars.len();
        let mut i = self.at;
        for _ in 0..n.min(len + 1) {
            match motion {
                Motion::Word | Motion::BigWord => {
                    let here = chars.get(i).map(|c| kind(*c, big));
                    while i < len && here != Some(0) && Some(kind(chars[i], big)) == here {
                        i += 1;
                    }
                    while i < len && kind(chars[i], big) == 0 {
                        i += 1;
                    }
                }
                Motion::WordEnd | Motion::BigWordEnd => {
                    i = (i + 1).min(len);
                    while i < len && kind(chars[i], big) == 0 {
                        i += 1;
                    }
                    while i + 1 < len && kind(chars[i + 1], big) == kind(chars[i], big) {
                        i += 1;
                    }
                    i = i.min(len.saturating_sub(1));
                }
                Motion::Back | Motion::BigBack => {
                    while i > 0 && kind(chars[i - 1], big) == 0 {
                        i -= 1;
                    }
                    let here = i.checked_sub(1).map(|k| kind(chars[k], big));
                    while i > 0 && Some(kind(chars[i - 1], big)) == here {
                        i -= 1;
                    }
                }
            }
        }
        i
    }

    /// A motion that one key says.
    pub fn plain_motion(&self, key: char, n: usize) -> Option<Found> {
        let len = self.chars.len();
        let at = |at: usize| Some(Found { at, whole: false });
        match key {
            'h' => self.at.checked_sub(1).and_then(|_| at(self.at.saturating_sub(n))),
            'l' | ' ' => at((self.at + n).min(len)),
            '0' => at(0),
            '^' => at(self.chars.iter().position(|c| !c.is_whitespace()).unwrap_or(0)),
            '$' => at(len),
            '|' => at((n - 1).min(len)),
            'w' => at(self.motion(Motion::Word, n)),
            'W' => at(self.motion(Motion::BigWord, n)),
            'b' => at(self.motion(Motion::Back, n)),
            'B' => at(self.motion(Motion::BigBack, n)),
            'e' => Some(Found { at: self.motion(Motion::WordEnd, n), whole: true }),
            'E' => Some(Found { at: self.motion(Motion::BigWordEnd, n), whole: true }),
            '%' => self.partner().map(|at| Found { at, whole: true }),
            _ => None,
        }
    }

    /// `f`, `F`, `t`, `T`.
    pub fn find(&self, key: char, target: char, n: usize) -> Option<Found> {
        let n = n.max(1) - 1;
        let hit = |i: &usize| self.chars[*i] == target;
        let at = match key {
            'f' => (self.at + 1..self.chars.len()).filter(hit).nth(n)?,
            't' => (self.at + 2..self.chars.len()).filter(hit).nth(n)? - 1,
            'F' => (0..self.at).rev().filter(hit).nth(n)?,
            _ => (0..self.at.saturating_sub(1)).rev().filter(hit).nth(n)? + 1,
        };
        Some(Found { at, whole: at > self.at })
    }

    /// The bracket that belongs to the one at the cursor or after it.
    fn partner(&self) -> Option<usize> {
        const PAIRS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];
        let bracket = |c: char| PAIRS.iter().find(|(a, b)| *a == c || *b == c);
        let from = (self.at..self.chars.len()).find(|i| bracket(self.chars[*i]).is_some())?;
        let here = self.chars[from];
        let (open, close) = *bracket(here)?;
        let mut depth = 0;
        let places: Vec<usize> = match here == open {
            true => (from..self.chars.len()).collect(),
            false => (0..=from).rev().collect(),
        };
        for i in places {
            if self.chars[i] == here {
                depth += 1;
            } else if self.chars[i] == open || self.chars[i] == close {
                depth -= 1;
            }
            if depth == 0 {
                return Some(i);
            }
        }
        None
    }
}
