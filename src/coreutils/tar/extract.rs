//! `tar -x`: takes files out of an archive. Links that lead elsewhere are made last, so that no
//! member is written through them.

use crate::coreutils::fs::owner;
use crate::coreutils::fs::path;
use crate::kernel::Fd;
use crate::vfs::{Errno, FileType, OpenFlags};

use super::header::Member;
use super::input::{Input, padding};
use super::options::Existing;
use super::select::Wanted;
use super::{Fatal, Tar};

/// What is done when all members are out.
#[derive(Default)]
struct Late {
    /// Directories whose attributes wait until their contents are there.
    dirs: Vec<(String, Member)>,
    /// Symbolic links that lead out of the tree.
    links: Vec<(String, Member)>,
}

impl Tar<'_> {
    /// `tar -x`.
    pub(super) async fn extract(&mut self) -> Result<(), Fatal> {
        let mut input = self.open_input().await?;
        let mut wanted = Wanted::new(self.o);
        for dir in wanted.dirs() {
            let look = self
                .cx
                .p
                .stat(&dir)
                .and_then(|s| if s.is_dir() { Ok(()) } else { Err(Errno::ENOTDIR) });
            if let Err(e) = look {
                return Err(if self.cx.busybox() {
                    self.fatal(format!("can't change directory to '{dir}': {e}")).await
                } else {
                    self.fatal(format!("{dir}: Cannot open: {e}")).await
                });
            }
        }
        let mut late = Late::default();
        while let Some(m) = self.member(&mut input).await? {
            let dir = if self.o.excluded(&m.name) { None } else { wanted.pick(&m.name) };
            match dir {
                Some(dir) => self.take(&mut input, &m, &dir, &mut late).await?,
                None => self.pass(&mut input, m.size + padding(m.size)).await?,
            }
            self.cx.p.tick(2).await;
            if wanted.done() {
                break;
            }
        }
        self.report_totals(&mut input).await?;
        for (file, m) in std::mem::take(&mut late.links) {
            let _ = self.cx.p.unlink(&file);
            match self.cx.p.symlink(&m.link, &file) {
                Ok(()) => self.attributes(&file, &m).await,
                Err(e) => self.cannot_make(&m, "create symlink to", e).await,
            }
        }
        for (file, m) in late.dirs.into_iter().rev() {
            self.attributes(&file, &m).await;
        }
        self.report_missing(&wanted).await;
        Ok(())
    }

    /// The name without its first parts (`--strip-components`); nothing where no part is left.
    pub(super) fn stripped(&self, name: &str) -> Option<String> {
        let mut rest = name;
        for _ in 0..self.o.strip {
            rest = rest.split_once('/')?.1.trim_start_matches('/');
        }
        (!rest.is_empty()).then(|| rest.to_string())
    }

    /// `-v`.
    async fn tell(&mut self, m: &Member) {
        if self.o.verbose > 0 {
            let name = if self.o.show_renamed { self.o.renamed(&m.name) } else { m.name.clone() };
            let line = if self.o.verbose > 1 { self.long_line(m) } else { self.name(&name) };
            self.show(&line, self.o.to_stdout).await;
        }
    }

    async fn take(
        &mut self,
        input: &mut Input,
        m: &Member,
        dir: &str,
        late: &mut Late,
    ) -> Result<(), Fatal> {
        let o = self.o;
        let whole = m.size + padding(m.size);
        let Some(name) = self.stripped(&m.name) else {
            // BusyBox names members before it finds that nothing of their names is left.
            if self.cx.busybox() {
                self.tell(m).await;
            }
            return self.pass(input, whole).await;
        };
        let name = self.safe_name(&o.renamed(&name), "member names").await;
        self.tell(m).await;
        if let (Some(command), '-') = (&o.command, m.kind) {
            return self.feed_command(input, m, &name, command).await;
        }
        if o.to_stdout {
            self.cx.flush().await;
            if m.kind == '-' {
                self.pour(input, m, Some(1)).await?;
                return Ok(());
            }
            return self.pass(input, whole).await;
        }
        let name = match &o.one_top {
            Some(top) if !top.is_empty() => path::join(top, &name),
            _ => name,
        };
        let file = path::join(dir, &name);
        if self.cx.busybox() {
            self.lead(dir, &name).await;
        }
        if m.kind == 'd' {
            if m.listed && o.incremental {
                let contents = self.contents(input, m).await?;
                self.purge(dir, file.trim_end_matches('/'), &contents).await;
                self.directory(&file, m, late).await;
                return Ok(());
            }
            self.directory(&file, m, late).await;
            return self.pass(input, whole).await;
        }
        match self.clear(&file, m, dir).await {
            Some(true) => {}
            Some(false) => return self.pass(input, whole).await,
            None => {
                self.failed = true;
                if self.cx.busybox() {
                    return Err(Fatal);
                }
                return self.pass(input, whole).await;
            }
        }
        if m.kind == '-' {
            return self.regular(input, &file, m).await;
        }
        self.special(&file, m, dir, late).await;
        self.pass(input, whole).await
    }

    /// Says that a member could not be made.
    async fn cannot_make(&mut self, m: &Member, what: &str, e: Errno) {
        let name = m.name.clone();
        let bb = self.cx.busybox();
        let text = match (what, bb) {
            ("create symlink to", false) => {
                format!("{name}: Cannot create symlink to {}: {e}", self.cx.ql(&m.link))
            }
            ("hard link to", false) => {
                format!("{name}: Cannot hard link to {}: {e}", self.cx.ql(&m.link))
            }
            ("create symlink to", true) => {
                format!("can't create symlink '{name}' to '{}': {e}", m.link)
            }
            ("hard link to", true) => {
                format!("can't create hardlink '{name}' to '{}': {e}", m.link)
            }
            ("unlink", true) => format!("can't remove old file {name}: {e}"),
            ("mkdir", true) => format!("can't make dir {}: {e}", name.trim_end_matches('/')),
            (_, true) => format!("can't open '{name}': {e}"),
            (what, false) => format!("{name}: Cannot {what}: {e}"),
        };
        self.problem(text).await;
    }

    /// Makes room for a member. `Some(false)`: what is there stays; `None`: and that is an error.
    async fn clear(&mut self, file: &str, m: &Member, dir: &str) -> Option<bool> {
        let Ok(old) = self.cx.p.lstat(file) else {
            // BusyBox removes what is in the way without looking whether something is.
            return match self.cx.p.unlink(file) {
                Err(e) if self.cx.busybox() && e != Errno::ENOENT => {
                    self.cannot_make(m, "unlink", e).await;
                    None
                }
                _ => Some(true),
            };
        };
        match self.o.existing {
            // A link that is there already is as good as made.
            Existing::Keep if m.kind == 'h' && self.is_link_to(&old, m, dir) => return Some(false),
            Existing::Keep => {
                let what = match m.kind {
                    'l' => "create symlink to",
                    'h' => "hard link to",
                    'p' => "mkfifo",
                    'c' | 'b' => "mknod",
                    _ => "open",
                };
                self.cannot_make(m, what, Errno::EEXIST).await;
                return None;
            }
            Existing::Skip => return Some(false),
            Existing::KeepNewer if old.mtime >= m.mtime => {
                if !self.cx.busybox() {
                    let text = format!("Current {} is newer or same age", self.cx.ql(&m.name));
                    self.cx.err(text).await;
                }
                return Some(false);
            }
            Existing::Overwrite if old.is_file() && m.kind == '-' => return Some(true),
            _ => {}
        }
        let empty = old.is_dir() && !self.cx.busybox();
        let gone = if empty { self.cx.p.rmdir(file) } else { self.cx.p.unlink(file) };
        match gone {
            Ok(()) => Some(true),
            Err(e) if empty => {
                let e = if e == Errno::ENOTEMPTY { Errno::EISDIR } else { e };
                self.cannot_make(m, "open", e).await;
                None
            }
            Err(e) => {
                self.cannot_make(m, "unlink", e).await;
                None
            }
        }
    }

    async fn directory(&mut self, file: &str, m: &Member, late: &mut Late) {
        let dir = file.trim_end_matches('/');
        let dir = if dir.is_empty() { "/" } else { dir };
        // BusyBox does not wait with the mode.
        let mode = if self.cx.busybox() { m.mode & 0o777 } else { 0o700 };
        let mut made = self.cx.p.mkdir(dir, mode);
        if made == Err(Errno::ENOENT) {
            self.parents(dir);
            made = self.cx.p.mkdir(dir, mode);
        }
        if made == Err(Errno::EEXIST) {
            if self.cx.busybox() || self.cx.p.stat(dir).is_ok_and(|s| s.is_dir()) {
                made = Ok(());
                // `tar xf` into a directory that was there leaves it as the archive has it.
            } else if self.o.existing != Existing::Keep && self.cx.p.unlink(dir).is_ok() {
                made = self.cx.p.mkdir(dir, 0o700);
            }
        }
        match made {
            Ok(()) => late.dirs.push((dir.to_string(), m.clone())),
            Err(e) => self.cannot_make(m, "mkdir", e).await,
        }
    }

    async fn regular(&mut self, input: &mut Input, file: &str, m: &Member) -> Result<(), Fatal> {
        let mut flags = OpenFlags::WRITE | OpenFlags::CREAT;
        flags |=
            if self.o.existing == Existing::Overwrite { OpenFlags::TRUNC } else { OpenFlags::EXCL };
        let mode = m.mode & 0o777;
        let mut fd = self.cx.p.open(file, flags, mode);
        if fd == Err(Errno::ENOENT) {
            self.parents(file);
            fd = self.cx.p.open(file, flags, mode);
        }
        let fd = match fd {
            Ok(fd) => fd,
            Err(e) => {
                self.cannot_make(m, "open", e).await;
                if self.cx.busybox() {
                    return Err(Fatal);
                }
                return self.pass(input, m.size + padding(m.size)).await;
            }
        };
        let poured = self.pour(input, m, Some(fd)).await;
        let _ = self.cx.p.close(fd);
        poured?;
        self.attributes(file, m).await;
        Ok(())
    }

    /// Copies a member's data to a descriptor.
    async fn pour(&mut self, input: &mut Input, m: &Member, fd: Option<Fd>) -> Result<(), Fatal> {
        let mut left = m.size;
        let mut to = fd;
        while left > 0 {
            let piece = self.piece(input, left).await?;
            left -= piece.len() as u64;
            if let Some(fd) = to
                && let Err(e) = self.cx.p.write_all(fd, &piece).await
            {
                to = None;
                if self.cx.busybox() {
                    return Err(self.fatal(format!("write error: {e}")).await);
                }
                let text = format!("{}: Cannot write: {e}", m.name);
                self.problem(text).await;
            }
        }
        self.pass(input, padding(m.size)).await
    }

    /// Links, devices and FIFOs.
    async fn special(&mut self, file: &str, m: &Member, dir: &str, late: &mut Late) {
        let unsafe_link = m.kind == 'l'
            && (m.link.starts_with('/') || m.link.split('/').any(|part| part == ".."))
            && !self.o.absolute;
        let target = match m.kind {
            'h' => {
                let link = self.stripped(&m.link).unwrap_or_default();
                let link = self.safe_name(&link, "hard link targets").await;
                path::join(dir, &link)
            }
            _ => m.link.clone(),
        };
        let make = |tar: &Self| match m.kind {
            // A file of no use holds the place until the end.
            'l' if unsafe_link => {
                let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::EXCL;
                tar.cx.p.open(file, flags, 0).and_then(|fd| tar.cx.p.close(fd))
            }
            'l' => tar.cx.p.symlink(&target, file),
            'h' => tar.cx.p.link(&target, file),
            'p' => tar.cx.p.mkfifo(file, m.mode & 0o777),
            'c' => tar.cx.p.mknod(file, FileType::CharDevice, m.device, m.mode & 0o777),
            _ => tar.cx.p.mknod(file, FileType::BlockDevice, m.device, m.mode & 0o777),
        };
        let mut made = make(self);
        if made == Err(Errno::ENOENT) && self.cx.p.lstat(path::dir(file)).is_err() {
            self.parents(file);
            made = make(self);
        }
        match made {
            Ok(()) if unsafe_link => late.links.push((file.to_string(), m.clone())),
            Ok(()) if m.kind == 'h' => {}
            Ok(()) => self.attributes(file, m).await,
            Err(e) => {
                let what = match m.kind {
                    'l' => "create symlink to",
                    'h' => "hard link to",
                    'p' => "mkfifo",
                    _ => "mknod",
                };
                self.cannot_make(m, what, e).await;
            }
        }
    }

    /// Owner, mode and time of a member that is out.
    async fn attributes(&mut self, file: &str, m: &Member) {
        let link = m.kind == 'l';
        // BusyBox leaves a symbolic link as it was made.
        if link && self.cx.busybox() {
            return;
        }
        if self.o.same_owner {
            let p = &self.cx.p;
            let by_name = |name: &str| !name.is_empty() && !self.o.numeric;
            let uid =
                by_name(&m.user).then(|| owner::user_id(p, &m.user)).flatten().unwrap_or(m.uid);
            let gid =
                by_name(&m.group).then(|| owner::group_id(p, &m.group)).flatten().unwrap_or(m.gid);
            if let Err(e) = p.chown(file, Some(uid), Some(gid), false) {
                let text = if self.cx.busybox() {
                    format!("can't change ownership of '{}': {e}", m.name)
                } else {
                    format!("{}: Cannot change ownership to uid {uid}, gid {gid}: {e}", m.name)
                };
                if !self.cx.busybox() || self.cx.p.cred().euid == 0 {
                    self.problem(text).await;
                }
            }
        }
        if !link {
            let umask = if self.o.same_mode && (!self.cx.busybox() || self.cx.p.cred().euid == 0) {
                0
            } else {
                self.cx.p.umask()
            };
            let bits = if self.o.same_mode { m.mode } else { m.mode & 0o777 };
            let _ = self.cx.p.chmod(file, bits & !umask);
        }
        if !self.o.no_mtime {
            let now = self.cx.p.now();
            let _ = self.cx.p.utimes(file, Some(now), Some(m.mtime), false);
        }
    }
}
