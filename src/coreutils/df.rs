//! df: how much room filesystems have.

use std::collections::BTreeSet;

use crate::vfs::StatFs;

use super::fs::human::{self, BlockSize};
use super::fs::mounts::{self, Mounted};
use super::{Arg, Cx, Parsed};

const LONGS: &[(&str, Arg, char)] = &[
    ("all", Arg::No, 'a'),
    ("block-size", Arg::Required, 'B'),
    ("exclude-type", Arg::Required, 'x'),
    ("human-readable", Arg::No, 'h'),
    ("inodes", Arg::No, 'i'),
    ("local", Arg::No, 'l'),
    ("no-sync", Arg::No, 'n'),
    ("output", Arg::Optional, 'O'),
    ("portability", Arg::No, 'P'),
    ("print-type", Arg::No, 'T'),
    ("si", Arg::No, 'H'),
    ("sync", Arg::No, 's'),
    ("total", Arg::No, 't'),
    ("type", Arg::Required, 'y'),
];

/// A line before it is set in columns.
struct Row {
    mount: Mounted,
    fs: StatFs,
    file: String,
}

/// `df`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "PkmhTaiB:t:" } else { "aB:iF:hHklmPTt:vx:" };
    let longs = if cx.busybox() { &[] } else { LONGS };
    let opts = match cx.getopt(spec, longs).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.has('O') && !cx.busybox() {
        for letter in ['i', 'P', 'T'] {
            if opts.has(letter) {
                let what = format!("options -{letter} and --output are mutually exclusive");
                return cx.usage_error(what).await;
            }
        }
    }
    let unit = match unit(cx, &opts).await {
        Ok(unit) => unit,
        Err(status) => return status,
    };
    if cx.busybox() {
        busybox_head(cx, &opts, &unit);
    }
    let (rows, mut status) =
        if opts.operands.is_empty() { (everything(cx, &opts), 0) } else { named(cx, &opts).await };
    if rows.is_empty() {
        if status == 0 {
            cx.err("no file systems processed").await;
        }
        return 1;
    }
    if cx.busybox() {
        busybox(cx, &rows, &opts, &unit).await;
    } else if !gnu(cx, &rows, &opts, &unit).await {
        status = 1;
    }
    status
}

async fn unit(cx: &mut Cx, opts: &Parsed) -> Result<BlockSize, i32> {
    let mut unit = BlockSize::of_environment(cx, "DF_BLOCK_SIZE").unwrap_or(BlockSize::kilo());
    for (letter, value) in &opts.options {
        match letter {
            'h' => unit = BlockSize::Human(1024),
            'H' => unit = BlockSize::Human(1000),
            'k' => unit = BlockSize::kilo(),
            'm' => unit = BlockSize::Unit(1 << 20, String::new()),
            'B' => match human::block_size(value.as_deref().unwrap_or_default()) {
                Some(found) => unit = found,
                None => {
                    let value = cx.q(value.as_deref().unwrap_or_default());
                    cx.err(format!("invalid -B argument {value}")).await;
                    return Err(1);
                }
            },
            _ => {}
        }
    }
    Ok(unit)
}

/// Whether the types that were asked for let a mount through.
fn wanted(opts: &Parsed, m: &Mounted) -> bool {
    let listed = |letter: char| {
        opts.options.iter().any(|o| o.0 == letter && o.1.as_deref() == Some(m.fstype.as_str()))
    };
    let only = opts.options.iter().any(|o| o.1.is_some() && matches!(o.0, 't' | 'y'));
    (!only || listed('t') || listed('y')) && !listed('x')
}

/// All mounts; those without blocks, and second sights of one filesystem, only with `-a`.
fn everything(cx: &Cx, opts: &Parsed) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut covered = BTreeSet::new();
    for mount in mounts::list(&cx.p).into_iter().rev() {
        // What is mounted over can not be reached.
        let hidden = !covered.insert(mount.dir.clone());
        let Ok(fs) = cx.p.statfs(&mount.dir) else { continue };
        if !wanted(opts, &mount) || (!opts.has('a') && (fs.total == 0 || hidden)) {
            continue;
        }
        rows.push(Row { mount, fs, file: "-".to_string() });
    }
    rows.reverse();
    if opts.has('a') || cx.busybox() {
        return rows;
    }
    let mut by_length: Vec<usize> = (0..rows.len()).collect();
    by_length.sort_by_key(|&i| rows[i].mount.dir.len());
    let mut keep = BTreeSet::new();
    for i in by_length {
        let dev = cx.p.stat(&rows[i].mount.dir).map_or(0, |s| s.dev);
        if seen.insert(dev) {
            keep.insert(i);
        }
    }
    let mut i = 0;
    rows.retain(|_| {
        i += 1;
        keep.contains(&(i - 1))
    });
    rows
}

