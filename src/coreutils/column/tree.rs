//! Rows as a tree (`column --tree`): who is under whom, and the lines that are drawn before the names.

use std::collections::BTreeMap;

/// Levels that a tree may have.
pub const DEPTH: usize = 1000;

/// A row in its place in the tree.
pub struct Node {
    /// The row's number in the input.
    pub row: usize,
    /// How deep it is, 0 for a root.
    pub level: usize,
    /// What is drawn before its name.
    pub lines: String,
}

/// The rows in the order of the tree, each with what is above it; `None` when it is deeper than [`DEPTH`].
/// A row is under the one whose `id` is its `parent`; rows in a circle count as roots.
pub fn arrange(rows: &[Vec<String>], id: usize, parent: usize) -> Option<Vec<Node>> {
    let cell = |r: usize, c: usize| rows[r].get(c).map_or("", String::as_str);
    let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
    for r in 0..rows.len() {
        by_id.entry(cell(r, id)).or_insert(r);
    }
    let mut under: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
    let mut roots = Vec::new();
    for r in 0..rows.len() {
        match by_id.get(cell(r, parent)) {
            Some(&p) if p != r => under[p].push(r),
            _ => roots.push(r),
        }
    }
    let mut out: Vec<Node> = Vec::new();
    let mut seen = vec![false; rows.len()];
    let rest = 0..rows.len();
    for root in roots.into_iter().chain(rest) {
        // What comes next is at the end; with the lines that its own children begin with.
        let mut todo = vec![(root, 0, String::new(), String::new())];
        while let Some((row, level, lines, below)) = todo.pop() {
            if std::mem::replace(&mut seen[row], true) {
                continue;
            }
            if level > DEPTH {
                return None;
            }
            for (i, &child) in under[row].iter().enumerate().rev() {
                let last = i + 1 == under[row].len();
                let (mark, bar) = if last { ("└─", "  ") } else { ("├─", "│ ") };
                let (lines, below) = (format!("{below}{mark}"), format!("{below}{bar}"));
                todo.push((child, level + 1, lines, below));
            }
            out.push(Node { row, level, lines });
        }
    }
    Some(out)
}
