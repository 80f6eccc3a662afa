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
            if let Some(s) = st.filter(|_| regular)
                && s.size < f.pos
            {
                cx.err(format!("{}: file truncated", f.name)).await;
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
            let q = format!("'{}'", f.name);
            let what = if old.is_some() { "has been replaced" } else { "has appeared" };
            cx.err(format!("{q} {what};  following new file")).await;
            if let Some(o) = old {
                cx.close_input(o);
            }
            (f.fd, f.ino, f.pos) = (Some(fd), id, 0);
        }
        (None, Some(fd)) => {
            let q = format!("'{}'", f.name);
            cx.err(format!("{q} has become inaccessible: {}", Errno::ENOENT)).await;
            cx.close_input(fd);
            f.fd = None;
        }
        (None, None) => {}
    }
}
