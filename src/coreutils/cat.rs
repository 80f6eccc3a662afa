//! cat: files one after the other, with numbers and visible odd characters on demand.

use super::Cx;
use super::getopt::Arg;
use super::lines::or_stdin;
use super::streams::STDIO;
use crate::vfs::Errno;

#[derive(Default)]
struct Show {
    ends: bool,
    tabs: bool,
    odd: bool,
    number: bool,
    number_text: bool,
    squeeze: bool,
    line: u64,
    /// Newlines seen in a row, up to 2; at a line's beginning it is at least 1.
    newlines: u32,
}

impl Show {
    fn plain(&self) -> bool {
        !(self.ends || self.tabs || self.odd || self.number || self.number_text || self.squeeze)
    }

    fn add(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        for &b in bytes {
            if b == b'\n' {
                self.newlines += 1;
                if self.squeeze && self.newlines > 2 {
                    continue;
                }
                if self.newlines > 1 && self.number && !self.number_text {
                    self.count(out);
                }
                if self.ends {
                    out.push(b'$');
                }
                out.push(b'\n');
                continue;
            }
            if self.newlines > 0 && (self.number || self.number_text) {
                self.count(out);
            }
            self.newlines = 0;
            match b {
                b'\t' if self.tabs => out.extend_from_slice(b"^I"),
                b'\t' => out.push(b),
                _ if self.odd => visible(b, out),
                _ => out.push(b),
            }
        }
    }

    fn count(&mut self, out: &mut Vec<u8>) {
        self.line += 1;
        out.extend_from_slice(format!("{:6}\t", self.line).as_bytes());
    }
}

/// A byte in `^` and `M-` notation; newline and tab are the caller's.
fn visible(b: u8, out: &mut Vec<u8>) {
    let low = b & 0x7F;
    if b >= 0x80 {
        out.extend_from_slice(b"M-");
    }
    match low {
        0x7F => out.extend_from_slice(b"^?"),
        0..0x20 => out.extend([b'^', low + 0x40]),
        _ => out.push(low),
    }
}

/// `cat`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("show-all", Arg::No, 'A'),
        ("number-nonblank", Arg::No, 'b'),
        ("show-ends", Arg::No, 'E'),
        ("number", Arg::No, 'n'),
        ("squeeze-blank", Arg::No, 's'),
        ("show-tabs", Arg::No, 'T'),
        ("show-nonprinting", Arg::No, 'v'),
    ];
    let parsed = match cx.getopt("AbeEnstTuv", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let mut show = Show { newlines: 1, ..Show::default() };
    for (letter, _) in &parsed.options {
        match letter {
            'A' => (show.odd, show.ends, show.tabs) = (true, true, true),
            'b' => show.number_text = true,
            'e' => (show.odd, show.ends) = (true, true),
            'E' => show.ends = true,
            'n' => show.number = true,
            's' => show.squeeze = true,
            't' => (show.odd, show.tabs) = (true, true),
            'T' => show.tabs = true,
            'v' => show.odd = true,
            _ => {}
        }
    }
    if cx.busybox() && !show.plain() {
        (cx.stdio, cx.manner) = (true, STDIO);
    }
    if !cx.busybox()
        && let Err(e) = cx.p.fstat(1)
    {
        cx.err(format!("standard output: {e}")).await;
        return 1;
    }
    let mut status = 0;
    for name in or_stdin(parsed.operands) {
        if let Err(e) = copy(cx, &name, &mut show).await {
            cx.flush().await;
            match e {
                (e, true) => {
                    cx.err_file(&name, e).await;
                    status = 1;
                }
                (e, false) => status |= cx.err_read(&name, e).await,
            }
        }
        if !cx.pace().await {
            break;
        }
    }
    status
}

/// Copies a file; the flag of an error says whether it came from opening.
async fn copy(cx: &mut Cx, name: &str, show: &mut Show) -> Result<(), (Errno, bool)> {
    let fd = cx.open_input(name).map_err(|e| (e, true))?;
    let same = |cx: &Cx| {
        let (i, o) = (cx.p.fstat(fd).ok()?, cx.p.fstat(1).ok()?);
        (i.ino == o.ino && i.dev == o.dev && i.file_type() == crate::vfs::FileType::Regular)
            .then_some(i.size)
    };
    if !cx.busybox() && show.plain() && same(cx).is_some_and(|size| size > 0) {
        cx.err(format!("{name}: input file is output file")).await;
        cx.close_input(fd);
        return Ok(());
    }
    let result = loop {
        // What was read is shown before more is waited for.
        match cx.p.read(fd, super::lines::CHUNK).await {
            Ok(b) if b.is_empty() => break Ok(()),
            Ok(b) if show.plain() => {
                if cx.out.is_empty() {
                    cx.out = b;
                } else {
                    cx.put(&b);
                }
                cx.flush().await;
            }
            Ok(b) => {
                show.add(&b, &mut cx.out);
                cx.flush().await;
            }
            Err(e) => break Err((e, false)),
        }
        if !cx.pace().await {
            break Ok(());
        }
    };
    cx.close_input(fd);
    result
}
