//! The line being edited and where the cursor is in it: moving and changing by characters and words,
//! as GNU readline's emacs mode has them. What is shown is `screen`'s.

/// A line with a cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Buffer {
    pub chars: Vec<char>,
    /// The cursor stands before this character.
    pub at: usize,
}

/// What a change of case does to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Upper,
    Lower,
    Capital,
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric()
}

impl Buffer {
    /// A line with the cursor at its end.
    pub fn new(line: &str) -> Buffer {
        let chars: Vec<char> = line.chars().collect();
        let at = chars.len();
        Buffer { chars, at }
    }

    /// The line.
    pub fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// The line up to the cursor.
    pub fn before(&self) -> String {
        self.chars[..self.at].iter().collect()
    }

    /// Puts text before the cursor.
    pub fn insert(&mut self, s: &str) {
        let old = self.chars.len();
        self.chars.splice(self.at..self.at, s.chars());
        self.at += self.chars.len() - old;
    }

    /// Takes a range out and gives its text; the cursor stays with what it stood at.
    pub fn remove(&mut self, from: usize, to: usize) -> String {
        let gone: String = self.chars.drain(from..to).collect();
        if self.at >= to {
            self.at -= to - from;
        } else if self.at > from {
            self.at = from;
        }
        gone
    }

    /// The start of the character before the cursor, its combining marks included.
    pub fn left(&self) -> usize {
        let mut i = self.at.saturating_sub(1);
        while i > 0 && !self.chars[i].is_control() && super::width::width(self.chars[i]) == 0 {
            i -= 1;
        }
        i
    }

    /// The end of the character at the cursor, its combining marks included.
    pub fn right(&self) -> usize {
        let mut i = (self.at + 1).min(self.chars.len());
        while i < self.chars.len()
            && !self.chars[i].is_control()
            && super::width::width(self.chars[i]) == 0
        {
            i += 1;
        }
        i
    }

    /// Where forward-word goes: the end of this or the next word.
    pub fn word_right(&self) -> usize {
        let mut i = self.at;
        while i < self.chars.len() && !is_word(self.chars[i]) {
            i += 1;
        }
        while i < self.chars.len() && is_word(self.chars[i]) {
            i += 1;
        }
        i
    }

    /// Where backward-word goes: the start of this or the last word.
    pub fn word_left(&self) -> usize {
        let mut i = self.at;
        while i > 0 && !is_word(self.chars[i - 1]) {
            i -= 1;
        }
        while i > 0 && is_word(self.chars[i - 1]) {
            i -= 1;
        }
        i
    }

    /// Where unix-word-rubout goes: the start of what is between blanks.
    pub fn blank_left(&self) -> usize {
        let mut i = self.at;
        while i > 0 && self.chars[i - 1].is_whitespace() {
            i -= 1;
        }
        while i > 0 && !self.chars[i - 1].is_whitespace() {
            i -= 1;
        }
        i
    }

    /// transpose-chars; false where there is nothing to swap.
    pub fn swap_chars(&mut self) -> bool {
        if self.at == 0 || self.chars.len() < 2 {
            return false;
        }
        if self.at == self.chars.len() {
            self.at -= 1;
        }
        self.chars.swap(self.at - 1, self.at);
        self.at += 1;
        true
    }

    /// transpose-words: this word (or the last) and the one before it.
    pub fn swap_words(&mut self) -> bool {
        let end = self.word_right();
        let second = Buffer { chars: self.chars.clone(), at: end }.word_left();
        let first = Buffer { chars: self.chars.clone(), at: second }.word_left();
        let first_end = Buffer { chars: self.chars.clone(), at: first }.word_right();
        if first == second || first_end > second {
            return false;
        }
        let (a, b) = (self.chars[first..first_end].to_vec(), self.chars[second..end].to_vec());
        let between = self.chars[first_end..second].to_vec();
        self.chars.splice(first..end, b.into_iter().chain(between).chain(a));
        self.at = end;
        true
    }

    /// Changes the case of the word at or after the cursor, and goes to its end.
    pub fn change_case(&mut self, case: Case) {
        let end = self.word_right();
        let mut first = true;
        let mut out = String::new();
        for &c in &self.chars[self.at..end] {
            let upper = case == Case::Upper || (case == Case::Capital && first);
            if is_word(c) {
                first = false;
            }
            if upper { out.extend(c.to_uppercase()) } else { out.extend(c.to_lowercase()) }
        }
        let at = self.at;
        self.remove(at, end);
        self.insert(&out);
    }
}

/// The last texts that were killed.
#[derive(Clone, Debug, Default)]
pub(super) struct Kills {
    ring: Vec<String>,
    turn: usize,
}

impl Kills {
    const MAX: usize = 10;

    /// Remembers a text; with `join`, as part of the last: after it, or before.
    pub fn push(&mut self, text: String, join: bool, before: bool) {
        match self.ring.last_mut() {
            Some(last) if join && before => last.insert_str(0, &text),
            Some(last) if join => last.push_str(&text),
            _ => self.ring.push(text),
        }
        if self.ring.len() > Kills::MAX {
            self.ring.remove(0);
        }
        self.turn = 0;
    }

    /// The text that a yank gives.
    pub fn top(&self) -> Option<&str> {
        let n = self.ring.len();
        (n > 0).then(|| self.ring[(n - 1 + n - self.turn % n) % n].as_str())
    }

    /// Goes on to the one before (yank-pop).
    pub fn rotate(&mut self) {
        self.turn += 1;
    }
}
