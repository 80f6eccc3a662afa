//! Pulling: layers from the registry onto the disk.

use crate::engine::api::image::{Message, ProgressDetail, SearchResult};
use crate::engine::archive::layout::diff_id;
use crate::engine::stream::Sender;
use crate::engine::{Engine, EngineError, Progress, Result};
use crate::golang::time;
use crate::kernel::Proc;

use super::layers::MOST;
use super::reference::{DEFAULT_DOMAIN, Reference};
use super::registry::RemoteImage;
use super::store::{Filling, Image, chains};
use super::tree::{Tree, digest};

/// Bytes that the line to the registry carries in a second.
const RATE: u64 = 25_000_000;
/// Nanoseconds between two reports.
const TICK: u64 = 200_000_000;

fn say(status: impl Into<String>, id: &str) -> Message {
    Message { status: status.into(), id: id.to_string(), ..Message::default() }
}

impl Engine {
    /// `docker pull` of one reference (`alpine`, `alpine:3.20`); `all` for every tag. The result is
    /// the image's digest.
    pub fn image_pull(&self, p: &Proc, name: &str, all: bool) -> Progress<Message, String> {
        let (engine, p, name) = (self.clone(), p.clone(), name.to_string());
        Progress::new(move |tell| async move {
            let r = Reference::parse(&name)?;
            if r.domain != DEFAULT_DOMAIN {
                return Err(super::remote::unreachable(&r.domain));
            }
            if !all {
                return engine.pull_one(&p, &r.tagged(), &tell).await;
            }
            let mut last = String::new();
            let tags = engine.inner.registry.tags(&r.path);
            if tags.is_empty() {
                return Err(denied(&r));
            }
            for tag in tags {
                let one = Reference { tag: Some(tag), digest: None, ..r.clone() };
                last = engine.pull_one(&p, &one, &tell).await?;
            }
            Ok(last)
        })
    }

    async fn pull_one(&self, p: &Proc, r: &Reference, tell: &Sender<Message>) -> Result<String> {
        let tag = r.tag.clone().unwrap_or_else(|| "latest".to_string());
        p.sleep(300_000_000).await.map_err(|_| EngineError::interrupted())?;
        if let Some(d) = &r.digest {
            let known = self.inner.registry.tags(&r.path).into_iter().find_map(|t| {
                let remote = self.inner.registry.image(&r.path, &t)?;
                (manifest_digest(&self.sealed(&remote).0) == *d).then_some(remote)
            });
            let Some(remote) = known else {
                return Err(EngineError::not_found(format!(
                    "manifest for {} not found: manifest unknown: manifest unknown",
                    r.familiar()
                )));
            };
            return self.fetch(p, r, d, &remote, tell).await;
        }
        let Some(remote) = self.inner.registry.image(&r.path, &tag) else {
            return Err(if self.inner.registry.has(&r.path) {
                EngineError::not_found(format!(
                    "manifest for {} not found: manifest unknown: manifest unknown",
                    r.familiar()
                ))
            } else if self.inner.registry.elsewhere(&r.path) {
                EngineError::not_found(format!(
                    "the simulated registry does not hold {}: docker search shows what it holds",
                    r.familiar_name()
                ))
            } else {
                denied(r)
            });
        };
        let from = r.path.clone();
        tell.send(say(format!("Pulling from {from}"), &tag));
        self.fetch(p, r, &tag, &remote, tell).await
    }

    async fn fetch(
        &self,
        p: &Proc,
        r: &Reference,
        _tag: &str,
        remote: &RemoteImage,
        tell: &Sender<Message>,
    ) -> Result<String> {
        let (image, trees) = self.sealed(remote);
        let manifest = manifest_digest(&image);
        let chain = chains(&image.diff_ids);
        let short: Vec<String> = image
            .diff_ids
            .iter()
            .map(|d| digest(format!("gzip {d}").as_bytes())[7..19].to_string())
            .collect();
        let here = |c: &String| self.state().images.layers.contains_key(c);
        let new = !self.state().images.images.contains_key(&image.id);
        let mut got = Got { engine: self.clone(), chains: Vec::new() };
        if new {
            for (i, id) in short.iter().enumerate() {
                tell.send(say(
                    if here(&chain[i]) { "Already exists" } else { "Pulling fs layer" },
                    id,
                ));
            }
            for i in 0..trees.len() {
                if here(&chain[i]) {
                    continue;
                }
                self.transfer(p, &short[i], remote.layers[i].compressed, tell).await?;
                self.put_layers(&image, &trees[..=i])?;
                got.chains.push(chain[i].clone());
                tell.send(say("Pull complete", &short[i]));
            }
        }
        // Another pull that was given up may have taken some of them back.
        self.put_layers(&image, &trees)?;
        let known = self.state().images.tags.get(&r.to_string()).cloned();
        let same = known.as_ref() == Some(&image.id);
        let id = self.add_image(image);
        got.chains.clear();
        self.state().images.digests.insert(format!("{}@{manifest}", r.name()), id.clone());
        if r.digest.is_none() {
            self.set_tag(&r.to_string(), &id);
        } else {
            self.write_repositories();
        }
        tell.send(say(format!("Digest: {manifest}"), ""));
        let news = if new || !same { "Downloaded newer image" } else { "Image is up to date" };
        tell.send(say(format!("Status: {news} for {}", r.familiar()), ""));
        self.emit("image", "pull", &r.familiar(), &[("name", &r.familiar_name())]);
        Ok(manifest)
    }

