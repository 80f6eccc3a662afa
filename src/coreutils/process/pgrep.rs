//! pgrep and pkill: processes by name, user, terminal and the like; found, or signalled.

use crate::coreutils::regex::{Flavor, Options, Regex};
use crate::coreutils::{Arg, Cx, Parsed};
use crate::kernel::{KillTarget, ProcInfo, Signal};
use crate::vfs::text;

use super::columns;

const LONGS: &[(&str, Arg, char)] = &[
    ("count", Arg::No, 'c'),
    ("delimiter", Arg::Required, 'd'),
    ("echo", Arg::No, 'e'),
    ("euid", Arg::Required, 'u'),
    ("exact", Arg::No, 'x'),
    ("full", Arg::No, 'f'),
    ("ignore-case", Arg::No, 'i'),
    ("inverse", Arg::No, 'v'),
    ("list-full", Arg::No, 'a'),
    ("list-name", Arg::No, 'l'),
    ("newest", Arg::No, 'n'),
    ("oldest", Arg::No, 'o'),
    ("parent", Arg::Required, 'P'),
    ("pgroup", Arg::Required, 'g'),
    ("session", Arg::Required, 's'),
    ("signal", Arg::Required, 'S'),
    ("terminal", Arg::Required, 't'),
    ("uid", Arg::Required, 'U'),
];

fn list(value: Option<&str>) -> Vec<String> {
    value.into_iter().flat_map(|v| v.split(',')).map(str::to_string).collect()
}

/// Whether a process is what the options ask for, the pattern left aside.
fn fits(cx: &Cx, parsed: &Parsed, i: &ProcInfo) -> bool {
    let number = |letter: char, n: u32| {
        let wanted = list(parsed.value(letter));
        wanted.is_empty() || wanted.iter().any(|w| w.parse() == Ok(n))
    };
    let user = |letter: char| {
        let wanted = list(parsed.value(letter));
        let id = |w: &String| cx.p.user_by_name(w).map(|u| u.uid).or_else(|| w.parse().ok());
        wanted.is_empty() || wanted.iter().any(|w| id(w) == Some(i.uid))
    };
    let terminals = list(parsed.value('t'));
    number('P', i.ppid)
        && number('g', i.pgid)
        && number('s', i.sid)
        && user('u')
        && user('U')
        && (terminals.is_empty() || terminals.contains(&columns::tty(i)))
}

/// The processes that the arguments choose; `Err` is the status of a complaint.
async fn chosen(cx: &mut Cx, parsed: &Parsed) -> Result<Vec<ProcInfo>, i32> {
    let criteria = ['P', 'g', 's', 'u', 'U', 't'].iter().any(|c| parsed.has(*c));
    if parsed.operands.is_empty() && !criteria {
        if cx.busybox() {
            return Err(cx.busybox_usage().await);
        }
        let text = format!(
            "{0}: no matching criteria specified\nTry `{0} --help' for more information.\n",
            cx.name
        );
        cx.say(&text).await;
        return Err(2);
    }
    if parsed.operands.len() > 1 {
        if cx.busybox() {
            return Err(cx.busybox_usage().await);
        }
        let text = format!(
            "{0}: only one pattern can be provided\nTry `{0} --help' for more information.\n",
            cx.name
        );
        cx.say(&text).await;
        return Err(2);
    }
    let mut pattern = parsed.operands.first().cloned().unwrap_or_default();
    if parsed.has('x') {
        pattern = format!("^({pattern})$");
    }
    let mut options = Options::new(Flavor::Extended, true);
    options.icase = parsed.has('i');
    let regex = match Regex::new(&text::encode(&pattern), &options) {
        Ok(regex) => regex,
        Err(e) => {
            cx.err(format!("{e}")).await;
            return Err(2);
        }
    };
    let me = cx.p.pid();
    let mut found = Vec::new();
    for i in cx.p.processes() {
        let subject = if parsed.has('f') { columns::command(&i) } else { i.comm.clone() };
        let is = regex.is_match(&text::encode(&subject)).unwrap_or(false);
        if i.pid != me && (is && fits(cx, parsed, &i)) != parsed.has('v') {
            found.push(i);
        }
    }
    if parsed.has('n') {
        found = found.into_iter().max_by_key(|i| (i.started, i.pid)).into_iter().collect();
    } else if parsed.has('o') {
        found = found.into_iter().min_by_key(|i| (i.started, i.pid)).into_iter().collect();
    }
    Ok(found)
}

/// `pgrep`.
pub async fn pgrep(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let spec = if cx.busybox() { "flanovxs:P:" } else { "acd:filnoP:g:s:t:u:U:vxw" };
    let parsed = match cx.getopt(spec, if cx.busybox() { &[] } else { LONGS }).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let found = match chosen(cx, &parsed).await {
        Ok(found) => found,
        Err(status) => return status,
    };
    if parsed.has('c') {
        cx.puts(&format!("{}\n", found.len()));
    } else {
        let line = |i: &ProcInfo| {
            if parsed.has('a') {
                format!("{} {}", i.pid, columns::command(i))
            } else if parsed.has('l') {
                format!("{} {}", i.pid, i.comm)
            } else {
                i.pid.to_string()
            }
        };
        let lines: Vec<String> = found.iter().map(line).collect();
        if !lines.is_empty() {
            cx.puts(&lines.join(parsed.value('d').unwrap_or("\n")));
            cx.puts("\n");
        }
    }
    i32::from(found.is_empty())
}

/// `pkill`.
pub async fn pkill(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let mut signal = Some(Signal::TERM);
    let mut args = Vec::new();
    let mut ended = false;
    for arg in cx.args() {
        let name = arg.strip_prefix('-').filter(|_| !ended);
        match name.and_then(crate::coreutils::launch::signal_or_none) {
            Some(s) => signal = s,
            None => {
                ended |= arg == "--";
                args.push(arg);
            }
        }
    }
    let spec = if cx.busybox() { "flanovxs:P:" } else { "cefinoP:g:s:t:u:U:vx" };
    let longs = if cx.busybox() { &[] } else { LONGS };
    let parsed = match crate::coreutils::getopt::parse(&args, spec, longs) {
        Ok(parsed) => parsed,
        Err(complaint) => return cx.complain(complaint).await,
    };
    if let Some(name) = parsed.value('S') {
        match crate::coreutils::launch::signal_or_none(name) {
            Some(s) => signal = s,
            None => {
                let text = format!("Unknown signal \"{name}\".");
                cx.err(text).await;
                return 2;
            }
        }
    }
    let found = match chosen(cx, &parsed).await {
        Ok(found) => found,
        Err(status) => return status,
    };
    let mut sent = 0;
    for i in &found {
        match cx.p.kill(KillTarget::Pid(i.pid), signal) {
            Ok(()) => {
                sent += 1;
                if parsed.has('e') {
                    cx.puts(&format!("{} killed (pid {})\n", i.comm, i.pid));
                }
            }
            Err(e) => cx.err(format!("killing pid {} failed: {e}", i.pid)).await,
        }
    }
    if parsed.has('c') {
        cx.puts(&format!("{}\n", found.len()));
    }
    i32::from(sent == 0)
}
