//! `tar -d`: how the files that are there differ from the members of an archive.

use crate::coreutils::fs::path;

use crate::vfs::{FileType, OpenFlags, Stat};

use super::header::Member;
use super::input::{Input, padding};
use super::select::Wanted;
use super::{Fatal, Tar};

impl Tar<'_> {
    /// `tar -d`.
    pub(super) async fn compare(&mut self) -> Result<(), Fatal> {
        let mut input = self.open_input().await?;
        let mut wanted = Wanted::new(self.o);
        while let Some(m) = self.member(&mut input).await? {
            let dir = if self.o.excluded(&m.name) { None } else { wanted.pick(&m.name) };
            let left = match dir {
                Some(dir) => self.compare_member(&mut input, &m, &dir).await?,
                None => m.size,
            };
            self.pass(&mut input, left + padding(m.size)).await?;
        }
        self.report_missing(&wanted).await;
        Ok(())
    }

    async fn differ(&mut self, m: &Member, what: &str) {
        self.differs = true;
        let line = format!("{}: {what}", self.name(&m.name));
        self.show(&line, false).await;
    }

    /// Compares one member; gives how many bytes of its data were not read.
    async fn compare_member(
        &mut self,
        input: &mut Input,
        m: &Member,
        dir: &str,
    ) -> Result<u64, Fatal> {
        if self.o.verbose > 0 {
            let line = if self.o.verbose > 1 { self.long_line(m) } else { self.name(&m.name) };
            self.show(&line, false).await;
        }
        let name = self.safe_name(&m.name, "member names").await;
        let file = path::join(dir, &name);
        let stat = match self.cx.p.lstat(file.trim_end_matches('/')) {
            Ok(stat) => stat,
            Err(e) => {
                self.differs = true;
                self.cx.err(format!("{}: Warning: Cannot stat: {e}", m.name)).await;
                return Ok(m.size);
            }
        };
        match m.kind {
            'l' if self.cx.p.readlink(&file).ok().as_ref() != Some(&m.link) => {
                self.differ(m, "Symlink differs").await;
            }
            'l' => {}
            'h' => {
                let link = path::join(dir, &m.link);
                let same = |s: &Stat| (s.dev, s.ino) == (stat.dev, stat.ino);
                if !self.cx.p.lstat(&link).is_ok_and(|s| same(&s)) {
                    self.differ(m, &format!("Not linked to {}", m.link)).await;
                }
            }
            kind if kind != stat.file_type().letter() => {
                self.differ(m, "File type differs").await;
            }
            kind => {
                if m.mode & 0o7777 != stat.perm() {
                    self.differ(m, "Mode differs").await;
                }
                if kind != '-' {
                    return Ok(m.size);
                }
                return self.compare_file(input, m, &file, &stat).await;
            }
        }
        Ok(m.size)
    }

    async fn compare_file(
        &mut self,
        input: &mut Input,
        m: &Member,
        file: &str,
        stat: &Stat,
    ) -> Result<u64, Fatal> {
        let second = |t: i64| t.div_euclid(1_000_000_000);
        for (other, what) in [
            (m.uid != stat.uid, "Uid differs"),
            (m.gid != stat.gid, "Gid differs"),
            (second(m.mtime) != second(stat.mtime), "Mod time differs"),
            (m.size != stat.size, "Size differs"),
        ] {
            if other {
                self.differ(m, what).await;
            }
        }
        if m.size != stat.size || stat.file_type() != FileType::Regular {
            return Ok(m.size);
        }
        let fd = match self.cx.p.open(file, OpenFlags::READ, 0) {
            Ok(fd) => fd,
            Err(e) => {
                self.problem(format!("{file}: Cannot open: {e}")).await;
                return Ok(m.size);
            }
        };
        let mut left = m.size;
        let mut same = true;
        while left > 0 && same {
            let piece = self.piece(input, left).await?;
            left -= piece.len() as u64;
            let mut there = Vec::new();
            while there.len() < piece.len() {
                match self.cx.p.read(fd, piece.len() - there.len()).await {
                    Ok(b) if !b.is_empty() => there.extend(b),
                    _ => break,
                }
            }
            same = there == piece;
        }
        let _ = self.cx.p.close(fd);
        if !same {
            self.differ(m, "Contents differ").await;
        }
        Ok(left)
    }
}
