//! What diff compares: files, directories, one in the other.

use super::Diff;
use crate::coreutils::Cx;
use crate::coreutils::fs::glob::{self, Flags};
use crate::coreutils::fs::quote::shell;
use crate::coreutils::stat::kind;
use crate::vfs::Errno;
use std::collections::BTreeSet;

impl Diff {
    pub(super) fn kind(&self, cx: &Cx, name: &str) -> Result<Kind, Errno> {
        if name == "-" {
            return Ok(Kind::File);
        }
        match cx.p.stat(name) {
            Ok(s) if s.is_dir() => Ok(Kind::Dir),
            Ok(_) => Ok(Kind::File),
            Err(Errno::ENOENT) => Ok(Kind::Missing),
            Err(e) => Err(e),
        }
    }

    pub(super) async fn operands(&mut self, cx: &mut Cx, mut a: String, mut b: String) {
        if cx.busybox() {
            return self.named(cx, a, b).await;
        }
        let (ka, kb) = match (self.kind(cx, &a), self.kind(cx, &b)) {
            (Ok(x), Ok(y)) => (x, y),
            (x, y) => {
                for (name, k) in [(&a, x), (&b, y)] {
                    if let Err(e) = k {
                        self.trouble(cx, name, e).await;
                    }
                }
                return;
            }
        };
        let base = |s: &str| s.trim_end_matches('/').rsplit('/').next().unwrap_or(s).to_string();
        match (&ka, &kb) {
            (Kind::Dir, Kind::Dir) => return self.directories(cx, &a, &b).await,
            (Kind::Dir, Kind::File) if b != "-" => {
                a = format!("{}/{}", a.trim_end_matches('/'), base(&b))
            }
            (Kind::File, Kind::Dir) if a != "-" => {
                b = format!("{}/{}", b.trim_end_matches('/'), base(&a))
            }
            _ => {}
        }
        self.pair(cx, &a, &b, false).await;
    }

    pub(super) async fn directories(&mut self, cx: &mut Cx, a: &str, b: &str) {
        let mut todo =
            vec![(a.trim_end_matches('/').to_string(), b.trim_end_matches('/').to_string())];
        if a == "/" || b == "/" {
            todo = vec![(a.to_string(), b.to_string())];
        }
        while let Some((a, b)) = todo.pop() {
            let mut names = BTreeSet::new();
            let mut sides = Vec::new();
            for d in [&a, &b] {
                match cx.p.readdir(d) {
                    Ok(e) => {
                        let list: BTreeSet<String> = e
                            .into_iter()
                            .map(|e| e.name)
                            .filter(|n| {
                                !self.exclude.iter().any(|x| glob::matches(x, n, Flags::default()))
                            })
                            .filter(|n| self.start.as_ref().is_none_or(|s| n >= s))
                            .collect();
                        names.extend(list.iter().cloned());
                        sides.push(list);
                    }
                    Err(Errno::ENOENT) if self.new_files || self.new_second => {
                        sides.push(BTreeSet::new())
                    }
                    Err(e) => {
                        self.trouble(cx, d, e).await;
                        return;
                    }
                }
            }
            // Directories below begin with their first name.
            self.start = None;
            let mut below = Vec::new();
            for n in names {
                let (pa, pb) = (format!("{a}/{n}"), format!("{b}/{n}"));
                let here = (sides[0].contains(&n), sides[1].contains(&n));
                let dir = |p: &str| cx.p.stat(p).is_ok_and(|s| s.is_dir());
                let (xa, xb) = (here.0 && dir(&pa), here.1 && dir(&pb));
                let made_up = self.new_files || self.new_second && here.1;
                if here.0 != here.1 && !(made_up && (self.recursive || !(xa || xb))) {
                    let d = if here.0 { &a } else { &b };
                    let utf8 = cx.utf8();
                    let (d, n) = (shell(d, utf8, false, true), shell(&n, utf8, false, false));
                    cx.puts(&format!("Only in {d}: {n}\n"));
                    self.status = self.status.max(1);
                    continue;
                }
                if xa && xb || (here.0 != here.1 && (xa || xb)) {
                    if self.recursive {
                        below.push((pa, pb));
                    } else {
                        cx.puts(&format!("Common subdirectories: {pa} and {pb}\n"));
                    }
                    continue;
                }
                // Only regular files are opened, or ones that may be: a missing one is told of there.
                let other = |p: &str| cx.p.stat(p).is_ok_and(|s| !s.is_file());
                if xa != xb || here == (true, true) && (other(&pa) || other(&pb)) {
                    let word = |p: &str| cx.p.stat(p).map_or("regular file", |s| kind(&s));
                    let (ka, kb) = (word(&pa), word(&pb));
                    cx.puts(&format!("File {pa} is a {ka} while file {pb} is a {kb}\n"));
                    self.status = self.status.max(1);
                    continue;
                }
                // Subdirectories come in their place among the names.
                if !below.is_empty() {
                    let list = std::mem::take(&mut below);
                    for (x, y) in list {
                        Box::pin(self.directories(cx, &x, &y)).await;
                    }
                }
                self.pair(cx, &pa, &pb, true).await;
            }
            below.reverse();
            todo.extend(below);
        }
    }
}

/// What a file is to be compared by.
pub(super) enum Kind {
    Missing,
    Dir,
    File,
}
