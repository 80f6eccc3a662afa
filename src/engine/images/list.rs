//! Listing and inspecting images.

use std::collections::BTreeMap;

use crate::engine::api::container::GraphDriver;
use crate::engine::api::image::{
    HistoryItem, ImageInspect, ImageListOptions, ImageMetadata, ImageSummary, RootFs,
};
use crate::engine::{Engine, EngineError, Result};
use crate::golang::glob::Glob;
use crate::golang::time;

use super::reference::Reference;
use super::store::{Image, chains};

fn familiar(name: &str) -> String {
    Reference::parse(name).map_or_else(|_| name.to_string(), |r| r.familiar())
}

impl Engine {
    /// The names of an image, as people write them.
    pub(crate) fn image_names(&self, id: &str) -> (Vec<String>, Vec<String>) {
        let st = self.state();
        let tags = st.images.names(id).iter().map(|n| familiar(n)).collect();
        let digests = st.images.digests.iter().filter(|(_, i)| *i == id);
        (tags, digests.map(|(n, _)| familiar(n)).collect())
    }

    pub(crate) fn image_record(&self, name: &str) -> Result<Image> {
        let id = self.find_image(name)?;
        let found = self.state().images.images.get(&id).cloned();
        found.ok_or_else(|| EngineError::not_found(format!("No such image: {name}")))
    }

    /// The containers made from an image.
    pub(crate) fn image_users(&self, id: &str) -> Vec<String> {
        let st = self.state();
        st.containers.values().filter(|c| c.image == id).map(|c| c.id.clone()).collect()
    }

    /// `docker images`.
    pub fn image_list(&self, o: &ImageListOptions) -> Result<Vec<ImageSummary>> {
        let f = &o.filters;
        f.check(&["before", "dangling", "label", "reference", "since", "until"])?;
        let patterns: Option<Vec<Glob>> = f.get("reference").map(Glob::of_name).collect();
        let patterns = patterns.ok_or_else(|| EngineError::invalid("syntax error in pattern"))?;
        let dangling = f.truth("dangling")?;
        let until = self.until_filter(f)?;
        let point = |key: &str| -> Result<Option<i64>> {
            match f.get(key).last() {
                Some(word) => Ok(Some(Engine::created_ns(&self.image_record(word)?))),
                None => Ok(None),
            }
        };
        let (before, since) = (point("before")?, point("since")?);
        let mut all: Vec<Image> = self.state().images.images.values().cloned().collect();
        all.sort_by(|a, b| Engine::created_ns(b).cmp(&Engine::created_ns(a)).then(a.id.cmp(&b.id)));
        let mut out = Vec::new();
        for i in all {
            let created = Engine::created_ns(&i);
            let (mut tags, mut digests) = self.image_names(&i.id);
            let bare = tags.is_empty();
            let has_children = !self.state().images.children(&i.id).is_empty();
            let labels = i.config.labels.clone().unwrap_or_default();
            let hidden = bare && has_children && !o.all;
            let unwanted = dangling.is_some_and(|d| d != bare)
                || before.is_some_and(|b| created >= b)
                || since.is_some_and(|s| created <= s)
                || until.is_some_and(|u| created > u)
                || !f.labels("label", &labels);
            if hidden || unwanted {
                continue;
            }
            if f.has("reference") {
                tags.retain(|t| patterns.iter().any(|p| matches_reference(p, t)));
                digests.retain(|t| patterns.iter().any(|p| matches_reference(p, t)));
                if tags.is_empty() && digests.is_empty() {
                    continue;
                }
            }
            let (shared, users) = if o.shared_size {
                (self.shared_size(&i) as i64, self.image_users(&i.id).len() as i64)
            } else {
                (-1, -1)
            };
            let size = self.state().images.size(&i) as i64;
            out.push(ImageSummary {
                containers: users,
                created: created.div_euclid(1_000_000_000),
                id: i.id.clone(),
                labels: i.config.labels.clone(),
                parent_id: i.parent.clone(),
                repo_digests: digests,
                repo_tags: tags,
                shared_size: shared,
                size,
            });
        }
        Ok(out)
    }

