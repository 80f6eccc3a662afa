//! Where COPY and ADD take files from: the build context, another stage, or an image, each as a tree.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::api::build::{BuildEvent, ContextBody, ContextEntry};
use crate::engine::archive::{Rules, tar, unpack_members};
use crate::engine::disk::{as_root, clean, join};
use crate::engine::images::tree::{Entry, Kind, Tree, digest, digest_of};
use crate::engine::run::rootfs::{Layers, overlay_spec};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, Result};
use crate::vfs::{Content, MountFlags, Overlay, Super, text};

use super::copy::sources;
use super::dockerfile::Instruction;
use super::lexer::expand;
use super::solve::Solver;
use crate::golang::glob::Glob;

/// The context as a tree; everything in it belongs to root.
pub fn tree_of(context: &[ContextEntry]) -> Tree {
    let mut out = Tree::default();
    for e in context {
        let kind = match &e.body {
            ContextBody::File(c) => Kind::File(c.clone()),
            ContextBody::Directory => Kind::Dir,
            ContextBody::Symlink(t) => Kind::Symlink(t.clone()),
            ContextBody::Shut(_) => continue,
        };
        let path = clean(&format!("/{}", e.path))[1..].to_string();
        if !path.is_empty() {
            let mode = if matches!(kind, Kind::Symlink(_)) { 0o777 } else { e.mode };
            out.put(&path, Entry { kind, mode, uid: 0, gid: 0, mtime: e.mtime });
        }
    }
    out
}

impl Engine {
    /// All files of a chain of layers, merged.
    pub(super) fn chain_tree(&self, chain: Option<&str>) -> Result<Tree> {
        let Some(chain) = chain else { return Ok(Tree::default()) };
        let failed = |e| EngineError::system(format!("failed to mount: {}", go_errno(e)));
        let nodes = self.lower_nodes(Some(chain)).map_err(failed)?;
        let mut vfs = self.kernel().vfs();
        let root = vfs.add_super(Super::Overlay(Overlay::new(&nodes, None)));
        let layers = Layers { root, options: String::new() };
        let (ns, at) = vfs.new_namespace(overlay_spec(&layers, MountFlags::NONE));
        let tree = as_root(&mut vfs, at, |d| Tree::read(d, root));
        vfs.drop_namespace(ns);
        vfs.drop_super(root.sb);
        drop(vfs);
        let mut tree = tree.map_err(failed)?;
        for e in tree.0.values_mut() {
            if matches!(e.kind, Kind::Opaque) {
                e.kind = Kind::Dir;
            }
        }
        Ok(tree)
    }
}

impl Solver {
    /// Why the context can not be sent: what the stages copy from it leads to a directory that may not be
    /// read. The sender walks the paths that are named, and everything where a wildcard is.
    pub(super) fn shut(&self, entries: &[ContextEntry], todo: &[Instruction]) -> Option<String> {
        let copies = self.met.iter().flat_map(|n| &self.stages[*n].instructions).chain(todo);
        let sources: Vec<String> = copies.flat_map(sources).collect();
        let within = |outer: &str, path: &str| {
            outer.is_empty() || path.strip_prefix(outer).is_some_and(|p| p.starts_with('/'))
        };
        for e in entries {
            let ContextBody::Shut(why) = &e.body else { continue };
            for source in &sources {
                let source = clean(&format!("/{source}"))[1..].to_string();
                let real = follow(&self.context, &source, true);
                if within(&e.path, &real) {
                    return Some(format!("rpc error: code = Unknown desc = lstat {real}: {why}"));
                }
                let all = source.contains(['$', '*', '?', '[']);
                if all || real == e.path || within(&real, &e.path) {
                    return Some(format!("error from sender: open {}: {why}", e.path));
                }
            }
        }
        None
    }

