//! Copies of single files of every kind but directories.

use crate::coreutils::fs::path;
use crate::vfs::{Errno, FileType, Stat, major, minor};

use super::{Copier, Verdict};

impl Copier<'_> {
    /// Anything that is not a directory.
    pub(super) async fn file(&mut self, from: &str, to: &str, stat: &Stat) -> bool {
        if self.cx.p.lstat(to) == Err(Errno::ENOTDIR) && to.ends_with('/') && !self.cx.busybox() {
            let name = self.cx.q(to);
            return self.fail(&format!("cannot stat {name}"), "", Errno::ENOTDIR).await;
        }
        if self.cx.p.lstat(to).is_ok() {
            match self.consider(from, to, stat).await {
                Verdict::Go => {}
                Verdict::Stop(ok) => return ok,
            }
        }
        let replace = self.o.remove_destination
            || (self.o.moving && !self.cx.busybox())
            || ((self.o.hard_link || self.o.sym_link) && self.o.force);
        if replace && self.cx.p.lstat(to).is_ok_and(|s| !s.is_dir()) {
            let _ = self.cx.p.unlink(to);
        }
        if self.o.hard_link || self.o.sym_link {
            return self.linked(from, to).await;
        }
        let id = (stat.dev, stat.ino);
        if self.o.preserve.links && stat.nlink > 1 {
            if let Some(first) = self.links.get(&id).cloned() {
                if self.cx.p.lstat(to).is_ok() {
                    let _ = self.cx.p.unlink(to);
                }
                return match self.cx.p.link(&first, to) {
                    Ok(()) => {
                        self.told(from, to);
                        true
                    }
                    Err(e) => {
                        let (a, b) = (self.cx.q(&first), self.cx.q(to));
                        let text = format!("cannot create hard link {b} to {a}");
                        self.fail(&text, &format!("can't create link {b}"), e).await
                    }
                };
            }
            self.links.insert(id, to.to_string());
        }
        let special = (self.o.special && self.o.recursive) || stat.is_symlink();
        let done = match stat.file_type() {
            FileType::Symlink => self.symlink(from, to).await,
            FileType::Regular => self.regular(from, to, stat).await,
            _ if !special => self.regular(from, to, stat).await,
            kind => self.node(from, to, kind, stat).await,
        };
        let Some(new) = done else { return false };
        if !self.cx.busybox() {
            // Regular files have said it before their bytes went over.
            if stat.is_symlink() || (special && !stat.is_file()) {
                self.told(from, to);
            }
            self.attributes(to, stat, new, false).await;
        } else {
            self.attributes(to, stat, new, false).await;
            self.told(from, to);
        }
        if let Ok(s) = self.cx.p.lstat(to) {
            self.made.insert((s.dev, s.ino));
        }
        true
    }

    async fn linked(&mut self, from: &str, to: &str) -> bool {
        let made = if self.o.sym_link {
            if !from.starts_with('/') && !matches!(path::dir(to), ".") {
                let name = self.cx.qf(to);
                let text =
                    format!("{name}: can make relative symbolic links only in current directory");
                if !self.cx.busybox() {
                    return self.say(text.clone(), text).await;
                }
            }
            self.cx.p.symlink(from, to)
        } else {
            self.cx.p.link(from, to)
        };
        match made {
            Ok(()) => {
                self.told(from, to);
                true
            }
            Err(e) => {
                let (a, b) = (self.cx.q(from), self.cx.q(to));
                let gnu = if self.o.sym_link {
                    format!("cannot create symbolic link {b} to {a}")
                } else {
                    format!("cannot create hard link {b} to {a}")
                };
                self.fail(&gnu, &format!("can't create link {b}"), e).await
            }
        }
    }

    /// Removes what has the name of a link or special file; BusyBox's only when told to overwrite.
    async fn make_room(&mut self, to: &str) -> Option<()> {
        if self.cx.p.lstat(to).is_err() {
            return Some(());
        }
        let told = (self.o.force || self.o.interactive) && !self.o.moving;
        if self.cx.busybox() && !told {
            let name = self.cx.q(to);
            self.fail("", &format!("can't create {name}"), Errno::EEXIST).await;
            return None;
        }
        let _ = self.cx.p.unlink(to);
        Some(())
    }

    async fn symlink(&mut self, from: &str, to: &str) -> Option<bool> {
        let target = match self.cx.p.readlink(from) {
            Ok(target) => target,
            Err(e) => {
                let name = self.cx.q(from);
                let text = format!("cannot read symbolic link {name}");
                self.fail(&text, &text, e).await;
                return None;
            }
        };
        self.make_room(to).await?;
        if let Err(e) = self.cx.p.symlink(&target, to) {
            let name = self.cx.q(to);
            self.fail(
                &format!("cannot create symbolic link {name}"),
                &format!("can't create symlink {name}"),
                e,
            )
            .await;
            return None;
        }
        Some(true)
    }

    async fn node(&mut self, from: &str, to: &str, kind: FileType, stat: &Stat) -> Option<bool> {
        let _ = from;
        self.make_room(to).await?;
        let mode = stat.perm() & self.bits();
        let made = match kind {
            FileType::Fifo => self.cx.p.mkfifo(to, mode),
            kind => self.cx.p.mknod(to, kind, (major(stat.rdev), minor(stat.rdev)), mode),
        };
        if let Err(e) = made {
            let name = self.cx.q(to);
            let what = if kind == FileType::Fifo { "fifo" } else { "special file" };
            self.fail(&format!("cannot create {what} {name}"), &format!("can't create {name}"), e)
                .await;
            return None;
        }
        Some(true)
    }
}
