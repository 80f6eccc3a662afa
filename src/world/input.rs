//! What enters a world, and the log of it. A session is its log: replayed, it gives the same world to
//! the last id.

use serde::{Deserialize, Serialize};

use super::Config;

/// Something from outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Input {
    /// Bytes typed at a terminal, as text where they are text.
    #[serde(rename = "k")]
    Keys {
        /// The terminal.
        tty: u32,
        /// The bytes.
        #[serde(with = "bytes_as_text")]
        data: Vec<u8>,
    },
    /// A terminal has another size.
    #[serde(rename = "r")]
    Resize {
        /// The terminal.
        tty: u32,
        /// Columns.
        cols: u16,
        /// Rows.
        rows: u16,
    },
    /// Another terminal, with a login shell.
    #[serde(rename = "o")]
    OpenTerminal {
        /// Columns.
        cols: u16,
        /// Rows.
        rows: u16,
    },
    /// A terminal's window is closed.
    #[serde(rename = "c")]
    CloseTerminal {
        /// The terminal.
        tty: u32,
    },
    /// The page's editor is closed.
    #[serde(rename = "e")]
    Edited {
        /// Which edit, see [`crate::kernel::Edit`].
        id: u64,
        /// The new text; none where nothing is to be changed.
        text: Option<String>,
    },
    /// The power fails; the machine starts again from what its disk holds.
    #[serde(rename = "p")]
    PowerCut,
}

/// An input with the time at which it came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Nanoseconds since the world's start.
    pub at: i64,
    /// What came.
    #[serde(flatten)]
    pub input: Input,
}

impl Entry {
    /// The entry as one line of JSON.
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Entry::to_line`] wrote.
    pub fn from_line(line: &str) -> Result<Entry, String> {
        serde_json::from_str(line).map_err(|e| format!("not an entry of a session: {e}"))
    }

    /// Whether it ends a line that somebody typed.
    fn is_enter(&self) -> bool {
        match &self.input {
            Input::Keys { data, .. } => data.iter().any(|b| matches!(b, b'\r' | b'\n')),
            Input::PowerCut => true,
            _ => false,
        }
    }
}

/// All inputs of a world.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Log {
    /// What decides the world's start.
    pub config: Config,
    /// The inputs, oldest first.
    pub entries: Vec<Entry>,
}

impl Log {
    /// The log without its last command line, and all that came after; false where there is none.
    pub fn undo(&mut self) -> bool {
        let Some(last) = self.entries.iter().rposition(Entry::is_enter) else { return false };
        let before = self.entries[..last].iter().rposition(Entry::is_enter);
        // What was typed for the line itself goes too; sizes of terminals stay.
        let from = before.map_or(0, |i| i + 1);
        let tail = self.entries.split_off(from);
        let kept = tail.into_iter().filter(|e| {
            !matches!(e.input, Input::Keys { .. } | Input::Edited { .. } | Input::PowerCut)
        });
        self.entries.extend(kept);
        true
    }
}

/// Bytes as a string in a log: readable where they are text, lossless where they are not.
mod bytes_as_text {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::vfs::text;

    pub fn serialize<S: Serializer>(bytes: &[u8], s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&text::decode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Vec<u8>, D::Error> {
        let s = String::deserialize(d)?;
        Ok(text::encode(&s).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(at: i64, s: &[u8]) -> Entry {
        Entry { at, input: Input::Keys { tty: 0, data: s.to_vec() } }
    }

    #[test]
    fn an_entry_survives_being_written() {
        for e in [keys(5, b"ls\r"), keys(6, b"\xff\x00\x1b[A")] {
            assert_eq!(Entry::from_line(&e.to_line()).unwrap(), e);
        }
        assert!(Entry::from_line("{}").is_err());
    }

    #[test]
    fn undo_takes_the_last_line_with_its_typing() {
        let size = Entry { at: 2, input: Input::Resize { tty: 0, cols: 80, rows: 24 } };
        let mut log = Log {
            config: Config::default(),
            entries: vec![
                keys(0, b"a\r"),
                keys(1, b"l"),
                size.clone(),
                keys(3, b"s\r"),
                keys(4, b"x"),
            ],
        };
        assert!(log.undo());
        assert_eq!(log.entries, [keys(0, b"a\r"), size.clone()]);
        assert!(log.undo());
        assert_eq!(log.entries, [size]);
        assert!(!log.undo());
    }
}
