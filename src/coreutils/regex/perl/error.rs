//! What is wrong with an expression, in PCRE's words and in Oniguruma's.

use std::fmt;

/// Why a pattern is no expression, or a search could not be finished.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Error {
    Unclosed,
    Unopened,
    NothingToRepeat,
    Bracket,
    Order,
    Backslash,
    Behind,
    NoGroup,
    NoNamedGroup,
    Flag,
    Range,
    Class,
    Name,
    Property,
    Hex,
    Escape,
    Comment,
    Big,
    Steps,
}

impl Error {
    /// In Oniguruma's words.
    pub fn oniguruma(self) -> &'static str {
        match self {
            Error::Unclosed => "end pattern with unmatched parenthesis",
            Error::Unopened => "unmatched close parenthesis",
            Error::NothingToRepeat => "target of repeat operator is not specified",
            Error::Bracket => "premature end of char-class",
            Error::Order => "upper is smaller than lower in repeat range",
            Error::Backslash => "end pattern at escape",
            Error::Behind => "invalid pattern in look-behind",
            Error::NoGroup => "invalid backref number/name",
            Error::NoNamedGroup => "undefined name reference",
            Error::Flag => "undefined group option",
            Error::Range => "empty range in char class",
            Error::Class => "invalid POSIX bracket type",
            Error::Name => "invalid group name <>",
            Error::Property => "invalid character property name",
            Error::Hex => "invalid code point value",
            Error::Escape => "undefined operator",
            Error::Comment => "end pattern in group",
            Error::Big => "too big wide-char value",
            Error::Steps => "retry-limit-in-match over",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Error::Unclosed => "missing closing parenthesis",
            Error::Unopened => "unmatched closing parenthesis",
            Error::NothingToRepeat => "quantifier does not follow a repeatable item",
            Error::Bracket => "missing terminating ] for character class",
            Error::Order => "numbers out of order in {} quantifier",
            Error::Backslash => "\\ at end of pattern",
            Error::Behind => "length of lookbehind assertion is not limited",
            Error::NoGroup | Error::NoNamedGroup => "reference to non-existent subpattern",
            Error::Flag => "unrecognized character after (? or (?-",
            Error::Range => "range out of order in character class",
            Error::Class => "unknown POSIX class name",
            Error::Name => "syntax error in subpattern name (missing terminator?)",
            Error::Property => "unknown property after \\P or \\p",
            Error::Hex => "non-hex character in \\x{} (closing brace missing?)",
            Error::Escape => "unrecognized character follows \\",
            Error::Comment => "missing ) after (?# comment",
            Error::Big => "regular expression is too large",
            Error::Steps => "exceeded PCRE's backtracking limit",
        })
    }
}
