//! ps as BusyBox has it: all processes, `-o` with its own columns, other options passed over.

use crate::coreutils::Cx;
use crate::coreutils::time::{SECOND, Zone};
use crate::kernel::ProcInfo;

use super::columns::{View, command, tty};

/// Name, heading, width, whether values stand at the right.
const COLUMNS: &[(&str, &str, usize, bool)] = &[
    ("user", "USER", 8, false),
    ("group", "GROUP", 8, false),
    ("comm", "COMMAND", 16, false),
    ("args", "COMMAND", 256, false),
    ("pid", "PID", 5, true),
    ("ppid", "PPID", 5, true),
    ("pgid", "PGID", 5, true),
    ("etime", "ELAPSED", 7, true),
    ("nice", "NI", 5, true),
    ("rgroup", "RGROUP", 8, false),
    ("ruser", "RUSER", 8, false),
    ("time", "TIME", 5, true),
    ("tty", "TT", 6, false),
    ("vsz", "VSZ", 4, true),
    ("sid", "SID", 5, true),
    ("stat", "STAT", 4, false),
    ("rss", "RSS", 4, true),
];

/// Kibibytes in at most four characters.
fn small(kib: u64) -> String {
    let mut n = kib;
    for unit in ["", "m", "g", "t"] {
        if n < 10_000 && unit.is_empty() {
            return n.to_string();
        }
        if n < 10 * 1024 && !unit.is_empty() {
            return format!("{}.{}{unit}", n / 1024, n % 1024 * 10 / 1024);
        }
        if n < 1024 * 1024 && !unit.is_empty() {
            return format!("{}{unit}", n / 1024);
        }
        if !unit.is_empty() {
            n /= 1024;
        }
    }
    "big".to_string()
}

fn value(v: &View<'_>, i: &ProcInfo, name: &str) -> String {
    let secs = i.cpu / SECOND;
    let age = ((v.now - i.started) / SECOND).max(0);
    match name {
        "user" | "ruser" => v.user(i.uid, 8),
        "group" | "rgroup" => v.p.group_by_id(i.gid).map_or(i.gid.to_string(), |g| g.name),
        "comm" => i.comm.clone(),
        "args" if i.state == 'Z' => format!("[{}]", i.comm),
        "args" => command(i),
        "pid" => i.pid.to_string(),
        "ppid" => i.ppid.to_string(),
        "pgid" => i.pgid.to_string(),
        "sid" => i.sid.to_string(),
        "nice" => i.nice.to_string(),
        "time" => format!("{}:{:02}", secs / 60, secs % 60),
        "etime" => format!("{}:{:02}", age / 60, age % 60),
        "tty" => i.tty.map_or("?".to_string(), |n| format!("136,{n}")),
        "stat" => {
            let nice = match i.nice {
                ..0 => '<',
                0 => ' ',
                _ => 'N',
            };
            format!("{} {nice}", i.state)
        }
        "vsz" | "rss" => small(i.memory >> 10),
        _ => tty(i),
    }
}

/// BusyBox's `ps`.
pub async fn main(cx: &mut Cx) -> i32 {
    let mut columns: Vec<(String, usize)> = Vec::new();
    let args = cx.args();
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        let list = match arg.strip_prefix("-o") {
            Some("") => rest.next().map(String::as_str),
            Some(list) => Some(list),
            None if arg == "--help" => return cx.busybox_usage().await.min(0),
            None => None,
        };
        for item in list.into_iter().flat_map(|l| l.split(',')) {
            let (name, head) = match item.split_once('=') {
                Some((n, h)) => (n, Some(h)),
                None => (item, None),
            };
            match COLUMNS.iter().position(|c| c.0 == name) {
                Some(at) => columns.push((head.unwrap_or(COLUMNS[at].1).to_string(), at)),
                None => {
                    let names: Vec<&str> = COLUMNS.iter().map(|c| c.0).collect();
                    let names = names.join(",");
                    cx.err(format!("bad -o argument '{name}', supported arguments: {names}")).await;
                    return 1;
                }
            }
        }
    }
    if columns.is_empty() {
        for name in ["pid", "user", "time", "args"] {
            let at = COLUMNS.iter().position(|c| c.0 == name).unwrap_or(0);
            columns.push((COLUMNS[at].1.to_string(), at));
        }
    }
    let all = cx.p.processes();
    let p = cx.p.clone();
    let view = View { p: &p, now: p.now(), zone: Zone::utc() };
    let limit = p.winsize(1).map_or(usize::MAX, |(cols, _)| usize::from(cols.max(1)));
    let last = columns.len() - 1;
    let mut line = |cells: Vec<(String, bool)>| {
        let mut out = String::new();
        for (n, ((cell, right), (_, at))) in cells.iter().zip(&columns).enumerate() {
            let width = if n == last { 0 } else { COLUMNS[*at].2 };
            let cell = if *right { format!("{cell:>width$}") } else { format!("{cell:<width$}") };
            out += if n > 0 { " " } else { "" };
            out += &cell;
        }
        cx.puts(&(out.chars().take(limit).collect::<String>() + "\n"));
    };
    if columns.iter().any(|c| !c.0.is_empty()) {
        line(columns.iter().map(|c| (c.0.clone(), false)).collect());
    }
    for i in &all {
        let cell = |&(_, at): &(String, usize)| (value(&view, i, COLUMNS[at].0), COLUMNS[at].3);
        line(columns.iter().map(cell).collect());
    }
    0
}
