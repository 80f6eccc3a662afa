//! Headers of members: as this program writes them (GNU's format), and as it understands those of
//! others (old, POSIX and GNU archives, with long names and pax records).

use tar::{EntryType, Header};

use crate::vfs::{FileType, Stat, major, minor, text};

/// A member of an archive.
#[derive(Clone, Debug, Default)]
pub struct Member {
    pub name: String,
    pub link: String,
    /// The type's letter as `ls -l` shows it, and `h` for a hard link.
    pub kind: char,
    pub mode: u32,
    pub uid: u32,
    pub gid: u32,
    pub user: String,
    pub group: String,
    pub size: u64,
    /// Nanoseconds since the epoch.
    pub mtime: i64,
    pub device: (u32, u32),
    /// A directory with the list of its contents, which are its data.
    pub listed: bool,
}

impl Member {
    /// A member for a file, without its name.
    pub fn of(stat: &Stat) -> Member {
        let kind = stat.file_type().letter();
        Member {
            kind,
            mode: stat.perm(),
            uid: stat.uid,
            gid: stat.gid,
            size: if stat.is_file() { stat.size } else { 0 },
            mtime: stat.mtime,
            device: match stat.file_type() {
                FileType::CharDevice | FileType::BlockDevice => {
                    (major(stat.rdev), minor(stat.rdev))
                }
                _ => (0, 0),
            },
            ..Member::default()
        }
    }

    /// The header's bytes, with those of long names before it.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let (name, link) = (text::encode(&self.name), text::encode(&self.link));
        if link.len() > 100 {
            long(&mut out, EntryType::GNULongLink, &link);
        }
        if name.len() > 100 {
            long(&mut out, EntryType::GNULongName, &name);
        }
        let mut h = Header::new_gnu();
        let entry = match self.kind {
            'h' => EntryType::Link,
            'l' => EntryType::Symlink,
            'c' => EntryType::Char,
            'b' => EntryType::Block,
            'd' if self.listed => EntryType::new(b'D'),
            'd' => EntryType::Directory,
            'p' => EntryType::Fifo,
            _ => EntryType::Regular,
        };
        h.set_entry_type(entry);
        h.set_mode(self.mode & 0o7777);
        h.set_uid(u64::from(self.uid));
        h.set_gid(u64::from(self.gid));
        h.set_size(self.size);
        h.set_mtime(u64::try_from(self.mtime.div_euclid(1_000_000_000)).unwrap_or(0));
        put(&mut h.as_old_mut().name, &name);
        put(&mut h.as_old_mut().linkname, &link);
        // Names longer than their fields are left out; the number counts then.
        let short = |s: &str| if s.len() < 32 { s.to_string() } else { String::new() };
        let _ = h.set_username(&short(&self.user));
        let _ = h.set_groupname(&short(&self.group));
        if matches!(self.kind, 'c' | 'b') {
            let _ = h.set_device_major(self.device.0);
            let _ = h.set_device_minor(self.device.1);
        }
        h.set_cksum();
        out.extend_from_slice(h.as_bytes());
        out
    }
}

fn put(field: &mut [u8], value: &[u8]) {
    let n = field.len().min(value.len());
    field[..n].copy_from_slice(&value[..n]);
}

fn long(out: &mut Vec<u8>, kind: EntryType, value: &[u8]) {
    let mut h = Header::new_gnu();
    put(&mut h.as_old_mut().name, b"././@LongLink");
    h.set_entry_type(kind);
    h.set_mode(0o644);
    h.set_uid(0);
    h.set_gid(0);
    h.set_mtime(0);
    h.set_size(value.len() as u64 + 1);
    let _ = h.set_username("root");
    let _ = h.set_groupname("root");
    h.set_cksum();
    out.extend_from_slice(h.as_bytes());
    out.extend_from_slice(value);
    out.push(0);
    out.resize(out.len().next_multiple_of(512), 0);
}

/// What a block of 512 bytes is.
pub enum Block {
    /// All zeros: the end.
    Zero,
    /// Not a header: the sum is wrong.
    Bad,
    /// A name too long for the next header.
    LongName,
    /// A link's target too long for the next header.
    LongLink,
    /// Attributes of the next header.
    Pax,
    /// Something to be passed over.
    Skip,
    /// A member.
    Member(Member),
}

/// What has been read ahead for the next member.
#[derive(Default)]
pub struct Ahead {
    pub name: Option<String>,
    pub link: Option<String>,
    pub pax: Vec<(String, Vec<u8>)>,
}

