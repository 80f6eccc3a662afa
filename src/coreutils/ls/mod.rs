//! ls: lists files. This file reads the options and goes through what is named; entries are
//! [`entry`]'s, lines [`long`]'s, columns [`grid`]'s, colours [`color`]'s, BusyBox's looks [`busybox`]'s.

mod busybox;
mod color;
mod entry;
mod grid;
mod long;
mod longs;
mod options;
mod words;

use crate::vfs::{Errno, FileType, Stat};

use super::Cx;
use super::fs::path;
use entry::Entry;
pub(super) use options::main_options;
use options::{Format, Options, Quoting, Shown};

/// `dir`: `ls -C -b`.
pub async fn dir(cx: &mut Cx) -> i32 {
    run(cx, Some((Format::Columns, Quoting::Escape))).await
}

/// `vdir`: `ls -l -b`.
pub async fn vdir(cx: &mut Cx) -> i32 {
    run(cx, Some((Format::Long, Quoting::Escape))).await
}

/// `ls`.
pub async fn main(cx: &mut Cx) -> i32 {
    run(cx, None).await
}

/// A listing under way.
struct Ls<'a> {
    cx: &'a mut Cx,
    o: &'a Options,
    status: i32,
    /// Whether something was listed already, so that a blank line is due.
    listed: bool,
    palette: color::Palette,
}

async fn run(cx: &mut Cx, preset: Option<(Format, Quoting)>) -> i32 {
    cx.usage_status = if cx.busybox() { 1 } else { 2 };
    let (mut o, mut files) = match main_options(cx).await {
        Ok(found) => found,
        Err(status) => return status,
    };
    if let Some((format, quoting)) = preset {
        if !o.format_given {
            o.format = format;
        }
        if !o.quoting_given {
            o.quoting = quoting;
        }
    }
    let named = files.len();
    if files.is_empty() {
        files.push(".".to_string());
    }
    let palette = match color::Palette::new(cx, o.color) {
        Ok(palette) => palette,
        Err(what) => {
            if !what.is_empty() {
                cx.err(what).await;
            }
            cx.err("unparsable value for LS_COLORS environment variable").await;
            o.color = false;
            color::Palette::default()
        }
    };
    let mut ls = Ls { cx, o: &o, status: 0, listed: false, palette };
    let (mut plain, mut dirs) = (Vec::new(), Vec::new());
    for file in files {
        let Some(entry) = ls.named(&file).await else { continue };
        let is_dir = entry.stat.is_some_and(|s| s.is_dir()) && !o.directory;
        if is_dir { dirs.push(entry) } else { plain.push(entry) }
    }
    entry::sort(&mut plain, &o);
    entry::sort(&mut dirs, &o);
    if !plain.is_empty() {
        ls.show(&plain).await;
        ls.listed = true;
    }
    let header = named > 1 || o.recursive;
    // The whole tree below a directory comes before the next directory.
    let mut todo: Vec<(String, bool, Vec<(u64, u64)>)> =
        dirs.into_iter().rev().map(|e| (e.name, true, Vec::new())).collect();
    while let Some((dir, top, above)) = todo.pop() {
        let below = ls.directory(&dir, top, header, above).await;
        todo.extend(below.into_iter().rev());
        if !ls.cx.pace().await {
            break;
        }
    }
    ls.status
}

