//! diff: how files differ, line by line; directories file by file. BusyBox's is always unified.

mod busybox;
mod columns;
mod formats;
mod myers;
mod options;
mod print;
mod script;
mod walk;

use std::collections::BTreeMap;

use chrono::DateTime;

use super::Cx;
use super::regex::Regex;
use super::regex::literal::find_byte;
use crate::vfs::Errno;
use formats::Formats;
use myers::collect;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Normal,
    Context(usize),
    Unified(usize),
    Ed,
    ForwardEd,
    Rcs,
    SideBySide,
    Ifdef(String),
    Formats(Box<Formats>),
}

pub(super) struct Diff {
    pub(super) style: Style,
    pub(super) brief: bool,
    pub(super) report_same: bool,
    pub(super) recursive: bool,
    pub(super) new_files: bool,
    /// `-P`: of those that are only in the second directory, too.
    pub(super) new_second: bool,
    /// `-l`: the output is made pages of.
    pub(super) paginate: bool,
    /// Columns of a tab, where tabs are expanded.
    pub(super) tab: usize,
    pub(super) icase: bool,
    pub(super) blanks: bool,
    pub(super) all_blanks: bool,
    pub(super) trailing: bool,
    pub(super) blank_lines: bool,
    pub(super) strip_cr: bool,
    pub(super) as_text: bool,
    pub(super) initial_tab: bool,
    pub(super) expand_tabs: bool,
    /// `-E`: blanks instead of tabs are no difference.
    pub(super) tab_blanks: bool,
    /// Of both columns of `-y`.
    pub(super) width: usize,
    pub(super) suppress_common: bool,
    pub(super) left_column: bool,
    pub(super) color: bool,
    /// The name with which directories begin.
    pub(super) start: Option<String>,
    pub(super) ignore: Option<Regex>,
    pub(super) function: Option<Regex>,
    pub(super) labels: Vec<String>,
    pub(super) exclude: Vec<String>,
    /// The options as given, for the lines that name files in directories.
    pub(super) shown: String,
    pub(super) status: i32,
}

/// A file in lines.
pub(super) struct File {
    pub(super) data: Vec<u8>,
    pub(super) ends: Vec<usize>,
}

impl File {
    pub(super) fn new(data: Vec<u8>) -> File {
        let mut ends = Vec::new();
        let mut at = 0;
        while at < data.len() {
            at = find_byte(&data, b'\n', at).map_or(data.len(), |i| i + 1);
            ends.push(at);
        }
        File { data, ends }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn line(&self, i: usize) -> &[u8] {
        let begin = if i == 0 { 0 } else { self.ends[i - 1] };
        &self.data[begin..self.ends[i]]
    }
}

/// `diff`
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let (mut d, parsed) = match options::read(cx).await {
        Ok(read) => read,
        Err(status) => return status,
    };
    // One file with each of the others.
    if let Some(from) = parsed.value('φ').map(str::to_string) {
        for other in parsed.operands.clone() {
            d.operands(cx, from.clone(), other).await;
        }
        return d.status;
    }
    if let Some(to) = parsed.value('τ').map(str::to_string) {
        for other in parsed.operands.clone() {
            d.operands(cx, other, to.clone()).await;
        }
        return d.status;
    }
    match parsed.operands.as_slice() {
        [] => {
            let name = cx.name.clone();
            return missing(cx, &name).await;
        }
        [one] => {
            let one = one.clone();
            return missing(cx, &one).await;
        }
        [a, b] => {
            let (a, b) = (a.clone(), b.clone());
            d.operands(cx, a, b).await;
        }
        [_, _, extra, ..] => {
            let what = format!("extra operand '{extra}'");
            return usage(cx, &what).await;
        }
    }
    d.status
}

pub(super) async fn missing(cx: &mut Cx, after: &str) -> i32 {
    let what = format!("missing operand after '{after}'");
    usage(cx, &what).await
}

pub(super) async fn usage(cx: &mut Cx, what: &str) -> i32 {
    if cx.busybox() {
        return cx.busybox_usage().await;
    }
    cx.err(what).await;
    cx.err("Try 'diff --help' for more information.").await;
    2
}

impl Diff {
    pub(super) async fn trouble(&mut self, cx: &mut Cx, name: &str, e: Errno) {
        cx.flush().await;
        cx.err(format!("{name}: {e}")).await;
        self.status = 2;
    }

    pub(super) async fn read(&mut self, cx: &mut Cx, name: &str, nested: bool) -> Option<Vec<u8>> {
        let result = match cx.open_input(name) {
            Ok(fd) => {
                let r = cx.read_all(fd).await;
                cx.close_input(fd);
                r
            }
            Err(Errno::ENOENT) if self.new_files || self.new_second && nested => Ok(Vec::new()),
            Err(e) => Err(e),
        };
        match result {
            Ok(b) => Some(b),
            Err(e) => {
                self.trouble(cx, name, e).await;
                None
            }
        }
    }

