//! `RUN --mount`: caches that outlive a build, files of other stages, secrets, memory.

use crate::engine::images::tree::{Kind, Tree, digest};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, ROOT, Result, ids};
use crate::vfs::{Content, Errno, text};

use super::cache;
use super::context::{Found, find, in_image};
use super::dockerfile::{Heredoc, Instruction};
use super::lexer::Lookup;
use super::mount::{Mount, MountKind};
use super::order::Source;
use super::prune::MOUNT;
use super::solve::Solver;

/// What a RUN has mounted besides its files.
pub struct Extra {
    /// Destination, path on the host, writable.
    pub mounts: Vec<(String, String, bool)>,
    /// Memory file systems: destination, options.
    pub tmpfs: Vec<(String, String)>,
    /// Variables that secrets are in.
    pub env: Vec<String>,
    /// Directories that are kept: destination, name, path on the host.
    pub caches: Vec<(String, String, String)>,
    /// What the result depends on.
    pub key: String,
    /// What is taken away afterwards.
    pub remove: Passing,
}

/// Files that are on the disk for one RUN only.
pub struct Passing {
    engine: Engine,
    paths: Vec<String>,
}

impl Drop for Passing {
    fn drop(&mut self) {
        if self.engine.at_rest() {
            // What can not be removed stays behind, as on a real disk.
            self.engine.disk(|d| self.paths.iter().for_each(|p| d.remove_all(p).unwrap_or(())));
        }
    }
}

impl Solver {
    /// Prepares the mounts of a RUN in stage `n`; `cwd` is where it runs.
    pub(super) fn extra_mounts(
        &mut self,
        n: usize,
        i: &Instruction,
        cwd: &str,
        get: Lookup<'_>,
    ) -> Result<Extra> {
        let remove = Passing { engine: self.engine.clone(), paths: Vec::new() };
        let (mounts, tmpfs, env) = (Vec::new(), Vec::new(), Vec::new());
        let mut out = Extra { mounts, tmpfs, env, caches: Vec::new(), key: String::new(), remove };
        for (_, value) in i.flags.iter().filter(|(flag, _)| flag == "mount") {
            let mut m = Mount::parse(value, self.escape, get).map_err(EngineError::invalid)?;
            if !m.target.is_empty() {
                m.target = in_image(cwd, &m.target);
            }
            match m.kind {
                MountKind::Bind => self.bind(m, &mut out)?,
                MountKind::Cache => self.cache(n, m, &mut out)?,
                MountKind::Tmpfs => {
                    let mut options = "exec,dev".to_string();
                    if !m.size.is_empty() {
                        options.push_str(&format!(",size={}", m.size));
                    }
                    out.key.push_str(&format!(" tmpfs {} {options}", m.target));
                    out.tmpfs.push((m.target, options));
                }
                MountKind::Secret => self.secret(m, &mut out)?,
                // A build has no agent: what it would be used for fails by itself.
                MountKind::Ssh if !m.required => {}
                MountKind::Ssh => {
                    let id = if m.id.is_empty() { "default" } else { m.id.as_str() };
                    return Err(EngineError::not_found(format!("unset ssh forward key {id}")));
                }
            }
        }
        Ok(out)
    }

    /// The files that a mount begins with.
    fn shown(&self, m: &Mount) -> Result<Found> {
        let tree = if m.from.is_empty() {
            self.context.clone()
        } else {
            let source = Source { word: m.from.clone(), numbers: false };
            self.engine.chain_tree(self.from_chain(&source)?.as_deref())?
        };
        let wanted = if m.source.is_empty() { "/" } else { m.source.as_str() };
        let found = find(&tree, wanted).into_iter().next();
        found.ok_or_else(|| EngineError::not_found(self.engine.absent(wanted)))
    }

    /// A directory that is kept for the next time.
    fn cache(&mut self, n: usize, m: Mount, out: &mut Extra) -> Result<()> {
        let own = if m.id.is_empty() { m.target.clone() } else { m.id.clone() };
        let base = if m.from.is_empty() { None } else { Some(tree_of(self.shown(&m)?)) };
        // One that begins otherwise is another one.
        let begun = base.as_ref().map(Tree::key).unwrap_or_default();
        let owner = (m.uid.unwrap_or(0), m.gid.unwrap_or(0));
        let name = format!("{own} {owner:?} {:?} {begun}", m.mode);
        let name = &digest(name.as_bytes())[7..32].to_string();
        let path = format!("{ROOT}/buildkit/cache/{name}");
        let anew = self.without_cache(n);
        let made = self.engine.disk(|d| {
            if anew {
                d.remove_all(&path)?;
            }
            if d.exists(&path) {
                return Ok(());
            }
            let top = d.mkdir_all(&path, m.mode.unwrap_or(0o755))?.node;
            let inode = d.vfs.inode_mut(top)?;
            (inode.uid, inode.gid) = owner;
            base.map_or(Ok(()), |tree| tree.unpack(d, top))
        });
        made.map_err(unmounted)?;
        out.key.push_str(&format!(" cache {}", m.target));
        out.caches.push((m.target.clone(), own, path.clone()));
        out.mounts.push((m.target, path, m.rw.unwrap_or(true)));
        Ok(())
    }