    /// What the client is asked for: what the stages copy, and the directories that it lies in.
    pub(super) fn asked(&self, todo: &[Instruction]) -> Tree {
        let copies = self.met.iter().flat_map(|n| &self.stages[*n].instructions).chain(todo);
        let named = |s: String| clean(&format!("/{s}"))[1..].to_string();
        let mut wanted: Vec<String> = copies.flat_map(sources).map(named).collect();
        if wanted.iter().any(|s| s.is_empty() || s.contains('$')) {
            return self.context.clone();
        }
        let led: Vec<String> = wanted.iter().map(|s| follow(&self.context, s, true)).collect();
        wanted.extend(led);
        let fits = |path: &str, source: &String| {
            let mut parts = path.split('/');
            source.split('/').all(|s| {
                let same = |p| s == p || Glob::of_name(s).is_some_and(|glob| glob.matches(p));
                parts.next().is_some_and(same)
            })
        };
        let mut out = Tree::default();
        for (path, e) in &self.context.0 {
            if !wanted.iter().any(|source| fits(path, source)) {
                continue;
            }
            for (at, _) in path.match_indices('/') {
                if let Some(dir) = self.context.0.get(&path[..at]) {
                    out.0.insert(path[..at].to_string(), dir.clone());
                }
            }
            out.0.insert(path.clone(), e.clone());
        }
        out
    }

    /// Notes what of the context was sent for some instructions.
    pub(super) fn note_context(&self, todo: &[Instruction]) {
        let paths: Vec<String> = todo.iter().flat_map(sources).collect();
        let found = paths.iter().flat_map(|path| find(&self.context, path));
        let size = found.map(|f| Tree(f.entries).size()).sum();
        self.note_source("context", &paths.join("\n"), size);
    }

    /// What is said where a source is no pattern that the client can look for: it is asked for all of them at
    /// once, and not at all where everything is wanted.
    pub(super) fn unsought(&self, todo: &[Instruction]) -> Option<String> {
        let copies = self.met.iter().flat_map(|n| &self.stages[*n].instructions).chain(todo);
        let plain = |s: String| expand(&s, self.escape, &|_| None).unwrap_or(s);
        let wanted = copies.flat_map(sources).map(plain);
        let wanted = wanted.map(|source| clean(&format!("/{source}"))[1..].to_string());
        let wanted: BTreeSet<String> = wanted.collect();
        let broken = |path: &String| path.split('/').any(|name| Glob::of_name(name).is_none());
        if wanted.contains("") || !wanted.iter().any(broken) {
            return None;
        }
        let all: Vec<String> = wanted.into_iter().collect();
        let why = format!("invalid includepatterns: [{}]: syntax error in pattern", all.join(" "));
        Some(format!("rpc error: code = Unknown desc = {why}"))
    }

    /// Takes a tar file for the context; gives the text of the Dockerfile in it.
    pub(super) fn unpack_context(&mut self, archive: &Content, name: &str) -> Result<String> {
        let mark = digest(format!("context {}", digest_of(archive)).as_bytes());
        let known = !self.o.no_cache && self.engine.state().cache.contexts.contains(&mark);
        let ended = |s: &mut Solver, step: (usize, i64)| match known {
            true => s.tell.send(BuildEvent::Cached { step: step.0 }),
            false => s.end(step),
        };
        let step = self.begin("[internal] load remote build context");
        ended(self, step);
        let step = self.begin("copy /context /");
        let unpacked = self.engine.work_layer(None, |d| {
            let members = tar::read(archive, d.room());
            unpack_members(d, "/", &members, Rules::default())
        });
        let unread =
            |why: String| EngineError::invalid(format!("failed to read dockerfile: {why}"));
        self.context = match unpacked {
            Ok(tree) => tree,
            Err(e) => {
                self.tell.send(BuildEvent::Failed { step: step.0, error: e.message.clone() });
                return Err(unread(e.message));
            }
        };
        ended(self, step);
        self.loaded = true;
        self.engine.state().cache.contexts.insert(mark);
        let found = find(&self.context, name).into_iter().next();
        let file = found.as_ref().filter(|f| !f.dir).and_then(|f| f.entries.get(""));
        let Some(Kind::File(content)) = file.map(|e| &e.kind) else {
            return Err(unread(format!("open {name}: no such file or directory")));
        };
        let text = text::decode_owned(content.to_vec());
        self.tell.send(BuildEvent::Dockerfile { text: text.clone() });
        Ok(text)
    }
}

