//! Writing an archive: bytes to a file or a pipe, compressed on the way.

use crate::coreutils::Cx;
use crate::coreutils::fs::gz::Gzip;
use crate::kernel::Fd;
use crate::vfs::Errno;

/// Bytes that are written at once.
const PIECE: usize = 64 * 1024;

/// An archive that is written.
pub struct Output {
    pub fd: Fd,
    gzip: Option<Gzip>,
    buffer: Vec<u8>,
    /// Bytes of the archive, before compression.
    pub length: u64,
}

impl Output {
    /// An archive on a descriptor.
    pub fn new(fd: Fd, gzip: bool) -> Output {
        let (gzip, buffer) = if gzip {
            let (gz, head) = Gzip::new(6, None, 0);
            (Some(gz), head)
        } else {
            (None, Vec::new())
        };
        Output { fd, gzip, buffer, length: 0 }
    }

    /// Adds bytes.
    pub async fn put(&mut self, cx: &Cx, bytes: &[u8]) -> Result<(), Errno> {
        self.length += bytes.len() as u64;
        match &mut self.gzip {
            Some(gz) => {
                gz.feed(bytes, &mut self.buffer);
                cx.p.tick((bytes.len() / 128) as u32).await;
            }
            None => self.buffer.extend_from_slice(bytes),
        }
        if self.buffer.len() >= PIECE {
            let full = std::mem::take(&mut self.buffer);
            cx.p.write_all(self.fd, &full).await?;
        }
        Ok(())
    }

    /// Ends the archive: two blocks of zeros, filled up to a record where there are records.
    pub async fn finish(&mut self, cx: &Cx, record: u64) -> Result<(), Errno> {
        let end = (self.length + 1024).next_multiple_of(record);
        let zeros = vec![0; (end - self.length) as usize];
        self.put(cx, &zeros).await?;
        if let Some(gz) = &mut self.gzip {
            gz.finish(&mut self.buffer);
        }
        let rest = std::mem::take(&mut self.buffer);
        cx.p.write_all(self.fd, &rest).await
    }
}