    /// Notes the directories that a command was run with, as they are now.
    pub(super) fn note_caches(&self, caches: &[(String, String, String)], command: &str) {
        for (target, name, path) in caches {
            let size = self.engine.disk(|d| d.node(path).map_or(0, |top| d.size(top)));
            let about = format!("cached mount {target} from exec {command} with id \"/{name}\"");
            self.note(format!("{MOUNT}{path}"), cache::Kind::Mount, about, size);
        }
    }

    fn secret(&mut self, m: Mount, out: &mut Extra) -> Result<()> {
        let name = match m.id.as_str() {
            "" => m.target.rsplit('/').next().unwrap_or_default().to_string(),
            id => id.to_string(),
        };
        let target = match m.target.as_str() {
            "" => format!("/run/secrets/{name}"),
            given => given.to_string(),
        };
        out.key.push_str(&format!(" secret {name} {target} {}", m.env));
        let Some(bytes) = self.o.secrets.get(&name) else {
            return match m.required {
                true => Err(EngineError::not_found(format!("secret {name}: not found"))),
                false => Ok(()),
            };
        };
        if !m.env.is_empty() {
            out.env.push(format!("{}={}", m.env, text::decode(bytes)));
            if m.target.is_empty() {
                return Ok(());
            }
        }
        let path = self.fresh();
        let put = self.engine.disk(|d| {
            d.mkdir_all(&format!("{ROOT}/buildkit/executor"), 0o711)?;
            d.write(&path, bytes, m.mode.unwrap_or(0o400))?;
            let node = d.node(&path)?;
            let inode = d.vfs.inode_mut(node)?;
            (inode.uid, inode.gid) = (m.uid.unwrap_or(0), m.gid.unwrap_or(0));
            Ok(())
        });
        put.map_err(unmounted)?;
        out.remove.paths.push(path.clone());
        out.mounts.push((target, path, false));
        Ok(())
    }

    fn bind(&mut self, m: Mount, out: &mut Extra) -> Result<()> {
        let found = self.shown(&m)?;
        let path = self.fresh();
        let dir = found.dir;
        let part = tree_of(found);
        out.key.push_str(&format!(" bind {} {}", m.target, part.key()));
        let put = self.engine.disk(|d| {
            if dir {
                let top = d.mkdir_all(&path, 0o755)?.node;
                return part.unpack(d, top);
            }
            d.mkdir_all(&format!("{ROOT}/buildkit/executor"), 0o711)?;
            let bytes = match part.0.get("").map(|e| &e.kind) {
                Some(Kind::File(c)) => c.clone(),
                _ => Content::default(),
            };
            d.write(&path, &bytes.to_vec(), 0o644)
        });
        put.map_err(unmounted)?;
        out.remove.paths.push(path.clone());
        out.mounts.push((m.target, path, m.rw.unwrap_or(false)));
        Ok(())
    }

    /// Mounts a directory with a program in it.
    pub(super) fn program(&self, dir: &str, h: &Heredoc, out: &mut Extra) -> Result<()> {
        let path = self.fresh();
        let put = self.engine.disk(|d| {
            d.mkdir_all(&path, 0o755)?;
            d.write(&format!("{path}/{}", h.name), &text::encode(&h.body), 0o755)
        });
        put.map_err(unmounted)?;
        out.key.push_str(&format!(" program {dir} {} {}", h.name, h.body));
        out.remove.paths.push(path.clone());
        out.mounts.push((dir.to_string(), path, false));
        Ok(())
    }

    /// A place on the disk for one RUN.
    fn fresh(&self) -> String {
        format!("{ROOT}/buildkit/executor/{}", ids::base32(self.engine.kernel(), 25, ids::BUILD))
    }
}

fn unmounted(e: Errno) -> EngineError {
    EngineError::system(format!("failed to mount: {}", go_errno(e)))
}

fn tree_of(found: Found) -> Tree {
    Tree(found.entries)
}
