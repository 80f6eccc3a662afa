//! The seam to whatever images are pulled from.

use std::rc::Rc;

use crate::engine::api::config::ImageConfig;
use crate::engine::api::image::SearchResult;

use super::store::History;
use super::tree::Tree;

/// A layer that can be pulled.
#[derive(Clone)]
pub struct RemoteLayer {
    /// Bytes that are transferred.
    pub compressed: u64,
    /// Makes it.
    pub tree: Rc<dyn Fn() -> Tree>,
}

/// An image that can be pulled.
#[derive(Clone)]
pub struct RemoteImage {
    /// Its configuration.
    pub config: ImageConfig,
    /// Nanoseconds since the epoch.
    pub created: i64,
    /// The lowest first.
    pub layers: Vec<RemoteLayer>,
    /// Its steps, the oldest first.
    pub history: Vec<History>,
}

/// How a plugin keeps its volumes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Storage {
    /// In a directory of another machine, reached by SSH.
    Ssh,
    /// In block devices of a cluster.
    Rbd,
}

/// A plugin that can be installed.
#[derive(Clone, Debug)]
pub struct RemotePlugin {
    /// Its configuration, as the API shows it.
    pub config: serde_json::Value,
    /// What it does with volumes.
    pub storage: Storage,
    /// Bytes that are transferred.
    pub compressed: u64,
}

/// Where images come from.
pub trait Registry {
    /// The image that a tag of a repository (`library/alpine`) means.
    fn image(&self, repository: &str, tag: &str) -> Option<RemoteImage>;
    /// Whether there is such a repository.
    fn has(&self, repository: &str) -> bool;
    /// Whether the real registry has such a repository, which is not simulated.
    fn elsewhere(&self, _repository: &str) -> bool {
        false
    }
    /// All tags of a repository.
    fn tags(&self, repository: &str) -> Vec<String>;
    /// The plugin that a tag of a repository means.
    fn plugin(&self, _repository: &str, _tag: &str) -> Option<RemotePlugin> {
        None
    }
    /// The id of a layer whose [`Tree::mark`] this is, where the registry knows it: to work it out takes
    /// all of the layer's bytes.
    fn diff_id(&self, _mark: u64) -> Option<String> {
        None
    }
    /// Repositories that fit a word.
    fn search(&self, term: &str) -> Vec<SearchResult>;
}
