//! `tar -x` with `-g` or `-G`: a directory gets what its list in the archive says. What is not in the list goes, and
//! what had another name gets the new one.

use crate::coreutils::fs::path;
use crate::coreutils::fs::walk::remove_tree;

use super::Tar;
use super::snapshot::Contents;

impl Tar<'_> {
    /// Brings a directory that is there into line with its list; `root` is where the names of renames begin.
    pub(super) async fn purge(&mut self, root: &str, dir: &str, contents: &Contents) {
        let Ok(there) = self.cx.p.readdir(dir) else { return };
        let mut from = None;
        for (code, name) in contents {
            match (code, from.take()) {
                (b'R', _) => from = Some(name),
                (b'T', Some(old)) => {
                    let (a, b) = (path::join(root, old), path::join(root, name));
                    if let Err(e) = self.cx.p.rename(&a, &b) {
                        let (old, name) = (self.cx.ql(old), self.cx.ql(name));
                        self.problem(format!("Cannot rename {old} to {name}: {e}")).await;
                    }
                }
                _ => {}
            }
        }
        let mut names: Vec<String> = there.into_iter().map(|e| e.name.to_string()).collect();
        names.sort_unstable();
        for name in names {
            let file = path::join(dir, &name);
            let Ok(stat) = self.cx.p.lstat(&file) else { continue };
            let listed = contents.iter().find(|(c, n)| b"YND".contains(c) && *n == name);
            let stays = match listed {
                Some((b'D', _)) => stat.is_dir(),
                Some((b'Y', _)) => !stat.is_dir(),
                Some(_) => true,
                None => false,
            };
            if stays {
                continue;
            }
            let shown =
                file.strip_prefix(root).map_or(file.as_str(), |f| f.trim_start_matches('/'));
            if self.o.verbose > 0 {
                let line = format!("{}: Deleting {}", self.cx.name, self.cx.ql(shown));
                self.show(&line, self.o.to_stdout).await;
            }
            let gone = if stat.is_dir() {
                remove_tree(&self.cx.p, &file)
            } else {
                self.cx.p.unlink(&file)
            };
            if let Err(e) = gone {
                self.problem(format!("{shown}: Cannot unlink: {e}")).await;
            }
        }
    }
}
