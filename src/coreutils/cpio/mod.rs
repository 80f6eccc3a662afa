//! cpio: archives whose members are named on standard input. Options and writing are here, reading is
//! in [`extract`], what a header looks like in [`header`].

mod extract;
mod header;

use std::collections::BTreeMap;

use crate::kernel::Fd;
use crate::vfs::{OpenFlags, Stat, text};

use super::getopt::{self, Complaint};
use super::{Arg, Cx, Parsed};
use header::{Header, Kind};

const LONGS: &[(&str, Arg, char)] = &[
    ("append", Arg::No, 'A'),
    ("create", Arg::No, 'o'),
    ("dereference", Arg::No, 'L'),
    ("directory", Arg::Required, 'D'),
    ("extract", Arg::No, 'i'),
    ("file", Arg::Required, 'F'),
    ("format", Arg::Required, 'H'),
    ("link", Arg::No, 'l'),
    ("list", Arg::No, 't'),
    ("make-directories", Arg::No, 'd'),
    ("no-absolute-filenames", Arg::No, 'N'),
    ("no-preserve-owner", Arg::No, 'n'),
    ("nonmatching", Arg::No, 'f'),
    ("null", Arg::No, '0'),
    ("pass-through", Arg::No, 'p'),
    ("preserve-modification-time", Arg::No, 'm'),
    ("quiet", Arg::No, 'q'),
    ("to-stdout", Arg::No, 'S'),
    ("unconditional", Arg::No, 'u'),
    ("verbose", Arg::No, 'v'),
];

/// What the command line asks for.
struct Options {
    kind: Kind,
    null: bool,
    dirs: bool,
    keep_time: bool,
    unconditional: bool,
    verbose: bool,
    quiet: bool,
    list: bool,
    stdout: bool,
    follow: bool,
    inverse: bool,
    patterns: Vec<String>,
}

/// `cpio`.
pub async fn main(cx: &mut Cx) -> i32 {
    let bb = cx.busybox();
    let spec = if bb { "ti0oH:uvdmLF:R:" } else { "ti0oAH:uvdmLF:D:C:O:I:R:pcBlafknrsSbVE:M:" };
    let opts = match getopt::parse(&cx.args(), spec, LONGS) {
        Ok(opts) => opts,
        Err(c) if bb || matches!(c, Complaint::Help | Complaint::Version) => {
            return cx.complain(c).await;
        }
        Err(complaint) => {
            cx.err(complaint).await;
            hint(cx).await;
            return 64;
        }
    };
    let mode = opts.options.iter().map(|o| o.0).rfind(|o| matches!(o, 'o' | 'i' | 'p'));
    let Some(mode) = mode.or(opts.has('t').then_some('i')) else {
        if bb {
            return cx.busybox_usage().await;
        }
        cx.err("You must specify one of -oipt options.").await;
        hint(cx).await;
        return 2;
    };
    let kind = match opts.value('H') {
        None if opts.has('c') => Kind::Odc,
        None if bb && mode == 'o' => return cx.busybox_usage().await,
        None => Kind::Bin,
        Some("newc" | "crc") => Kind::Newc,
        Some("odc") if !bb => Kind::Odc,
        Some("bin") if !bb => Kind::Bin,
        Some("ustar" | "tar") if !bb => {
            cx.err("the format of tar is not built into this simulation's cpio").await;
            return 2;
        }
        Some(_) if bb => return cx.busybox_usage().await,
        Some(other) => {
            cx.err(format!("invalid archive format `{other}'; valid formats are:")).await;
            cx.say("crc newc odc bin ustar tar (all-caps also recognized)\n").await;
            hint(cx).await;
            return 2;
        }
    };
    if opts.has('A') || mode == 'p' && bb {
        cx.err("--append is not built into this simulation's cpio").await;
        return 2;
    }
    if let Some(dir) = opts.value('D')
        && let Err(e) = cx.p.chdir(dir)
    {
        cx.err(format!("cannot change to directory `{dir}': {e}")).await;
        return 2;
    }
    let o = options(&opts, kind);
    match mode {
        'o' => create(cx, &opts, &o).await,
        'i' => {
            let file = opts.value('F').or(opts.value('I'));
            let Some(fd) = open(cx, file, OpenFlags::READ).await else { return two(cx) };
            extract::run(cx, fd, &o).await
        }
        _ => {
            let [dir] = opts.operands.as_slice() else {
                cx.err("You must specify one of -oipt options.").await;
                return 2;
            };
            pass(cx, dir, &o).await
        }
    }
}

