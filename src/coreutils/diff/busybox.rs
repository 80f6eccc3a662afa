//! Which files BusyBox's diff compares: the files below two directories are two sorted lists of paths, not
//! trees, so that with `-r` nothing is said of directories.

use super::Diff;
use crate::coreutils::Cx;
use crate::coreutils::fs::path;
use crate::coreutils::fs::walk::{Follow, Visit, Walk};
use crate::vfs::{Errno, Stat};

impl Diff {
    /// Compares what the command line names.
    pub(super) async fn named(&mut self, cx: &mut Cx, mut a: String, mut b: String) {
        let (Some(x), Some(y)) = (self.looked_at(cx, &a).await, self.looked_at(cx, &b).await)
        else {
            return;
        };
        let dir = |s: Option<Stat>| s.is_some_and(|s| s.is_dir());
        match (dir(x), dir(y)) {
            (true, true) => return self.lists(cx, &a, &b).await,
            (false, false) => {}
            _ if a == "-" || b == "-" => {
                cx.err("can't compare stdin to a directory").await;
                self.status = 1;
                return;
            }
            (into_a, _) => {
                let (dir, file) = if into_a { (&mut a, &b) } else { (&mut b, &a) };
                *dir = path::join(dir, path::base(file));
                let inner = dir.clone();
                if self.looked_at(cx, &inner).await.is_none() {
                    self.status = 1;
                    return;
                }
            }
        }
        self.pair(cx, &a, &b, false).await;
    }

    /// A file's attributes, none where it may be missing; nothing after a complaint.
    async fn looked_at(&mut self, cx: &mut Cx, name: &str) -> Option<Option<Stat>> {
        if name == "-" || self.status == 2 {
            return (name == "-").then_some(None);
        }
        match cx.p.stat(name) {
            Ok(stat) => Some(Some(stat)),
            Err(Errno::ENOENT) if self.new_files => Some(None),
            Err(e) => {
                cx.flush().await;
                cx.err(format!("can't stat '{name}': {e}")).await;
                self.status = 2;
                None
            }
        }
    }

    /// Compares two directories.
    async fn lists(&mut self, cx: &mut Cx, a: &str, b: &str) {
        let (left, right) = (self.below(cx, a, b).await, self.below(cx, b, a).await);
        let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
        loop {
            let (here, name) = match (left.peek(), right.peek()) {
                (None, None) => return,
                (Some(x), Some(y)) if x == y => ((true, true), *x),
                (Some(x), Some(y)) if x > y => ((false, true), *y),
                (None, Some(y)) => ((false, true), *y),
                (Some(x), _) => ((true, false), *x),
            };
            if here.0 {
                left.next();
            }
            if here.1 {
                right.next();
            }
            self.compare(cx, (a, b), name, here).await;
            if !cx.pace().await {
                return;
            }
        }
    }

    /// Compares the files of one name, which is `here` in the first directory, in the second, or in both.
    async fn compare(&mut self, cx: &mut Cx, (a, b): (&str, &str), name: &str, here: (bool, bool)) {
        let (mut x, mut y) = (path::join(a, name), path::join(b, name));
        if here != (true, true) && !self.new_files {
            cx.puts(&format!("Only in {}: {name}\n", if here.0 { a } else { b }));
            self.status = self.status.max(1);
            return;
        }
        // What is missing passes for a file of the other's kind.
        let mut kinds = [cx.p.stat(&x), cx.p.stat(&y)];
        if !here.0 {
            kinds[0] = kinds[1];
        } else if !here.1 {
            kinds[1] = kinds[0];
        }
        // Links that lead nowhere are told of, and are no difference.
        if let [Err(e), Err(f)] = kinds {
            for (name, e) in [(&x, e), (&y, f)] {
                cx.flush().await;
                cx.err(format!("{name}: {e}")).await;
            }
            return;
        }
        let is = |at: usize, what: fn(&Stat) -> bool| kinds[at].is_ok_and(|s| what(&s));
        let odd = |at: usize| is(at, |s| !s.is_file() && !s.is_dir());
        let word = |at: usize| if is(at, Stat::is_dir) { "directory" } else { "regular file" };
        if is(0, Stat::is_dir) && is(1, Stat::is_dir) {
            cx.puts(&format!("Common subdirectories: {x} and {y}\n"));
        } else if odd(0) || odd(1) {
            let name = if odd(0) { x } else { y };
            let text = "is not a regular file or directory and was skipped";
            cx.puts(&format!("File {name} {text}\n"));
        } else if word(0) != word(1) {
            cx.puts(&format!("File {x} is a {} while file {y} is a {}\n", word(0), word(1)));
        } else if here != (true, true) && self.brief {
            if is(0, |s| s.size > 0) {
                cx.puts(&format!("Files {x} and {y} differ\n"));
                self.status = self.status.max(1);
            }
        } else {
            for (there, file) in [(here.0, &mut x), (here.1, &mut y)] {
                if !there {
                    *file = "/dev/null".to_string();
                }
            }
            self.pair(cx, &x, &y, true).await;
        }
    }

    /// The sorted paths below a directory. Without `-r` its subdirectories are among them; with it those
    /// are entered, and without `-N` only where the other directory has them too.
    async fn below(&mut self, cx: &mut Cx, dir: &str, other: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut walk = Walk::new(&cx.p, dir, Follow::Always);
        while let Some(step) = walk.step() {
            let name = step.path[dir.len()..].trim_start_matches('/').to_string();
            match step.visit {
                Visit::Enter if step.depth == 0 => {}
                Visit::Enter if !self.recursive => {
                    found.push(name);
                    walk.skip();
                }
                Visit::Enter => {
                    let there = cx.p.stat(&path::join(other, &name)).is_ok_and(|s| s.is_dir());
                    if !self.new_files && !there {
                        self.status = self.status.max(1);
                        walk.skip();
                    }
                }
                Visit::Loop if self.recursive => {}
                Visit::File | Visit::Loop => found.push(name),
                Visit::Unreadable(e) | Visit::Error(e) => self.trouble(cx, &step.path, e).await,
                Visit::Leave => {}
            }
            cx.pace().await;
        }
        found.sort();
        found.retain(|name| self.start.as_ref().is_none_or(|start| name >= start));
        found
    }
}
