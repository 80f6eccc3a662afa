//! What `-g` remembers from one backup to the next: GNU's snapshot files (format 2), and the lists of directories'
//! contents that stand in archives too.

use crate::vfs::text;

const MAGIC: &[u8] = b"GNU tar-1.35-2\n";
const SECOND: i64 = 1_000_000_000;

/// A directory's contents: each name with what became of it. `Y`: dumped, `N`: not changed, `D`: a directory; `R` and
/// `T`: what another directory was called, and is called now.
pub type Contents = Vec<(u8, String)>;

/// A directory that was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dir {
    pub name: String,
    pub dev: u64,
    pub ino: u64,
    /// Nanoseconds since the epoch.
    pub mtime: i64,
    pub contents: Contents,
}

/// All that was seen by the backup before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// When it began, in nanoseconds; nothing before the first.
    pub time: Option<i64>,
    pub dirs: Vec<Dir>,
}

/// A directory's contents as they stand in an archive: each name ends in a NUL, the list in another.
pub fn pack(contents: &Contents) -> Vec<u8> {
    let mut out = Vec::new();
    for (code, name) in contents {
        out.push(*code);
        out.extend_from_slice(&text::encode(name));
        out.push(0);
    }
    out.push(0);
    out
}

/// Reads them.
pub fn unpack(bytes: &[u8]) -> Contents {
    let entries = bytes.split(|b| *b == 0).take_while(|e| !e.is_empty());
    entries.map(|e| (e[0], text::decode(&e[1..]).into_owned())).collect()
}

impl Snapshot {
    /// Reads a snapshot file. What is none is as good as an empty one.
    pub fn read(bytes: &[u8]) -> Snapshot {
        let Some(end) = bytes.iter().position(|b| *b == b'\n') else { return Snapshot::default() };
        let mut rest = &bytes[end + 1..];
        let mut next = || -> Option<&[u8]> {
            let n = rest.iter().position(|b| *b == 0)?;
            let field = &rest[..n];
            rest = &rest[n + 1..];
            Some(field)
        };
        let number = |field: Option<&[u8]>| -> Option<i64> {
            std::str::from_utf8(field?).ok()?.parse().ok()
        };
        let (Some(sec), Some(nano)) = (number(next()), number(next())) else {
            return Snapshot::default();
        };
        let mut dirs = Vec::new();
        while let Some(_nfs) = next() {
            let (Some(sec), Some(nano)) = (number(next()), number(next())) else { break };
            let (Some(dev), Some(ino)) = (number(next()), number(next())) else { break };
            let Some(name) = next() else { break };
            let name = text::decode(name).into_owned();
            let mut contents = Vec::new();
            while let Some(entry) = next().filter(|e| !e.is_empty()) {
                contents.push((entry[0], text::decode(&entry[1..]).into_owned()));
            }
            // The entry's own end.
            next();
            let mtime = sec.saturating_mul(SECOND).saturating_add(nano);
            dirs.push(Dir { name, dev: dev as u64, ino: ino as u64, mtime, contents });
        }
        Snapshot { time: Some(sec.saturating_mul(SECOND).saturating_add(nano)), dirs }
    }

    /// The file's bytes.
    pub fn written(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        let time = |t: i64| format!("{}\0{}\0", t.div_euclid(SECOND), t.rem_euclid(SECOND));
        out.extend_from_slice(time(self.time.unwrap_or(0)).as_bytes());
        for dir in &self.dirs {
            out.extend_from_slice(b"0\0");
            out.extend_from_slice(time(dir.mtime).as_bytes());
            out.extend_from_slice(format!("{}\0{}\0", dir.dev, dir.ino).as_bytes());
            out.extend_from_slice(&text::encode(&dir.name));
            out.push(0);
            out.extend(pack(&dir.contents));
            out.push(0);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let contents = vec![(b'Y', "a".to_string()), (b'D', "b c".to_string())];
        let dir = |name: &str, contents| Dir {
            name: name.to_string(),
            dev: 7,
            ino: 9,
            mtime: 1_500_000_001,
            contents,
        };
        let dirs = vec![dir(".", contents), dir("./b c", Vec::new())];
        let snapshot = Snapshot { time: Some(5_000_000_007), dirs };
        assert_eq!(Snapshot::read(&snapshot.written()), snapshot);
        assert_eq!(Snapshot::read(b""), Snapshot::default());
    }
}
