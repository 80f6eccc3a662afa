//! The snapshot: saved in front and in a child, at save points, and when the server ends.

use super::aof::write_synced;
use super::rdb::{self, Header};
use super::rewrite;
use super::server::{Child, Level, Server, VERSION, line, millis};
use super::value::Db;
use crate::kernel::{KillTarget, Pid, Proc, Signal, WaitFlags, WaitFor, WaitStatus};
use crate::vfs::{Errno, OpenFlags};

/// How long a child's work takes at least, in nanoseconds.
const WORK: u64 = 5_000_000;

/// The head that a snapshot made now gets.
pub fn header(s: &Server, p: &Proc, base: bool) -> Header {
    Header {
        version: VERSION,
        seconds: p.now() / 1_000_000_000,
        memory: s.memory(),
        base,
        pack: s.config.is("rdbcompression"),
        checksum: s.config.is("rdbchecksum"),
    }
}

/// Writes a snapshot to a file by way of a temporary one; an error is a line for the log.
fn write(p: &Proc, dbs: &[Db], header: &Header, temp: &str, file: &str) -> Result<(), String> {
    let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
    match p.open(temp, flags, 0o644) {
        Ok(fd) => {
            let _ = p.close(fd);
        }
        Err(e) => {
            return Err(format!(
                "Failed opening the temp RDB file {temp} (in server root dir {}) for saving: {e}",
                p.cwd()
            ));
        }
    }
    if let Err(e) = write_synced(p, temp, &rdb::dump(dbs, header)) {
        let _ = p.unlink(temp);
        return Err(format!("Write error while saving DB to the disk(rdbSaveRio): {e}"));
    }
    if let Err(e) = p.rename(temp, file) {
        let _ = p.unlink(temp);
        return Err(format!(
            "Error moving temp DB file {temp} on the final destination {file} (in server root dir {}): {e}",
            p.cwd()
        ));
    }
    Ok(())
}

impl Server {
    /// SAVE: makes the snapshot at once. False where it can not be made; the log says why.
    pub fn save(&mut self, p: &Proc) -> bool {
        let (temp, file) = (format!("temp-{}.rdb", p.pid()), self.config.get("dbfilename"));
        match write(p, &self.dbs, &header(self, p, false), &temp, &file) {
            Ok(()) => {
                self.notice(p, "DB saved on disk");
                self.dirty = 0;
                self.saved = p.now() / 1_000_000_000;
                self.save_ok = true;
                self.stats.saves += 1;
                true
            }
            Err(text) => {
                self.warn(p, &text);
                false
            }
        }
    }

    /// Starts a child that writes all there is: as the snapshot, or as the base of a new log of changes.
    pub(super) fn fork_writer(&mut self, p: &Proc, rewrite: bool) -> Result<Pid, Errno> {
        let (dbs, header) = (self.dbs.clone(), header(self, p, rewrite));
        let (logs, logfile) = (self.logs(Level::Notice), self.config.get("logfile"));
        let snapshot = self.config.get("dbfilename");
        let body = async move |child: Proc| {
            let _ = child.sleep(WORK).await;
            let pid = child.pid();
            let (temp, file) = match rewrite {
                true => {
                    (format!("temp-rewriteaof-{pid}.aof"), format!("temp-rewriteaof-bg-{pid}.aof"))
                }
                false => (format!("temp-{pid}.rdb"), snapshot),
            };
            let (status, lines) = match write(&child, &dbs, &header, &temp, &file) {
                Ok(()) if logs => {
                    let (made, what) = match rewrite {
                        true => (
                            format!("Successfully created the temporary AOF base file {file}"),
                            "AOF rewrite",
                        ),
                        false => ("DB saved on disk".to_string(), "RDB"),
                    };
                    let fork =
                        format!("Fork CoW for {what}: current 0 MB, peak 0 MB, average 0 MB");
                    let said = |t: &str| line(&child, 'C', Level::Notice, t);
                    (0, said(&made) + &said(&fork))
                }
                Ok(()) => (0, String::new()),
                Err(text) => (1, line(&child, 'C', Level::Warning, &text)),
            };
            super::write_log(&child, &logfile, lines.as_bytes()).await;
            status
        };
        let pid = p.fork(body)?;
        self.stats.forks += 1;
        self.child = Some(Child { pid, rewrite, since: millis(p), dirty: self.dirty });
        Ok(pid)
    }

    /// Starts a child that makes the snapshot. False where there can be none.
    pub fn save_in_background(&mut self, p: &Proc) -> bool {
        self.save_tried = millis(p);
        match self.fork_writer(p, false) {
            Ok(pid) => {
                self.notice(p, &format!("Background saving started by pid {pid}"));
                true
            }
            Err(e) => {
                self.save_ok = false;
                self.warn(p, &format!("Can't save in background: fork: {e}"));
                false
            }
        }
    }

