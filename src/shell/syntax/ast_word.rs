//! The tree of words: parts, parameters, operators. Re-exported by `ast`.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::ast::{Assign, AssignValue, List};
use crate::shell::arith::Expr;
use crate::shell::pattern::Pattern;

/// A word in parts, with what is known about it beforehand.
#[derive(Debug, Default)]
pub(crate) struct Word {
    pub parts: Vec<Part>,
    /// As it was written.
    pub raw: Box<str>,
    /// Holds a command or process substitution.
    pub waits: bool,
    /// Holds an unquoted `{`, so brace expansion may apply.
    pub brace: bool,
    /// Holds an unquoted `~`.
    pub tilde: bool,
    /// Holds unquoted pattern characters or an unquoted expansion.
    pub active: bool,
    /// The compiled pattern of a word that has no expansions.
    pub pattern: OnceCell<Rc<Pattern>>,
}

/// A piece of a word.
#[derive(Debug)]
pub(crate) enum Part {
    /// Unquoted text: pattern characters in it are active.
    Lit(Box<str>),
    /// Text from `\x`, `'..'` or `$'..'`.
    Quoted(Box<str>),
    /// `".."`; a `Lit` within is quoted.
    Double(Vec<Part>),
    Param(Box<Param>),
    Command(Rc<CommandSub>),
    Arith(Box<ArithText>),
    /// `<(..)` (true) or `>(..)`.
    Process(bool, Rc<List>),
}

/// `$(..)` or `` `..` ``.
#[derive(Debug)]
pub(crate) struct CommandSub {
    pub list: Rc<List>,
    /// Why the text between backquotes could not be read.
    pub error: Option<super::SyntaxError>,
}

/// Text that is an arithmetic expression after expansion.
#[derive(Debug, Default)]
pub(crate) struct ArithText {
    pub word: Word,
    /// The last text evaluated and its tree: loops evaluate the same text again and again.
    pub cache: RefCell<Option<(Rc<str>, Rc<Expr>)>>,
}

/// Whose value `${..}` takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ParamName {
    Var(Box<str>),
    Position(usize),
    /// One of `@ * # ? - $ ! 0`.
    Special(u8),
}

/// `[..]` after a name.
#[derive(Debug)]
pub(crate) enum Subscript {
    At,
    Star,
    Index(Word),
}

/// `$name` and `${..}`.
#[derive(Debug)]
pub(crate) struct Param {
    pub name: ParamName,
    pub subscript: Option<Subscript>,
    /// `${!..}`
    pub indirect: bool,
    pub op: Op,
    /// As written, for messages.
    pub raw: Box<str>,
}

/// What is done with the value.
#[derive(Debug)]
pub(crate) enum Op {
    None,
    Length,
    /// `- = ? +`, with `:` or without.
    Default {
        kind: u8,
        colon: bool,
        word: Word,
    },
    /// `# ## % %%`
    Trim {
        prefix: bool,
        longest: bool,
        pattern: Word,
    },
    /// `/ // /# /%`
    Replace {
        how: Replace,
        pattern: Word,
        with: Option<Word>,
    },
    /// `^ ^^ , ,, ~ ~~`
    Case {
        kind: u8,
        all: bool,
        pattern: Word,
    },
    Slice {
        offset: ArithText,
        length: Option<ArithText>,
    },
    /// `@Q` and the like.
    Transform(u8),
    /// `${!prefix*}` (true) and `${!prefix@}`.
    Names {
        star: bool,
    },
    /// `${!name[*]}` (true) and `${!name[@]}`.
    Keys {
        star: bool,
    },
    /// Could not be read: an error when it is expanded, not before.
    Bad,
    /// `@` and a letter that names no transformation.
    BadTransform,
}

/// Which matches `${x/p/r}` replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Replace {
    First,
    All,
    Prefix,
    Suffix,
}

impl Word {
    /// A word of these parts, its flags worked out.
    pub(crate) fn new(parts: Vec<Part>, raw: &str) -> Word {
        let mut w = Word { parts, raw: raw.into(), ..Word::default() };
        for p in &w.parts {
            match p {
                Part::Lit(s) => {
                    w.brace |= s.contains('{');
                    w.tilde |= s.contains('~');
                    w.active |= s.contains(['*', '?', '[', '(', '\\']);
                }
                Part::Quoted(_) => {}
                Part::Double(inner) => w.waits |= inner.iter().any(part_waits),
                other => {
                    w.active = true;
                    w.waits |= part_waits(other);
                }
            }
        }
        w
    }

    /// The text of a word that is one unquoted literal.
    pub(crate) fn literal(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [Part::Lit(s)] => Some(s),
            _ => None,
        }
    }

    /// The text of a word without any expansion in it, quotes removed.
    pub(crate) fn constant(&self) -> Option<String> {
        let mut out = String::new();
        for p in &self.parts {
            match p {
                Part::Lit(s) | Part::Quoted(s) => out.push_str(s),
                Part::Double(inner) => {
                    for p in inner {
                        match p {
                            Part::Lit(s) | Part::Quoted(s) => out.push_str(s),
                            _ => return None,
                        }
                    }
                }
                _ => return None,
            }
        }
        Some(out)
    }

    /// Whether any part of it is quoted.
    pub(crate) fn has_quotes(&self) -> bool {
        self.parts.iter().any(|p| matches!(p, Part::Quoted(_) | Part::Double(_)))
    }

    /// Whether it holds no parameter, command or arithmetic expansion.
    pub(crate) fn is_static(&self) -> bool {
        self.parts.iter().all(|p| match p {
            Part::Lit(_) | Part::Quoted(_) => true,
            Part::Double(i) => i.iter().all(|p| matches!(p, Part::Lit(_) | Part::Quoted(_))),
            _ => false,
        })
    }
}

impl Subscript {
    fn waits(&self) -> bool {
        matches!(self, Subscript::Index(w) if w.waits)
    }
}

/// Whether expanding a part has to wait for another process.
pub(crate) fn part_waits(p: &Part) -> bool {
    match p {
        Part::Lit(_) | Part::Quoted(_) => false,
        Part::Double(inner) => inner.iter().any(part_waits),
        Part::Command(_) | Part::Process(..) => true,
        Part::Arith(a) => a.word.waits,
        Part::Param(p) => {
            p.subscript.as_ref().is_some_and(Subscript::waits)
                || match &p.op {
                    Op::Default { word, .. } => word.waits,
                    Op::Trim { pattern, .. } | Op::Case { pattern, .. } => pattern.waits,
                    Op::Replace { pattern, with, .. } => {
                        pattern.waits || with.as_ref().is_some_and(|w| w.waits)
                    }
                    Op::Slice { offset, length } => {
                        offset.word.waits || length.as_ref().is_some_and(|l| l.word.waits)
                    }
                    _ => false,
                }
        }
    }
}

impl Assign {
    /// Whether expanding it has to wait for another process.
    pub(crate) fn waits(&self) -> bool {
        self.subscript.as_ref().is_some_and(|w| w.waits)
            || match &self.value {
                AssignValue::Scalar(w) => w.waits,
                AssignValue::Array(es) => es
                    .iter()
                    .any(|e| e.value.waits || e.subscript.as_ref().is_some_and(|w| w.waits)),
            }
    }
}
