//! stat: attributes of files and of filesystems, as a page or by a format.

use crate::vfs::{Errno, FileType, Stat, StatFs, major, minor};

use super::fs::modes;
use super::fs::owner::Names;
use super::fs::quote;
use super::fs::time::strftime;
use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("cached", Arg::Required, 'C'),
    ("dereference", Arg::No, 'L'),
    ("file-system", Arg::No, 'f'),
    ("format", Arg::Required, 'c'),
    ("printf", Arg::Required, 'p'),
    ("terse", Arg::No, 't'),
];

const PAGE: &str = "  File: %n\n  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F\nDevice: ";
const ACCESS: &str = "\nAccess: (%04a/%10.10A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)\n\
                      Access: %x\nModify: %y\nChange: %z\n";
const FS_PAGE: &str = "  File: \"%n\"\n    ID: %-8i Namelen: %-7l Type: %T\nBlock size: %-10s \
                       Fundamental block size: %S\nBlocks: Total: %-10b Free: %-10f Available: %a\n\
                       Inodes: Total: %-10c Free: %d\n";
const FS_PAGE_BUSYBOX: &str = "  File: \"%n\"\n    ID: %-8i Namelen: %-7l Type: %T\n\
                               Block size: %-10s\nBlocks: Total: %-10b Free: %-10f Available: %a\n\
                               Inodes: Total: %-10c Free: %d\n";

/// What a format is filled from.
enum Facts {
    File { stat: Stat, target: Option<String>, mount: String },
    System { fs: StatFs, id: u64 },
}

/// `stat`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "ltfLc:" } else { "Lfc:t" };
    let opts = match cx.getopt(spec, LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    let (system, terse) = (opts.has('f'), opts.has('t'));
    let names = Names::load(&cx.p);
    let mut status = 0;
    for file in &opts.operands {
        let facts = match look(cx, file, system, opts.has('L')) {
            Ok(facts) => facts,
            Err(e) => {
                status = 1;
                complain(cx, file, system, e).await;
                continue;
            }
        };
        let last = opts.options.iter().rev().find(|o| matches!(o.0, 'c' | 'p'));
        let (format, escapes) = match last {
            Some(('p', Some(format))) => (format.clone(), true),
            Some((_, Some(format))) => (format!("{format}\n"), false),
            _ => (default_format(cx, &facts, terse), false),
        };
        let mut odd = Vec::new();
        let text = fill(cx, &format, escapes, file, &facts, &names, &mut odd);
        let mut done = 0;
        for (at, c) in odd {
            cx.puts(&text[done..at]);
            done = at;
            cx.err(format!("warning: unrecognized escape '\\{c}'")).await;
        }
        cx.puts(&text[done..]);
        cx.pace().await;
    }
    status
}

fn look(cx: &Cx, file: &str, system: bool, follow: bool) -> Result<Facts, Errno> {
    if system {
        let fs = cx.p.statfs(file)?;
        let dev = cx.p.stat(file)?.dev;
        let id = dev.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1 << 63;
        return Ok(Facts::System { fs, id });
    }
    let stat = if file == "-" && !cx.busybox() {
        cx.p.fstat(0)?
    } else if follow {
        cx.p.stat(file)?
    } else {
        cx.p.lstat(file)?
    };
    let target = if stat.is_symlink() { cx.p.readlink(file).ok() } else { None };
    Ok(Facts::File { stat, target, mount: mount_point(cx, file) })
}

/// The mount that a file is on: the longest path in /proc/mounts that it lies below.
fn mount_point(cx: &Cx, file: &str) -> String {
    let Ok(real) = cx.p.realpath(file) else { return "/".to_string() };
    let below = |m: &str| m == "/" || real == m || real.starts_with(&format!("{m}/"));
    let list = super::fs::mounts::list(&cx.p);
    let best = list.into_iter().map(|m| m.dir).filter(|d| below(d)).max_by_key(String::len);
    best.unwrap_or_else(|| "/".to_string())
}

