//! COPY, ADD and WORKDIR: files put into a new layer.

use crate::coreutils::fs::modes::Mode;
use crate::engine::archive::{Rules, tar, unpack, unpack_members};
use crate::engine::disk::{Disk, clean, join, split};
use crate::engine::images::tree::{Entry, Kind, Tree, digest};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, Result, ids};
use crate::kernel::users::{parse_group, parse_passwd};
use crate::vfs::{Content, Errno, text as bytes};

use super::check;
use super::context::{Found, find, in_image};
use super::dockerfile::Instruction;
use super::ignore::Ignore;
use super::lexer::{Lookup, expand, expand_raw};
use super::parser::heredoc;
use super::solve::takes_from_context;
use super::words::listed;

/// A COPY or ADD, with its sources found.
pub struct Copy {
    /// What to copy: from where each came, and what is there.
    pub found: Vec<Found>,
    /// A path that turns out not to be there when files are copied.
    pub missing: Option<String>,
    /// Where to.
    pub to: String,
    /// `--chown`.
    pub owner: String,
    /// `--chmod`.
    pub mode: Option<Mode>,
    /// The mode of directories that are made above it: what a number leaves of the usual one.
    dirs: u32,
    /// Unpack archives.
    pub extract: bool,
}

/// What an instruction takes from the build context, variables not replaced; a RUN with a mount of it
/// may take anything.
pub fn sources(i: &Instruction) -> Vec<String> {
    if !takes_from_context(i) {
        return Vec::new();
    }
    if i.name == "RUN" {
        return vec![String::new()];
    }
    files(i)
}

/// Whether an instruction is a COPY or ADD of files of the build context.
pub fn takes_files(i: &Instruction) -> bool {
    i.name != "RUN" && takes_from_context(i)
}

/// The words of a COPY or ADD that name files, as they are written.
pub fn files(i: &Instruction) -> Vec<String> {
    let mut all = listed(&i.rest);
    all.pop();
    all.retain(|source| heredoc(source).is_none());
    all
}

/// What a COPY or ADD asks for, with its variables replaced.
#[derive(Default)]
pub struct Wanted {
    /// What to copy, besides documents.
    pub sources: Vec<String>,
    /// Documents of the Dockerfile: names and texts.
    pub documents: Vec<(String, String)>,
    /// Where to.
    pub to: String,
    /// `--chown`, and `--chmod`.
    pub owner: String,
    /// Likewise.
    pub mode: String,
    /// `--unpack`, which goes without saying for ADD of files.
    pub unpack: Option<bool>,
    /// `--exclude`.
    exclude: Vec<String>,
}

/// Whether a source is somewhere else than in the context.
pub fn is_remote(source: &str) -> bool {
    source.starts_with("http://") || source.starts_with("https://") || is_repository(source)
}

/// Whether it is a repository, which COPY takes for a file.
fn is_repository(source: &str) -> bool {
    source.starts_with("git://") || source.starts_with("git@")
}

impl Wanted {
    /// Reads an instruction; an error where it can not be followed, whatever there is to copy.
    pub fn read(
        i: &Instruction,
        escape: char,
        get: Lookup<'_>,
    ) -> std::result::Result<Wanted, String> {
        let mut out = Wanted::default();
        let flag = |name: &str| expand(i.flag(name).unwrap_or_default(), escape, get);
        (out.owner, out.mode) = (flag("chown")?, flag("chmod")?);
        let checksum = flag("checksum")?;
        check::chmod(&out.mode)?;
        out.unpack = i.flag("unpack").map(|value| value != "false");
        let excluded = i.flags.iter().filter(|(name, _)| name == "exclude");
        out.exclude = excluded.map(|(_, pattern)| pattern.clone()).collect();
        let mut words = listed(&i.rest);
        let to = words.pop().unwrap_or_default();
        for word in words {
            match heredoc(&word) {
                Some((name, ..)) => {
                    let Some(h) = i.heredocs.iter().find(|h| h.name == name) else { continue };
                    let text = match h.expand {
                        true => expand_raw(&h.body, '\\', get)?,
                        false => h.body.clone(),
                    };
                    out.documents.push((name, text));
                }
                None => out.sources.push(expand(&word, escape, get)?),
            }
        }
        out.to = expand(&to, escape, get)?;
        if !checksum.is_empty() {
            if out.sources.len() != 1 {
                return Err("checksum can't be specified for multiple sources".to_string());
            }
            if !is_remote(&out.sources[0]) {
                return Err("checksum requires HTTP(S) or Git sources".to_string());
            }
            let hex = checksum.strip_prefix("sha256:").ok_or("invalid checksum digest format")?;
            if hex.len() != 64 {
                return Err("invalid checksum digest length".to_string());
            }
        }
        if i.name == "COPY" && out.sources.iter().any(|s| is_remote(s) && !is_repository(s)) {
            return Err("source can't be a URL for COPY".to_string());
        }
        Ok(out)
    }
}

