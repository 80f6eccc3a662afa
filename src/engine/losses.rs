//! What was lost and why: kept as plain data for whoever shows it. Recorded at the moment of removal,
//! as a short list with totals, so that it costs little.

use crate::vfs::FileType;

/// Files that a list holds at most; the rest is only counted.
pub const SHOWN: usize = 40;
/// Losses kept; the oldest go first.
pub const KEPT: usize = 200;

/// A file that is gone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// From the top of the place where it was, with a leading slash.
    pub path: String,
    /// What it was.
    pub kind: FileType,
    /// Bytes.
    pub size: u64,
    /// Nanoseconds since the epoch.
    pub mtime: i64,
    /// Not a file but an overlay's mark that one below is deleted.
    pub whiteout: bool,
}

/// Some files of a place, and how many there were in all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Files {
    /// At most [`SHOWN`], by path.
    pub shown: Vec<File>,
    /// All of them.
    pub total: u64,
    /// Their bytes.
    pub bytes: u64,
}

impl Files {
    /// Counts one more, and keeps it if there is room.
    pub fn add(&mut self, file: File) {
        self.total += 1;
        self.bytes += file.size;
        if self.shown.len() < SHOWN {
            self.shown.push(file);
        }
    }
}

/// Where files lived.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Home {
    Writable,
    Volume,
    AnonymousVolume,
    Tmpfs,
    Image,
}

/// Something that took files with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Loss {
    /// Unlike any other's.
    pub id: u64,
    /// Nanoseconds since the epoch.
    pub at: i64,
    /// The command line that did it, or what in the daemon did.
    pub cause: String,
    /// The container's or volume's name.
    pub object: String,
    /// The place inside the container for a tmpfs; empty otherwise.
    pub mount: String,
    /// Where the files were.
    pub home: Home,
    /// What went.
    pub files: Files,
}

impl super::Engine {
    /// What was lost so far, the oldest first.
    pub fn losses(&self) -> Vec<Loss> {
        self.state().losses.iter().cloned().collect()
    }

    /// Notes a loss; nothing lost is not noted.
    pub(crate) fn lose(&self, cause: &str, object: &str, mount: &str, home: Home, files: Files) {
        if files.total == 0 {
            return;
        }
        let at = self.now();
        let mut st = self.state();
        let id = st.fresh();
        st.losses.push_back(Loss {
            id,
            at,
            cause: cause.to_string(),
            object: object.to_string(),
            mount: mount.to_string(),
            home,
            files,
        });
        if st.losses.len() > KEPT {
            st.losses.pop_front();
        }
    }
}
