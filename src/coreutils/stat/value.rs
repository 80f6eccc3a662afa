//! What the directives of stat stand for.

use super::Facts;
use crate::coreutils::Cx;
use crate::coreutils::fs::modes;
use crate::coreutils::fs::owner::Names;
use crate::coreutils::fs::quote;
use crate::vfs::{FileType, Stat, major, minor};

/// What stands for the kind of a filesystem.
pub fn magic(fstype: &str) -> (u64, &'static str) {
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

/// A moment to the nanosecond, as `%y` shows it.
pub fn time(cx: &Cx, ns: i64) -> String {
    cx.local("%F %T.%N %z", ns)
}

/// Seconds since the epoch with `precision` decimals.
pub fn seconds(ns: i64, precision: Option<usize>) -> String {
    let (s, n) = (ns.div_euclid(1_000_000_000), ns.rem_euclid(1_000_000_000));
    match precision {
        None => s.to_string(),
        Some(digits) => format!("{s}.{}", &format!("{n:09}")[..digits.clamp(1, 9)]),
    }
}

/// A directive's text: characters, or a number that flags may change.
pub enum Value {
    Text(String),
    Number(u64),
    Octal(u64),
    Hex(u64),
}

pub fn file_value(
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
        (_, 'w') if !cx.busybox() => Text(time(cx, s.btime)),
        (_, 'W') if !cx.busybox() => Text(seconds(s.btime, precision)),
        (_, 'x') => Text(time(cx, s.atime)),
        (_, 'X') => Text(seconds(s.atime, precision)),
        (_, 'y') => Text(time(cx, s.mtime)),
        (_, 'Y') => Text(seconds(s.mtime, precision)),
        (_, 'z') => Text(time(cx, s.ctime)),
        (_, 'Z') => Text(seconds(s.ctime, precision)),
        (_, '\u{1}') => Text(target.clone().unwrap_or_default()),
        (_, 'C') if !cx.busybox() => Text("?".to_string()),
        _ => return None,
    })
}

pub fn system_value(spec: char, file: &str, facts: &Facts) -> Option<Value> {
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
pub fn kind(s: &Stat) -> &'static str {
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
