//! Which members of an archive, and which files, are meant.

use std::collections::BTreeMap;

use crate::coreutils::fs::glob::{self, Flags};

use super::options::{Named, Options, Pattern};

fn excluded_by(pattern: &Pattern, name: &str) -> bool {
    let flags = Flags { pathname: pattern.pathname, ..Flags::default() };
    let glob = pattern.glob.trim_end_matches('/');
    // A directory that matches takes what is below it along.
    let heads = |tail: &str| -> bool {
        let mut ends: Vec<usize> = tail.match_indices('/').map(|(i, _)| i).collect();
        ends.push(tail.len());
        ends.iter().any(|&end| end > 0 && glob::matches(glob, &tail[..end], flags))
    };
    if pattern.anchored {
        return heads(name);
    }
    let tails = name.match_indices('/').map(|(i, _)| &name[i + 1..]);
    std::iter::once(name).chain(tails).any(heads)
}

impl Options {
    /// Whether a pattern leaves a name out.
    pub fn excluded(&self, name: &str) -> bool {
        let name = name.trim_end_matches('/');
        !name.is_empty() && self.exclude.iter().any(|p| excluded_by(p, name))
    }
}

/// The members asked for, with the directory that each is to go to, and whether they were found.
pub struct Wanted {
    list: Vec<(String, String, bool)>,
    /// Which member of a name is meant, where there are several.
    occurrence: Option<u32>,
    /// How many of each name have come by.
    seen: BTreeMap<String, u32>,
    /// Where members go that no name picks out.
    default_dir: String,
    wildcards: bool,
    recurse: bool,
}

fn join(dir: &str, next: &str) -> String {
    if next.starts_with('/') || dir.is_empty() {
        next.to_string()
    } else {
        crate::coreutils::fs::path::join(dir, next)
    }
}

impl Wanted {
    /// From what was named on the command line.
    pub fn new(o: &Options) -> Wanted {
        let mut dir = String::new();
        let mut list = Vec::new();
        for named in &o.named {
            match named {
                Named::Dir(next) => dir = join(&dir, next),
                Named::File(name) => list.push((name.clone(), dir.clone(), false)),
            }
        }
        Wanted {
            list,
            occurrence: o.occurrence,
            seen: BTreeMap::new(),
            default_dir: dir,
            wildcards: o.wildcards,
            recurse: o.recurse,
        }
    }

    /// The directory that a member goes to, or nothing where it was not asked for.
    pub fn pick(&mut self, member: &str) -> Option<String> {
        if self.list.is_empty() {
            return Some(self.default_dir.clone());
        }
        let member = member.trim_end_matches('/');
        for (name, dir, found) in &mut self.list {
            let name = name.trim_end_matches('/');
            let hit = if self.wildcards {
                let flags = Flags::default();
                let heads = member.match_indices('/').map(|(i, _)| &member[..i]);
                glob::matches(name, member, flags)
                    || heads.into_iter().any(|h| glob::matches(name, h, flags))
            } else {
                let below = member.strip_prefix(name).is_some_and(|r| r.starts_with('/'));
                member == name || (self.recurse && below)
            };
            if hit {
                if let Some(wanted) = self.occurrence {
                    let count = self.seen.entry(name.to_string()).or_default();
                    *count += 1;
                    if *count != wanted {
                        return None;
                    }
                }
                *found = true;
                return Some(dir.clone());
            }
        }
        None
    }

    /// Directories that are used, to be looked at before anything is done.
    pub fn dirs(&self) -> Vec<String> {
        let mut out: Vec<String> = self.list.iter().map(|l| l.1.clone()).collect();
        out.push(self.default_dir.clone());
        out.retain(|d| !d.is_empty());
        out.dedup();
        out
    }

    /// Whether all that was asked for by its occurrence was found, so that reading can end.
    pub fn done(&self) -> bool {
        self.occurrence.is_some() && !self.list.is_empty() && self.list.iter().all(|l| l.2)
    }

    /// Names that no member had; those that came by too seldom begin with a NUL.
    pub fn missing(&self) -> Vec<String> {
        let seldom = |name: &str| self.seen.contains_key(name.trim_end_matches('/'));
        let shown = |name: &str| format!("{}{name}", if seldom(name) { "\0" } else { "" });
        self.list.iter().filter(|l| !l.2).map(|l| shown(&l.0)).collect()
    }
}