    /// Puts an image's first layers on the disk, those that are not there yet.
    fn put_layers(&self, image: &Image, trees: &[Tree]) -> Result<()> {
        let chain = chains(&image.diff_ids);
        for (i, tree) in trees.iter().enumerate() {
            let below = i.checked_sub(1).map(|b| chain[b].as_str());
            if i >= MOST {
                return Err(EngineError::system("failed to register layer: max depth exceeded"));
            }
            self.add_layer_known(below, &image.diff_ids[i], Filling::Tree(tree))?;
        }
        Ok(())
    }

    async fn transfer(&self, p: &Proc, id: &str, total: u64, tell: &Sender<Message>) -> Result<()> {
        let mut at = 0;
        let step = RATE / (1_000_000_000 / TICK);
        while at < total {
            p.sleep(TICK).await.map_err(|_| EngineError::interrupted())?;
            at = (at + step).min(total);
            let detail = ProgressDetail { current: at, total };
            let mut m = say("Downloading", id);
            m.progress_detail = Some(detail);
            tell.send(m);
        }
        tell.send(say("Verifying Checksum", id));
        tell.send(say("Download complete", id));
        let mut m = say("Extracting", id);
        m.progress_detail = Some(ProgressDetail { current: total, total });
        tell.send(m);
        p.sleep(TICK).await.map_err(|_| EngineError::interrupted())
    }

    /// A remote image as it will be here.
    pub(crate) fn sealed(&self, remote: &RemoteImage) -> (Image, Vec<Tree>) {
        let trees: Vec<Tree> = remote.layers.iter().map(|l| (l.tree)()).collect();
        let known = |t: &Tree| self.inner.registry.diff_id(t.mark()).unwrap_or_else(|| diff_id(t));
        let image = Image {
            config: remote.config.clone(),
            created: time::rfc3339_nano(remote.created),
            diff_ids: trees.iter().map(known).collect(),
            history: remote.history.clone(),
            ..Image::default()
        }
        .seal();
        (image, trees)
    }

    /// Puts an image on the disk as if it had been pulled before the session began.
    pub fn preload(&self, name: &str) -> Result<()> {
        let r = Reference::parse(name)?.tagged();
        let tag = r.tag.clone().unwrap_or_default();
        let Some(remote) = self.inner.registry.image(&r.path, &tag) else { return Err(denied(&r)) };
        let (image, trees) = self.sealed(&remote);
        let manifest = manifest_digest(&image);
        self.put_layers(&image, &trees)?;
        let id = self.add_image(image);
        self.state().images.digests.insert(format!("{}@{manifest}", r.name()), id.clone());
        self.set_tag(&r.to_string(), &id);
        Ok(())
    }

    /// `docker push`.
    pub fn image_push(&self, _p: &Proc, name: &str) -> Progress<Message, ()> {
        let (engine, name) = (self.clone(), name.to_string());
        Progress::new(move |tell| async move {
            let r = Reference::parse(&name)?.tagged();
            tell.send(say(format!("The push refers to repository [{}]", r.name()), ""));
            let here = {
                let st = engine.state();
                let prefix = format!("{}:", r.name());
                st.images.tags.keys().any(|t| t.starts_with(&prefix))
            };
            if !here {
                return Err(EngineError::not_found(format!(
                    "An image does not exist locally with the tag: {}",
                    r.familiar_name()
                )));
            }
            if engine.find_image(&name).is_err() {
                return Err(EngineError::not_found(format!(
                    "tag does not exist: {}",
                    r.familiar()
                )));
            }
            if r.domain != DEFAULT_DOMAIN {
                return Err(super::remote::unreachable(&r.domain));
            }
            Err(EngineError::unauthorized(
                "push access denied, repository does not exist or may require authorization: \
                 server message: insufficient_scope: authorization failed",
            ))
        })
    }

    /// `docker search`.
    pub fn image_search(&self, term: &str) -> Result<Vec<SearchResult>> {
        Ok(self.inner.registry.search(term))
    }
}

/// Layers that came without their image so far: they go if it does not come.
struct Got {
    engine: Engine,
    chains: Vec<String>,
}

impl Drop for Got {
    fn drop(&mut self) {
        if self.engine.at_rest() {
            for chain in std::mem::take(&mut self.chains).into_iter().rev() {
                self.engine.drop_layers(Some(chain));
            }
        }
    }
}

fn denied(r: &Reference) -> EngineError {
    EngineError::not_found(format!(
        "pull access denied for {}, repository does not exist or may require 'docker login': denied: \
         requested access to the resource is denied",
        r.familiar_name()
    ))
}

/// The digest that a registry knows an image by.
pub(crate) fn manifest_digest(image: &Image) -> String {
    digest(format!("manifest {} {}", image.id, image.diff_ids.join(" ")).as_bytes())
}
