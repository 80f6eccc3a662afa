//! diff's output: normal, context, unified.

use super::{Diff, File, Style};
use crate::coreutils::Cx;

/// A run of changed lines: where it begins in both files, and how many lines it has there.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// In the first file, from 0.
    pub a: usize,
    /// Deleted.
    pub del: usize,
    /// In the second file.
    pub b: usize,
    /// Added.
    pub ins: usize,
}

impl Diff {
    /// Prints the changes; the heads are the lines that name the files.
    pub(super) fn print(
        &self,
        cx: &mut Cx,
        a: &File,
        b: &File,
        changes: &[Change],
        heads: (&str, &str),
    ) {
        match self.style {
            Style::Normal => changes.iter().for_each(|c| self.normal(cx, a, b, c)),
            Style::Unified(n) => {
                cx.puts(&format!("--- {}\n+++ {}\n", heads.0, heads.1));
                for g in groups(changes, n) {
                    self.unified(cx, a, b, g, n);
                }
            }
            Style::Context(n) => {
                cx.puts(&format!("*** {}\n--- {}\n", heads.0, heads.1));
                for g in groups(changes, n) {
                    self.context(cx, a, b, g, n);
                }
            }
        }
    }

    fn line(&self, cx: &mut Cx, mark: &str, f: &File, i: usize) {
        let l = f.line(i);
        cx.puts(mark);
        if self.initial_tab {
            if mark.ends_with(' ') && mark.len() > 1 {
                cx.out.pop();
            }
            cx.put(b"\t");
        }
        cx.put(l);
        if !l.ends_with(b"\n") {
            cx.put(b"\n\\ No newline at end of file\n");
        }
    }

    fn normal(&self, cx: &mut Cx, a: &File, b: &File, c: &Change) {
        let range = |at: usize, n: usize| match n {
            0 => at.to_string(),
            1 => (at + 1).to_string(),
            n => format!("{},{}", at + 1, at + n),
        };
        let letter = match (c.del, c.ins) {
            (0, _) => 'a',
            (_, 0) => 'd',
            _ => 'c',
        };
        cx.puts(&format!("{}{letter}{}\n", range(c.a, c.del), range(c.b, c.ins)));
        (c.a..c.a + c.del).for_each(|i| self.line(cx, "< ", a, i));
        if letter == 'c' {
            cx.put(b"---\n");
        }
        (c.b..c.b + c.ins).for_each(|i| self.line(cx, "> ", b, i));
    }

    /// The function line before `at`, for `-p` and `-F`.
    fn function(&self, f: &File, at: usize) -> String {
        let Some(re) = &self.function else { return String::new() };
        let hit = (0..at).rev().map(|i| f.line(i)).find(|l| re.is_match(l).unwrap_or(false));
        hit.map_or(String::new(), |l| {
            let s = crate::vfs::text::decode(l).trim().chars().take(40).collect::<String>();
            format!(" {}", s.trim_end())
        })
    }

    fn unified(&self, cx: &mut Cx, a: &File, b: &File, g: &[Change], n: usize) {
        let (first, last) = (g[0], g[g.len() - 1]);
        let (sa, sb) = (
            first.a.saturating_sub(n),
            first.b - (first.a - first.a.saturating_sub(n)).min(first.b),
        );
        let sb = sb.max(first.b.saturating_sub(n));
        let ea = (last.a + last.del + n).min(a.len());
        let eb = (last.b + last.ins + n).min(b.len());
        let range = |s: usize, e: usize| match e - s {
            0 => format!("{s},0"),
            1 => format!("{}", s + 1),
            len => format!("{},{len}", s + 1),
        };
        let f = self.function(a, sa);
        cx.puts(&format!("@@ -{} +{} @@{f}\n", range(sa, ea), range(sb, eb)));
        let mut at = sa;
        for c in g {
            (at..c.a).for_each(|i| self.line(cx, " ", a, i));
            (c.a..c.a + c.del).for_each(|i| self.line(cx, "-", a, i));
            (c.b..c.b + c.ins).for_each(|i| self.line(cx, "+", b, i));
            at = c.a + c.del;
        }
        (at..ea).for_each(|i| self.line(cx, " ", a, i));
    }

    fn context(&self, cx: &mut Cx, a: &File, b: &File, g: &[Change], n: usize) {
        let (first, last) = (g[0], g[g.len() - 1]);
        let (sa, sb) = (first.a.saturating_sub(n), first.b.saturating_sub(n));
        let ea = (last.a + last.del + n).min(a.len());
        let eb = (last.b + last.ins + n).min(b.len());
        let range = |s: usize, e: usize| match e - s {
            0 => format!("{s}"),
            1 => format!("{}", s + 1),
            _ => format!("{},{e}", s + 1),
        };
        let f = self.function(a, sa);
        cx.puts(&format!("***************{f}\n*** {} ****\n", range(sa, ea)));
        for (file, start, end, second) in [(a, sa, ea, false), (b, sb, eb, true)] {
            if second {
                cx.puts(&format!("--- {} ----\n", range(sb, eb)));
            }
            let here = |c: &Change| if second { (c.b, c.ins) } else { (c.a, c.del) };
            if g.iter().all(|c| here(c).1 == 0) {
                continue;
            }
            let mut at = start;
            for c in g {
                let (from, len) = here(c);
                (at..from).for_each(|i| self.line(cx, "  ", file, i));
                let mark = match (c.del, c.ins) {
                    (0, _) => "+ ",
                    (_, 0) => "- ",
                    _ => "! ",
                };
                (from..from + len).for_each(|i| self.line(cx, mark, file, i));
                at = from + len;
            }
            (at..end).for_each(|i| self.line(cx, "  ", file, i));
        }
    }
}

/// Changes so near each other that their contexts meet go together.
fn groups(changes: &[Change], n: usize) -> Vec<&[Change]> {
    let mut out = Vec::new();
    let mut begin = 0;
    for i in 1..=changes.len() {
        let apart =
            i == changes.len() || changes[i].a - (changes[i - 1].a + changes[i - 1].del) > 2 * n;
        if apart {
            out.push(&changes[begin..i]);
            begin = i;
        }
    }
    out
}
