//! Names given and taken, images deleted.

use std::collections::BTreeMap;

use crate::engine::api::filters::Filters;
use crate::engine::api::image::{ImageDeleted, ImagesPruned};
use crate::engine::{Engine, EngineError, Result};
use crate::kernel::Proc;

use super::reference::Reference;
use super::store::{Image, chains, short};

impl Engine {
    /// `docker tag`.
    pub fn image_tag(&self, source: &str, target: &str) -> Result<()> {
        let r = Reference::parse(target)?;
        if r.digest.is_some() {
            return Err(EngineError::invalid("refusing to create a tag with a digest reference"));
        }
        let r = r.tagged();
        r.unambiguous()?;
        let id = self.find_image(source)?;
        self.set_tag(&r.to_string(), &id);
        self.emit_image("tag", &id, &r.familiar());
        Ok(())
    }

    /// An event of an image, with its labels for as long as it is there.
    pub(crate) fn emit_image(&self, action: &str, id: &str, name: &str) {
        let labels = {
            let st = self.state();
            st.images.images.get(id).and_then(|i| i.config.labels.clone())
        };
        let mut attributes = labels.unwrap_or_default();
        attributes.insert("name".to_string(), name.to_string());
        self.emit_with("image", action, id, attributes);
    }

    fn untag(&self, full: &str, id: &str, out: &mut Vec<ImageDeleted>) {
        {
            let mut st = self.state();
            st.images.tags.remove(full);
            st.images.digests.remove(full);
        }
        let shown = Reference::parse(full).map_or_else(|_| full.to_string(), |r| r.familiar());
        self.emit_image("untag", id, id);
        out.push(ImageDeleted::Untagged(shown));
    }

    /// `docker rmi`.
    pub fn image_remove(
        &self,
        _p: &Proc,
        name: &str,
        force: bool,
        no_prune: bool,
    ) -> Result<Vec<ImageDeleted>> {
        if name.trim().is_empty() {
            return Err(EngineError::invalid("image name cannot be blank"));
        }
        let id = self.find_image(name)?;
        let image = self.image_record(&id)?;
        let bare = name.strip_prefix("sha256:").unwrap_or(name);
        let by_id = id["sha256:".len()..].starts_with(bare)
            && Reference::parse(name)
                .map(|r| !self.state().images.tags.contains_key(&r.tagged().to_string()))
                .unwrap_or(true);
        let (tags, digests): (Vec<String>, Vec<String>) = {
            let st = self.state();
            let digests = st.images.digests.iter().filter(|(_, i)| **i == id);
            (st.images.names(&id), digests.map(|(n, _)| n.clone()).collect())
        };
        let mut out = Vec::new();
        if by_id {
            // Two tags of one repository are too many, too (moby `isSingleReference`).
            if tags.len() > 1 && !force {
                return Err(EngineError::conflict(format!(
                    "conflict: unable to delete {} (must be forced) - image is referenced in \
                     multiple repositories",
                    image.short()
                )));
            }
            self.refuse_used(&image, force, image.short())?;
            for full in tags.iter().chain(&digests) {
                self.untag(full, &id, &mut out);
            }
        } else {
            let r = Reference::parse(name)?.tagged();
            let full = match &r.digest {
                Some(d) => format!("{}@{d}", r.name()),
                None => r.to_string(),
            };
            let last = tags.len() <= 1 || r.digest.is_some();
            if last && !force {
                let shown = Reference::parse(name)?.familiar();
                self.refuse_stopped_or_running(&image, &shown)?;
            }
            self.untag(&full, &id, &mut out);
            let left: Vec<String> = {
                let st = self.state();
                st.images.names(&id)
            };
            if !left.is_empty() {
                // The digest goes with the last tag of its repository.
                let same = |t: &String| Reference::parse(t).is_ok_and(|x| x.name() == r.name());
                if !left.iter().any(same) {
                    for d in digests.iter().filter(|d| same(d)) {
                        self.untag(d, &id, &mut out);
                    }
                }
                self.write_repositories();
                return Ok(out);
            }
            for d in &digests {
                self.untag(d, &id, &mut out);
            }
            if !self.state().images.children(&id).is_empty() {
                // Nameless it stays, below the images that were made from it.
                self.write_repositories();
                return Ok(out);
            }
            let running =
                |c: &String| self.state().containers.get(c).is_some_and(|c| c.run.is_some());
            if self.image_users(&id).iter().any(running) && force {
                self.write_repositories();
                return Ok(out);
            }
        }
        self.delete_image(&id, no_prune, &mut out);
        self.write_repositories();
        Ok(out)
    }

