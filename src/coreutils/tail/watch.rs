//! Following files: what `tail -f` and `tail -F` print as it is added.

use super::header;
use crate::coreutils::Cx;
use crate::coreutils::lines::CHUNK;
use crate::kernel::{Fd, KillTarget, Pid, SLICE, Signal};
use crate::vfs::{Errno, FileType};

/// How files are followed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Follow {
    No,
    Descriptor,
    Name,
}

/// A file that is followed.
pub(super) struct Followed {
    pub(super) name: String,
    pub(super) fd: Option<Fd>,
    pub(super) ino: (u64, u64),
    pub(super) pos: u64,
}

/// How files are watched.
pub(super) struct Watch {
    pub(super) follow: Follow,
    /// Seconds between looks.
    pub(super) every: f64,
    pub(super) headers: bool,
    /// It ends when all of these have.
    pub(super) pids: Vec<Pid>,
}

/// Prints what is added, for ever.
pub(super) async fn watch(cx: &mut Cx, mut files: Vec<Followed>, how: Watch) -> i32 {
    let Watch { follow, every, headers, pids } = how;
    let mut last = files.len() - 1;
    let ns = (every.max(0.01) * 1e9) as u64;
    loop {
        let mut all_ended = true;
        for i in 0..files.len() {
            if follow == Follow::Name {
                reopen(cx, &mut files[i]).await;
            }
            let f = &mut files[i];
            let Some(fd) = f.fd else {
                all_ended = false;
                continue;
            };
            let st = cx.p.fstat(fd).ok();
            let regular = st.as_ref().is_some_and(|s| s.file_type() == FileType::Regular);
            // BusyBox takes no notice of a file that is empty, or has grown beyond what it was.
            if let Some(s) = st.filter(|s| regular && !(cx.busybox() && s.size == 0))
                && s.size < f.pos
            {
                if !cx.busybox() {
                    cx.err(format!("{}: file truncated", f.name)).await;
                }
                let _ = cx.p.lseek(fd, std::io::SeekFrom::Start(0));
                f.pos = 0;
            }
            let mut got = false;
            while regular || cx.p.readable(fd).unwrap_or(false) {
                match cx.p.read(fd, CHUNK).await {
                    Ok(b) if !b.is_empty() => {
                        if headers && last != i && !got {
                            header(cx, &f.name, &mut false);
                        }
                        got = true;
                        last = i;
                        f.pos += b.len() as u64;
                        cx.put(&b);
                        cx.flush().await;
                    }
                    _ => break,
                }
            }
            // A pipe that has ended adds nothing any more.
            all_ended &= !regular && !got && f.name == "-";
        }
        let gone = |pid: &Pid| cx.p.kill(KillTarget::Pid(*pid), None) == Err(Errno::ESRCH);
        if all_ended || (!pids.is_empty() && pids.iter().all(gone)) || !cx.pace().await {
            return 0;
        }
        // GNU's ends with its reader, BusyBox's when it has something to write.
        if !cx.busybox() && cx.p.deserted(1) {
            let _ = cx.p.kill(KillTarget::Pid(cx.p.pid()), Some(Signal::PIPE));
            cx.p.tick(SLICE as u32).await;
            return 1;
        }
        let _ = cx.p.sleep(ns).await;
    }
}

/// Takes up the file that has the name now.
async fn reopen(cx: &mut Cx, f: &mut Followed) {
    let now = cx.p.stat(&f.name).ok().map(|s| (s.dev, s.ino));
    match (now, f.fd) {
        (Some(id), Some(_)) if id == f.ino => {}
        (Some(id), old) => {
            let Ok(fd) = cx.open_input(&f.name) else { return };
            let new = if cx.busybox() { f.ino == (0, 0) } else { old.is_none() };
            let what = if new { "has appeared" } else { "has been replaced" };
            let text = if cx.busybox() {
                format!("{} {what}; following end of new file", f.name)
            } else {
                format!("'{}' {what};  following new file", f.name)
            };
            cx.err(text).await;
            if let Some(o) = old {
                cx.close_input(o);
            }
            (f.fd, f.ino, f.pos) = (Some(fd), id, 0);
        }
        // BusyBox says it at every look.
        (None, old) if old.is_some() || (cx.busybox() && f.ino != (0, 0)) => {
            let what = if cx.busybox() {
                format!("{} has been renamed or deleted", f.name)
            } else {
                format!("'{}' has become inaccessible", f.name)
            };
            cx.err(format!("{what}: {}", Errno::ENOENT)).await;
            if let Some(fd) = f.fd.take() {
                cx.close_input(fd);
            }
        }
        (None, _) => {}
    }
}
