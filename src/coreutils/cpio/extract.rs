//! Reading an archive: lists its members, or makes them.

use std::collections::BTreeMap;

use crate::coreutils::Cx;
use crate::coreutils::fs::glob::{self, Flags};
use crate::coreutils::fs::owner::Names;
use crate::coreutils::fs::walk::NO_STAT;
use crate::coreutils::fs::{modes, path};
use crate::coreutils::lines::Reader;
use crate::coreutils::time::SECOND;
use crate::kernel::Fd;
use crate::vfs::{Errno, FileType, OpenFlags, Stat, text};

use super::header::{Header, Kind};
use super::{Options, blocks, two};

/// Longest name that is believed.
const LONGEST: usize = 1 << 16;

struct Input {
    reader: Reader,
    taken: u64,
}

impl Input {
    /// Exactly `n` bytes; nothing where there are fewer.
    async fn take(&mut self, cx: &Cx, n: usize) -> Option<Vec<u8>> {
        while self.reader.buffered().len() < n {
            if !self.reader.fill(&cx.p).await.ok()? {
                return None;
            }
        }
        let bytes = self.reader.buffered()[..n].to_vec();
        self.reader.consume(n);
        self.taken += n as u64;
        Some(bytes)
    }

    async fn peek(&mut self, cx: &Cx, n: usize) -> Vec<u8> {
        while self.reader.buffered().len() < n {
            if !matches!(self.reader.fill(&cx.p).await, Ok(true)) {
                break;
            }
        }
        let have = self.reader.buffered();
        have[..n.min(have.len())].to_vec()
    }
}

/// `-i`, `-t`.
pub(super) async fn run(cx: &mut Cx, fd: Fd, o: &Options) -> i32 {
    let bb = cx.busybox();
    let mut input = Input { reader: Reader::new(fd), taken: 0 };
    let mut place = Place::new(o);
    let mut pending: Vec<Header> = Vec::new();
    if input.peek(cx, 6).await.is_empty() {
        if bb {
            return 0;
        }
        cx.err("premature end of archive").await;
        return 2;
    }
    loop {
        let head = input.peek(cx, 6).await;
        let kind = Kind::of(&head).filter(|k| !bb || *k == Kind::Newc);
        let Some(kind) = kind else {
            let enough = input.peek(cx, 110).await.len() == 110;
            let text = match (bb, enough) {
                (true, true) => "unsupported cpio format, use newc or crc",
                (true, false) => "short read",
                (false, _) => "premature end of archive",
            };
            cx.err(text).await;
            return two(cx);
        };
        let Some((head, data)) = next(cx, &mut input, kind).await else {
            cx.err(if bb { "short read" } else { "premature end of archive" }).await;
            return two(cx);
        };
        if head.name == "TRAILER!!!" {
            break;
        }
        let wanted = o.patterns.is_empty()
            || o.patterns.iter().any(|p| glob::matches(p, &head.name, Flags::default()))
                != o.inverse;
        if !wanted {
            continue;
        }
        let regular = head.mode & 0o170_000 == 0o100_000;
        if bb && head.nlink > 1 && data.is_empty() && regular && !o.stdout {
            // The data come later, with another name.
            pending.push(head);
            continue;
        }
        if o.list {
            list(cx, &head, &data, o);
        } else if o.stdout {
            if regular {
                cx.put(&data);
            }
            if o.verbose {
                cx.say(&format!("{}\n", head.name)).await;
            }
        } else {
            place.member(cx, &head, &data, o, o.verbose).await;
        }
        if !cx.pace().await {
            return 1;
        }
    }
    for head in pending.iter().filter(|_| !o.list) {
        place.member(cx, head, &[], o, false).await;
    }
    place.finish(cx).await;
    // The rest of the last block is read too.
    while !bb && input.reader.fill(&cx.p).await.unwrap_or(false) {
        input.taken += input.reader.buffered().len() as u64;
        let n = input.reader.buffered().len();
        input.reader.consume(n);
    }
    blocks(cx, input.taken, o).await;
    place.status
}

async fn next(cx: &mut Cx, input: &mut Input, kind: Kind) -> Option<(Header, Vec<u8>)> {
    let bytes = input.take(cx, kind.length()).await?;
    let (mut head, length) = Header::decode(kind, &bytes)?;
    let whole = kind.length() + length;
    if length == 0 || length > LONGEST {
        return None;
    }
    let mut name = input.take(cx, length).await?;
    input.take(cx, kind.padding(whole as u64)).await?;
    name.pop();
    head.name = text::decode_owned(name);
    let data = input.take(cx, usize::try_from(head.size).ok()?).await?;
    input.take(cx, kind.padding(head.size)).await?;
    Some((head, data))
}

fn list(cx: &mut Cx, head: &Header, data: &[u8], o: &Options) {
    if !o.verbose {
        cx.puts(&format!("{}\n", head.name));
        return;
    }
    let ns = i64::try_from(head.mtime).unwrap_or(0).saturating_mul(SECOND);
    let mode = modes::show(&Stat { mode: head.mode, ..NO_STAT });
    let arrow = match head.mode & 0o170_000 {
        0o120_000 => format!(" -> {}", text::decode_owned(data.to_vec())),
        _ => String::new(),
    };
    let line = if cx.busybox() {
        let when = cx.local("%Y-%m-%d %H:%M:%S", ns);
        let who = format!("{}/{}", head.uid, head.gid);
        let size = if arrow.is_empty() { head.size } else { 0 };
        format!("{mode} {who} {size:>9} {when} {}{arrow}\n", head.name)
    } else {
        let names = Names::load(&cx.p);
        let (user, group) = (names.user_or_id(head.uid), names.group_or_id(head.gid));
        let recent = (cx.p.now() - ns).abs() < 180 * 86_400 * SECOND;
        let when = cx.local(if recent { "%b %e %H:%M" } else { "%b %e  %Y" }, ns);
        let (links, size) = (head.nlink, head.size);
        format!("{mode} {links:>3} {user:<8} {group:<8} {size:>8} {when} {}{arrow}\n", head.name)
    };
    cx.puts(&line);
}