impl Ls<'_> {
    /// Looks at a file named on the command line.
    async fn named(&mut self, file: &str) -> Option<Entry> {
        let o = self.o;
        let long = o.format == Format::Long || o.directory || o.classify_links();
        // BusyBox looks behind links, unless it is to show more than names.
        let shows_link = o.format == Format::Long || o.inode || o.blocks || o.classify_links();
        let deref = o.deref || o.deref_args || self.cx.busybox() && !shows_link;
        let mut stat = if deref { self.cx.p.stat(file) } else { self.cx.p.lstat(file) };
        // A link to a directory is listed as that directory, unless the link itself is of interest.
        if !self.cx.busybox()
            && !long
            && stat.is_ok_and(|s| s.is_symlink())
            && let Ok(target) = self.cx.p.stat(file)
            && target.is_dir()
        {
            stat = Ok(target);
        }
        match stat {
            Ok(stat) => Some(self.entry(file, file, Some(stat))),
            Err(e) => {
                self.cannot_access(file, e, true).await;
                None
            }
        }
    }

    async fn cannot_access(&mut self, file: &str, e: Errno, named: bool) {
        let name = self.cx.q(file);
        if self.cx.busybox() {
            self.cx.err(format!("{file}: {e}")).await;
            self.status = 1;
        } else {
            self.cx.err(format!("cannot access {name}: {e}")).await;
            self.status = self.status.max(if named { 2 } else { 1 });
        }
    }

    /// Collects what is to be shown of a file.
    fn entry(&self, name: &str, path: &str, stat: Option<Stat>) -> Entry {
        let link = stat.is_some_and(|s| s.is_symlink());
        let o = self.o;
        let wants_target = link && (o.format == Format::Long || o.color || o.dirs_first);
        let target = wants_target.then(|| self.cx.p.readlink(path).ok()).flatten();
        let behind = if wants_target { self.cx.p.stat(path).ok() } else { None };
        Entry { name: name.to_string(), stat, kind: None, target, behind }
    }

    /// Lists a directory; gives the directories below it where those are to be listed too.
    async fn directory(
        &mut self,
        dir: &str,
        top: bool,
        header: bool,
        mut above: Vec<(u64, u64)>,
    ) -> Vec<(String, bool, Vec<(u64, u64)>)> {
        let o = self.o;
        let list = match self.cx.p.readdir(dir) {
            Ok(list) => list,
            Err(e) => {
                let name = self.cx.q(dir);
                if self.cx.busybox() {
                    self.cx.err(format!("can't open {name}: {e}")).await;
                    self.status = 1;
                } else {
                    self.cx.err(format!("cannot open directory {name}: {e}")).await;
                    self.status = self.status.max(if top { 2 } else { 1 });
                }
                return Vec::new();
            }
        };
        if o.recursive
            && let Ok(s) = self.cx.p.stat(dir)
        {
            if above.contains(&(s.dev, s.ino)) {
                let name = self.cx.qf(dir);
                self.cx.err(format!("{name}: not listing already-listed directory")).await;
                self.status = 2;
                return Vec::new();
            }
            above.push((s.dev, s.ino));
        }
        if header {
            if self.listed {
                self.cx.puts("\n");
            }
            let line = format!("{}:\n", self.quoted_plain(dir));
            self.cx.puts(&line);
        }
        self.listed = true;
        let mut names: Vec<String> = Vec::new();
        if o.shown == Shown::All {
            names.extend([".".to_string(), "..".to_string()]);
        }
        let hidden = |n: &str| o.shown == Shown::Plain && n.starts_with('.') || o.ignored(n);
        // What a directory says of its entries, for those that can not be looked at.
        let kinds: std::collections::BTreeMap<String, FileType> =
            list.iter().map(|e| (e.name.clone(), e.kind)).collect();
        names.extend(list.into_iter().map(|e| e.name).filter(|n| !hidden(n)));
        let mut entries = Vec::with_capacity(names.len());
        for name in names {
            let full = path::join(dir, &name);
            let stat = if o.deref { self.cx.p.stat(&full) } else { self.cx.p.lstat(&full) };
            match stat {
                Ok(stat) => entries.push(self.entry(&name, &full, Some(stat))),
                Err(e) if self.cx.busybox() => self.cannot_access(&full, e, false).await,
                Err(e) => {
                    if o.needs_stat() {
                        self.cannot_access(&full, e, false).await;
                    }
                    let mut entry = self.entry(&name, &full, None);
                    entry.kind = kinds.get(&name).copied();
                    entries.push(entry);
                }
            }
            if self.cx.p.spend(1) {
                self.cx.p.tick(0).await;
            }
        }
        entry::sort(&mut entries, o);
        if o.format == Format::Long || o.blocks {
            let blocks = entries.iter().filter_map(|e| e.stat).map(|s| u128::from(s.blocks) * 512);
            let total = blocks.sum();
            let shown = if self.cx.busybox() {
                busybox::total(total, o.human)
            } else {
                o.block_size.show(total)
            };
            let end = if o.zero { "\0" } else { "\n" };
            self.cx.puts(&format!("total {shown}{end}"));
        }
        self.show(&entries).await;
        if !o.recursive {
            return Vec::new();
        }
        let below = entries.iter().filter(|e| e.stat.is_some_and(|s| s.is_dir()));
        let below = below.filter(|e| !matches!(e.name.as_str(), "." | ".."));
        below.map(|e| (path::join(dir, &e.name), false, above.clone())).collect()
    }

    async fn show(&mut self, entries: &[Entry]) {
        if self.cx.busybox() {
            busybox::show(self, entries).await;
        } else if self.o.format == Format::Long {
            self.show_long(entries).await;
        } else {
            self.show_grid(entries).await;
        }
    }

    /// A directory's name in a header: quoted as names are, colons too.
    fn quoted_plain(&self, dir: &str) -> String {
        if self.cx.busybox() { dir.to_string() } else { self.quote(dir, true) }
    }
}
