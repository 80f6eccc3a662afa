//! Copying files and trees, for cp, for mv across filesystems, and for install: what is followed, kept
//! and replaced. Which names are copied where is the program's.

use std::collections::{BTreeMap, BTreeSet};

use crate::coreutils::Cx;
use crate::vfs::{Errno, Stat};

use super::backup::Backup;
use super::path;
use super::walk::{Follow, Step, Visit, Walk};

mod bytes;
mod consider;
mod file;

/// Which existing files are replaced.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Update {
    /// All.
    #[default]
    All,
    /// None, and that is fine (`--update=none`, `-n`).
    None,
    /// None, and that is an error (`--update=none-fail`).
    NoneFail,
    /// Those that are older than the source (`-u`).
    Older,
}

/// What is kept of a file's attributes.
#[derive(Clone, Copy, Default, Debug)]
pub struct Preserve {
    /// Permission bits.
    pub mode: bool,
    /// Owner and group.
    pub owner: bool,
    /// Times.
    pub times: bool,
    /// Names that are one file stay one file.
    pub links: bool,
    /// `--no-preserve=mode`: new files get the usual mode.
    pub not_mode: bool,
}

/// How to copy.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Options {
    pub follow: Follow,
    pub recursive: bool,
    /// With `-r`: special files are made anew, not read.
    pub special: bool,
    pub preserve: Preserve,
    pub force: bool,
    pub remove_destination: bool,
    pub interactive: bool,
    pub update: Update,
    pub verbose: bool,
    pub hard_link: bool,
    pub sym_link: bool,
    pub one_fs: bool,
    pub attributes_only: bool,
    pub backup: Option<Backup>,
    /// On behalf of mv: messages differ.
    pub moving: bool,
}

/// Copies under way: what was copied already matters for hard links.
pub struct Copier<'a> {
    /// The program.
    pub cx: &'a mut Cx,
    /// How to copy.
    pub o: &'a Options,
    links: BTreeMap<(u64, u64), String>,
    made: BTreeSet<(u64, u64)>,
}

/// What to do about a file at the destination.
pub enum Verdict {
    /// Copy.
    Go,
    /// Leave this file; the value says whether that is all right.
    Stop(bool),
}

