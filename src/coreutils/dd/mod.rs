//! dd: copies blocks. Operands are [`operands`]'s, conversions [`convert`]'s, the report [`report`]'s.

mod convert;
mod operands;
mod report;

use std::io::SeekFrom;

use crate::kernel::Fd;
use crate::vfs::{Errno, OpenFlags};

use super::Cx;
use convert::Converter;
use operands::Operands;
use report::Counts;

/// Which end of the copy failed, or that it was cut short.
enum Stop {
    Read(Errno),
    Write(Errno),
    /// Reported already.
    Told,
}

/// Open ends, and output that waits for a full block.
struct Copy<'a> {
    o: &'a Operands,
    input: Fd,
    output: Fd,
    pending: Vec<u8>,
    /// Zeros at the end that `conv=sparse` passed over.
    hole: bool,
    counts: Counts,
}

/// `dd`.
pub async fn main(cx: &mut Cx) -> i32 {
    let args = cx.args();
    match args.first().map(String::as_str) {
        Some("--help") if cx.busybox() => return cx.busybox_usage().await.min(0),
        Some("--help") => {
            cx.help();
            return 0;
        }
        Some("--version") if !cx.busybox() => {
            cx.version();
            return 0;
        }
        _ => {}
    }
    let o = match operands::parse(cx, &args).await {
        Ok(o) => o,
        Err(status) => return status,
    };
    let input = match &o.input {
        None => 0,
        Some(file) => match cx.p.open(file, OpenFlags::READ, 0) {
            Ok(fd) => fd,
            Err(e) => return cannot_open(cx, file, e).await,
        },
    };
    let output = match &o.output {
        None => 1,
        Some(file) => {
            let mut flags = OpenFlags::WRITE;
            for (on, flag) in [
                (!o.nocreat, OpenFlags::CREAT),
                (o.excl, OpenFlags::EXCL),
                (o.append, OpenFlags::APPEND),
                (!o.notrunc && o.seek == 0, OpenFlags::TRUNC),
            ] {
                if on {
                    flags |= flag;
                }
            }
            match cx.p.open(file, flags, 0o666) {
                Ok(fd) => fd,
                Err(e) => return cannot_open(cx, file, e).await,
            }
        }
    };
    // Its buffers; one that is too large for the group that it is in is its end.
    cx.p.set_memory(o.ibs.saturating_add(if o.one_block { 0 } else { o.obs }) as u64);
    cx.p.tick(1).await;
    let started = cx.p.now();
    let mut copy =
        Copy { o: &o, input, output, pending: Vec::new(), hole: false, counts: Counts::default() };
    let result = copy.run(cx).await;
    let mut status = 0;
    let (input, output) = (o.input.as_deref().unwrap_or("-"), o.output.as_deref().unwrap_or("-"));
    match result {
        Ok(()) => {}
        Err(stop) => {
            status = 1;
            let (gnu, bb, name, e) = match stop {
                Stop::Read(e) => ("error reading", "error reading", input, Some(e)),
                // Output that is collected to blocks is written by another routine of GNU's.
                Stop::Write(e) if o.one_block => {
                    ("error writing", "error writing", output, Some(e))
                }
                Stop::Write(e) => ("writing to", "error writing", output, Some(e)),
                Stop::Told => ("", "", "", None),
            };
            if let Some(e) = e {
                let name = match name {
                    "-" if gnu == "error reading" => "standard input",
                    "-" => "standard output",
                    name => name,
                };
                let name = cx.q(name);
                let what = if cx.busybox() { bb } else { gnu };
                cx.err(format!("{what} {name}: {e}")).await;
            }
        }
    }
    let counts = copy.counts;
    report::finish(cx, &o, &counts, started).await;
    status
}

async fn cannot_open(cx: &mut Cx, file: &str, e: Errno) -> i32 {
    let name = cx.q(file);
    if cx.busybox() {
        cx.err(format!("can't open {name}: {e}")).await;
    } else {
        cx.err(format!("failed to open {name}: {e}")).await;
    }
    1
}