    /// Takes leave of children that have ended.
    pub fn reap(&mut self, p: &Proc) {
        let flags = WaitFlags { nohang: true, ..WaitFlags::default() };
        while let Ok(Some((pid, status))) = p.wait_now(WaitFor::Any, flags) {
            let Some(child) = self.child.filter(|c| c.pid == pid) else { continue };
            self.child = None;
            if child.rewrite {
                rewrite::done(self, p, child, status);
            } else {
                self.saved_in_background(p, child, status);
            }
        }
    }

    fn saved_in_background(&mut self, p: &Proc, child: Child, status: WaitStatus) {
        self.save_took = (millis(p) - child.since) / 1000;
        match status {
            WaitStatus::Exited(0) => {
                self.notice(p, "Background saving terminated with success");
                self.dirty = self.dirty.saturating_sub(child.dirty);
                self.saved = p.now() / 1_000_000_000;
                self.save_ok = true;
                self.stats.saves += 1;
            }
            WaitStatus::Signaled(signal) => {
                self.warn(
                    p,
                    &format!("Background saving terminated by signal {}", signal.number()),
                );
                let _ = p.unlink(&format!("temp-{}.rdb", child.pid));
                self.save_ok = false;
            }
            _ => {
                self.warn(p, "Background saving error");
                self.save_ok = false;
            }
        }
    }

    /// What is due by the clock.
    pub fn work_by_the_clock(&mut self, p: &Proc) {
        let now = millis(p);
        self.expire_all(now);
        if self.asleep.is_some_and(|at| at <= now) {
            self.asleep = None;
        }
        if self.child.is_none() && self.rewrite_wanted {
            self.rewrite_wanted = false;
            rewrite::start(self, p);
        }
        if self.child.is_none() && self.save_due(now).is_some_and(|at| at <= now) {
            let points = self.config.save_points();
            let reached = |(seconds, changes): &&(i64, u64)| {
                self.dirty >= *changes && (self.saved + seconds) * 1000 < now
            };
            if let Some((seconds, changes)) = points.iter().find(reached) {
                self.notice(p, &format!("{changes} changes in {seconds} seconds. Saving..."));
            }
            self.save_in_background(p);
        }
        if let Some(aof) = &self.aof
            && self.child.is_none()
            && !aof.starting
        {
            let growth = self.config.number("auto-aof-rewrite-percentage");
            let least = self.config.number("auto-aof-rewrite-min-size");
            let base = aof.base_size.max(1) as i64;
            let grown = (aof.size as i64).saturating_mul(100) / base - 100;
            if growth > 0 && aof.size as i64 > least && grown >= growth {
                self.notice(p, &format!("Starting automatic rewriting of AOF on {grown}% growth"));
                rewrite::start(self, p);
            }
        }
    }

    /// Ends the server in order: `save` says whether with a snapshot, by the save points where it is
    /// `None`. False where what has to be saved can not be, and the server goes on.
    pub fn shut_down(&mut self, p: &Proc, save: Option<bool>, force: bool) -> bool {
        self.notice(p, "User requested shutdown...");
        if let Some(child) = self.child.take() {
            let _ = p.kill(KillTarget::Pid(child.pid), Some(Signal::KILL));
            let (what, temp) = if child.rewrite {
                ("There is a child rewriting the AOF. Killing it!", "temp-rewriteaof-bg-")
            } else {
                ("There is a child saving an .rdb. Killing it!", "temp-")
            };
            self.warn(p, what);
            let end = if child.rewrite { "aof" } else { "rdb" };
            let _ = p.unlink(&format!("{temp}{}.{end}", child.pid));
        }
        if self.aof.is_some() {
            self.notice(p, "Calling fsync() on the AOF file.");
        }
        if save.unwrap_or(!self.config.save_points().is_empty()) {
            self.notice(p, "Saving the final RDB snapshot before exiting.");
            if !self.save(p) && !force {
                self.warn(p, "Error trying to save the DB, can't exit.");
                self.warn(
                    p,
                    "Errors trying to shut down the server. Check the logs for more information.",
                );
                return false;
            }
        }
        rewrite::close(self, p);
        if !self.config.get("pidfile").is_empty() {
            self.notice(p, "Removing the pid file.");
            let _ = p.unlink(&self.config.get("pidfile"));
        }
        self.warn(p, "Redis is now ready to exit, bye bye...");
        self.exit = Some(0);
        true
    }
}