    /// Running containers keep an image whatever is asked; stopped ones unless it is forced.
    fn refuse_used(&self, image: &Image, force: bool, shown: &str) -> Result<()> {
        for c in self.image_users(&image.id) {
            let st = self.state();
            let Some(c) = st.containers.get(&c) else { continue };
            let by = short(&c.id);
            if c.run.is_some() {
                return Err(EngineError::conflict(format!(
                    "conflict: unable to delete {shown} (cannot be forced) - image is being used by \
                     running container {by}"
                )));
            }
            if !force {
                return Err(EngineError::conflict(format!(
                    "conflict: unable to delete {shown} (must be forced) - image is being used by \
                     stopped container {by}"
                )));
            }
        }
        if !self.state().images.children(&image.id).is_empty() {
            return Err(EngineError::conflict(format!(
                "conflict: unable to delete {shown} (cannot be forced) - image has dependent child images"
            )));
        }
        Ok(())
    }

    fn refuse_stopped_or_running(&self, image: &Image, shown: &str) -> Result<()> {
        let users = self.image_users(&image.id);
        let Some(id) = users.first() else { return Ok(()) };
        Err(EngineError::conflict(format!(
            "conflict: unable to remove repository reference \"{shown}\" (must force) - container {} \
             is using its referenced image {}",
            short(id),
            image.short()
        )))
    }

    /// Takes an image away, and nameless parents that nothing else needs.
    fn delete_image(&self, id: &str, no_prune: bool, out: &mut Vec<ImageDeleted>) {
        let mut next = Some(id.to_string());
        while let Some(id) = next {
            next = self.delete_one(&id, out).filter(|parent| {
                let idle = {
                    let st = self.state();
                    st.images.names(parent).is_empty() && st.images.children(parent).is_empty()
                };
                !no_prune && idle && self.image_users(parent).is_empty()
            });
        }
    }

    /// Takes an image away; its parent, where it has one.
    fn delete_one(&self, id: &str, out: &mut Vec<ImageDeleted>) -> Option<String> {
        let image = self.state().images.images.remove(id)?;
        let hex = id.strip_prefix("sha256:").unwrap_or(id).to_string();
        self.disk(|d| {
            d.remove_all(&format!(
                "{}/image/overlay2/imagedb/content/sha256/{hex}",
                crate::engine::ROOT
            ))
        })
        .ok();
        self.emit_image("delete", id, id);
        out.push(ImageDeleted::Deleted(id.to_string()));
        for (chain, _) in self.drop_layers(chains(&image.diff_ids).pop()) {
            out.push(ImageDeleted::Deleted(chain));
        }
        Some(image.parent).filter(|parent| !parent.is_empty())
    }

    /// `docker image prune`; the filter `dangling=false` is `--all`.
    pub fn images_prune(&self, _p: &Proc, filters: &Filters) -> Result<ImagesPruned> {
        filters.check(&["dangling", "label", "label!", "until"])?;
        let all = filters.truth("dangling")? == Some(false);
        let until = self.until_filter(filters)?;
        let images: Vec<Image> = self.state().images.images.values().cloned().collect();
        let mut pruned = ImagesPruned::default();
        let before: u64 = self.layers_size();
        for i in images {
            let labels = i.config.labels.clone().unwrap_or_default();
            let wanted = filters.labels("label", &labels)
                && !(filters.has("label!") && filters.labels("label!", &labels))
                && until.is_none_or(|u| Engine::created_ns(&i) <= u);
            let (named, child) = {
                let st = self.state();
                (st.images.names(&i.id), !st.images.children(&i.id).is_empty())
            };
            let keep = (!all && !named.is_empty())
                || child
                || !wanted
                || !self.image_users(&i.id).is_empty()
                || !self.state().images.images.contains_key(&i.id);
            if keep {
                continue;
            }
            let digests: Vec<String> = {
                let st = self.state();
                let d = st.images.digests.iter().filter(|(_, x)| **x == i.id);
                d.map(|(n, _)| n.clone()).collect()
            };
            for full in named.iter().chain(&digests) {
                self.untag(full, &i.id, &mut pruned.images_deleted);
            }
            self.delete_image(&i.id, false, &mut pruned.images_deleted);
        }
        self.write_repositories();
        pruned.space_reclaimed = before.saturating_sub(self.layers_size());
        let reclaimed = pruned.space_reclaimed.to_string();
        let attributes = BTreeMap::from([("reclaimed".to_string(), reclaimed)]);
        self.emit_with("image", "prune", "", attributes);
        Ok(pruned)
    }

    /// Bytes of all image layers, each once.
    pub(crate) fn layers_size(&self) -> u64 {
        self.state().images.layers.values().map(|l| l.size).sum()
    }
}