async fn complain(cx: &mut Cx, file: &str, system: bool, e: Errno) {
    let name = cx.q(file);
    let text = match (cx.busybox(), system) {
        (true, false) => format!("can't stat {name}: {e}"),
        (true, true) => format!("can't read file system information for {name}: {e}"),
        (false, false) => format!("cannot statx {name}: {e}"),
        (false, true) => format!("cannot read file system information for {name}: {e}"),
    };
    cx.err(text).await;
}

fn default_format(cx: &Cx, facts: &Facts, terse: bool) -> String {
    let bb = cx.busybox();
    match facts {
        Facts::System { .. } if terse => "%n %i %l %t %s %S %b %f %a %c %d\n".to_string(),
        Facts::System { .. } if bb => FS_PAGE_BUSYBOX.to_string(),
        Facts::System { .. } => FS_PAGE.to_string(),
        Facts::File { .. } if terse && bb => {
            "%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %o\n".to_string()
        }
        Facts::File { .. } if terse => {
            "%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %W %o\n".to_string()
        }
        Facts::File { stat, .. } => {
            let device = matches!(stat.file_type(), FileType::CharDevice | FileType::BlockDevice);
            let mut page = PAGE.to_string();
            if stat.is_symlink() {
                page = page.replacen("%n", if bb { "%N" } else { "%n -> \u{1}" }, 1);
            }
            page.push_str(if bb { "%Dh/%dd" } else { "%Hd,%Ld" });
            page.push_str("\tInode: %-10i  Links: ");
            page.push_str(if device && bb {
                "%-5h Device type: %\u{2},%\u{3}"
            } else if device {
                "%-5h Device type: %Hr,%Lr"
            } else {
                "%h"
            });
            page.push_str(ACCESS);
            if !bb {
                page.push_str(" Birth: %w\n");
            }
            page
        }
    }
}

/// What stands for the kind of a filesystem.
fn magic(fstype: &str) -> (u64, &'static str) {
    match fstype {
        "ext4" => (0xef53, "ext2/ext3"),
        "tmpfs" => (0x0102_1994, "tmpfs"),
        "overlay" => (0x794c_7630, "overlayfs"),
        "proc" => (0x9fa0, "proc"),
        "sysfs" => (0x6265_6572, "sysfs"),
        "devpts" => (0x1cd1, "devpts"),
        _ => (0, "UNKNOWN"),
    }
}

fn time(ns: i64) -> String {
    strftime("%F %T.%N %z", ns)
}

/// Seconds since the epoch with `precision` decimals.
fn seconds(ns: i64, precision: Option<usize>) -> String {
    let (s, n) = (ns.div_euclid(1_000_000_000), ns.rem_euclid(1_000_000_000));
    match precision {
        None => s.to_string(),
        Some(digits) => format!("{s}.{}", &format!("{n:09}")[..digits.clamp(1, 9)]),
    }
}

/// A directive's text: characters, or a number that flags may change.
enum Value {
    Text(String),
    Number(u64),
    Octal(u64),
    Hex(u64),
}

