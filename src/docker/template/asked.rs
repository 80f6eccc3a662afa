//! Which fields of its data a template looks at, so that lists need not work out the others.

use super::ast::{Arg, ArgKind, Node, Pipe, Tree};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The fields that a template looks at.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// None where it may be any.
    names: Option<Rc<BTreeSet<String>>>,
}

impl Asked {
    /// Whether it may look at this one.
    pub fn may(&self, name: &str) -> bool {
        self.names.as_ref().is_none_or(|names| names.contains(name))
    }

    /// What the body of a template looks at. One that handles its data as a whole may look at any.
    pub(super) fn by(tree: &Tree) -> Asked {
        let mut names = BTreeSet::new();
        let plain = tree.body.iter().all(|n| node(n, &mut names));
        Asked { names: plain.then(|| Rc::new(names)) }
    }
}

/// Notes the fields of a node; false where the data itself is used.
fn node(node_: &Node, names: &mut BTreeSet<String>) -> bool {
    match node_ {
        Node::Text(_) | Node::Break | Node::Continue => true,
        Node::Action(p) => pipe(p, names),
        Node::If(p, then, other) => {
            pipe(p, names) && then.iter().chain(other.iter()).all(|n| node(n, names))
        }
        Node::With(..) | Node::Range(..) | Node::Template(..) => false,
    }
}

fn pipe(p: &Pipe, names: &mut BTreeSet<String>) -> bool {
    p.commands.iter().flat_map(|c| &c.args).all(|a| arg(a, names))
}

fn arg(a: &Arg, names: &mut BTreeSet<String>) -> bool {
    match &a.kind {
        ArgKind::Dot | ArgKind::Variable(..) => false,
        ArgKind::Field(path) => {
            names.extend(path.first().cloned());
            true
        }
        ArgKind::Pipe(p) => pipe(p, names),
        ArgKind::Chain(inner, _) => arg(inner, names),
        ArgKind::Nil
        | ArgKind::Bool(_)
        | ArgKind::Number(..)
        | ArgKind::Text(..)
        | ArgKind::Function(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::docker::template::Template;

    #[test]
    fn fields_that_are_looked_at() {
        for (text, b) in [
            ("{{.A}}", false),
            ("{{.A}} {{if (eq .C \"x\")}}{{len .B.D}}{{end}}", true),
            ("{{json .}}", true),
            ("{{$.A}}", true),
            ("{{with .A}}{{$.B}}{{end}}", true),
        ] {
            let asked = Template::parse(text).unwrap().asked();
            assert!(asked.may("A"));
            assert_eq!(asked.may("B"), b, "{text}");
        }
    }
}
