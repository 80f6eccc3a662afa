//! The errors of compiling and matching, in the words of GNU regcomp.

use std::fmt;

/// Why a pattern is no regular expression, or a match could not be finished.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Error {
    /// `REG_BADPAT`.
    Pattern,
    /// `REG_ECOLLATE`.
    Collate,
    /// `REG_ECTYPE`.
    Class,
    /// `REG_EESCAPE`.
    Escape,
    /// `REG_ESUBREG`.
    Backref,
    /// `REG_EBRACK`.
    Bracket,
    /// `REG_EPAREN`.
    Paren,
    /// `REG_EBRACE`.
    Brace,
    /// `REG_BADBR`.
    BadBrace,
    /// `REG_ERANGE`.
    Range,
    /// `REG_ESPACE`: no room, or the step budget of a back-reference is spent.
    Space,
    /// `REG_BADRPT`.
    Repeat,
    /// `REG_ESIZE`.
    Size,
    /// `REG_ERPAREN`.
    CloseParen,
    /// A class name outside brackets, which grep and sed refuse.
    BareClass,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Error::Pattern => "Invalid regular expression",
            Error::Collate => "Invalid collation character",
            Error::Class => "Invalid character class name",
            Error::Escape => "Trailing backslash",
            Error::Backref => "Invalid back reference",
            Error::Bracket => "Unmatched [, [^, [:, [., or [=",
            Error::Paren => "Unmatched ( or \\(",
            Error::Brace => "Unmatched \\{",
            Error::BadBrace => "Invalid content of \\{\\}",
            Error::Range => "Invalid range end",
            Error::Space => "Memory exhausted",
            Error::Repeat => "Invalid preceding regular expression",
            Error::Size => "Regular expression too big",
            Error::CloseParen => "Unmatched ) or \\)",
            Error::BareClass => "character class syntax is [[:space:]], not [:space:]",
        })
    }
}