fn file_value(
    cx: &Cx,
    spec: (Option<char>, char),
    precision: Option<usize>,
    file: &str,
    facts: &Facts,
    names: &Names,
) -> Option<Value> {
    let Facts::File { stat: s, target, mount } = facts else { return None };
    use Value::{Hex, Number, Octal, Text};
    let unknown = || "UNKNOWN".to_string();
    Some(match spec {
        (Some('H'), 'd') => Number(u64::from(major(s.dev))),
        (Some('L'), 'd') => Number(u64::from(minor(s.dev))),
        (Some('H'), 'r') | (_, '\u{2}') => Number(u64::from(major(s.rdev))),
        (Some('L'), 'r') | (_, '\u{3}') => Number(u64::from(minor(s.rdev))),
        (_, 'n') => Text(file.to_string()),
        (_, 'N') => {
            let q = |n: &str| {
                if cx.busybox() {
                    format!("'{n}'")
                } else {
                    quote::shell(n, cx.utf8(), true, false)
                }
            };
            Text(match target {
                Some(target) => format!("{} -> {}", q(file), q(target)),
                None if cx.busybox() => file.to_string(),
                None => q(file),
            })
        }
        (_, 'd') => Number(s.dev),
        (_, 'D') => Hex(s.dev),
        (_, 'i') => Number(s.ino),
        (_, 'a') => Octal(u64::from(s.perm())),
        (_, 'A') => Text(modes::show(s)),
        (_, 'f') => Hex(u64::from(s.mode)),
        (_, 'F') => Text(kind(s).to_string()),
        (_, 'h') => Number(u64::from(s.nlink)),
        (_, 'u') => Number(u64::from(s.uid)),
        (_, 'U') => Text(names.user(s.uid).map_or_else(unknown, str::to_string)),
        (_, 'g') => Number(u64::from(s.gid)),
        (_, 'G') => Text(names.group(s.gid).map_or_else(unknown, str::to_string)),
        (_, 'm') if !cx.busybox() => Text(mount.clone()),
        (_, 's') => Number(s.size),
        (_, 'b') => Number(s.blocks),
        (_, 'B') => Number(512),
        (_, 'o') => Number(u64::from(s.blksize)),
        (_, 'r') if !cx.busybox() => Number(s.rdev),
        (_, 'R') if !cx.busybox() => Hex(s.rdev),
        (_, 't') => Hex(u64::from(major(s.rdev))),
        (_, 'T') => Hex(u64::from(minor(s.rdev))),
        (_, 'w') if !cx.busybox() => Text(time(s.btime)),
        (_, 'W') if !cx.busybox() => Text(seconds(s.btime, precision)),
        (_, 'x') => Text(time(s.atime)),
        (_, 'X') => Text(seconds(s.atime, precision)),
        (_, 'y') => Text(time(s.mtime)),
        (_, 'Y') => Text(seconds(s.mtime, precision)),
        (_, 'z') => Text(time(s.ctime)),
        (_, 'Z') => Text(seconds(s.ctime, precision)),
        (_, '\u{1}') => Text(target.clone().unwrap_or_default()),
        (_, 'C') if !cx.busybox() => Text("?".to_string()),
        _ => return None,
    })
}

fn system_value(spec: char, file: &str, facts: &Facts) -> Option<Value> {
    let Facts::System { fs, id } = facts else { return None };
    use Value::{Hex, Number, Text};
    let block = fs.block_size.max(1);
    Some(match spec {
        'n' => Text(file.to_string()),
        'i' => Hex(*id),
        'l' => Number(255),
        't' => Hex(magic(&fs.fstype).0),
        'T' => Text(magic(&fs.fstype).1.to_string()),
        's' | 'S' => Number(fs.block_size),
        'b' => Number(fs.total / block),
        'f' => Number(fs.free / block),
        'a' => Number(fs.available / block),
        'c' => Number(fs.files),
        'd' => Number(fs.files_free),
        _ => return None,
    })
}

/// A file's kind in words.
pub(super) fn kind(s: &Stat) -> &'static str {
    match s.file_type() {
        FileType::Regular if s.size == 0 => "regular empty file",
        FileType::Regular => "regular file",
        FileType::Directory => "directory",
        FileType::Symlink => "symbolic link",
        FileType::Fifo => "fifo",
        FileType::Socket => "socket",
        FileType::CharDevice => "character special file",
        FileType::BlockDevice => "block special file",
    }
}

