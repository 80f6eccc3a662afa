//! `tar -x`: the way to a member, and what stands there already.

use crate::coreutils::fs::path;
use crate::vfs::{Errno, Stat};

use super::Tar;
use super::header::Member;

impl Tar<'_> {
    /// Whether what is there is the link that is to be made.
    pub(super) fn is_link_to(&self, old: &Stat, m: &Member, dir: &str) -> bool {
        let target = self.stripped(&m.link).map(|link| path::join(dir, &link));
        let target = target.and_then(|t| self.cx.p.lstat(&t).ok());
        target.is_some_and(|t| (t.dev, t.ino) == (old.dev, old.ino))
    }

    /// Makes the directories that lead to a file.
    pub(super) fn parents(&self, file: &str) {
        for (i, _) in file.match_indices('/').filter(|(i, _)| *i > 0) {
            let _ = self.cx.p.mkdir(&file[..i], 0o777);
        }
    }

    /// BusyBox makes the directories that lead to a member first, and says where that fails.
    pub(super) async fn lead(&mut self, dir: &str, name: &str) {
        for (i, _) in name.trim_end_matches('/').match_indices('/').filter(|(i, _)| *i > 0) {
            let part = &name[..i];
            let full = path::join(dir, part);
            match self.cx.p.mkdir(&full, 0o777) {
                Ok(()) => {}
                Err(Errno::EEXIST) if self.cx.p.stat(&full).is_ok_and(|s| s.is_dir()) => {}
                Err(e) => {
                    return self.cx.err(format!("can't create directory '{part}': {e}")).await;
                }
            }
        }
    }
}
