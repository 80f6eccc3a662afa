//! The bytes of a regular file on their way to another: shared where both ends are files, read and
//! written in pieces elsewhere.

use crate::kernel::Fd;
use crate::vfs::{Errno, OpenFlags, Stat};

use super::Copier;

/// Bytes that are moved at once.
const PIECE: usize = 128 * 1024;

/// Which end failed.
enum End {
    Source,
    Destination,
}

impl Copier<'_> {
    /// Copies the content of a file; gives whether the destination is new, nothing on failure.
    pub(super) async fn regular(&mut self, from: &str, to: &str, stat: &Stat) -> Option<bool> {
        let (a, b) = (self.cx.q(from), self.cx.q(to));
        let source = match self.cx.p.open(from, OpenFlags::READ, 0) {
            Ok(fd) => fd,
            Err(e) => {
                self.report(&format!("cannot open {a} for reading"), &format!("can't open {a}"), e)
                    .await;
                return None;
            }
        };
        let opened = self.open_destination(to, stat).await;
        let (dest, new) = match opened {
            Ok(opened) => opened,
            Err(None) => {
                let _ = self.cx.p.close(source);
                return None;
            }
            Err(Some(e)) => {
                // A name with a slash at its end would have to be a directory.
                let slash = e == Errno::EISDIR && to.ends_with('/') && !self.cx.busybox();
                let e = if slash { Errno::ENOTDIR } else { e };
                let _ = self.cx.p.close(source);
                self.report(
                    &format!("cannot create regular file {b}"),
                    &format!("can't create {b}"),
                    e,
                )
                .await;
                return None;
            }
        };
        self.announce(from, to);
        let moved = if self.o.attributes_only { Ok(()) } else { self.pour(source, dest).await };
        let _ = self.cx.p.close(source);
        let _ = self.cx.p.close(dest);
        match moved {
            Ok(()) => Some(new),
            Err((End::Source, e)) => {
                self.report(&format!("error reading {a}"), "read error", e).await;
                None
            }
            Err((End::Destination, e)) => {
                self.report(&format!("error writing {b}"), "write error", e).await;
                None
            }
        }
    }

    /// Opens the destination, cut to nothing if it was there. `Err(None)`: reported already.
    async fn open_destination(
        &mut self,
        to: &str,
        stat: &Stat,
    ) -> Result<(Fd, bool), Option<Errno>> {
        let write = OpenFlags::WRITE;
        let keep = if self.o.attributes_only { OpenFlags::NONE } else { OpenFlags::TRUNC };
        let mode = if self.o.preserve.not_mode { 0o666 } else { stat.perm() & self.bits() };
        let created = write | OpenFlags::CREAT | OpenFlags::EXCL;
        let link = self.cx.p.lstat(to).is_ok();
        if link && self.cx.p.stat(to).is_err() && !self.cx.busybox() {
            let name = self.cx.q(to);
            self.cx.err(format!("not writing through dangling symlink {name}")).await;
            return Err(None);
        }
        if !link {
            let fd = self.cx.p.open(to, created, mode)?;
            return Ok((fd, true));
        }
        match self.cx.p.open(to, write | keep, 0) {
            Ok(fd) => Ok((fd, false)),
            Err(_) if self.o.force => {
                self.cx.p.unlink(to)?;
                let fd = self.cx.p.open(to, created, mode)?;
                Ok((fd, true))
            }
            Err(e) => Err(Some(e)),
        }
    }

    async fn pour(&mut self, source: Fd, dest: Fd) -> Result<(), (End, Errno)> {
        // ENOSPC: the pieces below fill what room there is, as a real copy would.
        if let Ok(true) = self.cx.p.clone_content(source, dest) {
            return Ok(());
        }
        loop {
            let piece = self.cx.p.read(source, PIECE).await.map_err(|e| (End::Source, e))?;
            if piece.is_empty() {
                return Ok(());
            }
            self.cx.p.write_all(dest, &piece).await.map_err(|e| (End::Destination, e))?;
        }
    }
}
