//! What ps and top can show of a process: the columns of procps, their headings, widths and values.

use crate::coreutils::time::{SECOND, Zone, split, strftime};
use crate::kernel::{MEMORY, Proc, ProcInfo};

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The names it goes by.
    pub names: &'static [&'static str],
    /// Its heading.
    pub head: &'static str,
    /// Its width, and whether it is set right.
    pub width: usize,
    /// Whether values stand at the right.
    pub right: bool,
    /// The value.
    pub value: fn(&View<'_>, &ProcInfo) -> String,
}

/// What values are worked out from.
pub struct View<'a> {
    /// Who looks.
    pub p: &'a Proc,
    /// The time.
    pub now: i64,
    /// The zone that times of day are shown in.
    pub zone: Zone,
}

/// Seconds as `[DD-]hh:mm:ss`.
pub fn clock(secs: i64) -> String {
    let (d, h, m, s) = (secs / 86_400, secs / 3_600 % 24, secs / 60 % 60, secs % 60);
    if d > 0 { format!("{d}-{h:02}:{m:02}:{s:02}") } else { format!("{h:02}:{m:02}:{s:02}") }
}

/// Seconds as `[[DD-]hh:]mm:ss`.
fn elapsed(secs: i64) -> String {
    match secs {
        0..3_600 => format!("{:02}:{:02}", secs / 60, secs % 60),
        _ => clock(secs),
    }
}

/// A terminal's short name.
pub fn tty(i: &ProcInfo) -> String {
    i.tty.map_or("?".to_string(), |n| format!("pts/{n}"))
}

/// The command line, or the name in brackets where there is none.
pub fn command(i: &ProcInfo) -> String {
    match (i.state, i.argv.is_empty()) {
        ('Z', _) => format!("[{}] <defunct>", i.comm),
        (_, true) => format!("[{}]", i.comm),
        _ => i.argv.join(" "),
    }
}

fn comm(i: &ProcInfo) -> String {
    if i.state == 'Z' { format!("{} <defunct>", i.comm) } else { i.comm.clone() }
}

/// State with the letters that BSD adds.
pub fn stat(v: &View<'_>, i: &ProcInfo) -> String {
    let mut out = String::from(i.state);
    match i.nice {
        ..0 => out.push('<'),
        0 => {}
        _ => out.push('N'),
    }
    if i.sid == i.pid {
        out.push('s');
    }
    let front = i.tty.and_then(|n| v.p.kernel().tty_foreground(n));
    if front.is_some() && front == v.p.outer(i.pgid) {
        out.push('+');
    }
    out
}

impl View<'_> {
    /// A user's name, or the number where there is none; cut to `width` as procps does.
    pub fn user(&self, uid: u32, width: usize) -> String {
        let name = self.p.user_by_id(uid).map_or(uid.to_string(), |u| u.name);
        shorten(name, width)
    }

    fn group(&self, gid: u32, width: usize) -> String {
        let name = self.p.group_by_id(gid).map_or(gid.to_string(), |g| g.name);
        shorten(name, width)
    }

    fn age(&self, i: &ProcInfo) -> i64 {
        ((self.now - i.started) / SECOND).max(0)
    }

    /// Share of a processor since the start, in tenths of a percent.
    pub fn cpu(&self, i: &ProcInfo) -> i64 {
        let age = (self.now - i.started).max(SECOND / 100);
        (i.cpu.saturating_mul(1_000) / age).min(9_999)
    }

    /// Share of the machine's memory, in tenths of a percent.
    pub fn mem(&self, i: &ProcInfo) -> u64 {
        i.memory.saturating_mul(1_000) / MEMORY
    }

    /// When it was started: the time if it was today, else the day.
    fn start(&self, i: &ProcInfo) -> String {
        let (here, there) = (split(self.now).0, split(i.started).0);
        let year = |s| self.zone.civil(s, 0).year;
        let form = match here - there {
            ..86_400 => "%H:%M",
            _ if year(here) != year(there) => " %Y",
            _ => "%b%d",
        };
        strftime(form, i.started, &self.zone, true)
    }
}

fn shorten(name: String, width: usize) -> String {
    if name.chars().count() <= width {
        return name;
    }
    name.chars().take(width - 1).collect::<String>() + "+"
}

fn tenths(n: i64) -> String {
    format!("{}.{}", n / 10, n % 10)
}

fn cpu_seconds(i: &ProcInfo) -> i64 {
    i.cpu / SECOND
}

macro_rules! columns {
    ($($names:expr, $head:literal, $width:literal, $side:ident, $value:expr;)*) => {
        /// All columns.
        pub const COLUMNS: &[Column] = &[$(Column {
            names: &$names,
            head: $head,
            width: $width,
            right: side::$side,
            value: $value,
        },)*];
    };
}

mod side {
    pub const R: bool = true;
    pub const L: bool = false;
}