fn options(opts: &Parsed, kind: Kind) -> Options {
    Options {
        kind,
        null: opts.has('0'),
        dirs: opts.has('d'),
        keep_time: opts.has('m'),
        unconditional: opts.has('u'),
        verbose: opts.has('v'),
        quiet: opts.has('q'),
        list: opts.has('t'),
        stdout: opts.has('S'),
        follow: opts.has('L'),
        inverse: opts.has('f'),
        patterns: opts.operands.clone(),
    }
}

/// The status of an error that ends the program.
fn two(cx: &Cx) -> i32 {
    if cx.busybox() { 1 } else { 2 }
}

async fn hint(cx: &mut Cx) {
    cx.say("Try 'cpio --help' or 'cpio --usage' for more information.\n").await;
}

async fn open(cx: &mut Cx, file: Option<&str>, flags: OpenFlags) -> Option<Fd> {
    let Some(file) = file else { return Some(i32::from(flags != OpenFlags::READ)) };
    match cx.p.open(file, flags, 0o666) {
        Ok(fd) => Some(fd),
        Err(e) => {
            let bb = cx.busybox();
            let text = if bb {
                format!("can't open '{file}': {e}")
            } else {
                format!("Cannot open {file}: {e}")
            };
            cx.err(text).await;
            None
        }
    }
}

/// Says how much was read or written, in blocks of 512 bytes.
async fn blocks(cx: &mut Cx, bytes: u64, o: &Options) {
    if !o.quiet {
        let n = bytes.div_ceil(512);
        let s = if n == 1 && !cx.busybox() { "" } else { "s" };
        cx.flush().await;
        cx.say(&format!("{n} block{s}\n")).await;
    }
}

/// The names on standard input.
async fn names(cx: &mut Cx, null: bool) -> Vec<String> {
    let data = cx.read_all(0).await.unwrap_or_default();
    let end = if null { 0 } else { b'\n' };
    let parts = data.split(|b| *b == end).filter(|n| !n.is_empty());
    parts.map(|n| text::decode_owned(n.to_vec())).collect()
}

/// An archive that is written.
struct Writer {
    fd: Fd,
    kind: Kind,
    length: u64,
    failed: bool,
}

impl Writer {
    async fn put(&mut self, cx: &mut Cx, bytes: &[u8]) {
        self.length += bytes.len() as u64;
        if let Err(e) = cx.p.write_all(self.fd, bytes).await
            && !std::mem::replace(&mut self.failed, true)
        {
            cx.err(format!("write error: {e}")).await;
        }
    }

    async fn member(&mut self, cx: &mut Cx, head: &Header, data: &[u8]) {
        let mut bytes = head.encode(self.kind);
        bytes.extend_from_slice(data);
        bytes.resize(bytes.len() + self.kind.padding(data.len() as u64), 0);
        self.put(cx, &bytes).await;
    }
}

async fn create(cx: &mut Cx, opts: &Parsed, o: &Options) -> i32 {
    let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
    let file = opts.value('F').or(opts.value('O'));
    let Some(fd) = open(cx, file, flags).await else { return two(cx) };
    let bb = cx.busybox();
    let mut w = Writer { fd, kind: o.kind, length: 0, failed: false };
    let mut status = 0;
    // Hard links of newc wait until the last comes, which holds the data.
    let mut links: BTreeMap<(u64, u64), Vec<(String, Stat)>> = BTreeMap::new();
    for name in names(cx, o.null).await {
        let stat = if o.follow { cx.p.stat(&name) } else { cx.p.lstat(&name) };
        let stat = match stat {
            Ok(stat) => stat,
            Err(e) => {
                let cannot = if bb { "" } else { "Cannot stat: " };
                cx.err(format!("{name}: {cannot}{e}")).await;
                if bb {
                    return 1;
                }
                continue;
            }
        };
        if o.verbose {
            cx.say(&format!("{name}\n")).await;
        }
        let many = stat.nlink > 1 && stat.is_file() && o.kind == Kind::Newc;
        if !many {
            status |= add(cx, &mut w, &name, &stat, true).await;
            continue;
        }
        let waiting = links.entry((stat.dev, stat.ino)).or_default();
        waiting.push((name, stat));
        if waiting.len() as u64 == u64::from(stat.nlink) && !bb {
            let all = std::mem::take(waiting);
            status |= linked(cx, &mut w, &all).await;
        }
    }
    for mut all in links.into_values().filter(|all| !all.is_empty()) {
        if bb {
            all.reverse();
        }
        status |= linked(cx, &mut w, &all).await;
    }
    let trailer = Header { nlink: 1, ..Header::named("TRAILER!!!") };
    w.member(cx, &trailer, &[]).await;
    // GNU's program fills up blocks, and BusyBox's does not.
    let fill = if bb { 0 } else { w.length.next_multiple_of(512) - w.length };
    w.put(cx, &vec![0; fill as usize]).await;
    if !bb {
        blocks(cx, w.length, o).await;
    }
    if w.failed { two(cx) } else { status }
}

