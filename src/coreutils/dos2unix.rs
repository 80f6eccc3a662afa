//! dos2unix and unix2dos: the ends of lines, in place or on the way through.

use crate::vfs::{Errno, OpenFlags};

use super::Cx;
use super::getopt::{Arg, parse};

const LONGS: &[(&str, Arg, char)] = &[
    ("force", Arg::No, 'f'),
    ("help", Arg::No, 'h'),
    ("info", Arg::No, 'i'),
    ("keepdate", Arg::No, 'k'),
    ("newfile", Arg::No, 'n'),
    ("newline", Arg::No, 'l'),
    ("oldfile", Arg::No, 'o'),
    ("quiet", Arg::No, 'q'),
    ("safe", Arg::No, 's'),
    ("to-stdout", Arg::No, 'O'),
    ("verbose", Arg::No, 'v'),
    ("version", Arg::No, 'V'),
];

/// `dos2unix`.
pub async fn dos2unix(cx: &mut Cx) -> i32 {
    run(cx, false).await
}

/// `unix2dos`.
pub async fn unix2dos(cx: &mut Cx) -> i32 {
    run(cx, true).await
}

async fn run(cx: &mut Cx, to_dos: bool) -> i32 {
    if cx.busybox() {
        return busybox(cx, to_dos).await;
    }
    let opts = match parse(&cx.args(), "fhiklnoqsvFORSV", LONGS) {
        Ok(opts) => opts,
        Err(_) => {
            cx.help();
            return 1;
        }
    };
    if opts.has('h') {
        cx.help();
        return 0;
    }
    if opts.has('V') {
        cx.version();
        return 0;
    }
    let double = opts.has('l');
    if opts.operands.is_empty() {
        let Ok(data) = cx.read_all(0).await else { return 1 };
        cx.put(&convert(&data, to_dos, double));
        return 0;
    }
    let mut status = 0;
    let pairs: Vec<(String, String)> = if opts.has('n') {
        opts.operands.chunks(2).map(|c| (c[0].clone(), c[c.len() - 1].clone())).collect()
    } else {
        opts.operands.iter().map(|f| (f.clone(), f.clone())).collect()
    };
    for (from, to) in pairs {
        let how = How {
            to_dos,
            double,
            force: opts.has('f'),
            quiet: opts.has('q'),
            keep: opts.has('k'),
            info: opts.has('i'),
            out: opts.has('O'),
        };
        status = file(cx, &from, &to, &how).await.max(status);
        if !cx.pace().await {
            break;
        }
    }
    status
}

struct How {
    to_dos: bool,
    double: bool,
    force: bool,
    quiet: bool,
    keep: bool,
    info: bool,
    out: bool,
}

async fn file(cx: &mut Cx, from: &str, to: &str, how: &How) -> i32 {
    let stat = match cx.p.stat(from) {
        Ok(stat) => stat,
        Err(e) => {
            if !how.quiet {
                cx.err(format!("{from}: {e}")).await;
                cx.err(format!("Skipping {from}, not a regular file.")).await;
            }
            return e as i32;
        }
    };
    if !stat.is_file() {
        if !how.quiet {
            cx.err(format!("Skipping {from}, not a regular file.")).await;
        }
        return 0;
    }
    let data = match read(cx, from).await {
        Ok(data) => data,
        Err(e) => {
            cx.err(format!("{from}: {e}")).await;
            return e as i32;
        }
    };
    if how.info {
        info(cx, from, &data);
        return 0;
    }
    let control = |b: &u8| *b < 32 && !matches!(b, 9 | 10 | 12 | 13);
    if let Some(at) = data.iter().position(control).filter(|_| !how.force) {
        if !how.quiet {
            let line = data[..at].iter().filter(|b| **b == b'\n').count() + 1;
            cx.err(format!("Binary symbol 0x{:02X} found at line {line}", data[at])).await;
            cx.err(format!("Skipping binary file {from}")).await;
        }
        return 0;
    }
    if !how.quiet {
        let kind = if how.to_dos { "DOS" } else { "Unix" };
        let new = if from == to { String::new() } else { format!(" to file {to}") };
        cx.err(format!("converting file {from}{new} to {kind} format...")).await;
    }
    let bytes = convert(&data, how.to_dos, how.double);
    if how.out {
        cx.put(&bytes);
        return 0;
    }
    match write(cx, to, &bytes).await {
        Ok(()) => {
            if how.keep {
                let _ = cx.p.utimes(to, Some(stat.atime), Some(stat.mtime), true);
            }
            0
        }
        Err(e) => {
            cx.err(format!("{to}: {e}")).await;
            e as i32
        }
    }
}