/// Where members are put, and what is remembered between them.
pub(super) struct Place {
    unconditional: bool,
    /// First names of files with more than one.
    links: BTreeMap<(u64, u64), String>,
    /// Directories, whose times come last.
    dirs: Vec<(String, u64)>,
    keep_time: bool,
    pub status: i32,
}

impl Place {
    pub fn new(o: &Options) -> Place {
        Place {
            unconditional: o.unconditional,
            links: BTreeMap::new(),
            dirs: Vec::new(),
            keep_time: o.keep_time,
            status: 0,
        }
    }

    /// Gives directories their times.
    pub async fn finish(&mut self, cx: &mut Cx) {
        for (dir, mtime) in self.dirs.drain(..).rev() {
            let ns = i64::try_from(mtime).unwrap_or(0).saturating_mul(SECOND);
            let _ = cx.p.utimes(&dir, Some(ns), Some(ns), true);
        }
    }

    /// Makes one member; false where it was passed over.
    pub async fn member(
        &mut self,
        cx: &mut Cx,
        head: &Header,
        data: &[u8],
        o: &Options,
        verbose: bool,
    ) -> bool {
        let bb = cx.busybox();
        let name = head.name.as_str();
        if bb && verbose {
            cx.puts(&format!("{name}\n"));
        }
        let mut made = true;
        if let Err(e) = self.make(cx, head, data, o).await {
            made = false;
            match e {
                Errno::EEXIST => {
                    let what = if bb { "file" } else { "version" };
                    cx.err(format!("{name} not created: newer or same age {what} exists")).await;
                }
                e if bb => {
                    cx.err(format!("can't open '{name}': {e}")).await;
                    self.status = 1;
                }
                e => {
                    let is_dir = head.mode & 0o170_000 == 0o040_000;
                    let verb = if is_dir { "cannot make directory" } else { "Cannot open" };
                    let text = if is_dir {
                        format!("{verb} `{name}': {e}")
                    } else {
                        format!("{name}: {verb}: {e}")
                    };
                    cx.err(text).await;
                    self.status = 2;
                }
            }
        }
        if !bb && verbose {
            cx.say(&format!("{name}\n")).await;
        }
        made
    }

    async fn make(
        &mut self,
        cx: &mut Cx,
        head: &Header,
        data: &[u8],
        o: &Options,
    ) -> Result<(), Errno> {
        let name = head.name.as_str();
        if o.dirs {
            parents(cx, name);
        }
        let ns = i64::try_from(head.mtime).unwrap_or(0).saturating_mul(SECOND);
        let directory = head.mode & 0o170_000 == 0o040_000;
        if let Ok(old) = cx.p.lstat(name) {
            if directory && old.is_dir() {
                return Ok(());
            }
            let newer = old.mtime / SECOND >= ns / SECOND;
            if !self.unconditional && newer {
                return Err(Errno::EEXIST);
            }
            if old.is_dir() { cx.p.rmdir(name)? } else { cx.p.unlink(name)? }
        }
        let perm = head.mode & 0o7777;
        match head.mode & 0o170_000 {
            0o040_000 => {
                cx.p.mkdir(name, perm)?;
                if self.keep_time {
                    self.dirs.push((name.to_string(), head.mtime));
                }
            }
            0o120_000 => {
                cx.p.symlink(&text::decode_owned(data.to_vec()), name)?;
                if cx.p.cred().euid == 0 {
                    let _ = cx.p.chown(name, Some(head.uid), Some(head.gid), false);
                }
                return Ok(());
            }
            0o010_000 => cx.p.mknod(name, FileType::Fifo, (0, 0), perm)?,
            kind @ (0o020_000 | 0o060_000) => {
                let kind =
                    if kind == 0o020_000 { FileType::CharDevice } else { FileType::BlockDevice };
                let dev = ((head.rdev >> 8) as u32, (head.rdev & 0xff) as u32);
                cx.p.mknod(name, kind, dev, perm)?;
            }
            _ => self.file(cx, head, data).await?,
        }
        if cx.p.cred().euid == 0 {
            let _ = cx.p.chown(name, Some(head.uid), Some(head.gid), true);
        }
        let _ = cx.p.chmod(name, perm);
        if self.keep_time {
            let _ = cx.p.utimes(name, Some(ns), Some(ns), true);
        }
        Ok(())
    }

    async fn file(&mut self, cx: &mut Cx, head: &Header, data: &[u8]) -> Result<(), Errno> {
        let name = head.name.as_str();
        if head.nlink > 1 {
            if let Some(first) = self.links.get(&(head.dev, head.ino)) {
                cx.p.link(first, name)?;
                if data.is_empty() {
                    return Ok(());
                }
            } else {
                self.links.insert((head.dev, head.ino), name.to_string());
            }
        }
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
        let fd = cx.p.open(name, flags, 0o600)?;
        let done = cx.p.write_all(fd, data).await;
        let _ = cx.p.close(fd);
        done
    }
}

/// Makes the directories that lead to a name.
fn parents(cx: &Cx, name: &str) {
    let dir = path::dir(name);
    let starts = dir.char_indices().filter(|(i, c)| *c == '/' && *i > 0).map(|(i, _)| i);
    for end in starts.chain([dir.len()]) {
        let _ = cx.p.mkdir(&dir[..end], 0o777);
    }
}
