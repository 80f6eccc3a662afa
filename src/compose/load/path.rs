//! Places in a Compose file, and patterns of places: `services.*.ports`.

use std::fmt;

/// A place: the names on the way to it. Items of lists are `[]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<String>);

impl Path {
    /// The top of a file.
    pub fn top() -> Path {
        Path::default()
    }

    /// `services.x`.
    pub fn of(text: &str) -> Path {
        Path(text.split('.').map(str::to_string).collect())
    }

    /// The place of an entry here.
    pub fn below(&self, name: &str) -> Path {
        let mut names = self.0.clone();
        names.push(name.to_string());
        Path(names)
    }

    /// Whether a pattern names this place; `*` stands for any name.
    pub fn fits(&self, pattern: &str) -> bool {
        let mut names = self.0.iter();
        for want in pattern.split('.') {
            match names.next() {
                Some(name) if want == "*" || want == name => {}
                _ => return false,
            }
        }
        names.next().is_none()
    }

    /// Whether this place is the other, in which `*` and names alike must be the same.
    pub fn same(&self, other: &Path) -> bool {
        self.0.len() == other.0.len()
            && self.0.iter().zip(&other.0).all(|(a, b)| b == "*" || a == b)
    }

    /// Without the first `<<`.
    pub fn merged(mut self) -> Path {
        if let Some(at) = self.0.iter().skip(1).position(|n| n == "<<") {
            self.0.remove(at + 1);
        }
        self
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("."))
    }
}
