//! Whether a file that exists already is replaced: same file, just made, older, guarded, asked about.

use crate::coreutils::fs::modes;
use crate::vfs::Stat;

use super::{Copier, Update, Verdict};

impl Copier<'_> {
    /// Whether an existing destination may be replaced.
    pub async fn consider(&mut self, from: &str, to: &str, stat: &Stat) -> Verdict {
        let Ok(old) = self.cx.p.lstat(to) else { return Verdict::Go };
        let target = self.cx.p.stat(to).ok();
        let (a, b) = (self.cx.q(from), self.cx.q(to));
        // BusyBox does not look behind a link for the same file; GNU's cp does for a regular file only.
        let link = self.o.moving || self.cx.busybox() || !stat.is_file();
        let seen = if link { Some(old) } else { target.or(Some(old)) };
        let same = seen.is_some_and(|t| (t.dev, t.ino) == (stat.dev, stat.ino));
        if same
            && !self.o.moving
            && (self.o.hard_link || (self.o.remove_destination && old.is_symlink()))
        {
            return if self.o.hard_link { Verdict::Stop(true) } else { Verdict::Go };
        }
        if same && !self.o.moving && !(self.o.sym_link && self.o.force) && self.o.backup.is_none() {
            let text = format!("{a} and {b} are the same file");
            self.say(text.clone(), text).await;
            return Verdict::Stop(false);
        }
        let is_dir = if self.o.moving { old.is_dir() } else { seen.is_some_and(|t| t.is_dir()) };
        if is_dir && !stat.is_dir() {
            self.say(
                format!("cannot overwrite directory {b} with non-directory {a}"),
                format!("can't create {b}: Is a directory"),
            )
            .await;
            return Verdict::Stop(false);
        }
        if self.made.contains(&(old.dev, old.ino)) && !self.o.hard_link && old.nlink < 2 {
            let text = format!("will not overwrite just-created {b} with {a}");
            self.say(text.clone(), text).await;
            return Verdict::Stop(false);
        }
        match self.o.update {
            Update::All => {}
            Update::None => return Verdict::Stop(true),
            Update::NoneFail => {
                let text = format!("not replacing {b}");
                self.say(text.clone(), text).await;
                return Verdict::Stop(false);
            }
            Update::Older if old.mtime >= stat.mtime => return Verdict::Stop(true),
            Update::Older => {}
        }
        let guarded = !old.is_symlink() && self.cx.p.access(to, 2).is_err();
        let tty_guard = self.o.moving && !self.o.force && guarded && self.cx.p.isatty(0);
        if self.o.interactive || tty_guard {
            let name = &self.cx.name;
            let prompt = if guarded && !self.cx.busybox() {
                let verb = if self.o.moving || self.o.force { "replace" } else { "unwritable" };
                let bits = modes::permissions(old.mode);
                let mode = format!("{:04o} ({bits})", old.perm());
                if verb == "replace" {
                    format!("{name}: replace {b}, overriding mode {mode}? ")
                } else {
                    format!("{name}: {verb} {b} (mode {mode}); try anyway? ")
                }
            } else {
                format!("{name}: overwrite {b}? ")
            };
            if !self.cx.ask(&prompt).await {
                return Verdict::Stop(self.cx.busybox());
            }
        }
        if let Some(backup) = &self.o.backup
            && !old.is_dir()
        {
            let name = backup.name_for(&self.cx.p, to);
            if let Err(e) = self.cx.p.rename(to, &name) {
                let text = format!("cannot backup {b}");
                self.fail(&text, &text, e).await;
                return Verdict::Stop(false);
            }
        }
        Verdict::Go
    }
}