    fn shared_size(&self, image: &Image) -> u64 {
        let st = self.state();
        let mine = chains(&image.diff_ids);
        let others: Vec<Vec<String>> = st
            .images
            .images
            .values()
            .filter(|i| i.id != image.id)
            .map(|i| chains(&i.diff_ids))
            .collect();
        let shared = mine.iter().filter(|c| others.iter().any(|o| o.contains(c)));
        shared.filter_map(|c| st.images.layers.get(c)).map(|l| l.size).sum()
    }

    /// `docker image inspect`. Missing: `No such image: NAME:TAG`.
    pub fn image_inspect(&self, name: &str) -> Result<ImageInspect> {
        let i = self.image_record(name)?;
        let (tags, digests) = self.image_names(&i.id);
        let size = self.state().images.size(&i) as i64;
        let chain = chains(&i.diff_ids).pop();
        let dirs = chain.as_ref().map(|c| self.lower_dirs(c)).unwrap_or_default();
        let mut data = BTreeMap::new();
        if let Some(top) = dirs.first() {
            let base = top.strip_suffix("/diff").unwrap_or(top);
            if dirs.len() > 1 {
                data.insert("LowerDir".to_string(), dirs[1..].join(":"));
            }
            data.insert("MergedDir".to_string(), format!("{base}/merged"));
            data.insert("UpperDir".to_string(), top.clone());
            data.insert("WorkDir".to_string(), format!("{base}/work"));
        }
        Ok(ImageInspect {
            id: i.id.clone(),
            repo_tags: tags,
            repo_digests: digests,
            parent: i.parent.clone(),
            comment: i.comment.clone(),
            created: i.created.clone(),
            docker_version: String::new(),
            author: i.author.clone(),
            architecture: i.architecture.clone(),
            variant: String::new(),
            os: i.os.clone(),
            size,
            graph_driver: GraphDriver { data, name: "overlay2".to_string() },
            root_fs: RootFs { kind: "layers".to_string(), layers: i.diff_ids.clone() },
            metadata: ImageMetadata { last_tag_time: time::maybe(i.tagged) },
            config: Some(i.config.clone()),
        })
    }

    /// `docker history`.
    pub fn image_history(&self, name: &str) -> Result<Vec<HistoryItem>> {
        let i = self.image_record(name)?;
        let chain = chains(&i.diff_ids);
        let mut layers = chain.iter();
        let mut out = Vec::new();
        for step in &i.history {
            let size = if step.empty_layer {
                0
            } else {
                let st = self.state();
                layers.next().and_then(|c| st.images.layers.get(c)).map_or(0, |l| l.size)
            };
            out.push(HistoryItem {
                id: "<missing>".to_string(),
                created: time::from_rfc3339(&step.created).unwrap_or(0).div_euclid(1_000_000_000),
                created_by: step.created_by.clone(),
                tags: None,
                size: size as i64,
                comment: step.comment.clone(),
            });
        }
        out.reverse();
        // The image itself stands for its last step, its parents for those of theirs.
        let mut at = Some(i.clone());
        let mut row = 0;
        while let Some(image) = at {
            if let Some(item) = out.get_mut(row) {
                item.id.clone_from(&image.id);
                let tags = self.image_names(&image.id).0;
                item.tags = (!tags.is_empty()).then_some(tags);
            }
            let parent = self.state().images.images.get(&image.parent).cloned();
            row +=
                parent.as_ref().map_or(0, |p| image.history.len().saturating_sub(p.history.len()));
            at = parent.filter(|p| p.history.len() < image.history.len());
        }
        Ok(out)
    }
}

/// Whether a name fits a pattern; one without a tag fits every tag.
fn matches_reference(pattern: &Glob, name: &str) -> bool {
    let bare = name.rsplit_once([':', '@']).map_or(name, |(n, _)| n);
    pattern.matches(name) || pattern.matches(bare)
}
