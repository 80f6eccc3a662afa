//! The header of a cpio member in its three forms: binary, octal (POSIX's) and hexadecimal (newc).

use crate::vfs::text;

/// The form of an archive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// 16-bit words.
    Bin,
    /// Octal digits.
    Odc,
    /// Hexadecimal digits.
    Newc,
}

impl Kind {
    /// The form that begins so.
    pub fn of(head: &[u8]) -> Option<Kind> {
        match head {
            [b'0', b'7', b'0', b'7', b'0', b'1' | b'2', ..] => Some(Kind::Newc),
            [b'0', b'7', b'0', b'7', b'0', b'7', ..] => Some(Kind::Odc),
            [0xc7, 0x71, ..] => Some(Kind::Bin),
            _ => None,
        }
    }

    /// Bytes of the header before the name.
    pub fn length(self) -> usize {
        match self {
            Kind::Bin => 26,
            Kind::Odc => 76,
            Kind::Newc => 110,
        }
    }

    /// Bytes that fill up a member's name, or its data.
    pub fn padding(self, n: u64) -> usize {
        let unit = match self {
            Kind::Bin => 2,
            Kind::Odc => 1,
            Kind::Newc => 4,
        };
        (n.next_multiple_of(unit) - n) as usize
    }
}

/// What a header says.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    pub ino: u64,
    pub mode: u32,
    pub uid: u32,
    pub gid: u32,
    pub nlink: u32,
    /// Seconds.
    pub mtime: u64,
    pub size: u64,
    pub dev: u64,
    pub rdev: u64,
    pub name: String,
}

impl Header {
    /// A header with a name and nothing else.
    pub fn named(name: &str) -> Header {
        Header { name: name.to_string(), ..Header::default() }
    }

    /// The header and the name, filled up.
    pub fn encode(&self, kind: Kind) -> Vec<u8> {
        let name = text::encode(&self.name);
        let length = name.len() as u64 + 1;
        let mut out = match kind {
            Kind::Newc => {
                let (major, minor) = (self.dev >> 8, self.dev & 0xff);
                let (rmajor, rminor) = (self.rdev >> 8, self.rdev & 0xff);
                let fields = [
                    self.ino,
                    self.mode.into(),
                    self.uid.into(),
                    self.gid.into(),
                    self.nlink.into(),
                    self.mtime,
                    self.size,
                    major,
                    minor,
                    rmajor,
                    rminor,
                    length,
                    0,
                ];
                let digits = fields.map(|f| format!("{:08X}", f & 0xffff_ffff)).concat();
                format!("070701{digits}").into_bytes()
            }
            Kind::Odc => {
                let six = |n: u64| format!("{:06o}", n & 0o777_777);
                let fields = [
                    six(self.dev),
                    six(self.ino),
                    six(self.mode.into()),
                    six(self.uid.into()),
                    six(self.gid.into()),
                    six(self.nlink.into()),
                    six(self.rdev),
                    format!("{:011o}", self.mtime),
                    six(length),
                    format!("{:011o}", self.size),
                ];
                format!("070707{}", fields.concat()).into_bytes()
            }
            Kind::Bin => {
                let words = [
                    0o070_707,
                    self.dev as u16,
                    self.ino as u16,
                    self.mode as u16,
                    self.uid as u16,
                    self.gid as u16,
                    self.nlink as u16,
                    self.rdev as u16,
                    (self.mtime >> 16) as u16,
                    self.mtime as u16,
                    length as u16,
                    (self.size >> 16) as u16,
                    self.size as u16,
                ];
                words.into_iter().flat_map(u16::to_le_bytes).collect()
            }
        };
        out.extend_from_slice(&name);
        out.push(0);
        out.resize(out.len() + kind.padding(out.len() as u64), 0);
        out
    }

    /// Reads a header; gives it and how long the name is, with its end.
    pub fn decode(kind: Kind, bytes: &[u8]) -> Option<(Header, usize)> {
        let digits = |from: usize, n: usize, radix: u32| {
            let part = std::str::from_utf8(bytes.get(from..from + n)?).ok()?;
            u64::from_str_radix(part.trim(), radix).ok()
        };
        let mut h = Header::default();
        let length = match kind {
            Kind::Newc => {
                let field = |i: usize| digits(6 + 8 * i, 8, 16);
                h.ino = field(0)?;
                h.mode = field(1)? as u32;
                h.uid = field(2)? as u32;
                h.gid = field(3)? as u32;
                h.nlink = field(4)? as u32;
                h.mtime = field(5)?;
                h.size = field(6)?;
                h.dev = field(7)? << 8 | field(8)?;
                h.rdev = field(9)? << 8 | field(10)?;
                field(11)?
            }
            Kind::Odc => {
                let field = |i: usize| digits(6 + 6 * i, 6, 8);
                h.dev = field(0)?;
                h.ino = field(1)?;
                h.mode = field(2)? as u32;
                h.uid = field(3)? as u32;
                h.gid = field(4)? as u32;
                h.nlink = field(5)? as u32;
                h.rdev = field(6)?;
                h.mtime = digits(48, 11, 8)?;
                h.size = digits(65, 11, 8)?;
                digits(59, 6, 8)?
            }
            Kind::Bin => {
                let word = |i: usize| {
                    let pair = bytes.get(2 * i..2 * i + 2)?;
                    Some(u64::from(u16::from_le_bytes([pair[0], pair[1]])))
                };
                h.dev = word(1)?;
                h.ino = word(2)?;
                h.mode = word(3)? as u32;
                h.uid = word(4)? as u32;
                h.gid = word(5)? as u32;
                h.nlink = word(6)? as u32;
                h.rdev = word(7)?;
                h.mtime = word(8)? << 16 | word(9)?;
                h.size = word(11)? << 16 | word(12)?;
                word(10)?
            }
        };
        Some((h, usize::try_from(length).ok()?))
    }
}
