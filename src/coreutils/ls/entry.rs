//! One listed file, and the order of files.

use std::cmp::Ordering;

use crate::coreutils::fs::versions;
use crate::vfs::{FileType, Stat};

use super::options::{Indicator, Options, Sort, Time};

/// A file about to be listed.
pub struct Entry {
    /// The name as it is shown.
    pub name: String,
    /// Its attributes, where they could be had.
    pub stat: Option<Stat>,
    /// What its directory says it is, where nothing else is known.
    pub kind: Option<FileType>,
    /// What a symbolic link holds.
    pub target: Option<String>,
    /// What the link leads to.
    pub behind: Option<Stat>,
}

impl Entry {
    /// The time that the options speak of.
    pub fn time(&self, which: Time) -> i64 {
        self.stat.map_or(0, |s| match which {
            Time::Modified => s.mtime,
            Time::Changed => s.ctime,
            Time::Accessed => s.atime,
            Time::Born => s.btime,
        })
    }
}

/// The character that tells a file's kind.
pub fn indicator(stat: Option<&Stat>, style: Indicator) -> &'static str {
    let Some(stat) = stat else { return "" };
    match (stat.file_type(), style) {
        (_, Indicator::None) => "",
        (FileType::Directory, _) => "/",
        (_, Indicator::Slash) => "",
        (FileType::Symlink, _) => "@",
        (FileType::Fifo, _) => "|",
        (FileType::Socket, _) => "=",
        (FileType::Regular, Indicator::Classify) if stat.mode & 0o111 != 0 => "*",
        _ => "",
    }
}

fn extension(name: &str) -> &str {
    name.rfind('.').map_or("", |i| &name[i..])
}

/// Puts entries in order.
pub fn sort(list: &mut [Entry], o: &Options) {
    if o.sort == Sort::None {
        if o.reverse {
            list.reverse();
        }
        return;
    }
    list.sort_by(|a, b| {
        let main = match o.sort {
            Sort::Time => b.time(o.time).cmp(&a.time(o.time)),
            Sort::Size => b.stat.map(|s| s.size).cmp(&a.stat.map(|s| s.size)),
            Sort::Extension => extension(&a.name).cmp(extension(&b.name)),
            Sort::Version => versions::compare(&a.name, &b.name),
            Sort::Width => a.name.chars().count().cmp(&b.name.chars().count()),
            Sort::Name | Sort::None => Ordering::Equal,
        };
        let order = main.then_with(|| a.name.cmp(&b.name));
        let order = if o.reverse { order.reverse() } else { order };
        if !o.dirs_first {
            return order;
        }
        // A link to a directory counts as one.
        let is_dir = |e: &Entry| e.behind.or(e.stat).is_some_and(|s| s.is_dir());
        is_dir(b).cmp(&is_dir(a)).then(order)
    });
}
