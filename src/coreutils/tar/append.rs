//! `tar -r`, `-u` and `-A`: adds to an archive that is there.

use std::collections::BTreeMap;
use std::io::SeekFrom;

use crate::vfs::OpenFlags;

use super::input::padding;
use super::options::{Mode, Named};
use super::output::Output;
use super::packing::Packing;
use super::{Fatal, Tar};

impl Tar<'_> {
    /// Adds files, or whole archives, behind the last member.
    pub(super) async fn append(&mut self) -> Result<(), Fatal> {
        let name = self.o.archive.clone();
        let (mut end, mut times) = (0, BTreeMap::new());
        if self.cx.p.stat(&name).is_ok_and(|s| s.size > 0) {
            let mut input = self.open_input().await?;
            while let Some(m) = self.member(&mut input).await? {
                self.pass(&mut input, m.size + padding(m.size)).await?;
                end = input.position;
                times.insert(m.name, m.mtime);
            }
            let _ = self.cx.p.close(input.fd);
        }
        let flags = OpenFlags::READ | OpenFlags::WRITE | OpenFlags::CREAT;
        let fd = match self.cx.p.open(&name, flags, 0o666) {
            Ok(fd) => fd,
            Err(e) => return Err(self.fatal(format!("{name}: Cannot open: {e}")).await),
        };
        let _ = self.cx.p.ftruncate(fd, end);
        let _ = self.cx.p.lseek(fd, SeekFrom::Start(end));
        let mut out = Output::new(fd, Packing::None);
        out.length = end;
        let mut w = self.writing(out, false);
        match self.o.mode {
            Mode::Concatenate => {
                let o = self.o;
                for named in &o.named {
                    let Named::File(file) = named else { continue };
                    self.concatenate(&mut w.out, file).await?;
                }
            }
            mode => {
                if mode == Mode::Update {
                    w.newer_than = times;
                }
                self.add_all(&mut w).await?;
            }
        }
        self.end(&mut w).await
    }

    /// Adds the members of another archive.
    async fn concatenate(&mut self, out: &mut Output, file: &str) -> Result<(), Fatal> {
        let bytes = match self.cx.p.read_file(file) {
            Ok(bytes) => bytes,
            Err(e) => {
                self.problem(format!("{file}: Cannot open: {e}")).await;
                return Ok(());
            }
        };
        let used = bytes.iter().rposition(|b| *b != 0).map_or(0, |i| i + 1);
        let used = used.next_multiple_of(512).min(bytes.len());
        if let Err(e) = out.put(self.cx, &bytes[..used]).await {
            return Err(self.fatal(format!("{}: Cannot write: {e}", self.o.archive)).await);
        }
        Ok(())
    }
}
