//! diff: how files differ, line by line; directories file by file. BusyBox's is always unified.

mod myers;
mod print;
mod walk;

use std::collections::BTreeMap;

use chrono::DateTime;

use super::Cx;
use super::getopt::{Arg, Complaint, parse};
use super::regex::literal::find_byte;
use super::regex::{Flavor, Options, Regex};
use crate::vfs::{Errno, text};
use myers::collect;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Normal,
    Context(usize),
    Unified(usize),
}

pub(super) struct Diff {
    pub(super) style: Style,
    pub(super) brief: bool,
    pub(super) report_same: bool,
    pub(super) recursive: bool,
    pub(super) new_files: bool,
    pub(super) icase: bool,
    pub(super) blanks: bool,
    pub(super) all_blanks: bool,
    pub(super) trailing: bool,
    pub(super) blank_lines: bool,
    pub(super) strip_cr: bool,
    pub(super) as_text: bool,
    pub(super) initial_tab: bool,
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

pub(super) const LONGS: &[(&str, Arg, char)] = &[
    ("brief", Arg::No, 'q'),
    ("report-identical-files", Arg::No, 's'),
    ("context", Arg::Optional, 'C'),
    ("unified", Arg::Optional, 'U'),
    ("normal", Arg::No, 'ν'),
    ("ed", Arg::No, 'e'),
    ("rcs", Arg::No, 'n'),
    ("side-by-side", Arg::No, 'y'),
    ("recursive", Arg::No, 'r'),
    ("new-file", Arg::No, 'N'),
    ("unidirectional-new-file", Arg::No, 'N'),
    ("ignore-case", Arg::No, 'i'),
    ("ignore-space-change", Arg::No, 'b'),
    ("ignore-all-space", Arg::No, 'w'),
    ("ignore-trailing-space", Arg::No, 'Z'),
    ("ignore-blank-lines", Arg::No, 'B'),
    ("ignore-matching-lines", Arg::Required, 'I'),
    ("strip-trailing-cr", Arg::No, 'ρ'),
    ("text", Arg::No, 'a'),
    ("initial-tab", Arg::No, 'T'),
    ("label", Arg::Required, 'L'),
    ("exclude", Arg::Required, 'x'),
    ("show-c-function", Arg::No, 'p'),
    ("show-function-line", Arg::Required, 'F'),
    ("minimal", Arg::No, 'd'),
    ("speed-large-files", Arg::No, 'ζ'),
    ("no-dereference", Arg::No, 'ζ'),
    ("expand-tabs", Arg::No, 'ζ'),
    ("color", Arg::Optional, 'ζ'),
];

/// `diff`
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let spec = "abBcC:dehiI:lL:nNpqrsS:tTuU:wx:yF:Z0123456789";
    let parsed = match parse(&cx.args(), spec, LONGS) {
        Ok(p) => p,
        Err(c @ (Complaint::Help | Complaint::Version)) => return cx.complain(c).await,
        Err(c) => return usage(cx, &c.to_string()).await,
    };
    let mut d = Diff {
        style: if cx.busybox() { Style::Unified(3) } else { Style::Normal },
        brief: false,
        report_same: false,
        recursive: false,
        new_files: false,
        icase: false,
        blanks: false,
        all_blanks: false,
        trailing: false,
        blank_lines: false,
        strip_cr: false,
        as_text: false,
        initial_tab: false,
        ignore: None,
        function: None,
        labels: Vec::new(),
        exclude: Vec::new(),
        shown: String::new(),
        status: 0,
    };
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        match letter {
            'a' => d.as_text = true,
            'b' => d.blanks = true,
            'B' => d.blank_lines = true,
            'c' => d.style = Style::Context(3),
            'u' => d.style = Style::Unified(3),
            'C' | 'U' => {
                let n = if v.is_empty() { Ok(3) } else { v.parse::<usize>() };
                let Ok(n) = n else {
                    cx.err(format!("invalid context length '{v}'")).await;
                    return cx.try_help(2).await;
                };
                let n = n.min(1 << 30);
                d.style = if *letter == 'C' { Style::Context(n) } else { Style::Unified(n) };
            }
            'ν' => d.style = Style::Normal,
            'i' => d.icase = true,
            'I' | 'F' => match Regex::new(&text::encode(v), &Options::new(Flavor::SedBasic, false))
            {
                Ok(r) if *letter == 'I' => d.ignore = Some(r),
                Ok(r) => d.function = Some(r),
                Err(e) => {
                    cx.err(format!("{v}: {e}")).await;
                    return 2;
                }
            },
            'p' => {
                d.function = Regex::new(b"^[A-Za-z$_]", &Options::new(Flavor::SedBasic, false)).ok()
            }
            'L' => d.labels.push(v.to_string()),
            'N' => d.new_files = true,
            'q' => d.brief = true,
            'r' => d.recursive = true,
            's' => d.report_same = true,
            'T' => d.initial_tab = true,
            'w' => d.all_blanks = true,
            'x' => d.exclude.push(v.to_string()),
            'Z' => d.trailing = true,
            'ρ' => d.strip_cr = true,
            'e' | 'n' | 'y' => {
                cx.err(format!("the simulator's diff does not have the output of -{letter}")).await;
                return 2;
            }
            _ => {}
        }
    }
    let args = cx.args();
    d.shown = args
        .iter()
        .filter(|a| a.starts_with('-') && a.len() > 1)
        .map(|a| format!(" {a}"))
        .collect();
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
            let what = format!("extra operand {}", cx.ql(extra));
            return usage(cx, &what).await;
        }
    }
    d.status
}

pub(super) async fn missing(cx: &mut Cx, after: &str) -> i32 {
    let what = format!("missing operand after {}", cx.ql(after));
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
            Err(Errno::ENOENT) if self.new_files => Ok(Vec::new()),
            Err(e) => Err(e),
        };
        let _ = nested;
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
        if nested && !cx.busybox() {
            let shown = self.shown.clone();
            cx.puts(&format!("diff{shown} {a} {b}\n"));
        }
        let heads = (self.head(cx, a, 0), self.head(cx, b, 1));
        self.print(cx, &fa, &fb, &changes, (&heads.0, &heads.1));
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
