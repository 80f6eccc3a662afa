//! `%(..)T` of `printf`: times by a format of their own.

use super::{Printf, Spec};
use crate::shell::prompt::strftime;

/// How long the parentheses of `%(..)T` are, those within counted.
pub(super) fn format_end(s: &str) -> usize {
    let mut open = 0;
    for (i, b) in s.bytes().enumerate() {
        match b {
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return i + 1;
        }
    }
    s.len()
}

impl Printf<'_> {
    /// `%(format)T`
    pub(super) fn time(&mut self, spec: &Spec, format: &str) {
        let now = self.sh.p.now();
        let ns = match self.args.get(self.next) {
            None => now,
            Some(_) => match self.integer(false) {
                -1 => now,
                -2 => self.sh.begun,
                n => n.saturating_mul(1_000_000_000),
            },
        };
        let format = if format.is_empty() { "%H:%M:%S" } else { format };
        let t = strftime(ns, format);
        self.text(spec, &t);
    }
}
