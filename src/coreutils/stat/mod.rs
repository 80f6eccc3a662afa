//! stat: attributes of files and of filesystems, as a page or by a format.

mod format;
mod value;

use crate::vfs::{Errno, FileType, Stat, StatFs};

use crate::coreutils::fs::owner::Names;
use crate::coreutils::{Arg, Cx};
use format::fill;
pub use value::kind;

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
    if let Some(word) = opts.value('C').map(str::to_string) {
        let words: [&[&str]; 3] = [&["default"], &["never"], &["always"]];
        if let Err(status) = cx.choose("--cached", &word, &words).await {
            return status;
        }
    }
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
            Some((_, Some(format))) => (format.clone(), false),
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
        if matches!(last, Some(('c', _))) {
            cx.put(b"\n");
        }
        if format.contains("%C") && !system && !cx.busybox() {
            let name = cx.q(file);
            let what = "failed to get security context of";
            cx.err(format!("{what} {name}: No data available")).await;
            status = 1;
        }
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
