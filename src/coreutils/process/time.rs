//! time as a program: how long a command takes, in GNU time's and BusyBox's forms. The shell's keyword
//! is the shell's.

use crate::coreutils::{Arg, Cx, launch};
use crate::kernel::WaitStatus;

const POSIX: &str = "real %e\nuser %U\nsys %S";
const GNU: &str = "%Uuser %Ssystem %Eelapsed %PCPU (%Xavgtext+%Davgdata %Mmaxresident)k\n\
                   %Iinputs+%Ooutputs (%Fmajor+%Rminor)pagefaults %Wswaps";
const BUSYBOX: &str = "real\t%E\nuser\t%u\nsys\t%T";

/// Hundredths of a second as `s.hh`.
fn seconds(ns: i64) -> String {
    let c = ns / 10_000_000;
    format!("{}.{:02}", c / 100, c % 100)
}

/// `[h:]m:ss.hh`, or BusyBox's `[hh ]mm ss.hh`.
fn elapsed(ns: i64, busybox: bool) -> String {
    let c = ns / 10_000_000;
    let (h, m, s) = (c / 360_000, c / 6_000 % 60, c / 100 % 60);
    match (busybox, h) {
        (true, 0) => format!("{m}m {s}.{:02}s", c % 100),
        (true, _) => format!("{h}h {m}m {s:02}s"),
        (false, 0) => format!("{m}:{s:02}.{:02}", c % 100),
        (false, _) => format!("{h}:{m:02}:{s:02}"),
    }
}

/// `time`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = 125;
    let longs = [
        ("portability", Arg::No, 'p'),
        ("format", Arg::Required, 'f'),
        ("output", Arg::Required, 'o'),
        ("append", Arg::No, 'a'),
        ("verbose", Arg::No, 'v'),
        ("quiet", Arg::No, 'q'),
    ];
    let parsed = match cx.getopt("+pf:o:avq", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if parsed.operands.is_empty() {
        if cx.busybox() {
            return cx.busybox_usage().await;
        }
        cx.say("Usage: time [OPTION]... COMMAND [ARG]...\n").await;
        return 125;
    }
    let begun = cx.p.now();
    let pid = match launch::spawn(&cx.p, &parsed.operands, |_| {}) {
        Ok(pid) => pid,
        Err(e) => {
            let name = &parsed.operands[0];
            if cx.busybox() {
                cx.err(format!("can't execute '{name}': {e}")).await;
            } else {
                cx.err(format!("cannot run {name}: {e}")).await;
            }
            return launch::exec_status(e);
        }
    };
    let status = launch::wait(&cx.p, pid).await.unwrap_or(WaitStatus::Exited(0));
    let (real, user) = (cx.p.now() - begun, cx.p.cpu_times().1);
    let form = match parsed.value('f') {
        Some(form) => form.to_string(),
        None if parsed.has('p') => POSIX.to_string(),
        None if cx.busybox() => BUSYBOX.to_string(),
        None => GNU.to_string(),
    };
    let mut text = String::new();
    if !parsed.has('q') {
        match status {
            WaitStatus::Exited(0) => {}
            WaitStatus::Exited(_) if cx.busybox() => {}
            WaitStatus::Exited(n) => text = format!("Command exited with non-zero status {n}\n"),
            WaitStatus::Signaled(s) => {
                text = format!("Command terminated by signal {}\n", s.number());
            }
            _ => {}
        }
    }
    let mut chars = form.chars();
    while let Some(c) = chars.next() {
        match c {
            '%' => match chars.next() {
                Some('e') => text += &seconds(real),
                Some('E') => text += &elapsed(real, cx.busybox()),
                Some('U') => text += &seconds(user),
                Some('u') => text += &elapsed(user, true),
                Some('S') => text += "0.00",
                Some('T') => text += "0m 0.00s",
                Some('P') => text += &format!("{}%", user * 100 / real.max(1)),
                Some('C') => text += &parsed.operands.join(" "),
                Some('x') => text += &status.code().to_string(),
                Some('M') => text += "3072",
                Some('%') => text.push('%'),
                Some('n') => text.push('\n'),
                Some(_) => text.push('0'),
                None => text.push('%'),
            },
            '\\' => match chars.next() {
                Some('n') => text.push('\n'),
                Some('t') => text.push('\t'),
                Some(c) => text.push(c),
                None => text.push('\\'),
            },
            c => text.push(c),
        }
    }
    text.push('\n');
    match parsed.value('o') {
        Some(file) => {
            let mut all =
                if parsed.has('a') { cx.p.read_file(file).unwrap_or_default() } else { Vec::new() };
            all.extend_from_slice(&crate::vfs::text::encode(&text));
            if let Err(e) = cx.p.write_file(file, &all, 0o666) {
                let text = format!("cannot open '{file}': {e}");
                cx.err(text).await;
                return 125;
            }
        }
        None => cx.say(&text).await,
    }
    status.code()
}
