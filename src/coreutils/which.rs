//! which, whereis: find programs; pwd: the working directory.

use super::fs::path;
use super::{Arg, Cx};

/// `which`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("as", &[]).await {
        Ok(opts) => opts,
        Err(_) if !cx.busybox() => return 2,
        Err(status) => return status,
    };
    let dirs = cx.p.env("PATH").unwrap_or_else(|| "/sbin:/usr/sbin:/bin:/usr/bin".to_string());
    let mut status = i32::from(opts.operands.is_empty());
    for name in &opts.operands {
        let fits = |cx: &Cx, file: &str| {
            cx.p.stat(file).is_ok_and(|s| s.is_file()) && cx.p.access(file, 1).is_ok()
        };
        let candidates: Vec<String> = if name.contains('/') {
            vec![name.clone()]
        } else {
            dirs.split(':').map(|d| path::join(if d.is_empty() { "." } else { d }, name)).collect()
        };
        let mut found = false;
        for file in candidates {
            if fits(cx, &file) {
                found = true;
                cx.puts(&format!("{file}\n"));
                if !opts.has('a') {
                    break;
                }
            }
        }
        status |= i32::from(!found);
    }
    status
}

/// `whereis`.
pub async fn whereis(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("bmsuBMSflg", &[]).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.operands.is_empty() {
        cx.err("not enough arguments").await;
        return cx.try_help(1).await;
    }
    let places = [
        "/usr/bin",
        "/usr/sbin",
        "/bin",
        "/sbin",
        "/usr/local/bin",
        "/usr/local/sbin",
        "/usr/games",
        "/etc",
        "/usr/lib",
        "/usr/share",
        "/usr/include",
        "/usr/share/man/man1",
        "/usr/share/man/man8",
    ];
    for name in &opts.operands {
        let base = path::base(name);
        let mut line = format!("{base}:");
        for dir in places {
            // The merged directories are looked through once.
            if cx.p.lstat(dir).is_ok_and(|s| s.is_symlink()) {
                continue;
            }
            for e in cx.p.readdir(dir).unwrap_or_default() {
                let stem = e.name.split('.').next().unwrap_or_default();
                if e.name == base || (stem == base && e.name.len() > base.len()) {
                    line.push_str(&format!(" {}", path::join(dir, &e.name)));
                }
            }
        }
        line.push('\n');
        cx.puts(&line);
        cx.pace().await;
    }
    0
}

/// `pwd`.
pub async fn pwd(cx: &mut Cx) -> i32 {
    let longs = [("logical", Arg::No, 'L'), ("physical", Arg::No, 'P')];
    let opts = match cx.getopt("LP", &longs).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let real = match cx.p.getcwd() {
        Ok(real) => real,
        Err(e) => {
            let what = if cx.busybox() {
                "getcwd"
            } else {
                "couldn't find directory entry in '..' with matching i-node"
            };
            let text = if cx.busybox() { format!("{what}: {e}") } else { what.to_string() };
            cx.err(text).await;
            return 1;
        }
    };
    if !opts.operands.is_empty() && !cx.busybox() {
        cx.err("ignoring non-option arguments").await;
    }
    let logical = opts.options.last().is_some_and(|o| o.0 == 'L');
    let env = cx.p.env("PWD").filter(|d| logical && d.starts_with('/'));
    let same = |d: &String| match (cx.p.stat(d), cx.p.stat(".")) {
        (Ok(a), Ok(b)) => (a.dev, a.ino) == (b.dev, b.ino),
        _ => false,
    };
    let shown = env.filter(same).unwrap_or(real);
    cx.puts(&format!("{shown}\n"));
    0
}
