//! The parsed form of an expression, and how long what it matches can be.

use super::super::set::Set;

/// In which order the numbers of rounds are tried.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Greed {
    /// Many first.
    Greedy,
    /// Few first (`*?`).
    Lazy,
    /// As many as there are, and never fewer (`*+`).
    Possessive,
}

/// A condition on a position.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// `\A`, and `^` of a single line.
    Start,
    /// `^` of many lines.
    LineStart,
    /// `\z`
    End,
    /// `\Z`, and `$` of a single line: also before the newline at the end.
    LastEnd,
    /// `$` of many lines.
    LineEnd,
    /// `\b`
    WordEdge,
    /// `\B`
    NoWordEdge,
    /// `\G`: where the search began.
    Search,
}

/// An expression.
#[derive(Clone, Debug)]
pub enum Node {
    /// Matches the empty text.
    Empty,
    /// One character of a set.
    Set(Set),
    /// A condition.
    At(Place),
    /// One after the other.
    Cat(Vec<Node>),
    /// The first that leads to a match.
    Alt(Vec<Node>),
    /// `node` from `min` to `max` times.
    Repeat(Box<Node>, u32, Option<u32>, Greed),
    /// A numbered group, from 1.
    Group(usize, Box<Node>),
    /// `(?>...)`: once found, no other way is tried.
    Atomic(Box<Node>),
    /// `(?=...)`, `(?!...)`.
    Ahead(bool, Box<Node>),
    /// `(?<=...)`, `(?<!...)`.
    Behind(bool, Box<Node>),
    /// What a group holds, again, in either case or not.
    Back(Name, bool),
    /// `\K`: the match begins here.
    Keep,
    /// `(?1)`, `(?R)`: the expression of a group.
    Call(Name),
    /// `(?(1)yes|no)`
    If(Name, Box<Node>, Box<Node>),
}

/// A group by its number or its name.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Name {
    Number(usize),
    Text(String),
}

impl Node {
    /// The least and the greatest number of characters; `None` where there is no greatest.
    pub fn width(&self) -> (u32, Option<u32>) {
        match self {
            Node::Set(_) => (1, Some(1)),
            Node::Empty | Node::At(_) | Node::Keep | Node::Ahead(..) | Node::Behind(..) => {
                (0, Some(0))
            }
            Node::Cat(v) => v.iter().map(Node::width).fold((0, Some(0)), |a, b| {
                (a.0.saturating_add(b.0), a.1.zip(b.1).map(|(x, y)| x.saturating_add(y)))
            }),
            Node::Alt(v) => v
                .iter()
                .map(Node::width)
                .reduce(|a, b| (a.0.min(b.0), a.1.zip(b.1).map(|(x, y)| x.max(y))))
                .unwrap_or((0, Some(0))),
            Node::Repeat(n, min, max, _) => {
                let (a, b) = n.width();
                let most = match (b, max) {
                    (Some(0), _) => Some(0),
                    (Some(b), Some(m)) => Some(b.saturating_mul(*m)),
                    _ => None,
                };
                (a.saturating_mul(*min), most)
            }
            Node::Group(_, n) | Node::Atomic(n) => n.width(),
            Node::Back(..) | Node::Call(_) => (0, None),
            Node::If(_, a, b) => {
                let (a, b) = (a.width(), b.width());
                (a.0.min(b.0), a.1.zip(b.1).map(|(x, y)| x.max(y)))
            }
        }
    }
}