/// `-i`: line ends of the kinds of DOS, Unix and old Macs.
fn info(cx: &mut Cx, name: &str, data: &[u8]) {
    let dos = data.windows(2).filter(|w| *w == b"\r\n").count();
    let unix = data.iter().filter(|b| **b == b'\n').count() - dos;
    let mac = data.iter().filter(|b| **b == b'\r').count() - dos;
    let bom = if data.starts_with(b"\xef\xbb\xbf") { "UTF-8" } else { "no_bom" };
    let control = data.iter().any(|b| *b < 32 && !matches!(b, 9 | 10 | 12 | 13));
    let kind = if control { "binary" } else { "text" };
    cx.puts(&format!("  {dos:6}  {unix:6}  {mac:6}  {bom:<8}  {kind:<6}  {name}\n"));
}

async fn read(cx: &mut Cx, file: &str) -> Result<Vec<u8>, Errno> {
    let fd = cx.p.open(file, OpenFlags::READ, 0)?;
    let data = cx.read_all(fd).await;
    let _ = cx.p.close(fd);
    data
}

async fn write(cx: &mut Cx, file: &str, bytes: &[u8]) -> Result<(), Errno> {
    let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
    let fd = cx.p.open(file, flags, 0o666)?;
    let done = cx.p.write_all(fd, bytes).await;
    let _ = cx.p.close(fd);
    done
}

/// Line ends changed; `double` adds one more to each.
fn convert(data: &[u8], to_dos: bool, double: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len() + data.len() / 16);
    let mut last = 0;
    for (i, b) in data.iter().enumerate() {
        match b {
            b'\n' => {
                let bare = last != b'\r';
                let times = if double && (bare || !to_dos) { 2 } else { 1 };
                for turn in 0..times {
                    if to_dos && (bare || turn > 0) {
                        out.push(b'\r');
                    }
                    out.push(b'\n');
                }
            }
            b'\r' if !to_dos && data.get(i + 1) == Some(&b'\n') => {}
            b => out.push(*b),
        }
        last = *b;
    }
    out
}

/// The applet takes `-u` and `-d` in either name, and one file.
async fn busybox(cx: &mut Cx, mut to_dos: bool) -> i32 {
    let opts = match cx.getopt("ud", &[]).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    match opts.options.last().map(|o| o.0) {
        Some('u') => to_dos = false,
        Some(_) => to_dos = true,
        None => {}
    }
    if opts.operands.is_empty() {
        let Ok(data) = cx.read_all(0).await else { return 1 };
        cx.put(&applet(&data, to_dos));
        return 0;
    }
    for name in &opts.operands {
        let done = match read(cx, name).await {
            Ok(data) => write(cx, name, &applet(&data, to_dos)).await,
            Err(e) => Err(e),
        };
        if let Err(e) = done {
            cx.err(format!("can't open '{name}': {e}")).await;
            return 1;
        }
        cx.pace().await;
    }
    0
}

/// BusyBox takes every carriage return out, and puts one before every line's end.
fn applet(data: &[u8], to_dos: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len());
    for b in data.iter().filter(|b| **b != b'\r') {
        if to_dos && *b == b'\n' {
            out.push(b'\r');
        }
        out.push(*b);
    }
    out
}
