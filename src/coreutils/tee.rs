//! tee: copies its input to files and on.

use super::Cx;
use super::getopt::Arg;
use super::lines::CHUNK;
use crate::kernel::{Disposition, Signal};
use crate::vfs::OpenFlags;

/// `tee`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("append", Arg::No, 'a'),
        ("ignore-interrupts", Arg::No, 'i'),
        ("output-error", Arg::Optional, 'p'),
    ];
    let parsed = match cx.getopt("aip", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    if parsed.has('i') {
        let _ = cx.p.signal(Signal::INT, Disposition::Ignore);
    }
    if let Some(word) = parsed.value('p').filter(|_| !cx.busybox()) {
        let words: [&[&str]; 4] = [&["warn"], &["warn-nopipe"], &["exit"], &["exit-nopipe"]];
        if let Err(status) = cx.choose("--output-error", word, &words).await {
            return status;
        }
    }
    let how = if parsed.has('a') { OpenFlags::APPEND } else { OpenFlags::TRUNC };
    let mut status = 0;
    let mut outs = Vec::new();
    for name in &parsed.operands {
        match cx.p.open(name, OpenFlags::WRITE | OpenFlags::CREAT | how, 0o666) {
            Ok(fd) => outs.push((fd, name.clone())),
            Err(e) => {
                cx.err(format!("{name}: {e}")).await;
                status = 1;
            }
        }
    }
    cx.reads_input.set(true);
    loop {
        let b = match cx.p.read(0, CHUNK).await {
            Ok(b) if b.is_empty() => return status,
            Ok(b) => b,
            Err(_) if cx.busybox() => return 1,
            Err(e) => {
                cx.err(format!("read error: {e}")).await;
                return 1;
            }
        };
        let mut bad = Vec::new();
        for (i, (fd, name)) in outs.iter().enumerate() {
            if let Err(e) = cx.p.write_all(*fd, &b).await {
                bad.push((i, name.clone(), e));
            }
        }
        cx.out = b;
        cx.flush().await;
        for (i, name, e) in bad.into_iter().rev() {
            cx.err(format!("{name}: {e}")).await;
            status = 1;
            outs.remove(i);
        }
        if !cx.pace().await && outs.is_empty() {
            return 1;
        }
    }
}