async fn named(cx: &mut Cx, opts: &Parsed) -> (Vec<Row>, i32) {
    let list = mounts::list(&cx.p);
    let (mut rows, mut status) = (Vec::new(), 0);
    for file in &opts.operands {
        let device = list.iter().rfind(|m| m.source == *file && file.starts_with('/'));
        let path = device.map_or(file.as_str(), |m| m.dir.as_str());
        let looked = cx.p.realpath(path).and_then(|real| Ok((real, cx.p.statfs(path)?)));
        let (real, fs) = match looked {
            Ok(found) => found,
            Err(e) => {
                status = 1;
                let name = cx.qf(file);
                if cx.busybox() {
                    cx.err(format!("{name}: can't find mount point")).await;
                } else {
                    cx.err(format!("{name}: {e}")).await;
                }
                continue;
            }
        };
        let below = |m: &&Mounted| {
            m.dir == "/" || real == m.dir || real.starts_with(&format!("{}/", m.dir))
        };
        let best = list.iter().filter(below).fold(None::<&Mounted>, |best, m| match best {
            Some(b) if b.dir.len() > m.dir.len() => Some(b),
            _ => Some(m),
        });
        let Some(mount) = best.cloned() else {
            status = 1;
            cx.err(format!("{file}: can't find mount point")).await;
            continue;
        };
        if wanted(opts, &mount) {
            rows.push(Row { mount, fs, file: file.clone() });
        }
    }
    (rows, status)
}

/// BusyBox's heading, which stands before any complaint.
fn busybox_head(cx: &mut Cx, opts: &Parsed, unit: &BlockSize) {
    let inodes = opts.has('i');
    let head = match unit {
        _ if inodes => "   Inodes".to_string(),
        BlockSize::Human(_) => "     Size".to_string(),
        BlockSize::Unit(1024, _) if opts.has('P') => "1024-blocks".to_string(),
        BlockSize::Unit(1024, _) => "1K-blocks".to_string(),
        BlockSize::Unit(1_048_576, _) => "1M-blocks".to_string(),
        BlockSize::Unit(n, _) => format!("{n}-blocks"),
    };
    let kind = if opts.has('T') { "Type       " } else { "" };
    let percent = if opts.has('P') { "Capacity" } else { "Use%" };
    let gap = " ".repeat(15usize.saturating_sub(4 + head.len().saturating_sub(9)));
    let gap = &gap[..gap.len().saturating_sub(5)];
    cx.puts(&format!(
        "Filesystem           {kind}{head}{gap}Used Available {percent} Mounted on\n"
    ));
}

async fn busybox(cx: &mut Cx, rows: &[Row], opts: &Parsed, unit: &BlockSize) {
    let inodes = opts.has('i');
    for Row { mount, fs, .. } in rows {
        let (total, free, available) = if inodes {
            (fs.files, fs.files_free, fs.files_free)
        } else {
            (fs.total, fs.free, fs.available)
        };
        let used = total.saturating_sub(free);
        let all = used + available;
        let percent =
            if all == 0 { 0 } else { (used as u128 * 100 + all as u128 / 2) / all as u128 };
        let show = |n: u64| match unit {
            _ if inodes => n.to_string(),
            BlockSize::Human(_) => human::busybox(u128::from(n)),
            BlockSize::Unit(unit, _) => (n / unit).to_string(),
        };
        let mut line = format!("{:<20} ", mount.source);
        if mount.source.len() > 20 {
            line = format!("{}\n{:20} ", mount.source, "");
        }
        if opts.has('T') {
            line.push_str(&format!("{:<10} ", mount.fstype));
        }
        let (total, used, available) = (show(total), show(used), show(available));
        line.push_str(&format!(
            "{total:>9} {used:>9} {available:>9} {percent:>3}% {}\n",
            mount.dir
        ));
        cx.puts(&line);
        cx.pace().await;
    }
}

