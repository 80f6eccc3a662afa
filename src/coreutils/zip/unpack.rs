//! unzip: lists, tests and extracts archives.

use crate::coreutils::Cx;
use crate::coreutils::fs::{glob, path};
use crate::vfs::{OpenFlags, S_IFMT};

use super::format::{self, Entry};

/// `unzip`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("lvopqntd:x:jaC", &[]).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let Some((archive, members)) = opts.operands.split_first() else {
        if cx.busybox() {
            return cx.busybox_usage().await;
        }
        cx.help();
        return 0;
    };
    let mut found = None;
    for name in [archive.clone(), format!("{archive}.zip"), format!("{archive}.ZIP")] {
        if let Ok(bytes) = cx.p.read_file(&name) {
            found = Some((name, bytes));
            break;
        }
    }
    let Some((name, all)) = found else {
        if cx.busybox() {
            cx.err(format!("can't open {archive}[.zip]")).await;
            return 1;
        }
        let text =
            format!("unzip:  cannot find or open {archive}, {archive}.zip or {archive}.ZIP.\n");
        cx.say(&text).await;
        return 9;
    };
    let Some(list) = format::entries(&all) else {
        if cx.busybox() {
            cx.err("short read").await;
            return 1;
        }
        let text = format!(
            "Archive:  {name}\n  End-of-central-directory signature not found.  Either this file is not\n  \
             a zipfile, or it constitutes one disk of a multi-part archive.\n\
             unzip:  cannot find zipfile directory in {name}.\n"
        );
        cx.say(&text).await;
        return 9;
    };
    let flags = glob::Flags::default();
    let wanted = |n: &str| {
        let all = members.is_empty() || members.iter().any(|m| glob::matches(m, n, flags));
        all && !opts.value('x').is_some_and(|x| glob::matches(x, n, flags))
    };
    let list: Vec<Entry> = list.into_iter().filter(|e| wanted(&e.name)).collect();
    if list.is_empty() && !members.is_empty() {
        cx.say(&format!("caution: filename not matched:  {}\n", members[0])).await;
        return 11;
    }
    if opts.has('l') || opts.has('v') {
        listing(cx, &name, &list, opts.has('q'));
        return 0;
    }
    let quiet = opts.has('q') || opts.has('p');
    if !quiet {
        cx.puts(&format!("Archive:  {name}\n"));
    }
    let mut status = 0;
    for e in &list {
        let data = format::data(&all, e).and_then(|packed| format::unpack(packed, e));
        let Some(data) = data else {
            cx.flush().await;
            cx.say(&format!("  error:  invalid compressed data to inflate {}\n", e.name)).await;
            status = 2;
            continue;
        };
        if opts.has('p') {
            cx.put(&data);
        } else if opts.has('t') {
            cx.puts(&format!("    testing: {:<22}  OK\n", e.name));
        } else if !extract(cx, e, &data, &opts, quiet).await {
            status = status.max(1);
        }
        cx.p.tick(1 + (data.len() / 1024) as u32).await;
        cx.pace().await;
    }
    if opts.has('t') && status == 0 {
        cx.puts(&format!("No errors detected in compressed data of {name}.\n"));
    }
    status
}

fn listing(cx: &mut Cx, name: &str, list: &[Entry], quiet: bool) {
    if !quiet {
        cx.puts(&format!("Archive:  {name}\n"));
    }
    cx.puts("  Length      Date    Time    Name\n---------  ---------- -----   ----\n");
    let mut total = 0;
    for e in list {
        total += e.size;
        let when = cx.local("%Y-%m-%d %H:%M", e.mtime);
        cx.puts(&format!("{:>9}  {when}   {}\n", e.size, e.name));
    }
    let s = if list.len() == 1 { "" } else { "s" };
    cx.puts(&format!(
        "---------                     -------\n{total:>9}                     {} file{s}\n",
        list.len()
    ));
}

async fn extract(
    cx: &mut Cx,
    e: &Entry,
    data: &[u8],
    opts: &crate::coreutils::Parsed,
    quiet: bool,
) -> bool {
    let mut name = e.name.trim_start_matches('/').to_string();
    // Names that climb out of the directory are kept inside.
    name = name.split('/').filter(|part| *part != "..").collect::<Vec<_>>().join("/");
    if opts.has('j') {
        name = path::base(&name).to_string();
    }
    let file = path::join(opts.value('d').unwrap_or_default(), &name);
    for (i, _) in file.match_indices('/').filter(|(i, _)| *i > 0) {
        let _ = cx.p.mkdir(&file[..i], 0o777);
    }
    if e.name.ends_with('/') {
        let dir = file.trim_end_matches('/');
        if cx.p.mkdir(dir, 0o777).is_ok() && !quiet {
            cx.puts(&format!("   creating: {file}\n"));
        }
        return true;
    }
    if cx.p.lstat(&file).is_ok() {
        if opts.has('n') {
            return true;
        }
        let prompt = format!("replace {file}? [y]es, [n]o, [A]ll, [N]one, [r]ename: ");
        if !opts.has('o') && !cx.ask(&prompt).await {
            return true;
        }
        let _ = cx.p.unlink(&file);
    }
    let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::EXCL;
    let made = match e.mode & S_IFMT {
        0o120_000 => cx.p.symlink(&crate::vfs::text::decode(data), &file),
        _ => match cx.p.open(&file, flags, 0o666) {
            Ok(fd) => {
                let done = cx.p.write_all(fd, data).await;
                let _ = cx.p.close(fd);
                let umask = cx.p.umask();
                let _ = cx.p.chmod(&file, e.mode & 0o777 & !umask);
                let _ = cx.p.utimes(&file, Some(e.mtime), Some(e.mtime), true);
                done
            }
            Err(e) => Err(e),
        },
    };
    if let Err(e) = made {
        cx.say(&format!("error:  cannot create {file}\n        {e}\n")).await;
        return false;
    }
    if !quiet {
        let verb = if e.method == 8 { "  inflating" } else { " extracting" };
        cx.puts(&format!("{verb}: {file:<22}  \n"));
    }
    true
}
