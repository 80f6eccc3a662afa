//! How an archive is compressed: by its name, by its beginning, by letters of the command line.

use crate::coreutils::fs::pack::Format;

/// How an archive is compressed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Packing {
    None,
    Gzip,
    Other(Format),
}

impl Packing {
    /// What a name's ending says.
    pub fn by_name(name: &str) -> Packing {
        let ends = |list: &[&str]| list.iter().any(|end| name.ends_with(end));
        if ends(&[".gz", ".tgz", ".taz"]) {
            Packing::Gzip
        } else if ends(&[".bz2", ".tbz", ".tbz2", ".tz2"]) {
            Packing::Other(Format::Bzip2)
        } else if ends(&[".xz", ".txz"]) {
            Packing::Other(Format::Xz)
        } else {
            Packing::None
        }
    }

    /// The packing that data of such a beginning have.
    pub fn of(head: &[u8]) -> Packing {
        match Format::of(head) {
            Some(format) => Packing::Other(format),
            None if head.starts_with(&[0x1f, 0x8b]) => Packing::Gzip,
            None => Packing::None,
        }
    }

    /// The letter that asks for it.
    pub fn letter(self) -> char {
        match self {
            Packing::Other(Format::Bzip2) => 'j',
            Packing::Other(Format::Xz) => 'J',
            _ => 'z',
        }
    }
}
