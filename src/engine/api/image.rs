//! Images as the API shows them, and the requests about them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::config::ImageConfig;
use super::container::GraphDriver;
use super::filters::Filters;
use super::nothing;

/// A line of `docker images`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ImageSummary {
    /// -1 where it was not counted.
    pub containers: i64,
    /// Seconds since the epoch.
    pub created: i64,
    /// `sha256:...`.
    pub id: String,
    pub labels: Option<BTreeMap<String, String>>,
    pub parent_id: String,
    pub repo_digests: Vec<String>,
    pub repo_tags: Vec<String>,
    /// -1 where it was not computed.
    pub shared_size: i64,
    pub size: i64,
}

/// What to list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImageListOptions {
    /// Intermediate ones too.
    pub all: bool,
    /// Fill in `shared_size` and `containers`.
    pub shared_size: bool,
    pub filters: Filters,
}

/// The layers of an image.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct RootFs {
    #[serde(rename = "Type")]
    pub kind: String,
    #[serde(skip_serializing_if = "nothing")]
    pub layers: Vec<String>,
}

/// What the daemon alone knows of an image.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ImageMetadata {
    pub last_tag_time: String,
}

/// `docker image inspect`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ImageInspect {
    pub id: String,
    pub repo_tags: Vec<String>,
    pub repo_digests: Vec<String>,
    pub parent: String,
    pub comment: String,
    pub created: String,
    pub docker_version: String,
    pub author: String,
    pub architecture: String,
    #[serde(skip_serializing_if = "nothing")]
    pub variant: String,
    pub os: String,
    pub size: i64,
    pub graph_driver: GraphDriver,
    #[serde(rename = "RootFS")]
    pub root_fs: RootFs,
    pub metadata: ImageMetadata,
    pub config: Option<ImageConfig>,
}

/// A line of `docker history`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct HistoryItem {
    /// `<missing>` where no image stands for the step.
    pub id: String,
    /// Seconds since the epoch.
    pub created: i64,
    pub created_by: String,
    pub tags: Option<Vec<String>>,
    pub size: i64,
    pub comment: String,
}

/// A line of what a removal did.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum ImageDeleted {
    /// A name was taken away.
    Untagged(String),
    /// An image or layer was deleted.
    Deleted(String),
}

/// What a prune of images took.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ImagesPruned {
    pub images_deleted: Vec<ImageDeleted>,
    pub space_reclaimed: u64,
}

/// A hit of `docker search`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct SearchResult {
    pub name: String,
    pub description: String,
    pub star_count: i64,
    pub is_official: bool,
    pub is_automated: bool,
}

/// How far a piece of work is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct ProgressDetail {
    pub current: u64,
    pub total: u64,
}

/// A message of a pull, push, load or import: what the API streams as JSON.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// Text to be shown as it is.
    #[serde(skip_serializing_if = "nothing")]
    pub stream: String,
    #[serde(skip_serializing_if = "nothing")]
    pub status: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress_detail: Option<ProgressDetail>,
    /// A layer's short id.
    #[serde(skip_serializing_if = "nothing")]
    pub id: String,
}

/// How to import a root file system.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportOptions {
    /// `name[:tag]`, or empty.
    pub reference: String,
    pub message: String,
    /// Dockerfile instructions.
    pub changes: Vec<String>,
    pub platform: String,
    /// Where it came from: `-`, or a file's or URL's name.
    pub source: String,
}
