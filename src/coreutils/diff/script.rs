//! diff's outputs that other programs read: scripts for ed (`-e`, `-f`), for RCS (`-n`), and both files
//! in one with the C preprocessor's conditions (`-D`).

use super::print::Change;
use super::{Diff, File};
use crate::coreutils::Cx;

/// The lines of a range, counted from 1, with what stands between two numbers.
fn range(at: usize, n: usize, between: char) -> String {
    match n {
        0 => at.to_string(),
        1 => (at + 1).to_string(),
        n => format!("{}{between}{}", at + 1, at + n),
    }
}

fn letter(c: &Change) -> char {
    match (c.del, c.ins) {
        (0, _) => 'a',
        (_, 0) => 'd',
        _ => 'c',
    }
}

fn whole(cx: &mut Cx, line: &[u8]) {
    cx.put(line);
    if !line.ends_with(b"\n") {
        cx.put(b"\n");
    }
}

impl Diff {
    /// A script for ed, last change first, so that the numbers of lines stay right.
    pub(super) fn ed(&self, cx: &mut Cx, b: &File, changes: &[Change]) {
        for c in changes.iter().rev() {
            cx.puts(&format!("{}{}\n", range(c.a, c.del, ','), letter(c)));
            if c.ins == 0 {
                continue;
            }
            let mut open = true;
            for i in c.b..c.b + c.ins {
                if !std::mem::replace(&mut open, true) {
                    cx.put(b"a\n");
                }
                let line = b.line(i);
                // A dot by itself would end the text.
                if line == b".\n" {
                    cx.put(b"..\n.\ns/.//\n");
                    open = false;
                } else {
                    whole(cx, line);
                }
            }
            if open {
                cx.put(b".\n");
            }
        }
    }

    /// As [`Diff::ed`], first change first; no editor takes it.
    pub(super) fn forward_ed(&self, cx: &mut Cx, b: &File, changes: &[Change]) {
        for c in changes {
            cx.puts(&format!("{}{}\n", letter(c), range(c.a, c.del, ' ')));
            if c.ins > 0 {
                (c.b..c.b + c.ins).for_each(|i| whole(cx, b.line(i)));
                cx.put(b".\n");
            }
        }
    }

    /// RCS's form: how many lines go, how many come.
    pub(super) fn rcs(&self, cx: &mut Cx, b: &File, changes: &[Change]) {
        for c in changes {
            if c.del > 0 {
                cx.puts(&format!("d{} {}\n", c.a + 1, c.del));
            }
            if c.ins > 0 {
                cx.puts(&format!("a{} {}\n", c.a + c.del, c.ins));
                (c.b..c.b + c.ins).for_each(|i| cx.put(b.line(i)));
            }
        }
    }

    /// Both files in one, the second where `name` is defined.
    pub(super) fn ifdef(&self, cx: &mut Cx, a: &File, b: &File, changes: &[Change], name: &str) {
        let mut at = 0;
        for c in changes {
            (at..c.a).for_each(|i| cx.put(a.line(i)));
            if c.del > 0 {
                cx.puts(&format!("#ifndef {name}\n"));
                (c.a..c.a + c.del).for_each(|i| whole(cx, a.line(i)));
            }
            if c.ins > 0 {
                let open = match c.del {
                    0 => format!("#ifdef {name}\n"),
                    _ => format!("#else /* {name} */\n"),
                };
                cx.puts(&open);
                (c.b..c.b + c.ins).for_each(|i| whole(cx, b.line(i)));
            }
            let negated = if c.ins == 0 { "! " } else { "" };
            cx.puts(&format!("#endif /* {negated}{name} */\n"));
            at = c.a + c.del;
        }
        (at..a.len()).for_each(|i| cx.put(a.line(i)));
    }
}
