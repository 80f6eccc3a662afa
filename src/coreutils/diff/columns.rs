//! diff's output in two columns (`-y`): the files side by side, with a mark between lines that differ.

use super::print::Change;
use super::{Diff, File};
use crate::coreutils::Cx;
use crate::coreutils::lines::utf8_locale;
use crate::coreutils::regex::char_len;

/// Columns of a tab.
const TAB: usize = 8;

/// The least room between the columns.
const GUTTER: usize = 3;

/// How the columns lie.
struct Sheet {
    half: usize,
    second: usize,
    expand: bool,
    utf8: bool,
}

impl Sheet {
    /// `width` is that of both columns and what is between them.
    fn new(width: usize, expand: bool, utf8: bool) -> Sheet {
        let tab = if expand { 1 } else { TAB };
        let both = tab + GUTTER;
        let middle = width / 2 + both / 2 + (width & both & 1);
        let offset = middle - middle % tab;
        let half = offset.saturating_sub(GUTTER).min(width.saturating_sub(offset));
        Sheet { half, second: if half > 0 { offset } else { width }, expand, utf8 }
    }

    fn fill(&self, out: &mut Vec<u8>, mut from: usize, to: usize) -> usize {
        if !self.expand {
            let mut tab = from + TAB - from % TAB;
            while tab <= to {
                out.push(b'\t');
                from = tab;
                tab += TAB;
            }
        }
        out.extend(std::iter::repeat_n(b' ', to.saturating_sub(from)));
        to.max(from)
    }

    /// As much of a line as has room; gives the column it ends in.
    fn put(&self, out: &mut Vec<u8>, line: &[u8], bound: usize) -> usize {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let (mut read, mut written, mut i) = (0, 0, 0);
        while i < line.len() {
            if line[i] == b'\t' {
                let spaces = TAB - read % TAB;
                if read == written {
                    let stop = written + spaces;
                    if self.expand {
                        let stop = stop.min(bound);
                        out.extend(std::iter::repeat_n(b' ', stop.saturating_sub(written)));
                        written = stop.max(written);
                    } else if stop < bound {
                        written = stop;
                        out.push(b'\t');
                    }
                }
                read += spaces;
                i += 1;
                continue;
            }
            let n = if self.utf8 { char_len(line, i) } else { 1 };
            if read < bound {
                out.extend_from_slice(&line[i..i + n]);
                written = read + 1;
            }
            read += 1;
            i += n;
        }
        written
    }

    fn row(&self, out: &mut Vec<u8>, left: Option<&[u8]>, mark: char, right: Option<&[u8]>) {
        let ends = |l: Option<&[u8]>| l.is_some_and(|l| l.ends_with(b"\n"));
        let mut newline = ends(left);
        let mut at = left.map_or(0, |l| self.put(out, l, self.half));
        if mark != ' ' {
            at = self.fill(out, at, (self.half + self.second - 1) / 2) + 1;
            out.push(match mark {
                '|' if newline && !ends(right) => b'/',
                '|' if !newline && ends(right) => b'\\',
                mark => mark as u8,
            });
        }
        newline |= ends(right);
        if let Some(right) = right.filter(|r| *r != b"\n") {
            self.fill(out, at, self.second);
            self.put(out, right, self.half);
        }
        if newline {
            out.push(b'\n');
        }
    }
}

impl Diff {
    /// Prints both files side by side.
    pub(super) fn side_by_side(&self, cx: &mut Cx, a: &File, b: &File, changes: &[Change]) {
        let sheet = Sheet::new(self.width, self.expand_tabs, utf8_locale(&cx.p));
        let out = &mut cx.out;
        let same = |out: &mut Vec<u8>, i: usize, j: usize| match () {
            () if self.suppress_common => {}
            () if self.left_column => sheet.row(out, Some(a.line(i)), '(', None),
            () => sheet.row(out, Some(a.line(i)), ' ', Some(b.line(j))),
        };
        let (mut i, mut j) = (0, 0);
        for c in changes {
            while i < c.a {
                same(out, i, j);
                (i, j) = (i + 1, j + 1);
            }
            let both = c.del.min(c.ins);
            for k in 0..both {
                sheet.row(out, Some(a.line(c.a + k)), '|', Some(b.line(c.b + k)));
            }
            for k in both..c.del {
                sheet.row(out, Some(a.line(c.a + k)), '<', None);
            }
            for k in both..c.ins {
                sheet.row(out, None, '>', Some(b.line(c.b + k)));
            }
            (i, j) = (c.a + c.del, c.b + c.ins);
        }
        while i < a.len() && j < b.len() {
            same(out, i, j);
            (i, j) = (i + 1, j + 1);
        }
    }
}
