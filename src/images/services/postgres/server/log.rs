//! The server's log, which goes to standard error.

use chrono::DateTime;

use super::super::engine::checkpoint::Checkpoint;
use super::super::engine::wal::lsn;
use super::super::error::PgError;
use crate::kernel::Proc;

/// A time as the log shows it; nanoseconds since 1970.
pub fn clock(ns: i64, format: &str) -> String {
    DateTime::from_timestamp_nanos(ns).format(format).to_string()
}

/// A line of the log.
pub async fn log(p: &Proc, level: &str, text: &str) {
    line(p, "UTC", level, text).await;
}

/// A line of the log before the time zone of the log is known.
pub async fn log_unconfigured(p: &Proc, level: &str, text: &str) {
    line(p, "GMT", level, text).await;
}

async fn line(p: &Proc, zone: &str, level: &str, text: &str) {
    let now = clock(p.now(), "%Y-%m-%d %H:%M:%S%.3f");
    let line = format!("{now} {zone} [{}] {level}:  {text}\n", p.pid());
    let _ = p.write_all(2, &crate::vfs::text::encode(&line)).await;
}

/// Writes an error into the log; the detail there may say more than the client is told.
pub async fn report(p: &Proc, e: &PgError, detail: Option<&str>, statement: Option<&str>) {
    let at = e.position.map_or(String::new(), |n| format!(" at character {n}"));
    log(p, e.severity, &format!("{}{at}", e.message)).await;
    let detail = detail.or(e.detail.as_deref());
    for (word, text) in
        [("DETAIL", detail), ("HINT", e.hint.as_deref()), ("CONTEXT", e.context.as_deref())]
    {
        if let Some(text) = text {
            log(p, word, &text.replace('\n', "\n\t")).await;
        }
    }
    if let Some(s) = statement {
        log(p, "STATEMENT", &s.replace('\n', "\n\t")).await;
    }
}

/// What a checkpoint did, in the words of a major version; `ns` is how long it took, `buffers` how many
/// there are (shared_buffers). What is written is in the file system's memory at once, so that only bringing
/// it to the disk counts.
pub fn checkpoint_line(c: &Checkpoint, major: u32, ns: i64, buffers: i64) -> String {
    let slru = if major >= 17 { ", wrote 0 SLRU buffers" } else { "" };
    let seconds = ns as f64 / 1e9;
    let average = if c.files == 0 { 0.0 } else { seconds / c.files as f64 };
    let places = match major {
        16.. => format!("; lsn={0}, redo lsn={0}", lsn(c.at)),
        _ => String::new(),
    };
    format!(
        "checkpoint complete: wrote {} buffers ({:.1}%){slru}; {} WAL file(s) added, {} removed, 0 recycled; write=0.000 s, sync={seconds:.3} s, total={seconds:.3} s; sync files={}, longest={average:.3} s, average={average:.3} s; distance={} kB, estimate={} kB{places}",
        c.buffers,
        c.buffers as f64 * 100.0 / buffers.max(1) as f64,
        c.added,
        c.removed,
        c.files,
        c.distance / 1024,
        c.estimate / 1024,
    )
}