/// Splits pax records: `LENGTH KEY=VALUE\n`.
pub fn pax(data: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    let mut rest = data;
    while let Some(space) = rest.iter().position(|b| *b == b' ') {
        let len = std::str::from_utf8(&rest[..space]).ok().and_then(|n| n.parse::<usize>().ok());
        let Some(record) = len.and_then(|n| rest.get(space + 1..n.checked_sub(1)?)) else { break };
        if let Some(eq) = record.iter().position(|b| *b == b'=') {
            let key = text::decode(&record[..eq]).into_owned();
            out.push((key, record[eq + 1..].to_vec()));
        }
        rest = &rest[space + 2 + record.len()..];
    }
    out
}

/// Understands a block; gives with it the length of the data that follow.
pub fn decode(block: &[u8; 512], ahead: &mut Ahead) -> (Block, u64) {
    if block.iter().all(|b| *b == 0) {
        return (Block::Zero, 0);
    }
    let h = Header::from_byte_slice(block);
    let sum: u32 = block.iter().enumerate().fold(0, |s, (i, b)| {
        s + if (148..156).contains(&i) { u32::from(b' ') } else { u32::from(*b) }
    });
    if h.cksum().ok() != Some(sum) {
        return (Block::Bad, 0);
    }
    let size = h.entry_size().unwrap_or(0);
    let kind = h.entry_type();
    match kind {
        EntryType::GNULongName => return (Block::LongName, size),
        EntryType::GNULongLink => return (Block::LongLink, size),
        EntryType::XHeader => return (Block::Pax, size),
        EntryType::XGlobalHeader => return (Block::Skip, size),
        _ => {}
    }
    let string = |bytes: &[u8]| {
        let end = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len());
        text::decode(&bytes[..end]).into_owned()
    };
    let name = text::decode(&h.path_bytes()).into_owned();
    let link = h.link_name_bytes().map(|l| text::decode(&l).into_owned()).unwrap_or_default();
    let number = |n: std::io::Result<u64>| n.ok().and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    let device = |n: std::io::Result<Option<u32>>| n.ok().flatten().unwrap_or(0);
    let mut m = Member {
        name: ahead.name.take().unwrap_or(name),
        link: ahead.link.take().unwrap_or(link),
        kind: '-',
        mode: h.mode().unwrap_or(0) & 0o7777,
        uid: number(h.uid()),
        gid: number(h.gid()),
        user: string(h.username_bytes().unwrap_or_default()),
        group: string(h.groupname_bytes().unwrap_or_default()),
        size,
        mtime: i64::try_from(h.mtime().unwrap_or(0)).unwrap_or(0).saturating_mul(1_000_000_000),
        device: (device(h.device_major()), device(h.device_minor())),
        listed: kind.as_byte() == b'D',
    };
    for (key, value) in std::mem::take(&mut ahead.pax) {
        apply(&mut m, &key, &value);
    }
    m.kind = match kind {
        EntryType::Link => 'h',
        EntryType::Symlink => 'l',
        EntryType::Char => 'c',
        EntryType::Block => 'b',
        EntryType::Directory => 'd',
        EntryType::Fifo => 'p',
        _ if m.listed || m.name.ends_with('/') => 'd',
        _ => '-',
    };
    let data = if m.kind == '-' || m.listed { m.size } else { 0 };
    m.size = data;
    (Block::Member(m), data)
}

fn apply(m: &mut Member, key: &str, value: &[u8]) {
    let string = || text::decode(value).into_owned();
    let number = || std::str::from_utf8(value).ok().and_then(|s| s.parse::<u64>().ok());
    match key {
        "path" => m.name = string(),
        "linkpath" => m.link = string(),
        "uname" => m.user = string(),
        "gname" => m.group = string(),
        "size" => m.size = number().unwrap_or(m.size),
        "uid" => m.uid = number().and_then(|n| u32::try_from(n).ok()).unwrap_or(m.uid),
        "gid" => m.gid = number().and_then(|n| u32::try_from(n).ok()).unwrap_or(m.gid),
        "mtime" => {
            let s = string();
            let (whole, part) = s.split_once('.').unwrap_or((&s, ""));
            let nano: String = part.chars().chain("000000000".chars()).take(9).collect();
            if let (Ok(w), Ok(n)) = (whole.parse::<i64>(), nano.parse::<i64>()) {
                m.mtime = w.saturating_mul(1_000_000_000).saturating_add(n);
            }
        }
        _ => {}
    }
}
