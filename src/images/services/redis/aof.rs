//! The log of changes: a directory with a manifest, a snapshot as its base, and files of commands. This is
//! its state while the server runs; reading it at the start is `aof_load`'s, rewriting it `rewrite`'s.

use super::config::Config;
use super::resp;
use super::server::{Server, millis};
use crate::kernel::{Fd, Proc};
use crate::vfs::{Errno, OpenFlags, text};

/// A file that the manifest names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name in the directory.
    pub name: String,
    /// Its number.
    pub seq: u64,
    /// Offsets in the stream of changes, where it begins and ends.
    pub start: Option<u64>,
    /// See `start`; known once the file is complete.
    pub end: Option<u64>,
}

/// What the directory holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The base.
    pub base: Option<Part>,
    /// Files of commands, oldest first.
    pub incr: Vec<Part>,
}

impl Manifest {
    /// Reads a manifest; an error has the line's number and text, and what is wrong.
    pub fn parse(data: &[u8]) -> Result<Manifest, (usize, String, &'static str)> {
        const FORMAT: &str = "Invalid AOF manifest file format";
        let mut m = Manifest::default();
        let all = text::decode(data);
        if data.is_empty() {
            return Err((0, String::new(), "Found an empty AOF manifest"));
        }
        for (i, line) in all.split_terminator('\n').enumerate() {
            let wrong = |what| (i + 1, line.to_string(), what);
            if line.starts_with('#') {
                continue;
            }
            let words = resp::split(&text::encode(line)).ok_or(wrong(FORMAT))?;
            let words: Vec<String> = words.into_iter().map(text::decode_owned).collect();
            if words.len() < 6 || !words.len().is_multiple_of(2) {
                return Err(wrong(FORMAT));
            }
            let find = |key: &str| {
                let pair = words.chunks_exact(2).find(|p| p[0].eq_ignore_ascii_case(key));
                pair.map(|p| p[1].clone())
            };
            let number = |key: &str| find(key).and_then(|v| v.parse().ok());
            let (Some(name), Some(seq), Some(kind)) = (find("file"), number("seq"), find("type"))
            else {
                return Err(wrong(FORMAT));
            };
            if name.contains('/') {
                return Err(wrong("File can't be a path, just a filename"));
            }
            let part = Part { name, seq, start: number("startoffset"), end: number("endoffset") };
            match kind.as_str() {
                "b" if m.base.is_some() => {
                    return Err(wrong("Found duplicate base file information"));
                }
                "b" => m.base = Some(part),
                "i" if m.incr.last().is_some_and(|last| part.seq <= last.seq) => {
                    return Err(wrong("Found a non-monotonic sequence number"));
                }
                "i" => m.incr.push(part),
                "h" => {}
                _ => return Err(wrong("Unknown AOF file type")),
            }
        }
        Ok(m)
    }

    /// Writes it.
    pub fn write(&self) -> String {
        let mut out = String::new();
        let base = self.base.iter().map(|p| (p, 'b'));
        for (part, kind) in base.chain(self.incr.iter().map(|p| (p, 'i'))) {
            let plain = part
                .name
                .bytes()
                .all(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'\'' | b'\\'));
            let name =
                if plain { part.name.clone() } else { resp::quoted(&text::encode(&part.name)) };
            out += &format!("file {name} seq {} type {kind}", part.seq);
            for (key, value) in [("startoffset", part.start), ("endoffset", part.end)] {
                if let Some(value) = value {
                    out += &format!(" {key} {value}");
                }
            }
            out.push('\n');
        }
        out
    }

    /// Writes it in the place of the one in `dir`, so that there is always a whole one.
    pub fn store(&self, p: &Proc, dir: &str, file: &str) -> Result<(), Errno> {
        let temp = format!("{dir}/temp-{file}.manifest");
        write_synced(p, &temp, self.write().as_bytes())?;
        p.rename(&temp, &format!("{dir}/{file}.manifest"))
    }
}

/// Writes a whole file, and sees to it that it is on the disk.
pub fn write_synced(p: &Proc, path: &str, data: &[u8]) -> Result<(), Errno> {
    p.write_file(path, data, 0o644)?;
    let fd = p.open(path, OpenFlags::WRITE, 0)?;
    let done = p.fsync(fd);
    let _ = p.close(fd);
    done
}