impl Copy<'_> {
    async fn run(&mut self, cx: &mut Cx) -> Result<(), Stop> {
        let o = self.o;
        self.position(cx).await?;
        let mut convert = Converter::new(o);
        let mut left = o.count;
        loop {
            let want = match (left, o.count_bytes) {
                (Some(0), _) => break,
                (Some(n), true) => n.min(o.ibs as u64) as usize,
                _ => o.ibs,
            };
            let mut block = match self.read_block(cx, want).await {
                Ok(block) => block,
                Err(e) if o.noerror => {
                    let name = cx.q(o.input.as_deref().unwrap_or("standard input"));
                    cx.err(format!("error reading {name}: {e}")).await;
                    if !o.sync || cx.p.lseek(self.input, SeekFrom::Current(o.ibs as i64)).is_err() {
                        break;
                    }
                    Vec::new()
                }
                Err(e) => return Err(Stop::Read(e)),
            };
            if block.is_empty() && !(o.noerror && o.sync) {
                break;
            }
            if block.len() == o.ibs {
                self.counts.full_in += 1;
            } else {
                self.counts.part_in += 1;
            }
            left =
                left.map(|n| n - if o.count_bytes { block.len().max(1) as u64 } else { 1 }.min(n));
            if o.sync {
                let with = if o.cbs > 0 && (o.block || o.unblock) { b' ' } else { 0 };
                block.resize(o.ibs, with);
            }
            let done = convert.feed(&block);
            if o.one_block && !convert.changes_length() {
                self.write_block(cx, &done).await?;
            } else {
                self.pending.extend_from_slice(&done);
                while self.pending.len() >= o.obs {
                    let rest = self.pending.split_off(o.obs);
                    let full = std::mem::replace(&mut self.pending, rest);
                    self.write_block(cx, &full).await?;
                }
            }
            cx.p.tick(1 + (block.len() / 4096) as u32).await;
        }
        self.pending.extend(convert.end());
        self.counts.truncated = convert.truncated;
        let rest = std::mem::take(&mut self.pending);
        for piece in rest.chunks(o.obs) {
            self.write_block(cx, piece).await?;
        }
        if self.hole
            && let Ok(at) = cx.p.lseek(self.output, SeekFrom::Current(0))
        {
            let _ = cx.p.ftruncate(self.output, at);
        }
        Ok(())
    }

    /// `skip=` and `seek=`.
    async fn position(&mut self, cx: &mut Cx) -> Result<(), Stop> {
        let o = self.o;
        if o.skip > 0 {
            let size =
                cx.p.fstat(self.input).map_or(0, |s| if s.is_file() { s.size } else { u64::MAX });
            let short = o.skip > size;
            if cx.p.lseek(self.input, SeekFrom::Current(o.skip as i64)).is_err() {
                let mut left = o.skip;
                while left > 0 {
                    let piece = self
                        .read_block(cx, left.min(o.ibs as u64) as usize)
                        .await
                        .map_err(Stop::Read)?;
                    if piece.is_empty() {
                        break;
                    }
                    left -= piece.len() as u64;
                }
                if left > 0 {
                    self.cannot_skip(cx).await;
                }
            } else if short {
                self.cannot_skip(cx).await;
            }
        }
        if o.seek > 0 {
            if !o.notrunc && o.output.is_some() {
                let _ = cx.p.ftruncate(self.output, o.seek);
            }
            if cx.p.lseek(self.output, SeekFrom::Current(o.seek as i64)).is_err() {
                let name = cx.q(o.output.as_deref().unwrap_or("standard output"));
                cx.err(format!("{name}: cannot seek: {}", Errno::ESPIPE)).await;
                return Err(Stop::Told);
            }
        }
        Ok(())
    }

    async fn cannot_skip(&self, cx: &mut Cx) {
        if !cx.busybox() {
            let name = cx.qf(self.o.input.as_deref().unwrap_or("standard input"));
            cx.err(format!("{name}: cannot skip to specified offset")).await;
        }
    }

    async fn read_block(&self, cx: &Cx, want: usize) -> Result<Vec<u8>, Errno> {
        let mut block = cx.p.read(self.input, want).await?;
        // One read gives at most what the kernel hands out at once; a file always fills a block.
        let file =
            want > block.len() && cx.p.fstat(self.input).is_ok_and(|s| s.is_file() || s.rdev != 0);
        while (self.o.fullblock || file) && block.len() < want && !block.is_empty() {
            let more = cx.p.read(self.input, want - block.len()).await?;
            if more.is_empty() {
                break;
            }
            block.extend_from_slice(&more);
        }
        Ok(block)
    }

    async fn write_block(&mut self, cx: &Cx, block: &[u8]) -> Result<(), Stop> {
        let o = self.o;
        if o.sparse
            && block.iter().all(|b| *b == 0)
            && !block.is_empty()
            && cx.p.lseek(self.output, SeekFrom::Current(block.len() as i64)).is_ok()
        {
            self.hole = true;
            self.counts.wrote(block.len(), o.obs);
            return Ok(());
        }
        self.hole = false;
        let mut done = 0;
        while done < block.len() {
            match cx.p.write(self.output, &block[done..]).await {
                Ok(0) | Err(Errno::ENOSPC) => {
                    self.counts.partly(done, cx.busybox());
                    return Err(Stop::Write(Errno::ENOSPC));
                }
                Ok(n) => done += n,
                Err(e) => {
                    self.counts.partly(done, cx.busybox());
                    return Err(Stop::Write(e));
                }
            }
        }
        self.counts.wrote(done, o.obs);
        Ok(())
    }
}
