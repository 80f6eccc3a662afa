//! findmnt: mounts as a tree or a table; lsblk: the machine's one disk.

use super::fs::mounts::{self, Mounted};
use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("noheadings", Arg::No, 'n'),
    ("list", Arg::No, 'l'),
    ("raw", Arg::No, 'r'),
    ("output", Arg::Required, 'o'),
    ("target", Arg::Required, 'T'),
    ("mountpoint", Arg::Required, 'M'),
    ("source", Arg::Required, 'S'),
    ("types", Arg::Required, 't'),
    ("first-only", Arg::No, 'f'),
    ("submounts", Arg::No, 'R'),
];

fn field(m: &Mounted, column: &str) -> Option<String> {
    Some(match column.to_ascii_uppercase().as_str() {
        "TARGET" => m.dir.clone(),
        "SOURCE" => m.source.clone(),
        "FSTYPE" => m.fstype.clone(),
        "OPTIONS" | "VFS-OPTIONS" => m.options.clone(),
        _ => return None,
    })
}

fn below(dir: &str, top: &str) -> bool {
    dir != top && (top == "/" || dir.starts_with(&format!("{top}/")))
}

/// `findmnt`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("nlro:T:M:S:t:fRukm", LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let all = mounts::list(&cx.p);
    let mut list: Vec<Mounted> = all.clone();
    let mut tree = !opts.has('l') && !opts.has('r');
    if let Some(file) = opts.value('T') {
        let real = cx.p.realpath(file).unwrap_or_else(|_| file.to_string());
        let best = all.iter().filter(|m| m.dir == real || below(&real, &m.dir));
        let best = best.fold(None::<&Mounted>, |b, m| match b {
            Some(b) if b.dir.len() > m.dir.len() => Some(b),
            _ => Some(m),
        });
        list = best.cloned().into_iter().collect();
    }
    let named = opts.operands.first().cloned();
    for want in [opts.value('M').map(str::to_string), opts.value('S').map(str::to_string), named]
        .into_iter()
        .flatten()
    {
        let real = cx.p.realpath(&want).unwrap_or_else(|_| want.clone());
        list.retain(|m| m.dir == real || m.source == want);
    }
    if let Some(kinds) = opts.value('t') {
        list.retain(|m| kinds.split(',').any(|k| k == m.fstype));
        tree = false;
    }
    if list.is_empty() {
        return 1;
    }
    let columns = opts.value('o').unwrap_or("TARGET,SOURCE,FSTYPE,OPTIONS").to_ascii_uppercase();
    let columns: Vec<&str> = columns.split(',').collect();
    if let Some(bad) = columns.iter().find(|c| field(&list[0], c).is_none()) {
        cx.err(format!("unknown column: {bad}")).await;
        return 1;
    }
    let whole = list.len() == all.len();
    let (bar, tee, corner) =
        if cx.utf8() { ("│ ", "├─", "└─") } else { ("| ", "|-", "`-") };
    let mut rows: Vec<Vec<String>> = Vec::new();
    if !opts.has('n') {
        rows.push(columns.iter().map(|c| c.to_string()).collect());
    }
    let order = if tree && whole {
        in_tree(&list)
    } else {
        (0..list.len()).map(|i| (i, Vec::new())).collect()
    };
    for (i, path) in order {
        let mut prefix = String::new();
        for (k, last) in path.iter().enumerate() {
            let end = k + 1 == path.len();
            prefix.push_str(match (end, last) {
                (true, true) => corner,
                (true, false) => tee,
                (false, true) => "  ",
                (false, false) => bar,
            });
        }
        let cell = |c: &&str| {
            let text = field(&list[i], c).unwrap_or_default();
            if *c == "TARGET" { format!("{prefix}{text}") } else { text }
        };
        rows.push(columns.iter().map(cell).collect());
        if opts.has('f') {
            break;
        }
    }
    let widths: Vec<usize> = (0..columns.len())
        .map(|c| rows.iter().map(|r| r[c].chars().count()).max().unwrap_or(0))
        .collect();
    for row in rows {
        let mut line = String::new();
        for (c, text) in row.iter().enumerate() {
            let w = widths[c];
            if opts.has('r') {
                line.push_str(text);
            } else if c + 1 < row.len() {
                line.push_str(&format!("{text:<w$}"));
            } else {
                line.push_str(text);
            }
            if c + 1 < row.len() {
                line.push(' ');
            }
        }
        cx.puts(line.trim_end());
        cx.puts("\n");
    }
    0
}

/// Mounts in the order of their tree, each with whether it and those above it are the last below
/// their parents.
fn in_tree(list: &[Mounted]) -> Vec<(usize, Vec<bool>)> {
    // The parent of a mount is the latest earlier one that its place lies below.
    let parent = |i: usize| {
        let candidates = (0..list.len()).filter(|&j| j != i && below(&list[i].dir, &list[j].dir));
        candidates.max_by_key(|&j| list[j].dir.len())
    };
    let parents: Vec<Option<usize>> = (0..list.len()).map(parent).collect();
    let children = |of: Option<usize>| -> Vec<usize> {
        (0..list.len()).filter(|&i| parents[i] == of).collect()
    };
    let mut out = Vec::new();
    let mut todo: Vec<(usize, Vec<bool>)> =
        children(None).into_iter().rev().map(|i| (i, Vec::new())).collect();
    while let Some((i, path)) = todo.pop() {
        let below = children(Some(i));
        let n = below.len();
        for (k, child) in below.into_iter().enumerate().rev() {
            let mut path = path.clone();
            path.push(k + 1 == n);
            todo.push((child, path));
        }
        out.push((i, path));
    }
    out
}

/// `lsblk`.
pub async fn lsblk(cx: &mut Cx) -> i32 {
    if let Err(status) = cx.getopt("abdflnpo:", &[]).await {
        return status;
    }
    let Ok(fs) = cx.p.statfs("/") else { return 1 };
    let size = super::fs::human::ceil(u128::from(fs.total), 1024).replace(".0", "");
    let utf8 = cx.utf8();
    let branch = if utf8 { "└─" } else { "`-" };
    let mount = mounts::list(&cx.p).into_iter().find(|m| m.dir == "/");
    let name = mount.map_or(String::new(), |m| m.source);
    let part = name.strip_prefix("/dev/").unwrap_or("sda1").to_string();
    let disk = part.trim_end_matches(|c: char| c.is_ascii_digit()).to_string();
    let wide = part.len() + 2;
    cx.puts(&format!("{:<wide$} MAJ:MIN RM {:>4} RO TYPE MOUNTPOINTS\n", "NAME", "SIZE"));
    cx.puts(&format!("{disk:<wide$}   8:0    0 {size:>4}  0 disk \n"));
    cx.puts(&format!("{branch}{part:<0$}   8:1    0 {size:>4}  0 part /\n", wide - 2));
    0
}