impl<'a> Copier<'a> {
    /// A copier that has not copied yet.
    pub fn new(cx: &'a mut Cx, o: &'a Options) -> Copier<'a> {
        Copier { cx, o, links: BTreeMap::new(), made: BTreeSet::new() }
    }

    async fn fail(&mut self, gnu: &str, busybox: &str, e: Errno) -> bool {
        let text = if self.cx.busybox() { busybox } else { gnu };
        self.cx.err(format!("{text}: {e}")).await;
        false
    }

    async fn say(&mut self, gnu: String, busybox: String) -> bool {
        let text = if self.cx.busybox() { busybox } else { gnu };
        self.cx.err(text).await;
        false
    }

    fn told(&mut self, from: &str, to: &str) {
        // BusyBox's mv tells of what it was asked to move alone.
        if self.o.verbose && !(self.o.moving && self.cx.busybox()) {
            let copied = if self.o.moving { "copied " } else { "" };
            let line = format!("{copied}{} -> {}\n", self.cx.q(from), self.cx.q(to));
            self.cx.puts(&line);
        }
    }

    /// Copies `from`, be it a file or a tree, so that it is called `to`.
    pub async fn copy(&mut self, from: &str, to: &str) -> bool {
        let follow = self.o.follow != Follow::Never;
        let stat = if follow { self.cx.p.stat(from) } else { self.cx.p.lstat(from) };
        let stat = match stat {
            Ok(stat) => stat,
            Err(e) => {
                let name = self.cx.q(from);
                return self
                    .fail(&format!("cannot stat {name}"), &format!("can't stat {name}"), e)
                    .await;
            }
        };
        if !stat.is_dir() {
            return self.file(from, to, &stat).await;
        }
        if !self.o.recursive {
            let name = self.cx.q(from);
            return self
                .say(
                    format!("-r not specified; omitting directory {name}"),
                    format!("omitting directory {name}"),
                )
                .await;
        }
        self.tree(from, to).await
    }

    /// A tree. Directories get their attributes when their contents are done.
    async fn tree(&mut self, from: &str, to: &str) -> bool {
        let mut ok = true;
        let mut walk = Walk::new(&self.cx.p, from, self.o.follow).one_fs(self.o.one_fs);
        let top = to.trim_end_matches('/');
        let top = if top.is_empty() { "/" } else { top };
        // Whether each directory that the walk is in was made by this copy.
        let mut fresh: Vec<bool> = Vec::new();
        while let Some(Step { path, depth, stat, visit }) = walk.step() {
            let rest = path[from.len()..].trim_start_matches('/');
            let dest = if depth == 0 { top.to_string() } else { path::join(top, rest) };
            match visit {
                Visit::Enter => {
                    let gnu = !self.cx.busybox();
                    if gnu && depth == 0 && self.into_itself(from, &dest).await {
                        return false;
                    }
                    // A copy that lies within the source is not copied again.
                    if (depth > 0 || !gnu) && self.made.contains(&(stat.dev, stat.ino)) {
                        if !gnu {
                            let name = self.cx.q(&path);
                            let text = format!("recursion detected, omitting directory {name}");
                            self.cx.err(text).await;
                            ok = false;
                        }
                        fresh.push(false);
                        walk.skip();
                        continue;
                    }
                    match self.directory(&path, &dest, &stat).await {
                        Some(new) => fresh.push(new),
                        None => {
                            ok = false;
                            fresh.push(false);
                            walk.skip();
                        }
                    }
                }
                Visit::Leave => {
                    let new = fresh.pop().unwrap_or(false);
                    if self.cx.p.lstat(&dest).is_ok_and(|s| s.is_dir()) {
                        self.attributes(&dest, &stat, new, true).await;
                        if self.cx.busybox() {
                            self.told(&path, &dest);
                        }
                    }
                }
                Visit::File => ok &= self.file(&path, &dest, &stat).await,
                Visit::Unreadable(e) => {
                    let name = self.cx.q(&path);
                    ok = self
                        .fail(&format!("cannot access {name}"), &format!("can't open {name}"), e)
                        .await;
                }
                Visit::Error(e) => {
                    let name = self.cx.q(&path);
                    ok = self
                        .fail(&format!("cannot stat {name}"), &format!("can't stat {name}"), e)
                        .await;
                }
                Visit::Loop => {
                    let name = self.cx.q(&path);
                    ok = self
                        .say(
                            format!("cannot copy cyclic symbolic link {name}"),
                            format!("recursion detected, omitting directory {name}"),
                        )
                        .await;
                }
            }
            self.cx.pace().await;
        }
        ok
    }

    /// Whether a directory would be copied into itself, which is reported.
    async fn into_itself(&mut self, from: &str, to: &str) -> bool {
        let Ok(source) = self.cx.p.realpath(from) else { return false };
        let parent = self.cx.p.realpath(path::dir(to)).unwrap_or_default();
        let target = match self.cx.p.realpath(to) {
            Ok(real) => real,
            Err(_) => path::join(&parent, path::base(to)),
        };
        let (a, b) = (self.cx.q(from), self.cx.q(to));
        if target == source {
            self.cx.err(format!("{a} and {b} are the same file")).await;
            return true;
        }
        if target.starts_with(&format!("{}/", source.trim_end_matches('/'))) {
            let text = format!("cannot copy a directory, {a}, into itself, {b}");
            self.cx.err(text).await;
            return true;
        }
        false
    }

    /// Makes a directory; gives whether it is new, and nothing where that failed.
    async fn directory(&mut self, from: &str, to: &str, stat: &Stat) -> Option<bool> {
        let (a, b) = (self.cx.q(from), self.cx.q(to));
        match self.cx.p.stat(to) {
            Ok(s) if s.is_dir() && self.cx.busybox() => {
                let id = (s.dev, s.ino);
                if id == (stat.dev, stat.ino) {
                    self.cx.err(format!("{a} and {b} are the same file")).await;
                    return None;
                }
                self.made.insert(id);
                return Some(false);
            }
            Ok(s) if s.is_dir() => return Some(false),
            Ok(_) => {
                self.say(
                    format!("cannot overwrite non-directory {b} with directory {a}"),
                    format!("target {b} is not a directory"),
                )
                .await;
                return None;
            }
            Err(_) => {}
        }
        if let Err(e) = self.cx.p.mkdir(to, stat.perm() & 0o777 | 0o700) {
            self.fail(
                &format!("cannot create directory {b}"),
                &format!("can't create directory {b}"),
                e,
            )
            .await;
            return None;
        }
        if let Ok(s) = self.cx.p.lstat(to) {
            self.made.insert((s.dev, s.ino));
        }
        if self.o.moving && self.o.verbose && !self.cx.busybox() {
            self.cx.puts(&format!("created directory {b}\n"));
        } else if !self.cx.busybox() {
            self.told(from, to);
        }
        Some(true)
    }

    /// Gives a copy its times, owner and mode, as far as they are kept.
    async fn attributes(&mut self, to: &str, stat: &Stat, new: bool, dir: bool) {
        let keep = self.o.preserve;
        let follow = !stat.is_symlink();
        let mut own = true;
        if keep.owner && self.cx.p.chown(to, Some(stat.uid), Some(stat.gid), follow).is_err() {
            own = false;
            // Who may not give files away may still choose the group.
            let _ = self.cx.p.chown(to, None, Some(stat.gid), follow);
            if self.cx.busybox() {
                let name = self.cx.q(to);
                let e = Errno::EPERM;
                self.cx.err(format!("can't preserve ownership of {name}: {e}")).await;
            }
        }
        if !stat.is_symlink() {
            if keep.mode {
                let bits = if own || !keep.owner { stat.perm() } else { stat.perm() & 0o1777 };
                let _ = self.cx.p.chmod(to, bits);
            } else if dir && new {
                let umask = self.cx.p.umask();
                let base = if keep.not_mode { 0o777 } else { stat.perm() & self.bits() };
                if self.cx.busybox() {
                    let _ = self.cx.p.chmod(to, base & !umask);
                } else if let Ok(now) = self.cx.p.lstat(to) {
                    let _ = self.cx.p.chmod(to, base & !umask | now.perm() & 0o6000);
                }
            }
        }
        if keep.times {
            let _ = self.cx.p.utimes(to, Some(stat.atime), Some(stat.mtime), follow);
        }
    }

    /// The bits of a mode that a copy takes without being told to: BusyBox takes all, GNU's cp none of
    /// setuid, setgid and sticky.
    pub(super) fn bits(&self) -> u32 {
        if self.cx.busybox() { 0o7777 } else { 0o777 }
    }

    /// Says that a regular file is being copied (GNU's cp says so before it does).
    pub(super) fn announce(&mut self, from: &str, to: &str) {
        if !self.cx.busybox() {
            self.told(from, to);
        }
    }

    /// Reports an error on one of the two files of a copy.
    pub(super) async fn report(&mut self, gnu: &str, busybox: &str, e: Errno) {
        self.fail(gnu, busybox, e).await;
    }
}
