//! Shell patterns: `* ? [..]` and the extended `?(..) *(..) +(..) @(..) !(..)`. Compiled from text in
//! which a backslash quotes the next character. Finding files by pattern belongs to `expand::glob`.

mod class;
mod compile;

use class::Class;
use compile::Compiler;

/// A compiled pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    nodes: Vec<Node>,
    extended: bool,
    nocase: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    Char(char),
    Any,
    Star,
    Set(Set),
    Ext(u8, Vec<Vec<Node>>),
}

/// A bracket expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Set {
    pub(super) negated: bool,
    pub(super) items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Range(char, char),
    Class(Class),
}

impl Set {
    fn has(&self, c: char, nocase: bool) -> bool {
        let one = |c: char| {
            self.items.iter().any(|i| match i {
                Item::Range(a, b) => *a <= c && c <= *b,
                Item::Class(k) => k.has(c),
            })
        };
        let found = one(c) || (nocase && (one(lower(c)) || one(upper(c))));
        found != self.negated
    }
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn upper(c: char) -> char {
    c.to_uppercase().next().unwrap_or(c)
}

/// Whether a text has characters that mean something in a pattern.
pub(crate) fn has_magic(pattern: &str, extglob: bool) -> bool {
    let b = pattern.as_bytes();
    let mut i = 0;
    while i < b.len() {
        match b[i] {
            b'\\' => i += 1,
            b'*' | b'?' => return true,
            b'[' if b[i + 1..].contains(&b']') => return true,
            b'+' | b'@' | b'!' if extglob && b.get(i + 1) == Some(&b'(') => return true,
            _ => {}
        }
        i += 1;
    }
    false
}

/// Removes the quoting backslashes of a pattern.
pub(crate) fn unescape(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            out.extend(chars.next().or(Some('\\')));
        } else {
            out.push(c);
        }
    }
    out
}

/// Appends text with every special character quoted.
pub(crate) fn escape_into(text: &str, out: &mut String) {
    for c in text.chars() {
        if matches!(c, '*' | '?' | '[' | ']' | '\\' | '(' | ')' | '|' | '!' | '@' | '+' | '-' | '^')
        {
            out.push('\\');
        }
        out.push(c);
    }
}

impl Pattern {
    /// Compiles a pattern.
    pub(crate) fn new(text: &str, extglob: bool, nocase: bool) -> Pattern {
        let mut c = Compiler::new(text, extglob);
        let nodes = c.nodes(0);
        Pattern { nodes, extended: c.extended, nocase }
    }

    /// Whether the whole text matches.
    pub(crate) fn matches(&self, text: &str) -> bool {
        if self.extended {
            return self.go(&self.nodes, text, &mut |rest| rest.is_empty());
        }
        self.simple(text)
    }

    /// Whether the pattern starts with a character that matches a dot itself (for hidden files).
    pub(crate) fn starts_with_dot(&self) -> bool {
        fn first(nodes: &[Node]) -> bool {
            match nodes.first() {
                Some(Node::Char(c)) => *c == '.',
                Some(Node::Ext(op, alternatives)) if *op != b'!' => {
                    alternatives.iter().any(|a| first(a))
                        || (matches!(op, b'?' | b'*') && first(&nodes[1..]))
                }
                _ => false,
            }
        }
        first(&self.nodes)
    }

    fn one(&self, n: &Node, c: char) -> bool {
        match n {
            Node::Char(p) => *p == c || (self.nocase && lower(*p) == lower(c)),
            Node::Any => true,
            Node::Set(s) => s.has(c, self.nocase),
            Node::Star | Node::Ext(..) => false,
        }
    }

    /// Without extended parts: only the last star ever has to give way.
    fn simple(&self, text: &str) -> bool {
        let (mut n, mut t) = (0, text);
        let mut star: Option<(usize, &str)> = None;
        loop {
            match (self.nodes.get(n), t.chars().next()) {
                (Some(Node::Star), _) => {
                    n += 1;
                    if n == self.nodes.len() {
                        return true;
                    }
                    star = Some((n, t));
                    continue;
                }
                (Some(node), Some(c)) if self.one(node, c) => {
                    n += 1;
                    t = &t[c.len_utf8()..];
                    continue;
                }
                (None, None) => return true,
                _ => {}
            }
            match star {
                Some((after, from)) => {
                    let Some(c) = from.chars().next() else { return false };
                    let from = &from[c.len_utf8()..];
                    star = Some((after, from));
                    n = after;
                    t = from;
                }
                None => return false,
            }
        }
    }

    /// Matches nodes at the start of a text and hands what is left to `then`.
    fn go(&self, nodes: &[Node], text: &str, then: &mut dyn FnMut(&str) -> bool) -> bool {
        let Some((node, rest)) = nodes.split_first() else { return then(text) };
        match node {
            Node::Star => {
                let mut t = text;
                loop {
                    if self.go(rest, t, then) {
                        return true;
                    }
                    let Some(c) = t.chars().next() else { return false };
                    t = &t[c.len_utf8()..];
                }
            }
            Node::Ext(op, alternatives) => self.ext(*op, alternatives, rest, text, then),
            one => match text.chars().next() {
                Some(c) if self.one(one, c) => self.go(rest, &text[c.len_utf8()..], then),
                _ => false,
            },
        }
    }