    pub(super) fn key(&self, l: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(l.len());
        let mut l = l;
        if self.strip_cr && l.ends_with(b"\r\n") {
            out.extend_from_slice(&l[..l.len() - 2]);
            out.push(b'\n');
            l = &[];
        }
        let expanded;
        if self.tab_blanks {
            let mut wide = Vec::with_capacity(l.len());
            for b in l {
                let n = if *b == b'\t' { self.tab - wide.len() % self.tab } else { 1 };
                wide.extend(std::iter::repeat_n(if *b == b'\t' { b' ' } else { *b }, n));
            }
            expanded = wide;
            l = &expanded;
        }
        if self.all_blanks {
            out.extend(l.iter().filter(|b| !b.is_ascii_whitespace() && **b != 11));
        } else if self.blanks {
            let mut gap = false;
            for &b in l {
                if b.is_ascii_whitespace() || b == 11 {
                    gap = true;
                } else {
                    if std::mem::take(&mut gap) {
                        out.push(b' ');
                    }
                    out.push(b);
                }
            }
        } else if self.trailing {
            let n = l.iter().rposition(|b| !b.is_ascii_whitespace()).map_or(0, |i| i + 1);
            out.extend_from_slice(&l[..n]);
        } else {
            out.extend_from_slice(l);
        }
        if self.icase {
            out.make_ascii_lowercase();
        }
        out
    }

    /// Compares two files.
    pub(super) async fn pair(&mut self, cx: &mut Cx, a: &str, b: &str, nested: bool) {
        if a == b && a == "-" {
            if self.report_same {
                cx.puts(&format!("Files {a} and {b} are identical\n"));
            }
            return;
        }
        // Both, so that both are complained about.
        let (da, db) = (self.read(cx, a, nested).await, self.read(cx, b, nested).await);
        let (Some(da), Some(db)) = (da, db) else { return };
        if da == db {
            if self.report_same {
                cx.puts(&format!("Files {a} and {b} are identical\n"));
            }
            // Both columns are shown all the same.
            if self.style == Style::SideBySide && !self.brief {
                let (fa, fb) = (File::new(da), File::new(db));
                self.side_by_side(cx, &fa, &fb, &[]);
            }
            return;
        }
        let binary = |d: &[u8]| d[..d.len().min(32 * 1024)].contains(&0);
        if !self.as_text && (binary(&da) || binary(&db)) {
            let verb = if self.brief { "Files" } else { "Binary files" };
            cx.puts(&format!("{verb} {a} and {b} differ\n"));
            self.status = self.status.max(1);
            return;
        }
        let (fa, fb) = (File::new(da), File::new(db));
        let mut ids: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
        let mut number = |d: &Diff, f: &File| -> Vec<u32> {
            (0..f.len())
                .map(|i| {
                    let next = ids.len() as u32;
                    *ids.entry(d.key(f.line(i))).or_insert(next)
                })
                .collect()
        };
        let (na, nb) = (number(self, &fa), number(self, &fb));
        cx.p.tick(((na.len() + nb.len()) / 8) as u32).await;
        let flags = myers::compare(&na, &nb);
        let mut changes = collect(&flags);
        let trivial = |f: &File, from: usize, n: usize| {
            (from..from + n).all(|i| {
                let l = f.line(i);
                (self.blank_lines
                    && l.iter().all(|b| {
                        *b == b'\n' || ((self.blanks || self.all_blanks) && b.is_ascii_whitespace())
                    }))
                    || self.ignore.as_ref().is_some_and(|r| {
                        r.is_match(l.strip_suffix(b"\n").unwrap_or(l)).unwrap_or(false)
                    })
            })
        };
        if self.blank_lines || self.ignore.is_some() {
            changes.retain(|c| !(trivial(&fa, c.a, c.del) && trivial(&fb, c.b, c.ins)));
        }
        if changes.is_empty() {
            if self.report_same {
                cx.puts(&format!("Files {a} and {b} are identical\n"));
            }
            return;
        }
        self.status = self.status.max(1);
        if self.brief {
            cx.puts(&format!("Files {a} and {b} differ\n"));
            return;
        }
        if nested && !cx.busybox() && !self.paginate {
            let shown = self.shown.clone();
            cx.puts(&format!("diff{shown} {a} {b}\n"));
        }
        let heads = (self.head(cx, a, 0), self.head(cx, b, 1));
        let begin = cx.out.len();
        self.print(cx, &fa, &fb, &changes, (&heads.0, &heads.1));
        if self.paginate {
            let body = cx.out.split_off(begin);
            let title = format!("diff{} {a} {b}", self.shown);
            super::pr::pages(cx, &title, &body).await;
        }
        cx.pace().await;
    }

    /// A file's name with its time, or its label.
    pub(super) fn head(&self, cx: &Cx, name: &str, i: usize) -> String {
        if let Some(l) = self.labels.get(i) {
            return l.clone();
        }
        if cx.busybox() {
            return name.to_string();
        }
        let st = if name == "-" { cx.p.fstat(0) } else { cx.p.stat(name) };
        let ns = match st {
            Ok(s) if name != "-" || s.file_type() == crate::vfs::FileType::Regular => s.mtime,
            Ok(_) => cx.p.now(),
            Err(_) => 0,
        };
        let t = DateTime::from_timestamp(
            ns.div_euclid(1_000_000_000),
            ns.rem_euclid(1_000_000_000) as u32,
        );
        let t = t.map(|t| t.format("%Y-%m-%d %H:%M:%S%.9f +0000").to_string()).unwrap_or_default();
        format!("{name}\t{t}")
    }
}
