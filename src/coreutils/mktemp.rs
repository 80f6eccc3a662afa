//! mktemp: makes a file or directory with a name that was not there before.

use crate::kernel::Proc;
use crate::vfs::{Errno, OpenFlags};

use super::fs::path;
use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("directory", Arg::No, 'd'),
    ("quiet", Arg::No, 'q'),
    ("dry-run", Arg::No, 'u'),
    ("suffix", Arg::Required, 'S'),
    ("tmpdir", Arg::Optional, 'P'),
];

const LETTERS: &[u8; 62] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

fn random_letters(p: &Proc, n: usize) -> String {
    let mut bytes = vec![0; n];
    p.random(&mut bytes);
    bytes.iter().map(|b| LETTERS[usize::from(*b) % LETTERS.len()] as char).collect()
}

/// `mktemp`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("dqup:t", LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let quiet = opts.has('q');
    if opts.operands.len() > 1 {
        return cx.usage_error("too many templates").await;
    }
    let env = cx.p.env("TMPDIR").filter(|d| !d.is_empty());
    let default_dir = env.clone().unwrap_or_else(|| "/tmp".to_string());
    let given = opts.operands.first().cloned();
    let asked = opts.value('p').or(opts.value('P'));
    let (dir, mut template) = match given {
        None => {
            let name = if cx.busybox() { "tmp.XXXXXX" } else { "tmp.XXXXXXXXXX" };
            (Some(asked.map_or(default_dir, str::to_string)), name.to_string())
        }
        Some(t) if opts.has('t') => {
            (Some(env.or(asked.map(str::to_string)).unwrap_or_else(|| "/tmp".to_string())), t)
        }
        Some(t) if opts.has('p') || opts.has('P') => {
            (Some(asked.map_or(default_dir, str::to_string)), t)
        }
        Some(t) => (None, t),
    };
    if let Some(suffix) = opts.value('S') {
        template.push_str(suffix);
    }
    let end = template.rfind('X').map_or(0, |i| i + 1);
    let count = template[..end].len() - template[..end].trim_end_matches('X').len();
    let suffix = &template[end..];
    let name = cx.ql(&template);
    let least = if cx.busybox() { 6 } else { 3 };
    if count < least || (cx.busybox() && !suffix.is_empty()) {
        if cx.busybox() {
            cx.err(format!(": {}", Errno::EINVAL)).await;
        } else if !quiet {
            cx.err(format!("too few X's in template {name}")).await;
        }
        return 1;
    }
    if suffix.contains('/') || (dir.is_some() && template.starts_with('/') && !cx.busybox()) {
        if !quiet && suffix.contains('/') {
            cx.err(format!("invalid suffix {}, contains directory separator", cx.ql(suffix))).await;
        } else if !quiet {
            cx.err(format!("invalid template, {name}; with --tmpdir, it may not be absolute"))
                .await;
        }
        return 1;
    }
    let whole = dir.map_or(template.clone(), |dir| path::join(&dir, &template));
    let start = whole.len() - suffix.len() - count;
    for _ in 0..100 {
        let file = format!("{}{}{suffix}", &whole[..start], random_letters(&cx.p, count));
        let made = if opts.has('u') {
            match cx.p.lstat(&file) {
                Ok(_) => Err(Errno::EEXIST),
                Err(_) => Ok(()),
            }
        } else if opts.has('d') {
            cx.p.mkdir(&file, 0o700)
        } else {
            let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::EXCL;
            cx.p.open(&file, flags, 0o600).and_then(|fd| cx.p.close(fd))
        };
        match made {
            Ok(()) => {
                cx.puts(&file);
                cx.puts("\n");
                return 0;
            }
            Err(Errno::EEXIST) => {}
            Err(e) => {
                if cx.busybox() {
                    // mkstemp(3) has emptied the template by then.
                    cx.err(format!(": {e}")).await;
                } else if !quiet {
                    let what = if opts.has('d') { "directory" } else { "file" };
                    let name = cx.ql(&whole);
                    cx.err(format!("failed to create {what} via template {name}: {e}")).await;
                }
                return 1;
            }
        }
    }
    if !quiet {
        cx.err(format!("no free name for template {name}")).await;
    }
    1
}
