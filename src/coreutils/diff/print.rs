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
        match &self.style {
            Style::Normal => changes.iter().for_each(|c| self.normal(cx, a, b, c)),
            Style::Unified(n) => {
                self.colored(cx, "1", &format!("--- {}", heads.0), "\n");
                self.colored(cx, "1", &format!("+++ {}", heads.1), "\n");
                for g in groups(changes, *n) {
                    self.unified(cx, a, b, g, *n);
                }
            }
            Style::Context(n) => {
                self.colored(cx, "1", &format!("*** {}", heads.0), "\n");
                self.colored(cx, "1", &format!("--- {}", heads.1), "\n");
                for g in groups(changes, *n) {
                    self.context(cx, a, b, g, *n);
                }
            }
            Style::Ed => self.ed(cx, b, changes),
            Style::ForwardEd => self.forward_ed(cx, b, changes),
            Style::Rcs => self.rcs(cx, b, changes),
            Style::SideBySide => self.side_by_side(cx, a, b, changes),
            Style::Ifdef(name) => self.ifdef(cx, a, b, changes, name),
            Style::Formats(f) => self.formatted(cx, a, b, changes, f),
        }
    }

    /// Text in a colour, if colours are wanted, and what follows it.
    fn colored(&self, cx: &mut Cx, color: &str, text: &str, after: &str) {
        if self.color {
            cx.puts(&format!("\x1b[{color}m{text}\x1b[0m{after}"));
        } else {
            cx.puts(&format!("{text}{after}"));
        }
    }

    fn line(&self, cx: &mut Cx, mark: &str, f: &File, i: usize) {
        let l = f.line(i);
        let color = match mark.as_bytes()[0] {
            _ if !self.color => "",
            b'<' | b'-' => "\x1b[31m",
            b'>' | b'+' => "\x1b[32m",
            _ => "",
        };
        cx.puts(color);
        cx.puts(mark);
        if self.initial_tab {
            if mark.ends_with(' ') && mark.len() > 1 {
                cx.out.pop();
            }
            cx.put(b"\t");
        }
        let body = l.strip_suffix(b"\n").unwrap_or(l);
        if self.expand_tabs && body.contains(&b'\t') {
            let mut column = 0;
            for b in body {
                let n = if *b == b'\t' { self.tab - column % self.tab } else { 1 };
                cx.out.extend(std::iter::repeat_n(if *b == b'\t' { b' ' } else { *b }, n));
                column += n;
            }
        } else {
            cx.put(body);
        }
        if !color.is_empty() {
            cx.put(b"\x1b[0m");
        }
        cx.put(b"\n");
        if !l.ends_with(b"\n") {
            cx.put(b"\\ No newline at end of file\n");
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
        let head = format!("{}{letter}{}", range(c.a, c.del), range(c.b, c.ins));
        self.colored(cx, "36", &head, "\n");
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
        let head = format!("@@ -{} +{} @@", range(sa, ea), range(sb, eb));
        self.colored(cx, "36", &head, &format!("{f}\n"));
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
