//! Reading the log of changes when the server starts.

use super::aof::{Aof, Manifest, Part, open, write_synced};
use super::commands;
use super::persist::header;
use super::rdb;
use super::resp::{self, Request};
use super::rewrite::{make_dir, place};
use super::server::{Level, Server};
use super::startup::{Fatal, load_rdb};
use super::value::Bytes;
use crate::kernel::Proc;
use crate::vfs::{Errno, OpenFlags};

fn seconds(from: i64, p: &Proc) -> String {
    format!("{:.3} seconds", (p.now() - from) as f64 / 1e9)
}

/// Reads all that the manifest names; without one there is nothing to read.
pub async fn load(s: &mut Server, p: &Proc) -> Result<Manifest, Fatal> {
    let (dir, name) = place(s);
    let path = format!("{dir}/{name}.manifest");
    let data = match p.read_file(&path) {
        Ok(data) => data,
        Err(Errno::ENOENT) => {
            if !p.exists(&dir) {
                s.say(p, Level::Debug, &format!("The AOF directory {dir} doesn't exist"));
            }
            return Ok(Manifest::default());
        }
        Err(e) => {
            s.warn(
                p,
                &format!(
                    "Fatal error: can't open the AOF manifest file {name}.manifest for reading: {e}"
                ),
            );
            return Err(Fatal);
        }
    };
    let manifest = match Manifest::parse(&data) {
        Ok(m) => m,
        Err((number, text, what)) => {
            s.warn(p, "\n*** FATAL AOF MANIFEST FILE ERROR ***\n");
            if number > 0 {
                s.warn(p, &format!("Reading the manifest file, at line {number}\n"));
                s.warn(p, &format!(">>> '{text}'\n"));
            }
            s.warn(p, &format!("{what}\n"));
            return Err(Fatal);
        }
    };
    let began = p.now();
    let all: Vec<&Part> = manifest.base.iter().chain(&manifest.incr).collect();
    for part in &all {
        if let Err(e) = p.stat(&format!("{dir}/{}", part.name)) {
            s.warn(p, &format!("Unable to obtain the AOF file {} length. stat: {e}", part.name));
            return Err(Fatal);
        }
    }
    let mut found = false;
    for (i, part) in all.iter().enumerate() {
        let began = p.now();
        let data = match p.read_file(&format!("{dir}/{}", part.name)) {
            Ok(data) => data,
            Err(e) => {
                s.warn(
                    p,
                    &format!(
                        "Fatal error: can't open the append log file {} for reading: {e}",
                        part.name
                    ),
                );
                return Err(Fatal);
            }
        };
        let base = i == 0 && manifest.base.is_some();
        let kind = if base { "base" } else { "incr" };
        found |= !data.is_empty();
        let last = i + 1 == all.len();
        if !one(s, p, part, &data, last).await? {
            continue;
        }
        s.notice(p, &format!("DB loaded from {kind} file {}: {}", part.name, seconds(began, p)));
    }
    if found {
        s.notice(p, &format!("DB loaded from append only file: {}", seconds(began, p)));
    }
    if let Some(end) = manifest.incr.last().and_then(|i| i.end.or(i.start)) {
        s.offset = end;
    }
    s.dirty = 0;
    Ok(manifest)
}