/// The log while it is on.
#[derive(Clone, Debug)]
pub struct Aof {
    /// What the directory holds.
    pub manifest: Manifest,
    /// The file that commands go to.
    pub fd: Fd,
    /// The database that the commands in it are for.
    pub db: Option<usize>,
    /// Commands not written yet.
    pub buffer: Vec<u8>,
    /// Since when something written is not on the disk (milliseconds).
    pub unsynced: Option<i64>,
    /// Bytes in all files, and after the last rewriting.
    pub size: u64,
    /// See `size`.
    pub base_size: u64,
    /// fsync every second, at every command, or (neither) when the machine likes.
    pub everysec: bool,
    /// See `everysec`.
    pub always: bool,
    /// The log was switched on, and its first rewriting is not done: the new file still has a name of
    /// its own.
    pub starting: bool,
    /// The last write went well.
    pub ok: bool,
}

/// The file that a new log's commands go to until its base is there.
pub fn temp_incr(config: &Config) -> String {
    format!("temp-{}.incr", config.get("appendfilename"))
}

/// Opens a file of commands at its end.
pub fn open(p: &Proc, path: &str) -> Result<Fd, Errno> {
    p.open(
        path,
        OpenFlags::WRITE | OpenFlags::APPEND | OpenFlags::CREAT | OpenFlags::CLOEXEC,
        0o644,
    )
}

impl Aof {
    /// The log with an open file.
    pub fn new(config: &Config, manifest: Manifest, fd: Fd) -> Aof {
        let fsync = config.get("appendfsync");
        Aof {
            manifest,
            fd,
            db: None,
            buffer: Vec::new(),
            unsynced: None,
            size: 0,
            base_size: 0,
            everysec: fsync == "everysec",
            always: fsync == "always",
            starting: false,
            ok: true,
        }
    }

    /// When written commands are to be brought to the disk.
    pub fn sync_due(&self) -> Option<i64> {
        self.unsynced.filter(|_| self.everysec).map(|since| since + 1000)
    }

    /// Brings written commands to the disk.
    pub fn sync(&mut self, p: &Proc) {
        if self.unsynced.take().is_some() {
            let _ = p.fsync(self.fd);
        }
    }
}

/// Writes the commands that wait, before the clients are answered. A disk that is full is told of, and
/// the server then takes no more changes.
pub async fn flush(p: &Proc, memory: &super::server::Memory) {
    let Some((fd, buffer)) =
        memory.0.borrow_mut().aof.as_mut().map(|a| (a.fd, std::mem::take(&mut a.buffer)))
    else {
        return;
    };
    let now = millis(p);
    let mut written = 0;
    let mut failed = None;
    while written < buffer.len() {
        match p.write(fd, &buffer[written..]).await {
            Ok(n) if n > 0 => written += n,
            Err(Errno::EINTR) => {}
            Ok(_) => failed = Some(Errno::ENOSPC),
            Err(e) => failed = Some(e),
        }
        if failed.is_some() {
            break;
        }
    }
    let mut s = memory.0.borrow_mut();
    let s: &mut Server = &mut s;
    let Some(aof) = &mut s.aof else { return };
    if written > 0 {
        aof.size += written as u64;
        aof.unsynced.get_or_insert(now);
    }
    if aof.always || aof.sync_due().is_some_and(|at| at <= now) {
        aof.sync(p);
    }
    match failed {
        Some(e) => {
            aof.buffer.splice(0..0, buffer[written..].iter().copied());
            if std::mem::replace(&mut aof.ok, false) {
                let text = format!("Error writing to the AOF file: {e}");
                s.warn(p, &text);
            }
        }
        None if !buffer.is_empty() && !std::mem::replace(&mut aof.ok, true) => {
            s.warn(p, "AOF write error looks solved. The server can write again.");
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[test]
    fn manifests() {
        let text = "file appendonly.aof.3.base.rdb seq 3 type b\n\
                    file appendonly.aof.2.incr.aof seq 2 type i startoffset 0 endoffset 2\n";
        let m = Manifest::parse(text.as_bytes()).unwrap();
        assert_eq!((m.base.as_ref().unwrap().seq, m.incr[0].end), (3, Some(2)));
        assert_eq!(m.write(), text);
        assert_eq!(
            Manifest::parse(b"bad manifest\n"),
            Err((1, "bad manifest".to_string(), "Invalid AOF manifest file format"))
        );
        assert!(Manifest::parse(b"file ../x seq 1 type b\n").is_err());
        assert!(Manifest::parse(b"").is_err());
    }
}