fn fill(
    cx: &Cx,
    format: &str,
    escapes: bool,
    file: &str,
    facts: &Facts,
    names: &Names,
    odd: &mut Vec<(usize, char)>,
) -> String {
    let mut out = String::new();
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\u{1}' {
            if let Some(Value::Text(t)) = file_value(cx, (None, c), None, file, facts, names) {
                out.push_str(&t);
            }
            continue;
        }
        if c == '\\' && escapes {
            escape(&mut chars, &mut out, odd);
            continue;
        }
        if c != '%' {
            out.push(c);
            continue;
        }
        let mut raw = String::from("%");
        let mut take = |chars: &mut std::iter::Peekable<std::str::Chars<'_>>,
                        ok: fn(char) -> bool| {
            let mut text = String::new();
            while let Some(c) = chars.next_if(|c| ok(*c)) {
                text.push(c);
                raw.push(c);
            }
            text
        };
        let flags = take(&mut chars, |c| "-+ #0'I".contains(c));
        let width: usize =
            take(&mut chars, |c| c.is_ascii_digit()).parse().unwrap_or(0).min(10_000);
        let mut precision = None;
        if chars.next_if_eq(&'.').is_some() {
            let digits = take(&mut chars, |c| c.is_ascii_digit());
            precision = Some(digits.parse().unwrap_or(9));
        }
        let high = chars.next_if(|c| matches!(c, 'H' | 'L') && !cx.busybox());
        let Some(letter) = chars.next() else {
            out.push_str(&raw);
            out.extend(high);
            break;
        };
        if letter == '%' {
            out.push('%');
            continue;
        }
        let value = match facts {
            Facts::File { .. } => file_value(cx, (high, letter), precision, file, facts, names),
            Facts::System { .. } => system_value(letter, file, facts),
        };
        match value {
            Some(value) => out.push_str(&dress(value, &flags, width, precision)),
            None if cx.busybox() => out.push(letter),
            None => out.push('?'),
        }
    }
    out
}

/// Sets a value in its field as printf(3) would.
fn dress(value: Value, flags: &str, width: usize, precision: Option<usize>) -> String {
    let alt = flags.contains('#');
    let (text, number) = match value {
        Value::Text(t) => {
            let cut = precision.filter(|_| !t.contains('.')).unwrap_or(usize::MAX);
            (t.chars().take(cut).collect(), t.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
        }
        Value::Number(n) => (n.to_string(), true),
        Value::Octal(n) if alt && n != 0 => (format!("0{n:o}"), true),
        Value::Octal(n) => (format!("{n:o}"), true),
        Value::Hex(n) if alt && n != 0 => (format!("0x{n:x}"), true),
        Value::Hex(n) => (format!("{n:x}"), true),
    };
    let pad = width.saturating_sub(text.chars().count());
    if flags.contains('-') {
        format!("{text}{}", " ".repeat(pad))
    } else if flags.contains('0') && number {
        format!("{}{text}", "0".repeat(pad))
    } else {
        format!("{}{text}", " ".repeat(pad))
    }
}

fn escape(
    chars: &mut std::iter::Peekable<std::str::Chars<'_>>,
    out: &mut String,
    odd: &mut Vec<(usize, char)>,
) {
    let Some(c) = chars.next() else {
        out.push('\\');
        return;
    };
    match c {
        'a' => out.push('\u{7}'),
        'b' => out.push('\u{8}'),
        'e' => out.push('\u{1b}'),
        'f' => out.push('\u{c}'),
        'n' => out.push('\n'),
        'r' => out.push('\r'),
        't' => out.push('\t'),
        'v' => out.push('\u{b}'),
        '0'..='7' => {
            let mut n = c.to_digit(8).unwrap_or(0);
            for _ in 0..2 {
                match chars.next_if(|c| ('0'..='7').contains(c)) {
                    Some(d) => n = n * 8 + d.to_digit(8).unwrap_or(0),
                    None => break,
                }
            }
            out.push_str(&crate::vfs::text::decode(&[n as u8]));
        }
        '"' | '\\' => out.push(c),
        other => {
            odd.push((out.len(), other));
            out.push(other);
        }
    }
}
