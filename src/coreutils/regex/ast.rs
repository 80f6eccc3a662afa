//! The parsed form of an expression. Owns what can be read off it; the compilers are nfa.rs and prog.rs.

use super::set::Set;

/// What stands around a position, as far as assertions ask.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ctx {
    /// The text ends here.
    Edge,
    /// A newline.
    Newline,
    /// A letter, digit or underscore.
    Word,
    /// Anything else.
    Other,
}

/// A condition on a position.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Assert {
    /// `^`
    Bol,
    /// `$`
    Eol,
    /// `` \` ``
    BufStart,
    /// `\'`
    BufEnd,
    /// `\b`
    WordEdge,
    /// `\B`
    NotWordEdge,
    /// `\<`
    WordStart,
    /// `\>`
    WordEnd,
    /// No word character before (`grep -w`).
    HalfStart,
    /// No word character after (`grep -w`).
    HalfEnd,
}

impl Assert {
    /// True if the condition holds between `before` and `after`.
    pub fn holds(self, before: Ctx, after: Ctx, multiline: bool) -> bool {
        let (bw, aw) = (before == Ctx::Word, after == Ctx::Word);
        match self {
            Assert::Bol => before == Ctx::Edge || (multiline && before == Ctx::Newline),
            Assert::Eol => after == Ctx::Edge || (multiline && after == Ctx::Newline),
            Assert::BufStart => before == Ctx::Edge,
            Assert::BufEnd => after == Ctx::Edge,
            Assert::WordEdge => bw != aw,
            Assert::NotWordEdge => bw == aw,
            Assert::WordStart => !bw && aw,
            Assert::WordEnd => bw && !aw,
            Assert::HalfStart => !bw,
            Assert::HalfEnd => !aw,
        }
    }

    fn is_word(self) -> bool {
        !matches!(self, Assert::Bol | Assert::Eol | Assert::BufStart | Assert::BufEnd)
    }
}

/// An expression.
#[derive(Clone, Debug)]
pub enum Ast {
    /// Matches the empty text.
    Empty,
    /// One character of a set.
    Set(Set),
    /// A condition.
    Assert(Assert),
    /// One after the other.
    Cat(Vec<Ast>),
    /// Any of them; of none: never matches.
    Alt(Vec<Ast>),
    /// `node` from `min` to `max` times.
    Repeat {
        /// What is repeated.
        node: Box<Ast>,
        /// At least so often.
        min: u32,
        /// At most so often.
        max: Option<u32>,
    },
    /// A numbered group, from 1.
    Group(usize, Box<Ast>),
    /// What group `n` holds, again.
    Backref(usize),
}

impl Ast {
    /// True if every match begins at offset 0.
    pub fn starts_anchored(&self, multiline: bool) -> bool {
        match self {
            Ast::Assert(Assert::Bol) => !multiline,
            Ast::Assert(Assert::BufStart) => true,
            Ast::Cat(v) => v.first().is_some_and(|a| a.starts_anchored(multiline)),
            Ast::Alt(v) => !v.is_empty() && v.iter().all(|a| a.starts_anchored(multiline)),
            Ast::Group(_, a) => a.starts_anchored(multiline),
            Ast::Repeat { node, min, .. } => *min > 0 && node.starts_anchored(multiline),
            _ => false,
        }
    }

    /// True if an assertion asks for word characters.
    pub fn has_word_assert(&self) -> bool {
        match self {
            Ast::Assert(a) => a.is_word(),
            Ast::Cat(v) | Ast::Alt(v) => v.iter().any(Ast::has_word_assert),
            Ast::Group(_, a) => a.has_word_assert(),
            Ast::Repeat { node, .. } => node.has_word_assert(),
            _ => false,
        }
    }

    /// True if it can match the empty text.
    pub fn nullable(&self) -> bool {
        match self {
            Ast::Empty | Ast::Assert(_) | Ast::Backref(_) => true,
            Ast::Set(_) => false,
            Ast::Cat(v) => v.iter().all(Ast::nullable),
            Ast::Alt(v) => v.iter().any(Ast::nullable),
            Ast::Repeat { node, min, .. } => *min == 0 || node.nullable(),
            Ast::Group(_, a) => a.nullable(),
        }
    }
}