/// The names of one file: the data come with the last.
async fn linked(cx: &mut Cx, w: &mut Writer, all: &[(String, Stat)]) -> i32 {
    let mut status = 0;
    for (i, (name, stat)) in all.iter().enumerate() {
        status |= add(cx, w, name, stat, i + 1 == all.len()).await;
    }
    status
}

/// Adds one file.
async fn add(cx: &mut Cx, w: &mut Writer, name: &str, stat: &Stat, with_data: bool) -> i32 {
    let mut data = Vec::new();
    if stat.is_symlink() {
        data = text::encode(&cx.p.readlink(name).unwrap_or_default()).into_owned();
    } else if stat.is_file() && with_data {
        let read = match cx.p.open(name, OpenFlags::READ, 0) {
            Ok(fd) => {
                let read = cx.read_all(fd).await;
                let _ = cx.p.close(fd);
                read
            }
            Err(e) => Err(e),
        };
        match read {
            Ok(bytes) => data = bytes,
            Err(e) => {
                let bb = cx.busybox();
                let text = if bb {
                    format!("can't open '{name}': {e}")
                } else {
                    format!("{name}: Cannot open: {e}")
                };
                cx.err(text).await;
                return if bb { 1 } else { 0 };
            }
        }
    }
    let stored = name.strip_prefix("./").filter(|n| !n.is_empty()).unwrap_or(name);
    let head = Header {
        ino: stat.ino,
        mode: stat.mode,
        uid: stat.uid,
        gid: stat.gid,
        nlink: stat.nlink,
        mtime: (stat.mtime / 1_000_000_000).max(0) as u64,
        size: data.len() as u64,
        dev: stat.dev,
        rdev: stat.rdev,
        name: stored.trim_start_matches('/').to_string(),
    };
    w.member(cx, &head, &data).await;
    0
}

/// `-p`: copies trees.
async fn pass(cx: &mut Cx, dir: &str, o: &Options) -> i32 {
    let mut place = extract::Place::new(o);
    let mut bytes = 0;
    for name in names(cx, o.null).await {
        let stat = if o.follow { cx.p.stat(&name) } else { cx.p.lstat(&name) };
        let stat = match stat {
            Ok(stat) => stat,
            Err(e) => {
                cx.err(format!("{name}: Cannot stat: {e}")).await;
                continue;
            }
        };
        let mut data = Vec::new();
        if stat.is_symlink() {
            data = text::encode(&cx.p.readlink(&name).unwrap_or_default()).into_owned();
        } else if stat.is_file()
            && let Ok(fd) = cx.p.open(&name, OpenFlags::READ, 0)
        {
            data = cx.read_all(fd).await.unwrap_or_default();
            let _ = cx.p.close(fd);
        }
        let target = super::fs::path::join(dir, &name);
        let head = Header {
            ino: stat.ino,
            mode: stat.mode,
            uid: stat.uid,
            gid: stat.gid,
            nlink: stat.nlink,
            mtime: (stat.mtime / 1_000_000_000).max(0) as u64,
            size: data.len() as u64,
            dev: stat.dev,
            rdev: stat.rdev,
            name: target,
        };
        if place.member(cx, &head, &data, o, o.verbose).await && stat.is_file() {
            bytes += data.len() as u64;
        }
        cx.pace().await;
    }
    place.finish(cx).await;
    blocks(cx, bytes, o).await;
    0
}
