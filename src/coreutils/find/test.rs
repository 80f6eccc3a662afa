//! find's tests: questions about a file that have no effect.

use crate::coreutils::fs::glob::{self, Flags};
use crate::coreutils::fs::path;
use crate::coreutils::fs::walk::Follow;
use crate::coreutils::regex::Regex;
use crate::vfs::{Stat, text};

use super::{File, Find};

const SECOND: i64 = 1_000_000_000;

/// Which of a file's times.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Accessed,
    Changed,
    Modified,
    Born,
}

impl Which {
    /// By its letter in `-newerXY` and `-Xtime`.
    pub fn letter(b: u8) -> Which {
        match b {
            b'a' => Which::Accessed,
            b'c' => Which::Changed,
            b'B' => Which::Born,
            _ => Which::Modified,
        }
    }

    /// That time of a file.
    pub fn of(self, s: &Stat) -> i64 {
        match self {
            Which::Accessed => s.atime,
            Which::Changed => s.ctime,
            Which::Modified => s.mtime,
            Which::Born => s.btime,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Less,
    Equal,
    More,
}

/// `n`, `+n` or `-n`.
#[derive(Clone, Copy)]
pub struct Number {
    side: Side,
    n: f64,
}

impl Number {
    /// Reads one.
    pub fn parse(word: &str) -> Option<Number> {
        let (side, digits) = match word.as_bytes().first()? {
            b'+' => (Side::More, &word[1..]),
            b'-' => (Side::Less, &word[1..]),
            _ => (Side::Equal, word),
        };
        let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        Some(Number { side, n: digits.parse().ok().filter(|_| plain)? })
    }

    /// Exactly this.
    pub fn exact(n: f64) -> Number {
        Number { side: Side::Equal, n }
    }

    /// Whether it has no fraction.
    pub fn whole(self) -> bool {
        self.n.fract() == 0.0
    }

    /// The same comparison with a number so many times as large.
    pub fn times(self, unit: f64) -> Number {
        Number { n: self.n * unit, ..self }
    }

    fn fits(self, n: f64) -> bool {
        match self.side {
            Side::Less => n < self.n,
            Side::Equal => n == self.n,
            Side::More => n > self.n,
        }
    }
}

/// How permission bits are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Compare {
    Exactly,
    All,
    Any,
}

/// A test.
pub enum Test {
    True,
    False,
    Name { pattern: String, fold: bool },
    Path { pattern: String, fold: bool },
    Link { pattern: String, fold: bool },
    Regex(Regex),
    Kind { kinds: Vec<char>, behind: bool },
    Empty,
    Access(u32),
    NoUser,
    NoGroup,
    Size { n: Number, unit: u64 },
    Links(Number),
    Inode(Number),
    Uid(Number),
    Gid(Number),
    Perm { how: Compare, mode: u32 },
    Age { which: Which, n: Number, unit: i64 },
    Used(Number),
    Newer { which: Which, t: i64 },
    Same(u64, u64),
    FsType(String),
}

impl Find<'_> {
    /// Whether a file passes a test.
    pub(super) fn test(&self, test: &Test, f: &File<'_>) -> bool {
        let p = &self.cx.p;
        let s = &f.stat;
        let flags = |fold: bool| Flags { fold, ..Flags::default() };
        match test {
            Test::True => true,
            Test::False => false,
            Test::Name { pattern, fold } => {
                glob::matches(pattern, path::base(f.path), flags(*fold))
            }
            Test::Path { pattern, fold } => glob::matches(pattern, f.path, flags(*fold)),
            Test::Link { pattern, fold } => {
                s.is_symlink()
                    && p.readlink(f.path).is_ok_and(|t| glob::matches(pattern, &t, flags(*fold)))
            }
            Test::Regex(regex) => regex.is_match(&text::encode(f.path)).unwrap_or(false),
            Test::Kind { kinds, behind } => {
                let mut kind = s.file_type().letter();
                if *behind {
                    let other = if self.follow == Follow::Always {
                        p.lstat(f.path)
                    } else {
                        p.stat(f.path)
                    };
                    kind = other.map_or('l', |s| s.file_type().letter());
                }
                kinds.contains(&kind)
            }
            Test::Empty if s.is_dir() => p.readdir(f.path).is_ok_and(|l| l.is_empty()),
            Test::Empty => s.is_file() && s.size == 0,
            Test::Access(want) => p.access(f.path, *want).is_ok(),
            Test::NoUser => self.names.user(s.uid).is_none(),
            Test::NoGroup => self.names.group(s.gid).is_none(),
            Test::Size { n, unit } => n.fits(s.size.div_ceil(*unit) as f64),
            Test::Links(n) => n.fits(f64::from(s.nlink)),
            Test::Inode(n) => n.fits(s.ino as f64),
            Test::Uid(n) => n.fits(f64::from(s.uid)),
            Test::Gid(n) => n.fits(f64::from(s.gid)),
            Test::Perm { how, mode } => match how {
                Compare::Exactly => s.perm() == *mode,
                Compare::All => s.perm() & mode == *mode,
                Compare::Any => *mode == 0 || s.perm() & mode != 0,
            },
            Test::Age { which, n, unit } => self.age(which.of(s), *n, *unit),
            Test::Used(n) => n.fits(((s.atime - s.ctime) / (86_400 * SECOND)) as f64),
            Test::Newer { which, t } => which.of(s) > *t,
            Test::Same(dev, ino) => (s.dev, s.ino) == (*dev, *ino),
            Test::FsType(kind) => p.statfs(f.path).is_ok_and(|fs| fs.fstype == *kind),
        }
    }

    /// Ages in days are cut off (a day and a half is one day), in minutes rounded up.
    fn age(&self, t: i64, n: Number, unit: i64) -> bool {
        let age = (self.now - t) as f64 / SECOND as f64 / unit as f64;
        match (n.side, unit) {
            (_, 86_400) => n.fits(age.floor()),
            (Side::Equal, _) => n.fits(age.ceil()),
            _ => n.fits(age),
        }
    }
}