/// A document of the Dockerfile as a file.
fn document(name: &str, text: &str) -> Found {
    let kind = Kind::File(Content::from(bytes::encode(text).into_owned()));
    let entry = Entry { kind, mode: 0o644, uid: 0, gid: 0, mtime: 0 };
    Found { name: name.to_string(), dir: false, entries: [(String::new(), entry)].into() }
}

impl Engine {
    /// Finds what a COPY or ADD copies in a tree, seen from a working directory; with `late`, what is missing
    /// is found missing only when files are copied.
    pub(super) fn prepare_copy(
        &self,
        i: &Instruction,
        wanted: &Wanted,
        tree: &Tree,
        (cwd, late): (&str, bool),
    ) -> std::result::Result<Copy, String> {
        let mut copy = Copy {
            found: Vec::new(),
            missing: None,
            to: String::new(),
            owner: wanted.owner.clone(),
            mode: check::chmod(&wanted.mode)?,
            dirs: 0o755 & u32::from_str_radix(&wanted.mode, 8).unwrap_or(0o755),
            extract: wanted.unpack.unwrap_or(i.name == "ADD"),
        };
        if i.name == "ADD" && wanted.sources.iter().any(|s| is_remote(s)) {
            let why = "Drydock does not simulate ADD of a URL: the machine reaches no other one.";
            return Err(why.to_string());
        }
        for source in &wanted.sources {
            let found = find(tree, source);
            if found.is_empty() {
                let missing = match source.find(['*', '?', '[']) {
                    None if !late => return Err(self.absent(source)),
                    None => Some(source.as_str()),
                    // Nothing but what fits is taken along, so the directory is not there either.
                    Some(wild) => source[..wild].rsplit_once('/').map(|(dir, _)| dir),
                };
                let missing = missing.map(|path| clean(&format!("/{path}")));
                copy.missing = copy.missing.or(missing.filter(|path| path != "/"));
            }
            copy.found.extend(found);
        }
        copy.found.extend(wanted.documents.iter().map(|(name, text)| document(name, text)));
        if !wanted.exclude.is_empty() {
            let ignore = Ignore::new(wanted.exclude.iter().cloned())?;
            for f in &mut copy.found {
                f.entries.retain(|p, _| {
                    let path = if p.is_empty() { f.name.as_str() } else { p.as_str() };
                    !ignore.matches(path)
                });
            }
        }
        let to = &wanted.to;
        let slash = to.ends_with('/') || to == "." || to.ends_with("/.");
        copy.to = in_image(cwd, to);
        if slash && copy.to != "/" {
            copy.to.push('/');
        }
        Ok(copy)
    }

    /// What is said of the first source that is missing where files are taken from, of those without wild cards.
    pub(super) fn lacking_source(&self, tree: &Tree, wanted: &Wanted) -> Option<String> {
        let plain = |s: &&String| !s.contains(['*', '?', '[']) && !is_remote(s);
        let lacking = wanted.sources.iter().filter(plain).find(|s| find(tree, s).is_empty())?;
        Some(self.absent(lacking))
    }

    /// What is said of a path that is not where files are taken from.
    pub(super) fn absent(&self, path: &str) -> String {
        let builder = self.state().engine_id.clone();
        let id = ids::base32(&self.inner.kernel, 25, ids::BUILD);
        let path = clean(&format!("/{path}"));
        format!("failed to calculate checksum of ref {builder}::{id}: {path:?}: not found")
    }

    /// Does a COPY or ADD on top of a chain; gives the new layer.
    pub(super) fn copy_layer(&self, chain: Option<&str>, copy: &Copy) -> Result<Tree> {
        if let Some(path) = &copy.missing {
            let why = format!("lstat {path}: {}", go_errno(Errno::ENOENT));
            return Err(EngineError::not_found(why));
        }
        self.work_layer(chain, |d| {
            let owner = owner(d, &copy.owner);
            for f in &copy.found {
                if f.dir && d.node(&copy.to).and_then(|n| d.vfs.is_dir(n)) == Ok(false) {
                    let layer = ids::base32(&self.inner.kernel, 25, ids::BUILD);
                    let root = format!("{}/merged", Engine::layer_path(&layer));
                    return Err(format!("cannot copy to non-directory: {root}{}", copy.to));
                }
                copy_one(d, copy, f, owner)?;
            }
            Ok(())
        })
    }

    /// Makes a directory on top of a chain, for WORKDIR; it belongs to the user who is to work there.
    pub(super) fn workdir_layer(
        &self,
        chain: Option<&str>,
        path: &str,
        user: &str,
    ) -> Result<Tree> {
        self.work_layer(chain, |d| {
            if let Err(Errno::ENOTDIR) = d.node(path) {
                return Err(format!("lstat {path}: {}", go_errno(Errno::ENOTDIR)));
            }
            let owner = owner(d, user);
            make_dir(d, path, owner, 0o755)
        })
    }