/// Reads one file; false where it is empty.
async fn one(
    s: &mut Server,
    p: &Proc,
    part: &Part,
    data: &[u8],
    last: bool,
) -> Result<bool, Fatal> {
    if data.is_empty() {
        return Ok(false);
    }
    let mut at = 0;
    if data.starts_with(b"REDIS") {
        s.notice(p, "Reading RDB base file on AOF loading...");
        at = load_rdb(s, p, data, &part.name)?;
    }
    let mut db = 0;
    let mut queue: Option<Vec<Vec<Bytes>>> = None;
    // Behind this all is whole; a transaction counts when it is.
    let mut good = at;
    while at < data.len() {
        p.tick(1).await;
        if data[at] == b'#' {
            match data[at..].iter().position(|b| *b == b'\n') {
                Some(n) => at += n + 1,
                None => break,
            }
            continue;
        }
        let (words, n) = match resp::parse(&data[at..]) {
            Request::Command(words, n) if data[at] == b'*' && !words.is_empty() => (words, n),
            Request::Partial if data[at] == b'*' => break,
            _ => {
                s.warn(
                    p,
                    &format!(
                        "Bad file format reading the append only file {}: make a backup of your AOF file, \
                         then use ./redis-check-aof --fix <filename.manifest>",
                        part.name
                    ),
                );
                return Err(Fatal);
            }
        };
        at += n;
        let verb = String::from_utf8_lossy(&words[0]).to_ascii_lowercase();
        match (verb.as_str(), &mut queue) {
            ("multi", None) => queue = Some(Vec::new()),
            ("exec", Some(_)) => {
                for words in queue.take().unwrap_or_default() {
                    run(s, p, &mut db, &words, &part.name)?;
                }
                good = at;
            }
            (_, Some(queue)) => queue.push(words),
            _ => {
                run(s, p, &mut db, &words, &part.name)?;
                good = at;
            }
        }
    }
    if good < data.len() {
        let name = &part.name;
        if !last || !s.config.is("aof-load-truncated") {
            s.warn(
                p,
                &format!(
                    "Unexpected end of file reading the append only file {name}. You can: 1) Make a backup of \
                     your AOF file, then use ./redis-check-aof --fix <filename.manifest>. 2) Alternatively you \
                     can set the 'aof-load-truncated' configuration option to yes and restart the server."
                ),
            );
            return Err(Fatal);
        }
        s.warn(p, &format!("!!! Warning: short read while loading the AOF file {name}!!!"));
        s.warn(p, &format!("!!! Truncating the AOF {name} at offset {good} !!!"));
        let _ = p.truncate(&format!("{}/{name}", place(s).0), good as u64);
        s.warn(p, &format!("AOF {name} loaded anyway because aof-load-truncated is enabled"));
    }
    Ok(true)
}

fn run(s: &mut Server, p: &Proc, db: &mut usize, words: &[Bytes], file: &str) -> Result<(), Fatal> {
    if commands::replay(s, p, db, words) {
        return Ok(());
    }
    let name = String::from_utf8_lossy(&words[0]).into_owned();
    s.warn(p, &format!("Unknown command '{name}' reading the append only file {file}"));
    Err(Fatal)
}

/// Opens the log for what is to come, and makes what is missing of it.
pub fn begin(s: &mut Server, p: &Proc, mut manifest: Manifest) -> Result<(), Fatal> {
    make_dir(s, p).map_err(|_| Fatal)?;
    let (dir, name) = place(s);
    if manifest.base.is_none() && manifest.incr.is_empty() {
        let file = format!("{name}.1.base.rdb");
        s.notice(p, &format!("Creating AOF base file {file} on server start"));
        let data = rdb::dump(&s.dbs, &header(s, p, true));
        if let Err(e) = write_synced(p, &format!("{dir}/{file}"), &data) {
            s.warn(p, &format!("Can't create the AOF base file {file}: {e}"));
            return Err(Fatal);
        }
        manifest.base = Some(Part { name: file, seq: 1, start: None, end: None });
    }
    let file = match manifest.incr.last_mut() {
        Some(last) => {
            last.end = None;
            s.notice(p, &format!("Opening AOF incr file {} on server start", last.name));
            last.name.clone()
        }
        None => {
            let file = format!("{name}.1.incr.aof");
            s.notice(p, &format!("Creating AOF incr file {file} on server start"));
            let start = Some(s.offset);
            manifest.incr.push(Part { name: file.clone(), seq: 1, start, end: None });
            file
        }
    };
    let path = format!("{dir}/{file}");
    let opened = p.open(&path, OpenFlags::WRITE | OpenFlags::APPEND | OpenFlags::CREAT, 0o644);
    let opened = opened.and_then(|fd| {
        let _ = p.close(fd);
        manifest.store(p, &dir, &name)?;
        open(p, &path)
    });
    match opened {
        Ok(fd) => {
            let mut aof = Aof::new(&s.config, manifest, fd);
            let parts = aof.manifest.base.iter().chain(&aof.manifest.incr);
            aof.size =
                parts.map(|f| p.stat(&format!("{dir}/{}", f.name)).map_or(0, |st| st.size)).sum();
            aof.base_size = aof.size;
            s.aof = Some(aof);
            Ok(())
        }
        Err(e) => {
            s.warn(p, &format!("Can't open the append-only file {file}: {e}"));
            Err(Fatal)
        }
    }
}
