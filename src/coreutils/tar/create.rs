//! `tar -c`: puts files into an archive.

use std::collections::BTreeMap;

use crate::coreutils::fs::human;
use crate::coreutils::fs::owner::Names;
use crate::coreutils::fs::path;
use crate::coreutils::fs::walk::{Follow, Visit, Walk};
use crate::vfs::{Errno, FileType, OpenFlags, Stat};

use super::header::Member;
use super::input::padding;
use super::options::Named;
use super::output::Output;
use super::snapshot::{self, Contents};
use super::{Fatal, Tar};

/// Bytes of a record: GNU's tar writes whole ones, BusyBox only blocks.
pub const RECORD: u64 = 10_240;

/// The line of `--totals`. No time passes while an archive is written, so that there is no rate.
pub fn totals(what: &str, bytes: u64) -> String {
    let size = human::ceil(u128::from(bytes), 1024);
    let unit = if size.ends_with(|c: char| c.is_ascii_digit()) { "B" } else { "iB" };
    format!("Total bytes {what}: {bytes} ({size}{unit}, ?/s)\n")
}

/// What is remembered while an archive is written.
pub struct Writing {
    pub out: Output,
    names: Names,
    /// First name of each file that has several.
    links: BTreeMap<(u64, u64), String>,
    /// The archive itself, which is not put into it.
    itself: Option<(u64, u64)>,
    /// For `-u`: times of the members that are there.
    pub newer_than: BTreeMap<String, i64>,
    stderr: bool,
}

