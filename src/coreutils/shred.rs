//! shred: writes over files before they are removed.

use crate::vfs::OpenFlags;

use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("force", Arg::No, 'f'),
    ("iterations", Arg::Required, 'n'),
    ("size", Arg::Required, 's'),
    ("remove", Arg::Optional, 'u'),
    ("verbose", Arg::No, 'v'),
    ("exact", Arg::No, 'x'),
    ("zero", Arg::No, 'z'),
];

/// `shred`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("fn:s:uvxz", LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing file operand").await;
    }
    let passes = match opts.value('n').map(str::parse::<u32>) {
        None => 3,
        Some(Ok(n)) if n <= 1000 => n,
        Some(_) => {
            let text = cx.ql(opts.value('n').unwrap_or_default());
            cx.err(format!("{}: invalid number of passes", text.trim_matches('\''))).await;
            return 1;
        }
    };
    let mut status = 0;
    for file in &opts.operands {
        if opts.has('f')
            && let Ok(s) = cx.p.stat(file)
            && s.perm() & 0o200 == 0
        {
            let _ = cx.p.chmod(file, s.perm() | 0o200);
        }
        let fd = match cx.p.open(file, OpenFlags::WRITE, 0) {
            Ok(fd) => fd,
            Err(e) => {
                status = 1;
                let name = cx.qf(file);
                if cx.busybox() {
                    cx.err(format!("can't open '{file}': {e}")).await;
                } else {
                    cx.err(format!("{name}: failed to open for writing: {e}")).await;
                }
                continue;
            }
        };
        let size = cx.p.fstat(fd).map_or(0, |s| s.size);
        let size = if opts.has('x') { size } else { size.next_multiple_of(4096) };
        let total = passes + u32::from(opts.has('z'));
        for pass in 1..=total {
            let zero = pass > passes;
            if opts.has('v') {
                let name = cx.qf(file);
                let what = if zero { "000000" } else { "random" };
                cx.err(format!("{name}: pass {pass}/{total} ({what})...")).await;
            }
            let _ = cx.p.lseek(fd, std::io::SeekFrom::Start(0));
            let mut left = size;
            while left > 0 {
                let mut piece = vec![0; left.min(1 << 16) as usize];
                if !zero {
                    cx.p.random(&mut piece);
                }
                left -= piece.len() as u64;
                if let Err(e) = cx.p.write_all(fd, &piece).await {
                    let name = cx.qf(file);
                    cx.err(format!("{name}: error writing: {e}")).await;
                    status = 1;
                    break;
                }
            }
        }
        let _ = cx.p.close(fd);
        if opts.has('u') {
            if opts.has('v') {
                let name = cx.qf(file);
                cx.err(format!("{name}: removing")).await;
            }
            if let Err(e) = cx.p.unlink(file) {
                let name = cx.qf(file);
                cx.err(format!("{name}: failed to remove: {e}")).await;
                status = 1;
            } else if opts.has('v') {
                let name = cx.qf(file);
                cx.err(format!("{name}: removed")).await;
            }
        }
    }
    status
}
