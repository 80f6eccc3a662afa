//! What grep searches for: POSIX's expressions or, with `-P`, Perl's.

use std::fmt;

use crate::coreutils::regex::perl::{self, Perl};
use crate::coreutils::regex::{self, Regex};

/// The patterns, compiled.
pub enum Pattern {
    /// Basic, extended or plain.
    Posix(Regex),
    /// `-P`
    Perl(Perl),
}

/// Why a search could not be finished.
pub enum Trouble {
    /// In the words of regexec.
    Posix(regex::Error),
    /// In PCRE's; it is the file's trouble.
    Perl(perl::Error),
}

impl Pattern {
    /// Text that every match contains, if one is known.
    pub fn must(&self) -> Option<&[u8]> {
        match self {
            Pattern::Posix(re) => re.must(),
            Pattern::Perl(_) => None,
        }
    }

    /// The text that the pattern stands for, if it is plain text.
    pub fn as_literal(&self) -> Option<&[u8]> {
        match self {
            Pattern::Posix(re) => re.as_literal(),
            Pattern::Perl(_) => None,
        }
    }

    /// Whether the text has a match.
    pub fn is_match(&self, hay: &[u8]) -> Result<bool, Trouble> {
        match self {
            Pattern::Posix(re) => re.is_match(hay).map_err(Trouble::Posix),
            Pattern::Perl(re) => re.find_at(hay, 0).map(|m| m.is_some()).map_err(Trouble::Perl),
        }
    }

    /// The first match at or after `from`.
    pub fn find_at(&self, hay: &[u8], from: usize) -> Option<(usize, usize)> {
        match self {
            Pattern::Posix(re) => re.find_at(hay, from).ok()?,
            Pattern::Perl(re) => re.find_at(hay, from).ok()?,
        }
    }
}

impl Trouble {
    /// The complaint about the file that is searched.
    pub fn of(&self, file: &str) -> String {
        match self {
            Trouble::Posix(e) => e.to_string(),
            Trouble::Perl(e) => format!("{file}: {e}"),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Posix(e) => e.fmt(f),
            Trouble::Perl(e) => e.fmt(f),
        }
    }
}