/// A column of GNU's table: its name for `--output`, its heading, and whether it is set left.
type Column = (&'static str, String, bool);

fn columns(opts: &Parsed, unit: &BlockSize) -> Result<Vec<Column>, String> {
    let size = match unit {
        BlockSize::Human(_) => "Size".to_string(),
        BlockSize::Unit(1024, s) if s.is_empty() && opts.has('P') => "1024-blocks".to_string(),
        BlockSize::Unit(n, _) => format!("{}-blocks", unit_name(*n)),
    };
    let human = matches!(unit, BlockSize::Human(_)) && !opts.has('P');
    let available = if human { "Avail" } else { "Available" };
    let percent = if opts.has('P') { "Capacity" } else { "Use%" };
    let all: Vec<Column> = vec![
        ("source", "Filesystem".to_string(), true),
        ("fstype", "Type".to_string(), true),
        ("itotal", "Inodes".to_string(), false),
        ("iused", "IUsed".to_string(), false),
        ("iavail", "IFree".to_string(), false),
        ("ipcent", "IUse%".to_string(), false),
        ("size", size, false),
        ("used", "Used".to_string(), false),
        ("avail", available.to_string(), false),
        ("pcent", percent.to_string(), false),
        ("file", "File".to_string(), true),
        ("target", "Mounted on".to_string(), true),
    ];
    let pick = |names: &[&str]| -> Result<Vec<Column>, String> {
        let find = |n: &&str| all.iter().find(|c| c.0 == *n).cloned().ok_or_else(|| n.to_string());
        names.iter().map(find).collect()
    };
    if opts.has('O') {
        return match opts.value('O') {
            None => Ok(all),
            Some(list) => pick(&list.split(',').collect::<Vec<_>>()),
        };
    }
    let mut names = vec!["source"];
    if opts.has('T') {
        names.push("fstype");
    }
    names.extend(if opts.has('i') {
        ["itotal", "iused", "iavail", "ipcent"]
    } else {
        ["size", "used", "avail", "pcent"]
    });
    names.push("target");
    pick(&names)
}

/// `1K`, `1M`, `1kB`, `4096`... as df heads its column.
fn unit_name(n: u64) -> String {
    for (power, letter) in [(1u64 << 40, 'T'), (1 << 30, 'G'), (1 << 20, 'M'), (1 << 10, 'K')] {
        if n.is_multiple_of(power) {
            return format!("{}{letter}", n / power);
        }
    }
    for (power, name) in [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")] {
        if n.is_multiple_of(power) {
            return format!("{}{name}", n / power);
        }
    }
    format!("{n}B")
}

fn percent(used: u64, available: u64) -> String {
    let all = u128::from(used) + u128::from(available);
    if all == 0 { "-".to_string() } else { format!("{}%", (u128::from(used) * 100).div_ceil(all)) }
}

async fn gnu(cx: &mut Cx, rows: &[Row], opts: &Parsed, unit: &BlockSize) -> bool {
    let columns = match columns(opts, unit) {
        Ok(columns) => columns,
        Err(bad) => {
            let bad = cx.ql(&bad);
            cx.err(format!("option --output: field {bad} unknown")).await;
            cx.try_help(1).await;
            return false;
        }
    };
    let cell = |name: &str, m: &Mounted, f: &StatFs, file: &str| match name {
        "source" => m.source.clone(),
        "fstype" => m.fstype.clone(),
        "itotal" => count(f.files, unit),
        "iused" => count(f.files.saturating_sub(f.files_free), unit),
        "iavail" => count(f.files_free, unit),
        "ipcent" => percent(f.files.saturating_sub(f.files_free), f.files_free),
        "size" => unit.show(u128::from(f.total)),
        "used" => unit.show(u128::from(f.total.saturating_sub(f.free))),
        "avail" => unit.show(u128::from(f.available)),
        "pcent" => percent(f.total.saturating_sub(f.free), f.available),
        "file" => file.to_string(),
        _ => m.dir.clone(),
    };
    let line = |m: &Mounted, f: &StatFs, file: &str| -> Vec<String> {
        columns.iter().map(|c| cell(c.0, m, f, file)).collect()
    };
    let mut table: Vec<Vec<String>> = vec![columns.iter().map(|c| c.1.clone()).collect()];
    table.extend(rows.iter().map(|r| line(&r.mount, &r.fs, &r.file)));
    if opts.options.iter().any(|o| o.0 == 't' && o.1.is_none()) {
        let mut sum = StatFs {
            fstype: "-".to_string(),
            total: 0,
            free: 0,
            available: 0,
            files: 0,
            files_free: 0,
            ..rows[0].fs.clone()
        };
        for Row { fs, .. } in rows {
            sum.total += fs.total;
            sum.free += fs.free;
            sum.available += fs.available;
            sum.files += fs.files;
            sum.files_free += fs.files_free;
        }
        let has_target = columns.iter().any(|c| c.0 == "target");
        let has_source = columns.iter().any(|c| c.0 == "source");
        let total = "total".to_string();
        let mount = Mounted {
            source: total.clone(),
            dir: if has_source || !has_target { "-".to_string() } else { total },
            fstype: "-".to_string(),
            options: String::new(),
        };
        table.push(line(&mount, &sum, "-"));
    }
    let least = |name: &str| match name {
        "source" => 14,
        "size" | "used" | "avail" | "itotal" | "iused" | "iavail" => 5,
        "fstype" | "pcent" | "ipcent" => 4,
        _ => 0,
    };
    let widths: Vec<usize> = (0..columns.len())
        .map(|i| {
            table.iter().map(|r| r[i].chars().count()).max().unwrap_or(0).max(least(columns[i].0))
        })
        .collect();
    for row in &table {
        let mut out = String::new();
        for (i, text) in row.iter().enumerate() {
            let w = widths[i];
            if i > 0 {
                out.push(' ');
            }
            match (columns[i].2, i + 1 == row.len()) {
                (true, true) => out.push_str(text),
                (true, false) => out.push_str(&format!("{text:<w$}")),
                (false, _) => out.push_str(&format!("{text:>w$}")),
            }
        }
        out.push('\n');
        cx.puts(&out);
        cx.pace().await;
    }
    true
}

fn count(n: u64, unit: &BlockSize) -> String {
    match unit {
        BlockSize::Human(_) => unit.show(u128::from(n)),
        BlockSize::Unit(..) => n.to_string(),
    }
}
