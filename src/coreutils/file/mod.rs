//! file: says what kind of data a file holds. What bytes mean is [`magic`]'s.

mod magic;

use crate::vfs::{FileType, OpenFlags, Stat, major, minor};

use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("brief", Arg::No, 'b'),
    ("dereference", Arg::No, 'L'),
    ("files-from", Arg::Required, 'f'),
    ("mime", Arg::No, 'i'),
    ("mime-encoding", Arg::No, 'E'),
    ("mime-type", Arg::No, 'M'),
    ("no-dereference", Arg::No, 'h'),
    ("no-pad", Arg::No, 'N'),
    ("print0", Arg::No, '0'),
    ("separator", Arg::Required, 'F'),
    ("special-files", Arg::No, 's'),
    ("uncompress", Arg::No, 'z'),
];

/// Bytes that are looked at.
const HEAD: usize = 64 * 1024;

/// `file`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("bcdEf:F:hiklLm:nNprsSvzZ0", LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.has('v') {
        cx.puts("file-5.46\n");
        return 0;
    }
    let mut files = opts.operands.clone();
    if let Some(list) = opts.value('f') {
        match cx.p.read_file(list) {
            Ok(bytes) => {
                let text = crate::vfs::text::decode_owned(bytes);
                files.extend(text.lines().map(str::to_string));
            }
            Err(e) => {
                cx.err(format!("Cannot open `{list}' ({e})")).await;
                return 1;
            }
        }
    }
    if files.is_empty() {
        cx.say("Usage: file [-bhiLNsz0] [-f NAMEFILE] [-F SEPARATOR] FILE...\n").await;
        return 1;
    }
    let separator = opts.value('F').unwrap_or(":");
    let widest = files.iter().map(|f| f.chars().count()).max().unwrap_or(0);
    for file in &files {
        let kind = describe(cx, file, opts.has('L'), opts.has('s')).await;
        let shown = if opts.has('i') {
            format!("{}; charset={}", kind.mime, kind.charset)
        } else if opts.has('M') {
            kind.mime.to_string()
        } else if opts.has('E') {
            kind.charset.to_string()
        } else {
            kind.text
        };
        if opts.has('b') {
            cx.puts(&format!("{shown}\n"));
        } else {
            let file = if file == "-" { "/dev/stdin" } else { file };
            let pad = widest.saturating_sub(file.chars().count());
            let pad = if opts.has('N') { 0 } else { pad };
            cx.puts(&format!("{file}{separator} {}{shown}\n", " ".repeat(pad)));
        }
        cx.pace().await;
    }
    0
}

/// What is said of a file.
pub struct Kind {
    text: String,
    mime: &'static str,
    charset: &'static str,
}

fn kind(text: impl Into<String>, mime: &'static str, charset: &'static str) -> Kind {
    Kind { text: text.into(), mime, charset }
}

async fn describe(cx: &mut Cx, file: &str, follow: bool, special: bool) -> Kind {
    if file == "-" {
        let mut head = Vec::new();
        while head.len() < HEAD {
            match cx.p.read(0, HEAD - head.len()).await {
                Ok(piece) if !piece.is_empty() => head.extend(piece),
                _ => break,
            }
        }
        return magic::of(&head);
    }
    let stat = match if follow { cx.p.stat(file) } else { cx.p.lstat(file) } {
        Ok(stat) => stat,
        Err(e) => return kind(format!("cannot open `{file}' ({e})"), "cannot open", "binary"),
    };
    match stat.file_type() {
        FileType::Regular if stat.size == 0 => kind("empty", "inode/x-empty", "binary"),
        FileType::Regular => regular(cx, file).await,
        FileType::Symlink => {
            let target = cx.p.readlink(file).unwrap_or_default();
            let broken = if cx.p.stat(file).is_err() { "broken " } else { "" };
            kind(format!("{broken}symbolic link to {target}"), "inode/symlink", "binary")
        }
        FileType::Directory => {
            let bits = [(0o4000, "setuid, "), (0o2000, "setgid, "), (0o1000, "sticky, ")];
            let set = bits.iter().filter(|(bit, _)| stat.perm() & bit != 0);
            let words: String = set.map(|(_, word)| *word).collect();
            kind(format!("{words}directory"), "inode/directory", "binary")
        }
        _ if special => regular(cx, file).await,
        other => node(&stat, other),
    }
}

fn node(stat: &Stat, what: FileType) -> Kind {
    let numbers = format!("({}/{})", major(stat.rdev), minor(stat.rdev));
    match what {
        FileType::CharDevice => {
            kind(format!("character special {numbers}"), "inode/chardevice", "binary")
        }
        FileType::BlockDevice => {
            kind(format!("block special {numbers}"), "inode/blockdevice", "binary")
        }
        FileType::Fifo => kind("fifo (named pipe)", "inode/fifo", "binary"),
        _ => kind("socket", "inode/socket", "binary"),
    }
}

async fn regular(cx: &mut Cx, file: &str) -> Kind {
    let fd = match cx.p.open(file, OpenFlags::READ, 0) {
        Ok(fd) => fd,
        Err(_) => {
            return kind("regular file, no read permission", "application/octet-stream", "binary");
        }
    };
    let head = cx.p.read(fd, HEAD).await.unwrap_or_default();
    let size = cx.p.fstat(fd).map_or(0, |s| s.size);
    let tail = if size >= 4 {
        let _ = cx.p.lseek(fd, std::io::SeekFrom::Start(size - 4));
        cx.p.read(fd, 4).await.unwrap_or_default()
    } else {
        Vec::new()
    };
    let _ = cx.p.close(fd);
    let mut found = magic::of(&head);
    // gzip's last four bytes hold the length of what is in it.
    if head.starts_with(&[0x1f, 0x8b])
        && let Ok(n) = <[u8; 4]>::try_from(tail.as_slice())
    {
        found.text.push_str(&format!(", original size modulo 2^32 {}", u32::from_le_bytes(n)));
    }
    found
}