    /// Runs something in a fresh writable layer over a chain, and gives what it left there.
    pub(super) fn work_layer(
        &self,
        chain: Option<&str>,
        f: impl FnOnce(&mut Disk<'_>) -> std::result::Result<(), String>,
    ) -> Result<Tree> {
        let failed = |e| EngineError::system(format!("failed to mount: {}", go_errno(e)));
        let dir = ids::base32(&self.inner.kernel, 25, ids::BUILD);
        let path = Engine::layer_path(&dir);
        let lowers = self.lower_nodes(chain).map_err(failed)?;
        let upper = self.disk(|d| Ok(d.mkdir_all(&format!("{path}/diff"), 0o755)?.node));
        let upper = upper.map_err(failed)?;
        let done = self.with_overlay(&lowers, upper, f);
        let tree = self.disk(|d| {
            let tree = Tree::read(d, upper);
            d.remove_all(&path).ok();
            tree
        });
        done.map_err(failed)?.map_err(EngineError::invalid)?;
        tree.map_err(failed)
    }
}

/// `--chown`'s user and group, by the image's own files. A name that they do not hold changes nothing, and a
/// number alone stands for the group too.
fn owner(d: &mut Disk<'_>, spec: &str) -> Option<(u32, u32)> {
    if spec.is_empty() {
        return None;
    }
    let mut text = |p: &str| String::from_utf8_lossy(&d.read(p).unwrap_or_default()).into_owned();
    let (users, groups) = (text("/etc/passwd"), text("/etc/group"));
    let (user, group) = spec.split_once(':').unwrap_or((spec, ""));
    let named = || parse_passwd(&users).find(|u| u.name == user).map(|u| (u.uid, u.gid));
    let (uid, own) = user.parse().map(|n| (n, n)).ok().or_else(named).unwrap_or((0, 0));
    let named = || parse_group(&groups).find(|g| g.name == group).map(|g| g.gid);
    Some((uid, group.parse().ok().or_else(named).unwrap_or(own)))
}

fn copy_one(
    d: &mut Disk<'_>,
    copy: &Copy,
    f: &Found,
    owner: Option<(u32, u32)>,
) -> std::result::Result<(), String> {
    let fail = |e| format!("failed to copy to {}: {}", copy.to, go_errno(e));
    let existing = d.node(&copy.to).ok();
    let is_dir = match existing {
        Some(n) => d.vfs.is_dir(n).map_err(fail)?,
        None => copy.to.ends_with('/'),
    };
    let mut entries: Vec<(String, Entry)> = Vec::new();
    let mut top = copy.to.trim_end_matches('/').to_string();
    if top.is_empty() {
        top.push('/');
    }
    if f.dir {
        entries.extend(f.entries.iter().map(|(p, e)| (p.clone(), e.clone())));
    } else {
        let Some(e) = f.entries.get("") else { return Ok(()) };
        if copy.extract
            && let Kind::File(content) = &e.kind
            && tar::is_archive(content)
        {
            make_dir(d, &top, owner, copy.dirs)?;
            let rules = Rules { owner, ..Rules::default() };
            let members = tar::read(content, d.room());
            return unpack_members(d, &top, &members, rules);
        }
        let target = if is_dir { join(&top, &f.name) } else { top.clone() };
        let (dir, name) = split(&target);
        top = dir.to_string();
        entries.push((name.to_string(), e.clone()));
    }
    if let Some(mode) = &copy.mode {
        for (_, e) in &mut entries {
            if !matches!(e.kind, Kind::Symlink(_)) {
                e.mode = mode.apply(e.mode, matches!(e.kind, Kind::Dir), 0);
            }
        }
    }
    make_dir(d, &top, owner, copy.dirs)?;
    let rules = Rules { owner, top: true, ..Rules::default() };
    unpack(d, &top, entries.iter().map(|(p, e)| (p.as_str(), e)), rules)
}

/// Makes a directory that is missing, with those above it, all for one owner and with one mode.
fn make_dir(
    d: &mut Disk<'_>,
    path: &str,
    owner: Option<(u32, u32)>,
    mode: u32,
) -> std::result::Result<(), String> {
    match d.node(path).and_then(|at| d.vfs.is_dir(at)) {
        Ok(true) => return Ok(()),
        Ok(false) => return Err(format!("mkdir {path}: {}", go_errno(Errno::ENOTDIR))),
        Err(_) => {}
    }
    let (dir, _) = split(path);
    if dir != path {
        make_dir(d, dir, owner, mode)?;
    }
    let fail = |e| format!("failed to create {path}: {}", go_errno(e));
    let at = d.mkdir_all(path, mode).map_err(fail)?;
    if let Some((uid, gid)) = owner {
        let i = d.vfs.inode_mut(at.node).map_err(fail)?;
        (i.uid, i.gid) = (uid, gid);
    }
    Ok(())
}

/// What a COPY depends on, for the cache: names, bytes and modes, but not times.
pub fn copy_key(copy: &Copy) -> String {
    let mut all = format!("{} {} {:?} {}\n", copy.to, copy.owner, copy.mode, copy.extract);
    for f in &copy.found {
        let mut tree = Tree::default();
        for (p, e) in &f.entries {
            tree.0.insert(p.clone(), Entry { mtime: 0, ..e.clone() });
        }
        all.push_str(&format!("{} {} {}\n", f.name, f.dir, tree.key()));
    }
    digest(all.as_bytes())
}
