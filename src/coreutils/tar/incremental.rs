//! `tar -c` with `-g` or `-G`: a backup that knows the one before it. Directories are looked at first and stand
//! first in the archive, each with the list of all that is in it; of the files only those that changed.

use crate::coreutils::fs::path;
use crate::vfs::{Errno, OpenFlags, Stat};

use super::create::Writing;
use super::options::Named;
use super::snapshot::{Contents, Dir, Snapshot};
use super::{Fatal, Tar};

/// A file that was named, or a directory that was found.
struct Found {
    /// Where it is looked for.
    cwd: String,
    name: String,
    stat: Stat,
    contents: Option<Contents>,
}

/// The look at all directories.
struct Scan<'a> {
    old: Snapshot,
    /// All that is older is left out; nothing is, the first time.
    since: Option<i64>,
    found: Vec<Found>,
    renamed: Contents,
    notes: Vec<String>,
    tar: &'a Tar<'a>,
}

/// What the backup before says of a directory.
enum Before {
    /// Nothing: all in it is new.
    New,
    Known(Contents),
}

/// A name as seen from a directory.
fn at(cwd: &str, name: &str) -> String {
    if name.starts_with('/') { name.to_string() } else { path::join(cwd, name) }
}

impl Tar<'_> {
    /// Makes an archive of what has changed.
    pub(super) async fn create_incremental(&mut self, w: &mut Writing) -> Result<(), Fatal> {
        let o = self.o;
        let begun = self.cx.p.now();
        let mut old = Snapshot::default();
        let mut writable = true;
        if let Some(file) = &o.snapshot {
            let flags = OpenFlags::READ | OpenFlags::WRITE | OpenFlags::CREAT;
            match self.cx.p.open(file, flags, 0o666) {
                Ok(fd) => {
                    let read = self.cx.read_all(fd).await;
                    let _ = self.cx.p.close(fd);
                    if !o.level_0 {
                        old = Snapshot::read(&read.unwrap_or_default());
                    }
                }
                Err(e) => {
                    writable = false;
                    self.problem(format!("{file}: Cannot open: {e}")).await;
                }
            }
        }
        let home = self.cx.p.cwd();
        let (found, renamed, notes, troubles) = self.scan(old)?;
        if o.verbose > 0 {
            for note in notes {
                self.cx.err(note).await;
            }
        }
        for (file, what, e) in troubles {
            self.problem(format!("{file}: Cannot {what}: {e}")).await;
        }
        self.dump_found(w, &found, renamed).await?;
        let _ = self.cx.p.chdir(&home);
        if let Some(file) = o.snapshot.as_ref().filter(|_| writable) {
            let seen = |f: &Found| {
                Some(Dir {
                    name: f.name.clone(),
                    dev: f.stat.dev,
                    ino: f.stat.ino,
                    mtime: f.stat.mtime,
                    contents: f.contents.clone()?,
                })
            };
            let dirs = found.iter().filter_map(seen).collect();
            let bytes = Snapshot { time: Some(begun), dirs }.written();
            let flags = OpenFlags::WRITE | OpenFlags::TRUNC;
            let written = match self.cx.p.open(file, flags, 0) {
                Ok(fd) => {
                    let written = self.cx.p.write_all(fd, &bytes).await;
                    let _ = self.cx.p.close(fd);
                    written
                }
                Err(e) => Err(e),
            };
            if let Err(e) = written {
                self.problem(format!("{file}: Cannot write: {e}")).await;
            }
        }
        Ok(())
    }

    /// Looks at all directories, in the order in which messages come; gives them sorted.
    #[allow(clippy::type_complexity)]
    fn scan(
        &self,
        old: Snapshot,
    ) -> Result<(Vec<Found>, Contents, Vec<String>, Vec<(String, &'static str, Errno)>), Fatal>
    {
        let since = old.time;
        let mut scan = Scan {
            old,
            since,
            found: Vec::new(),
            renamed: Vec::new(),
            notes: Vec::new(),
            tar: self,
        };
        let mut troubles = Vec::new();
        let mut cwd = self.cx.p.cwd();
        for named in &self.o.named {
            match named {
                Named::Dir(dir) => cwd = at(&cwd, dir),
                Named::File(name) => {
                    let name = if name.len() > 1 { name.trim_end_matches('/') } else { name };
                    scan.top(&cwd, if name.is_empty() { "/" } else { name }, &mut troubles);
                }
            }
        }
        scan.found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok((scan.found, scan.renamed, scan.notes, troubles))
    }

    async fn dump_found(
        &mut self,
        w: &mut Writing,
        found: &[Found],
        renamed: Contents,
    ) -> Result<(), Fatal> {
        let first = found.iter().position(|f| f.contents.is_some());
        for (i, f) in found.iter().enumerate() {
            let _ = self.cx.p.chdir(&f.cwd);
            match &f.contents {
                Some(contents) => {
                    let mut contents = contents.clone();
                    // Renames are told where a restore comes by first.
                    if Some(i) == first {
                        contents.extend(renamed.iter().cloned());
                    }
                    self.add(w, &f.name, &f.stat, Some(&contents)).await?;
                }
                None => {
                    self.add(w, &f.name, &f.stat, None).await?;
                }
            }
        }
        for f in found {
            let _ = self.cx.p.chdir(&f.cwd);
            for (_, name) in f.contents.iter().flatten().filter(|(code, _)| *code == b'Y') {
                let file = path::join(&f.name, name);
                match self.cx.p.lstat(&file) {
                    Ok(stat) => {
                        self.add(w, &file, &stat, None).await?;
                    }
                    Err(e) => self.problem(format!("{file}: Cannot stat: {e}")).await,
                }
                self.cx.pace().await;
            }
        }
        Ok(())
    }
}

impl Scan<'_> {
    fn top(&mut self, cwd: &str, name: &str, troubles: &mut Vec<(String, &'static str, Errno)>) {
        if self.tar.o.excluded(name) {
            return;
        }
        let p = &self.tar.cx.p;
        let stat = match p.lstat(&at(cwd, name)) {
            Ok(stat) => stat,
            Err(e) => return troubles.push((name.to_string(), "stat", e)),
        };
        if !stat.is_dir() {
            if !self.unchanged(&stat) {
                let (cwd, name) = (cwd.to_string(), name.to_string());
                self.found.push(Found { cwd, name, stat, contents: None });
            }
            return;
        }
        let before = self.before(name, &stat);
        let mut waiting = vec![(name.to_string(), stat, before)];
        while let Some((name, stat, before)) = waiting.pop() {
            let (contents, below) = match self.look(cwd, &name, &before) {
                Ok(seen) => seen,
                Err(e) => {
                    troubles.push((name.clone(), "open", e));
                    (Vec::new(), Vec::new())
                }
            };
            self.found.push(Found { cwd: cwd.to_string(), name, stat, contents: Some(contents) });
            // The first is looked at next.
            waiting.extend(below.into_iter().rev());
        }
    }

    fn unchanged(&self, stat: &Stat) -> bool {
        self.since.is_some_and(|t| stat.mtime < t && stat.ctime < t)
    }

    /// What the backup before knew of a directory, which may have had another name then.
    fn before(&mut self, name: &str, stat: &Stat) -> Before {
        let same = |d: &Dir| (d.dev, d.ino) == (stat.dev, stat.ino);
        if let Some(d) = self.old.dirs.iter().find(|d| d.name == name && same(d)) {
            return Before::Known(d.contents.clone());
        }
        let named = self.old.dirs.iter().any(|d| d.name == name);
        match self.old.dirs.iter().position(same) {
            Some(i) => {
                let (was, contents) =
                    (self.old.dirs[i].name.clone(), self.old.dirs[i].contents.clone());
                let quoted = self.tar.cx.ql(&was);
                self.notes.push(format!("{name}: Directory has been renamed from {quoted}"));
                self.renamed.push((b'R', was.clone()));
                self.renamed.push((b'T', name.to_string()));
                // What was below it is below the new name.
                let below = format!("{was}/");
                for d in &mut self.old.dirs {
                    if let Some(rest) = d.name.strip_prefix(&below) {
                        d.name = format!("{name}/{rest}");
                    }
                }
                self.old.dirs[i].name = name.to_string();
                Before::Known(contents)
            }
            None => {
                let what = if named { "has been renamed" } else { "is new" };
                self.notes.push(format!("{name}: Directory {what}"));
                Before::New
            }
        }
    }

    /// A directory's contents, and the directories among them.
    #[allow(clippy::type_complexity)]
    fn look(
        &mut self,
        cwd: &str,
        name: &str,
        before: &Before,
    ) -> Result<(Contents, Vec<(String, Stat, Before)>), Errno> {
        let dir = at(cwd, name);
        let mut names: Vec<String> =
            self.tar.cx.p.readdir(&dir)?.into_iter().map(|e| e.name.to_string()).collect();
        names.sort_unstable();
        let (mut contents, mut below) = (Vec::new(), Vec::new());
        for entry in names {
            let Ok(stat) = self.tar.cx.p.lstat(&path::join(&dir, &entry)) else { continue };
            let full = path::join(name, &entry);
            let code = if self.tar.o.excluded(&full) {
                b'N'
            } else if stat.is_dir() {
                let before = self.before(&full, &stat);
                below.push((full, stat, before));
                b'D'
            } else {
                match before {
                    Before::New => b'Y',
                    Before::Known(old) => {
                        let known = old.iter().any(|(c, n)| *c != b'D' && *n == entry);
                        if known && self.unchanged(&stat) { b'N' } else { b'Y' }
                    }
                }
            };
            contents.push((code, entry));
        }
        Ok((contents, below))
    }
}
