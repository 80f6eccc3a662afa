//! `docker load`: unpacks the archive into a directory of the daemon's own, and takes in what its
//! `manifest.json` names (moby `image/tarexport`).

use crate::engine::api::image::Message;
use crate::engine::disk::{Disk, clean, join};
use crate::engine::images::layers::MOST;
use crate::engine::images::reference::Reference;
use crate::engine::images::store::{Filling, Image, chains};
use crate::engine::images::tree::{digest, digest_of};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, ROOT, Result, ids};
use crate::vfs::{Body, Content, Errno};
use std::collections::BTreeSet;

use super::layout::{ConfigFile, Manifest};
use super::manifest;
use super::tar;
use super::unpack::{Rules, unpack_members};

/// How many links on the way to a file of the archive are followed.
const LINKS: usize = 255;

impl Engine {
    /// `docker load`: messages whose `stream` says what was loaded, those before an error too.
    ///
    /// Of images for a platform that none here is of, none is loaded, and there is none to tell of.
    pub fn image_load(
        &self,
        archive: &Content,
        foreign: bool,
        said: &mut Vec<Message>,
    ) -> Result<()> {
        let n = u32::from_str_radix(&ids::hex(&self.inner.kernel, 8), 16).unwrap_or(0);
        let dir = format!("{ROOT}/tmp/docker-import-{n}");
        let made = self.disk(|d| d.mkdir_all(&dir, 0o700).map(|_| d.room()));
        let room =
            made.map_err(|e| EngineError::system(format!("mkdir {dir}: {}", go_errno(e))))?;
        let members = tar::read(archive, room);
        let unpacked = self.disk(|d| unpack_members(d, &dir, &members, Rules::default()));
        let done = unpacked.map_err(EngineError::system).and_then(|()| {
            match self.disk(|d| safe(d, &dir, "manifest.json").map(|p| content(d, &p))) {
                Ok(Ok(bytes)) => self.load_all(&dir, &bytes.to_vec(), foreign, said),
                Ok(Err(_)) => self.load_legacy(&dir),
                Err(e) => Err(EngineError::system(e)),
            }
        });
        // A directory that can not be removed is left behind, as on a real disk that fails.
        self.disk(|d| d.remove_all(&dir)).ok();
        done
    }

    fn load_all(
        &self,
        dir: &str,
        manifest: &[u8],
        foreign: bool,
        said: &mut Vec<Message>,
    ) -> Result<()> {
        let mut manifests = manifest::manifests(manifest).map_err(EngineError::system)?;
        if foreign {
            manifests.clear();
        }
        let (mut named, mut nameless, mut loaded) = (false, String::new(), Vec::new());
        for m in &manifests {
            let id = self.load_one(dir, m)?;
            nameless.push_str(&format!("Loaded image ID: {id}\n"));
            named = false;
            for name in &m.repo_tags {
                let r = Reference::parse(name)?;
                if r.tag.is_none() {
                    return Err(EngineError::system(format!("invalid tag {name:?}")));
                }
                self.take_name(&r, &id, said);
                named = true;
                said.push(stream(format!("Loaded image: {}\n", r.familiar())));
            }
            self.emit_image("load", &id, &id);
            loaded.push(id);
        }
        self.link_parents(&manifests, &loaded)?;
        if !named {
            said.push(stream(nameless));
        }
        Ok(())
    }

    /// Images of the archive that were made of others of it get their parents; one that can not have been is
    /// refused (moby `checkValidParent`).
    fn link_parents(&self, manifests: &[Manifest], loaded: &[String]) -> Result<()> {
        let known: BTreeSet<&String> = loaded.iter().collect();
        for (m, id) in manifests.iter().zip(loaded).filter(|(m, _)| known.contains(&m.parent)) {
            let mut st = self.state();
            let images = &mut st.images.images;
            let (Some(image), Some(parent)) = (images.get(id), images.get(&m.parent)) else {
                continue;
            };
            let steps = image.history.split_last().map(|(_, before)| before);
            if steps != Some(&parent.history[..]) {
                return Err(EngineError::system(format!(
                    "image {} is not a valid parent for {id}",
                    m.parent
                )));
            }
            if let Some(image) = images.get_mut(id) {
                image.parent.clone_from(&m.parent);
            }
        }
        Ok(())
    }

    /// Archives from before Docker 1.10 have a directory for each image.
    fn load_legacy(&self, dir: &str) -> Result<()> {
        let dirs = self.disk(|d| {
            let node = d.node(dir)?;
            d.vfs.entries(&d.view, node)
        });
        let dirs = dirs.unwrap_or_default().into_iter();
        let first =
            dirs.filter(|e| e.kind == crate::vfs::FileType::Directory).map(|e| e.name).min();
        let wanted = match &first {
            Some(name) => format!("{dir}/{name}/json"),
            None => format!("{dir}/repositories"),
        };
        match self.disk(|d| content(d, &wanted)) {
            Err(e) => Err(EngineError::system(format!("open {wanted}: {}", go_errno(e)))),
            Ok(_) => Err(EngineError::gap(
                "archives without a manifest.json",
                "no Docker Engine since 1.10 writes them",
            )),
        }
    }

