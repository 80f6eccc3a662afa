//! Rewriting the log of changes: a child writes what there is as a new base, while new commands go to a
//! new file; then the manifest names these, and the old ones go away.

use super::aof::{Aof, Manifest, Part, open, temp_incr};
use super::server::{Child, Server};
use crate::kernel::{Proc, WaitStatus};
use crate::vfs::Errno;

/// The directory of the log, and the name that its files begin with.
pub fn place(s: &Server) -> (String, String) {
    (s.config.get("appenddirname"), s.config.get("appendfilename"))
}

/// Makes the directory where there is none.
pub fn make_dir(s: &mut Server, p: &Proc) -> Result<(), Errno> {
    let (dir, _) = place(s);
    match p.mkdir(&dir, 0o755) {
        Err(e) if e != Errno::EEXIST => {
            s.warn(p, &format!("Can't open or create append-only dir {dir}: {e}"));
            Err(e)
        }
        _ => Ok(()),
    }
}

/// Starts rewriting. False where that can not be; the log says why.
pub fn start(s: &mut Server, p: &Proc) -> bool {
    if make_dir(s, p).is_err() {
        return false;
    }
    let (dir, name) = place(s);
    if let Some(aof) = &mut s.aof {
        let seq = aof.manifest.incr.last().map_or(1, |i| i.seq + 1);
        let file =
            if aof.starting { temp_incr(&s.config) } else { format!("{name}.{seq}.incr.aof") };
        let start = Some(s.offset);
        if !aof.starting {
            let part = Part { name: file.clone(), seq, start, end: None };
            aof.manifest.incr.push(part);
        }
        let done = open(p, &format!("{dir}/{file}")).and_then(|fd| {
            if !aof.starting {
                aof.manifest.store(p, &dir, &name)?;
            }
            Ok(fd)
        });
        let fd = match done {
            Ok(fd) => fd,
            Err(e) => {
                if !aof.starting {
                    aof.manifest.incr.pop();
                }
                s.warn(p, &format!("Can't open the append-only file {file}: {e}"));
                return false;
            }
        };
        // What was written before belongs to the old file.
        aof.sync(p);
        let _ = p.close(std::mem::replace(&mut aof.fd, fd));
        aof.db = None;
        s.notice(p, &format!("Creating AOF incr file {file} on background rewrite"));
    }
    match s.fork_writer(p, true) {
        Ok(pid) => {
            s.notice(p, &format!("Background append only file rewriting started by pid {pid}"));
            true
        }
        Err(e) => {
            s.rewrite_ok = false;
            s.warn(p, &format!("Can't rewrite append only file in background: fork: {e}"));
            false
        }
    }
}

/// The child has ended.
pub fn done(s: &mut Server, p: &Proc, child: Child, status: WaitStatus) {
    let temp = format!("temp-rewriteaof-bg-{}.aof", child.pid);
    match status {
        WaitStatus::Exited(0) => {}
        WaitStatus::Signaled(signal) => {
            s.rewrite_ok = false;
            s.warn(p, &format!("Background AOF rewrite terminated by signal {}", signal.number()));
            let _ = p.unlink(&temp);
            return;
        }
        _ => {
            s.rewrite_ok = false;
            s.warn(p, "Background AOF rewrite terminated with error");
            let _ = p.unlink(&temp);
            return;
        }
    }
    s.notice(p, "Background AOF rewrite terminated with success");
    if let Err(e) = take_over(s, p, &temp) {
        s.rewrite_ok = false;
        s.warn(p, &format!("Error trying to rename the temporary AOF base file {temp}: {e}"));
        return;
    }
    s.rewrite_ok = true;
    s.stats.rewrites += 1;
    s.notice(p, "Background AOF rewrite finished successfully");
}

fn take_over(s: &mut Server, p: &Proc, temp: &str) -> Result<(), Errno> {
    let (dir, name) = place(s);
    // With the log off, what an earlier one left is still counted on.
    let mut manifest = match &s.aof {
        Some(aof) => aof.manifest.clone(),
        None => {
            let old = p.read_file(&format!("{dir}/{name}.manifest")).unwrap_or_default();
            Manifest::parse(&old).unwrap_or_default()
        }
    };
    let seq = manifest.base.as_ref().map_or(1, |b| b.seq + 1);
    let file = format!("{name}.{seq}.base.rdb");
    p.rename(temp, &format!("{dir}/{file}"))?;
    let said = format!("Successfully renamed the temporary AOF base file {temp} into {file}");
    s.notice(p, &said);
    let new = Part { name: file, seq, start: None, end: None };
    let old = manifest.base.replace(new);
    let mut history: Vec<String> = Vec::new();
    if s.aof.as_ref().is_some_and(|a| a.starting) {
        let seq = manifest.incr.last().map_or(1, |i| i.seq + 1);
        let (from, to) = (temp_incr(&s.config), format!("{name}.{seq}.incr.aof"));
        p.rename(&format!("{dir}/{from}"), &format!("{dir}/{to}"))?;
        s.notice(p, &format!("Successfully renamed the temporary AOF incr file {from} into {to}"));
        history.extend(manifest.incr.drain(..).map(|i| i.name));
        manifest.incr.push(Part { name: to, seq, start: Some(0), end: None });
    } else {
        let keep = usize::from(s.aof.is_some());
        let gone = manifest.incr.len().saturating_sub(keep);
        history.extend(manifest.incr.drain(..gone).map(|i| i.name));
    }
    history.extend(old.map(|o| o.name));
    manifest.store(p, &dir, &name)?;
    if let Some(aof) = &mut s.aof {
        aof.starting = false;
        aof.manifest = manifest.clone();
        let size = |part: &Part| p.stat(&format!("{dir}/{}", part.name)).map_or(0, |st| st.size);
        aof.size = manifest.base.iter().chain(&manifest.incr).map(size).sum();
        aof.base_size = aof.size;
    }
    for file in history {
        s.notice(p, &format!("Removing the history file {file} in the background"));
        let _ = p.unlink(&format!("{dir}/{file}"));
    }
    Ok(())
}

/// Switches the log on in a running server: its base is written by a child.
pub fn switch_on(s: &mut Server, p: &Proc) -> bool {
    if make_dir(s, p).is_err() {
        return false;
    }
    let (dir, name) = place(s);
    let old = p.read_file(&format!("{dir}/{name}.manifest")).unwrap_or_default();
    let manifest = Manifest::parse(&old).unwrap_or_default();
    let temp = format!("{dir}/{}", temp_incr(&s.config));
    let _ = p.unlink(&temp);
    let Ok(fd) = open(p, &temp) else { return false };
    let mut aof = Aof::new(&s.config, manifest, fd);
    aof.starting = true;
    s.aof = Some(aof);
    if s.child.is_some() {
        s.rewrite_wanted = true;
        return true;
    }
    start(s, p)
}

/// Switches the log off, or ends it with the server: all is brought to the disk, and the manifest says how
/// far the last file goes.
pub fn close(s: &mut Server, p: &Proc) {
    let (dir, name) = place(s);
    let offset = s.offset;
    let Some(mut aof) = s.aof.take() else { return };
    aof.unsynced = Some(0);
    aof.sync(p);
    let _ = p.close(aof.fd);
    if let Some(last) = aof.manifest.incr.last_mut().filter(|_| !aof.starting) {
        last.end = Some(offset);
        let _ = aof.manifest.store(p, &dir, &name);
    }
}
