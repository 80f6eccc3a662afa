//! `ls -l`: one line a file, columns as wide as the widest.

use crate::coreutils::Cx;
use crate::coreutils::fs::modes;
use crate::coreutils::fs::owner::Names;
use crate::vfs::{FileType, Stat, major, minor};

use super::Ls;
use super::entry::{Entry, indicator};
use super::options::{Indicator, Options};

/// Half of an average year, in nanoseconds: what is older is shown with its year.
const HALF_YEAR: i64 = 31_556_952 / 2 * 1_000_000_000;

/// A line's fields before they are set in columns.
struct Line {
    inode: String,
    blocks: String,
    mode: String,
    links: String,
    owner: String,
    group: String,
    author: String,
    size: Size,
    date: String,
}

enum Size {
    Bytes(String),
    Device(String, String),
}

fn device(stat: &Stat) -> bool {
    matches!(stat.file_type(), FileType::CharDevice | FileType::BlockDevice)
}

/// A time as `ls -l` shows it.
pub fn date(cx: &Cx, o: &Options, t: i64) -> String {
    let now = cx.p.now();
    let recent = t > now - HALF_YEAR && t <= now;
    cx.local(if recent { &o.time_style.0 } else { &o.time_style.1 }, t)
}

impl Ls<'_> {
    fn line(&self, e: &Entry, names: &Names) -> Line {
        let o = self.o;
        let Some(s) = e.stat else {
            let q = || "?".to_string();
            return Line {
                inode: q(),
                blocks: q(),
                mode: format!("{}?????????", e.kind.map_or('?', |k| k.letter())),
                links: q(),
                owner: q(),
                group: q(),
                author: q(),
                size: Size::Bytes(q()),
                date: format!("{:>width$}", "?", width = date(self.cx, o, 0).len()),
            };
        };
        let user = |id: u32| if o.numeric { id.to_string() } else { names.user_or_id(id) };
        let group = if o.numeric { s.gid.to_string() } else { names.group_or_id(s.gid) };
        Line {
            inode: s.ino.to_string(),
            blocks: o.block_size.show(u128::from(s.blocks) * 512),
            mode: modes::show(&s),
            links: s.nlink.to_string(),
            owner: user(s.uid),
            group,
            author: user(s.uid),
            size: if device(&s) {
                Size::Device(major(s.rdev).to_string(), minor(s.rdev).to_string())
            } else {
                Size::Bytes(o.size.show(u128::from(s.size)))
            },
            date: date(self.cx, o, e.time(o.time)),
        }
    }

    /// Lists entries in the long format.
    pub(super) async fn show_long(&mut self, entries: &[Entry]) {
        let o = self.o;
        let padded = self.padded(entries);
        let names = if o.numeric { Names::default() } else { Names::load(&self.cx.p) };
        let lines: Vec<Line> = entries.iter().map(|e| self.line(e, &names)).collect();
        let widest =
            |f: fn(&Line) -> &str| lines.iter().map(|l| f(l).chars().count()).max().unwrap_or(0);
        let (iw, bw) = (widest(|l| &l.inode), widest(|l| &l.blocks));
        let (lw, ow) = (widest(|l| &l.links), widest(|l| &l.owner));
        let (gw, aw) = (widest(|l| &l.group), widest(|l| &l.author));
        let dw = widest(|l| &l.date);
        let (mut major_w, mut minor_w, mut sw) = (0, 0, 0);
        for l in &lines {
            match &l.size {
                Size::Bytes(n) => sw = sw.max(n.len()),
                Size::Device(a, b) => {
                    major_w = major_w.max(a.len());
                    minor_w = minor_w.max(b.len());
                }
            }
        }
        if major_w > 0 {
            sw = sw.max(major_w + 2 + minor_w);
        }
        for (e, l) in entries.iter().zip(&lines) {
            let mut out = String::new();
            if o.inode {
                out.push_str(&format!("{:>iw$} ", l.inode));
            }
            if o.blocks {
                out.push_str(&format!("{:>bw$} ", l.blocks));
            }
            out.push_str(&format!("{} {:>lw$} ", l.mode, l.links));
            // Names to the left, numbers to the right.
            let side = |s: &str, w: usize| {
                if o.numeric { format!("{s:>w$} ") } else { format!("{s:<w$} ") }
            };
            if o.owner {
                out.push_str(&side(&l.owner, ow));
            }
            if o.group {
                out.push_str(&side(&l.group, gw));
            }
            if o.author {
                out.push_str(&side(&l.author, aw));
            }
            if o.context {
                out.push_str("? ");
            }
            match &l.size {
                Size::Bytes(n) => out.push_str(&format!("{n:>sw$} ")),
                Size::Device(a, b) => {
                    let aw = sw.saturating_sub(minor_w + 2);
                    out.push_str(&format!("{a:>aw$}, {b:>minor_w$} "));
                }
            }
            out.push_str(&format!("{:<dw$} ", l.date));
            let (name, _) = self.painted(e, padded);
            out.push_str(&name);
            match &e.target {
                Some(target) => {
                    let shown = self.quote(target, false);
                    let lost = e.behind.is_none().then_some("mi");
                    let known = o.indicator >= Indicator::FileType || self.palette.minds_targets();
                    let target = match known {
                        true => self.palette.paint(&shown, target, e.behind.as_ref(), lost),
                        false => shown,
                    };
                    out.push_str(&format!(" -> {target}"));
                    if o.indicator != Indicator::None {
                        out.push_str(indicator(e.behind.as_ref(), o.indicator));
                    }
                }
                None => out.push_str(indicator(e.stat.as_ref(), o.indicator)),
            }
            out.push(if o.zero { '\0' } else { '\n' });
            self.cx.puts(&out);
            self.cx.pace().await;
        }
    }
}