    fn ext(
        &self,
        op: u8,
        alternatives: &[Vec<Node>],
        rest: &[Node],
        text: &str,
        then: &mut dyn FnMut(&str) -> bool,
    ) -> bool {
        match op {
            b'!' => {
                // Every split at which the first part matches none of the alternatives.
                let ends = text.char_indices().map(|(i, _)| i).chain([text.len()]);
                for end in ends {
                    let head = &text[..end];
                    let hit = alternatives.iter().any(|a| self.go(a, head, &mut |r| r.is_empty()));
                    if !hit && self.go(rest, &text[end..], then) {
                        return true;
                    }
                }
                false
            }
            b'@' | b'?' => {
                (op == b'?' && self.go(rest, text, then))
                    || alternatives
                        .iter()
                        .any(|a| self.go(a, text, &mut |r| self.go(rest, r, then)))
            }
            _ => {
                // One or more: all the places reachable by repetition, each looked at once.
                let mut reached = vec![false; text.len() + 1];
                let mut queue = Vec::new();
                if op == b'*' && self.go(rest, text, then) {
                    return true;
                }
                queue.push(0);
                while let Some(at) = queue.pop() {
                    let mut ends = Vec::new();
                    for a in alternatives {
                        self.go(a, &text[at..], &mut |r| {
                            ends.push(text.len() - r.len());
                            false
                        });
                    }
                    for end in ends {
                        if !reached[end] {
                            reached[end] = true;
                            if self.go(rest, &text[end..], then) {
                                return true;
                            }
                            queue.push(end);
                        }
                    }
                }
                false
            }
        }
    }

    /// The length of the shortest or longest start of the text that matches.
    pub(crate) fn prefix(&self, text: &str, longest: bool) -> Option<usize> {
        if !self.extended {
            return self.prefix_simple(text, longest);
        }
        let mut ends: Vec<usize> =
            text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        if longest {
            ends.reverse();
        }
        ends.into_iter().find(|&e| self.matches(&text[..e]))
    }

    /// All states at once over the text, so that long texts cost no more than their length.
    fn prefix_simple(&self, text: &str, longest: bool) -> Option<usize> {
        let n = self.nodes.len();
        if !self.nodes.contains(&Node::Star) {
            let mut chars = text.chars();
            let fits = self.nodes.iter().all(|p| chars.next().is_some_and(|c| self.one(p, c)));
            return fits.then(|| text.len() - chars.as_str().len());
        }
        let mut now = vec![false; n + 1];
        let mut next = vec![false; n + 1];
        now[0] = true;
        self.pass_stars(&mut now);
        let mut best = now[n].then_some(0);
        if best.is_some() && !longest {
            return best;
        }
        for (i, c) in text.char_indices() {
            next.fill(false);
            let mut alive = false;
            for s in 0..n {
                if !now[s] {
                    continue;
                }
                if self.nodes[s] == Node::Star {
                    next[s] = true;
                    alive = true;
                } else if self.one(&self.nodes[s], c) {
                    next[s + 1] = true;
                    alive = true;
                }
            }
            if !alive {
                break;
            }
            self.pass_stars(&mut next);
            std::mem::swap(&mut now, &mut next);
            if now[n] {
                best = Some(i + c.len_utf8());
                if !longest {
                    break;
                }
            }
        }
        best
    }

    /// A star may match nothing: the state behind it is reached at once.
    fn pass_stars(&self, states: &mut [bool]) {
        for (i, node) in self.nodes.iter().enumerate() {
            if states[i] && *node == Node::Star {
                states[i + 1] = true;
            }
        }
    }

    /// Where the shortest or longest end of the text that matches begins.
    pub(crate) fn suffix(&self, text: &str, longest: bool) -> Option<usize> {
        let starts = text.char_indices().map(|(i, _)| i).chain([text.len()]);
        if longest {
            starts.into_iter().find(|&s| self.matches(&text[s..]))
        } else {
            starts.rev().find(|&s| self.matches(&text[s..]))
        }
    }

    /// The first place where the pattern matches, with the longest match there.
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let rest = &text[from..];
        for (i, _) in rest.char_indices().chain([(rest.len(), ' ')]) {
            if let Some(n) = self.prefix(&rest[i..], true) {
                return Some((from + i, from + i + n));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn m(p: &str, s: &str) -> bool {
        Pattern::new(p, true, false).matches(s)
    }

    #[test]
    fn plain() {
        assert!(m("h*o", "hello") && m("*", "") && m("a?c", "aéc") && !m("a?c", "ac"));
        assert!(m("[a-c]x", "bx") && m("[!a-c]x", "dx") && m("[]]", "]") && m("[", "["));
        assert!(m("[[:digit:]]*", "7up") && m("\\*", "*") && !m("\\*", "x"));
        assert!(m("*a*b*c", "xxaxxbxxc") && !m("*a*b*c", "xxaxxbxx"));
    }

    #[test]
    fn extended() {
        assert!(m("@(a|b)c", "bc") && m("+(ab)", "ababab") && !m("+(ab)", "aba"));
        assert!(m("!(a|b)", "c") && !m("!(a|b)", "a") && m("*(a|b)c", "abbac"));
        assert!(m("?(x)y", "y") && m("!(*.c)", "a.h") && !m("!(*.c)", "a.c"));
    }

    #[test]
    fn ends() {
        let p = Pattern::new("*.", false, false);
        assert_eq!(p.prefix("a.b.c", false), Some(2));
        assert_eq!(p.prefix("a.b.c", true), Some(4));
        let p = Pattern::new(".*", false, false);
        assert_eq!(p.suffix("a.b.c", false), Some(3));
        assert_eq!(p.suffix("a.b.c", true), Some(1));
        assert_eq!(Pattern::new("l*l", false, false).find("hello", 0), Some((2, 4)));
    }
}
