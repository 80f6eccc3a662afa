//! sysctl: the kernel's settings by name, as the files below /proc/sys have them.

use crate::coreutils::{Arg, Cx};
use crate::vfs::{Errno, text};

const TREE: &str = "/proc/sys";

/// What is wanted of each name.
struct Wanted {
    values_only: bool,
    names_only: bool,
    quiet: bool,
    write: bool,
    ignore: bool,
}

/// Path below /proc/sys: dots are slashes, and where a slash comes first, slashes are dots.
fn path_of(name: &str) -> String {
    let first = name.find(['.', '/']).map(|i| name.as_bytes()[i]);
    let swap = |c| match c {
        '.' => '/',
        '/' => '.',
        c => c,
    };
    match first {
        Some(b'/') => name.to_string(),
        _ => name.chars().map(swap).collect(),
    }
}

fn name_of(path: &str) -> String {
    let swap = |c| match c {
        '.' => '/',
        '/' => '.',
        c => c,
    };
    path.chars().map(swap).collect()
}

/// Shows a setting, or all below a directory.
async fn show(cx: &mut Cx, path: &str, w: &Wanted) -> i32 {
    let file = if path.is_empty() { TREE.to_string() } else { format!("{TREE}/{path}") };
    if cx.p.stat(&file).is_ok_and(|s| s.is_dir()) {
        let mut status = 0;
        for e in cx.p.readdir(&file).unwrap_or_default() {
            let below = if path.is_empty() { e.name } else { format!("{path}/{}", e.name) };
            status |= Box::pin(show(cx, &below, w)).await;
        }
        return status;
    }
    let name = name_of(path);
    match cx.p.read_file(&file) {
        Ok(bytes) => {
            for line in text::decode(&bytes).lines() {
                let line = match (w.values_only, w.names_only) {
                    (true, _) => format!("{line}\n"),
                    (_, true) => format!("{name}\n"),
                    _ => format!("{name} = {line}\n"),
                };
                cx.puts(&line);
            }
            0
        }
        Err(Errno::ENOENT) if w.ignore => 0,
        Err(e) => {
            let text = match (cx.busybox(), e) {
                (true, Errno::ENOENT) => format!("error: '{path}' is an unknown key"),
                (true, e) => format!("error reading key '{name}': {e}"),
                (false, Errno::ENOENT) => format!("cannot stat {file}: {e}"),
                (false, Errno::EACCES) => format!("permission denied on key '{name}'"),
                (false, e) => format!("reading key \"{name}\": {e}"),
            };
            cx.err(text).await;
            1
        }
    }
}

async fn set(cx: &mut Cx, name: &str, value: &str, w: &Wanted) -> i32 {
    let path = path_of(name);
    let file = format!("{TREE}/{path}");
    let name = name_of(&path);
    let busybox = cx.busybox();
    // procps looks first whether anybody may write there.
    let fixed = cx.p.stat(&file).is_ok_and(|s| s.perm() & 0o222 == 0);
    let done = match fixed && !busybox {
        true => Err((Errno::EPERM, true)),
        false => write(cx, &file, value).await,
    };
    let text = match done {
        Ok(()) => {
            let line =
                if w.values_only { format!("{value}\n") } else { format!("{name} = {value}\n") };
            if !w.quiet {
                cx.puts(&line);
            }
            return 0;
        }
        Err((Errno::ENOENT, _)) if w.ignore => return 0,
        Err((e, opened)) => match (busybox, e) {
            (true, Errno::ENOENT) => format!("error: '{name}' is an unknown key"),
            (true, e) if opened => format!("write error: {e}"),
            (true, e) => format!("error setting key '{name}': {e}"),
            (false, Errno::ENOENT) => format!("cannot stat {file}: {e}"),
            (false, Errno::EACCES) => format!("permission denied on key \"{name}\""),
            (false, e) => format!("setting key \"{name}\": {e}"),
        },
    };
    cx.err(text).await;
    1
}

/// Writes a value; the error tells whether the file could be opened.
async fn write(cx: &Cx, file: &str, value: &str) -> Result<(), (Errno, bool)> {
    let fd = cx.p.open(file, crate::vfs::OpenFlags::WRITE, 0).map_err(|e| (e, false))?;
    let done = cx.p.write_all(fd, format!("{value}\n").as_bytes()).await;
    cx.p.close(fd).ok();
    done.map_err(|e| (e, true))
}

/// The settings in a file of `name = value` lines.
async fn set_from(cx: &mut Cx, file: &str, w: &Wanted) -> i32 {
    let bytes = match cx.p.read_file(file) {
        Ok(bytes) => bytes,
        Err(e) => {
            let text = match cx.busybox() {
                true => format!("can't open '{file}': {e}"),
                false => format!("cannot open \"{file}\": {e}"),
            };
            cx.err(text).await;
            return 1;
        }
    };
    let mut status = 0;
    for line in text::decode(&bytes).lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if let Some((name, value)) = line.split_once('=') {
            let name = name.trim().trim_start_matches('-').to_string();
            status |= set(cx, &name, value.trim(), w).await;
        }
    }
    status
}

/// `sysctl`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("all", Arg::No, 'a'),
        ("values", Arg::No, 'n'),
        ("names", Arg::No, 'N'),
        ("write", Arg::No, 'w'),
        ("quiet", Arg::No, 'q'),
        ("ignore", Arg::No, 'e'),
        ("load", Arg::Optional, 'p'),
    ];
    let spec = if cx.busybox() { "aneqwp" } else { "aAXbnNeqwp::" };
    let parsed = match cx.getopt(spec, &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let w = Wanted {
        values_only: parsed.has('n') || parsed.has('b'),
        names_only: parsed.has('N'),
        quiet: parsed.has('q'),
        write: parsed.has('w'),
        ignore: parsed.has('e'),
    };
    let operands = parsed.operands.clone();
    if parsed.has('p') {
        let mut files = operands;
        files.extend(parsed.value('p').filter(|v| !v.is_empty()).map(str::to_string));
        if files.is_empty() {
            files.push("/etc/sysctl.conf".to_string());
        }
        let mut status = 0;
        for file in files {
            status |= set_from(cx, &file, &w).await;
        }
        return status;
    }
    if parsed.has('a') || (operands.is_empty() && cx.busybox()) {
        return show(cx, "", &w).await;
    }
    let mut status = 0;
    for operand in operands {
        status |= match operand.split_once('=') {
            Some((name, value)) => set(cx, name.trim(), value.trim(), &w).await,
            None if w.write => {
                let text = match cx.busybox() {
                    true => format!("error: '{operand}' must be of the form name=value"),
                    false => format!("\"{operand}\" must be of the form name=value"),
                };
                cx.err(text).await;
                1
            }
            None => show(cx, &path_of(&operand), &w).await,
        };
    }
    status
}
