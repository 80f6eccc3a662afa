//! Which files grep looks into.

use super::{Dirs, Grep, Mode};
use crate::coreutils::Cx;
use crate::coreutils::fs::glob::{self, Flags};
use crate::vfs::{Errno, FileType};

/// Whether one of the patterns matches; `*` and `?` match slashes and dots, too.
fn fits(patterns: &[String], name: &str) -> bool {
    patterns.iter().any(|p| glob::matches(p, name, Flags::default()))
}

fn base(name: &str) -> &str {
    name.trim_end_matches('/').rsplit('/').next().unwrap_or(name)
}

impl Grep {
    /// True once nothing more can change the outcome.
    pub(super) fn done(&self) -> bool {
        self.mode == Mode::Quiet && self.found
    }

    fn wanted(&self, name: &str) -> bool {
        let b = base(name);
        let any = |list: &[String]| fits(list, b) || fits(list, name);
        !any(&self.exclude) && (self.include.is_empty() || any(&self.include))
    }

    pub(super) async fn trouble(&mut self, cx: &mut Cx, name: &str, e: Errno) {
        self.failed = true;
        if !self.silent {
            cx.flush().await;
            let shown = if name == "-" { "(standard input)" } else { name };
            cx.err(format!("{shown}: {e}")).await;
        }
    }

    /// A file that was opened and can not be read: trouble for GNU's, for BusyBox's an empty file.
    pub(super) async fn unread(&mut self, cx: &mut Cx, name: &str, e: Errno) {
        if !cx.busybox() {
            self.trouble(cx, name, e).await;
        }
        if self.mode == Mode::Count {
            self.name_of(cx, name, b':');
            cx.put(b"0\n");
        }
    }

    /// A file or directory named on the command line.
    pub(super) async fn operand(&mut self, cx: &mut Cx, name: &str) {
        if name != "-" && cx.p.stat(name).is_ok_and(|s| s.is_dir()) {
            match self.dirs {
                Dirs::Skip => {}
                Dirs::Read => {
                    self.unread(cx, name, Errno::EISDIR).await;
                }
                _ => {
                    let plain = name.trim_end_matches('/');
                    let b = base(name);
                    if b != "."
                        && b != ".."
                        && (fits(&self.exclude_dir, b) || fits(&self.exclude_dir, plain))
                    {
                        return;
                    }
                    self.directory(cx, name, false).await;
                }
            }
            return;
        }
        if name != "-" && !self.wanted(name) {
            return;
        }
        self.file(cx, name, false).await;
    }

    /// Everything below a directory, in the order of names.
    pub(super) async fn directory(&mut self, cx: &mut Cx, top: &str, bare: bool) {
        // A stack of what is left to do, so that deep trees need no deep recursion.
        let mut todo: Vec<(String, bool)> =
            vec![(if bare { String::new() } else { top.to_string() }, true)];
        while let Some((path, is_dir)) = todo.pop() {
            if self.done() {
                return;
            }
            if !is_dir {
                self.file(cx, &path, true).await;
                continue;
            }
            let entries = match cx.p.readdir(if path.is_empty() { "." } else { &path }) {
                Ok(e) => e,
                Err(e) => {
                    self.trouble(cx, &path, e).await;
                    continue;
                }
            };
            let mut below = Vec::new();
            for e in entries {
                let full = match path.as_str() {
                    "" => e.name.clone(),
                    p if p.ends_with('/') => format!("{p}{}", e.name),
                    p => format!("{p}/{}", e.name),
                };
                let kind = match e.kind {
                    FileType::Symlink if self.dirs == Dirs::Follow => match cx.p.stat(&full) {
                        Ok(s) => s.file_type(),
                        Err(e) => {
                            self.trouble(cx, &full, e).await;
                            continue;
                        }
                    },
                    k => k,
                };
                match kind {
                    FileType::Directory if !fits(&self.exclude_dir, &e.name) => {
                        below.push((full, true));
                    }
                    FileType::Regular if self.wanted(&full) => below.push((full, false)),
                    _ => {}
                }
            }
            below.reverse();
            todo.extend(below);
            cx.p.tick(1).await;
        }
    }
}
