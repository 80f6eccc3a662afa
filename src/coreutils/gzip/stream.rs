//! Bytes on their way through compression and decompression, a piece at a time.

use crate::coreutils::Cx;
use crate::coreutils::fs::gz::{Bad, Gunzip, Gzip};
use crate::kernel::Fd;
use crate::vfs::text;

use super::{Gz, Sizes};

impl Gz {
    async fn write(&mut self, cx: &mut Cx, fd: Option<Fd>, bytes: &mut Vec<u8>) -> bool {
        let done = match fd {
            Some(fd) => cx.p.write_all(fd, bytes).await,
            None => Ok(()),
        };
        bytes.clear();
        if let Err(e) = done {
            self.error(cx, format!("write error: {e}")).await;
            return false;
        }
        true
    }

    pub(super) async fn pack(
        &mut self,
        cx: &mut Cx,
        name: &str,
        input: Fd,
        output: Option<Fd>,
        header: Option<(String, u32)>,
    ) -> Option<(Sizes, u32)> {
        let header = header.filter(|_| self.o.name);
        let stored = header.as_ref().map(|(n, _)| text::encode(n).into_owned());
        let mtime = header.map_or(0, |h| h.1);
        let (mut gz, mut out) = Gzip::new(self.o.level, stored.as_deref(), mtime);
        let mut sizes = Sizes { frame: out.len() as u64 + 8, ..Sizes::default() };
        loop {
            let piece = match cx.p.read(input, 1 << 16).await {
                Ok(piece) => piece,
                Err(e) => {
                    self.error(cx, format!("{name}: {e}")).await;
                    return None;
                }
            };
            sizes.input += piece.len() as u64;
            let end = piece.is_empty();
            if end {
                gz.finish(&mut out);
            } else {
                gz.feed(&piece, &mut out);
                cx.p.tick((piece.len() / 128) as u32).await;
            }
            if end || out.len() >= 1 << 15 {
                sizes.output += out.len() as u64;
                if !self.write(cx, output, &mut out).await {
                    return None;
                }
            }
            if end {
                return Some((sizes, 0));
            }
        }
    }

    pub(super) async fn unpack(
        &mut self,
        cx: &mut Cx,
        name: &str,
        input: Fd,
        output: Option<Fd>,
    ) -> Option<(Sizes, u32)> {
        let (mut gz, mut out) = (Gunzip::default(), Vec::new());
        let mut sizes = Sizes::default();
        loop {
            let piece = match cx.p.read(input, 1 << 15).await {
                Ok(piece) => piece,
                Err(e) => {
                    self.error(cx, format!("{name}: {e}")).await;
                    return None;
                }
            };
            let first = sizes.input == 0;
            sizes.input += piece.len() as u64;
            let state = if piece.is_empty() { gz.finish() } else { gz.feed(&piece, &mut out) };
            if first && state == Err(Bad::Magic) && self.o.force && self.o.stdout {
                return self.through(cx, input, output, piece).await;
            }
            sizes.output += out.len() as u64;
            cx.p.tick((out.len() / 512) as u32).await;
            if !self.write(cx, output, &mut out).await {
                return None;
            }
            if let Err(bad) = state {
                self.bad(cx, name, bad).await;
                return None;
            }
            if piece.is_empty() {
                sizes.frame = gz.header as u64 + 8;
                if gz.garbage {
                    cx.say("\n").await;
                    self.warn(cx, format!("{name}: decompression OK, trailing garbage ignored"))
                        .await;
                }
                return Some((sizes, gz.mtime));
            }
        }
    }

    /// `zcat -f` passes on what is not compressed.
    async fn through(
        &mut self,
        cx: &mut Cx,
        input: Fd,
        output: Option<Fd>,
        mut piece: Vec<u8>,
    ) -> Option<(Sizes, u32)> {
        while !piece.is_empty() {
            if !self.write(cx, output, &mut piece).await {
                return None;
            }
            piece = cx.p.read(input, 1 << 16).await.ok()?;
        }
        Some((Sizes::default(), 0))
    }

    async fn bad(&mut self, cx: &mut Cx, name: &str, bad: Bad) {
        let text = match (cx.busybox(), bad) {
            (true, Bad::Magic) if cx.name == "zcat" => "no gzip/bzip2/xz magic".to_string(),
            (true, Bad::Magic) => "invalid magic".to_string(),
            (true, Bad::End) => "unexpected end of file".to_string(),
            (true, Bad::Crc) => "crc error".to_string(),
            (true, _) => "corrupted data".to_string(),
            (false, Bad::Magic) => format!("{name}: not in gzip format"),
            (false, Bad::Method) => format!("{name}: unknown method -- not supported"),
            (false, Bad::End) => format!("{name}: unexpected end of file"),
            (false, Bad::Crc) => format!("{name}: invalid compressed data--crc error"),
            (false, Bad::Length) => format!("{name}: invalid compressed data--length error"),
            (false, Bad::Format) => format!("{name}: invalid compressed data--format violated"),
        };
        if !cx.busybox() {
            cx.say("\n").await;
        }
        self.error(cx, text).await;
    }
}
