//! How grep prints: names, numbers, lines, colours.

use super::Grep;
use crate::coreutils::Cx;
use crate::vfs::text;

/// A selected or context line.
pub struct Line<'a> {
    /// Without its end.
    pub text: &'a [u8],
    /// From 1.
    pub number: u64,
    /// Of its first byte.
    pub offset: u64,
}

impl Grep {
    fn paint(&self, cx: &mut Cx, code: &str, s: &[u8]) {
        if self.color {
            cx.puts(&format!("\x1b[{code}m\x1b[K"));
            cx.put(s);
            cx.put(b"\x1b[m\x1b[K");
        } else {
            cx.put(s);
        }
    }

    fn sep(&self, cx: &mut Cx, s: u8) {
        self.paint(cx, "36", &[s]);
    }

    pub(super) fn shown<'a>(&'a self, name: &'a str) -> &'a str {
        if name == "-" { &self.label } else { name }
    }

    /// The file's name and what follows it, if names are printed.
    pub(super) fn name_of(&self, cx: &mut Cx, name: &str, sep: u8) {
        if !self.names {
            return;
        }
        let n = text::encode(self.shown(name)).into_owned();
        self.paint(cx, "35", &n);
        if self.null_names {
            cx.put(b"\0");
        } else {
            self.sep(cx, sep);
        }
    }

    /// The file's name alone on a line.
    pub(super) fn list(&mut self, cx: &mut Cx, name: &str) {
        self.listed = true;
        let n = text::encode(self.shown(name)).into_owned();
        self.paint(cx, "35", &n);
        cx.put(if self.null_names { b"\0" } else { b"\n" });
    }

    fn head(&self, cx: &mut Cx, name: &str, number: u64, offset: u64, sep: u8) {
        if !(self.names || self.number || self.offset) {
            return;
        }
        self.name_of(cx, name, sep);
        let width = |w: usize| if self.tab { w } else { 0 };
        if self.number {
            let n = format!("{number:>0$}", width(2));
            self.paint(cx, "32", n.as_bytes());
            self.sep(cx, sep);
        }
        if self.offset {
            let n = format!("{offset:>0$}", width(2));
            self.paint(cx, "32", n.as_bytes());
            self.sep(cx, sep);
        }
        if self.tab {
            cx.put(b"\t");
        }
    }

    /// The separator between groups of context.
    pub(super) fn group(&self, cx: &mut Cx) {
        if let Some(s) = &self.separator {
            let s = s.clone();
            self.paint(cx, "36", &s);
            cx.put(b"\n");
        }
    }

    /// Prints a line; `sep` is `:` for selected ones, `-` for context.
    pub(super) fn line(&self, cx: &mut Cx, name: &str, l: &Line<'_>, sep: u8) {
        if self.only {
            if sep == b'-' || self.invert {
                return;
            }
            let mut at = 0;
            while let Some((a, b)) = self.next_match(l.text, at) {
                if a == b {
                    at = b + 1;
                    continue;
                }
                self.head(cx, name, l.number, l.offset + a as u64, sep);
                self.paint(cx, "01;31", &l.text[a..b]);
                cx.put(&[self.delim]);
                at = b;
            }
            return;
        }
        self.head(cx, name, l.number, l.offset, sep);
        // With -v it is the context that holds the matches.
        if self.color && ((sep == b':') != self.invert) {
            let (mut at, mut copied) = (0, 0);
            while let Some((a, b)) = self.next_match(l.text, at) {
                if a == b {
                    at = b + 1;
                    continue;
                }
                cx.put(&l.text[copied..a]);
                self.paint(cx, "01;31", &l.text[a..b]);
                copied = b;
                at = b;
            }
            cx.put(&l.text[copied..]);
        } else {
            cx.put(l.text);
        }
        cx.put(&[self.delim]);
    }

    fn next_match(&self, text: &[u8], at: usize) -> Option<(usize, usize)> {
        if at > text.len() {
            return None;
        }
        self.re.as_ref()?.find_at(text, at)
    }
}
