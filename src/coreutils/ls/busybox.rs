//! What listings look like in BusyBox: columns of fixed width.

use crate::coreutils::fs::owner::Names;
use crate::coreutils::fs::{human, modes};
use crate::vfs::{FileType, Stat, major, minor};

use super::Ls;
use super::entry::{Entry, indicator};
use super::grid::width;
use super::options::{Format, Indicator};

/// What follows `total`.
pub fn total(bytes: u128, human: bool) -> String {
    if human { format!("{:<7}", human::busybox_whole(bytes)) } else { (bytes / 1024).to_string() }
}

/// `\e[1;34m`: bold and colour, as BusyBox chooses them.
fn color(stat: Option<&Stat>) -> (u8, u8) {
    let Some(stat) = stat else { return (1, 31) };
    match stat.file_type() {
        FileType::Directory => (1, 34),
        FileType::Symlink => (1, 36),
        FileType::Fifo => (0, 35),
        FileType::Socket => (1, 35),
        FileType::CharDevice | FileType::BlockDevice => (1, 35),
        FileType::Regular if stat.mode & 0o111 != 0 => (1, 32),
        FileType::Regular => (0, 0),
    }
}

fn painted(ls: &Ls<'_>, name: &str, stat: Option<&Stat>) -> String {
    if !ls.o.color {
        return name.to_string();
    }
    let (bold, c) = color(stat);
    format!("\u{1b}[{bold};{c}m{name}\u{1b}[m")
}

fn shown(ls: &Ls<'_>, name: &str) -> String {
    let mut out: String = if ls.o.question {
        name.chars().map(|c| if c.is_control() { '?' } else { c }).collect()
    } else {
        name.to_string()
    };
    if ls.o.quoting == super::Quoting::C {
        out = format!("\"{}\"", crate::coreutils::fs::quote::c_escape(name, true, "\""));
    }
    out
}

fn long(ls: &Ls<'_>, s: &Stat, e: &Entry, names: &Names) -> String {
    let o = ls.o;
    let mut out = format!("{:<10} {:>4} ", modes::show(s), s.nlink);
    let id = |id: u32, name: Option<&str>| match name {
        Some(name) if !o.numeric => format!("{name:<8.8} "),
        _ => format!("{id:<8} "),
    };
    if o.owner {
        out.push_str(&id(s.uid, names.user(s.uid)));
    }
    out.push_str(&id(s.gid, names.group(s.gid)));
    if matches!(s.file_type(), FileType::CharDevice | FileType::BlockDevice) {
        out.push_str(&format!("{:>4}, {:>3} ", major(s.rdev), minor(s.rdev)));
    } else if o.human {
        out.push_str(&format!("{:>7} ", human::busybox(u128::from(s.size))));
    } else {
        out.push_str(&format!("{:>9} ", s.size));
    }
    let t = e.time(o.time);
    let now = ls.cx.p.now();
    let age = (now - t).div_euclid(1_000_000_000);
    out.push_str(&if o.full_time {
        ls.cx.local("%Y-%m-%d %H:%M:%S %z ", t)
    } else if age < 3600 * 24 * 365 / 2 && age > -15 * 60 {
        ls.cx.local("%b %e %H:%M ", t)
    } else {
        ls.cx.local("%b %e  %Y ", t)
    });
    out
}

fn cell(ls: &Ls<'_>, e: &Entry, names: &Names) -> (String, usize) {
    let o = ls.o;
    let mut out = String::new();
    let Some(s) = e.stat else { return (e.name.clone(), e.name.len()) };
    if o.inode {
        out.push_str(&format!("{:>7} ", s.ino));
    }
    if o.blocks {
        let bytes = u128::from(s.blocks) * 512;
        out.push_str(&if o.human {
            format!("{:>7} ", human::busybox(bytes))
        } else {
            format!("{:>6} ", bytes / 1024)
        });
    }
    if o.format == Format::Long {
        out.push_str(&long(ls, &s, e, names));
    }
    let mut wide = width(&out);
    let name = shown(ls, &e.name);
    wide += width(&name);
    out.push_str(&painted(ls, &name, Some(&s)));
    let mut mark = indicator(Some(&s), o.indicator);
    if o.format == Format::Long
        && let Some(target) = &e.target
    {
        out.push_str(" -> ");
        out.push_str(&painted(ls, &shown(ls, target), e.behind.as_ref()));
        mark = indicator(e.behind.as_ref(), o.indicator);
        if o.indicator == Indicator::None {
            mark = "";
        }
    }
    out.push_str(mark);
    (out, wide + mark.len())
}

/// Lists entries.
pub async fn show(ls: &mut Ls<'_>, entries: &[Entry]) {
    let names = if ls.o.format == Format::Long && !ls.o.numeric {
        Names::load(&ls.cx.p)
    } else {
        Names::default()
    };
    let cells: Vec<(String, usize)> = entries.iter().map(|e| cell(ls, e, &names)).collect();
    let n = cells.len();
    // Columns all have the width of the widest name.
    let widest = cells.iter().map(|c| c.1).max().unwrap_or(0) + 2;
    let in_columns = matches!(ls.o.format, Format::Columns | Format::Across);
    let cols = if in_columns { (ls.o.width / widest).max(1) } else { 1 };
    let rows = n.div_ceil(cols);
    let across = ls.o.format == Format::Across;
    for row in 0..rows {
        for col in 0..cols {
            let i = if across { row * cols + col } else { col * rows + row };
            let Some((text, wide)) = cells.get(i) else { break };
            ls.cx.puts(text);
            let next = if across { i + 1 } else { i + rows };
            if col + 1 < cols && next < n {
                ls.cx.puts(&" ".repeat(widest.saturating_sub(*wide)));
            }
        }
        ls.cx.puts("\n");
        ls.cx.pace().await;
    }
}
