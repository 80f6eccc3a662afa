//! Verbs whose bodies are not built yet: each says so plainly.

use super::api::build::{BuildEvent, BuildOptions, BuildResult, CachePruned};
use super::api::container::{ArchivePut, Change, CommitOptions, PathStat};
use super::api::filters::Filters;
use super::api::image::{ImportOptions, Message};
use super::api::system::{DiskUsage, Info, Version};
use super::{Engine, EngineError, Progress, Result};
use crate::kernel::Proc;
use crate::vfs::Content;

fn gap<T>(what: &str) -> Result<T> {
    Err(EngineError::gap(what, "it is not built yet"))
}

impl Engine {
    // ---- containers

    /// `docker diff`.
    pub fn container_changes(&self, _id: &str) -> Result<Vec<Change>> {
        gap("docker diff")
    }

    /// `docker export`: a tar file.
    pub fn container_export(&self, _id: &str) -> Result<Content> {
        gap("docker export")
    }

    /// What is at a path in a container (`docker cp`).
    pub fn container_path_stat(&self, _id: &str, _path: &str) -> Result<PathStat> {
        gap("docker cp")
    }

    /// A path of a container as a tar file (`docker cp CONTAINER:PATH`).
    pub fn container_archive_get(&self, _id: &str, _path: &str) -> Result<(Content, PathStat)> {
        gap("docker cp")
    }

    /// Unpacks a tar file into a directory of a container (`docker cp ... CONTAINER:PATH`).
    pub fn container_archive_put(
        &self,
        _id: &str,
        _path: &str,
        _archive: &Content,
        _o: ArchivePut,
    ) -> Result<()> {
        gap("docker cp")
    }

    /// `docker commit`; gives the image's id.
    pub fn container_commit(&self, _id: &str, _o: &CommitOptions) -> Result<String> {
        gap("docker commit")
    }

    // ---- exec

    // ---- images

    /// `docker save`: a tar file.
    pub fn image_save(&self, _names: &[String]) -> Result<Content> {
        gap("docker save")
    }

    /// `docker load`: messages whose `stream` says what was loaded.
    pub fn image_load(&self, _archive: &Content) -> Result<Vec<Message>> {
        gap("docker load")
    }

    /// `docker import`; gives the image's id.
    pub fn image_import(&self, _archive: &Content, _o: &ImportOptions) -> Result<String> {
        gap("docker import")
    }

    /// `docker build`.
    pub fn image_build(&self, _p: &Proc, _o: BuildOptions) -> Progress<BuildEvent, BuildResult> {
        Progress::new(|_| async { gap("docker build") })
    }

    /// `docker builder prune`.
    pub fn build_cache_prune(&self, _all: bool, _filters: &Filters) -> Result<CachePruned> {
        gap("docker builder prune")
    }

    // ---- volumes

    // ---- networks

    // ---- the daemon

    /// The daemon's part of `docker version`.
    pub fn version(&self) -> Version {
        Version::default()
    }

    /// `docker info`.
    pub fn info(&self) -> Info {
        Info::default()
    }

    /// `docker system df`.
    pub fn disk_usage(&self) -> Result<DiskUsage> {
        gap("docker system df")
    }
}
