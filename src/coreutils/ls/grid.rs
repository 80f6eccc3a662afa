//! Names in columns, lines and one by one, and how odd names are written.

use crate::coreutils::fs::quote;
use crate::vfs::text;

use super::Ls;
use super::entry::{Entry, indicator};
use super::options::{Format, Quoting};

/// Columns that a character takes on a terminal.
pub fn width(s: &str) -> usize {
    s.chars()
        .map(|c| match c as u32 {
            0x300..=0x36f | 0x200b..=0x200f => 0,
            0x1100..=0x115f
            | 0x2e80..=0xa4cf
            | 0xac00..=0xd7a3
            | 0xf900..=0xfaff
            | 0xfe30..=0xfe6f
            | 0xff00..=0xff60
            | 0xffe0..=0xffe6
            | 0x1f300..=0x1faff => 2,
            _ => 1,
        })
        .sum()
}

impl Ls<'_> {
    /// A name as it is written in a listing.
    pub(super) fn quote(&self, name: &str, colon: bool) -> String {
        let utf8 = self.cx.utf8();
        let question = |s: &str| -> String {
            let odd = |c: char| {
                (c.is_ascii() && c.is_ascii_control())
                    || text::unescape(c).is_some()
                    || (!c.is_ascii() && !utf8)
            };
            let each = |c: char| {
                let n = if utf8 || c.is_ascii() || text::unescape(c).is_some() {
                    1
                } else {
                    c.len_utf8()
                };
                if odd(c) { "?".repeat(n) } else { c.to_string() }
            };
            if self.o.question { s.chars().map(each).collect() } else { s.to_string() }
        };
        match self.o.quoting {
            Quoting::Literal => question(name),
            Quoting::Shell => question(&quote::shell_plain(name, false, colon)),
            Quoting::ShellAlways => question(&quote::shell_plain(name, true, colon)),
            Quoting::ShellEscape => quote::shell(name, utf8, false, colon),
            Quoting::ShellEscapeAlways => quote::shell(name, utf8, true, colon),
            Quoting::C => format!("\"{}\"", quote::c_escape(name, utf8, "\"")),
            Quoting::Escape => quote::c_escape(name, utf8, if colon { " :" } else { " " }),
            Quoting::Locale => quote::locale(name, utf8),
        }
    }

    /// Whether names are set so that quotes stand out: others get a space in front.
    pub(super) fn padded(&self, entries: &[Entry]) -> bool {
        let shell = matches!(self.o.quoting, Quoting::Shell | Quoting::ShellEscape);
        let aligned = match self.o.format {
            Format::Long => true,
            Format::Columns | Format::Across => self.o.width > 0,
            Format::Single | Format::Commas => false,
        };
        shell && aligned && entries.iter().any(|e| self.quote(&e.name, false) != e.name)
    }

    /// A name, quoted, with its colour; gives it with the columns it takes.
    pub(super) fn painted(&mut self, e: &Entry, padded: bool) -> (String, usize) {
        let shown = self.quote(&e.name, false);
        let pad = if padded && shown == e.name { " " } else { "" };
        let lost = (e.target.is_some() && e.behind.is_none()).then_some("or");
        let wide = width(&shown) + pad.len();
        let name = self.palette.paint(&shown, &e.name, e.stat.as_ref(), lost);
        (format!("{pad}{name}"), wide)
    }

    /// Everything but the long format.
    pub(super) async fn show_grid(&mut self, entries: &[Entry]) {
        let o = self.o;
        let padded = self.padded(entries);
        let inodes: Vec<String> =
            entries.iter().map(|e| e.stat.map_or("?".to_string(), |s| s.ino.to_string())).collect();
        let blocks: Vec<String> = entries
            .iter()
            .map(|e| {
                e.stat.map_or("?".to_string(), |s| o.block_size.show(u128::from(s.blocks) * 512))
            })
            .collect();
        let longest = |list: &[String]| list.iter().map(String::len).max().unwrap_or(0);
        let aligned = o.format != Format::Commas;
        let (iw, bw) = if aligned { (longest(&inodes), longest(&blocks)) } else { (0, 0) };
        let mut cells: Vec<(String, usize)> = Vec::with_capacity(entries.len());
        for (i, e) in entries.iter().enumerate() {
            let mut cell = String::new();
            if o.inode {
                cell.push_str(&format!("{:>iw$} ", inodes[i]));
            }
            if o.blocks {
                cell.push_str(&format!("{:>bw$} ", blocks[i]));
            }
            if o.context {
                cell.push_str("? ");
            }
            let mut wide = cell.len();
            let (name, w) = self.painted(e, padded);
            cell.push_str(&name);
            let mark = indicator(e.stat.as_ref(), o.indicator);
            cell.push_str(mark);
            wide += w + mark.len();
            cells.push((cell, wide));
        }
        match o.format {
            Format::Columns if o.width > 0 => self.columns(&cells, false).await,
            Format::Across if o.width > 0 => self.columns(&cells, true).await,
            Format::Single | Format::Long => {
                let end = if o.zero { "\0" } else { "\n" };
                for (cell, _) in &cells {
                    self.cx.puts(cell);
                    self.cx.puts(end);
                    self.cx.pace().await;
                }
            }
            Format::Commas => self.separated(&cells, ',').await,
            Format::Columns | Format::Across => self.separated(&cells, ' ').await,
        }
    }

    async fn separated(&mut self, cells: &[(String, usize)], sep: char) {
        let limit = if self.o.width == 0 { usize::MAX } else { self.o.width };
        let mut at = 0;
        for (i, (cell, wide)) in cells.iter().enumerate() {
            if i > 0 {
                let fits = at + wide + 2 < limit && at <= usize::MAX - wide - 2;
                self.cx.puts(&sep.to_string());
                if fits {
                    at += 2;
                    self.cx.puts(" ");
                } else {
                    at = 0;
                    self.cx.puts("\n");
                }
            }
            self.cx.puts(cell);
            at += wide;
            self.cx.pace().await;
        }
        if !cells.is_empty() {
            self.cx.puts("\n");
        }
    }

    /// As many columns as fit on a line.
    async fn columns(&mut self, cells: &[(String, usize)], across: bool) {
        let n = cells.len();
        if n == 0 {
            return;
        }
        let most = (self.o.width / 3 + usize::from(!self.o.width.is_multiple_of(3))).clamp(1, n);
        let layout = |cols: usize| -> (usize, Vec<usize>) {
            let rows = n.div_ceil(cols);
            let mut widths = vec![3; cols];
            for (i, (_, wide)) in cells.iter().enumerate() {
                let col = if across { i % cols } else { i / rows };
                let want = wide + if col == cols - 1 { 0 } else { 2 };
                widths[col] = widths[col].max(want);
            }
            (rows, widths)
        };
        let mut cols = most;
        let (rows, widths) = loop {
            let (rows, widths) = layout(cols);
            if cols == 1 || widths.iter().sum::<usize>() < self.o.width {
                break (rows, widths);
            }
            cols -= 1;
        };
        for row in 0..rows {
            let mut at = 0;
            for (col, room) in widths.iter().enumerate() {
                let i = if across { row * cols + col } else { col * rows + row };
                let Some((cell, wide)) = cells.get(i) else { break };
                self.cx.puts(cell);
                let next = if across { i + 1 } else { i + rows };
                let more = if across { col + 1 < cols && next < n } else { next < n };
                if more {
                    let gap = indent(at + wide, at + room, self.o.tab);
                    self.cx.puts(&gap);
                }
                at += room;
            }
            self.cx.puts("\n");
            self.cx.pace().await;
        }
    }
}

/// White space from one column to another, by tabs where they help.
fn indent(mut from: usize, to: usize, tab: usize) -> String {
    let mut out = String::new();
    while from < to {
        if tab != 0 && to / tab > (from + 1) / tab {
            out.push('\t');
            from += tab - from % tab;
        } else {
            out.push(' ');
            from += 1;
        }
    }
    out
}