/// Follows links in the directories of a path (and, with `last`, at its end); no leading slash.
fn follow(tree: &Tree, path: &str, last: bool) -> String {
    let mut done = String::new();
    let mut todo: Vec<String> = path.split('/').rev().map(str::to_string).collect();
    let mut links = 0;
    while let Some(name) = todo.pop() {
        let next = clean(&format!("/{done}/{name}"))[1..].to_string();
        if let Some(Kind::Symlink(to)) = tree.0.get(&next).map(|e| &e.kind)
            && (last || !todo.is_empty())
            && links < 40
        {
            links += 1;
            if to.starts_with('/') {
                done.clear();
            }
            todo.extend(to.split('/').filter(|p| !p.is_empty()).rev().map(str::to_string));
            continue;
        }
        done = next;
    }
    done
}

/// A source that was found: the name of its top, and what is there. A directory's entries are relative
/// to it; a file is the single entry with an empty path.
pub struct Found {
    /// Its last name.
    pub name: String,
    /// Whether it is a directory.
    pub dir: bool,
    /// The files.
    pub entries: BTreeMap<String, Entry>,
}

/// The sources that a pattern names in a tree; none where nothing fits.
pub fn find(tree: &Tree, pattern: &str) -> Vec<Found> {
    let path = clean(&format!("/{pattern}"))[1..].to_string();
    if path.is_empty() {
        return vec![Found { name: String::new(), dir: true, entries: tree.0.clone() }];
    }
    let mut out = Vec::new();
    if !path.contains(['*', '?', '[']) {
        let real = follow(tree, &path, true);
        out.extend(take(tree, &real, path.rsplit('/').next().unwrap_or_default()));
        return out;
    }
    let Some(parts) = path.split('/').map(Glob::of_name).collect::<Option<Vec<Glob>>>() else {
        return out;
    };
    for name in tree.0.keys() {
        let names: Vec<&str> = name.split('/').collect();
        if names.len() == parts.len() && parts.iter().zip(&names).all(|(p, n)| p.matches(n)) {
            out.extend(take(tree, name, names.last().copied().unwrap_or_default()));
        }
    }
    out
}

fn take(tree: &Tree, path: &str, name: &str) -> Option<Found> {
    if path.is_empty() {
        return Some(Found { name: String::new(), dir: true, entries: tree.0.clone() });
    }
    let top = tree.0.get(path)?;
    let mut entries = BTreeMap::new();
    let dir = matches!(top.kind, Kind::Dir | Kind::Opaque);
    if dir {
        let start = format!("{path}/");
        for (p, e) in tree.0.range(start.clone()..).take_while(|(p, _)| p.starts_with(&start)) {
            let mut e = e.clone();
            if let Kind::Hardlink(to) = &e.kind {
                e.kind = match (to.strip_prefix(&start), tree.0.get(to)) {
                    (Some(inner), _) => Kind::Hardlink(inner.to_string()),
                    (None, Some(file)) => file.kind.clone(),
                    (None, None) => continue,
                };
            }
            entries.insert(p[start.len()..].to_string(), e);
        }
    } else {
        let mut e = top.clone();
        if let Kind::Hardlink(to) = &e.kind {
            e.kind = tree.0.get(to)?.kind.clone();
        }
        entries.insert(String::new(), e);
    }
    Some(Found { name: name.to_string(), dir, entries })
}

/// A path in the image being built, seen from its working directory.
pub fn in_image(cwd: &str, path: &str) -> String {
    if path.starts_with('/') { clean(path) } else { join(&format!("/{cwd}"), path) }
}