    /// Gives a name to an image; one that it had before is told of.
    fn take_name(&self, r: &Reference, id: &str, said: &mut Vec<Message>) {
        let full = r.to_string();
        let old = self.state().images.tags.get(&full).cloned();
        if let Some(old) = old.filter(|o| o != id) {
            said.push(stream(format!(
                "The image {} already exists, renaming the old one with ID {old} to empty string\n",
                r.familiar()
            )));
        }
        self.set_tag(&full, id);
    }

    fn load_one(&self, dir: &str, m: &Manifest) -> Result<String> {
        let read = |path: &str| {
            let found = self.disk(|d| {
                let path = safe(d, dir, path)?;
                content(d, &path).map_err(|e| match e {
                    Errno::EISDIR => format!("read {path}: {}", go_errno(e)),
                    e => format!("open {path}: {}", go_errno(e)),
                })
            });
            found.map_err(EngineError::system)
        };
        let config = read(&m.config)?.to_vec();
        let parsed: ConfigFile = manifest::image(&config).map_err(EngineError::system)?;
        if !matches!(parsed.os.as_str(), "" | "linux") {
            let os = &parsed.os;
            return Err(EngineError::system(format!("cannot load {os} image on linux")));
        }
        let Some(root) = parsed.rootfs else {
            return Err(EngineError::system("invalid image JSON, no RootFS key"));
        };
        let diff_ids = root.diff_ids;
        if diff_ids.len() != m.layers.len() {
            return Err(EngineError::system(format!(
                "invalid manifest, layers length mismatch: expected {}, got {}",
                m.layers.len(),
                diff_ids.len()
            )));
        }
        let wanted = chains(&diff_ids);
        for (i, (diff, path)) in diff_ids.iter().zip(&m.layers).enumerate() {
            if self.state().images.layers.contains_key(&wanted[i]) {
                continue;
            }
            let below = i.checked_sub(1).map(|b| wanted[b].as_str());
            let loaded = read(path).and_then(|file| self.load_layer(below, diff, i, &file));
            if let Err(e) = loaded {
                self.drop_layers(below.map(str::to_string));
                return Err(e);
            }
        }
        // What BuildKit has to say stands in the steps only.
        let comment = match parsed.history.last() {
            Some(step) if parsed.comment.is_empty() => step.comment.clone(),
            _ => parsed.comment,
        };
        let image = Image {
            id: digest(&config),
            config: parsed.config.unwrap_or_default(),
            created: parsed.created,
            author: parsed.author,
            comment,
            architecture: parsed.architecture,
            os: parsed.os,
            diff_ids,
            history: parsed.history,
            parent: String::new(),
            tagged: None,
            json: String::from_utf8_lossy(&config).into_owned(),
        };
        Ok(self.add_image(image))
    }

    /// Takes in the layer that is called `diff`, number `i` of its image.
    fn load_layer(&self, below: Option<&str>, diff: &str, i: usize, file: &Content) -> Result<()> {
        if i >= MOST {
            return Err(EngineError::system("max depth exceeded"));
        }
        let room = self.disk(|d| d.room());
        let bytes = tar::inflated(file, room).map_err(EngineError::system)?;
        let own = digest_of(&bytes);
        let members = tar::read(&bytes, room);
        let chain = self.add_layer_known(below, &own, Filling::Archive(&bytes, &members))?;
        if own != diff {
            self.drop_layers(Some(chain));
            return Err(EngineError::system(format!(
                "invalid diffID for layer {i}: expected {diff:?}, got {own:?}"
            )));
        }
        Ok(())
    }
}

/// Where a name in the archive leads, links followed; none leads out of the directory.
pub(super) fn safe(d: &mut Disk<'_>, dir: &str, name: &str) -> std::result::Result<String, String> {
    let path = join(dir, name);
    if path != dir && !path.starts_with(&format!("{dir}/")) {
        return Err(format!("evalSymlinksInScope: {path} is not in {dir}"));
    }
    let mut todo: Vec<String> = path[dir.len()..].rsplit('/').map(str::to_string).collect();
    let (mut done, mut links) = (String::new(), 0);
    while let Some(part) = todo.pop() {
        let next = clean(&format!("{done}/{part}"));
        let body = d.vfs.resolve(&d.view, &join(dir, &next), false).ok();
        let body = body.and_then(|at| d.vfs.inode(at.node).ok()).map(|i| i.body.clone());
        let Some(Body::Symlink(to)) = body else {
            done = next;
            continue;
        };
        links += 1;
        if links > LINKS {
            return Err(format!("evalSymlinksInScope: too many links in {path}"));
        }
        if to.starts_with('/') {
            done.clear();
        }
        todo.extend(to.rsplit('/').map(str::to_string));
    }
    Ok(join(dir, &done))
}

fn content(d: &mut Disk<'_>, path: &str) -> std::result::Result<Content, Errno> {
    let at = d.vfs.resolve(&d.view, path, false)?;
    match &d.vfs.inode(at.node)?.body {
        Body::File(c) => Ok(c.clone()),
        Body::Dir(_) => Err(Errno::EISDIR),
        _ => Err(Errno::ENOENT),
    }
}

fn stream(text: String) -> Message {
    Message { stream: text, ..Message::default() }
}