impl Tar<'_> {
    /// `tar -c`.
    pub(super) async fn create(&mut self) -> Result<(), Fatal> {
        let name = self.o.archive.clone();
        let fd = if name == "-" {
            if self.cx.p.isatty(1) {
                self.cx
                    .err("Refusing to write archive contents to terminal (missing -f option?)")
                    .await;
                return Err(self.give_up().await);
            }
            1
        } else {
            let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
            match self.cx.p.open(&name, flags, 0o666) {
                Ok(fd) => fd,
                Err(e) => return Err(self.cannot_open(e).await),
            }
        };
        let out = Output::new(fd, self.o.packing);
        let mut w = self.writing(out, name == "-");
        if self.o.incremental {
            self.create_incremental(&mut w).await?;
        } else {
            self.add_all(&mut w).await?;
        }
        self.end(&mut w).await
    }

    async fn give_up(&mut self) -> Fatal {
        if !self.cx.busybox() {
            self.cx.err("Error is not recoverable: exiting now").await;
        }
        Fatal
    }

    pub(super) fn writing(&mut self, out: Output, to_stdout: bool) -> Writing {
        let itself = self.cx.p.fstat(out.fd).ok().filter(Stat::is_file).map(|s| (s.dev, s.ino));
        Writing {
            out,
            names: Names::load(&self.cx.p),
            links: BTreeMap::new(),
            itself,
            newer_than: BTreeMap::new(),
            stderr: to_stdout,
        }
    }

    pub(super) async fn end(&mut self, w: &mut Writing) -> Result<(), Fatal> {
        self.cx.flush().await;
        let record = if self.cx.busybox() { 512 } else { RECORD };
        if let Err(e) = w.out.finish(self.cx, record).await {
            return Err(self.write_failed(e).await);
        }
        if self.o.totals {
            let line = totals("written", w.out.length);
            self.cx.say(&line).await;
        }
        if self.failed && self.cx.busybox() {
            self.cx.err("error exit delayed from previous errors").await;
        }
        Ok(())
    }

    async fn write_failed(&mut self, e: Errno) -> Fatal {
        let name = self.o.archive.clone();
        if self.cx.busybox() {
            return self.fatal(format!("write error: {e}")).await;
        }
        self.fatal(format!("{name}: Cannot write: {e}")).await
    }

    /// Adds all that was named, going to each `-C` on the way.
    pub(super) async fn add_all(&mut self, w: &mut Writing) -> Result<(), Fatal> {
        let o = self.o;
        for named in &o.named {
            match named {
                Named::Dir(dir) => {
                    if let Err(e) = self.cx.p.chdir(dir) {
                        return Err(if self.cx.busybox() {
                            self.fatal(format!("can't change directory to '{dir}': {e}")).await
                        } else {
                            self.fatal(format!("{dir}: Cannot open: {e}")).await
                        });
                    }
                }
                Named::File(file) => self.add_tree(w, file).await?,
            }
        }
        Ok(())
    }

    async fn add_tree(&mut self, w: &mut Writing, top: &str) -> Result<(), Fatal> {
        let o = self.o;
        let follow = if o.follow { Follow::Always } else { Follow::Never };
        let start = if top.len() > 1 { top.trim_end_matches('/') } else { top };
        let start = if start.is_empty() { "/" } else { start };
        let mut walk = Walk::new(&self.cx.p, start, follow).one_fs(o.one_fs);
        let mut done = Vec::new();
        while let Some(step) = walk.step() {
            let file = step.path.as_str();
            match step.visit {
                Visit::Enter | Visit::File | Visit::Loop => {
                    if o.excluded(file) {
                        if step.visit == Visit::Enter {
                            walk.skip();
                        }
                        continue;
                    }
                    let added = self.add(w, file, &step.stat, None).await?;
                    if step.visit == Visit::Enter && !o.recurse {
                        walk.skip();
                    }
                    if o.remove && added {
                        done.push((step.path.clone(), step.stat.is_dir()));
                    }
                }
                Visit::Leave => {}
                Visit::Unreadable(e) => self.cannot(file, "open", e).await,
                Visit::Error(e) => self.cannot(file, "stat", e).await,
            }
        }
        for (file, dir) in done.into_iter().rev() {
            let gone = if dir { self.cx.p.rmdir(&file) } else { self.cx.p.unlink(&file) };
            if let Err(e) = gone {
                self.cannot(&file, if dir { "rmdir" } else { "unlink" }, e).await;
            }
        }
        Ok(())
    }

    async fn cannot(&mut self, file: &str, what: &str, e: Errno) {
        if self.cx.busybox() {
            let text = match what {
                "open" => format!("can't open '{file}': {e}"),
                _ => format!("{file}: {e}"),
            };
            self.problem(text).await;
        } else {
            self.problem(format!("{file}: Cannot {what}: {e}")).await;
        }
    }

    /// Adds one file, a directory with the list of its contents if there is one; gives whether it is in the
    /// archive now.
    pub(super) async fn add(
        &mut self,
        w: &mut Writing,
        file: &str,
        stat: &Stat,
        contents: Option<&Contents>,
    ) -> Result<bool, Fatal> {
        let o = self.o;
        if !stat.is_dir() && o.too_old(stat) {
            if o.verbose > 0 {
                self.cx.err(format!("{file}: file is unchanged; not dumped")).await;
            }
            return Ok(false);
        }
        if w.itself == Some((stat.dev, stat.ino)) {
            if self.cx.busybox() {
                self.cx.err(format!("{file}: file is the archive; skipping")).await;
            } else {
                self.cx.err(format!("{file}: archive cannot contain itself; not dumped")).await;
            }
            return Ok(false);
        }
        if stat.file_type() == FileType::Socket {
            self.cx.err(format!("{file}: socket ignored")).await;
            return Ok(false);
        }
        let mut name = self.safe_name(&o.renamed(file), "member names").await;
        if stat.is_dir() && !name.ends_with('/') {
            name.push('/');
        }
        let whole_second = stat.mtime.div_euclid(1_000_000_000) * 1_000_000_000;
        if w.newer_than.get(&name).is_some_and(|t| *t >= whole_second) {
            return Ok(false);
        }
        let mut m = Member::of(stat);
        m.name = name;
        if stat.is_symlink() {
            m.link = o.renamed(&self.cx.p.readlink(file).unwrap_or_default());
        }
        if stat.nlink > 1 && !stat.is_dir() && !o.hard_dereference {
            match w.links.get(&(stat.dev, stat.ino)) {
                Some(first) => {
                    m.link = first.clone();
                    m.kind = 'h';
                    m.size = 0;
                }
                None => {
                    w.links.insert((stat.dev, stat.ino), m.name.clone());
                }
            }
            if m.kind == 'h' || m.kind == '-' {
                // GNU's tar speaks of link targets as soon as it has to remember one.
                self.safe_name(file, "hard link targets").await;
            }
        }
        if !o.numeric {
            m.user = w.names.user(m.uid).unwrap_or_default().to_string();
            m.group = w.names.group(m.gid).unwrap_or_default().to_string();
        }
        if let Some((name, id)) = &o.owner {
            m.uid = id.unwrap_or(m.uid);
            m.user = name.clone();
            if name.is_empty() {
                m.user = w.names.user(m.uid).unwrap_or_default().to_string();
            }
        }
        if let Some((name, id)) = &o.group {
            m.gid = id.unwrap_or(m.gid);
            m.group = name.clone();
            if name.is_empty() {
                m.group = w.names.group(m.gid).unwrap_or_default().to_string();
            }
        }
        if let Some(bits) = &o.bits {
            m.mode = bits.apply(m.mode, stat.is_dir(), self.cx.p.umask());
        }
        m.mtime = match o.mtime {
            Some(t) if o.clamp => m.mtime.min(t),
            given => given.unwrap_or(m.mtime),
        };
        let list = contents.map(snapshot::pack);
        if let Some(list) = &list {
            (m.listed, m.size) = (true, list.len() as u64);
        }
        let fd = if m.kind == '-' {
            match self.cx.p.open(file, OpenFlags::READ, 0) {
                Ok(fd) => Some(fd),
                Err(e) => {
                    self.cannot(file, "open", e).await;
                    return Ok(false);
                }
            }
        } else {
            None
        };
        if o.verbose > 0 {
            let line = match o.verbose {
                // GNU's tar tells the name as it was before its leading slash was taken off.
                1 if file.starts_with('/') && !m.name.starts_with('/') && !self.cx.busybox() => {
                    format!("/{}", m.name)
                }
                1 if o.show_renamed => m.name.clone(),
                1 if !o.renaming.is_empty() && stat.is_dir() => format!("{file}/"),
                1 if !o.renaming.is_empty() => file.to_string(),
                1 => m.name.clone(),
                _ => self.long_line(&m),
            };
            self.show(&line, w.stderr).await;
        }
        if let Err(e) = w.out.put(self.cx, &m.encode()).await {
            return Err(self.write_failed(e).await);
        }
        if let Some(mut list) = list {
            list.resize(list.len().next_multiple_of(512), 0);
            if let Err(e) = w.out.put(self.cx, &list).await {
                return Err(self.write_failed(e).await);
            }
        }
        let Some(fd) = fd else { return Ok(true) };
        let copied = self.dump(w, fd, m.size, file).await;
        let _ = self.cx.p.close(fd);
        copied.map(|()| true)
    }

    /// Copies a file's bytes: exactly as many as the header says.
    async fn dump(&mut self, w: &mut Writing, fd: i32, size: u64, file: &str) -> Result<(), Fatal> {
        let mut left = size;
        while left > 0 {
            let want = left.min(1 << 16) as usize;
            let piece = match self.cx.p.read(fd, want).await {
                Ok(piece) => piece,
                Err(e) => {
                    self.cannot(file, "read", e).await;
                    Vec::new()
                }
            };
            let piece = if piece.is_empty() {
                let text = format!(
                    "{}: File shrank by {left} bytes; padding with zeros",
                    path::join("", file)
                );
                self.problem(text).await;
                vec![0; want]
            } else {
                piece
            };
            left -= piece.len() as u64;
            if let Err(e) = w.out.put(self.cx, &piece).await {
                return Err(self.write_failed(e).await);
            }
        }
        let pad = [0; 512];
        match w.out.put(self.cx, &pad[..padding(size) as usize]).await {
            Ok(()) => Ok(()),
            Err(e) => Err(self.write_failed(e).await),
        }
    }
}
