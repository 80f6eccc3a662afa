//! find's actions: printing, removing, running programs, and steering the walk.

use crate::coreutils::fs::modes;
use crate::coreutils::fs::path;
use crate::coreutils::fs::run;
use crate::vfs::{Errno, OpenFlags, text};

use super::parse::Op;
use super::{File, Find};

/// Bytes of arguments after which `-exec ... +` starts a program.
const BATCH: usize = 64 * 1024;

/// An action.
pub enum Action {
    Print { end: char, to: Option<String> },
    Printf { format: String, to: Option<String> },
    List { to: Option<String> },
    Prune,
    Quit,
    Delete,
    Exec { argv: Vec<String>, many: bool, ask: bool, in_dir: bool },
}

impl Action {
    fn output(&self) -> Option<&str> {
        match self {
            Action::Print { to, .. } | Action::Printf { to, .. } | Action::List { to } => {
                to.as_deref()
            }
            _ => None,
        }
    }
}

impl Find<'_> {
    /// Opens the files that actions write to; false if one can not be.
    pub(super) async fn open_outputs(&mut self) -> bool {
        let prog = self.prog;
        for op in &prog.ops {
            let Op::Act(action) = op else { continue };
            let Some(file) = action.output() else { continue };
            if self.outputs.contains_key(file) {
                continue;
            }
            let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
            match self.cx.p.open(file, flags, 0o666) {
                Ok(fd) => {
                    let _ = self.cx.p.set_cloexec(fd, true);
                    self.outputs.insert(file.to_string(), fd);
                }
                Err(e) => {
                    self.complain(file, e).await;
                    return false;
                }
            }
        }
        true
    }

    async fn emit(&mut self, text: &str, to: Option<&String>) {
        let Some(fd) = to.and_then(|file| self.outputs.get(file).copied()) else {
            self.cx.puts(text);
            return;
        };
        if let Err(e) = self.cx.p.write_all(fd, &text::encode(text)).await {
            self.cx.err(format!("write error: {e}")).await;
            self.status = 1;
        }
    }

    /// Does an action (the program's op number `place`) on a file; gives its truth.
    pub(super) async fn act(&mut self, place: usize, action: &Action, f: &File<'_>) -> bool {
        match action {
            Action::Print { end, to } => {
                self.emit(&format!("{}{end}", f.path), to.as_ref()).await;
                true
            }
            Action::Printf { format, to } => {
                let line = self.printf(format, f).await;
                self.emit(&line, to.as_ref()).await;
                true
            }
            Action::List { to } => {
                let line = self.listing(f);
                self.emit(&line, to.as_ref()).await;
                true
            }
            Action::Prune => {
                self.pruned = true;
                true
            }
            Action::Quit => {
                self.quit = true;
                true
            }
            Action::Delete => self.delete(f).await,
            Action::Exec { argv, many, ask, in_dir } => {
                let (dir, name) = if *in_dir {
                    (path::dir(f.path), format!("./{}", path::base(f.path)))
                } else {
                    ("", f.path.to_string())
                };
                if *many {
                    return self.collect(place, argv, dir, name).await;
                }
                if *ask {
                    let first = argv.first().map_or("", String::as_str);
                    if !self.cx.ask(&format!("< {first} ... {} > ? ", f.path)).await {
                        return false;
                    }
                }
                let argv: Vec<String> = argv.iter().map(|a| a.replace("{}", &name)).collect();
                self.exec(&argv, dir).await == Some(0)
            }
        }
    }

    async fn delete(&mut self, f: &File<'_>) -> bool {
        if path::base(f.path) == "." && f.depth == 0 {
            return true;
        }
        let gone = if f.stat.is_dir() { self.cx.p.rmdir(f.path) } else { self.cx.p.unlink(f.path) };
        match gone {
            Ok(()) | Err(Errno::ENOENT) => true,
            Err(e) if self.cx.busybox() => {
                self.complain(f.path, e).await;
                false
            }
            Err(e) => {
                let name = self.cx.ql(f.path);
                self.cx.err(format!("cannot delete {name}: {e}")).await;
                self.status = 1;
                false
            }
        }
    }

    /// Runs a program; `None` when it could not be started.
    async fn exec(&mut self, argv: &[String], dir: &str) -> Option<i32> {
        let dir = (!dir.is_empty()).then_some(dir);
        match run::run(self.cx, argv, dir).await {
            Ok(status) => Some(status),
            Err(e) => {
                let name = argv.first().map_or("", String::as_str);
                let name = if self.cx.busybox() { name.to_string() } else { self.cx.ql(name) };
                self.cx.err(format!("{name}: {e}")).await;
                None
            }
        }
    }

    async fn collect(&mut self, place: usize, argv: &[String], dir: &str, name: String) -> bool {
        let batch = self.batches.entry(place).or_default();
        let other_dir = batch.last().is_some_and(|(d, _)| d != dir);
        let size: usize = batch.iter().map(|(_, n)| n.len() + 9).sum();
        if other_dir || size + name.len() > BATCH {
            let full = std::mem::take(batch);
            self.run_batch(argv, full).await;
        }
        self.batches.entry(place).or_default().push((dir.to_string(), name));
        true
    }

    async fn run_batch(&mut self, argv: &[String], batch: Vec<(String, String)>) {
        let Some((dir, _)) = batch.first().cloned() else { return };
        let mut argv = argv.to_vec();
        argv.extend(batch.into_iter().map(|(_, name)| name));
        if self.exec(&argv, &dir).await != Some(0) {
            self.status = 1;
        }
    }

    /// Runs what `-exec ... +` has collected.
    pub(super) async fn run_batches(&mut self) {
        let prog = self.prog;
        for (place, batch) in std::mem::take(&mut self.batches) {
            if let Some(Op::Act(Action::Exec { argv, .. })) = prog.ops.get(place) {
                self.run_batch(argv, batch).await;
            }
        }
    }

    /// `-ls`: a line such as `ls -dils` writes.
    fn listing(&self, f: &File<'_>) -> String {
        let s = &f.stat;
        let recent = s.mtime > self.now - 180 * 86_400_000_000_000 && s.mtime <= self.now;
        let date = self.cx.local(if recent { "%b %e %H:%M" } else { "%b %e  %Y" }, s.mtime);
        let mut line = format!(
            "{:>9} {:>6} {} {:>3} {:<8} {:<8} {:>8} {date} {}",
            s.ino,
            s.blocks.div_ceil(2),
            modes::show(s),
            s.nlink,
            self.names.user_or_id(s.uid),
            self.names.group_or_id(s.gid),
            s.size,
            crate::coreutils::fs::quote::c_escape(f.path, true, " "),
        );
        if s.is_symlink()
            && let Ok(target) = self.cx.p.readlink(f.path)
        {
            line.push_str(&format!(" -> {target}"));
        }
        line.push('\n');
        line
    }
}
