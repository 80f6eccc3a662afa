//! Writing an archive: bytes to a file or a pipe, compressed on the way.

use crate::coreutils::Cx;
use crate::coreutils::fs::gz::Gzip;
use crate::coreutils::fs::pack::{Format, Packer};
use crate::kernel::Fd;
use crate::vfs::Errno;

use super::packing::Packing;

/// Bytes that are written at once.
const PIECE: usize = 64 * 1024;

/// Compression on the way.
enum Pack {
    Gzip(Gzip),
    Other(Packer),
}

/// An archive that is written.
pub struct Output {
    pub fd: Fd,
    packer: Option<Pack>,
    buffer: Vec<u8>,
    /// Bytes of the archive, before compression.
    pub length: u64,
}

impl Output {
    /// An archive on a descriptor.
    pub fn new(fd: Fd, packing: Packing) -> Output {
        let (packer, buffer) = match packing {
            Packing::None => (None, Vec::new()),
            Packing::Gzip => {
                let (gz, head) = Gzip::new(6, None, 0);
                (Some(Pack::Gzip(gz)), head)
            }
            Packing::Other(format) => {
                let level = if format == Format::Xz { 6 } else { 9 };
                (Some(Pack::Other(Packer::new(format, level))), Vec::new())
            }
        };
        Output { fd, packer, buffer, length: 0 }
    }

    /// Adds bytes.
    pub async fn put(&mut self, cx: &Cx, bytes: &[u8]) -> Result<(), Errno> {
        self.length += bytes.len() as u64;
        match &mut self.packer {
            Some(Pack::Gzip(gz)) => {
                gz.feed(bytes, &mut self.buffer);
                cx.p.tick((bytes.len() / 128) as u32).await;
            }
            Some(Pack::Other(packer)) => {
                packer.feed(bytes, &mut self.buffer);
                cx.p.tick((bytes.len() / 32) as u32).await;
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
        match &mut self.packer {
            Some(Pack::Gzip(gz)) => gz.finish(&mut self.buffer),
            Some(Pack::Other(packer)) => packer.finish(&mut self.buffer),
            None => {}
        }
        let rest = std::mem::take(&mut self.buffer);
        cx.p.write_all(self.fd, &rest).await
    }
}
