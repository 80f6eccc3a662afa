//! Text to pattern nodes.

use super::{Class, Item, Node, Set};
use crate::shell::limits::PATTERN_DEPTH;

/// The state of a compilation.
pub(super) struct Compiler {
    chars: Vec<char>,
    at: usize,
    extglob: bool,
    /// Whether an extended part was found.
    pub(super) extended: bool,
}

impl Compiler {
    /// Starts on a text.
    pub(super) fn new(text: &str, extglob: bool) -> Compiler {
        Compiler { chars: text.chars().collect(), at: 0, extglob, extended: false }
    }

    /// Nodes up to the end, or up to `|` or `)` inside a group.
    pub(super) fn nodes(&mut self, depth: u32) -> Vec<Node> {
        let mut out: Vec<Node> = Vec::with_capacity(self.chars.len().min(16));
        while let Some(&c) = self.chars.get(self.at) {
            if depth > 0 && (c == '|' || c == ')') {
                break;
            }
            self.at += 1;
            let next = self.chars.get(self.at).copied();
            match c {
                '\\' => {
                    out.push(Node::Char(next.unwrap_or('\\')));
                    self.at += 1;
                }
                '?' | '*' | '+' | '@' | '!'
                    if self.extglob
                        && next == Some('(')
                        && depth < PATTERN_DEPTH
                        && self.closes(self.at + 1) =>
                {
                    self.at += 1;
                    let mut alternatives = vec![self.nodes(depth + 1)];
                    while self.chars.get(self.at) == Some(&'|') {
                        self.at += 1;
                        alternatives.push(self.nodes(depth + 1));
                    }
                    self.at += 1;
                    self.extended = true;
                    out.push(Node::Ext(c as u8, alternatives));
                }
                '?' => out.push(Node::Any),
                '*' => {
                    if out.last() != Some(&Node::Star) {
                        out.push(Node::Star);
                    }
                }
                '[' => match self.set() {
                    Some(s) => out.push(Node::Set(s)),
                    None => out.push(Node::Char('[')),
                },
                c => out.push(Node::Char(c)),
            }
        }
        out
    }

    /// Whether a group that starts at `from` has its closing parenthesis.
    fn closes(&self, from: usize) -> bool {
        let mut depth = 1;
        let mut i = from;
        while let Some(c) = self.chars.get(i) {
            match c {
                '\\' => i += 1,
                '(' => depth += 1,
                ')' => {
                    depth -= 1;
                    if depth == 0 {
                        return true;
                    }
                }
                _ => {}
            }
            i += 1;
        }
        false
    }

    /// A bracket expression after its `[`; `None`, and nothing passed, when it has no end.
    fn set(&mut self) -> Option<Set> {
        let mut i = self.at;
        let mut negated = false;
        if matches!(self.chars.get(i), Some('!' | '^')) {
            negated = true;
            i += 1;
        }
        let mut items = Vec::new();
        let first = i;
        loop {
            let c = *self.chars.get(i)?;
            if c == ']' && i > first {
                self.at = i + 1;
                return Some(Set { negated, items });
            }
            if c == '[' && matches!(self.chars.get(i + 1), Some(':' | '=' | '.')) {
                let kind = self.chars[i + 1];
                let end = (i + 2..self.chars.len().saturating_sub(1))
                    .find(|&j| self.chars[j] == kind && self.chars[j + 1] == ']');
                if let Some(end) = end {
                    let name: String = self.chars[i + 2..end].iter().collect();
                    let single = name.chars().next().filter(|_| name.chars().count() == 1);
                    match (kind, single) {
                        (':', _) => {
                            if let Some(k) = Class::named(&name) {
                                items.push(Item::Class(k));
                            }
                            i = end + 2;
                            continue;
                        }
                        (_, Some(c)) => {
                            items.push(Item::Range(c, c));
                            i = end + 2;
                            continue;
                        }
                        _ => {}
                    }
                }
            }
            let low = self.member(&mut i)?;
            if self.chars.get(i) == Some(&'-') && !matches!(self.chars.get(i + 1), None | Some(']'))
            {
                i += 1;
                let high = self.member(&mut i)?;
                items.push(Item::Range(low, high));
            } else {
                items.push(Item::Range(low, low));
            }
        }
    }

    fn member(&self, i: &mut usize) -> Option<char> {
        let mut c = *self.chars.get(*i)?;
        if c == '\\' {
            *i += 1;
            c = *self.chars.get(*i)?;
        }
        *i += 1;
        Some(c)
    }
}
