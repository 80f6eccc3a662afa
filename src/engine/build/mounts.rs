//! `RUN --mount`: caches that outlive a build, files of other stages, secrets, memory.

use crate::engine::images::tree::digest;
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, ROOT, Result, ids};
use crate::vfs::Content;

use super::context::find;
use super::dockerfile::Instruction;
use super::solve::Solver;
use super::stage::Source;

/// What a RUN has mounted besides its files.
pub struct Extra {
    /// Destination, path on the host, writable.
    pub mounts: Vec<(String, String, bool)>,
    /// Destinations of memory file systems.
    pub tmpfs: Vec<String>,
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

/// One `--mount`, taken apart.
#[derive(Default)]
pub struct Mount {
    /// `bind`, `cache`, `secret`, `ssh` or `tmpfs`.
    pub kind: String,
    target: String,
    source: String,
    /// A stage or an image; nothing for the build context.
    pub from: String,
    id: String,
    rw: Option<bool>,
    required: bool,
}

impl Mount {
    /// Takes the text behind `--mount=` apart.
    pub fn parse(text: &str) -> std::result::Result<Mount, String> {
        let mut m = Mount { kind: "bind".to_string(), ..Mount::default() };
        for part in text.split(',') {
            let (key, value) = part.split_once('=').unwrap_or((part, "true"));
            let value = value.to_string();
            match key.to_ascii_lowercase().as_str() {
                "type" => m.kind = value,
                "target" | "dst" | "destination" => m.target = value,
                "source" | "src" => m.source = value,
                "from" => m.from = value,
                "id" => m.id = value,
                "rw" | "readwrite" => m.rw = Some(value == "true"),
                "ro" | "readonly" => m.rw = Some(value != "true"),
                "required" => m.required = value == "true",
                "sharing" | "mode" | "uid" | "gid" | "size" | "env" => {}
                other => return Err(format!("unexpected key '{other}' in '{part}'")),
            }
        }
        if !matches!(m.kind.as_str(), "bind" | "cache" | "secret" | "ssh" | "tmpfs") {
            return Err(format!("unsupported mount type {:?}", m.kind));
        }
        if m.target.trim_matches('/').is_empty() && !matches!(m.kind.as_str(), "secret" | "ssh") {
            return Err("invalid mount target \"/\"".to_string());
        }
        Ok(m)
    }
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
    /// Prepares the mounts of a RUN in stage `n`.
    pub(super) fn extra_mounts(&mut self, n: usize, i: &Instruction) -> Result<Extra> {
        let remove = Passing { engine: self.engine.clone(), paths: Vec::new() };
        let mut out = Extra { mounts: Vec::new(), tmpfs: Vec::new(), key: String::new(), remove };
        for (flag, value) in &i.flags {
            if flag == "mount" {
                self.one_mount(n, Mount::parse(value).map_err(EngineError::invalid)?, &mut out)?;
            }
        }
        Ok(out)
    }

    fn one_mount(&mut self, n: usize, mount: Mount, out: &mut Extra) -> Result<()> {
        let Mount { kind, target, source, from, id, rw, required } = mount;
        let engine = self.engine.clone();
        let failed = |e| EngineError::system(format!("failed to mount: {}", go_errno(e)));
        let fresh =
            || format!("{ROOT}/buildkit/executor/{}", ids::base32(engine.kernel(), 25, ids::BUILD));
        match kind.as_str() {
            "cache" => {
                let name = if id.is_empty() { target.clone() } else { id };
                let name = &digest(name.as_bytes())[7..32].to_string();
                let path = format!("{ROOT}/buildkit/cache/{name}");
                let anew = self.without_cache(n);
                let made = engine.disk(|d| {
                    if anew {
                        d.remove_all(&path)?;
                    }
                    d.mkdir_all(&path, 0o755)
                });
                made.map_err(failed)?;
                out.key.push_str(&format!(" cache {target}"));
                out.mounts.push((target, path, rw.unwrap_or(true)));
            }
            "tmpfs" => {
                out.key.push_str(&format!(" tmpfs {target}"));
                out.tmpfs.push(target);
            }
            "secret" => {
                let name = if id.is_empty() {
                    target.rsplit('/').next().unwrap_or_default().to_string()
                } else {
                    id
                };
                let target =
                    if target.is_empty() { format!("/run/secrets/{name}") } else { target };
                out.key.push_str(&format!(" secret {name} {target}"));
                let Some(bytes) = self.o.secrets.get(&name) else {
                    if required {
                        return Err(EngineError::not_found(format!("secret {name}: not found")));
                    }
                    return Ok(());
                };
                let path = fresh();
                engine
                    .disk(|d| {
                        d.mkdir_all(&format!("{ROOT}/buildkit/executor"), 0o711)?;
                        d.write(&path, bytes, 0o400)
                    })
                    .map_err(failed)?;
                out.remove.paths.push(path.clone());
                out.mounts.push((target, path, false));
            }
            "bind" => {
                let tree = if from.is_empty() {
                    self.context.clone()
                } else {
                    let chain = self.from_chain(&Source { word: from, numbers: false })?;
                    engine.chain_tree(chain.as_deref())?
                };
                let wanted = if source.is_empty() { "/" } else { source.as_str() };
                let Some(found) = find(&tree, wanted).into_iter().next() else {
                    return Err(EngineError::not_found(engine.absent(wanted)));
                };
                let path = fresh();
                let mut part = crate::engine::images::tree::Tree::default();
                part.0.clone_from(&found.entries);
                out.key.push_str(&format!(" bind {target} {}", part.key()));
                engine
                    .disk(|d| {
                        if found.dir {
                            let top = d.mkdir_all(&path, 0o755)?.node;
                            part.unpack(d, top)
                        } else {
                            d.mkdir_all(&format!("{ROOT}/buildkit/executor"), 0o711)?;
                            let bytes = match found.entries.get("").map(|e| &e.kind) {
                                Some(crate::engine::images::tree::Kind::File(c)) => c.clone(),
                                _ => Content::default(),
                            };
                            d.write(&path, &bytes.to_vec(), 0o644)
                        }
                    })
                    .map_err(failed)?;
                out.remove.paths.push(path.clone());
                out.mounts.push((target, path, rw.unwrap_or(false)));
            }
            "ssh" => {
                return Err(EngineError::gap(
                    "RUN --mount=type=ssh",
                    "there is no agent to forward",
                ));
            }
            // `Mount::parse` lets no others through.
            _ => {}
        }
        Ok(())
    }
}