columns! {
    ["pid", "tgid"], "PID", 7, R, |_, i| i.pid.to_string();
    ["ppid"], "PPID", 7, R, |_, i| i.ppid.to_string();
    ["pgid", "pgrp"], "PGID", 7, R, |_, i| i.pgid.to_string();
    ["sid"], "SID", 7, R, |_, i| i.sid.to_string();
    ["sess", "session"], "SESS", 7, R, |_, i| i.sid.to_string();
    ["tpgid"], "TPGID", 7, R, |v, i| {
        let front = i.tty.and_then(|n| v.p.kernel().tty_foreground(n));
        front.map_or("-1".to_string(), |g| g.to_string())
    };
    ["lwp", "tid", "spid"], "LWP", 7, R, |_, i| i.pid.to_string();
    ["user", "uname"], "USER", 8, L, |v, i| v.user(i.uid, 8);
    ["euser"], "EUSER", 8, L, |v, i| v.user(i.uid, 8);
    ["UID"], "UID", 8, L, |v, i| v.user(i.uid, 8);
    ["ruser"], "RUSER", 8, L, |v, i| v.user(i.uid, 8);
    ["uid", "euid"], "UID", 5, R, |_, i| i.uid.to_string();
    ["ruid"], "RUID", 5, R, |_, i| i.uid.to_string();
    ["group", "egroup"], "GROUP", 8, L, |v, i| v.group(i.gid, 8);
    ["rgroup"], "RGROUP", 8, L, |v, i| v.group(i.gid, 8);
    ["gid", "egid"], "GID", 5, R, |_, i| i.gid.to_string();
    ["c"], "C", 2, R, |v, i| (v.cpu(i) / 10).min(99).to_string();
    ["%cpu", "pcpu"], "%CPU", 4, R, |v, i| tenths(v.cpu(i));
    ["%mem", "pmem"], "%MEM", 4, R, |v, i| tenths(v.mem(i) as i64);
    ["vsz", "vsize"], "VSZ", 6, R, |_, i| (i.memory >> 10).to_string();
    ["rss", "rssize", "rsz"], "RSS", 5, R, |_, i| (i.memory >> 10).to_string();
    ["sz"], "SZ", 5, R, |_, i| (i.memory >> 12).to_string();
    ["size"], "SIZE", 5, R, |_, i| (i.memory >> 10).to_string();
    ["tname"], "TTY", 8, L, |_, i| tty(i);
    ["tty", "tt"], "TT", 8, L, |_, i| tty(i);
    ["stat"], "STAT", 4, L, stat;
    ["s", "state"], "S", 1, L, |_, i| i.state.to_string();
    ["stime"], "STIME", 5, L, |v, i| v.start(i);
    ["bsdstart"], "START", 5, L, |v, i| v.start(i);
    ["start", "start_time"], "STARTED", 8, R, |v, i| strftime("%H:%M:%S", i.started, &v.zone, true);
    ["lstart"], "STARTED", 24, R, |v, i| strftime("%a %b %e %H:%M:%S %Y", i.started, &v.zone, true);
    ["time", "cputime"], "TIME", 8, R, |_, i| clock(cpu_seconds(i));
    ["bsdtime"], "TIME", 6, R, |_, i| format!("{}:{:02}", cpu_seconds(i) / 60, cpu_seconds(i) % 60);
    ["etime"], "ELAPSED", 11, R, |v, i| elapsed(v.age(i));
    ["etimes"], "ELAPSED", 7, R, |v, i| v.age(i).to_string();
    ["ni", "nice"], "NI", 3, R, |_, i| i.nice.to_string();
    ["pri"], "PRI", 3, R, |_, i| (19 - i.nice).to_string();
    ["opri"], "PRI", 3, R, |_, i| (80 + i.nice).to_string();
    ["nlwp", "thcount"], "NLWP", 4, R, |_, i| i.threads.to_string();
    ["psr"], "PSR", 3, R, |_, _| "0".to_string();
    ["cls", "class", "policy"], "CLS", 3, R, |_, _| "TS".to_string();
    ["f", "flag", "flags"], "F", 1, R, |_, i| if i.uid == 0 { "4" } else { "0" }.to_string();
    ["addr"], "ADDR", 4, R, |_, _| "-".to_string();
    ["addrsz"], "ADDR SZ", 7, R, |_, i| format!("- {:>5}", i.memory >> 12);
    ["wchan"], "WCHAN", 6, L, |_, i| if i.state == 'R' { "-" } else { "do_wai" }.to_string();
    ["label"], "LABEL", 31, L, |_, _| "-".to_string();
    ["comm", "ucmd", "ucomm"], "COMMAND", 15, L, |_, i| comm(i);
    ["CMD"], "CMD", 15, L, |_, i| comm(i);
    ["cmd"], "CMD", 27, L, |_, i| command(i);
    ["args", "command"], "COMMAND", 27, L, |_, i| command(i);
}

/// The column with a name.
pub fn find(name: &str) -> Option<&'static Column> {
    COLUMNS.iter().find(|c| c.names.contains(&name))
}
