//! The directories of layers under `/var/lib/docker/overlay2`, and when they go.

use crate::engine::disk::Disk;
use crate::engine::state::Container;
use crate::engine::{Engine, ROOT};
use crate::vfs::{Errno, NodeId};

/// How many layers may lie below one: what overlay2 takes.
const DEPTH: usize = 128;

/// How many layers an image has at most that is loaded or pulled (moby `layer.maxLayerDepth`).
pub(crate) const MOST: usize = 125;

impl Engine {
    /// Whether another layer on top of so many is too much.
    pub(crate) fn too_deep(below: usize) -> bool {
        below > DEPTH
    }

    /// The short links of a chain's layers, topmost first, as the `lower` file has them.
    pub(crate) fn lower_links(&self, chain: &str) -> Vec<String> {
        let st = self.state();
        let mut out = Vec::new();
        let mut at = st.images.layers.get(chain);
        while let Some(layer) = at {
            out.push(layer.link.clone());
            at = layer.parent.as_ref().and_then(|p| st.images.layers.get(p));
        }
        out
    }

    /// The directories of a chain's layers, topmost first.
    pub(crate) fn lower_dirs(&self, chain: &str) -> Vec<String> {
        let st = self.state();
        let mut out = Vec::new();
        let mut at = st.images.layers.get(chain);
        while let Some(layer) = at {
            out.push(format!("{}/diff", Engine::layer_path(&layer.dir)));
            at = layer.parent.as_ref().and_then(|p| st.images.layers.get(p));
        }
        out
    }

    /// The same as nodes.
    pub(crate) fn lower_nodes(&self, chain: Option<&str>) -> Result<Vec<NodeId>, Errno> {
        let mut dirs = Vec::new();
        {
            let st = self.state();
            let mut at = chain.and_then(|chain| st.images.layers.get(chain));
            while let Some(layer) = at {
                dirs.push(layer.dir.clone());
                at = layer.parent.as_ref().and_then(|p| st.images.layers.get(p));
            }
        }
        if dirs.is_empty() {
            return Ok(Vec::new());
        }
        self.disk(|d| {
            let mut d = d.enter(&format!("{ROOT}/overlay2"))?;
            dirs.iter().map(|dir| d.enter(dir)?.node("diff")).collect()
        })
    }

    /// The parts of a container's root: its writable layer, and the layers below it, topmost first.
    pub(crate) fn layer_nodes(&self, c: &Container) -> Result<(NodeId, Vec<NodeId>), Errno> {
        let (upper, init) = self.disk(|d| {
            let mut d = d.enter(&format!("{ROOT}/overlay2"))?;
            let upper = d.enter(&c.layer)?.node("diff")?;
            Ok::<_, Errno>((upper, d.enter(&format!("{}-init", c.layer))?.node("diff")?))
        })?;
        let mut lowers = vec![init];
        lowers.extend(self.lower_nodes(c.chain.as_deref())?);
        Ok((upper, lowers))
    }

    /// Drops layers that no image and no container needs any more; gives their ids, topmost first.
    pub(crate) fn drop_layers(&self, chain: Option<String>) -> Vec<(String, u64)> {
        let mut gone = Vec::new();
        let mut at = chain;
        while let Some(chain) = at {
            let layer = {
                let st = self.state();
                let used = st.images.uses(&chain)
                    || st.images.layers.values().any(|l| l.parent.as_ref() == Some(&chain))
                    || st.containers.values().any(|c| c.chain.as_ref() == Some(&chain))
                    || st.cache.uses(&chain);
                if used {
                    break;
                }
                st.images.layers.get(&chain).cloned()
            };
            let Some(layer) = layer else { break };
            let hex = chain.strip_prefix("sha256:").unwrap_or(&chain).to_string();
            self.disk(|d| {
                d.remove_all(&format!("{ROOT}/overlay2/l/{}", layer.link)).ok();
                d.remove_all(&Engine::layer_path(&layer.dir)).ok();
                d.remove_all(&format!("{ROOT}/image/overlay2/layerdb/sha256/{hex}")).ok();
            });
            self.state().images.layers.remove(&chain);
            gone.push((chain, layer.size));
            at = layer.parent;
        }
        gone
    }
}

/// Makes a layer's directory as overlay2 has it: `diff`, `link`, with layers below `lower` and
/// `work`. Gives the node of `diff`.
pub fn layer_dirs(
    d: &mut Disk<'_>,
    dir: &str,
    link: &str,
    lowers: &[String],
    writable: bool,
) -> Result<NodeId, Errno> {
    let mut d = d.make_and_enter(&format!("{ROOT}/overlay2"), 0o710)?;
    d.make_and_enter("l", 0o700)?.symlink(&format!("../{dir}/diff"), link)?;
    let mut d = d.make_and_enter(dir, 0o710)?;
    let diff = d.mkdir_all("diff", 0o755)?.node;
    d.write("link", link.as_bytes(), 0o644)?;
    if !lowers.is_empty() {
        let text: Vec<String> = lowers.iter().map(|l| format!("l/{l}")).collect();
        d.write("lower", text.join(":").as_bytes(), 0o644)?;
    }
    if writable || !lowers.is_empty() {
        let mut d = d.make_and_enter("work", 0o700)?;
        if writable {
            d.mkdir_all("work", 0o000)?;
        }
    }
    Ok(diff)
}
