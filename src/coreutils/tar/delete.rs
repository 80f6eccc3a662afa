//! `tar --delete`: takes members out of an archive.

use std::io::SeekFrom;

use crate::vfs::OpenFlags;

use super::input::padding;
use super::output::Output;
use super::packing::Packing;
use super::select::Wanted;
use super::{Fatal, Tar};

impl Tar<'_> {
    /// Writes the archive anew without the members that were named.
    pub(super) async fn delete(&mut self) -> Result<(), Fatal> {
        let name = self.o.archive.clone();
        let mut input = self.open_input().await?;
        let mut wanted = Wanted::new(self.o);
        let (mut kept, mut begin) = (Vec::new(), 0);
        while let Some(m) = self.member(&mut input).await? {
            self.pass(&mut input, m.size + padding(m.size)).await?;
            if wanted.pick(&m.name).is_none() {
                kept.push(begin..input.position);
            }
            begin = input.position;
        }
        let _ = self.cx.p.close(input.fd);
        let cannot = |what: &str, e| format!("{name}: Cannot {what}: {e}");
        let bytes = match self.cx.p.read_file(&name) {
            Ok(bytes) => bytes,
            Err(e) => return Err(self.fatal(cannot("open", e)).await),
        };
        let fd = match self.cx.p.open(&name, OpenFlags::READ | OpenFlags::WRITE, 0) {
            Ok(fd) => fd,
            Err(e) => return Err(self.fatal(cannot("open", e)).await),
        };
        let _ = self.cx.p.ftruncate(fd, 0);
        let _ = self.cx.p.lseek(fd, SeekFrom::Start(0));
        let mut out = Output::new(fd, Packing::None);
        for range in kept {
            let piece = bytes.get(range.start as usize..range.end as usize).unwrap_or_default();
            if let Err(e) = out.put(self.cx, piece).await {
                return Err(self.fatal(cannot("write", e)).await);
            }
        }
        self.report_missing(&wanted).await;
        let mut w = self.writing(out, false);
        self.end(&mut w).await
    }
}
